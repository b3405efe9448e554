"""`postlint serve`, `desk` and `pair`: what they do stands in the bridge, which is found through entry points."""

from pathlib import Path
from typing import Annotated, Any

import typer

from postlint.cli.exits import mistakes_explained
from postlint.cli.settings import settings_here
from postlint.errors import InputError, InputErrors, say

SERVE_HELP = say(
    "Run the bridge, which checks drafts for the browser, office programs and editors on this computer.\n\n"
    "It listens on this computer alone, and answers only who was paired (`postlint pair`).\n\n"
    "Example: postlint serve"
)
DESK_HELP = say(
    "Open the desk: a page in your browser that checks a draft while you type.\n\n"
    "It uses the bridge that runs, or else starts one, which Ctrl+C stops.\n\n"
    "Example: postlint desk"
)
PAIR_HELP = say(
    "Let a program ask the bridge: shows a code to type into the browser extension.\n\n"
    "Example: postlint pair --address LibreOffice"
)
PORT = 8917
_GROUP = "postlint.commands"

Port = Annotated[int, typer.Option(min=0, max=65535, help=say("The port of the bridge on this computer."))]


def serve(
    *,
    port: Port = PORT,
    config: Annotated[
        Path | None, typer.Option(help=say("The configuration; else postlint.toml or pyproject.toml here or above."))
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help=say("Write a service that runs the bridge in your session (systemd)."))
    ] = False,
) -> None:
    """Run the bridge."""
    with mistakes_explained():
        settings_here(config)
        _run("serve", port=port, config=config, install=install)


def desk(
    *,
    port: Port = PORT,
    browser: Annotated[
        bool,
        typer.Option(
            " /--no-browser", help=say("Show the address of the desk, and open no browser."), show_default=False
        ),
    ] = True,
) -> None:
    """Open the desk."""
    with mistakes_explained():
        settings_here()
        _run("desk", port=port, browser=browser)


def pair(
    *,
    port: Port = PORT,
    address: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=say("Make an address for a program that takes a LanguageTool server.")),
    ] = None,
    show: Annotated[bool, typer.Option("--list", help=say("Show who may ask."))] = False,
    revoke: Annotated[
        int | None, typer.Option(metavar="NUMBER", help=say("Let this one ask no more; --list gives the number."))
    ] = None,
) -> None:
    """Let a program ask the bridge."""
    with mistakes_explained():
        settings_here()
        _run("pair", port=port, address=address, show=show, revoke=revoke)


def _run(name: str, **options: Any) -> None:
    """Run the function that the bridge has for a command; `InputErrors` where it, or what it needs, is missing."""
    from importlib.metadata import entry_points

    try:
        for entry_point in entry_points(group=_GROUP, name=name):
            entry_point.load()(**options)
            return
    except ModuleNotFoundError:
        pass
    what, remedy = say("the bridge is not installed"), say("Install it: pip install 'postlint[bridge]'")
    raise InputErrors(InputError(file=f"postlint {name}", line=0, column=0, what=what, remedy=remedy))
