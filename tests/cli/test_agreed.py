"""Runs in which something was agreed before: exceptions in the configuration, a baseline, changed lines alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import Result
from conftest import WritePack, rule_text
from sarif_kit.validate import validation_errors
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.cli.writers import FORMATS

DAY = "--publish-at=2026-11-22T09:00:00+01:00"
PHONE = "06-12345678"
CONFIG = 'packs = ["./own"]\nlang = "nl"\n'
EXCEPTION = """
[[exceptions]]
paths = ["site/a.md"]
rules = ["tone/loud"]
reason = "afgesproken"
owner = "anja"
"""


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a configuration and pages, of which one is sound."""
    write_pack(
        {
            "tone/loud.nl.yaml": rule_text("phrases: [hallo]", risk="tone/shouting"),
            "openness/phone.nl.yaml": rule_text("identifier: [phone]", risk="openness/personal-data", severity="hold"),
            "informing/long.nl.yaml": rule_text(
                "measure: words\nover: 8", risk="informing/overlong", more="span: whole"
            ),
        }
    )
    write(tmp_path / ".gitignore", "cache/\n")
    write(tmp_path / "postlint.toml", CONFIG)
    write(tmp_path / "site/a.md", f"hallo\n\nBel {PHONE}.\n")
    write(tmp_path / "site/b.md", "rustig\n")
    write(tmp_path / "site/c.md", "hallo\n\nhallo\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init", "--initial-branch", "main")
    commit()
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--message", "pages")


def run(*arguments: str, command: str = "check") -> Result:
    return CliRunner().invoke(make_app(), [command, *arguments])


def record(*arguments: str) -> Result:
    return run(*arguments, command="baseline")


def reports(*arguments: str) -> list[dict[str, Any]]:
    result = run("--format", "jsonl", DAY, *arguments)
    assert result.exit_code in (0, 1), result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def told(*arguments: str) -> list[str]:
    """What is found: file, line and rule."""
    return [
        f"{finding['place']['file']}:{finding['place']['line']} {finding['rule'].partition('/')[2]}"
        for report in reports(*arguments)
        for finding in report["findings"]
    ]


ALL = ["site/a.md:1 tone/loud", "site/a.md:3 openness/phone", "site/c.md:1 tone/loud", "site/c.md:3 tone/loud"]


# ---- in the text ----------------------------------------------------------------------------------------------------


def test_an_exception_in_the_text_ends_by_the_day_of_the_run(here):
    write(here / "site/a.md", "<!-- postlint ignore tone/loud: afgesproken (anja, until 2026-11-22) -->\nhallo\n")
    assert told("site/a.md") == []
    assert told("site/a.md", "--publish-at=2026-11-23T00:00:00+01:00") == [
        "site/a.md:1 exception/expired",
        "site/a.md:2 tone/loud",
    ]


def test_pages_with_exceptions_are_always_checked(here):
    write(here / "site/b.md", "<!-- postlint ignore tone/loud: afgesproken (until 2026-11-22) -->\nhallo\n")
    for _ in range(2):
        (report,) = reports("site/b.md")
        assert [each["reason"] for each in report["suppressed"]] == ["afgesproken"]
    assert told("site/b.md", "--publish-at=2026-11-23T00:00:00+01:00") != []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_know_exceptions_in_long_pages_too(here, jobs):
    passage = "Dit is een zin van een gewone lengte over de markt in het dorp.\n\n"
    write(here / "site/lang.md", passage * 2000 + "hallo <!-- postlint negeer tone/loud: mag -->\n\nhallo\n")
    write(here / "postlint.toml", CONFIG + EXCEPTION)
    found = told("site", "--jobs", jobs, "--no-cache", "--select", "tone")
    assert found == ["site/c.md:1 tone/loud", "site/c.md:3 tone/loud", "site/lang.md:4003 tone/loud"]


def test_a_long_file_with_little_text_is_held_against_exceptions_once(here):
    code = "```\n" + "code\n" * 20_000 + "```\n\n"
    write(here / "site/a.md", f"{code}<!-- postlint ignore tone/loud: mag -->\n\nhallo\n")
    write(here / "site/b.md", f"{code}<!-- postlint ignore tone/loud: mag -->\n\nrustig\n")
    found = told("site/a.md", "site/b.md", "--jobs", "2", "--no-cache", "--select", "tone", "--select", "exception")
    assert found == ["site/b.md:20004 exception/unused"]


# ---- in the configuration -------------------------------------------------------------------------------------------


def test_an_exception_in_the_configuration(here):
    write(here / "postlint.toml", CONFIG + EXCEPTION)
    assert told("site") == ALL[1:]
    (suppressed,) = reports("site/a.md")[0]["suppressed"]
    assert {key: suppressed[key] for key in ("by", "reason", "owner", "until")} == {
        "by": "configuration",
        "reason": "afgesproken",
        "owner": "anja",
        "until": None,
    }


@pytest.mark.parametrize(
    "paths", ['["site/"]', '["*.md"]', '["/site/a.md"]', '["site/**/a.md"]', '["weg/", "site/[ab].md"]']
)
def test_paths_are_written_as_in_gitignore(here, paths, monkeypatch):
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace('["site/a.md"]', paths))
    assert "site/a.md:1 tone/loud" not in told("site")
    monkeypatch.chdir(here / "site")
    assert told("a.md") == ["a.md:3 openness/phone"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('reason = "afgesproken"', "", "postlint.toml:4:1: ‘reason’ is missing"),
        ('reason = "afgesproken"', 'reason = " "', "postlint.toml:7:10: there is no text here"),
        ('rules = ["tone/loud"]', "", "postlint.toml:4:1: ‘rules’ is missing"),
        ('paths = ["site/a.md"]', "", "postlint.toml:4:1: ‘paths’ is missing"),
        ('["site/a.md"]', "[]", "postlint.toml:5:9: there is nothing in this list"),
        ('"tone/loud"', '"tone/lout"', "postlint.toml:6:10: ‘tone/lout’ is no risk, group or rule here"),
        ('owner = "anja"', "until = 2026-13-01", "this is not TOML"),
        ('owner = "anja"', 'until = "december"', "postlint.toml:8:9: ‘december’ is no date"),
        ('owner = "anja"', "until = 2026-12-31T09:00:00Z", "is no date"),
        ('owner = "anja"', 'eigenaar = "anja"', "postlint.toml:8:1: ‘eigenaar’ is not known here"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(here, old, new, wrong):
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace(old, new))
    result = run("site")
    assert result.exit_code == 2
    assert wrong in result.stderr


def test_an_exception_that_has_ended_is_told_at_its_place(here):
    write(here / "postlint.toml", CONFIG + EXCEPTION + "until = 2026-11-21\n")
    assert told("site") == [*ALL, "postlint.toml:4 exception/expired"]
    write(here / "postlint.toml", CONFIG + EXCEPTION + "until = 2026-11-22\n")
    assert told("site") == ALL[1:]


@pytest.mark.parametrize(
    ("exception", "arguments", "unused"),
    [
        (EXCEPTION.replace("a.md", "b.md"), ["site"], True),
        (EXCEPTION.replace("a.md", "b.md"), ["."], True),
        (EXCEPTION.replace("a.md", "b.md"), ["site/b.md"], False),
        (EXCEPTION.replace("a.md", "b.md"), ["site", "--ignore", "tone"], False),
        (EXCEPTION.replace("a.md", "b.md"), ["site", "--select", "openness"], False),
        (EXCEPTION.replace("site/a.md", "weg/"), ["site"], True),
        (EXCEPTION.replace("site/a.md", "plan.csv"), ["site"], False),
        (EXCEPTION.replace("site/a.md", "own/"), ["site"], False),
        (EXCEPTION.replace('"tone/loud"', '"tone", "openness"'), ["site"], False),
        (EXCEPTION.replace("tone/loud", "ander/tone/x"), ["site"], False),
    ],
)
def test_an_exception_that_is_of_no_use(here, exception, arguments, unused):
    write(here / "plan.csv", "tekst\nhallo\n")
    write(here / "postlint.toml", CONFIG + exception)
    assert ("postlint.toml:4 exception/unused" in told(*arguments)) == unused


def test_what_is_told_of_the_configuration_is_no_draft(here):
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace("a.md", "b.md"))
    shown = run("site/b.md", "site", DAY).stdout
    assert "postlint.toml:4:1\n① note  exception/unused\n" in shown
    assert shown.endswith("Checked: 3. With findings: 2.\n")


def test_an_exception_of_the_configuration_gets_advice_of_its_own(here):
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace("a.md", "b.md"))
    found = [finding for report in reports("site", DAY) for finding in report["findings"]]
    (unused,) = [finding for finding in found if finding["rule"] == "postlint/exception/unused"]
    assert unused["advice"] == "Remove it, or mend its paths and rules."


# ---- the baseline ---------------------------------------------------------------------------------------------------


def test_known_findings_are_left_out(here):
    done = record("site", DAY)
    recorded = "Recorded in .postlint-baseline.json. Findings: 4. Files with findings: 2.\n"
    assert (done.exit_code, done.stdout) == (0, recorded)
    result = run("site", DAY)
    assert result.exit_code == 0
    assert result.stdout == "Checked: 3. With findings: 0. Left out: 4 known by the baseline.\n"
    write(here / "site/c.md", "Nieuw.\n\nhallo\n\nhallo\n\nNog eens hallo.\n")
    assert told("site") == ["site/c.md:7 tone/loud"]
    assert told("site", "--no-baseline") == [*ALL[:2], *(f"site/c.md:{line} tone/loud" for line in (3, 5, 7))]
    assert run("site", DAY).exit_code == 1


def test_a_baseline_holds_no_text(here):
    record("site", DAY)
    text = (here / ".postlint-baseline.json").read_text(encoding="utf-8")
    assert "hallo" not in text
    assert PHONE not in text


def test_what_is_gone_is_told_until_it_is_recorded_again(here):
    record("site", DAY)
    before = (here / ".postlint-baseline.json").read_text(encoding="utf-8")
    write(here / "site/c.md", "hallo\n")
    line = before.splitlines().index('  "site/c.md": {') + 1
    for arguments in (["site"], ["site/c.md"]):
        assert told(*arguments) == [f".postlint-baseline.json:{line} exception/gone"]
    (note,) = [each for each in reports("site") if each["id"] == ".postlint-baseline.json"]
    assert note["findings"][0]["message"] == "No longer there of what was recorded of site/c.md: 1."
    assert told("site/a.md") == told("site", "--select", "openness") == []
    assert record("site/c.md", DAY).exit_code == 0
    assert told("site") == []
    after = (here / ".postlint-baseline.json").read_text(encoding="utf-8")
    differing = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert [pair[1] for pair in differing] == [differing[0][0].replace(": 2", ": 1")]


def test_recording_some_files_keeps_the_others_and_drops_what_is_gone(here):
    record("site", DAY)
    (here / "site/a.md").unlink()
    assert told("site") == [".postlint-baseline.json:5 exception/gone"]
    record("site/c.md", DAY)
    data = json.loads((here / ".postlint-baseline.json").read_text(encoding="utf-8"))
    assert list(data["files"]) == ["site/c.md"]


def test_a_page_that_moved_stays_known(here):
    record("site", DAY)
    (here / "site/c.md").rename(here / "site/d.md")
    assert told("site") == []


def test_a_baseline_elsewhere(here, monkeypatch):
    assert record("site", DAY, "--baseline", "site/bekend.json").exit_code == 0
    assert told("site") == ALL
    assert told("site", "--baseline", "site/bekend.json") == []
    monkeypatch.chdir(here / "site")
    assert told("a.md", "c.md", "--baseline", "bekend.json") == []
    assert run("a.md", "--baseline", "weg.json").exit_code == 2


def test_the_usual_baseline_stands_beside_the_configuration(here, monkeypatch):
    monkeypatch.chdir(here / "site")
    record(".", DAY)
    assert (here / ".postlint-baseline.json").exists()
    assert told(".") == []


def test_what_could_not_be_checked_is_told_and_the_rest_recorded(here):
    write(here / "site/stuk.md", "---\ntitle: [\n---\nhallo\n")
    result = record("site", DAY)
    assert result.exit_code == 3
    assert "site/stuk.md:3:1: this is not YAML" in result.stderr
    assert "Findings: 5. Files with findings: 3." in result.stdout
    result = record("weg.md", DAY)
    assert result.stderr == "weg.md: cannot be read: No such file or directory — Check the path and its permissions.\n"


def test_a_draft_on_the_command_line_has_no_baseline(here):
    record("site", DAY)
    assert run("--text", "hallo", DAY).exit_code == 1


def test_recorded_findings_of_a_calendar(here):
    write(here / "plan.csv", "tekst,kanaal\nhallo,x\nhallo,linkedin\n")
    record("plan.csv", DAY)
    assert told("plan.csv") == []
    write(here / "plan.csv", "tekst,kanaal\nrustig,x\nhallo,x\nhallo,linkedin\nzeg hallo,x\n")
    assert told("plan.csv") == ["plan.csv:5 tone/loud"]


# ---- changed lines --------------------------------------------------------------------------------------------------


def test_findings_on_changed_lines_alone(here):
    write(here / "site/c.md", "hallo\n\nhallo allemaal\n")
    write(here / "site/nieuw.md", "hallo\n")
    assert told("site", "--changed-since", "HEAD") == ["site/c.md:3 tone/loud", "site/nieuw.md:1 tone/loud"]
    assert told("--changed-since", "HEAD") == ["site/c.md:3 tone/loud", "site/nieuw.md:1 tone/loud"]
    assert told("site/a.md", "--changed-since", "HEAD") == []


def test_what_is_said_of_a_page_counts_when_any_of_it_changed(here):
    text = "een twee drie vier vijf\n\nzes zeven acht negen tien\n"
    write(here / "site/b.md", text)
    commit()
    write(here / "site/b.md", text + "\nelf\n")
    assert told("--changed-since", "HEAD") == ["site/b.md:1 informing/long"]
    assert told("--changed-since", "HEAD~1") == ["site/b.md:1 informing/long"]


def test_nothing_has_changed(here):
    result = run("--changed-since", "HEAD", DAY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing has changed since HEAD.\n"


def test_a_commit_that_is_not_there(here):
    result = run("--changed-since", "weg")
    assert result.exit_code == 2
    assert "--changed-since: ‘weg’ is no commit, branch or tag here" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_together(here, jobs):
    """An exception, a baseline and changed lines: what remains is new, changed and not agreed."""
    record("site", DAY)
    commit()
    write(here / "site/c.md", "hallo\n\nhallo hallo\n\nzeg hallo\n\nhallo <!-- postlint ignore tone: mag -->\n")
    for cached in ([], ["--no-cache"], []):
        found = told("--changed-since", "HEAD", "--jobs", jobs, *cached)
        assert found == ["site/c.md:3 tone/loud", "site/c.md:3 tone/loud", "site/c.md:5 tone/loud"]


@pytest.mark.parametrize("output", FORMATS)
def test_a_reason_that_repeats_the_words_is_covered(here, output):
    comment = f"<!-- postlint ignore openness: de hulplijn is {PHONE} (lijn {PHONE}) -->"
    write(here / "site/a.md", f"{comment}\nBel {PHONE}.\n")
    result = run("site/a.md", DAY, "--format", output)
    assert result.exit_code == 0
    assert PHONE not in result.stdout
    if output in {"json", "jsonl", "sarif"}:
        assert "de hulplijn is 06-••••••78" in result.stdout


@pytest.mark.parametrize("output", FORMATS)
def test_what_is_not_told_stays_covered(here, output):
    """A number on a line that did not change, in a page that is shown for another one."""
    write(here / "site/a.md", f"hallo\n\nBel {PHONE}.\n\neen twee drie vier vijf zes zeven acht\n")
    result = run("site", DAY, "--changed-since", "HEAD", "--format", output)
    assert "een twee drie" in result.stdout or "informing/long" in result.stdout
    assert PHONE not in result.stdout


@pytest.mark.parametrize("output", FORMATS)
def test_what_is_not_told_stays_covered_beside_what_is(here, output):
    """The two stand in one passage, which does not begin where the page does."""
    write(here / "site/a.md", f"# Kop van de pagina\n\nBel vandaag nog {PHONE}.\nrustig\n")
    commit()
    write(here / "site/a.md", f"# Kop van de pagina\n\nBel vandaag nog {PHONE}.\nhallo\n")
    result = run("site", DAY, "--changed-since", "HEAD", "--format", output)
    assert "tone/" in result.stdout
    assert PHONE not in result.stdout
    if output in {"text", "html"}:
        assert "Bel vandaag nog 06-••••••78." in result.stdout


def test_the_cache_knows_nothing_of_what_was_left_out(here):
    write(here / "site/c.md", "hallo\n\nhallo\n\nrustig\n")
    assert told("--changed-since", "HEAD") == []
    assert told("site") == ALL


# ---- reports and fixes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", FORMATS)
def test_no_format_tells_what_is_let_be_as_a_finding(here, output):
    record("site/a.md", DAY)
    write(here / "site/c.md", "hallo <!-- postlint ignore tone/loud: omdat het mag -->\n")
    result = run("site", DAY, "--format", output)
    assert result.exit_code == 0
    assert PHONE not in result.stdout
    if output not in ("json", "jsonl", "sarif", "html"):
        assert "tone/loud" not in result.stdout
    if output in ("text", "html"):
        assert "Left out: 1 by exceptions, 2 known by the baseline." in result.stdout
    assert "anja" not in result.stdout


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_tells_of_exceptions_themselves(here, output):
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace("a.md", "b.md"))
    write(here / "site/a.md", "<!-- postlint ignore tone/loud -->\nrustig\n")
    write(here / "site/c.md", "<!-- postlint ignore tone/loud: mag -->\nrustig\n")
    result = run("site", DAY, "--format", output)
    assert result.exit_code == 0, result.output
    for words in ("This exception gives no reason", "This exception silences nothing: tone/loud."):
        assert words in result.stdout
    assert run("site", DAY, "--format", output, "--fail-on", "note").exit_code == 1


def test_sarif_says_what_is_let_be_and_why(here):
    record("site/a.md", DAY)
    write(here / "postlint.toml", CONFIG + EXCEPTION.replace("a.md", "c.md"))
    write(here / "site/b.md", "hallo <!-- postlint ignore tone/loud: mag (anja) -->\n\n<!-- postlint ignore x -->\n")
    data = json.loads(run("site", DAY, "--format", "sarif").stdout)
    assert validation_errors(data) == []
    results = data["runs"][0]["results"]
    why = [each.get("suppressions") for each in results]
    external, source = {"kind": "external", "status": "accepted"}, {"kind": "inSource", "status": "accepted"}
    assert why == [
        [external],
        [external],
        None,
        [source | {"justification": "mag"}],
        [external | {"justification": "afgesproken"}],
        [external | {"justification": "afgesproken"}],
    ]
    assert results[2]["ruleId"] == "postlint/exception/unclear"
    assert results[2]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": 27,
    }
    rules = {rule["id"]: rule for rule in data["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["postlint/exception/unclear"]["help"]["text"].startswith(
        "This exception does not hold as it is written."
    )
    assert len({each["partialFingerprints"]["postlint/v1"] for each in results}) == len(results)


def test_the_html_report_counts_exceptions_as_a_group_of_their_own(here):
    write(here / "site/a.md", "<!-- postlint ignore tone/loud: mag -->\nrustig\n")
    shown = run("site", DAY, "--format", "html").stdout
    assert ">Exceptions</th>" in shown
    assert "The draft has an exception that silences nothing." in shown
    assert "Texts read: 3." in shown


def test_in_dutch(here, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    write(here / "site/a.md", "<!-- postlint negeer tone/loud -->\nhallo\n")
    shown = run("site/a.md", DAY).stdout
    assert "Deze uitzondering geeft geen reden, en geldt dus niet." in shown
    record("site/a.md", DAY)
    assert "1 bekend uit de nulmeting" in run("site/a.md", DAY).stdout


def test_junit_passes_what_is_known(here):
    record("site", DAY)
    suites = ET.fromstring(run("site", DAY, "--format", "junit").stdout)  # noqa: S314 — our own
    assert [suite.get("failures") for suite in suites] == ["0", "0", "0"]


def test_suggestions_are_put_in_place_in_what_is_told_alone(here, write_pack):
    rule = rule_text("phrases: [dienen]", risk="informing/jargon", more="suggestion: moeten\nfix: true")
    write_pack({"informing/must.nl.yaml": rule})
    write(
        here / "site/d.md",
        "Wij dienen.\n\nU dient, en zij dienen.\n\nAllen dienen. <!-- postlint ignore informing: mag -->\n",
    )
    commit()
    write(here / "site/d.md", (here / "site/d.md").read_text(encoding="utf-8") + "\nVelen dienen.\n\nZo dienen ze.\n")
    only = ["site/d.md", DAY, "--select", "informing/jargon"]
    assert run(*only, "--changed-since", "HEAD", "--fix").exit_code == 0
    text = (here / "site/d.md").read_text(encoding="utf-8")
    assert text.count("dienen") == 3
    assert text.endswith("Velen moeten.\n\nZo moeten ze.\n")
    record("site/d.md", DAY)
    write(here / "site/d.md", text + "\nOok wij dienen.\n")
    assert run(*only, "--fix").exit_code == 0
    assert (here / "site/d.md").read_text(encoding="utf-8") == text + "\nOok wij moeten.\n"
