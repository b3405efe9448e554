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
    from rich.console import Console, RenderableType

_STYLE = {Severity.NOTE: "cyan", Severity.RECONSIDER: "yellow", Severity.HOLD: "bold red"}
_VERDICT_STYLE = {Verdict.POST: "bold green", Verdict.RECONSIDER: "bold yellow", Verdict.HOLD: "bold red"}
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def print_report(report: Report, console: Console, *, unmasked: bool, now: datetime | None = None) -> None:
    """Print one draft's report; what its findings guard is covered unless `unmasked`.

    `now` is the time of posting that was filled in for the author, who must see that it was.
    """
    for part in _parts(report, now, unmasked=unmasked):
        console.print(part)


def _parts(report: Report, now: datetime | None, *, unmasked: bool) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    if report.id:
        yield Rule(report.id, align="left", style="dim")
    if now is not None:
        moment = now.strftime("%Y-%m-%d %H:%M")
        yield Text(say("Posted now, {moment}; --publish-at says otherwise.", moment=moment), style="dim")
    shown = report if unmasked else masked(report)
    yield Padding(_marked(report, unmasked=unmasked), (0, 2))
    yield Text()
    for number, finding in enumerate(shown.findings):
        yield Padding(_finding(number, finding), (0, 0, 1, 0))
    for problem in report.problems:
        yield Padding(_problem(problem), (0, 0, 1, 0))
    yield _verdict(report)


def _sign(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"({number + 1})"


def _marked(report: Report, *, unmasked: bool) -> RenderableType:
    """The draft with the words of each finding marked and numbered."""
    from rich.text import Text

    covers = {} if unmasked else dict(covers_of(report))
    ends: dict[int, list[int]] = {}
    for number, finding in enumerate(report.findings):
        if not finding.whole:
            ends.setdefault(_end(finding.span, covers), []).append(number)
    marked = Text()
    for start, end in _pieces(report, covers):
        style = max((finding.severity for finding in report.findings if _marks(finding, start, end)), default=None)
        text = covers.get(Span(start, end), _printable(report.text[start:end]))
        marked.append(text, style="" if style is None else f"underline {_STYLE[style]}")
        for number in ends.get(end, ()):
            marked.append(_sign(number), style=_STYLE[report.findings[number].severity])
    return marked


def _end(span: Span, covers: dict[Span, str]) -> int:
    return next((cover.end for cover in covers if cover.start < span.end < cover.end), span.end)


def _marks(finding: Finding, start: int, end: int) -> bool:
    return not finding.whole and finding.span.start < end and start < finding.span.end


def _pieces(report: Report, covers: dict[Span, str]) -> Iterator[tuple[int, int]]:
    """The draft cut wherever a finding begins or ends, save within what is covered."""
    cuts = {0, len(report.text)}
    for finding in report.findings:
        if not finding.whole:
            cuts.update(finding.span)
    for span in covers:
        cuts = {cut for cut in cuts if not span.start < cut < span.end} | set(span)
    return pairwise(sorted(cuts))


def _printable(text: str) -> str:
    """The text without characters that could steer the terminal."""
    return "".join(character if character.isprintable() or character == "\n" else "�" for character in text)


def _finding(number: int, finding: Finding) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    head = Text.assemble((SEVERITY_WORDS[finding.severity](), _STYLE[finding.severity]), (f"  {finding.risk}", "dim"))
    grid.add_row(Text(_sign(number), style=_STYLE[finding.severity]), head)
    grid.add_row("", Text(finding.message, style="bold"))
    grid.add_row("", Text(finding.why))
    grid.add_row("", Text(f"→ {finding.advice}"))
    for suggestion in finding.suggestions:
        grid.add_row("", Text.assemble((say("For instance: "), "dim"), suggestion))
    return grid


def _problem(problem: Problem) -> RenderableType:
    from rich.text import Text

    return Text.assemble((say("Not checked: "), "bold magenta"), f"{problem.what} {problem.remedy}")


def _verdict(report: Report) -> RenderableType:
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
