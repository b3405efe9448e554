"""The address of a server that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.errors import say
from postlint.finding import Problem
from postlint.languagetool.settings import MANAGED, LanguageToolSettings

if TYPE_CHECKING:
    from typing import Never


class Unavailable(Exception):  # noqa: N818 - the same word as everywhere
    """No server can be asked: the problem says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def address(settings: LanguageToolSettings) -> str:
    """The base address of the server, with `/` at its end: `v2/check` goes behind it.

    Raises:
        Unavailable: where postlint cannot start or reach its own server.
    """
    if settings.server != MANAGED:
        return settings.server.removesuffix("/").removesuffix("/v2") + "/"
    return _unavailable()


def _unavailable() -> Never:
    raise Unavailable(
        Problem(
            what=say("LanguageTool is not installed."),
            remedy=say("Install it: postlint languagetool install"),
            where="languagetool",
        )
    )
