"""Phrasebooks: families of phrases that are looked up in a draft in one pass.

In a family phrases are parted by `|`. In a phrase `a/b` is a choice, `…` a gap of up to four tokens within the
sentence, and `^`, as the first word, the start of a sentence or of a part of it. `{url}`, `{number}`, `{handle}` and
so on are any token of that kind. A family `-name` has the look-alikes of the family `name`: where one stands, no
phrase of `name` is found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language.sentences import sentences
from postlint.language.tokens import TokenKind, tokens

_GAP = "…"
_LONGEST_GAP = 4
_SPOKEN = frozenset((TokenKind.WORD, TokenKind.MARK))
_OPENERS = frozenset(', : ; - ( ) … ... .. . ! ? " “ ‘ „ > en maar dus want of nou and but so or'.split())

Pattern = tuple[frozenset[str] | None, ...]


class Phrase(NamedTuple):
    """A phrase from its second word on.

    `counts` tells it from a look-alike of its family; `opens` says that it must start a part of a sentence.
    """

    family: str
    counts: bool
    opens: bool
    pattern: Pattern


class Said(NamedTuple):
    """A phrase of `family` on the tokens `first` up to and without `end`."""

    family: str
    first: int
    end: int


@dataclass(frozen=True)
class Phrasebook:
    """Families of phrases of one language, in the notation that this module tells of."""

    families: Mapping[str, str]

    @cached_property
    def by_first_words(self) -> Mapping[str, Mapping[str, Sequence[Phrase]]]:
        """First word to second word to phrases, those with the most words first.

        Phrases without a fixed second word stand under every second word, and alone under the empty one.
        """
        index: dict[str, dict[str, list[Phrase]]] = {}
        for first, phrase in self._phrases():
            seconds = (phrase.pattern and phrase.pattern[0]) or ("",)
            for second in seconds:
                index.setdefault(first, {"": []}).setdefault(second, []).append(phrase)
        for found in index.values():
            loose = found[""]
            for second, phrases in found.items():
                found[second] = sorted(phrases if second == "" else phrases + loose, key=_most_words_first)
        return index

    def _phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Each phrase with each of its first words."""
        for family, phrases in self.families.items():
            for phrase in re.sub(r"/\s+", "/", phrases).split("|"):
                words = phrase.split()
                opens = words[0] == "^"
                first, *rest = words[opens:]
                pattern = tuple(None if word == _GAP else frozenset(word.split("/")) for word in rest)
                for word in first.split("/"):
                    yield word, Phrase(family.lstrip("-"), family[0] != "-", opens, pattern)


def _most_words_first(phrase: Phrase) -> int:
    return phrase.pattern.count(None) - len(phrase.pattern)


@view
def norms(document: Document) -> list[str]:
    """What phrases compare: the folded text of words and marks, `{kind}` for any other token."""
    return [token.norm if token.kind in _SPOKEN else f"{{{token.kind}}}" for token in tokens(document)]


@view
def sentence_ends(document: Document) -> list[int]:
    """For each token the number of the first token after its sentence."""
    spans, ends, found = sentences(document), [], tokens(document)
    at = 0
    for sentence in spans:
        first = at
        while at < len(found) and found[at].span.start < sentence.end:
            at += 1
        ends.extend([at] * (at - first))
    return ends


def starts_part(document: Document, place: int) -> bool:
    """Whether token number `place` starts a sentence, or a part of one after a mark, a handle or a coordinator."""
    if place == 0 or sentence_ends(document)[place - 1] == place:
        return True
    before = norms(document)[place - 1]
    return before in _OPENERS or before.startswith("{")


def said(document: Document, book: Phrasebook) -> list[Said]:
    """The phrases of `book` in the draft, from left to right; of each family the longest at one place."""
    index, words, ends = book.by_first_words, norms(document), sentence_ends(document)
    free: dict[str, int] = {}
    found: list[Said] = []
    for place, word in enumerate(words):
        by_second = index.get(word)
        if by_second is None:
            continue
        second = words[place + 1] if place + 1 < len(words) else ""
        for family, counts, opens, pattern in by_second.get(second) or by_second[""]:
            if place < free.get(family, 0):
                continue
            end = _match(pattern, words, place + 1, ends[place]) if pattern else place + 1
            if end is not None and (not opens or starts_part(document, place)):
                free[family] = end
                if counts:
                    found.append(Said(family, place, end))
    return found


def span_of(document: Document, first: int, end: int) -> Span:
    """The text from token `first` up to and without token `end`."""
    found = tokens(document)
    return Span(found[first].span.start, found[end - 1].span.end)


def _match(pattern: Pattern, words: Sequence[str], place: int, stop: int) -> int | None:
    for number, choices in enumerate(pattern):
        if choices is None:
            return _match_after_gap(pattern[number + 1 :], words, place, stop)
        if place >= stop or words[place] not in choices:
            return None
        place += 1
    return place


def _match_after_gap(pattern: Pattern, words: Sequence[str], place: int, stop: int) -> int | None:
    for start in range(place, min(place + _LONGEST_GAP + 1, stop)):
        end = _match(pattern, words, start, stop)
        if end is not None:
            return end
    return None
