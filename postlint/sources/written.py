"""The texts in a data file (JSON, YAML, TOML, PO): where each stands, under which keys, and in which notation."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from postlint.datafile import Keys, error_at
from postlint.errors import InputErrors, say
from postlint.sources.page import PageBuilder
from postlint.sources.strings import (
    COPIED,
    ESCAPED,
    JSON,
    PO,
    YAML_DOUBLE,
    YAML_PLAIN,
    YAML_SINGLE,
    Notation,
    parts,
    yaml_block,
)

_TOML_TEXT = re.compile(
    r'"{3}\r?\n?((?:[^"\\]|\\.|"{1,2}(?!"))*+"{0,2})"{3}'
    r"|'{3}\r?\n?((?:[^']|'{1,2}(?!'))*+'{0,2})'{3}"
    r'|"((?:[^"\\\n]|\\.)*+)"'
    r"|'([^'\n]*)'",
    re.DOTALL,
)
_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_PO_LINE = re.compile(
    r"^[ \t]*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"
    r'(?:(?P<text>"(?P<quoted>(?:[^"\\\r\n]|\\.)*+)")|[^\r\n]*)[ \t]*$',
    re.MULTILINE,
)


_REMARK = re.compile(r"^[ \t]*(#\.?[ \t]*(postlint\b[^\r\n]*))", re.MULTILINE | re.IGNORECASE)
_BESIDE = re.compile(r"""["']?[ \t]+(#[ \t]*(postlint\b[^\r\n]*))""", re.IGNORECASE)


class Written(NamedTuple):
    """A text and where it is written, quotation marks not counted."""

    path: Keys
    value: str
    start: int
    end: int
    notation: Notation


class Remarks:
    """Hands out what the comments of a data file say to postlint (`# postlint …`), text by text in the file's order."""

    def __init__(self, builder: PageBuilder, start: int = 0, end: int | None = None) -> None:
        self.builder = builder
        self._waiting = deque(_REMARK.finditer(builder.source, start, len(builder.source) if end is None else end))
        self._after = start

    def of(self, written: Written, *, shown: bool) -> None:
        """Add the comments before a text, and that behind it on its line; what is said of one not shown is left."""
        while self._waiting and self._waiting[0].start() < written.start:
            self._add(self._waiting.popleft(), shown=shown)
        self._after = written.end
        beside = _BESIDE.match(self.builder.source, written.end)
        if beside:
            self._add(beside, shown=shown)

    def _add(self, comment: re.Match[str], *, shown: bool) -> None:
        if shown and comment.start() >= self._after:  # else a line of the text before, which looks like a comment
            self.builder.remark(comment[2], *comment.span(1))


def show(builder: PageBuilder, written: Written, lang: str = "") -> None:
    """Add a text of a data file to a page.

    Should its notation not give the value that the file's own parser gave, the value stands for the whole of it.
    """
    found = parts(builder.source, written.start, written.end, written.notation)
    if "".join(text for text, _, _, _ in found).rstrip("\n") != written.value.rstrip("\n"):
        builder.read_as(written.value, written.start, written.end, lang)
        return
    for text, first, last, exact in found:
        if exact:
            builder.copy(first, last, lang)
        else:
            builder.read_as(text, first, last, lang)


def yaml_strings(text: str, file: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """The texts in YAML that stands from `start` to `end`; aliases are not followed, so that none repeats itself.

    Raises:
        InputErrors: where it is no YAML.
    """
    import yaml

    end = len(text) if end is None else end
    part = text[start:end]
    containers: list[_Container] = []
    try:
        for event in yaml.parse(part, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                containers.pop()
            elif isinstance(event, yaml.NodeEvent):
                around = containers[-1] if containers else None
                path = around.next(event) if around else ()
                if path is not None and isinstance(event, yaml.ScalarEvent) and not event.tag:
                    yield _yaml_string(part, event, path, start)
                elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                    containers.append(_Container(path or (), is_mapping=isinstance(event, yaml.MappingStartEvent)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = say("this is not YAML: {problem}", problem=error.problem or error.context)
        at = start + (min(mark.index, len(part)) if mark else 0)
        raise error_at(file, text, at, what, say("Check indentation and quotation marks."), private=True) from None
    except yaml.reader.ReaderError as error:
        what = say("a character stands here that YAML does not allow")
        raise error_at(file, text, start + max(error.position, 0), what, say("Remove it."), private=True) from None


class _Container:
    """A mapping or list that is being read."""

    def __init__(self, path: Keys, *, is_mapping: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.key: str | None = None
        self.count = 0

    def next(self, event: Any) -> Keys | None:
        """The path of the next node; nothing where it is a key."""
        if not self.is_mapping:
            self.count += 1
            return (*self.path, self.count - 1)
        if self.key is None:
            self.key = str(getattr(event, "value", "?"))
            return None
        path = (*self.path, self.key)
        self.key = None
        return path


def _yaml_string(part: str, event: Any, path: Keys, shift: int) -> Written:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in ("'", '"'):
        notation = YAML_SINGLE if event.style == "'" else YAML_DOUBLE
        return Written(path, event.value, shift + start + 1, shift + end - 1, notation)
    if event.style not in ("|", ">"):
        return Written(path, event.value, shift + start, shift + end, YAML_PLAIN)
    first_line = part.find("\n", start) + 1
    block = part[first_line:end]
    indent = len(block) - len(block.lstrip(" "))
    stripped = len(block.rstrip())
    notation = yaml_block(indent) if event.style == "|" else YAML_PLAIN
    return Written(path, event.value, shift + first_line + indent, shift + first_line + stripped, notation)


def toml_strings(text: str, file: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """The texts in TOML that stands from `start` to `end`.

    Raises:
        InputErrors: where it is no TOML.
    """
    from postlint.toml_source import load, offsets

    part = text[start:end]
    shift = text.count("\n", 0, start)
    try:
        source = load(part, file, private=True)
    except InputErrors as broken:
        raise InputErrors(*(replace(error, line=error.line + shift) for error in broken.errors)) from None
    for path, value, at in _texts(source.data, offsets(part)):
        written = _TOML_TEXT.match(part, at)
        if written is not None:
            first, last = written.span(written.lastindex or 0)
            yield Written(path, value, start + first, start + last, ESCAPED if part[at] == '"' else COPIED)


def json_strings(text: str, file: str) -> Iterator[Written]:
    """The texts in JSON.

    Raises:
        InputErrors: where it is no JSON.
    """
    from postlint.json_source import load, offsets

    for path, value, at in _texts(load(text, file, private=True).data, offsets(text)):
        written = _JSON_TEXT.match(text, at)
        if written is not None:
            yield Written(path, value, at + 1, written.end() - 1, JSON)


def po_strings(text: str, file: str) -> Iterator[Written]:
    """The translations in a gettext catalogue, each under the text that it translates; obsolete ones are left out.

    Raises:
        InputErrors: where it is no catalogue.
    """
    entry: dict[str, list[re.Match[str]]] = {}
    keyword = ""
    for line in _PO_LINE.finditer(text):
        if not line["text"]:
            if line[0].strip() and not line[0].lstrip().startswith("#"):
                what = say("this is no line of a catalogue of translations")
                raise error_at(file, text, line.start(), what, say("Check quotation marks."), private=True)
            continue
        keyword = line["keyword"] or keyword
        if line["keyword"] in ("msgid", "msgctxt") and any(name.startswith("msgstr") for name in entry):
            yield from _translations(entry)
            entry = {}
        entry.setdefault(keyword, []).append(line)
    yield from _translations(entry)


def _translations(entry: dict[str, list[re.Match[str]]]) -> Iterator[Written]:
    """The translations of one entry, line by line joined."""
    path = ("".join(line["quoted"] for line in entry.get("msgid", ())),)
    for keyword, lines in entry.items():
        if keyword.startswith("msgstr"):
            first, last = lines[0], lines[-1]
            written = first.string[first.start("quoted") : last.end("quoted")]
            value = PO.special.sub(PO.meaning, written)
            yield Written(path, value, first.start("quoted"), last.end("quoted"), PO)


def _texts(data: Any, offsets: Mapping[Keys, tuple[int, int]]) -> Iterator[tuple[Keys, str, int]]:
    """The texts in plain data, with their paths and where they begin."""
    for path, (_, at) in offsets.items():
        value = data
        for key in path:
            value = value[key]
        if isinstance(value, str):
            yield path, value, at
