import pytest
from conftest import assert_copies_are_exact
from hypothesis import given
from hypothesis import strategies as st

from postlint.sources.markdown import read_markdown, read_mdx
from postlint.sources.page import OBJECT

CASES = [
    # source, what its passages show
    ("Eén\ntwee.\n\nDrie.", ["Eén twee.", "Drie."]),
    ("# Kop #\nTekst", ["Kop", "Tekst"]),
    ("Kop\n===\nTekst", ["Kop", "Tekst"]),
    ("# Kop {#anker .groot}\n", ["Kop"]),
    ("- een\n- twee\n  regel\n\n  alinea\n  - diep\n1. drie", ["een", "twee regel", "alinea", "diep", "drie"]),
    ("> citaat\nlui\n> > dieper", ["citaat lui", "dieper"]),
    ("- [ ] taak\n- [x] klaar", ["taak", "klaar"]),
    ("| a | b |\n|---|---|\n| c \\| d | [e](f) |", ["a", "b", "c | d", "e"]),
    ("hard  \neinde\\\nregel", ["hard\neinde\nregel"]),
    ("*a* **b** ~~c~~ `d` e", [f"a b c {OBJECT} e"]),
    ("[tekst](url) en [ref][r] <https://x.nl>\n\n[r]: /weg", ["tekst en ref https://x.nl"]),
    ('zie [dit](url "de uitleg") nu', ["zie dit nu", "de uitleg"]),
    ("voor ![een *boom*](x.png) na", ["voor  na", "een boom"]),
    ("[![alt](x.png) tekst](u)", ["tekst", "alt"]),
    ("a &amp; b &copy; &nietes; \\* c", ["a & b © &nietes; * c"]),
    ("Noot[^1].\n\n[^1]: De noot.", ["Noot.", "De noot."]),
    ("term\n: uitleg", ["term", "uitleg"]),
    ("```\ncode\n```\n\n    ook code\n\ntekst", ["tekst"]),
    ("> [!NOTE]\n> Let op.", ["Let op."]),
    ("<div>in <b>blok</b></div>\n\nna", ["in blok", "na"]),
    ("> <div\n> title='van\n> twee'>\n> x</div>", ["x", "van twee"]),
    ("a <b>b</b> <!-- c --> <code>d</code> e", [f"a b  {OBJECT} e"]),
    ("<script>\nvar a = 'b';\n</script>\ntekst", ["tekst"]),
    ("voor <code>open\n\nna", [f"voor {OBJECT}", "na"]),
    ("***\n\n---\n", []),
    ("", []),
    ('[tekst]({{< ref "a b.md" >}} "t")', ["tekst", "t"]),
    ("{{< highlight go >}}\nniet dit\n{{< /highlight >}}\n\ndit", ["dit"]),
    ("{% raw %}niet dit{% endraw %}\n\ndit wel", ["dit wel"]),
    ("---\nlijn\n---\n", ["lijn"]),
    ("---\n\ntekst\n\n---\n", ["tekst"]),
]


@pytest.mark.parametrize(("source", "shown"), CASES)
def test_passages(source, shown):
    page = read_markdown(source, "a.md")
    assert [passage.span.of(page.text) for passage in page.passages] == shown
    assert page.errors == ()


def test_what_a_template_fills_in_is_an_object():
    page = read_markdown('zie {{< ref "a.md" >}} en {{ naam }}, {% if x %}ja{% endif %}{# niets #}.', "a.md")
    assert page.text == f"zie {OBJECT} en {OBJECT}, {OBJECT}ja{OBJECT}."


MDX = """import Kaart from './kaart'
export const meta = {
  titel: 'x'
}

# Kop {props.titel}

<Kaart kleur={rood} title="De kaart">

tekst in de kaart

</Kaart>
"""


def test_mdx():
    page = read_mdx(MDX, "a.mdx")
    assert [passage.span.of(page.text) for passage in page.passages] == [
        f"Kop {OBJECT}",
        "De kaart",
        "tekst in de kaart",
    ]


FRONT_MATTER = [
    ("---\ntitle: De kop\ntags: [a]\n---\ntekst", [("", "De kop"), ("", "tekst")]),
    ('---\ntitle: "De \\"kop\\""\nlang: nl-NL\n---\ntekst', [("nl", 'De "kop"'), ("nl", "tekst")]),
    ("---\ndescription: >-\n  twee\n  regels\nx: y\n---\n", [("", "twee regels")]),
    ("---\nsummary: |\n  twee\n  regels\n---\n", [("", "twee\nregels")]),
    ("---\nimages:\n  - alt: 'een ''boom'''\n    src: x\n---\n", [("", "een 'boom'")]),
    (
        "+++\ntitle = \"De kop\"\ndescription = '''\nlang'''\nlanguage = \"en\"\n+++\nx",
        [("en", "De kop"), ("en", "lang"), ("en", "x")],
    ),
    ("---\n---\ntekst", [("", "tekst")]),
    ("---\r\ntitle: kop\r\n---\r\ntekst\r\nmeer", [("", "kop"), ("", "tekst meer")]),
]


@pytest.mark.parametrize(("source", "shown"), FRONT_MATTER)
def test_front_matter(source, shown):
    page = read_markdown(source, "a.md")
    assert [(passage.lang, passage.span.of(page.text)) for passage in page.passages] == shown
    assert page.errors == ()


BROKEN = [
    # source, line, column, what
    ("---\ntitle: kop\n\ntekst", 1, 1, "does not end"),
    ("---\nlang: nl\ntitle: [a\n---\ntekst", 4, 1, "not YAML"),
    ("---\ntitle: a: b\n---\ntekst", 2, 9, "not YAML"),
    ("+++\nlang = 'nl'\ntitle = \n+++\ntekst", 3, 9, "not TOML"),
]


@pytest.mark.parametrize(("source", "line", "column", "what"), BROKEN)
def test_broken_front_matter_is_told_and_the_page_read(source, line, column, what):
    page = read_markdown(source, "a.md")
    (error,) = page.errors
    assert (error.file, error.line, error.column) == ("a.md", line, column)
    assert what in error.what
    assert page.text.endswith("tekst")


PLACES = [
    # source, words of the page, line and column of the first and behind the last, whether the file has them so
    ("één *twee* drie", "één twee", (1, 1), (1, 10), False),
    ("één *twee* drie", "twee", (1, 6), (1, 10), True),
    ("a &amp; b", "&", (1, 3), (1, 8), False),
    ("a &amp; b", "a &", (1, 1), (1, 8), False),
    ("a \\* b", "* b", (1, 4), (1, 7), True),
    ("> a\n> b", "a b", (1, 3), (2, 4), False),
    ("é😀 [x\ny](z)", "y", (2, 1), (2, 2), True),
    ("a\r\n\r\nb\r\nc", "b c", (3, 1), (4, 2), False),
    ('---\ntitle: "x \\u00e9 y"\n---\n', "é", (2, 11), (2, 17), False),
    ('---\ntitle: "x \\u00e9 y"\n---\n', "y", (2, 18), (2, 19), True),
    ("![een boom](x)", "boom", (1, 7), (1, 11), True),
    ("a {{ b }} c", OBJECT, (1, 3), (1, 10), False),
]


@pytest.mark.parametrize(("source", "words", "start", "end", "exact"), PLACES)
def test_places(source, words, start, end, exact):
    page = read_markdown(source, "a.md")
    at = page.text.index(words)
    place = page.origin.place(at, at + len(words))
    assert (place.file, place.line, place.column) == ("a.md", *start)
    assert (place.end_line, place.end_column) == end
    assert place.exact == exact
    assert (source[place.start : place.end] == words) == exact


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<!-- postlint x -->\n\neen\n\ntwee", ["een"]),
        ("<!-- postlint x -->\neen\n\ntwee", ["een"]),
        ("een\n\ntwee <!-- postlint x --> nog\n\ndrie", ["twee  nog"]),
        ("een\n\ntwee  <!-- postlint x -->\n\ndrie", ["twee"]),
        ("<!-- postlint x --> een\n\ntwee", ["een"]),
        ("<!-- postlint x -->\n![een](y)\n\ntwee", ["een"]),
        ("<!-- postlint x -->\neen ![twee](y 'drie') vier\n\nvijf", ["een  vier\n\ndrie\n\ntwee"]),
        ("<!-- postlint x -->\n\n- een\n- twee", ["een"]),
        ("- een\n- twee <!-- postlint x -->\n- drie", ["twee"]),
        ("|a|b|\n|-|-|\n|c|d <!-- postlint x -->|\n|e|f|", ["d"]),
        ("<!-- postlint x -->\n# een\n\ntwee", ["een"]),
        ("> een\n>\n> <!-- postlint x -->\n> twee", ["twee"]),
        ("een\n\n<!-- postlint x -->\n\n```\ncode\n```\n\ntwee", ["twee"]),
        ("<!-- postlint x -->\n<!-- POSTLINT y -->\n\neen", ["een", "een"]),
        ("een\n\n<!-- postlint x -->\n", [""]),
        ("<!-- postlint x -->", [""]),
        ("<!-- wel postlint x --> een <!-- postlinten -->", []),
        ("`<!-- postlint x -->`\n\n    <!-- postlint x -->\n\neen", []),
        ("{# postlint x #}\n\neen\n\ntwee", ["een"]),
        ("{{/* postlint x */}}\neen\n\ntwee", ["een"]),
        ("een\n\n{% comment %} postlint x\nen y {% endcomment %}\n\ntwee", ["twee"]),
    ],
)
def test_what_a_comment_says_to_postlint_is_of_the_passage_that_it_stands_in_or_before(source, said):
    page = read_markdown(source, "a.md")
    assert [remark.span.of(page.text) for remark in page.origin.remarks] == said


def test_the_place_of_a_comment():
    source = "---\ntitle: x\n---\neen\n\n> twee <!-- postlint x:\n> y --> drie"
    (remark,) = read_markdown(source, "a.md").origin.remarks
    place = remark.place
    assert (place.file, place.line, place.column, place.end_line, place.end_column) == ("a.md", 6, 8, 7, 8)
    assert source[place.start : place.end] == "<!-- postlint x:\n> y -->"


def test_comments_in_mdx():
    page = read_mdx("{/* postlint x */}\n\neen {/* niets */}\n\n{/* postlint\n y */}\ntwee {naam}", "a.mdx")
    assert [(remark.text, remark.span.of(page.text)) for remark in page.origin.remarks] == [
        ("postlint x", "een"),
        ("postlint\n y", "twee \ufffc"),
    ]
    assert page.text == "een\n\ntwee \ufffc"


PARTS = st.sampled_from(
    """
    woord één 😀 * ** _ ` [ ](u) ![ <b> </b> <p§lang=en> &amp; &#233; \\ ¶ ¶¶ ↵¶ >§ -§ §§§§ #§ | |-| ```¶ {{ }} {% %}
    <!-- --> ---¶ :§ title:§x¶
    """.replace("§", "\0").split()
).map(lambda part: part.replace("\0", " ").replace("↵", "\r").replace("¶", "\n"))


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_text_is_read_and_every_copy_is_one(source):
    for page in (read_markdown(source, "a.md"), read_mdx(source, "a.mdx")):
        assert_copies_are_exact(page, source)
        for before, after in zip(page.passages, page.passages[1:], strict=False):
            assert page.text[before.span.end : after.span.start] == "\n\n"


@pytest.mark.parametrize(
    "front_matter",
    [
        "---\n# postlint x\ntitle: een\n---",
        '+++\n# postlint x\ntitle = "een"\n+++',
        "---\ntitle: een # postlint x\n---",
    ],
)
def test_a_comment_in_front_matter(front_matter):
    page = read_markdown(f"{front_matter}\ntwee", "a.md")
    assert [remark.span.of(page.text) for remark in page.origin.remarks] == ["een"]
