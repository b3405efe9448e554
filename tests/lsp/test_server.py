"""The language server, as an editor meets it: a real process, over standard input and output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsp.conftest import write
from lsp.editor import START, Editor, range_of
from lsprotocol import types
from typer.testing import CliRunner

from postlint.cli.app import make_app

THANKS, HOLD, NOTE = "own/role/thanks", "own/openness/internal", "own/informing/words"


def seen(diagnostics: list[types.Diagnostic]) -> list[tuple[str, types.Range]]:
    return [(str(each.code), each.range) for each in diagnostics]


@pytest.mark.parametrize(
    ("name", "language", "text", "found"),
    [
        (
            "a.md",
            "markdown",
            "# 👩‍🚒 Titel\r\n\r\n👍 **Dank** voor uw bericht, zei ze.\r\n",
            {"Dank** voor uw bericht": THANKS},
        ),
        (
            "b.html",
            "html",
            "<p>Één&nbsp;😀 dank voor uw bericht.</p>\n<pre>niet delen</pre>",
            {"dank voor uw bericht": THANKS},
        ),
        ("c.txt", "plaintext", "Regel\u2028één.\r\nNiet delen, 😀 vigerende!", {"Niet delen": HOLD, "vigerende": NOTE}),
        ("untitled:Untitled-1", "plaintext", "Graag niet delen.", {"niet delen": HOLD}),
        ("leeg.txt", "plaintext", " \r\n", {}),
        ("rust.md", "markdown", "Wij zijn er vandaag, en morgen ook weer.\n", {}),
    ],
)
def test_findings_come_at_their_place(editor: Editor, name, language, text, found):
    editor.open(name, text, language)
    assert seen(editor.diagnostics(name)) == [(rule, range_of(text, words)) for words, rule in found.items()]


def test_severities_and_words(editor: Editor):
    editor.open("d.md", "Niet delen.\n\nDank voor uw bericht.\n\nHet vigerende beleid.\n")
    shown = editor.diagnostics("d.md")
    assert [(each.code, each.severity) for each in shown] == [
        (HOLD, types.DiagnosticSeverity.Error),
        (THANKS, types.DiagnosticSeverity.Warning),
        (NOTE, types.DiagnosticSeverity.Information),
    ]
    assert {each.message for each in shown} == {
        f"‘{words}’ is found." for words in ("Niet delen", "Dank voor uw bericht", "vigerende")
    }
    assert {each.source for each in shown} == {"postlint"}
    assert {each.code_description for each in shown} == {None}


def test_what_is_about_the_whole_draft_is_shown_on_its_first_line(editor: Editor):
    text = "\n\nEen lange tekst.\n" + "Er komt nog meer van wat er al stond. " * 5
    editor.open("e.txt", text, "plaintext")
    assert seen(editor.diagnostics("e.txt")) == [
        ("own/informing/long", types.Range(types.Position(0, 0), types.Position(0, 0)))
    ]


PAGES = {
    "p.md": (
        "---\ntitle: Niet delen 😀\n---\n\n* Dank voor uw `code` bericht\n* Dank **voor** uw bericht\n\n"
        "| a | Vigerende |\n|--|--|\n| niet delen | b |\n"
    ),
    "intern/q.md": "Goedendag, dank voor uw bericht. Dit graag niet delen.\r\n\r\n![vigerende](x.png)\r\n",
    "r.html": (
        "<title>Vigerende</title><p lang=en>Thank you for your message</p>\r\n"
        "<p title='niet delen'>Dank&shy; voor uw bericht</p>"
    ),
    "s.txt": "Dank voor uw bericht 😀 en\r\nniet delen.\n\nGoedendag",
    "t.md": "---\ntitle: [\n---\n\nDank voor uw bericht.\n",
    "u.md": (
        "<!-- postlint ignore openness: zo -->\nNiet delen.\n\n<!-- postlint ignore role: -->\nDank voor uw bericht.\n"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_says_what_check_says_of_the_file(editor: Editor, name, monkeypatch: pytest.MonkeyPatch):
    file = editor.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(PAGES[name], encoding="utf-8", newline="")
    monkeypatch.chdir(file.parent)
    report, *others = json.loads(
        CliRunner().invoke(make_app(), ["check", "--unmasked", "--format", "json", str(file)]).output
    )["reports"]
    findings = [finding for each in (report, *others) for finding in each["findings"]]
    problems = [problem for each in (report, *others) for problem in each["problems"]]
    editor.open(name, "Iets heel anders.")
    editor.type(name, PAGES[name])
    shown = editor.diagnostics(name)
    assert [(each.code, each.message) for each in shown if each.code] == [
        (each["rule"], each["message"]) for each in findings
    ]
    assert [(each.range.start, each.range.end) for each in shown if each.code] == [
        (
            types.Position(place["line"] - 1, place["utf16"][0] - 1),
            types.Position(place["end_line"] - 1, place["utf16"][1] - 1),
        )
        for place in (each["place"] for each in findings)
    ]
    assert [(each.range.start.line + 1, each.message) for each in shown if not each.code] == [
        (each["line"], f"{each['what']} — {each['remedy']}") for each in problems
    ]
    assert findings or problems


def test_a_change_of_a_part_is_checked_where_it_stands(editor: Editor):
    text = "Een\x0bregel\u2028met 😀 rare einden.\r\nEn nog een.\r\n"
    editor.open("f.txt", text, "plaintext")
    assert editor.diagnostics("f.txt") == []
    put = types.TextDocumentContentChangePartial(range=range_of(text, "😀"), text="dank voor uw bericht 👍")
    more = types.TextDocumentContentChangePartial(
        range=types.Range(types.Position(1, 6), types.Position(1, 11)), text=" niet delen"
    )
    editor.type("f.txt", put, more)
    shown = editor.diagnostics("f.txt")
    after = "Een\x0bregel\u2028met dank voor uw bericht 👍 rare einden.\r\nEn nog niet delen\r\n"
    assert seen(shown) == [(THANKS, range_of(after, "dank voor uw bericht")), (HOLD, range_of(after, "niet delen"))]


def test_of_many_changes_only_the_last_is_reported(editor: Editor):
    editor.open("g.md", "Begin.")
    assert editor.diagnostics("g.md") == []
    for letter in "Dank voor uw bericht"[:19]:
        end = types.Position(0, 999)
        editor.type("g.md", types.TextDocumentContentChangePartial(range=types.Range(end, end), text=letter))
    last = editor.type("g.md", "Dank voor uw bericht")
    assert [each.code for each in editor.diagnostics("g.md")] == [THANKS]
    assert editor.versions("g.md") == [last - 20, last]


def test_a_large_text_stops_nobody(editor: Editor):
    """While megabytes are checked, another text is opened, checked and asked about; of the large one its end counts."""
    large = "Dit is een gewone alinea van een groot bestand over het zwembad.\n\n" * 5_000
    editor.open("large.md", large)
    editor.open("small.md", "Niet delen.")
    assert [each.code for each in editor.diagnostics("small.md")] == [HOLD]
    assert editor.hover("small.md", 0, 2)
    assert editor.versions("large.md") == []
    last = editor.type("large.md", "Niet delen, niet delen.")
    assert [each.code for each in editor.diagnostics("large.md")] == [HOLD, HOLD]
    assert editor.versions("large.md") == [last]


def test_a_file_that_is_closed_shows_nothing(editor: Editor):
    editor.open("h.md", "Niet delen.")
    assert editor.diagnostics("h.md")
    assert editor.next_diagnostics("h.md", lambda: editor.close("h.md")) == []
    assert editor.hover("h.md", 0, 2) is None
    assert editor.actions("h.md", range_of("Niet delen", "Niet")) == []


def test_hover_tells_why_and_what_to_do_and_how_it_was_done_well(editor: Editor):
    editor.open("i.md", "Zei *dank* voor uw bericht.\n")
    editor.diagnostics("i.md")
    assert editor.hover("i.md", 0, 1) is None
    told = editor.hover("i.md", 0, 12)
    assert told.startswith(
        "‘dank voor uw bericht’ is found.\n\n**Why:** It is only a test.\n\n**Instead:** Write something else."
    )
    assert "### Dank voor de dank" in told
    assert "> Wat een foto, die ooievaar!" in told


def test_what_hover_quotes_is_no_markup(editor: Editor):
    editor.open("j.txt", "<b>Niet</b> *niet delen* [x](y)", "plaintext")
    editor.diagnostics("j.txt")
    assert "*" not in editor.hover("j.txt", 0, 16).partition("**Why")[0].replace("\\*", "")


def test_a_suggestion_is_a_quick_fix(editor: Editor):
    text = "👍 dank voor uw bericht\n"
    editor.open("k.md", text)
    editor.diagnostics("k.md")
    action, *_ = editor.actions("k.md", range_of(text, "voor"))
    assert (action.title, action.kind, action.is_preferred) == ("Write ‘Fijn dat u schreef’", "quickfix", True)
    assert seen(action.diagnostics) == [(THANKS, range_of(text, "dank voor uw bericht"))]
    assert action.edit.changes == {
        editor.uri("k.md"): (types.TextEdit(range_of(text, "dank voor uw bericht"), "Fijn dat u schreef"),)
    }
    assert editor.actions("k.md", range_of(text, "👍")) == []
    assert editor.actions("k.md", range_of(text, "voor"), only=["refactor"]) == []


def test_words_with_markup_between_are_not_replaced(editor: Editor):
    editor.open("l.md", "Dank **voor** uw bericht\n")
    editor.diagnostics("l.md")
    everywhere = types.Range(types.Position(0, 0), types.Position(0, 30))
    assert not any(action.title.startswith("Write") for action in editor.actions("l.md", everywhere))


def test_a_finding_can_be_let_be(editor: Editor):
    editor.open("v.md", "Één.\n\nNiet delen.\n")
    editor.diagnostics("v.md")
    (action,) = editor.actions("v.md", types.Range(types.Position(2, 0), types.Position(2, 0)))
    assert (action.title, action.kind) == (f"Let this be, for a reason: {HOLD}", "quickfix")
    assert not action.is_preferred
    (edit,) = action.edit.changes[editor.uri("v.md")]
    assert edit.new_text == f"<!-- postlint ignore {HOLD}: -->\n"
    assert edit.range == types.Range(types.Position(2, 0), types.Position(2, 0))


def test_other_files_are_left_alone(editor: Editor):
    editor.open("m.py", "# niet delen", "python")
    editor.open("n.yaml", "a: niet delen", "yaml")
    editor.open("o.md", "Niet delen.")
    editor.diagnostics("o.md")
    assert editor.versions("m.py") == editor.versions("n.yaml") == []


def test_an_editor_gets_positions_and_edits_as_it_knows_them(tmp_path: Path):
    able = {"workspace": {"workspaceEdit": {"documentChanges": True, "snippetEditSupport": True}}}
    editor = Editor(write(tmp_path), encodings=["utf-8", "utf-16"], able=able)
    assert editor.server.position_encoding == "utf-8"
    editor.open("a.md", "Ja\r\n\r\nÉén 😀 niet delen\r\n")
    assert seen(editor.diagnostics("a.md")) == [(HOLD, in_line(2, 11, 21))]
    version = editor.type("a.md", types.TextDocumentContentChangePartial(range=in_line(2, 6, 10), text="👍👍"))
    assert seen(editor.diagnostics("a.md")) == [(HOLD, in_line(2, 15, 25))]

    (action,) = editor.actions("a.md", in_line(2, 15, 15))
    (change,) = action.edit.document_changes
    assert change.text_document.version == version
    assert change.edits == (
        types.SnippetTextEdit(in_line(2, 0, 0), types.StringValue(f"<!-- postlint ignore {HOLD}: $1 -->\r\n")),
    )
    assert editor.hover("a.md", 2, 16).startswith("‘niet delen’ is found.\nIt is only a test.\n→ ")
    assert editor.leave() == (0, "")


def in_line(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


# ---- what changes, and what breaks ----------------------------------------------------------------------------------


def test_what_changes_counts_at_once_and_what_breaks_leaves_the_old_in_force(tmp_path: Path):
    config, rule = (write(tmp_path) / "postlint.toml").read_text(), "own/role/thanks.nl.yaml"
    (tmp_path / "postlint.toml").write_text(config.replace("packs = [", "pakcs = [", 1))
    sound = (tmp_path / rule).read_text()
    text = "Dank voor uw bericht. Tot ziens."
    editor = Editor(tmp_path)
    editor.open("a.md", text)
    (shown,) = editor.diagnostics("a.md")
    assert shown.message.startswith("The configuration or a pack is not valid, so nothing was checked.")
    editor.wait(lambda: len(editor.messages) == 1)
    assert editor.messages[0].startswith(f"Nothing is checked until this is mended:\n{tmp_path}/postlint.toml:1:1: ")

    shown = editor.next_diagnostics("a.md", lambda: editor.save("postlint.toml", config))
    assert seen(shown) == [(THANKS, range_of(text, "Dank voor uw bericht"))]

    broken = editor.next_diagnostics("a.md", lambda: editor.save(rule, sound.replace("severity:", "sevrity:")))
    assert broken == shown
    editor.wait(lambda: len(editor.messages) == 2)
    assert editor.messages[1].startswith("The rules of before stay in force until this is mended:\n")
    assert f"{tmp_path / rule}:2:1: the key ‘sevrity’ is not known here" in editor.messages[1]

    parting = sound.replace("[dank voor uw bericht]", "[tot ziens]")
    shown = editor.next_diagnostics("a.md", lambda: (tmp_path / rule).write_text(parting))  # by another program
    assert seen(shown) == [(THANKS, range_of(text, "Tot ziens"))]
    assert len(editor.messages) == 2
    assert editor.leave() == (0, "")


SABOTAGE = """
import postlint.engine
found = postlint.engine.ReadyRule.findings
def crash(self, document, mixed):
    if self.rule.id == "own/role/thanks": raise KeyError(document.text)
    return found(self, document, mixed=mixed)
whole = postlint.engine.Linter.found
def broken(self, draft):
    if "boem" in draft.text: raise ValueError(draft.text)
    return whole(self, draft)
postlint.engine.ReadyRule.findings, postlint.engine.Linter.found = crash, broken
"""


def test_a_crash_is_told_without_the_text_and_the_server_lives_on(tmp_path: Path):
    editor = Editor(write(tmp_path), start=SABOTAGE + START)
    editor.open("a.md", "Dank voor uw bericht.")
    (shown,) = editor.diagnostics("a.md")
    assert shown.message.startswith(f"The rule {THANKS} crashed (KeyError).")
    editor.type("a.md", "Dank voor uw bericht, boem.")
    (shown,) = editor.diagnostics("a.md")
    assert shown.message.startswith("The check crashed (ValueError).")
    editor.wait(lambda: len(editor.messages) == 2)
    editor.type("a.md", "Dank voor uw bericht, nog eens.")
    assert len(editor.diagnostics("a.md")) == 1
    assert len(editor.messages) == 2
    assert "Dank" not in "".join(editor.messages)
    assert editor.leave() == (0, "")


def test_without_its_editor_the_server_ends(tmp_path: Path):
    editor = Editor(write(tmp_path))
    editor.open("large.md", "Dit is een gewone alinea over het zwembad.\n\n" * 5_000)
    assert editor.leave(politely=False) == (1, "")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("postlint.parts.OF_COMMANDS", {"editor": "no_such_module"})
    told = CliRunner().invoke(make_app("lsp"), ["lsp"])
    assert told.exit_code == 2
    assert "pip install 'postlint[editor]'" in told.output
