"""Phrases compiled to plain data: automata that `postlint.checks.phrases` runs, and the words that tell of them.

What comes out can be marshalled. `postlint.phrase` describes and reads the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod
from typing import Protocol, TypeAlias, TypedDict

from postlint.language.tokens import fold, pair
from postlint.phrase import (
    TOKEN_LISTS,
    VERB_GAP,
    Affix,
    Choice,
    Gap,
    Item,
    Lemma,
    Line,
    Listed,
    Words,
    is_required,
    norms_of,
    phrase_errors,
    read_phrase,
)

FREE_ROOM = 8
HASHTAG_WORDS = 4
HASHTAGS = 6
PAIRS = 40
_ASSOCIATION = 30
# How many of all words in posts are such a token, roughly: they must not be taken for rare words.
_TOKEN_LIST_FREQUENCY = 0.01
COMMON = 1e-4
"""The share of all words from which a word is too common to tell a phrase by itself."""

Edge: TypeAlias = dict[str, tuple[int, ...]] | tuple[str, str, int] | int | None
"""What may come next: a word by its key, a word by its begin or end, any word, or the end of the phrase."""
Edges: TypeAlias = tuple[Edge, ...]
"""All that may come next, in order of preference."""
States: TypeAlias = list[Edges]
"""An automaton without empty steps or circles; it starts in the last state."""


class CompiledPhrase(TypedDict):
    """One automaton; or one for each item, all found within `reach` words, where the order is free."""

    items: list[States]
    reach: int
    values: dict[str, str]


class PhraseTable(TypedDict):
    """Phrases, under which words each can occur, which ones no word can tell of, and what else each has.

    Where the words under which a phrase can occur are common ones, every match has one word of each set in `also`
    besides; the number with a set is how many words of it a match has in all.
    """

    phrases: list[CompiledPhrase]
    by_anchor: dict[str, tuple[int, ...]]
    always: tuple[int, ...]
    also: tuple[tuple[tuple[frozenset[str], int], ...], ...]


class CompiledPhrases(TypedDict):
    """All phrases of a rule: `ordered` ones are sought in sentences, `free` ones in clauses."""

    ordered: PhraseTable
    free: PhraseTable


class Inflections(Protocol):
    """The forms of a word: single words, and for separable verbs (finite forms, particle) that stand apart."""

    @property
    def forms(self) -> frozenset[str]:
        """All forms that are one word."""

    @property
    def multiword(self) -> frozenset[str]:
        """All forms that are several words in a row."""

    @property
    def apart(self) -> tuple[tuple[frozenset[str], str], ...]:
        """Finite forms and the particle that follows later in the clause."""


@dataclass(frozen=True, slots=True)
class _One:
    """One word, by its keys."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Either:
    """One of these."""

    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Maybe:
    """This, or nothing."""

    part: _Part


@dataclass(frozen=True, slots=True)
class _Row:
    """These, one after the other."""

    parts: tuple[_Part, ...]


_Part: TypeAlias = _One | _Either | _Maybe | _Row | Affix | Gap
Keys: TypeAlias = tuple[frozenset[str], tuple[frozenset[str], ...]] | None
"""Keys of which every match has one, and sets of which it has one each besides (none if the first are rare enough)."""


def compile_phrases(
    phrases: Sequence[str],
    *,
    lang: str,
    lists: Mapping[str, Mapping[str, str]],
    free_order: bool,
    inflect: Callable[[str, str], Inflections],
    rarity: Callable[[str], float],
) -> CompiledPhrases:
    """All phrases of a rule as plain data for `postlint.checks.phrases.Phrases`.

    `lists` maps names to entries, and entries to a value (empty for none). With `free_order` the items of a phrase
    stand in any order within a clause. `inflect` gives the forms of a word in a language; `rarity` how frequent a
    word is, as a share of all words. Raises the first `PhraseError` there is; `phrase_errors` gives all of a phrase.
    """
    compiler = _Compiler(lang, lists, inflect, rarity)
    ordered: list[tuple[CompiledPhrase, Keys]] = []
    free: list[tuple[CompiledPhrase, Keys]] = []
    for phrase in phrases:
        for error in phrase_errors(phrase, lists):
            raise error
        line, _ = read_phrase(phrase, lists)
        items = [item for item in line.items if is_required(item)]
        if len(line.items) == 1 and isinstance(items[0], Listed) and items[0].name not in TOKEN_LISTS:
            ordered += compiler.entries(items[0])
        elif free_order and len(items) > 1:
            free.append(compiler.free(line, items))
        else:
            ordered.append(compiler.ordered(compiler.row(line)))
    return {"ordered": _table(ordered), "free": _table(free)}


def required_keys(data: CompiledPhrases) -> list[tuple[frozenset[str], frozenset[str]]] | None:
    """For every phrase the keys of which a draft must have one, and those of which it must have one besides.

    The latter may be empty; the whole is `None` where of some phrase no word tells.
    """
    if data["ordered"]["always"] or data["free"]["always"]:
        return None
    required = []
    for table in (data["ordered"], data["free"]):
        anchors: list[set[str]] = [set() for _ in table["phrases"]]
        for key, indices in table["by_anchor"].items():
            for index in indices:
                anchors[index].add(key)
        for keys, also in zip(anchors, table["also"], strict=True):
            required.append((frozenset(keys), also[0][0] if also else frozenset()))
    return required


def _table(phrases: list[tuple[CompiledPhrase, Keys]]) -> PhraseTable:
    by_anchor: dict[str, tuple[int, ...]] = {}
    for index, (_, keys) in enumerate(phrases):
        for key in sorted(keys[0] if keys else ()):
            by_anchor[key] = (*by_anchor.get(key, ()), index)
    return {
        "phrases": [compiled for compiled, _ in phrases],
        "by_anchor": by_anchor,
        "always": tuple(index for index, (_, keys) in enumerate(phrases) if keys is None),
        "also": tuple(_numbered(keys) if keys else () for _, keys in phrases),
    }


def _numbered(keys: tuple[frozenset[str], tuple[frozenset[str], ...]]) -> tuple[tuple[frozenset[str], int], ...]:
    """The sets after the first, each with how many times it has come by then."""
    sets = (keys[0], *keys[1])
    return tuple((each, sets[: place + 1].count(each)) for place, each in enumerate(sets) if place)


class _Compiler:
    """Compiles phrases of one language; forms and entries are worked out once."""

    def __init__(
        self,
        lang: str,
        lists: Mapping[str, Mapping[str, str]],
        inflect: Callable[[str, str], Inflections],
        rarity: Callable[[str], float],
    ) -> None:
        self.lang = lang
        self.lists = lists
        self.inflect = inflect
        self.rarity = rarity
        self.frequencies: dict[str, float] = dict.fromkeys(
            (key for keys in TOKEN_LISTS.values() for key in keys), _TOKEN_LIST_FREQUENCY
        )
        self.lemmas: dict[str, _Part] = {}
        self.listed: dict[str, dict[str, _Part]] = {}

    def ordered(self, part: _Part, values: Mapping[str, str] | None = None) -> tuple[CompiledPhrase, Keys]:
        """A phrase whose words stand in order, or are one hashtag, with the keys that it needs."""
        part = _or_hashtag(part)
        compiled: CompiledPhrase = {"items": [_automaton(part)], "reach": 0, "values": dict(values or {})}
        return compiled, self.keys(part)

    def entries(self, listed: Listed) -> list[tuple[CompiledPhrase, Keys]]:
        """A phrase for every entry of a list, each with the entry and its value."""
        values = self.lists[listed.name]
        return [
            self.ordered(part, {"entry": entry, "value": values[entry]})
            for entry, part in self.list_parts(listed).items()
        ]

    def free(self, line: Line, items: list[Item]) -> tuple[CompiledPhrase, Keys]:
        """A phrase whose items stand in any order, with the keys that it needs."""
        parts = tuple(self.part(item) for item in items)
        reach = FREE_ROOM + _longest(self.row(line))
        compiled: CompiledPhrase = {"items": [_automaton(part) for part in parts], "reach": reach, "values": {}}
        return compiled, self.keys(_Row(parts), free=True)

    def row(self, line: Line) -> _Part:
        parts = tuple(self.part(item) for item in line.items)
        return parts[0] if len(parts) == 1 else _Row(parts)

    def part(self, item: Item) -> _Part:
        """An item with its forms and entries filled in."""
        if isinstance(item, Words):
            return _words(item.norms)
        if isinstance(item, Lemma):
            return self.forms(item.word)
        if isinstance(item, Listed):
            if item.name in TOKEN_LISTS:
                return _One(TOKEN_LISTS[item.name])
            return _either(self.list_parts(item).values())
        if isinstance(item, Choice):
            choice = _either(self.row(alternative) for alternative in item.alternatives)
            return _Maybe(choice) if item.optional else choice
        return item

    def forms(self, word: str) -> _Part:
        if word not in self.lemmas:
            found = self.inflect(word, self.lang)
            together = [_words(norms_of(form)) for form in sorted(found.forms | found.multiword)]
            self.lemmas[word] = _either(together + [_apart(*forms) for forms in found.apart])
        return self.lemmas[word]

    def list_parts(self, listed: Listed) -> dict[str, _Part]:
        """The entries of a list."""
        if listed.name not in self.listed:
            self.listed[listed.name] = {
                entry: self.row(read_phrase(entry, None)[0]) for entry in self.lists[listed.name]
            }
        return self.listed[listed.name]

    def keys(self, part: _Part, *, free: bool = False) -> Keys:
        """The sets of keys of which every match of the part has one each, the rarest first; it alone if it is rare.

        With `free` the parts of a row stand in any order.
        """
        if isinstance(part, _Either):
            found = [self.keys(each) for each in part.parts]
            keys = [each for each in found if each is not None]
            if len(keys) < len(found):
                return None
            anchors = _union(each for each, _ in keys)
            besides = _union(also[0] if also else each for each, also in keys)
            return anchors, (besides,) if any(also for _, also in keys) else ()
        sets = [self.anchor(each) for each in (part.parts if isinstance(part, _Row) else (part,))]
        pairs = self.pairs(part.parts) if isinstance(part, _Row) and not free else []
        known = sorted((*(each for each in sets if each is not None), *pairs), key=self.frequency)
        if not known:
            return None
        return known[0], tuple(known[1:]) if self.frequency(known[0])[0] > COMMON else ()

    def anchor(self, part: _Part) -> frozenset[str] | None:
        """Keys of which one is in every match of the part, the rarest such set; `None` where there is none."""
        if isinstance(part, _One):
            return part.keys
        if isinstance(part, _Row):
            sets = [keys for keys in map(self.anchor, part.parts) if keys is not None]
            return min([*sets, *self.pairs(part.parts)], key=self.frequency, default=None)
        if isinstance(part, _Either):
            found = [self.anchor(each) for each in part.parts]
            sets = [keys for keys in found if keys is not None]
            return _union(sets) if len(sets) == len(found) else None
        return None

    def pairs(self, parts: Sequence[_Part]) -> list[frozenset[str]]:
        """For every two words that stand next to each other the keys of the pair (see `tokens.pair`), where few."""
        return [
            frozenset(pair(one, other) for one in first.keys for other in second.keys)
            for first, second in pairwise(parts)
            if isinstance(first, _One) and isinstance(second, _One) and len(first.keys) * len(second.keys) <= PAIRS
        ]

    def frequency(self, keys: frozenset[str]) -> tuple[float, list[str]]:
        """How frequent any of the keys is; then the keys, so that equals always come out alike."""
        for key in keys:
            if key not in self.frequencies:
                self.frequencies[key] = pair_frequency(key, self.rarity)
        ordered = sorted(keys)
        return sum(self.frequencies[key] for key in ordered), ordered


def pair_frequency(key: str, rarity: Callable[[str], float]) -> float:
    """How frequent a word is, or two words next to each other: more often than chance would have it."""
    if " " not in key:
        return _TOKEN_LIST_FREQUENCY if key.startswith("{") else rarity(key)
    return min(_ASSOCIATION * prod(pair_frequency(word, rarity) for word in key.split(" ")), 1.0)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _words(norms: tuple[str, ...]) -> _Part:
    parts = tuple(_One(frozenset({norm})) for norm in norms)
    return parts[0] if len(parts) == 1 else _Row(parts)


def _apart(finite: frozenset[str], particle: str) -> _Part:
    """A separable verb apart: "kom … terug"."""
    return _Row((_One(frozenset(map(fold, finite))), Gap(0, 0, VERB_GAP), _One(frozenset({fold(particle)}))))


def _or_hashtag(part: _Part) -> _Part:
    """Two to four words in a row, or the hashtag that they make: "durf te vragen", "#durftevragen".

    Longer hashtags are rare, and each would stand in the index that every cold start loads.
    """
    if not isinstance(part, _Row) or len(part.parts) > HASHTAG_WORDS:
        return part
    sets = [[key for key in each.keys if "{" not in key] for each in part.parts if isinstance(each, _One)]
    if len(sets) < len(part.parts) or not 1 <= prod(map(len, sets)) <= HASHTAGS:
        return part
    return _Either((part, _One(frozenset("#" + "".join(words) for words in product(*sets)))))


def _either(parts: Iterable[_Part]) -> _Part:
    """One of the parts: those with more words first, all single words together."""
    kept: list[_Part] = []
    keys: set[str] = set()
    for part in parts:
        if isinstance(part, _One):
            keys |= part.keys
        else:
            kept.append(part)
    kept.sort(key=_longest, reverse=True)
    if keys:
        kept.append(_One(frozenset(keys)))
    return kept[0] if len(kept) == 1 else _Either(tuple(kept))


def _longest(part: _Part) -> int:
    """The most words that the part can take."""
    if isinstance(part, Gap):
        return part.words
    if isinstance(part, _Maybe):
        return _longest(part.part)
    if isinstance(part, _Either):
        return max(map(_longest, part.parts))
    return sum(map(_longest, part.parts)) if isinstance(part, _Row) else 1


def _automaton(part: _Part) -> States:
    """The part as an automaton."""
    builder = _Builder()
    builder.states.append(builder.edges(part, (None,)))
    return builder.states


class _Builder:
    """Builds an automaton from its end, so that what follows is shared, never copied."""

    def __init__(self) -> None:
        self.states: States = []
        self.numbers: dict[int, int] = {}

    def edges(self, part: _Part, following: Edges) -> Edges:
        """What may come next where `part` and then `following` may come."""
        if isinstance(part, _Row):
            for each in reversed(part.parts):
                following = self.edges(each, following)
            return following
        if isinstance(part, _Maybe):
            return self.edges(part.part, following) + following
        if isinstance(part, Gap):
            longer = following
            for _ in range(part.words):
                longer = (*following, self.state(longer))
            return longer
        if isinstance(part, _Either):
            return _joined(edge for each in part.parts for edge in self.edges(each, following))
        target = self.state(following)
        if isinstance(part, Affix):
            return ((part.side, part.letters, target),)
        return (dict.fromkeys(sorted(part.keys), (target,)),)

    def state(self, edges: Edges) -> int:
        """The number of the state with these very edges."""
        if id(edges) not in self.numbers:
            self.numbers[id(edges)] = len(self.states)
            self.states.append(edges)
        return self.numbers[id(edges)]


def _joined(edges: Iterable[Edge]) -> Edges:
    """The edges with neighbouring tables of words made one."""
    joined: list[Edge] = []
    for edge in edges:
        last = joined[-1] if joined else None
        if isinstance(edge, dict) and isinstance(last, dict):
            for key, targets in edge.items():
                last[key] = (*last.get(key, ()), *targets)
        else:
            joined.append(dict(edge) if isinstance(edge, dict) else edge)
    return tuple(joined)
