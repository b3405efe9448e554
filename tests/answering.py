"""Servers on loopback that answer as a test says, for what postlint asks over HTTP."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TypeVar


class Answering(BaseHTTPRequestHandler):
    """One request: `received` gets what was sent (nothing for a GET) and answers with `send`."""

    def do_GET(self) -> None:
        self.received(b"")

    def do_POST(self) -> None:
        self.received(self.rfile.read(int(self.headers["Content-Length"])))

    @abstractmethod
    def received(self, body: bytes) -> None: ...

    def send(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class LoopbackServer(ThreadingHTTPServer):
    """A server on a free port; `over` is set when the test ends, for answers that wait for it."""

    daemon_threads = True

    def __init__(self, handler: type[Answering]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.over = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, *_: object) -> None:
        """The client may have gone."""


Running = TypeVar("Running", bound=LoopbackServer)


@contextmanager
def running(server: Running) -> Iterator[Running]:
    """The server while it serves."""
    with server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()
