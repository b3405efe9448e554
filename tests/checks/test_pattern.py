from __future__ import annotations

import re

import pytest
from conftest import FoundBy
from hypothesis import given
from hypothesis import strategies as st

from postlint.pattern_syntax import PatternError, required_pieces, translate


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\béén\b", "zij is één keer, één één", ["één", "één", "één"]),
        (r"\béén\b", "een, eén, éénmaal, tweeéén", []),
        (r"\bnaïef\b", "Naïef!", ["Naïef"]),
        (r"\w+-\w+", "een café-bezoek", ["café-bezoek"]),
        (r"\d+", "kamer ١٢", ["١٢"]),
        (r"a\sb", "a\u00a0b", ["a\u00a0b"]),
        (r"[\w.]+@", "jan.één@x", ["jan.één@"]),
        (r"\Wx", "«x»", ["«x"]),
        (r"\{\{\s*\w+\s*\}\}", "Dag {{ naam }} en {{naam}}", ["{{ naam }}", "{{naam}}"]),
        (r"via ifttt", "Gepost VIA IFTTT", ["VIA IFTTT"]),
        (r"a.c", "a\nc", ["a\nc"]),
        (r"foo|foobar", "foobar", ["foobar"]),  # the longest of overlapping matches
        (r"aa", "aaaa", ["aa", "aa"]),
    ],
)
def test_finds(found_by: FoundBy, pattern, text, expected):
    patterns = ", ".join(f"'{each}'" for each in pattern.split("|"))
    assert found_by(f"pattern: [{patterns}]", text) == expected


def test_case_may_matter(found_by: FoundBy):
    assert found_by("pattern: ['[A-Z]{3}']\ncase: exact", "abc ABC") == ["ABC"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"a\bc", r"\b stands within"),
        (r"[\W]", r"\W stands within"),
        (r"(?=x)", "RE2 refuses"),
        (r"(a)\1", "RE2 refuses"),
        (r"x*", "matches nothing"),
        (r"(abc", "RE2 refuses"),
    ],
)
def test_refuses(pattern, expected):
    with pytest.raises(PatternError, match=re.escape(expected)) as refused:
        translate(pattern)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"via ifttt", {"via ifttt"}),
        (r"(foo|bar)baz+ok", {"foobaz", "barbaz"}),
        (r"a?bcd", {"bcd"}),
        (r"abc|def", {"abc", "def"}),
        (r"x{2}yyy\.nl", {"xxyyy.nl"}),
        (r"\bhello(?: world)?\b", {"hello"}),
        (r"\[LINK\]", {"[LINK]"}),
        (r"\[[A-Z ]+\]", {"["}),
        (r"ab{2,3}cd", {"abb"}),
        (r"(a(b|c)d)ef", {"abdef", "acdef"}),
        (r"\bk[*#@]t\w*", {"k*t", "k#t", "k@t"}),
        (r"\bk[*#@]?t\w*", {"k*t", "k#t", "k@t", "kt"}),
        (r"\bk[*#@]*[tT]\w+oo", {"oo"}),
        (r"🖕", {"🖕"}),
        (r"(?:beste|hallo) ,", {"beste ,", "hallo ,"}),
        (r"\d{2} (?P<what>mensen|leden)+", {" mensen", " leden"}),
        (r"ab*c", {"a"}),
        (r"[^]a]bc|[]x]de", {"bc", "]de", "xde"}),
        (r"\x41bc", {"bc"}),
        (r"\101bc", {"bc"}),
        (r"\Qa.b\Ecd", {"cd"}),
        (r"[[:alpha:]]xy", {"xy"}),
        (r"[-a]x[b-d]yz[a-]", {"yz-", "yza"}),
        (r"\pLxy", {"xy"}),
        (r"x{,2}y", {"x{,2}y"}),
        (r"ax{30}y", {"a" + "x" * 24}),
        (r"[a[-z]bc", {"bc"}),
        (r"[a-c]+|xy", set()),
        (r"\d+", set()),
        (r"(?i)abc", set()),
        (r"a(?i:bc)", set()),
    ],
)
def test_required_pieces(pattern, expected):
    assert required_pieces(pattern) == expected


@given(
    st.from_regex(
        r"[a-c]{0,3}(\[[ab]+\][+?*]?|\([ab]{1,3}\|c\)[?]?|[a-c]\{1,2\}|\\w)?[a-c]{0,4}", fullmatch=True
    ).filter(lambda pattern: re.fullmatch(pattern, "") is None),
    st.text(alphabet="abcABC ", max_size=30),
)
def test_a_required_piece_stands_in_every_match(pattern, text):
    found = re.search(pattern, text, re.IGNORECASE)
    pieces = required_pieces(pattern)
    if found and pieces:
        assert any(piece in found.group().casefold() for piece in pieces)
