from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.language import pipeline
from postlint.parts import installed


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose pack has a rule that rests, and in which no optional part is installed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("postlint.parts.PARTS", {"reader": "no_such_module", "pipeline": "json"})
    monkeypatch.setattr("postlint.doctor.PARTS", {"reader": "no_such_module", "pipeline": "json"})
    write_pack(
        {
            "role/thanks.nl.yaml": rule_text("phrases: [dank]"),
            "tone/rests.nl.yaml": rule_text("phrases: [zucht]", risk="tone/condescension", more="requires: [reader]"),
        }
    )
    configure(tmp_path)
    return tmp_path


def configure(folder: Path, more: str = "") -> None:
    (folder / "postlint.toml").write_text(f'packs = ["./own"]\n{more}')


def run(*arguments: str):
    return CliRunner().invoke(make_app(), ["doctor", *arguments])


def data() -> dict:
    return json.loads(run("--format", "json").output)


def test_it_tells_all(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "private.ics").write_text("")
    monkeypatch.setenv("JAVA_HOME", str(here))
    monkeypatch.setenv("PATH", "")
    found = data()
    assert list(found) == [
        "schema",
        "versions",
        "languages",
        "pipelines",
        "packs",
        "parts",
        "java",
        "languagetool",
        "reader",
        "configuration",
        "private_files",
        "cache",
        "missing",
        "errors",
    ]
    own, *others = found["packs"]
    assert own == {
        "name": "own",
        "version": "1.0.0",
        "folder": str(here / "own"),
        "used": True,
        "rules": {"nl": 2, "en": 0},
        "inactive": [{"rule": "own/tone/rests", "needs": ["reader"]}],
    }
    assert ("core", False) in [(pack["name"], pack["used"]) for pack in others]
    assert found["languages"] == {"nl": True, "en": True}
    assert found["parts"]["pipeline"] == {"installed": True, "how_to_get": None}
    assert (found["java"], found["missing"], found["errors"]) == (None, [], [])
    assert found["configuration"] == str(here / "postlint.toml")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("present", "used"),
    [
        ((), {"nl": None, "en": None}),
        (("postlint_nl",), {"nl": "postlint_nl", "en": None}),
        (("postlint_nl", "nl_core_news_sm", "en_core_web_md"), {"nl": "nl_core_news_sm", "en": "en_core_web_md"}),
    ],
)
def test_the_pipeline_of_each_language_or_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, present: tuple[str, ...], used: dict[str, str | None]
) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda name: True if name in present else None)
    monkeypatch.setattr(pipeline, "_CHECKOUT", tmp_path / "none")
    monkeypatch.setattr("postlint.doctor.pipeline_name", pipeline.pipeline_name.__wrapped__)
    found, shown = data()["pipelines"], run().output
    assert {lang: each["name"] for lang, each in found.items()} == used
    commands = {
        "nl": 'pip install --find-links FOLDER "postlint[dutch]"',
        "en": "python -m spacy download en_core_web_sm",
    }
    for lang, command in commands.items():
        assert found[lang]["how_to_get"] == (None if used[lang] else command)
        assert (command in shown) == (used[lang] is None)


SPACY = 'pip install "postlint[pipeline]"'


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("model", "commands"),
    [
        ("postlint_nl", {"nl": SPACY, "en": SPACY}),  # in a checkout
        ("blank", {"nl": 'pip install --find-links FOLDER "postlint[dutch]"', "en": SPACY}),
    ],
)
def test_without_spacy_no_pipeline_is_used(
    monkeypatch: pytest.MonkeyPatch, model: str, commands: dict[str, str]
) -> None:
    monkeypatch.setattr("postlint.parts.PARTS", {"reader": "no_such_module", "pipeline": "no_such_module_either"})
    monkeypatch.setattr("postlint.doctor.pipeline_name", lambda lang: model if lang == "nl" else "blank")
    installed.cache_clear()
    assert data()["pipelines"] == {lang: {"name": None, "how_to_get": how} for lang, how in commands.items()}
    installed.cache_clear()


@pytest.mark.usefixtures("here")
def test_a_rule_that_rests_is_told_with_how_to_get_the_part() -> None:
    result = run()
    assert result.exit_code == 0
    assert "own/tone/rests rests: it needs reader" in result.output
    assert 'pip install --find-links FOLDER "postlint[reader]"' in result.output


@pytest.mark.parametrize(
    ("select", "code"),
    [
        ("own/tone/rests", 3),
        ("tone/condescension", 3),
        ("tone", 3),
        ("role", 0),
        ("tone/shouting", 0),
    ],
)
def test_a_part_that_the_configuration_asks_for_is_missing(here: Path, select: str, code: int) -> None:
    configure(here, f'select = ["{select}"]')
    result = run()
    assert (result.exit_code, "asks for reader" in result.output) == (code, code == 3)


def test_a_broken_configuration_or_pack_does_not_end_it(here: Path) -> None:
    (here / "postlint.toml").write_text('paks = ["./own"]\n')
    result = run()
    assert (result.exit_code, "Did you mean ‘packs’?" in result.output) == (2, True)
    configure(here)
    (here / "own/role/thanks.nl.yaml").write_text("risk: role/bot-speak\n")
    result = run()
    assert (result.exit_code, "‘severity’ is missing" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("keys", "server", "told"),
    [
        ("", "off", None),
        ('[languagetool]\nserver = "managed"', "managed", "LanguageTool runs on Java, which is not installed."),
        (
            '[languagetool]\nserver = "http://localhost:1"',
            "http://localhost:1",
            "No LanguageTool answers at http://localhost:1/",
        ),
    ],
)
def test_the_server_of_languagetool_and_what_keeps_it_from_running(
    here: Path, monkeypatch: pytest.MonkeyPatch, keys: str, server: str, told: str | None
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    configure(here, keys)
    found = data()["languagetool"]
    assert (found["server"], found["address"]) == (server, None)
    assert (found["problem"] or {"what": None})["what"] == told
    result = run()
    assert result.exit_code == (3 if told else 0)
    assert (told or "– server          off") in result.output


def test_private_files_are_named_and_not_shown(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = here / "private.toml"
    private.write_text('[[embargoes]]\ntopic = "fusie"\nuntil = 2026-05-01T09:00:00+02:00\n')
    monkeypatch.setenv("POSTLINT_PRIVATE", str(private))
    assert data()["private_files"] == [{"path": str(private), "readable": True}]
    assert "fusie" not in run().output
    private.unlink()
    assert data()["private_files"] == [{"path": str(private), "readable": False}]
    assert run().exit_code == 2
