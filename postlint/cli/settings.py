"""What the commands take from the configuration of the folder they run in."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.cli import choose_language, ui_language
from postlint.errors import InputError, InputErrors, nearest, quoted, say

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.context import Lang
    from postlint.packs import Pack


def settings_here(path: Path | None = None) -> Config:
    """The configuration in `path`; without one that of this folder, or of the nearest one around it.

    From here on messages are in the language that it asks for, unless an option asks for another.
    """
    from postlint.config import find_config, load_config

    settings = load_config(path or find_config(Path.cwd()), os.environ)
    choose_language(ui_language(sys.argv[1:]) or settings.ui_lang)
    return settings


def pack_folders(names: Sequence[str | Path]) -> list[Path]:
    """The folders of the packs of these names; of none: those of the configuration, and the shipped ones.

    Raises:
        InputErrors: every pack that is not there.
    """
    from postlint.packs import pack_folder, shipped_packs

    folders: list[Path] = []
    errors: list[InputError] = []
    for name in names or (*settings_here().packs, *shipped_packs()):
        try:
            folders.append(pack_folder(name))
        except InputErrors as missing:
            errors += missing.errors
    if errors:
        raise InputErrors(*errors)
    return list(dict.fromkeys(folders))


def unknown_name(place: str, name: str, known: Collection[str]) -> InputError:
    """The mistake of naming at `place` (an option, an argument) what is not there, with the nearest that is."""
    what = say("there is no {name}", name=quoted(name))
    return InputError(file=place, line=0, column=0, what=what, remedy=nearest(name, tuple(sorted(known))))


def interface_lang() -> Lang:
    """The language that messages are in, as gettext chooses it: for texts that stand in tables of both languages."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "nl" if value.startswith("nl") else "en"
    return "en"


def packs_here(names: Sequence[str | Path] = ()) -> list[Pack]:
    """The packs of these names, compiled; of none: those of the configuration, and the shipped ones."""
    from postlint.packs import load_packs

    return load_packs(pack_folders(names))


def own_pack() -> Path:
    """The folder of the one pack of the user's own that the configuration names; `InputErrors` where it is not one."""
    from postlint.packs import pack_folder, shipped_folder

    folders = [pack_folder(name) for name in settings_here().packs]
    own = [folder for folder in folders if folder.parent != shipped_folder()]
    if len(own) == 1:
        return own[0]
    what = say("the configuration names several packs of your own") if own else say("there is no pack of your own yet")
    remedy = say("Name its folder.") if own else say("Name its folder, or make one with `postlint init`.")
    raise InputErrors(InputError(file="--pack", line=0, column=0, what=what, remedy=remedy))
