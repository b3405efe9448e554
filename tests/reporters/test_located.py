from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_cases import BSN, guarded, report, unread, whole

from postlint.finding import Problem, Report
from postlint.reporters.located import LocatedReport, located


def only(of: Report) -> LocatedReport:
    (each,) = located([of])
    return each


@pytest.mark.parametrize(
    ("text", "place", "utf16", "utf8"),
    [
        ("[[aap]] noot", (1, 1, 1, 4), (1, 4), (1, 4)),
        ("aap\nnoot [[mies]]", (2, 6, 2, 10), (6, 10), (6, 10)),
        ("aap\r\n[[noot\r\nmies]]", (2, 1, 3, 5), (1, 5), (1, 5)),
        ("aap\r[[noot]]", (2, 1, 2, 5), (1, 5), (1, 5)),
        ("é [[noot]]", (1, 3, 1, 7), (3, 7), (4, 8)),
        ("👍 [[noot👍]]", (1, 3, 1, 8), (4, 10), (6, 14)),
        ("👍\n[[noot]]", (2, 1, 2, 5), (1, 5), (1, 5)),
    ],
)
@pytest.mark.parametrize("from_a_file", [True, False])
def test_places_are_lines_and_columns_in_three_units(text, place, utf16, utf8, from_a_file):
    of = report(text) if from_a_file else report(text, origin=None)
    found = only(of).findings[0].place
    assert (found.line, found.column, found.end_line, found.end_column) == place
    assert (found.utf16, found.utf8) == (utf16, utf8)


def test_a_draft_without_a_name_has_one_nevertheless():
    assert only(report("[[aap]]", file=None)).findings[0].place.file == "draft"


def test_a_problem_stands_in_its_own_file_or_else_in_the_draft():
    (trouble,) = only(unread("weg.txt")).troubles
    assert (trouble.file, trouble.line, trouble.column) == ("weg.txt", 1, 1)
    (trouble,) = only(report("aap", problems=(Problem(what="Crash.", remedy="Say so.", where="own/x"),))).troubles
    assert (trouble.file, trouble.problem.told()) == ("tekst.txt", "Crash. Say so.")


def test_words_that_may_be_replaced_are_those_that_nothing_covers():
    of = report(f"[[{BSN}]] en [[luid]]", guarded(suggestions=("niets",)), {"suggestions": ("zacht",)})
    assert [found.replacements for found in only(of).findings] == [(), ("zacht",)]
    (found,) = of.findings[1:]
    shown = replace(of, findings=(replace(found, place=found.place._replace(exact=False)),))
    assert only(shown).findings[0].replacements == ()


def prints(*reports: Report) -> list[str]:
    return [found.fingerprint for each in located(reports) for found in each.findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[luid]]", "een regel erboven\n\n[[luid]]"),
        ("[[luid]]", "[[luid]] en een regel\neronder"),
        ("[[heel luid]]", "[[heel\nluid]]"),
        ("[[luid]] en [[luid]]", "nieuw\n[[luid]]\ntussendoor\n[[luid]]"),
    ],
)
def test_a_fingerprint_stays_when_the_text_around_it_changes(before, after):
    assert prints(report(before)) == prints(report(after))


@pytest.mark.parametrize(
    "others",
    [
        report("[[zacht]]"),
        report("[[luid]]", {"rule": "own/tone/other"}),
        report("[[luid]]", file="b.txt"),
        whole("luid"),
    ],
)
def test_another_finding_has_another_fingerprint(others):
    assert prints(report("[[luid]]")) != prints(others)


def test_no_two_findings_of_a_run_share_a_fingerprint():
    run = [
        report("[[luid]] [[luid]] [[luid]]"),
        report("[[luid]]"),
        report("[[luid]]", file=None),
        whole("x"),
        whole("y"),
    ]
    assert len(set(prints(*run))) == len(prints(*run)) == 7


def test_a_fingerprint_tells_nothing_of_what_is_guarded():
    assert prints(report(f"[[{BSN}]]", guarded())) == prints(report("[[999990019]]", guarded()))


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("aap [[noot]] mies", ("aap ", "noot", " mies")),
        ("boven\n\naap [[noot]]\nmies\n\nonder", ("\naap ", "noot", "\nmies")),
        ("woord " * 40 + "[[noot]]" + " woord" * 40, ("… " + "woord " * 19, "noot", " woord" * 19 + " …")),
    ],
)
def test_an_excerpt_is_the_paragraph_as_far_as_it_is_near(text, excerpt):
    each = only(report(text))
    before, words, after = each.excerpt(each.findings[0].finding)
    assert (before.strip(), words, after.strip()) == tuple(part.strip() for part in excerpt)


@given(st.lists(st.tuples(st.integers(0, 44), st.integers(1, 30), st.booleans()), max_size=6))
def test_no_excerpt_shows_what_is_guarded(places):
    text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    base = report("[[x]]").findings[0]
    findings = tuple(
        replace(
            base,
            span=type(base.span)(start, min(start + length, len(text))),
            text=text[start : start + length],
            risk="openness/credentials" if secret else "tone/shouting",
            place=None,
        )
        for start, length, secret in places
    )
    hidden = {text[at] for each in findings if each.risk == "openness/credentials" for at in range(*each.span)}
    each = only(Report(text=text, lang="nl", findings=findings))
    assert not hidden & {sign for finding in findings for part in each.excerpt(finding) for sign in part}
