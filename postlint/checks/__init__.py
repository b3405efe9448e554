"""The kinds of match: one module each."""

from __future__ import annotations

from postlint.checks import context, identifier, measure, pattern, phrases, signal, together
from postlint.checks.match import Kind, Matcher
from postlint.document import Document, view
from postlint.language.tokens import tokens
from postlint.rule import Part

KINDS: dict[str, Kind] = {
    "phrases": phrases,
    "pattern": pattern,
    "measure": measure,
    "together": together,
    "context": context,
    "identifier": identifier,
    "signal": signal,
}
"""Every kind by the key that names it in a rule."""


def build(part: Part) -> Matcher:
    """The matcher of a compiled part."""
    return KINDS[part["kind"]].build_matcher(part, build)


@view
def features(document: Document) -> frozenset[str]:
    """What the index looks rules up by: the keys of all tokens, and `?` with each part of the context that is known."""
    found = {key for token in tokens(document) for key in token.keys}
    context = document.context
    found.update(
        name
        for name, known in (
            ("?embargoes", context.embargoes),
            ("?quiet_periods", context.quiet_periods),
            ("?publish_at", context.publish_at),
            ("?reply", context.reply_to),
            ("?digit", any(map(str.isdigit, document.text))),
        )
        if known
    )
    return frozenset(found)
