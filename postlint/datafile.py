"""Files of plain data (YAML, JSON, TOML) that remember where everything stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from postlint.errors import InputError, InputErrors, quoted, say

Keys: TypeAlias = tuple[str | int, ...]
Offsets: TypeAlias = Mapping[Keys, tuple[int, int]]
"""For each path of keys and indices, the offsets of the key and of the value in the text."""

SIZE_LIMIT = 1_000_000
DEPTH_LIMIT = 32
NEW_LINE = re.compile("\n")


@dataclass(frozen=True)
class Source:
    """The plain data of a file, and the places of its parts.

    `first_line` is the file's number of the text's first line. Where `private`, errors show nothing of the text.
    `measure` finds the offsets; it runs when the first place is asked for.
    """

    name: str
    text: str
    data: object
    measure: Callable[[], Offsets]
    private: bool = False
    first_line: int = 1

    @cached_property
    def _offsets(self) -> Offsets:
        return self.measure()

    @cached_property
    def _starts(self) -> list[int]:
        """The offsets at which lines begin."""
        return [0, *(found.end() for found in NEW_LINE.finditer(self.text))]

    def position(self, path: Sequence[str | int], *, of_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path` or of its key; of the nearest part around it if unknown."""
        keys = tuple(path)
        while keys and keys not in self._offsets:
            keys = keys[:-1]
        key_offset, value_offset = self._offsets.get(keys, (0, 0))
        offset = key_offset if of_key and len(keys) == len(path) else value_offset
        line = bisect_right(self._starts, offset)
        return line + self.first_line - 1, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The line of that number, without its end; empty beyond the text."""
        index = number - self.first_line
        if not 0 <= index < len(self._starts):
            return ""
        start = self._starts[index]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r")

    def error(self, path: Sequence[str | int], what: str, remedy: str, *, of_key: bool = False) -> InputError:
        """An error at that place."""
        line, column = self.position(path, of_key=of_key)
        excerpt = "" if self.private else self.line(line)
        return InputError(file=self.name, line=line, column=column, what=what, remedy=remedy, excerpt=excerpt)


def error_at(name: str, text: str, offset: int, what: str, remedy: str, *, private: bool = False) -> InputErrors:
    """The error of a text that could not be read as data, at an offset in code points."""
    source = Source(name, text, None, lambda: {(): (offset, offset)}, private)
    return InputErrors(source.error((), what, remedy))


def decode(data: bytes, name: str, *, private: bool = False) -> str:
    """The text of a file: strict UTF-8 without its byte order mark and without NUL."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise error_at(name, "", 0, say("the file is UTF-16"), say("Save it as UTF-8."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        what = say("byte {byte} is not UTF-8", byte=f"0x{data[error.start]:02x}")
        raise error_at(name, before, len(before), what, say("Save the file as UTF-8."), private=True) from None
    if "\0" in text:
        what, remedy = say("a NUL character stands here"), say("Remove it; is this a text file?")
        raise error_at(name, text, text.index("\0"), what, remedy, private=private)
    return text


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """What a file holds; an `InputErrors` where it cannot be read or is larger than `limit` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        what = say("cannot be read: {reason}", reason=error.strerror or type(error).__name__)
        remedy = say("Check the path and its permissions.")
        raise InputErrors(InputError(file=str(path), line=0, column=0, what=what, remedy=remedy)) from None
    if len(data) > limit:
        what = say("is larger than {limit} bytes", limit=f"{limit:_}".replace("_", " "))
        remedy = say("Split it, or check that this is the right file.")
        raise InputErrors(InputError(file=str(path), line=0, column=0, what=what, remedy=remedy))
    return data


def read_source(path: Path, *, private: bool = False) -> Source:
    """The plain data of a YAML, JSON or TOML file, by the ending of its name."""
    text = decode(read_bytes(path), str(path), private=private)
    match path.suffix.lower():
        case ".yaml" | ".yml":
            from postlint.yaml_source import load
        case ".json":
            from postlint.json_source import load
        case ".toml":
            from postlint.toml_source import load
        case suffix:
            what = say("cannot tell the format from {suffix}", suffix=quoted(suffix))
            remedy = say("Name the file .yaml, .json or .toml.")
            raise InputErrors(InputError(file=str(path), line=0, column=0, what=what, remedy=remedy))
    return load(text, str(path), private=private)
