"""What LanguageTool says of a draft: asked once for all rules, and a problem where it cannot be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from time import monotonic

from postlint.asking import Broken, Late
from postlint.document import Document, Span, view
from postlint.errors import say
from postlint.finding import Problem, Unchecked
from postlint.languagetool.answer import Misread, Remark
from postlint.languagetool.client import Client
from postlint.languagetool.pieces import Piece, pieces
from postlint.languagetool.server import Unavailable, address
from postlint.languagetool.settings import LanguageToolSettings, Switches
from postlint.languagetool.spelling import is_no_error

LEFT_ALONE = 30.0
"""Seconds in which a server that cannot be asked is left alone, so that many drafts do not wait for it one by one."""


def remarks(document: Document) -> tuple[Remark, ...]:
    """What LanguageTool says of the draft, in order of place.

    Raises:
        Unchecked: where it cannot be asked, or gives no answer that can be believed.
    """
    found = _remarks(document)
    if isinstance(found, Problem):
        raise Unchecked(found)
    return found


@view
def _remarks(document: Document) -> tuple[Remark, ...] | Problem:
    """The remarks, or why there are none: each of a draft's rules asks, and the server is asked once."""
    if document.languagetool is None:
        return ()
    try:
        found = _proofreader(document.languagetool).remarks(pieces(document))
    except Unchecked as unchecked:
        return unchecked.problem
    return tuple(remark for remark in found if not is_no_error(document, remark))


class Proofreader:
    """Asks the server that the settings name, each with the client that `client` makes for its address and switches."""

    def __init__(self, settings: LanguageToolSettings, client: Callable[[str, Switches], Client] = Client) -> None:
        self._settings = settings
        self._client = lru_cache(maxsize=1)(lambda server: client(server, settings.switches))
        self._left_alone: tuple[float, Problem] | None = None

    def remarks(self, asked: Iterable[tuple[int, Piece]]) -> list[Remark]:
        """What LanguageTool says of the pieces, each with where it begins; `Unchecked` where it does not say it."""
        if self._left_alone is not None and monotonic() < self._left_alone[0]:
            raise Unchecked(self._left_alone[1])
        try:
            return list(self._remarks(asked))
        except Misread as misread:
            what = say("LanguageTool's server gave an answer that cannot be used ({reason}).", reason=misread)
            remedy = say("See whether it is LanguageTool 6 that runs there, and nothing stands in between.")
            raise Unchecked(_problem(what, remedy)) from None
        except Unavailable as unavailable:
            problem = unavailable.problem
        except Broken:
            problem = _problem(
                say("LanguageTool's server does not answer, so spelling and grammar were not checked."),
                say("`postlint languagetool status` says whether it runs."),
            )
        except Late:
            problem = _problem(
                say("LanguageTool takes too long to answer, so spelling and grammar were not checked."),
                say("Try again. If it stays so, stop the server and start it again."),
            )
        self._left_alone = monotonic() + LEFT_ALONE, problem
        raise Unchecked(problem)

    def _remarks(self, asked: Iterable[tuple[int, Piece]]) -> Iterator[Remark]:
        server = ""
        for start, piece in asked:
            server = server or address(self._settings, langs=(piece.lang,))
            try:
                found = self._client(server).remarks(piece)
            except Broken:  # ours may have died, and is started again
                again = address(self._settings, langs=(piece.lang,), failed=server)
                if again == server:
                    raise
                server = again
                found = self._client(server).remarks(piece)
            for remark in found:
                yield remark._replace(span=Span(start + remark.span.start, start + remark.span.end))


def _problem(what: str, remedy: str) -> Problem:
    return Problem(what=what, remedy=remedy, where="languagetool")


@lru_cache(maxsize=4)
def _proofreader(settings: LanguageToolSettings) -> Proofreader:
    return Proofreader(settings)
