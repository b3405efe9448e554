"""The commands of postlint; each imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from postlint import __version__
from postlint.cli import UI_LANGS
from postlint.cli.check import check
from postlint.cli.doctor import HELP as DOCTOR
from postlint.cli.doctor import doctor
from postlint.cli.evaluate import HELP as EVALUATE
from postlint.cli.evaluate import evaluate
from postlint.cli.explain import EXPLAIN_HELP, RISKS_HELP, explain, risks
from postlint.cli.init import HELP as INIT
from postlint.cli.init import init
from postlint.cli.rules import rules
from postlint.errors import say

app = typer.Typer(
    name="postlint",
    help=say("Reads a draft post before you publish it, and says what a sensible colleague would say."),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.command()(check)
app.command(help=EXPLAIN_HELP)(explain)
app.command(help=RISKS_HELP)(risks)
app.add_typer(rules, name="rules")
app.command(help=INIT)(init)
app.command(help=DOCTOR)(doctor)
app.command(help=EVALUATE)(evaluate)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"postlint {__version__}")
        raise typer.Exit


@app.callback()
def postlint(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("Show the version and stop."))
    ] = False,
    ui_lang: Annotated[
        str | None, typer.Option(help=say("Language of the interface: {langs}.", langs=", ".join(UI_LANGS)))
    ] = None,
) -> None:
    """The options that stand before every command."""
