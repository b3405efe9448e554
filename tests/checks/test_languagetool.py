"""The match kind `languagetool` and the pack of rules that use it, with a real server."""

from __future__ import annotations

from itertools import count

import pytest
from conftest import WritePack, rule_text
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from postlint.context import Context, Organisation
from postlint.document import Document, Draft, Span
from postlint.engine import Linter, looking_for
from postlint.finding import Finding, Report
from postlint.language.sentences import paragraphs
from postlint.languagetool.answer import Remark
from postlint.languagetool.client import Client
from postlint.languagetool.pieces import Piece
from postlint.languagetool.proofreading import remarks
from postlint.languagetool.server import address
from postlint.languagetool.settings import LanguageToolSettings
from postlint.pack_tests import prove
from postlint.packs import load_packs, shipped_folder


@pytest.fixture(scope="module")
def linter(managed_settings: LanguageToolSettings) -> Linter:
    return Linter(load_packs(["languagetool"]), languagetool=managed_settings)


def told(report: Report) -> list[tuple[str, str]]:
    assert report.complete, report.problems
    return [(finding.risk, finding.text) for finding in report.findings]


def test_the_shipped_pack_holds(managed_settings: LanguageToolSettings) -> None:
    proof = prove(shipped_folder() / "languagetool", languagetool=managed_settings)
    assert (proof.rules, proof.resting) == (12, [])
    assert [str(error) for error in (*proof.invalid, *proof.failures)] == []


def test_without_a_server_its_rules_rest_and_say_why() -> None:
    proof = prove(shipped_folder() / "languagetool")
    assert (proof.rules, set(proof.resting)) == (0, {"a server of LanguageTool"})
    assert (proof.invalid, proof.failures) == ([], [])


def test_a_server_that_does_not_answer_is_told() -> None:
    silent = LanguageToolSettings(server="http://127.0.0.1:9")
    proof = prove(shipped_folder() / "languagetool", ["languagetool/role/cliche"], languagetool=silent)
    assert proof.resting == [
        "an answer: LanguageTool's server does not answer, so spelling and grammar were not checked."
    ]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Gaarne uw reactie omtrent de zaak. Hij hebt dat gedaan.",
            "nl",
            [("informing/jargon", "Gaarne"), ("informing/jargon", "omtrent"), ("informing/language-error", "hebt")],
        ),
        ("He go.", "en", [("informing/language-error", "go")]),
        ("We will definately call.", "en", [("informing/language-error", "definately")]),
        ("Wat een klotebrug!", "nl", [("tone/profanity", "klotebrug")]),
        ("Het gaat als een tierelier.", "nl", [("role/bot-speak", "tierelier")]),
        ("Dank @jaaan_dv, zie #woningnoodd en www.gemeete.nl/paspord of mail inffo@gemeete.nl.", "nl", []),
        ("\ud83d Hij hebt \x00 dat \ufeff gedaan.", "nl", [("informing/language-error", "hebt")]),
        ("😀", "nl", []),
        (" \n\n ", "nl", []),
    ],
)  # fmt: skip
def test_what_is_found(linter: Linter, text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert told(linter.check(Draft(text, Context(lang=lang)))) == expected


PICTURES = (
    "😀",
    "👩🏽‍🚒",
    "🇳🇱",
    "𝒜",
    "é",
    "e\u0301",
    "\u200d",
    "\u00ad",
    "€",
    "“",
    "@jan",
    "#Feest",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
)


@given(st.lists(st.sampled_from(PICTURES), max_size=8).map(" ".join), st.sampled_from(["", "😀", " 👍🏽!"]))
@hypothesis_settings(max_examples=40)
def test_emoji_before_and_after_leave_the_span_right(linter: Linter, before: str, after: str) -> None:
    text = f"{before} Gisteren heeft de gemeente een fietspad aangelegt.{after}"
    report = linter.check(Draft(text, Context(lang="nl")))
    assert ("informing/language-error", "aangelegt") in told(report)
    assert all(finding.span.of(text) == finding.text for finding in report.findings)


def test_names_of_the_organisation_and_its_words_are_right(
    linter: Linter, managed_settings: LanguageToolSettings
) -> None:
    text = "De aangelegt is open."
    assert told(linter.check(Draft(text, Context(lang="nl")))) == [("informing/language-error", "aangelegt")]
    named = Context(lang="nl", organisation=Organisation(name="De Aangelegt"))
    assert told(linter.check(Draft(text, named))) == []
    words = LanguageToolSettings(server=managed_settings.server, words=("aangelegt",))
    assert told(Linter(linter.packs, languagetool=words).check(Draft(text, Context(lang="nl")))) == []


def test_each_language_is_judged_by_its_own_rules(linter: Linter) -> None:
    text = (
        "De gemeente heeft vorige week een nieuw fietspad aangelegt bij de school.\n\n"
        "The council has built a new path near the school, and we definately like it."
    )
    report = linter.check(Draft(text))
    assert told(report) == [("informing/language-error", "aangelegt"), ("informing/language-error", "definately")]


def test_a_long_draft_goes_in_pieces(managed_settings: LanguageToolSettings) -> None:
    paragraph = "De brug bij het park gaat om negen uur weer open. " * 8 + "Dat is enigzins 😀 later."
    text = "\n\n".join([paragraph] * 30)
    document = Document(text, "nl", None, managed_settings)
    found = [remark.span for remark in remarks(document) if remark.span.of(text) == "enigzins"]
    assert len(paragraphs(document)) == len(found) == 30
    assert all(
        span.end == start + len("enigzins") for span, start in zip(found, _places(text, "enigzins"), strict=True)
    )


def _places(text: str, word: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(word, place)]


SENTENCES = {
    "nl": (
        "Hij hebt dat {number} keer gezegd.",
        "Gaarne uw reactie over plan {number}!",
        "De kinderen van groep {number} hebben een fietspad aangelegt. ",
        "Wij zijn de de trotse buren van nummer {number}: kom je ook?",
        "De brug is {number} dagen dicht, “zegt de wethouder.",
        "De brug is {number} dagen open” en dat is fijn 😀",
        "De brug is {number} jaar, o.a. de mooiste... Maar wanneer",
        "dhr. Jansen telt {number} auto's (en 75 jarige bomen. ",
        "\n",
    ),
    "en": (
        "He go there {number} times.",
        "Please reply at your earliest convenience about plan {number}!",
        "The council has built path {number} and we definately like it. ",
        "The bridge is is closed for {number} days: are you coming?",
        "The bridge is {number} years old, “says the mayor.",
        "The bridge is {number} metres long” and that is good 😀",
        "The bridge has organised and organized {number} colours, e.g. grey... But when",
        "Mr. Jones counts {number} dogs (and a old tree. ",
        "\n",
    ),
}
NEW = count(1_000_000)
"""Numbers that the server has not seen yet, all as long as each other."""


@pytest.mark.parametrize("lang", ["nl", "en"])
@given(places=st.lists(st.integers(0, 8), min_size=2, max_size=6), edited=st.integers(0, 5))
@hypothesis_settings(max_examples=15)
def test_sentences_that_the_server_remembers_change_nothing(
    linter: Linter, managed_settings: LanguageToolSettings, lang: str, places: list[int], edited: int
) -> None:
    """A text that is new as a whole, and one that was typed: it was read before but for one sentence."""
    base = address(managed_settings)
    switches = looking_for(managed_settings, linter.packs).switches

    def said(number: int, places: list[int]) -> tuple[Remark, ...]:
        text = " ".join(SENTENCES[lang][place] for place in places).format(number=number)
        return Client(base, switches, 600.0, 600.0).remarks(Piece(lang, text))

    draft = [*places[:edited], *places[edited + 1 :]]
    anew, typed = next(NEW), next(NEW)
    said(typed, draft)
    assert said(typed, places) == said(anew, places) == said(typed, places)


OURS = rule_text("phrases: [klootzak]", risk="tone/mudslinging", more="only: {reason: a test}")
JARGON = rule_text("phrases: [gaarne uw reactie]", risk="informing/jargon", severity="reconsider")


def test_one_remark_for_each_problem(
    write_pack: WritePack, linter: Linter, managed_settings: LanguageToolSettings
) -> None:
    own = write_pack({"tone/insult.nl.yaml": OURS, "informing/jargon.nl.yaml": JARGON})
    both = Linter([own, *linter.packs], languagetool=managed_settings)
    report = both.check(Draft("Gaarne uw reactie, klootzak. Kut, weer dicht.", Context(lang="nl")))
    assert [(finding.rule, finding.text) for finding in report.findings] == [
        ("own/informing/jargon", "Gaarne uw reactie"),
        ("own/tone/insult", "klootzak"),
        ("languagetool/tone/coarse", "Kut"),
    ]


def test_suggestions_and_messages(linter: Linter) -> None:
    [finding] = linter.check(Draft("Hij hebt dat gedaan.", Context(lang="nl"))).findings
    assert isinstance(finding, Finding)
    assert finding.span == Span(4, 8)
    assert "heeft" in finding.suggestions
    assert "Omdat er ‘hebt’ staat" in finding.advice
