"""The pack of the second reader, with the model that ships."""

from __future__ import annotations

import json
import os

import pytest
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.pack_compiler import read_pack
from postlint.pack_tests import prove
from postlint.packs import pack_folder
from postlint.schema import ReaderMatch

AIRING = "Vier uur overleg over een rooster dat mijn leidinggevende vanmiddag weer verandert."


def check(*arguments: str):
    return CliRunner().invoke(make_app("check"), ["check", "--lang", "nl", *arguments])


def test_the_rules_hold() -> None:
    proof = prove(pack_folder("reader"))
    assert proof.rules > 0
    assert [str(error) for error in (*proof.invalid, *proof.failures)] == []


def test_every_rule_is_for_a_risk_of_its_own() -> None:
    rules = read_pack(pack_folder("reader")).rules
    assert len({(rule.model.risk, rule.lang) for rule in rules}) == len(rules)
    assert all(isinstance(rule.model.match, ReaderMatch) for rule in rules)
    assert all(rule.id == f"reader/{rule.model.risk}" for rule in rules)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("alone")
def test_one_command_shows_an_implicit_draft_with_a_case() -> None:
    assert "Post it" in check("--text", AIRING).stdout
    told = " ".join(check("--reader", "--text", AIRING).stdout.split())
    assert "openness/airing" in told
    assert "Dit is een indruk van de tweede lezer" in told
    assert "Een geval dat hierop lijkt" in told


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("options", "environment", "shown"),
    [
        (["--format", "json"], {}, True),
        (["--format", "json"], {"CI": "false"}, True),
        (["--format", "json"], {"CI": "true"}, False),
        (["--format", "github"], {}, False),
        (["--format", "json", "--report", "sarif=out.sarif"], {}, False),
    ],
)
def test_a_guess_is_for_the_author_alone(
    options: list[str], environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("openness/airing" in check("--reader", *options, "--text", AIRING).stdout) == shown


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("toml", "options", "reads"),
    [
        ("", [], False),
        ("", ["--reader"], True),
        ("reader = true", [], True),
        ("[reader]\non = true", [], True),
        ("reader = false", [], False),
        ("reader = false", ["--reader"], True),
        ("reader = true", ["--no-reader"], False),
    ],
)
def test_it_reads_where_it_is_asked(tmp_path, toml: str, options: list[str], reads: bool) -> None:
    (tmp_path / "postlint.toml").write_text(toml)
    (report,) = json.loads(check(*options, "--format", "json", "--text", AIRING).stdout)["reports"]
    assert any(finding["rule"].startswith("reader/") for finding in report["findings"]) == reads


@pytest.mark.usefixtures("alone")
def test_asked_for_and_not_installed_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.parts.installed", lambda _part: False)
    result = check("--reader", "--text", AIRING)
    assert result.exit_code == 2
    assert "the second reader is not installed" in result.stderr
