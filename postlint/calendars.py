"""Embargoes and quiet periods from an iCalendar file (RFC 5545), where comms teams keep them.

SUMMARY is the topic or name. Category `embargo`: DTSTART is the first moment at which it may. Category `stilte` or
`quiet`: from DTSTART until DTEND (or DURATION; a day without either lasts that day). A line `terms:` or `allow:` in
DESCRIPTION lists words. Days and times without a zone are in the organisation's time zone. Other events are passed
over, and so are cancelled ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from postlint.context import Embargo, QuietPeriod, zone
from postlint.errors import InputError, InputErrors, Refusal, say

CALENDAR_LIMIT = 10_000_000
"""Bytes of a calendar's file."""

EMBARGO = "embargo"
QUIET = frozenset({"stilte", "quiet"})
CONTENT_LINE = re.compile(r'([A-Za-z0-9-]+)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:(.*)', re.DOTALL)
WITHIN_A_DAY = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
BOUNDS = {"INTERVAL": (1, 1000), "COUNT": (1, 10_000), "BYMONTH": (1, 12)}
"""Beyond these the search for the next repeat would not come to an end in reasonable time."""
BREAK = re.compile(r"\n|<br\s*/?>", re.IGNORECASE)
HORIZONS = (1, 31, 366)
"""Days after publication in which the next embargo of a series is looked for: the nearest is mostly near."""
LISTED = re.compile(r"[;,]")


class Occurrence(NamedTuple):
    """One time that an event takes place, as what it means to postlint."""

    embargo: Embargo | None
    quiet_period: QuietPeriod | None


class Series:
    """An event that repeats, with its exceptions; `events` is an icalendar component that holds them all."""

    def __init__(self, events: Any, timezone: str) -> None:
        import recurring_ical_events

        self._query = recurring_ical_events.of(events)
        self._timezone = timezone
        self._has_embargo = any(EMBARGO in _categories(event) for event in events.subcomponents)

    def running(self, publish_at: datetime) -> list[QuietPeriod]:
        """The quiet periods in which `publish_at` lies."""
        found = (occurrence.quiet_period for occurrence in self._within(publish_at, HORIZONS[0]))
        return [period for period in found if period and period.from_ <= publish_at < period.until]

    def coming(self, publish_at: datetime) -> list[Embargo]:
        """The first embargo that has not ended at `publish_at`, if one does within a year."""
        for days in HORIZONS if self._has_embargo else ():
            found = (occurrence.embargo for occurrence in self._within(publish_at, days))
            if ahead := [embargo for embargo in found if embargo and embargo.until > publish_at]:
                return [min(ahead, key=lambda embargo: embargo.until)]
        return []

    def _within(self, publish_at: datetime, days: int) -> Iterator[Occurrence]:
        """The repeats from the day before `publish_at` until `days` after it."""
        local = publish_at.astimezone(zone(self._timezone))
        for event in self._query.between(local - timedelta(days=1), local + timedelta(days=days)):
            if not _is_cancelled(event):
                yield _occurrence(event, self._timezone)


class Calendar:
    """The embargoes and quiet periods of one file; those that repeat are worked out for a moment."""

    def __init__(self, single: Sequence[Occurrence], series: Sequence[Series]) -> None:
        self._embargoes = tuple(occurrence.embargo for occurrence in single if occurrence.embargo)
        self._quiet_periods = tuple(occurrence.quiet_period for occurrence in single if occurrence.quiet_period)
        self._series = tuple(series)

    def around(self, publish_at: datetime | None) -> tuple[tuple[Embargo, ...], tuple[QuietPeriod, ...]]:
        """The embargoes and quiet periods that can matter at the moment of publication.

        Those that stand alone are always there. Of each series there are the quiet periods that run at `publish_at`
        and the first embargo that then has not ended; without a `publish_at` a series has nothing to say.
        """
        if publish_at is None:
            return self._embargoes, self._quiet_periods
        embargoes = (embargo for series in self._series for embargo in series.coming(publish_at))
        quiet_periods = (period for series in self._series for period in series.running(publish_at))
        return (*self._embargoes, *embargoes), (*self._quiet_periods, *quiet_periods)


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
        single: list[Occurrence] = []
        repeating = {
            str(event["UID"]): icalendar.Calendar()
            for event in parsed.walk("VEVENT")
            if "RRULE" in event or "RDATE" in event
        }
        for event, places in zip(parsed.walk("VEVENT"), self.places, strict=True):
            if not _categories(event) & {EMBARGO, *QUIET} or not self.is_sound(event, places):
                continue
            if str(event["UID"]) in repeating:
                repeating[str(event["UID"])].add_component(event)
            elif not _is_cancelled(event):
                single.append(_occurrence(event, self.timezone))
        self.finish()
        return Calendar(single, [Series(each, self.timezone) for each in repeating.values() if each.subcomponents])

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
    """Refuse what repeats without end or sense, before anything tries to follow it."""
    import recurring_ical_events

    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if {str(often).upper() for often in rule.get("FREQ", ())} & WITHIN_A_DAY:
            what = say("this repeats several times a day")
            raise Refusal(what, say("Let it repeat daily at most."), key="RRULE")
        for part, (least, most) in BOUNDS.items():
            if not all(least <= int(number) <= most for number in rule.get(part, ())):
                what = say("this repeats without end or never")
                raise Refusal(
                    what, say("Give {part} from {least} to {most}.", part=part, least=least, most=most), "RRULE"
                )
    start = event["DTSTART"].dt
    try:
        recurring_ical_events.of(event).between(start, start + timedelta(days=1))
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
    return Occurrence(embargo, quiet_period)


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
