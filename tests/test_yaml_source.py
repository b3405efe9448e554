import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.datafile import DEPTH_LIMIT, SIZE_LIMIT
from postlint.errors import InputErrors
from postlint.yaml_source import load

VALUES = [
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("Off", "Off"),
    ("true", True),
    ("False", False),
    ("~", None),
    ("", None),
    ("null", None),
    ("12", 12),
    ("-3", -3),
    ("0612345678", 612345678),
    ("1_000", "1_000"),
    ("1.5", 1.5),
    ("1e3", 1000.0),
    (".inf", ".inf"),
    ("12:30", "12:30"),
    ("2026-03-18", "2026-03-18"),
    ("2026-03-18T10:00:00+01:00", "2026-03-18T10:00:00+01:00"),
    ("'12'", "12"),
    ('"true"', "true"),
    ("|\n  twee\n  regels\n", "twee\nregels\n"),
    ("[no, 1, {a: b}]", ["no", 1, {"a": "b"}]),
    ("{no: 1, 2: twee}", {"no": 1, "2": "twee"}),
]

PLACES = [
    # path, place of the value, place of the key
    ((), (1, 1), (1, 1)),
    (("a",), (1, 4), (1, 1)),
    (("b",), (3, 3), (2, 1)),
    (("b", 0), (3, 5), (3, 5)),
    (("b", 1, "😀"), (4, 10), (4, 5)),
    (("b", 1, "d"), (5, 8), (5, 5)),
    (("b", 1, "weg"), (4, 5), (4, 5)),
    (("b", 9, "x", "y"), (3, 3), (3, 3)),
]

DOCUMENT = """\
a: é
b:
  - één
  - "😀": 2
    d: [e,
        f]
"""

MISTAKES = [
    # text, line, column, what
    ("a: &x 1", 1, 4, "anchor"),
    ("b: *x", 1, 4, "alias"),
    ("a: !!python/object:os.system x", 1, 4, "tag"),
    ("a: !mine x", 1, 4, "tag"),
    ("a: ! x", 1, 4, "tag"),
    ("a: 1\nb: 2\na: 3", 3, 1, "‘a’ stands here twice"),
    ("a: {b: 1, b: 2}", 1, 11, "‘b’ stands here twice"),
    ("? [a]\n: 1", 1, 3, "a key must be text"),
    ("a: [1\nb: 2", 2, 2, "not YAML"),
    ("a: b: c", 1, 5, "not YAML"),
    ("\ta: 1", 1, 1, "not YAML"),
    ("a: 'x", 1, 6, "not YAML"),
    ("a\n---\nb", 2, 1, "a second document"),
    ("a: \x07", 1, 4, "does not allow"),
    ("a: \ud83d", 1, 4, "half a character"),
    ("[" * (DEPTH_LIMIT + 1), 1, DEPTH_LIMIT + 1, "too deep"),
    ("[" * 100_000, 1, DEPTH_LIMIT + 1, "too deep"),
    ("a: " + "x" * SIZE_LIMIT, 1, 1, "too large"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text, value):
    assert load(f"key: {text}", "a.yaml").data == {"key": value}


@pytest.mark.parametrize(("path", "value", "key"), PLACES)
def test_place(path, value, key):
    source = load(DOCUMENT, "a.yaml")
    assert source.position(path) == value
    assert source.position(path, of_key=True) == key


def test_empty_file_is_nothing():
    assert load("", "a.yaml").data is None
    assert load("", "a.yaml").position(("a",)) == (1, 1)


@pytest.mark.parametrize(("text", "line", "column", "what"), MISTAKES)
def test_mistake(text, line, column, what):
    with pytest.raises(InputErrors) as raised:
        load(text, "a.yaml")
    (error,) = raised.value.errors
    assert (error.file, error.line, error.column) == ("a.yaml", line, column)
    assert what in error.what


def test_private_text_is_not_shown():
    with pytest.raises(InputErrors) as raised:
        load("a: geheim\na: geheim", "a.yaml", private=True)
    assert "geheim" not in str(raised.value)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(InputErrors):
        source = load(text, "a.yaml")
        assert source.position(("a",)) >= (1, 1)


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(st.characters(categories=["L", "N"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_json_is_yaml_too(data):
    assert load(json.dumps(data, ensure_ascii=False), "a.yaml").data == data
