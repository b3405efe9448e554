from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.errors import InputErrors
from postlint.toml_source import load

DOCUMENT = '''\
# a comment with "quotes" and [brackets]
fail_on = "hold"
when = 2026-03-18 10:00:00+01:00
calendars = [
    "a.ics",  # one ]
    "b.ics",
]
text = """twee "
[regels] = 1
"""
organisation.name = 'Duinveen'

[organisation.abbreviations]
AB = "algemeen bestuur"
"C D" = 'x'

[[embargoes]]
topic = "één"

[[embargoes]]
topic = "twee"
terms = ["a", {b = 1, c.d = 2}]
[embargoes.more]
x = 1

[rules."core/openness/says-so"]
enabled = false
'''

PLACES = [
    # path, place of the value, place of the key
    (("fail_on",), (2, 11), (2, 1)),
    (("when",), (3, 8), (3, 1)),
    (("calendars", 1), (6, 5), (6, 5)),
    (("text",), (8, 8), (8, 1)),
    (("organisation", "name"), (11, 21), (11, 1)),
    (("organisation", "abbreviations"), (13, 1), (13, 1)),
    (("organisation", "abbreviations", "C D"), (15, 9), (15, 1)),
    (("embargoes", 0, "topic"), (18, 9), (18, 1)),
    (("embargoes", 1), (20, 1), (20, 1)),
    (("embargoes", 1, "terms", 1, "c", "d"), (22, 29), (22, 23)),
    (("embargoes", 1, "more", "x"), (24, 5), (24, 1)),
    (("rules", "core/openness/says-so", "enabled"), (27, 11), (27, 1)),
    (("rules", "core/openness/says-so", "weg"), (26, 1), (26, 1)),
    (("nergens",), (1, 1), (1, 1)),
]

MISTAKES = [
    ("a = 1\na = 2", 2, 6, "Cannot overwrite"),
    ("a = ", 1, 4, "Invalid value"),
    ('x = "abc', 1, 9, "Unterminated"),
    ("[a]\r\nb = 1\r\nc =\r\n", 3, 4, "Invalid value"),
    ("a", 1, 2, "Expected"),
    ("x = " + "[" * 100_000, 1, 1, "too deep"),
]


@pytest.mark.parametrize(("path", "value", "key"), PLACES)
def test_place(path, value, key):
    source = load(DOCUMENT, "a.toml")
    assert source.position(path) == value
    assert source.position(path, of_key=True) == key


@pytest.mark.parametrize(("text", "line", "column", "what"), MISTAKES)
def test_mistake(text, line, column, what):
    with pytest.raises(InputErrors) as raised:
        load(text, "a.toml")
    (error,) = raised.value.errors
    assert (error.line, error.column) == (line, column)
    assert what in error.what


pieces = st.sampled_from(
    [
        "a",
        "b",
        '"c"',
        "'d'",
        " = ",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        ",",
        ".",
        "\n",
        "1",
        '"""',
        "'''",
        "# x",
        "\\",
        "=1\n",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join) | st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(InputErrors):
        source = load(text, "a.toml")
        assert source.position(("a",)) >= (1, 1)
