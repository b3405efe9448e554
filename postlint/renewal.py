"""What a configuration asks for, kept ready by a program that runs on, and made anew when its files change."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from postlint.config import PRIVATE, Config, load_config
from postlint.errors import InputError, InputErrors
from postlint.packs import Pack

Stamps = Mapping[str, tuple[int, int]]
"""When files were last changed, and their size."""

_RULES = (".yaml", ".yml")


class HasPacks(Protocol):
    """What checks by the rules of packs."""

    @property
    def packs(self) -> Sequence[Pack]:
        """The packs that it was made of."""


T = TypeVar("T", bound=HasPacks)


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """What is in force: the configuration, where it stands, and the linter (or linters) made of it."""

    file: Path | None
    config: Config
    linter: T


class Renewal(Generic[T]):
    """Makes what the configuration asks for, and makes it anew in `renew` when one of its files has changed.

    What cannot be made is told in `errors`, and what stood before stays in force.

    Args:
        find: the configuration file that holds now, if there is one.
        make: makes of a configuration what is kept ready; `InputErrors` where it cannot be.
        environment: names the private files.
    """

    def __init__(
        self, find: Callable[[], Path | None], make: Callable[[Config], T], environment: Mapping[str, str]
    ) -> None:
        self._find, self._make, self._environment = find, make, environment
        self._standing: Standing[T] | None = None
        self._seen: Stamps | None = None
        self.errors: tuple[InputError, ...] = ()
        self.renew()

    @property
    def stands(self) -> bool:
        """Whether anything is in force."""
        return self._standing is not None

    @property
    def standing(self) -> Standing[T]:
        """What is in force; `InputErrors` with all that is wrong where it never could be made."""
        if self._standing is None:
            raise InputErrors(*self.errors)
        return self._standing

    def renew(self) -> bool:
        """Make everything anew if a file of the configuration or of a pack was changed, added or taken away.

        Returns whether that was so.
        """
        seen = self._stamps()
        if seen == self._seen:
            return False
        try:
            self._standing, self.errors = self._made(), ()
        except InputErrors as wrong:
            self.errors = wrong.errors
        self._seen = {path: seen.get(path, stamp) for path, stamp in self._stamps().items()}
        return True

    def _made(self) -> Standing[T]:
        file = self._find()
        config = load_config(file, self._environment)
        return Standing(file, config, self._make(config))

    def _stamps(self) -> Stamps:
        stamps = {}
        for path in self._files():
            try:
                stat = os.stat(path)  # noqa: PTH116 — hundreds of them, while drafts are checked
            except OSError:
                continue
            stamps[path] = stat.st_mtime_ns, stat.st_size
        return stamps

    def _files(self) -> Iterator[str]:
        """All files that the linter was made of, and those in which an error stands."""
        file = self._find()
        if file:
            yield str(file)
        private = filter(None, self._environment.get(PRIVATE, "").split(os.pathsep))
        yield from (str(Path(name).expanduser()) for name in private)
        yield from (error.file for error in self.errors)
        if self._standing is None:
            return
        if file:
            yield from (str(file.parent / Path(name).expanduser()) for name in _calendars(self._standing.config))
        for pack in self._standing.linter.packs:
            yield from _rule_files(pack.folder)


def compile_apart(packs: Iterable[str | Path]) -> None:
    """Have packs compiled and cached by another process: that takes 200 MB, which this one would keep.

    What is wrong with them is told when they are loaded.
    """
    program = "import sys; from postlint.packs import load_packs; load_packs(sys.argv[1:])"
    command = [sys.executable, "-c", program, *map(str, packs)]
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 — our own


def _rule_files(folder: Path) -> Iterator[str]:
    for path, _, names in os.walk(folder):
        yield from (os.path.join(path, name) for name in names if name.endswith(_RULES))  # noqa: PTH118 — as above


def _calendars(config: Config) -> list[str]:
    """The names of the calendars in the configuration file, as they stand there."""
    table: Any = config.source.data if config.source else {}
    for key in config.root:
        table = table[key]
    return list(table.get("calendars", ()))
