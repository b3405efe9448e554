"""A run over many files: processes, and what becomes of one that ends."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.cli.checking import Checking
from postlint.cli.inputs import Inputs, choose_files, read_sources
from postlint.config import load_config
from postlint.document import Draft
from postlint.engine import Linter
from postlint.errors import InputError
from postlint.finding import Report

SENTENCE = "Dit is een zin van een gewone lengte over de markt in het dorp.\n\n"


@pytest.fixture
def here(write_pack: WritePack, own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_pack({"role/thanks.nl.yaml": rule_text("phrases: [dank voor]")})
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n', encoding="utf-8")
    (tmp_path / "site").mkdir()
    for number in range(6):
        (tmp_path / f"site/{number}.md").write_text(SENTENCE + "Dank voor alles.\n" * (number % 2), encoding="utf-8")
    long = "".join(f"{SENTENCE}Dank voor {number}, allemaal.\n\n" for number in range(1500))
    (tmp_path / "site/lang.md").write_text(long, encoding="utf-8")
    (tmp_path / "site/stuk.md").write_text("---\ntitle: [\n---\nDank voor\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), ["check", *arguments])


def test_processes_tell_the_same_in_the_same_order(here):
    alone = run("site", "--format", "jsonl", "--jobs", "1", "--no-cache")
    assert alone.exit_code == 3
    assert [json.loads(line)["id"] for line in alone.stdout.splitlines()][-3:] == ["site/lang.md", None, "site/stuk.md"]
    for jobs in ("2", "3"):
        spread = run("site", "--format", "jsonl", "--jobs", jobs, "--no-cache")
        assert (spread.stdout, spread.exit_code) == (alone.stdout, alone.exit_code)


def ends(name: str) -> Callable[..., object]:
    check = Linter.check

    def check_or_end(self: Linter, draft: Draft, today: date | None = None) -> Report:
        if draft.id == name:
            os._exit(1)
        return check(self, draft, today)

    return check_or_end


def test_a_process_that_ends_is_told(here, monkeypatch):
    monkeypatch.setattr(Linter, "check", ends("site/5.md"))
    result = run("site/5.md", "site/0.md", "--jobs", "2", "--no-cache", "--format", "jsonl")
    assert result.exit_code == 3
    first = json.loads(result.stdout.splitlines()[0])
    assert first["problems"][0]["file"] == "site/5.md"


def test_files_that_no_process_takes_any_more_are_told(here, monkeypatch):
    monkeypatch.setattr(Linter, "check", ends("site/0.md"))
    for number in range(10, 30):
        (here / f"site/{number}.md").write_text(SENTENCE, encoding="utf-8")
    result = run("site", "--jobs", "2", "--no-cache", "--format", "jsonl")
    assert (result.exit_code, result.exception.__class__) == (3, SystemExit)
    assert json.loads(result.stdout.splitlines()[-1])["problems"]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "reason", [FileNotFoundError(2, "No such file or directory"), PermissionError(13, "Permission denied")]
)
def test_what_cannot_be_read_during_the_run_is_told_and_the_rest_checked(here, monkeypatch, reason, jobs):
    opened = Path.open

    def gone(path: Path, *arguments: Any, **named: Any) -> object:
        if path.name == "3.md":
            raise reason  # whoever is root may read all
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", gone)
    result = run("site", "--jobs", str(jobs), "--no-cache", "--format", "jsonl")
    assert result.exit_code == 3
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["id"] for each in lines if each["findings"]] == [
        "site/1.md",
        "site/5.md",
        "site/lang.md",
        "site/stuk.md",
    ]
    (problem,) = (each for line in lines for each in line["problems"] if each["file"] == "site/3.md")
    assert str(reason.strerror) in problem["what"]


def test_a_file_that_vanishes_after_it_was_chosen_is_told(here):
    inputs = Inputs(load_config(Path("postlint.toml"), {}), {}, {})
    chosen = choose_files([Path("site")], [], inputs.settings)
    (here / "site/1.md").unlink()
    drafts = {source.name: next(inputs.drafts(source)) for source in read_sources(chosen, None, jsonl=False)}
    assert [name for name, draft in drafts.items() if isinstance(draft, InputError)] == ["site/1.md", "site/stuk.md"]


def test_a_long_text_is_read_in_passages(here):
    part = SENTENCE.replace("\n\n", "\n") + "Dank\nvoor {number}, allemaal.\n \t\n"
    long = "".join(part.format(number=number) for number in range(1000))
    (here / "verslag.txt").write_text(long, encoding="utf-8")
    lines = [run("verslag.txt", "--jobs", str(jobs), "--format", "jsonl").stdout for jobs in (1, 2)]
    assert lines[0] == lines[1]
    found = [(each["place"]["line"], each["text"]) for each in json.loads(lines[0])["findings"]]
    assert found == [(4 * number + 2, "Dank\nvoor") for number in range(1000)]


def test_what_checks_can_be_handed_to_a_new_process(here):
    inputs = Inputs(load_config(Path("postlint.toml"), {}), {}, {"channel": "web"})
    checking = pickle.loads(pickle.dumps(Checking(inputs, packs=[])))  # noqa: S301 — our own
    (source,) = read_sources([Path("site/1.md")], None, jsonl=False)
    (report,) = checking.reports(source)
    assert [finding.text for finding in report.findings] == ["Dank voor"]
