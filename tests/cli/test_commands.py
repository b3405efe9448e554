"""What holds for every command: a help page with an example, and a light start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import COMMANDS, make_app

GROUPS = {
    "rules": ("list", "show", "test", "new", "schema"),
    "practice": ("show", "search", "new"),
    "languagetool": ("install", "start", "stop", "status"),
}
PAGES = [[name] for name in COMMANDS if name not in GROUPS] + [
    [group, name] for group, names in GROUPS.items() for name in names
]
HEAVY = {"pydantic", "yaml", "rich", "simplemma", "wordfreq", "spacy", "re2", "holidays", "importlib.metadata", "pygls"}


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_help_page_has_an_example(words: list[str]) -> None:
    result = CliRunner().invoke(make_app(), [*words, "--help"])
    assert result.exit_code == 0
    assert f"Example: postlint {' '.join(words)}" in result.output.replace("\n ", " ")


def test_making_all_commands_imports_nothing_heavy() -> None:
    script = "import sys; from postlint.cli.app import make_app; make_app(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(done.stdout.split())


@pytest.mark.parametrize(
    "words", [["risks"], ["rules", "list", "--pack", "./own"], ["evaluate", "labelled.jsonl", "--errors"]]
)
def test_commands_that_only_read_stay_off_what_compiling_needs(
    write_pack: WritePack, words: list[str], tmp_path: Path
) -> None:
    write_pack({"role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]")})
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n')
    (tmp_path / "labelled.jsonl").write_text('{"text": "Dank voor uw bericht.", "lang": "nl", "risks": []}\n')
    script = "import sys; from postlint.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules)"
    for _ in range(2):  # the first run compiles the pack and keeps it
        done = subprocess.run(
            [sys.executable, "-c", script, *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    assert {"pydantic", "yaml", "simplemma", "wordfreq", "spacy", "rich"}.isdisjoint(done.stdout.split())
