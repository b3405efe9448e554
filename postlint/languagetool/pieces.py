"""A draft in the pieces that LanguageTool is sent, and its offsets back to places in the draft.

A piece is a paragraph, or as many sentences of a long one as fit. What belongs to no language (a handle, a hashtag, an
address on the web) is marked up: LanguageTool reads a plain word there, and counts its offsets in the text as it is.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from postlint.document import Document, Span
from postlint.language.sentences import paragraphs, sentences
from postlint.language.tokens import TokenKind, tokens

LONGEST = 2000
"""Characters; a paragraph of more goes in several pieces."""
READ_AS = {
    TokenKind.HANDLE: {"nl": "Anna", "en": "Anna"},
    TokenKind.EMAIL: {"nl": "info@example.org", "en": "info@example.org"},
    TokenKind.URL: {"nl": "https://example.org", "en": "https://example.org"},
}
"""By kind of token what LanguageTool reads in its place, by language; a hashtag is read without its sign."""


class Markup(NamedTuple):
    """A place in a piece, and what is read there."""

    span: Span
    read_as: str


class Piece(NamedTuple):
    """Part of a draft as LanguageTool is sent it; two that are equal have the same answer."""

    lang: str
    text: str
    markup: tuple[Markup, ...] = ()

    def annotated(self) -> str:
        """The piece as the parameter `data` of LanguageTool's interface."""
        parts: list[dict[str, str]] = []
        end = 0
        for span, read_as in self.markup:
            parts.append({"text": self.text[end : span.start]})
            parts.append({"markup": span.of(self.text), "interpretAs": read_as})
            end = span.end
        parts.append({"text": self.text[end:]})
        whole = [part for part in parts if part.get("text") != ""]
        return json.dumps({"annotation": whole})


class CodeUnits:
    """The offsets of a text as Java and browsers count them: a character outside the basic plane is two."""

    def __init__(self, text: str) -> None:
        self._ends = None if text.isascii() else [0, *accumulate(1 + (character > "\uffff") for character in text)]
        self.length = len(text) if self._ends is None else self._ends[-1]

    def span(self, offset: int, length: int) -> Span:
        """The code points that `length` units from `offset` touch."""
        if self._ends is None:
            return Span(offset, offset + length)
        return Span(bisect_right(self._ends, offset) - 1, bisect_left(self._ends, offset + length))


def pieces(document: Document) -> Iterator[tuple[int, Piece]]:
    """The pieces of a draft, each with where it begins; together they have all its tokens."""
    marked = [
        Markup(token.span, _read_as(document, token.kind, token.span))
        for token in tokens(document)
        if token.kind in READ_AS or token.kind is TokenKind.HASHTAG
    ]
    place = 0
    for start, end in _stretches(document):
        inside = []
        while place < len(marked) and marked[place].span.start < end:
            (first, last), read_as = marked[place]
            inside.append(Markup(Span(first - start, last - start), read_as))
            place += 1
        yield start, Piece(document.lang, document.text[start:end], tuple(inside))


def _read_as(document: Document, kind: TokenKind, span: Span) -> str:
    return span.of(document.text)[1:] if kind is TokenKind.HASHTAG else READ_AS[kind][document.lang]


def _stretches(document: Document) -> Iterator[Span]:
    """The paragraphs; those that are too long cut at the ends of sentences, wherever these are."""
    cuts = [sentence.start for sentence in sentences(document)]
    for paragraph in paragraphs(document):
        start = paragraph.start
        for cut, following in pairwise([*_within(cuts, paragraph), paragraph.end]):
            if following - start > LONGEST and cut > start:
                yield Span(start, cut)
                start = cut
        yield Span(start, paragraph.end)


def _within(cuts: Sequence[int], span: Span) -> Sequence[int]:
    return cuts[bisect_left(cuts, span.start) : bisect_left(cuts, span.end)]
