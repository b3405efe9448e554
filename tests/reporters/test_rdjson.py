from __future__ import annotations

import json

import pytest
from report_cases import BSN, guarded, report, unread, whole, written

from postlint.finding import Severity
from postlint.reporters.rdjson import rdjson


def result(*reports) -> dict:
    return json.loads(written(rdjson(reports)))


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.HOLD, "ERROR"), (Severity.RECONSIDER, "WARNING"), (Severity.NOTE, "INFO")]
)
def test_a_finding_is_a_diagnostic_in_bytes(severity, word):
    assert result(report("é 👍 [[noot]]", {"severity": severity})) == {
        "source": {"name": "postlint"},
        "diagnostics": [
            {
                "message": "‘noot’ is luid.\nWie schreeuwt, wordt niet gehoord.\n→ Zeg het zachter.",
                "location": {
                    "path": "tekst.txt",
                    "range": {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 13}},
                },
                "severity": word,
                "code": {"value": "own/tone/loud"},
            }
        ],
    }


def test_a_suggestion_may_be_taken_over_where_the_file_holds_the_words():
    (diagnostic,) = result(report("aap [[noot]]", {"suggestions": ("mies",)}))["diagnostics"]
    assert diagnostic["suggestions"] == [{"range": diagnostic["location"]["range"], "text": "mies"}]


def test_a_finding_on_the_whole_text_stands_at_its_begin():
    (diagnostic,) = result(whole("aap\nnoot", suggestions=("x",)))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 1}}
    assert "suggestions" not in diagnostic


def test_a_problem_is_an_error():
    (diagnostic,) = result(unread())["diagnostics"]
    assert (diagnostic["severity"], diagnostic["location"]["path"]) == ("ERROR", "weg.txt")


def test_a_run_without_findings():
    assert result(report("aap"))["diagnostics"] == []


def test_what_is_guarded_is_covered():
    assert BSN not in written(rdjson([report(f"[[{BSN}]]", guarded(suggestions=(BSN,)))]))
