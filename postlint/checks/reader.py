"""Match kind `reader`: what a second reader sees of the rule's own risk in a draft, where it is sure enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs
from postlint.document import Document, Span
from postlint.errors import quoted, say
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import ReaderMatch

SURENESS = {
    "nl": ((0.95, "zo goed als zeker"), (0.8, "vrij zeker"), (0.0, "niet helemaal zeker")),
    "en": ((0.95, "nearly certain"), (0.8, "fairly sure"), (0.0, "not quite sure")),
}
"""By language, from which probability what is said of it."""
IMPRESSIONS = {
    "model": {
        "nl": "Dit is een indruk van de tweede lezer, die het {sure} weet.",
        "en": "This is an impression of the second reader, which is {sure}.",
    },
    "llm": {
        "nl": "Dit is een indruk van een taalmodel, dat niet zegt hoe zeker het is.",
        "en": "This is an impression of a language model, which does not say how sure it is.",
    },
}
"""By reader and language, what a finding says of where it comes from."""


def compile_match(match: ReaderMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The risk and the threshold; nothing can be said of the words."""
    check_required(compiler)
    return {"risk": compiler.risk, "threshold": match.reader.threshold}, None


def check_required(compiler: Compiler) -> None:
    """Report that the rule does not say that it needs the second reader, where it does not."""
    if "reader" not in compiler.requires:
        what = say("this match needs the optional part {part}", part=quoted("reader"))
        compiler.error([], what, say("Add `requires: [reader]` to the rule."))


def values(part: Part) -> frozenset[str]:
    """A message may say how sure the reader is."""
    return frozenset(["sure"])


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that marks the words which carry the risk, or the whole draft where none stand out."""
    risk, threshold = part["risk"], part["threshold"]

    def find(document: Document) -> list[Match]:
        from postlint.reader.impressions import impression_of  # a check without a second reader never needs it

        impression = impression_of(document, risk, threshold)
        if impression is None:
            return []
        span = impression.span or Span(0, len(document.text))
        return [Match(span, impression_values(document.lang, impression.probability, impression.by))]

    return find


def impression_values(lang: str, probability: float | None, by: str) -> dict[str, str]:
    """What a finding of a second reader says besides: who it was, that it is an impression, and how sure it is.

    One that does not say how sure it is counts as the least sure.
    """
    sure = next(words for least, words in SURENESS[lang] if (probability or 0.0) >= least)
    return {"reader": by, "sure": sure, "impression": IMPRESSIONS[by][lang].format(sure=sure)}
