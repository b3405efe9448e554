"""Match kind `pattern`: regular expressions in RE2 syntax (see `pattern_syntax`), in time that grows with the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from postlint.checks.match import CAPITALS, DIGITS, EXACT, LITERAL, Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document, Span, casefolded
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import PatternMatch


_Translated = tuple[str, str, str, bool, tuple[str, ...]]
"""The quick form of a pattern, if any, the wider and the exact one; and what each match has: a digit, or pieces."""


def compile_match(match: PatternMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """Translate the patterns to plain RE2, refuse what RE2 refuses, and find the pieces of text that must be there."""
    from postlint.pattern_syntax import DIGIT, PatternError, quick_form, required_pieces, translate

    any_case = match.case == "any"
    patterns: list[_Translated] = []
    for number, pattern in enumerate(match.pattern):
        try:
            wider, exact = translate(pattern, ignore_case=any_case)
        except PatternError as error:
            compiler.error(["pattern", number], error.what, error.remedy, error.offset)
            continue
        pieces = required_pieces(pattern)
        written = {piece.casefold() if any_case else piece for piece in pieces - {DIGIT}}
        quick = quick_form(pattern, ignore_case=any_case)
        patterns.append((quick, wider, exact, DIGIT in pieces, tuple(sorted(written))))
    anchored = all(digits or pieces for *_, digits, pieces in patterns)
    anchors = {_anchor(piece, any_case=any_case) for *_, pieces in patterns for piece in pieces}
    if any(digits for *_, digits, _ in patterns):
        anchors.add("?digit")
    return {"patterns": patterns, "any_case": any_case}, one_of(anchors) if anchored else None


def _anchor(piece: str, *, any_case: bool) -> str:
    """Under what a rule is looked up that needs the piece: words in capitals are told of at a glance."""
    if any_case:
        return LITERAL + piece
    return "?capitals" if CAPITALS.search(piece) else EXACT + piece


def values(part: Part) -> frozenset[str]:
    """A pattern gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher of translated patterns; of overlapping matches the longest stays.

    A pattern is asked where the text has a piece, or a digit, that each of its matches must have.
    """
    patterns = [_Pattern(*each) for each in part["patterns"]]
    asks_digits = any(pattern.digits for pattern in patterns)
    any_case = part["any_case"]

    def find(document: Document) -> list[Match]:
        text = document.text
        searched = casefolded(document) if any_case else text
        numbered = asks_digits and DIGITS.search(text) is not None
        spans = {
            span
            for pattern in patterns
            if (numbered if pattern.digits else not pattern.pieces) or _any_in(pattern.pieces, searched)
            for span in pattern.spans(text)
        }
        return [Match(span) for span in longest(spans)]

    return find


def _any_in(pieces: Sequence[str], text: str) -> bool:
    """Whether one of the pieces stands in a text; a loop, since a generator takes longer to make than most need."""
    for piece in pieces:  # noqa: SIM110 — see above
        if piece in text:
            return True
    return False


class _Pattern:
    """A translated pattern, of which each form is compiled when a text first asks for it.

    The quick one tells of most texts that they have no match, and takes a tenth of the time to compile of the wider
    one. That knows no edges of words, and takes a fiftieth of the time of the exact one, which is asked where a match
    of the wider one begins or ends within a word, as in few drafts.
    """

    def __init__(self, quick: str, wider: str, exact: str, digits: bool, pieces: tuple[str, ...]) -> None:
        self._quick = cache(partial(_compiled, quick)) if quick else None
        self._wider = cache(partial(_compiled, wider))
        self._exact = cache(partial(_compiled, exact))
        self.digits, self.pieces = digits, pieces

    def spans(self, text: str) -> list[Span]:
        """The matches in a text, one after the other."""
        if self._quick is not None and self._quick().search(text) is None:
            return []
        return _spans(self._wider(), self._exact, text)


def _compiled(pattern: str) -> Any:
    """The pattern compiled by RE2, which takes time to load as well."""
    import re2

    return re2.compile(pattern)


def longest(spans: set[Span]) -> list[Span]:
    """The spans in order of place, without those that overlap a longer one (on ties an earlier one)."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept


def _spans(wider: Any, exact: Callable[[], Any], text: str) -> list[Span]:
    """Group 1 of each match of the exact form; the search goes on at its end, so that two may share a neighbour.

    Every match of the exact form is one of the wider form, so what that finds first, if it stands between edges of
    words, is what the exact one would find. The exact one decides from the first match on that does not stand so.
    """
    spans = []
    start = 0
    expression, decided = wider, False
    while (match := expression.search(text, start)) is not None:
        span = Span(*match.span(1))
        if not decided and not _between_edges(text, span, start):
            expression, decided = exact(), True
            continue
        if span.end > span.start:
            spans.append(span)
        start = max(span.end, start + 1)
    return spans


def _between_edges(text: str, span: Span, start: int) -> bool:
    """Whether no word goes on over the edges of a span, and what stands before it was not taken before `start`."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return (span.start > start or not start) and not (_in_word(before) or _in_word(after))


def _in_word(sign: str) -> bool:
    r"""Whether a sign is one of `\w`, as `pattern_syntax` translates it; the empty text is none."""
    return sign == "_" or (sign != "" and unicodedata.category(sign)[0] in "LMN")
