"""Days and times seen from now: "morgenochtend", "over drie dagen", "two weeks ago"."""

from __future__ import annotations

from postlint.language.moments import almanac as calendar
from postlint.language.moments.reader import Found, Reader, moved


def day_from_now(reader: Reader, index: int) -> Found | None:
    """Read "vandaag", "morgenochtend", "the day after tomorrow", "morgen over een week"."""
    read = reader.words.days.at(reader.norms, index)
    before = reader.norms[index - 1] if index else ""
    if (
        read is None
        or before in reader.words.greetings
        or (before == "de" and reader.norms[index] in reader.words.dayparts)
    ):
        return None
    (number, part), end = read
    ahead = reader.words.ahead.at(reader.norms, end) if not reader.words.month_first else None
    amount = reader.amount_at(ahead[1]) if ahead else None
    if amount is not None and amount[1] == "week":
        number, end = number + int(7 * amount[0]), amount[2]
    day = reader.almanac.in_days(number)
    if part is None and reader.norms[index] != reader.norms[end]:
        part, end = reader.daypart_beside(end)
    return Found(end, calendar.daypart(day, part) if part else day)


def tonight(reader: Reader, index: int) -> Found | None:
    """Read "vannacht"."""
    return Found(index + 1, reader.almanac.tonight(reader.tense_at(index)))


def last_night(reader: Reader, index: int) -> Found | None:
    """Read "last night"."""
    read = reader.words.last_night.at(reader.norms, index)
    return read and Found(read[1], reader.almanac.last_night())


def end_of_day(reader: Reader, index: int) -> Found | None:
    """Read "eind van de dag", "close of business"."""
    read = reader.words.end_of_day.at(reader.norms, index)
    return read and Found(read[1], calendar.end_of_day(reader.almanac.in_days(0)))


def daypart_led(reader: Reader, index: int) -> Found | None:
    """Read "in de middag", "in the morning", "nacht van zaterdag op zondag"."""
    part = reader.words.dayparts[reader.norms[index]]
    if (
        reader.norms[index + 1] == "van"
        and reader.norms[index + 3] == "op"
        and reader.norms[index + 2] in reader.words.weekdays
    ):
        day = reader.almanac.weekday(reader.words.weekdays[reader.norms[index + 2]], None, reader.tense_at(index))
        return Found(index + 5, calendar.daypart(day, part))
    if reader.norms[index - 1] not in ("de", "the") or reader.norms[index - 2] != "in":
        return None
    return Found(index + 1, reader.almanac.next_daypart(part, reader.tense_at(index)), loose=part)


def after_amount(reader: Reader, index: int) -> Found | None:
    """Read "over drie dagen", "in two weeks"."""
    read = reader.words.ahead.at(reader.norms, index)
    amount = reader.amount_at(read[1]) if read else None
    if amount is None:
        return None
    number, unit, end = amount
    if reader.words.month_first and reader.tense_at(index) == "past":
        return None
    if reader.norms[end] in ("'", "’") and reader.norms[end + 1] == "time":
        end += 2
    return Found(end, reader.almanac.ahead(number, unit))


def within_amount(reader: Reader, index: int) -> Found | None:
    """Read "binnen twee dagen", "within 24 hours"; always a deadline."""
    read = reader.words.within.at(reader.norms, index)
    amount = reader.amount_at(read[1]) if read else None
    if amount is None:
        return None
    number, unit, end = amount
    return Found(end, reader.almanac.within(number, unit), deadline=True)


def amount_first(reader: Reader, index: int) -> Found | None:
    """Read "drie dagen geleden", "a week ago", "two weeks from now", "a week on Tuesday"."""
    amount = reader.amount_at(index)
    if amount is None:
        return None
    number, unit, end = amount
    ago = reader.words.ago.at(reader.norms, end)
    if ago is not None:
        return Found(ago[1], reader.almanac.ahead(-number, unit))
    from_now = reader.words.from_now.at(reader.norms, end)
    if from_now is not None:
        return Found(from_now[1], reader.almanac.ahead(number, unit))
    weekday = reader.words.weekdays.get(reader.norms[end + 1]) if reader.norms[end] in ("on", "from") else None
    if weekday is None or unit != "week":
        return None
    return Found(end + 2, moved(reader.almanac.weekday(weekday, None, None), int(7 * number)))
