"""Asking a LanguageTool server.

language-tool-python fetches LanguageTool for us and is not asked anything: its requests go through whatever proxy the
environment names, its exceptions and a class attribute keep the text, threads share its offsets, an answer may take
five minutes, and it has no way to send `toneTags` or marked-up text.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from threading import Event, Timer
from urllib.parse import urlencode, urlsplit

from postlint.errors import say
from postlint.languagetool.answer import Misread, Remark, read_answer
from postlint.languagetool.pieces import Piece

FIRST, LATER = 300.0, 30.0
"""Seconds for the first answer in a language, for which the server may have to read its rules (20 seconds, and minutes
on a machine with much else to do), and for later ones."""
LARGEST = 16_000_000
"""Bytes; an answer of more is cut, and so is none."""
REMEMBERED = 512
"""Pieces whose answers are kept, in this process alone."""
PARAMETERS = {
    "nl": {"language": "nl", "toneTags": "ALL_TONE_RULES"},
    "en": {"language": "en-GB", "enabledCategories": "PLAIN_ENGLISH", "level": "picky"},
}
"""By language what is sent with each piece. It switches on what LanguageTool leaves out: its rules for tone and plain
English, and those on swearing."""
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Broken(Exception):  # noqa: N818 — what happened to the connection is no error of ours
    """The server is not there, or went away before it had answered."""


class Late(Exception):  # noqa: N818 — as above
    """The server did not answer in time."""


class Client:
    """Asks the server at `address`, which ends in `/`; from as many threads as you like.

    `first` and `later` are as `FIRST` and `LATER`. No text of a draft is logged, and none is in an exception.
    """

    def __init__(self, address: str, first: float = FIRST, later: float = LATER) -> None:
        self._address = urlsplit(address)
        self._limits = dict.fromkeys(PARAMETERS, first)
        self._later = later
        self.remarks = lru_cache(REMEMBERED)(self._remarks)

    def _remarks(self, piece: Piece) -> tuple[Remark, ...]:
        """What LanguageTool says of a piece.

        Raises:
            Broken: where the server is not there, or goes away.
            Late: where it takes too long.
            Misread: where it answers something else.
        """
        form = {**PARAMETERS[piece.lang], "data": piece.annotated()}
        status, answer = self._posted(urlencode(form).encode(), self._limits[piece.lang])
        self._limits[piece.lang] = self._later
        if status != 200:
            raise Misread(say("status {status}", status=status))
        return read_answer(answer, piece, PARAMETERS[piece.lang]["language"])

    def _posted(self, form: bytes, limit: float) -> tuple[int, bytes]:
        """The status and the answer, over a connection of its own: to keep one open saves nothing on one machine."""
        kind = HTTPSConnection if self._address.scheme == "https" else HTTPConnection
        connection = kind(self._address.netloc, timeout=limit)
        try:
            connection.connect()
            with closing(connection), _within(limit, connection.sock):
                connection.request("POST", self._address.path + "v2/check", form, _FORM)
                response = connection.getresponse()
                answer = response.read(LARGEST)
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
