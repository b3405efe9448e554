"""The grammar of moments: which tokens make one, read from left to right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from postlint.language.moments import almanac as calendar
from postlint.language.moments import dates, periods, relative, weekdays
from postlint.language.moments.almanac import on_the_clock
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.moment import Clock, Stretch
from postlint.language.moments.reader import Found, Production, Reader
from postlint.language.tokens import TokenKind

_DAILY = ("day", "daypart")
_LONGEST_LEAD = 8
"""How many tokens may stand in a moment before the one that tells when: "van nu tot en met eind volgende week"."""


class Reading(NamedTuple):
    """A moment as read, from the token `first`."""

    first: int
    found: Found


def readings(reader: Reader, telling: Sequence[int]) -> list[Reading]:
    """All moments in order; they do not overlap. Each has one of the tokens `telling`, not far from its start."""
    starters, number = productions(reader.words), TokenKind.NUMBER
    starts = [index for index, (_, kind, norm, _) in enumerate(reader.tokens) if norm in starters or kind is number]
    found: list[Reading] = []
    index = 0
    for start in starts:
        if start < index or not _told(start, telling):
            continue
        reading = _guarded(reader, start)
        if reading is None:
            continue
        if reading.found.real:
            found.append(reading)
        index = reading.found.end
    return _tied(reader, found)


def _told(start: int, telling: Sequence[int]) -> bool:
    """Whether a telling token stands at `start` or soon after it."""
    place = bisect_left(telling, start)
    return place < len(telling) and telling[place] <= start + _LONGEST_LEAD


def _guarded(reader: Reader, index: int) -> Reading | None:
    """What lies outside the calendar is no moment."""
    try:
        return _reading(reader, index)
    except (ValueError, OverflowError):
        return None


def _reading(reader: Reader, index: int) -> Reading | None:
    opener = reader.words.openers.get(reader.norms[index])
    start = index if opener is None else reader.skip(index + 1, reader.words.articles)
    found = _moment(reader, start, opener)
    if found is None or not found.real:
        return None if found is None or opener is not None else Reading(start, found)
    if reader.is_every(start):
        found = found._replace(stretch=None, loose=None, repeats=True)
    if opener is None and reader.is_deadline(start, found.end):
        found = found._replace(deadline=True)
    return Reading(start, found)


def _moment(reader: Reader, start: int, opener: bool | None) -> Found | None:
    first = _when(reader, start, opener)
    if first is None or first.stretch is None or first.loose:
        return first
    at = _joiner(reader, first.end, between=bool(opener))
    second = _when(reader, reader.skip(at, reader.words.articles), None) if at else None
    if second is None or second.stretch is None or isinstance(second.loose, str):
        return first
    if (first.stretch.grain == "minute") != (second.stretch.grain == "minute"):
        return first
    stretch = _hull(first.stretch, second)
    return first if stretch is None else Found(second.end, stretch)


def _joiner(reader: Reader, index: int, *, between: bool) -> int | None:
    """Where the second end of a range starts, if the tokens here join one."""
    joiner = reader.words.joiners.at(reader.norms, index)
    if joiner is not None:
        return joiner[1]
    return index + 1 if between and reader.norms[index] in reader.words.and_words else None


def _hull(first: Stretch, second: Found) -> Stretch | None:
    """From the first through the second: "maandag tot en met donderdag" has the whole Thursday in it."""
    last = second.stretch
    if last is None:
        return None
    if isinstance(second.loose, Clock):
        last = on_the_clock(calendar.days(first.start.date()), second.loose)
    if last.anchor == "text" and first.anchor == "calendar":
        years = last.start.year - first.start.year
        first = first._replace(start=first.start.replace(year=first.start.year + years), anchor="text")
    elif last.end <= first.start and last.anchor != "text":
        again = timedelta(days=7) if last.grain in ("day", "daypart", "minute") else timedelta(days=365)
        last = last._replace(end=last.end + again)
    if last.end <= first.start:
        return None
    return Stretch(first.start, last.end, last.grain, first.anchor)


def _when(reader: Reader, index: int, opener: bool | None) -> Found | None:
    """A day with or without a time, or a time with or without a day."""
    found = _day(reader, index)
    if found is None:
        is_time = reader.norms[index] in reader.words.time_starts or reader.is_number(index)
        return _time_first(reader, index, opener) if is_time else None
    if not found.real or isinstance(found.loose, Clock):
        return found
    if found.stretch is not None and found.stretch.grain in ("minute", "hour"):
        return found
    return _with_time(reader, found)


def _day(reader: Reader, index: int) -> Found | None:
    if reader.is_number(index):
        return _first_of(_NUMBER if reader.norms[index].isdecimal() else _FIGURES, reader, index)
    return _first_of(productions(reader.words).get(reader.norms[index], ()), reader, index)


def _with_time(reader: Reader, found: Found) -> Found:
    """The day with the daypart and the time that follow it."""
    stretch, end = found.stretch, found.end
    if stretch is not None and stretch.grain not in ("day", "daypart", "week"):
        return found
    part = reader.clock.part_after(end)
    if part is not None:
        end = part[1]
        if stretch is not None:
            stretch = calendar.daypart(stretch, part[0])
    time = reader.time_after(end)
    if time is None:
        return found._replace(stretch=stretch, end=end)
    clock, end = time
    if stretch is not None:
        stretch = on_the_clock(stretch, clock)
    elif isinstance(found.loose, str):
        on_part = on_the_clock(calendar.daypart(reader.almanac.in_days(0), found.loose), clock)
        minutes = int((on_part.start - reader.almanac.in_days(0).start).total_seconds() // 60)
        clock = clock._replace(start=minutes, end=minutes + clock.end - clock.start, spoken=False)
        return found._replace(stretch=reader.almanac.next_clock(clock, None), end=end, loose=clock, repeats=False)
    return found._replace(stretch=stretch, end=end)


def _time_first(reader: Reader, index: int, opener: bool | None) -> Found | None:
    start = reader.words.at.at(reader.norms, index)
    at = start[1] if start else index
    led = start is not None or (index > 0 and reader.norms[index - 1] in reader.words.clock_leads)
    near = (
        reader.words.deadlines.before(reader.norms, index) is not None
        or reader.norms[index - 1] in reader.words.roughly
    )
    read = reader.clock.read(at, led=led, near=near, opener=opener)
    if read is None:
        return None
    clock, end = read
    day = _day(reader, end) or _day(reader, reader.skip(end, reader.words.articles | {","}))
    if day is not None and day.stretch is not None and day.stretch.grain in _DAILY and day.loose is None:
        return Found(day.end, on_the_clock(day.stretch, clock))
    return Found(end, reader.almanac.next_clock(clock, reader.tense_at(index)), loose=clock)


def _tied(reader: Reader, found: list[Reading]) -> list[Reading]:
    """Times without a day take that of a neighbour: before it in this sentence or the last, after it in this."""
    tied: list[Reading] = []
    for place, reading in enumerate(found):
        day = None
        if reading.found.loose and not reader.is_every(reading.first):
            day = _its_day(tied[-1:]) if _sentence_ends(reader, tied[-1:], [reading]) <= 1 else None
            ahead = found[place + 1 : place + 2]
            if day is None and _sentence_ends(reader, [reading], ahead) == 0:
                day = _its_day(ahead)
        tied.append(reading if day is None else Reading(reading.first, _on_day(reading.found, day)))
    return tied


def _sentence_ends(reader: Reader, before: list[Reading], after: list[Reading]) -> int:
    if not before or not after:
        return 2
    between = reader.norms[before[0].found.end : after[0].first]
    return sum(norm[0] in ".!?…" for norm in between if norm)


def after(reader: Reader, index: int) -> Found | None:
    """Read "na de zomer", "after Friday", "na 10 uur"."""
    at = reader.skip(index + 1, reader.words.articles)
    if reader.norms[at] in reader.words.after:
        return None
    found = _when(reader, at, None)
    if found is None or found.stretch is None or isinstance(found.loose, str):
        return None if found is None or found.real is False or found.loose else found
    return found._replace(stretch=calendar.after(found.stretch), loose=None)


def _first_of(candidates: Iterable[Production], reader: Reader, index: int) -> Found | None:
    for production in candidates:
        found = production(reader, index)
        if found is not None:
            return found
    return None


def _its_day(readings: list[Reading]) -> Stretch | None:
    stretch = readings[0].found.stretch if readings else None
    fits = stretch is not None and stretch.grain in ("day", "daypart", "minute") and not readings[0].found.deadline
    if readings and readings[0].found.loose:
        return None
    return stretch if fits else None


def _on_day(found: Found, day: Stretch) -> Found:
    if day.grain == "minute":
        day = calendar.days(day.start.date(), anchor=day.anchor)
    loose = found.loose
    stretch = on_the_clock(day, loose) if isinstance(loose, Clock) else calendar.daypart(day, loose or "morning")
    return found._replace(stretch=stretch, loose=None, repeats=False)


_NUMBER: tuple[Production, ...] = (
    periods.feast,
    periods.part_of_period,
    dates.day_month,
    periods.quarter,
    weekdays.nth_weekday,
    periods.calendar_year,
    relative.amount_first,
    dates.day_of_month,
)
_FIGURES: tuple[Production, ...] = (dates.figures_date, dates.slashed, relative.amount_first)


@lru_cache(maxsize=4)
def productions(words: Lexicon) -> dict[str, tuple[Production, ...]]:
    """Which productions start with a word, in the order in which they are tried."""
    table: tuple[tuple[Iterable[str], tuple[Production, ...]], ...] = (
        (words.end_of_day.starts(), (relative.end_of_day,)),
        (words.last_night.starts(), (relative.last_night,)),
        (words.bank_holiday.starts(), (periods.bank_holiday,)),
        (words.feasts.starts(), (periods.feast,)),
        (words.days.starts(), (relative.day_from_now,)),
        (words.weekdays, (weekdays.weekday,)),
        (words.weekday_dayparts, (weekdays.weekday,)),
        (words.short_weekdays, (weekdays.short_weekday,)),
        (words.recurring, (weekdays.recurring,)),
        (words.possessive, (weekdays.recurring,)),
        (words.every, (weekdays.every,)),
        (words.tonight, (relative.tonight,)),
        (words.ordinals, (periods.quarter, weekdays.nth_weekday, dates.date_in_full, dates.day_of_month)),
        (words.edges.starts(), (periods.part_of_period,)),
        (words.shifts.starts(), (periods.shifted,)),
        (words.months, (dates.month,)),
        (words.short_months if words.month_first else (), (dates.month,)),
        (words.seasons, (periods.season,)),
        (("q",), (periods.quarter,)),
        (words.week_words, (periods.week_number,)),
        (("weekend",), (periods.weekend,)),
        (words.ahead.starts(), (relative.after_amount,)),
        (words.within.starts(), (relative.within_amount,)),
        (words.numbers, (relative.amount_first,)),
        (words.half_unit, (relative.amount_first,)),
        (words.after, (after,)),
        (words.dayparts, (relative.daypart_led,)),
        # Times are tried where no day is read.
        (words.at.starts(), ()),
        (words.clock_words, ()),
        (words.quarter, ()),
        (words.openers, ()),
    )
    found: dict[str, tuple[Production, ...]] = {}
    for starts, those in table:
        for word in starts:
            found[word] = found.get(word, ()) + those
    return found
