from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.checks.measure import LIMITS
from postlint.errors import InputErrors
from postlint.sources.text import LONGEST_POST, check_text, passages_of, read_text

TEXTS = [
    (b"Dag!", "Dag!"),
    (b"\xef\xbb\xbfDag!\r\n", "Dag!\r\n"),
    ("één 😀\n".encode(), "één 😀\n"),
]

MISTAKES = [
    # data, line, column, what, remedy
    (b"", 0, 0, "no text", "Write a draft."),
    (b" \n\t", 0, 0, "no text", "Write a draft."),
    (b"\xef\xbb\xbf", 0, 0, "no text", "Write a draft."),
    ("één\ngeheim ".encode() + b"\xe9\xe9n", 2, 8, "0xe9 is not UTF-8", "Save the file as UTF-8."),
    (b"geheim \xed\xa0\xbd", 1, 8, "not UTF-8", "Save the file as UTF-8."),
    (b"\xff\xfeg\0e\0h\0e\0i\0m\0", 1, 1, "UTF-16", "Save it as UTF-8."),
    (b"\xef\xbb\xbfgeheim\0", 1, 7, "NUL", "Remove it"),
]


@pytest.mark.parametrize(("data", "text"), TEXTS)
def test_text(data, text):
    assert read_text(data, "draft.txt") == text


@pytest.mark.parametrize(("data", "line", "column", "what", "remedy"), MISTAKES)
def test_mistake(data, line, column, what, remedy):
    with pytest.raises(InputErrors) as raised:
        read_text(data, "draft.txt")
    (error,) = raised.value.errors
    assert (error.line, error.column) == (line, column)
    assert what in error.what
    assert remedy in error.remedy
    assert "geheim" not in str(raised.value)


@pytest.mark.parametrize("text", ["geheim \udce9", "geheim \0"])
def test_text_of_an_option(text):
    with pytest.raises(InputErrors, match="--text:1:8: ") as raised:
        check_text(text, "--text")
    assert "geheim" not in str(raised.value)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with suppress(InputErrors):
        text = read_text(data, "draft.txt")
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


PARAGRAPHS = [
    ("een\n\ntwee", ["een", "twee"]),
    ("een \nregel\n\n\ntwee\n", ["een \nregel", "twee"]),
    ("\n\n  een\r\n \t\r\n twee\r\n", ["  een", " twee"]),
    ("een\n" * 3, ["een\neen\neen"]),
]


@pytest.mark.parametrize(("text", "passages"), PARAGRAPHS)
def test_passages_of_a_long_text(text, passages):
    filled = text + "\n" * (LONGEST_POST + 1 - len(text))
    assert [passage.span.of(filled) for passage in passages_of(filled)] == passages


def test_what_may_be_a_post_is_one_draft():
    assert max(LIMITS.values()) == LONGEST_POST
    assert passages_of("een\n\n".ljust(LONGEST_POST, "x")) == ()
