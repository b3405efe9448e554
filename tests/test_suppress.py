"""Exceptions: what comments say, what they silence, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from conftest import WritePack, rule_text
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.finding import Report, Severity
from postlint.rule import RuleChange
from postlint.sources.copy import read_copy
from postlint.suppress import Exemption, comment_for, read

TODAY = date(2026, 11, 22)


def exemption(*rules: str, reason: str = "afgesproken", owner: str = "", until: date | None = None) -> Exemption:
    return Exemption(rules=rules, reason=reason, owner=owner, until=until)


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("postlint ignore tone/shouting: afgesproken", exemption("tone/shouting")),
        ("postlint negeer tone/shouting: afgesproken", exemption("tone/shouting")),
        ("  POSTLINT: Ignore tone/shouting : afgesproken  ", exemption("tone/shouting")),
        ("postlint ignore a/b, c/d e/f,a/b: afgesproken", exemption("a/b", "c/d", "e/f")),
        ("postlint ignore a/b:\n  afgesproken\n  met de pers", exemption("a/b", reason="afgesproken met de pers")),
        ("postlint ignore a/b: zie: de lijst", exemption("a/b", reason="zie: de lijst")),
        ("postlint ignore a/b: afgesproken (anja)", exemption("a/b", owner="anja")),
        ("postlint ignore a/b: afgesproken (until 2026-12-31)", exemption("a/b", until=date(2026, 12, 31))),
        ("postlint negeer a/b: afgesproken (tot 2026-12-31)", exemption("a/b", until=date(2026, 12, 31))),
        ("postlint negeer a/b: afgesproken (t/m 2026-12-31)", exemption("a/b", until=date(2026, 12, 31))),
        (
            "postlint ignore a/b: afgesproken (anja, team pers, until 2026-12-31)",
            exemption("a/b", owner="anja, team pers", until=date(2026, 12, 31)),
        ),
        ("postlint ignore a/b: (volgens) afspraak", exemption("a/b", reason="(volgens) afspraak")),
    ],
)
def test_what_a_comment_says(comment, expected):
    written = read(comment)
    assert written is not None
    assert (written.exemption, written.whole_file, written.flaw) == (expected, False, "")


@pytest.mark.parametrize("verb", ["ignore-file", "negeer-bestand"])
def test_an_exception_for_the_whole_file(verb):
    written = read(f"postlint {verb} tone: afgesproken")
    assert written == (exemption("tone"), True, "")


@pytest.mark.parametrize(
    "comment", ["postlint", "postlint kijkt mee", "postlint: zie docs", "let op: postlint ignore a/b: x"]
)
def test_comments_about_something_else(comment):
    assert read(comment) is None


@pytest.mark.parametrize(
    ("comment", "flaw"),
    [
        ("postlint ignore", "This exception does not say which rule it is about, so it does not hold."),
        ("postlint ignore : x", "This exception does not say which rule it is about, so it does not hold."),
        ("postlint ignore a/b", "This exception gives no reason, so it does not hold."),
        ("postlint ignore a/b:", "This exception gives no reason, so it does not hold."),
        ("postlint ignore a/b: (anja, until 2026-12-31)", "This exception gives no reason, so it does not hold."),
        ("postlint ignore a/b: x (until 2026-02-30)", "‘2026-02-30’ is no date, so this exception does not hold."),
        ("postlint ignore a/b: x (tot december)", "‘december’ is no date, so this exception does not hold."),
        ("postlint ignroe a/b: x", "‘ignroe’ is not known here."),
    ],
)
def test_what_is_wrong_with_a_comment(comment, flaw):
    written = read(comment)
    assert written is not None
    assert (written.exemption, written.flaw) == (None, flaw)


@given(st.text())
def test_any_comment_is_read(text):
    written = read(f"postlint ignore {text}")
    assert written is not None
    assert (written.exemption is None) == bool(written.flaw)


Checked = Callable[..., Report]


@pytest.fixture
def checked(write_pack: WritePack) -> Checked:
    """The report on a page: `checked(text, suffix, **of the linter)`, where three rules look for words."""
    pack = write_pack(
        {
            "tone/loud.nl.yaml": rule_text("phrases: [hallo]", risk="tone/shouting", severity="hold"),
            "role/thanks.nl.yaml": rule_text("phrases: [dank]"),
            "informing/long.nl.yaml": rule_text(
                "measure: words\nover: 8", risk="informing/overlong", more="span: whole"
            ),
            "role/needs.nl.yaml": rule_text(
                "languagetool: {rules: [X]}", risk="role/automation", more="requires: [languagetool]"
            ),
        }
    )

    def check(text: str, suffix: str = ".md", today: date | None = TODAY, publish_at: datetime | None = None, **given):
        page = read_copy(text.encode(), f"a{suffix}", suffix)
        assert not page.errors
        context = Context(lang="nl", publish_at=publish_at)
        draft = Draft(page.text, context, f"a{suffix}", page.passages, page.origin)
        return Linter([pack], **given).check(draft, today)

    return check


def told(report: Report) -> list[tuple[str, int]]:
    """The rules of the findings, each with its line."""
    return [
        (finding.rule.removeprefix("own/"), finding.place.line if finding.place else 0) for finding in report.findings
    ]


UNUSED, EXPIRED, UNCLEAR = (f"postlint/exception/{name}" for name in ("unused", "expired", "unclear"))


@pytest.mark.parametrize("name", ["own/tone/loud", "tone/loud", "tone/shouting", "tone"])
def test_the_next_passage_is_let_be(checked, name):
    report = checked(f"hallo\n\n<!-- postlint ignore {name}: afgesproken -->\nhallo hallo dank\n\nhallo\n")
    assert told(report) == [("tone/loud", 1), ("role/thanks", 4), ("tone/loud", 6)]
    assert [(each.finding.rule, each.by, each.exemption) for each in report.suppressed] == [
        ("own/tone/loud", "text", exemption(name)),
        ("own/tone/loud", "text", exemption(name)),
    ]


def test_what_is_let_be_weighs_nothing(checked):
    assert checked("hallo").verdict == "hold"
    assert checked("hallo <!-- postlint ignore tone/loud: afgesproken -->").verdict == "post"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<!-- postlint ignore tone/loud, role/thanks: x -->\nhallo dank", []),
        ("<!-- postlint ignore tone/loud: x -->\n<!-- postlint ignore role/thanks: y -->\nhallo dank", []),
        ("<!-- postlint ignore tone/loud: x -->\n<!-- postlint ignore tone: y -->\nhallo", []),
        ("hallo\n\n<!-- postlint ignore tone/loud: x -->\n\nrustig", [("tone/loud", 1), (UNUSED, 3)]),
        ("rustig\n\n<!-- postlint ignore tone/loud: x -->", [(UNUSED, 3)]),
        ("<!-- postlint ignore tone/loud -->\nhallo", [(UNCLEAR, 1), ("tone/loud", 2)]),
        ("<!-- postlint ignore tone/lout: x -->\nhallo", [(UNCLEAR, 1), ("tone/loud", 2)]),
        ("<!-- postlint ignore tone/loud, x: y -->\nhallo", [(UNCLEAR, 1)]),
        ("<!-- postlint ignore own/tone/x: y -->\nrustig", [(UNCLEAR, 1)]),
        ("<!-- postlint ignore other/tone/x: a pack that is not here -->\nrustig", []),
        ("<!-- postlint ignore role/needs: LanguageTool is off -->\nrustig", []),
        ("<!-- postlint ignore openness/airing: no rule has this risk -->\nrustig", []),
        ("<!-- postlint ignore tone/loud: x (until 2026-11-21) -->\nhallo", [(EXPIRED, 1), ("tone/loud", 2)]),
        ("<!-- postlint ignore tone/loud: x (until 2026-11-22) -->\nhallo", []),
        ("<!-- postlint ignore tone/loud: x (until 2026-11-21) -->\nrustig", [(UNUSED, 1)]),
        ("hallo\n\nhallo\n\n<!-- postlint ignore-file tone: x -->", []),
        ("<!-- postlint negeer-bestand tone: x -->\n\nrustig", [(UNUSED, 1)]),
    ],
)
def test_what_is_found_and_told(checked, source, found):
    assert told(checked(source)) == found


def test_of_many_unknown_names_the_first_few_are_told(checked):
    names = ", ".join(f"tone/x{number}" for number in range(50))
    report = checked(f"<!-- postlint ignore {names}: x -->\nrustig")
    assert [finding.rule for finding in report.findings] == [UNCLEAR] * 6
    assert report.findings[-1].message == "More names in this exception that are no risk, group or rule: 45."


LONG = "een twee drie vier vijf zes zeven acht negen\n\ntien"


def test_what_is_said_of_a_whole_page_takes_an_exception_for_the_file(checked):
    assert told(checked(LONG)) == [("informing/long", 1)]
    assert told(checked(f"<!-- postlint ignore-file informing/overlong: x -->\n\n{LONG}")) == []
    assert told(checked(f"<!-- postlint ignore informing/overlong: x -->\n\n{LONG}")) == [
        (UNUSED, 1),
        ("informing/long", 3),
    ]


def test_the_day_is_that_of_publication_where_it_is_known(checked):
    source = "<!-- postlint ignore tone/loud: x (until 2026-12-01) -->\nhallo"
    assert told(checked(source, publish_at=datetime(2026, 12, 2, tzinfo=UTC))) == [(EXPIRED, 1), ("tone/loud", 2)]
    assert told(checked(source, today=date(2026, 12, 2), publish_at=datetime(2026, 12, 1, tzinfo=UTC))) == []
    assert told(checked(source, today=None)) == []


@pytest.mark.parametrize(
    "limits",
    [
        {"select": ["role"]},
        {"ignore": ["tone"]},
        {"changes": {"own/tone/loud": RuleChange(enabled=False)}},
        {"ignore": ["exception/unused"]},
        {"ignore": ["exception"]},
        {"changes": {UNUSED: RuleChange(enabled=False)}},
    ],
)
def test_a_check_that_does_not_look_calls_nothing_unused(checked, limits):
    assert told(checked("<!-- postlint ignore tone/loud: x -->\nrustig", **limits)) == []


def test_an_organisation_changes_what_is_told(checked):
    change = RuleChange(severity=Severity.HOLD, advice="Vraag het Anja.")
    (note,) = checked("<!-- postlint ignore tone/loud: x -->\nrustig", changes={UNUSED: change}).findings
    assert (note.severity, note.advice) == (Severity.HOLD, "Vraag het Anja.")


def test_what_is_told_of_an_exception_is_about_no_words(checked):
    (note,) = checked("rustig\n\n<!-- postlint ignore tone/loud: x -->\nstil").findings
    assert (note.risk, note.severity, note.span, note.text) == ("exception/unused", Severity.NOTE, (8, 8), "")
    assert not note.on_words
    assert note.place[:5] == ("a.md", 3, 1, 3, 38)


def test_an_exception_in_a_long_page_holds(checked):
    source = "rustig aan\n\n" * 5_000 + "kalm aan\n\n" * 5_000 + "hallo <!-- postlint ignore tone/loud: x -->\n\nhallo"
    found = told(checked(source))
    assert [each for each in found if each[0] != "informing/long"] == [("tone/loud", 20_003)]
    assert len(found) == 3, "of each block it is said that it is long, at the beginning of the page"


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        (".md", "<!-- postlint ignore a/b: omdat (anja, until 2026-12-31) -->"),
        (".HTML", "<!-- postlint ignore a/b: omdat (anja, until 2026-12-31) -->"),
        (".mdx", "{/* postlint ignore a/b: omdat (anja, until 2026-12-31) */}"),
        (".yaml", "# postlint ignore a/b: omdat (anja, until 2026-12-31)"),
        (".po", "# postlint ignore a/b: omdat (anja, until 2026-12-31)"),
        (".json", None),
        (".txt", None),
    ],
)
def test_the_comment_for_a_rule(suffix, expected):
    assert comment_for("a/b", suffix, "omdat", owner="anja", until=date(2026, 12, 31)) == expected


def test_the_comment_in_dutch():
    assert (
        comment_for("a/b", ".md", "mag", until=TODAY, lang="nl") == "<!-- postlint negeer a/b: mag (tot 2026-11-22) -->"
    )
    assert comment_for("a/b", ".md", "mag", whole_file=True, lang="nl") == "<!-- postlint negeer-bestand a/b: mag -->"


@pytest.mark.parametrize("suffix", [".md", ".html", ".mdx", ".yaml", ".po"])
@pytest.mark.parametrize("reason", ["mag", "mag --> niet", "a\nb", "*/}", "x: y"])
def test_the_comment_does_what_it_is_for(checked, suffix, reason):
    comment = comment_for("tone/loud", suffix, reason)
    passages = {".yaml": "{}\na: hallo\nb: hallo", ".po": '{}\nmsgid "a"\nmsgstr "hallo"\n\nmsgid "b"\nmsgstr "hallo"'}
    form = passages.get(suffix, "{}\n<p>hallo</p>\n\n<p>hallo</p>" if suffix == ".html" else "{}\nhallo\n\nhallo")
    report = checked(form.format(comment), suffix)
    assert [(finding.rule, finding.text) for finding in report.findings] == [("own/tone/loud", "hallo")]
    assert len(report.suppressed) == 1
