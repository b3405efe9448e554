"""The cases of assertion-nl.yaml and assertion-en.yaml, for the test and the benchmark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from postlint.document import Document, Span
from postlint.language.assertion import asserts

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Case(NamedTuple):
    """A text with its last `[[span]]`, and whether the assertion of class `name` holds of it."""

    written: str
    name: str
    expected: bool
    held_out: bool
    lang: str

    @property
    def text(self) -> str:
        return _MARKED.sub(r"\1", self.written).replace("⏎", "\n")

    @property
    def span(self) -> Span:
        before, _, marked = self.written.rpartition("[[")
        start = len(_MARKED.sub(r"\1", before))
        return Span(start, start + len(marked.partition("]]")[0]))

    def is_right(self) -> bool:
        return asserts(Document(self.text, self.lang), self.span, self.name) == self.expected


def cases(lang: str) -> list[Case]:
    groups = yaml.safe_load((Path(__file__).parent / f"assertion-{lang}.yaml").read_text(encoding="utf-8"))
    return [
        Case(line, group["class"], expected, group.get("held_out", False), lang)
        for group in groups
        for key, expected in (("is", True), ("is_not", False))
        for line in group[key].splitlines()
    ]
