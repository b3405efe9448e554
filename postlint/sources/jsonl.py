"""Drafts in JSON lines: on each line an object with `text`, and if known `id`, `lang` and `context`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from postlint import json_source
from postlint.context import DEFAULT_TIMEZONE, Context, Given, Lang, Words, merge
from postlint.datafile import Source, decode
from postlint.document import Draft
from postlint.errors import InputError, InputErrors, say
from postlint.validation import build, given


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """The keys of a line; from `risks` on they are those of a labelled draft, and nothing is done with them here."""

    text: Words
    id: Words | None = None
    lang: Lang | None = None
    context: object = None
    risks: object = None
    note: object = None
    situation: object = None
    split: object = None


def alone(own: Given) -> Context:
    """The context of a draft about which nothing is known but what it says itself."""
    return merge(Context(), own)


def read_drafts(
    data: bytes, name: str, context_of: Callable[[Given], Context] = alone, *, timezone: str = DEFAULT_TIMEZONE
) -> Iterator[Draft | InputError]:
    """The drafts in `data`, in order; a broken line gives its errors instead, and the others are still read.

    `context_of` makes the context of what a draft itself gives. Blank lines are passed over. No error shows a draft.
    """
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            try:
                yield _draft(line, number, name, context_of, timezone)
            except InputErrors as broken:
                yield from broken.errors


def _draft(line: bytes, number: int, name: str, context_of: Callable[[Given], Context], timezone: str) -> Draft:
    try:
        text = decode(line.rstrip(b"\r"), name, private=True)
    except InputErrors as undecoded:
        raise InputErrors(*(replace(error, line=number) for error in undecoded.errors)) from None
    source = json_source.load(text, name, private=True, first_line=number)
    return draft_in(source, context_of, timezone=timezone)


def draft_in(source: Source, context_of: Callable[[Given], Context], *, timezone: str = DEFAULT_TIMEZONE) -> Draft:
    """The draft that an object with the keys of a line describes; `InputErrors` with all that is wrong with it."""
    known, own = _parts(source, timezone)
    return Draft(known.text, context_of(own), known.id)


def _parts(source: Source, timezone: str) -> tuple[DraftLine, dict[str, object]]:
    """What a line says, and what it gives of the context; all errors of both at once."""
    errors: list[InputError] = []
    own: dict[str, object] = {}
    try:
        known = build(DraftLine, source, timezone=timezone)
    except InputErrors as wrong:
        errors.extend(wrong.errors)
    if isinstance(source.data, dict) and source.data.get("context") is not None:
        try:
            own = given(Context, source, ("context",), timezone=timezone)
        except InputErrors as wrong:
            errors.extend(wrong.errors)
    if errors:
        raise InputErrors(*errors)
    if known.lang is not None and own.setdefault("lang", known.lang) != known.lang:
        what = say("lang stands here twice, with two languages")
        raise InputErrors(source.error(("context", "lang"), what, say("Keep one of them.")))
    return known, own
