"""Asking a LanguageTool server.

language-tool-python fetches LanguageTool for us and is not asked anything: its requests go through whatever proxy the
environment names, its exceptions and a class attribute keep the text, threads share its offsets, an answer may take
five minutes, and it has no way to send `toneTags` or marked-up text.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from postlint.asking import Question, answer_to
from postlint.errors import say
from postlint.languagetool.answer import Misread, Remark, read_answer
from postlint.languagetool.pieces import Piece
from postlint.languagetool.settings import Switches

FIRST, LATER = 300.0, 30.0
"""Seconds for the first answer in a language, for which the server may have to read its rules (20 seconds, and minutes
on a machine with much else to do), and for later ones."""
REMEMBERED = 512
"""Pieces whose answers are kept, in this process alone."""
PARAMETERS = {
    "nl": {"language": "nl", "toneTags": "ALL_TONE_RULES"},
    "en": {"language": "en-GB", "level": "picky"},
}
"""By language what is sent with each piece. It lets rules be switched on that LanguageTool leaves out: those for tone,
and those on swearing."""
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Client:
    """Asks the server at `address`, which ends in `/`; from as many threads as you like.

    `switches` are as in the settings; `first` and `later` are as `FIRST` and `LATER`. No text of a draft is logged, and
    none is in an exception.
    """

    def __init__(self, address: str, switches: Switches = (), first: float = FIRST, later: float = LATER) -> None:
        self._address = address
        self._switches = {lang: f"&{sent}" for lang, sent in switches}
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
        body = urlencode(form) + self._switches.get(piece.lang, "")
        limit = self._limits[piece.lang]
        status, answer = answer_to(Question(self._address + "v2/check", body.encode(), _FORM, limit))
        self._limits[piece.lang] = self._later
        if status != 200:
            raise Misread(say("status {status}", status=status))
        return read_answer(answer, piece, PARAMETERS[piece.lang]["language"])
