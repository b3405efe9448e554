"""The report for a person at a terminal: the draft with its marked words, and what a colleague says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from postlint.document import Span
from postlint.errors import say
from postlint.finding import Finding, Problem, Report, Severity, Verdict
from postlint.reporters.masking import covers_of, masked

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLE = {Severity.NOTE: "cyan", Severity.RECONSIDER: "yellow", Severity.HOLD: "bold red"}
_VERDICT_STYLE = {Verdict.POST: "bold green", Verdict.RECONSIDER: "bold yellow", Verdict.HOLD: "bold red"}
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def print_report(report: Report, console: Console, *, unmasked: bool, now: datetime | None = None) -> None:
    """Print one draft's report; what its findings guard is covered unless `unmasked`.

    `now` is the time of posting that was filled in for the author, who must see that it was.
    """
    for indent, paragraph in _paragraphs(report, now, unmasked=unmasked):
        for line in paragraph.wrap(console, max(console.width - indent, 1)):
            line.rstrip()
            line.pad_left(indent if line else 0)
            console.print(line, soft_wrap=True)


def _paragraphs(report: Report, now: datetime | None, *, unmasked: bool) -> Iterator[tuple[int, Text]]:
    """The parts of the report, each with its indent."""
    from rich.text import Text

    if report.id:
        yield 0, Text(report.id, style="dim")
    if now is not None:
        moment = now.strftime("%Y-%m-%d %H:%M")
        yield 0, Text(say("Posted now, {moment}; --publish-at says otherwise.", moment=moment), style="dim")
    yield 2, _marked(report, unmasked=unmasked)
    yield 0, Text()
    shown = report if unmasked else masked(report)
    for number, finding in enumerate(shown.findings):
        yield from _finding(number, finding)
        yield 0, Text()
    for problem in report.problems:
        yield (
            0,
            Text.assemble((say("Not checked: "), "bold magenta"), f"{_where(problem)}{problem.what} {problem.remedy}"),
        )
        yield 0, Text()
    yield 0, _verdict(report)


def _sign(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"({number + 1})"


def _marked(report: Report, *, unmasked: bool) -> Text:
    """The draft with the words of each finding marked and numbered."""
    from rich.text import Text

    covers = {} if unmasked else dict(covers_of(report))
    placed = [(finding, _uncut(finding.span, covers)) for finding in report.findings if not finding.whole]
    numbers = {id(finding): number for number, finding in enumerate(report.findings)}
    marked = Text()
    for start, end, here in _pieces(len(report.text), placed, covers):
        text = covers.get(Span(start, end)) or _printable(report.text[start:end])
        style = max((finding.severity for finding, _ in here), default=None)
        marked.append(text, style="" if style is None else f"underline {_STYLE[style]}")
        for finding, span in here:
            if span.end == end:
                marked.append(_sign(numbers[id(finding)]), style=_STYLE[finding.severity])
    return marked


def _uncut(span: Span, covers: Iterable[Span]) -> Span:
    """The span, widened so that it begins and ends within nothing that is covered."""
    touched = [cover for cover in covers if cover.overlaps(span)]
    return Span(
        min([span.start, *(cover.start for cover in touched)]), max([span.end, *(cover.end for cover in touched)])
    )


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


def _finding(number: int, finding: Finding) -> Iterator[tuple[int, Text]]:
    from rich.text import Text

    style = _STYLE[finding.severity]
    head = f"{_sign(number)} {SEVERITY_WORDS[finding.severity]()}"
    yield 0, Text.assemble((head, style), (f"  {finding.risk}", "dim"))
    yield 2, Text(finding.message, style="bold")
    yield 2, Text(finding.why)
    yield 2, Text(f"→ {finding.advice}")
    for suggestion in finding.suggestions:
        yield 2, Text.assemble((say("For instance: "), "dim"), suggestion)


def _where(problem: Problem) -> str:
    return f"{problem.where}: " if problem.where else ""


def _verdict(report: Report) -> Text:
    from rich.text import Text

    line = Text(VERDICT_WORDS[report.verdict](), style=_VERDICT_STYLE[report.verdict])
    if report.until is not None:
        line.append(" " + say("until {moment}", moment=report.until.strftime("%Y-%m-%d %H:%M")))
    counts = ", ".join(_counted(report.findings))
    if counts:
        line.append(f" ({counts})", style="dim")
    if not report.complete:
        line.append(" · " + say("not everything could be checked"), style="magenta")
    return line


def _counted(findings: Iterable[Finding]) -> Iterator[str]:
    severities = [finding.severity for finding in findings]
    for severity in sorted(set(severities), reverse=True):
        yield f"{severities.count(severity)} × {SEVERITY_WORDS[severity]()}"


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
