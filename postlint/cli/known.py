"""Files that were checked before, so that an unchanged one is not checked again.

What is kept holds no text, and nothing from which a text could be guessed: for each file a hash of all on which its
reports depend, keyed by a secret of this user, and which rules spoke where, as numbers. With those the findings are
made anew of the file itself, so that a report is what it would be without. A page of which no rule spoke is not even
read.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postlint.cli.checking import UNKNOWN, Before
from postlint.cli.inputs import NOT_TEXT
from postlint.document import Heard
from postlint.packs import cache_folder, content_hash, store
from postlint.parts import PARTS, installed

if TYPE_CHECKING:
    from postlint.cli.checking import Checking
    from postlint.cli.inputs import Source
    from postlint.finding import Report

MOST = 4_000_000
"""Bytes that are kept; beyond them, what this run needed and of all else the newest, half as much together."""
_KEY_LENGTH = 32
_SIGN_LENGTH, _SEAL_LENGTH = 16, 8  # bytes
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND


class KnownFiles:
    """What earlier runs with the same rules, configuration and options came to."""

    def __init__(self, checking: Checking) -> None:
        folder = cache_folder().parent
        self._path = folder / "checked-files"
        self._key = _secret(folder / "checked-files.key")
        self._run = self._digest(_dependencies(checking).encode(), _KEY_LENGTH)
        self._lines = _lines(self._path)
        self._used: dict[str, str] = {}
        self._new: dict[str, str] = {}

    def before(self, source: Source) -> Before:
        """What an earlier check of the same source came to."""
        sign = self._sign(source)
        said, _, seal = self._lines.get(sign, "").rpartition(" ")
        if not sign or seal != self._seal(sign, said):
            return UNKNOWN
        self._used[sign] = self._lines[sign]
        return _read(said)

    def keep(self, source: Source, reports: Sequence[Report]) -> None:
        """Keep what a check of the source came to, where it was a whole one."""
        sign = self._sign(source)
        if sign and sign not in self._used and reports and all(report.complete for report in reports):
            said = _written(reports)
            self._new[sign] = f"{said} {self._seal(sign, said)}"

    def save(self) -> None:
        """Write what was learnt; a cache that cannot be written is no fault."""
        if not self._new:
            return
        added = _written_out(self._new)
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size + len(added) > MOST:
                store(self._path, self._shortened())
                return
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(self._path, _APPEND, 0o600), "ab") as file:
                file.write(added)  # at once, so that what another run adds meanwhile stands before or after it

    def _shortened(self) -> bytes:
        """What this run needed, and of all else the newest."""
        needed = self._used | self._new
        others = [_written_out({sign: rest}) for sign, rest in self._lines.items() if sign not in needed]
        room = MOST // 2 - len(_written_out(needed))
        fitting = sum(size <= room for size in accumulate(map(len, reversed(others))))
        return b"".join(others[len(others) - fitting :]) + _written_out(needed)

    def _sign(self, source: Source) -> str:
        """The hash by which a source is known; none where more than the file decides, or where it could not be read.

        What a post in a text by itself has to do with the day depends on who types it, and when.
        """
        if not isinstance(source.data, bytes) or source.suffix not in NOT_TEXT or source.jsonl:
            return ""
        path = os.path.abspath(source.name).encode("utf-8", "surrogateescape")  # noqa: PTH100 — links not followed
        return self._digest(self._run + path + b"\0" + source.data, _SIGN_LENGTH).hex()

    def _seal(self, sign: str, said: str) -> str:
        """What shows that a line is whole, and this user's."""
        return self._digest(f"{sign} {said}".encode(), _SEAL_LENGTH).hex()

    def _digest(self, data: bytes, length: int) -> bytes:
        return blake2b(data, key=self._key, digest_size=length).digest()


def _written(reports: Sequence[Report]) -> str:
    """What is kept of the reports on a source, without a space: of a sound page its language, else what was heard."""
    first = reports[0]
    if len(reports) == 1 and first.passages and first.lang and not (first.findings or first.suppressed):
        return json.dumps(first.lang)
    heard = [[_numbers(each) for each in report.heard] for report in reports]
    return json.dumps(heard, separators=(",", ":"))


def _numbers(heard: Heard) -> list[Any]:
    """What was heard as plain data, in which passages in a row that were read in the same languages are counted."""
    langs = [["+".join(langs), len([*same])] for langs, same in groupby(heard.langs)]
    return [heard.lang, langs, [[document, *rules] for document, rules in heard.rules.items()]]


def _read(said: str) -> Before:
    data = json.loads(said)
    if isinstance(data, str):
        return Before(sound=data)
    return Before(heard=tuple(tuple(_heard(*each) for each in report) for report in data))


def _heard(lang: str, langs: list[tuple[str, int]], rules: list[list[int]]) -> Heard:
    each = (tuple(filter(None, said.split("+"))) for said, count in langs for _ in range(count))
    return Heard(lang, tuple(each), {document: numbers for document, *numbers in rules})


def _dependencies(checking: Checking) -> str:
    """All but the file itself on which its reports depend, in words."""
    settings = checking.inputs.settings
    parts = [part for part in PARTS if installed(part)]
    packs = [content_hash(pack.folder) for pack in checking.packs]
    context = (settings.context, checking.inputs.file, checking.inputs.options)
    rules = (sorted(settings.rules.items()), settings.select, settings.ignore, checking.select, checking.ignore)
    place = (settings.selection, settings.folder.absolute())
    return repr((sys.version, sorted(_distributions()), parts, packs, context, rules, place))


def _distributions() -> Iterator[str]:
    """What is installed for this Python, with versions: names, holidays and numbers are known by other packages."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (entry.name for entry in os.scandir(folder) if entry.name.endswith(".dist-info"))


def _secret(path: Path) -> bytes:
    """The secret of this user, made at its first use; one that cannot be kept serves this run alone."""
    for _ in range(2):
        with suppress(OSError):
            found = path.read_bytes()
            if len(found) == _KEY_LENGTH:
                return found
        store(path, secrets.token_bytes(_KEY_LENGTH))
    return secrets.token_bytes(_KEY_LENGTH)


def _lines(path: Path) -> dict[str, str]:
    """The lines of the cache by the hash with which they begin."""
    try:
        lines = path.read_text("ascii", errors="replace").splitlines()
    except OSError:
        return {}
    return {sign: rest for sign, _, rest in (line.partition(" ") for line in lines)}


def _written_out(entries: Mapping[str, str]) -> bytes:
    """The lines of these entries, each after a line end: one that was cut off before is then no part of it."""
    return "".join(f"\n{sign} {rest}" for sign, rest in entries.items()).encode("ascii")
