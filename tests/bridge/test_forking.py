"""`postlint check` by the process that a bridge keeps ready: what comes out is what comes out without it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bridge.running import DUTCH, ENGLISH, write_files

from postlint import cli
from postlint.cli import ready

COLD = "import sys; from postlint.cli import run; run(sys.argv[1:])"
READY = (
    "import sys; from postlint.cli import socket_path; from postlint.cli.ready import checked_by_bridge; "
    "code = checked_by_bridge(sys.argv[1:], socket_path()); "
    "sys.exit('nobody was ready' if code is None else code)"
)
KEEP = "from browser_ext_bridge.server.forking import main; main()"


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A runtime folder with the socket of a process that is ready."""
    folder = tmp_path_factory.mktemp("run")
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder)}
    write_files(folder)
    (folder / "draft.txt").write_text(f"{DUTCH}! 😀 {ENGLISH}.", encoding="utf-8")
    (folder / "drafts.jsonl").write_text('{"text": "Dag!"}\n{"txt": 1}\n', encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", KEEP],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield folder
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0
    assert not (folder / "postlint/check.sock").exists()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, runtime: Path) -> Path:
    """A folder with a configuration and drafts, for commands that may find the process."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return runtime


def run(code: str, here: Path, arguments: list[str], text: str = "", **environment: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=here,
        env=os.environ | environment,
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("arguments", "text", "environment", "code"),
    [
        (["--text", DUTCH], "", {}, 1),
        (["--text", DUTCH, "--fail-on", "never", "--format", "json"], "", {}, 0),
        (["draft.txt", "drafts.jsonl", "--format", "jsonl"], "", {}, 3),
        ([], f"{DUTCH}.", {"COLUMNS": "40", "LANGUAGE": "nl"}, 1),
        (["--text", DUTCH], "", {"PYTHONIOENCODING": "ascii:backslashreplace"}, 1),
        (["--help"], "", {"LANGUAGE": "nl"}, 0),
        (["--chanel", "x"], "", {}, 2),
        (["--pack", "./nowhere", "--text", "Dag!"], "", {}, 2),
        (["nowhere.txt"], "", {"TZ": "America/New_York"}, 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_output_is_the_same_to_the_byte(here: Path, arguments, text, environment, code):
    cold = run(COLD, here, ["check", *arguments], text, **environment)
    assert cold[0] == code
    assert run(READY, here, ["check", *arguments], text, **environment) == cold


def test_a_check_is_of_its_own_configuration(here: Path):
    assert run(READY, here, ["check", "--text", DUTCH])[0] == 1
    (here / "other.toml").write_text('packs = ["./own"]\nignore = ["role"]\n')
    assert run(READY, here, ["check", "--config", "other.toml", "--text", DUTCH])[0] == 0


def test_the_command_itself_uses_it(here: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("postlint.cli.ready.checked_by_bridge", lambda arguments, _path: len(arguments))
    monkeypatch.setattr("sys.argv", ["postlint", "check", "a", "b"])
    from postlint.cli import main

    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3


def test_nobody_else_is_believed(here: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder in which others may write, another user's socket, and no socket at all."""
    folder = Path(os.environ["XDG_RUNTIME_DIR"]) / "postlint"
    folder.chmod(0o755)
    assert ready.checked_by_bridge(["check"], cli.socket_path()) is None
    folder.chmod(0o700)
    with monkeypatch.context() as patch:
        patch.setattr("os.geteuid", lambda: os.getuid() + 1)
        assert ready.checked_by_bridge(["check"], cli.socket_path()) is None
    with monkeypatch.context() as patch:
        patch.setattr(ready, "peer", lambda _connection: os.getuid() + 1)
        assert ready.checked_by_bridge(["check"], cli.socket_path()) is None
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(here / "own"))
    assert ready.checked_by_bridge(["check"], cli.socket_path()) is None


def test_another_postlint_checks_itself(here: Path):
    """One with other flags of Python, or of another place, is not the one that is ready."""
    code, _, told = run(READY, here, ["check", "--text", DUTCH], PYTHONOPTIMIZE="1")
    assert (code, told) == (1, b"nobody was ready\n")


def test_without_a_bridge_nothing_is_loaded_for_it(tmp_path: Path):
    told_by_run = "print('postlint.cli.ready' in sys.modules)"
    script = f"import sys; from postlint import cli; cli.run = lambda _: {told_by_run}; cli.main()"
    code, told, _ = run(script, tmp_path, ["check"], XDG_RUNTIME_DIR=str(tmp_path))
    assert (code, told) == (0, b"False\n")
