from __future__ import annotations

import re

import pytest
from report_cases import BSN, guarded, report, unread, whole, written

from postlint.finding import Severity
from postlint.reporters.github import github


def commands(*reports) -> list[tuple[str, dict[str, str], str]]:
    """The lines as GitHub reads them: command, properties, message."""
    read = []
    for line in written(github(reports)).splitlines():
        name, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        read.append((name, {key: unescaped(value) for key, value in pairs.items()}, unescaped(message)))
    return read


def unescaped(text: str) -> str:
    return re.sub(r"%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), text)


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.HOLD, "error"), (Severity.RECONSIDER, "warning"), (Severity.NOTE, "notice")]
)
def test_a_finding_is_a_command_at_its_place(severity, command):
    ((name, properties, message),) = commands(report("👍\naap 👍 [[noot]]", {"severity": severity}))
    assert name == command
    assert properties == {
        "title": "tone/shouting",
        "file": "tekst.txt",
        "line": "2",
        "endLine": "2",
        "col": "8",
        "endColumn": "12",
    }
    assert message == "‘noot’ is luid.\nWie schreeuwt, wordt niet gehoord.\n→ Zeg het zachter."


def test_a_finding_of_several_lines_has_no_columns():
    ((_, properties, _),) = commands(report("[[aap\nnoot]]"))
    assert properties == {"title": "tone/shouting", "file": "tekst.txt", "line": "1", "endLine": "2"}


def test_a_finding_on_the_whole_text_stands_at_its_begin():
    ((_, properties, _),) = commands(whole("aap\nnoot"))
    assert properties == {"title": "tone/shouting", "file": "tekst.txt", "line": "1"}


@pytest.mark.parametrize("odd", ["100%", "a:b", "::error::x", "%0A", "a,b=c", "x\r\ny", "⁣👍"])
def test_nothing_in_a_text_or_a_name_becomes_a_command(odd):
    ((_, properties, message),) = commands(report("[[x]]", {"message": odd}, file=odd))
    assert (properties["file"], message.split("\n→")[0]) == (odd, f"{odd}\nWie schreeuwt, wordt niet gehoord.")


def test_a_problem_is_an_error():
    ((name, properties, message),) = commands(unread())
    assert (name, properties) == ("error", {"title": "Not checked", "file": "weg.txt", "line": "1"})
    assert message == "cannot be read: no such file — Check the path."


def test_what_is_guarded_is_covered():
    assert BSN not in written(github([report(f"[[{BSN}]]", guarded())]))
