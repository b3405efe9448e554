"""Reports for the tests of reporters: texts with findings that are written here as `[[words]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from postlint.document import Span
from postlint.finding import Finding, Problem, Report, Severity
from postlint.origin import Origin, copied

BSN = "111222333"


def report(
    marked: str,
    *findings: dict[str, Any],
    file: str | None = "tekst.txt",
    problems: tuple[Problem, ...] = (),
    origin: Callable[[str, str], Origin] | None = copied,
) -> Report:
    """The report on a text in which each `[[…]]` is a finding; `findings` say what is not usual of each, in order."""
    text, spans = _spans(marked)
    given = [*findings, *({} for _ in spans)]
    found = [_finding(text, span, **each) for span, each in zip(spans, given, strict=False)]
    if origin is not None and file is not None:
        found = [replace(each, place=origin(file, text).place(*each.span)) for each in found]
    return Report(text=text, lang="nl", findings=tuple(found), problems=problems, id=file)


def whole(text: str, **given: Any) -> Report:
    """The report on a text with one finding, about the text as a whole."""
    found = _finding(text, Span(0, len(text)), whole=True, **given)
    place = copied("tekst.txt", text).place(0, len(text))
    return Report(text=text, lang="nl", findings=(replace(found, place=place),), id="tekst.txt")


def unread(file: str = "weg.txt") -> Report:
    """The report on a file that could not be read."""
    problem = Problem(what="cannot be read: no such file", remedy="Check the path.", where=file, file=file)
    return Report(text="", lang=None, problems=(problem,))


def _spans(marked: str) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    text = ""
    for outside, inside in re.findall(r"(.*?)(?:\[\[(.*?)\]\]|\Z)", marked, re.DOTALL):
        text += outside
        if inside:
            spans.append(Span(len(text), len(text) + len(inside)))
            text += inside
    return text, spans


def _finding(text: str, span: Span, **given: Any) -> Finding:
    found = span.of(text)
    usual: dict[str, Any] = {
        "risk": "tone/shouting",
        "rule": "own/tone/loud",
        "severity": Severity.RECONSIDER,
        "span": span,
        "text": found,
        "message": f"‘{found}’ is luid.",
        "why": "Wie schreeuwt, wordt niet gehoord.",
        "advice": "Zeg het zachter.",
    }
    return Finding(**(usual | given))


def guarded(**given: Any) -> dict[str, Any]:
    """What makes a finding one that guards its words."""
    usual = {"risk": "openness/personal-data", "rule": "own/openness/number", "severity": Severity.HOLD}
    return {**usual, "masked": "••••••", **given}


def written(pieces: Iterable[str]) -> str:
    """The whole text of a report."""
    return "".join(pieces)


RUN = [
    report("Dit is [[luid]]. <b>En</b> [[veel]]!", {}, {"severity": Severity.NOTE}, file="a.md"),
    report(f"Bel [[{BSN}]] & vraag.", guarded(until=datetime(2026, 12, 1, 8, tzinfo=UTC)), file="b.md"),
    whole("Een lange tekst.", rule="own/informing/long", risk="informing/overlong"),
    report("Niets aan de hand.", file="c.md"),
    unread(),
]
"""A run in which all occurs: findings of every weight, on words and on a whole text, a sound text and a missing one."""
