import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, merge
from postlint.document import Draft
from postlint.errors import InputError
from postlint.sources.jsonl import read_drafts

DRAFTS = [
    (b'{"text": "Dag!"}', Draft("Dag!")),
    (b'{"text": "Dag!", "id": "1", "lang": "nl"}', Draft("Dag!", Context(lang="nl"), "1")),
    (b'{"text": "Dag!", "context": {"channel": "x"}}', Draft("Dag!", Context(channel="x"))),
    (b'{"text": "Dag!", "lang": "nl", "context": {"lang": "nl"}}', Draft("Dag!", Context(lang="nl"))),
    (b'{"text": "Dag!", "context": null, "id": null, "lang": null}', Draft("Dag!")),
    (b'{"text": "Dag!", "risks": [{"risk": "x"}], "note": "waarom"}', Draft("Dag!")),
    (b'\xef\xbb\xbf{"text": "\\ud83d\\ude00"}\r', Draft("😀")),
    ('{"text": "a\u2028b\x85c"}'.encode(), Draft("a\u2028b\x85c")),
]

MISTAKES = [
    # line, column, what
    (b'{"text": "geheim"', 18, "not JSON"),
    (b"geheim", 1, "not JSON"),
    (b'["geheim"]', 1, "a table belongs here, not a list"),
    (b"null", 1, "not nothing"),
    (b'{"text": "geheim \xe9"}', 18, "not UTF-8"),
    (b'{"text": "geheim \\u0000"}', 10, "NUL"),
    (b'{"text": "geheim \0"}', 18, "NUL"),
    (b'{"text": "geheim \\ud800"}', 10, "lone surrogate"),
    (b'{"text": " "}', 10, "no text"),
    (b'{"text": 3}', 10, "text belongs here"),
    (b'{"text": "geheim", "text": "geheim"}', 20, "twice"),
    (b'{"id": "1"}', 1, "‘text’ is missing"),
    (b'{"text": "geheim", "tags": []}', 20, "‘tags’ is not known here"),
    (b'{"text": "geheim", "id": 1}', 26, "text belongs here"),
    (b'{"text": "geheim", "lang": "de"}', 28, "not one of the choices"),
    (b'{"text": "geheim", "lang": "nl", "context": {"lang": "en"}}', 54, "two languages"),
    (b'{"text": "geheim", "context": []}', 31, "a table belongs here"),
    (b'{"text": "geheim", "context": {"chanel": "x"}}', 32, "‘chanel’ is not known"),
    (b'{"text": "geheim", "context": {"publish_at": "2026-01-01"}}', 46, "has no offset"),
    (b'{"text": "geheim", "context": ' + b"[" * 100_000, 1, "out of bounds"),
]


@pytest.mark.parametrize(("line", "draft"), DRAFTS)
def test_draft(line, draft):
    assert list(read_drafts(line, "a.jsonl")) == [draft]


@pytest.mark.parametrize(("line", "column", "what"), MISTAKES)
def test_a_broken_line_is_told_and_the_others_are_read(line, column, what):
    data = b'{"text": "voor"}\n\n' + line + b'\r\n{"text": "na"}'
    before, error, after = read_drafts(data, "a.jsonl")
    assert (before, after) == (Draft("voor"), Draft("na"))
    assert (error.file, error.line, error.column) == ("a.jsonl", 3, column)
    assert what in error.what
    assert "geheim" not in str(error)


def test_all_mistakes_of_a_line():
    line = b'{"txt": "a", "context": {"chanel": "x", "lang": "fy"}}'
    assert [error.column for error in read_drafts(line, "a.jsonl")] == [1, 2, 26, 49]


def test_the_context_is_made_of_what_the_draft_gives():
    base = Context(channel="x", voice="organisation")
    data = b'{"text": "a"}\n{"text": "b", "context": {"channel": "web"}}'
    drafts = read_drafts(data, "a.jsonl", lambda own: merge(base, own))
    assert [(draft.context.channel, draft.context.voice) for draft in drafts] == [
        ("x", "organisation"),
        ("web", "organisation"),
    ]


def test_an_example_is_in_the_time_zone_of_the_organisation():
    data = b'{"text": "a", "context": {"publish_at": "2026-01-01T10:00"}}'
    (error,) = read_drafts(data, "a.jsonl", timezone="Asia/Tokyo")
    assert "2026-01-01T10:00+09:00" in error.remedy


@given(
    st.binary() | st.lists(st.sampled_from([b"\n", b"{", b'"text"', b":", b'"a"', b"}", b",", b"\xff"])).map(b"".join)
)
def test_any_bytes_give_drafts_or_errors(data):
    assert all(isinstance(item, Draft | InputError) for item in read_drafts(data, "a.jsonl"))


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
keys = st.sampled_from(["text", "id", "lang", "context", "risks", "note", "tekst"])


@given(st.lists(st.dictionaries(keys, plain), max_size=4))
def test_each_line_is_a_draft_or_at_least_one_error(lines):
    data = "\n".join(map(json.dumps, lines)).encode()
    items = list(read_drafts(data, "a.jsonl"))
    drafts = [item for item in items if isinstance(item, Draft)]
    broken = {item.line for item in items if isinstance(item, InputError)}
    assert len(drafts) + len(broken) == len(lines)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip)


@given(st.lists(texts, max_size=4), st.booleans())
def test_a_text_comes_through_to_the_letter(written, ensure_ascii):
    data = "\n".join(json.dumps({"text": text}, ensure_ascii=ensure_ascii) for text in written).encode()
    assert [draft.text for draft in read_drafts(data, "a.jsonl")] == written
