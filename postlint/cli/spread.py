"""The reports of a run, in the order of its sources: checked here, or spread over processes where that pays."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context
from typing import TYPE_CHECKING

from postlint.cli.checking import UNKNOWN, Before
from postlint.cli.run import collect_less
from postlint.errors import say
from postlint.finding import Problem, Report
from postlint.page import LONGEST, blocks, joined

if TYPE_CHECKING:
    from postlint.cli.checking import Checking
    from postlint.cli.inputs import Source
    from postlint.document import Draft
    from postlint.errors import InputError

AHEAD = 4
"""Sources for each process that are read before the first report is written: memory does not grow with the files."""

_USUAL = (
    *("postlint.checks.identifier", "postlint.checks.measure", "postlint.checks.pattern", "postlint.checks.together"),
    *("postlint.language.assertion", "postlint.language.identifiers", "postlint.language.moments"),
    *("postlint.language.people", "postlint.language.readability", "postlint.language.reply"),
)
"""What nearly every page asks for, and takes long to load."""

_checking: Checking | None = None


def spread(
    sources: Iterable[Source], checking: Checking, processes: int, known: Callable[[Source], Before]
) -> Iterator[tuple[Source, list[Report]]]:
    """Each source with its reports, in order, by so many processes; passages of a long page are divided among them.

    What is `known` of a source is not checked again, and then it is not divided either.
    """
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    waiting: deque[tuple[Source, Callable[[], list[Report]]]] = deque()
    with ProcessPoolExecutor(processes, context, _begin, (checking,)) as pool:
        for source in sources:
            waiting.append((source, _handed_out(source, known(source), checking, pool)))
            if len(waiting) > AHEAD * processes:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


def _done(source: Source, wait: Callable[[], list[Report]]) -> tuple[Source, list[Report]]:
    """The reports on a source, once they are there."""
    try:
        return source, wait()
    except BrokenProcessPool:
        return source, [_lost(source)]


def _handed_out(
    source: Source, before: Before, checking: Checking, pool: ProcessPoolExecutor
) -> Callable[[], list[Report]]:
    """What waits for the reports on a source; where a process has ended by then, no other takes any more."""
    try:
        return _submit(source, before, checking, pool)
    except BrokenProcessPool:
        return lambda: [_lost(source)]


def _submit(
    source: Source, before: Before, checking: Checking, pool: ProcessPoolExecutor
) -> Callable[[], list[Report]]:
    """Hand a source to the processes; what is returned waits for its reports."""
    if before.sound:
        return lambda: [*checking.reports(source, before)]
    if before.heard:
        return pool.submit(_reports, source, before).result
    if isinstance(source.data, bytes) and len(source.data) > LONGEST and not source.jsonl:
        pool.submit(_get_ready)  # starts the processes, which load what they need while the first page is read here
        parts = [_submit_draft(draft, source, checking, pool) for draft in checking.inputs.drafts(source)]
        return lambda: [part() for part in parts]
    return pool.submit(_reports, source, UNKNOWN).result


def _submit_draft(
    draft: Draft | InputError, source: Source, checking: Checking, pool: ProcessPoolExecutor
) -> Callable[[], Report]:
    """Hand a draft to the processes, a long page in blocks."""
    from postlint.document import Draft

    divided = blocks(draft) if isinstance(draft, Draft) else []
    if not isinstance(draft, Draft) or len(divided) < 2:
        return pool.submit(_report, source.name, source.suffix, draft).result
    parts = [pool.submit(_report, source.name, source.suffix, block) for block in divided]
    return lambda: checking.excepted(
        source.name, source.suffix, draft, joined(draft, [part.result() for part in parts])
    )


def _lost(source: Source) -> Report:
    what = say("The process that checked {name} ended before it was done.", name=source.name)
    remedy = say("Check it by itself, with --jobs 1; there may be too little memory.")
    return Report(
        text="", lang=None, problems=(Problem(what=what, remedy=remedy, where=source.name, file=source.name),)
    )


def _begin(checking: Checking) -> None:
    """Make a new process ready."""
    global _checking  # noqa: PLW0603 — what a process checks with is handed to it once, not with each source
    _checking = checking
    for module in _USUAL:
        import_module(module)
    collect_less()


def _get_ready() -> None:
    """Nothing: a process has begun by then."""


def _reports(source: Source, before: Before) -> list[Report]:
    assert _checking is not None  # noqa: S101 — `_begin` has run
    return list(_checking.reports(source, before))


def _report(name: str, suffix: str, draft: Draft | InputError) -> Report:
    assert _checking is not None  # noqa: S101 — `_begin` has run
    return _checking.report(name, suffix, draft)
