"""The report for reviewdog: its Diagnostic Format (`DiagnosticResult` in reviewdog's proto/rdf)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from postlint.finding import Report, Severity
from postlint.reporters.json import json_list
from postlint.reporters.located import Located, LocatedReport, located, told

_SEVERITIES = {Severity.HOLD: "ERROR", Severity.RECONSIDER: "WARNING", Severity.NOTE: "INFO"}


def rdjson(reports: Iterable[Report]) -> Iterator[str]:
    """One object for the run. Columns are bytes of UTF-8, as the format asks."""
    yield '{"source": {"name": "postlint"}, "diagnostics": '
    yield from json_list(diagnostic for each in located(reports) for diagnostic in _diagnostics(each))
    yield "}\n"


def _diagnostics(each: LocatedReport) -> Iterator[dict[str, Any]]:
    yield from map(_diagnostic, each.findings)
    for trouble in each.troubles:
        start = {"line": trouble.line, "column": trouble.column}
        yield {
            "message": trouble.problem.told(),
            "location": {"path": trouble.file, "range": {"start": start}},
            "severity": "ERROR",
        }


def _diagnostic(found: Located) -> dict[str, Any]:
    place = _range(found)
    told_of: dict[str, Any] = {
        "message": told(found.finding),
        "location": {"path": found.place.file, "range": place},
        "severity": _SEVERITIES[found.finding.severity],
        "code": {"value": found.finding.rule},
    }
    if found.replacements:
        told_of["suggestions"] = [{"range": place, "text": text} for text in found.replacements]
    return told_of


def _range(found: Located) -> dict[str, Any]:
    place = found.place
    if found.finding.whole:
        return {"start": {"line": place.line}}
    start, end = place.utf8
    return {"start": {"line": place.line, "column": start}, "end": {"line": place.end_line, "column": end}}
