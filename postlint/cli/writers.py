"""How reports leave a command: written in one or more formats as they come, and counted for the exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NamedTuple, TextIO

import typer

from postlint.cli.exits import ExitCode
from postlint.cli.settings import interface_lang
from postlint.errors import InputError, Refusal, nearest, quoted, say

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from postlint.cli.checking import Checking
    from postlint.cli.inputs import Inputs
    from postlint.document import Draft
    from postlint.engine import Linter
    from postlint.finding import By, Report
    from postlint.reporters.change import Noted


def checked(linter: Linter, draft: Draft | InputError, today: Callable[[], date] | None = None) -> Report:
    """The report on a draft; of one that could not be read, a report that says so.

    `today` is asked only where there may be exceptions.
    """
    from postlint.finding import Problem, Report

    if not isinstance(draft, InputError):
        return linter.check(draft, today() if today and linter.may_except(draft) else None)
    place = f"{draft.file}:{draft.line}:{draft.column}" if draft.line else draft.file
    problem = Problem(
        what=draft.what, remedy=draft.remedy, where=place, file=draft.file, line=draft.line, column=draft.column
    )
    return Report(text="", lang=None, problems=(problem,))


def code_of(report: Report, threshold: int | None) -> ExitCode:
    """The exit code that one report makes; `threshold` is the severity from which findings count."""
    if not report.complete:
        return ExitCode.INCOMPLETE
    found = threshold is not None and any(finding.severity >= threshold for finding in report.findings)
    return ExitCode.FINDINGS if found else ExitCode.CLEAN


@cache
def terminal(*, stderr: bool = False) -> Console:
    """The author's screen: one for all that is written there, so that a bar and the reports make way for each other."""
    from rich.console import Console

    return Console(highlight=False, stderr=stderr)


class Count:
    """How many drafts a run had; a sound page leaves no other trace in a report for people."""

    def __init__(self) -> None:
        self.pages = self.drafts = self.found = self.incomplete = 0
        self.suppressed: Counter[By] = Counter()

    def added(self, report: Report) -> Report:
        """Count a report, and hand it on."""
        if report.on_draft:
            self.pages += bool(report.passages)
            self.drafts += 1
            self.found += bool(report.findings)
            self.incomplete += not report.complete
            self.suppressed.update(each.by for each in report.suppressed)
        return report

    def in_words(self) -> str:
        """The numbers, for the last line."""
        from postlint.reporters.text import left_out

        words = say("Checked: {drafts}. With findings: {found}.", drafts=self.drafts, found=self.found)
        incomplete = say("Not (fully) checked: {count}.", count=self.incomplete) if self.incomplete else ""
        return " ".join(filter(None, [words, incomplete, left_out(self.suppressed)]))


class Run(NamedTuple):
    """What a format may tell of the run besides its reports.

    `older` are the findings of the report that this one is compared with. `unmasked` is heard by `UNMASKED` alone.
    """

    checking: Checking
    threshold: int | None
    unmasked: bool = False
    older: Mapping[str, Noted] | None = None

    @property
    def inputs(self) -> Inputs:
        """Where the drafts come from, with the configuration."""
        return self.checking.inputs


Reports = Iterable["Report"]
Write = Callable[[str], object]


def _text(reports: Reports, run: Run) -> Iterator[str]:
    from postlint.reporters.text import plain_report

    width = get_terminal_size().columns
    count = Count()
    for report in reports:
        shown = plain_report(report, width, unmasked=run.unmasked, now=run.inputs.now)
        count.added(report)
        yield shown + "\n" if shown else ""
    if count.pages:
        yield count.in_words() + "\n"


def _jsonl(reports: Reports, run: Run) -> Iterator[str]:
    from postlint.reporters.json import json_line
    from postlint.reporters.masking import masked

    for report in reports:
        yield json_line(report if run.unmasked else masked(report)) + "\n"


def _json(reports: Reports, run: Run) -> Iterator[str]:
    from postlint.reporters.json import json_run
    from postlint.reporters.masking import masked

    yield from json_run(report if run.unmasked else masked(report) for report in reports)
    yield "\n"


def _sarif(reports: Reports, run: Run) -> Iterator[str]:
    from postlint.reporters.sarif import sarif
    from postlint.rule_help import rule_help

    changes = run.inputs.settings.rules
    return sarif(reports, lambda wanted: rule_help(run.checking.packs, changes, wanted))


def _github(reports: Reports, _: Run) -> Iterator[str]:
    from postlint.reporters.github import github

    return github(reports)


def _gitlab(reports: Reports, _: Run) -> Iterator[str]:
    from postlint.reporters.gitlab import gitlab

    return gitlab(reports)


def _junit(reports: Reports, run: Run) -> Iterator[str]:
    from postlint.reporters.junit import junit

    return junit(reports, run.threshold)


def _rdjson(reports: Reports, _: Run) -> Iterator[str]:
    from postlint.reporters.rdjson import rdjson

    return rdjson(reports)


def _checkstyle(reports: Reports, _: Run) -> Iterator[str]:
    from postlint.reporters.checkstyle import checkstyle

    return checkstyle(reports)


def _html(reports: Reports, run: Run) -> Iterator[str]:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from postlint.reporters.html import html

    made = datetime.now(ZoneInfo(run.inputs.settings.context.organisation.timezone))
    return html(reports, made=made, lang=interface_lang(), older=run.older)


FORMATS = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "checkstyle": _checkstyle,
    "html": _html,
}
"""How each format is written: the reports of a run go in, and its text comes out in pieces."""


UNMASKED = ("text", "json", "jsonl")
"""The formats that an author may read; those that go round are covered up always."""


class Outputs(NamedTuple):
    """Where the reports go: to standard output in the format `screen`, and to files in others."""

    screen: str
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def formats(self) -> list[str]:
        """All formats that are written."""
        return [self.screen, *(name for name, _ in self.files)]

    def written(self, reports: Reports, run: Run) -> Iterator[Report]:
        """Write the reports as they come, and pass them on to be counted.

        Raises:
            InputErrors: where a file cannot be written, before any draft is read.
        """
        with ExitStack() as stack:
            files = [(name, stack.enter_context(_opened(path))) for name, path in self.files]
            if self.screen == "text" and sys.stdout.isatty():
                passing = _on_terminal(reports, run)
            else:
                passing = _passing(reports, self.screen, run, lambda piece: typer.echo(piece, nl=False))
            for name, file in files:
                passing = _passing(passing, name, run, file.write)
            yield from passing


def outputs(screen: str, reports: list[str], *, unmasked: bool) -> Outputs:
    """What the options ask for; `reports` are FORMAT=FILE. `InputErrors` where they ask for what cannot be."""
    if unmasked and screen not in UNMASKED:
        what = say("the format {name} is always covered up", name=quoted(screen))
        raise Refusal(what, say("Leave it out; only these show all: {names}.", names=", ".join(UNMASKED))).at(
            "--unmasked"
        )
    return Outputs(screen, tuple(_file_asked_for(given) for given in reports))


def _file_asked_for(given: str) -> tuple[str, Path]:
    name, _, path = given.partition("=")
    if name not in FORMATS:
        raise Refusal(say("{name} is no format", name=quoted(name)), nearest(name, FORMATS)).at("--report")
    if not path:
        raise Refusal(say("there is no file to write to"), say("Write it as sarif=postlint.sarif.")).at("--report")
    return name, Path(path)


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        what = say("cannot write here: {reason}", reason=error.strerror)
        raise Refusal(what, say("Name another file.")).at(str(path)) from None


def _passing(reports: Reports, name: str, run: Run, write: Write) -> Iterator[Report]:
    """Write the reports in a format, and pass on each that has been read for it."""
    read: list[Report] = []

    def reading() -> Iterator[Report]:
        for report in reports:
            read.append(report)
            yield report

    for piece in FORMATS[name](reading(), run):
        write(piece)
        yield from read
        read.clear()
    yield from read


def _on_terminal(reports: Reports, run: Run) -> Iterator[Report]:
    """Write them in colour and unmasked, since a terminal is the author's own screen."""
    from postlint.reporters.text import print_report

    console = terminal()
    count = Count()
    for report in reports:
        print_report(report, console, unmasked=True, now=run.inputs.now)
        yield count.added(report)
    if count.pages:
        console.print(count.in_words())
