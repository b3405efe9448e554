"""The words of a draft by sentence and by clause, as rules are looked up and phrases are sought in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from postlint.document import Document, view
from postlint.language.sentences import clause_words, sentence_words
from postlint.language.tokens import Token, pair

_WORD = "{word}"


class Passage(NamedTuple):
    """Words in which a phrase is sought, all keys of them and of two neighbours, and at which places each stands."""

    words: tuple[Token, ...]
    keys: frozenset[str]
    places: dict[str, list[int]]


class Passages(NamedTuple):
    """The passages of a draft, all keys in them, and for every key the numbers of the passages that have it."""

    all: tuple[Passage, ...]
    keys: frozenset[str]
    having: dict[str, list[int]]


@view
def sentence_passages(document: Document) -> Passages:
    """The draft's sentences."""
    return _passages(sentence_words(document))


@view
def clause_passages(document: Document) -> Passages:
    """The draft's clauses."""
    return _passages(clause_words(document))


def _passages(rows: Iterable[tuple[Token, ...]]) -> Passages:
    passages = tuple(map(_passage, rows))
    having: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        for key in passage.places:
            if key in having:
                having[key].append(number)
            else:
                having[key] = [number]
    return Passages(passages, frozenset(having), having)


def _passage(words: tuple[Token, ...]) -> Passage:
    places: dict[str, list[int]] = {}
    before: tuple[str, ...] = ()
    for place, word in enumerate(words):
        keys = word.keys
        for key in (*keys, *_pairs(before, keys)):
            if key in places:
                places[key].append(place)
            else:
                places[key] = [place]
        before = keys
    return Passage(words, frozenset(places), places)


def _pairs(before: tuple[str, ...], keys: tuple[str, ...]) -> Iterable[str]:
    """The keys of two neighbours; that a word is one is not told."""
    if len(before) == 2 == len(keys) and before[1] == _WORD == keys[1]:  # nearly all: a norm and a kind each
        return (pair(before[0], keys[0]),)
    return (pair(one, other) for one, other in product(_told(before), _told(keys)))


def _told(keys: tuple[str, ...]) -> Iterator[str]:
    return (key for key in keys if key != _WORD)
