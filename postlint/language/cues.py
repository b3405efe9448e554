"""Cues: words that say how the words around them are meant, and how far that reaches.

After ConText (Chapman, Chu and Dowling 2007): a cue works forward, backward or both ways, ends at a stop word and at
its clause, and a look-alike ("niet alleen") takes the place of the cue it contains.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language.sentences import clauses, sentences
from postlint.language.tokens import TokenKind, tokens

GAP = "…"
LONGEST_GAP = 4
_ENDS = frozenset(".!?;:")
_LISTS = frozenset((",", "of", "en", "noch", "or", "and", "nor"))


class Direction(Enum):
    """Which side of a cue it speaks of; a look-alike and a stop speak of neither."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    LOOKALIKE = "look-alike"
    STOP = "stop"


class Reach(Enum):
    """How far a cue's scope goes at most."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    TEXT = "text"


# Looking a member up in its class costs more than the comparison, and scans compare often.
_FORWARD, _BACKWARD, _BOTH, _STOP = Direction.FORWARD, Direction.BACKWARD, Direction.BOTH, Direction.STOP
_CLAUSE, _TEXT = Reach.CLAUSE, Reach.TEXT
_URL = TokenKind.URL


class Cue(NamedTuple):
    """What a group of phrases does; `most` limits the scope to so many tokens."""

    direction: Direction
    reach: Reach = Reach.CLAUSE
    most: int | None = None


Pattern = tuple[frozenset[str] | None, ...]


class Lexicon:
    """The cues of one assertion in one language.

    `table` has rows of a cue and its phrases, parted by `|`. In a phrase `a/b` is a choice, `…` a gap of up to four
    tokens within the clause, and `^`, as the first word, the start of a clause or the place after a comma. Marks are
    words of their own and `{url}` is any address. Of two equal phrases the first row's holds.
    """

    def __init__(self, table: tuple[tuple[Cue, str], ...]) -> None:
        self.table = table

    @cached_property
    def by_first_words(self) -> Mapping[str, _Continuations]:
        """The phrases under each word that they may start with, the most words first."""
        by_first: dict[str, list[_Phrase]] = {}
        for cue, phrases in self.table:
            for written in re.sub(r"/\s+", "/", phrases).split("|"):
                words = written.split()
                opens = words[0] == "^"
                first, *rest = words[opens:]
                pattern = tuple(None if word == GAP else frozenset(word.split("/")) for word in rest)
                for word in first.split("/"):
                    by_first.setdefault(word, []).append(_Phrase(opens, pattern, cue))
        return {word: _Continuations.of(phrases) for word, phrases in by_first.items()}


class _Phrase(NamedTuple):
    """What follows a first word (a choice of words each, `None` for a gap), and whether that must open a clause."""

    opens: bool
    pattern: Pattern
    cue: Cue

    def order(self) -> tuple[int, bool]:
        """The most words first, and of as many those without a gap."""
        return self.pattern.count(None) - len(self.pattern), None in self.pattern


class _Continuations(NamedTuple):
    """The phrases with one first word: those to try before each second word, and before any other."""

    by_second: Mapping[str, Sequence[_Phrase]]
    others: Sequence[_Phrase]

    @classmethod
    def of(cls, phrases: list[_Phrase]) -> _Continuations:
        others: list[_Phrase] = []
        by_second: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            seconds = phrase.pattern[0] if phrase.pattern else None
            for second in seconds or ():
                by_second.setdefault(second, []).append(phrase)
            if seconds is None:
                others.append(phrase)
        ordered = {word: sorted((*found, *others), key=_Phrase.order) for word, found in by_second.items()}
        return cls(ordered, sorted(others, key=_Phrase.order))


class Hit(NamedTuple):
    """A cue found on the tokens `first` up to and without `end`; `head` is the end of its part before a gap."""

    first: int
    head: int
    end: int
    cue: Cue


@view
def token_starts(document: Document) -> list[int]:
    """Where each token starts."""
    return [token.span.start for token in tokens(document)]


@view
def clause_numbers(document: Document) -> list[int]:
    """For each token the number of its clause."""
    return _numbers(document, clauses(document))


@view
def sentence_numbers(document: Document) -> list[int]:
    """For each token the number of its sentence."""
    return _numbers(document, sentences(document))


def _numbers(document: Document, parts: Sequence[Span]) -> list[int]:
    starts, numbers = token_starts(document), list[int]()
    for number, (_, end) in enumerate(parts[:-1]):
        numbers += [number] * (bisect_left(starts, end) - len(numbers))
    return numbers + [max(0, len(parts) - 1)] * (len(starts) - len(numbers))


@view
def norms(document: Document) -> list[str]:
    """The folded text of each token, `{url}` for an address."""
    return ["{url}" if token.kind is _URL else token.norm for token in tokens(document)]


def hits(document: Document, lexicon: Lexicon) -> list[Hit]:
    """The cues of `lexicon` in the draft, from left to right; of those at one place the one of most words."""
    index, words = lexicon.by_first_words, norms(document)
    found: list[Hit] = []
    free = 0
    for place in [place for place, word in enumerate(words) if word in index]:
        if place >= free:
            hit = _hit_at(place, index[words[place]], words, document)
            if hit is not None:
                found.append(hit)
                free = hit.head if hit.cue.direction is _STOP else hit.end
    return found


def _hit_at(place: int, continuations: _Continuations, words: Sequence[str], document: Document) -> Hit | None:
    after = place + 1
    second = words[after] if after < len(words) else ""
    for opens, pattern, cue in continuations.by_second.get(second, continuations.others):
        if opens and not (place == 0 or words[place - 1] == "," or _opens_clause(document, place)):
            continue
        end = _match(pattern, 0, words, after, document) if pattern else after
        if end is not None:
            return Hit(place, after + pattern.index(None) if None in pattern else end, end, cue)
    return None


def _opens_clause(document: Document, place: int) -> bool:
    clause = clause_numbers(document)
    return clause[place - 1] != clause[place]


def _match(pattern: Pattern, part: int, words: Sequence[str], place: int, document: Document) -> int | None:
    for number in range(part, len(pattern)):
        choices = pattern[number]
        if choices is None:
            return _match_after_gap(pattern, number + 1, words, place, document)
        if place >= len(words) or words[place] not in choices:
            return None
        place += 1
    return place


def _match_after_gap(pattern: Pattern, part: int, words: Sequence[str], place: int, document: Document) -> int | None:
    clause = clause_numbers(document)
    for start in range(place, min(place + LONGEST_GAP + 1, len(words))):
        end = _match(pattern, part, words, start, document)
        if end is not None:
            return end
        if clause[start] != clause[place - 1] or words[start] in _ENDS:
            return None
    return None


class Coverage:
    """How many of some spans lie over a place, in time logarithmic in their number."""

    __slots__ = ("_counts", "_places")

    def __init__(self, spans: Iterable[Span]) -> None:
        changes: dict[int, int] = {}
        for start, end in spans:
            changes[start] = changes.get(start, 0) + 1
            changes[end] = changes.get(end, 0) - 1
        self._places = sorted(changes)
        self._counts = list(accumulate(changes[place] for place in self._places))

    def at(self, place: int) -> int:
        """The number of spans over `place`."""
        before = bisect_right(self._places, place) - 1
        return self._counts[before] if before >= 0 else 0


class Scopes(NamedTuple):
    """What the cues of a draft reach; a span that contains the cue itself is not reached by it."""

    forward: Coverage
    backward: Coverage

    def ahead(self, span: Span) -> int:
        """The number of cues before `span` that reach it."""
        return self.forward.at(span.start)

    def behind(self, span: Span) -> int:
        """The number of cues after `span` that reach it."""
        return self.backward.at(max(span.start, span.end - 1))

    def over(self, span: Span) -> int:
        """The number of cues that reach `span`."""
        return self.ahead(span) + self.behind(span)


_NOTHING = Scopes(Coverage(()), Coverage(()))


def scopes(document: Document, found: Sequence[Hit], *, own: bool = False) -> Scopes:
    """What `found` reaches: each cue up to the nearest stop or the end of its part; with `own` also its own words."""
    if not found:
        return _NOTHING
    stops = [hit.first for hit in found if hit.cue.direction is _STOP]
    edges = sorted({*stops, *separating_commas(document)})
    forward, backward = [], []
    for hit in found:
        direction, reach = hit.cue.direction, hit.cue.reach
        nearest = edges if reach is _CLAUSE else () if reach is _TEXT else stops
        if direction is _FORWARD or direction is _BOTH:
            forward.append(_forward(document, hit, nearest, own=own))
        if direction is _BACKWARD or direction is _BOTH:
            backward.append(_backward(document, hit, nearest))
    return Scopes(Coverage(forward), Coverage(backward))


def _forward(document: Document, hit: Hit, edges: Sequence[int], *, own: bool) -> Span:
    """From the cue on; what lies in its gap is reached too."""
    all_tokens, (first, head, end, cue) = tokens(document), hit
    start = all_tokens[first].span.start if own else all_tokens[head - 1].span.end
    limits = [part_at(document, end - 1, cue.reach).end]
    following = bisect_right(edges, end - 1)
    if following < len(edges):
        limits.append(all_tokens[edges[following]].span.start)
    if cue.most is not None and end + cue.most < len(all_tokens):
        limits.append(all_tokens[end + cue.most].span.start)
    return Span(start, max(start, min(limits)))


def _backward(document: Document, hit: Hit, edges: Sequence[int]) -> Span:
    all_tokens, first, cue = tokens(document), hit.first, hit.cue
    end = all_tokens[first].span.start
    limits = [part_at(document, first, cue.reach).start]
    previous = bisect_right(edges, first - 1) - 1
    if previous >= 0:
        limits.append(all_tokens[edges[previous]].span.start)
    if cue.most is not None and first > cue.most:
        limits.append(all_tokens[first - cue.most].span.start)
    return Span(min(max(limits), end), end)


@view
def separating_commas(document: Document) -> list[int]:
    """The tokens that are commas between clauses; one in a list ("dom, lui of traag") is not."""
    found = norms(document)
    return [
        place for place, word in enumerate(found) if word == "," and _LISTS.isdisjoint(found[place + 2 : place + 4])
    ]


def part_at(document: Document, place: int, reach: Reach) -> Span:
    """The clause, sentence or text that token number `place` stands in."""
    if reach is _CLAUSE:
        return clauses(document)[clause_numbers(document)[place]]
    if reach is _TEXT:
        return Span(0, len(document.text))
    return sentences(document)[sentence_numbers(document)[place]]
