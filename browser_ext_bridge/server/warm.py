"""The linter that the configuration asks for, kept ready, and made anew when its files change."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postlint.config import PRIVATE, Config, asked_of, context_for, find_config, load_config
from postlint.configured import configured_linter
from postlint.context import Context, Given
from postlint.document import Draft
from postlint.engine import Linter
from postlint.errors import InputError, InputErrors, say
from postlint.finding import Problem, Report

THREADS = 2
CHECK_TIME = 10.0
"""Seconds that a check may take; the longest text that is let in takes about half of it."""

SHORT = 2_000
"""Characters of a draft and what it answers that are checked at once, in some milliseconds: to hand a post to a thread
and back takes as long again as to check it."""

Stamps = Mapping[Path, tuple[int, int]]
"""When files were last changed, and their size."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in force: the configuration, where it stands, and its linter."""

    file: Path | None
    config: Config
    linter: Linter


class WarmLinter:
    """Checks drafts with the configuration in `file`, or that of `folder` where none is given.

    With `compile_apart` packs that are new are compiled by another process: that takes 200 MB, which this one would
    keep for as long as it runs.

    Raises:
        InputErrors: all that is wrong with the configuration or a pack, when it is made. Later such errors are kept
            in `errors`, and what stood before stays in force.
    """

    def __init__(
        self,
        folder: Path,
        file: Path | None = None,
        environment: Mapping[str, str] | None = None,
        *,
        check_time: float = CHECK_TIME,
        compile_apart: bool = False,
    ) -> None:
        self._compile_apart = compile_apart
        self._folder, self._given, self._environment = folder, file, environment or {}
        self._check_time = check_time
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="check")
        self.errors: tuple[InputError, ...] = ()
        self.standing = self._load()
        self._seen = self._stamps()

    def _load(self) -> Standing:
        file = self._given or find_config(self._folder)
        config = load_config(file, self._environment)
        if self._compile_apart:
            _compile(config.packs)
        return Standing(file, config, configured_linter(config))

    def renew(self) -> None:
        """Load everything anew if a file of the configuration or of a pack was changed, added or taken away."""
        seen = self._stamps()
        if seen == self._seen:
            return
        try:
            self.standing, self.errors = self._load(), ()
        except InputErrors as wrong:
            self.errors = wrong.errors
        self._seen = {path: seen.get(path, stamp) for path, stamp in self._stamps().items()}

    async def keep_renewed(self, interval: float) -> None:
        """Look for changes every `interval` seconds, for ever."""
        while True:
            await asyncio.sleep(interval)
            with suppress(OSError):  # a file went while it was looked at; the next look sees what became of it
                await asyncio.get_running_loop().run_in_executor(self._threads, self.renew)

    def context(self, own: Given) -> Context:
        """The context of a draft that itself gives `own`, as on the command line."""
        return context_for(self.standing.config, own)

    async def check(self, draft: Draft) -> Report:
        """The report on a draft; one that takes too long is reported as not checked."""
        if self._at_once(draft):
            return self.standing.linter.check(draft)
        checking = asyncio.get_running_loop().run_in_executor(self._threads, self.standing.linter.check, draft)
        try:
            return await asyncio.wait_for(checking, self._check_time)
        except TimeoutError:
            return Report(text=draft.text, lang=None, id=draft.id, problems=(_too_slow(),))

    def _at_once(self, draft: Draft) -> bool:
        """Whether nothing makes the others wait: the draft is short, and no server is asked about it."""
        length = len(draft.text) + len(draft.context.reply_to or "")
        return length <= SHORT and asked_of(self.standing.config) is None

    def close(self) -> None:
        """Let go of the threads; a check that still runs ends with the program."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _stamps(self) -> Stamps:
        stamps = {}
        for path in self._files():
            try:
                stat = path.stat()
            except OSError:
                continue
            stamps[path] = stat.st_mtime_ns, stat.st_size
        return stamps

    def _files(self) -> Iterator[Path]:
        """All files that the linter was made of, and those in which an error stands."""
        file = self._given or find_config(self._folder)
        if file:
            yield file
            yield from (file.parent / Path(name).expanduser() for name in _calendars(self.standing.config))
        private = filter(None, self._environment.get(PRIVATE, "").split(os.pathsep))
        yield from (Path(name).expanduser() for name in private)
        for pack in self.standing.linter.packs:
            yield from pack.folder.rglob("*.y*ml")
        yield from (Path(error.file) for error in self.errors)


def _compile(packs: Iterable[str | Path]) -> None:
    """Have packs compiled and cached; what is wrong with them is told when they are loaded."""
    program = "import sys; from postlint.packs import load_packs; load_packs(sys.argv[1:])"
    command = [sys.executable, "-c", program, *map(str, packs)]
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 — our own


def _calendars(config: Config) -> list[str]:
    """The names of the calendars in the configuration file, as they stand there."""
    table: Any = config.source.data if config.source else {}
    for key in config.root:
        table = table[key]
    return list(table.get("calendars", ()))


def _too_slow() -> Problem:
    return Problem(
        what=say("The check took too long, so nothing was checked."),
        remedy=say("Check a shorter text, or check it again when the computer is less busy."),
    )
