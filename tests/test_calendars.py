from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.calendars import load_calendar
from postlint.context import Embargo, QuietPeriod
from postlint.errors import InputErrors

AMSTERDAM = "Europe/Amsterdam"


def calendar_of(*events, before=""):
    parts = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//postlint//test//NL\n{before}{parts}END:VCALENDAR\n"


def around(text, moment=None, timezone=AMSTERDAM):
    publish_at = datetime.fromisoformat(moment) if moment else None
    return load_calendar(text, "a.ics", timezone=timezone).around(publish_at)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


SOLD = "SUMMARY:Verkoop stadhuis\nCATEGORIES:embargo\n"
QUIET = "SUMMARY:Herdenking\nCATEGORIES:stilte\n"

OWN_ZONE = """\
BEGIN:VTIMEZONE
TZID:Eigen
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0500
TZOFFSETTO:+0500
END:STANDARD
END:VTIMEZONE
"""

EMBARGOES = [
    # an event's DTSTART, its moment in UTC
    ("DTSTART:20260501T100000Z", "2026-05-01T10:00"),
    ("DTSTART:20260501T100000", "2026-05-01T08:00"),
    ("DTSTART;TZID=America/New_York:20260501T100000", "2026-05-01T14:00"),
    ("DTSTART;TZID=W. Europe Standard Time:20260501T100000", "2026-05-01T08:00"),
    ("DTSTART;TZID=Eigen:20260501T100000", "2026-05-01T05:00"),
    ("DTSTART;VALUE=DATE:20260501", "2026-04-30T22:00"),
    ("DTSTART:20260101T100000", "2026-01-01T09:00"),
]

QUIET_PERIODS = [
    # an event's times, from and until in UTC
    ("DTSTART:20260504T180000Z\nDTEND:20260504T200000Z", "2026-05-04T18:00", "2026-05-04T20:00"),
    ("DTSTART:20260504T180000Z\nDURATION:PT90M", "2026-05-04T18:00", "2026-05-04T19:30"),
    ("DTSTART;VALUE=DATE:20260504", "2026-05-03T22:00", "2026-05-04T22:00"),
    ("DTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:20260506", "2026-05-03T22:00", "2026-05-05T22:00"),
    ("DTSTART;VALUE=DATE:20260504\nDURATION:P1W", "2026-05-03T22:00", "2026-05-10T22:00"),
    ("DTSTART;VALUE=DATE:20260329", "2026-03-28T23:00", "2026-03-29T22:00"),  # a day of 23 hours
    ("DTSTART:20260328T230000\nDURATION:PT6H", "2026-03-28T22:00", "2026-03-29T04:00"),
    ("DTSTART:20260328T230000\nDURATION:P1D", "2026-03-28T22:00", "2026-03-29T21:00"),
]

CATEGORIES = [
    # CATEGORIES, embargoes, quiet periods
    ("CATEGORIES:embargo", 1, 0),
    ("CATEGORIES:EMBARGO", 1, 0),
    ("CATEGORIES:Intern, Embargo", 1, 0),
    ("CATEGORIES:Intern\nCATEGORIES:Embargo", 1, 0),
    ("CATEGORIES:stilte", 0, 1),
    ("CATEGORIES:Quiet", 0, 1),
    ("CATEGORIES:embargo,stilte", 1, 1),
    ("CATEGORIES:overleg", 0, 0),
    ("CATEGORIES:embargo\nSTATUS:CANCELLED", 0, 0),
    ("CATEGORIES:embargo\nSTATUS:CONFIRMED", 1, 0),
    ("LOCATION:Raadszaal", 0, 0),
]

LISTS = [
    # DESCRIPTION, terms
    ("DESCRIPTION:terms: stadhuis\\, Markt 1; verkoop", ("stadhuis", "Markt 1", "verkoop")),
    ("DESCRIPTION:Toelichting volgt.\\nTerms : stadhuis\\nNog iets: ja", ("stadhuis",)),
    ("DESCRIPTION:terms: stad\n huis\\, Ma\n\trkt 1", ("stadhuis", "Markt 1")),
    ("DESCRIPTION:terms: a<br>terms: b<br/>allow: c", ("a", "b")),
    ("DESCRIPTION:terms: a\\, a\\, \\, ;", ("a",)),
    ("DESCRIPTION:terms", ()),
    ("DESCRIPTION:Alle terms: x", ()),
    ("BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:terms: x\nTRIGGER:-PT1H\nEND:VALARM", ()),
]

MISTAKES = [
    # the text of a calendar, line, what
    ("", 1, "not one iCalendar calendar"),
    ("hallo", 1, "not NAME:value"),
    ("X:1", 1, "not one iCalendar calendar"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3, "ends what did not begin"),
    ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", 3, "ends what did not begin"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a", 1, "VCALENDAR does not end"),
    ("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR", 1, "not one iCalendar calendar"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\neen losse regel"), 8, "not NAME:value"),
    (calendar_of(f"{SOLD}DTSTART:1 mei"), 7, "DTSTART cannot be read"),
    (calendar_of(f"{SOLD}DTSTART:20260230T100000Z"), 7, "DTSTART cannot be read"),
    (calendar_of(f"{SOLD}DTSTART:2026-05-01"), 7, "DTSTART cannot be read"),
    (calendar_of(SOLD), 4, "no DTSTART"),
    (calendar_of("CATEGORIES:embargo\nDTSTART:20260501T100000Z"), 4, "no SUMMARY"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\nDTSTART:20260502T100000Z"), 7, "DTSTART stands here twice"),
    (calendar_of(f"{SOLD}DTSTART;TZID=Mars/Olympus:20260501T100000"), 7, "the time zone of DTSTART is not known"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\nRRULE:FREQ=SOMS"), 8, "RRULE cannot be read"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\nRRULE:FREQ=SECONDLY"), 8, "several times a day"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\nRRULE:FREQ=DAILY;INTERVAL=0"), 8, "without end or never"),
    (calendar_of(f"{SOLD}DTSTART:20260501T100000Z\nRRULE:FREQ=DAILY;BYMONTH=13"), 8, "without end or never"),
    (calendar_of(f"{QUIET}DTSTART:20260501T100000Z"), 7, "this quiet period has no end"),
    (calendar_of(f"{QUIET}DTSTART:20260501T100000Z\nDTEND:20260501T090000Z"), 4, "ends before it begins"),
    (calendar_of(f"{QUIET}DTSTART:20260501T100000Z\nDURATION:lang"), 8, "DURATION cannot be read"),
]


@pytest.mark.parametrize(("start", "until"), EMBARGOES)
def test_embargo(start, until):
    embargoes, quiet_periods = around(calendar_of(SOLD + start, before=OWN_ZONE))
    assert embargoes == (Embargo(topic="Verkoop stadhuis", until=utc(until)),)
    assert quiet_periods == ()


@pytest.mark.parametrize(("times", "from_", "until"), QUIET_PERIODS)
def test_quiet_period(times, from_, until):
    embargoes, quiet_periods = around(calendar_of(QUIET + times))
    assert quiet_periods == (QuietPeriod(name="Herdenking", from_=utc(from_), until=utc(until)),)
    assert embargoes == ()


def test_floating_times_are_in_the_time_zone_of_the_organisation():
    ((embargo,), _) = around(calendar_of(f"{SOLD}DTSTART:20260501T100000"), timezone="Asia/Tokyo")
    assert embargo.until == utc("2026-05-01T01:00")


@pytest.mark.parametrize(("categories", "embargoes", "quiet_periods"), CATEGORIES)
def test_categories(categories, embargoes, quiet_periods):
    found = around(calendar_of(f"SUMMARY:a\nDTSTART;VALUE=DATE:20260501\n{categories}"))
    assert tuple(map(len, found)) == (embargoes, quiet_periods)


@pytest.mark.parametrize(("description", "terms"), LISTS)
def test_terms(description, terms):
    ((embargo,), _) = around(calendar_of(f"{SOLD}DTSTART:20260501T100000Z\n{description}"))
    assert embargo.terms == terms


def test_allow():
    (_, (period,)) = around(
        calendar_of(f"{QUIET}DTSTART;VALUE=DATE:20260504\nDESCRIPTION:terms: a\\nALLOW: krans; stil")
    )
    assert period.allow == ("krans", "stil")


@pytest.mark.parametrize(("text", "line", "what"), MISTAKES)
def test_mistake(text, line, what):
    with pytest.raises(InputErrors) as raised:
        load_calendar(text, "a.ics", timezone=AMSTERDAM)
    error = raised.value.errors[0]
    assert (error.file, error.line) == ("a.ics", line)
    assert what in error.what
    assert error.remedy
    assert error.excerpt == text.split("\n")[line - 1]


def test_all_mistakes_at_once():
    with pytest.raises(InputErrors) as raised:
        load_calendar(calendar_of(SOLD, f"{SOLD}DTSTART:x", QUIET), "a.ics", timezone=AMSTERDAM)
    assert [error.line for error in raised.value.errors] == [4, 11, 13]


def test_mistakes_in_other_events_are_passed_over():
    assert around(calendar_of("SUMMARY:Overleg\nDTSTART:x")) == ((), ())


def test_private_lines_are_not_shown():
    text = calendar_of(f"{SOLD}DTSTART:stadhuis", "SUMMARY:Verkoop stadhuis\nCATEGORIES:embargo")
    with pytest.raises(InputErrors) as raised:
        load_calendar(text, "a.ics", timezone=AMSTERDAM, private=True)
    assert "stadhuis" not in str(raised.value)


WEEKLY = """
UID:cijfers
SUMMARY:Weekcijfers
CATEGORIES:embargo
DTSTART;TZID=Europe/Amsterdam:20260306T100000
RRULE:FREQ=WEEKLY;COUNT=6
EXDATE;TZID=Europe/Amsterdam:20260320T100000
"""
MOVED = """
UID:cijfers
RECURRENCE-ID;TZID=Europe/Amsterdam:20260327T100000
SUMMARY:Weekcijfers
CATEGORIES:embargo
DTSTART;TZID=Europe/Amsterdam:20260327T160000
"""
DROPPED = """
UID:cijfers
RECURRENCE-ID;TZID=Europe/Amsterdam:20260403T100000
SUMMARY:Weekcijfers
CATEGORIES:embargo
STATUS:CANCELLED
DTSTART;TZID=Europe/Amsterdam:20260403T100000
"""

REPEATS = [
    # published at, the embargo that runs, in UTC
    ("2026-01-01T00:00+01:00", "2026-03-06T09:00"),
    ("2026-03-06T09:59+01:00", "2026-03-06T09:00"),
    ("2026-03-06T10:00+01:00", "2026-03-13T09:00"),
    ("2026-03-13T12:00+01:00", "2026-03-27T15:00"),  # the 20th is left out
    ("2026-03-27T12:00+01:00", "2026-03-27T15:00"),  # and the 27th was moved
    ("2026-03-27T17:00+01:00", "2026-04-10T08:00"),  # the 3rd was cancelled; summer time has begun
    ("2026-04-10T10:00+02:00", None),
    ("2020-01-01T00:00+01:00", None),  # further than a year away
    (None, None),
]


@pytest.mark.parametrize(("moment", "until"), REPEATS)
def test_embargo_that_repeats(moment, until):
    embargoes, _ = around(calendar_of(WEEKLY, MOVED, DROPPED), moment)
    assert [embargo.until for embargo in embargoes] == ([utc(until)] if until else [])


def test_series_without_uid_are_told_apart():
    events = [WEEKLY.replace("UID:cijfers\n", ""), WEEKLY.replace("UID:cijfers\n", "").replace("Week", "Dag")]
    embargoes, _ = around(calendar_of(*events), "2026-03-01T00:00Z")
    assert [embargo.topic for embargo in embargoes] == ["Weekcijfers", "Dagcijfers"]


@pytest.mark.parametrize(
    ("moment", "from_"),
    [
        ("2026-05-03T23:59+02:00", None),
        ("2026-05-04T00:00+02:00", "2026-05-03T22:00"),
        ("2031-05-04T23:59+02:00", "2031-05-03T22:00"),
        ("2026-05-05T00:00+02:00", None),
        ("2026-05-04T23:00-05:00", None),
        (None, None),
    ],
)
def test_quiet_period_that_repeats(moment, from_):
    text = calendar_of(f"{QUIET}UID:1\nDTSTART;VALUE=DATE:20100504\nRRULE:FREQ=YEARLY\nDESCRIPTION:allow: krans")
    _, quiet_periods = around(text, moment)
    assert [period.from_ for period in quiet_periods] == ([utc(from_)] if from_ else [])
    assert all(period.allow == ("krans",) for period in quiet_periods)


def test_long_quiet_period_that_repeats():
    text = calendar_of(f"{QUIET}DTSTART;VALUE=DATE:20200701\nDTEND;VALUE=DATE:20200901\nRRULE:FREQ=YEARLY")
    _, (period,) = around(text, "2026-08-30T12:00+02:00")
    assert (period.from_, period.until) == (utc("2026-06-30T22:00"), utc("2026-08-31T22:00"))


@pytest.mark.parametrize("moment", ["1900-01-01T00:00Z", "9990-12-31T23:59Z"])
def test_the_ends_of_the_calendar(moment):
    assert around(calendar_of(WEEKLY), moment) == ((), ())


lines = st.sampled_from(
    [
        *WEEKLY.strip().split("\n"),
        *DROPPED.strip().split("\n"),
        "DTSTART:20260501T100000Z",
        "DTSTART;VALUE=DATE:20260501",
        "DTEND:20260501T100000",
        "DTEND;VALUE=DATE:20260501",
        "DURATION:-P1D",
        "DURATION:P1D",
        "CATEGORIES:stilte",
        "CATEGORIES:",
        "RRULE:FREQ=DAILY;UNTIL=20260601",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=0",
        "RDATE:20260502T100000Z",
        "RDATE;VALUE=PERIOD:20260502T100000Z/PT1H",
        "DESCRIPTION:terms: a",
        "SUMMARY:",
        " vervolg",
        "losse regel",
        "BEGIN:VALARM",
        "END:VALARM",
    ]
)


@given(st.lists(st.lists(lines, max_size=8).map("\n".join), min_size=1, max_size=2))
def test_any_calendar_is_read_or_refused(events):
    with suppress(InputErrors):
        calendar = load_calendar(calendar_of(*events), "a.ics", timezone=AMSTERDAM)
        embargoes, quiet_periods = calendar.around(utc("2026-05-01T00:00"))
        assert all(embargo.topic for embargo in embargoes)
        assert all(period.from_ < period.until for period in quiet_periods)
