"""The report as test results in JUnit's XML, for build servers that show nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from postlint.finding import Report
from postlint.reporters.located import Located, LocatedReport, Trouble, located, told
from postlint.reporters.xml import DECLARATION, element, written


def junit(reports: Iterable[Report], threshold: int | None) -> Iterator[str]:
    """One `testsuite` for each draft, with a `testcase` for each finding.

    A finding of severity `threshold` or more is a failure, so that the build says what the exit code says; a lighter
    one is passed, with its words as output. What could not be checked is an error. A draft without either passes.
    """
    yield f'{DECLARATION}<testsuites name="postlint">\n'
    for each in located(reports):
        yield written(_suite(each, threshold))
    yield "</testsuites>\n"


def _suite(each: LocatedReport, threshold: int | None) -> ET.Element:
    cases = [_finding(each.file, found, threshold) for found in each.findings]
    cases += [_problem(trouble) for trouble in each.troubles]
    counts: dict[str, str | int] = {
        "tests": len(cases) or 1,
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": len(each.troubles),
        "skipped": 0,
    }
    passed = _case(each.file, "postlint", 1)
    return element("testsuite", {"name": each.file, **counts}, *(cases or [passed]))


def _finding(file: str, found: Located, threshold: int | None) -> ET.Element:
    finding, at = found.finding, found.place
    place = f"{file}:{at.line}:{at.column}"
    told_at = f"{place}\n{told(finding)}"
    outcome = (
        element("failure", {"message": finding.message, "type": finding.severity.word}, told_at)
        if threshold is not None and finding.severity >= threshold
        else element("system-out", {}, told_at)
    )
    return _case(file, f"{finding.rule} {at.line}:{at.column}", at.line, outcome)


def _problem(trouble: Trouble) -> ET.Element:
    problem = trouble.problem
    outcome = element("error", {"message": problem.what, "type": "not-checked"}, problem.remedy)
    return _case(trouble.file, f"not-checked {trouble.line}:{trouble.column}", trouble.line, outcome)


def _case(file: str, name: str, line: int, *outcome: ET.Element) -> ET.Element:
    return element("testcase", {"classname": file, "name": name, "file": file, "line": line}, *outcome)
