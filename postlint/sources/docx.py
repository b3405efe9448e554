"""Word documents: the paragraphs of the running text and of tables, as they stand after all changes are accepted.

A .docx is XML in an archive (ECMA-376, part 1, chapter 17). What is deleted, moved away or hidden is left out, and so
are comments, headers, footers and notes. The language that Word keeps of a text is often that of the program, so it is
left to the text to tell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from postlint.errors import say
from postlint.sources.archive import broken, open_archive
from postlint.sources.page import OBJECT, Page, PageBuilder

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BODY = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom", "instrText", "delText")) | {_FALLBACK}
_SIGNS = {
    "t": None,
    "tab": "\t",
    "br": "\v",
    "cr": "\v",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "drawing": OBJECT,
    "sym": OBJECT,
}
"""What each element of a run shows; a line break is one that does not begin a new line of `source`."""
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_PART = re.compile(rf"\v|{OBJECT}|[^\v{OBJECT}]+")


def read_docx(data: bytes, file: str) -> Page:
    """The text of a Word document, each paragraph a passage; in places the line is the number of the paragraph."""
    texts = list(_paragraphs(_root(data, file)))
    builder = PageBuilder(file, "\n".join(texts))
    start = 0
    for text in texts:
        for part in _PART.finditer(text):
            first, last = start + part.start(), start + part.end()
            if part[0] in ("\v", OBJECT):
                builder.read_as("\n" if part[0] == "\v" else OBJECT, first, last)
            else:
                builder.copy(first, last)
        builder.end_passage()
        start += len(text) + 1
    return builder.page()


def _root(data: bytes, file: str) -> Element:
    import xml.etree.ElementTree as ET
    from zlib import error as inflate_error

    archive = open_archive(data, file)
    what, remedy = say("this is no Word document, or a damaged one"), say("Check that this is the right file.")
    try:
        body = archive.read(BODY)
        if _DECLARED.search(body):  # Word writes none, and entities could be made to grow without end
            raise broken(file, what, remedy)
        return ET.fromstring(body)  # noqa: S314 — without declarations there is nothing to expand
    except (KeyError, BadZipFile, inflate_error, ET.ParseError, RuntimeError, NotImplementedError, EOFError):
        raise broken(file, what, remedy) from None


def _paragraphs(element: Element) -> Iterator[str]:
    """The texts of the paragraphs within an element, in order; one in a text box comes before that around it."""
    if element.tag in _LEFT_OUT:
        return
    for child in element:
        if child.tag == f"{_WORD}p":
            inner = [text for part in child for text in _paragraphs(part)]
            yield from inner
            yield "".join(_runs(child))
        else:
            yield from _paragraphs(child)


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        name = child.tag.removeprefix(_WORD)
        if child.tag in _LEFT_OUT or name == "p":
            continue
        if name == "r" and child.find(f"{_WORD}rPr/{_WORD}vanish") is not None:
            continue
        if name in _SIGNS:
            yield (child.text or "") if name == "t" else str(_SIGNS[name])
        else:
            yield from _runs(child)
