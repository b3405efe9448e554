"""Match kind `pattern`: regular expressions in RE2 syntax (see `pattern_syntax`), in time that grows with the text."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from postlint.checks.match import CAPITALS, EXACT, LITERAL, Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document, Span, casefolded
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import PatternMatch


def compile_match(match: PatternMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """Translate the patterns to plain RE2, refuse what RE2 refuses, and find the pieces of text that must be there."""
    from postlint.pattern_syntax import PatternError, required_pieces, translate

    any_case = match.case == "any"
    patterns: list[tuple[str, str, tuple[str, ...]]] = []
    for number, pattern in enumerate(match.pattern):
        try:
            wider, exact = translate(pattern, ignore_case=any_case)
        except PatternError as error:
            compiler.error(["pattern", number], error.what, error.remedy, error.offset)
            continue
        pieces = required_pieces(pattern)
        patterns.append((wider, exact, tuple(sorted({piece.casefold() for piece in pieces} if any_case else pieces))))
    anchored = all(pieces for _, _, pieces in patterns)
    anchors = (_anchor(piece, any_case=any_case) for _, _, pieces in patterns for piece in pieces)
    return {"patterns": patterns, "any_case": any_case}, one_of(anchors) if anchored else None


def _anchor(piece: str, *, any_case: bool) -> str:
    """Under what a rule is looked up that needs the piece: words in capitals are told of at a glance."""
    if any_case:
        return LITERAL + piece
    return "?capitals" if CAPITALS.search(piece) else EXACT + piece


def values(part: Part) -> frozenset[str]:  # noqa: ARG001 — the same for every pattern
    """A pattern gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:  # noqa: ARG001 — a pattern has no nested parts
    """The matcher of translated patterns; of overlapping matches the longest stays.

    A pattern is asked where the text has a piece that each of its matches must have. It comes in two forms: the wider
    one knows no edges of words, takes a tenth of the time to compile, and tells in most drafts that the exact one need
    not be compiled at all.
    """
    patterns = [
        (cache(partial(_compiled, wider)), cache(partial(_compiled, exact)), pieces)
        for wider, exact, pieces in part["patterns"]
    ]
    any_case = part["any_case"]

    def find(document: Document) -> list[Match]:
        text = document.text
        searched = casefolded(document) if any_case else text
        spans = {
            span
            for wider, exact, pieces in patterns
            if (not pieces or any(piece in searched for piece in pieces)) and wider().search(text)
            for span in _spans(exact(), text)
        }
        return [Match(span) for span in longest(spans)]

    return find


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


def _spans(expression: Any, text: str) -> list[Span]:
    """Group 1 of every match; the search goes on at its end, so that two matches may share a neighbour."""
    spans = []
    start = 0
    while (match := expression.search(text, start)) is not None:
        span = Span(*match.span(1))
        if span.end > span.start:
            spans.append(span)
        start = max(span.end, start + 1)
    return spans
