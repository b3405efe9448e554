"""A rule's own suggestion as it fits in the draft: with the capitals of its place, and whether it may stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postlint.checks.match import Match
from postlint.document import Document, Span
from postlint.language.sentences import sentence_at
from postlint.rule import Rule

_IN_SO_MANY_WORDS = re.compile(r"\w[\w.'’&/]*(?:[ \u00a0-]\w[\w.'’&/]*)*")
"""Words with nothing between them but one space or hyphen: no mark, emoji or line break that would be lost."""
_PART_OF_MORE_BEFORE = re.compile(r"[\w@#&/\\_.+~=%'’‑–-]$")
_PART_OF_MORE_AFTER = re.compile(r"[\w@#&/\\_+~=%‑–-]|[.'’:]\w")
"""What makes a word part of a compound, a name, an address or a number."""


def own_suggestion(rule: Rule, document: Document, match: Match, values: Mapping[str, str]) -> tuple[str, bool]:
    """The rule's suggestion for a match, and whether it may be put in place without asking."""
    text = (rule.suggestion or "").format_map(values)
    fitting = _with_capitals(text, document, match.span)
    vouched_for = match.values.get("entry") in rule.fix if isinstance(rule.fix, frozenset) else rule.fix
    if not fitting or not vouched_for:
        return fitting or text, False
    return fitting, rule.match["kind"] != "phrases" or _stands_alone(document.text, match.span)


def _stands_alone(text: str, span: Span) -> bool:
    """Whether the words of a phrase stand there by themselves: nothing in between, and no part of a longer word."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    part_of_more = _PART_OF_MORE_BEFORE.search(before) or _PART_OF_MORE_AFTER.match(after)
    return not part_of_more and bool(_IN_SO_MANY_WORDS.fullmatch(span.of(text)))


def _with_capitals(suggestion: str, document: Document, span: Span) -> str | None:
    """The suggestion with the capitals that its place asks for; `None` where they may mean something.

    At the beginning of a sentence it begins with one. A suggestion that has capitals of its own keeps to them.
    """
    found = span.of(document.text)
    if found == found.lower() or not suggestion:
        return suggestion
    if suggestion != suggestion.lower():
        return None if len(found) > 1 and found.isupper() and not suggestion.isupper() else suggestion
    if found[1:] != found[1:].lower() or not _begins_sentence(document, span):
        return None
    length = 2 if document.lang == "nl" and suggestion.startswith("ij") else 1
    return suggestion[:length].upper() + suggestion[length:]


def _begins_sentence(document: Document, span: Span) -> bool:
    sentence = sentence_at(document, span.start)
    return sentence is not None and not any(map(str.isalnum, document.text[sentence.start : span.start]))
