from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from report_cases import BSN, guarded, report, unread, written

from postlint.finding import Severity
from postlint.reporters.checkstyle import checkstyle


def files(*reports) -> list[ET.Element]:
    root = ET.fromstring(written(checkstyle(reports)))  # noqa: S314 — our own
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    return list(root)


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.HOLD, "error"), (Severity.RECONSIDER, "warning"), (Severity.NOTE, "info")]
)
def test_a_finding_is_an_error_in_its_file(severity, word):
    (file,) = files(report("👍\n👍 [[noot]]", {"severity": severity}))
    assert file.get("name") == "tekst.txt"
    assert [error.attrib for error in file] == [
        {
            "line": "2",
            "column": "3",
            "severity": word,
            "message": "‘noot’ is luid.\nWie schreeuwt, wordt niet gehoord.\n→ Zeg het zachter.",
            "source": "own/tone/loud",
        }
    ]


def test_a_clean_text_is_a_file_without_errors():
    assert [(file.get("name"), len(file)) for file in files(report("aap"))] == [("tekst.txt", 0)]


def test_a_problem_is_an_error():
    ((error,),) = files(unread())
    assert (error.get("severity"), error.get("source")) == ("error", "postlint/not-checked")


@pytest.mark.parametrize("odd", ["\0", "\x08\x1b", "\ufffe\uffff", "<&>\"'", "]]>", "👍"])
def test_any_text_is_xml(odd):
    ((error,),) = files(report("[[x]]", {"message": f"a{odd}b"}, file=f"a{odd}.txt"))
    legal = "".join("\ufffd" if sign in "\0\x08\x1b\ufffe\uffff" else sign for sign in odd)
    assert error.get("message", "").startswith(f"a{legal}b\n")


def test_what_is_guarded_is_covered():
    assert BSN not in written(checkstyle([report(f"[[{BSN}]]", guarded())]))
