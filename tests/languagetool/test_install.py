"""Installing: what Maven or the download gives is compared before it takes the place of what was there."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import threading
import zipfile
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from conftest import INSTALLED
from languagetool.conftest import StandIn, eventually, gone
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.languagetool import install as installing
from postlint.languagetool.faults import Unavailable
from postlint.languagetool.install import from_maven, install, write_starting_jar
from postlint.languagetool.installation import VERSION, installation_folder, whole_installation
from postlint.languagetool.server import Managed
from postlint.languagetool.state import runtime_folder

JARS = {"language-nl.jar": "Dutch", "language-en.jar": "English"}
MAVEN = """#!{python} -IS
import os, sys
(folder,) = [each.partition("=")[2] for each in sys.argv if each.startswith("-DoutputDirectory=")]
os.makedirs(folder)
for name, text in {jars}.items():
    open(os.path.join(folder, name), "w").write(text)
{then}
"""


@pytest.fixture
def maven(tmp_path, monkeypatch):
    """Lets `mvn` give these jars, and expects `JARS`."""
    lines = [f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in JARS.items()]
    (tmp_path / "checksums.txt").write_text("".join(lines))
    monkeypatch.setattr(installing, "HERE", tmp_path)
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "languagetool"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    def gives(jars, then=""):
        program = tmp_path / "bin/mvn"
        program.parent.mkdir(exist_ok=True)
        program.write_text(MAVEN.format(python=sys.executable, jars=jars, then=then))
        program.chmod(0o755)

    return gives


def test_what_maven_gives_is_installed_and_can_be_verified_again(maven):
    maven(JARS)
    installed = install(from_maven)
    assert installed.folder == installation_folder()
    assert installed.files == 3
    assert whole_installation().name == "languagetool-server.jar"
    assert (installed.folder / "libs/language-nl.jar").read_text() == "Dutch"
    assert [path.name for path in installed.folder.parent.iterdir()] == [f"LanguageTool-{VERSION}"]


@pytest.mark.parametrize(
    ("jars", "then", "cause", "told"),
    [
        (JARS | {"language-nl.jar": "Double Dutch"}, "", "wrong-checksum", "language-nl.jar is not the file"),
        ({"language-en.jar": "English"}, "", "wrong-checksum", "language-nl.jar is not the file"),
        (JARS | {"language-de.jar": "German"}, "", "wrong-checksum", "language-de.jar is not the file"),
        (JARS, "print('[ERROR] no route to host'); sys.exit(1)", "not-fetched", "[ERROR] no route to host"),
    ],
)
def test_nothing_is_installed_that_is_not_as_expected(maven, jars, then, cause, told):
    maven(JARS)
    install(from_maven)
    maven(jars, then)
    with pytest.raises(Unavailable) as unavailable:
        install(from_maven)
    assert unavailable.value.cause == cause
    assert told in unavailable.value.problem.what
    assert whole_installation()  # what was there before
    assert [path.name for path in installation_folder().parent.iterdir()] == [f"LanguageTool-{VERSION}"]


def test_a_relative_folder_is_of_where_postlint_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LTP_PATH", "here")
    assert installation_folder() == tmp_path / "here" / f"LanguageTool-{VERSION}"


def test_without_maven_the_other_way_is_told(maven):
    with pytest.raises(Unavailable) as unavailable:
        install(from_maven)
    assert unavailable.value.cause == "no-maven"
    assert "--via download" in unavailable.value.problem.remedy


def test_the_jar_that_starts_names_all_others_in_lines_that_java_reads(tmp_path):
    names = [f"libs/a-library-with-a-name-{number}.jar" for number in range(50)]
    write_starting_jar(tmp_path / "a.jar", names)
    with zipfile.ZipFile(tmp_path / "a.jar") as jar:
        manifest = jar.read("META-INF/MANIFEST.MF")
    assert max(map(len, manifest.splitlines())) <= 72
    assert f"Class-Path: {' '.join(names)}\n".encode() in manifest.replace(b"\n ", b"")
    assert manifest.endswith(b"\n")


FILES = {"languagetool-server.jar": b"a jar", "libs/language-nl.jar": b"Dutch"}
TEXT = "Please reply at your earliest convenience. He go there."


def archive(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, each in files.items():
            packed.writestr(zipfile.ZipInfo(f"LanguageTool-{VERSION}/{name}"), each)
    return content.getvalue()


@pytest.fixture
def downloads():
    """Serves an archive, at the base address that it gives."""
    with ExitStack() as servers:

        def served(content):
            class Handler(BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200 if self.path == f"/LanguageTool-{VERSION}.zip" else 404)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)

                def log_message(self, *_):
                    pass

            server = servers.enter_context(HTTPServer(("127.0.0.1", 0), Handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield served


def downloaded(root, address, checksum):
    """What `postlint languagetool install` says that fetches from this address into `root`."""
    environment = os.environ | {
        "LTP_PATH": str(root),
        "LTP_DOWNLOAD_HOST_NEW_RELEASES": address,
        "LTP_DOWNLOAD_SHA256": checksum,
        "NO_PROXY": "*",
    }
    return subprocess.run(
        [sys.executable, "-c", "from postlint.cli import main; main()", "languagetool", "install", "--via", "download"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("checksum", "code", "told"),
    [(hashlib.sha256(archive(FILES)).hexdigest(), 0, "2 files"), ("0" * 64, 3, "checksum mismatch")],
    ids=["the right one", "another"],
)
def test_the_download_of_language_tool_python(
    stand_in: StandIn, tmp_path: Path, monkeypatch, downloads, checksum, code, told
):
    root = tmp_path / "downloaded"
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    done = downloaded(root, downloads(archive(FILES)), checksum)
    assert done.returncode == code, done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (root / f"LanguageTool-{VERSION}/SHA256SUMS").exists() == (code == 0)


def test_from_nothing_to_a_check_and_back(tmp_path: Path, monkeypatch, downloads):
    """Downloaded, started by the first check, asked again and stopped; in English, whose rules are read sooner."""
    jars = Path(INSTALLED, f"LanguageTool-{VERSION}")
    content = archive({path.relative_to(jars).as_posix(): path.read_bytes() for path in sorted(jars.rglob("*.jar"))})
    done = downloaded(tmp_path, downloads(content), hashlib.sha256(content).hexdigest())
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.chdir(tmp_path)
    server = Managed(runtime_folder())
    try:
        first, second = (
            CliRunner().invoke(
                make_app("check"), ["check", "--languagetool", "managed", "--lang", "en", "--text", TEXT]
            )
            for _ in range(2)
        )
        assert first.exit_code == second.exit_code != 3, first.output
        assert first.stdout == second.stdout
        assert "at your earliest convenience" in first.stdout
        assert "Is ‘go’ right here?" in first.stdout
        state = server.running()
    finally:
        server.stop()
    assert eventually(lambda: gone(state.java) and gone(state.supervisor))
