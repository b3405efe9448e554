"""Serving the bridge: its place on the loopback address, and uvicorn as it runs there."""

from __future__ import annotations

import asyncio
import os
import socket
from typing import cast

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from postlint.errors import Refusal, say

HOST = "127.0.0.1"
CONNECTIONS = 64
"""Connections at once; who comes after them hears 503."""

SENDING_TIME = 10.0
"""Seconds within which a client must have sent its request, from its first byte to its last."""

HEAD_LIMIT = 65_536
"""Bytes of a request's head, the address and the headers."""

_IDLE_TIME = 15
_STOPPING_TIME = 3


def listening_socket(port: int) -> socket.socket:
    """The socket of the bridge on the loopback address; port 0 takes any that is free.

    Raises:
        InputErrors: something listens there already, most likely another bridge.
    """
    # named, so that asyncio sends small answers at once: without, each waits 40 ms for the client to acknowledge
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)  # Windows lets others share a port
    listening.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as error:
        listening.close()
        what = say("cannot listen at port {port}: {reason}", port=port, reason=os.strerror(error.errno or 0))
        remedy = say("Does a bridge run already? Stop it, or give another port.")
        raise Refusal(what, remedy).at("--port") from None
    return listening


def server_of(app: ASGIApp, *, sending_time: float = SENDING_TIME) -> Server:
    """Uvicorn for the bridge: no line for each request, since addresses may hold tokens, and nobody may dawdle."""

    class Impatient(ImpatientProtocol):
        time = sending_time

    return Server(
        Config(
            app,
            http=Impatient,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=CONNECTIONS,
            timeout_keep_alive=_IDLE_TIME,
            timeout_graceful_shutdown=_STOPPING_TIME,
        )
    )


class ImpatientProtocol(HttpToolsProtocol):
    """Cuts off a client that has not sent a whole request in time, or whose head has no end; uvicorn itself waits."""

    time = SENDING_TIME
    _cut: asyncio.TimerHandle | None = None
    _head: int | None = None
    """Bytes of a head that has not ended; None where none has begun."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._cut = self.loop.call_later(self.time, self.transport.abort)

    def data_received(self, data: bytes) -> None:
        """Wait on, for the rest of a request; from its end to the next one's beginning there is no haste."""
        if self._cut is None:
            self._cut = self.loop.call_later(self.time, self.transport.abort)
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > HEAD_LIMIT:
                self.transport.abort()

    def on_message_begin(self) -> None:
        """A request begins, with its head."""
        super().on_message_begin()
        self._head = 0

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._head = None
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._wait_no_more()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the timer go with the connection."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait_no_more(self) -> None:
        if self._cut is not None:
            self._cut.cancel()
            self._cut = None
