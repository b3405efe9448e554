"""What every production of the grammar needs: the tokens, and how numbers, units and the tense of a clause are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from postlint.language.moments.almanac import Almanac, Daypart, Tense, Unit
from postlint.language.moments.clock import ClockReader
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.moment import Clock, Stretch
from postlint.language.tokens import Token, TokenKind

_CLAUSE_MARKS = frozenset(".!?;:,…()")
_CLAUSE_REACH = 14
FIRST_YEAR, LAST_YEAR = 1900, 2100
_PADDING = [""] * 8


class Found(NamedTuple):
    """What a production read, up to the token `end`.

    `stretch` is None for a moment that has no place: it comes back (`repeats`) or its days are not known. `loose` is
    a time or daypart for which a day must still be found. What is not `real` looks like a moment and is none
    ("31 februari").
    """

    end: int
    stretch: Stretch | None = None
    loose: Clock | Daypart | None = None
    repeats: bool = False
    deadline: bool = False
    real: bool = True


class Reader:
    """The tokens of one draft, with what all productions ask of them."""

    def __init__(self, tokens: Sequence[Token], text: str, words: Lexicon, almanac: Almanac) -> None:
        self.tokens = tokens
        self.text = text
        self.norms = [token.norm for token in tokens] + _PADDING
        self.words = words
        self.almanac = almanac
        self.clock = ClockReader(tokens, self.norms, words)

    def time_after(self, index: int) -> tuple[Clock, int] | None:
        """The time that follows a day, and where it ends."""
        norms, words = self.norms, self.words
        if norms[index] in (",", "(", "|", "-", "–", "·") and index < len(self.tokens) - 1:
            index += 1
        start = words.at.at(norms, index)
        at, led = (start[1], True) if start else (index, False)
        opener = None if led else words.openers.get(norms[at])
        if opener is not None or (not led and norms[at] in words.clock_leads):
            at, led = at + 1, True
        return self.clock.read(at, led=led, near=True, opener=opener)

    def daypart_beside(self, index: int) -> tuple[Daypart | None, int]:
        """The daypart here, as after a weekday ("vrijdag middag", "maandag-avond"), and where it ends."""
        at = index + 1 if self.norms[index] == "-" else index
        part = self.words.dayparts.get(self.norms[at])
        return (part, at + 1) if part else (None, index)

    def ordinal_at(self, index: int, *, days: bool = False) -> tuple[int, int] | None:
        """Read "3e", "3rd", "derde"; with `days` also "3"."""
        norm = self.norms[index]
        if norm in self.words.ordinals:
            return self.words.ordinals[norm], index + 1
        if not is_figure(norm) or len(norm) > 2:
            return None
        adjacent = index + 1 < len(self.tokens) and self.tokens[index + 1].span.start == self.tokens[index].span.end
        if adjacent and self.norms[index + 1] in self.words.ordinal_endings:
            return int(norm), index + 2
        return (int(norm), index + 1) if days else None

    def is_year(self, index: int) -> bool:
        """Whether a number is here that is mostly a year."""
        norm = self.norms[index]
        return len(norm) == 4 and is_figure(norm) and FIRST_YEAR <= int(norm) <= LAST_YEAR

    def year_at(self, index: int) -> tuple[int | None, int]:
        """The year after a date or period, and where it ends: "2026", "van volgend jaar"."""
        at = self.skip(index, self.words.of | {"in", "van", ","}) if self.norms[index] else index
        if self.is_year(at) and self.norms[at + 1] not in self.words.counted:
            return int(self.norms[at]), at + 1
        shift = self.words.shifts.at(self.norms, at)
        if shift is None or self.norms[shift[1]] not in self.words.year_words:
            return None, index
        return self.almanac.period("year", shift[0]).start.year, shift[1] + 1

    def amount_at(self, index: int) -> tuple[float, Unit, int] | None:
        """Read "drie dagen", "anderhalf jaar", "een half uur", "2 tot 3 weken" (counts as 3), "5 working days"."""
        amount = self.number_at(self.skip(index, self.words.roughly))
        if amount is None:
            return None
        number, at = amount
        joiner = self.words.joiners.at(self.norms, at)
        second_at = joiner[1] if joiner else at + 1 if self.norms[at] in ("a", "of", "or") else None
        second = self.number_at(second_at) if second_at else None
        if second is not None:
            number, at = max(number, second[0]), second[1]
        unit = self.unit_at(at)
        return unit and (number * unit[2], unit[0], unit[1])

    def number_at(self, index: int) -> tuple[float, int] | None:
        """The number here, in figures or words ("anderhalf", "half an"), and where it ends."""
        norm, words = self.norms[index], self.words
        if norm in words.half_unit and self.norms[index + 1] in ("a", "an"):
            return 0.5, index + 2
        if norm in words.half_unit:
            return 0.5, index + 1
        if norm in words.numbers:
            halved = self.norms[index + 1] in words.half_unit
            return (0.5, index + 2) if halved and words.numbers[norm] == 1 else (words.numbers[norm], index + 1)
        figure = norm.replace(",", ".")
        if len(norm) > 4 or not norm.isascii() or not norm[:1].isdigit() or figure.count(".") > 1:
            return None
        return (float(figure), index + 1) if figure.replace(".", "").isdigit() else None

    def unit_at(self, index: int) -> tuple[Unit, int, float] | None:
        """The unit of time here, where it ends, and how many of it the word stands for ("kwartier": 15 minutes)."""
        norms, words = self.norms, self.words
        if norms[index] in words.workdays and words.units.get(norms[index + 1]) == ("day", 1):
            return "workday", index + 2, 1
        unit = words.units.get(norms[index])
        return unit and (unit[0], index + 1, unit[1])

    def tense_at(self, index: int) -> Tense | None:
        """Which way the clause points, by the finite verb nearest to `index`, within some words."""
        if index > 0 and self.norms[index - 1] in self.words.since:
            return "past"
        left = self._nearest(range(index - 1, max(index - 1 - _CLAUSE_REACH, -1), -1))
        right = self._nearest(range(index, min(index + _CLAUSE_REACH, len(self.tokens))))
        if left and right:
            return left[0] if left[1] <= right[1] else right[0]
        return (left or right or (None,))[0]

    def _nearest(self, places: Iterable[int]) -> tuple[Tense, int] | None:
        words, have = self.words, False
        for distance, place in enumerate(places):
            norm = self.norms[place]
            if norm in _CLAUSE_MARKS:
                return None
            tense = words.tenses.get(norm)
            if tense == "past" and self.norms[place - 1] in words.be:
                tense = None
            if tense is not None:
                return tense, distance
            have = have or norm in words.have
            beginning, endings = words.participle
            if have and len(norm) > 4 and norm.startswith(beginning) and norm.endswith(endings):
                return "past", distance
        return None

    def is_every(self, index: int) -> bool:
        """Whether what starts here comes back: "elke vrijdag"."""
        shifted = self.words.shifts.at(self.norms, index) is not None  # "one each this week"
        return index > 0 and self.norms[index - 1] in self.words.every and not shifted

    def is_deadline(self, index: int, end: int) -> bool:
        """Whether the words around make it the last moment."""
        at = index
        while at > max(index - 3, 0) and self.norms[at - 1] in self.words.articles:
            at -= 1
        before = self.words.deadlines.before(self.norms, at) or self.words.deadlines.before(self.norms, index)
        return before is not None or self.words.deadlines_after.at(self.norms, end) is not None

    def skip(self, index: int, words: frozenset[str]) -> int:
        """The first place from `index`, at most two on, that holds none of the words."""
        for _ in range(2):
            if self.norms[index] not in words:
                break
            index += 1
        return index

    def is_number(self, index: int) -> bool:
        """Whether the token is a number."""
        return index < len(self.tokens) and self.tokens[index].kind is TokenKind.NUMBER

    def is_capital(self, index: int) -> bool:
        """Whether the token starts with a capital."""
        return self.text[self.tokens[index].span.start].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether a capital here says nothing."""
        return (
            index == 0
            or self.tokens[index - 1].kind is TokenKind.MARK
            or self.tokens[index - 1].kind is TokenKind.EMOJI
        )


Production = Callable[[Reader, int], Found | None]


def moved(stretch: Stretch, days: int) -> Stretch:
    """The stretch, so many days later."""
    return stretch._replace(start=stretch.start + timedelta(days=days), end=stretch.end + timedelta(days=days))


def is_figure(text: str) -> bool:
    """Whether this is a plain number of at most four digits."""
    return 0 < len(text) <= 4 and text.isascii() and text.isdigit()
