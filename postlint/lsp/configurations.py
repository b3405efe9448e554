"""The configurations that hold for the files open in an editor, each kept ready with its linters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Lock

from postlint.cli import choose_language, ui_language
from postlint.cli.checking import Checking
from postlint.cli.inputs import Inputs
from postlint.config import Config, find_config
from postlint.renewal import Renewal, compile_apart


class Configurations:
    """Finds what holds for a file as `postlint check` does in its folder, or always takes the `given` configuration."""

    def __init__(self, given: Path | None = None) -> None:
        self._given = given
        self._kept: dict[Path | None, Renewal[Checking]] = {}
        self._making = Lock()

    def of(self, path: Path) -> Renewal[Checking]:
        """What is kept ready for a file; it takes a second or more where it is the first of its configuration."""
        file = self._file_for(path)
        with self._making:
            if file not in self._kept:
                self._kept[file] = Renewal(lambda: file, _checking, os.environ)
            return self._kept[file]

    def holds(self, renewal: Renewal[Checking] | None, path: Path) -> bool:
        """Whether that is what `of` gives for the file."""
        return renewal is not None and self._kept.get(self._file_for(path)) is renewal

    def _file_for(self, path: Path) -> Path | None:
        return self._given or find_config(path.parent)

    def renew(self) -> list[Renewal[Checking]]:
        """Make anew what has changed, and say which."""
        with self._making:
            kept = [*self._kept.values()]
        return [each for each in kept if each.renew()]


def _checking(config: Config) -> Checking:
    """What checks by a configuration; from here on messages are in the language that it asks for.

    A language model is not asked: the editor would wait seconds for each key.
    """
    if config.reader is not None:
        config = replace(config, reader=config.reader.without_llm())
    choose_language(ui_language(sys.argv[1:]) or config.ui_lang)
    own = [*_own_packs(config)]
    if own:
        compile_apart(own)
    return Checking(Inputs(config, {}, {}), packs=[])


def _own_packs(config: Config) -> Iterator[str | Path]:
    """The packs that did not come compiled."""
    folders = config.selection.folders if config.selection else ()
    for name in (*config.packs, *(pack for folder in folders for pack in folder.packs)):
        if os.sep in str(name):
            yield name
