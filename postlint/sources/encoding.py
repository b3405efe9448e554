"""The text of a file whose encoding nobody tells: UTF-8, UTF-16 with its mark, or Windows-1252."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

from postlint.datafile import decode, error_at
from postlint.errors import say

_UTF_16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_ZIPPED, _PDF = b"PK\x03\x04", b"%PDF-"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")


class Coding(NamedTuple):
    """How a text is written in a file: the name of the encoding, and the byte order mark before it, if it has one."""

    name: str
    mark: bytes


def coding_of(data: bytes) -> Coding:
    """How the text of a file that can be read is written; with it, `data` can be made from the text again."""
    if data.startswith(_UTF_16):
        return Coding("utf-16-le" if data.startswith(BOM_UTF16_LE) else "utf-16-be", data[:2])
    if not _is_utf_8(data):
        return Coding("cp1252", b"")
    return Coding("utf-8", BOM_UTF8 if data.startswith(BOM_UTF8) else b"")


def decode_copy(data: bytes, name: str) -> str:
    """The text of a page or a table; `InputErrors` where it is no text, or not surely in one of these encodings.

    Windows-1252 is what older Dutch and English office programs write. A file counts as such where no sign of it is
    written as UTF-8 writes it: one byte that went wrong in a UTF-8 file is told, and not read as another sign.
    """
    if data.startswith(_UTF_16):
        text = _decoded(data, "utf-16", name)
    else:
        text = decode(data, name, private=True) if _is_utf_8(data) else _decoded(data, "cp1252", name)
    control = _CONTROL.search(text)
    if control:
        what = say("this is no text but a binary file, or a damaged one")
        raise error_at(name, text, control.start(), what, say("Check that this is the right file."), private=True)
    return text


def _is_utf_8(data: bytes) -> bool:
    """Whether the bytes are to be read as UTF-8, be it with a mistake in them."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return any(_is_sign(found[0]) for found in _BEYOND_ASCII.finditer(data))
    return True


def _is_sign(row: bytes) -> bool:
    """Whether a row of bytes beyond ASCII spells signs in UTF-8."""
    try:
        row.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str, name: str) -> str:
    if data.startswith((_ZIPPED, _PDF)):
        what = say("this is no text but a binary file, or a damaged one")
        raise error_at(name, "", 0, what, say("Check that this is the right file."), private=True)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        what = say("byte {byte} is not {encoding}", byte=f"0x{data[error.start]:02x}", encoding=encoding.upper())
        raise error_at(name, before, len(before), what, say("Save the file as UTF-8."), private=True) from None
