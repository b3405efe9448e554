"""The command line."""

from __future__ import annotations

import os
import sys

UI_LANGS = ("nl", "en")


def main() -> None:
    """Run postlint: here, or for a check by a bridge of the user's own that runs already."""
    arguments = sys.argv[1:]
    path = socket_path()
    if arguments[:1] == ["check"] and path and os.path.exists(path):  # noqa: PTH110 — as below
        from postlint.cli.ready import checked_by_bridge

        code = checked_by_bridge(arguments, path)
        if code is not None:
            sys.exit(code)
    run(arguments)


def socket_path() -> str | None:
    """Where the socket of the user's own bridge is; `None` on a system without a runtime folder for each user."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return os.path.join(folder, "postlint", "check.sock") if folder else None  # noqa: PTH118 — pathlib is not loaded yet


def run(arguments: list[str]) -> None:
    """Run postlint here; the interface's language is chosen first, since help texts are made with the commands."""
    choose_language(ui_language(arguments))
    from postlint.cli.app import COMMANDS, make_app

    completing = any(name.endswith("_COMPLETE") and "POSTLINT" in name for name in os.environ)
    make_app(None if completing else next((name for name in arguments if name in COMMANDS), None))(prog_name="postlint")


def ui_language(arguments: list[str]) -> str | None:
    """The language that `--ui-lang` asks for; `None` leaves it to the locale."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--ui-lang":
            return value or next(iter(arguments[at + 1 : at + 2]), None)
    return None


def choose_language(lang: str | None) -> None:
    """Show all messages from here on in `lang`, or in the locale's own language."""
    if lang in UI_LANGS:
        os.environ["LANGUAGE"] = lang
