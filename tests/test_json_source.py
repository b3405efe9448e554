import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.errors import InputErrors
from postlint.json_source import load, offsets

MISTAKES = [
    # text, line, column, what
    ('{"a": 1,\n "a": 2}', 2, 2, "‘a’ stands here twice"),
    ('{"a": NaN}', 1, 7, "‘NaN’ is not a number"),
    ('{"a": -Infinity}', 1, 7, "is not a number"),
    ('{"a": 1', 1, 8, "not JSON"),
    ("{a: 1}", 1, 2, "not JSON"),
    ("", 1, 1, "not JSON"),
    ("[" * 100_000, 1, 1, "out of bounds"),
    ("1" * 5_000, 1, 1, "out of bounds"),
]


@pytest.mark.parametrize(("text", "line", "column", "what"), MISTAKES)
def test_mistake(text, line, column, what):
    with pytest.raises(InputErrors) as raised:
        load(text, "a.json")
    (error,) = raised.value.errors
    assert (error.line, error.column) == (line, column)
    assert what in error.what


def test_place_counts_from_the_first_line():
    source = load('{"a": [1, {"b": "😀", "c": 2}]}', "a.jsonl", first_line=7)
    assert source.position(("a", 1, "c")) == (7, 27)
    assert source.position(("a", 1, "c"), of_key=True) == (7, 22)
    assert source.line(7).startswith('{"a"')
    assert source.line(8) == ""


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(InputErrors):
        source = load(text, "a.json")
        assert source.position(()) >= (1, 1)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def value_at(data, path):
    for key in path:
        data = data[key]
    return data


@given(plain, st.sampled_from([None, 2]), st.booleans())
def test_each_value_stands_at_its_offset(data, indent, ensure_ascii):
    text = json.dumps(data, indent=indent, ensure_ascii=ensure_ascii)
    for path, (key_offset, offset) in offsets(text).items():
        assert json.JSONDecoder().raw_decode(text, offset)[0] == value_at(data, path)
        if path and isinstance(path[-1], str):
            assert json.JSONDecoder().raw_decode(text, key_offset)[0] == path[-1]
