"""Serving the bridge: its place on the loopback address, and uvicorn as it runs there."""

from __future__ import annotations

import asyncio
import os
import socket
from typing import cast

import h11
from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from postlint.errors import Refusal, say

HOST = "127.0.0.1"
CONNECTIONS = 64
"""Connections at once; who comes after them hears 503."""

SENDING_TIME = 10.0
"""Seconds within which a client must have sent its request, from its first byte to its last."""

_IDLE_TIME = 15
_STOPPING_TIME = 3


def listening_socket(port: int) -> socket.socket:
    """The socket of the bridge on the loopback address; port 0 takes any that is free.

    Raises:
        InputErrors: something listens there already, most likely another bridge.
    """
    listening = socket.socket()
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


class ImpatientProtocol(H11Protocol):
    """Cuts off a client that has not sent a whole request in time; uvicorn itself waits for ever."""

    time = SENDING_TIME
    _cut: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._cut = self.loop.call_later(self.time, self.transport.abort)

    def data_received(self, data: bytes) -> None:
        """Wait on, for the rest of a request; from its end to the next one's beginning there is no haste."""
        if self._cut is None:
            self._cut = self.loop.call_later(self.time, self.transport.abort)
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE and self.conn.their_state is not h11.SEND_BODY:
            self._wait_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the timer go with the connection."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait_no_more(self) -> None:
        if self._cut is not None:
            self._cut.cancel()
            self._cut = None
