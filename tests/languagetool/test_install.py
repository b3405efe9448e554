"""Installing: what Maven or the download gives is compared before it takes the place of what was there."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from languagetool.conftest import StandIn

from postlint.languagetool import install as installing
from postlint.languagetool.faults import Unavailable
from postlint.languagetool.install import from_maven, install, write_starting_jar
from postlint.languagetool.installation import VERSION, installation_folder, whole_installation

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


def archive():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in {"languagetool-server.jar": "a jar", "libs/language-nl.jar": "Dutch"}.items():
            packed.writestr(zipfile.ZipInfo(f"LanguageTool-{VERSION}/{name}"), text)
    return content.getvalue()


@pytest.fixture
def downloads():
    """The base address of a place that serves the archive."""
    content = archive()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == f"/LanguageTool-{VERSION}.zip" else 404)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(
    ("checksum", "code", "told"),
    [(hashlib.sha256(archive()).hexdigest(), 0, "2 files"), ("0" * 64, 3, "checksum mismatch")],
    ids=["the right one", "another"],
)
def test_the_download_of_language_tool_python(stand_in: StandIn, tmp_path: Path, downloads, checksum, code, told):
    root = tmp_path / "downloaded"
    environment = os.environ | {
        "LTP_PATH": str(root),
        "LTP_DOWNLOAD_HOST_NEW_RELEASES": downloads,
        "LTP_DOWNLOAD_SHA256": checksum,
        "PATH": str(tmp_path / "bin"),
        "NO_PROXY": "*",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from postlint.cli import main; main()", "languagetool", "install", "--via", "download"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (root / f"LanguageTool-{VERSION}/SHA256SUMS").exists() == (code == 0)
