"""`postlint check --fix` and `--diff`: suggestions that rules vouch for are put in place, or shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import typer

from postlint.cli.exits import ExitCode
from postlint.cli.writers import Outputs, Run, terminal
from postlint.errors import InputError, Refusal, printable, say
from postlint.finding import Finding, Problem, Report
from postlint.fixing import Checked, fixed
from postlint.reporters.masking import covers_of
from postlint.sources.copy import ON_THE_WEB, TRANSLATIONS
from postlint.sources.encoding import coding_of

if TYPE_CHECKING:
    from postlint.cli.inputs import Source
    from postlint.cli.run import Hearing

WRITTEN = frozenset(("", ".txt", ".csv")) | ON_THE_WEB | TRANSLATIONS
"""Endings of files that are written as they are read, sign by sign."""
_COLOURS = {"---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}


class Fixing:
    """Puts suggestions in place in the files of a run, or with `diff` shows what it would change.

    `hearing` sets apart what is known, which stays as it is. `files` counts those that changed, or would. What is left
    as it is, is told on standard error.

    Raises:
        InputErrors: where the drafts do not come from files, or the command is to report as well as to show changes.
    """

    def __init__(
        self, run: Run, asked: Outputs, hearing: Hearing | None = None, *, from_files: bool, diff: bool
    ) -> None:
        self.checking = run.checking
        self.hearing = hearing
        self.unmasked = run.unmasked
        self.diff = diff
        self.files = self.number = 0
        if not from_files:
            what, remedy = say("only files can be fixed"), say("Name files or folders.")
            raise Refusal(what, remedy).at("--diff" if diff else "--fix")
        if diff and asked != Outputs("text"):
            what, remedy = say("the changes are all that is shown"), say("Ask for a report in a run without it.")
            raise Refusal(what, remedy).at("--diff")

    def mended(self, source: Source, reports: list[Report]) -> tuple[Source, list[Report]]:
        """The source with its suggestions in place, and the reports on what it then holds; with `diff` as it was."""
        findings = [finding for report in reports for finding in report.findings if finding.fix]
        if not findings or not isinstance(source.data, bytes):
            return source, reports
        refusal = _refusal(source)
        if refusal:
            _tell(source.name, refusal)
            return source, reports
        before = Checked(source.data, tuple(self.checking.inputs.drafts(source)), tuple(reports))
        after, number, left = fixed(before, lambda data: self._checked(source._replace(data=data), self.hearing))
        for where, what in dict.fromkeys((_where(finding, source), f"{finding.rule}: {why}") for finding, why in left):
            _tell(where, what)
        if not number:
            return source, reports
        if self.diff:
            self._show(source, source._replace(data=after.data))
        else:
            try:
                _write(Path(source.name), before.data, after.data)
            except OSError as error:
                return source, _with_problem(reports, source.name, error)
        self.files += 1
        self.number += number
        return (source, reports) if self.diff else (source._replace(data=after.data), [*after.reports])

    def told(self) -> None:
        """Say how much was put in place."""
        if self.number:
            typer.echo(say("Fixed: {number}. Files: {files}.", number=self.number, files=self.files), err=True)

    def code(self, reports: Iterable[Report]) -> ExitCode:
        """What the exit code says of a run that shows changes; what could not be checked is told on standard error."""
        code = ExitCode.CLEAN
        for report in reports:
            for problem in report.problems:
                _tell(problem.where, problem.told())
                code = ExitCode.INCOMPLETE
        return code or (ExitCode.FINDINGS if self.files else ExitCode.CLEAN)

    def _checked(self, source: Source, hearing: Hearing | None = None) -> Checked:
        assert isinstance(source.data, bytes)  # noqa: S101 — made of bytes that could be read
        drafts = tuple(self.checking.inputs.drafts(source))
        reports = (self.checking.report(source.name, source.suffix, draft) for draft in drafts)
        told = hearing.settled(source, reports) if hearing else reports
        return Checked(source.data, drafts, tuple(told))

    def _show(self, before: Source, after: Source) -> None:
        """Show the lines that differ; what any finding guards is covered, but on the author's own screen."""
        console = terminal()
        unmasked, path = self.unmasked or console.is_terminal, Path(before.name).as_posix()
        old, new = (_lines(_text(self._checked(each), unmasked=unmasked)) for each in (before, after))
        for line in unified_diff(old, new, path, path, lineterm=""):
            if console.is_terminal:
                style = next((style for sign, style in _COLOURS.items() if line.startswith(sign)), None)
                shown = "\n".join(map(printable, line.removesuffix("\r").split("\n")))
                console.print(shown, style=style, markup=False, soft_wrap=True)
            else:
                typer.echo(line)


def _refusal(source: Source) -> str:
    """Why a file is not written at all; nothing where it may be."""
    if source.suffix not in WRITTEN or source.jsonl:
        return say("files of this kind are not written; take over the suggestions by hand")
    path, here = Path(source.name), Path.cwd()
    inside = Path(os.path.abspath(path)).is_relative_to(here)  # noqa: PTH100 — as it is named, links not followed
    if not path.resolve().is_relative_to(here) if inside else path.is_symlink():
        return say("a link leads to it from elsewhere; name the file itself")
    return ""


def _tell(where: str, what: str) -> None:
    typer.echo(f"{printable(where)}: {what}" if where else what, err=True)


def _where(finding: Finding, source: Source) -> str:
    place = finding.place
    return f"{source.name}:{place.line}:{place.column}" if place else source.name


def _write(path: Path, before: bytes, after: bytes) -> None:
    """Put new bytes in place of a file at once, with its mode and owner; `OSError` where that cannot be."""
    real = path.resolve()
    if not os.access(real, os.W_OK):
        raise PermissionError(0, say("it may not be written"))
    if real.read_bytes() != before:
        raise OSError(0, say("it changed in the meantime"))
    with NamedTemporaryFile(dir=real.parent, prefix=".postlint-", delete=False) as file:
        file.write(after)
        file.flush()
        os.fsync(file.fileno())
    try:
        shutil.copymode(real, file.name)
        if hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(file.name, real.stat().st_uid, real.stat().st_gid)
        os.replace(file.name, real)  # noqa: PTH105 — atomic
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise


def _with_problem(reports: list[Report], name: str, error: OSError) -> list[Report]:
    """The reports, the first of which tells that its file could not be written."""
    what = say("The suggestions were not put in place: {reason}.", reason=error.strerror)
    problem = Problem(what=what, remedy=say("Check the file and its folder, and try again."), where=name, file=name)
    return [replace(reports[0], problems=(*reports[0].problems, problem)), *reports[1:]]


def _text(checked: Checked, *, unmasked: bool) -> str:
    """The text of the file, in which what findings guard is covered unless `unmasked`; its lines stay as many."""
    name, mark = coding_of(checked.data)
    text = checked.data[len(mark) :].decode(name)
    for start, end, shown in [] if unmasked else sorted(set(_covers(checked)), reverse=True):
        text = text[:start] + shown + "\n" * text.count("\n", start, end) + text[end:]
    return mark.decode(name) + text


def _covers(checked: Checked) -> Iterator[tuple[int, int, str]]:
    for draft, report in zip(checked.drafts, checked.reports, strict=True):
        if isinstance(draft, InputError) or draft.origin is None:
            continue
        for span, shown in covers_of(report):
            place = draft.origin.place(*span)
            yield place.start, place.end, shown


def _lines(text: str) -> list[str]:
    """The lines without their ends; the last one tells where it has none, as patches do."""
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines
