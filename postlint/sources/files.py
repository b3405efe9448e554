"""Choosing files: those that are named, those that a pattern names, and in folders what readers get to see.

In folders `.gitignore` holds as it does for git; hidden files and folders are passed over, and links to folders are
not followed, so that none is read twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.errors import InputError, say
from postlint.sources.copy import PAGES, missing_library

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from postlint.context import Given
    from postlint.selection import Folder, Selection


def chosen(paths: Iterable[Path], root: Path, selection: Selection) -> Iterator[Path | InputError]:
    """The files that `paths` (files, folders, patterns) choose, each once, in order of name within a folder.

    `root` is the folder from which the patterns of `selection` count.
    """
    seen: set[Path] = set()
    walk = Walk(root, selection)
    for path in paths:
        for found in _meant(path):
            for file in walk.files(found) if found.is_dir() else (found,):
                if isinstance(file, InputError):
                    yield file
                elif file not in seen:
                    seen.add(file)
                    yield file


def _meant(path: Path) -> list[Path]:
    """The path itself, or what it matches if it is a pattern that the shell left as it was."""
    if not has_magic(str(path)) or os.path.lexists(path):
        return [path]
    return [Path(name) for name in sorted(glob(str(path), recursive=True))] or [path]  # noqa: PTH207 — Path.glob takes no absolute pattern


class Walk:
    """Walks through folders, and keeps to what the configuration and git leave out."""

    def __init__(self, root: Path, selection: Selection) -> None:
        self.root = root.resolve()
        translations = (each.files for each in selection.translations)
        self.included = patterns((*selection.include, *translations))
        self.excluded = patterns(selection.exclude)

    def files(self, folder: Path) -> Iterator[Path | InputError]:
        """The files in a folder and in those within it."""
        yield from self._within(folder, self._ignored_around(folder.resolve()))

    def _within(self, folder: Path, ignored: Sequence[tuple[Path, GitIgnoreSpec]]) -> Iterator[Path | InputError]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield unreadable(folder, error)
            return
        real = folder.resolve()
        ignored = [*ignored, *_ignored_in(real)]
        for entry in entries:
            path = real / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or self._is_left_out(path, ignored, is_folder=is_folder):
                continue
            if is_folder:
                yield from self._within(folder / entry.name, ignored)
            elif self._is_included(path) and _is_read(entry):
                yield folder / entry.name

    def _is_included(self, path: Path) -> bool:
        return path.suffix.lower() in PAGES or self.included.match_file(from_root(path, self.root))

    def _is_left_out(self, path: Path, ignored: Sequence[tuple[Path, GitIgnoreSpec]], *, is_folder: bool) -> bool:
        sign = "/" if is_folder else ""
        if self.excluded.match_file(from_root(path, self.root) + sign):
            return True
        for folder, spec in reversed(ignored):
            told = spec.check_file(f"{path.relative_to(folder).as_posix()}{sign}").include
            if told is not None:
                return told
        return False

    def _ignored_around(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """What git leaves out by the folders around this one, up to the root of the repository."""
        around: list[Path] = []
        for parent in (folder, *folder.parents):
            if parent != folder:
                around.append(parent)
            if (parent / ".git").exists():
                return [each for above in reversed(around) for each in _ignored_in(above)]
        return []


def folders_of(file: Path, root: Path, selection: Selection | None) -> list[Folder]:
    """What the configuration says of the files to which this one belongs, in its order."""
    return [folder for folder in (selection.folders if selection else ()) if belongs(file, root, folder.files)]


def folder_context(file: Path, root: Path, selection: Selection) -> Given:
    """The context that the configuration gives a file by its folder; the last one wins."""
    given: dict[str, object] = {}
    for folder in folders_of(file, root, selection):
        said = {key: getattr(folder, key) for key in ("lang", "channel", "audience", "voice")}
        given |= {key: value for key, value in said.items() if value is not None}
    return given


def belongs(file: Path, root: Path, *lines: str) -> bool:
    """Whether a file matches one of the patterns, which count from `root`."""
    return patterns(lines).match_file(from_root(file, root))


def from_root(path: Path, root: Path) -> str:
    """The path as patterns write it."""
    return Path(os.path.relpath(path.absolute(), root.absolute())).as_posix()


def patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Patterns as .gitignore writes them."""
    try:
        from pathspec import GitIgnoreSpec
    except ImportError:
        raise missing_library("pathspec") from None
    return GitIgnoreSpec.from_lines(lines)


def _ignored_in(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [(folder, patterns(lines))]


def _is_read(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file or a link to nowhere, of which reading will tell; for a pipe reading would wait."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry).exists())
    except OSError:  # a link to itself
        return True


def unreadable(path: Path, error: OSError) -> InputError:
    """What is told of a file or folder that the system does not let us read."""
    what = say("cannot be read: {reason}", reason=error.strerror or type(error).__name__)
    return InputError(file=str(path), line=0, column=0, what=what, remedy=say("Check the path and its permissions."))
