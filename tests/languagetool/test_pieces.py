"""What LanguageTool is sent, and its offsets back to code points."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document, Span
from postlint.language.tokens import tokens
from postlint.languagetool.pieces import LONGEST, CodeUnits, Piece, pieces

TEXT = st.text(
    st.one_of(
        st.sampled_from("ab \n.!?@#😀👩🏽‍🚒🇳🇱é\u0301\u200d\ufeff\x00\ud83d\ude00"),
        st.characters(exclude_categories=()),
    )
)


def java_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXT, st.integers(0, 60), st.integers(1, 60))
def test_offsets_of_java_are_told_in_code_points(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    units = CodeUnits(text)
    assert units.length == java_length(text)
    if start < end:
        assert units.span(java_length(text[:start]), java_length(text[start:end])) == Span(start, end)


def test_half_a_character_is_the_whole_one() -> None:
    assert CodeUnits("a😀b").span(2, 1) == Span(1, 2)


def test_what_is_no_language_is_marked_up() -> None:
    text = "😀 Dank @jan, mail info@dorp.nl of kijk op dorp.nl/pas #feestje"
    ((start, piece),) = pieces(Document(text, "nl"))
    assert start == 0
    assert json.loads(piece.annotated())["annotation"] == [
        {"text": "😀 Dank "},
        {"markup": "@jan", "interpretAs": "Anna"},
        {"text": ", mail "},
        {"markup": "info@dorp.nl", "interpretAs": "info@example.org"},
        {"text": " of kijk op "},
        {"markup": "dorp.nl/pas", "interpretAs": "https://example.org"},
        {"text": " "},
        {"markup": "#feestje", "interpretAs": "feestje"},
    ]


@given(TEXT, st.sampled_from(["nl", "en"]))
def test_pieces_have_all_tokens_and_lose_nothing(text: str, lang: str) -> None:
    document = Document(text, lang)
    found = list(pieces(document))
    spans = [Span(start, start + len(piece.text)) for start, piece in found]
    assert all(any(span.contains(token.span) for span in spans) for token in tokens(document))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for start, piece in found:
        assert text[start : start + len(piece.text)] == piece.text
        sent = json.loads(piece.annotated())["annotation"]
        assert "".join(part.get("text", part.get("markup")) for part in sent) == piece.text


SENTENCE = "De brug bij het park gaat om negen uur weer open. "


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", []),
        ("Een.\n\nTwee drie.\n\n\n", [4, 10]),
        (SENTENCE * 100, [2000, 2000, 999]),
        ("a" * 3000, [3000]),
        ("Kort. " + "b" * 3000 + ". " + SENTENCE * 2, [5, 3002, 99]),
    ],
)
def test_a_piece_is_a_paragraph_or_the_sentences_of_it_that_fit(text: str, lengths: list[int]) -> None:
    found = [piece for _, piece in pieces(Document(text, "nl"))]
    assert [len(piece.text.rstrip()) if len(piece.text) < LONGEST else len(piece.text) for piece in found] == lengths


def test_equal_pieces_are_one_to_the_cache() -> None:
    one, other = (next(pieces(Document(f"Dag @{name}!", "nl")))[1] for name in ("jan", "jan"))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Piece("en", one.text, one.markup)
