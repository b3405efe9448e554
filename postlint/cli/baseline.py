"""`postlint baseline`: record the findings that are there now, so that a check tells of new ones alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.checking import Checking
from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.inputs import Inputs, choose_files, read_sources
from postlint.cli.options import (
    Configuration,
    ContextFile,
    LanguageToolServer,
    LeftOut,
    MorePacks,
    Processes,
    context_file,
    moments_given,
    with_languagetool,
)
from postlint.cli.settings import settings_here
from postlint.config import BASELINE
from postlint.errors import Refusal, say

if TYPE_CHECKING:
    from postlint.baseline import Entries
    from postlint.cli.inputs import Source
    from postlint.finding import Report

HELP = say(
    "Record the findings that are there now, as hashes, in {file}: `postlint check` then tells of new ones alone.\n\n"
    "Example: postlint baseline content/",
    file=BASELINE,
)


def baseline(
    files: Annotated[list[Path], typer.Argument(help=say("What to record of: files, folders or patterns."))],
    *,
    to: Annotated[
        Path | None, typer.Option("--baseline", help=say("The file to write; else {file} here.", file=BASELINE))
    ] = None,
    publish_at: Annotated[
        str | None, typer.Option(help=say("When it is posted, as 2026-05-01T09:00:00+02:00."))
    ] = None,
    context: ContextFile = None,
    config: Configuration = None,
    pack: MorePacks = None,
    jobs: Processes = None,
    exclude: LeftOut = None,
    languagetool: LanguageToolServer = None,
) -> None:
    """Record findings, and leave with 3 where not everything could be checked."""
    from postlint.cli.run import reports_of

    with mistakes_explained():
        settings = with_languagetool(settings_here(config), languagetool)
        inputs = Inputs(settings, context_file(context, settings), moments_given(settings, publish_at=publish_at))
        paths = choose_files(files, exclude or [], settings)
        recording = Recording(to or settings.folder / BASELINE)
        checking = Checking(inputs, packs=pack or [], overheard=True)
        reports = reports_of(read_sources(paths, None, jsonl=False), paths, checking, recording, jobs=jobs, cached=True)
        complete = True
        for report in reports:
            complete &= report.complete
            for problem in report.problems:
                typer.echo(f"{problem.where}: {problem.told()}", err=True)
        recording.save()
        typer.echo(recording.in_words())
    raise typer.Exit(ExitCode.CLEAN if complete else ExitCode.INCOMPLETE)


class Recording:
    """Takes the findings of a run for the baseline at `path`; what was recorded there of other files stays."""

    def __init__(self, path: Path) -> None:
        from postlint.baseline import Baseline, read_baseline

        self._path = path
        self._before = read_baseline(path)[0] if path.exists() else Baseline()
        self._now: dict[str, Entries] = {}

    def settled(self, source: Source, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports on a source, of which the findings are recorded."""
        from postlint.sources.files import from_root

        entries: Entries = Counter()
        for report in reports:
            entries.update(entry for entry in self._before.entries(report) if entry)
            yield report
        if isinstance(source.data, bytes):
            self._now[from_root(Path(source.name), self._path.parent)] = entries

    def told(self) -> Iterable[Report]:
        """Nothing: there is no run to compare with."""
        return ()

    def save(self) -> None:
        """Write the file; one that is there keeps its key, so that what stays the same stays as it was.

        Raises:
            InputErrors: where it cannot be written.
        """
        folder = self._path.parent
        others = {file: entries for file, entries in self._before.files.items() if (folder / file).exists()}
        files = {file: entries for file, entries in (others | self._now).items() if entries}
        new = self._path.with_name(self._path.name + ".new")
        try:
            new.write_text(replace(self._before, files=files).written(), encoding="utf-8", newline="\n")
            new.replace(self._path)
        except OSError as error:
            what = say("cannot write here: {reason}", reason=error.strerror)
            raise Refusal(what, say("Name another file.")).at(str(self._path)) from None

    def in_words(self) -> str:
        """How much was recorded, for the last line."""
        return say(
            "Recorded in {path}. Findings: {count}. Files with findings: {files}.",
            path=os.path.relpath(self._path),
            count=sum(entries.total() for entries in self._now.values()),
            files=sum(bool(entries) for entries in self._now.values()),
        )
