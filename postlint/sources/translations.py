"""The texts of a site's translations (JSON, YAML, PO), of which each is a passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from postlint.datafile import Keys
from postlint.sources.encoding import decode_copy
from postlint.sources.page import OBJECT, Page, PageBuilder, language
from postlint.sources.strings import parts
from postlint.sources.written import Remarks, Written, json_strings, po_strings, yaml_strings

READERS: dict[str, Callable[[str, str], Iterator[Written]]] = {
    ".json": json_strings,
    ".yaml": yaml_strings,
    ".yml": yaml_strings,
    ".po": po_strings,
}

_MARKUP = re.compile(
    r"(?P<object>\{\{[^{}]*\}\}|%?\{[^{}]*\}|\$t\([^()]*\)|%\(\w+\)[sdif]|%(?:\d\$)?[sdif]\b)|</?[A-Za-z][^<>]*>"
)
"""What is filled in, and tags."""
_LANGS = frozenset(("nl", "en"))
_NAMES = re.compile(r"[A-Za-z]+(?:[-_][A-Za-z]+)?")


def read_translations(data: bytes, file: str, patterns: Iterable[str] = ("**",)) -> Page:
    """The texts in a file of translations whose keys match one of the patterns; `InputErrors` where it is broken.

    In a pattern `*` is one key and `**` any number of them: `home.*`, `**.title`. Of a catalogue (PO) all are read.
    """
    suffix = Path(file).suffix.lower()
    builder = PageBuilder(file, decode_copy(data, file))
    wanted = re.compile("|".join(map(_as_expression, patterns))) if suffix != ".po" else re.compile("")
    builder.lang = _lang_of_name(file)
    remarks, before = Remarks(builder), None
    for written in READERS[suffix](builder.source, file):
        shown = written.path != ("",) if suffix == ".po" else wanted.fullmatch(_dotted(written.path)) is not None
        if suffix != ".json":
            remarks.of(written, shown=shown)
        if suffix == ".po" and written.path == before:
            builder.go_on()  # in another number: one thing, two things
        before = written.path
        if suffix == ".po" and written.path == ("",):
            builder.lang = _lang_of_header(written.value) or builder.lang
        elif shown:
            first = str(written.path[0]).lower() if len(written.path) > 1 else ""
            _show(builder, written, language(first) if language(first) in _LANGS and len(first) in (2, 5) else "")
            builder.end_passage()
    return builder.page()


def _as_expression(pattern: str) -> str:
    """The regular expression of a pattern of keys."""
    keys = [".*" if key == "**" else re.escape(key).replace(r"\*", "[^.]*") for key in pattern.split(".")]
    return r"\.".join(keys).replace(r".*\.", r"(?:.*\.)?").replace(r"\..*", r"(?:\..*)?")


def _dotted(path: Keys) -> str:
    return ".".join(map(str, path))


def _lang_of_name(file: str) -> str:
    """The language that a file's name or its folders tell: `locales/nl/site.json`, `messages.en.yaml`, `nl_NL.po`."""
    for name in reversed(Path(file).with_suffix("").parts):
        for part in re.split(r"[.]", name):
            if _NAMES.fullmatch(part) and language(part) in _LANGS:
                return language(part)
    return ""


def _lang_of_header(header: str) -> str:
    found = re.search(r"^Language: *(\S+)", header, re.MULTILINE)
    return language(found[1]) if found else ""


def _show(builder: PageBuilder, written: Written, lang: str) -> None:
    """Add a text without its tags, and with a sign for all that is filled in."""
    for text, start, end, exact in parts(builder.source, written.start, written.end, written.notation):
        if not exact:
            builder.read_as(text, start, end, lang)
            continue
        at = 0
        for markup in _MARKUP.finditer(text):
            builder.copy(start + at, start + markup.start(), lang)
            if markup["object"]:
                builder.read_as(OBJECT, start + markup.start(), start + markup.end(), lang)
            at = markup.end()
        builder.copy(start + at, end, lang)
