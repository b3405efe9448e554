"""The linter that a configuration asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.config import Config, asked_of, readers_of
from postlint.engine import Linter
from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.packs import Pack, load_packs, names_in
from postlint.risks import EXCEPTION_RULES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from postlint.suppress import Configured

LANGUAGETOOL = "languagetool"
"""The pack of rules about what LanguageTool says; it comes with a server to ask."""
READER = "reader"
"""The pack of rules about what a second reader sees; it comes with the reader."""


def configured_linter(
    config: Config,
    *,
    packs: Sequence[str | Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    overheard: bool = False,
) -> Linter:
    """A linter with the configuration's packs, selection and changes; what is given here goes before or on top.

    `overheard` is as for `Linter`.

    Raises:
        InputErrors: all that is wrong with the packs, and each name of a risk, group or rule that does not exist.
    """
    loaded = load_packs([*packs_of(config), *packs])
    known = names_in(loaded)
    linter = Linter(
        loaded,
        changes=config.rules,
        select=select or config.select,
        ignore=(*config.ignore, *ignore),
        languagetool=asked_of(config),
        reader=readers_of(config),
        overheard=overheard,
        exceptions=_exceptions(config),
    )
    errors = [
        *_unknown_in(config, known, loaded),
        *_unknown_options(select, ignore, known),
        *_unknown_exceptions(config, linter),
    ]
    if errors:
        raise InputErrors(*errors)
    return linter


def packs_of(config: Config) -> list[str | Path]:
    """The packs that a configuration names, and those that come with the optional parts that it asks for."""
    asked = ((LANGUAGETOOL, asked_of(config)), (READER, readers_of(config)))
    return [*config.packs, *(name for name, settings in asked if settings is not None)]


def _exceptions(config: Config) -> list[Configured]:
    if not config.exceptions:
        return []
    from postlint.sources.files import from_root, patterns
    from postlint.suppress import Configured

    def applies(files: GitIgnoreSpec, file: str) -> bool:
        return files.match_file(from_root(Path(file), config.folder))

    return [Configured(each, partial(applies, patterns(each.paths))) for each in config.exceptions]


def _unknown_exceptions(config: Config, linter: Linter) -> Iterator[InputError]:
    """The names in exceptions that nothing has; a pack of some folder alone is not known to all linters of a run."""
    for number, exemption in enumerate(config.exceptions):
        for at, name in enumerate(exemption.rules):
            if linter.takes_part(name) is None:
                yield config.error(("exceptions", number, "rules", at), *_unknown(name, linter.names()))


def _unknown_in(config: Config, known: Collection[str], packs: Sequence[Pack]) -> Iterator[InputError]:
    rules = {*EXCEPTION_RULES, *(rule for pack in packs for rule, _, _, _ in pack.names)}
    for key in ("select", "ignore"):
        for number, name in enumerate(getattr(config, key)):
            if name not in known:
                yield config.error((key, number), *_unknown(name, known))
    for name in config.rules:
        if name not in rules:
            yield config.error(("rules", name), *_unknown(name, rules), of_key=True)


def _unknown_options(select: Sequence[str], ignore: Sequence[str], known: Collection[str]) -> Iterator[InputError]:
    for option, names in (("--select", select), ("--ignore", ignore)):
        for name in names:
            if name not in known:
                what, remedy = _unknown(name, known)
                yield InputError(file=option, line=0, column=0, what=what, remedy=remedy)


def _unknown(name: str, known: Collection[str]) -> tuple[str, str]:
    return say("{name} is no risk, group or rule here", name=quoted(name)), nearest(name, tuple(sorted(known)))
