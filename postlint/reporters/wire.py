"""The report as plain data, for JSON and every other machine-readable output (docs/json.md)."""

from __future__ import annotations

from typing import Any

from postlint.finding import Finding, Problem, Report, Suppressed

SCHEMA = 1
"""The version of this form; it changes when a key is removed or takes another meaning."""


def as_data(report: Report) -> dict[str, Any]:
    """One draft's report; offsets are in code points of the draft."""
    return {
        "id": report.id,
        "verdict": report.verdict.value,
        "until": report.until.isoformat() if report.until else None,
        "lang": report.lang,
        "complete": report.complete,
        "findings": [_finding(finding) for finding in report.findings],
        "suppressed": [_suppressed(each) for each in report.suppressed],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "risk": finding.risk,
        "rule": finding.rule,
        "severity": finding.severity.word,
        "start": finding.span.start,
        "end": finding.span.end,
        "whole": finding.whole,
        "text": None if finding.whole else finding.text,
        "message": finding.message,
        "why": finding.why,
        "advice": finding.advice,
        "suggestions": list(finding.suggestions),
        "reader": finding.reader or None,
        "until": finding.until.isoformat() if finding.until else None,
        "place": finding.place._asdict() if finding.place else None,
    }


def _suppressed(each: Suppressed) -> dict[str, Any]:
    exemption = each.exemption
    return {
        "by": each.by,
        "reason": exemption.reason if exemption else None,
        "owner": exemption.owner or None if exemption else None,
        "until": exemption.until.isoformat() if exemption and exemption.until else None,
        "finding": _finding(each.finding),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "what": problem.what,
        "remedy": problem.remedy,
        "where": problem.where,
        "file": problem.file or None,
        "line": problem.line or None,
        "column": problem.column or None,
    }
