from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Draft, Span
from postlint.engine import Linter
from postlint.finding import Finding, Report, Severity, shortened
from postlint.reporters.masking import covers_of, masked
from postlint.reporters.text import plain_report

TEXT = "Het wachtwoord is Welkom2024! en de wifi ook."


def finding(risk: str, start: int, end: int, text: str = TEXT, *, cover: str = "", whole: bool = False) -> Finding:
    found = text[start:end]
    return Finding(
        risk=risk,
        rule="own/x/y",
        severity=Severity.HOLD,
        span=Span(start, end),
        text=found,
        message=f"‘{found}’ staat er.",
        why=f"Wie {found} leest, komt binnen.",
        advice="Haal het weg.",
        suggestions=(f"niet {found}",),
        masked=cover,
        whole=whole,
    )


def report(*findings: Finding, text: str = TEXT) -> Report:
    return Report(text=text, lang="nl", findings=findings)


@pytest.mark.parametrize("risk", ["openness/credentials", "openness/personal-data", "timing/embargo"])
def test_what_is_guarded_is_covered_everywhere(risk):
    shown = masked(report(finding(risk, 18, 29, cover="••••••")))
    assert "Welkom2024" not in repr(shown)
    assert shown.text == "Het wachtwoord is •••••• en de wifi ook."
    assert shown.findings[0].message == "‘••••••’ staat er."
    assert shown.findings[0].span == Span(18, 29)  # offsets stay those of the draft


TALE = "Dag buren!\n\nMooi weer. De code is het jaar van de kerk, maal twee. Kom langs.\n"


@pytest.mark.parametrize(
    ("risk", "shown"),
    [
        ("openness/credentials", "Dag buren!\n\nMooi weer. •••••• Kom langs.\n"),
        ("openness/personal-data", "Dag buren!\n\nMooi weer. •••••• Kom langs.\n"),
        ("timing/embargo", "Dag buren!\n\nMooi weer. De code is •••••• van de kerk, maal twee. Kom langs.\n"),
    ],
)
def test_what_words_give_away_together_is_covered_with_its_sentence(risk, shown):
    """The words that a phrase found are seldom all of it; an embargo's term is."""
    at = TALE.index("het jaar")
    covered = masked(report(finding(risk, at, at + 8, TALE), text=TALE))
    assert covered.text == shown
    assert covered.findings[0].message == "‘••••••’ staat er."
    assert covered.findings[0].span == Span(at, at + 8)


def test_sentences_are_covered_that_a_finding_goes_through():
    start, end = TALE.index("weer"), TALE.index("kerk")
    assert masked(report(finding("openness/personal-data", start, end, TALE), text=TALE)).text == (
        "Dag buren!\n\n•••••• Kom langs.\n"
    )


@pytest.mark.parametrize("risk", ["openness/credentials", "openness/personal-data", "timing/embargo"])
def test_what_is_guarded_somewhere_in_the_draft_covers_the_whole(risk):
    whole = finding(risk, 0, len(TALE), TALE, whole=True)
    shown = masked(report(whole, finding("tone/shouting", 0, 3, TALE), text=TALE))
    assert shown.text == "••••••\n"
    assert "kerk" not in repr(shown)
    assert "kerk" not in plain_report(report(whole, text=TALE), 80, unmasked=False)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Het wachtwoord van de wifi is de naam van onze hond, Bello.", "Bello"),
        ("De deurcode is vier keer de nul en dan een zes.", "dan een zes"),
        ("De sleutel ligt onder de mat bij nummer 12.", "nummer 12"),
        ("Collega Wouter is ziekgemeld, hij slaapt slecht.", "slaapt slecht"),
        ("Er ligt een klacht van uw buurvrouw, die van de kapsalon.", "kapsalon"),
    ],
)
def test_what_shipped_rules_find_in_words_is_covered(text, secret):
    found = Linter(("core",), select=["openness/credentials", "openness/personal-data"]).check(Draft(text))
    assert found.findings
    assert secret not in repr(masked(found))


def test_a_finding_may_bring_its_own_cover():
    assert masked(report(finding("openness/credentials", 18, 29, cover="W•••"))).findings[0].text == "W•••"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pin 2468, dus 2468!", "pin ••••••, dus ••••••!"),
        ("pin 2468 en 24681 of a2468", "pin •••••• en 24681 of a2468"),
        ("pin 24682468", "pin ••••••2468"),
        ("pin 2468-2468", "pin ••••••-••••••"),
    ],
)
def test_words_that_are_guarded_are_covered_wherever_they_stand(text, shown):
    assert masked(report(finding("openness/credentials", 4, 8, text, cover="••••••"), text=text)).text == shown


def test_other_risks_are_shown():
    same = report(finding("tone/shouting", 18, 29))
    assert masked(same) == same


@pytest.mark.parametrize(("start", "end"), [(0, 45), (15, 24), (20, 22), (25, 33), (18, 29)])
def test_another_finding_on_the_same_words_does_not_give_them_away(start, end):
    both = report(finding("openness/credentials", 18, 29), finding("tone/shouting", start, end))
    assert TEXT[max(start, 18) : min(end, 29)] not in repr(masked(both).findings[1:]).replace("own/x/y", "")


def test_a_finding_on_the_whole_draft_keeps_the_rest():
    whole = finding("informing/overlong", 0, len(TEXT), whole=True)
    assert (
        masked(report(finding("openness/credentials", 18, 29), whole)).findings[1].text
        == masked(report(finding("openness/credentials", 18, 29))).text
    )


def test_a_long_quotation_is_covered_though_a_message_cuts_it_short():
    text = "Mevrouw De Wit van de Lindelaan kreeg haar bijstand toch, want ze bleek al maanden alleen te wonen."
    long = finding("openness/personal-data", 0, len(text), text)
    shown = masked(report(replace(long, message=f"‘{shortened(text)}’ is privé."), text=text))
    assert "De Wit" not in repr(shown)


@given(st.lists(st.tuples(st.integers(0, 44), st.integers(1, 20)), max_size=6))
def test_covers_never_overlap(places):
    findings = [finding("openness/credentials", start, min(start + length, 45)) for start, length in places]
    covers = covers_of(report(*findings))
    assert all(left.end <= right.start for (left, _), (right, _) in pairwise(covers))


def test_nothing_guarded_is_left_where_covers_overlap():
    both = report(
        finding("openness/credentials", 18, 22, cover="W•••"), finding("openness/personal-data", 20, 29, cover="k•••")
    )
    assert covers_of(both) == [(Span(18, 29), "••••••")]
    assert masked(both).text == "Het wachtwoord is •••••• en de wifi ook."


@given(st.lists(st.tuples(st.integers(0, 44), st.integers(1, 20)), max_size=6))
def test_covers_hold_every_guarded_place(places):
    findings = [finding("openness/credentials", start, min(start + length, 45), cover="•") for start, length in places]
    covered = {at for span, _ in covers_of(report(*findings)) for at in range(*span)}
    assert covered == {at for each in findings for at in range(*each.span)}
