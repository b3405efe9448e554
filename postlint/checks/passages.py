"""The words of a draft by sentence and by clause, as rules are looked up and phrases are sought in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from operator import itemgetter

from postlint.document import Document, view
from postlint.language.sentences import clause_words, sentence_words
from postlint.language.tokens import Token, pair

_WORD = "{word}"
_keys_of = itemgetter(Token._fields.index("keys"))


class Passage:
    """Words in which a phrase is sought, and all keys of them and of two neighbours."""

    __slots__ = ("_written", "keys", "words")

    def __init__(self, words: tuple[Token, ...]) -> None:
        self.words = words
        self.keys = _keys(list(map(_keys_of, words)))
        self._written = ""

    def may_have(self, side: str, letters: str) -> bool:
        """Whether a key of a word begins or ends with these letters; told at once of all words."""
        if not self._written:
            self._written = "\n".join(["", *[key for word in self.words for key in word.keys], ""])
        return (f"\n{letters}" if side == "begins" else f"{letters}\n") in self._written

    def count(self, keys: frozenset[str]) -> int:
        """How often one of `keys` stands here; a word, or two, that has more of them counts for each."""
        rows = list(map(_keys_of, self.words))
        pairs = _pairs_of(rows) if any(" " in key for key in keys & self.keys) else []
        return sum([key in keys for found in (*rows, pairs) for key in found])


class Passages:
    """The passages of a draft, and all keys in them."""

    __slots__ = ("all", "keys")

    def __init__(self, rows: Iterable[tuple[Token, ...]]) -> None:
        self.all = tuple(map(Passage, rows))
        self.keys = self.all[0].keys if len(self.all) == 1 else frozenset().union(*[each.keys for each in self.all])

    def having(self, key: str) -> list[int]:
        """The numbers of the passages that have the key."""
        return [number for number, passage in enumerate(self.all) if key in passage.keys]


@view
def sentence_passages(document: Document) -> Passages:
    """The draft's sentences."""
    return Passages(sentence_words(document))


@view
def clause_passages(document: Document) -> Passages:
    """The draft's clauses; all keys in them are keys of its sentences as well."""
    return Passages(clause_words(document))


def _keys(rows: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The keys of words, given by word, and those of two neighbours.

    Nearly all words have a norm and their kind alone, and come in pairs of norms; the others are paired one by one.
    """
    norms = [keys[0] for keys in rows]
    found = set(map(" ".join, pairwise(norms))).union(*rows)
    for place, keys in enumerate(rows):
        if keys[1] != _WORD:
            found.update(_pairs(rows[max(0, place - 1) : place], (keys,)), _pairs((keys,), rows[place + 1 : place + 2]))
    return frozenset(found)


def _pairs_of(rows: Sequence[tuple[str, ...]]) -> list[str]:
    return [key for before, after in pairwise(rows) for key in _pairs((before,), (after,))]


def _pairs(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> list[str]:
    """The keys of two neighbours, where there are two; that a word is one is not told."""
    return [
        pair(one, other)
        for ones, others in product(before, after)
        for one in ones
        if one != _WORD
        for other in others
        if other != _WORD
    ]
