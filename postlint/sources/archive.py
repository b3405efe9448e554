"""Files that are archives of XML (workbooks, Word documents), opened within limits."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from postlint.errors import InputError, InputErrors, say

UNPACKED_LIMIT = 100_000_000
"""Bytes that all parts of an archive may take together; texts and calendars take a hundredth of it."""
PARTS_LIMIT = 5_000

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def broken(file: str, what: str, remedy: str) -> InputErrors:
    """The error of a file as a whole."""
    return InputErrors(InputError(file=file, line=0, column=0, what=what, remedy=remedy))


def open_archive(data: bytes, file: str) -> ZipFile:
    """The archive; `InputErrors` where it is none, is locked, or would unpack beyond the limits.

    What an archive says of the size of its parts is also all that can be read of them, so a lie gains nothing.
    """
    if data.startswith(_OLD_OFFICE):
        what = say("this file is protected with a password, or of an old Office version")
        raise broken(file, what, say("Save it without a password, as .docx or .xlsx."))
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        what = say("this is no Office file, or a damaged one")
        raise broken(file, what, say("Check that this is the right file.")) from None
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT or len(parts) > PARTS_LIMIT:
        what = say("unpacks to more than {limit} bytes", limit=f"{UNPACKED_LIMIT:_}".replace("_", " "))
        raise broken(file, what, say("Split it, or check that this is the right file."))
    return archive
