"""A server that stands where a language model does, on loopback, and answers by script."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from answering import Answering, LoopbackServer, running

Answer = Callable[["Asked"], None]


class Asked(Answering):
    """One request; the server's `answer` makes of it what it wants."""

    server: Server

    def received(self, body: bytes) -> None:
        self.server.asked.append((self.path, dict(self.headers), json.loads(body) if body else None))
        self.server.answer(self)


class Server(LoopbackServer):
    """`asked` holds path, headers and content of each request."""

    answer: Answer

    def __init__(self) -> None:
        super().__init__(Asked)
        self.asked: list[tuple[str, dict[str, str], Any]] = []

    @property
    def url(self) -> str:
        return super().url + "v1"


@contextmanager
def serving() -> Iterator[Server]:
    with running(Server()) as server:
        yield server


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
