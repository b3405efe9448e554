"""Which labelled drafts tell of the same situation, so that none of them is tuned on while another is held out.

Many a risky draft has a near miss beside it: the same question answered well, the same news told in public. Drafts are
taken for one situation where they answer the same text, where they share rare words, or where an author wrote them one
after the other and they share some; and what is one with a third is one with each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations
from math import log, sqrt

from postlint.document import Draft

ALIKE = 0.28
"""From how much two drafts are alike (0 to 1) that they are one situation."""
ALIKE_NEIGHBOURS = 0.06
"""The same for drafts whose numbers differ by `NEAR` at most."""
NEAR = 2
RARE = 60
"""A word in more drafts than this joins nothing."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d{3,}")
_NUMBERED = re.compile(r"(.+)-(\d{3,4})")

Pair = tuple[int, int]


def held_out(situation: str) -> bool:
    """Whether a situation is among the third that nobody tunes on; the same on every machine, in every year."""
    return int.from_bytes(sha256(situation.encode()).digest()[:4]) % 3 == 0


def situations(drafts: Sequence[Draft]) -> list[str]:
    """The name of each draft's situation: the first of its drafts' ids by the alphabet."""
    joined = _Joined(len(drafts))
    for one, other in _same_questions(drafts):
        joined.join(one, other)
    near = set(_neighbours(drafts))
    for pair, likeness in _likeness(drafts).items():
        if likeness >= (ALIKE_NEIGHBOURS if pair in near else ALIKE):
            joined.join(*pair)
    names: dict[int, str] = {}
    for number, draft in sorted(enumerate(drafts), key=lambda each: each[1].id or ""):
        names.setdefault(joined.first(number), draft.id or "")
    return [names[joined.first(number)] for number in range(len(drafts))]


class _Joined:
    """Which numbers have been joined, directly or through others."""

    def __init__(self, size: int) -> None:
        self._before = list(range(size))

    def first(self, number: int) -> int:
        while self._before[number] != number:
            self._before[number] = self._before[self._before[number]]
            number = self._before[number]
        return number

    def join(self, one: int, other: int) -> None:
        self._before[self.first(one)] = self.first(other)


def _same_questions(drafts: Sequence[Draft]) -> Iterator[Pair]:
    first: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        question = " ".join((draft.context.reply_to or "").lower().split())
        if question:
            yield first.setdefault(question, number), number


def _neighbours(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Pairs whose ids are alike but for a number that differs by little."""
    places = {draft.id: number for number, draft in enumerate(drafts)}
    for draft_id, place in places.items():
        for following in _following(draft_id or ""):
            if following in places:
                yield min(place, places[following]), max(place, places[following])


def _following(draft_id: str) -> Iterator[str]:
    """The next ids where this one ends in a running number."""
    numbered = _NUMBERED.fullmatch(draft_id)
    if numbered:
        name, digits = numbered.groups()
        yield from (f"{name}-{int(digits) + step:0{len(digits)}}" for step in range(1, NEAR + 1))


def _likeness(drafts: Sequence[Draft]) -> dict[Pair, float]:
    """The cosine of the words of two drafts and what they answer, each weighed by its rarity, where they share any."""
    words = [frozenset(_WORD.findall(f"{draft.text} {draft.context.reply_to or ''}".lower())) for draft in drafts]
    spread = Counter(word for each in words for word in each)
    weight = {word: log(len(drafts) / count) for word, count in spread.items()}
    length = [sqrt(sum(weight[word] ** 2 for word in each)) or 1.0 for each in words]
    shared: defaultdict[Pair, float] = defaultdict(float)
    for word, places in _places(words, spread):
        for pair in combinations(places, 2):
            shared[pair] += weight[word] ** 2
    return {(one, other): total / (length[one] * length[other]) for (one, other), total in shared.items()}


def _places(words: Iterable[frozenset[str]], spread: Counter[str]) -> Iterator[tuple[str, list[int]]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(words):
        for word in each:
            if spread[word] <= RARE:
                places[word].append(number)
    yield from places.items()
