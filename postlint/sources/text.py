"""A draft that is a text by itself: a file, standard input or an option."""

from __future__ import annotations

import re

from postlint.datafile import decode, error_at
from postlint.errors import Refusal, say
from postlint.validation import check_characters

SIZE_LIMIT = 50_000_000
"""Bytes of a file of drafts."""

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
