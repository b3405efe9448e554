"""What the rules of a run say without the words of any draft, and the good practice that is kept of their risks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from postlint.errors import say
from postlint.packs import Pack
from postlint.practice import read_practice
from postlint.reporters.sarif import GoodPractice, RuleHelp
from postlint.rule import Rule, RuleChange

CASES = 2
"""Cases of good practice that are shown of a risk."""

_PLACEHOLDER = re.compile(r"\{\w+\}")


def rule_help(
    packs: Sequence[Pack], changes: Mapping[str, RuleChange], wanted: Mapping[str, str]
) -> Iterator[RuleHelp]:
    """The help of rules, by id and the language that each is wanted in, or else the one that it is in."""
    headings = (say("Why:"), say("Instead:"), say("Good practice"))
    for rule in sorted(_rules(packs, changes, wanted), key=lambda rule: rule.id):
        message, why, advice = (_PLACEHOLDER.sub("…", text) for text in (rule.message, rule.why, rule.advice))
        practice = _practice(packs, rule)
        yield RuleHelp(rule.id, rule.risk, rule.severity, message, why, advice, practice, headings)


def _rules(packs: Sequence[Pack], changes: Mapping[str, RuleChange], wanted: Mapping[str, str]) -> Collection[Rule]:
    """Each rule as the organisation has it, in one language."""
    found: dict[str, Rule] = {}
    for pack in packs:
        for number, (name, of, _, _) in enumerate(pack.names):
            if name in wanted and (name not in found or of == wanted[name]):
                found[name] = changes.get(name, RuleChange()).of(pack.rule(number))
    return found.values()


def _practice(packs: Sequence[Pack], rule: Rule) -> list[GoodPractice]:
    """The first cases of the rule's risk; what is wrong in their files is for `postlint practice` to say."""
    practices, _ = read_practice([pack.folder for pack in packs], risk=rule.risk, lang=rule.lang)
    cases = [case for practice in practices for case in practice.cases if not case.unfilled]
    return [GoodPractice(case.title, case.draft, case.rewritten, case.why) for case in cases[:CASES]]
