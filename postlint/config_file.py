"""Reading an organisation's files: postlint.toml, [tool.postlint] in pyproject.toml, private files and contexts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar

from postlint.calendars import CALENDAR_LIMIT, Calendar, load_calendar
from postlint.config import PROJECT_FILE, Config
from postlint.context import (
    DEFAULT_TIMEZONE,
    Audience,
    Channel,
    Context,
    Embargo,
    Given,
    Lang,
    Organisation,
    QuietPeriod,
    Voice,
    Words,
    merge,
    zone,
)
from postlint.datafile import Keys, Source, decode, read_bytes, read_source
from postlint.errors import InputError, InputErrors, Refusal, say
from postlint.finding import Severity
from postlint.languagetool.settings import LanguageToolSettings
from postlint.reader.settings import ReaderSettings
from postlint.rule import RuleChange
from postlint.selection import Column, Folder, Selection, Translations
from postlint.suppress import FileExemption
from postlint.validation import build, given, keys_of

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFile:
    """The keys of a configuration file, as they stand there; docs/configuration.md tells what each is for."""

    lang: Lang | None = None
    channel: Channel | None = None
    audience: Audience = "public"
    voice: Voice = "own"
    organisation: Organisation = field(default_factory=Organisation)
    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()
    calendars: tuple[Words, ...] = ()
    packs: tuple[Words, ...] = ("core",)
    fail_on: Severity = Severity.RECONSIDER
    select: tuple[Words, ...] = ()
    ignore: tuple[Words, ...] = ()
    rules: dict[str, RuleChange] = field(default_factory=dict)
    ui_lang: Literal["nl", "en"] | None = None
    include: tuple[Words, ...] = ()
    exclude: tuple[Words, ...] = ()
    folders: tuple[Folder, ...] = ()
    translations: tuple[Translations, ...] = ()
    columns: dict[str, Column] = field(default_factory=dict)
    exceptions: tuple[FileExemption, ...] = ()
    languagetool: LanguageToolSettings | None = None
    reader: ReaderSettings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateFile:
    """The keys of a file outside the repository."""

    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()


def read_files(path: Path | None, private_paths: str) -> Config:
    """The configuration in `path` (none: all defaults) with the private files of a path list.

    Raises:
        InputErrors: all that is wrong in any of the files.
    """
    gathering = _Gathering()
    config = (gathering.attempt(_read_config, path) if path else None) or Config()
    timezone = config.context.organisation.timezone
    calendars, context = list(config.calendars), config.context
    for private in filter(None, private_paths.split(os.pathsep)):
        part = gathering.attempt(_read_private, _at_home(Path(), private), timezone)
        if isinstance(part, Calendar):
            calendars.append(part)
        elif part is not None:
            context = merge(context, {"embargoes": part.embargoes, "quiet_periods": part.quiet_periods})
    gathering.finish()
    return replace(config, context=context, calendars=tuple(calendars))


def read_context(path: Path, timezone: str = DEFAULT_TIMEZONE) -> Given:
    """What a context file (YAML, JSON or TOML) gives; `InputErrors` with all that is wrong in it."""
    source = read_source(path)
    return given(Context, source, timezone=_timezone_in(source.data, timezone))


class _Gathering:
    """The errors of several files, to be told at once."""

    def __init__(self) -> None:
        self.errors: list[InputError] = []

    def attempt(self, read: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T | None:
        try:
            return read(*arguments, **options)
        except InputErrors as wrong:
            self.errors.extend(wrong.errors)
            return None

    def finish(self) -> None:
        if self.errors:
            raise InputErrors(*self.errors)


def _read_config(path: Path) -> Config:
    """What one configuration file says, with its calendars."""
    source = read_source(path)
    root: Keys = ("tool", "postlint") if path.name == PROJECT_FILE else ()
    table = _table_at(source, root)
    file = build(ConfigFile, source, root, timezone=_timezone_in(table, DEFAULT_TIMEZONE))
    context_keys = {name: getattr(file, name) for name in keys_of(Context) if hasattr(file, name)}
    config = Config(
        context=Context(**context_keys),
        fail_on=file.fail_on,
        select=file.select,
        ignore=file.ignore,
        rules=file.rules,
        ui_lang=file.ui_lang,
        languagetool=file.languagetool,
        reader=file.reader,
        exceptions=file.exceptions,
        folder=path.parent,
        source=source,
        root=root,
    )
    gathering = _Gathering()
    packs = [
        gathering.attempt(_pack, config, path.parent, ("packs", number), name) for number, name in enumerate(file.packs)
    ]
    folders = [
        replace(folder, packs=tuple(_packs_of(gathering, config, path.parent, number, folder)))
        for number, folder in enumerate(file.folders)
    ]
    calendars = [
        gathering.attempt(_calendar, config, path.parent, number, name) for number, name in enumerate(file.calendars)
    ]
    gathering.finish()
    selection = Selection(**{name: getattr(file, name) for name in keys_of(Selection)} | {"folders": tuple(folders)})
    return replace(
        config, packs=tuple(filter(None, packs)), calendars=tuple(filter(None, calendars)), selection=selection
    )


def _table_at(source: Source, root: Keys) -> Any:
    table: Any = source.data
    for depth, key in enumerate(root, start=1):
        if not isinstance(table, dict) or key not in table:
            what = say("there is no table {table}", table="[" + ".".join(map(str, root)) + "]")
            raise InputErrors(source.error(root[:depth], what, say("Add it, or give another file.")))
        table = table[key]
    return table


def _packs_of(gathering: _Gathering, config: Config, root: Path, number: int, folder: Folder) -> Iterator[str]:
    """The packs of one table of `folders`, as `_pack` finds them."""
    for at, name in enumerate(folder.packs):
        pack = gathering.attempt(_pack, config, root, ("folders", number, "packs", at), name)
        if pack is not None:
            yield str(pack)


def _pack(config: Config, folder: Path, keys: Keys, name: str) -> str | Path:
    """The name of a shipped pack, or the folder of another."""
    if "/" not in name and os.sep not in name and not name.startswith("."):
        return name
    pack = _at_home(folder, name)
    try:
        read_bytes(pack / "pack.yaml")
    except InputErrors as unread:
        raise _named_here(unread, config, keys) from None
    return pack


def _calendar(config: Config, folder: Path, number: int, name: str) -> Calendar:
    path = _at_home(folder, name)
    try:
        return _read_calendar(path, config.context.organisation.timezone)
    except InputErrors as unread:
        raise _named_here(unread, config, ("calendars", number)) from None


def _at_home(folder: Path, name: str) -> Path:
    """The path `name` in `folder`, where `~` is the home folder."""
    path = Path(name)
    try:
        return folder / path.expanduser()
    except RuntimeError:  # nobody has that home
        return folder / path


def _named_here(unread: InputErrors, config: Config, path: Keys) -> InputErrors:
    """The same errors, but a file that could not be read at all is told where it is named."""
    return InputErrors(
        *(
            error if error.line else config.error(path, f"{error.file} {error.what}", error.remedy)
            for error in unread.errors
        )
    )


def _read_calendar(path: Path, timezone: str, *, private: bool = False) -> Calendar:
    text = decode(read_bytes(path, CALENDAR_LIMIT), str(path), private=private)
    return load_calendar(text, str(path), timezone=timezone, private=private)


def _read_private(path: Path, timezone: str) -> Calendar | PrivateFile:
    if path.suffix.lower() == ".ics":
        return _read_calendar(path, timezone, private=True)
    return build(PrivateFile, read_source(path, private=True), timezone=timezone)


def _timezone_in(data: Any, default: str) -> str:
    """The time zone that plain data names for its organisation, to write examples in before anything is validated."""
    organisation = data.get("organisation") if isinstance(data, dict) else None
    name = organisation.get("timezone") if isinstance(organisation, dict) else None
    try:
        return zone(name).key if isinstance(name, str) else default
    except Refusal:
        return default
