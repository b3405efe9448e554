"""What has changed in a git repository since a commit: files, and lines in them. git itself is asked."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from postlint.errors import Refusal, printable, quoted, say
from postlint.finding import Finding, Report

Lines = list[tuple[int, int]]
"""First and last line of each stretch that was changed or added."""

_DIFF = (
    *("-c", "core.quotePath=false", "diff", "--find-renames", "--diff-filter=d", "--ignore-submodules", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/"),
)
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


@dataclass(frozen=True)
class Changed:
    """The files of a repository that differ from an older commit, with the lines that do; `None` where all count."""

    root: Path
    lines: Mapping[str, Lines | None]
    tracked: frozenset[str]

    def has(self, file: Path) -> bool:
        """Whether the file has changed; one that git does not know is new."""
        name = self._name(file)
        return name in self.lines or name not in self.tracked

    def narrowed(self, file: Path, report: Report) -> Report:
        """The report with the findings on changed lines of the file, and those about its text as a whole."""
        changed = self.has(file)
        lines = self.lines.get(self._name(file)) if changed else []
        if lines is None:
            return report

        def touched(finding: Finding) -> bool:
            place = finding.place
            if finding.whole or place is None:
                return changed
            return any(first <= place.end_line and place.line <= last for first, last in lines)

        found = [*report.findings, *(each.finding for each in report.suppressed)]
        return replace(
            report,
            findings=tuple(filter(touched, report.findings)),
            suppressed=tuple(each for each in report.suppressed if touched(each.finding)),
            untold=tuple(finding for finding in found if not touched(finding)),
        )

    def _name(self, file: Path) -> str:
        """The file's name in the repository; a link has its own."""
        return os.path.relpath(file.parent.resolve() / file.name, self.root).replace(os.sep, "/")


def changed_since(ref: str, folder: Path) -> Changed:
    """What has changed in the repository around `folder` since its history parted from that of `ref`.

    What is not committed yet, and files that git does not track, count too.

    Raises:
        Refusal: where there is no git, no repository or no such commit.
    """
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))).resolve()
    base = _parting(ref, root)
    lines: dict[str, Lines | None] = dict(_changed_lines(_git(root, *_DIFF, "--unified=0", base, "--")))
    lines |= dict.fromkeys(_not_text(_git(root, *_DIFF, "--numstat", "-z", base, "--")))
    tracked = frozenset(map(os.fsdecode, _git(root, "ls-files", "-z").split(b"\0")))
    return Changed(root, lines, tracked)


def _parting(ref: str, root: Path) -> str:
    """The commit at which the history of `ref` and ours parted; without one in common `ref` itself."""
    commit = _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    parted = _asked(root, "merge-base", commit, "HEAD") if commit else ""
    if not parted and _asked(root, "rev-parse", "--is-shallow-repository") == "true":
        what = say("this clone is shallow, so that {ref} cannot be compared with", ref=quoted(ref))
        ways = "fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab), git fetch --unshallow"
        remedy = say("Fetch the whole history: {ways}.", ways=ways)
        raise Refusal(what, remedy)
    if not commit:
        what = say("{ref} is no commit, branch or tag here", ref=quoted(ref))
        raise Refusal(what, say("Write it as git knows it, such as origin/main; it may have to be fetched first."))
    return parted or commit


def _changed_lines(patch: bytes) -> Iterator[tuple[str, Lines]]:
    """The files in a patch without context, each with the lines that it changes or adds."""
    rows = iter(patch.split(b"\n"))
    for row in rows:
        if row.startswith(b"+++ "):
            lines: Lines = []
            yield _path(row[len(b"+++ ") :]), lines
        elif hunk := _HUNK.match(row):
            gone, first, added = (1 if number is None else int(number) for number in hunk.groups())
            if added:
                lines.append((first, first + added - 1))
            _pass_over(rows, gone + added)


def _pass_over(rows: Iterator[bytes], count: int) -> None:
    """Go past so many lines of a file, which may look like anything."""
    while count:
        count -= not next(rows).startswith(b"\\")  # which says that no line end follows


def _path(written: bytes) -> str:
    """The name in the header of a patch, behind `b/`; one with signs that steer is quoted as in C."""
    quoted_name = _QUOTED.fullmatch(written)
    if quoted_name is None:
        return os.fsdecode(written.removesuffix(b"\t").removeprefix(b"b/"))
    name = _ESCAPE.sub(_escaped, quoted_name[1])
    return os.fsdecode(name.removeprefix(b"b/"))


def _escaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8)]) if len(code) > 1 else _ESCAPED.get(code, code)


def _not_text(counts: bytes) -> Iterator[str]:
    """The files of which git counts no lines (`--numstat -z`); of one that was renamed the new name."""
    fields = iter(counts.split(b"\0"))
    for field in fields:
        added, _, rest = field.partition(b"\t")
        name = rest.partition(b"\t")[2]
        if field and not name:
            next(fields)
            name = next(fields)
        if added == b"-":
            yield os.fsdecode(name)


def _asked(root: Path, *arguments: str) -> str:
    """What git answers; nothing where it refuses."""
    done = _run(root, arguments)
    return "" if done.returncode else os.fsdecode(done.stdout).strip()


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, arguments)
    if done.returncode:
        said = printable(done.stderr.decode("utf-8", errors="replace").strip())
        what = say("git could not tell what has changed: {said}", said=said)
        raise Refusal(what, say("Run it in a repository of git."))
    return done.stdout


def _run(root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 — the user's git
    except OSError as error:
        what = say("git could not be started: {reason}", reason=error.strerror or type(error).__name__)
        raise Refusal(what, say("Install it, or leave the option out.")) from None
