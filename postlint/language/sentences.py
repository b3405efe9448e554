"""A draft's sentences, paragraphs and clauses, each as spans that together cover all its tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from postlint.document import Document, Span, view
from postlint.language.tokens import Token, TokenKind, tokens, words

_STOPS = frozenset(".!?")
_BREAKS = frozenset({";", ":", "(", ")", "–", "—"})
_CONJUNCTIONS = {
    "nl": frozenset(("maar", "want", "omdat", "terwijl", "zodat", "hoewel", "doordat", "tenzij", "mits")),
    "en": frozenset(("but", "because", "although", "though", "whereas", "unless", "while")),
}


@view
def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences in order, without white space at their ends; together they cover all tokens."""
    return _spans(tokens(document), _sentence_starts(document))


@view
def paragraphs(document: Document) -> tuple[Span, ...]:
    """The parts of the text between blank lines."""
    text, found = document.text, tokens(document)
    starts = [0] + [
        index
        for index in range(1, len(found))
        if text.count("\n", found[index - 1].span.end, found[index].span.start) > 1
    ]
    return _spans(found, starts)


@view
def clauses(document: Document) -> tuple[Span, ...]:
    """The parts of sentences within which the order of words may vary and a negation reaches."""
    found, conjunctions = tokens(document), _CONJUNCTIONS.get(document.lang, frozenset())
    starts = set(_sentence_starts(document))
    for index in range(1, len(found)):
        if found[index - 1].norm in _BREAKS or found[index].norm in conjunctions:
            starts.add(index)
    return _spans(found, sorted(starts))


@view
def sentence_words(document: Document) -> tuple[tuple[Token, ...], ...]:
    """The words of each sentence, in the order of `sentences`."""
    return _words_within(words(document), sentences(document))


@view
def clause_words(document: Document) -> tuple[tuple[Token, ...], ...]:
    """The words of each clause, in the order of `clauses`."""
    return _words_within(words(document), clauses(document))


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence in which `offset` lies; white space after a sentence belongs to it, that before the first to none."""
    return _span_at(sentences(document), offset)


def clause_at(document: Document, offset: int) -> Span | None:
    """The clause in which `offset` lies; white space after a clause belongs to it, that before the first to none."""
    return _span_at(clauses(document), offset)


@view
def _sentence_starts(document: Document) -> tuple[int, ...]:
    text, found = document.text, tokens(document)
    starts = [0]
    for index in range(1, len(found)):
        before, token = found[index - 1], found[index]
        gap = text[before.span.end : token.span.start]
        stopped = before.kind is TokenKind.MARK and _STOPS.issuperset(before.norm)
        if (stopped and gap) or gap.count("\n") > 1:
            starts.append(index)
    return tuple(starts)


def _spans(found: Sequence[Token], starts: Sequence[int]) -> tuple[Span, ...]:
    if not found:
        return ()
    ends = [*starts[1:], len(found)]
    return tuple(
        Span(found[start].span.start, found[end - 1].span.end) for start, end in zip(starts, ends, strict=True)
    )


def _words_within(found: Iterable[Token], spans: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
    parts: list[list[Token]] = [[] for _ in spans]
    part = 0
    for token in found:
        while token.span.start >= spans[part].end:
            part += 1
        parts[part].append(token)
    return tuple(map(tuple, parts))


def _span_at(spans: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 else None
