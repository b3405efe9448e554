"""`postlint check` in the formats of other tools, on the screen and in files."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import WritePack, rule_text
from sarif_kit.validate import validation_errors
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.cli.writers import FORMATS

PHONE = "06-12345678"
ROUND = sorted(FORMATS.keys() - {"text", "json", "jsonl"})
"""The formats that go round."""


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack, two drafts and a page."""
    monkeypatch.chdir(tmp_path)
    write_pack(
        {
            "role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]"),
            "openness/phone.nl.yaml": rule_text("identifier: [phone]", risk="openness/personal-data", severity="hold"),
            "timing/embargo.nl.yaml": rule_text("context: embargo", risk="timing/embargo", severity="hold"),
        }
    )
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\nlang = "nl"\n')
    (tmp_path / "a.txt").write_text(f"Hoi 👍\nDank voor uw bericht, bel {PHONE}.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Tot vrijdag.\n")
    (tmp_path / "c.md").write_text("# Dank\n\n*Dank voor uw bericht* over het nieuwe zwembad.\n")
    return tmp_path


def run(*arguments: str):
    result = CliRunner().invoke(make_app(), ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("name", ROUND)
@pytest.mark.parametrize(
    ("files", "code"), [(["a.txt", "b.txt", "c.md"], 1), (["b.txt"], 0), (["b.txt", "nergens"], 3)]
)
def test_the_exit_code_is_that_of_every_format(here: Path, name, files, code):
    result = run(*files, "--format", name)
    assert result.exit_code == code
    assert bool(result.stdout) == (name != "github" or code != 0)


@pytest.mark.parametrize("name", ROUND)
def test_every_format_covers_what_is_guarded(here: Path, name):
    embargo = ["--publish-at", "2026-05-01T09:00:00+02:00", "--embargo", "2026-05-12T10:00:00+02:00 bouw: zwembad"]
    shown = run("a.txt", "c.md", *embargo, "--format", name, "--report", f"{name}=out").stdout
    for told in (shown, (here / "out").read_text(encoding="utf-8")):
        assert PHONE not in told
        assert "zwembad" not in told
        assert "thanks" in told or "role/bot-speak" in told


@pytest.mark.parametrize("name", ROUND)
def test_every_format_tells_what_was_not_checked(here: Path, name):
    assert "nergens.txt" in run("nergens.txt", "--format", name).stdout


@pytest.mark.parametrize("name", ROUND)
def test_formats_that_go_round_are_never_unmasked(here: Path, name):
    result = run("a.txt", "--format", name, "--unmasked")
    assert result.exit_code == 2
    assert "always covered up" in result.stderr


def test_several_reports_of_one_run(here: Path):
    result = run("a.txt", "b.txt", "--report", "sarif=a.sarif", "--report", "junit=a.xml", "--report", "text=a.log")
    assert (result.exit_code, "① reconsider" in result.stdout) == (1, True)
    log = json.loads((here / "a.sarif").read_text(encoding="utf-8"))
    assert validation_errors(log) == []
    places = [each["locations"][0]["physicalLocation"]["region"] for each in log["runs"][0]["results"]]
    assert [(place["startLine"], place["startColumn"]) for place in places] == [(2, 1), (2, 27)]
    suites = ET.fromstring((here / "a.xml").read_text(encoding="utf-8"))  # noqa: S314 — our own
    assert [suite.get("failures") for suite in suites] == ["2", "0"]
    assert (here / "a.log").read_text(encoding="utf-8") == result.stdout


def test_a_report_in_a_file_may_be_unmasked_only_as_text_or_json(here: Path):
    run("a.txt", "--unmasked", "--report", "json=a.json", "--report", "html=a.html")
    assert PHONE in (here / "a.json").read_text(encoding="utf-8")
    assert PHONE not in (here / "a.html").read_text(encoding="utf-8")


def test_the_help_of_a_rule_is_that_of_the_organisation(here: Path):
    with (here / "postlint.toml").open("a") as config:
        config.write('[rules."own/role/thanks"]\nwhy = "Bij ons zegt niemand dat."\n')
    (rule,) = json.loads(run("c.md", "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "‘…’ is found."
    assert "Bij ons zegt niemand dat." in rule["help"]["markdown"]


def test_what_has_changed(here: Path):
    run("a.txt", "c.md", "--report", "json=older.json")
    (here / "c.md").write_text("# Dank\n\nTot vrijdag.\n")
    (here / "b.txt").write_text("Tot vrijdag, en dank voor uw bericht.\n")
    assert (
        "New: 1. Gone: 1. Still there: 2."
        in run("a.txt", "b.txt", "c.md", "--format", "html", "--older", "older.json").stdout
    )


@pytest.mark.parametrize(
    ("arguments", "stderr"),
    [
        (["--report", "sarf=a"], "--report: ‘sarf’ is no format — Did you mean ‘sarif’?"),
        (["--report", "sarif"], "--report: there is no file to write to — "),
        (["--report", "sarif=nergens/a"], "nergens/a: cannot write here: "),
        (["--format", "html", "--older", "postlint.toml"], "postlint.toml:1:1: this is not JSON: "),
        (["--format", "html", "--older", "nergens.json"], "nergens.json: cannot be read: "),
    ],
)
def test_wrong_use(here: Path, arguments, stderr):
    result = run("a.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert stderr in result.stderr
