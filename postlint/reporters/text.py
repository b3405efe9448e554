"""The report for a person at a terminal: the draft with its marked words, and what a colleague says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

from postlint.document import Span
from postlint.errors import say
from postlint.finding import By, Finding, Problem, Report, Severity, Verdict
from postlint.reporters.masking import covers_of, masked, repeats, uncut
from postlint.risks import EXCEPTIONS

if TYPE_CHECKING:
    from rich.console import Console

    from postlint.origin import Place

_STYLE = {Severity.NOTE: "cyan", Severity.RECONSIDER: "yellow", Severity.HOLD: "bold red"}
_VERDICT_STYLE = {Verdict.POST: "bold green", Verdict.RECONSIDER: "bold yellow", Verdict.HOLD: "bold red"}
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
WITHOUT_CASES = "informing/language-error"
"""A slip of the pen is no situation to learn from; of every other risk good practice is kept."""

Part = tuple[str, str]
"""A piece of text and its style, in rich's words; plain output leaves the style out."""


def print_report(report: Report, console: Console, *, unmasked: bool, now: datetime | None = None) -> None:
    """Print one draft's report in colour; what its findings guard is covered unless `unmasked`.

    `now` is the time of posting that was filled in for the author, who must see that it was.
    """
    from rich.text import Text

    for indent, parts in _paragraphs(report, now, unmasked=unmasked):
        for line in Text.assemble(*parts).wrap(console, max(console.width - indent, 1)):
            line.rstrip()
            line.pad_left(indent if line else 0)
            console.print(line, soft_wrap=True)


def plain_report(report: Report, width: int, *, unmasked: bool, now: datetime | None = None) -> str:
    """The same report without colour, for pipes and files; it does without rich, which would be half of its time."""
    lines = []
    for indent, parts in _paragraphs(report, now, unmasked=unmasked):
        for line in "".join(text for text, _ in parts).split("\n"):
            wrapped = wrap(line, max(width - indent, 1), break_on_hyphens=False) or [""]
            lines += [(" " * indent + row).rstrip() for row in wrapped]
    return "\n".join(lines)


def _paragraphs(report: Report, now: datetime | None, *, unmasked: bool) -> Iterator[tuple[int, list[Part]]]:
    """The parts of the report, each with its indent."""
    if report.passages:
        yield from _page(report, unmasked=unmasked)
        return
    if report.id:
        yield 0, [(report.id, "dim")]
    if now is not None:
        moment = now.strftime("%Y-%m-%d %H:%M")
        yield 0, [(say("Posted now, {moment}; --publish-at says otherwise.", moment=moment), "dim")]
    yield 2, _marked(report, unmasked=unmasked)
    yield 0, []
    shown = report if unmasked else masked(report)
    for number, finding in enumerate(shown.findings):
        yield from _finding(number, finding)
        yield 0, []
    yield from _problems(report)
    yield 0, _verdict(report)
    if report.suppressed:
        yield 0, [(left_out(Counter(each.by for each in report.suppressed)), "dim")]
    told = [finding for finding in report.findings if finding.risk not in {WITHOUT_CASES, *EXCEPTIONS}]
    if told:
        heaviest = max(told, key=lambda finding: finding.severity)
        yield 0, [(say("How others put it: postlint practice show {risk}", risk=heaviest.risk), "dim")]


def _page(report: Report, *, unmasked: bool) -> Iterator[tuple[int, list[Part]]]:
    """Of a page the passages with a finding, each under its place in the file; of a sound one nothing."""
    for finding in (report if unmasked else masked(report)).findings:
        if not finding.on_words:
            yield 0, [((report.id if finding.whole else _file_place(finding.place)) or "", "bold")]
            yield from _finding(0, finding)
            yield 0, []
    report = replace(report, untold=(*report.untold, *repeats(report)))
    for passage in report.passages:
        within = _passage(report, passage.span)
        shown = within if unmasked else masked(within)
        if not shown.findings:
            continue
        yield 0, [(_file_place(shown.findings[0].place) or report.id or "", "bold")]
        yield 2, _marked(within, unmasked=unmasked)
        yield 0, []
        for number, finding in enumerate(shown.findings):
            yield from _finding(number, finding)
            yield 0, []
    yield from _problems(report)


def _passage(report: Report, span: Span) -> Report:
    """The report on one passage of a page, as if it were a draft."""

    def within(finding: Finding) -> bool:
        return finding.on_words and span.contains(finding.span)

    def moved(finding: Finding) -> Finding:
        return replace(finding, span=Span(finding.span.start - span.start, finding.span.end - span.start))

    return replace(
        report,
        text=span.of(report.text),
        findings=tuple(moved(each) for each in report.findings if within(each)),
        suppressed=tuple(
            each._replace(finding=moved(each.finding)) for each in report.suppressed if within(each.finding)
        ),
        untold=tuple(moved(each) for each in report.untold if within(each)),
    )


def _file_place(place: Place | None) -> str:
    """Where a finding stands, as editors and terminals link it."""
    if place is None:
        return ""
    return f"{place.file}: {place.cell}" if place.cell else f"{place.file}:{place.line}:{place.column}"


def _problems(report: Report) -> Iterator[tuple[int, list[Part]]]:
    for problem in report.problems:
        yield 0, [(say("Not checked: "), "bold magenta"), (f"{_where(problem)}{problem.told()}", "")]
        yield 0, []


def _sign(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"({number + 1})"


def _marked(report: Report, *, unmasked: bool) -> list[Part]:
    """The draft with the words of each finding marked and numbered."""
    covers = {} if unmasked else dict(covers_of(report))
    placed = [(each, uncut(each.span, covers)) for each in report.findings if each.on_words]
    numbers = {id(finding): number for number, finding in enumerate(report.findings)}
    parts: list[Part] = []
    for start, end, here in _pieces(len(report.text.rstrip("\n")), placed, covers):
        text = covers.get(Span(start, end)) or _printable(report.text[start:end])
        style = max((finding.severity for finding, _ in here), default=None)
        parts.append((text, "" if style is None else f"underline {_STYLE[style]}"))
        parts += [(_sign(numbers[id(finding)]), _STYLE[finding.severity]) for finding, span in here if span.end == end]
    return parts


Placed = tuple[Finding, Span]


def _pieces(length: int, placed: list[Placed], covers: Iterable[Span]) -> Iterator[tuple[int, int, list[Placed]]]:
    """The draft cut wherever a finding or what is covered begins or ends; with each piece the findings on it."""
    cuts = {0, length, *(edge for _, span in placed for edge in span), *(edge for cover in covers for edge in cover)}
    waiting = sorted(placed, key=lambda each: each[1])[::-1]
    here: list[Placed] = []
    for start, end in pairwise(sorted(cuts)):
        here = [each for each in here if each[1].end > start]
        while waiting and waiting[-1][1].start <= start:
            here.append(waiting.pop())
        yield start, end, here


def _printable(text: str) -> str:
    """The text without characters that could steer the terminal."""
    return "".join(character if character.isprintable() or character == "\n" else "�" for character in text)


def _finding(number: int, finding: Finding) -> Iterator[tuple[int, list[Part]]]:
    head = f"{_sign(number)} {SEVERITY_WORDS[finding.severity]()}"
    yield 0, [(head, _STYLE[finding.severity]), (f"  {finding.risk}", "dim")]
    yield 2, [(finding.message, "bold")]
    yield 2, [(finding.why, "")]
    yield 2, [(f"→ {finding.advice}", "")]
    for suggestion in finding.suggestions:
        yield 2, [(say("For instance: "), "dim"), (suggestion, "")]


def _where(problem: Problem) -> str:
    return f"{problem.where}: " if problem.where else ""


def _verdict(report: Report) -> list[Part]:
    if report.lang is None and not report.complete:
        return [(say("Nothing was checked"), "bold magenta")]
    parts = [(VERDICT_WORDS[report.verdict](), _VERDICT_STYLE[report.verdict])]
    if report.until is not None:
        moment = report.until.strftime("%Y-%m-%d %H:%M")
        parts.append((" " + say("until {moment}", moment=moment), _VERDICT_STYLE[report.verdict]))
    counts = ", ".join(_counted(report.findings))
    if counts:
        parts.append((f" ({counts})", "dim"))
    if not report.complete:
        parts.append((" · " + say("not everything could be checked"), "magenta"))
    return parts


def _counted(findings: Iterable[Finding]) -> Iterator[str]:
    severities = [finding.severity for finding in findings]
    for severity in sorted(set(severities), reverse=True):
        yield f"{severities.count(severity)} × {SEVERITY_WORDS[severity]()}"


def left_out(counts: Mapping[By, int]) -> str:
    """How many findings are let be, by what lets them (the `by` of `Suppressed`); empty where there are none."""
    known = counts.get("baseline", 0)
    excepted = sum(counts.values()) - known
    parts = [say("{count} by exceptions", count=excepted)] if excepted else []
    parts += [say("{count} known by the baseline", count=known)] if known else []
    return say("Left out: {parts}.", parts=", ".join(parts)) if parts else ""


SEVERITY_WORDS = {
    Severity.NOTE: lambda: say("note"),
    Severity.RECONSIDER: lambda: say("reconsider"),
    Severity.HOLD: lambda: say("hold"),
}
VERDICT_WORDS = {
    Verdict.POST: lambda: say("✔ Post it"),
    Verdict.RECONSIDER: lambda: say("✎ Reconsider"),
    Verdict.HOLD: lambda: say("✋ Hold"),
}
"""The words of the interface, looked up when they are shown, in the language chosen by then."""
