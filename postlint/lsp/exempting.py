"""Where in a page the comment goes that lets a finding be, so that it is heard and the page reads as it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postlint.cli.settings import interface_lang
from postlint.errors import InputErrors
from postlint.lsp.drafts import Found, Reading
from postlint.risks import EXCEPTIONS
from postlint.sources.copy import ON_THE_WEB, read_copy
from postlint.sources.page import Page
from postlint.suppress import comment_for

REASON = "\uf8ff"
"""Stands for the reason while a comment is put together; no text has it, as it is for private use."""
_BOX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+[ \t]*")
"""What stands on a line of Markdown before the text of a list item or a quotation."""
_INDENT = re.compile(r"[ \t]*")
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


class Insertion(NamedTuple):
    """Text to be put in at an offset; in `text` the reason of an exception is still to be filled in."""

    offset: int
    text: str


def insertion_for(found: Found, reading: Reading, before: Page | None) -> Insertion | None:
    """Where the comment goes that silences a finding: the first place at which all else reads as `before`.

    A finding about the whole page is silenced for the file. `None` where the file cannot say so: a text by itself has
    no comments.
    """
    finding = found.finding
    if reading.suffix not in ON_THE_WEB or finding.risk in EXCEPTIONS:
        return None
    places = _places_on_page(found, reading) if finding.whole else _places(found, reading)
    return next((place for place in places if before and _is_heard(place, before, found, reading)), None)


def page_of(reading: Reading) -> Page | None:
    """The page as it is, read once for all findings about which something is asked; `None` where it cannot be."""
    return _page(reading.lines.text, reading) if reading.suffix in ON_THE_WEB else None


def _comment(found: Found, suffix: str) -> str:
    comment = comment_for(found.finding.rule, suffix, REASON, whole_file=found.finding.whole, lang=interface_lang())
    assert comment is not None  # noqa: S101 — all files that are read here have comments
    return comment


def _places(found: Found, reading: Reading) -> Iterator[Insertion]:
    """Where a comment may stand for the passage of a finding; which of these is right, its surroundings tell.

    It stands on a line of its own before the passage, in front matter as YAML has it; in a list item, a quotation or a
    cell behind the words, since a line of its own would part the list.
    """
    lines, (start, end) = reading.lines, found.passage
    first = lines.start_of(lines.line_of(start))
    if not _BOX.match(lines.text, first, start):
        indent = _INDENT.match(lines.text, first, start)
        for suffix in (reading.suffix, ".yaml"):
            yield Insertion(first, (indent[0] if indent else "") + _comment(found, suffix) + _line_end(lines.text))
    yield Insertion(end, f" {_comment(found, reading.suffix)}")


def _places_on_page(found: Found, reading: Reading) -> Iterator[Insertion]:
    """Where a comment may stand that is about the file: on top, or else below."""
    text, comment = reading.lines.text, _comment(found, reading.suffix)
    front, line_end = _FRONT_MATTER.match(text), _line_end(text)
    yield Insertion(front.end() if front else 0, f"{comment}{line_end}{line_end}")
    yield Insertion(len(text), f"{line_end}{line_end}{comment}{line_end}")


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _is_heard(place: Insertion, before: Page, found: Found, reading: Reading) -> bool:
    """Whether the page reads as it did with a comment at that place, which then stands for the finding."""
    text = reading.lines.text
    after = _page(text[: place.offset] + place.text + text[place.offset :], reading)
    if after is None or (after.text, len(after.errors)) != (before.text, len(before.errors)):
        return False
    heard = (remark for remark in after.origin.remarks if REASON in remark.text)
    return found.finding.whole or any(remark.span.contains(found.finding.span) for remark in heard)


def _page(text: str, reading: Reading) -> Page | None:
    try:
        return read_copy(text.encode("utf-8", "replace"), reading.file, reading.suffix)
    except InputErrors:
        return None
