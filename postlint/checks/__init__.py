"""The kinds of match: one module each."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

from postlint.checks.match import CAPITALS, DIGITS, Kind, Matcher
from postlint.checks.passages import sentence_passages
from postlint.document import Document, view
from postlint.rule import Part

KINDS = (
    *("phrases", "pattern", "measure", "together", "context", "identifier", "signal"),
    *("tokens", "dependency", "languagetool", "reader", "like"),
)
"""Every kind by the key that names it in a rule, which is the name of its module here."""


@cache
def kind(name: str) -> Kind:
    """The kind's module, imported when a rule first needs it."""
    module: Any = import_module(f"postlint.checks.{name}")
    found: Kind = module
    return found


def build(part: Part) -> Matcher:
    """The matcher of a compiled part."""
    return kind(part["kind"]).build_matcher(part, build)


_MARKS = re.compile("[!?‼⁇⁈⁉！？][!?‼⁇⁈⁉！？\ufe0f]")


@view
def features(document: Document) -> frozenset[str]:
    """What the index looks rules up by: the keys of words and of two neighbours, and `?` with what else is known."""
    context = document.context
    told = (
        ("?embargoes", context.embargoes),
        ("?quiet_periods", context.quiet_periods),
        ("?publish_at", context.publish_at),
        ("?already_public", context.organisation.already_public),
        ("?reply", context.reply_to is not None),
        ("?digit", DIGITS.search(document.text)),
        ("?marks", _MARKS.search(document.text)),
        ("?capitals", CAPITALS.search(document.text)),
    )
    known_of = [name for name, known in told if known]
    keys = sentence_passages(document).keys
    return keys.union(known_of) if known_of else keys
