"""Weeks, months, quarters, seasons, years and holidays: "volgende week", "eind mei", "Q3", "after Easter"."""

from __future__ import annotations

from postlint.language.moments import almanac as calendar
from postlint.language.moments.almanac import Daypart, Shift
from postlint.language.moments.dates import date_beside
from postlint.language.moments.moment import Stretch
from postlint.language.moments.reader import Found, Reader, is_figure, moved
from postlint.language.moments.relative import day_from_now


def shifted(reader: Reader, index: int) -> Found | None:
    """Read "volgende week dinsdag", "komende drie dagen", "last summer", "this morning"."""
    read = reader.words.shifts.at(reader.norms, index)
    if read is None:
        return None
    shift, at = read
    amount = reader.amount_at(at)
    if amount is not None and shift != "this":
        number, unit, end = amount
        return Found(end, reader.almanac.through(number, unit, shift))
    return (
        _shifted_unit(reader, at, shift)
        or _shifted_weekday(reader, index, at, shift)
        or _shifted_yearly(reader, at, shift)
    )


def _shifted_unit(reader: Reader, at: int, shift: Shift) -> Found | None:
    unit = reader.unit_at(at)
    if unit is None:
        return _shifted_daypart(reader, at, shift)
    name, end, factor = unit
    if name in ("day", "workday", "minute", "hour") or factor != 1 or reader.norms[at] in reader.words.plural_units:
        return None
    stretch = reader.almanac.period(name, shift)
    if name == "week":
        return _weekday_within(reader, end, stretch) or Found(end, stretch)
    if name == "year":
        return _part_of_year(reader, end, stretch.start.year) or Found(end, stretch)
    return Found(end, stretch)


def _weekday_within(reader: Reader, index: int, week: Stretch) -> Found | None:
    at = index + 1 if reader.norms[index] in ("op", "on", ",") else index
    weekday = reader.words.weekdays.get(reader.norms[at])
    part: Daypart | None = None
    if weekday is None and reader.norms[at] in reader.words.weekday_dayparts:
        weekday, part = reader.words.weekday_dayparts[reader.norms[at]]
    if weekday is None:
        return None
    day = reader.almanac.weekday_in(week, weekday, 1)
    end = at + 1
    if part is None:
        part, end = reader.daypart_beside(end)
    return Found(end, calendar.daypart(day, part) if day and part else day)


def _part_of_year(reader: Reader, index: int, year: int) -> Found | None:
    at = index + 1 if reader.norms[index] == "in" else index
    at = reader.skip(at, reader.words.articles) if at > index else at
    norm = reader.norms[at]
    stretch = None
    if norm in reader.words.months:
        stretch = reader.almanac.month(reader.words.months[norm], year, None, None)
    elif norm in reader.words.seasons:
        stretch = reader.almanac.season(reader.words.seasons[norm], year, None, None)
    return stretch and Found(at + 1, stretch._replace(anchor="now"))


def _shifted_daypart(reader: Reader, at: int, shift: Shift) -> Found | None:
    part = reader.words.dayparts.get(reader.norms[at])
    if part is None or shift == "next":
        return None
    if shift == "this":
        return Found(at + 1, calendar.daypart(reader.almanac.in_days(0), part))
    return Found(at + 1, reader.almanac.next_daypart(part, "past" if shift == "last" else None))


def _shifted_weekday(reader: Reader, index: int, at: int, shift: Shift) -> Found | None:
    weekday, part = reader.words.weekdays.get(reader.norms[at]), None
    if weekday is None and reader.norms[at] in reader.words.weekday_dayparts:
        weekday, part = reader.words.weekday_dayparts[reader.norms[at]]
    if weekday is None:
        return None
    end = at + 1
    if part is None:
        part, end = reader.daypart_beside(end)
    found = date_beside(reader, end, weekday) or Found(
        end, reader.almanac.weekday(weekday, shift, reader.tense_at(index))
    )
    if part is not None and found.stretch is not None:
        return found._replace(stretch=calendar.daypart(found.stretch, part))
    return found


def _shifted_yearly(reader: Reader, at: int, shift: Shift) -> Found | None:
    """A month, a season or a holiday after "komende" or "last"."""
    norm, words = reader.norms[at], reader.words
    if norm in words.months:
        if norm in words.cased_months and not reader.is_capital(at):
            return None
        return Found(at + 1, reader.almanac.month(words.months[norm], None, shift, None))
    if norm in words.seasons:
        return Found(at + 1, reader.almanac.season(words.seasons[norm], None, shift, None))
    feast = words.feasts.at(reader.norms, at)
    if feast is None or feast[0] is None:
        return None
    return Found(feast[1], reader.almanac.feast(feast[0], None, shift, None))


def part_of_period(reader: Reader, index: int) -> Found | None:
    """Read "begin april", "eind van de week", "early next month", "later vandaag"."""
    read = reader.words.edges.at(reader.norms, index)
    if read is None or (index and reader.norms[index - 1] in reader.words.units):  # "a day late this week"
        return None
    part, at = read
    target = period_at(reader, reader.skip(reader.skip(at, reader.words.of), reader.words.articles))
    stretch = target.stretch if target else None
    if target is None or stretch is None or stretch.grain == "minute":
        return None
    if reader.norms[index] == reader.words.half_to and stretch.grain != "month":
        return None
    if part == "later":
        return Found(target.end, reader.almanac.later(stretch)) if stretch.anchor == "now" else None
    if stretch.grain == "day":
        return None
    return Found(target.end, calendar.edge(stretch, part))


def period_at(reader: Reader, at: int) -> Found | None:
    """What "eind van", "eerste maandag van" may point into."""
    norms, words = reader.norms, reader.words
    if norms[at] in words.months and (norms[at] not in words.cased_months or reader.is_capital(at)):
        year, end = reader.year_at(at + 1)
        return Found(end, reader.almanac.month(words.months[norms[at]], year, None, reader.tense_at(at)))
    if reader.is_year(at):
        return Found(at + 1, calendar.years(int(norms[at])))
    if norms[at] in words.seasons:
        year, end = reader.year_at(at + 1)
        return Found(end, reader.almanac.season(words.seasons[norms[at]], year, None, reader.tense_at(at)))
    if norms[at] in words.dayparts and norms[at - 1] in words.articles:
        return Found(at + 1, reader.almanac.next_daypart(words.dayparts[norms[at]], reader.tense_at(at)))
    return _unit_at(reader, at) or shifted(reader, at) or day_from_now(reader, at) or quarter(reader, at)


def _unit_at(reader: Reader, at: int) -> Found | None:
    unit = reader.unit_at(at)
    if unit is None or reader.norms[at] in reader.words.plural_units:
        return None
    name, end, _ = unit
    return Found(end, reader.almanac.period(name, "this")) if name not in ("minute", "hour", "day", "workday") else None


def quarter(reader: Reader, index: int) -> Found | None:
    """Read "2e kwartaal", "second quarter of 2026", "Q3"."""
    ordinal = reader.ordinal_at(index)
    number, end = 0, index
    if ordinal is not None and reader.norms[ordinal[1]] in reader.words.quarters:
        number, end = ordinal[0], ordinal[1] + 1
    elif reader.norms[index] == "q" and is_figure(reader.norms[index + 1]):
        together = reader.tokens[index + 1].span.start == reader.tokens[index].span.end
        number, end = int(reader.norms[index + 1]) if together else 0, index + 2
    if not 1 <= number <= 4:
        return None
    year, end = reader.year_at(end)
    return Found(end, reader.almanac.quarter(number, year, reader.tense_at(index)))


def week_number(reader: Reader, index: int) -> Found | None:
    """Read "in week 23"."""
    before, number = reader.norms[index - 1] if index else "", reader.norms[index + 1]
    if before not in reader.words.prepositions or not is_figure(number) or not 1 <= int(number) <= 53:
        return None
    if len(number) > 2 or reader.norms[index + 2] in ("van", "of"):
        return None
    year, end = reader.year_at(index + 2)
    return Found(end, reader.almanac.week(int(number), year, reader.tense_at(index)))


def calendar_year(reader: Reader, index: int) -> Found | None:
    """Read "in 2027"; not "2027 meldingen"."""
    before = reader.norms[index - 1] if index else ""
    if not reader.is_year(index) or reader.norms[index + 1] in reader.words.counted or before == "":
        return None
    firm = before == "in" or before in reader.words.year_words
    if not (firm or (before in reader.words.year_leads and reader.clock.is_open(index + 1))):
        joined = reader.words.joiners.before(reader.norms, index)
        first = joined[1] - 1 if joined else 0
        if first < 1 or not reader.is_year(first) or reader.norms[first - 1] not in reader.words.year_leads:
            return None
    return Found(index + 1, calendar.years(int(reader.norms[index])))


def weekend(reader: Reader, index: int) -> Found | None:
    """Read "in het weekend", "before the weekend"."""
    if reader.norms[index - 1] not in ("het", "the", "'t") or reader.norms[index - 2] not in reader.words.prepositions:
        return None
    if reader.norms[index - 2] in ("of", "and", "en"):
        return None
    return Found(index + 1, reader.almanac.period("weekend", "this"))


def season(reader: Reader, index: int) -> Found | None:
    """Read "in het najaar", "zomer 2026"; not "zomer in de stad"."""
    year, end = reader.year_at(index + 1)
    before = index - 2 if reader.norms[index - 1] in ("de", "het", "the", "'t") else index - 1
    led = before >= 0 and reader.norms[before] in reader.words.prepositions - {"en", "and", "of", "or", "for", "during"}
    if reader.words.month_first and reader.is_capital(index) and not reader.is_year(index + 1):
        led = False
    if year is None and not led:
        return None
    return Found(
        end, reader.almanac.season(reader.words.seasons[reader.norms[index]], year, None, reader.tense_at(index))
    )


def feast(reader: Reader, index: int) -> Found | None:
    """Read "Pasen", "Koningsdag 2027", "on Boxing Day"; not "Fijne kerst"."""
    read = reader.words.feasts.at(reader.norms, index)
    if read is None or (index > 0 and reader.norms[index - 1] in reader.words.greetings):
        return None
    name, end = read
    phrase_is_loose = " ".join(reader.norms[index:end]) in reader.words.loose_feasts
    year, end = reader.year_at(end)
    before = index - 2 if reader.norms[index - 1] in ("de", "het", "the", "'t") else index - 1
    led = before >= 0 and reader.norms[before] in reader.words.prepositions
    alone = not reader.words.month_first or reader.clock.is_open(end)  # Dutch writes compounds as one word
    if phrase_is_loose and year is None and not (led and alone):
        return None
    return Found(end, reader.almanac.feast(name, year, None, reader.tense_at(index)) if name else None)


def bank_holiday(reader: Reader, index: int) -> Found | None:
    """Read "bank holiday Monday", "the bank holiday weekend"."""
    read = reader.words.bank_holiday.at(reader.norms, index)
    if read is None or read[1] == index:
        return None
    day = reader.almanac.bank_holiday(reader.tense_at(index))
    if reader.norms[read[1] - 1] == "weekend":
        return Found(read[1], moved(day, -2)._replace(end=day.end, grain="weekend"))
    return Found(read[1], day)
