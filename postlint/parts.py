"""The optional parts of postlint: which there are and whether they are installed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.reader.settings import ReaderSettings

PARTS = {
    "pipeline": "spacy",
    "languagetool": "language_tool_python",
    "reader": "onnxruntime",
}
"""Each part's name, as rules say it under `requires`, and the module that comes with it."""

OF_COMMANDS = {"editor": "pygls"}
"""The same of parts that a command needs, and no rule can require."""


@cache
def installed(part: str) -> bool:
    """Whether the optional part is installed; it is not loaded for that."""
    if find_spec({**PARTS, **OF_COMMANDS}[part]) is None:
        return False
    if part != "reader":
        return True
    from postlint.reader.installation import model_folder

    return model_folder() is not None


def at_hand(part: str, languagetool: object, reader: ReaderSettings | None) -> bool:
    """Whether a rule that requires the part can run: `languagetool` and `reader` are those that are asked, or `None`.

    A LanguageTool that is asked and not there is a problem; the second reader is then silent.
    """
    if part == "languagetool":
        return languagetool is not None
    if part == "reader":
        return reader is not None and reader.reads
    return installed(part)
