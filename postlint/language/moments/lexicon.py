"""The words of one language that moments are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from postlint.language.moments.almanac import Daypart, Edge, Season, Shift, Tense, Unit
from postlint.language.moments.moment import Direction

T = TypeVar("T")


class Phrases(Generic[T]):
    """Word groups with what they mean; marks count as words of their own ("t / m"). The longest wins."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._ahead: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._behind: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in sorted(meanings.items(), key=lambda item: -len(item[0].split())):
            group = tuple(phrase.split())
            self._ahead.setdefault(group[0], []).append((group, meaning))
            self._behind.setdefault(group[-1], []).append((group, meaning))

    def starts(self) -> Iterable[str]:
        """The first words."""
        return self._ahead.keys()

    def ends(self) -> Iterable[str]:
        """The last words."""
        return self._behind.keys()

    def rarest(self) -> set[str]:
        """Of each phrase its longest word, which stands for the least common one."""
        return {max(group, key=len) for groups in self._ahead.values() for group, _ in groups}

    def at(self, norms: list[str], index: int) -> tuple[T, int] | None:
        """What the phrase that starts at `index` means, and where it ends."""
        for group, meaning in self._ahead.get(norms[index], ()):
            if len(group) == 1:
                return meaning, index + 1
            end = index + len(group)
            if group[1] == norms[index + 1] and tuple(norms[index:end]) == group:
                return meaning, end
        return None

    def before(self, norms: list[str], index: int) -> tuple[T, int] | None:
        """What the phrase that ends just before `index` means, and where it starts."""
        for group, meaning in self._behind.get(norms[index - 1], ()) if index > 0 else ():
            start = index - len(group)
            if start >= 0 and (len(group) == 1 or tuple(norms[start:index]) == group):
                return meaning, start
        return None


def marked(*phrases: str) -> Phrases[bool]:
    """Phrases of which only their presence counts."""
    return Phrases(dict.fromkeys(phrases, True))


@dataclass(frozen=True, kw_only=True, eq=False)
class Lexicon:
    """Words are folded (see `tokens.fold`). Short forms only count beside a number: "di 3 mei", not "di"."""

    country: str
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    weekday_dayparts: Mapping[str, tuple[int, Daypart]]  # "maandagochtend"
    recurring: Mapping[str, int]  # "maandags", "mondays"
    recurring_dayparts: Mapping[str, Daypart]  # "'s ochtends"
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    loose_months: frozenset[str]  # also words or names: only after a preposition
    days: Phrases[tuple[int, Daypart | None]]  # "vandaag", "morgenochtend", "the day after tomorrow"
    tonight: frozenset[str]  # the night that "vannacht" is
    last_night: Phrases[bool]
    dayparts: Mapping[str, Daypart]
    units: Mapping[str, tuple[Unit, float]]
    workdays: frozenset[str]  # what makes the days after it working days: "working", "business"
    plural_units: frozenset[str]
    shifts: Phrases[Shift]
    edges: Phrases[Edge]
    end_of_day: Phrases[bool]
    seasons: Mapping[str, Season]
    feasts: Phrases[str | None]
    loose_feasts: frozenset[str]  # also a person or a part of a noun: only after a preposition, nothing noun-like after
    bank_holiday: Phrases[bool]
    greetings: frozenset[str]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    quarters: frozenset[str]
    year_words: frozenset[str]
    ahead: Phrases[bool]  # "over" drie dagen
    within: Phrases[bool]
    ago: Phrases[bool]
    from_now: Phrases[bool]
    after: frozenset[str]
    week_words: frozenset[str]
    at: Phrases[bool]  # "om" tien uur
    clock_leads: frozenset[str]  # "vanaf" 10.30
    hours: frozenset[str]  # "uur", "o'clock"
    half_days: Phrases[int]  # "pm": 12
    clock_words: Mapping[str, int]  # "noon": minutes
    half_to: str  # "half" elf; empty where half is past
    half_past: Phrases[bool]
    quarter: frozenset[str]
    past_hour: frozenset[str]
    to_hour: frozenset[str]
    openers: Mapping[str, bool]  # "tussen", "van"; whether "en" may join
    joiners: Phrases[bool]
    and_words: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    prepositions: frozenset[str]
    year_leads: frozenset[str]
    deadlines: Phrases[bool]
    deadlines_after: Phrases[bool]
    since: frozenset[str]
    every: frozenset[str]
    postposed: Phrases[Shift]  # "a.s.", "jl."
    function_words: frozenset[str]  # what may follow "om 10" or "op de 3e": no noun comes before them
    counters: frozenset[str]  # "uur" before these is a length, not a time: "per"
    counted: frozenset[str]  # after a number: it is an amount
    titles: frozenset[str]
    names: frozenset[str]  # words close before a weekday that make it a name
    past: frozenset[str]
    future: frozenset[str]
    have: frozenset[str]
    participle: tuple[str, tuple[str, ...]]  # beginning and endings of participles after `have`
    vague: Phrases[Direction | None]
    paucal: frozenset[str]  # "paar", "few"
    half_unit: frozenset[str]
    roughly: frozenset[str]
    be: frozenset[str]  # a participle after these is no past tense: "we are closed"
    cased_months: frozenset[str]  # verbs unless they have a capital: "may"
    possessive: frozenset[str]  # "'s" ochtends
    month_first: bool  # "May 3"
    twelve_hours: bool  # "at 2.30" may be in the afternoon
    tenses: Mapping[str, Tense] = field(init=False)
    time_starts: frozenset[str] = field(init=False)
    clock_starts: frozenset[str] = field(init=False)
    before_one: frozenset[str] = field(init=False)  # after which "een" or "one" may be an hour
    triggers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the words without which (or a number) there is no moment."""
        tenses: dict[str, Tense] = {**dict.fromkeys(self.future, "future"), **dict.fromkeys(self.past, "past")}
        gathered = [
            self.weekdays,
            self.weekday_dayparts,
            self.recurring,
            self.recurring_dayparts,
            self.months,
            self.days.rarest(),
            self.tonight,
            self.last_night.rarest(),
            self.dayparts,
            self.units,
            self.end_of_day.rarest(),
            self.seasons,
            self.feasts.rarest(),
            self.bank_holiday.rarest(),
            self.hours,
            self.clock_words,
            self.quarters,
            self.ordinals,
            self.short_weekdays.keys() - {"zo", "do", "sun", "sat"},
            self.numbers.keys() - {"een", "a", "an", "one"},
        ]
        times = [
            self.at.starts(),
            self.clock_words,
            self.quarter,
            self.numbers,
            self.half_past.starts(),
            [self.half_to],
        ]
        object.__setattr__(self, "tenses", tenses)
        clock = (self.clock_words, self.half_past.starts(), self.quarter, self.numbers, (self.half_to,))
        object.__setattr__(self, "clock_starts", frozenset(word for group in clock for word in group if word))
        leads = (
            *(self.at.ends(), self.clock_leads, self.deadlines.ends(), self.openers, self.joiners.ends()),
            *(self.roughly, self.and_words, self.past_hour, self.to_hour, (self.half_to, "past")),
        )
        object.__setattr__(self, "before_one", frozenset(word for group in leads for word in group if word))
        object.__setattr__(self, "time_starts", frozenset(word for group in times for word in group))
        # "u" and "h" stand beside a number; the others only matter beside another trigger.
        ordinary = {"u", "h", "the", "end", "eind", "last", "laatste"}
        object.__setattr__(self, "triggers", frozenset(word for group in gathered for word in group) - ordinary)
