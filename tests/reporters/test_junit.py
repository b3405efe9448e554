from __future__ import annotations

import pytest
from junitparser import Error, Failure, JUnitXml
from report_cases import BSN, guarded, report, unread, written

from postlint.finding import Severity
from postlint.reporters.junit import junit

EACH = report(
    "[[een]] [[twee]]\n[[drie]]",
    {"severity": Severity.NOTE},
    {"severity": Severity.RECONSIDER},
    {"severity": Severity.HOLD},
)


def suites(*reports, threshold=Severity.RECONSIDER) -> list:
    return list(JUnitXml.fromstring(written(junit(reports, threshold)).encode()))


@pytest.mark.parametrize(
    ("threshold", "failed"),
    [(Severity.NOTE, [1, 1, 1]), (Severity.RECONSIDER, [0, 1, 1]), (Severity.HOLD, [0, 0, 1]), (None, [0, 0, 0])],
)
def test_what_fails_is_what_the_exit_code_says(threshold, failed):
    (suite,) = suites(EACH, threshold=threshold)
    assert [any(isinstance(result, Failure) for result in case.result) for case in suite] == list(map(bool, failed))
    assert (suite.name, suite.tests, suite.failures, suite.errors) == ("tekst.txt", 3, sum(failed), 0)


def test_a_case_tells_where_it_stands_and_what_it_says():
    (suite,) = suites(EACH)
    note, _, hold = suite
    assert (hold.name, hold.classname) == ("own/tone/loud 2:1", "tekst.txt")
    (failure,) = hold.result
    assert (failure.type, failure.message) == ("hold", "‘drie’ is luid.")
    assert failure.text.splitlines()[0] == "tekst.txt:2:1"
    assert "‘een’ is luid." in note.system_out


def test_a_clean_text_passes():
    (suite,) = suites(report("aap"))
    assert (suite.tests, suite.failures, [case.is_passed for case in suite]) == (1, 0, [True])


def test_a_problem_is_an_error():
    (suite,) = suites(unread())
    ((result,),) = [case.result for case in suite]
    assert (suite.errors, isinstance(result, Error), result.text) == (1, True, "Check the path.")


@pytest.mark.parametrize("odd", ["\0", "\x08\x1b", "\ufffe", "<&>\"'", "]]>", "👍"])
def test_any_text_is_xml(odd):
    (suite,) = suites(report("[[x]]", {"message": f"a{odd}b", "why": odd}, file=f"a{odd}.txt"))
    assert suite.failures == 1


def test_what_is_guarded_is_covered():
    assert BSN not in written(junit([report(f"[[{BSN}]]", guarded())], Severity.NOTE))
