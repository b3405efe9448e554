"""A draft that is a text by itself: a file, standard input or an option.

A text that is longer than the longest post of any channel is no post: it is read as a page, of which what stands
between blank lines is a passage.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.datafile import decode, error_at
from postlint.errors import Refusal, say
from postlint.validation import check_characters

if TYPE_CHECKING:
    from postlint.origin import Passage

SIZE_LIMIT = 50_000_000
"""Bytes of a file of drafts."""

LONGEST_POST = 63_206
"""Characters that fit in the longest post of any channel (Facebook's)."""

FLAW = re.compile("[\0\ud800-\udfff]")


def read_text(data: bytes, name: str) -> str:
    """The text in `data`, to the letter but for a byte order mark; `InputErrors` where there is none to read."""
    text = decode(data, name, private=True)
    check_text(text, name)
    return text


def check_text(text: str, name: str) -> None:
    """Refuse a text that is blank, or that holds what no post can hold; the text itself is never shown."""
    if not text.strip():
        raise Refusal(say("there is no text to check"), say("Write a draft.")).at(name)
    try:
        check_characters(text)
    except Refusal as refusal:
        flaw = FLAW.search(text)
        raise error_at(name, text, flaw.start() if flaw else 0, refusal.what, refusal.remedy, private=True) from None


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a text between its blank lines; a text that may be a post has none."""
    if len(text) <= LONGEST_POST:
        return ()
    from postlint.document import Span
    from postlint.origin import Passage, line_starts

    starts = line_starts(text)
    spans: list[Span] = []
    after_blank = True
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line = text[start:end]
        if line.strip():
            first = start if after_blank else spans.pop().start
            spans.append(Span(first, start + len(line.rstrip())))
        after_blank = not line.strip()
    return tuple(Passage(span) for span in spans)
