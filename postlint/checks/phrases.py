"""The match kind `phrases`: runs compiled phrases over a draft's words.

`postlint.phrase` describes the language, `postlint.phrase_compiler` compiles it. A phrase's automaton has no circles
and no empty steps, and no state of it is tried twice at the same word, so that time grows with the text alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product, starmap
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from postlint.checks.match import Build, Compiler, Match, Matcher, Need, Needs
from postlint.checks.passages import Passage, Passages, clause_passages, sentence_passages
from postlint.document import Document, Span
from postlint.language.tokens import Token
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.phrase_compiler import CompiledPhrase, CompiledPhrases, Edge, PhraseTable, States
    from postlint.schema import PhrasesMatch

Hit: TypeAlias = tuple[int, ...]
"""The places of the words that a phrase, or an item of one, is made of; the words of a gap are not among them."""

_WORD = "{word}"


def compile_match(match: PhrasesMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """Compile the phrases that are right and report all that is wrong with the others."""
    from postlint.language.inflection import inflections
    from postlint.phrase import phrase_errors, written_with_capitals
    from postlint.phrase_compiler import compile_phrases, required_keys

    right = []
    for number, phrase in enumerate(match.phrases):
        errors = phrase_errors(phrase, compiler.lists)
        for error in errors:
            compiler.error(["phrases", number], error.what, error.remedy, error.offset)
        if not errors:
            right.append(phrase)
    data = compile_phrases(
        right,
        lang=compiler.lang,
        lists=compiler.lists,
        free_order=match.order == "free",
        inflect=inflections,
        rarity=compiler.word_rarity,
    )
    cased = written_with_capitals(right, compiler.lists) if match.case == "exact" else {}
    required = required_keys(data)
    return {**data, "cased": cased}, None if required is None else tuple(starmap(Need, required))


def values(part: Part) -> frozenset[str]:
    """What the message may quote: of a list's entries `entry` and `value`, where every phrase is such a list."""
    phrases = [*part["ordered"]["phrases"], *part["free"]["phrases"]]
    return frozenset.intersection(*(frozenset(phrase["values"]) for phrase in phrases)) if phrases else frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher of compiled phrases."""
    return Phrases(cast("CompiledPhrases", part), part["cased"]).find


class Phrases:
    """All phrases of one rule, as `postlint.phrase_compiler.compile_phrases` made them.

    `cased` gives words by their norm that count only as they are written there.
    """

    def __init__(self, data: CompiledPhrases, cased: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        self._ordered = Candidates(data["ordered"]) if data["ordered"]["phrases"] else None
        self._free = Candidates(data["free"]) if data["free"]["phrases"] else None
        self._cased = cased

    def find(self, document: Document) -> list[Match]:
        """The matches in order of place; of matches that overlap the longest is kept, the first of equals."""
        matches = [
            Match(Span(words[hit[0]].span.start, words[hit[-1]].span.end), MappingProxyType(phrase["values"]))
            for words, phrase, hit in self._hits(document)
            if not self._cased or self._is_cased(document.text, words, hit)
        ]
        if len(matches) < 2:
            return matches
        matches.sort(key=lambda match: (match.span.start - match.span.end, match.span.start))
        kept = _disjoint([match.span for match in matches])
        return sorted((matches[index] for index in kept), key=lambda match: match.span)

    def _is_cased(self, text: str, words: tuple[Token, ...], hit: Hit) -> bool:
        """Whether each word that counts only with its capitals has them."""
        found = [words[place] for place in hit]
        return all(word.span.of(text) in self._cased.get(word.norm, (word.span.of(text),)) for word in found)

    def _hits(self, document: Document) -> Iterator[tuple[tuple[Token, ...], CompiledPhrase, Hit]]:
        if self._ordered:
            for passage, phrase in self._ordered.within(sentence_passages(document)):
                for hit in _in_order(phrase["items"][0], passage):
                    yield passage.words, phrase, hit
        if self._free and self._free.may_occur(sentence_passages(document)):
            for passage, phrase in self._free.within(clause_passages(document)):
                for hit in _in_any_order(phrase, passage):
                    yield passage.words, phrase, hit


class Candidates:
    """Tells which phrases of a table may occur in which passage, by the words in it."""

    def __init__(self, table: PhraseTable) -> None:
        self._phrases = table["phrases"]
        self._by_anchor = table["by_anchor"]
        self._anchors = frozenset(self._by_anchor)  # as a set: it is compared with those of every draft
        self._also = table["also"]
        self._always = table["always"]

    def may_occur(self, passages: Passages) -> bool:
        """Whether any phrase may occur in the passages, or in parts of them."""
        return bool(self._always) or not self._anchors.isdisjoint(passages.keys)

    def within(self, passages: Passages) -> Sequence[tuple[Passage, CompiledPhrase]]:
        """The passages and phrases to try, passage by passage, the phrases in their order."""
        keys = self._anchors & passages.keys
        if not keys and not self._always:
            return ()
        also = self._also
        found = {
            (number, index)
            for key in keys
            for number in passages.having(key)
            for index in self._by_anchor[key]
            if not also[index] or _has_all(passages.all[number], also[index])
        }
        if self._always:
            found.update(product(range(len(passages.all)), self._always))
        return [(passages.all[number], self._phrases[index]) for number, index in sorted(found)]


def _has_all(passage: Passage, sets: Iterable[tuple[frozenset[str], int]]) -> bool:
    """Whether a passage has so many words of each set."""
    for keys, count in sets:
        if count == 1:
            if keys.isdisjoint(passage.keys):
                return False
        elif passage.count(keys) < count:
            return False
    return True


# ---- words in order -------------------------------------------------------------------------------------------------


def _in_order(states: States, passage: Passage) -> Iterator[Hit]:
    """All hits from left to right, none overlapping another."""
    free, failed = 0, set[int]()
    for start in _starts(states, passage):
        if start >= free:
            hit = _hit(states, len(states) - 1, passage.words, start, failed)
            if hit is not None:
                free = hit[-1] + 1
                yield hit


def _starts(states: States, passage: Passage) -> list[int]:
    """The places where a hit can begin."""
    found: list[list[int]] = []
    for edge in states[-1]:
        if isinstance(edge, dict):
            if not edge.keys().isdisjoint(passage.keys):
                found.append(
                    [place for place, word in enumerate(passage.words) if not edge.keys().isdisjoint(word.keys)]
                )
        elif isinstance(edge, tuple) and passage.may_have(edge[0], edge[1]):
            found.append([place for place, word in enumerate(passage.words) if _has_affix(word.keys, edge)])
    return found[0] if len(found) == 1 else sorted(set().union(*found))


def _has_affix(keys: tuple[str, ...], edge: tuple[str, str, int]) -> bool:
    side, letters, _ = edge
    if keys[-1] != _WORD:
        return False
    has = str.startswith if side == "begins" else str.endswith
    if len(keys) == 2:  # nearly every word: its norm and its kind
        return has(keys[0], letters)
    return any(has(key, letters) for key in keys[:-1])


def _hit(states: States, state: int, words: tuple[Token, ...], place: int, failed: set[int]) -> Hit | None:
    """What the phrase takes from `place` on where it has come to `state`: of all ways the one it prefers.

    `failed` remembers from which state at which place nothing follows, so that no pair is tried twice, from whatever
    start: all hits together take time in proportion to words times states. A phrase's length bounds the depth.
    """
    mark = place * len(states) + state
    if mark in failed:
        return None
    keys = words[place].keys if place < len(words) else None
    for edge in states[state]:
        if edge is None:
            return ()
        if keys is None:
            continue
        if isinstance(edge, int):
            rest = _hit(states, edge, words, place + 1, failed)
            if rest is not None:
                return rest
        for target in _targets(edge, keys):
            rest = _hit(states, target, words, place + 1, failed)
            if rest is not None:
                return (place, *rest)
    failed.add(mark)
    return None


def _targets(edge: Edge, keys: tuple[str, ...]) -> list[int]:
    """The states to which an edge leads that takes the word with these keys."""
    if isinstance(edge, dict):
        return [target for key in keys if key in edge for target in edge[key]]
    return [edge[2]] if isinstance(edge, tuple) and _has_affix(keys, edge) else []


# ---- words in any order ---------------------------------------------------------------------------------------------


def _in_any_order(phrase: CompiledPhrase, passage: Passage) -> list[tuple[int, int]]:
    """The smallest windows that hold a hit of every item, none overlapping another."""
    items: list[list[Hit]] = []
    for states in phrase["items"]:
        items.append(_hits(states, passage))
        if not items[-1]:
            return []
    windows = sorted(set(_windows(items, phrase["reach"])), key=lambda window: (window[-1] - window[0], window))
    if len(windows) < 2:
        return windows
    return [windows[index] for index in _disjoint([Span(first, last + 1) for first, last in windows])]


def _hits(states: States, passage: Passage) -> list[Hit]:
    """The hit of an item from every place where it can begin."""
    starts = _starts(states, passage)
    if len(states) == 2:  # one word and the end
        return [(start,) for start in starts]
    failed = set[int]()
    found = [_hit(states, len(states) - 1, passage.words, start, failed) for start in starts]
    return [hit for hit in found if hit is not None]


def _windows(items: list[list[Hit]], reach: int) -> Iterator[tuple[int, int]]:
    """For every place where a hit ends, the smallest window up to there."""
    latest: dict[int, Hit] = {}
    for hit, item in sorted(((hit, item) for item, hits in enumerate(items) for hit in hits), key=_by_end):
        latest[item] = max(hit, latest.get(item, hit))
        if len(latest) < len(items):
            continue
        first = min(chosen[0] for chosen in latest.values())
        if hit[-1] - first >= reach:
            continue
        if len({place for chosen in latest.values() for place in chosen}) == sum(map(len, latest.values())):
            yield first, hit[-1]
        else:
            yield from _window_without_sharing(items, hit[-1] - reach + 1, hit[-1])


def _by_end(found: tuple[Hit, int]) -> int:
    return found[0][-1]


def _window_without_sharing(items: list[list[Hit]], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The smallest window between two places where items would share words if each took its latest hit."""
    window = None
    while True:
        within = [
            [hit for hit in hits[bisect_left(hits, (first,)) : bisect_left(hits, (last + 1,))] if hit[-1] <= last]
            for hits in items
        ]
        chosen = _one_of_each(within) if all(within) else None
        if chosen is None:
            break
        window = (min(hit[0] for hit in chosen), max(hit[-1] for hit in chosen))
        first = window[0] + 1
    if window is not None:
        yield window


def _one_of_each(items: list[list[Hit]]) -> list[Hit] | None:
    """A hit of every item, as late as can be, that share no word; `None` where that cannot be (Kuhn's matching)."""
    holders: dict[int, int] = {}
    chosen: dict[int, Hit] = {}

    def give(item: int, asked: set[int]) -> bool:
        for hit in reversed(items[item]):
            rivals = {holders[place] for place in hit if place in holders}
            if rivals and (len(rivals) > 1 or not asked.isdisjoint(rivals)):
                continue
            before = {rival: chosen.pop(rival) for rival in rivals}
            for place in (place for taken in before.values() for place in taken):
                del holders[place]
            chosen[item] = hit
            holders.update(dict.fromkeys(hit, item))
            if all(give(rival, asked | {item, rival}) for rival in rivals):
                return True
            for place in hit:
                del holders[place]
            del chosen[item]
            chosen.update(before)
            holders.update((place, rival) for rival, taken in before.items() for place in taken)
        return False

    return list(chosen.values()) if all(give(item, {item}) for item in range(len(items))) else None


def _disjoint(spans: list[Span]) -> list[int]:
    """The indices of the spans to keep where each in turn is kept if it overlaps none kept before."""
    kept: list[Span] = []
    indices = []
    for index, span in enumerate(spans):
        place = bisect_left(kept, span)
        if (place == 0 or not kept[place - 1].overlaps(span)) and (
            place == len(kept) or not kept[place].overlaps(span)
        ):
            kept.insert(place, span)
            indices.append(index)
    return indices
