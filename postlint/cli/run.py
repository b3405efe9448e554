"""A run over files: what is known of them, how many processes take part, and how far it is."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from postlint.cli.checking import UNKNOWN
from postlint.cli.inputs import NOT_TEXT
from postlint.cli.writers import terminal
from postlint.errors import InputError, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.cli.checking import Before, Checking
    from postlint.cli.inputs import Source
    from postlint.cli.known import KnownFiles
    from postlint.finding import Report

    Checked = Iterator[tuple[Source, list[Report]]]
    Mend = Callable[[Source, list[Report]], tuple[Source, list[Report]]]

PAYS_FROM = 100_000
"""Bytes of all files together from which processes are worth their start."""
LONG_RUN = 20
"""Files from which a terminal shows how far the run is."""
_OBJECTS = 1_000_000


class Hearing(Protocol):
    """Takes the reports of a run source by source as they come, before they are written."""

    def settled(self, source: Source, reports: Iterable[Report]) -> Iterable[Report]:
        """What is to be written of the reports on a source."""

    def told(self) -> Iterable[Report]:
        """What there is to tell at the end of the run."""


def reports_of(
    sources: Iterable[Source],
    paths: Sequence[Path | InputError],
    checking: Checking,
    hearing: Hearing | None = None,
    *,
    jobs: int | None,
    cached: bool,
    mend: Mend | None = None,
) -> Iterator[Report]:
    """The reports on all sources, in order; `paths` are the files that were chosen.

    `jobs` is the number of processes; where it is not given, one for each processor if there is enough to do. `mend`
    may change a file by the reports on it, and then gives those on what it holds by then.
    """
    collect_less()
    processes = _processes_for(paths) if jobs is None else jobs
    known = _known_files(paths, checking) if cached else None
    before = known.before if known else _nothing_known
    if processes > 1:
        from postlint.cli.spread import spread

        checked: Checked = spread(sources, checking, processes, before)
    else:
        checked = _one_by_one(sources, checking, before)
    for source, reports in _shown(checked, len(paths)):
        if known:
            known.keep(source, reports)
        if hearing:
            reports = list(hearing.settled(source, reports))  # noqa: PLW2901 — as they are to be told
        yield from mend(source, reports)[1] if mend else reports
    if known:
        known.save()
    if hearing:
        yield from hearing.told()


def collect_less() -> None:
    """Let Python seek circular garbage less often: a page leaves hundreds of thousands of objects, and few circles."""
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 100)


def _nothing_known(_source: Source) -> Before:
    return UNKNOWN


def _known_files(paths: Sequence[Path | InputError], checking: Checking) -> KnownFiles | None:
    """The files that were checked before; nothing where none are kept, or where more than files decides."""
    settings = checking.inputs.settings
    kept = any(isinstance(path, Path) and path.suffix.lower() in NOT_TEXT for path in paths)
    if not kept or settings.calendars or settings.languagetool or settings.reader:
        return None
    from postlint.cli.known import KnownFiles

    return KnownFiles(checking)


def _processes_for(paths: Iterable[Path | InputError]) -> int:
    sizes = 0
    for path in paths:
        try:
            sizes += 0 if isinstance(path, InputError) else path.stat().st_size
        except OSError:  # told by who reads it
            continue
    if sizes < PAYS_FROM:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _one_by_one(sources: Iterable[Source], checking: Checking, known: Callable[[Source], Before]) -> Checked:
    return ((source, list(checking.reports(source, known(source)))) for source in sources)


def _shown(checked: Checked, total: int) -> Checked:
    """The same, with a bar on a terminal that shows how far a long run is."""
    if total < LONG_RUN or not sys.stderr.isatty():
        yield from checked
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = terminal(stderr=not sys.stdout.isatty())
    with Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True
    ) as progress:
        task = progress.add_task(say("Checking"), total=total)
        for each in checked:
            progress.advance(task)
            yield each
