"""TOML with the place of every part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postlint.datafile import Keys, Source, error_at
from postlint.errors import say

TOKEN = re.compile(
    r"""
    \#[^\n]*                                      # a comment
    | (?:"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5})   # text of several lines
    | (?:'{3}(?:[^']|'{1,2}(?!'))*'{3,5})
    | "(?:[^"\\\n]|\\.)*"
    | '[^'\n]*'
    | [][{}=,]
    | [^\s"'\#=,\[\]{}]+                          # a bare key or value
    """,
    re.VERBOSE | re.DOTALL,
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
PROBLEM = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")


def load(text: str, name: str, *, private: bool = False) -> Source:
    """The data of a TOML document; `InputErrors` with the place where it is not one."""
    import tomllib  # only where there is a file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = PROBLEM.fullmatch(str(error))
        what = say("this is not TOML: {problem}", problem=found[1] if found else error)
        remedy = say("Check quotation marks, brackets and the key.")
        raise error_at(name, text, _offset(text, found), what, remedy, private=private) from None
    except RecursionError:
        raise error_at(name, text, 0, say("this lies too deep"), say("Nest less deeply."), private=private) from None
    return Source(name, text, data, lambda: offsets(text), private)


def _offset(text: str, found: re.Match[str] | None) -> int:
    if found is None or found[2] is None:
        return len(text.rstrip())
    lines = text.replace("\r\n", "\n").split("\n")  # tomllib counts so
    ends = "\r\n" in text
    return sum(len(line) + 1 + ends for line in lines[: int(found[2]) - 1]) + int(found[3]) - 1


class _Token(NamedTuple):
    text: str
    offset: int


def offsets(text: str) -> dict[Keys, tuple[int, int]]:
    """The offsets of all keys and values in `text`, which is known to be TOML."""
    return _Scan(text).found


class _Scan:
    """One walk over the tokens of a document."""

    def __init__(self, text: str) -> None:
        self.found: dict[Keys, tuple[int, int]] = {(): (0, 0)}
        self.tables: dict[Keys, int] = {}  # how many tables of an array have begun
        self.tokens = [_Token(m[0], m.start()) for m in TOKEN.finditer(text) if not m[0].startswith("#")]
        self.next = 0
        table: Keys = ()
        while self.next < len(self.tokens):
            table = self.header() if self.tokens[self.next].text == "[" else self.entry(table)

    def take(self) -> _Token:
        self.next += 1
        return self.tokens[self.next - 1]

    def at(self, text: str) -> bool:
        return self.tokens[self.next].text == text

    def header(self) -> Keys:
        """`[table]` or `[[table]]`: the path of what follows."""
        offset = self.take().offset
        of_array = self.at("[") and self.take().offset == offset + 1
        name = tuple(self.key("]"))
        if of_array:
            self.take()
        path: Keys = ()
        for depth, part in enumerate(name, start=1):
            path = (*path, part)
            if of_array and depth == len(name):
                self.tables[path] = self.tables.get(path, -1) + 1
                self.found.setdefault(path, (offset, offset))
            if path in self.tables:
                path = (*path, self.tables[path])
            self.found.setdefault(path, (offset, offset))
        return path

    def entry(self, table: Keys) -> Keys:
        """`key = value` in a table, whose path it returns."""
        offset = self.tokens[self.next].offset
        path = table
        for part in self.key("="):
            path = (*path, part)
            self.found.setdefault(path, (offset, offset))
        self.value(path, offset)
        return table

    def key(self, end: str) -> Iterator[str]:
        """The parts of a dotted key up to and with the token `end`."""
        while (token := self.take()).text != end:
            if token.text[0] in "\"'":
                yield token.text[1:-1]
            else:
                yield from filter(None, token.text.split("."))

    def value(self, path: Keys, key_offset: int | None = None) -> None:
        first = self.take()
        self.found[path] = first.offset if key_offset is None else key_offset, first.offset
        if first.text == "[":
            index = 0
            while not self.at("]"):
                self.value((*path, index))
                index += 1
                if self.at(","):
                    self.take()
            self.take()
        elif first.text == "{":
            while not self.at("}"):
                self.entry(path)
                if self.at(","):
                    self.take()
            self.take()
        elif first.text[0] not in "\"'" and self.next < len(self.tokens):
            self.rest_of_date(first)

    def rest_of_date(self, first: _Token) -> None:
        """Pass over the time behind a date, where a space stands between the two."""
        following = self.tokens[self.next]
        adjacent = following.offset == first.offset + len(first.text) + 1
        if adjacent and DATE.fullmatch(first.text) and TIME.match(following.text):
            self.take()
