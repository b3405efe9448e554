"""What has changed since an older report: findings that are new, and those that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from postlint.datafile import decode, read_bytes
from postlint.errors import InputErrors, Refusal, say
from postlint.json_source import load
from postlint.reporters.located import Fingerprints
from postlint.reporters.wire import SCHEMA

SIZE_LIMIT = 500_000_000
"""Bytes of an older report."""


class Noted(NamedTuple):
    """A finding as an older report tells it, covered up as that report was."""

    file: str
    rule: str
    risk: str
    message: str


def read_older(path: Path) -> Mapping[str, Noted]:
    """The findings of a report that `postlint check --format json` wrote, by their fingerprint.

    Raises:
        InputErrors: where the file cannot be read, or is no such report.
    """
    data: Any = load(decode(read_bytes(path, SIZE_LIMIT), str(path), private=True), str(path), private=True).data
    fingerprints = Fingerprints()
    try:
        if data["schema"] != SCHEMA:
            raise _not_a_report(path)
        return {
            fingerprints.of(noted.file, noted.rule, finding["text"]): noted
            for report in data["reports"]
            for finding in report["findings"]
            for noted in (_noted(report, finding),)
        }
    except (KeyError, TypeError, AttributeError):
        raise _not_a_report(path) from None


def _noted(report: dict[str, Any], finding: dict[str, Any]) -> Noted:
    place = finding.get("place")
    file = place["file"] if place else report["id"] or say("draft")
    return Noted(Path(file).as_posix(), finding["rule"], finding["risk"], finding["message"])


def _not_a_report(path: Path) -> InputErrors:
    what = say("this is no report of postlint")
    return Refusal(what, say("Give a file that `postlint check --format json` wrote.")).at(str(path))
