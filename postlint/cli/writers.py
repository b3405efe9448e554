"""How reports leave a command: written in a format as they come, and counted for the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer

from postlint.cli.exits import ExitCode
from postlint.errors import InputError, say

if TYPE_CHECKING:
    from postlint.cli.inputs import Inputs
    from postlint.document import Draft
    from postlint.engine import Linter
    from postlint.finding import Report


def checked(linter: Linter, draft: Draft | InputError) -> Report:
    """The report on a draft; of one that could not be read, a report that says so."""
    from postlint.finding import Problem, Report

    if not isinstance(draft, InputError):
        return linter.check(draft)
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


class Count:
    """How many drafts a run had; a sound page leaves no other trace in a report for people."""

    def __init__(self) -> None:
        self.pages = self.drafts = self.found = self.incomplete = 0

    def added(self, report: Report) -> Report:
        """Count a report, and hand it on."""
        self.pages += bool(report.passages)
        self.drafts += 1
        self.found += bool(report.findings)
        self.incomplete += not report.complete
        return report

    def in_words(self) -> str:
        """The numbers, for the last line."""
        words = say("Checked: {drafts}. With findings: {found}.", drafts=self.drafts, found=self.found)
        return words + (" " + say("Not (fully) checked: {count}.", count=self.incomplete) if self.incomplete else "")


def _write_text(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:
    """On a terminal in colour and unmasked, since that is the author's own screen; elsewhere plain."""
    if not sys.stdout.isatty():
        from postlint.reporters.text import plain_report

        width = get_terminal_size().columns
        count = Count()
        for report in reports:
            if shown := plain_report(report, width, unmasked=unmasked, now=inputs.now):
                typer.echo(shown)
            yield count.added(report)
        if count.pages:
            typer.echo(count.in_words())
        return
    from rich.console import Console

    from postlint.reporters.text import print_report

    console = Console(highlight=False)
    count = Count()
    for report in reports:
        print_report(report, console, unmasked=True, now=inputs.now)
        yield count.added(report)
    if count.pages:
        console.print(count.in_words())


def _write_lines(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:  # noqa: ARG001 — one signature for all formats
    from postlint.reporters.json import json_line
    from postlint.reporters.masking import masked

    for report in reports:
        typer.echo(json_line(report if unmasked else masked(report)))
        yield report


def _write_json(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:  # noqa: ARG001 — one signature for all formats
    from postlint.reporters.json import json_run
    from postlint.reporters.masking import masked

    seen = list(reports)
    typer.echo(json_run(report if unmasked else masked(report) for report in seen))
    yield from seen


WRITERS = {"text": _write_text, "json": _write_json, "jsonl": _write_lines}
"""How each format is written: reports go in, are written, and come out again to be counted."""
