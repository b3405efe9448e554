"""The report as GitLab shows it in a merge request: a Code Quality artifact (docs.gitlab.com, “Code Quality”)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from postlint.finding import Report, Severity
from postlint.reporters.json import json_list
from postlint.reporters.located import Fingerprints, LocatedReport, located, told

_SEVERITIES = {Severity.HOLD: "blocker", Severity.RECONSIDER: "major", Severity.NOTE: "info"}
PROBLEM = "postlint/not-checked"


def gitlab(reports: Iterable[Report]) -> Iterator[str]:
    """One list of all findings and problems of the run."""
    troubles = Fingerprints()
    yield from json_list(issue for each in located(reports) for issue in _issues(each, troubles))
    yield "\n"


def _issues(each: LocatedReport, fingerprints: Fingerprints) -> Iterator[dict[str, Any]]:
    for finding, place, fingerprint, _ in each.findings:
        last = place.line if finding.whole else place.end_line
        yield {
            "description": told(finding),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": place.file, "lines": {"begin": place.line, "end": last}},
        }
    for trouble in each.troubles:
        yield {
            "description": trouble.problem.told(),
            "check_name": PROBLEM,
            "fingerprint": fingerprints.of(trouble.file, PROBLEM, trouble.problem.what),
            "severity": _SEVERITIES[Severity.HOLD],
            "location": {"path": trouble.file, "lines": {"begin": trouble.line}},
        }
