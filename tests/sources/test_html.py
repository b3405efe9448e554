from datetime import UTC, datetime

import pytest
from conftest import assert_copies_are_exact
from hypothesis import given
from hypothesis import strategies as st

from postlint.reporters.html import html
from postlint.sources.html import read_html
from postlint.sources.page import OBJECT

CASES = [
    # source, language and text of its passages
    ("<p>een</p>los<p>twee", [("", "een"), ("", "los"), ("", "twee")]),
    ("<p>een <b>twee</b>\n   drie&nbsp;vier</p>", [("", "een twee drie\xa0vier")]),
    ("<ul><li>een<li>twee</ul>na", [("", "een"), ("", "twee"), ("", "na")]),
    ("<table><tr><td>a<td>b<tr><th>c</table>", [("", "a"), ("", "b"), ("", "c")]),
    ("<h1>kop</h1><div>in<p>alinea</div>na", [("", "kop"), ("", "in"), ("", "alinea"), ("", "na")]),
    ("regel<br>einde", [("", "regel\neinde")]),
    ("<html lang=nl-NL><p>een<p lang='en'>two<p>drie", [("nl", "een"), ("en", "two"), ("nl", "drie")]),
    ("<p lang=nl>zin met <i lang=en>two</i> drie", [("nl", "zin met two drie")]),
    ("<p lang=nl><span lang=en>all English</span></p>", [("en", "all English")]),
    ("<div lang=en><ul><li>one</ul></div>twee", [("en", "one"), ("", "twee")]),
    ("<script>a<b</script><style>p{}</style><template><p>b</p></template>c", [("", "c")]),
    ("typ <code>x &amp; y</code> in<pre>code</pre>", [("", f"typ {OBJECT} in")]),
    ("<p hidden>niet</p><p>wel", [("", "wel")]),
    ("<img alt='een &quot;boom&quot;' src=x>", [("", 'een "boom"')]),
    ('a <a title="de\n uitleg" href=x>b</a> c', [("", "a b c"), ("", "de uitleg")]),
    ("<button aria-label=Sluiten>x</button>", [("", "x"), ("", "Sluiten")]),
    ("<input type=submit value=Stuur><input value=x placeholder='Uw naam'>", [("", "Stuur"), ("", "Uw naam")]),
    ("<title>Kop</title><meta name=description content='Over ons'><meta content=y>", [("", "Kop"), ("", "Over ons")]),
    ("<q>zo</q>, zei zij", [("", "“zo”, zei zij")]),
    ("AT&T &copy; &#233;&#xe9; &bestaatniet;", [("", "AT&T © éé &bestaatniet;")]),
    ("{{ naam }} zegt {% if a %}ja{% endif %}", [("", f"{OBJECT} zegt {OBJECT}ja{OBJECT}")]),
    ("<b>open <p>een</i></p></div> twee", [("", "open"), ("", "een"), ("", "twee")]),
    ("a < b en c <3 <", [("", "a < b en c <3 <")]),
    ("<!doctype html><?php echo 1 ?><p>x", [("", "x")]),
    ("", []),
]


@pytest.mark.parametrize(("source", "shown"), CASES)
def test_passages(source, shown):
    page = read_html(source, "a.html")
    assert [(passage.lang, passage.span.of(page.text)) for passage in page.passages] == shown


PLACES = [
    # source, words of the page, where they stand, whether the file has them so
    ("<p>een <b>twee</b>", "een twee", "een <b>twee", False),
    ("<p>een <b>twee</b>", "twee", "twee", True),
    ("<p>caf&eacute; <i>x", "café", "caf&eacute;", False),
    ("<p>een\n  twee", "twee", "twee", True),
    ("<p>een\n  twee", "een twee", "een\n  twee", False),
    ("<img\n alt = 'een boom'>", "boom", "boom", True),
    ("<a title=x&amp;y>z", "x&y", "x&amp;y", False),
    ("<a Title=boom alt=b>z", "boom", "boom", True),
]


@pytest.mark.parametrize(("source", "words", "written", "exact"), PLACES)
def test_places(source, words, written, exact):
    page = read_html(source, "a.html")
    at = page.text.index(words)
    place = page.origin.place(at, at + len(words))
    assert source[place.start : place.end] == written
    assert place.exact == exact
    assert (place.line, place.column) == (
        source.count("\n", 0, place.start) + 1,
        place.start - source.rfind("\n", 0, place.start),
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>een</p>\n<!-- postlint x -->\n<p>twee</p><p>drie", ["twee"]),
        ("<p>een <!-- postlint x --></p><p>twee", ["een"]),
        ("<ul><li>een<li><!-- postlint x -->twee<li>drie", ["twee"]),
        (
            "<!-- postlint x --><p><img alt=een> twee <a href=x title=drie>vier</a></p><p>vijf",
            ["twee vier\n\neen\n\ndrie"],
        ),
        ("<p>een</p><!-- iets anders --><p>twee", []),
        ("<script><!-- postlint x --></script><p>een", []),
        ("<p>een</p>{# postlint x #}<p>twee {{ naam }}", ["twee \ufffc"]),
    ],
)
def test_what_a_comment_says_to_postlint_is_of_the_passage_that_it_stands_in_or_before(source, said):
    page = read_html(source, "a.html")
    assert [remark.span.of(page.text) for remark in page.origin.remarks] == said


def test_a_report_of_postlint_itself_is_no_copy():
    page = read_html("".join(html([], made=datetime(2026, 5, 1, tzinfo=UTC), lang="nl")), "report.html")
    assert (page.text, page.passages) == ("", ())


PARTS = st.sampled_from(
    """
    woord é 😀 < > </ /> <p> </p> <b> </b> <li> <ul> </ul> <code> </code> <q> </q> <script> </script> <title> <textarea>
    <br> <img§alt= §title=' ' " §lang=en§ = <!-- --> <! <? & ; &amp; &#65 ¶ ↵¶ §§ {{ }} {% %} ]]>
    """.replace("§", "\0").split()
).map(lambda part: part.replace("\0", " ").replace("↵", "\r").replace("¶", "\n"))


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_text_is_read_and_every_copy_is_one(source):
    page = read_html(source, "a.html")
    assert_copies_are_exact(page, source)
