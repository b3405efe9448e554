"""What second readers make of a draft: which risks they see in it, how sure they are, and by which words.

A second reader is whatever gives impressions of a document (`Reader`); `readers_of` names those that are asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from postlint.document import Document, Span, view
from postlint.finding import Problem, Unchecked
from postlint.reader.settings import ReaderSettings

LEAST = 0.1
"""What is less probable is no impression."""


class Impression(NamedTuple):
    """A risk that a second reader sees in a draft, at least as probable as `LEAST`.

    `probability` is calibrated: of a hundred impressions at .8 some eighty are right; `None` where the reader does not
    say it. `span` are the words that carry it, `None` where none stand out. `by` is the reader's name.
    """

    risk: str
    probability: float | None
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
    """The second readers that the settings ask for: a language model comes last."""
    readers: list[Reader] = []
    if settings.own_reads:
        from postlint.reader.second import SecondReader

        readers.append(SecondReader())
    if settings.llm:
        from postlint.reader.language_model import LanguageModel

        readers.append(LanguageModel())
    return readers


def impression_of(document: Document, risk: str, threshold: float) -> Impression | None:
    """The surest impression of this risk from a probability up, else that of a reader that does not say how sure.

    Raises:
        Unchecked: where there is none, and a reader cannot read.
    """
    read = _read(document)
    heard = [
        each for each in read.impressions.get(risk, ()) if each.probability is None or each.probability >= threshold
    ]
    if not heard and read.problem is not None:
        raise Unchecked(read.problem)
    return max(heard, key=lambda each: each.probability or 0.0, default=None)


class Read(NamedTuple):
    """What the readers make of a document: their impressions by risk, and why one of them has none."""

    impressions: Mapping[str, Sequence[Impression]]
    problem: Problem | None


@view
def _read(document: Document) -> Read:
    """Each of a draft's rules asks, and each reader reads it once."""
    impressions: defaultdict[str, list[Impression]] = defaultdict(list)
    problem = None
    for reader in () if document.reader is None else readers_of(document.reader):
        try:
            for impression in reader.impressions(document):
                impressions[impression.risk].append(impression)
        except Unchecked as unchecked:
            problem = unchecked.problem
    return Read(impressions, problem)
