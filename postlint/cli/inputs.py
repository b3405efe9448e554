"""Where the drafts of a command come from, and the context in which each is checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from postlint.errors import InputError, InputErrors, say

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.context import Context, Given
    from postlint.document import Draft
    from postlint.selection import Selection

STDIN = "-"
NOT_TEXT = frozenset(".md .markdown .mdx .html .htm .xhtml .docx .csv .xlsx .xlsm .json .yaml .yml .po".split())
"""Endings of files that are not themselves the text of a post; `sources.copy` reads them."""


class Source(NamedTuple):
    """Something that holds drafts: its name, its bytes (or why they could not be read), and how they are written.

    `suffix` is the ending of a file's name, by which it is known how to read it.
    """

    name: str
    data: bytes | InputErrors
    jsonl: bool
    typed: bool = False
    suffix: str = ""


def read_sources(files: Iterable[Path | InputError], text: str | None, *, jsonl: bool) -> Iterator[Source]:
    """What the command was given to read: the text of an option, files, or standard input."""
    if text is not None:
        yield Source("--text", text.encode("utf-8", errors="surrogatepass"), jsonl=False, typed=sys.stdin.isatty())
        return
    for file in files:
        if isinstance(file, InputError):
            yield Source(file.file, InputErrors(file), jsonl=jsonl)
        else:
            yield _standard_input(jsonl=jsonl) if str(file) == STDIN else _file(file, jsonl=jsonl)


def choose_files(paths: list[Path], exclude: list[str], settings: Config) -> list[Path | InputError]:
    """The files that the arguments of the command choose; without any, standard input."""
    if not paths:
        return [Path(STDIN)]
    if all(path.is_file() or str(path) == STDIN for path in paths):
        return [*paths]
    from postlint.sources.files import chosen

    return [*chosen(paths, settings.folder, selection_of(settings, exclude))]


def selection_of(settings: Config, exclude: Sequence[str] = ()) -> Selection:
    """What the configuration says of files, and what the command leaves out besides."""
    from postlint.selection import Selection

    selection = settings.selection or Selection()
    return replace(selection, exclude=(*selection.exclude, *exclude))


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
    suffix = file.suffix.lower()
    return Source(str(file), data, jsonl=jsonl or suffix == ".jsonl", typed=sys.stdin.isatty(), suffix=suffix)


@dataclass
class Inputs:
    """Makes drafts of sources, each with its context: configuration, then context file, own context and options."""

    settings: Config
    file: Given
    options: Given
    now: datetime | None = None

    @cached_property
    def today(self) -> date:
        """The day by which exceptions end: that of the moment that an option gives, else by the clock."""
        from zoneinfo import ZoneInfo

        given: datetime | None = self.options.get("publish_at")
        return (given or datetime.now(ZoneInfo(self.settings.context.organisation.timezone))).date()

    def drafts(self, source: Source) -> Iterator[Draft | InputError]:
        """The drafts in the source; what cannot be read comes as an error in its place."""
        try:
            if isinstance(source.data, InputErrors):
                raise source.data
            if source.jsonl:
                yield from self._lines(source.data, source.name)
            elif source.suffix in NOT_TEXT:
                yield from self._copy(source.data, source.name, source.suffix)
            else:
                yield self._text(source.data, source.name, typed=source.typed)
        except InputErrors as unreadable:
            yield from unreadable.errors

    def _lines(self, data: bytes, name: str) -> Iterator[Draft | InputError]:
        from postlint.sources.jsonl import read_drafts

        timezone = self.settings.context.organisation.timezone
        yield from read_drafts(data, name, self._context, timezone=timezone)

    def _copy(self, data: bytes, name: str, suffix: str) -> Iterator[Draft | InputError]:
        """The page in a file, or the posts in a calendar, and what is wrong in it."""
        from postlint.document import Draft
        from postlint.sources.copy import CALENDARS, ON_THE_WEB, TRANSLATIONS, read_copy
        from postlint.sources.text import check_text

        if suffix in CALENDARS:
            yield from self._calendar(data, name)
            return
        page = read_copy(data, name, suffix, self._keys(name))
        yield from page.errors
        if page.passages:
            check_text(page.text, name)
            usual: Given = {"channel": "web"} if suffix in ON_THE_WEB | TRANSLATIONS else {}
            yield Draft(page.text, self._context({}, usual, Path(name)), name, page.passages, page.origin)

    def _calendar(self, data: bytes, name: str) -> Iterator[Draft | InputError]:
        from postlint.sources.calendar import Settings, read_calendar

        settings = Settings(selection_of(self.settings).columns, self.settings.context.organisation.timezone)
        yield from read_calendar(data, name, settings, lambda own: self._context(own, file=Path(name)))

    def _keys(self, name: str) -> Sequence[str]:
        """The patterns of the keys whose texts are read of a file of translations."""
        translations = selection_of(self.settings).translations
        if not translations:
            return ("**",)
        from postlint.sources.files import belongs

        keys = [
            key for each in translations if belongs(Path(name), self.settings.folder, each.files) for key in each.keys
        ]
        return keys or ("**",)

    def _text(self, data: bytes, name: str, *, typed: bool) -> Draft:
        from postlint.document import Draft
        from postlint.sources.text import passages_of, read_text

        text = read_text(data, name)
        context = self._context({}, file=Path(name))
        if typed and context.publish_at is None:
            now = self._clock(context.organisation.timezone)
            context = self._context({"publish_at": now}, file=Path(name))
        if name == "--text":
            return Draft(text, context, passages=passages_of(text))
        from postlint.origin import copied

        return Draft(text, context, name, passages_of(text), copied(name, text))

    def _context(self, own: Given, usual: Given | None = None, file: Path | None = None) -> Context:
        """The context of a draft; `usual` is what a file of this kind has where nobody says otherwise."""
        from postlint.config import context_for

        layers = [usual or {}, self._of_folder(file), self.file, own, self.options]
        return context_for(self.settings, *layers)

    def _of_folder(self, file: Path | None) -> Given:
        """What the configuration says of the files to which this one belongs."""
        selection = self.settings.selection
        if file is None or selection is None or not selection.folders:
            return {}
        from postlint.sources.files import folder_context

        return folder_context(file, self.settings.folder, selection)

    def _clock(self, timezone: str) -> datetime:
        """Now, for a draft that someone is typing; shown in the report."""
        from zoneinfo import ZoneInfo

        if self.now is None:
            self.now = datetime.now(ZoneInfo(timezone)).replace(microsecond=0)
        return self.now
