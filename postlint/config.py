"""The configuration of a check: where it is found, what it holds, and the context that it makes for a draft.

What reads configuration files is in `config_file`, which a check without one never loads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from postlint.context import Context, Given, merge
from postlint.errors import InputError
from postlint.finding import Severity
from postlint.rule import RuleChange

if TYPE_CHECKING:
    from postlint.calendars import Calendar
    from postlint.datafile import Keys, Source
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.reader.settings import ReaderSettings
    from postlint.selection import Selection
    from postlint.suppress import FileExemption

FILE = "postlint.toml"
PROJECT_FILE = "pyproject.toml"
BASELINE = ".postlint-baseline.json"
PRIVATE = "POSTLINT_PRIVATE"
_PROJECT_TABLE = r"^\s*\[{1,2}\s*tool\s*\.\s*postlint\s*[].]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A configuration with all the files that it names.

    `context` is what every draft starts from, but for what the `calendars` add (`context_for`). `packs` are names of
    shipped packs and folders of others. `selection` tells which files are read, and how, `exceptions` what is let be in
    them. `languagetool` is `None` where nothing was said of it, which means off, and so is `reader`, which is then on
    at the bridge alone. Paths count from `folder`. `source` and `root` say where a key stood, for who finds fault with
    it later.
    """

    context: Context = field(default_factory=Context)
    calendars: tuple[Calendar, ...] = ()
    packs: tuple[str | Path, ...] = ("core",)
    fail_on: Severity = Severity.RECONSIDER
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleChange] = field(default_factory=dict)
    ui_lang: Literal["nl", "en"] | None = None
    selection: Selection | None = None
    exceptions: tuple[FileExemption, ...] = ()
    languagetool: LanguageToolSettings | None = None
    reader: ReaderSettings | None = None
    folder: Path = Path()
    source: Source | None = field(default=None, repr=False, compare=False)
    root: Keys = ()

    def error(self, path: Keys, what: str, remedy: str, *, of_key: bool = False) -> InputError:
        """An error at the place of a key in the configuration; without a place where there is no file."""
        if self.source is None:
            return InputError(file=FILE, line=0, column=0, what=what, remedy=remedy)
        return self.source.error((*self.root, *path), what, remedy, of_key=of_key)


def asked_of(config: Config) -> LanguageToolSettings | None:
    """Which LanguageTool is asked about drafts; `None` where it is off."""
    return config.languagetool if config.languagetool is not None and config.languagetool.on else None


def readers_of(config: Config) -> ReaderSettings | None:
    """Which second readers are asked about drafts; `None` where there are none."""
    return config.reader if config.reader is not None and config.reader.on else None


def find_config(start: Path) -> Path | None:
    """The configuration file for the folder `start`: its own, or that of the nearest folder around it.

    The search ends at the root of the repository, at the home folder or at the root of the file system.
    """
    start, home = start.resolve(), None
    with suppress(RuntimeError):  # a user without one, as in a container
        home = Path.home()
    for folder in (start, *start.parents):
        for path in (folder / FILE, folder / PROJECT_FILE):
            if path.is_file() and (path.name == FILE or _has_table(path)):
                return path
        if (folder / ".git").exists() or folder == home:
            return None
    return None


def _has_table(path: Path) -> bool:
    try:
        return re.search(_PROJECT_TABLE, path.read_text("utf-8", errors="replace"), re.MULTILINE) is not None
    except OSError:
        return False


def load_config(path: Path | None, environment: Mapping[str, str]) -> Config:
    """The configuration in `path` (none: all defaults) with the private files that `environment` names.

    Raises:
        InputErrors: all that is wrong in any of the files.
    """
    private = environment.get(PRIVATE, "")
    if path is None and not private:
        return Config()
    from postlint.config_file import read_files

    return read_files(path, private)


def context_for(config: Config, *layers: Given) -> Context:
    """The context of a draft: the configuration, then each layer over it, then what the calendars say of that moment.

    Later layers win: give the context file first, the draft's own context next and the options last.
    """
    context = config.context
    for layer in layers:
        context = merge(context, layer)
    for calendar in config.calendars:
        embargoes, quiet_periods = calendar.around(context.publish_at)
        context = merge(context, {"embargoes": embargoes, "quiet_periods": quiet_periods})
    return context
