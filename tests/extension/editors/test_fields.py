"""Which fields are posts written in, and what an editable says, whatever its editor makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from extension.editors.editor_page import EditorPage, answer
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[EditorPage]:
    page = browser.new_page()
    page.route("**/*", answer)
    opened = EditorPage(page, "plain")
    opened.lay("<textarea></textarea>")
    yield opened
    page.close()


def lay(plain: EditorPage, html: str) -> None:
    plain.page.evaluate("(html) => { document.body.innerHTML = html; }", html)


NO_FIELDS = [
    '<input type="password" aria-label="message">',
    '<input type="search" name="title">',
    '<input name="q" placeholder="Zoeken">',
    '<input type="text" name="city">',
    '<input type="email" placeholder="Message to">',
    '<form role="search"><textarea name="message"></textarea></form>',
    '<div contenteditable="true" role="searchbox"></div>',
    "<textarea readonly></textarea>",
    "<textarea disabled></textarea>",
    "<select></select>",
    "<p>Gewone tekst</p>",
    '<p contenteditable="false">Gewone tekst</p>',
]
FIELDS = [
    "<textarea></textarea>",
    '<input type="text" name="post_title">',
    '<input aria-label="Onderwerp">',
    '<label>Bericht <input id="b"></label>',
    '<div contenteditable="true" role="textbox"></div>',
    '<div contenteditable="plaintext-only"></div>',
    "<div contenteditable></div>",
]


@pytest.mark.parametrize("html", NO_FIELDS)
def test_what_no_post_is_written_in(plain: EditorPage, html: str):
    lay(plain, html)
    assert plain.world(
        "[document, window, null, ...document.body.querySelectorAll('*')].every((each) => !Field.at(each))"
    )


@pytest.mark.parametrize("html", FIELDS)
def test_what_a_post_is_written_in(plain: EditorPage, html: str):
    lay(plain, html)
    element = "document.querySelector('textarea, input, [contenteditable]')"
    assert plain.world(f"Field.at({element}).element === {element} && Field.at({element}) === Field.at({element})")


def test_a_field_is_the_outermost_editable(plain: EditorPage):
    caption = '<figure contenteditable="false"><b contenteditable="true">x</b></figure>'
    lay(plain, f'<div id="outer" contenteditable="true">{caption}</div>')
    assert plain.world("Field.at(document.querySelector('b')).element.id") == "outer"


def test_a_field_that_has_left_is_not_alive_and_says_so(plain: EditorPage):
    lay(plain, '<div contenteditable="true">Hallo</div>')
    plain.world("(field = Field.at(document.querySelector('div')), field.alive)")
    plain.world("new Promise((left) => { field.onChange(left); document.querySelector('div').remove(); })")
    assert plain.world("field.alive") is False
    assert plain.world("field.replace(0, 5, 'Dag', 'Hallo')") is False


SAID = {
    "paragraphs": ("<p>een</p><p>twee</p>", "een\ntwee"),
    "an empty paragraph": ("<p>een</p><p><br></p><p>twee</p>", "een\n\ntwee"),
    "a break that holds a line open": ("een<br><br>", "een\n"),
    "a break at the end": ("<div>een<br></div><div>twee</div>", "een\ntwee"),
    "text beside blocks": ("een<div>twee</div>drie", "een\ntwee\ndrie"),
    "spaces between tags": ("\n  <p>\n een  <b>twee </b> drie\n</p>\n <p>vier</p>\n", "een twee drie\nvier"),
    "a space before a break": ("een <br>twee ", "een\ntwee"),
    "spaces that count": ('<p style="white-space: pre-wrap">een  twee\ndrie\n</p>', "een  twee\ndrie"),
    "spaces that do not break": ("een&nbsp; twee", "een  twee"),
    "lists": ("<ul><li>een</li><li>twee<ul><li>drie</li></ul></li></ul>", "een\ntwee\ndrie"),
    "tables": ("<table><tr><td>een</td><td>twee</td></tr></table>", "een\ntwee"),
    "what editors keep for themselves": ("<p>\u200been\ufefftwee\u2060</p><p>\u200b</p><p>drie</p>", "eentwee\n\ndrie"),
    "an emoji of several": ("👩‍👧 en 🏳️‍🌈", "👩‍👧 en 🏳️‍🌈"),
    "an emoji as a picture": ('Hoi <img alt="🎉" src="data:,"> daar', "Hoi 🎉 daar"),
    "another picture": ('<p>een</p><p><img alt="Een brug" src="data:,"></p><p>twee</p>', "een\ntwee"),
    "a name from a list": ('Dag <span contenteditable="false">@jan</span>!', "Dag @jan!"),
    "controls": ('een <button>Weg</button><span role="button">Meer</span>twee', "een twee"),
    "what is laid over the text": (
        '<div contenteditable="false" style="position: absolute">Schrijf hier</div><p>een</p>',
        "een",
    ),
    "what is hidden": ('een<span style="display: none">twee</span><i style="visibility: hidden">drie</i>', "een"),
    "a caption in a block": (
        '<p>een</p><div contenteditable="false">Foto <p contenteditable="true">onder</p></div>',
        "een\nonder",
    ),
    "inline elements around blocks": ("<span>een<div>twee</div></span>drie", "een\ntwee\ndrie"),
}


@pytest.mark.parametrize(("html", "said"), SAID.values(), ids=SAID)
def test_an_editable_says(plain: EditorPage, html: str, said: str):
    lay(plain, f'<div contenteditable="true">{html}</div>')
    plain.world("(field = Field.at(document.querySelector('div')), 0)")
    assert plain.text() == said
    # each character stands where it was read, and a change is read as if it were new
    plain.world("(globalThis.stop = field.onChange(() => {}), 0)")
    assert plain.world(PLACES) == []
    plain.page.evaluate(
        "(html) => document.querySelector('div').insertAdjacentHTML('beforeend', `<p>${html}</p>`)", html
    )
    changed = plain.text()
    plain.world("(stop(), 0)")
    assert plain.text() == changed == f"{said}\n{said}"


PLACES = """[...field.text()].reduce(({ at, wrong }, character) => {
  const [first, last] = field.points(at, at + character.length);
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  const said = String(range).replace('\\u00a0', ' ').replace(/[\\u200b\\u2060\\ufeff]/g, '');
  const isNowhere = character === '\\n' || range.cloneContents().querySelector('img');
  const isRight = said === character || isNowhere || !said.trim();
  return { at: at + character.length, wrong: isRight ? wrong : [...wrong, [at, character, said]] };
}, { at: 0, wrong: [] }).wrong"""


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        ("", "een", {"start": 0, "removed": 0, "inserted": 3}),
        ("een twee", "een drie", {"start": 4, "removed": 3, "inserted": 3}),
        ("aa", "aaa", {"start": 2, "removed": 0, "inserted": 1}),
        ("aaa", "aa", {"start": 2, "removed": 1, "inserted": 0}),
        ("een", "een", {"start": 3, "removed": 0, "inserted": 0}),
    ],
)
def test_the_edit_between_two_texts(plain: EditorPage, before: str, after: str, edit: dict[str, int]):
    assert plain.world(f"editBetween({json.dumps(before)}, {json.dumps(after)})") == edit


@pytest.mark.parametrize(
    ("edit", "start"),
    [
        ({"start": 0, "removed": 0, "inserted": 2}, 12),
        ({"start": 10, "removed": 0, "inserted": 2}, 12),
        ({"start": 14, "removed": 0, "inserted": 2}, 10),
        ({"start": 3, "removed": 7, "inserted": 0}, 3),
        ({"start": 3, "removed": 8, "inserted": 0}, None),
        ({"start": 12, "removed": 0, "inserted": 1}, None),
        ({"start": 11, "removed": 1, "inserted": 1}, None),
    ],
)
def test_where_a_span_is_after_an_edit(plain: EditorPage, edit: dict[str, int], start: int | None):
    moved = plain.world(f"movedSpan({{ start: 10, end: 14 }}, {json.dumps(edit)})")
    assert moved == (None if start is None else {"start": start, "end": start + 4})
