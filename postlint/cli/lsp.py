"""`postlint lsp`: the language server for editors, which comes with an extra."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.exits import mistakes_explained
from postlint.errors import InputError, InputErrors, say
from postlint.parts import installed

HELP = say(
    "Run the language server, with which an editor checks what you write while you write it.\n\n"
    "An editor starts it itself, and talks to it over standard input and output; docs/editors.md says how.\n\n"
    "Example: postlint lsp"
)


def lsp(
    *,
    config: Annotated[
        Path | None,
        typer.Option(help=say("The configuration; else postlint.toml or pyproject.toml by or above each file.")),
    ] = None,
) -> None:
    """Run the language server."""
    with mistakes_explained():
        if not installed("editor"):
            what = say("the language server is not installed")
            remedy = say("Install it: {command}", command="pip install 'postlint[editor]'")
            raise InputErrors(InputError(file="postlint lsp", line=0, column=0, what=what, remedy=remedy))
    from postlint.lsp.server import serve

    raise typer.Exit(serve(config.absolute() if config else None))
