from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from postlint.document import Span
from postlint.finding import Finding, Problem, Report, Severity
from postlint.origin import Passage
from postlint.reporters.text import plain_report, print_report


def finding(start: int, end: int, severity: Severity = Severity.NOTE, *, risk: str = "tone/shouting") -> Finding:
    return Finding(
        risk=risk,
        rule="own/x/y",
        severity=severity,
        span=Span(start, end),
        text="",
        message="Boodschap.",
        why="Waarom.",
        advice="Raad.",
        whole=start == end == 0,
    )


def shown(text: str, *findings: Finding, unmasked: bool = True, width: int = 80) -> list[str]:
    """The lines of the plain report, which are those of the coloured one too."""
    report = Report(text=text, lang="nl", findings=findings)
    output = io.StringIO()
    print_report(report, Console(file=output, width=width), unmasked=unmasked)
    plain = plain_report(report, width, unmasked=unmasked).splitlines()
    assert plain == output.getvalue().splitlines()
    return plain


@pytest.mark.parametrize(
    ("findings", "draft"),
    [
        ([], "aap noot mies"),
        ([finding(0, 3)], "aap① noot mies"),
        ([finding(0, 3), finding(4, 8)], "aap① noot② mies"),
        ([finding(0, 8), finding(4, 13)], "aap noot① mies②"),
        ([finding(0, 8), finding(0, 8)], "aap noot①② mies"),
        ([finding(0, 13), finding(4, 8)], "aap noot② mies①"),
        ([finding(0, 0)], "aap noot mies"),  # on the whole draft
    ],
)
def test_the_draft_is_marked(findings, draft):
    assert shown("aap noot mies", *findings)[0] == f"  {draft}"


def test_a_covered_word_is_covered_in_the_draft_too():
    secret = replace(finding(4, 8, risk="openness/credentials"), masked="••••••")
    assert shown("aap noot mies", secret, unmasked=False)[0] == "  aap ••••••① mies"
    assert shown("aap noot mies", secret, finding(6, 13), unmasked=False)[0] == "  aap ••••••① mies②"


def test_more_findings_than_signs():
    findings = [finding(at, at + 1) for at in range(25)]
    assert "t⑳u(21)" in shown("abcdefghijklmnopqrstuvwxyz", *findings, width=200)[0]


def test_problems_are_shown_and_the_verdict_says_so():
    output = io.StringIO()
    problem = Problem(what="The file is gone.", remedy="Put it back.", where="a.txt")
    print_report(Report(text="Hoi", lang="nl", problems=(problem,)), Console(file=output, width=80), unmasked=True)
    assert "Not checked: a.txt: The file is gone. Put it back." in output.getvalue()
    assert output.getvalue().rstrip().endswith("✔ Post it · not everything could be checked")


def test_what_was_not_read_at_all_is_not_for_posting():
    problem = Problem(what="The file is gone.", remedy="Put it back.", where="a.txt")
    told = plain_report(Report(text="", lang=None, problems=(problem,)), 80, unmasked=False)
    assert told.splitlines()[-1] == "Nothing was checked"


def test_a_password_is_covered_in_a_passage_where_no_rule_finds_it():
    text = "Code Roos24!\n\nRoos24! HALLO"
    secret = replace(finding(5, 12, Severity.HOLD, risk="openness/credentials"), text="Roos24!", masked="••••••")
    found = (secret, replace(finding(22, 27), text="HALLO"))
    page = Report(text=text, lang="nl", findings=found, passages=(Passage(Span(0, 12)), Passage(Span(14, 27))))
    told = plain_report(page, 80, unmasked=False)
    assert "•••••• HALLO" in told
    assert "Roos24" not in told
    assert "Roos24! HALLO" in plain_report(page, 80, unmasked=True)


def test_a_problem_and_its_remedy_are_two_sentences():
    problem = Problem(what="cannot be read: No such file", remedy="Check the path.", where="a.txt")
    told = plain_report(Report(text="", lang=None, problems=(problem,)), 100, unmasked=False)
    assert "Not checked: a.txt: cannot be read: No such file — Check the path." in told


def test_lines_are_wrapped_with_their_indent():
    assert shown("een twee drie vier vijf", width=12)[:2] == ["  een twee", "  drie vier"]


@pytest.mark.parametrize(
    ("findings", "risk"),
    [
        ([finding(0, 3)], "tone/shouting"),
        ([finding(0, 3), finding(4, 8, Severity.HOLD, risk="timing/embargo")], "timing/embargo"),
        ([finding(0, 3, Severity.HOLD, risk="informing/language-error"), finding(4, 8)], "tone/shouting"),
    ],
)
def test_it_ends_with_where_to_see_how_others_put_it(findings, risk):
    assert shown("aap noot mies", *findings)[-1] == f"How others put it: postlint practice show {risk}"


@pytest.mark.parametrize("findings", [[], [finding(0, 3, risk="informing/language-error")]])
def test_it_ends_with_the_verdict_where_there_is_nothing_to_see(findings):
    assert "practice" not in shown("aap noot mies", *findings)[-1]
