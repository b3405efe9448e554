"""What becomes of a second reader's impressions, whatever the reader."""

from __future__ import annotations

import pytest
from conftest import WritePack, rule_text
from reader.conftest import Think

from postlint.context import Context
from postlint.document import Draft, Span
from postlint.engine import Linter
from postlint.finding import Finding, Severity
from postlint.origin import Passage
from postlint.reader.settings import ReaderSettings
from postlint.rule import RuleChange

TEXT = "Fijn dat de directie ook eens kwam kijken."
RULED = "Fijn dat u ook eens kwam. Wat een weer."
NL = Context(lang="nl")


def reader_rule(risk: str, severity: str = "hold", more: str = "") -> str:
    return rule_text("reader: {threshold: 0.6}", risk=risk, severity=severity, more=f"requires: [reader]\n{more}")


@pytest.fixture
def files() -> dict[str, str]:
    return {
        "openness/airing.nl.yaml": reader_rule("openness/airing"),
        "openness/confidential.nl.yaml": reader_rule("openness/confidential"),
        "tone/condescension.nl.yaml": reader_rule("tone/condescension", "note"),
        "tone/weather.nl.yaml": rule_text("phrases: [wat een weer]", risk="tone/condescension"),
    }


def found(pack: object, text: str = TEXT, **options: object) -> list[Finding]:
    linter = Linter([pack], **{"reader": ReaderSettings(), **options})
    report = linter.check(Draft(text, NL))
    assert report.complete, report.problems
    return list(report.findings)


@pytest.mark.parametrize(
    ("risk", "severity"),
    [("openness/airing", Severity.NOTE), ("openness/confidential", Severity.RECONSIDER)],
)
@pytest.mark.parametrize("changed", [False, True])
def test_an_impression_never_holds_and_guesses_are_notes(
    think: Think, write_pack: WritePack, files: dict[str, str], risk: str, severity: Severity, changed: bool
) -> None:
    think({risk: (0.9, "ook eens")})
    changes = {f"own/{risk}": RuleChange(severity=Severity.HOLD)} if changed else {}
    (finding,) = found(write_pack(files), changes=changes)
    assert (finding.risk, finding.severity, finding.text) == (risk, severity, "ook eens")


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0.59, None), (0.6, "not quite sure"), (0.85, "fairly sure"), (0.99, "nearly certain")],
)
def test_it_says_that_it_is_an_impression_and_how_sure(
    think: Think, write_pack: WritePack, probability: float, said: str | None
) -> None:
    think({"tone/condescension": (probability, "once")})
    pack = write_pack({"tone/one.en.yaml": reader_rule("tone/condescension")})
    report = Linter([pack], reader=ReaderSettings()).check(Draft("Read it once more.", Context(lang="en")))
    told = [finding.why for finding in report.findings]
    impression = f"This is an impression of the second reader, which is {said}."
    assert told == ([] if said is None else [f"It is only a test.\n{impression}"])


def test_where_no_words_stand_out_it_is_about_the_whole(think: Think, write_pack: WritePack, files: dict[str, str]):
    think({"openness/airing": (0.9, "")})
    (finding,) = found(write_pack(files))
    assert (finding.whole, finding.span) == (True, Span(0, len(TEXT)))


def test_a_passage_of_a_page_is_marked_itself(think: Think, write_pack: WritePack, files: dict[str, str]):
    think({"openness/airing": (0.9, "")})
    page = Draft(f"{TEXT}\n\nDag.", NL, passages=(Passage(Span(0, len(TEXT))),))
    (finding,) = Linter([write_pack(files)], reader=ReaderSettings()).check(page).findings
    assert (finding.whole, finding.span) == (False, Span(0, len(TEXT)))


def test_a_rule_that_found_the_risk_speaks_alone(think: Think, write_pack: WritePack, files: dict[str, str]):
    think({"tone/condescension": (0.99, "Fijn dat")})
    pack = write_pack(files)
    assert [finding.rule for finding in found(pack, RULED)] == ["own/tone/weather"]
    assert [finding.rule for finding in found(pack, "Fijn dat het zo is.")] == ["own/tone/condescension"]


def test_of_several_readers_the_surest_is_heard(think: Think, write_pack: WritePack, files: dict[str, str]):
    think({"openness/airing": (0.7, "ook")}, {"openness/airing": (0.9, "eens")}, {"openness/airing": (0.8, "kwam")})
    assert [finding.text for finding in found(write_pack(files))] == ["eens"]


def test_guesses_are_not_for_other_ears(think: Think, write_pack: WritePack, files: dict[str, str]):
    think({"openness/airing": (0.9, "ook"), "openness/confidential": (0.9, "eens")})
    pack = write_pack(files)
    assert [finding.text for finding in found(pack, overheard=True)] == ["eens"]
    assert [finding.text for finding in found(pack, overheard=False)] == ["ook", "eens"]


@pytest.mark.parametrize("reader", [None, ReaderSettings(on=False)])
def test_without_a_reader_its_rules_rest(
    think: Think, write_pack: WritePack, files: dict[str, str], reader: ReaderSettings | None
) -> None:
    think({"openness/airing": (0.9, "ook")})
    assert [finding.rule for finding in found(write_pack(files), RULED, reader=reader)] == ["own/tone/weather"]


def test_the_case_of_good_practice_is_told_where_there_is_one(think: Think, write_pack: WritePack):
    """Which case is the nearest is the model's to say; without the model there is none to tell."""
    think({"tone/condescension": (0.9, "once")}, name="llm")
    pack = write_pack({"tone/one.en.yaml": reader_rule("tone/condescension")})
    report = Linter([pack], reader=ReaderSettings()).check(Draft("Read it once more.", Context(lang="en")))
    assert [finding.reader for finding in report.findings] == ["llm"]
