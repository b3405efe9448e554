"""What `postlint serve`, `desk` and `pair` do; postlint finds these functions through its entry points."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer
from platformdirs import user_state_path

from browser_ext_bridge.server.pairing import CODE_LIFE, Pairings
from postlint.errors import InputError, InputErrors, Refusal, printable, say


def serve(*, port: int, config: Path | None, install: bool) -> None:
    """Run the bridge until it is told to stop, or write the service that does; `config` as for `postlint check`.

    Raises:
        InputErrors: the configuration or a pack is wrong, or the port is taken.
    """
    if install:
        from browser_ext_bridge.server.service import write_unit

        _say_lines(write_unit(port=port, config=config))
        return
    _run(port, config, welcome=_codes if sys.stdout.isatty() else _nothing)


def desk(*, port: int, browser: bool) -> None:
    """Open the desk in a browser, or just show its address; where no bridge runs, one does from now on.

    Raises:
        InputErrors: this postlint has no desk, something else is at the port, or the configuration or a pack is wrong.
    """
    from browser_ext_bridge.server.app import DESK_FILES
    from browser_ext_bridge.server.opening import is_own_bridge, open_in_browser

    if not DESK_FILES.is_dir():
        what, remedy = say("this postlint has no desk"), say("Run `make desk` in its folder, or install its wheel.")
        raise Refusal(what, remedy).at("postlint desk")

    def opened(port: int, pairings: Pairings) -> list[str]:
        address = _desk_address(port, pairings)
        if browser:
            open_in_browser(address)
        return _address_of_desk(address)

    pairings = _pairings()
    if is_own_bridge(port, pairings):
        _say_lines(opened(port, pairings))
    else:
        _run(port, None, welcome=opened)


def _run(port: int, config: Path | None, *, welcome: Callable[[int, Pairings], list[str]]) -> None:
    """Run the bridge until it is told to stop; `welcome` gives what is said besides, once the port is ours."""
    from browser_ext_bridge.server.app import make_app
    from browser_ext_bridge.server.forking import kept_ready
    from browser_ext_bridge.server.serving import listening_socket, server_of
    from browser_ext_bridge.server.warm import WarmLinter

    listening = listening_socket(port)
    port = listening.getsockname()[1]
    pairings = _pairings()
    warm = WarmLinter(Path.cwd(), config, os.environ, alone=True)
    server = server_of(make_app(warm, pairings))
    listens = say("postlint listens at {address}; Ctrl+C stops it.", address=f"http://127.0.0.1:{port}")
    _say_lines([listens, *welcome(port, pairings)])
    with kept_ready():
        server.run([listening])


def _nothing(_port: int, _pairings: Pairings) -> list[str]:
    """Codes and addresses are for someone's eyes, and never for a log."""
    return []


def _codes(port: int, pairings: Pairings) -> list[str]:
    from browser_ext_bridge.server.app import DESK_FILES

    shown = _address_of_desk(_desk_address(port, pairings)) if DESK_FILES.is_dir() else []
    return [*shown, *_code_lines(pairings)]


def pair(*, port: int, address: str | None, show: bool, revoke: int | None) -> None:
    """Show a pairing code, make an address for the program named `address`, or show or revoke who may ask.

    Raises:
        InputErrors: there is no pairing of the number to revoke.
    """
    pairings = _pairings()
    if revoke is not None:
        if not pairings.revoke(revoke):
            what = say("there is no {name}", name=revoke)
            wrong = InputError(file="--revoke", line=0, column=0, what=what, remedy=say("See `postlint pair --list`."))
            raise InputErrors(wrong)
        _say_lines([say("It may ask no more.")])
    elif show:
        _say_lines(_listed(pairings))
    elif address is not None:
        _say_lines(_address_lines(pairings.new_token(address), port))
    else:
        _say_lines(_code_lines(pairings))


def _pairings() -> Pairings:
    return Pairings(user_state_path("postlint", appauthor=False) / "bridge.sqlite")


def _code_lines(pairings: Pairings) -> list[str]:
    code, minutes = pairings.new_code(), CODE_LIFE // 60
    return [say("Pairing code, for {minutes} minutes: {code}", minutes=minutes, code=code)]


def _desk_address(port: int, pairings: Pairings) -> str:
    return f"http://127.0.0.1:{port}/desk/open/{pairings.new_opening()}"


def _address_of_desk(address: str) -> list[str]:
    return [say("The desk, once, within {minutes} minutes: {address}", minutes=CODE_LIFE // 60, address=address)]


def _address_lines(token: str, port: int) -> list[str]:
    return [
        say("Give the program this address; it is shown this once, and whoever has it may ask:"),
        f"http://127.0.0.1:{port}/t/{token}/v2",
    ]


def _listed(pairings: Pairings) -> list[str]:
    rows = [f"{each.id:>3}  {_day(each.since)}  {each.name}  {each.origin}" for each in pairings.all()]
    return [printable(row).rstrip() for row in rows] or [say("Nobody may ask yet.")]


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().date().isoformat()


def _say_lines(lines: list[str]) -> None:
    for line in lines:
        typer.echo(line)
    sys.stdout.flush()
