"""Places in a text as the protocol counts them: lines, and columns in units of the encoding that was agreed upon."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from postlint.origin import line_starts

WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""For each encoding of positions, Python's name for it and the bytes of a unit."""


class Lines:
    """The lines of a text, which end at LF, CR LF and CR alone, as the protocol has it."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.encoding = encoding
        self._codec, self._width = WIDTHS[encoding]
        self._starts = line_starts(text)

    def position(self, offset: int) -> types.Position:
        """The position of an offset in code points; of one within a CR LF, or beyond the text, the nearest before."""
        line = max(0, bisect_right(self._starts, offset) - 1)
        before = self.text[self._starts[line] : min(offset, self.end_of(line))]
        return types.Position(line, len(before.encode(self._codec, "surrogatepass")) // self._width)

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; beyond its line it is the line's end, beyond the text the end of that."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self.text[start : self.end_of(position.line)].encode(self._codec, "surrogatepass")
        return start + len(line[: position.character * self._width].decode(self._codec, "ignore"))

    def end_of(self, line: int) -> int:
        """The offset at which a line ends, its line end not counted."""
        after = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line] + len(self.text[self._starts[line] : after].rstrip("\r\n"))

    def line_of(self, offset: int) -> int:
        """The number, from 0, of the line on which an offset stands."""
        return bisect_right(self._starts, offset) - 1

    def start_of(self, line: int) -> int:
        """The offset at which a line begins."""
        return self._starts[line]


def changed(text: str, change: types.TextDocumentContentChangeEvent, encoding: str) -> str:
    """The text after a change that an editor reports: of a part, or of all of it."""
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    lines = Lines(text, encoding)
    return text[: lines.offset(change.range.start)] + change.text + text[lines.offset(change.range.end) :]
