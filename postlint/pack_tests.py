"""The tests of a whole pack: its examples, its twins, its good practice, and on request what no example exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from postlint.errors import InputError, InputErrors, quoted, say
from postlint.finding import Unchecked
from postlint.languagetool.settings import LanguageToolSettings
from postlint.languagetool.switches import switched
from postlint.pack_compiler import PackSource, SourceRule, read_pack
from postlint.practice import read_practice, unfilled_cases
from postlint.rule import Rule
from postlint.rule_coverage import uncovered, uncovered_entries
from postlint.rule_tests import by_the_others, missing_part, ready_rule, rule_failures


@dataclass
class Proof:
    """What testing a pack showed: which rules it has, how many examples were tried, and what is wrong with either.

    `measured` says of rules by example how well their examples go together. `resting` are the parts, in words, for want
    of which a rule was not tried; one for each such rule.
    """

    names: set[str] = field(default_factory=set)
    rules: int = 0
    examples: int = 0
    measured: list[str] = field(default_factory=list)
    resting: list[str] = field(default_factory=list)
    invalid: list[InputError] = field(default_factory=list)
    failures: list[InputError] = field(default_factory=list)


def prove(
    folder: Path,
    only: Sequence[str] = (),
    *,
    coverage: bool = False,
    languagetool: LanguageToolSettings | None = None,
) -> Proof:
    """Test the rules of the pack in `folder`, or `only` those of these ids, by their own examples.

    Each rule also needs a twin in every language of the pack, or a reason why it has none.
    """
    try:
        pack = read_pack(folder)
    except InputErrors as unreadable:
        return Proof(invalid=list(unreadable.errors))
    pack.languagetool = languagetool and switched(languagetool, _asking(pack))
    proof = Proof(names={rule.id for rule in pack.rules}, invalid=list(pack.errors))
    for rule in pack.rules:
        if not only or rule.id in only:
            _prove_rule(rule, pack, proof, coverage=coverage)
    if not only:
        practices, broken = read_practice([folder])
        proof.invalid += broken
        proof.failures += [error for practice in practices for error in unfilled_cases(practice)]
    if coverage and not proof.invalid:
        proof.failures += uncovered_entries(pack, only)
    return proof


def prove_file(
    path: Path, folder: Path, texts: Mapping[Path, str], languagetool: LanguageToolSettings | None = None
) -> Proof:
    """Test one file of the pack in `folder`, as `prove` does with all; `texts` are as in `read_pack`."""
    try:
        pack = read_pack(folder, path, texts)
    except InputErrors as unreadable:
        return Proof(invalid=_standing_in(path, unreadable.errors))
    pack.languagetool = languagetool and switched(languagetool, _asking(pack))
    proof = Proof(invalid=pack.errors)
    for rule in pack.rules:
        if rule.source.name == str(path):
            _prove_rule(rule, pack, proof, coverage=False)
    proof.invalid, proof.failures = _standing_in(path, proof.invalid), _standing_in(path, proof.failures)
    return proof


def _asking(pack: PackSource) -> Iterator[Rule]:
    """The sound rules of the pack that ask LanguageTool."""
    for rule in pack.rules:
        if "languagetool" in rule.model.requires:
            with suppress(InputErrors):
                yield ready_rule(rule, pack).rule


def _standing_in(path: Path, errors: Iterable[InputError]) -> list[InputError]:
    return [error for error in errors if error.file == str(path)]


def _prove_rule(rule: SourceRule, pack: PackSource, proof: Proof, *, coverage: bool) -> None:
    """Test one rule; of one that rests, its twin and its form alone."""
    proof.failures += _twin_failures(rule, pack)
    try:
        compiled = ready_rule(rule, pack).rule
        lacking = missing_part(compiled, pack.languagetool)
        if lacking is not None:
            proof.resting.append(lacking)
            return
        failures = rule_failures(rule, pack)
        proof.failures += failures or (uncovered(rule, pack) if coverage else ())
        proof.measured += filter(None, [by_the_others(rule, compiled)])
        proof.rules += 1
        proof.examples += len(rule.model.examples.bad) + len(rule.model.examples.good)
    except InputErrors as wrong:
        proof.invalid += wrong.errors
    except Unchecked as unchecked:
        proof.resting.append(say("an answer: {problem}", problem=unchecked.problem.what))


def _twin_failures(rule: SourceRule, pack: PackSource) -> Iterator[InputError]:
    twins = {other.lang: other for other in pack.rules if other.id == rule.id}
    for lang in pack.model.languages:
        if lang not in twins and rule.model.only is None:
            what = say("this rule has no twin in {lang}", lang=quoted(lang))
            yield rule.source.error([], what, say("Write one, or say why not: `only: {{reason: …}}`."))
        elif lang != rule.lang and lang in twins and rule.model.only is not None:
            yield rule.source.error(["only"], say("this rule has a twin"), say("Take this out."))
        elif lang in twins and twins[lang].model.risk != rule.model.risk and lang > rule.lang:
            what = say("the twin in {lang} names another risk", lang=quoted(lang))
            yield rule.source.error(["risk"], what, say("Give both the same."))
