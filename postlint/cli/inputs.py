"""Where the drafts of a command come from, and the context in which each is checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from postlint.errors import InputError, InputErrors, say

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.context import Given
    from postlint.document import Draft

STDIN = "-"


@dataclass(frozen=True)
class Source:
    """Something that holds drafts: its name, its bytes (or why they could not be read), and how they are written."""

    name: str
    data: bytes | InputErrors
    jsonl: bool
    typed: bool = False


def read_sources(files: list[Path], text: str | None, *, jsonl: bool) -> Iterator[Source]:
    """What the command was given to read: the text of an option, files, or standard input."""
    if text is not None:
        yield Source("--text", text.encode("utf-8", errors="surrogatepass"), jsonl=False, typed=sys.stdin.isatty())
    elif not files:
        yield _standard_input(jsonl=jsonl)
    for file in files:
        yield _standard_input(jsonl=jsonl) if str(file) == STDIN else _file(file, jsonl=jsonl)


def _standard_input(*, jsonl: bool) -> Source:
    typed = sys.stdin.isatty()
    if typed:
        ending = "Ctrl+Z, Enter" if os.name == "nt" else "Ctrl+D"
        typer.echo(say("Type or paste your draft; end with {ending} on a line of its own.", ending=ending), err=True)
    return Source(say("draft"), sys.stdin.buffer.read(), jsonl=jsonl, typed=typed)


def _file(file: Path, *, jsonl: bool) -> Source:
    from postlint.datafile import read_bytes
    from postlint.sources.text import SIZE_LIMIT

    try:
        data: bytes | InputErrors = read_bytes(file, SIZE_LIMIT)
    except InputErrors as unreadable:
        data = unreadable
    return Source(str(file), data, jsonl=jsonl or file.suffix == ".jsonl", typed=sys.stdin.isatty())


@dataclass
class Inputs:
    """Makes drafts of sources, each with its context: configuration, then context file, own context and options."""

    settings: Config
    file: Given
    options: Given
    now: datetime | None = None

    def drafts(self, source: Source) -> Iterator[Draft | InputError]:
        """The drafts in the source; what cannot be read comes as an error in its place."""
        try:
            if isinstance(source.data, InputErrors):
                raise source.data
            if source.jsonl:
                yield from self._lines(source.data, source.name)
            else:
                yield self._text(source.data, source.name, typed=source.typed)
        except InputErrors as unreadable:
            yield from unreadable.errors

    def _lines(self, data: bytes, name: str) -> Iterator[Draft | InputError]:
        from postlint.sources.jsonl import read_drafts

        timezone = self.settings.context.organisation.timezone
        yield from read_drafts(data, name, self._context, timezone=timezone)

    def _text(self, data: bytes, name: str, *, typed: bool) -> Draft:
        from postlint.document import Draft
        from postlint.sources.text import read_text

        text = read_text(data, name)
        context = self._context({})
        if typed and context.publish_at is None:
            context = self._context({"publish_at": self._clock(context.organisation.timezone)})
        return Draft(text, context, None if name == "--text" else name)

    def _context(self, own: Given) -> Any:
        from postlint.config import context_for

        return context_for(self.settings, self.file, own, self.options)

    def _clock(self, timezone: str) -> datetime:
        """Now, for a draft that someone is typing; shown in the report."""
        from zoneinfo import ZoneInfo

        if self.now is None:
            self.now = datetime.now(ZoneInfo(timezone)).replace(microsecond=0)
        return self.now
