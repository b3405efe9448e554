"""The linter that the configuration asks for, kept ready, and made anew when its files change."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from browser_ext_bridge.server.forking import WARMING
from postlint.config import Config, asked_of, context_for, find_config
from postlint.configured import configured_linter, packs_of
from postlint.context import Context, Given
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.errors import InputErrors, say
from postlint.finding import Problem, Report
from postlint.parts import installed
from postlint.reader.settings import ReaderSettings
from postlint.renewal import Renewal, compile_apart

THREADS = 2
CHECK_TIME = 10.0
"""Seconds that a check may take; the longest text that is let in takes about half of it."""

READER_TIME = 10.0
"""Seconds that the second reader may take, which reads some fifteen thousand words in them."""

LLM_TIME = 5.0
"""Seconds that a language model may take before the author hears of the rest; it reads on, and its answer is kept."""

LANGUAGETOOL_TIME = 5.0
"""Seconds that LanguageTool may take for a draft; a server that has just started takes longer."""

SHORT = 2_000
"""Characters of a draft and what it answers that are checked at once, in some milliseconds: to hand a post to a thread
and back takes as long again as to check it."""


class Awaited(NamedTuple):
    """What a check waits for, so many seconds on such threads; the linter without it, and how its absence is told."""

    seconds: float
    threads: ThreadPoolExecutor
    without: Callable[[Linter], Linter]
    problem: Callable[[], Problem]


class WarmLinter(Renewal[Linter]):
    """Checks drafts with the configuration in `file`, or that of `folder` where none is given.

    With `alone` the process is there for this alone: packs that are new are compiled by another, and Python seeks
    circular garbage only in what comes after the linter.

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
        reader_time: float = READER_TIME,
        languagetool_time: float = LANGUAGETOOL_TIME,
        llm_time: float = LLM_TIME,
        alone: bool = False,
    ) -> None:
        def made(config: Config) -> Linter:
            config = _with_reader(config)
            if alone:
                compile_apart(packs_of(config))
            return configured_linter(config)

        self._alone, self._check_time, self._reader_time = alone, check_time, reader_time
        self._languagetool_time, self._llm_time = languagetool_time, llm_time
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="check")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="reading")
        super().__init__(lambda: file or find_config(folder), made, environment or {})
        if self.errors:
            raise InputErrors(*self.errors)

    async def keep_renewed(self, interval: float) -> None:
        """Look for changes every `interval` seconds, for ever."""
        loop, renewed = asyncio.get_running_loop(), True
        while True:
            if renewed:
                await loop.run_in_executor(self._threads, self._settle)
            await asyncio.sleep(interval)
            renewed = False
            with suppress(OSError):  # a file went while it was looked at; the next look sees what became of it
                renewed = await loop.run_in_executor(self._threads, self.renew)

    def context(self, own: Given) -> Context:
        """The context of a draft that itself gives `own`, as on the command line."""
        return context_for(self.standing.config, own)

    async def start_languagetool(self) -> None:
        """Have the server of LanguageTool started, where the configuration asks for postlint's own."""
        settings = asked_of(self.standing.config)
        if settings is None:
            return
        from postlint.languagetool.faults import Unavailable
        from postlint.languagetool.server import address

        with suppress(Unavailable):  # each check will say so
            await asyncio.to_thread(address, settings)

    async def check(self, draft: Draft) -> Report:
        """The report on a draft; one that takes too long is reported as not checked, or not by LanguageTool."""
        linter = self.standing.linter
        if self._at_once(draft):
            return linter.check(draft)
        loop, late = asyncio.get_running_loop(), tuple[Problem, ...]()
        for one in self._awaited(linter):
            checking = loop.run_in_executor(None if late else one.threads, linter.check, draft)
            try:
                report = await asyncio.wait_for(checking, one.seconds)
            except TimeoutError:
                linter, late = one.without(linter), (*late, one.problem())
            else:
                return replace(report, problems=(*report.problems, *late))
        return Report(text=draft.text, lang=None, id=draft.id, problems=late[-1:])

    def _awaited(self, linter: Linter) -> Iterator[Awaited]:
        """Whom the author waits for, the slowest first; each is left out when the next is waited for."""
        if linter.asks_language_model:
            yield Awaited(self._llm_time, self._reading, Linter.without_language_model, _still_reading)
            linter = linter.without_language_model()
        if asked_of(self.standing.config) is not None:
            yield Awaited(self._languagetool_time, self._threads, Linter.without_languagetool, _late)
        if linter.reads_twice:
            yield Awaited(self._reader_time, self._threads, Linter.without_readers, _too_long_to_read)
        yield Awaited(self._check_time, self._threads, Linter.without_readers, _not_checked)

    def _at_once(self, draft: Draft) -> bool:
        """Whether nothing makes the others wait: the draft is short, and neither a model nor a server is asked."""
        length = len(draft.text) + len(draft.context.reply_to or "")
        asks = self.standing.linter.reads_twice or asked_of(self.standing.config) is not None
        return length <= SHORT and not asks

    def _settle(self) -> None:
        """Load what a first check loads; to seek garbage in all of it takes longer than several checks, which wait."""
        linter = self.standing.linter
        if linter.asks_language_model:
            linter = linter.without_language_model()
        if asked_of(self.standing.config) is not None:
            linter = linter.without_languagetool()
        for text in WARMING:
            linter.check(Draft(text, self.context({})))
        self._load_pipelines()
        if self._alone:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def _load_pipelines(self) -> None:
        """Load what rules have spaCy read drafts with: seconds for which the first of these would wait."""
        rules = (rule for pack in self.standing.linter.packs for rule in pack.names)
        langs = {lang for _, lang, _, requires in rules if "pipeline" in requires}
        if langs and installed("pipeline"):
            from postlint.language.pipeline import parsed

            for lang in langs:
                parsed(Document(WARMING[0], lang, Context()))

    def close(self) -> None:
        """Let go of the threads; a check that still runs ends with the program."""
        for threads in (self._threads, self._reading):
            threads.shutdown(wait=False, cancel_futures=True)


def _with_reader(config: Config) -> Config:
    """The configuration, with the second readers that are there unless something was said of where they read."""
    reader = config.reader or ReaderSettings()
    if reader.on is not None or not reader.reads:
        return config
    return replace(config, reader=replace(reader, on=True))


def _not_checked() -> Problem:
    return Problem(
        what=say("The check took too long, so nothing was checked."),
        remedy=say("Check a shorter text, or check it again when the computer is less busy."),
    )


def _too_long_to_read() -> Problem:
    return Problem(
        what=say("The second reader was not ready in time, so only the rules have read this."),
        remedy=say("Check a shorter text, or check it again when the computer is less busy."),
        where="reader",
    )


def _still_reading() -> Problem:
    return Problem(
        what=say("The language model has not answered in time, so what it sees is not told."),
        remedy=say("Check again in a moment: its answer is kept. A smaller model answers sooner."),
        where="reader",
    )


def _late() -> Problem:
    return Problem(
        what=say("LanguageTool has not answered in time, so spelling and grammar were not checked."),
        remedy=say("Check again in a moment: just after its start LanguageTool is slow."),
    )
