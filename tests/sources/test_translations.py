from __future__ import annotations

import json

import pytest
import yaml
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from postlint.errors import InputErrors
from postlint.sources.page import OBJECT
from postlint.sources.translations import read_translations
from postlint.sources.written import json_strings, po_strings, show, toml_strings, yaml_strings

JSON = '{"home": {"title": "Welkom \\u0026 dag", "body": "Hoi {naam}"}, "aantal": 3, "lijst": ["een", "<b>twee</b>"]}'
YAML = """\
nl:
  home:
    title: 'Welkom ''hier'''
    body: >
      Twee
      regels %{naam}
  anker: &a
    x: y
  weer: *a
"""
PO = """\
# vertaling
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"Language: nl_NL\\n"

#: a.py:3
#, fuzzy
msgctxt "kop"
msgid "Hello"
msgstr "Dag \\"jij\\""

msgid "%d thing"
msgid_plural "%d things"
msgstr[0] "%d ding"
msgstr[1] ""
"%d "
"dingen"

#~ msgid "old"
#~ msgstr "oud"
"""

CASES = [
    ("locales/nl.json", JSON, ["**"], [("nl", "Welkom & dag"), ("nl", f"Hoi {OBJECT}"), ("nl", "een"), ("nl", "twee")]),
    ("nl/site.json", JSON, ["home.*"], [("nl", "Welkom & dag"), ("nl", f"Hoi {OBJECT}")]),
    ("site.json", JSON, ["**.title", "lijst.1"], [("", "Welkom & dag"), ("", "twee")]),
    ("site.json", JSON, ["title"], []),
    ("site.yaml", YAML, ["**"], [("nl", "Welkom 'hier'"), ("nl", f"Twee regels {OBJECT}"), ("nl", "y")]),
    ("site.yaml", YAML, ["nl.home.**"], [("nl", "Welkom 'hier'"), ("nl", f"Twee regels {OBJECT}")]),
    ("site.po", PO, ["**"], [("nl", 'Dag "jij"'), ("nl", f"{OBJECT} ding"), ("nl", f"{OBJECT} dingen")]),
]


@pytest.mark.parametrize(("file", "source", "keys", "shown"), CASES)
def test_passages(file, source, keys, shown):
    page = read_translations(source.encode(), file, keys)
    assert [(passage.lang, passage.span.of(page.text)) for passage in page.passages] == shown


@pytest.mark.parametrize(
    ("file", "source", "words", "written", "line"),
    [
        ("a.json", JSON, "Welkom & dag", "Welkom \\u0026 dag", 1),
        ("a.yaml", YAML, "'hier'", "''hier''", 3),
        ("a.yaml", YAML, "regels", "regels", 6),
        ("a.po", PO, 'Dag "jij"', 'Dag \\"jij\\"', 11),
        ("a.po", PO, "dingen", "dingen", 18),
    ],
)
def test_places(file, source, words, written, line):
    page = read_translations(source.encode(), file)
    at = page.text.index(words)
    place = page.origin.place(at, at + len(words))
    assert (source[place.start : place.end], place.line) == (written, line)


@pytest.mark.parametrize(
    ("file", "source", "line", "what"),
    [
        ("a.json", '{\n"a": }', 2, "not JSON"),
        ("a.yaml", "a: [\nb: c", 2, "not YAML"),
        ("a.po", 'msgid "a"\nmsgstr "b', 2, "no line of a catalogue"),
    ],
)
def test_broken_files_are_told(file, source, line, what):
    with pytest.raises(InputErrors) as raised:
        read_translations(source.encode(), file)
    assert raised.value.errors[0].line == line
    assert what in raised.value.errors[0].what


TEXTS = st.text("ab é😀\"'\\\n\t:#{}[]>|-&*%", max_size=20)


def shown(written, source: str) -> str:
    from postlint.sources.page import PageBuilder

    builder = PageBuilder("a", source)
    show(builder, written)
    page = builder.page()
    for piece in page.origin.pieces:
        assert 0 <= piece.source_start <= piece.source_end <= len(source)
    return page.text


@given(st.dictionaries(TEXTS, TEXTS, max_size=4))
def test_what_is_written_is_read(data):
    source = json.dumps(data)
    assert [written.value for written in json_strings(source, "a")] == list(data.values())
    for style in (None, "'", '"', "|", ">"):
        source = yaml.safe_dump(data, default_style=style, allow_unicode=True, sort_keys=False)
        found = list(yaml_strings(source, "a"))
        assert [written.value for written in found] == list(data.values())
        for written in found:
            assert shown(written, source) == written.value.strip().replace("\n\n", "\n\n") or not written.value.strip()


@given(TEXTS, TEXTS)
def test_catalogues_are_read_as_babel_reads_them(key, value):
    from io import BytesIO

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'

    source = f"msgid {quoted('x' + key)}\nmsgstr {quoted(value)}\n"
    (written,) = po_strings(source, "a.po")
    (message,) = [each for each in read_po(BytesIO(source.encode())) if each.id]
    assert written.value == (message.string or "")


def test_toml():
    source = "a = \"x \\u00e9\"\n[b]\nc = '''\nlang'''\nd = [\"e\", 1]\n"
    found = [(each.path, each.value, source[each.start : each.end]) for each in toml_strings(source, "a.toml")]
    assert found == [
        (("a",), "x é", "x \\u00e9"),
        (("b", "c"), "lang", "lang"),
        (("b", "d", 0), "e", "e"),
    ]


@pytest.mark.parametrize(
    ("file", "source", "said"),
    [
        ("a.yaml", "# postlint x\na: een\nb: twee\n", ["een"]),
        ("a.yaml", "a: een\n\n  # POSTLINT x\nb:\n  c: twee\n", ["twee"]),
        ("a.yaml", "a: een  # postlint x\nb: twee\n", ["een"]),
        ("a.yaml", "a: 'een' # postlint x\nb: twee\n", ["een"]),
        ("a.yaml", "a: |\n  een\n  # postlint x\nb: twee\n", []),
        ("a.yaml", "a: een\n# iets anders\nb: twee\n", []),
        ("a.yaml", "# postlint x\nweg: een\nb: twee\n", []),
        ("a.po", '# postlint x\nmsgid "a"\nmsgstr "een"\n\nmsgid "b"\nmsgstr "twee"\n', ["een"]),
        ("a.po", '#. postlint x\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "een"\nmsgstr[1] "twee"\n', ["een\n\ntwee"]),
        ("a.po", 'msgid "a"\nmsgstr "een # postlint x"\n', []),
        ("a.json", '{"a": "een", "# postlint x": "twee"}', []),
    ],
)
def test_what_a_comment_says_to_postlint_is_of_the_next_text(file, source, said):
    page = read_translations(source.encode(), file, ["a", "b", "b.*"])
    assert [remark.span.of(page.text) for remark in page.origin.remarks] == said
