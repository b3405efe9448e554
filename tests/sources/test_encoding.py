from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.errors import InputErrors
from postlint.sources.encoding import decode_copy

TEXT = "Eén café, ’s avonds – €5\n"

READ = [
    TEXT.encode(),
    b"\xef\xbb\xbf" + TEXT.encode(),
    TEXT.encode("utf-16"),
    b"\xfe\xff" + TEXT.encode("utf-16-be"),
    TEXT.encode("cp1252"),
]

REFUSED = [
    # data, line, column, what
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 2, 1, "binary"),
    (b"PK\x03\x04\xff\xfe", 1, 1, "binary"),
    (b"%PDF-1.7\n%\xe2\xe3", 1, 1, "binary"),
    (b"een\ntwee\0drie", 2, 5, "NUL"),
    (b"een\x01", 1, 4, "binary"),
    (b"\xff\xfea\0\0\xd8", 1, 2, "UTF-16"),
    (b"een\nt\x81", 2, 2, "CP1252"),
    ("één\nt".encode() + b"\xe9 x", 2, 2, "UTF-8"),
]


@pytest.mark.parametrize("data", READ)
def test_read(data):
    assert decode_copy(data, "a.md") == TEXT


@pytest.mark.parametrize(("data", "line", "column", "what"), REFUSED)
def test_refused(data, line, column, what):
    with pytest.raises(InputErrors) as raised:
        decode_copy(data, "a.md")
    (error,) = raised.value.errors
    assert (error.line, error.column) == (line, column)
    assert what in error.what
    assert error.excerpt == ""


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with suppress(InputErrors):
        decode_copy(data, "a.md")
