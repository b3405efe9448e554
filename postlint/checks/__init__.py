"""The kinds of match: one module each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from postlint.checks.match import Kind, Matcher
from postlint.document import Document, view
from postlint.language.tokens import tokens as tokens_of  # `tokens` is a kind, and so a module of this package
from postlint.rule import Part

KINDS = ("phrases", "pattern", "measure", "together", "context", "identifier", "signal", "tokens", "dependency")
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


@view
def features(document: Document) -> frozenset[str]:
    """What the index looks rules up by: the keys of all tokens, and `?` with each part of the context that is known."""
    found = {key for token in tokens_of(document) for key in token.keys}
    context = document.context
    found.update(
        name
        for name, known in (
            ("?embargoes", context.embargoes),
            ("?quiet_periods", context.quiet_periods),
            ("?publish_at", context.publish_at),
            ("?reply", context.reply_to),
            ("?digit", any(map(str.isdigit, document.text))),
            ("?capitals", any(len(word) > 1 and word.isupper() for word in document.text.split())),
        )
        if known
    )
    return frozenset(found)
