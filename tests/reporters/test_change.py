from __future__ import annotations

from pathlib import Path

import pytest
from report_cases import BSN, guarded, report, whole

from postlint.errors import InputErrors
from postlint.reporters.change import read_older
from postlint.reporters.json import json_run
from postlint.reporters.located import located
from postlint.reporters.masking import masked


@pytest.fixture
def older(tmp_path: Path):
    def write(*reports) -> Path:
        path = tmp_path / "older.json"
        path.write_text("".join(json_run(map(masked, reports))), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("name", [{}, {"origin": None}, {"file": None}, {"file": "map/a.md"}])
def test_a_finding_that_stayed_is_known_again(older, name):
    run = [report(f"[[luid]] [[{BSN}]] [[luid]]", {}, guarded(), **name), whole("x")]
    known = read_older(older(*run))
    assert [found.fingerprint for each in located(run) for found in each.findings] == list(known)
    assert BSN not in repr(known)


def test_it_tells_what_was_found(older):
    (noted,) = read_older(older(report("[[luid]]"))).values()
    assert noted == ("tekst.txt", "own/tone/loud", "tone/shouting", "‘luid’ is luid.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"a": 1}',
        '{"schema": 2, "reports": []}',
        '{"schema": 1}',
        '{"schema": 1, "reports": [{}]}',
        '{"schema": 1, "reports": [{"id": 3, "findings": [{}]}]}',
    ],
)
def test_another_file_is_refused(tmp_path: Path, text):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputErrors, match=r"other\.json"):
        read_older(path)


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(InputErrors, match="cannot be read"):
        read_older(tmp_path / "nergens.json")
