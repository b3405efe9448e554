"""Checking what a command was given: each source with the linter and the context that the configuration gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.cli.writers import checked
from postlint.configured import configured_linter

if TYPE_CHECKING:
    from postlint.cli.inputs import Inputs, Source
    from postlint.document import Draft, Heard
    from postlint.engine import Linter
    from postlint.errors import InputError
    from postlint.finding import Report
    from postlint.packs import Pack


class Before(NamedTuple):
    """What an earlier check of the same source came to: `heard` is what each of its drafts had in its report.

    `sound` is the language of a page of which there was nothing to say, and empty otherwise.
    """

    sound: str = ""
    heard: tuple[tuple[Heard, ...], ...] = ()


UNKNOWN = Before()


class Checking:
    """The linters of a run: one for all drafts, and one for each choice of packs that folders add.

    `overheard` is as for `Linter`.

    Raises:
        InputErrors: all that is wrong with the packs, before any draft is read.
    """

    def __init__(
        self,
        inputs: Inputs,
        *,
        packs: Sequence[str],
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        overheard: bool = False,
    ) -> None:
        self.inputs = inputs
        self._overheard = overheard
        self._packs, self.select, self.ignore = packs, select, ignore
        self._linters: dict[tuple[str, ...], Linter] = {}
        selection = inputs.settings.selection
        self._by_folder = [folder.packs for folder in (selection.folders if selection else ()) if folder.packs]
        for more in ((), *self._by_folder):
            self._linter_with(more)

    def __getstate__(self) -> dict[str, Any]:
        """For a new process, which builds its own linters: compiled rules cannot be handed over."""
        inputs = replace(self.inputs, settings=replace(self.inputs.settings, source=None))
        return {**self.__dict__, "inputs": inputs, "_linters": {}}

    def reports(self, source: Source, before: Before = UNKNOWN) -> Iterator[Report]:
        """The reports on the drafts in a source, in order; a page that was sound is not read."""
        if before.sound:
            return iter((_sound(source.name, before.sound),))
        drafts = self.inputs.drafts(source)
        if before.heard:
            drafts = map(_heard, drafts, before.heard)
        return (self.report(source.name, source.suffix, draft) for draft in drafts)

    def report(self, name: str, suffix: str, draft: Draft | InputError) -> Report:
        """The report on a draft from the source of that name; of what could not be read, one that says so."""
        return checked(self.linter(name, suffix), draft, lambda: self.inputs.today)

    def excepted(self, name: str, suffix: str, draft: Draft, report: Report) -> Report:
        """The report on a draft that was checked in parts, with the findings set apart that exceptions let be."""
        return self.linter(name, suffix).excepted(report, draft, self.inputs.today)

    def linter(self, name: str, suffix: str) -> Linter:
        """The linter for a source, with the packs of the folders to which its file belongs."""
        if not self._by_folder or not suffix:
            return self._linter_with(())
        from postlint.sources.files import folders_of

        settings = self.inputs.settings
        folders = folders_of(Path(name), settings.folder, settings.selection)
        return self._linter_with(tuple(dict.fromkeys(pack for folder in folders for pack in folder.packs)))

    def takes_part(self, name: str) -> bool:
        """Whether all rules of this name, risk or group take part, for the files of some folder at least."""
        return any(linter.takes_part(name) for linter in self._linters.values())

    @property
    def packs(self) -> list[Pack]:
        """The packs of all linters of the run."""
        return list({pack.name: pack for linter in self._linters.values() for pack in linter.packs}.values())

    def _linter_with(self, more: tuple[str, ...]) -> Linter:
        if more not in self._linters:
            self._linters[more] = configured_linter(
                self.inputs.settings,
                packs=[*self._packs, *more],
                select=self.select,
                ignore=self.ignore,
                overheard=self._overheard,
            )
        return self._linters[more]


def _sound(name: str, lang: str) -> Report:
    from postlint.document import Span
    from postlint.finding import Report
    from postlint.origin import Passage

    return Report(text="", lang=lang, id=name, passages=(Passage(Span(0, 0)),))


def _heard(draft: Draft | InputError, heard: tuple[Heard, ...]) -> Draft | InputError:
    from postlint.document import Draft

    return replace(draft, heard=heard) if isinstance(draft, Draft) else draft
