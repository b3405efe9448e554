"""What LanguageTool answers, judged before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from postlint.document import Span
from postlint.errors import say
from postlint.languagetool.pieces import CodeUnits, Piece

SUGGESTIONS = 3
"""How many of its replacements are taken along."""
_TAGS = re.compile(r"</?\w+>")


class Remark(NamedTuple):
    """One thing that LanguageTool says of a piece.

    `rule` and `category` are its own ids; `message` is in the language of the piece.
    """

    span: Span
    rule: str
    category: str
    message: str
    suggestions: tuple[str, ...] = ()


class Misread(Exception):  # noqa: N818 — the answer is no error of ours
    """An answer that says nothing of the piece: it is no answer, or one to something else. Holds no text of it."""


def read_answer(body: bytes, piece: Piece, language: str) -> tuple[Remark, ...]:
    """The remarks in an answer, in order of place; `Misread` where it is not about this piece, or not all of it.

    `language` is what LanguageTool calls the piece's language.
    """
    try:
        answer = json.loads(body)
        if answer["language"]["code"] != language:
            raise Misread(say("another language"))
        if answer.get("warnings", {}).get("incompleteResults"):
            raise Misread(say("an unfinished answer"))
        return tuple(sorted(_remarks(answer["matches"], piece)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Misread(say("no answer of LanguageTool")) from None


def _remarks(matches: Any, piece: Piece) -> Iterator[Remark]:
    """The remarks, but for those that touch what was marked up: the author never wrote what LanguageTool read there."""
    units = CodeUnits(piece.text)
    for match in matches:
        offset, length = int(match["offset"]), int(match["length"])
        if not 0 <= offset < offset + length <= units.length:
            raise Misread(say("another text"))
        span = units.span(offset, length)
        if any(span.overlaps(markup.span) for markup in piece.markup):
            continue
        if not _quotes(match["context"], span.of(piece.text)):
            raise Misread(say("another text"))
        yield Remark(
            span,
            str(match["rule"]["id"]),
            str(match["rule"]["category"]["id"]),
            _TAGS.sub("", str(match["message"])).strip(),
            tuple(str(replacement["value"]) for replacement in match["replacements"][:SUGGESTIONS]),
        )


def _quotes(context: Any, found: str) -> bool:
    """Whether the answer shows the same words at this place as the piece has there."""
    text = str(context["text"])
    span = CodeUnits(text).span(int(context["offset"]), int(context["length"]))
    return span.of(text).split() == found.split()
