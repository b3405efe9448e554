from __future__ import annotations

import json

import pytest
from report_cases import BSN, guarded, report, unread, whole, written

from postlint.finding import Severity
from postlint.reporters.gitlab import gitlab


def issues(*reports) -> list[dict]:
    return json.loads(written(gitlab(reports)))


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.HOLD, "blocker"), (Severity.RECONSIDER, "major"), (Severity.NOTE, "info")]
)
def test_a_finding_is_an_issue(severity, word):
    (issue,) = issues(report("aap\n[[noot\nmies]]", {"severity": severity}))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "‘noot\nmies’ is luid.\nWie schreeuwt, wordt niet gehoord.\n→ Zeg het zachter.",
        "check_name": "own/tone/loud",
        "severity": word,
        "location": {"path": "tekst.txt", "lines": {"begin": 2, "end": 3}},
    }


def test_a_finding_on_the_whole_text_stands_at_its_begin():
    assert issues(whole("aap\nnoot"))[0]["location"]["lines"] == {"begin": 1, "end": 1}


def test_a_run_without_findings_is_an_empty_list():
    assert issues(report("aap")) == issues() == []


def test_no_two_issues_share_a_fingerprint():
    found = issues(report("[[luid]] [[luid]]"), unread(), unread(), unread("b.txt"))
    assert len({issue["fingerprint"] for issue in found}) == 5


def test_a_problem_is_a_blocker():
    (issue,) = issues(unread())
    assert (issue["severity"], issue["check_name"]) == ("blocker", "postlint/not-checked")
    assert issue["location"] == {"path": "weg.txt", "lines": {"begin": 1}}


def test_what_is_guarded_is_covered():
    assert BSN not in written(gitlab([report(f"[[{BSN}]]", guarded())]))
