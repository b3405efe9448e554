"""What the rules of a run say without the words of any draft, and the good practice that is kept of their risks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from postlint.errors import say
from postlint.finding import Finding, Severity
from postlint.packs import Pack
from postlint.practice import Practice, read_practice
from postlint.reporters.sarif import GoodPractice, RuleHelp
from postlint.risks import EXCEPTION_RULES
from postlint.rule import Rule, RuleChange
from postlint.suppress import words_of

CASES = 2
"""Cases of good practice that are shown of a risk."""

_PLACEHOLDER = re.compile(r"\{\w+\}")


def finding_help(finding: Finding, lang: str, packs: Sequence[Pack]) -> RuleHelp:
    """What a finding in a draft in `lang` says, with the first case of good practice that packs keep of its risk."""
    practices, _ = read_practice([pack.folder for pack in packs], risk=finding.risk, lang=lang)
    cases = [case for practice in practices for case in _told(practice)][:1]
    words = finding.message, finding.why, finding.advice
    return RuleHelp(finding.rule, finding.risk, finding.severity, *words, cases, _headings())


def rule_help(
    packs: Sequence[Pack], changes: Mapping[str, RuleChange], wanted: Mapping[str, str]
) -> Iterator[RuleHelp]:
    """The help of rules, by id and the language that each is wanted in, or else the one that it is in."""
    rules = _rules(packs, changes, wanted)
    practice = _practice(packs, {rule.lang for rule in rules})
    for rule in sorted(rules, key=lambda rule: rule.id):
        message, why, advice = (_PLACEHOLDER.sub("…", text) for text in (rule.message, rule.why, rule.advice))
        cases = practice.get((rule.risk, rule.lang), [])[:CASES]
        yield RuleHelp(rule.id, rule.risk, rule.severity, message, why, advice, cases, _headings())
    for name in sorted(EXCEPTION_RULES.keys() & wanted.keys()):
        risk, change = EXCEPTION_RULES[name], changes.get(name, RuleChange())
        message, why, advice = words_of(risk)
        severity = change.severity or Severity.NOTE
        said = change.message or message, change.why or why, change.advice or advice
        yield RuleHelp(name, risk, severity, *said, practice=(), headings=_headings())


def _headings() -> tuple[str, str, str]:
    return say("Why:"), say("Instead:"), say("Good practice")


def _rules(packs: Sequence[Pack], changes: Mapping[str, RuleChange], wanted: Mapping[str, str]) -> Collection[Rule]:
    """Each rule as the organisation has it, in one language."""
    found: dict[str, Rule] = {}
    for pack in packs:
        for number, (name, of, _, _) in enumerate(pack.names):
            if name in wanted and (name not in found or of == wanted[name]):
                found[name] = changes.get(name, RuleChange()).of(pack.rule(number))
    return found.values()


def _practice(packs: Sequence[Pack], langs: Collection[str]) -> dict[tuple[str, str], list[GoodPractice]]:
    """The first cases of each risk and language; what is wrong in their files is for `postlint practice` to say."""
    folders = [pack.folder for pack in packs]
    cases: dict[tuple[str, str], list[GoodPractice]] = {}
    for lang in langs:
        practices, _ = read_practice(folders, lang=lang)
        for practice in practices:
            cases.setdefault((practice.risk, lang), []).extend(_told(practice))
    return cases


def _told(practice: Practice) -> Iterator[GoodPractice]:
    for case in practice.cases:
        if not case.unfilled:
            yield GoodPractice(case.title, case.draft, case.rewritten, case.why)
