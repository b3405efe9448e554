"""What there is to say of a risk or a rule, for a desk or an extension that shows it beside a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.explanations import PRINCIPLES, RuleFile, rule_files, text_of
from postlint.packs import Pack
from postlint.practice import Case, read_practice
from postlint.reporters.wire import SCHEMA
from postlint.risks import RISKS

_TOLD = ("title", "context", "draft", "wrong", "rewritten", "why")


def explanation(name: str, lang: str, packs: Sequence[Pack]) -> dict[str, Any]:
    """A risk with its rules and cases of good practice, or a rule with those of its risk, in one language.

    Raises:
        InputErrors: there is no such risk or rule, or a file of it cannot be read.
    """
    risks = {rule: risk for pack in packs for rule, _, risk, _ in pack.names}
    if name not in RISKS and name not in risks:
        what = say("there is no {name}", name=quoted(name))
        remedy = nearest(name, sorted({*RISKS, *risks}))
        raise InputErrors(InputError(file="name", line=0, column=0, what=what, remedy=remedy))
    risk = risks.get(name, name)
    rules = [name] if name in risks else [rule for rule, of in risks.items() if of == risk]
    practices, errors = read_practice([pack.folder for pack in packs], risk=risk, lang=lang)
    if errors:
        raise InputErrors(*errors)
    return {
        "schema": SCHEMA,
        "lang": lang,
        "risk": risk,
        "meaning": getattr(RISKS[risk], lang),
        "principle": getattr(PRINCIPLES[risk.split("/", maxsplit=1)[0]], lang),
        "rules": [_rule(file) for file in rule_files(packs, rules, [lang])],
        "cases": [_case(case) for practice in practices for case in practice.cases if not case.unfilled],
    }


def _rule(file: RuleFile) -> dict[str, Any]:
    words = {key: file.data[key] for key in ("severity", "message", "why", "advice")}
    examples = {kind: [text_of(example) for example in file.data["examples"][kind]] for kind in ("bad", "good")}
    return {"rule": file.id, **words, **examples}


def _case(case: Case) -> dict[str, str]:
    return {part: getattr(case, part) for part in _TOLD}
