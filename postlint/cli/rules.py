"""`postlint rules`: list, show, test and write rules, and print the form they have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.settings import pack_folders, unknown_name
from postlint.errors import InputErrors, say

if TYPE_CHECKING:
    from postlint.pack_tests import Proof

rules = typer.Typer(no_args_is_help=True, help=say("List, show, test and write rules."))


@rules.command(
    "test",
    help=say(
        """Test rules by their own examples.

        A bad example must give exactly one finding, on exactly the words in [[ ]]; a suggestion, once applied, must
        silence the rule; a good example must stay silent. Every rule needs a twin in the pack's other language, or
        says under `only` why it has none.

        Example: postlint rules test ./postlint-rules --coverage

        Exit codes: 0 all hold, 1 a rule fails, 2 a pack is not valid.
        """
    ),
)
def prove_rules(
    packs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACK]...",
            help=say(
                "Names of shipped packs, or folders of your own; else those of the configuration and all shipped."
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
    from postlint.pack_tests import prove

    with mistakes_explained():
        proofs = [prove(folder, rule or (), coverage=coverage) for folder in pack_folders(packs or [])]
        _refuse_unknown(rule or [], proofs)
    invalid = [error for proof in proofs for error in proof.invalid]
    failures = [error for proof in proofs for error in proof.failures]
    for error in sorted((*invalid, *failures), key=lambda error: (error.file, error.line, error.column)):
        typer.echo(str(error))
    typer.echo(
        _summary(
            sum(proof.rules for proof in proofs), sum(proof.examples for proof in proofs), len(invalid), len(failures)
        )
    )
    raise typer.Exit(ExitCode.WRONG_USE if invalid else ExitCode.FINDINGS if failures else ExitCode.CLEAN)


def _refuse_unknown(names: Sequence[str], proofs: Sequence[Proof]) -> None:
    """Refuse names of rules that no pack holds; a pack that is not valid is told of first."""
    known = {name for proof in proofs for name in proof.names}
    unknown = [name for name in names if name not in known]
    if unknown and not any(proof.invalid for proof in proofs):
        raise InputErrors(*(unknown_name("--rule", name, known) for name in unknown))


def _summary(rules: int, examples: int, invalid: int, failures: int) -> str:
    tested = say("{rules} rules, {examples} examples", rules=rules, examples=examples)
    if invalid:
        return say("{tested}, {count} errors in packs", tested=tested, count=invalid)
    if failures:
        return say("{tested}, {count} failures", tested=tested, count=failures)
    return say("{tested}, all hold", tested=tested)
