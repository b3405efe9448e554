"""What a machine shows at its place: findings with their guarded text covered, their lines and columns, and a name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from postlint.document import Span
from postlint.errors import say
from postlint.finding import Finding, Problem, Report, Suppressed
from postlint.origin import Origin, Place, copied
from postlint.reporters.masking import covers_of, masked, uncut

_AROUND = 120  # signs of an excerpt on either side of the words that it is about


class Located(NamedTuple):
    """A finding, covered up, and where it stands.

    `fingerprint` names the finding from one run to the next. It stays the same when lines are added or removed around
    it, no two findings of a run share one, and it is made of nothing that a finding guards: a plain hash of a BSN can
    be guessed. `replacements` are texts that may stand in the file instead of what is at the place.
    """

    finding: Finding
    place: Place
    fingerprint: str
    replacements: tuple[str, ...]


class Trouble(NamedTuple):
    """What could not be checked, and where: `line` and `column` are 1 where only the file is known."""

    problem: Problem
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LocatedReport:
    """One draft's report as others than its author may see it, with the places of all that is in it.

    `report` is covered up; `file` is the draft's file, or its own id.
    """

    report: Report
    file: str
    findings: Sequence[Located]
    suppressed: Sequence[tuple[Located, Suppressed]]
    troubles: Sequence[Trouble]
    _text: str = field(repr=False)
    _covers: Sequence[tuple[Span, str]] = field(repr=False)

    def excerpt(self, finding: Finding) -> tuple[str, str, str]:
        """The finding's words with what stands before and after them in the same paragraph, covered up."""
        start, end = uncut(finding.span, (cover for cover, _ in self._covers))
        from_, to = self._text.rfind("\n\n", 0, start) + 1, self._text.find("\n\n", end)
        before = self._covered(max(from_, start - 2 * _AROUND), start)
        after = self._covered(end, min(len(self._text) if to < 0 else to, end + 2 * _AROUND))
        return _last_words(before), self._covered(start, end), _first_words(after)

    def _covered(self, start: int, end: int) -> str:
        """The draft from `start` to `end`, with every cover that lies in it or reaches into it."""
        text = ""
        for cover, shown in self._covers:
            if cover.overlaps(Span(start, end)):
                text += self._text[start : max(start, cover.start)] + shown
                start = cover.end
        return text + self._text[start:end]


@dataclass(slots=True)
class Fingerprints:
    """Names findings by their file, rule and words; of those that share these, by their order as well."""

    _counts: Counter[bytes] = field(default_factory=Counter)

    def of(self, file: str, rule: str, text: str | None) -> str:
        """The name of the next finding of this rule on this text (covered up; `None` where it is about the whole)."""
        words = "\0".join((file, rule, " ".join((text or "").split())))
        known = hashlib.sha256(words.encode("utf-8", errors="replace")).digest()[:16]
        self._counts[known] += 1
        return hashlib.sha256(known + str(self._counts[known]).encode()).hexdigest()[:32]


def located(reports: Iterable[Report]) -> Iterator[LocatedReport]:
    """The reports of a run, covered up, with the place and the fingerprint of each finding."""
    fingerprints = Fingerprints()
    for report in reports:
        shown = masked(report)
        own = copied(_name(report), report.text)
        naming = Naming(own, fingerprints)
        findings = [naming.located(*pair) for pair in zip(report.findings, shown.findings, strict=True)]
        suppressed = [
            (naming.located(raw.finding, each.finding), each)
            for raw, each in zip(report.suppressed, shown.suppressed, strict=True)
        ]
        file = findings[0].place.file if findings else Path(own.file).as_posix()
        troubles = [
            Trouble(
                problem, Path(problem.file).as_posix() if problem.file else file, problem.line or 1, problem.column or 1
            )
            for problem in report.problems
        ]
        yield LocatedReport(shown, file, findings, suppressed, troubles, report.text, covers_of(report))


class Naming(NamedTuple):
    """Gives the findings of one draft their places and names; `own` places those that have none."""

    own: Origin
    fingerprints: Fingerprints

    def located(self, raw: Finding, shown: Finding) -> Located:
        """A finding, and the same covered up."""
        place = _with_slashes(shown.place or self.own.place(*shown.span))
        fingerprint = self.fingerprints.of(place.file, shown.rule, None if shown.whole else shown.text)
        may_replace = place.exact and not shown.whole and shown == raw
        return Located(shown, place, fingerprint, shown.suggestions if may_replace else ())


def _name(report: Report) -> str:
    """The draft's own id or file; of one that could not be read the file that is told of it."""
    return report.id or next((problem.file for problem in report.problems if problem.file), say("draft"))


def _with_slashes(place: Place) -> Place:
    return place._replace(file=Path(place.file).as_posix())


def told(finding: Finding) -> str:
    """What a finding says, in three lines: the message, why, and what to do."""
    return f"{finding.message}\n{finding.why}\n→ {finding.advice}"


def _last_words(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"
