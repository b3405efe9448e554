"""What was agreed before a run, held against its reports: the baseline, what changed, and the configured exceptions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postlint.cli.inputs import selection_of
from postlint.datafile import Keys, Source
from postlint.document import Span
from postlint.errors import say
from postlint.finding import Finding, Report
from postlint.origin import Passage, copied
from postlint.selection import Selection
from postlint.sources.files import Walk, from_root, patterns
from postlint.suppress import EXPIRED, GONE, UNUSED, FileExemption

if TYPE_CHECKING:
    from postlint.baseline import Known
    from postlint.changed import Changed
    from postlint.cli import inputs
    from postlint.cli.checking import Checking


class Recorded(NamedTuple):
    """A baseline in use: what is expected of it, its file, and the folder from which its paths count."""

    known: Known
    source: Source
    folder: Path


def recorded(path: Path) -> Recorded:
    """The baseline in a file; `InputErrors` where it cannot be read."""
    from postlint.baseline import Known, read_baseline

    baseline, source = read_baseline(path)
    return Recorded(Known(baseline, path.parent), source, path.parent)


class Agreed:
    """Takes the reports of a run one by one, and tells at its end what of the agreements is of no use any more.

    `changed` narrows the run to what has changed. `folders` says whether the run was given folders: one over files that
    somebody chose says little of the others.
    """

    def __init__(
        self, checking: Checking, baseline: Recorded | None, changed: Changed | None, *, folders: bool
    ) -> None:
        self._checking, self._baseline, self._changed = checking, baseline, changed
        self._all = folders and changed is None
        self._used: set[object] = set()
        self._read: set[str] = set()  # whole, by absolute path

    def settled(self, source: inputs.Source, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports on a source, with what is known set apart and without what did not change.

        The same source may come again, as it was changed; what it had used of the baseline is then free again.
        """
        file, complete = Path(source.name), True
        if self._baseline:
            self._baseline.known.begin(source.name)
        for report in reports:
            self._used.update(each.exemption for each in report.suppressed)
            complete &= report.complete
            if self._baseline:
                report = self._baseline.known.settled(from_root(file, self._baseline.folder), report)  # noqa: PLW2901
            yield self._changed.narrowed(file, report) if self._changed else report
        if complete:
            self._read.add(_absolute(file))

    def told(self) -> Iterator[Report]:
        """What is told at the end: a report on each file that holds agreements which are of no use."""
        settings = self._checking.inputs.settings
        told = [(settings.source, self._of_configuration())] if settings.source else []
        told += [(self._baseline.source, self._of_baseline(self._baseline))] if self._baseline else []
        for source, notes in told:
            report = self._report(source, notes)
            if report.findings:
                yield report

    def _report(self, source: Source, told: Iterable[tuple[str, str, Keys]]) -> Report:
        """The report on a file of postlint's own: each note is of a risk, says something, and is about some keys."""
        file = os.path.relpath(source.name)
        origin = copied(file, source.text)
        notes = self._checking.linter("", "").notes()
        findings: list[Finding] = []
        for risk, message, keys in told:
            line, column = source.position(keys, of_key=True)
            begin = origin.lines[line - 1]
            place = origin.place_in_file(begin + column - 1, begin + len(source.line(line)))
            advice = say("Remove it, or mend its paths and rules.") if risk == UNUSED else ""
            findings += notes.note(risk, message, place, advice=advice)
        report = Report(text="", lang=None, findings=tuple(findings), id=file, passages=(Passage(Span(0, 0)),))
        return self._changed.narrowed(Path(file), report) if self._changed else report

    def _of_configuration(self) -> Iterator[tuple[str, str, Keys]]:
        settings = self._checking.inputs.settings
        for number, exemption in enumerate(settings.exceptions):
            keys = (*settings.root, "exceptions", number)
            if exemption.until and exemption.ended(self._checking.inputs.today):
                yield EXPIRED, say("This exception ended on {until}.", until=exemption.until.isoformat()), keys
            elif self._all and exemption not in self._used and self._is_unused(exemption):
                yield UNUSED, say("This exception silences nothing: {names}.", names=", ".join(exemption.rules)), keys

    def _is_unused(self, exemption: FileExemption) -> bool:
        """Whether all its rules took part in all its files; where there is no such file it is of no use either."""
        if not all(map(self._checking.takes_part, exemption.rules)):
            return False
        settings = self._checking.inputs.settings
        meant = _files(settings.folder, selection_of(settings), exemption)
        if meant:
            return all(_absolute(file) in self._read for file in meant)
        return not _files(settings.folder, Selection(include=exemption.paths), exemption)

    def _of_baseline(self, baseline: Recorded) -> Iterator[tuple[str, str, Keys]]:
        files = {from_root(Path(file), baseline.folder) for file in self._read}
        files.update(baseline.known.missing if self._all else ())
        for file, count in baseline.known.gone(files, self._checking.takes_part):
            message = say("No longer there of what was recorded of {file}: {count}.", file=file, count=count)
            yield GONE, message, ("files", file)


def _files(root: Path, selection: Selection, exemption: FileExemption) -> list[Path]:
    """The files in folders for which an exception holds."""
    named = patterns(exemption.paths)
    files = Walk(root, selection).files(root)
    return [file for file in files if isinstance(file, Path) and named.match_file(from_root(file, root))]


def _absolute(file: Path) -> str:
    return os.path.abspath(file)  # noqa: PTH100 — links have names of their own
