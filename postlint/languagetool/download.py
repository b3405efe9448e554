"""language-tool-python's own download; the only module that imports that library, which is licensed GPL-3.0-only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import VERSION
from postlint.parts import installed


def by_download(folder: Path) -> None:
    """Fetch the whole of LanguageTool, with all its languages, into `folder`; the library verifies what it fetches.

    Raises:
        Unavailable: the library is not installed, or cannot fetch it.
    """
    if not installed("languagetool"):
        raise Unavailable("no-extra")
    from language_tool_python.download_lt import LocalLanguageTool

    with _downloads_in(folder.parent):
        try:
            LocalLanguageTool.from_version_name(VERSION).download()
        except Exception as failed:  # it raises all kinds, those of requests and zipfile among them
            raise Unavailable("not-fetched", str(failed)) from failed


@contextmanager
def _downloads_in(folder: Path) -> Iterator[None]:
    """Let the library put what it fetches in `folder`, which it is told by its environment alone."""
    before = {name: os.environ.pop(name, None) for name in ("LTP_PATH", "LTP_JAR_DIR_PATH")}
    os.environ["LTP_PATH"] = str(folder)
    try:
        yield
    finally:
        del os.environ["LTP_PATH"]
        os.environ.update({name: value for name, value in before.items() if value is not None})
