"""How a draft and its context are put before the second reader: the same words in training and at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.context import Context

PREFIX = "query: "  # what the encoder was taught to expect before a text
LONGEST_REPLY = 300  # code points of the post that is answered
LONGEST_LIST = 200  # code points of the topics, or of the positions
LONGEST_DRAFT = 174  # tokens, with the prefix
BEGIN, END = 0, 2


def surroundings(context: Context) -> str:
    """What matters of the context, as one line of text; empty where nothing is known.

    An embargo stands in it while it holds and a quiet period while it runs, so that the reader needs no calendar.
    """
    return " ; ".join(part for part in _parts(context) if part)


def arranged(draft: Sequence[int], around: Sequence[int], longest: int) -> tuple[list[int], int]:
    """The tokens that the encoder reads, `longest` at most, and how many of them, from the first, are the draft's.

    The draft comes first, then what surrounds it; what does not fit is cut from the end of each.
    """
    ids = [BEGIN, *draft[:LONGEST_DRAFT], END]
    own = len(ids)
    if around:
        ids += [END, *around, END]
    return ids[:longest], own


def _parts(context: Context) -> Iterator[str]:
    yield "" if context.audience == "public" else context.audience
    yield "organisation" if context.voice == "organisation" else ""
    yield _named("reply to", [context.reply_to or ""], LONGEST_REPLY)
    yield _named("embargo", _embargoed(context), LONGEST_LIST)
    yield _named("quiet", _quiet(context), LONGEST_LIST)
    yield _named("position", context.organisation.positions, LONGEST_LIST)


def _embargoed(context: Context) -> Iterator[str]:
    for embargo in context.embargoes:
        if context.publish_at is None or context.publish_at < embargo.until:
            yield ", ".join((embargo.topic, *embargo.terms))


def _quiet(context: Context) -> Iterator[str]:
    for period in context.quiet_periods:
        if context.publish_at is not None and period.from_ <= context.publish_at < period.until:
            allowed = f" (allowed: {', '.join(period.allow)})" if period.allow else ""
            yield period.name + allowed


def _named(name: str, texts: Iterable[str], longest: int) -> str:
    words = " | ".join(texts)
    return f"{name}: {words[:longest]}" if words else ""
