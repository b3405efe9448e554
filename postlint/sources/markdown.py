"""Markdown as a reader gets it: CommonMark and GitHub's additions, with the place of each sign.

pulldown-cmark (through pyromark) does the parsing and tells from which bytes each part was read. Headings, paragraphs,
list items and cells are passages; the text of an image and the title of a link stand beside. Code is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from postlint.sources.copy import missing_library
from postlint.sources.front_matter import read_front_matter
from postlint.sources.html import HtmlReader
from postlint.sources.page import OBJECT, Page, PageBuilder
from postlint.sources.shortcodes import FILLER, without_modules, without_templates

PARTING = frozenset(
    "Paragraph Heading BlockQuote Item List TableCell FootnoteDefinition DefinitionListTitle "
    "DefinitionListDefinition HtmlBlock".split()
)
"""What parts the text into passages, at its beginning and at its end."""
_PART = re.compile(f"{FILLER}+|(?P<text>[^{FILLER}]+)")


def read_markdown(text: str, file: str) -> Page:
    """The page that a Markdown file shows."""
    return _read(text, file, without_templates)


def read_mdx(text: str, file: str) -> Page:
    """The page that an MDX file shows, of which imports, exports and expressions are passed over."""
    return _read(text, file, without_modules)


def _read(text: str, file: str, without: Callable[[str], str]) -> Page:
    builder = PageBuilder(file, text)
    start = read_front_matter(builder)
    _Reading(builder, without(text[start:]), start).read()
    return builder.page()


class _Reading:
    """One walk over the events of a document that begins at `start` in its file."""

    def __init__(self, builder: PageBuilder, body: str, start: int) -> None:
        self.builder = builder
        self.html = HtmlReader(builder)
        self.body = body
        self.start = start
        self.data = body.encode("utf-8", errors="surrogatepass")
        self.ascii = len(self.data) == len(body)
        self.known = (0, 0)  # a byte, and the sign that begins there
        self.in_code = False
        self.block: list[tuple[str, int]] = []

    def read(self) -> None:
        parse, options = _parser()
        for event, reach in parse(self.body, options=options):
            start, end = reach["start"], reach["end"]
            if isinstance(event, str):
                self.sign(event, start, end)
                continue
            ((kind, value),) = event.items()
            match kind:
                case "Text":
                    self.text(value, start, end)
                case "Start":
                    self.begin(_name(value), value, start, end)
                case "End":
                    self.end(_name(value))
                case "InlineHtml":
                    self.html.read(value, ((0, self.offset(start)),))
                case "Html":
                    self.block.append((value, self.offset(start)))
                case "Code":
                    self.shown(OBJECT, start, end)
        self.html.end_passage()

    def sign(self, name: str, start: int, end: int) -> None:
        """A line break or a rule."""
        if name == "SoftBreak":
            self.shown(" ", start, end)
        elif name == "HardBreak":
            self.shown("\n", start, end)
        else:
            self.html.end_passage()

    def begin(self, name: str, tag: Any, start: int, end: int) -> None:
        if name in PARTING:
            self.html.end_passage()
        elif name == "CodeBlock":
            self.html.end_passage()
            self.in_code = True
        elif name in ("Image", "Link"):
            if tag[name]["title"]:
                self.title(tag[name]["title"], start, end)
            if name == "Image":
                self.builder.begin_aside()

    def end(self, name: str) -> None:
        if name == "HtmlBlock":
            self.html_block()
        if name in PARTING:
            self.html.end_passage()
        elif name == "CodeBlock":
            self.in_code = False
        elif name == "Image":
            self.builder.end_aside(self.html.lang)

    def text(self, text: str, start: int, end: int) -> None:
        """Text, which is a copy but for what an entity or an escape stands for."""
        if self.in_code or self.html.passed_over:
            return
        first, last = self.offset(start), self.offset(end)
        if self.body[first - self.start : last - self.start] != text:
            self.builder.read_as(text, first, last, self.html.lang)
            return
        for part in _PART.finditer(text):
            show = self.builder.copy if part["text"] else self.builder.template
            show(first + part.start(), first + part.end(), self.html.lang)

    def shown(self, text: str, start: int, end: int) -> None:
        """What stands for something else that is written from `start` to `end`."""
        if not self.html.passed_over:
            self.builder.read_as(text, self.offset(start), self.offset(end), self.html.lang)

    def title(self, title: str, start: int, end: int) -> None:
        """The title of a link or an image, which is shown on hovering."""
        first, last = self.offset(start), self.offset(end)
        at = self.builder.source.rfind(title, first, last)
        self.builder.begin_aside()
        if at >= 0:
            self.builder.copy(at, at + len(title), self.html.lang)
        else:
            self.builder.read_as(title, first, last, self.html.lang)
        self.builder.end_aside(self.html.lang)

    def html_block(self) -> None:
        """A block of HTML, whose lines need not follow each other in the file: in a quotation `>` stands between."""
        places, length = [], 0
        for line, offset in self.block:
            places.append((length, offset))
            length += len(line)
        self.html.read("".join(line for line, _ in self.block), places)
        self.block.clear()

    def offset(self, byte: int) -> int:
        """The place in the file of what begins at a byte of the body; found from the one asked before."""
        if self.ascii:
            return self.start + byte
        known, sign = self.known
        if byte >= known:
            sign += len(self.data[known:byte].decode("utf-8", errors="surrogatepass"))
        else:
            sign -= len(self.data[byte:known].decode("utf-8", errors="surrogatepass"))
        self.known = byte, sign
        return self.start + sign


def _name(tag: Any) -> str:
    """What begins or ends: `Paragraph`, or the key of `{Heading: …}`."""
    name: str = tag if isinstance(tag, str) else next(iter(tag))
    return name


@cache
def _parser() -> tuple[Callable[..., Any], Any]:
    try:
        from pyromark import Options, events_with_range
    except ImportError:
        raise missing_library("pyromark") from None
    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_GFM
    )
    return events_with_range, options
