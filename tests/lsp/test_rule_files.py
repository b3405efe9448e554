"""The files of a pack in an editor: errors and examples while typing, lists, and what keys mean."""

from __future__ import annotations

import pytest
from lsp.conftest import FILES, SLOGAN
from lsp.editor import Editor, range_of
from lsprotocol import types

from postlint.pack_tests import prove

RULE, LIST = "claims/role/slogan.nl.yaml", "claims/lists/slogans.nl.yaml"
ERROR, WARNING = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning


def change(old: str, new: str, text: str = SLOGAN) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.fixture
def rule(editor: Editor):
    """The rule, open as it stands on disk, and sound."""
    editor.open(RULE, SLOGAN, "yaml")
    yield editor
    editor.close(RULE)


@pytest.mark.parametrize(
    ("text", "words", "says", "severity"),
    [
        (
            change("severity:", "sevrity:"),
            "sevrity",
            "the key ‘sevrity’ is not known here — Did you mean ‘severity’?",
            ERROR,
        ),
        (
            change("note", "zwaar"),
            "zwaar",
            "‘zwaar’ cannot stand here — Write one of: 'note', 'reconsider' or 'hold'.",
            ERROR,
        ),
        (change("{slogans}", "{leuzen}"), '{leuzen}"', "there is no list ‘leuzen’", ERROR),
        (change("match:\n", "match: [\n"), "message", "this is not YAML", ERROR),
        (
            change("Dus [[wij", "Dus [[dat wij"),
            "Dus [[dat wij zijn er voor u]].",
            "marks ‘wij zijn er voor u’ — Mend",
            WARNING,
        ),
        (
            change("de fiets", "u"),
            "Wij zijn er voor u.",
            "finds ‘Wij zijn er voor u’ in a good example — Mend",
            WARNING,
        ),
        (
            change("Dus [[wij zijn", "Dus [[wij waren"),
            "Dus [[wij waren er voor u]].",
            "gives 0 findings in place of one — Mend",
            WARNING,
        ),
        (
            change("Vandaag", "Samen sterk"),
            "",
            "still finds something once ‘Samen sterk’ is put in place — Mend",
            WARNING,
        ),
    ],
)
def test_what_is_wrong_comes_at_its_place(rule: Editor, text, words, says, severity):
    rule.type(RULE, text)
    shown = rule.diagnostics(RULE)
    told = next(each for each in shown if says in each.message)
    assert (told.severity, told.source) == (severity, "postlint")
    if words and "YAML" not in says:
        assert told.range == range_of(text, words)


@pytest.mark.parametrize(
    "text",
    [
        SLOGAN,
        change("severity:", "sevrity:"),
        change("role/bot-speak", "tone/condescension"),
        change("  bad:", " bad:"),
        change("{slogans}", "{leuzen}"),
        change("Morgen is het zover", "Samen sterk, en de klant centraal"),
    ],
)
def test_it_says_what_rules_test_says_of_the_file(rule: Editor, text):
    file = rule.folder / RULE
    file.write_text(text, encoding="utf-8")
    proof = prove(rule.folder / "claims")
    file.write_text(SLOGAN, encoding="utf-8")
    rule.type(RULE, text)
    shown = rule.diagnostics(RULE)
    assert [(each.range.start.line, each.range.start.character, each.message) for each in shown] == [
        (error.line - 1, error.column - 1, f"{error.what} — {error.remedy}")
        for error in (*proof.invalid, *proof.failures)
    ]


def test_a_rule_that_is_not_on_disk_yet(editor: Editor):
    editor.open("claims/role/new.nl.yaml", SLOGAN.replace("{slogans}", "samen"), "yaml")
    assert [each.severity for each in editor.diagnostics("claims/role/new.nl.yaml")] == []


def test_a_rule_needs_its_twin(editor: Editor):
    editor.open("own/role/thanks.en.yaml", (editor.folder / "own/role/thanks.en.yaml").read_text(), "yaml")
    assert not any("twin" in each.message for each in editor.diagnostics("own/role/thanks.en.yaml"))
    editor.open("own/informing/words.nl.yaml", FILES["own/informing/words.nl.yaml"], "yaml")
    shown = editor.diagnostics("own/informing/words.nl.yaml")
    assert "this rule has no twin in ‘en’" in shown[0].message


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (LIST, "entries: 3\n", "See docs/rules.md"),
        (
            "claims/pack.yaml",
            FILES["claims/pack.yaml"].replace("owner", "eigenaar"),
            "the key ‘eigenaar’ is not known here",
        ),
        ("claims/role/Slogan.yaml", SLOGAN, "this name does not say what the file is"),
    ],
)
def test_lists_packs_and_names(editor: Editor, name, text, says):
    editor.open(name, text, "yaml")
    assert any(says in each.message for each in editor.diagnostics(name))
    editor.close(name)


def test_what_a_list_says_while_it_is_typed_counts_for_its_rules(rule: Editor):
    assert rule.diagnostics(RULE) == []
    assert rule.next_diagnostics(RULE, lambda: rule.open(LIST, "entries: [samen verder]\n", "yaml")) == []
    shown = rule.next_diagnostics(RULE, lambda: rule.type(LIST, "entries: [wij zijn]\n"))
    assert {each.range.start.line for each in shown} >= {SLOGAN.splitlines().index("    - Wij zijn er voor de fiets.")}
    assert rule.next_diagnostics(RULE, lambda: rule.close(LIST)) == []


@pytest.mark.parametrize("words", ['"{slogans}"', "[[{slogans}]]"])
def test_a_list_is_found_from_where_it_is_named(rule: Editor, words):
    start = range_of(SLOGAN, words).start
    found = rule.definition(RULE, start.line, start.character + 5)
    assert found.uri == rule.uri(LIST)
    assert found.range == types.Range(types.Position(1, 0), types.Position(1, 7))


@pytest.mark.parametrize("words", ["‘{found}", "we|wij"])
def test_what_is_no_list_leads_nowhere(rule: Editor, words):
    start = range_of(SLOGAN, words).start
    assert rule.definition(RULE, start.line, start.character + 3) is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("phrases:", "Words and word groups; read aloud they say what they match."),
        ("severity:", "How much a finding weighs"),
        ("suggestion:", "Text that may replace what was found"),
        ("good:", "Near misses"),
        ("examples:", "A rule's own tests"),
        ("Nobody believes", None),
    ],
)
def test_what_a_key_means(rule: Editor, words, says):
    start = range_of(SLOGAN, words).start
    told = rule.hover(RULE, start.line, start.character + 2)
    assert says in told if says else told is None
