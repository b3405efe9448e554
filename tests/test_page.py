"""A page is read passage by passage, and what holds of a draft as a whole holds of the page."""

from __future__ import annotations

import gc
from datetime import datetime

import pytest
from conftest import WritePack, rule_text

from postlint.context import Context, QuietPeriod
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.page import LONGEST, blocks
from postlint.sources.markdown import read_markdown


def together(member: str, absent: str, within: str = "draft") -> str:
    return f"together: {{within: {within}, all: [{{phrases: [{member}]}}], none: [{absent}]}}"


RULES = {
    "role/word.nl.yaml": rule_text("phrases: [dank voor]"),
    "role/word.en.yaml": rule_text("phrases: [thank you]"),
    "connecting/desk.nl.yaml": rule_text(
        together("daar gaan wij niet over", "{phrases: [bel]}"), risk="connecting/no-handover"
    ),
    "connecting/close.nl.yaml": rule_text(
        "together: {within: draft, all: [{phrases: [eerst]}, {phrases: [later]}]}", risk="connecting/no-deadline"
    ),
    "informing/short.nl.yaml": rule_text(together("kort", "{measure: words, over: 12}"), risk="informing/overlong"),
    "tone/marks.nl.yaml": rule_text("measure: marks\nover: 2", risk="tone/shouting", more="span: whole"),
    "informing/term.nl.yaml": rule_text(
        "phrases: [MDO, VRI]\ncase: exact", risk="informing/jargon", more="unless: [explained]\nspan: first"
    ),
}


@pytest.fixture
def linter(write_pack: WritePack) -> Linter:
    return Linter([write_pack(RULES)])


def test_the_memory_of_a_page_is_free_without_a_search_for_garbage(linter):
    page = read_markdown("Dank voor alles, wij gaan daar niet over.\n\nBel eerst, en later nog eens.", "a.md")
    gc.collect()
    gc.disable()
    try:
        before = documents_in_memory()
        linter.check(Draft(page.text, Context(lang="nl"), "a.md", page.passages, page.origin))
        after = documents_in_memory()
    finally:
        gc.enable()
    assert after == before


def documents_in_memory() -> int:
    return sum(isinstance(each, Document) for each in gc.get_objects())


def check(linter: Linter, source: str, **context: object) -> list[tuple[str, str]]:
    page = read_markdown(source, "a.md")
    report = linter.check(Draft(page.text, Context(**context), "a.md", page.passages, page.origin))
    assert report.complete, report.problems
    assert all(finding.whole or finding.text == finding.span.of(page.text) for finding in report.findings)
    return [(finding.rule.split("/")[-1], "" if finding.whole else finding.text) for finding in report.findings]


LONG = "Deze zin heeft meer dan genoeg woorden om te zeggen in welke taal hij staat.\n\n"

CASES = [
    ("# Dank voor alles\n\n- dank\n- voor", [("word", "Dank voor")]),  # no phrase across passages
    ("Daar gaan wij niet over.\n\nNog wat.", [("desk", "Daar gaan wij niet over")]),
    ("Daar gaan wij niet over.\n\n- Bel de gemeente.", []),  # the page says elsewhere who does
    ("Eerst dit, later dat.", [("close", "Eerst")]),
    ("Eerst dit.\n\nLater dat.", []),  # what must be there must be near
    ("Houd het kort.", [("short", "kort")]),
    ("Houd het kort.\n\n" + LONG, []),  # the page is not short
    ("Wat!!!\n\nNog eens!!!", [("marks", "")]),  # of the page, and once
    ("Het MDO is er.\n\nHet MDO weer.\n\nEn een VRI, en nog een VRI.", [("term", "MDO"), ("term", "VRI")]),
    ("Het MDO is er.\n\nEen MDO (multidisciplinair overleg) is een gesprek.", []),
    (LONG + "Thank you.\n\nDank voor alles.", [("word", "Dank voor")]),  # short: as the page
    (LONG + "<p lang=en>Thank you.</p>", [("word", "Thank you")]),
    (LONG + "Thank you all so much for what you have done for us this year.", [("word", "Thank you")]),
    ("---\nlang: en\n---\nThank you.\n\nDank voor alles.", [("word", "Thank you")]),
    (LONG + "<p lang=fr>Thank you, dank voor.</p>", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_findings(linter, source, expected):
    assert check(linter, source) == expected


def test_a_page_in_another_language_is_told(linter):
    page = read_markdown("---\nlang: fr\n---\nBonjour tout le monde.", "a.md")
    report = linter.check(Draft(page.text, Context(), "a.md", page.passages, page.origin))
    assert not report.complete
    assert report.lang is None


def test_a_quiet_period_is_told_once(write_pack: WritePack):
    rule = rule_text("context: quiet_period", risk="timing/quiet-period", more="span: whole")
    linter = Linter([write_pack({"timing/quiet.nl.yaml": rule})])
    quiet = QuietPeriod(
        name="stilte",
        from_=datetime.fromisoformat("2026-05-04T18:00:00+02:00"),
        until=datetime.fromisoformat("2026-05-04T22:00:00+02:00"),
    )
    moment = datetime.fromisoformat("2026-05-04T20:00:00+02:00")
    found = check(linter, LONG * 3000, publish_at=moment, quiet_periods=(quiet,))
    assert found == [("quiet", "")]


def test_a_long_page_is_read_in_blocks_with_the_places_of_all(linter):
    source = "".join(f"{LONG}Dank voor {number}, maar niet te veel.\n\n" for number in range(900))
    page = read_markdown(source, "a.md")
    draft = Draft(page.text, Context(lang="nl"), "a.md", page.passages, page.origin)
    parts = blocks(draft)
    assert len(parts) > 1
    assert all(len(part.text) <= LONGEST for part in parts)
    assert sum(len(part.passages) for part in parts) == len(draft.passages)
    report = linter.check(draft)
    assert [finding.text for finding in report.findings] == ["Dank voor"] * 900
    lines = [finding.place.line for finding in report.findings if finding.place]
    assert lines == list(range(3, 3 + 4 * 900, 4))
    assert report.passages == draft.passages
