"""The passages of a page, and where a draft's text stands in its file: lines, columns and cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from postlint.document import Span

_LINE_END = re.compile("\r\n?|\n")


class Passage(NamedTuple):
    """A part of a page that is read by itself: a heading, a paragraph, a list item, a cell, the text of an image.

    `lang` is the language that the page says it is in (`nl`, `en` or another), and empty where it says nothing.
    """

    span: Span
    lang: str = ""


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1 and offsets from 0, in code points, the end beyond the last one.

    In a workbook `cell` names the cell (`Blad1!B7`), `line` and `column` are its row and column, and the offsets are
    within it; in a Word document `line` is the number of the paragraph. `exact` says that the file holds there what was
    read, to the letter, so that it may be replaced; else an entity, an escape or markup stands in between. `utf16` and
    `utf8` are both columns again, counted in UTF-16 code units and in bytes of UTF-8, for programs that count so.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    exact: bool
    utf16: tuple[int, int]
    utf8: tuple[int, int]
    cell: str = ""


class Piece(NamedTuple):
    """A stretch of the text, from `start` to the next piece, and what it was read from.

    Where `exact` the text is a copy, as long as the stretch; else something was read as something else.
    """

    start: int
    source_start: int
    source_end: int
    exact: bool


class Remark(NamedTuple):
    """What the file says to postlint, in a comment that no reader sees (`<!-- postlint … -->`).

    `span` is the part of the draft's text in which it stands, or else that follows it; `place` is its own, in the file.
    One that is `shared` is about other drafts too, so that it need not do anything in this one.
    """

    text: str
    span: Span
    place: Place
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a draft, and how the draft's text was read from it.

    `pieces` begin at 0 and follow each other; `lines` are the offsets at which the lines of the file begin, and
    `source` is its text. Of a cell in a workbook `row` and `column` are its place in the sheet.
    """

    file: str
    pieces: tuple[Piece, ...]
    lines: Sequence[int] = (0,)
    remarks: tuple[Remark, ...] = ()
    cell: str = ""
    row: int = 0
    column: int = 0
    source: str = field(default="", repr=False)  # a draft must not end up in a log

    def place(self, start: int, end: int) -> Place:
        """Where the text from `start` to `end` stands in the file."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        source_start = first.source_start + (start - first.start if first.exact else 0)
        source_end = last.source_start + end - last.start if last.exact else last.source_end
        return self.place_in_file(source_start, source_end, exact=first is last and first.exact)

    def place_in_file(self, start: int, end: int, *, exact: bool = False) -> Place:
        """The place of what stands in the file from `start` to `end`."""
        if self.row:
            ends = (self.row, self.column, self.row, self.column)
            utf16 = utf8 = (self.column, self.column)
        else:
            ends = (*position(self.lines, start), *position(self.lines, end))
            befores = [self._before(start), self._before(end)]
            utf16, utf8 = columns(befores, "utf-16-le"), columns(befores, "utf-8")
        return Place(self.file, *ends, start, end, exact, utf16, utf8, self.cell)

    def _before(self, offset: int) -> str:
        """What stands before an offset on its line."""
        return self.source[self.lines[bisect_right(self.lines, offset) - 1] : offset]

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=_start) - 1)]


def _start(piece: Piece) -> int:
    return piece.start


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of `text` begin; a line ends as in an editor, at LF, CR LF or CR."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def position(lines: Sequence[int], offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text whose lines begin at `lines`."""
    line = bisect_right(lines, offset)
    return line, offset - lines[line - 1] + 1


def columns(befores: Sequence[str], encoding: Literal["utf-16-le", "utf-8"]) -> tuple[int, int]:
    """The columns, from 1, behind two stretches of their lines, counted in the units of an encoding."""
    width = 2 if encoding == "utf-16-le" else 1
    start, end = (len(before.encode(encoding, errors="surrogatepass")) // width + 1 for before in befores)
    return start, end


def copied(file: str, text: str, cell: str = "") -> Origin:
    """The origin of a draft that is the whole text of its file."""
    return Origin(file, (Piece(0, 0, len(text), exact=True),), line_starts(text), cell=cell, source=text)
