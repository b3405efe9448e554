"""The grammar of moments: which tokens make one, read from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from postlint.language.moments import almanac as calendar
from postlint.language.moments.almanac import Almanac, Daypart, Tense, Unit, on_the_clock
from postlint.language.moments.clock import ClockReader
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.moment import Clock, Stretch
from postlint.language.tokens import Token, TokenKind

_CLAUSE_MARKS = frozenset(".!?;:,…()")
_CLAUSE_REACH = 14
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DAILY = ("day", "daypart")
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


class Reading(NamedTuple):
    """A moment as read, from the token `first`."""

    first: int
    found: Found


Production = Callable[["Grammar", int], Found | None]


class Grammar:
    """Reads the moments of one draft."""

    def __init__(self, tokens: Sequence[Token], text: str, words: Lexicon, almanac: Almanac) -> None:
        self.tokens = tokens
        self.text = text
        self.norms = [token.norm for token in tokens] + _PADDING
        self.words = words
        self.almanac = almanac
        self.clock = ClockReader(tokens, self.norms, words)

    # The scan -----------------------------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """All moments in order; they do not overlap."""
        starters = productions(self.words)
        found: list[Reading] = []
        index = 0
        while index < len(self.tokens):
            if self.norms[index] not in starters and self.tokens[index].kind is not TokenKind.NUMBER:
                index += 1
                continue
            reading = self._guarded(index)
            if reading is None:
                index += 1
                continue
            if reading.found.real:
                found.append(reading)
            index = reading.found.end
        return self._tied(found)

    def _guarded(self, index: int) -> Reading | None:
        """What lies outside the calendar is no moment."""
        try:
            return self._reading(index)
        except (ValueError, OverflowError):
            return None

    def _reading(self, index: int) -> Reading | None:
        opener = self.words.openers.get(self.norms[index])
        start = index if opener is None else self._skip(index + 1, self.words.articles)
        found = self._moment(start, opener)
        if found is None or not found.real:
            return None if found is None or opener is not None else Reading(start, found)
        if self._is_every(start):
            found = found._replace(stretch=None, loose=None, repeats=True)
        if not found.deadline and opener is None:
            found = found._replace(deadline=self._is_deadline(start, found.end))
        return Reading(start, found)

    def _moment(self, start: int, opener: bool | None) -> Found | None:
        first = self._when(start, opener)
        if first is None or first.stretch is None or first.loose:
            return first
        at = self._joiner(first.end, between=bool(opener))
        second = self._when(self._skip(at, self.words.articles), None) if at else None
        if second is None or second.stretch is None or isinstance(second.loose, str):
            return first
        if (first.stretch.grain == "minute") != (second.stretch.grain == "minute"):
            return first
        stretch = self._hull(first.stretch, second)
        return first if stretch is None else Found(second.end, stretch)

    def _joiner(self, index: int, *, between: bool) -> int | None:
        """Where the second end of a range starts, if the tokens here join one."""
        joiner = self.words.joiners.at(self.norms, index)
        if joiner is not None:
            return joiner[1]
        return index + 1 if between and self.norms[index] in self.words.and_words else None

    def _hull(self, first: Stretch, second: Found) -> Stretch | None:
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

    def _when(self, index: int, opener: bool | None) -> Found | None:
        """A day with or without a time, or a time with or without a day."""
        found = self._day(index)
        if found is None:
            is_time = self.norms[index] in self.words.time_starts or self._is_number(index)
            return self._time_first(index, opener) if is_time else None
        if not found.real or isinstance(found.loose, Clock):
            return found
        if found.stretch is not None and found.stretch.grain in ("minute", "hour"):
            return found
        return self._with_time(found)

    def _day(self, index: int) -> Found | None:
        if self._is_number(index):
            return _first_of(_NUMBER if self.norms[index].isdecimal() else _FIGURES, self, index)
        return _first_of(productions(self.words).get(self.norms[index], ()), self, index)

    # Days with times ----------------------------------------------------------------------------------------------

    def _with_time(self, found: Found) -> Found:
        """The day with the daypart and the time that follow it."""
        stretch, end = found.stretch, found.end
        if stretch is not None and stretch.grain not in ("day", "daypart", "week"):
            return found
        part = self.clock.part_after(end)
        if part is not None:
            end = part[1]
            if stretch is not None:
                stretch = calendar.daypart(stretch, part[0])
        time = self._time_after(end)
        if time is None:
            return found._replace(stretch=stretch, end=end)
        clock, end = time
        if stretch is not None:
            stretch = on_the_clock(stretch, clock)
        elif isinstance(found.loose, str):
            on_part = on_the_clock(calendar.daypart(self.almanac.in_days(0), found.loose), clock)
            minutes = int((on_part.start - self.almanac.in_days(0).start).total_seconds() // 60)
            clock = clock._replace(start=minutes, end=minutes + clock.end - clock.start, spoken=False)
            return found._replace(stretch=self.almanac.next_clock(clock, None), end=end, loose=clock, repeats=False)
        return found._replace(stretch=stretch, end=end)

    def _time_after(self, index: int) -> tuple[Clock, int] | None:
        norms, words = self.norms, self.words
        if norms[index] in (",", "(", "|", "-", "–", "·") and index < len(self.tokens) - 1:
            index += 1
        start = words.at.at(norms, index)
        at, led = (start[1], True) if start else (index, False)
        opener = None if led else words.openers.get(norms[at])
        if opener is not None or (not led and norms[at] in words.clock_leads):
            at, led = at + 1, True
        return self.clock.read(at, led=led, near=True, opener=opener)

    def _time_first(self, index: int, opener: bool | None) -> Found | None:
        start = self.words.at.at(self.norms, index)
        at = start[1] if start else index
        led = start is not None or (index > 0 and self.norms[index - 1] in self.words.clock_leads)
        near = not led and self.words.deadlines.before(self.norms, index) is not None
        read = self.clock.read(at, led=led, near=near, opener=opener)
        if read is None:
            return None
        clock, end = read
        day = self._day(self._skip(end, self.words.articles | {","}))
        if day is not None and day.stretch is not None and day.stretch.grain in _DAILY and day.loose is None:
            return Found(day.end, on_the_clock(day.stretch, clock))
        return Found(end, self.almanac.next_clock(clock, self._tense(index)), loose=clock)

    def _tied(self, found: list[Reading]) -> list[Reading]:
        """Times without a day take that of a neighbour: before it in this sentence or the last, after it in this."""
        tied: list[Reading] = []
        for place, reading in enumerate(found):
            day = None
            if reading.found.loose and not self._is_every(reading.first):
                day = _its_day(tied[-1:]) if self._sentence_ends(tied[-1:], [reading]) <= 1 else None
                ahead = found[place + 1 : place + 2]
                if day is None and self._sentence_ends([reading], ahead) == 0:
                    day = _its_day(ahead)
            tied.append(reading if day is None else Reading(reading.first, _on_day(reading.found, day)))
        return tied

    def _sentence_ends(self, before: list[Reading], after: list[Reading]) -> int:
        if not before or not after:
            return 2
        between = self.norms[before[0].found.end : after[0].first]
        return sum(norm[0] in ".!?…" for norm in between if norm)

    # Productions: days of the week --------------------------------------------------------------------------------

    def _weekday(self, index: int) -> Found | None:
        norm = self.norms[index]
        weekday = self.words.weekdays.get(norm)
        part: Daypart | None = None
        if weekday is None:
            weekday, part = self.words.weekday_dayparts[norm]
        if self._is_name(index):
            return None
        found = self._weekday_on(index, index + 1, weekday)
        if part is not None and found.stretch is not None:
            found = found._replace(stretch=calendar.daypart(found.stretch, part))
        return found

    def _weekday_on(self, first: int, end: int, weekday: int) -> Found:
        """The day of the week whose name ends before `end`, with what follows it."""
        part, end = self._daypart_beside(end)
        dated = self._date_beside(end)
        if dated is not None:
            found = dated
        else:
            found = (
                self._weekday_of_week(end, weekday)
                or self._weekday_ahead(first, end, weekday)
                or self._weekday_bare(first, end, weekday)
            )
        if found.stretch is not None and part is None and dated is not None:
            part, beyond = self._daypart_beside(found.end)
            found = found._replace(end=beyond)
        if part is not None and found.stretch is not None:
            return found._replace(stretch=calendar.daypart(found.stretch, part))
        return found

    def _daypart_beside(self, index: int) -> tuple[Daypart | None, int]:
        at = index + 1 if self.norms[index] == "-" else index
        part = self.words.dayparts.get(self.norms[at])
        return (part, at + 1) if part else (None, index)

    def _date_beside(self, index: int) -> Found | None:
        """The date after a weekday: "vrijdag 3 mei", "Friday, May 3rd", "vrijdag de 13e", "di 3/5"."""
        if self.norms[index] in (",", "(") and self.norms[index + 1] != "":
            index += 1
        if self.norms[index] in ("de", "the"):
            index += 1
        if self.norms[index] in self.words.months or self.norms[index] in self.words.short_months:
            return self._month_day(index)
        found = self._date(index) or self._short_date(index)
        if found is not None:
            return found
        ordinal = self._ordinal(index)
        if ordinal is None or not self.clock.is_open(ordinal[1]):
            return None
        return Found(ordinal[1], self.almanac.day_of_month(ordinal[0], self._tense(index)))

    def _weekday_of_week(self, index: int, weekday: int) -> Found | None:
        """ "dinsdag volgende week", "Tuesday of next week"."""
        at = self._skip(index, self.words.of)
        shift = self.words.shifts.at(self.norms, at)
        if shift is None or self.words.units.get(self.norms[shift[1]]) != ("week", 1):
            return None
        week = self.almanac.period("week", shift[0])
        return Found(shift[1] + 1, self.almanac.weekday_in(week, weekday, 1))

    def _weekday_ahead(self, first: int, index: int, weekday: int) -> Found | None:
        """ "dinsdag over twee weken", "Tuesday week"."""
        day = self.almanac.weekday(weekday, None, None)
        if self.norms[index] == "week" and self.words.month_first:
            return Found(index + 1, _moved(day, 7))
        ahead = self.words.ahead.at(self.norms, index)
        amount = self._amount_of(ahead[1]) if ahead else None
        if amount is None or amount[1] != "week":
            return None
        return Found(amount[2], _moved(day, int(7 * amount[0])))

    def _weekday_bare(self, first: int, index: int, weekday: int) -> Found:
        postposed = self.words.postposed.at(self.norms, index)
        shift, end = postposed or (None, index)
        return Found(end, self.almanac.weekday(weekday, shift, self._tense(first)))

    def _short_weekday(self, index: int) -> Found | None:
        """ "di 3 mei", "vr 10.00 uur", "ma-vr": a short form only counts beside a date, a time or another."""
        norms, short = self.norms, self.words.short_weekdays
        end = index + 2 if norms[index + 1] == "." else index + 1
        weekday = short[norms[index]]
        dated = self._date_beside(end) if norms[end] not in self.words.articles else None
        if dated is not None:
            return dated
        joiner = self.words.joiners.at(norms, end)
        joined = self.words.joiners.before(norms, index)
        paired = (joiner is not None and norms[joiner[1]] in short) or (
            joined is not None and joined[1] > 0 and norms[joined[1] - 1] in short
        )
        timed = norms[index] != "zo" and self._time_after(end) is not None and norms[end] not in self.words.openers
        if not paired and not (timed and self.tokens[end].kind is TokenKind.NUMBER):
            return None
        return self._weekday_bare(index, end, weekday)

    def _is_name(self, index: int) -> bool:
        """ "Jan Vrijdag", "mevrouw De Vrijdag", "Robinson en Vrijdag"."""
        norms = self.norms
        if not self._is_capital(index):
            return False
        if norms[index + 1] in self.words.names:
            return True
        if index == 0:
            return False
        if norms[index - 1] in self.words.titles or not self.words.names.isdisjoint(norms[max(index - 3, 0) : index]):
            return True
        return (
            self._is_capital(index - 1)
            and not self._opens_sentence(index - 1)
            and norms[index - 1] not in self.words.function_words
            and len(norms[index - 1]) > 1
            and not self.text[self.tokens[index - 1].span.start : self.tokens[index - 1].span.end].isupper()
        )

    def _nth_weekday(self, index: int) -> Found | None:
        """ "eerste maandag van de maand", "last Friday in May"."""
        ordinal = self._ordinal(index)
        weekday = self.words.weekdays.get(self.norms[ordinal[1]]) if ordinal else None
        if ordinal is None or weekday is None or self.norms[ordinal[1] + 1] not in self.words.of | {"in"}:
            return None
        month = self._target(self._skip(ordinal[1] + 2, self.words.articles))
        if month is None or month.stretch is None or month.stretch.grain not in ("month", "year"):
            return None
        return Found(month.end, self.almanac.weekday_in(month.stretch, weekday, ordinal[0]))

    def _recurring(self, index: int) -> Found | None:
        """ "maandags", "op maandagen", "on Fridays", "'s avonds"."""
        if self.norms[index] in self.words.possessive:
            index += 1
        norm = self.norms[index]
        if norm in self.words.recurring:
            return Found(index + 1, repeats=True)
        if norm in self.words.recurring_dayparts:
            return Found(index + 1, repeats=True, loose=self.words.recurring_dayparts[norm])
        return None

    def _every(self, index: int) -> Found | None:
        """ "elke dag", "iedere twee weken", "every month"."""
        amount = self._amount_of(index + 1)
        unit = self._unit(index + 1)
        end = amount[2] if amount else unit[1] if unit else None
        return None if end is None else Found(end, repeats=True)

    # Productions: dates -------------------------------------------------------------------------------------------

    def _date(self, index: int) -> Found | None:
        """ "3 mei", "3e mei 2026", "3-5 mei", "3-5-2026", "3/5/2026", "2026-05-03", "third of May"."""
        return self._figures_date(index) or self._day_month(index)

    def _figures_date(self, index: int) -> Found | None:
        norm = self.norms[index]
        parts = next((norm.split(mark) for mark in "-/." if norm.count(mark) == 2), [])
        if len(parts) != 3 or not all(_is_figure(part) for part in parts):
            return None
        lengths = tuple(len(part) for part in parts)
        if lengths[0] == 4 and max(lengths[1:]) <= 2:
            year, month, day = (int(part) for part in parts)
        elif max(lengths[:2]) <= 2 and lengths[2] in (2, 4):
            day, month, year = (int(part) for part in parts)
            year += 2000 if lengths[2] == 2 else 0
        else:
            return None
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        stretch = self.almanac.dated(day, month, year, None)
        end = index + 2 if self.norms[index + 1] == "t" else index + 1
        return Found(end, stretch, real=stretch is not None)

    def _short_date(self, index: int) -> Found | None:
        """ "3/5" and, after a weekday, "3-5"."""
        parts = self.norms[index].split("/")
        end = index + 1
        if len(parts) == 1 and self.norms[end] == "-":
            parts, end = [self.norms[index], self.norms[index + 2]], index + 3
        if len(parts) != 2 or not all(_is_figure(part) and len(part) <= 2 for part in parts):
            return None
        day, month = (int(part) for part in parts)
        if not (1 <= month <= 12 and 1 <= day <= 31) or self.norms[end] in self.words.months:
            return None
        stretch = self.almanac.dated(day, month, None, self._tense(index))
        return Found(end, stretch) if stretch else None

    def _slashed(self, index: int) -> Found | None:
        """ "op 3/5": a fraction, a thread mark or "24/7" does not come after these words."""
        before = self.norms[index - 1] if index else ""
        leads = before in self.words.prepositions and before not in ("of", "en", "and", "or", "at", "over", "met")
        if "/" not in self.norms[index] or not leads or not self.clock.is_open(index + 1):
            return None
        return None if self.norms[index + 1] in self.words.of else self._short_date(index)

    def _day_month(self, index: int) -> Found | None:
        first = self._ordinal(index, days=True)
        if first is None:
            return None
        number, end = first
        last = number
        joiner = self.words.joiners.at(self.norms, end)
        second_at = joiner[1] if joiner else end + 1 if self.norms[end] in self.words.and_words else None
        if second_at is not None:
            second = self._ordinal(self._skip(second_at, self.words.articles), days=True)
            if second is None or second[0] <= number:
                return None
            last, end = second
        at = self._month_at(end, number_before=True)
        if at is None:
            return None
        month, end, cased = at
        year, end = self._year(end)
        if not cased and year is None and end - index == 2:
            return None
        return self._dated(number, last, month, year, index, end)

    def _dated(self, first: int, last: int, month: int, year: int | None, index: int, end: int) -> Found:
        """The day or days of a month; none when the month has no such day."""
        tense = self._tense(index)
        final = self.almanac.dated(last, month, year, tense) if 0 < last <= 31 else None
        if final is None or first < 1:
            return Found(end, real=False)
        return Found(end, final._replace(start=final.start - timedelta(days=last - first)))

    def _month_at(self, index: int, *, number_before: bool = False) -> tuple[int, int, bool] | None:
        """The month here, where it ends, and whether its capital is as it should be."""
        norms, words = self.norms, self.words
        if norms[index] in words.of and norms[index] != ",":
            index += 1
        norm = norms[index]
        month = words.months.get(norm)
        end = index + 1
        if month is None:
            month = words.short_months.get(norm) if number_before else None
            if month is None:
                return None
            if norms[end] == "." and self._is_year(end + 1):
                end += 1
        return month, end, norm not in words.cased_months or self._is_capital(index)

    def _month(self, index: int) -> Found | None:
        """ "mei 2026", "in mei", "May 3rd"."""
        dated = self._month_day(index)
        if dated is not None:
            return dated
        month = self.words.months.get(self.norms[index])
        if month is None:
            return None
        year, end = self._year(index + 1)
        if year is None and not self._is_month(index):
            return None
        return Found(end, self.almanac.month(month, year, None, self._tense(index)))

    def _month_day(self, index: int) -> Found | None:
        """ "May 3rd, 2026", "May 3-5"."""
        norms = self.norms
        at = self._month_at(index, number_before=True) if self.words.month_first else None
        if at is None or not at[2]:
            return None
        month, end, _ = at
        if norms[end] == ".":
            end += 1
        if norms[end] == "the":
            end += 1
        first = (
            self._ordinal(end, days=True)
            if self.tokens[min(end, len(self.tokens) - 1)].kind is TokenKind.NUMBER
            else None
        )
        if first is None or first[0] > 31:
            return None
        number, after_day = first
        last = number
        joiner = self.words.joiners.at(norms, after_day)
        second = self._ordinal(joiner[1], days=True) if joiner else None
        if second is not None and second[0] > number and self._month_at(second[1], number_before=True) is None:
            last, after_day = second
        year, year_end = self._year(after_day)
        ended = after_day > end + 1 or year is not None or self.clock.is_open(after_day)
        timed = self._time_after(after_day) is not None
        if not ended and not timed:
            return None
        return self._dated(number, last, month, year, index, year_end)

    def _is_month(self, index: int) -> bool:
        """Whether a month's name without a number is a month, not a name or a verb."""
        norm, before = self.norms[index], self.norms[index - 1] if index else ""
        capital, words = self._is_capital(index), self.words
        if words.month_first:
            named = capital and index + 1 < len(self.tokens) and self._is_capital(index + 1)
            if norm in words.loose_months:
                return capital and before in words.prepositions and not named
            return True
        if norm in words.loose_months or (capital and norm == "april"):
            firm = before in ("in", "begin", "eind", "medio", "half", "vanaf", "tot", "sinds", "per")
            return before in words.prepositions and (firm or not capital)
        return True

    def _day_of_month(self, index: int) -> Found | None:
        """ "op de derde", "on the 3rd", when no noun follows."""
        ordinal = self._ordinal(index)
        norms = self.norms
        if ordinal is None or ordinal[0] < 1 or norms[index - 1] not in ("de", "the") or index < 2:
            return None
        end = ordinal[1]
        if norms[index - 2] not in ("op", "on", "tot", "until", "by", "before", "voor", "vanaf", "from"):
            return None
        if not self.clock.is_open(end) or norms[end] in self.words.of | {"van", "-"}:
            return None
        return Found(end, self.almanac.day_of_month(ordinal[0], self._tense(index)))

    def _ordinal(self, index: int, *, days: bool = False) -> tuple[int, int] | None:
        """ "3e", "3rd", "derde"; with `days` also "3"."""
        norm = self.norms[index]
        if norm in self.words.ordinals:
            return self.words.ordinals[norm], index + 1
        if not _is_figure(norm) or len(norm) > 2:
            return None
        adjacent = index + 1 < len(self.tokens) and self.tokens[index + 1].span.start == self.tokens[index].span.end
        if adjacent and self.norms[index + 1] in self.words.ordinal_endings:
            return int(norm), index + 2
        return (int(norm), index + 1) if days else None

    # Productions: periods -----------------------------------------------------------------------------------------

    def _is_year(self, index: int) -> bool:
        norm = self.norms[index]
        return len(norm) == 4 and _is_figure(norm) and _FIRST_YEAR <= int(norm) <= _LAST_YEAR

    def _year(self, index: int) -> tuple[int | None, int]:
        """The year after a date or period, and where it ends: "2026", "van volgend jaar"."""
        at = self._skip(index, self.words.of | {"in", "van", ","}) if self.norms[index] else index
        if self._is_year(at) and self.norms[at + 1] not in self.words.counted:
            return int(self.norms[at]), at + 1
        shift = self.words.shifts.at(self.norms, at)
        if shift is None or self.norms[shift[1]] not in self.words.year_words:
            return None, index
        return self.almanac.period("year", shift[0]).start.year, shift[1] + 1

    def _calendar_year(self, index: int) -> Found | None:
        """ "in 2027"; not "2027 meldingen"."""
        before = self.norms[index - 1] if index else ""
        if not self._is_year(index) or self.norms[index + 1] in self.words.counted or before == "":
            return None
        firm = before == "in" or before in self.words.year_words
        if not (firm or (before in self.words.year_leads and self.clock.is_open(index + 1))):
            joined = self.words.joiners.before(self.norms, index)
            if joined is None or not self._is_year(joined[1] - 1):
                return None
        return Found(index + 1, calendar.years(int(self.norms[index])))

    def _shifted(self, index: int) -> Found | None:
        """ "volgende week dinsdag", "komende drie dagen", "last summer", "this morning"."""
        read = self.words.shifts.at(self.norms, index)
        if read is None:
            return None
        shift, at = read
        amount = self._amount_of(at)
        if amount is not None and shift != "this":
            number, unit, end = amount
            return Found(end, self.almanac.through(number, unit, shift))
        return (
            self._shifted_unit(at, shift) or self._shifted_weekday(index, at, shift) or self._shifted_yearly(at, shift)
        )

    def _shifted_unit(self, at: int, shift: calendar.Shift) -> Found | None:
        unit = self._unit(at)
        if unit is None:
            return self._shifted_daypart(at, shift)
        name, end, factor = unit
        if name in ("day", "workday", "minute", "hour") or factor != 1 or self.norms[at] in self.words.plural_units:
            return None
        stretch = self.almanac.period(name, shift)
        if name == "week":
            return self._weekday_within(end, stretch) or Found(end, stretch)
        if name == "year":
            return self._part_of_year(end, stretch.start.year) or Found(end, stretch)
        return Found(end, stretch)

    def _weekday_within(self, index: int, week: Stretch) -> Found | None:
        at = index + 1 if self.norms[index] in ("op", "on", ",") else index
        weekday = self.words.weekdays.get(self.norms[at])
        part: Daypart | None = None
        if weekday is None and self.norms[at] in self.words.weekday_dayparts:
            weekday, part = self.words.weekday_dayparts[self.norms[at]]
        if weekday is None:
            return None
        day = self.almanac.weekday_in(week, weekday, 1)
        end = at + 1
        if part is None:
            part, end = self._daypart_beside(end)
        return Found(end, calendar.daypart(day, part) if day and part else day)

    def _part_of_year(self, index: int, year: int) -> Found | None:
        at = index + 1 if self.norms[index] == "in" else index
        at = self._skip(at, self.words.articles) if at > index else at
        norm = self.norms[at]
        stretch = None
        if norm in self.words.months:
            stretch = self.almanac.month(self.words.months[norm], year, None, None)
        elif norm in self.words.seasons:
            stretch = self.almanac.season(self.words.seasons[norm], year, None, None)
        return stretch and Found(at + 1, stretch._replace(anchor="now"))

    def _shifted_daypart(self, at: int, shift: calendar.Shift) -> Found | None:
        part = self.words.dayparts.get(self.norms[at])
        if part is None or shift == "next":
            return None
        if shift == "this":
            return Found(at + 1, calendar.daypart(self.almanac.in_days(0), part))
        return Found(at + 1, self.almanac.next_daypart(part, "past" if shift == "last" else None))

    def _shifted_weekday(self, index: int, at: int, shift: calendar.Shift) -> Found | None:
        weekday, part = self.words.weekdays.get(self.norms[at]), None
        if weekday is None and self.norms[at] in self.words.weekday_dayparts:
            weekday, part = self.words.weekday_dayparts[self.norms[at]]
        if weekday is None:
            return None
        end = at + 1
        if part is None:
            part, end = self._daypart_beside(end)
        found = self._date_beside(end) or Found(end, self.almanac.weekday(weekday, shift, self._tense(index)))
        if part is not None and found.stretch is not None:
            return found._replace(stretch=calendar.daypart(found.stretch, part))
        return found

    def _shifted_yearly(self, at: int, shift: calendar.Shift) -> Found | None:
        """A month, a season or a holiday after "komende", "last" …"""
        norm, words = self.norms[at], self.words
        if norm in words.months:
            if norm in words.cased_months and not self._is_capital(at):
                return None
            return Found(at + 1, self.almanac.month(words.months[norm], None, shift, None))
        if norm in words.seasons:
            return Found(at + 1, self.almanac.season(words.seasons[norm], None, shift, None))
        feast = words.feasts.at(self.norms, at)
        if feast is None or feast[0] is None:
            return None
        return Found(feast[1], self.almanac.feast(feast[0], None, shift, None))

    def _edge(self, index: int) -> Found | None:
        """ "begin april", "eind van de week", "early next month", "later vandaag"."""
        read = self.words.edges.at(self.norms, index)
        if read is None:
            return None
        part, at = read
        target = self._target(self._skip(self._skip(at, self.words.of), self.words.articles))
        stretch = target.stretch if target else None
        if target is None or stretch is None or stretch.grain == "minute":
            return None
        if self.norms[index] == self.words.half_to and stretch.grain != "month":
            return None
        if part == "later":
            return Found(target.end, self.almanac.later(stretch)) if stretch.anchor == "now" else None
        if stretch.grain == "day":
            return None
        return Found(target.end, calendar.edge(stretch, part))

    def _target(self, at: int) -> Found | None:
        """What "eind van", "eerste maandag van" may point into."""
        norms, words = self.norms, self.words
        if norms[at] in words.months and (norms[at] not in words.cased_months or self._is_capital(at)):
            year, end = self._year(at + 1)
            return Found(end, self.almanac.month(words.months[norms[at]], year, None, self._tense(at)))
        if self._is_year(at):
            return Found(at + 1, calendar.years(int(norms[at])))
        if norms[at] in words.seasons:
            year, end = self._year(at + 1)
            return Found(end, self.almanac.season(words.seasons[norms[at]], year, None, self._tense(at)))
        if norms[at] in words.dayparts and norms[at - 1] in words.articles:
            return Found(at + 1, self.almanac.next_daypart(words.dayparts[norms[at]], self._tense(at)))
        unit = self._unit(at)
        if unit is not None and norms[at] not in words.plural_units:
            name, end, _ = unit
            if name in ("week", "month", "quarter", "year", "weekend"):
                return Found(end, self.almanac.period(name, "this"))
            return None
        return self._shifted(at) or self._relative(at) or self._quarter(at)

    def _quarter(self, index: int) -> Found | None:
        """ "2e kwartaal", "second quarter of 2026", "Q3"."""
        ordinal = self._ordinal(index)
        number, end = 0, index
        if ordinal is not None and self.norms[ordinal[1]] in self.words.quarters:
            number, end = ordinal[0], ordinal[1] + 1
        elif self.norms[index] == "q" and _is_figure(self.norms[index + 1]):
            together = self.tokens[index + 1].span.start == self.tokens[index].span.end
            number, end = int(self.norms[index + 1]) if together else 0, index + 2
        if not 1 <= number <= 4:
            return None
        year, end = self._year(end)
        return Found(end, self.almanac.quarter(number, year, self._tense(index)))

    def _week_number(self, index: int) -> Found | None:
        """ "in week 23"."""
        before, number = self.norms[index - 1] if index else "", self.norms[index + 1]
        if before not in self.words.prepositions or not _is_figure(number) or not 1 <= int(number) <= 53:
            return None
        if len(number) > 2 or self.norms[index + 2] in ("van", "of"):
            return None
        year, end = self._year(index + 2)
        return Found(end, self.almanac.week(int(number), year, self._tense(index)))

    def _weekend(self, index: int) -> Found | None:
        """ "in het weekend", "before the weekend"."""
        if self.norms[index - 1] not in ("het", "the", "'t") or self.norms[index - 2] not in self.words.prepositions:
            return None
        if self.norms[index - 2] in ("of", "and", "en"):
            return None
        return Found(index + 1, self.almanac.period("weekend", "this"))

    def _season(self, index: int) -> Found | None:
        """ "in het najaar", "zomer 2026"; not "zomer in de stad"."""
        year, end = self._year(index + 1)
        before = index - 2 if self.norms[index - 1] in ("de", "het", "the", "'t") else index - 1
        led = before >= 0 and self.norms[before] in self.words.prepositions - {"en", "and", "of", "or", "for", "during"}
        if self.words.month_first and self._is_capital(index) and not self._is_year(index + 1):
            led = False
        if year is None and not led:
            return None
        return Found(end, self.almanac.season(self.words.seasons[self.norms[index]], year, None, self._tense(index)))

    def _feast(self, index: int) -> Found | None:
        read = self.words.feasts.at(self.norms, index)
        if read is None or (index > 0 and self.norms[index - 1] in self.words.greetings):
            return None
        name, end = read
        phrase_is_loose = end == index + 1 and self.norms[index] in self.words.loose_feasts
        year, end = self._year(end)
        before = index - 2 if self.norms[index - 1] in ("de", "het", "the", "'t") else index - 1
        led = before >= 0 and self.norms[before] in self.words.prepositions
        alone = not self.words.month_first or self.clock.is_open(end)  # Dutch writes compounds as one word
        if phrase_is_loose and year is None and not (led and alone):
            return None
        return Found(end, self.almanac.feast(name, year, None, self._tense(index)) if name else None)

    def _bank_holiday(self, index: int) -> Found | None:
        read = self.words.bank_holiday.at(self.norms, index)
        if read is None or read[1] == index:
            return None
        day = self.almanac.bank_holiday(self._tense(index))
        if self.norms[read[1] - 1] == "weekend":
            return Found(read[1], _moved(day, -2)._replace(end=day.end, grain="weekend"))
        return Found(read[1], day)

    # Productions: seen from now -----------------------------------------------------------------------------------

    def _relative(self, index: int) -> Found | None:
        """ "vandaag", "morgenochtend", "the day after tomorrow", "morgen over een week"."""
        read = self.words.days.at(self.norms, index)
        before = self.norms[index - 1] if index else ""
        if (
            read is None
            or before in self.words.greetings
            or (before == "de" and self.norms[index] in self.words.dayparts)
        ):
            return None
        (number, part), end = read
        ahead = self.words.ahead.at(self.norms, end) if not self.words.month_first else None
        amount = self._amount_of(ahead[1]) if ahead else None
        if amount is not None and amount[1] == "week":
            number, end = number + int(7 * amount[0]), amount[2]
        day = self.almanac.in_days(number)
        if part is None and self.norms[index] != self.norms[end]:
            part, end = self._daypart_beside(end)
        return Found(end, calendar.daypart(day, part) if part else day)

    def _tonight(self, index: int) -> Found | None:
        return Found(index + 1, self.almanac.tonight(self._tense(index)))

    def _last_night(self, index: int) -> Found | None:
        read = self.words.last_night.at(self.norms, index)
        return read and Found(read[1], self.almanac.last_night())

    def _end_of_day(self, index: int) -> Found | None:
        read = self.words.end_of_day.at(self.norms, index)
        return read and Found(read[1], calendar.end_of_day(self.almanac.in_days(0)))

    def _daypart_led(self, index: int) -> Found | None:
        """ "in de middag", "in the morning", "nacht van zaterdag op zondag"."""
        part = self.words.dayparts[self.norms[index]]
        if (
            self.norms[index + 1] == "van"
            and self.norms[index + 3] == "op"
            and self.norms[index + 2] in self.words.weekdays
        ):
            day = self.almanac.weekday(self.words.weekdays[self.norms[index + 2]], None, self._tense(index))
            return Found(index + 5, calendar.daypart(day, part))
        if self.norms[index - 1] not in ("de", "the") or self.norms[index - 2] != "in":
            return None
        return Found(index + 1, self.almanac.next_daypart(part, self._tense(index)), loose=part)

    def _ahead(self, index: int) -> Found | None:
        """ "over drie dagen", "in two weeks"."""
        read = self.words.ahead.at(self.norms, index)
        amount = self._amount_of(read[1]) if read else None
        if amount is None:
            return None
        number, unit, end = amount
        if self.words.month_first and self._tense(index) == "past":
            return None
        if self.norms[end] in ("'", "’") and self.norms[end + 1] == "time":
            end += 2
        return Found(end, self.almanac.ahead(number, unit))

    def _within(self, index: int) -> Found | None:
        read = self.words.within.at(self.norms, index)
        amount = self._amount_of(read[1]) if read else None
        if amount is None:
            return None
        number, unit, end = amount
        return Found(end, self.almanac.within(number, unit), deadline=True)

    def _amount_first(self, index: int) -> Found | None:
        """ "drie dagen geleden", "a week ago", "two weeks from now", "a week on Tuesday"."""
        amount = self._amount_of(index)
        if amount is None:
            return None
        number, unit, end = amount
        ago = self.words.ago.at(self.norms, end)
        if ago is not None:
            return Found(ago[1], self.almanac.ahead(-number, unit))
        from_now = self.words.from_now.at(self.norms, end)
        if from_now is not None:
            return Found(from_now[1], self.almanac.ahead(number, unit))
        weekday = self.words.weekdays.get(self.norms[end + 1]) if self.norms[end] in ("on", "from") else None
        if weekday is None or unit != "week":
            return None
        return Found(end + 2, _moved(self.almanac.weekday(weekday, None, None), int(7 * number)))

    def _after(self, index: int) -> Found | None:
        """ "na de zomer", "after Friday", "na 10 uur"."""
        at = self._skip(index + 1, self.words.articles)
        found = self._when(at, None)
        if found is None or found.stretch is None or isinstance(found.loose, str):
            return None if found is None or found.real is False or found.loose else found
        return found._replace(stretch=calendar.after(found.stretch), loose=None)

    def _amount_of(self, index: int) -> tuple[float, Unit, int] | None:
        """ "drie dagen", "anderhalf jaar", "een half uur", "2 tot 3 weken" (counts as 3), "5 working days"."""
        amount = self._number(self._skip(index, self.words.roughly))
        if amount is None:
            return None
        number, at = amount
        joiner = self.words.joiners.at(self.norms, at)
        second_at = joiner[1] if joiner else at + 1 if self.norms[at] in ("a", "of", "or") else None
        second = self._number(second_at) if second_at else None
        if second is not None:
            number, at = max(number, second[0]), second[1]
        unit = self._unit(at)
        return unit and (number * unit[2], unit[0], unit[1])

    def _number(self, index: int) -> tuple[float, int] | None:
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

    def _unit(self, index: int) -> tuple[Unit, int, float] | None:
        norms, words = self.norms, self.words
        if norms[index] in words.workdays and words.units.get(norms[index + 1]) == ("day", 1):
            return "workday", index + 2, 1
        unit = words.units.get(norms[index])
        return unit and (unit[0], index + 1, unit[1])

    # What stands around -------------------------------------------------------------------------------------------

    def _tense(self, index: int) -> Tense | None:
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

    def _is_every(self, index: int) -> bool:
        return index > 0 and self.norms[index - 1] in self.words.every

    def _is_deadline(self, index: int, end: int) -> bool:
        at = index
        while at > max(index - 3, 0) and self.norms[at - 1] in self.words.articles:
            at -= 1
        before = self.words.deadlines.before(self.norms, at) or self.words.deadlines.before(self.norms, index)
        return before is not None or self.words.deadlines_after.at(self.norms, end) is not None

    def _skip(self, index: int, words: frozenset[str]) -> int:
        """The first place from `index`, at most two on, that holds none of the words."""
        for _ in range(2):
            if self.norms[index] not in words:
                break
            index += 1
        return index

    def _is_number(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].kind is TokenKind.NUMBER

    def _is_capital(self, index: int) -> bool:
        return self.text[self.tokens[index].span.start].isupper()

    def _opens_sentence(self, index: int) -> bool:
        return (
            index == 0
            or self.tokens[index - 1].kind is TokenKind.MARK
            or self.tokens[index - 1].kind is TokenKind.EMOJI
        )


def _first_of(candidates: Iterable[Production], grammar: Grammar, index: int) -> Found | None:
    for production in candidates:
        found = production(grammar, index)
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


def _moved(stretch: Stretch, days: int) -> Stretch:
    return stretch._replace(start=stretch.start + timedelta(days=days), end=stretch.end + timedelta(days=days))


def _is_figure(text: str) -> bool:
    return 0 < len(text) <= 4 and text.isascii() and text.isdigit()


_NUMBER: tuple[Production, ...] = (
    Grammar._feast,
    Grammar._edge,
    Grammar._day_month,
    Grammar._quarter,
    Grammar._nth_weekday,
    Grammar._calendar_year,
    Grammar._amount_first,
    Grammar._day_of_month,
)
_FIGURES: tuple[Production, ...] = (Grammar._figures_date, Grammar._slashed, Grammar._amount_first)


@lru_cache(maxsize=4)
def productions(words: Lexicon) -> dict[str, tuple[Production, ...]]:
    """Which productions start with a word, in the order in which they are tried."""
    table: tuple[tuple[Iterable[str], tuple[Production, ...]], ...] = (
        (words.end_of_day.starts(), (Grammar._end_of_day,)),
        (words.last_night.starts(), (Grammar._last_night,)),
        (words.bank_holiday.starts(), (Grammar._bank_holiday,)),
        (words.feasts.starts(), (Grammar._feast,)),
        (words.days.starts(), (Grammar._relative,)),
        (words.weekdays, (Grammar._weekday,)),
        (words.weekday_dayparts, (Grammar._weekday,)),
        (words.short_weekdays, (Grammar._short_weekday,)),
        (words.recurring, (Grammar._recurring,)),
        (words.possessive, (Grammar._recurring,)),
        (words.every, (Grammar._every,)),
        (words.tonight, (Grammar._tonight,)),
        (words.ordinals, (Grammar._quarter, Grammar._nth_weekday, Grammar._date, Grammar._day_of_month)),
        (words.edges.starts(), (Grammar._edge,)),
        (words.shifts.starts(), (Grammar._shifted,)),
        (words.months, (Grammar._month,)),
        (words.short_months if words.month_first else (), (Grammar._month,)),
        (words.seasons, (Grammar._season,)),
        (("q",), (Grammar._quarter,)),
        (words.week_words, (Grammar._week_number,)),
        (("weekend",), (Grammar._weekend,)),
        (words.ahead.starts(), (Grammar._ahead,)),
        (words.within.starts(), (Grammar._within,)),
        (words.numbers, (Grammar._amount_first,)),
        (words.half_unit, (Grammar._amount_first,)),
        (words.after, (Grammar._after,)),
        (words.dayparts, (Grammar._daypart_led,)),
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
