"""Days of the week: "vrijdag", "dinsdag over een week", "Tuesday next week", "first Monday in May"."""

from __future__ import annotations

from postlint.language.moments import almanac as calendar
from postlint.language.moments.almanac import Daypart
from postlint.language.moments.dates import date_beside
from postlint.language.moments.periods import period_at
from postlint.language.moments.reader import Found, Reader, moved
from postlint.language.tokens import TokenKind


def weekday(reader: Reader, index: int) -> Found | None:
    """Read "vrijdag", "donderdagavond", with all that may follow."""
    norm = reader.norms[index]
    weekday = reader.words.weekdays.get(norm)
    part: Daypart | None = None
    if weekday is None:
        weekday, part = reader.words.weekday_dayparts[norm]
    if _is_name(reader, index):
        return None
    found = _weekday_on(reader, index, index + 1, weekday)
    if part is not None and found.stretch is not None:
        found = found._replace(stretch=calendar.daypart(found.stretch, part))
    return found


def _weekday_on(reader: Reader, first: int, end: int, weekday: int) -> Found:
    """The day of the week whose name ends before `end`, with what follows it."""
    part, end = reader.daypart_beside(end)
    dated = date_beside(reader, end, weekday)
    if dated is not None:
        found = _in_fitting_year(reader, dated, weekday)
    else:
        found = (
            _weekday_of_week(reader, end, weekday)
            or _weekday_ahead(reader, end, weekday)
            or _weekday_bare(reader, first, end, weekday)
        )
    if found.stretch is not None and part is None and dated is not None:
        part, beyond = reader.daypart_beside(found.end)
        found = found._replace(end=beyond)
    if part is not None and found.stretch is not None:
        return found._replace(stretch=calendar.daypart(found.stretch, part))
    return found


def _in_fitting_year(reader: Reader, dated: Found, weekday: int) -> Found:
    """The date a year earlier where it falls on that weekday then, and not in the year it was read in.

    Only where that day is the nearer one: who writes a wrong weekday beside a date of next week means next week.
    """
    day = dated.stretch
    if day is None or day.anchor != "calendar" or day.start.weekday() == weekday or day.start <= reader.almanac.now:
        return dated
    for earlier in (moved(day, -365), moved(day, -366)):
        nearer = reader.almanac.now - earlier.start < day.start - reader.almanac.now
        if nearer and earlier.start.day == day.start.day and earlier.start.weekday() == weekday:
            return dated._replace(stretch=earlier)
    return dated


def _weekday_of_week(reader: Reader, index: int, weekday: int) -> Found | None:
    """Read "dinsdag volgende week", "Tuesday of next week"."""
    at = reader.skip(index, reader.words.of)
    shift = reader.words.shifts.at(reader.norms, at)
    if shift is None or reader.words.units.get(reader.norms[shift[1]]) != ("week", 1):
        return None
    week = reader.almanac.period("week", shift[0])
    return Found(shift[1] + 1, reader.almanac.weekday_in(week, weekday, 1))


def _weekday_ahead(reader: Reader, index: int, weekday: int) -> Found | None:
    """Read "dinsdag over twee weken", "Tuesday week"."""
    day = reader.almanac.weekday(weekday, None, None)
    if reader.norms[index] == "week" and reader.words.month_first:
        return Found(index + 1, moved(day, 7))
    ahead = reader.words.ahead.at(reader.norms, index)
    amount = reader.amount_at(ahead[1]) if ahead else None
    if amount is None or amount[1] != "week":
        return None
    return Found(amount[2], moved(day, int(7 * amount[0])))


def _weekday_bare(reader: Reader, first: int, index: int, weekday: int) -> Found:
    postposed = reader.words.postposed.at(reader.norms, index)
    shift, end = postposed or (None, index)
    return Found(end, reader.almanac.weekday(weekday, shift, reader.tense_at(first)))


def short_weekday(reader: Reader, index: int) -> Found | None:
    """Read "di 3 mei", "vr 10.00 uur", "ma-vr": a short form only counts beside a date, a time or another."""
    norms, short = reader.norms, reader.words.short_weekdays
    end = index + 2 if norms[index + 1] == "." else index + 1
    weekday = short[norms[index]]
    dated = date_beside(reader, end, weekday) if norms[end] not in reader.words.articles else None
    if dated is not None:
        return dated
    joiner = reader.words.joiners.at(norms, end)
    joined = reader.words.joiners.before(norms, index)
    paired = (joiner is not None and norms[joiner[1]] in short) or (
        joined is not None and joined[1] > 0 and norms[joined[1] - 1] in short
    )
    timed = norms[index] != "zo" and reader.time_after(end) is not None and norms[end] not in reader.words.openers
    if not paired and not (timed and reader.tokens[end].kind is TokenKind.NUMBER):
        return None
    return _weekday_bare(reader, index, end, weekday)


def _is_name(reader: Reader, index: int) -> bool:
    """Read "Jan Vrijdag", "mevrouw De Vrijdag", "Robinson en Vrijdag"."""
    norms = reader.norms
    if not reader.is_capital(index):
        return False
    if norms[index + 1] in reader.words.names:
        return True
    if index == 0:
        return False
    if norms[index - 1] in reader.words.titles or not reader.words.names.isdisjoint(norms[max(index - 3, 0) : index]):
        return True
    return (
        reader.is_capital(index - 1)
        and not reader.opens_sentence(index - 1)
        and norms[index - 1] not in reader.words.function_words
        and len(norms[index - 1]) > 1
        and not reader.text[reader.tokens[index - 1].span.start : reader.tokens[index - 1].span.end].isupper()
    )


def nth_weekday(reader: Reader, index: int) -> Found | None:
    """Read "eerste maandag van de maand", "last Friday in May"."""
    ordinal = reader.ordinal_at(index)
    weekday = reader.words.weekdays.get(reader.norms[ordinal[1]]) if ordinal else None
    if ordinal is None or weekday is None or reader.norms[ordinal[1] + 1] not in reader.words.of | {"in"}:
        return None
    month = period_at(reader, reader.skip(ordinal[1] + 2, reader.words.articles))
    if month is None or month.stretch is None or month.stretch.grain not in ("month", "year"):
        return None
    return Found(month.end, reader.almanac.weekday_in(month.stretch, weekday, ordinal[0]))


def recurring(reader: Reader, index: int) -> Found | None:
    """Read "maandags", "op maandagen", "on Fridays", "'s avonds"."""
    if reader.norms[index] in reader.words.possessive:
        index += 1
    norm = reader.norms[index]
    if norm in reader.words.recurring:
        return Found(index + 1, repeats=True)
    if norm in reader.words.recurring_dayparts:
        return Found(index + 1, repeats=True, loose=reader.words.recurring_dayparts[norm])
    return None


def every(reader: Reader, index: int) -> Found | None:
    """Read "elke dag", "iedere twee weken", "every month"."""
    amount = reader.amount_at(index + 1)
    unit = reader.unit_at(index + 1)
    end = amount[2] if amount else unit[1] if unit else None
    return None if end is None else Found(end, repeats=True)
