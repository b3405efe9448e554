"""A text that is open in an editor, checked as `postlint check` does with its file, and what to show of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from postlint.cli.agreed import recorded
from postlint.cli.checking import Checking
from postlint.cli.inputs import Source
from postlint.cli.options import baseline_of
from postlint.cli.writers import checked
from postlint.document import Draft, Span
from postlint.errors import InputError, say
from postlint.finding import Finding, Problem, Report, Severity
from postlint.lsp.positions import Lines
from postlint.packs import Pack
from postlint.page import blocks, joined
from postlint.reporters.located import told
from postlint.reporters.sarif import markdown_help
from postlint.rule_help import finding_help
from postlint.sources.copy import ON_THE_WEB
from postlint.sources.files import from_root

SOURCE = "postlint"
SEVERITIES = {
    Severity.HOLD: types.DiagnosticSeverity.Error,
    Severity.RECONSIDER: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
SUFFIXES = ON_THE_WEB | {".txt", ".text"}
LANGUAGES = {"markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt", "text": ".txt"}
"""How a file is read whose name does not tell, by what the editor calls its language."""

_HALF_SIGN = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def suffix_of(path: Path, language: str | None) -> str | None:
    """The ending by which a file is read; `None` where it is no text that postlint checks in an editor."""
    suffix = path.suffix.lower()
    return suffix if suffix in SUFFIXES else LANGUAGES.get(language or "")


class Found(NamedTuple):
    """A finding, the language of its page, and where it is shown in the editor's text, as its passage is (offsets)."""

    finding: Finding
    lang: str
    start: int
    end: int
    passage: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one version of a text, and the packs by whose rules.

    `copy` is what a page shows, and `flaws` is how many mistakes there are in how it is written.
    """

    lines: Lines
    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    packs: Sequence[Pack] = ()
    file: str = ""
    suffix: str = ""
    copy: str = ""
    flaws: int = 0


def as_written(text: str) -> bytes:
    """The bytes of a text as its file would hold them; half of a sign outside the plane of most is no text."""
    return _HALF_SIGN.sub("\ufffd", text).encode()


def read_draft(
    lines: Lines, file: str, suffix: str, checking: Checking, outdated: Callable[[], bool]
) -> Reading | None:
    """What `postlint check` finds in a file with that text, by the clock of now; `None` as soon as it is `outdated`.

    Raises:
        InputErrors: where there is a baseline that cannot be read.
    """
    if not lines.text.strip("\ufeff \t\r\n"):
        return Reading(lines)
    source = Source(file, as_written(lines.text), jsonl=False, typed=True, suffix=suffix)
    inputs, linter = replace(checking.inputs, now=None), checking.linter(file, suffix)
    usual = baseline_of(None, inputs.settings)
    baseline = recorded(usual) if usual else None
    found: list[Found] = []
    problems: list[Problem] = []
    copy, flaws = "", 0
    for draft in inputs.drafts(source):
        if isinstance(draft, InputError):
            problems += checked(linter, draft).problems
            flaws += 1
            continue
        copy, parts = draft.text, []
        for part in blocks(draft):
            if outdated():
                return None
            parts.append(linter.found(part))
        report = linter.excepted(joined(draft, parts), draft, inputs.today)
        if baseline:
            report = baseline.known.settled(from_root(Path(file), baseline.folder), report)
        problems += report.problems
        found += (_found(finding, report, draft, lines) for finding in report.findings)
    return Reading(lines, tuple(found), tuple(problems), checking.packs, file, suffix, copy, flaws)


def _found(finding: Finding, report: Report, draft: Draft, lines: Lines) -> Found:
    """A finding where the text has it; one about the whole draft is shown on its first line."""
    assert draft.origin is not None and finding.place is not None  # noqa: S101, PT018 — every file's draft has them
    shift = int(lines.text.startswith("\ufeff"))  # the mark of a file's encoding is no part of its text
    start, end = finding.place.start + shift, finding.place.end + shift
    passage = draft.origin.place(*_around(finding.span, draft))
    shown_until = lines.end_of(lines.line_of(start)) if finding.whole else end
    return Found(finding, report.lang or "", start, shown_until, (passage.start + shift, passage.end + shift))


def _around(span: Span, draft: Draft) -> Span:
    """The passage in which a span stands; itself where that is none."""
    at = bisect_right(draft.passages, span.start, key=lambda passage: passage.span.start) - 1
    passage = draft.passages[at].span if at >= 0 else span
    return passage if passage.contains(span) else span


def crashed(lines: Lines, crash: Exception) -> Reading:
    """The reading of a text that could not be checked by a mistake of postlint; what it says may quote the draft."""
    what = say("The check crashed ({error}).", error=type(crash).__name__)
    remedy = say("Please report it; never with the draft.")
    return Reading(lines, problems=(Problem(what=what, remedy=remedy, where=SOURCE),))


def diagnostics(reading: Reading) -> list[types.Diagnostic]:
    """What an editor shows in the text."""
    shown = [diagnostic(found, reading.lines) for found in reading.found]
    return shown + [_trouble(problem, reading) for problem in reading.problems]


def diagnostic(found: Found, lines: Lines) -> types.Diagnostic:
    """A finding as an editor shows it."""
    finding = found.finding
    return types.Diagnostic(
        range=lines.range(found.start, found.end),
        message=finding.message,
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
    )


def _trouble(problem: Problem, reading: Reading) -> types.Diagnostic:
    """What could not be checked, at its place, or on the first line."""
    here = problem.file == reading.file and problem.line > 0
    line, column = (problem.line - 1, problem.column - 1) if here else (0, 0)
    start = reading.lines.start_of(line) + column
    return types.Diagnostic(
        range=reading.lines.range(start, reading.lines.end_of(line)),
        message=problem.told(),
        severity=types.DiagnosticSeverity.Warning,
        source=SOURCE,
    )


def breakdowns(reading: Reading) -> Iterator[str]:
    """What went wrong in postlint itself, and not in the text."""
    for problem in reading.problems:
        if problem.where and not problem.file:
            yield problem.told()


def at(reading: Reading, start: int, end: int) -> list[Found]:
    """The findings that are shown anywhere from `start` to `end`."""
    return [found for found in reading.found if found.start <= end and start <= found.end]


def hover(reading: Reading, position: types.Position, *, markdown: bool) -> str | None:
    """What is told of the findings at a position: message, why, advice and a case of good practice."""
    offset = reading.lines.offset(position)
    here = at(reading, offset, offset)
    if not markdown:
        return "\n\n".join(told(found.finding) for found in here) or None
    return "\n\n---\n\n".join(_in_markdown(found, reading.packs) for found in here) or None


def _in_markdown(found: Found, packs: Sequence[Pack]) -> str:
    """The finding in Markdown; its words may quote the draft, which is shown as it stands."""
    told = finding_help(found.finding, found.lang, packs)
    message, why, advice = (_MARKUP.sub(r"\\\1", words) for words in (told.message, told.why, told.advice))
    return markdown_help(told._replace(message=message, why=why, advice=advice))
