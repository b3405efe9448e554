"""What a machine shows at its place: findings with their guarded text covered, their lines and columns, and a name."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from postlint.document import Span
from postlint.errors import say
from postlint.finding import Finding, Problem, Report
from postlint.reporters.masking import covers_of, masked, uncut

_LINE_END = re.compile("\r\n?|\n")
_AROUND = 120  # signs of an excerpt on either side of the words that it is about


class Position(NamedTuple):
    """A place between two characters of a file; all numbers are from 1.

    `column` counts code points, `utf16` UTF-16 code units and `utf8` bytes of UTF-8.
    """

    line: int
    column: int
    utf16: int
    utf8: int


class Located(NamedTuple):
    """A finding, covered up, where it stands: from `start` up to, not including, `end`.

    `fingerprint` names the finding from one run to the next. It stays the same when lines are added or removed around
    it, no two findings of a run share one, and it is made of nothing that a finding guards: a plain hash of a BSN can
    be guessed.
    """

    finding: Finding
    start: Position
    end: Position
    fingerprint: str


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
    troubles: Sequence[Trouble]
    _text: str = field(repr=False)
    _covers: Sequence[tuple[Span, str]] = field(repr=False)

    def excerpt(self, finding: Finding) -> tuple[str, str, str]:
        """The finding's words with what stands before and after them in the same paragraph, covered up."""
        start, end = uncut(finding.span, (cover for cover, _ in self._covers))
        from_, to = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", end)
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
        file = file_of(report)
        shown = masked(report)
        lines = _line_starts(report.text) if report.findings else []
        findings = [
            Located(
                finding,
                _position(report.text, lines, finding.span.start),
                _position(report.text, lines, finding.span.end),
                fingerprints.of(file, finding.rule, None if finding.whole else finding.text),
            )
            for finding in shown.findings
        ]
        troubles = [Trouble(problem, file, 1, 1) for problem in report.problems]
        yield LocatedReport(shown, file, findings, troubles, report.text, covers_of(report))


def file_of(report: Report) -> str:
    """The file of a draft as formats want it, with slashes; the draft's id where it has one of its own."""
    return Path(report.id).as_posix() if report.id else say("draft")


def told(finding: Finding) -> str:
    """What a finding says, in three lines: the message, why, and what to do."""
    return f"{finding.message}\n{finding.why}\n→ {finding.advice}"


def _last_words(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def _position(text: str, lines: Sequence[int], offset: int) -> Position:
    line = bisect_right(lines, offset)
    before = text[lines[line - 1] : offset]
    return Position(
        line,
        len(before) + 1,
        len(before.encode("utf-16-le", errors="surrogatepass")) // 2 + 1,
        len(before.encode("utf-8", errors="surrogatepass")) + 1,
    )
