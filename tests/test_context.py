from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, Embargo, Organisation, QuietPeriod, Route, merge, parse_moment, zone
from postlint.errors import Refusal

NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)

MOMENTS = [
    ("2026-03-18T12:00Z", NOON),
    ("2026-03-18T12:00:00+00:00", NOON),
    (" 2026-03-18 13:00+01:00 ", NOON),
    ("20260318T130000+0100", NOON),
]

NO_MOMENTS = [
    # text, time zone, what, remedy
    ("morgen", "Europe/Amsterdam", "‘morgen’ is not a moment", "as 2026-03-18T09:00+01:00"),
    ("", "Europe/Amsterdam", "‘’ is not a moment", "as 2026-03-18T09:00+01:00"),
    ("18-03-2026 12:00", "Europe/Amsterdam", "is not a moment", "as 2026-03-18T09:00+01:00"),
    ("2026-02-30T10:00Z", "Asia/Tokyo", "is not a moment", "as 2026-03-18T09:00+09:00"),
    ("2026-03-18T12:00", "Europe/Amsterdam", "has no offset", "In Europe/Amsterdam this is 2026-03-18T12:00+01:00."),
    ("2026-07-18T12:00", "Europe/Amsterdam", "has no offset", "In Europe/Amsterdam this is 2026-07-18T12:00+02:00."),
    ("2026-03-18T12:00", "America/New_York", "has no offset", "In America/New_York this is 2026-03-18T12:00-04:00."),
    ("2026-03-18", "Europe/Amsterdam", "has no offset", "In Europe/Amsterdam this is 2026-03-18T00:00+01:00."),
    ("0001-01-01T00:00Z", "Europe/Amsterdam", "the year 1 ", "from 1900 to 9990"),
    ("9999-12-31T23:59Z", "Europe/Amsterdam", "the year 9999 ", "from 1900 to 9990"),
    ("x" * 5000, "Europe/Amsterdam", "xxxx…’ is not a moment", "as 2026"),
]

NO_ZONES = [
    ("Europe/Amsterdm", "‘Europe/Amsterdam’"),
    ("amsterdam", "‘Europe/Amsterdam’"),
    ("europe/amsterdam", "‘Europe/Amsterdam’"),
    ("Europe", ""),
    ("../etc/passwd", ""),
    ("", ""),
    ("zzzzzzzzzzz", "as Europe/Amsterdam"),
]


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_moment(text, moment):
    assert parse_moment(text) == moment


@pytest.mark.parametrize(("text", "timezone", "what", "remedy"), NO_MOMENTS)
def test_no_moment(text, timezone, what, remedy):
    with pytest.raises(Refusal) as refused:
        parse_moment(text, timezone)
    assert what in refused.value.what
    assert remedy in refused.value.remedy


@given(st.text())
def test_any_text_is_a_moment_or_refused(text):
    with suppress(Refusal):
        assert parse_moment(text).utcoffset() is not None


def test_zone():
    assert zone("Europe/Amsterdam").key == "Europe/Amsterdam"


@pytest.mark.parametrize(("name", "remedy"), NO_ZONES)
def test_no_zone(name, remedy):
    with pytest.raises(Refusal) as refused:
        zone(name)
    assert "is not a time zone" in refused.value.what
    assert remedy in refused.value.remedy


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe", "\0", "x" * 5000])
def test_no_organisation_stands_in_a_zone_that_does_not_exist(name):
    with pytest.raises(Refusal, match="is not a time zone"):
        Organisation(timezone=name)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Context(publish_at=datetime(2026, 1, 1)),  # noqa: DTZ001 - this is the mistake
        lambda: Context(reply_to_at=datetime(2026, 1, 1)),  # noqa: DTZ001 - this is the mistake
        lambda: Embargo(topic="a", until=datetime(2026, 1, 1)),  # noqa: DTZ001 - this is the mistake
        lambda: QuietPeriod(name="a", from_=NOON, until=datetime(2026, 4, 1)),  # noqa: DTZ001 - this is the mistake
        lambda: QuietPeriod(name="a", from_=NOON, until=NOON),
        lambda: QuietPeriod(name="a", from_=NOON, until=NOON - timedelta(days=1)),
    ],
)
def test_what_cannot_be_compared_is_refused(build):
    with pytest.raises(Refusal):
        build()


EMBARGO = Embargo(topic="fusie", until=NOON)
OTHER = Embargo(topic="begroting", until=NOON)
BASE = Context(
    channel="x",
    embargoes=(EMBARGO,),
    organisation=Organisation(
        name="Gemeente Duinveen", handles=("@duinveen",), abbreviations={"AB": "algemeen bestuur"}
    ),
)

MERGES = [
    # over, key, value in the merged context
    ({"channel": "linkedin"}, "channel", "linkedin"),
    ({"channel": None}, "channel", "x"),
    ({"lang": "nl"}, "channel", "x"),
    ({"embargoes": (OTHER,)}, "embargoes", (EMBARGO, OTHER)),
    ({"embargoes": (EMBARGO,)}, "embargoes", (EMBARGO,)),
    ({"organisation": {"name": "Duinveen"}}, "organisation.name", "Duinveen"),
    ({"organisation": {"name": "Duinveen"}}, "organisation.handles", ("@duinveen",)),
    ({"organisation": {"handles": ("@ander",)}}, "organisation.handles", ("@duinveen", "@ander")),
    ({"organisation": {"timezone": "Asia/Tokyo"}}, "organisation.name", "Gemeente Duinveen"),
    (
        {"organisation": {"abbreviations": {"BOB": "beeldvorming"}}},
        "organisation.abbreviations",
        {"AB": "algemeen bestuur", "BOB": "beeldvorming"},
    ),
    ({"organisation": {"abbreviations": {"AB": "anders"}}}, "organisation.abbreviations", {"AB": "anders"}),
]


@pytest.mark.parametrize(("over", "path", "expected"), MERGES)
def test_merge(over, path, expected):
    value = merge(BASE, over)
    for key in path.split("."):
        value = getattr(value, key)
    assert value == expected


def some(**keys):
    return st.fixed_dictionaries({}, optional=keys)


words = st.text("abc", min_size=1, max_size=3)
lists = st.lists(words, max_size=3).map(tuple)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
routes = st.builds(Route, topic=words, team=words)
organisations = some(
    name=words,
    handles=lists,
    abbreviations=st.dictionaries(words, words, max_size=3),
    routes=st.lists(routes, max_size=2).map(tuple),
    timezone=st.sampled_from(["Europe/Amsterdam", "UTC"]),
)
givens = some(
    lang=st.sampled_from(["nl", "en", None]),
    channel=st.sampled_from(["x", "web", None]),
    publish_at=moments,
    reply_to=words,
    embargoes=st.lists(st.builds(Embargo, topic=words, until=moments), max_size=2).map(tuple),
    organisation=organisations,
)


@given(givens, givens)
def test_merge_is_steady_and_the_last_one_wins(first, second):
    before = merge(Context(), first)
    after = merge(before, second)
    assert merge(after, second) == after
    assert merge(before, {}) == before
    assert before == merge(Context(), first)
    for key in (field.name for field in fields(Context)):
        if key not in second:
            assert getattr(after, key) == getattr(before, key)
        elif key in {"lang", "channel", "publish_at", "reply_to"} and second[key] is not None:
            assert getattr(after, key) == second[key]
    assert set(after.embargoes) == {*first.get("embargoes", ()), *second.get("embargoes", ())}
