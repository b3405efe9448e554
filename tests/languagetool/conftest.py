"""A managed server that the whole session shares, and a stand-in of Java that starts in a moment."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from postlint.languagetool.installation import CHECKSUMS, JAR, VERSION, checksum_of
from postlint.languagetool.server import Managed

PATIENCE = 300.0
"""Seconds in which what a test waits for has to happen; it goes on as soon as it has."""
STAND_IN = """#!{python} -IS
import http.server, json, os, sys, threading
if "-version" in sys.argv:
    print('openjdk version "{version}" 2025-04-15')
    sys.exit()
open({log!r}, "a").write(f"{{os.getpid()}}\\n")
print("A line before.", flush=True)
{start}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        {answer}
        if self.path == "/v2/info":
            body = json.dumps({{"software": {{"version": "6.8"}}}})
        else:
            body = json.dumps([{{"code": "nl"}}, {{"code": "en"}}, {{"code": "es"}}])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())
    def do_POST(self):
        open({log!r} + "-texts", "ab").write(self.rfile.read(int(self.headers["Content-Length"])) + b"\\n")
        self.send_error(503)
    def log_message(self, *_):
        pass
try:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Handler)
except OSError:
    print("org.languagetool.server.PortBindingException: it is in use")
    sys.exit(1)
print("Server started", flush=True)
server.serve_forever()
"""


@dataclass(frozen=True)
class StandIn:
    """A Java that is none, an installation that holds nothing, and the process ids of what was started.

    It answers no question about a text, but keeps what it was asked.
    """

    folder: Path

    @property
    def texts(self) -> list[str]:
        log = self.folder / "started-texts"
        return log.read_text().splitlines() if log.exists() else []

    @property
    def started(self) -> list[int]:
        log = self.folder / "started"
        return [int(line) for line in log.read_text().split()] if log.exists() else []

    def write(self, *, version: str = "17.0.1", start: str = "", answer: str = "") -> None:
        """Let Java tell this version, do this before it serves, and this before each answer."""
        java = self.folder / "bin/java"
        java.parent.mkdir(exist_ok=True)
        log = str(self.folder / "started")
        text = STAND_IN.format(python=sys.executable, version=version, log=log, start=start, answer=answer or "pass")
        java.write_text(text, "utf-8")
        java.chmod(0o755)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    installed = tmp_path / f"LanguageTool-{VERSION}"
    installed.mkdir()
    (installed / JAR).write_text("a jar")
    (installed / CHECKSUMS).write_text(f"{checksum_of(installed / JAR)}  {JAR}\n")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    java = StandIn(tmp_path)
    java.write()
    return java


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Callable[..., Managed]]:
    """Makes managed servers with a folder of the test's own; none is left when it ends."""
    folder = tmp_path / "runtime"
    yield lambda **options: Managed(folder, **options)
    Managed(folder).stop()


def gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has collected yet has."""
    try:
        return psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def eventually(happened: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Whether it happens at last."""
    patience = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > patience:
            return False
        time.sleep(0.02)
    return True


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)
