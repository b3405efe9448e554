from __future__ import annotations

from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.explanations import PRINCIPLES, match_lines
from postlint.risks import RISKS, groups


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose configuration names a pack of a twin, a rule that rests and one that is switched off."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("postlint.parts.PARTS", {"reader": "no_such_module", "pipeline": "no_such_module_either"})
    write_pack(
        {
            "role/thanks.nl.yaml": rule_text("phrases: [dank]"),
            "role/thanks.en.yaml": rule_text("phrases: [thanks]"),
            "role/off.nl.yaml": rule_text("phrases: [hoi]"),
            "role/rests.nl.yaml": rule_text("phrases: [hallo]", more="requires: [reader]"),
        }
    )
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n[rules."own/role/off"]\nenabled = false\n')
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(make_app(), arguments)


@pytest.mark.usefixtures("here")
def test_risks_tells_all_with_their_active_rules() -> None:
    lines = run("risks").output.splitlines()
    assert len(lines) == len(RISKS) + len(groups())
    (bot,) = [line for line in lines if "bot-speak" in line]
    assert bot.split("  ", 3)[3].split() == ["nl", "1", "en", "1", *RISKS["role/bot-speak"].en.split()]


@pytest.mark.usefixtures("here")
def test_risks_speaks_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nl")
    assert RISKS["role/bot-speak"].nl in run("risks").output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("lang", "shown", "absent"), [("en", "thanks", "dank"), ("nl", "dank", "thanks]")])
def test_a_risk_is_explained_with_its_rules(
    monkeypatch: pytest.MonkeyPatch, lang: str, shown: str, absent: str
) -> None:
    monkeypatch.setenv("LANGUAGE", lang)
    output = run("explain", "role/bot-speak").output
    assert output.splitlines()[0] == "role/bot-speak"
    assert getattr(RISKS["role/bot-speak"], lang) in output
    assert getattr(PRINCIPLES["role"], lang) in output
    assert "own/role/thanks (reconsider)" in output
    assert "→ Write something else." in output
    assert f"“{absent}”" not in output
    assert shown in run("explain", "own/role/thanks").output


@pytest.mark.usefixtures("here")
def test_a_group_is_all_its_risks() -> None:
    output = run("explain", "role").output
    assert [line for line in output.splitlines() if line in RISKS] == groups()["role"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("lang", "source"), [("nl", "Douma 1960"), ("en", "Flesch (1948)")])
def test_complexity_comes_with_its_formula(monkeypatch: pytest.MonkeyPatch, lang: str, source: str) -> None:
    monkeypatch.setenv("LANGUAGE", lang)
    assert source in run("explain", "informing/complex").output
    assert source not in run("explain", "informing/jargon").output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("role/botspeak", "Did you mean ‘role/bot-speak’?"),
        ("own/role/thank", "Did you mean ‘own/role/thanks’?"),
        ("tones", "Did you mean ‘tone’?"),
    ],
)
def test_an_unknown_name_gives_the_nearest(name: str, remedy: str) -> None:
    result = run("explain", name)
    assert (result.exit_code, remedy in result.output) == (2, True)


def test_a_broken_configuration_is_explained(here: Path) -> None:
    (here / "postlint.toml").write_text('paks = ["./own"]\n')
    for command in (["risks"], ["explain", "tone"]):
        result = run(*command)
        assert (result.exit_code, "Did you mean ‘packs’?" in result.output) == (2, True)


def test_every_group_has_a_principle_in_both_languages() -> None:
    assert PRINCIPLES.keys() == groups().keys()
    assert all(principle.nl and principle.en for principle in PRINCIPLES.values())


@pytest.mark.parametrize(
    ("match", "lines"),
    [
        ("moment", ["something recognised: moment"]),
        ({"phrases": ["a", "b"], "order": "free"}, ["one of these, in any order:", "  “a”", "  “b”"]),
        ({"pattern": ["a+"]}, ["one of these patterns:", "  a+"]),
        ({"pattern": ["A+"], "case": "exact"}, ["one of these patterns, capitals as they stand:", "  A+"]),
        ({"measure": "words", "over": 140}, ["words over 140"]),
        ({"measure": "characters", "over": "channel"}, ["characters over the channel's limit"]),
        ({"identifier": ["bsn", "iban"]}, ["bsn, iban"]),
        ({"identifier": ["bsn"], "certainty": "possible"}, ["possibly: bsn"]),
        (
            {"languagetool": {"rules": ["NL_A", "NL_B_*"], "categories": ["STYLE"], "without": ["NL_B_1"]}},
            ["what LanguageTool says by:", "  NL_A", "  NL_B_*", "  STYLE", "  but not by NL_B_1"],
        ),
        (
            {"languagetool": {"rules": ["NL_A"], "slips": True}},
            ["slips of the pen that LanguageTool sees by:", "  NL_A"],
        ),
        ({"context": "embargo"}, ["what the context tells: embargo"]),
        (
            {"together": {"within": 5, "all": [{"phrases": ["a"]}], "none": ["moment"]}},
            ["together within 5 words:", "  + one of these:", "      “a”", "  − something recognised: moment"],
        ),
    ],
)
def test_every_kind_of_match_is_told_in_words(match: object, lines: list[str]) -> None:
    assert list(match_lines(match)) == lines


def test_no_kind_is_left_out() -> None:
    from postlint.explanations import _MATCH_LINES
    from postlint.schema import MATCHES

    assert _MATCH_LINES.keys() == MATCHES.keys()
