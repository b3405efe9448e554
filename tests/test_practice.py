from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from conftest import WritePack
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.errors import InputErrors, Refusal
from postlint.finding import Finding, Severity
from postlint.language.tokens import TokenKind, tokenize
from postlint.pack_tests import prove
from postlint.packs import pack_folder
from postlint.practice import LABELS, Case, _blocks, add_case, holds_words, read_practice, unfilled_cases
from postlint.reporters.text import WITHOUT_CASES
from postlint.risks import RISKS

ABOUT = "# Wie wacht, wil een dag horen.\n"
CASE = """
## {title}

Concept:

> U hoort nog van ons.
>
> Groet, Anja

Context: een antwoord aan een
bewoner.

Wat er misging: Niemand wist wanneer.

Herschreven:

> U hoort vrijdag van mij.

Waarom dit werkt: Er staat een dag.

Eigenaar: Smit, Anja, 2026-11-22
"""
SOUND = ABOUT + CASE.format(title="De brug")
RISK = "connecting/no-deadline"
PLACE = f"practice/{RISK}.nl.md"


@pytest.fixture
def errors_of(write_pack: WritePack) -> Callable[[str], list[str]]:
    """The errors of a pack with this one file, as `line:column what`."""

    def errors(text: str, place: str = PLACE) -> list[str]:
        _, found = read_practice([write_pack({place: text})])
        return [f"{error.line}:{error.column} {error.what}" for error in found]

    return errors


def test_a_case_is_read_whole(write_pack: WritePack) -> None:
    (practice,), errors = read_practice([write_pack({PLACE: SOUND})])
    (case,) = practice.cases
    assert errors == []
    assert (practice.risk, practice.lang, practice.about) == (RISK, "nl", "Wie wacht, wil een dag horen.")
    assert (case.title, case.line) == ("De brug", 3)
    assert case.draft == "U hoort nog van ons.\n\nGroet, Anja"
    assert case.context == "een antwoord aan een bewoner."
    assert case.wrong == "Niemand wist wanneer."
    assert case.rewritten == "U hoort vrijdag van mij."
    assert case.why == "Er staat een dag."
    assert (case.owner, case.since) == ("Smit, Anja", date(2026, 11, 22))
    assert case.unfilled == []


def test_english_has_labels_of_its_own(write_pack: WritePack) -> None:
    text = SOUND
    for part, label in LABELS["nl"].items():
        text = text.replace(f"{label}:", f"{LABELS['en'][part]}:")
    (practice,), errors = read_practice([write_pack({f"practice/{RISK}.en.md": text})])
    assert (practice.lang, practice.cases[0].why, errors) == ("en", "Er staat een dag.", [])


@pytest.mark.parametrize("text", [SOUND.replace("\n", "\r\n"), "\ufeff" + SOUND])
def test_line_ends_and_a_byte_order_mark_make_no_difference(errors_of, text) -> None:
    assert errors_of(text) == []


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        (ABOUT, "\n", ["1:1 the file does not begin with a title"]),
        (
            ABOUT,
            "Over wachten.\n",
            ["1:1 the file does not begin with a title", "1:1 this stands before the first case"],
        ),
        ("\n## De brug", "\n### De brug", ["3:1 ### begins nothing here"]),
        ("## De brug", "##", ["3:1 the case has no title"]),
        (
            "Wat er misging:",
            "Wat ging er mis:",
            ["3:1 the case has no ‘Wat er misging’", "14:1 this belongs to no part of the case"],
        ),
        ("Niemand wist wanneer.", "", ["14:1 ‘Wat er misging’ says nothing"]),
        ("Context: een", "Los woord, een", ["11:1 this belongs to no part of the case"]),
        (
            "Waarom dit werkt:",
            "Wat er misging:",
            ["3:1 the case has no ‘Waarom dit werkt’", "20:1 ‘Wat er misging’ stands here twice"],
        ),
        ("Herschreven:\n\n>", "Herschreven:", ["16:14 a post stands below its label"]),
        ("> U hoort vrijdag van mij.", "", ["16:1 ‘Herschreven’ says nothing"]),
        (
            "Herschreven:\n\n",
            "",
            ["3:1 the case has no ‘Herschreven’", "16:1 no part of the case asks for a post here"],
        ),
        ("Smit, Anja, 2026-11-22", "Anja Smit", ["22:1 ‘Anja Smit’ is not a name and a date"]),
        ("Smit, Anja, 2026-11-22", "Anja Smit, 2026-11-31", ["22:1 ‘Anja Smit, 2026-11-31’ is not a name and a date"]),
        ("Eigenaar: Smit, Anja, 2026-11-22", "", ["3:1 the case has no ‘Eigenaar’"]),
        (SOUND[len(ABOUT) :], "", ["1:1 the file has no case yet"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(errors_of, old, new, errors) -> None:
    assert old in SOUND
    assert errors_of(SOUND.replace(old, new, 1)) == errors


def test_all_is_told_at_once(write_pack: WritePack) -> None:
    twice = ABOUT + CASE.format(title="De brug") + CASE.format(title="de Brug").replace("Concept", "Konsept")
    _, errors = read_practice([write_pack({PLACE: twice, "practice/tone/mudsling.nl.md": "", "practice/a.md": ""})])
    assert [(Path(error.file).name, error.line) for error in errors] == [
        ("a.md", 0), ("no-deadline.nl.md", 24), ("no-deadline.nl.md", 24), ("no-deadline.nl.md", 26),
        ("mudsling.nl.md", 0),
    ]  # fmt: skip
    assert errors[0].remedy == "Name it practice/<group>/<risk>.nl.md or .en.md."
    assert errors[3].remedy == "Did you mean ‘Concept’?"
    assert errors[3].excerpt == "Konsept:"
    assert errors[-1].remedy == "Did you mean ‘tone/mudslinging’?"


def test_a_case_keeps_its_owner_only_where_it_is_ones_own(write_pack: WritePack, monkeypatch) -> None:
    folder = write_pack({PLACE: SOUND.replace("Eigenaar: Smit, Anja, 2026-11-22", "")})
    monkeypatch.setattr("postlint.practice.shipped_folder", lambda: folder.parent)
    (practice,), errors = read_practice([folder])
    assert (practice.cases[0].owner, practice.cases[0].since, errors) == ("", None, [])


def test_nothing_outside_the_pack_is_read(write_pack: WritePack, tmp_path: Path) -> None:
    folder = write_pack({})
    (tmp_path / "outside.md").write_text(SOUND)
    (folder / PLACE).parent.mkdir(parents=True)
    (folder / PLACE).symlink_to(tmp_path / "outside.md")
    practices, (error,) = read_practice([folder])
    assert (practices, error.what) == ([], "leads out of the pack's folder")
    with pytest.raises(InputErrors):
        add_case(folder, RISK, "nl", "Anja", date(2026, 11, 22))
    assert (tmp_path / "outside.md").read_text() == SOUND


@given(st.text(alphabet="#> \nab:\r", max_size=60))
def test_every_line_that_says_something_is_in_one_block(text: str) -> None:
    lines = text.split("\n")
    blocks = list(_blocks(lines))
    assert all(1 <= block.line <= len(lines) for block in blocks)
    told = "".join(text.split()).replace("#", "").replace(">", "")
    assert "".join("".join(block.text for block in blocks).split()).replace("#", "").replace(">", "") == told


@pytest.mark.parametrize(
    ("words", "lang", "text", "found"),
    [
        (["belofte"], "nl", "Wij deden twee BELOFTEN.", True),
        (["beloofde"], "nl", "Dat hebben we beloofd.", True),
        (["terugbellen"], "nl", "Ik bel je vrijdag terug.", True),
        (["terugbellen"], "nl", "Ik bel je vrijdag.", False),
        (["brug", "wachten"], "nl", "Wie wacht er voor de bruggen?", True),
        (["brug", "wachten"], "nl", "Wie staat er voor de bruggen?", False),
        (["brug wachten"], "nl", "Wie wacht er voor de bruggen?", True),
        (["cafe"], "nl", "In het Café.", True),
        (["promise"], "en", "She promised it twice.", True),
        (["children"], "en", "A child asked.", True),
        (["durf"], "nl", "Hij #DurfTeVragen.", True),
    ],
)  # fmt: skip
def test_words_are_found_in_any_form(words, lang, text, found) -> None:
    assert holds_words(words, lang)(text) == found


@pytest.mark.parametrize("words", [[], [""], ["!!", "…"]])
def test_without_a_word_there_is_nothing_to_find(words) -> None:
    with pytest.raises(Refusal, match="no word"):
        holds_words(words, "nl")


def test_a_new_case_waits_to_be_filled_in(write_pack: WritePack) -> None:
    folder = write_pack({})
    first = add_case(folder, RISK, "nl", "Anja Smit", date(2026, 11, 22))
    second = add_case(folder, RISK, "nl", "Bo de Wit", date(2026, 12, 1))
    (practice,), errors = read_practice([folder])
    assert errors == []
    assert practice.about == "Het bericht belooft iets zonder tijd."
    assert practice.cases == (first, second)
    assert (second.owner, second.since) == ("Bo de Wit", date(2026, 12, 1))
    told = [(error.line, error.what, error.remedy) for error in unfilled_cases(practice)]
    parts = "##, Concept, Context, Wat er misging, Herschreven, Waarom dit werkt"
    assert told[0] == (3, f"this case is still to be filled in: {parts}", "Anja Smit keeps it.")
    assert [error.line for error in prove(folder).failures] == [first.line, second.line]


def test_a_new_case_comes_behind_those_that_are_there(write_pack: WritePack) -> None:
    folder = write_pack({PLACE: SOUND.rstrip("\n")})
    case = add_case(folder, RISK, "nl", "Anja", date(2026, 11, 22))
    text = (folder / PLACE).read_text()
    assert text.startswith(SOUND + "\n## ")
    assert text.splitlines()[case.line - 1].startswith("## ")


@pytest.mark.parametrize(
    ("risk", "owner", "place"), [("tone/mudsling", "Anja", "RISK"), (RISK, " ", "--owner"), (RISK, "A\nB", "--owner")]
)
def test_a_new_case_is_for_a_risk_and_has_an_owner(write_pack: WritePack, risk, owner, place) -> None:
    folder = write_pack({})
    with pytest.raises(InputErrors) as raised:
        add_case(folder, risk, "nl", owner, date(2026, 11, 22))
    assert [error.file for error in raised.value.errors] == [place]
    assert not (folder / "practice").exists()


def test_shipped_packs_are_not_written_to() -> None:
    before = sorted(pack_folder("core").rglob("*.md"))
    with pytest.raises(InputErrors, match="comes with postlint"):
        add_case(pack_folder("core"), RISK, "nl", "Anja", date(2026, 11, 22))
    assert sorted(pack_folder("core").rglob("*.md")) == before


def test_a_file_that_is_broken_is_not_added_to(write_pack: WritePack) -> None:
    folder = write_pack({PLACE: ABOUT})
    with pytest.raises(InputErrors, match="no case yet"):
        add_case(folder, RISK, "nl", "Anja", date(2026, 11, 22))
    assert (folder / PLACE).read_text() == ABOUT


# ---- the library that comes with postlint ---------------------------------------------------------------------------

KEPT = [risk for risk in RISKS if risk != WITHOUT_CASES]
ANSWERED = re.compile(r"(?:in antwoord op|reply to|an answer to) “(.+)”")
CHANNEL = re.compile(r"\b(?:op|on) (X|Mastodon|Bluesky|LinkedIn|Facebook|Instagram)\b")
SHARED = 0.5
"""The share of the longer words of a draft and its context that two cases may have in common."""


@cache
def shipped(lang: str) -> tuple[Case, ...]:
    practices, errors = read_practice([pack_folder("core")], lang=lang)
    assert [str(error) for error in errors] == []
    return tuple(case for practice in practices for case in practice.cases)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(["core"])


def findings(linter: Linter, text: str, **context: object) -> list[Finding]:
    report = linter.check(Draft(text, Context(**context)))
    assert report.complete, report.problems
    return list(report.findings)


def told_context(case: Case) -> dict[str, object]:
    """What the line of context says that a rule may want to know: the post that is answered, and the channel."""
    answered, channel = ANSWERED.search(case.context), CHANNEL.search(case.context)
    return {
        "lang": case.lang,
        "reply_to": answered and answered[1],
        "channel": channel and channel[1].lower(),
    }


@pytest.mark.parametrize("lang", LABELS)
@pytest.mark.parametrize("risk", KEPT)
def test_every_risk_has_three_to_five_cases(risk: str, lang: str) -> None:
    assert 3 <= len([case for case in shipped(lang) if case.risk == risk]) <= 5


@pytest.mark.parametrize("lang", LABELS)
@pytest.mark.parametrize("risk", KEPT)
def test_every_better_post_is_fine_by_the_shipped_rules(linter: Linter, risk: str, lang: str) -> None:
    for case in (case for case in shipped(lang) if case.risk == risk):
        found = findings(linter, case.rewritten, **told_context(case))
        told = [each for each in found if each.risk == risk or each.severity >= Severity.RECONSIDER]
        assert [(case.title, each.rule, each.text) for each in told] == []


@pytest.mark.parametrize("lang", LABELS)
def test_what_is_told_of_a_case_is_easy_to_read(linter: Linter, lang: str) -> None:
    for case in shipped(lang):
        found = findings(linter, f"{case.wrong}\n\n{case.why}", lang=lang, channel="web")
        assert [(case.title, each.text) for each in found if each.risk == "informing/complex"] == []


@pytest.mark.parametrize("lang", LABELS)
def test_an_answer_comes_with_what_it_answers(lang: str) -> None:
    replies = [case for case in shipped(lang) if case.risk.split("/")[0] in ("listening", "connecting")]
    assert [case.title for case in replies if not told_context(case)["reply_to"]] == []


@pytest.mark.parametrize("lang", LABELS)
def test_no_two_cases_share_a_title_or_a_situation(lang: str) -> None:
    cases = shipped(lang)
    assert len({case.title.casefold() for case in cases}) == len(cases)
    words = {case.title: _longer_words(f"{case.draft} {case.context}") for case in cases}
    alike = [
        (one, other)
        for one, other in combinations(words, 2)
        if len(words[one] & words[other]) > SHARED * min(len(words[one]), len(words[other]))
    ]
    assert alike == []


def _longer_words(text: str) -> set[str]:
    return {token.norm for token in tokenize(text) if token.kind == TokenKind.WORD and len(token.norm) > 4}


@pytest.mark.parametrize("lang", LABELS)
def test_shipped_cases_are_filled_in_and_nobodys_own(lang: str) -> None:
    assert [case.title for case in shipped(lang) if case.unfilled or case.owner] == []
