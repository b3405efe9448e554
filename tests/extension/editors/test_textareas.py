"""The mirror of a textarea: the marks stand where the browser lays the words, and go where the textarea goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from extension.editors.editor_page import FIELD, STYLE, EditorPage, answer
from playwright.sync_api import Browser

WORDS = (
    "Wij staan klaar 👩‍👧 voor inwoners, ook voor wie ver weg woont; "
    "aansprakelijkheidsverzekeringsmaatschappij\ten zo.\n\n  Tweede alinea met  spaties "
)
LONG = WORDS * 6

WRONG = """(() => {
  const seen = { right: 0, wrong: [] };
  const area = field.element.getBoundingClientRect();
  for (const { 0: word, index } of field.text().matchAll(/[a-z]{4,}/gi)) {
    const boxes = field.boxes(index, index + word.length);
    const inside = ({ top, right, bottom, left }) =>
      top > Math.max(area.top, 0) && bottom < Math.min(area.bottom, innerHeight) &&
      left > area.left + 3 && right < Math.min(area.right - 3, innerWidth);
    if (!boxes.length || !boxes.every(inside)) continue;
    const from = document.caretPositionFromPoint(boxes[0].left + 1, boxes[0].top + boxes[0].height / 2);
    const last = boxes.at(-1);
    const to = document.caretPositionFromPoint(last.right - 1, last.top + last.height / 2);
    if (from?.offset === index && to?.offset === index + word.length) seen.right += 1;
    else seen.wrong.push([word, index, from?.offset, to?.offset]);
  }
  return seen;
})()"""


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[EditorPage]:
    page = browser.new_page(viewport={"width": 800, "height": 500})
    page.route("**/*", answer)
    yield EditorPage(page, "plain")
    page.close()


@pytest.fixture
def editor(opened: EditorPage) -> Iterator[EditorPage]:
    yield opened
    opened.world("(highlights.clear(field), 0)")
    assert opened.page.evaluate("document.documentElement.children.length") == 2
    assert opened.faults == []


def frames(editor: EditorPage) -> None:
    editor.page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
    )


def stands_right(editor: EditorPage, at_least: int = 3) -> bool:
    seen = editor.world(WRONG)
    assert seen["wrong"] == []
    return bool(seen["right"] >= at_least)


STYLES = {
    "as the browser has it": "width: 350px; height: 100px",
    "large": "width: 600px; height: 400px",
    "with a scrollbar": "width: 300.6px; height: 90px",
    "border box": "box-sizing: border-box; width: 333.3px; height: 300px; padding: 12px 20px 7px; border: 3px solid",
    "border box, scrollbar": "box-sizing: border-box; width: 333px; height: 90px; padding: 9px; border: 1px solid",
    "font": "font: italic 17.3px/1.37 serif; letter-spacing: 0.6px; word-spacing: 3px; width: 400px; height: 300px",
    "line height without a unit": "line-height: 2; font-size: 19px; width: 400px; height: 300px",
    "centred": "text-align: center; width: 400px; height: 300px",
    "indented": "text-indent: 4em; tab-size: 3; width: 400px; height: 300px",
    "from right to left": "direction: rtl; width: 400px; height: 120px",
    "capitals": "text-transform: uppercase; width: 400px; height: 300px",
    "not wrapped": "white-space: pre; overflow: auto; width: 400px; height: 200px",
    "words broken": "word-break: break-all; width: 400px; height: 300px",
    "zoomed": "zoom: 1.35; width: 300px; height: 200px",
    "shown larger": "transform: scale(1.25) translate(20px, 10px); transform-origin: 0 0; width: 400px; height: 200px",
    "fixed": "position: fixed; right: 30px; bottom: 20px; width: 400px; height: 200px",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_marks_stand_where_the_browser_lays_the_words(editor: EditorPage, style: str):
    editor.lay(f'<div style="padding: 30px"><textarea style="{style}">{LONG}</textarea></div>')
    editor.mark(hold="inwoners")
    assert stands_right(editor, at_least=1)
    editor.page.evaluate("Object.assign(document.querySelector('textarea'), { scrollTop: 37, scrollLeft: 25 })")
    frames(editor)
    assert stands_right(editor, at_least=1)


SCROLLER = (
    '<div id="scroller" style="height: 200px; overflow: auto; margin: 20px"><div style="height: 90px"></div>{}</div>'
)
AREA = f'<textarea style="width: 400px; height: 150px">{LONG}</textarea>'
MOVES = {
    "the page scrolls": (f'<div style="height: 3000px"><br>{AREA}</div>', "scrollTo(0, 70)"),
    "a part of it scrolls": (SCROLLER.format(AREA + "<br>" * 30), "scroller.scrollTop = 60"),
    "the field is made wider": (AREA, "document.querySelector('textarea').style.width = '555px'"),
    "what is above it grows": (f'<div id="above"></div>{AREA}', "above.style.height = '73px'"),
    "it is moved aside": (f'<div id="beside">{AREA}</div>', "beside.style.transform = 'translateX(90px)'"),
}


@pytest.mark.parametrize(("html", "move"), MOVES.values(), ids=MOVES)
def test_the_marks_go_along_when(editor: EditorPage, html: str, move: str):
    editor.lay(html)
    editor.mark(hold="inwoners")
    editor.page.evaluate(f"() => {{ {move}; }}")
    editor.page.wait_for_timeout(150)
    assert stands_right(editor)


def test_the_marks_take_over_another_font_when_something_is_typed(editor: EditorPage):
    editor.lay(AREA)
    editor.mark(hold="inwoners")
    editor.page.evaluate("document.querySelector('textarea').style.fontSize = '21px'")
    editor.world("field.select(0, 0)")
    editor.press("x")
    editor.page.wait_for_timeout(400)
    assert stands_right(editor)


def test_the_marks_go_along_with_the_windows_zoom_and_size(editor: EditorPage):
    editor.lay(f'<div style="padding: 20px"><textarea style="width: 70%; height: 200px">{LONG}</textarea></div>')
    editor.mark(hold="inwoners")
    for width, factor in ((500, 1.5), (1000, 0.67), (800, 1)):
        metrics = {"width": width, "height": 500, "deviceScaleFactor": factor, "mobile": False}
        editor.cdp.send("Emulation.setDeviceMetricsOverride", metrics)
        editor.page.wait_for_timeout(150)
        assert stands_right(editor)
    editor.cdp.send("Emulation.clearDeviceMetricsOverride")


def test_the_marks_go_along_when_a_font_arrives(editor: EditorPage):
    editor.lay(f'<textarea style="width: 500px; height: 300px; font-family: later, monospace">{LONG}</textarea>')
    editor.mark(hold="inwoners")
    editor.page.evaluate(
        """async () => {
          const face = new FontFace("later", "local(DejaVu Serif)");
          document.fonts.add(face);
          await face.load();
        }"""
    )
    editor.page.wait_for_timeout(150)
    assert stands_right(editor)


def test_what_a_part_of_the_page_cuts_off_is_cut_off_of_the_marks_too(editor: EditorPage):
    editor.lay(SCROLLER.format(AREA))
    editor.mark(hold="inwoners")
    assert editor.world("document.documentElement.lastElementChild.localName") == "div"
    before = editor.page.screenshot(clip={"x": 0, "y": 221, "width": 800, "height": 100})
    editor.page.evaluate("scroller.scrollTop = 1000")
    editor.world("(highlights.clear(field), 0)")
    editor.page.evaluate("scroller.scrollTop = 0")
    frames(editor)
    assert editor.page.screenshot(clip={"x": 0, "y": 221, "width": 800, "height": 100}) == before


def test_a_value_that_the_page_sets_is_a_change(editor: EditorPage):
    editor.lay("<textarea>Wij komen erop terug.</textarea>")
    editor.world("(globalThis.changes = 0, globalThis.stop = field.onChange(() => changes += 1), 0)")
    editor.mark(hold="erop terug")
    editor.page.evaluate("document.querySelector('textarea').value = ''")  # as after posting
    editor.world("new Promise((done) => field.onChange(done))")
    assert editor.world("changes") == 1
    assert editor.marked() == {}
    editor.world("(stop(), 0)")


def test_a_field_in_an_open_dialog_has_its_marks_in_front(editor: EditorPage):
    editor.lay(f"<dialog>{AREA}</dialog>")
    editor.page.evaluate("document.querySelector('dialog').showModal()")
    editor.mark(hold="inwoners")
    assert stands_right(editor)
    assert editor.page.evaluate("document.querySelector('dialog').children.length") == 2
    editor.world("(highlights.clear(field), 0)")
    assert editor.page.evaluate("document.querySelector('dialog').children.length") == 1


def test_the_marks_look_the_same_in_a_mirror():
    rules = [" ".join(f"::{rule}".split()) for rule in STYLE.split("::")[1:]]
    mirror = " ".join((FIELD / "mirror.js").read_text().split())
    assert [rule in mirror for rule in rules] == [True, True, True]
