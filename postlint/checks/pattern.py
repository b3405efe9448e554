"""Match kind `pattern`: regular expressions in RE2 syntax (see `pattern_syntax`), in time that grows with the text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from postlint.checks.match import LITERAL, Anchors, Build, Compiler, Match, Matcher
from postlint.document import Document, Span
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import PatternMatch


def compile_match(match: PatternMatch, compiler: Compiler) -> tuple[dict[str, Any], Anchors]:
    """Translate the patterns to plain RE2, refuse what RE2 refuses, and find the letters that must be there."""
    from postlint.pattern_syntax import PatternError, required_literals, translate

    translated = []
    anchors: set[str] | None = set()
    for number, pattern in enumerate(match.pattern):
        try:
            translated.append(translate(pattern, ignore_case=match.case == "any"))
        except PatternError as error:
            compiler.error(["pattern", number], error.what, error.remedy, error.offset)
            continue
        literals = required_literals(pattern)
        anchors = anchors | {LITERAL + max(literals, key=len)} if literals and anchors is not None else None
    return {"patterns": translated}, None if anchors is None else frozenset(anchors)


def values(part: Part) -> frozenset[str]:  # noqa: ARG001 — the same for every pattern
    """A pattern gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:  # noqa: ARG001 — a pattern has no nested parts
    """The matcher of translated patterns; of overlapping matches the longest stays."""

    @cache
    def expressions() -> list[Any]:
        """Compiled when first asked for: both RE2 and its patterns take their time to load."""
        import re2

        return [re2.compile(pattern) for pattern in part["patterns"]]

    def find(document: Document) -> list[Match]:
        spans = {span for expression in expressions() for span in _spans(expression, document.text)}
        return [Match(span) for span in longest(spans)]

    return find


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
