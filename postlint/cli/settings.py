"""What the commands take from the configuration of the folder they run in."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.errors import InputError, InputErrors, nearest, quoted, say

if TYPE_CHECKING:
    from postlint.config import Config


def settings_here() -> Config:
    """The configuration of this folder, or of the nearest one around it."""
    from postlint.config import find_config, load_config

    return load_config(find_config(Path.cwd()), os.environ)


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
