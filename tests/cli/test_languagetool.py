from __future__ import annotations

import re
from pathlib import Path

import pytest
from languagetool.conftest import StandIn, kill, servers, stand_in
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.languagetool.server import Managed
from postlint.languagetool.state import runtime_folder

__all__ = ["servers", "stand_in"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder to run in, and a managed server of the test's own that is not left behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    yield
    Managed(runtime_folder()).stop()


def run(*words: str):
    return CliRunner().invoke(make_app("languagetool"), ["languagetool", *words])


def test_from_start_to_stop(stand_in: StandIn) -> None:
    before = run("status")
    assert (before.exit_code, before.stdout.splitlines()[0]) == (
        0,
        "LanguageTool 6.8 does not run; the first check starts it.",
    )
    started = run("start")
    address = re.fullmatch(r"LanguageTool runs at (http://127\.0\.0\.1:\d+/)\n", started.stdout)
    assert address
    assert started.exit_code == 0
    assert run("start").stdout == started.stdout
    status = run("status")
    assert status.exit_code == 0
    assert re.fullmatch(
        rf"LanguageTool 6\.8 runs, at {re.escape(address[1])}\n"
        r"  languages: Dutch, English\n  memory: \d+ MB\n  since: [-\d]+ [:\d]+[+-]\d\d:\d\d\n"
        r"  stops after 15 minutes without a check\n",
        status.stdout,
    )
    assert run("stop").stdout == "LanguageTool is stopped.\n"
    assert (run("stop").stdout, run("stop").exit_code) == ("LanguageTool did not run.\n", 0)


def test_the_idle_time_is_the_configuration_s(stand_in: StandIn) -> None:
    Path("postlint.toml").write_text("[languagetool]\nidle_minutes = 7\n")
    run("start")
    assert "stops after 7 minutes" in run("status").stdout


@pytest.mark.parametrize("command", ["start", "status", "install"])
@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "LanguageTool needs Java 17 or later; this is 8.0_392. — Install Java 17 or later"),
        ("nl", "LanguageTool heeft Java 17 of later nodig; dit is 8.0_392. — Installeer Java 17 of later"),
    ],
)
def test_what_is_missing_is_told_in_both_languages(stand_in: StandIn, monkeypatch, command, lang, told) -> None:
    stand_in.write(version="1.8.0_392")
    monkeypatch.setenv("LANGUAGE", lang)
    result = run(command)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


def test_what_is_not_installed_is_told_with_the_command(stand_in: StandIn, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "elsewhere"))
    result = run("start")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "LanguageTool is not installed. — Install it: postlint languagetool install\n"


def test_status_is_of_the_server_that_the_configuration_names(stand_in: StandIn, servers) -> None:
    other = servers()
    address = other.address()
    Path("postlint.toml").write_text(f'[languagetool]\nserver = "{address}v2"\n')
    assert run("status").stdout == f"LanguageTool 6.8 runs, at {address}\n  languages: Dutch, English\n"
    other.stop()
    gone = run("status")
    assert gone.exit_code == 3
    assert gone.stderr.startswith(f"No LanguageTool answers at {address} — Start it")


def test_status_just_after_java_was_killed(stand_in: StandIn) -> None:
    run("start")
    kill(Managed(runtime_folder()).running().java)
    result = run("status")
    assert (result.exit_code, "does not run" in result.stdout) == (0, True) or (
        result.exit_code == 3 and "No LanguageTool answers" in result.stderr
    )


@pytest.mark.parametrize("command", ["start", "stop", "status"])
def test_a_mistake_in_the_configuration(command: str) -> None:
    Path("postlint.toml").write_text('[languagetool]\nserver = "on"\n')
    result = run(command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "‘on’ is no server of LanguageTool" in result.stderr
