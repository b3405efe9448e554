"""`postlint risks` and `postlint explain`: what postlint looks for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.exits import mistakes_explained
from postlint.cli.settings import interface_lang, packs_here, settings_here, unknown_name
from postlint.errors import InputErrors, printable, say

if TYPE_CHECKING:
    from postlint.packs import Pack
    from postlint.rule import RuleChange

RISKS_HELP = say(
    "List what postlint looks for: all risks by group, with the number of active rules in each language.\n\n"
    "Example: postlint risks"
)
EXPLAIN_HELP = say(
    "Explain a risk or a rule: what it is, why it matters, what to do instead, with examples.\n\n"
    "Example: postlint explain connecting/no-deadline"
)
WITH_FORMULA = "informing/complex"


def risks() -> None:
    """List what postlint looks for."""
    from postlint.packs import load_packs
    from postlint.risks import RISKS, groups

    with mistakes_explained():
        settings = settings_here()
        packs = load_packs(settings.packs)
    counts = _counts(packs, settings.rules)
    lang = interface_lang()
    width = max(map(len, RISKS))
    for group, names in groups().items():
        typer.echo(group)
        for risk in names:
            numbers = "  ".join(f"{each} {counts.get((risk, each), 0):>2}" for each in ("nl", "en"))
            typer.echo(f"  {risk.split('/')[1]:{width - 8}}  {numbers}  {getattr(RISKS[risk], lang)}")


def _counts(packs: Sequence[Pack], changes: Mapping[str, RuleChange]) -> dict[tuple[str, str], int]:
    """The number of active rules by risk and language."""
    from collections import Counter

    from postlint.parts import installed

    return Counter(
        (risk, lang)
        for pack in packs
        for rule, lang, risk, requires in pack.names
        if all(map(installed, requires)) and (rule not in changes or changes[rule].enabled)
    )


def explain(
    name: Annotated[str, typer.Argument(metavar="RISK|RULE", help=say("The name of a risk, a group or a rule."))],
) -> None:
    """Explain a risk or a rule."""
    from postlint.packs import names_in
    from postlint.risks import EXCEPTIONS, RISKS, groups
    from postlint.suppress import names_of

    with mistakes_explained():
        packs = packs_here()
        rules = {rule for pack in packs for rule, _, _, _ in pack.names}
        known = names_in(packs)
        if name not in known:
            raise InputErrors(unknown_name("explain", name, known))
        for risk in groups().get(name, [name] if name in RISKS else []):
            for line in _risk(risk, packs):
                typer.echo(line)
        for line in _rule(name, packs) if name in rules else ():
            typer.echo(line)
        for risk in EXCEPTIONS:
            if name in names_of(f"postlint/{risk}", risk):
                for line in _exception(risk):
                    typer.echo(line)


def _exception(risk: str) -> Iterator[str]:
    from postlint.suppress import words_of

    message, why, advice = words_of(risk)
    yield f"postlint/{risk}"
    yield f"  {message}"
    yield f"  {why}"
    yield f"  → {advice}"


def _rule(name: str, packs: Sequence[Pack]) -> Iterator[str]:
    from postlint.explanations import rule_files, whole_rule

    lang = interface_lang()
    files = rule_files(packs, [name])
    for file in [file for file in files if file.lang == lang] or files:
        yield from whole_rule(file)


def _risk(risk: str, packs: Sequence[Pack]) -> Iterator[str]:
    from postlint.explanations import PRINCIPLES, rule_files, text_of, words
    from postlint.language.readability import FORMULA
    from postlint.risks import RISKS

    lang = interface_lang()
    yield risk
    yield "  " + say("The draft {meaning}.", meaning=getattr(RISKS[risk], lang))
    yield "  " + getattr(PRINCIPLES[risk.split("/", maxsplit=1)[0]], lang)
    yield ""
    names = [name for pack in packs for name, each, of, _ in pack.names if of == risk and each == lang]
    for file in rule_files(packs, names, [lang]):
        yield f"{file.id} ({file.data['severity']})"
        yield from words(file)
        yield f"  ✗ {text_of(file.data['examples']['bad'][0])}"
        yield f"  ✓ {text_of(file.data['examples']['good'][0])}"
        yield ""
    if not names:
        yield say("No rule in {lang} looks for it yet.", lang=lang)
    yield from _cases(risk, packs)
    if risk == WITH_FORMULA:
        yield from FORMULA[lang].splitlines()


def _cases(risk: str, packs: Sequence[Pack]) -> Iterator[str]:
    """The cases of good practice in brief; nothing where none is kept."""
    from postlint.practice import read_practice

    practices, errors = read_practice([pack.folder for pack in packs], risk=risk, lang=interface_lang())
    if errors:
        raise InputErrors(*errors)
    cases = [case for practice in practices for case in practice.cases if not case.unfilled]
    for case in cases:
        yield f"■ {printable(case.title)}"
        for sign, post in (("✗", case.draft), ("✓", case.rewritten)):
            yield f"  {sign} {printable(post)}"
        yield ""
    if cases:
        yield say("Why they work: postlint practice show {risk}", risk=risk)
