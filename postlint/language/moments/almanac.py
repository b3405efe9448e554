"""Where days, weeks, seasons and dayparts lie, seen from one moment. Local time, without offsets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from postlint.language.moments.feasts import feast, public_holidays
from postlint.language.moments.moment import Anchor, Clock, Grain, Stretch

Unit = Literal["minute", "hour", "day", "workday", "week", "weekend", "month", "quarter", "year"]
Shift = Literal["last", "this", "next", "coming"]
Edge = Literal["begin", "middle", "end", "later", "first half", "second half"]
Tense = Literal["past", "future"]
Season = Literal["spring", "summer", "autumn", "winter"]
Daypart = Literal["morning", "afternoon", "evening", "night", "late evening"]

# Hours from the day's midnight. The Dutch "vrijdagnacht" comes after Friday; an English "Friday night" begins on it.
DAYPARTS: dict[Daypart, tuple[int, int]] = {
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (24, 30),
    "late evening": (18, 30),
}
_SEASONS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_STEPS: dict[Shift, int] = {"last": -1, "this": 0, "next": 1, "coming": 1}
# A date without a year that lies this little behind is the one just gone, not next year's: so a stale post shows.
_JUST_GONE = timedelta(days=60)
_SATURDAY = 5
_LONGEST_WORKDAYS = 300
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Almanac:
    """The calendar around `now`, which is local time in `zone`; `country` (ISO 3166) knows its own holidays.

    Where `now` is not `known` no day is told, and working days are counted without a look at holidays, which takes as
    long to load as all else that reads moments.
    """

    now: datetime
    zone: tzinfo
    country: str
    known: bool = True

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()

    # Days ---------------------------------------------------------------------------------------------------------

    def in_days(self, number: int) -> Stretch:
        """The day so many days from today."""
        return days(self.today + number * _DAY)

    def weekday(self, weekday: int, shift: Shift | None, tense: Tense | None) -> Stretch:
        """The Monday (0) … Sunday (6) that is meant.

        Bare and "deze": today or the first after, in a past clause today or the last before. "Komende": after today.
        "Volgende": that of next week. "Vorige", "afgelopen": the last before today.
        """
        ahead = (weekday - self.today.weekday()) % 7
        if shift == "last":
            ahead = ahead - 7
        elif shift == "coming":
            ahead = ahead or 7
        elif shift == "next":
            ahead = 7 + weekday - self.today.weekday()
        elif tense == "past" and ahead:
            ahead -= 7
        return self.in_days(ahead)

    def weekday_in(self, stretch: Stretch, weekday: int, number: int) -> Stretch | None:
        """The so manieth Monday (0) … Sunday (6) in a stretch; -1 is the last. None when there is no such day."""
        first, last = stretch.start.date(), (stretch.end - timedelta(microseconds=1)).date()
        if number > 0:
            found = first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * _DAY
        else:
            found = last - ((last.weekday() - weekday) % 7) * _DAY
        return days(found, anchor=stretch.anchor) if first <= found <= last else None

    def dated(self, day: int, month: int, year: int | None, tense: Tense | None) -> Stretch | None:
        """A day of a month; without `year` the one that is meant. None when there is no such day."""
        return self.occurrence(lambda y: days(date(y, month, day)), year, None, tense)

    def day_of_month(self, day: int, tense: Tense | None) -> Stretch | None:
        """Read "De derde": in this month, or the next (in a past clause the last) that has such a day."""
        step = -1 if tense == "past" else 1
        month = self.today.replace(day=1)
        for _ in range(3):
            try:
                found = month.replace(day=day)
            except ValueError:
                found = None
            if found and (found - self.today).days * step >= 0:
                return days(found, anchor="calendar")
            month = _month_start(month, step)
        return None

    # Periods ------------------------------------------------------------------------------------------------------

    def period(self, unit: Unit, shift: Shift) -> Stretch:
        """This, the last or the next week, month …; weeks begin on Monday."""
        if unit == "weekend" and shift == "coming":
            return self.unit(unit, 0 if self.today.weekday() < _SATURDAY else 1)
        return self.unit(unit, _STEPS[shift])

    def unit(self, unit: Unit, step: int) -> Stretch:
        """The calendar week, month … so many after this one."""
        if unit == "year":
            return years(self.today.year + step, "now")
        if unit in ("month", "quarter"):
            length = 3 if unit == "quarter" else 1
            first = _month_start(self.today, -((self.today.month - 1) % length) + step * length)
            return _between(first, _month_start(first, length), "quarter" if unit == "quarter" else "month")
        monday = self.today + (7 * step - self.today.weekday()) * _DAY
        if unit == "weekend":
            return _between(monday + 5 * _DAY, monday + 7 * _DAY, "weekend")
        if unit == "week":
            return _between(monday, monday + 7 * _DAY, "week")
        if unit in ("hour", "minute"):
            return self._exact(timedelta(0), timedelta(**{f"{unit}s": 1}), unit)
        return self.in_days(step)

    def week(self, number: int, year: int | None, tense: Tense | None) -> Stretch | None:
        """A week by its ISO number."""

        def of_year(y: int) -> Stretch:
            monday = date.fromisocalendar(y, number, 1)
            return _between(monday, monday + 7 * _DAY, "week")

        return self.occurrence(of_year, year, None, tense)

    def month(self, month: int, year: int | None, shift: Shift | None, tense: Tense | None) -> Stretch | None:
        """A month by its number."""
        return self.occurrence(lambda y: _months(y, month, 1, "month"), year, shift, tense)

    def quarter(self, number: int, year: int | None, tense: Tense | None) -> Stretch | None:
        """A quarter, 1 to 4; without a year that of this year, unless the clause looks elsewhere."""
        tense_or_this: Shift | None = None if tense else "this"
        return self.occurrence(lambda y: _months(y, 3 * number - 2, 3, "quarter"), year, tense_or_this, tense)

    def season(self, season: Season, year: int | None, shift: Shift | None, tense: Tense | None) -> Stretch | None:
        """A season by whole months (summer: June to August); the winter of a year begins in its December."""
        if shift == "next" and year is None:
            return _months(self.today.year + 1, _SEASONS[season], 3, "season")
        return self.occurrence(lambda y: _months(y, _SEASONS[season], 3, "season"), year, shift, tense)

    def feast(self, name: str, year: int | None, shift: Shift | None, tense: Tense | None) -> Stretch | None:
        """A holiday by its name in `feasts`."""

        def of_year(y: int) -> Stretch:
            first, length = feast(name, y)
            return days(first, length)

        return self.occurrence(of_year, year, shift, tense)

    def bank_holiday(self, tense: Tense | None) -> Stretch:
        """The first public holiday from today (in a past clause the last before it)."""
        step = -1 if tense == "past" else 1
        found = self.today
        while found not in public_holidays(self.country, found.year):
            found += step * _DAY
        return days(found)

    def occurrence(
        self, of_year: Callable[[int], Stretch], year: int | None, shift: Shift | None, tense: Tense | None
    ) -> Stretch | None:
        """Which year's is meant of what comes once a year."""
        if year is not None:
            found = _possible(of_year, year)
            return found and found._replace(anchor="text")
        this_year = self.now.year
        if shift == "this":
            found = _possible(of_year, this_year)
        elif shift == "last" or (shift is None and tense == "past"):
            found = self._last(of_year, running=shift is None)
        else:
            found = self._first(of_year, shift, tense)
        return found and found._replace(anchor="now" if shift else "calendar")

    def _last(self, of_year: Callable[[int], Stretch], *, running: bool) -> Stretch | None:
        for year in range(self.now.year + 1, self.now.year - 9, -1):
            found = _possible(of_year, year)
            if found and (found.start if running else found.end) <= self.now:
                return found
        return None

    def _first(self, of_year: Callable[[int], Stretch], shift: Shift | None, tense: Tense | None) -> Stretch | None:
        margin = timedelta(0) if shift or tense == "future" else _JUST_GONE
        for year in range(self.now.year - 1, self.now.year + 9):
            found = _possible(of_year, year)
            if found and ((found.start > self.now) if shift else (found.end > self.now - margin)):
                return found
        return None

    # Durations ----------------------------------------------------------------------------------------------------

    def ahead(self, number: float, unit: Unit) -> Stretch:
        """Read "Over drie dagen" (or, below zero, ago): the day, or for hours and minutes the minute."""
        if unit in ("hour", "minute"):
            return self._exact(timedelta(**{f"{unit}s": number}), timedelta(minutes=1), "minute")
        return days(self._day_after(number, unit), grain=_grain(unit))

    def within(self, number: float, unit: Unit) -> Stretch:
        """Read "Binnen drie dagen": from now to the end of that day; for hours and minutes to the minute."""
        if unit in ("hour", "minute"):
            return self._exact(timedelta(0), timedelta(**{f"{unit}s": number}), unit)
        return Stretch(self.now, _midnight(self._day_after(number, unit) + _DAY), _grain(unit))

    def through(self, number: float, unit: Unit, shift: Shift) -> Stretch:
        """Read "Komende drie weken", "afgelopen twee dagen": up to today, or from now."""
        if shift != "last":
            return self.within(number, unit)
        if unit in ("hour", "minute"):
            length = timedelta(**{f"{unit}s": number})
            return self._exact(-length, length, unit)
        return _between(self._day_after(-number, unit), self.today, _grain(unit))

    def _day_after(self, number: float, unit: Unit) -> date:
        if unit == "workday":
            return self._workday(int(number))
        if unit in ("day", "week", "weekend"):
            return self.today + round(number * (1 if unit == "day" else 7)) * _DAY
        months = {"month": 1, "quarter": 3, "year": 12}[unit] * number
        first = _month_start(self.today, int(months))
        last_day = (_month_start(first, 1) - _DAY).day
        return first.replace(day=min(self.today.day, last_day)) + round(months % 1 * 30) * _DAY

    def _workday(self, number: int) -> date:
        if abs(number) > _LONGEST_WORKDAYS:
            raise OverflowError(number)
        day, step = self.today, -1 if number < 0 else 1
        while number:
            day += step * _DAY
            if day.weekday() < _SATURDAY and not (self.known and day in public_holidays(self.country, day.year)):
                number -= step
        return day

    def _exact(self, ahead: timedelta, length: timedelta, grain: Grain) -> Stretch:
        """By elapsed time: "over een uur" is an hour, also when the clock is put forward."""
        instant = self.now.replace(tzinfo=self.zone).astimezone(UTC) + ahead
        start, end = ((at.astimezone(self.zone)).replace(tzinfo=None) for at in (instant, instant + length))
        return Stretch(start, end, grain)

    # Parts and times ----------------------------------------------------------------------------------------------

    def tonight(self, tense: Tense | None) -> Stretch:
        """Read "Vannacht": the running night, in a past clause the last, else the coming."""
        past = tense == "past" or self.now.hour < DAYPARTS["morning"][0]
        return daypart(self.in_days(-1 if past else 0), "night")

    def last_night(self) -> Stretch:
        """From yesterday evening to this morning."""
        return daypart(self.in_days(-1), "late evening")

    def next_daypart(self, part: Daypart, tense: Tense | None) -> Stretch:
        """The first morning, evening … that is not over; in a past clause the last that has begun."""
        found = daypart(self.in_days(0), part)
        if tense == "past":
            found = daypart(self.in_days(-1), part) if found.start > self.now else found
        elif found.end <= self.now:
            found = daypart(self.in_days(1), part)
        return found._replace(anchor="calendar")

    def next_clock(self, clock: Clock, tense: Tense | None) -> Stretch:
        """The first time that the clock shows it from now; in a past clause the last."""
        found = on_the_clock(self.in_days(0), clock)
        if tense == "past":
            found = on_the_clock(self.in_days(-1), clock) if found.start > self.now else found
        elif found.end <= self.now:
            found = on_the_clock(self.in_days(1), clock)
        return found._replace(anchor="calendar")

    def later(self, stretch: Stretch) -> Stretch:
        """What is left of a stretch from now."""
        return stretch._replace(start=self.now) if stretch.start < self.now < stretch.end else stretch


def days(first: date, number: int = 1, grain: Grain = "day", anchor: Anchor = "now") -> Stretch:
    """Whole days."""
    start = _midnight(first)
    return Stretch(start, start + number * _DAY, grain, anchor)


def years(year: int, anchor: Anchor = "text") -> Stretch:
    """A calendar year."""
    return _between(date(year, 1, 1), date(year + 1, 1, 1), "year", anchor)


def daypart(day: Stretch, part: Daypart) -> Stretch:
    """The morning, afternoon … of a day."""
    first, last = DAYPARTS[part]
    midnight = _midnight(day.start.date())
    return Stretch(midnight + timedelta(hours=first), midnight + timedelta(hours=last), "daypart", day.anchor)


def on_the_clock(day: Stretch, clock: Clock) -> Stretch:
    """A time on a day, or in the daypart that says which half of the day is meant."""
    midnight = _midnight(day.start.date())
    shift = 0
    if day.grain == "daypart":
        start = midnight + timedelta(minutes=clock.start)
        shifts = (0, 12, 24) if clock.spoken else (0, 24)
        fitting = (hours for hours in shifts if day.start <= start + timedelta(hours=hours) < day.end)
        shift = next(fitting, 0)
    elif clock.spoken and 60 <= clock.start < 7 * 60:
        shift = 12
    start = midnight + timedelta(minutes=clock.start, hours=shift)
    end = midnight + timedelta(minutes=clock.end, hours=shift)
    grain: Grain = "minute" if clock.exact else "hour"
    return Stretch(start, end, grain, day.anchor)


def edge(stretch: Stretch, part: Edge) -> Stretch:
    """The beginning, middle or end of a stretch, in whole hours, days or months."""
    if part in ("first half", "second half"):
        middle = _midnight((stretch.start + (stretch.end - stretch.start) / 2).date())
        if stretch.grain == "year":
            middle = stretch.start.replace(month=7)
        return stretch._replace(end=middle) if part == "first half" else stretch._replace(start=middle)
    first, last = _cuts(stretch)
    if part == "begin":
        return stretch._replace(end=first)
    if part == "middle":
        return stretch._replace(start=first, end=last)
    return stretch._replace(start=last)


def _cuts(stretch: Stretch) -> tuple[datetime, datetime]:
    """Where a stretch falls apart in beginning, middle and end."""
    start, end = stretch.start, stretch.end
    if stretch.grain == "week":
        return start + 2 * _DAY, start + 4 * _DAY
    if stretch.grain == "month":
        return start + 10 * _DAY, start + 20 * _DAY
    if stretch.grain in ("quarter", "season", "year"):
        third = 4 if stretch.grain == "year" else 1
        first = _month_start(start.date(), third)
        return _midnight(first), _midnight(_month_start(first, third))
    third_part = (end - start) / 3
    return start + third_part, end - third_part


def end_of_day(day: Stretch) -> Stretch:
    """The last hours of a working day."""
    return edge(daypart(day, "afternoon"), "end")


def after(stretch: Stretch) -> Stretch:
    """Read "Na de zomer": as long again, from where it ends; after a time of day, an hour."""
    if stretch.grain == "minute":
        return Stretch(stretch.start, stretch.start + timedelta(hours=1), "hour", stretch.anchor)
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12}.get(stretch.grain)
    end = _midnight(_month_start(stretch.end.date(), months)) if months else stretch.end + (stretch.end - stretch.start)
    return stretch._replace(start=stretch.end, end=end)


def _months(year: int, month: int, number: int, grain: Grain) -> Stretch:
    first = date(year, month, 1)
    return _between(first, _month_start(first, number), grain)


def _month_start(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _between(first: date, end: date, grain: Grain, anchor: Anchor = "now") -> Stretch:
    return Stretch(_midnight(first), _midnight(end), grain, anchor)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _possible(of_year: Callable[[int], Stretch], year: int) -> Stretch | None:
    """None for 29 February in most years, week 53, or a year that the calendar does not have."""
    try:
        return of_year(year)
    except (ValueError, OverflowError):
        return None


def _grain(unit: Unit) -> Grain:
    return "day" if unit == "workday" else unit
