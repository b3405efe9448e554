"""Which file is read how, by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from postlint.errors import InputError, InputErrors, say
from postlint.sources.encoding import decode_copy
from postlint.sources.page import Page

PAGES = {
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".mdx": ("markdown", "read_mdx"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".xhtml": ("html", "read_html"),
    ".docx": ("docx", "read_docx"),
}
"""Pages and documents, which are also found in folders: the module that reads them, and its function."""
ON_THE_WEB = frozenset(PAGES) - {".docx"}
CALENDARS = frozenset((".csv", ".xlsx", ".xlsm"))
TRANSLATIONS = frozenset((".json", ".yaml", ".yml", ".po"))


def read_copy(data: bytes, file: str, suffix: str, keys: Iterable[str] = ("**",)) -> Page:
    """The page in a file whose name ends in `suffix`; `InputErrors` where it cannot be read at all.

    `keys` are patterns of those whose texts are read of a file of translations.
    """
    if suffix in TRANSLATIONS:
        from postlint.sources.translations import read_translations

        return read_translations(data, file, keys)
    module, function = PAGES[suffix]
    read: Any = getattr(import_module(f"postlint.sources.{module}"), function)
    page: Page = read(data if suffix == ".docx" else decode_copy(data, file), file)
    return page


def missing_library(name: str, file: str = "") -> InputErrors:
    """What is told where a library is not installed that comes with the extra `copy`."""
    what = say("this takes the library {name}, which is not installed", name=name)
    remedy = say("Install it: {command}", command="pip install 'postlint[copy]'")
    return InputErrors(InputError(file=file or name, line=0, column=0, what=what, remedy=remedy))
