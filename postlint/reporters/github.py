"""The report as workflow commands of GitHub Actions, which shows them on the changed lines.

The form is that of docs.github.com, “Workflow commands for GitHub Actions”. GitHub shows ten errors, ten warnings and
ten notices of a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint.errors import say
from postlint.finding import Report, Severity
from postlint.reporters.located import Located, Trouble, located, told

_COMMANDS = {Severity.HOLD: "error", Severity.RECONSIDER: "warning", Severity.NOTE: "notice"}


def github(reports: Iterable[Report]) -> Iterator[str]:
    """One line for each finding and each problem. Columns are UTF-16 code units."""
    for each in located(reports):
        for found in each.findings:
            yield _finding(each.file, found)
        for trouble in each.troubles:
            yield _problem(trouble)


def _finding(file: str, found: Located) -> str:
    places: dict[str, str | int] = {"file": file, "line": found.place.line}
    if not found.finding.whole:
        places["endLine"] = found.place.end_line
        if found.place.line == found.place.end_line:  # of more lines GitHub takes no columns
            places |= dict(zip(("col", "endColumn"), found.place.utf16, strict=True))
    return _command(_COMMANDS[found.finding.severity], told(found.finding), {"title": found.finding.risk, **places})


def _problem(trouble: Trouble) -> str:
    properties: dict[str, str | int] = {"title": say("Not checked"), "file": trouble.file, "line": trouble.line}
    return _command("error", trouble.problem.told(), properties)


def _command(name: str, message: str, properties: dict[str, str | int]) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
