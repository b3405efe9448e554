"""The optional parts of postlint: which there are and whether they are installed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

PARTS = {
    "pipeline": "spacy",
    "languagetool": "language_tool_python",
    "reader": "postlint_reader",
}
"""Each part's name, as rules say it under `requires`, and the module that comes with it."""

OF_COMMANDS = {"editor": "pygls"}
"""The same of parts that a command needs, and no rule can require."""

EXTRAS = frozenset(["editor", "languagetool", "pipeline"])
"""The parts that this version can install, as extras of the package."""


@cache
def installed(part: str) -> bool:
    """Whether the optional part is installed; it is not loaded for that."""
    return find_spec({**PARTS, **OF_COMMANDS}[part]) is not None


def at_hand(part: str, languagetool: object) -> bool:
    """Whether a rule that requires the part can run: `languagetool` is the one that is asked, or `None`."""
    return languagetool is not None if part == "languagetool" else installed(part)
