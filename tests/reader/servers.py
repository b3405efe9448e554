"""A server that stands where a language model does, on loopback, and answers by script."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request; the server's `answer` makes of it what it wants."""

    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.server.answer(self)

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers), None))
        self.server.answer(self)

    def send(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """`asked` holds path, headers and content of each request."""

    daemon_threads = True
    answer: Answer

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        self.over = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_: object) -> None:
        """The client may have gone."""


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


def completed(said: object) -> bytes:
    """An answer of `/chat/completions` in which the model says this."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


def sees(*findings: object, **more: object) -> Answer:
    """The model answers with these findings."""
    return says(json.dumps({"findings": findings, **more}))


def says(said: object) -> Answer:
    """The model says this."""
    return lambda asked: asked.send(completed(said))


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    """The server sends this."""
    return lambda asked: asked.send(body, status, **headers)
