"""Calendars of posts: tables with a post in each row, as communication teams keep them in CSV and in workbooks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from postlint.context import Channel, Context, Given, parse_moment, zone
from postlint.document import Draft, Span
from postlint.errors import InputError, Refusal, quoted, say
from postlint.language.tokens import fold
from postlint.origin import Remark
from postlint.selection import Column
from postlint.sources.archive import broken
from postlint.sources.table import Cell, Rows, csv_rows, workbook_rows

HEADINGS: dict[Column, str] = {
    "text": "text|tekst|bericht|post|copy|content|tweet|caption|bijschrift|berichttekst|tekst bericht|post text",
    "channel": "channel|kanaal|platform|medium|kanalen|channels",
    "publish_at": "publish_at|publish at|publish date|publication date|date|datum|publicatiedatum|publicatiemoment|"
    "plaatsingsdatum|datum en tijd|date and time|wanneer|when|moment|gepland|scheduled|planned",
    "time": "time|tijd|tijdstip|uur|publicatietijd",
    "reply_to": "reply_to|reply to|in reply to|reactie op|antwoord op|in antwoord op",
    "lang": "lang|language|taal",
    "ignore": "ignore|negeer|exception|exceptions|uitzondering|uitzonderingen",
    "id": "id|nr|nummer|number|no|post id|code",
}
"""The usual headings, in Dutch and English."""
CHANNELS: dict[Channel | None, str] = {
    "x": "x|twitter|x twitter|x / twitter",
    "mastodon": "mastodon",
    "bluesky": "bluesky|bsky",
    "linkedin": "linkedin|li",
    "facebook": "facebook|fb",
    "instagram": "instagram|insta|ig|stories|instagram stories|reels",
    "web": "web|website|site|nieuwsbericht|blog|webpagina",
    "intranet": "intranet|viva engage|yammer|teams",
    None: "nieuwsbrief|newsletter|mail|e mail|email|persbericht|press release|pers|press|krant|flyer|poster|youtube|"
    "tiktok|threads|whatsapp|podcast|video|nextdoor|snapchat|print|brief|letter|alle|all|divers|various",
}
"""How people name the channels; under `None` what is one, but has no rules of its own."""
LANGS = {"nl": "nl|nld|nederlands|dutch", "en": "en|eng|engels|english"}
HEADING_ROWS = 10

_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:,?\s+(?:om\s+)?(\d{1,2})[.:](\d{2})(?:\s*uur)?)?")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?::\d{2})?(?:\s*uur)?")
_BETWEEN_CHANNELS = re.compile(r"\s*(?:[,;+&\n]|\ben\b|\band\b)\s*")
_NO_SIGN = re.compile(r"[^\w/]+")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 — day 0 of spreadsheets, in no zone
_DAYS = (20_000, 80_000)  # from 1954 to 2119


def _table(names: Mapping[Any, str]) -> dict[str, Any]:
    return {name: meaning for meaning, listed in names.items() for name in listed.split("|")}


class Settings(NamedTuple):
    """How a calendar is read: the headings that the configuration adds, and the time zone of times without one."""

    columns: Mapping[str, Column]
    timezone: str


def read_calendar(
    data: bytes, file: str, settings: Settings, context_of: Callable[[Given], Context]
) -> Iterator[Draft | InputError]:
    """The posts in a calendar, one for each channel that a row names; what cannot be read comes as an error."""
    sheets = (csv_rows if file.lower().endswith(".csv") else workbook_rows)(data, file)
    found = False
    for rows in sheets:
        columns = _columns(rows, settings.columns)
        found |= columns is not None
        for row in rows if columns is not None else ():
            yield from _posts(_Row(row, columns or {}, settings.timezone), context_of)
    if not found:
        what = say("no column has the heading of a text, such as Tekst or Text")
        raise broken(file, what, say("Name it in [columns] of the configuration."))


def _columns(rows: Rows, own: Mapping[str, Column]) -> dict[Column, int] | None:
    """Where each thing stands, by the first row that has the heading of a text."""
    known = _table(HEADINGS) | {_plain(heading): column for heading, column in own.items()}
    for _, row in zip(range(HEADING_ROWS), rows, strict=False):
        columns: dict[Column, int] = {}
        for at, cell in enumerate(row):
            column = known.get(_plain(cell.text))
            if column is not None:
                columns.setdefault(column, at)
        if "text" in columns:
            return columns
    return None


def _plain(text: str) -> str:
    return _NO_SIGN.sub(" ", fold(text)).strip()


@dataclass(frozen=True)
class _Row:
    cells: list[Cell]
    columns: Mapping[Column, int]
    timezone: str

    def cell(self, column: Column) -> Cell | None:
        """The cell of a column, if it has something in it."""
        at = self.columns.get(column, len(self.cells))
        cell = self.cells[at] if at < len(self.cells) else None
        return cell if cell is not None and (cell.problem or cell.text.strip()) else None


def _posts(row: _Row, context_of: Callable[[Given], Context]) -> Iterator[Draft | InputError]:
    cell = row.cell("text")
    if cell is None or cell.repeated:
        return
    given: dict[str, Any] = {}
    for column, read in READERS.items():
        value = row.cell(column)
        try:
            if value is not None:
                given[column] = read(_sound(value), row)
        except Refusal as refusal:
            yield value.error(refusal.what, refusal.remedy) if value else cell.error(refusal.what, refusal.remedy)
    channels, errors = _channels(row)
    yield from errors
    try:
        text = _sound(cell).text
    except Refusal as refusal:
        yield cell.error(refusal.what, refusal.remedy)
        return
    named = row.cell("id")
    name = named.text if named else f"{cell.origin.file}:{cell.origin.cell}"
    origin = replace(cell.origin, remarks=tuple(_exceptions(row, text, shared=len(channels) > 1)))
    for channel in channels:
        yield Draft(text, context_of(given | {"channel": channel}), name, origin=origin)


def _exceptions(row: _Row, text: str, *, shared: bool) -> Iterator[Remark]:
    """What the row says to postlint, as a comment says it in a page."""
    cell = row.cell("ignore")
    if cell is not None and cell.text.strip():
        place = cell.origin.place(0, len(cell.text))
        yield Remark(f"postlint ignore {cell.text}", Span(0, len(text)), place, shared)


def _sound(cell: Cell) -> Cell:
    if cell.problem:
        raise Refusal(*cell.problem)
    return cell


def _words(cell: Cell, _row: _Row) -> str:
    return cell.text


def _lang(cell: Cell, _row: _Row) -> str:
    lang = _table(LANGS).get(_plain(cell.text).split(" ")[0])
    if lang is None:
        raise Refusal(say("{text} is neither Dutch nor English", text=quoted(cell.text)), say("Write nl or en."))
    return str(lang)


def _channels(row: _Row) -> tuple[list[Channel | None], list[InputError]]:
    """The channels that a row names; of none the one that the configuration gives."""
    cell = row.cell("channel")
    if cell is None:
        return [None], []
    channels: list[Channel | None] = []
    errors = []
    known = _table(CHANNELS)
    for name in filter(None, _BETWEEN_CHANNELS.split(cell.text)):
        if _plain(name) in known:
            channels.append(known[_plain(name)])
        else:
            what = say("{text} is no channel that postlint knows", text=quoted(name))
            errors.append(cell.error(what, say("Known here: {names}.", names=", ".join(filter(None, CHANNELS)))))
    return list(dict.fromkeys(channels)) or [None], errors


def _moment(cell: Cell, row: _Row) -> datetime:
    """The moment of publication; a day without a time begins at midnight, so that no embargo of that day is missed."""
    moment = _day(cell.value, row.timezone)
    clock = row.cell("time")
    if clock is not None and moment.tzinfo is None and moment.time() == time():
        moment = datetime.combine(moment.date(), _time(_sound(clock)))
    return moment if moment.tzinfo else moment.replace(tzinfo=zone(row.timezone))


def _day(value: object, timezone: str) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, float) and _DAYS[0] <= value <= _DAYS[1]:
        return _FIRST_DAY + timedelta(minutes=round(value * 24 * 60))
    text = str(value).strip()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    written = _DAY_FIRST.fullmatch(text)
    if written is None:
        return parse_moment(text, timezone)
    day, mark, month, year, hour, minute = written.groups()
    if mark == "/" and int(day) <= 12 and day != month:
        what = say("{text} may be two days, by which number is the month", text=quoted(text))
        raise Refusal(what, say("Write it as 2026-05-04 or 4-5-2026."))
    try:
        return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))  # noqa: DTZ001 — as all here
    except ValueError:
        raise Refusal(say("{text} is not a moment", text=quoted(text)), say("Write it as 2026-05-04 09:00.")) from None


def _time(cell: Cell) -> time:
    value = cell.value
    if isinstance(value, time):
        return value
    if isinstance(value, float) and 0 <= value < 1:
        return (_FIRST_DAY + timedelta(minutes=round(value * 24 * 60))).time()
    written = _CLOCK.fullmatch(cell.text.strip())
    if written is None or int(written[1]) > 23 or int(written[2]) > 59:
        raise Refusal(say("{text} is not a time", text=quoted(cell.text)), say("Write it as 09:00."))
    return time(int(written[1]), int(written[2]))


READERS: dict[Column, Callable[[Cell, _Row], object]] = {"publish_at": _moment, "reply_to": _words, "lang": _lang}
"""How the cells are read that give something of the context."""
