"""What a language model answers, judged before it is believed: known risks alone, on words that the draft has."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from postlint.document import Span

_READ = 100
"""Findings of an answer that are looked at."""
_TRIED = 20
"""Braces at which JSON is sought that has prose around it."""
_THOUGHT = "</think>"
_ALIKE = str.maketrans("’‘“”\u00a0", "''\"\" ")
"""Marks that models write for one another."""


class Seen(NamedTuple):
    """A risk that a language model names, and the words that it quotes; without words it is about the whole draft."""

    risk: str
    quote: str


class Misread(Exception):  # noqa: N818 — the answer is no error of ours
    """An answer of another form. Holds no word of it: it may quote the draft."""


def read_answer(body: bytes, risks: Collection[str]) -> tuple[Seen, ...]:
    """What an answer of `/chat/completions` says of these risks; `Misread` where it is not of the form asked for."""
    try:
        said = json.loads(body)["choices"][0]["message"]["content"]
        findings = _object_in(said.rpartition(_THOUGHT)[2])["findings"][:_READ]
        seen = [Seen(str(finding["risk"]), str(finding.get("quote") or "")) for finding in findings]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Misread from None
    return tuple(each for each in seen if each.risk in risks)


def _object_in(said: str) -> Any:
    """The first JSON object with findings in what is said."""
    decoder, at = json.JSONDecoder(), -1
    for _ in range(_TRIED):
        at = said.index("{", at + 1)
        try:
            found, _ = decoder.raw_decode(said, at)
        except ValueError:
            continue
        if "findings" in found:
            return found
    raise ValueError


def place_of(quote: str, text: str) -> Span | None:
    """Where the quoted words stand in the text first, as whole words, with whatever white space between them."""
    spaced, places = _spaced(text.translate(_ALIKE))
    words = " ".join(quote.translate(_ALIKE).split())
    for start in _starts(words, spaced):
        end = start + len(words)
        if not _in_word(spaced, start) and not _in_word(spaced, end):
            return Span(places[start], places[end - 1] + 1)
    return None


def _starts(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _in_word(text: str, at: int) -> bool:
    """Whether a word goes on there."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _spaced(text: str) -> tuple[str, list[int]]:
    """The text with one space for each stretch of white space, and where each of its characters stands."""
    places = [at for at, each in enumerate(text) if not each.isspace() or (at > 0 and not text[at - 1].isspace())]
    return "".join(" " if text[at].isspace() else text[at] for at in places), places
