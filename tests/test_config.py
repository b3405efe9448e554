import os
import re
import subprocess
import sys
from dataclasses import is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from postlint.config import context_for, find_config, load_config
from postlint.config_file import ConfigFile, read_context
from postlint.context import Context, Organisation
from postlint.errors import InputErrors
from postlint.finding import Severity
from postlint.rule import RuleChange
from postlint.sources.jsonl import DraftLine, read_drafts
from postlint.validation import keys_of

DOCUMENTATION = Path(__file__).parents[1] / "docs" / "configuration.md"

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//postlint//test//NL
BEGIN:VEVENT
UID:1
SUMMARY:Begroting
CATEGORIES:embargo
DTSTART:20260915T100000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Herdenking
CATEGORIES:stilte
DTSTART;VALUE=DATE:20200504
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
"""

MISTAKES = [
    # postlint.toml, (line, column), what, remedy
    ('fail-on = "hold"', (1, 1), "‘fail-on’ is not known here", "Did you mean ‘fail_on’?"),
    ('timezone = "UTC"', (1, 1), "‘timezone’ is not known here", "Write it under ‘organisation’."),
    ('publish_at = "x"', (1, 1), "‘publish_at’ is not known here", "Known here:"),
    ('fail_on = "stop"', (1, 11), "‘stop’ is not one of the choices", "note, reconsider, hold"),
    ('packs = "core"', (1, 9), "a list belongs here, not text", "[ … ]"),
    ('packs = ["core", "./mine"]', (1, 18), "mine/pack.yaml cannot be read", "Check the path"),
    ('calendars = ["weg.ics"]', (1, 14), "weg.ics cannot be read", "Check the path"),
    ('ui_lang = "fr"', (1, 11), "‘fr’ is not one of the choices", "nl, en"),
    ('[rules."core/a/b"]\nenabled = 1', (2, 11), "true or false", "quotation marks"),
    ('[rules."core/a/b"]\nmesage = "x"', (2, 1), "‘mesage’ is not known here", "Did you mean ‘message’?"),
    ('[rules."core/a/b"]\nwhy = " "', (2, 7), "there is no text here", "leave it out"),
    ("[rules]\nx = 1", (2, 5), "a table belongs here, not a number", "enabled, severity"),
    ('[organisation]\ntimezone = "Europe/Rotterdam"', (2, 12), "is not a time zone", "‘Europe/Amsterdam’"),
    ("[[embargoes]]\nuntil = 2026-03-18", (1, 1), "‘topic’ is missing", "Add it here."),
    ('[[embargoes]]\ntopic = "a"\nuntil = 2026-07-18', (3, 9), "has no offset", "2026-07-18T00:00+02:00"),
    ('[[exceptions]]\npaths = ["x"]\nrules = ["tone"]', (1, 1), "‘reason’ is missing", "Add it here."),
    ('[[exceptions]]\npaths = []\nrules = ["tone"]\nreason = "x"', (2, 9), "there is nothing in this list", "one"),
    ("a = ", (1, 4), "this is not TOML", "Check quotation marks"),
]

PRIVATE_MISTAKES = [
    # name, text, what
    ("weg.yaml", None, "cannot be read"),
    ("weg.ics", None, "cannot be read"),
    ("a.txt", "geheim", "cannot tell the format"),
    ("a.yaml", "channel: x", "‘channel’ is not known here"),
    ("a.yaml", "embargoes: [{topic: geheim, until: 2026-01-01}]", "has no offset"),
    ("a.yaml", "a: 'geheim", "not YAML"),
    ("a.json", '{"embargoes": [{"topic": "geheim"}]}', "‘until’ is missing"),
    ("a.json", '{"embargoes": "geheim}', "not JSON"),
    ("a.toml", 'embargoes = "geheim', "not TOML"),
    ("a.ics", "SUMMARY geheim", "not NAME:value"),
    ("a.ics", CALENDAR.replace("20260915T100000", "geheim"), "DTSTART cannot be read"),
]


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def load(folder, text, **environment):
    path = folder / "postlint.toml"
    path.write_text(text, "utf-8")
    return load_config(path, environment)


def test_without_a_file_all_is_default():
    config = load_config(None, {})
    assert config.context == Context()
    assert (config.packs, config.fail_on, config.rules, config.calendars) == (("core",), Severity.RECONSIDER, {}, ())
    assert config.error(("ignore", 0), "a", "b").line == 0


def test_the_example_of_the_documentation(tmp_path):
    example = re.search(r"```toml\n(.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL)[1]
    write(tmp_path, communicatie_dot_ics=CALENDAR, rules__eigen__pack_dot_yaml="name: eigen")
    config = load(tmp_path, example)
    assert config.packs == ("core", tmp_path / "rules/eigen")
    assert config.fail_on is Severity.HOLD
    assert config.ignore == ("informing/overlong",)
    assert config.rules == {
        "core/informing/management-speak": RuleChange(severity=Severity.NOTE),
        "core/tone/words-in-capitals": RuleChange(enabled=False),
    }
    assert config.context.voice == "organisation"
    assert config.context.organisation.routes[0].team == "team Groen"
    assert config.context.quiet_periods[0].allow == ("krans", "twee minuten stil")
    assert [embargo.topic for embargo in context_for(config).embargoes] == ["fusie met Noordwolde", "Begroting"]


def test_other_examples_of_the_documentation(tmp_path):
    text = DOCUMENTATION.read_text("utf-8")
    context = tmp_path / "context.yaml"
    context.write_text(re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1], "utf-8")
    assert read_context(context)["channel"] == "linkedin"
    (draft,) = read_drafts(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1].encode(), "a.jsonl")
    assert draft.id == "maandag-1"


def key_paths(cls, prefix=""):
    """Every key that a file may hold, with those of its tables: `organisation.routes.topic`."""
    for name, key in keys_of(cls).items():
        yield prefix + name
        for part in (key.hint, *get_args(key.hint)):
            if is_dataclass(part):
                yield from key_paths(part, f"{prefix}{name}.")


def test_every_key_is_documented_and_no_other():
    documented = set(re.findall(r"^\| `([a-z_.]+)` \|", DOCUMENTATION.read_text("utf-8"), re.MULTILINE))
    assert documented == {*key_paths(ConfigFile), *key_paths(Context)}


def test_every_choice_is_documented():
    text = DOCUMENTATION.read_text("utf-8")
    for cls in (ConfigFile, Context):
        for key in keys_of(cls).values():
            for part in (key.hint, *get_args(key.hint)):
                for choice in get_args(part):
                    assert not isinstance(choice, str) or choice == "not blank" or f'`"{choice}"`' in text
    assert all(f"`{key}`" in text for key in keys_of(DraftLine))


@pytest.mark.parametrize(("text", "place", "what", "remedy"), MISTAKES)
def test_mistake(tmp_path, text, place, what, remedy):
    with pytest.raises(InputErrors) as raised:
        load(tmp_path, text)
    error = raised.value.errors[0]
    assert (error.file, error.line, error.column) == (str(tmp_path / "postlint.toml"), *place)
    assert what in error.what
    assert remedy in error.remedy


@pytest.mark.parametrize(("name", "text", "what"), PRIVATE_MISTAKES)
def test_mistake_in_a_private_file(tmp_path, name, text, what):
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(InputErrors) as raised:
        load_config(None, {"POSTLINT_PRIVATE": str(path)})
    assert raised.value.errors[0].file == str(path)
    assert what in raised.value.errors[0].what
    assert "geheim" not in str(raised.value)


def test_mistakes_of_all_files_at_once(tmp_path):
    write(tmp_path, a_dot_ics="x", b_dot_yaml="x: 1")
    text = 'calendars = ["a.ics", "weg.ics"]\npacks = ["./weg"]'
    with pytest.raises(InputErrors) as raised:
        load(tmp_path, text, POSTLINT_PRIVATE=os.pathsep.join([str(tmp_path / "b.yaml"), str(tmp_path / "c.json")]))
    assert [Path(error.file).name for error in raised.value.errors] == [
        "postlint.toml",
        "a.ics",
        "postlint.toml",
        "b.yaml",
        "c.json",
    ]


def test_an_error_found_later_stands_where_its_key_stands(tmp_path):
    config = load(tmp_path, 'ignore = [\n  "tone/shoutin",\n]')
    error = config.error(("ignore", 0), "is not known", "Did you mean tone/shouting?")
    assert (error.line, error.column, error.excerpt) == (2, 3, '  "tone/shoutin",')


def test_private_files_add_to_the_configuration(tmp_path):
    write(
        tmp_path,
        a_dot_yaml="embargoes: [{topic: fusie, until: 2026-03-20T10:00:00Z}]",
        b_dot_json='{"quiet_periods": [{"name": "rouw", "from": "2026-03-20T10:00Z", "until": "2026-03-21T10:00Z"}]}',
        c_dot_ics=CALENDAR,
    )
    names = os.pathsep.join(name and str(tmp_path / name) for name in ("a.yaml", "b.json", "", "c.ics"))
    config = load(tmp_path, '[[embargoes]]\ntopic = "brug"\nuntil = 2026-03-01T10:00:00Z', POSTLINT_PRIVATE=names)
    context = context_for(config)
    assert [embargo.topic for embargo in context.embargoes] == ["brug", "fusie", "Begroting"]
    assert [period.name for period in context.quiet_periods] == ["rouw"]


def test_what_wins(tmp_path):
    write(tmp_path, a_dot_ics=CALENDAR)
    config = load(tmp_path, 'channel = "x"\nvoice = "organisation"\ncalendars = ["a.ics"]')
    file = {"channel": "web", "lang": "nl", "organisation": {"name": "Duinveen"}}
    own = {"channel": "linkedin", "publish_at": datetime(2026, 5, 4, 12, tzinfo=UTC)}
    options = {"lang": "en", "organisation": {"handles": ("@duinveen",)}}
    context = context_for(config, file, own, options)
    assert (context.voice, context.channel, context.lang) == ("organisation", "linkedin", "en")
    assert context.organisation == Organisation(name="Duinveen", handles=("@duinveen",))
    assert [embargo.topic for embargo in context.embargoes] == ["Begroting"]
    assert datetime(2026, 5, 3, 22, tzinfo=UTC) in [period.from_ for period in context.quiet_periods]


def test_pyproject(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n[tool.postlint]\nfail_on = "note"\n', "utf-8")
    assert load_config(path, {}).fail_on is Severity.NOTE
    path.write_text('[tool.postlint]\nfail_on = "x"\n', "utf-8")
    with pytest.raises(InputErrors, match=r"pyproject.toml:2:11: ‘x’"):
        load_config(path, {})
    path.write_text('[tool.other]\nfail_on = "x"\n', "utf-8")
    with pytest.raises(InputErrors, match=r"there is no table \[tool.postlint\]"):
        load_config(path, {})


FOUND = [
    # files, where the search starts, what it finds
    (["postlint.toml"], ".", "postlint.toml"),
    (["postlint.toml", "pyproject.toml"], ".", "postlint.toml"),
    (["pyproject.toml"], ".", "pyproject.toml"),
    (["postlint.toml"], "a/b", "postlint.toml"),
    (["postlint.toml", "a/pyproject.toml"], "a/b", "a/pyproject.toml"),
    (["postlint.toml", ".git/config"], "a", "postlint.toml"),
    (["postlint.toml", "a/.git/config"], "a/b", None),
    ([".git/config", "other/postlint.toml"], ".", None),
]


@pytest.mark.parametrize(("files", "start", "found"), FOUND)
def test_find(tmp_path, monkeypatch, files, start, found):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("[tool.postlint]", "utf-8")
    (tmp_path / start).mkdir(parents=True, exist_ok=True)
    assert find_config(tmp_path / start) == (tmp_path / found if found else None)


def test_who_has_no_home_has_a_configuration_all_the_same(tmp_path, monkeypatch: pytest.MonkeyPatch):
    def no_home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", no_home)
    (tmp_path / "postlint.toml").touch()
    (tmp_path / "a").mkdir()
    assert find_config(tmp_path / "a") == tmp_path / "postlint.toml"


def test_a_project_without_our_table_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    write(tmp_path, postlint_dot_toml="", a__pyproject_dot_toml='[tool.postlinter]\nx = "[tool.postlint]"')
    assert find_config(tmp_path / "a") == tmp_path / "postlint.toml"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.yaml", "publish_at: 2026-07-01T10:00\norganisation: {timezone: Asia/Tokyo}"),
        ("c.json", '{"publish_at": "2026-07-01T10:00", "organisation": {"timezone": "Asia/Tokyo"}}'),
        ("c.toml", 'publish_at = 2026-07-01T10:00:00\norganisation.timezone = "Asia/Tokyo"'),
    ],
)
def test_an_example_is_in_the_time_zone_of_the_file(tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputErrors, match=r"In Asia/Tokyo this is 2026-07-01T10:00\+09:00"):
        read_context(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("c.yaml", b"lang: \xff", "c.yaml:1:7: byte 0xff is not UTF-8"),
        ("c.yaml", b"lang: nl\0", "c.yaml:1:9: a NUL character"),
        ("c.json", b"{}" + b" " * 1_000_000, "is larger than 1 000 000 bytes"),
        ("c.csv", b"", "cannot tell the format from ‘.csv’"),
        ("weg/c.yaml", None, "cannot be read: No such file or directory"),
        ("", None, "cannot be read: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, name, data, what):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputErrors, match=re.escape(what)):
        read_context(tmp_path / name)


def test_a_long_name_is_an_error_like_any_other(tmp_path):
    with pytest.raises(InputErrors, match="cannot be read"):
        load(tmp_path, f'packs = ["./{"a" * 5000}"]')


def test_tables_of_the_context_are_the_same_in_the_configuration():
    shared = keys_of(ConfigFile).keys() & keys_of(Context).keys()
    assert shared == keys_of(Context).keys() - {"publish_at", "reply_to", "reply_to_at"}
    assert all(keys_of(ConfigFile)[name].hint == keys_of(Context)[name].hint for name in shared)


HEAVY = {
    "pydantic",
    "yaml",
    "icalendar",
    "recurring_ical_events",
    "zoneinfo",
    "difflib",
    "gettext",
    "importlib.metadata",
}


def test_a_configuration_without_calendars_imports_nothing_heavy(tmp_path):
    path = tmp_path / "postlint.toml"
    path.write_text('voice = "organisation"\n[organisation]\nname = "Duinveen"\n', "utf-8")
    code = (
        "import sys; from pathlib import Path; before = set(sys.modules)\n"
        "from postlint.config import context_for, load_config\n"
        f"context_for(load_config(Path({str(path)!r}), {{}}), {{'channel': 'x'}})\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "postlint.config" in loaded
    assert HEAVY.isdisjoint(loaded)


@pytest.mark.parametrize(
    ("keys", "server"),
    [
        ("", "off"),
        ('server = "managed"', "managed"),
        ('server = "http://localhost:8081"', "http://localhost:8081"),
        ('server = "http://127.3.2.1/v2/"', "http://127.3.2.1/v2/"),
        ('server = "http://[::1]:8081"', "http://[::1]:8081"),
        ('server = "https://spelling.duinveen.nl"\nallow_remote = true', "https://spelling.duinveen.nl"),
    ],
)
def test_a_server_of_languagetool(tmp_path, keys, server):
    path = tmp_path / "postlint.toml"
    path.write_text(f"[languagetool]\n{keys}\n", "utf-8")
    assert load_config(path, {}).languagetool.server == server


@pytest.mark.parametrize(
    ("keys", "place", "told"),
    [
        ('server = "on"', "2:10", "‘on’ is no server of LanguageTool"),
        ('server = "http://"', "2:10", "no server of LanguageTool"),
        ('server = "http://[::1"', "2:10", "no server of LanguageTool"),
        ('server = "http://localhost:high"', "2:10", "no server of LanguageTool"),
        ('server = "ftp://localhost"', "2:10", "no server of LanguageTool"),
        ('server = "https://spelling.duinveen.nl"', "2:10", "drafts are private"),
        ('server = "http://localhost.duinveen.nl:8081"', "2:10", "drafts are private"),
        ('server = "http://10.0.0.7:8081"', "2:10", "drafts are private"),
        ("idle_minutes = 4", "2:16", "Write a number from 5 up"),
    ],
)
def test_a_server_that_is_none_or_may_be_elsewhere(tmp_path, keys, place, told):
    path = tmp_path / "postlint.toml"
    path.write_text(f"[languagetool]\n{keys}\n", "utf-8")
    with pytest.raises(InputErrors) as wrong:
        load_config(path, {})
    assert f"postlint.toml:{place}: " in str(wrong.value)
    assert told in str(wrong.value)
