"""JSON with the place of every part; duplicate keys, NaN and lone surrogates are refused."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from postlint.datafile import Keys, Source
from postlint.errors import InputErrors, Refusal, quoted, say

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


def load(text: str, name: str, *, private: bool = False, first_line: int = 1) -> Source:
    """The data of a JSON document; `InputErrors` with the place where it is not one that postlint takes."""

    def wrong(offset: int, what: str, remedy: str) -> InputErrors:
        broken = Source(name, text, None, lambda: {(): (offset, offset)}, private, first_line)
        return InputErrors(broken.error((), what, remedy))

    try:
        data = json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        what = say("this is not JSON: {problem}", problem=error.msg)
        raise wrong(error.pos, what, say("Check commas, braces and quotation marks.")) from None
    except Refusal as refusal:
        raise wrong(max(text.rfind(refusal.key), 0), refusal.what, refusal.remedy) from None
    except (RecursionError, ValueError):  # nested without end, or a number of thousands of digits
        raise wrong(0, say("this JSON is out of bounds"), say("Nest less deeply, write shorter numbers.")) from None
    return Source(name, text, data, lambda: offsets(text), private, first_line)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        what, remedy = say("{key} stands here twice", key=quoted(twice)), say("Keep one of them.")
        raise Refusal(what, remedy, key=json.dumps(twice, ensure_ascii=False))
    return found


def _no_constant(name: str) -> NoReturn:
    raise Refusal(say("{name} is not a number", name=quoted(name)), say("Write a number, or null."), key=name)


@dataclass
class _Open:
    """An object or array that is being read, and what is known of its next part."""

    path: Keys
    is_object: bool
    key: str | None = None
    key_offset: int = 0
    index: int = 0


def offsets(text: str) -> dict[Keys, tuple[int, int]]:
    """The offsets of all keys and values in `text`, which is known to be JSON."""
    found: dict[Keys, tuple[int, int]] = {}
    stack: list[_Open] = []
    for match in TOKEN.finditer(text):
        mark, offset = match[0], match.start()
        if mark in ":,":
            continue
        if mark in "]}":
            stack.pop()
            continue
        around = stack[-1] if stack else None
        if around is not None and around.is_object and around.key is None:
            around.key, around.key_offset = json.loads(mark), offset
            continue
        path, key_offset = _next_part(around, offset)
        found[path] = key_offset, offset
        if mark in "[{":
            stack.append(_Open(path, mark == "{"))
    return found


def _next_part(around: _Open | None, offset: int) -> tuple[Keys, int]:
    """The path of the value that begins at `offset`, and where its key stands."""
    if around is None:
        return (), offset
    if around.is_object:
        part: str | int = around.key or ""
        around.key = None
        return (*around.path, part), around.key_offset
    around.index += 1
    return (*around.path, around.index - 1), offset
