"""Texts as data files write them, in quotation marks or in blocks, with the place of each sign."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple


class Notation(NamedTuple):
    """How a text is written: what stands for something else, and what that is."""

    special: re.Pattern[str]
    meaning: Callable[[re.Match[str]], str]


_FOLD = r"[ \t]*(?:\r?\n[ \t]*)+"
_CODES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"} | {
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_ESCAPE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n\s*|[^\r\n])"


def _escaped(written: re.Match[str]) -> str:
    """The sign that an escape of C, YAML or TOML stands for."""
    code, digits = written[0][1], written[0][2:]
    if code in "xuU" and digits:
        return chr(min(int(digits, 16), 0x10FFFF))
    return "" if code in "\r\n" else _CODES.get(code, code)


def _folded(written: re.Match[str]) -> str:
    """A line break in YAML is a space, and each one more a new line."""
    return "\n" * (written[0].count("\n") - 1) or " "


def _in_json(written: re.Match[str]) -> str:
    text: str = json.loads(f'"{written[0]}"')
    return text


COPIED = Notation(re.compile(r"(?!)"), lambda _: "")
JSON = Notation(
    re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."), _in_json
)
ESCAPED = Notation(re.compile(_ESCAPE), _escaped)
"""TOML between double quotation marks."""
PO = Notation(
    re.compile(rf'{_ESCAPE}|"[ \t]*\r?\n[ \t]*"'), lambda found: "" if found[0][0] == '"' else _escaped(found)
)
"""Gettext, where a text may go on between the quotation marks of the next line."""
YAML_DOUBLE = Notation(
    re.compile(f"{_ESCAPE}|{_FOLD}"), lambda found: _escaped(found) if found[0][0] == "\\" else _folded(found)
)
YAML_SINGLE = Notation(re.compile(f"''|{_FOLD}"), lambda found: "'" if found[0] == "''" else _folded(found))
YAML_PLAIN = Notation(re.compile(_FOLD), _folded)


def yaml_block(indent: int) -> Notation:
    """A block that keeps its lines (`|`), without their indentation."""
    return Notation(re.compile(rf"\r?\n {{0,{indent}}}"), lambda _: "\n")


def parts(source: str, start: int, end: int, notation: Notation) -> list[tuple[str, int, int, bool]]:
    """What is written from `start` to `end`, piece by piece: as what, from where to where, and whether as a copy."""
    found: list[tuple[str, int, int, bool]] = []
    at = start
    for special in notation.special.finditer(source, start, end):
        if special.start() > at:
            found.append((source[at : special.start()], at, special.start(), True))
        found.append((notation.meaning(special), special.start(), special.end(), False))
        at = special.end()
    if at < end:
        found.append((source[at:end], at, end, True))
    return found
