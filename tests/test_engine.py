from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from conftest import WritePack, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.context import Context, Embargo, merge
from postlint.document import Draft, Span
from postlint.engine import Linter, settle
from postlint.finding import Finding, Severity, Verdict
from postlint.rule import RuleChange

NL = Context(lang="nl")


def finding(risk="a/x", rule="p/a/one", severity=Severity.RECONSIDER, span=(0, 4), covers=(), yields=(), whole=False):
    return Finding(
        risk=risk,
        rule=rule,
        severity=severity,
        span=Span(*span),
        text="",
        message="",
        why="",
        advice="",
        covers=covers,
        yields=yields,
        whole=whole,
    )


@pytest.mark.parametrize(
    ("findings", "left"),
    [
        ([], []),
        ([finding()], [0]),
        ([finding(), finding()], [0]),
        ([finding(span=(0, 4)), finding(span=(2, 9))], [1]),  # the longer of two of one risk
        ([finding(span=(0, 9)), finding(span=(2, 4), severity=Severity.HOLD)], [1]),  # the heavier one
        ([finding(span=(0, 4)), finding(span=(4, 9))], [0, 1]),  # side by side
        ([finding(), finding(risk="b/y")], [0, 1]),  # another risk at the same place stays
        ([finding(covers=("b/y",)), finding(risk="b/y", span=(1, 2))], [0]),  # covered by risk
        ([finding(covers=("p/b/two",)), finding(risk="b/y", rule="p/b/two")], [0]),  # covered by rule
        ([finding(covers=("b/y",)), finding(risk="b/y", span=(5, 9))], [0, 1]),  # covered elsewhere only
        ([finding(yields=("b/y",)), finding(risk="b/y", span=(1, 2))], [1]),  # yields to a risk
        ([finding(yields=("p/b/two",)), finding(risk="b/y", rule="p/b/two")], [1]),  # yields to a rule
        ([finding(yields=("b/y",)), finding(risk="b/y", span=(5, 9))], [0, 1]),  # which stands elsewhere
        ([finding(yields=("b/y",)), finding(risk="b/y", yields=("a/x",))], [0, 1]),  # after you
        ([finding(whole=True, span=(0, 9)), finding(span=(0, 4))], [1, 0]),  # whole and part do not meet
        ([finding(covers=("b/y",)), finding(risk="b/y", whole=True, span=(0, 9))], [0]),  # words cover the whole
        ([finding(span=(5, 9)), finding(span=(0, 4), risk="b/y")], [1, 0]),  # order of place
    ],
)
def test_settle(findings, left):
    assert settle(findings) == [findings[at] for at in left]


@given(st.permutations([finding(span=(0, 4)), finding(span=(2, 9)), finding(risk="b/y"), finding(span=(8, 12))]))
def test_the_order_in_which_rules_ran_does_not_show(findings):
    assert settle(findings) == settle(list(reversed(findings)))


@pytest.fixture
def linter(write_pack: WritePack) -> Linter:
    return Linter(
        [
            write_pack(
                {
                    "role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]"),
                    "role/thanks.en.yaml": rule_text("phrases: [thank you for your message]"),
                    "role/fields.nl.yaml": rule_text(
                        r"pattern: ['\{\{\s*\w+\s*\}\}']", severity="hold", risk="role/automation"
                    ),
                    "tone/weather.nl.yaml": rule_text("phrases: [kutweer]", risk="tone/profanity"),
                    "openness/boss.nl.yaml": rule_text("phrases: [mijn baas]", risk="openness/airing", severity="hold"),
                }
            )
        ]
    )


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Dank voor uw bericht.", NL, [("own/role/thanks", "Dank voor uw bericht")]),
        ("Thank you for your message.", Context(lang="en"), [("own/role/thanks", "Thank you for your message")]),
        ("Thank you for your message.", NL, []),  # a rule of the other language
        (
            "Beste {{naam}}, dank voor uw bericht!",
            NL,
            [("own/role/fields", "{{naam}}"), ("own/role/thanks", "dank voor uw bericht")],
        ),
        ("Kutweer!", Context(lang="nl", voice="organisation"), [("own/tone/weather", "Kutweer")]),
        ("Dank voor uw bericht.", Context(lang="nl", audience="internal"), []),  # asking and sharing there is wanted
        ("", NL, []),
        ("👍", Context(), []),
    ],
)
def test_check(linter: Linter, text, context, expected):
    report = linter.check(Draft(text, context))
    assert [(each.rule, each.text) for each in report.findings] == expected
    assert report.complete


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De BOB is klaar. Na de BOB komt de VRI, na de VRI de BOB.", ["BOB", "VRI"]),
        ("Ze schreef ‘BOB’ op het bord. Wat de BOB is, weet niemand, en de bob ook niet.", ["BOB"]),
        ("De grote brug, en weer de Grote brug.", ["grote brug"]),
    ],
)
def test_the_same_words_are_spoken_of_once(write_pack: WritePack, text, expected):
    match = "phrases: ['{terms}', 'grote|Grote brug']\ncase: exact"
    rule = rule_text(match, more="unless: [quoted]\nspan: first")
    pack = write_pack({"role/terms.nl.yaml": rule, "lists/terms.nl.yaml": "entries: {BOB: a, VRI: b}"})
    findings = Linter([pack]).check(Draft(text, NL)).findings
    assert [found.text for found in findings] == expected
    assert text.index(expected[0]) <= findings[0].span.start


@pytest.mark.parametrize(
    ("text", "voice", "severity", "verdict"),
    [
        ("Kutweer!", "own", Severity.NOTE, Verdict.POST),
        ("Kutweer!", "organisation", Severity.RECONSIDER, Verdict.RECONSIDER),
        ("Mijn baas toch.", "organisation", Severity.RECONSIDER, Verdict.RECONSIDER),  # never a hold
        ("Dag {{naam}}", "own", Severity.HOLD, Verdict.HOLD),
    ],
)
def test_who_speaks_weighs(linter: Linter, text, voice, severity, verdict):
    report = linter.check(Draft(text, Context(lang="nl", voice=voice)))
    assert [each.severity for each in report.findings] == [severity]
    assert report.verdict is verdict


def test_a_mixed_draft_is_read_in_both_languages(linter: Linter):
    text = "Wij zijn vandaag gewoon open, dank voor uw bericht. We are open today as well, thank you for your message."
    found = [each.text for each in linter.check(Draft(text)).findings]
    assert found == ["dank voor uw bericht", "thank you for your message"]


def test_another_language_is_a_problem_and_not_a_clean_report(linter: Linter):
    report = linter.check(Draft("Heute ist das Rathaus wegen einer Veranstaltung leider den ganzen Tag geschlossen."))
    assert not report.complete
    assert report.lang is None
    assert report.findings == ()


def test_a_part_in_another_language_is_a_problem_and_the_rest_is_read(linter: Linter):
    report = linter.check(Draft("Dank voor uw bericht van vandaag. Wir haben diesen Brief für Sie übersetzt."))
    assert [each.text for each in report.findings] == ["Dank voor uw bericht"]
    assert (report.lang, report.complete) == ("nl", False)


def test_what_an_organisation_changes(write_pack: WritePack):
    pack = write_pack(
        {"role/thanks.nl.yaml": rule_text("phrases: [dank u]"), "role/bye.nl.yaml": rule_text("phrases: [doei]")}
    )
    changes = {
        "own/role/thanks": RuleChange(severity=Severity.NOTE, advice="Zeg waarvoor."),
        "own/role/bye": RuleChange(enabled=False),
    }
    (found,) = Linter([pack], changes=changes).check(Draft("Dank u, doei!", NL)).findings
    assert (found.severity, found.advice, found.why) == (Severity.NOTE, "Zeg waarvoor.", "It is only a test.")


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        ([], [], ["own/role/thanks", "own/tone/weather"]),
        (["tone"], [], ["own/tone/weather"]),
        (["role/bot-speak"], [], ["own/role/thanks"]),
        (["own/tone/weather"], [], ["own/tone/weather"]),
        ([], ["tone/profanity"], ["own/role/thanks"]),
        (["role", "tone"], ["own/role/thanks"], ["own/tone/weather"]),
    ],
)
def test_select_and_ignore(write_pack: WritePack, select, ignore, rules):
    pack = write_pack(
        {
            "role/thanks.nl.yaml": rule_text("phrases: [dank u]"),
            "tone/weather.nl.yaml": rule_text("phrases: [kutweer]", risk="tone/profanity"),
        }
    )
    linter = Linter([pack], select=select, ignore=ignore)
    assert [each.rule for each in linter.check(Draft("Dank u voor dit kutweer", NL)).findings] == rules


def test_a_crash_in_a_rule_is_a_problem_and_the_others_go_on(linter: Linter):
    def broken(*_: object) -> list[object]:
        raise RuntimeError("geheim: Dank voor uw bericht")

    assert linter.check(Draft("Dank voor uw bericht, {{naam}}", NL)).complete
    number, ready = next(item for item in linter._ready.items() if item[1] and item[1].rule.id == "own/role/thanks")
    linter._ready[number] = ready._replace(matcher=broken)
    report = linter.check(Draft("Dank voor uw bericht, {{naam}}", NL))
    assert [each.rule for each in report.findings] == ["own/role/fields"]
    (problem,) = report.problems
    assert problem.where == "own/role/thanks"
    assert "RuntimeError" in problem.what
    assert "geheim" not in str(problem)


def test_the_hold_says_until_when(write_pack: WritePack):
    rule = rule_text("context: embargo", risk="timing/embargo", severity="hold")
    until = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
    held = Context(
        lang="nl",
        publish_at=datetime.fromisoformat("2026-05-01T09:00:00+02:00"),
        embargoes=(Embargo(topic="nieuw zwembad", until=until),),
    )
    linter = Linter([write_pack({"timing/embargo.nl.yaml": rule})])
    report = linter.check(Draft("Het nieuwe zwembad komt er!", held))
    assert (report.verdict, report.until) == (Verdict.HOLD, until)
    after = merge(held, {"publish_at": until})
    assert linter.check(Draft("Het nieuwe zwembad komt er!", after)).verdict is Verdict.POST


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(max_size=400), st.sampled_from(["nl", "en", None]))
def test_any_text_gives_spans_inside_it_and_the_same_report_twice(linter: Linter, text, lang):
    draft = Draft(text, Context(lang=lang))
    report = linter.check(draft)
    for each in report.findings:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.text == each.span.of(text)
    assert linter.check(draft) == report
    assert all(problem.where == "" for problem in report.problems)  # no rule crashed


def test_many_threads_share_a_linter(linter: Linter):
    drafts = [Draft(f"Beste {{{{naam}}}}, dank voor uw bericht nummer {number}.", NL) for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(linter.check, drafts))
    assert all(len(report.findings) == 2 for report in reports)
