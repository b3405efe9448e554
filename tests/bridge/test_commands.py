"""`postlint serve` and `postlint pair` as a user runs them, each in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from bridge.running import DUTCH, write_files

from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.service import unit

COMMAND = [sys.executable, "-c", "from postlint.cli import main; main()"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, and a home of its own for what the commands keep."""
    write_files(tmp_path)
    for name in ("STATE", "CONFIG", "RUNTIME"):
        monkeypatch.setenv(f"XDG_{name}_{'DIR' if name == 'RUNTIME' else 'HOME'}", str(tmp_path / name.lower()))
    (tmp_path / "runtime").mkdir(mode=0o700)
    return tmp_path


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=here, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def serving(here: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A bridge at a port that was free, as a service runs it: no terminal."""
    command = [*COMMAND, "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        port = int(process.stdout.readline().partition("127.0.0.1:")[2].partition(";")[0])
        yield process, port
        process.kill()


def test_a_bridge_serves_who_was_paired_and_stops_when_told(here: Path, serving):
    process, port = serving
    address = run(here, "pair", "--address", "LibreOffice", "--port", str(port)).stdout.splitlines()[-1]
    form = {"language": "nl", "text": DUTCH}
    assert len(httpx.post(f"{address}/check", data=form).json()["matches"]) == 1
    assert "LibreOffice" in run(here, "pair", "--list").stdout
    assert run(here, "pair", "--revoke", "1").returncode == 0
    assert httpx.post(f"{address}/check", data=form).status_code == 401
    second = run(here, "serve", "--port", str(port))
    assert (second.returncode, second.stdout) == (2, "")
    assert f"cannot listen at port {port}: Address already in use" in second.stderr
    assert "Does a bridge run already?" in second.stderr
    process.send_signal(signal.SIGTERM)
    rest, errors = process.communicate(timeout=20)
    assert process.returncode in (0, -signal.SIGTERM)
    assert (rest, errors) == ("", "")  # no address, no token, no draft in what a service's log keeps


def test_a_code_is_shown_to_a_person(here: Path):
    assert run(here, "pair").stdout.startswith("Pairing code, for 10 minutes: ")
    assert run(here, "pair", "--list").stdout == "Nobody may ask yet.\n"
    Pairings(here / "state/postlint/bridge.sqlite").new_token("\x1b[2Jevil")
    assert "1  " in (listed := run(here, "pair", "--list").stdout)
    assert "\x1b" not in listed
    unknown = run(here, "pair", "--revoke", "7")
    assert (unknown.returncode, "pair --list" in unknown.stderr) == (2, True)


def test_a_broken_pack_is_told_before_anything_listens(here: Path):
    (here / "own/role/thanks.nl.yaml").write_text("risk: role/bot-speak\n")
    done = run(here, "serve", "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "thanks.nl.yaml:1:1" in done.stderr


def test_the_service_runs_the_bridge_of_here(here: Path):
    done = run(here, "serve", "--install", "--port", "8000")
    assert "systemctl --user enable --now postlint.service" in done.stdout
    written = (here / "config/systemd/user/postlint.service").read_text()
    assert f'"serve" "--port" "8000" "--config" "{here / "postlint.toml"}"' in written
    assert f"WorkingDirectory={here}" in written


def test_nothing_in_a_path_is_expanded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("POSTLINT_PRIVATE", '/a "b"/%h/$HOME.toml')
    written = unit(port=1, config=Path("/een % twee/postlint.toml"))
    assert 'Environment="POSTLINT_PRIVATE=/a \\"b\\"/%%h/$$HOME.toml"' in written
    assert '"/een %% twee/postlint.toml"' in written
    assert "WorkingDirectory=/een %% twee\n" in written


@pytest.mark.parametrize("without", ["starlette", "uvicorn", "httptools", "browser_ext_bridge"])
def test_without_the_extra_postlint_says_how_to_get_it(here: Path, without):
    script = f"import sys; sys.modules[{without!r}] = None; from postlint.cli import main; main()"
    command = [sys.executable, "-c", script, "serve", "--port", "0"]
    done = subprocess.run(command, cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'postlint[bridge]'" in done.stderr


def test_importing_the_commands_loads_no_server():
    script = "import sys, browser_ext_bridge.server.commands; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ)
    assert {"starlette", "uvicorn", "httptools"}.isdisjoint(done.stdout.split())
