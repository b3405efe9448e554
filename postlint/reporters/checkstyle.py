"""The report in the form of Checkstyle's XML, which many build servers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from postlint.finding import Report, Severity
from postlint.reporters.located import Located, LocatedReport, Trouble, located, told
from postlint.reporters.xml import DECLARATION, element, written

_SEVERITIES = {Severity.HOLD: "error", Severity.RECONSIDER: "warning", Severity.NOTE: "info"}


def checkstyle(reports: Iterable[Report]) -> Iterator[str]:
    """One `file` for each draft, with an `error` for each finding and problem. Columns are code points."""
    yield f'{DECLARATION}<checkstyle version="4.3">\n'
    for each in located(reports):
        yield written(_file(each))
    yield "</checkstyle>\n"


def _file(each: LocatedReport) -> ET.Element:
    errors = [*map(_finding, each.findings), *map(_problem, each.troubles)]
    return element("file", {"name": each.file}, *errors)


def _finding(found: Located) -> ET.Element:
    attributes: dict[str, str | int] = {
        "line": found.place.line,
        "column": found.place.column,
        "severity": _SEVERITIES[found.finding.severity],
        "message": told(found.finding),
        "source": found.finding.rule,
    }
    return element("error", attributes)


def _problem(trouble: Trouble) -> ET.Element:
    attributes: dict[str, str | int] = {"line": trouble.line, "column": trouble.column, "severity": "error"}
    return element("error", {**attributes, "message": trouble.problem.told(), "source": "postlint/not-checked"})
