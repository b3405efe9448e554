"""The commands of postlint; only the one that is asked for is imported and made, since making them all costs time."""

from importlib import import_module
from typing import Annotated, NamedTuple

import typer

from postlint import __version__
from postlint.cli import UI_LANGS
from postlint.errors import say


class Command(NamedTuple):
    """Where a command stands: its module there names the function (or group) as the command, and its help text."""

    module: str
    help: str = "HELP"


COMMANDS = {
    "check": Command("check"),
    "baseline": Command("baseline"),
    "explain": Command("explain", "EXPLAIN_HELP"),
    "risks": Command("explain", "RISKS_HELP"),
    "rules": Command("rules"),
    "practice": Command("practice"),
    "init": Command("init"),
    "doctor": Command("doctor"),
    "evaluate": Command("evaluate"),
    "languagetool": Command("languagetool"),
    "serve": Command("bridge", "SERVE_HELP"),
    "desk": Command("bridge", "DESK_HELP"),
    "pair": Command("bridge", "PAIR_HELP"),
    "lsp": Command("lsp"),
}


def make_app(only: str | None = None) -> typer.Typer:
    """The command line, with one command or, for help and completion, with all."""
    app = typer.Typer(
        name="postlint",
        help=say("Reads a draft post before you publish it, and says what a sensible colleague would say."),
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )
    app.callback()(postlint)
    for name in COMMANDS if only is None else [only]:
        module = import_module(f"postlint.cli.{COMMANDS[name].module}")
        made = getattr(module, name)
        if isinstance(made, typer.Typer):
            app.add_typer(made, name=name)
        else:
            app.command(name, help=getattr(module, COMMANDS[name].help))(made)
    return app


def _version(value: bool) -> None:
    if value:
        typer.echo(f"postlint {__version__}")
        raise typer.Exit


def postlint(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("Show the version and stop."))
    ] = False,
    ui_lang: Annotated[
        str | None, typer.Option(help=say("Language of the interface: {langs}.", langs=", ".join(UI_LANGS)))
    ] = None,
) -> None:
    """The options that stand before every command."""
