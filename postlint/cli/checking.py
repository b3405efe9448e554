"""Checking what a command was given: each source with the linter and the context that the configuration gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.cli.inputs import Inputs, Source
from postlint.cli.writers import checked
from postlint.configured import configured_linter

if TYPE_CHECKING:
    from postlint.engine import Linter
    from postlint.finding import Report
    from postlint.packs import Pack


class Checking:
    """The linters of a run: one for all drafts, and one for each choice of packs that folders add.

    Raises:
        InputErrors: all that is wrong with the packs, before any draft is read.
    """

    def __init__(
        self, inputs: Inputs, *, packs: Sequence[str], select: Sequence[str] = (), ignore: Sequence[str] = ()
    ) -> None:
        self.inputs = inputs
        self._packs, self._select, self._ignore = packs, select, ignore
        self._linters: dict[tuple[str, ...], Linter] = {}
        selection = inputs.settings.selection
        for more in ((), *(folder.packs for folder in (selection.folders if selection else ()))):
            self._linter_with(more)

    def reports(self, source: Source) -> Iterator[Report]:
        """The reports on the drafts in a source, in order."""
        linter = self.linter(source)
        for draft in self.inputs.drafts(source):
            yield checked(linter, draft)

    def linter(self, source: Source) -> Linter:
        """The linter for a source, with the packs of the folders to which its file belongs."""
        if len(self._linters) == 1:
            return self._linters[()]
        from postlint.sources.files import folders_of

        settings = self.inputs.settings
        folders = folders_of(Path(source.name), settings.folder, settings.selection)
        return self._linter_with(tuple(dict.fromkeys(pack for folder in folders for pack in folder.packs)))

    @property
    def packs(self) -> list[Pack]:
        """The packs of all linters of the run."""
        return list({pack.name: pack for linter in self._linters.values() for pack in linter.packs}.values())

    def _linter_with(self, more: tuple[str, ...]) -> Linter:
        if more not in self._linters:
            self._linters[more] = configured_linter(
                self.inputs.settings, packs=[*self._packs, *more], select=self._select, ignore=self._ignore
            )
        return self._linters[more]
