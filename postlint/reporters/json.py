"""The report as JSON: one object for a run, or one line for each draft (docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from postlint import __version__
from postlint.finding import Report
from postlint.reporters.wire import SCHEMA, as_data


def json_line(report: Report) -> str:
    """One draft's report on one line."""
    return json.dumps(as_data(report), ensure_ascii=False)


def json_run(reports: Iterable[Report]) -> Iterator[str]:
    """All reports of a run, with the version of their form, piece by piece as they come."""
    empty = json.dumps({"schema": SCHEMA, "postlint": __version__, "reports": []}, indent=2)
    yield empty.removesuffix("]\n}")
    between, end = "", "]\n}"
    for report in reports:
        written = json.dumps(as_data(report), ensure_ascii=False, indent=2).replace("\n", "\n    ")
        yield f"{between}\n    {written}"
        between, end = ",", "\n  ]\n}"
    yield end


def json_list(items: Iterable[Any]) -> Iterator[str]:
    """A list, piece by piece as its items come, each on a line of its own."""
    between = "["
    for item in items:
        yield f"{between}\n{json.dumps(item, ensure_ascii=False)}"
        between = ","
    yield "[]" if between == "[" else "\n]"
