"""Match kind `languagetool`: what LanguageTool says of spelling, grammar and style, chosen by its own ids.

One request serves all rules, and a rule that stays silent where LanguageTool cannot be asked would deceive: the report
then says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs
from postlint.document import Document
from postlint.errors import quoted, say
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.languagetool.answer import Remark
    from postlint.schema import LanguageToolMatch

ANY = "*"


def compile_match(match: LanguageToolMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The ids and the beginnings of ids that are chosen, and those left out; nothing can be said of the words."""
    if "languagetool" not in compiler.requires:
        what = say("this match needs the optional part {part}", part=quoted("languagetool"))
        compiler.error([], what, say("Add `requires: [languagetool]` to the rule."))
    chosen = match.languagetool
    return {
        "rules": _split(chosen.rules),
        "categories": tuple(chosen.categories),
        "without": _split(chosen.without),
        "slips": chosen.slips,
    }, None


def values(part: Part) -> frozenset[str]:
    """A message may quote LanguageTool's own, and its first suggestion."""
    return frozenset(("remark", "replacement"))


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that picks out what LanguageTool says by these rules."""

    def find(document: Document) -> list[Match]:
        from postlint.languagetool.proofreading import remarks  # a check without LanguageTool never needs it

        chosen = [remark for remark in remarks(document) if _is_chosen(remark, part)]
        return [_match(remark) for remark in chosen if not part["slips"] or _is_slip(remark, document.text)]

    return find


def _is_chosen(remark: Remark, part: Part) -> bool:
    among = _is_among(remark.rule, part["rules"]) or remark.category in part["categories"]
    return among and not _is_among(remark.rule, part["without"])


def _is_slip(remark: Remark, text: str) -> bool:
    from postlint.languagetool.spelling import is_slip

    return bool(remark.suggestions) and is_slip(remark.span.of(text), remark.suggestions[0])


def _match(remark: Remark) -> Match:
    said = {"remark": remark.message, "replacement": next(iter(remark.suggestions), "")}
    return Match(remark.span, said, remark.suggestions)


def _split(ids: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whole ids, and beginnings of ids."""
    whole = tuple(each for each in ids if not each.endswith(ANY))
    return whole, tuple(each.removesuffix(ANY) for each in ids if each.endswith(ANY))


def _is_among(rule: str, chosen: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    whole, beginnings = chosen
    return rule in whole or rule.startswith(beginnings)
