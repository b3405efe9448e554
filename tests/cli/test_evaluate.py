from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app

LABELLED = """\
{"id": "a", "text": "Dank voor uw bericht.", "lang": "nl", "risks": [{"risk": "role/bot-speak", "span": "Dank"}]}
{"id": "b", "text": "Dank voor uw bericht, Anja.", "lang": "nl", "risks": []}
{"id": "c", "text": "SCHREEUWEN MAG NIET.", "lang": "nl", "risks": [{"risk": "tone/shouting", "span": null}]}
{"id": "d", "text": "Good morning.", "lang": "en", "risks": []}
"""
SECOND = '{"id": "a", "risks": [], "doubt": ["role/bot-speak"]}\n'


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack, a configuration and labelled drafts."""
    monkeypatch.chdir(tmp_path)
    write_pack({"role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]")})
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n')
    (tmp_path / "labelled.jsonl").write_text(LABELLED, encoding="utf-8")
    (tmp_path / "second.jsonl").write_text(SECOND, encoding="utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(make_app(), ["evaluate", *arguments])


@pytest.mark.usefixtures("here")
def test_the_table_has_all_groups_and_risks_at_both_severities() -> None:
    result = run("labelled.jsonl")
    assert result.exit_code == 0
    rows = [line.split() for line in result.output.splitlines()]
    assert ["all", "2", "0.50", "0.50", "0.50", "0.50", "–", "0.50", "0.50", "0.50", "0.50", "–"] in rows
    assert ["bot-speak", "1", "0.50", "1.00", "0.67", "0.67", "–", "0.50", "1.00", "0.67", "0.67", "–"] in rows
    assert ["shouting", "1", "–", "0.00", "0.00", "0.00", "–", "–", "0.00", "0.00", "0.00", "–"] in rows
    assert "Clean drafts flagged, from reconsider: 50.0% (1 of 2; nl 100.0%, en 0.0%)." in result.output
    assert "Anja" not in result.output


@pytest.mark.usefixtures("here")
def test_errors_are_listed_by_risk_with_the_drafts_text() -> None:
    lines = run("labelled.jsonl", "--errors").output.splitlines()
    assert lines[:3] == ["tone/shouting", "  missed · c", "      SCHREEUWEN MAG NIET."]
    assert lines[4:7] == [
        "role/bot-speak",
        "  false alarm · b · own/role/thanks (reconsider) ‘Dank voor uw bericht’",
        "      Dank voor uw bericht, Anja.",
    ]


@pytest.mark.usefixtures("here")
def test_a_second_reader_leaves_pairs_out() -> None:
    result = run("labelled.jsonl", "--second", "second.jsonl")
    assert "Second reader: 1 pairs of draft and risk left out; 3 drafts not read, and kept." in result.output
    data = json.loads(run("labelled.jsonl", "--second", "second.jsonl", "--format", "json").output)
    assert data["left_out"] == {"pairs": 1, "drafts_unread": 3}
    assert data["langs"]["all"]["risks"]["role/bot-speak"]["note"]["found"] == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "risks"),
    [
        (["--select", "role"], ["role/bot-speak"]),
        (["--select", "own/role/thanks"], ["role/bot-speak"]),
        (["--ignore", "role/bot-speak"], ["tone/shouting"]),
        (["--ignore", "own/role/thanks"], ["tone/shouting", "role/bot-speak"]),
    ],
)
def test_a_selection_limits_what_is_judged(options: list[str], risks: list[str]) -> None:
    data = json.loads(run("labelled.jsonl", *options, "--format", "json").output)
    assert list(data["langs"]["all"]["risks"]) == risks


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.jsonl"], "none.jsonl: cannot be read"),
        (["labelled.jsonl", "--second", "none.jsonl"], "none.jsonl: cannot be read"),
        (["labelled.jsonl", "--select", "rol"], "‘rol’ is no risk, group or rule here — Did you mean ‘role’?"),
        (["labelled.jsonl", "--pack", "cor"], "there is no pack ‘cor’"),
        (["second.jsonl"], "second.jsonl:1:"),
    ],
)
def test_mistakes_are_explained(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not result.exception or isinstance(result.exception, SystemExit)


def test_a_draft_that_could_not_be_checked_gives_3(here: Path) -> None:
    text = "Heute ist das Rathaus leider den ganzen Tag geschlossen."
    (here / "labelled.jsonl").write_text(json.dumps({"id": "e", "text": text, "risks": []}), encoding="utf-8")
    result = run("labelled.jsonl")
    assert result.exit_code == 3
    assert result.output.splitlines()[-2:] == [
        "Not checked whole: 1 of 1 drafts.",
        "  1 × This draft is in neither Dutch nor English, so nothing was checked. e",
    ]
