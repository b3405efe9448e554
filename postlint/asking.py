"""One question to a server over HTTP: answered within a time and a size, by that server itself.

No proxy of the environment stands in between and no redirect is followed, because what is asked may be a draft.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from threading import Event, Timer
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from postlint.addresses import is_loopback

LARGEST = 16_000_000
"""Bytes; an answer of more is cut, and so is none."""


class Broken(Exception):  # noqa: N818 — what happened to the connection is no error of ours
    """The server is not there, or went away before it had answered."""


class Late(Exception):  # noqa: N818 — as above
    """The server did not answer in time."""


class Elsewhere(Exception):  # noqa: N818 — as above
    """The server is on another machine, so it was asked nothing."""


class Question(NamedTuple):
    """What is asked, of which address; without a body it is a GET.

    `seconds` is how long the answer may take in all, and `largest` how many bytes it may have. Where it is `here` only,
    no other machine is asked.
    """

    address: str
    body: bytes | None
    headers: Mapping[str, str]
    seconds: float
    largest: int = LARGEST
    here: bool = False


def answer_to(question: Question) -> tuple[int, bytes]:
    """The status and the answer, over a connection of its own: to keep one open saves nothing on one machine.

    Raises:
        Broken: where the server is not there, or goes away.
        Late: where it takes too long.
        Elsewhere: where it would be another machine, and may not.
    """
    address = urlsplit(question.address)
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.netloc, timeout=question.seconds)
    try:
        if question.here and not _resolves_here(address):
            raise Elsewhere
        connection.connect()
        with closing(connection), _within(question.seconds, connection.sock):
            if question.here and not is_loopback(connection.sock.getpeername()[0]):  # its name was given to another
                raise Elsewhere
            method = "GET" if question.body is None else "POST"
            connection.request(method, address.path, question.body, dict(question.headers))
            response = connection.getresponse()
            answer = response.read(question.largest)
            if response.length:
                raise IncompleteRead(b"")
            return response.status, answer
    except TimeoutError:
        raise Late from None
    except (OSError, HTTPException):
        raise Broken from None


@contextmanager
def _within(seconds: float, connected: socket.socket) -> Iterator[None]:
    """`TimeoutError` after so many seconds, whatever happens: a socket's own time limit starts anew with every byte."""
    late = Event()

    def stop() -> None:
        late.set()
        with suppress(OSError):  # it is over just now
            connected.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()


def _resolves_here(address: SplitResult) -> bool:
    """Whether all that the host's name stands for is this machine: `localhost` may have been given away."""
    found = socket.getaddrinfo(address.hostname, address.port or 0, type=socket.SOCK_STREAM)
    return all(is_loopback(str(place[0])) for *_, place in found)
