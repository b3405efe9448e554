from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.config import load_config
from postlint.pack_tests import prove
from postlint.templates import first_files


def run(*arguments: str):
    return CliRunner().invoke(make_app(), ["init", *arguments])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_it_writes_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setenv("LANGUAGE", lang)
    assert run(str(tmp_path / "new")).exit_code == 0
    config = load_config(tmp_path / "new" / "postlint.toml", {})
    assert config.packs == ("core", tmp_path / "new" / "postlint-rules")
    proof = prove(tmp_path / "new" / "postlint-rules", coverage=True)
    assert (proof.rules, proof.invalid, proof.failures) == (2, [], [])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_key_in_its_comments_is_one(tmp_path: Path, lang: str) -> None:
    lines = first_files(lang)[Path("postlint.toml")].splitlines()
    keys = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith(("# [", "#[["))]
    keys = [key for key in keys if not key.startswith(("calendars", "packs"))]
    (tmp_path / "postlint.toml").write_text("\n".join(keys), encoding="utf-8")
    config = load_config(tmp_path / "postlint.toml", {})
    assert config.rules
    assert config.context.organisation.abbreviations
    assert config.context.embargoes


def test_nothing_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postlint.toml").write_text("# mine\n")
    result = run()
    assert result.exit_code == 0
    assert "There already, left as it is: postlint.toml" in result.output
    assert f"Written: {Path('postlint-rules/pack.yaml')}" in result.output
    assert (tmp_path / "postlint.toml").read_text() == "# mine\n"
    assert "Written" not in run().output


@pytest.mark.parametrize("name", ["file", "file/inside"])
def test_a_folder_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    result = run(os.path.join(str(tmp_path), name))  # noqa: PTH118 — as it is typed
    assert (result.exit_code, "cannot be written" in result.output) == (2, True)
