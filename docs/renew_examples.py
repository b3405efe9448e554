"""Runs the `$ postlint …` commands of README.md and docs/*.md, and writes down what they print now.

Run `python docs/renew_examples.py` when a rule or a report has changed; then read what `git diff` shows. A command
without output in its page is run too, and stays without. Commands of a page share one folder that begins empty.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PROMPT = "$ "
_COMMAND = "from postlint.cli import main; main()"
_SCREEN = {
    "CI": "",
    "COLUMNS": "80",
    "LANGUAGE": "en",
    "LC_ALL": "C.UTF-8",
    "PYTHONPATH": str(ROOT),
    "PYTHONIOENCODING": "utf-8",
}


class CommandError(Exception):
    """A command of a page was used wrongly or could not check everything; holds what it said."""


def renewed(page: str, folder: Path, environment: Mapping[str, str]) -> str:
    """The page with what its commands print when they are run in `folder`.

    Raises:
        CommandError: where a command ends with an exit code other than 0 or 1.
    """
    return CONSOLE.sub(lambda block: "".join(_renewed_block(block.group(), folder, environment)), page)


def _renewed_block(block: str, folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    for entry in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        command, _, shown = entry.partition("\n")
        if not command.startswith(f"{PROMPT}postlint "):
            yield entry
            continue
        printed = _printed(shlex.split(command.removeprefix(PROMPT), comments=True)[1:], folder, environment)
        yield f"{command}\n{printed}" if shown.strip() else entry


def _printed(arguments: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 — the commands stand in our own pages
        [sys.executable, "-c", _COMMAND, *arguments],
        cwd=folder,
        env={**environment, **_SCREEN},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise CommandError(f"postlint {shlex.join(arguments)} ends with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    for path in PAGES:
        with TemporaryDirectory() as empty:
            path.write_text(renewed(path.read_text(encoding="utf-8"), Path(empty), os.environ), encoding="utf-8")
