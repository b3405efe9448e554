from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app

TESTED = """\
risk: role/bot-speak
severity: {severity}
message: "‘{{found}}’ is a template."
why: Nobody wrote it.
advice: Write it yourself.
match:
  together:
    within: sentence
    all:
      - phrases: [{phrase}]
    none: [moment]
unless: [quoted]
{more}
examples:
  bad: ["[[{phrase}]]!", "{{text: '[[{phrase}]], Anja.', context: {{channel: x}}}}"]
  good: ["Anja.", "“{phrase}”, Anja?", "{phrase} 12-05-2026."]
"""
TESTED = TESTED.replace('"{{text', "{{text").replace('channel: x}}}}"', "channel: x}}}}")


def rule_on(phrase: str, severity: str = "reconsider", more: str = "") -> str:
    return TESTED.format(phrase=phrase, severity=severity, more=more)


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack of twins, a lone half and a rule that rests, and a configuration that switches one off."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("postlint.parts.PARTS", {"reader": "no_such_module", "pipeline": "no_such_module_either"})
    write_pack(
        {
            "role/thanks.nl.yaml": rule_on("dank voor uw bericht"),
            "role/thanks.en.yaml": rule_on("thanks for your message", severity="note"),
            "role/alone.nl.yaml": rule_on("wij staan klaar", more="only: {reason: a test}"),
            "tone/rests.nl.yaml": rule_text("phrases: [zucht]", risk="tone/condescension", more="requires: [reader]"),
        }
    )
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n[rules."own/role/alone"]\nenabled = false\n')
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(make_app(), ["rules", *arguments])


@pytest.mark.usefixtures("here")
class TestList:
    def test_all_rules_by_risk(self) -> None:
        assert run("list", "--pack", "./own").output.splitlines() == [
            "tone/condescension",
            "  own/tone/rests   reconsider       nl  –  needs reader",
            "role/bot-speak",
            "  own/role/alone   reconsider       nl  –  switched off",
            "  own/role/thanks  reconsider/note  nl en",
            "3 rules",
        ]

    @pytest.mark.parametrize(
        ("options", "ids"),
        [
            (["--group", "tone"], ["own/tone/rests"]),
            (["--risk", "role/bot-speak"], ["own/role/alone", "own/role/thanks"]),
            (["--lang", "en"], ["own/role/thanks"]),
            (["--risk", "role/bot-speak", "--group", "tone"], []),
        ],
    )
    def test_some_rules(self, options: list[str], ids: list[str]) -> None:
        lines = run("list", "--pack", "./own", *options).output.splitlines()
        assert [line.split()[0] for line in lines if line.startswith("  ")] == ids

    def test_shipped_packs_are_listed_too(self) -> None:
        assert "core/" in run("list").output

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--risk", "role/botspeak"], "--risk: there is no ‘role/botspeak’ — Did you mean ‘role/bot-speak’?"),
            (["--group", "tones"], "--group: there is no ‘tones’ — Did you mean ‘tone’?"),
            (["--pack", "./none"], "there is no pack ‘./none’"),
        ],
    )
    def test_unknown_names(self, options: list[str], said: str) -> None:
        result = run("list", *options)
        assert (result.exit_code, said in result.output) == (2, True)


@pytest.mark.usefixtures("here")
class TestShow:
    def test_a_rule_as_it_stands_in_its_file(self, here: Path) -> None:
        assert run("show", "own/role/alone").output.splitlines() == [
            "own/role/alone (nl)",
            f"  role/bot-speak · reconsider · {here / 'own/role/alone.nl.yaml'}",
            "  ‘{found}’ is a template.",
            "  Nobody wrote it.",
            "  → Write it yourself.",
            "  It looks for:",
            "    together within one sentence:",
            "      + one of these:",
            "          “wij staan klaar”",
            "      − something recognised: moment",
            "  It is silent where the words are:",
            "    quoted",
            "  It has no twin, because:",
            "    a test",
            "  It finds:",
            "    ✗ [[wij staan klaar]]!",
            "    ✗ [[wij staan klaar]], Anja.  (channel: x)",
            "  It passes over:",
            "    ✓ Anja.",
            "    ✓ “wij staan klaar”, Anja?",
            "    ✓ wij staan klaar 12-05-2026.",
        ]

    def test_both_halves_or_one(self) -> None:
        assert [line for line in run("show", "own/role/thanks").output.splitlines() if line.startswith("own")] == [
            "own/role/thanks (en)",
            "own/role/thanks (nl)",
        ]
        assert "dank" not in run("show", "own/role/thanks", "--lang", "en").output

    def test_an_unknown_rule(self) -> None:
        result = run("show", "own/role/thank")
        assert result.exit_code == 2
        assert "Did you mean ‘own/role/thanks’?" in result.output


class TestTest:
    def test_all_hold(self, here: Path) -> None:
        (here / "own/tone/rests.nl.yaml").unlink()
        result = run("test", "./own", "--coverage")
        assert result.output.splitlines() == ["3 rules, 15 examples, all hold"]
        assert result.exit_code == 0

    @pytest.mark.usefixtures("here")
    def test_a_rule_fails_and_a_resting_one_is_not_tested(self) -> None:
        result = run("test", "./own")
        assert result.exit_code == 1
        assert "own/tone/rests.nl.yaml:1:1: this rule has no twin in ‘en’" in result.output
        tested = "3 rules, 15 examples, 1 not tested for want of ‘reader’, 1 failures"
        assert result.output.splitlines()[-1] == tested

    def test_a_pack_is_not_valid(self, here: Path) -> None:
        (here / "own/role/alone.nl.yaml").write_text("risk: role/bot-speak\nseverty: note\n")
        result = run("test", "./own")
        assert result.exit_code == 2
        assert "alone.nl.yaml:2:1: the key ‘severty’ is not known here" in result.output

    @pytest.mark.usefixtures("here")
    def test_one_rule(self) -> None:
        result = run("test", "./own", "--rule", "own/role/thanks")
        assert result.output.splitlines() == ["2 rules, 10 examples, all hold"]

    def test_files_stand_for_their_pack(self, here: Path) -> None:
        files = [str(path) for path in sorted(Path("own").rglob("*.yaml"))]
        assert run("test", *files).output == run("test", "./own").output
        (here / "elsewhere.yaml").write_text("format: 1\n")
        assert run("test", "elsewhere.yaml").exit_code == 2

    @pytest.mark.usefixtures("here")
    def test_an_unknown_rule_or_pack(self) -> None:
        result = run("test", "./own", "--rule", "own/role/thank")
        assert (result.exit_code, "Did you mean ‘own/role/thanks’?" in result.output) == (2, True)
        assert run("test", "./elsewhere").exit_code == 2


class TestNew:
    @pytest.mark.parametrize("options", [["--lang", "nl"], ["--lang", "en"], ["--twin"]])
    def test_a_new_rule_passes_its_own_tests(self, here: Path, options: list[str]) -> None:
        (here / "own/tone/rests.nl.yaml").unlink()
        assert run("new", "timing/stale", "last-week", *options).exit_code == 0
        result = run("test", "./own", "--coverage")
        assert (result.exit_code, result.output.splitlines()[-1].endswith("all hold")) == (0, True)

    def test_the_other_half_later(self, here: Path) -> None:
        run("new", "timing/stale", "last-week", "--lang", "nl")
        assert run("new", "timing/stale", "last-week", "--lang", "en").exit_code == 0
        result = run("test", "./own", "--rule", "own/timing/last-week")
        assert "last-week.nl.yaml" in result.output
        assert "this rule has a twin" in result.output
        assert "only:" not in (here / "own/timing/last-week.en.yaml").read_text(encoding="utf-8")

    def test_every_risk_and_language(self, here: Path) -> None:
        from postlint.pack_tests import prove
        from postlint.risks import RISKS
        from postlint.templates import write_rule

        for number, risk in enumerate(RISKS):
            write_rule(here / "own", risk, f"new-{number}", ["nl", "en"])
        proof = prove(here / "own", [f"own/{risk.split('/')[0]}/new-{number}" for number, risk in enumerate(RISKS)])
        assert (proof.rules, proof.invalid, proof.failures) == (2 * len(RISKS), [], [])

    @pytest.mark.usefixtures("here")
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["timing/stal", "last-week"], "‘timing/stal’ is not a risk — Did you mean ‘timing/stale’?"),
            (["timing/stale", "Last week"], "‘Last week’ is not a name for a rule"),
            (["timing/stale", "../../last"], "‘../../last’ is not a name for a rule"),
            (["role/bot-speak", "thanks", "--lang", "nl"], "thanks.nl.yaml: is there already"),
            (["role/bot-speak", "thanks", "--pack", "./none"], "there is no pack"),
        ],
    )
    def test_mistakes_are_explained(self, arguments: list[str], said: str) -> None:
        result = run("new", *arguments)
        assert (result.exit_code, said in result.output) == (2, True)

    def test_without_a_pack_of_ones_own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        result = run("new", "timing/stale", "last-week")
        assert (result.exit_code, "postlint init" in result.output) == (2, True)


class TestSchema:
    def test_shipped_rules_and_new_ones_are_valid(self, here: Path) -> None:
        from jsonschema import Draft202012Validator

        from postlint.datafile import read_source
        from postlint.packs import shipped_folder

        schema = json.loads(run("schema").output)
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        run("new", "timing/stale", "last-week", "--twin")
        paths = [*shipped_folder().glob("*/*/*.yaml"), *(here / "own").glob("*/*.yaml")]
        rules = [path for path in paths if path.parent.name != "lists"]
        assert len(rules) > 10
        wrong = {path: error.message for path in rules for error in validator.iter_errors(read_source(path).data)}
        assert wrong == {}

    def test_a_typo_is_not(self) -> None:
        from jsonschema import Draft202012Validator

        validator = Draft202012Validator(json.loads(run("schema").output))
        assert not validator.is_valid({"risk": "role/bot-speak"})
        assert validator.is_valid(json.loads(json.dumps(_plain())))
        assert not validator.is_valid(_plain() | {"severty": "note"})
        assert not validator.is_valid(_plain() | {"match": {"frases": ["a"]}})
        assert not validator.is_valid(_plain() | {"unless": ["quotd"]})


def _plain() -> dict:
    return {
        "risk": "role/bot-speak",
        "severity": "note",
        "message": "m",
        "why": "w",
        "advice": "a",
        "match": {"together": {"all": ["moment", {"phrases": ["a"]}]}},
        "examples": {"bad": ["a", {"text": "b", "context": {"channel": "x"}}], "good": ["c", "d"]},
    }


def test_the_real_command(here: Path) -> None:
    script = "from postlint.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "rules", "test", "./own", "--rule", "own/role/thanks"],
        cwd=here,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 rules, 10 examples, all hold\n", "")
