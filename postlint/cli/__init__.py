"""The command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

LOCALE = Path(__file__).parent.parent / "locale"
UI_LANGS = ("nl", "en")


def main() -> None:
    """Run postlint; the interface's language is chosen first, since help texts are made with the commands."""
    choose_language(ui_language(sys.argv[1:]))
    from postlint.cli.app import app

    app()


def ui_language(arguments: list[str]) -> str | None:
    """The language that `--ui-lang` asks for; `None` leaves it to the locale."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--ui-lang":
            return value or next(iter(arguments[at + 1 : at + 2]), None)
    return None


def choose_language(lang: str | None) -> None:
    """Show all messages from here on in `lang`, or in the locale's own language."""
    from gettext import bindtextdomain

    bindtextdomain("postlint", LOCALE)
    if lang in UI_LANGS:
        os.environ["LANGUAGE"] = lang
