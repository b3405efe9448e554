"""Positions in each encoding, and the changes that an editor reports in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from postlint.lsp.positions import WIDTHS, Lines, changed

TEXT = "Één 👩‍🚒 komt.\r\nTwee\rdrie\n\u2028vier\x0bvijf\x85"
SIGNS = st.text(st.sampled_from("aé€👩\u200d\u2028\x0b\x85\r\n"), max_size=40)


@pytest.mark.parametrize(
    ("encoding", "word", "line", "column"),
    [
        ("utf-32", "👩", 0, 4),
        ("utf-32", "komt", 0, 8),
        ("utf-16", "komt", 0, 10),
        ("utf-8", "komt", 0, 18),
        ("utf-16", "Twee", 1, 0),
        ("utf-16", "drie", 2, 0),
        ("utf-16", "vier", 3, 1),
        ("utf-8", "vier", 3, 3),
        ("utf-16", "vijf", 3, 6),
    ],
)
def test_where_a_word_stands(encoding, word, line, column):
    lines = Lines(TEXT, encoding)
    assert lines.position(TEXT.index(word)) == types.Position(line, column)
    assert lines.offset(types.Position(line, column)) == TEXT.index(word)


@pytest.mark.parametrize(
    ("position", "offset"), [((0, 99), 13), ((1, 99), 19), ((3, 99), len(TEXT)), ((9, 0), len(TEXT)), ((0, 5), 4)]
)
def test_a_position_that_is_not_there_is_the_nearest_before(position, offset):
    assert Lines(TEXT, "utf-16").offset(types.Position(*position)) == offset


def test_an_offset_within_a_line_end_is_that_of_the_line():
    assert Lines("ja\r\nnee", "utf-16").position(3) == types.Position(0, 2)


@given(SIGNS, st.sampled_from(sorted(WIDTHS)), st.data())
def test_a_position_leads_back_to_its_offset(text, encoding, data):
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] != "\r\n":
        lines = Lines(text, encoding)
        assert lines.offset(lines.position(offset)) == offset


@given(SIGNS, SIGNS, st.sampled_from(sorted(WIDTHS)), st.data())
def test_a_change_of_a_part_changes_nothing_else(text, put, encoding, data):
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    lines = Lines(text, encoding)
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return
    change = types.TextDocumentContentChangePartial(range=lines.range(start, end), text=put)
    assert changed(text, change, encoding) == text[:start] + put + text[end:]


def test_a_change_of_all():
    assert changed("oud", types.TextDocumentContentChangeWholeDocument(text="nieuw"), "utf-16") == "nieuw"
