"""Where LanguageTool is installed, whether it is whole, and the Java that runs it."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from postlint.languagetool.faults import Unavailable

VERSION = "6.8"
OLDEST_JAVA = 17
JAR = "languagetool-server.jar"
CHECKSUMS = "SHA256SUMS"
JAVA_PATIENCE = 60.0
"""Seconds in which Java has to tell its version."""


def installation_root() -> Path:
    """The folder of all versions: `LTP_PATH`, as in language-tool-python, or one in the user's own data folder."""
    if path := os.environ.get("LTP_PATH"):
        return Path(path).absolute()  # Maven and Java run in folders of their own
    from platformdirs import user_data_path

    return user_data_path("postlint", appauthor=False) / "languagetool"


def installation_folder() -> Path:
    """The folder of the version that postlint works with."""
    return installation_root() / f"LanguageTool-{VERSION}"


def java_path() -> str | None:
    """The `java` of JAVA_HOME, or else the first on the search path."""
    home = os.environ.get("JAVA_HOME")
    return (which("java", path=str(Path(home, "bin"))) if home else None) or which("java")


def working_java() -> str:
    """The path of a Java that is recent enough; `Unavailable` where there is none."""
    java = java_path()
    if java is None:
        raise Unavailable("no-java")
    version = java_version(java)
    if int(version.split(".")[0]) < OLDEST_JAVA:
        raise Unavailable("old-java", version)
    return java


def java_version(java: str) -> str:
    """What a Java calls its version, without the `1.` that it once began with; `Unavailable` where it does not run."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own Java
            [java, "-version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=JAVA_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as broken:
        raise Unavailable("broken-java", type(broken).__name__) from broken
    version = re.search(r'version "(?:1\.)?(\d[^"]*)"', done.stdout)
    if done.returncode or version is None:
        raise Unavailable("broken-java", telling_line(done.stdout))
    return version[1]


def telling_line(output: str) -> str:
    """The line of a program's output that tells why it failed: the first that speaks of an error, or else the last."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return next((line for line in lines if re.search("error|exception", line, re.IGNORECASE)), (lines or ["?"])[-1])


def whole_installation() -> Path:
    """The jar that starts the server; `Unavailable` where it is not installed, or a file is not as it was."""
    folder = installation_folder()
    try:
        listed = (folder / CHECKSUMS).read_text("utf-8")
    except OSError:
        raise Unavailable("not-installed") from None
    for name in differing(folder, listed):
        raise Unavailable("damaged", name)
    return folder / JAR


def differing(folder: Path, listed: str) -> Iterator[str]:
    """The files of a list of checksums that `folder` does not have with that content, by their names in it."""
    for line in listed.splitlines():
        checksum, _, name = line.partition("  ")
        if checksum_of(folder / name) != checksum:
            yield name


def checksum_of(path: Path) -> str | None:
    """The SHA-256 of a file's content in hexadecimal; `None` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
