from dataclasses import dataclass, field, fields
from datetime import UTC, datetime

import pytest

from postlint import json_source, toml_source, yaml_source
from postlint.context import Context, Embargo, Organisation, QuietPeriod, Route
from postlint.errors import InputErrors
from postlint.finding import Severity
from postlint.validation import build, given, keys_of

WHOLE_CONTEXT = """\
lang: nl
channel: mastodon
audience: closed
voice: organisation
publish_at: 2026-03-18T10:00:00+01:00
reply_to: Wanneer gaat het zwembad open?
reply_to_at: 2026-03-18T09:00:00+01:00
embargoes:
  - {topic: fusie, terms: [samengaan, Duinveen-Noord], until: 2026-03-20T10:00:00+01:00}
quiet_periods:
  - {name: herdenking, from: 2026-05-04T00:00:00+02:00, until: 2026-05-05T00:00:00+02:00, allow: [krans]}
organisation:
  name: Gemeente Duinveen
  handles: ["@duinveen"]
  public_contacts: ["14 0599"]
  abbreviations: {AB: algemeen bestuur}
  positions: [Afval scheiden loont.]
  already_public: [nieuwe brug]
  routes: [{topic: afval, team: Groen, contact: groen@duinveen.example}]
  timezone: Europe/Amsterdam
"""

MISTAKES = [
    # a context in YAML, line, column, what, remedy
    ("chanel: x", 1, 1, "‘chanel’ is not known here", "Did you mean ‘channel’?"),
    ("publish-at: x", 1, 1, "‘publish-at’ is not known", "Did you mean ‘publish_at’?"),
    ("Channel: x", 1, 1, "‘Channel’ is not known", "Did you mean ‘channel’?"),
    ("kwallen: x", 1, 1, "‘kwallen’ is not known", "Known here: lang, channel"),
    ("timezone: Europe/Amsterdam", 1, 1, "‘timezone’ is not known", "Write it under ‘organisation’."),
    ("channel: linkedn", 1, 10, "‘linkedn’ is not one of the choices", "Did you mean ‘linkedin’?"),
    ("channel: [x]", 1, 10, "is not one of the choices", "Known here: x, mastodon"),
    ("lang: no", 1, 7, "‘no’ is not one of the choices", "nl"),
    ("audience: true", 1, 11, "‘True’ is not one of the choices", "public"),
    ("publish_at: morgen", 1, 13, "‘morgen’ is not a moment", "as 2026-03-18T09:00+01:00"),
    ("publish_at: 2026-03-18T10:00", 1, 13, "has no offset", "In Europe/Amsterdam this is 2026-03-18T10:00+01:00."),
    ("publish_at: 20260318", 1, 13, "a moment belongs here, not a number", "2026"),
    ("reply_to: 3", 1, 11, "text belongs here, not a number", "quotation marks"),
    ('reply_to: " "', 1, 11, "there is no text here", "leave it out"),
    ('reply_to: "a\\0"', 1, 11, "NUL", "Remove"),
    ("embargoes: fusie", 1, 12, "a list belongs here, not text", "[ … ]"),
    ("embargoes: [fusie]", 1, 13, "a table belongs here, not text", "topic, until, terms"),
    ("embargoes: [{topic: a}]", 1, 13, "‘until’ is missing", "Add it here."),
    ("embargoes: [{topic: a, until: ~}]", 1, 13, "‘until’ is missing", "Add it here."),
    ("embargoes:\n - topic: a\n   terms: [a, '']\n   until: 2026-03-18T10:00Z", 3, 15, "there is no text", "leave it"),
    ("organisation: {handels: []}", 1, 16, "‘handels’ is not known here", "Did you mean ‘handles’?"),
    (
        "quiet_periods:\n- name: a\n  from: 2026-03-18T10:00Z\n  until: 2026-03-17T10:00Z",
        4,
        10,
        "ends before it begins",
        "after from",
    ),
    ("organisation: Duinveen", 1, 15, "a table belongs here, not text", "name, handles"),
    ("organisation: {timezone: Europe/Amsterdm}", 1, 26, "is not a time zone", "‘Europe/Amsterdam’"),
    ("organisation: {public_contacts: [0599123456]}", 1, 34, "text belongs here, not a number", "quotation marks"),
    ("organisation: {abbreviations: [AB]}", 1, 31, "a table belongs here, not a list", "key and value"),
    ("organisation: {abbreviations: {AB: 1}}", 1, 36, "text belongs here, not a number", "quotation marks"),
    ("organisation: {routes: [{topic: a, team: b, mail: c}]}", 1, 45, "‘mail’ is not known here", "contact"),
    ("- a", 1, 1, "a table belongs here, not a list", "lang, channel"),
    ("", 1, 1, "a table belongs here, not nothing", "lang, channel"),
]


def test_every_key_of_a_context():
    context = build(Context, yaml_source.load(WHOLE_CONTEXT, "context.yaml"))
    assert context == Context(
        lang="nl",
        channel="mastodon",
        audience="closed",
        voice="organisation",
        publish_at=datetime(2026, 3, 18, 9, tzinfo=UTC),
        reply_to="Wanneer gaat het zwembad open?",
        reply_to_at=datetime(2026, 3, 18, 8, tzinfo=UTC),
        embargoes=(
            Embargo(topic="fusie", terms=("samengaan", "Duinveen-Noord"), until=datetime(2026, 3, 20, 9, tzinfo=UTC)),
        ),
        quiet_periods=(
            QuietPeriod(
                name="herdenking",
                from_=datetime(2026, 5, 3, 22, tzinfo=UTC),
                until=datetime(2026, 5, 4, 22, tzinfo=UTC),
                allow=("krans",),
            ),
        ),
        organisation=Organisation(
            name="Gemeente Duinveen",
            handles=("@duinveen",),
            public_contacts=("14 0599",),
            abbreviations={"AB": "algemeen bestuur"},
            positions=("Afval scheiden loont.",),
            already_public=("nieuwe brug",),
            routes=(Route(topic="afval", team="Groen", contact="groen@duinveen.example"),),
        ),
    )
    assert set(keys_of(Context)) == {field.name for field in fields(Context)}
    assert all(
        f"{key}:" in WHOLE_CONTEXT for cls in (Context, Organisation, Embargo, QuietPeriod) for key in keys_of(cls)
    )


@pytest.mark.parametrize(("text", "line", "column", "what", "remedy"), MISTAKES)
def test_mistake(text, line, column, what, remedy):
    with pytest.raises(InputErrors) as raised:
        given(Context, yaml_source.load(text, "context.yaml"))
    (error,) = raised.value.errors
    assert (error.file, error.line, error.column) == ("context.yaml", line, column)
    assert what in error.what
    assert remedy in error.remedy
    assert error.excerpt == ([*text.split("\n"), ""])[line - 1]


def test_all_mistakes_at_once_in_order_of_place():
    with pytest.raises(InputErrors) as raised:
        given(
            Context, json_source.load('{"voice": "ons",\n "chanel": "x",\n "embargoes": [{}], "lang": "fy"}', "a.json")
        )
    assert [(error.line, error.column) for error in raised.value.errors] == [(1, 11), (2, 2), (3, 16), (3, 16), (3, 29)]


def test_what_is_printed():
    with pytest.raises(InputErrors) as raised:
        given(Context, yaml_source.load("lang: nl\nchannel: linkedn", "c.yaml"))
    assert str(raised.value) == (
        "c.yaml:2:10: ‘linkedn’ is not one of the choices — Did you mean ‘linkedin’?\n"
        "    channel: linkedn\n"
        "             ^"
    )


def test_a_long_line_is_shown_in_part_and_cannot_steer_the_terminal():
    text = "{" + '"lang": "nl", ' + " " * 500 + '"channel": "\x9b31m"' + " " * 500 + "}"
    with pytest.raises(InputErrors) as raised:
        given(Context, json_source.load(text, "c.json"))
    shown = str(raised.value)
    assert max(map(len, shown.splitlines())) < 300
    assert "\x9b" not in shown
    excerpt, caret = shown.splitlines()[1:]
    assert excerpt[caret.index("^")] == '"'


def test_given_knows_which_keys_were_given():
    source = yaml_source.load("channel: x\nlang: ~\norganisation: {name: Duinveen}", "a.yaml")
    assert given(Context, source) == {"channel": "x", "organisation": {"name": "Duinveen"}}


def test_part_of_a_file():
    source = toml_source.load('[tool.mine]\nchannel = "y"', "a.toml")
    with pytest.raises(InputErrors) as raised:
        given(Context, source, ("tool", "mine"))
    assert (raised.value.errors[0].line, raised.value.errors[0].column) == (2, 11)


@dataclass(frozen=True, kw_only=True)
class Sample:
    number: int = 0
    flag: bool = False
    severity: Severity | None = None
    by_name: dict[str, Route] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("number: 3", Sample(number=3)),
        ("flag: true", Sample(flag=True)),
        ("severity: hold", Sample(severity=Severity.HOLD)),
        ("by_name: {a: {topic: b, team: c}}", Sample(by_name={"a": Route(topic="b", team="c")})),
    ],
)
def test_other_types(text, sample):
    assert build(Sample, yaml_source.load(text, "a.yaml")) == sample


@pytest.mark.parametrize("text", ["number: true", "number: 1.5", "flag: yes", "severity: HOLD", "by_name: {a: 1}"])
def test_other_types_are_strict(text):
    with pytest.raises(InputErrors):
        build(Sample, yaml_source.load(text, "a.yaml"))


@pytest.mark.parametrize("moment", ["2026-03-18T10:00:00", "2026-03-18"])
def test_moment_of_toml_without_offset(moment):
    with pytest.raises(InputErrors, match=r"has no offset from UTC — In Europe/Amsterdam this is 2026-03-18T"):
        given(Context, toml_source.load(f"publish_at = {moment}", "a.toml"))


def test_moment_of_toml():
    source = toml_source.load("publish_at = 2026-03-18T10:00:00+01:00", "a.toml")
    assert given(Context, source) == {"publish_at": datetime(2026, 3, 18, 9, tzinfo=UTC)}
