"""Dates: "3 mei", "3e", "3-5-2026", "May 3rd", and months by their name."""

from __future__ import annotations

from datetime import timedelta

from postlint.language.moments.reader import FIRST_YEAR, LAST_YEAR, Found, Reader, is_figure
from postlint.language.tokens import TokenKind


def date_in_full(reader: Reader, index: int) -> Found | None:
    """Read "3 mei", "3e mei 2026", "3-5 mei", "3-5-2026", "3/5/2026", "2026-05-03", "third of May"."""
    return figures_date(reader, index) or day_month(reader, index)


def figures_date(reader: Reader, index: int) -> Found | None:
    """Read "3-5-2026", "3/5/2026", "2026-05-03"; the day comes first where the year does not."""
    norm = reader.norms[index]
    parts = next((norm.split(mark) for mark in "-/." if norm.count(mark) == 2), [])
    if len(parts) != 3 or not all(is_figure(part) for part in parts):
        return None
    lengths = tuple(len(part) for part in parts)
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        year, month, day = (int(part) for part in parts)
    elif max(lengths[:2]) <= 2 and lengths[2] in (2, 4):
        day, month, year = (int(part) for part in parts)
        year += 2000 if lengths[2] == 2 else 0
    else:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    stretch = reader.almanac.dated(day, month, year, None)
    end = index + 2 if reader.norms[index + 1] == "t" else index + 1
    return Found(end, stretch, real=stretch is not None)


def day_month(reader: Reader, index: int) -> Found | None:
    """Read "3 mei", "3e mei 2026", "3-5 mei", "third of May"."""
    first = reader.ordinal_at(index, days=True)
    if first is None:
        return None
    number, end = first
    last = number
    joiner = reader.words.joiners.at(reader.norms, end)
    second_at = joiner[1] if joiner else end + 1 if reader.norms[end] in reader.words.and_words else None
    if second_at is not None:
        second = reader.ordinal_at(reader.skip(second_at, reader.words.articles), days=True)
        if second is None or second[0] <= number:
            return None
        last, end = second
    at = _month_at(reader, end, number_before=True)
    if at is None:
        return None
    month, end, cased = at
    year, end = reader.year_at(end)
    if not cased and year is None and end - index == 2:
        return None
    return _dated(reader, index, end, first=number, last=last, month=month, year=year)


def _dated(reader: Reader, index: int, end: int, *, first: int, last: int, month: int, year: int | None) -> Found:
    """The day or days of a month; none when the month has no such day."""
    tense = reader.tense_at(index) if year is None else None
    postposed = reader.words.postposed.at(reader.norms, end)
    if postposed is not None:
        tense, end = ("past" if postposed[0] == "last" else "future"), postposed[1]
    final = reader.almanac.dated(last, month, year, tense) if 0 < last <= 31 else None
    if final is None or first < 1:
        return Found(end, real=False)
    return Found(end, final._replace(start=final.start - timedelta(days=last - first)))


def _month_at(reader: Reader, index: int, *, number_before: bool = False) -> tuple[int, int, bool] | None:
    """The month here, where it ends, and whether its capital is as it should be."""
    norms, words = reader.norms, reader.words
    if norms[index] in words.of and norms[index] != ",":
        index += 1
    norm = norms[index]
    month = words.months.get(norm)
    end = index + 1
    if month is None:
        month = words.short_months.get(norm) if number_before else None
        if month is None:
            return None
        if norms[end] == "." and reader.is_year(end + 1):
            end += 1
    return month, end, norm not in words.cased_months or reader.is_capital(index)


def _date_of_two(reader: Reader, index: int) -> Found | None:
    """The 9 of "zaterdag 9 en zondag 10 mei"."""
    first = reader.ordinal_at(index, days=True)
    if first is None:
        return None
    joiner = reader.words.joiners.at(reader.norms, first[1])
    at = joiner[1] if joiner else first[1] + (reader.norms[first[1]] in reader.words.and_words)
    if at == first[1] or reader.norms[at] not in reader.words.weekdays:
        return None
    second = day_month(reader, at + 1)
    if second is None or second.stretch is None:
        return None
    of_second = second.stretch.start
    year = of_second.year if second.stretch.anchor == "text" else None
    stretch = reader.almanac.dated(first[0], of_second.month, year, reader.tense_at(index))
    return Found(first[1], stretch) if stretch else None


def short_date(reader: Reader, index: int, weekday: int | None = None) -> Found | None:
    """Read "3/5" and, where it falls on the weekday before it, "3-5"."""
    parts = reader.norms[index].split("/")
    end = index + 1
    hyphened = len(parts) == 1 and reader.norms[end] == "-"
    if hyphened:
        parts, end = [reader.norms[index], reader.norms[index + 2]], index + 3
    if len(parts) != 2 or not all(is_figure(part) and len(part) <= 2 for part in parts):
        return None
    day, month = (int(part) for part in parts)
    if not (1 <= month <= 12 and 1 <= day <= 31) or reader.norms[end] in reader.words.months:
        return None
    stretch = reader.almanac.dated(day, month, None, reader.tense_at(index))
    if stretch is None or (hyphened and stretch.start.weekday() != weekday):
        return None
    return Found(end, stretch)


def slashed(reader: Reader, index: int) -> Found | None:
    """Read "op 3/5": a fraction, a thread mark or "24/7" does not come after these words."""
    before = reader.norms[index - 1] if index else ""
    leads = before in reader.words.prepositions and before not in ("of", "en", "and", "or", "at", "over", "met")
    if "/" not in reader.norms[index] or not leads or not reader.clock.is_open(index + 1):
        return None
    return None if reader.norms[index + 1] in reader.words.of else short_date(reader, index)


def date_beside(reader: Reader, index: int, weekday: int) -> Found | None:
    """The date after a weekday: "vrijdag 3 mei", "Friday, May 3rd", "vrijdag de 13e", "di 3/5"."""
    if reader.norms[index] in (",", "(") and reader.norms[index + 1] != "":
        index += 1
    if reader.norms[index] in ("de", "the"):
        index += 1
    if reader.norms[index] in reader.words.months or reader.norms[index] in reader.words.short_months:
        return month_day(reader, index)
    found = date_in_full(reader, index) or short_date(reader, index, weekday) or _date_of_two(reader, index)
    if found is not None:
        return found
    ordinal = reader.ordinal_at(index)
    if ordinal is None or not reader.clock.is_open(ordinal[1]):
        return None
    return Found(ordinal[1], reader.almanac.day_of_month(ordinal[0], reader.tense_at(index)))


def month(reader: Reader, index: int) -> Found | None:
    """Read "mei 2026", "in mei", "May 3rd"."""
    dated = month_day(reader, index)
    if dated is not None:
        return dated
    month = reader.words.months.get(reader.norms[index])
    if month is None:
        return None
    year, end = reader.year_at(index + 1)
    if year is None and not _is_month(reader, index):
        return None
    return Found(end, reader.almanac.month(month, year, None, reader.tense_at(index)))


def month_day(reader: Reader, index: int) -> Found | None:
    """Read "May 3rd, 2026", "May 3-5"."""
    norms = reader.norms
    at = _month_at(reader, index, number_before=True) if reader.words.month_first else None
    if at is None or not at[2]:
        return None
    month, end, _ = at
    if norms[end] == ".":
        end += 1
    if norms[end] == "the":
        end += 1
    first = (
        reader.ordinal_at(end, days=True)
        if reader.tokens[min(end, len(reader.tokens) - 1)].kind is TokenKind.NUMBER
        else None
    )
    if first is None or first[0] > 31:
        return None
    number, after_day = first
    last = number
    joiner = reader.words.joiners.at(norms, after_day)
    second = reader.ordinal_at(joiner[1], days=True) if joiner else None
    if second is not None and second[0] > number and _month_at(reader, second[1], number_before=True) is None:
        last, after_day = second
    year, year_end = reader.year_at(after_day)
    ended = after_day > end + 1 or year is not None or reader.clock.is_open(after_day)
    timed = reader.time_after(after_day) is not None
    if not ended and not timed:
        return None
    return _dated(reader, index, year_end, first=number, last=last, month=month, year=year)


def _is_month(reader: Reader, index: int) -> bool:
    """Whether a month's name without a number is a month, not a name or a verb."""
    norm, before = reader.norms[index], reader.norms[index - 1] if index else ""
    capital, words = reader.is_capital(index), reader.words
    if words.month_first:
        named = capital and index + 1 < len(reader.tokens) and reader.is_capital(index + 1)
        if norm in words.loose_months:
            return capital and before in words.prepositions and not named
        return True
    if norm in words.loose_months or (capital and norm == "april"):
        firm = before in ("in", "begin", "eind", "medio", "half", "vanaf", "tot", "sinds", "per")
        return before in words.prepositions and (firm or not capital)
    return True


def day_of_month(reader: Reader, index: int) -> Found | None:
    """Read "op de derde", "on the 3rd", when no noun follows."""
    ordinal = reader.ordinal_at(index)
    norms = reader.norms
    if ordinal is None or ordinal[0] < 1 or norms[index - 1] not in ("de", "the") or index < 2:
        return None
    end = ordinal[1]
    if norms[index - 2] not in ("op", "on", "tot", "until", "by", "before", "voor", "vanaf", "from"):
        return None
    if not reader.clock.is_open(end) or norms[end] in reader.words.of | {"van", "-"}:
        return None
    return Found(end, reader.almanac.day_of_month(ordinal[0], reader.tense_at(index)))
