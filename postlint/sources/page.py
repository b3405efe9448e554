"""A page as its readers see it: passages of visible text, each sign with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from postlint.document import Span
from postlint.errors import InputError
from postlint.origin import Origin, Passage, Piece, Remark, line_starts
from postlint.sources.shortcodes import comments

OBJECT = "\ufffc"
"""Stands for what is shown in a sentence but is no copy: code, the outcome of a template. Unicode's object sign."""
BETWEEN = "\n\n"
"""Parts two passages in the text of a page, as a blank line does."""

ADDRESSED = re.compile(r"\s*postlint\b", re.IGNORECASE)
"""How a comment begins that speaks to postlint; all others mean nothing here."""
_LANG = re.compile("[A-Za-z]+")
_SHOWN = re.compile(rf"[^\s{OBJECT}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a file shows: its text in passages, where that stands, and what is broken in it."""

    text: str
    passages: tuple[Passage, ...]
    origin: Origin
    errors: tuple[InputError, ...] = ()


def language(tag: str | None) -> str:
    """The language of a tag as BCP 47 writes it (`nl-NL` gives `nl`), and nothing where it says none."""
    found = _LANG.match(tag or "")
    return found[0].lower() if found else ""


class PageBuilder:
    """Takes the visible text of a file in order, and cuts it into passages.

    What stands beside the running text (the text of an image, a tooltip) becomes a passage after the current one.
    """

    def __init__(self, file: str, source: str) -> None:
        self.file = file
        self.source = source
        self.lines = line_starts(source)
        self.lang = ""  # of all that does not say otherwise
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._passages: list[Passage] = []
        self._length = 0
        self._said: list[_Said] = []  # to postlint, of a passage that is known
        self._saying: list[_Said] = []  # and of the one that is read, or else comes
        self._heard = 0  # where the last comment among templates ended, which may be lines below
        self._errors: list[InputError] = []
        self._current = _Strip()
        self._around: list[_Strip] = []
        self._asides: list[tuple[_Strip, str]] = []

    def copy(self, start: int, end: int, lang: str = "") -> None:
        """Add what the file holds from `start` to `end`, to the letter."""
        self._current.add(self.source[start:end], start, end, exact=True, lang=lang)

    def read_as(self, text: str, start: int, end: int, lang: str = "") -> None:
        """Add `text`, as which the file's signs from `start` to `end` are shown."""
        self._current.add(text, start, end, exact=False, lang=lang)

    def template(self, start: int, end: int, lang: str = "") -> None:
        """Add a sign for what a template fills in from `start` to `end`; a comment among templates fills in nothing."""
        start = max(start, self._heard)
        for comment in comments(self.source, start, end):
            if comment.start() > start:
                self.read_as(OBJECT, start, comment.start(), lang)
            self.remark(comment[comment.lastindex or 0], *comment.span())
            start = self._heard = comment.end()
        if start < end:
            self.read_as(OBJECT, start, end, lang)

    def end_passage(self, lang: str = "") -> None:
        """End the current passage; `lang` is what is said of it where its parts do not agree."""
        known = len(self._passages)
        if self._current.texts:
            self._take(self._current, lang)
            self._current = _Strip()
        for strip, own in self._asides:
            self._take(strip, own)
        self._asides.clear()
        if self._saying and len(self._passages) > known:
            start = self._passages[known].span.start
            self._said += (
                said._replace(span=Span(said.span.start if said.span.end else start, self._length))
                for said in self._saying
            )
            self._saying.clear()

    def begin_aside(self) -> None:
        """What is added from here on is a passage of its own, which comes after the current one."""
        self._around.append(self._current)
        self._current = _Strip()

    def end_aside(self, lang: str = "") -> None:
        """Go back to the running text."""
        if self._current.texts:
            self._asides.append((self._current, lang))
        self._current = self._around.pop()

    def remark(self, text: str, start: int, end: int) -> None:
        """Keep a comment that speaks to postlint; it stands in the file from `start` to `end`."""
        if ADDRESSED.match(text):
            self._saying.append(_Said(text.strip(), Span(0, 0), start, min(end, len(self.source))))

    def go_on(self) -> None:
        """What was said of the passage before is said of the next one too."""
        while self._said and self._said[-1].span.end == self._length:
            self._saying.insert(0, self._said.pop())

    def broken(self, *errors: InputError) -> None:
        """Keep what is wrong with the file, and read on."""
        self._errors += errors

    def page(self) -> Page:
        """The page of all that was added."""
        self.end_passage()
        pieces = tuple(self._pieces) or (Piece(0, 0, 0, exact=True),)
        origin = Origin(self.file, pieces, self.lines, source=self.source)
        after = (said._replace(span=Span(self._length, self._length)) for said in self._saying)
        remarks = tuple(
            Remark(text, span, origin.place_in_file(start, end)) for text, span, start, end in (*self._said, *after)
        )
        return Page(
            text="".join(self._texts),
            passages=tuple(self._passages),
            origin=replace(origin, remarks=remarks),
            errors=tuple(self._errors),
        )

    def _take(self, strip: _Strip, lang: str) -> None:
        text = "".join(strip.texts)
        if not _SHOWN.search(text):
            return
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        if self._texts:
            self._texts.append(BETWEEN)
            source = strip.pieces[0].source_start
            self._pieces.append(Piece(self._length, source, source, exact=False))
            self._length += len(BETWEEN)
        self._pieces += shifted(strip.pieces, start, end, self._length)
        self._texts.append(text[start:end])
        said = strip.langs if len(strip.langs) == 1 else {lang}
        self._passages.append(Passage(Span(self._length, self._length + end - start), next(iter(said)) or self.lang))
        self._length += end - start


class _Said(NamedTuple):
    """What a comment from `start` to `end` in the file says to postlint, of what stands at `span` in the text."""

    text: str
    span: Span
    start: int
    end: int


class _Strip:
    """A passage that is being read."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.langs: set[str] = set()

    def add(self, text: str, start: int, end: int, *, exact: bool, lang: str) -> None:
        if not text:
            return
        last = self.pieces[-1] if self.pieces else None
        if exact and last is not None and last.exact and last.source_end == start:
            self.pieces[-1] = last._replace(source_end=end)
        else:
            self.pieces.append(Piece(self.length, start, end, exact))
        self.texts.append(text)
        self.length += len(text)
        if _SHOWN.search(text):
            self.langs.add(lang)


def shifted(pieces: Sequence[Piece], start: int, end: int, to: int) -> Iterator[Piece]:
    """The pieces of a text of which the part from `start` to `end` comes to stand at `to`."""
    for piece, after in zip(pieces, [*(piece.start for piece in pieces[1:]), end], strict=True):
        if after <= start or piece.start >= end:
            continue
        cut = max(start - piece.start, 0)
        if piece.exact:
            source_end = piece.source_start + min(after, end) - piece.start
            yield Piece(to + piece.start + cut - start, piece.source_start + cut, source_end, exact=True)
        else:
            yield Piece(to + piece.start + cut - start, piece.source_start, piece.source_end, exact=False)
