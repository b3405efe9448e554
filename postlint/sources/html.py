"""HTML as a reader gets it: visible text and what is read aloud or shown on hovering, with the place of each sign.

Python's own parser takes any HTML and tells where each part begins. An element opens a new passage unless it runs
within a sentence (`a`, `em` …). What is no text for readers is passed over: scripts, styles, code, templates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from postlint.sources.page import OBJECT, Page, PageBuilder, language
from postlint.sources.shortcodes import FILLER, without_templates

RUNNING = frozenset(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rp rt ruby s small span strike "
    "strong sub sup time tt u wbr img br input code kbd samp var picture source slot".split()
)
"""Elements within a sentence; all others part the text."""
CODE = frozenset("code kbd samp var tt".split())
PASSED_OVER = CODE | frozenset(
    "script style pre template svg math object iframe canvas audio video textarea xmp noembed noframes".split()
)
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
SHOWN_ATTRIBUTES: tuple[str, ...] = (
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "placeholder",
    "label",
    "summary",
)
DESCRIPTIONS = frozenset("description og:title og:description twitter:title twitter:description".split())
"""The names of `meta` elements whose content others show: search engines, and posts with a link to the page."""
BUTTONS = frozenset("submit button reset".split())
ENDED_BY = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "option": frozenset({"option"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
}
"""What an element ends that was left open before it; any other ends a paragraph."""

_OWN_REPORT = re.compile('<meta name="generator" content="postlint ')
_HEAD = 2_000
"""Signs in which a page says what made it."""
_ATTRIBUTE = re.compile(r"""[\s/"']([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?""")
_ENTITY = r"&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?"
_UNEVEN = re.compile(rf"(?P<object>{FILLER}+)|(?P<blank>[ \t\n\r\f]{{2,}}|[\t\n\r\f])|(?P<entity>{_ENTITY})")
"""What is not shown as it is written."""


class Value(NamedTuple):
    """An attribute's value as it is written, and where that begins."""

    text: str
    start: int


class _Open(NamedTuple):
    """An element that has not ended yet."""

    tag: str
    lang: str
    passed_over: bool


def read_html(text: str, file: str) -> Page:
    """The page that an HTML file shows; of a report that postlint made itself nothing."""
    builder = PageBuilder(file, text)
    if _OWN_REPORT.search(text, 0, _HEAD):
        return builder.page()
    reader = HtmlReader(builder)
    reader.read(without_templates(text))
    reader.end_passage()
    return builder.page()


class HtmlReader:
    """Reads HTML, whole or in fragments as Markdown has them, into a page."""

    def __init__(self, builder: PageBuilder) -> None:
        self.builder = builder
        self._open: list[_Open] = []
        self._places: Sequence[tuple[int, int]] = ((0, 0),)

    @property
    def lang(self) -> str:
        """The language that the innermost element says it is in."""
        return self._open[-1].lang if self._open else ""

    @property
    def passed_over(self) -> bool:
        """Whether what follows stands within an element that shows readers no text."""
        return bool(self._open) and self._open[-1].passed_over

    def read(self, fragment: str, places: Sequence[tuple[int, int]] = ((0, 0),)) -> None:
        """Read a fragment; `places` pair an offset in it with that in the file, from where both go on together."""
        self._places = places
        parser = _Parser(self, fragment)
        parser.feed(fragment)
        parser.close()

    def end_passage(self) -> None:
        """End the passage, and with it every element within a sentence that was left open."""
        while self._open and self._open[-1].tag in RUNNING:
            self._open.pop()
        self.builder.end_passage(self.lang)

    def begin(self, tag: str, attributes: dict[str, Value], start: int, end: int) -> None:
        """An element begins, with a tag from `start` to `end` in the fragment."""
        if tag not in RUNNING:
            self.end_passage()
            while self._open and self._open[-1].tag in ENDED_BY.get(tag, ("p",)):
                self._open.pop()
        said = attributes.get("lang") or attributes.get("xml:lang")
        lang = language(said.text) if said else self.lang
        passed_over = self.passed_over or tag in PASSED_OVER or "hidden" in attributes
        if not self.passed_over:
            self._show_tag(tag, start, end, lang)
            self._show_attributes(tag, attributes, lang)
        if tag not in EMPTY:
            self._open.append(_Open(tag, lang, passed_over))

    def end(self, tag: str, start: int, end: int) -> None:
        """An element ends with all that is open within it; the end of what never began means nothing."""
        if tag not in RUNNING:
            self.end_passage()
        tags = [element.tag for element in self._open]
        if tag not in tags:
            return
        at = len(tags) - 1 - tags[::-1].index(tag)
        if tag in RUNNING and not RUNNING.issuperset(tags[at:]):
            return
        if tag == "q" and not self.passed_over:
            self.builder.read_as("”", *self._source(start, end), self.lang)
        del self._open[at:]

    def text(self, text: str, start: int, lang: str | None = None) -> None:
        """Text as it is written at `start`, in which any white space counts as one space."""
        if self.passed_over:
            return
        lang = self.lang if lang is None else lang
        at = 0
        for uneven in _UNEVEN.finditer(text):
            shown = " " if uneven["blank"] else unescape(uneven[0])
            if uneven["object"] or shown != uneven[0]:
                self._copy(start + at, start + uneven.start(), lang)
                place = self._source(start + uneven.start(), start + uneven.end())
                if uneven["object"]:
                    self.builder.template(*place, lang)
                else:
                    self.builder.read_as(shown, *place, lang)
                at = uneven.end()
        self._copy(start + at, start + len(text), lang)

    def remark(self, text: str, start: int) -> None:
        """A comment that begins at `start`."""
        self.builder.remark(text, *self._source(start, start + len(f"<!--{text}-->")))

    def _copy(self, start: int, end: int, lang: str) -> None:
        if start < end:
            self.builder.copy(*self._source(start, end), lang)

    def _source(self, start: int, end: int) -> tuple[int, int]:
        """The place in the file of a stretch of the fragment."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, offset: int) -> int:
        fragment, source = self._places[bisect_right(self._places, (offset + 1,)) - 1]
        return source + offset - fragment

    def _show_tag(self, tag: str, start: int, end: int, lang: str) -> None:
        """What a tag itself shows: a new line, code, a quotation mark."""
        shown = "\n" if tag == "br" else "“" if tag == "q" else OBJECT if tag in CODE else ""
        self.builder.read_as(shown, *self._source(start, end), lang)

    def _show_attributes(self, tag: str, attributes: dict[str, Value], lang: str) -> None:
        names = SHOWN_ATTRIBUTES
        if tag == "meta" and not DESCRIPTIONS.isdisjoint(_words_in(attributes, "name", "property")):
            names = ("content",)
        elif tag == "input" and not BUTTONS.isdisjoint(_words_in(attributes, "type")):
            names = (*names, "value")
        for name in names:
            if name in attributes:
                text, start = attributes[name]
                self.builder.begin_aside()
                self.text(text, start, lang)
                self.builder.end_aside(lang)


def _words_in(attributes: dict[str, Value], *names: str) -> set[str]:
    return {attributes[name].text.lower() for name in names if name in attributes}


class _Parser(HTMLParser):
    """Tells a reader what stands where."""

    def __init__(self, reader: HtmlReader, fragment: str) -> None:
        super().__init__(convert_charrefs=False)
        self.reader = reader
        self.fragment = fragment
        self.lines = [0, *(end.end() for end in re.finditer("\n", fragment))]

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 — they tell no place
        written, start = self.get_starttag_text() or "", self._at()
        attributes: dict[str, Value] = {}
        for found in _ATTRIBUTE.finditer(written):
            group = found.lastindex or 1
            value = Value(found[group], start + found.start(group)) if group > 1 else Value("", start)
            attributes.setdefault(found[1].lower(), value)
        self.reader.begin(tag, attributes, start, start + max(len(written), 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            start = self._at()
            self.reader.end(tag, start, start + 1)

    def handle_endtag(self, tag: str) -> None:
        start = self._at()
        self.reader.end(tag, start, start + len(tag) + 2)

    def handle_data(self, data: str) -> None:
        self.reader.text(data, self._at())

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        start = self._at()
        end = start + len(written)
        self.reader.text(self.fragment[start : end + self.fragment.startswith(";", end)], start)

    def handle_comment(self, data: str) -> None:
        self.reader.remark(data, self._at())
