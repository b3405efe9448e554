"""`postlint rules`: list, show, test and write rules, and print the form they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.settings import interface_lang, own_pack, pack_folders, packs_here, settings_here, unknown_name
from postlint.context import Lang
from postlint.errors import InputErrors, say
from postlint.parts import at_hand

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.pack_tests import Proof
    from postlint.packs import Pack

LANGS: tuple[Lang, ...] = ("nl", "en")

rules = typer.Typer(no_args_is_help=True, help=say("List, show, test and write rules."))


@rules.command(
    "list",
    help=say(
        "List rules by risk, with severity and languages; a missing half shows as –.\n\n"
        "A rule that rests says why: what it requires is not installed, or the configuration switched it off.\n\n"
        "Example: postlint rules list --group tone"
    ),
)
def list_rules(
    *,
    pack: Annotated[
        list[str] | None,
        typer.Option(
            help=say("Only this pack: its name, or a folder. Else those of the configuration and all shipped.")
        ),
    ] = None,
    risk: Annotated[str | None, typer.Option(help=say("Only rules for this risk."))] = None,
    group: Annotated[str | None, typer.Option(help=say("Only rules for the risks of this group."))] = None,
    lang: Annotated[Lang | None, typer.Option(help=say("Only rules in this language."))] = None,
) -> None:
    """List rules by risk."""
    from postlint.risks import RISKS, groups

    with mistakes_explained():
        for option, name, known in (("--risk", risk, RISKS), ("--group", group, groups())):
            if name is not None and name not in known:
                raise InputErrors(unknown_name(option, name, known))
        packs, settings = packs_here(pack or []), settings_here()
    rows = [
        row
        for row in _rows(packs, settings)
        if risk in (None, row.risk) and group in (None, row.risk.split("/")[0]) and lang in (None, *row.langs)
    ]
    width = max((len(row.id) for row in rows), default=0)
    for name in RISKS:
        of_risk = [row for row in rows if row.risk == name]
        if of_risk:
            typer.echo(name)
        for row in of_risk:
            langs = " ".join(each if each in row.langs else " –" for each in LANGS)
            typer.echo(f"  {row.id:{width}}  {row.severity:15}  {langs}  {row.rests}".rstrip())
    typer.echo(say("{count} rules", count=len(rows)))


class Row(NamedTuple):
    """A rule in all its languages; `rests` says why it is inactive."""

    id: str
    risk: str
    severity: str
    langs: tuple[str, ...]
    rests: str


def _rows(packs: Sequence[Pack], settings: Config) -> Iterator[Row]:
    from itertools import groupby

    from postlint.config import asked_of, readers_of

    changes, languagetool, reader = settings.rules, asked_of(settings), readers_of(settings)

    for pack in packs:
        twins = sorted(pack.rules(), key=lambda rule: (rule.id, rule.risk, rule.lang != "nl"))
        for (name, risk), same in groupby(twins, key=lambda rule: (rule.id, rule.risk)):
            halves = list(same)
            severities = dict.fromkeys(rule.severity.word for rule in halves)
            missing = dict.fromkeys(
                part for rule in halves for part in rule.requires if not at_hand(part, languagetool, reader)
            )
            rests = say("needs {parts}", parts=", ".join(missing)) if missing else ""
            if name in changes and not changes[name].enabled:
                rests = say("switched off")
            yield Row(name, risk, "/".join(severities), tuple(rule.lang for rule in halves), rests)


@rules.command(
    "show",
    help=say(
        "Show a rule as it stands in its file: what it looks for, what it says, what silences it, and its "
        "examples.\n\n"
        "Example: postlint rules show core/connecting/promise-without-a-time --lang nl"
    ),
)
def show_rule(
    name: Annotated[str, typer.Argument(metavar="ID", help=say("The rule's id: pack/group/name."))],
    *,
    pack: Annotated[
        list[str] | None,
        typer.Option(
            help=say("Look in this pack: its name, or a folder. Else those of the configuration and all shipped.")
        ),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=say("In this language alone."))] = None,
) -> None:
    """Show a rule as it stands in its file."""
    from postlint.explanations import rule_files, whole_rule

    with mistakes_explained():
        packs = packs_here(pack or [])
        known = {rule for pack in packs for rule, each, _, _ in pack.names if lang in (None, each)}
        if name not in known:
            raise InputErrors(unknown_name("rules show", name, known))
        for file in rule_files(packs, [name], [lang] if lang else LANGS):
            for line in whole_rule(file):
                typer.echo(line)


@rules.command(
    "new",
    help=say(
        "Write a new rule that passes its own tests, for you to fill in.\n\n"
        "Example: postlint rules new tone/condescension as-said-before --pack ./postlint-rules --twin"
    ),
)
def new_rule(
    risk: Annotated[str, typer.Argument(help=say("The risk that it is for; `postlint risks` lists them."))],
    name: Annotated[str, typer.Argument(help=say("A name in small letters and hyphens."))],
    *,
    pack: Annotated[
        Path | None, typer.Option(help=say("The pack's folder; else the one pack of your own in the configuration."))
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=say("The rule's language; else the interface's."))] = None,
    twin: Annotated[bool, typer.Option("--twin", help=say("Write it in both languages."))] = False,
    like: Annotated[
        bool, typer.Option("--like", help=say("A rule by example: what is like the drafts that you give it."))
    ] = False,
) -> None:
    """Write a new rule for you to fill in."""
    from postlint.templates import write_rule

    with mistakes_explained():
        folder = pack_folders([str(pack)])[0] if pack else own_pack()
        langs = LANGS if twin else (lang or interface_lang(),)
        for path in write_rule(folder, risk, name, langs, like=like):
            typer.echo(say("Written: {path}", path=path))
    typer.echo(say("Fill it in, then run: postlint rules test {folder}", folder=pack or folder))


@rules.command(
    "schema",
    help=say(
        "Print the JSON Schema of a rule, with which an editor completes and checks while you type.\n\n"
        "Example: postlint rules schema > rule.schema.json"
    ),
)
def schema() -> None:
    """Print the JSON Schema of a rule."""
    import json

    from postlint.schema import rule_schema

    typer.echo(json.dumps(rule_schema(), ensure_ascii=False, indent=2))


@rules.command(
    "test",
    help=say(
        "Test rules by their own examples.\n\n"
        "A bad example must give exactly one finding, on exactly the words in [[ ]]; a suggestion, once applied, "
        "must silence the rule; a good example must stay silent. Every rule needs a twin in the pack's other "
        "language, or says under `only` why it has none.\n\n"
        "Example: postlint rules test ./postlint-rules --coverage\n\n"
        "Exit codes: 0 all hold, 1 a rule fails, 2 a pack is not valid."
    ),
)
def prove_rules(
    packs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACK]...",
            help=say(
                "Names of shipped packs, or folders of your own or files in them; else those of the configuration and "
                "all shipped."
            ),
        ),
    ] = None,
    *,
    rule: Annotated[list[str] | None, typer.Option(help=say("Only the rule of this id; may be given again."))] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help=say("Also say which words, entries and exceptions no example needs."))
    ] = False,
) -> None:
    """Test rules by their own examples."""
    from postlint.config import asked_of
    from postlint.pack_tests import prove

    with mistakes_explained():
        server = asked_of(settings_here())
        folders = pack_folders([*map(_pack_around, packs or [])])
        proofs = [prove(folder, rule or (), coverage=coverage, languagetool=server) for folder in folders]
        _refuse_unknown(rule or [], proofs)
    invalid = [error for proof in proofs for error in proof.invalid]
    failures = [error for proof in proofs for error in proof.failures]
    for error in sorted((*invalid, *failures), key=lambda error: (error.file, error.line, error.column)):
        typer.echo(str(error))
    for line in (line for proof in proofs for line in proof.measured):
        typer.echo(line)
    typer.echo(_summary(proofs, len(invalid), len(failures)))
    raise typer.Exit(ExitCode.WRONG_USE if invalid else ExitCode.FINDINGS if failures else ExitCode.CLEAN)


def _pack_around(name: str) -> str:
    """The folder of the pack to which a file belongs; what is no such file is taken for a pack itself."""
    path = Path(name)
    parents = path.absolute().parents if path.is_file() else ()
    return next((str(folder) for folder in parents if (folder / "pack.yaml").is_file()), name)


def _refuse_unknown(names: Sequence[str], proofs: Sequence[Proof]) -> None:
    """Refuse names of rules that no pack holds; a pack that is not valid is told of first."""
    known = {name for proof in proofs for name in proof.names}
    unknown = [name for name in names if name not in known]
    if unknown and not any(proof.invalid for proof in proofs):
        raise InputErrors(*(unknown_name("--rule", name, known) for name in unknown))


def _summary(proofs: Sequence[Proof], invalid: int, failures: int) -> str:
    tested = say(
        "{rules} rules, {examples} examples",
        rules=sum(proof.rules for proof in proofs),
        examples=sum(proof.examples for proof in proofs),
    )
    resting = [part for proof in proofs for part in proof.resting]
    if resting:
        wanting = ", ".join(dict.fromkeys(resting))
        tested += ", " + say("{count} not tested for want of {parts}", count=len(resting), parts=wanting)
    if invalid:
        return say("{tested}, {count} errors in packs", tested=tested, count=invalid)
    if failures:
        return say("{tested}, {count} failures", tested=tested, count=failures)
    return say("{tested}, all hold", tested=tested)
