"""Pages that were checked before and had no findings, so that an unchanged one is not checked again.

What is kept holds no text, and nothing from which a text could be guessed: for each sound page a hash of all on which
its report depends, keyed by a secret of this user, and its language. Pages with findings are always checked, as their
report quotes them.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.document import Span
from postlint.finding import Report
from postlint.origin import Passage
from postlint.packs import cache_folder, content_hash
from postlint.parts import PARTS, installed

if TYPE_CHECKING:
    from postlint.cli.checking import Checking
    from postlint.cli.inputs import Source

MOST = 100_000
"""Pages that are kept; beyond them, those of this run alone."""
_KEY_LENGTH = 32
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_SOUND = (Passage(Span(0, 0)),)


class KnownPages:
    """The sound pages of earlier runs with the same rules, configuration and options."""

    def __init__(self, checking: Checking) -> None:
        folder = cache_folder().parent
        self._path = folder / "sound-pages"
        self._key = _secret(folder / "sound-pages.key")
        self._run = blake2b(_dependencies(checking).encode(), key=self._key).digest()
        self._known = _read(self._path)
        self._new: dict[str, str] = {}

    def report(self, source: Source) -> Report | None:
        """The report on a page that is known to be sound; of any other source nothing."""
        lang = self._known.get(self._hash(source), "") if isinstance(source.data, bytes) else ""
        return Report(text="", lang=lang, id=source.name, passages=_SOUND) if lang else None

    def keep(self, source: Source, reports: list[Report]) -> None:
        """Keep that a page is sound, if it is."""
        if len(reports) == 1 and isinstance(source.data, bytes):
            (report,) = reports
            if report.passages and report.complete and report.lang and not (report.findings or report.suppressed):
                self._new[self._hash(source)] = report.lang

    def save(self) -> None:
        """Write what was learnt; a cache that cannot be written is no fault."""
        fresh = {sign: lang for sign, lang in self._new.items() if sign not in self._known}
        if fresh:
            with suppress(OSError):
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with self._path.open("a" if len(self._known) < MOST else "w", encoding="ascii") as file:
                    file.write("".join(f"{sign} {lang}\n" for sign, lang in fresh.items()))

    def _hash(self, source: Source) -> str:
        digest = blake2b(self._run, key=self._key, digest_size=16)
        digest.update(os.path.abspath(source.name).encode("utf-8", "surrogateescape") + b"\0")  # noqa: PTH100 — no links
        if isinstance(source.data, bytes):
            digest.update(source.data)
        return digest.hexdigest()


def _dependencies(checking: Checking) -> str:
    """All but the page itself on which its report depends, in words."""
    settings = checking.inputs.settings
    parts = [part for part in PARTS if installed(part)]
    packs = [content_hash(pack.folder) for pack in checking.packs]
    context = (settings.context, checking.inputs.file, checking.inputs.options)
    rules = (sorted(settings.rules.items()), settings.select, settings.ignore, checking.select, checking.ignore)
    return repr((parts, packs, context, rules, settings.selection, settings.folder.absolute()))


def _secret(path: Path) -> bytes:
    """The secret of this user, made at its first use; one that cannot be kept serves this run alone."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError), os.fdopen(os.open(path, _NEW, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_KEY_LENGTH))
        found = path.read_bytes()
        if len(found) == _KEY_LENGTH:
            return found
    return secrets.token_bytes(_KEY_LENGTH)


def _read(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text("ascii", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.split(" ") for line in lines)
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and pair[1] in ("nl", "en")}
