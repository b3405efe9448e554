"""`postlint desk` as a user runs it: which bridge it opens, where, and what it says when it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from bridge.running import write_files

from browser_ext_bridge.server.app import DESK_FILES, make_app
from browser_ext_bridge.server.opening import is_own_bridge
from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.serving import listening_socket, server_of
from browser_ext_bridge.server.warm import WarmLinter

DESK = """
import sys
from pathlib import Path
from browser_ext_bridge.server import app
app.DESK_FILES = Path(sys.argv[1])
from browser_ext_bridge.server.commands import desk
desk(port=int(sys.argv[2]), browser=sys.argv[3] == "browser")
"""
BROWSER = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and a desk, and a home of its own for what the commands keep."""
    write_files(tmp_path)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/index.html").write_text("<!doctype html><title>desk</title>")
    for name in ("STATE_HOME", "CONFIG_HOME", "RUNTIME_DIR"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / "home"))
    (tmp_path / "home").mkdir(mode=0o700)
    return tmp_path


@pytest.fixture
def pairings(here: Path) -> Iterator[Pairings]:
    pairings = Pairings(here / "home/postlint/bridge.sqlite")
    yield pairings
    pairings.close()


@pytest.fixture
def port(here: Path, pairings: Pairings) -> Iterator[int]:
    """Of a bridge that runs in this process."""
    listening = listening_socket(0)
    own = Pairings(here / "home/postlint/bridge.sqlite")
    server = server_of(make_app(WarmLinter(here), own, desk=here / "desk"))
    serving = threading.Thread(target=server.run, args=([listening],))
    serving.start()
    yield listening.getsockname()[1]
    server.should_exit = True
    serving.join()


def desk_command(port: int, *, browser: bool = False, files: Path = DESK_FILES) -> list[str]:
    return [sys.executable, "-c", DESK, str(files), str(port), "browser" if browser else "none"]


def address_in(line: str) -> str:
    return line.rpartition(" ")[2].strip()


def test_it_opens_the_bridge_that_runs(here: Path, port: int):
    opened = here / "opened.txt"
    (here / "browser.py").write_text(BROWSER)
    browser = {"BROWSER": f"{sys.executable} {here / 'browser.py'} {opened} %s"}
    command = desk_command(port, browser=True)
    done = subprocess.run(
        command, cwd=here, env=os.environ | browser, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("The desk, once, within 10 minutes: http://127.0.0.1:")
    address = opened.read_text()
    assert address == address_in(done.stdout)
    with httpx.Client() as client:
        assert "<title>desk</title>" in client.get(address, follow_redirects=True).text
        assert "Run `postlint desk` for a new one." in client.get(address).text


def test_it_starts_a_bridge_where_none_runs(here: Path):
    with subprocess.Popen(desk_command(0), cwd=here, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        said = [process.stdout.readline(), process.stdout.readline()]
        with httpx.Client() as client:
            shown = client.get(address_in(said[1]), follow_redirects=True)
        process.kill()
    assert "Ctrl+C" in said[0]
    assert "desk.js" in shown.text


def test_a_desk_without_its_files_says_how_to_get_them(here: Path):
    command = desk_command(0, files=here / "none")
    done = subprocess.run(command, cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert "this postlint has no desk" in done.stderr
    assert "make desk" in done.stderr


class Impostor(BaseHTTPRequestHandler):
    """A program at the bridge's port that passes the challenge on to the real one; it says what that says."""

    real: int

    def do_GET(self) -> None:
        answer = httpx.get(f"http://127.0.0.1:{self.real}{self.path}", headers={"Host": self.headers["Host"]})
        self.send_response(answer.status_code)
        self.end_headers()
        self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_program_that_passes_the_question_on_is_no_bridge(pairings: Pairings, port: int):
    class Between(Impostor):
        real = port

    with HTTPServer(("127.0.0.1", 0), Between) as server:
        answering = threading.Thread(target=server.handle_request)
        answering.start()
        assert is_own_bridge(port, pairings)
        assert not is_own_bridge(server.server_port, pairings)
        answering.join()


@pytest.mark.parametrize("answer", [b"", b"null", b"{}", b'{"proof": 1}', b"hello"])
def test_what_says_something_else_is_no_bridge(pairings: Pairings, answer: bytes):
    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Other) as server:
        answering = threading.Thread(target=server.handle_request)
        answering.start()
        assert not is_own_bridge(server.server_port, pairings)
        answering.join()
