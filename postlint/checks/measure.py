"""Match kind `measure`: how long, how loud and how hard to read a draft is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document, Span, view
from postlint.language.sentences import sentence_words, sentences
from postlint.language.tokens import Token, TokenKind, moved, tokens, words
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import MeasureMatch

LIMITS = {
    "x": 280,
    "mastodon": 500,
    "bluesky": 300,
    "linkedin": 3000,
    "facebook": 63206,
    "instagram": 2200,
}
"""Characters that fit in one post, as each channel counts them (as the channels state it, 2026)."""

_LINK_WEIGHT = 23  # on X and on Mastodon alike
_SHORTEST_SHOUT = 2
_SHOUTED = re.compile("[!?]")
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def compile_match(match: MeasureMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The measure and its threshold; `over: channel` needs a measure of characters."""
    if match.over == "channel" and match.measure != "characters":
        compiler.error(["over"], "only `characters` has a limit by channel", "give a number")
    return {"measure": match.measure, "over": match.over}, _needs(match)


def _needs(match: MeasureMatch) -> Needs:
    """What a draft must have for the measure to be above one, where that can be told at a glance."""
    at_a_glance = match.over != "channel" and match.over >= 1
    return one_of([NEEDS[match.measure]]) if at_a_glance and match.measure in NEEDS else None


def values(part: Part) -> frozenset[str]:
    """A message may quote the value and the limit, and for readability the heaviest reason and all of them."""
    reasons = ["reason", "reasons"] if part["measure"] == "readability" else []
    return frozenset(["value", "limit", *reasons])


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that marks what lies over the threshold; messages may quote `{value}` and `{limit}`."""
    measure = MEASURES[part["measure"]]
    over = part["over"]

    def find(document: Document) -> list[Match]:
        limit = LIMITS.get(document.context.channel or "") if over == "channel" else over
        if limit is None:
            return []
        return [
            Match(span, {"value": f"{value:g}", "limit": f"{limit:g}"} | reasons)
            for span, value, reasons in measure(document)
            if value > limit
        ]

    return find


Measured = Iterator[tuple[Span, float, dict[str, str]]]


def _whole(document: Document) -> Span:
    return Span(0, len(document.text))


def _words(document: Document) -> Measured:
    yield _whole(document), len(words(document)), {}


def _characters(document: Document) -> Measured:
    yield _whole(document), characters(document), {}


def characters(document: Document) -> int:
    """The length of the draft as its channel counts it; code points where the channel is unknown or counts plainly."""
    count = _COUNTS.get(document.context.channel or "")
    return count(document) if count else len(document.text)


def _weighted_for_x(document: Document) -> int:
    """Twitter-text v3: a light code point weighs 1, another 2, a link 23, an emoji 2; of the text in form NFC."""
    weight = 0
    end = 0
    for token in tokens(document):
        if token.kind in (TokenKind.URL, TokenKind.EMOJI):
            weight += _weight(document.text[end : token.span.start])
            weight += _LINK_WEIGHT if token.kind is TokenKind.URL else _emoji_weight(token.span.of(document.text))
            end = token.span.end
    return weight + _weight(document.text[end:])


def _emoji_weight(text: str) -> int:
    return _weight(text) if text.isascii() else 2


def _weight(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    return sum(1 if any(low <= ord(character) <= high for low, high in _LIGHT) else 2 for character in composed)


def _with_short_links(document: Document) -> int:
    """Mastodon: a link counts as 23 characters, the server of a handle does not count."""
    length = len(document.text)
    for token in tokens(document):
        text = token.span.of(document.text)
        if token.kind is TokenKind.URL:
            length += _LINK_WEIGHT - len(text)
        elif token.kind is TokenKind.HANDLE and "@" in text[1:]:
            length -= len(text) - text.index("@", 1)
    return length


def _graphemes(document: Document) -> int:
    """Bluesky counts what a reader sees as one character (Unicode grapheme clusters)."""
    if len(document.text) <= LIMITS["bluesky"]:
        return len(document.text)
    import regex

    return len(regex.findall(r"\X", document.text))


_COUNTS: dict[str, Callable[[Document], int]] = {
    "x": _weighted_for_x,
    "mastodon": _with_short_links,
    "bluesky": _graphemes,
}


def _sentence_words(document: Document) -> Measured:
    for span, sentence in zip(sentences(document), sentence_words(document), strict=True):
        yield span, len(sentence), {}


def _capitals(document: Document) -> Measured:
    """Rows of words in capitals, with the number of words that are longer than an abbreviation usually is."""
    text = document.text
    for sentence in sentence_words(document):
        for shouted, row in groupby(sentence, key=lambda token: _in_capitals(token, text)):
            if shouted:
                loud = list(row)
                yield Span(loud[0].span.start, loud[-1].span.end), len(loud), {}


def _in_capitals(token: Token, text: str) -> bool:
    word = token.span.of(text)
    return token.kind is TokenKind.WORD and len(word) >= _SHORTEST_SHOUT and word.isupper()


def _capital_share(document: Document) -> Measured:
    letters = [character for character in document.text if character.isalpha()]
    if letters:
        yield _whole(document), round(100 * sum(map(str.isupper, letters)) / len(letters)), {}


@view
def _rows_of_marks(document: Document) -> tuple[Span, ...]:
    return tuple(
        moved(token, start).span
        for start, part in document.parts or ((0, document),)
        if _SHOUTED.search(part.text)
        for token in tokens(part)
        if token.kind is TokenKind.MARK and token.span.of(part.text)[0] in "!?"
    )


def _marks(document: Document) -> Measured:
    for span in _rows_of_marks(document):
        yield span, span.end - span.start, {}


def _readability(document: Document) -> Measured:
    from postlint.language.readability import hard_sentences

    for hard in hard_sentences(document):
        reasons = [reason.in_words(document.lang) for reason in hard.reasons]
        yield hard.span, hard.score, {"reason": reasons[0], "reasons": ", ".join(reasons)}


NEEDS = {"marks": "?marks", "capitals": "?capitals"}
"""The feature of a document (see `checks.features`) without which a measure is at most one."""

MEASURES: dict[str, Callable[[Document], Measured]] = {
    "words": _words,
    "characters": _characters,
    "sentence_words": _sentence_words,
    "capitals": _capitals,
    "capital_share": _capital_share,
    "marks": _marks,
    "readability": _readability,
}
