"""What is wrong with the input: where it stands, what it is and what to do about it."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

EXCERPT_WIDTH = 100
QUOTED_WIDTH = 40
SHORT_LIST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class InputError:
    """One mistake in a file, an option or a line of drafts.

    `line` and `column` count from 1, in code points; `line` 0 means that no place can be told (a missing file).
    `excerpt` is the line it stands on, and empty where that line may not be shown: a draft, a private file.
    """

    file: str
    line: int
    column: int
    what: str
    remedy: str
    excerpt: str = ""

    def __str__(self) -> str:
        """`file:line:column: what — remedy`, and below it the line with a caret."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        head = f"{place}: {self.what} — {self.remedy}"
        if not self.excerpt.strip():
            return head
        start = max(0, self.column - 1 - EXCERPT_WIDTH // 2)
        shown = printable(self.excerpt[start : start + EXCERPT_WIDTH]).rstrip()
        return f"{head}\n    {shown}\n    {' ' * (self.column - 1 - start)}^"


class InputErrors(Exception):  # noqa: N818 - it is not one error but all of them
    """All that is wrong with the input, in order of place."""

    def __init__(self, *errors: InputError) -> None:
        super().__init__(*errors)
        self.errors: tuple[InputError, ...] = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class Refusal(ValueError):  # noqa: N818 - a value is refused; it is no error yet
    """A value that cannot be taken: what it is and what to do, before it is known where it stands.

    `key` names the part of a compound value that is to blame. A line with a `secret` is not shown.
    """

    def __init__(self, what: str, remedy: str, key: str = "", *, secret: bool = False) -> None:
        super().__init__(what, remedy)
        self.secret = secret
        self.what = what
        self.remedy = remedy
        self.key = key

    def __str__(self) -> str:
        return f"{self.what} — {self.remedy}"

    def at(self, file: str, line: int = 0, column: int = 0) -> InputErrors:
        """The same with a place, for input that has no lines of its own, such as an option."""
        return InputErrors(InputError(file=file, line=line, column=column, what=self.what, remedy=self.remedy))


def say(template: str, **values: object) -> str:
    """The message `template` in the language of the interface, with its values."""
    return _translations(os.environ.get("LANGUAGE", "")).gettext(template).format(**values)


@cache
def _translations(language: str) -> NullTranslations:
    """The messages in `language` (as the variable LANGUAGE names it), or in that of the locale where it is empty."""
    from gettext import translation

    # no catalogue is needed for English, which gettext would pass over for the next in the list
    languages = ["C" if lang.startswith("en") else lang for lang in language.split(":")] if language else None
    return translation("postlint", Path(__file__).parent / "locale", languages, fallback=True)


def quoted(value: object) -> str:
    """A value as a message shows it: between quotation marks, on one line and not at length."""
    text = printable(str(value))
    return f"‘{text[:QUOTED_WIDTH]}…’" if len(text) > QUOTED_WIDTH else f"‘{text}’"


def printable(text: str) -> str:
    """`text` with a space for each character that could steer a terminal; as long as it was."""
    return "".join(character if character.isprintable() else " " for character in text)


def nearest(word: str, known: Collection[str]) -> str:
    """A remedy for an unknown word: the nearest known one, or else all of them where they are few."""
    from difflib import get_close_matches  # only a mistake needs it

    folded = {name.casefold(): name for name in known}
    for spelling in (word.casefold(), word.casefold().replace("-", "_")):
        if close := get_close_matches(spelling, folded, n=1):
            return say("Did you mean {name}?", name=quoted(folded[close[0]]))
    if len(known) > SHORT_LIST:
        return ""
    return say("Known here: {names}.", names=", ".join(known))
