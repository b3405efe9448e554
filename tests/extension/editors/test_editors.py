"""Each behaviour in each of the editors that people post with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from extension.editors.editor_page import DRAFT, EditorPage, answer
from playwright.sync_api import Browser

EDITORS = ["textarea", "draftjs", "lexical", "tiptap", "quill", "ckeditor", "tinymce", "gutenberg"]
MARKED = {"hold": ["fijn"], "reconsider": ["Dank @jan, wij"], "note": ["regel twee"]}


@pytest.fixture(scope="module", params=EDITORS)
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[EditorPage]:
    page = browser.new_page(viewport={"width": 800, "height": 500})
    page.route("**/*", answer)
    yield EditorPage(page, request.param)
    page.close()


@pytest.fixture
def editor(opened: EditorPage) -> Iterator[EditorPage]:
    opened.renew()
    yield opened
    opened.world("(highlights.clear(field), 0)")
    assert opened.faults == []


def test_the_draft_reads_as_its_author_sees_it(editor: EditorPage):
    assert editor.text() == editor.model() == DRAFT
    assert editor.world("Field.at(field.element.querySelector('span, p') ?? field.element) === field")
    assert editor.world("field.alive")


def test_an_empty_editor_says_nothing(editor: EditorPage):
    editor.empty()
    editor.wait_for_model("")


def test_marks_stand_at_their_words(editor: EditorPage):
    editor.mark(hold="fijn", reconsider="Dank @jan, wij", note="regel twee")
    assert editor.marked() == MARKED
    editor.mark(note="wereld")
    assert editor.marked() == {"note": ["wereld"]}
    editor.world("(highlights.clear(field), 0)")
    assert editor.marked() == {}


def test_marks_follow_what_is_typed_before_them_and_after_them(editor: EditorPage):
    editor.mark(hold="fijn", reconsider="Dank @jan, wij", note="regel twee")
    editor.world("field.select(0, 0)")
    editor.page.keyboard.type("Ja! ")
    editor.wait_for_model("Ja! " + DRAFT)
    assert editor.marked() == MARKED
    editor.world("field.select(field.text().length, field.text().length)")
    editor.page.keyboard.type(" Echt")
    editor.wait_for_model(f"Ja! {DRAFT} Echt")
    assert editor.marked() == MARKED


def test_a_mark_goes_when_its_words_are_changed(editor: EditorPage):
    editor.mark(hold="fijn", note="wereld")
    editor.world("field.select(field.text().indexOf('fijn') + 2, field.text().indexOf('fijn') + 2)")
    editor.page.keyboard.type("o")
    editor.wait_for_model(DRAFT.replace("fijn", "fiojn"))
    assert editor.marked() == {"note": ["wereld"]}


@pytest.mark.parametrize(
    ("old", "new"),
    [("fijn", "mooi weer"), ("regel twee", "zin 2"), ("wij komen", "ik kom"), ("dit is ", ""), (" terug.", " terug!")],
)
def test_words_are_replaced_and_come_back_by_undo(editor: EditorPage, old: str, new: str):
    assert editor.replace(old, new)
    editor.wait_for_model(DRAFT.replace(old, new))
    editor.press("Control+z")
    editor.wait_for_model(DRAFT)


@pytest.mark.parametrize(("old", "new"), [("Dank @jan, wij", "Beste @jan, we"), ("Dank @jan, ", ""), ("@jan", "@piet")])
def test_words_with_a_name_in_them_are_replaced_whole_or_not_at_all(editor: EditorPage, old: str, new: str):
    replaced = editor.replace(old, new)
    editor.wait_for_model(DRAFT.replace(old, new) if replaced else DRAFT)


def test_words_of_two_paragraphs_are_replaced_whole_or_not_at_all(editor: EditorPage):
    replaced = editor.replace("fijn.\nRegel", "mooi. Regel")
    editor.wait_for_model(DRAFT.replace("fijn.\nRegel", "mooi. Regel") if replaced else DRAFT)


def test_undo_brings_back_only_what_was_replaced(editor: EditorPage):
    editor.world("field.select(0, 0)")
    editor.page.keyboard.type("Ja, ")
    editor.wait_for_model("Ja, " + DRAFT)
    editor.page.wait_for_timeout(1200)  # editors make one step of what is typed within a second
    assert editor.replace("fijn", "mooi")
    editor.press("Control+z")
    editor.wait_for_model("Ja, " + DRAFT)


def test_nothing_is_replaced_when_the_words_are_no_longer_there(editor: EditorPage):
    assert editor.world("field.replace(0, 5, 'Dag', 'Doei!')") is False
    assert editor.text() == editor.model() == DRAFT


def test_the_page_is_not_changed_by_marks(editor: EditorPage):
    editor.frame().evaluate(
        """() => {
          window.seen = [];
          window.watch = new MutationObserver((records) => seen.push(...records.map((record) => record.type)));
          const everything = { subtree: true, childList: true, characterData: true, attributes: true };
          watch.observe(document.body, everything);
          watch.observe(document.head, everything);
        }"""
    )
    editor.mark(hold="fijn", note="regel twee")
    editor.mark(reconsider="wereld")
    editor.world("(field.boxes(0, 5), highlights.clear(field), 0)")
    editor.page.wait_for_timeout(100)
    assert editor.frame().evaluate("(watch.disconnect(), seen)") == []
    assert editor.frame().evaluate("document.documentElement.children.length") == 2


def test_the_boxes_are_where_the_words_are(editor: EditorPage):
    for words in ("fijn", "regel twee", "wij komen"):
        assert editor.world(f"found({words!r})") == words


def test_nothing_stays_behind_when_the_editor_goes(editor: EditorPage):
    if editor.is_framed():  # its frame goes with it, and all that was in it
        editor.renew()
        assert editor.world("CSS.highlights.size") == 0
        return
    editor.world(
        """addEventListener("renewed", () => {
          field = Field.at(document.querySelector("textarea, [contenteditable=true]"));
          highlights.show(field, [span("fijn", "hold")]);
        })"""
    )
    editor.page.evaluate(
        """async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          for (let round = 0; round < 50; round += 1) {
            await editor.remove();
            await frame();
            await editor.add();
            await frame();
            await frame();
            dispatchEvent(new Event("renewed"));
          }
          await editor.remove();
          await frame();
          await frame();
          await frame();
        }"""
    )
    editor.world("(field = null, 0)")
    kinds = [
        "MutationObserver",
        "ResizeObserver",
        "IntersectionObserver",
        "Mirror",
        "Highlight",
        "MarkedField",
        "Range",
    ]
    assert {kind: editor.living(kind) for kind in kinds} == dict.fromkeys(kinds, 0)
    assert editor.page.evaluate("document.documentElement.children.length") == 2
