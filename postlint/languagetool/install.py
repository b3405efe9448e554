"""Installing LanguageTool; here from Maven, with Dutch and English alone. `download` has the other way."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import move, rmtree, which
from tempfile import TemporaryDirectory

from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import (
    CHECKSUMS,
    JAR,
    checksum_of,
    differing,
    installation_folder,
    installation_root,
    telling_line,
)

HERE = Path(__file__).parent
MAIN_CLASS = "org.languagetool.server.HTTPServer"
LIBRARIES = "libs"
MANIFEST_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Installed:
    """What was installed: where, how many files and how many bytes."""

    folder: Path
    files: int
    size: int


def install(fetch: Callable[[Path], None]) -> Installed:
    """Install what `fetch` puts into the folder it is given; what was installed before is replaced at the end.

    Raises:
        Unavailable: it cannot be fetched, or is not what it should be; then what was there stays.
    """
    target = installation_folder()
    try:
        installation_root().mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=installation_root(), prefix=".new-") as temporary:
            new = Path(temporary, target.name)
            fetch(new)
            files = sorted(path for path in new.rglob("*") if path.is_file())
            listed = "".join(f"{checksum_of(path)}  {path.relative_to(new).as_posix()}\n" for path in files)
            (new / CHECKSUMS).write_text(listed, "utf-8")
            installed = Installed(target, len(files), sum(path.stat().st_size for path in files))
            rmtree(target, ignore_errors=True)
            move(new, target)
    except OSError as failed:
        raise Unavailable("not-fetched", str(failed)) from failed
    return installed


def from_maven(folder: Path) -> None:
    """Fetch the jars of `pom.xml`, compare them with `checksums.txt` and put a jar before them that starts them."""
    libraries = folder / LIBRARIES
    _run_maven(libraries)
    listed = (HERE / "checksums.txt").read_text("utf-8")
    for name in differing(libraries, listed):
        raise Unavailable("wrong-checksum", name)
    names = {line.partition("  ")[2] for line in listed.splitlines()}
    for path in libraries.iterdir():
        if path.name not in names:
            raise Unavailable("wrong-checksum", path.name)
    write_starting_jar(folder / JAR, sorted(f"{LIBRARIES}/{name}" for name in names))


def _run_maven(libraries: Path) -> None:
    maven = which("mvn")
    if maven is None:
        raise Unavailable("no-maven")
    pom = HERE / "pom.xml"
    done = subprocess.run(  # noqa: S603 - the user's own Maven, with our pom
        [maven, "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={libraries}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Unavailable("not-fetched", telling_line(done.stdout))


def write_starting_jar(path: Path, class_path: list[str]) -> None:
    """Write a jar that holds nothing but the names of others, and which class starts the server."""
    lines = ["Manifest-Version: 1.0", f"Main-Class: {MAIN_CLASS}", "Class-Path: " + " ".join(class_path)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr("META-INF/MANIFEST.MF", "".join(f"{_folded(line)}\n" for line in lines))


def _folded(line: str) -> str:
    """A line as manifests have it: 72 bytes at most, and a space before each next part."""
    first, rest = line[: MANIFEST_WIDTH - 2], line[MANIFEST_WIDTH - 2 :]
    width = MANIFEST_WIDTH - 3
    return "\n ".join([first, *(rest[at : at + width] for at in range(0, len(rest), width))])
