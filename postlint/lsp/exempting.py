"""Where in a page the comment goes that lets a finding be, so that it is heard and the page reads as it did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postlint.cli.settings import interface_lang
from postlint.errors import InputErrors
from postlint.lsp.drafts import Found, Reading, as_written
from postlint.risks import EXCEPTIONS
from postlint.sources.copy import ON_THE_WEB, read_copy
from postlint.sources.page import Page
from postlint.suppress import comment_for

REASON = "\uf8ff"
"""Stands for the reason while a comment is put together; no text has it, as it is for private use."""
_NUMBER = re.compile(f"{REASON}([0-9]+){REASON}")
_BOX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+[ \t]*")
"""What stands on a line of Markdown before the text of a list item or a quotation."""
_INDENT = re.compile(r"[ \t]*")
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


class Insertion(NamedTuple):
    """Text to be put in at an offset; in `text` the reason of an exception is still to be filled in."""

    offset: int
    text: str


def insertions_for(found: Sequence[Found], reading: Reading) -> list[Insertion | None]:
    """Where the comment goes that silences each finding: the first place at which all else on the page reads as before.

    A finding about the whole page is silenced for the file. `None` where the file cannot say so: a text by itself has
    no comments. A page takes long to read, so that all comments are tried at once.
    """
    left = {}
    if reading.suffix in ON_THE_WEB:
        left = {each: [*_places(each, reading)] for each in found if each.finding.risk not in EXCEPTIONS}
    right: dict[Found, Insertion] = {}
    while left:
        heard = _heard([(each, places[0]) for each, places in left.items()], reading)
        right |= {each: left[each][0] for each in heard}
        left = {each: places[1:] for each, places in left.items() if places[1:] and each not in heard}
    return [right.get(each) for each in found]


def _comment(found: Found, suffix: str) -> str:
    comment = comment_for(found.finding.rule, suffix, REASON, whole_file=found.finding.whole, lang=interface_lang())
    assert comment is not None  # noqa: S101 — all files that are read here have comments
    return comment


def _places(found: Found, reading: Reading) -> Iterator[Insertion]:
    """Where a comment may stand for the passage of a finding; which of these is right, its surroundings tell.

    It stands on a line of its own before the passage, in front matter as YAML has it; in a list item, a quotation or a
    cell behind the words, since a line of its own would part the list.
    """
    if found.finding.whole:
        yield from _places_on_page(found, reading)
        return
    lines, (start, end) = reading.lines, found.passage
    first = lines.start_of(lines.line_of(start))
    if not _BOX.match(lines.text, first, start):
        front, indent = _FRONT_MATTER.match(lines.text), _INDENT.match(lines.text, first, start)
        suffixes = (reading.suffix, ".yaml") if front is None or front.end() <= start else (".yaml", reading.suffix)
        for suffix in suffixes:
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


def _heard(tried: Sequence[tuple[Found, Insertion]], reading: Reading) -> set[Found]:
    """The findings for which a comment stands, with all put in at once; which of them changes the page, halves tell."""
    page = _page(_with_all([place for _, place in tried], reading.lines.text), reading)
    if page and (page.text, len(page.errors)) == (reading.copy, reading.flaws):
        spans = {
            int(number[1]): remark.span for remark in page.origin.remarks if (number := _NUMBER.search(remark.text))
        }
        return {
            found
            for number, (found, _) in enumerate(tried)
            if number in spans and (found.finding.whole or spans[number].contains(found.finding.span))
        }
    half = len(tried) // 2
    return _heard(tried[:half], reading) | _heard(tried[half:], reading) if half else set()


def _with_all(places: Sequence[Insertion], text: str) -> str:
    """The text with all that is to be put in; the reason of each comment is its number."""
    parts, at = [], 0
    for number, place in sorted(enumerate(places), key=lambda each: each[1].offset):
        parts += [text[at : place.offset], place.text.replace(REASON, f"{REASON}{number}{REASON}")]
        at = place.offset
    return "".join([*parts, text[at:]])


def _page(text: str, reading: Reading) -> Page | None:
    try:
        return read_copy(as_written(text), reading.file, reading.suffix)
    except InputErrors:
        return None
