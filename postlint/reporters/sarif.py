"""The report as SARIF 2.1.0 (OASIS), which GitHub's code scanning and many editors read."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from postlint import __version__
from postlint.finding import Report, Severity, Suppressed
from postlint.reporters.json import json_list
from postlint.reporters.located import Located, Trouble, located, told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "postlint/v1"
"""What our fingerprints are called; the number changes when another build of postlint would give others."""

_LEVELS = {Severity.HOLD: "error", Severity.RECONSIDER: "warning", Severity.NOTE: "note"}


class GoodPractice(NamedTuple):
    """A case that is kept of a risk: a post, how it was rewritten, and why that works."""

    title: str
    draft: str
    rewritten: str
    why: str


class RuleHelp(NamedTuple):
    """What a rule says, without the words of any draft; `headings` are those of the help text."""

    id: str
    risk: str
    severity: Severity
    message: str
    why: str
    advice: str
    practice: Collection[GoodPractice]
    headings: tuple[str, str, str]


def sarif(reports: Iterable[Report], help_of: Callable[[Mapping[str, str]], Iterable[RuleHelp]]) -> Iterator[str]:
    """One run, with columns in UTF-16 code units.

    `help_of` tells of rules, by id and the language that each is wanted in.
    """
    rules: dict[str, str] = {}
    troubles: list[Trouble] = []

    def results() -> Iterator[dict[str, Any]]:
        for each in located(reports):
            for found in (*each.findings, *(found for found, _ in each.suppressed)):
                rules.setdefault(found.finding.rule, each.report.lang or "")
            troubles.extend(each.troubles)
            yield from map(_result, each.findings)
            yield from (_result(found) | {"suppressions": [_suppression(why)]} for found, why in each.suppressed)

    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "utf16CodeUnits", "results": '
    yield from json_list(results())
    driver = {"name": "postlint", "version": __version__, "rules": [_rule(rule) for rule in help_of(rules)]}
    yield f',\n"tool": {json.dumps({"driver": driver}, ensure_ascii=False)}'
    yield f',\n"invocations": {json.dumps([_invocation(troubles)], ensure_ascii=False)}}}]}}\n'


def _result(found: Located) -> dict[str, Any]:
    finding = found.finding
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [_location(found.place.file, _region(found))],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
    }


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    """Who agreed on it is nobody's business but that of who works on the file, so it is not told."""
    exemption = suppressed.exemption
    justified = {"justification": exemption.reason} if exemption else {}
    return {"kind": "inSource" if suppressed.by == "text" else "external", "status": "accepted"} | justified


def _region(found: Located) -> dict[str, Any]:
    place = found.place
    if found.finding.whole:
        return {"startLine": place.line}
    return {
        "startLine": place.line,
        "startColumn": place.utf16[0],
        "endLine": place.end_line,
        "endColumn": place.utf16[1],
    } | ({"snippet": {"text": found.finding.text}} if found.finding.on_words else {})


def _location(file: str, region: dict[str, Any]) -> dict[str, Any]:
    path = Path(file)
    uri = path.as_uri() if path.is_absolute() else quote(file)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _invocation(troubles: list[Trouble]) -> dict[str, Any]:
    return {
        "executionSuccessful": not troubles,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": trouble.problem.told()},
                "locations": [_location(trouble.file, {"startLine": trouble.line, "startColumn": trouble.column})],
            }
            for trouble in troubles
        ],
    }


def _rule(rule: RuleHelp) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "help": {"text": f"{rule.message}\n{rule.why}\n→ {rule.advice}", "markdown": markdown_help(rule)},
        "properties": {"tags": [rule.risk.split("/", maxsplit=1)[0], rule.risk]},
    }


def markdown_help(rule: RuleHelp) -> str:
    """What a rule says, in Markdown."""
    return "\n\n".join(_markdown(rule))


def _markdown(rule: RuleHelp) -> Iterator[str]:
    why, advice, practice = rule.headings
    yield rule.message
    yield f"**{why}** {rule.why}"
    yield f"**{advice}** {rule.advice}"
    if rule.practice:
        yield f"## {practice}"
    for case in rule.practice:
        yield f"### {case.title}"
        yield "✗\n" + _quoted(case.draft)
        yield "✓\n" + _quoted(case.rewritten)
        yield case.why


def _quoted(post: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in post.split("\n"))
