"""The report for reviewdog: its Diagnostic Format (`DiagnosticResult` in reviewdog's proto/rdf)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from postlint.finding import Report, Severity
from postlint.reporters.json import json_list
from postlint.reporters.located import Located, LocatedReport, Position, located, told

_SEVERITIES = {Severity.HOLD: "ERROR", Severity.RECONSIDER: "WARNING", Severity.NOTE: "INFO"}


def rdjson(reports: Iterable[Report]) -> Iterator[str]:
    """One object for the run. Columns are bytes of UTF-8, as the format asks."""
    yield '{"source": {"name": "postlint"}, "diagnostics": '
    yield from json_list(diagnostic for each in located(reports) for diagnostic in _diagnostics(each))
    yield "}\n"


def _diagnostics(each: LocatedReport) -> Iterator[dict[str, Any]]:
    for found in each.findings:
        yield {
            "message": told(found.finding),
            "location": {"path": each.file, "range": _range(found)},
            "severity": _SEVERITIES[found.finding.severity],
            "code": {"value": found.finding.rule},
        }
    for problem, file, line, column in each.troubles:
        yield {
            "message": f"{problem.what} {problem.remedy}",
            "location": {"path": file, "range": {"start": {"line": line, "column": column}}},
            "severity": "ERROR",
        }


def _range(found: Located) -> dict[str, Any]:
    if found.finding.whole:
        return {"start": {"line": found.start.line}}
    return {"start": _position(found.start), "end": _position(found.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.utf8}
