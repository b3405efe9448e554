from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import WritePack, rule_text
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Span
from postlint.engine import Linter
from postlint.errors import InputErrors
from postlint.evaluation import ALL, Evaluation, Labelled, Tally, as_data, evaluate, read_labelled, read_second
from postlint.finding import Severity

THANKS, SITE = "role/bot-speak", "listening/deflection"
NOTE, RECONSIDER = Severity.NOTE, Severity.RECONSIDER


@pytest.fixture
def linter(write_pack: WritePack) -> Linter:
    """Finds thanks (to reconsider) and, as a note, a site."""
    files = {
        f"{group}/a.{lang}.yaml": rule_text(f"phrases: [{phrase}]", risk=risk, severity=severity)
        for group, risk, severity, phrases in (
            ("role", THANKS, "reconsider", {"nl": "dank voor uw bericht", "en": "thanks for your message"}),
            ("listening", SITE, "note", {"nl": "zie onze site", "en": "see our site"}),
        )
        for lang, phrase in phrases.items()
    }
    return Linter([write_pack(files)])


def line(text: str, *labels: str | tuple[str, str], lang: str = "nl", **keys: Any) -> str:
    risks = [{"risk": label[0], "span": label[1]} if isinstance(label, tuple) else {"risk": label} for label in labels]
    return json.dumps({"text": text, "lang": lang, "risks": risks, **keys})


def read(*lines: str) -> list[Labelled]:
    return read_labelled("\n".join(lines).encode(), "labelled.jsonl")


def counts(evaluation: Evaluation, name: str, level: Severity, lang: str = ALL) -> tuple[int, int, int]:
    tally = evaluation.tallies[lang, name, level]
    return tally.found, tally.false, tally.missed


def test_labels_are_read_with_all_places_of_their_words() -> None:
    (labelled,) = read(line("Ja ja, dag", (THANKS, "ja"), (THANKS, "dag"), SITE, id="a"))
    assert labelled.risks == {THANKS: (Span(3, 5), Span(7, 10)), SITE: ()}
    assert labelled.draft.id == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"text": "x"}', "labelled.jsonl:1:1: ‘risks’ is missing"),
        ('{"text": "x", "risks": null}', "labelled.jsonl:1:1: ‘risks’ is missing"),
        (line("x", "role/botspeak"), "‘role/botspeak’ is not a risk — Did you mean ‘role/bot-speak’?"),
        (line("geheim", (THANKS, "openbaar")), "these words do not stand in the draft"),
        ('{"text": "x", "risks": [{"rsk": "a"}]}', "‘rsk’ is not known here"),
        ('{"text": "x", "risks": ["role/bot-speak"]}', "a table belongs here, not text"),
        ('{"text": "x"', "this is not JSON"),
    ],
)
def test_a_wrong_line_is_refused_with_all_others_and_shows_no_draft(text: str, expected: str) -> None:
    with pytest.raises(InputErrors) as raised:
        read(text, line("x"), "{")
    assert expected in str(raised.value)
    assert "labelled.jsonl:3:" in str(raised.value)
    assert "geheim" not in str(raised.value)


def test_pairs_are_counted_once_a_draft_at_both_severities(linter: Linter) -> None:
    result = evaluate(
        linter,
        read(
            line("Dank voor uw bericht. Dank voor uw bericht!", (THANKS, "Dank voor uw bericht"), (THANKS, "Dank")),
            line("Zie onze site.", SITE),
            line("Wij helpen u graag.", THANKS),
            line("Dank voor uw bericht, Anja."),
            line("Zie onze site, Anja."),
            line("Dag Anja."),
        ),
    )
    assert counts(result, THANKS, NOTE) == counts(result, THANKS, RECONSIDER) == (1, 1, 1)
    assert counts(result, SITE, NOTE) == (1, 1, 0)
    assert counts(result, SITE, RECONSIDER) == (0, 0, 1)
    assert counts(result, "listening", RECONSIDER) == (0, 0, 1)
    assert counts(result, ALL, NOTE) == (2, 2, 1)
    assert counts(result, ALL, RECONSIDER) == (1, 1, 2)
    clean = [(result.clean[ALL, level].drafts, result.clean[ALL, level].flagged) for level in (NOTE, RECONSIDER)]
    assert clean == [(3, 2), (3, 1)]
    assert [(mistake.kind, mistake.risk) for mistake in result.mistakes] == [
        ("note only", SITE),
        ("miss", THANKS),
        ("false alarm", THANKS),
        ("false alarm", SITE),
    ]


def test_languages_are_counted_apart(linter: Linter) -> None:
    result = evaluate(
        linter,
        read(
            line("Dank voor uw bericht.", THANKS),
            line("Thanks for your message.", THANKS, lang="en"),
            line("We value you.", THANKS, lang="en"),
        ),
    )
    assert result.langs() == [ALL, "nl", "en"]
    assert [counts(result, THANKS, NOTE, lang) for lang in result.langs()] == [(2, 0, 1), (1, 0, 0), (1, 0, 1)]


def test_risks_that_are_not_judged_count_for_nothing(linter: Linter) -> None:
    drafts = read(line("Dank voor uw bericht. Zie onze site.", SITE), line("Zie onze site.", THANKS))
    result = evaluate(linter, drafts, risks=[SITE])
    assert result.names() == [ALL, "listening", SITE]
    assert counts(result, ALL, NOTE) == (1, 1, 0)


@pytest.mark.parametrize(
    ("found", "label", "overlapping", "overlap"),
    [((0, 10), (0, 10), 1, 1.0), ((0, 10), (5, 15), 1, 1 / 3), ((0, 5), (5, 10), 0, 0.0), ((2, 4), (0, 10), 1, 0.2)],
)
def test_the_overlap_of_words(found: tuple[int, int], label: tuple[int, int], overlapping: int, overlap: float) -> None:
    from postlint.finding import Finding

    finding = Finding(risk=THANKS, rule="r", severity=NOTE, span=Span(*found), text="", message="", why="", advice="")
    tally = Tally()
    tally.count((Span(*label),), [finding])
    tally.count((), [finding])
    assert (tally.found, tally.placed, tally.overlapping, tally.overlap) == (2, 1, overlapping, pytest.approx(overlap))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(found: int, false: int, missed: int) -> None:
    tally = Tally(found=found, false=false, missed=missed)
    if tally.precision and tally.recall:
        mean = 2 * tally.precision * tally.recall / (tally.precision + tally.recall)
        assert tally.f1 == pytest.approx(mean)
    else:
        assert not tally.f1
    assert (tally.f1 is None) == (found + false + missed == 0)


SECOND = [
    '{"id": "agrees", "risks": [{"risk": "role/bot-speak", "span": "Dank"}], "doubt": []}',
    '{"id": "raises", "risks": [{"risk": "role/bot-speak"}]}',
    '{"id": "misses", "risks": []}',
    '{"id": "doubts", "risks": [], "doubt": ["role/bot-speak"]}',
    '{"id": "doubts clean", "risks": [], "doubt": ["tone/shouting"]}',
]


@pytest.mark.parametrize(
    ("id_", "labels", "expected", "clean", "differing", "unread"),
    [
        ("agrees", [THANKS], (1, 0, 0), 0, 0, 0),
        ("raises", [], (0, 0, 0), 0, 1, 0),
        ("misses", [THANKS], (0, 0, 0), 0, 1, 0),
        ("misses", [], (0, 1, 0), 1, 0, 0),
        ("doubts", [THANKS], (0, 0, 0), 0, 1, 0),
        ("doubts clean", [], (0, 1, 0), 0, 1, 0),
        ("unread", [], (0, 1, 0), 1, 0, 1),
        (None, [THANKS], (1, 0, 0), 0, 0, 1),
    ],
)
def test_what_a_second_reader_differs_on_is_left_out(
    linter: Linter,
    id_: str | None,
    labels: list[str],
    expected: tuple[int, int, int],
    clean: int,
    differing: int,
    unread: int,
) -> None:
    second = read_second("\n".join(SECOND).encode(), "second.jsonl")
    result = evaluate(linter, read(line("Dank voor uw bericht.", *labels, id=id_)), second=second)
    assert counts(result, THANKS, NOTE) == expected
    assert (result.clean[ALL, NOTE].drafts, result.differing, result.unread) == (clean, differing, unread)


def test_a_second_reading_with_mistakes_is_refused_whole() -> None:
    with pytest.raises(InputErrors) as raised:
        read_second(b'{"id": "a", "risks": [], "doubt": ["tone/shoutin"]}\n{"risks": []}', "second.jsonl")
    assert [(error.line, error.what) for error in raised.value.errors] == [
        (1, "‘tone/shoutin’ is not a risk"),
        (2, "‘id’ is missing"),
    ]


def test_drafts_stand_in_the_data_only_where_mistakes_are_asked_for(linter: Linter) -> None:
    result = evaluate(linter, read(line("Dank voor uw bericht, Anja.", id="a"), line("Heel iets anders.", THANKS)))
    data = json.loads(json.dumps(as_data(result, mistakes=False)))
    assert data["mistakes"] is None
    assert "Anja" not in json.dumps(data)
    assert data["langs"]["all"]["risks"][THANKS]["reconsider"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "found": 0,
        "false": 1,
        "missed": 1,
        "span_overlap": None,
        "span_iou": None,
    }
    assert data["langs"]["nl"]["clean"]["note"] == {"drafts": 1, "flagged": 1, "share": 1.0}
    mistakes = as_data(result, mistakes=True)["mistakes"]
    assert mistakes[0] == {
        "kind": "false alarm",
        "risk": THANKS,
        "id": "a",
        "text": "Dank voor uw bericht, Anja.",
        "labels": [],
        "findings": [{"rule": "own/role/a", "severity": "reconsider", "start": 0, "end": 20}],
    }


def test_a_draft_that_could_not_be_checked_is_told(linter: Linter) -> None:
    text = "Heute ist das Rathaus leider den ganzen Tag geschlossen."
    result = evaluate(linter, read(json.dumps({"text": text, "risks": []})))
    assert len(result.problems) == 1
    assert result.langs() == [ALL, "other"]
