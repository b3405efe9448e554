"""Embargoes and quiet periods from an iCalendar file (RFC 5545), where comms teams keep them.

SUMMARY is the topic or name. Category `embargo`: DTSTART is the first moment at which it may. Category `stilte` or
`quiet`: from DTSTART until DTEND (or DURATION; a day without either lasts that day). A line `terms:` or `allow:` in
DESCRIPTION lists words. Days and times without a zone are in the organisation's time zone. Other events are passed
over, and so are cancelled ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from postlint.context import FIRST_YEAR, LAST_YEAR, Embargo, QuietPeriod, zone
from postlint.errors import InputError, InputErrors, Refusal, say

CALENDAR_LIMIT = 10_000_000
"""Bytes of a calendar's file."""

EMBARGO = "embargo"
QUIET = frozenset({"stilte", "quiet"})
CONTENT_LINE = re.compile(r'([A-Za-z0-9-]+)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:(.*)', re.DOTALL)
WITHIN_A_DAY = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
BREAK = re.compile(r"\n|<br\s*/?>", re.IGNORECASE)
LISTED = re.compile(r"[;,]")


class Occurrence(NamedTuple):
    """One time that an event takes place, as what it means to postlint; `series` is the same for all its repeats."""

    series: str
    start: datetime
    embargo: Embargo | None
    quiet_period: QuietPeriod | None


class Calendar:
    """The embargoes and quiet periods of one file: those that stand alone, and series that are worked out when asked.

    `events` is an icalendar component with the repeating events alone, or `None`.
    """

    def __init__(self, single: tuple[Occurrence, ...], events: Any, timezone: str) -> None:
        self._single = single
        self._events = events
        self._timezone = timezone
        self._by_year: dict[int, tuple[Occurrence, ...]] = {}

    def around(self, publish_at: datetime | None) -> tuple[tuple[Embargo, ...], tuple[QuietPeriod, ...]]:
        """What stands around the moment of publication.

        Of a series, that is every quiet period in the year of `publish_at`, the one before and the one after, and the
        first embargo in those years that still runs at `publish_at`. Without a `publish_at` a series has nothing to
        say.
        """
        repeated = () if publish_at is None or self._events is None else self._in_years_around(publish_at.year)
        running: dict[str, Embargo] = {}
        for occurrence in repeated:
            if occurrence.embargo and publish_at and occurrence.embargo.until > publish_at:
                running.setdefault(occurrence.series, occurrence.embargo)
        embargoes = tuple(occurrence.embargo for occurrence in self._single if occurrence.embargo)
        quiet = tuple(each.quiet_period for each in (*self._single, *repeated) if each.quiet_period)
        return (*embargoes, *running.values()), quiet

    def _in_years_around(self, year: int) -> tuple[Occurrence, ...]:
        if year not in self._by_year:
            import recurring_ical_events

            found = recurring_ical_events.of(self._events).between(
                date(year - 1, 1, 1), date(min(year + 2, LAST_YEAR), 1, 1)
            )
            meant = (_occurrence(event, self._timezone) for event in found if not _is_cancelled(event))
            self._by_year[year] = tuple(sorted(meant, key=lambda each: each.start))
        return self._by_year[year]


def load_calendar(text: str, name: str, *, timezone: str, private: bool = False) -> Calendar:
    """The calendar in `text`; `InputErrors` with all events that cannot be read. `private`: no line of it is shown."""
    reading = _Reading(name, text, timezone, private)
    return reading.calendar()


class _Reading:
    """One pass over a file: first its lines, for the places of mistakes, then its events."""

    def __init__(self, name: str, text: str, timezone: str, private: bool) -> None:
        self.name = name
        self.text = text
        self.lines = text.split("\n")
        self.timezone = timezone
        self.private = private
        self.errors: list[InputError] = []
        self.places: list[dict[str, int]] = []  # of each event the lines of its properties, and of its BEGIN

    def refuse(self, line: int, what: str, remedy: str) -> None:
        excerpt = "" if self.private else self.lines[line - 1].rstrip("\r")
        self.errors.append(InputError(file=self.name, line=line, column=1, what=what, remedy=remedy, excerpt=excerpt))

    def finish(self) -> None:
        if self.errors:
            raise InputErrors(*sorted(self.errors, key=lambda error: error.line))

    def calendar(self) -> Calendar:
        import icalendar

        self.scan()
        self.finish()
        try:
            parsed = icalendar.Calendar.from_ical(self.text)
        except ValueError:  # its message would show the text
            self.refuse(1, say("this is not one iCalendar calendar"), say("Export it from the calendar again."))
            self.finish()
        for number, event in enumerate(parsed.walk("VEVENT")):
            event.setdefault("UID", f"event-{number}")  # what its repeats share
        single, repeating = [], icalendar.Calendar()
        series = {str(event["UID"]) for event in parsed.walk("VEVENT") if "RRULE" in event or "RDATE" in event}
        for event, places in zip(parsed.walk("VEVENT"), self.places, strict=True):
            if not _categories(event) & {EMBARGO, *QUIET} or not self.is_sound(event, places):
                continue
            if str(event["UID"]) in series:
                repeating.add_component(event)
            elif not _is_cancelled(event):
                single.append(_occurrence(event, self.timezone))
        self.finish()
        return Calendar(tuple(single), repeating if repeating.subcomponents else None, self.timezone)

    def scan(self) -> None:
        """Find what is no calendar at all, and where each event has its properties."""
        opened: list[tuple[str, int]] = []
        for number, line in self.unfolded():
            match = CONTENT_LINE.fullmatch(line)
            if match is None:
                self.refuse(number, say("this line is not NAME:value"), say("Remove it, or begin it with a space."))
                continue
            name, value = match[1].upper(), match[2].strip().upper()
            if name == "BEGIN":
                opened.append((value, number))
                if value == "VEVENT":
                    self.places.append({name: number})
            elif name == "END":
                if not opened or opened.pop()[0] != value:
                    self.refuse(number, say("this ends what did not begin"), say("Give each BEGIN its END."))
                    return
            elif opened and opened[-1][0] == "VEVENT":
                self.places[-1].setdefault(name, number)
        for value, number in opened:
            self.refuse(number, say("{part} does not end", part=value), say("Give each BEGIN its END."))
        if not self.text.strip():
            self.refuse(1, say("this is not one iCalendar calendar"), say("Export it from the calendar again."))

    def unfolded(self) -> Iterator[tuple[int, str]]:
        """The lines, with those that begin with a space or tab joined to the one before, and their numbers."""
        first, parts = 0, list[str]()
        for number, line in enumerate(self.lines, start=1):
            if line[:1] in {" ", "\t"} and parts:
                parts.append(line[1:].rstrip("\r"))
                continue
            if parts:
                yield first, "".join(parts)
            first, parts = number, [line.rstrip("\r")] if line.strip() else []
        if parts:
            yield first, "".join(parts)

    def is_sound(self, event: Any, places: Mapping[str, int]) -> bool:
        """Whether an event can be read; what is wrong with it is noted."""
        before = len(self.errors)
        self.check_properties(event, places)
        if len(self.errors) == before:
            try:
                _occurrence(event, self.timezone)
                if "RRULE" in event or "RDATE" in event:
                    _check_repetition(event)
            except Refusal as refusal:
                self.refuse(places.get(refusal.key, places["BEGIN"]), refusal.what, refusal.remedy)
        return len(self.errors) == before

    def check_properties(self, event: Any, places: Mapping[str, int]) -> None:
        for name, _ in event.errors:
            line = places.get(name or "", places["BEGIN"])
            what = say("{name} cannot be read", name=name or "VEVENT")
            self.refuse(line, what, say("Write a moment as DTSTART;TZID=Europe/Amsterdam:20260318T090000."))
        if event.errors:
            return  # what is broken cannot be looked into
        for name in ("DTSTART", "SUMMARY"):
            if not str(event.get(name, "")).strip():
                self.refuse(places["BEGIN"], say("this event has no {name}", name=name), say("Add it."))
        for name in ("DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION"):
            if isinstance(event.get(name), list):
                self.refuse(places[name], say("{name} stands here twice", name=name), say("Keep one of them."))
            elif _is_lost(event.get(name)):
                what = say("the time zone of {name} is not known", name=name)
                self.refuse(places[name], what, say("Write an IANA name such as Europe/Amsterdam."))


def _is_lost(value: Any) -> bool:
    """Whether a moment names a time zone that nobody knows: it would be read as the organisation's."""
    moment = getattr(value, "dt", None)
    return isinstance(moment, datetime) and moment.tzinfo is None and "TZID" in value.params


def _check_repetition(event: Any) -> None:
    import recurring_ical_events

    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if {str(often).upper() for often in rule.get("FREQ", ())} & WITHIN_A_DAY:
            what = say("this repeats several times a day")
            raise Refusal(what, say("Let it repeat daily at most."), key="RRULE")
    try:
        next(recurring_ical_events.of(event).after(date(FIRST_YEAR, 1, 1)), None)
    except (ValueError, TypeError, OverflowError) as error:
        what = say("this does not repeat as iCalendar can: {reason}", reason=type(error).__name__)
        raise Refusal(what, say("Set the repetition again in the calendar."), key="RRULE") from None


def _categories(event: Any) -> set[str]:
    found = event.get("CATEGORIES", [])
    lists = found if isinstance(found, list) else [found]
    return {str(category).strip().casefold() for each in lists for category in each.cats}


def _is_cancelled(event: Any) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _occurrence(event: Any, timezone: str) -> Occurrence:
    """What one event, or one repeat of it, means; `Refusal` where a quiet period has no length."""
    categories = _categories(event)
    summary, description = str(event["SUMMARY"]).strip(), str(event.get("DESCRIPTION", ""))
    start = _moment(event["DTSTART"].dt, timezone)
    embargo = quiet_period = None
    if EMBARGO in categories:
        embargo = Embargo(topic=summary, until=start, terms=_listed(description, "terms"))
    if QUIET & categories:
        end, allow = _end(event, timezone), _listed(description, "allow")
        quiet_period = QuietPeriod(name=summary, from_=start, until=end, allow=allow)
    return Occurrence(str(event["UID"]), start, embargo, quiet_period)


def _moment(value: date, timezone: str) -> datetime:
    """The moment that a day begins, or a time in its own zone or else in `timezone`."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min)
    local = zone(timezone)
    return value.replace(tzinfo=local) if value.tzinfo is None else value.astimezone(local)


def _end(event: Any, timezone: str) -> datetime:
    """The first moment after an event (RFC 5545, 3.6.1); days are counted by the calendar, hours by the clock."""
    start: date = event["DTSTART"].dt
    if "DTEND" in event:
        return _moment(event["DTEND"].dt, timezone)
    if "DURATION" in event:
        duration: timedelta = event["DURATION"].dt
        day = _moment(start + timedelta(days=duration.days), timezone)
        return (day.astimezone(UTC) + timedelta(seconds=duration.seconds)).astimezone(day.tzinfo)
    if isinstance(start, datetime):
        raise Refusal(say("this quiet period has no end"), say("Add DTEND or DURATION."), key="DTSTART")
    return _moment(start + timedelta(days=1), timezone)


def _listed(description: str, key: str) -> tuple[str, ...]:
    """The words behind `key:` on a line of a description, between commas or semicolons."""
    words: list[str] = []
    for line in BREAK.split(description):
        name, colon, listed = line.partition(":")
        if colon and name.strip().casefold() == key:
            words += (word.strip() for word in LISTED.split(listed))
    return tuple(dict.fromkeys(filter(None, words)))
