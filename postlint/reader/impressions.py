"""What second readers make of a draft: which risks they see in it, how sure they are, and by which words.

A second reader is whatever gives impressions of a document (`Reader`); `readers_of` names those that are asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from postlint.document import Document, Span, view
from postlint.finding import Problem, Unchecked
from postlint.reader.settings import ReaderSettings

LEAST = 0.1
"""What is less probable is no impression."""


class Impression(NamedTuple):
    """A risk that a second reader sees in a draft, at least as probable as `LEAST`.

    `probability` is calibrated: of a hundred impressions at .8 some eighty are right. `span` are the words that carry
    it, `None` where none stand out. `by` is the reader's name.
    """

    risk: str
    probability: float
    span: Span | None
    by: str


class Reader(Protocol):
    """A second reader."""

    def impressions(self, document: Document) -> Sequence[Impression]:
        """What it sees in the document, at most once for each risk.

        Raises:
            Unchecked: where it cannot read, with what to do.
        """


def readers_of(settings: ReaderSettings) -> Sequence[Reader]:
    """The second readers that the settings ask for."""
    from postlint.reader.second import SecondReader

    return [SecondReader()] if settings.on else []


def impression_of(document: Document, risk: str) -> Impression | None:
    """The surest impression of this risk, if any reader has one.

    Raises:
        Unchecked: where a reader cannot read.
    """
    found = _surest(document)
    if isinstance(found, Problem):
        raise Unchecked(found)
    return found.get(risk)


_NONE: Mapping[str, Impression] = MappingProxyType({})


@view
def _surest(document: Document) -> Mapping[str, Impression] | Problem:
    """By risk the surest impression, or why there are none: each of a draft's rules asks, and it is read once."""
    if document.reader is None:
        return _NONE
    surest: dict[str, Impression] = {}
    try:
        for reader in readers_of(document.reader):
            for impression in reader.impressions(document):
                before = surest.get(impression.risk)
                if before is None or before.probability < impression.probability:
                    surest[impression.risk] = impression
    except Unchecked as unchecked:
        return unchecked.problem
    return surest
