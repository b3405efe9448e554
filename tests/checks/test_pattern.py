from __future__ import annotations

import re
from functools import partial
from string import ascii_uppercase

import pytest
import re2
from conftest import FoundBy
from hypothesis import given
from hypothesis import strategies as st

from postlint.checks.pattern import _spans
from postlint.pattern_syntax import DIGIT, PatternError, quick_form, required_pieces, translate


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


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\bnot\b", "notes, note, not, knot, not", ["not", "not"]),
        (r"\bnot", "knot, notes, not", ["not", "not"]),
        (r"not\b", "notes, knot, not", ["not", "not"]),
        (r"\b(?:a|ab)\b", "ab a ab", ["ab", "a", "ab"]),
        (r"\b\d{2,3}\b", "12 1234 123", ["12", "123"]),
        (r"\b#x\b", "#x#x #x", ["#x", "#x"]),
        (r"#x#", "#x##x#", ["#x#", "#x#"]),
        (r"\b#x#\b", "#x##x# #x#", ["#x#", "#x#"]),
        (r"\bx\b", "_x x\u0301 x\u200d x٣ x", ["x", "x"]),
    ],
)
def test_words_have_edges(found_by: FoundBy, pattern, text, expected):
    assert found_by(f"pattern: ['{pattern}']", text) == expected


@given(
    st.sampled_from([r"\ba+\b", r"\bab?", r"(?:a|ab|-b)\b", r"\b-?b+-?\b", r"\b(?:b|-)(?:a|-)?\b", "a-|b"]),
    st.text(alphabet="abé-_ \u0301", max_size=12),
)
def test_finds_what_the_exact_form_finds(pattern, text):
    wider, exact = (partial(re2.compile, form) for form in translate(pattern))
    assert _spans(wider(), exact, text) == _spans(exact(), exact, text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("abc", ""),  # no class, so it is quick as it is
        (r"\bab\d", r"(?is)ab[\x{80}-\x{10ffff}0-9]"),
        (r"[\w-]+\b", r"(?is)[\x{80}-\x{10ffff}0-9A-Za-z_-]+"),
        (r"[^\d.]\S", r"(?is)[^0-9.][^\s\x{0b}]"),
        (r"\p{Lu}", rf"(?is)[\x{{80}}-\x{{10ffff}}{ascii_uppercase}]"),
        (r"\w\p{Greek}", ""),  # a script, of which the signs are not told
        (r"\P{L}\w", ""),
        (r"\pL\w", ""),
        (r"\p{^L}\w", ""),
        (r"[[:alpha:]]\w", ""),
        (r"[\w-x]", r"(?is)[\x{80}-\x{10ffff}0-9A-Za-z_-x]"),  # the sign before a hyphen begins a range, as in \w there
    ],
)
def test_quick_form(pattern, expected):
    assert quick_form(pattern) == expected


@given(
    st.lists(
        st.sampled_from(
            [r"\w", r"\W", r"\d", r"\s", r"\S", r"\p{Lu}", r"[^\w.]", r"[\d\s]", r"[\w-x]", "é", "k", ".", "(?:a|\\w)+"]
        ),
        min_size=1,
        max_size=5,
    ).map("".join),
    st.text(alphabet="abKk`-\u212aſé1٣ _.’\u00a0\n", max_size=12),
    st.booleans(),
)
def test_where_the_quick_form_finds_nothing_there_is_nothing(pattern, text, ignore_case):
    quick = quick_form(pattern, ignore_case=ignore_case)
    wider, _ = translate(pattern, ignore_case=ignore_case)
    if re2.search(wider, text):
        assert re2.search(quick or wider, text)


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
        (r"\d+", {DIGIT}),
        (r"\d*x", {"x"}),
        (r"\d \w+ [A-Z]", {DIGIT}),
        (r"\w+(?:_\w|[0-9]{2,}),? [A-Z]", {"_", DIGIT}),
        (r"[1-9\d]\w", {DIGIT}),
        (r"[\d.]\w", set()),
        (r"[0-9a-f]\w", set()),
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
