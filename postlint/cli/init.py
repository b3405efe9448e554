"""`postlint init`: a first configuration and a first pack of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.exits import mistakes_explained
from postlint.cli.settings import interface_lang
from postlint.errors import say

HELP = say(
    "Write a commented postlint.toml and a first pack of your own, with a tested rule.\n\n"
    "What is there already stays as it is.\n\n"
    "Example: postlint init"
)


def init(
    folder: Annotated[Path, typer.Argument(help=say("Where to write; else here."), show_default=False)] = Path(),
) -> None:
    """Write a first configuration and a first pack."""
    from postlint.templates import OWN_PACK, first_files, write_missing

    with mistakes_explained():
        files = first_files(interface_lang())
        written = write_missing(folder, files)
    for path in files:
        if folder / path in written:
            typer.echo(say("Written: {path}", path=folder / path))
        else:
            typer.echo(say("There already, left as it is: {path}", path=folder / path))
    typer.echo(say("Try it: postlint rules test {folder}", folder=folder / OWN_PACK))
