"""The second reader that comes with the wheel `postlint-reader`: what its model makes of a whole draft."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from postlint.context import Context
from postlint.document import Document, Span, view
from postlint.language.sentences import sentence_words, sentences
from postlint.language.tokens import Token, TokenKind, words
from postlint.reader.impressions import LEAST, Impression
from postlint.reader.model import WINDOW, Read, model

if TYPE_CHECKING:
    from postlint.reader.model import Numbers

NAME = "model"
"""What an impression calls this reader."""
_STANDS_OUT = 1.5
"""A word stands out where its part in a risk is so many times that of a word on average."""
_MOST = 0.6
"""Where the words that carry a risk are more than this share of a draft, they do not stand out."""
_KEPT = 1024
"""Texts whose vectors are remembered, so that while typing only the sentence that changed is read again."""
_SHORT = 5
"""Sentences of a draft that can still be like one example as a whole."""
_PLAIN = Context()


class Reading(NamedTuple):
    """What the model makes of a draft: the probability of each risk, the words that carry the probable ones, a vector.

    Where no words stand out they are `None`.
    """

    probabilities: dict[str, float]
    words: dict[str, Span | None]
    vector: Numbers


class SecondReader:
    """Gives what the model holds probable."""

    def impressions(self, document: Document) -> Sequence[Impression]:
        """None of a draft in which there is nothing to read."""
        read = read_draft(document)
        if read is None:
            return ()
        return [Impression(risk, read.probabilities[risk], span, NAME) for risk, span in read.words.items()]


@view
def read_draft(document: Document) -> Reading | None:
    """The draft as the model reads it, a long one window by window; `None` where no word stands in it.

    A risk is as probable as in the window in which it is most so, and its words are those of that window.

    Raises:
        Unchecked: where the model cannot be loaded.
    """
    if not _has_word(words(document)):
        return None
    reads = [(window, model().read(window.of(document.text), document.context)) for window in windows(document)]
    about = model().about
    probabilities: dict[str, float] = {}
    carriers: dict[str, Span | None] = {}
    for number, (risk, (scale, shift)) in enumerate(zip(about.risks, about.calibration, strict=True)):
        window, read = max(reads, key=lambda each: float(each[1].risks[number]))
        probabilities[risk] = _sigmoid(scale * float(read.risks[number]) + shift)
        if probabilities[risk] >= LEAST:
            carriers[risk] = _carrying(document, window, read, number)
    return Reading(probabilities, carriers, _mean([read.vector for _, read in reads]))


@lru_cache(maxsize=_KEPT)
def vector_of(text: str) -> Numbers:
    """The vector of a text by itself, of unit length."""
    return model().read(text, _PLAIN).vector


@view
def sentence_vectors(document: Document) -> tuple[tuple[Span, Numbers], ...]:
    """The vector of each sentence in which a word stands."""
    spans = [span for span, row in zip(sentences(document), sentence_words(document), strict=True) if _has_word(row)]
    return tuple((span, vector_of(span.of(document.text))) for span in spans)


@view
def whole_vector(document: Document) -> Numbers | None:
    """The vector of a short draft as a whole; `None` where it is one sentence, or many."""
    if 1 < len(sentence_vectors(document)) <= _SHORT:
        return vector_of(document.text)
    return None


def windows(document: Document) -> list[Span]:
    """The draft in as few pieces of whole sentences as fit in the model's window; a longer sentence is cut."""
    starts = model().token_starts(document.text)
    return list(_windows(sentences(document), starts, WINDOW))


def _windows(found: Sequence[Span], starts: Sequence[int], room: int) -> Iterator[Span]:
    """The windows, given the sentences and where tokens begin; `room` is the number of tokens of a window."""
    taken: Span | None = None
    for sentence in found:
        for piece in _pieces(sentence, starts, room):
            together = piece if taken is None else Span(taken.start, piece.end)
            if taken is None or _count(together, starts) <= room:
                taken = together
            else:
                yield taken
                taken = piece
    if taken is not None:
        yield taken


def _pieces(sentence: Span, starts: Sequence[int], room: int) -> Iterator[Span]:
    """The sentence, in pieces of at most so many tokens."""
    first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    cuts = [sentence.start, *(starts[at] for at in range(first + room, after, room)), sentence.end]
    return (Span(start, end) for start, end in pairwise(cuts) if start < end)


def _count(span: Span, starts: Sequence[int]) -> int:
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


def _carrying(document: Document, window: Span, read: Read, risk: int) -> Span | None:
    """The run of words that carries most of a risk; `None` where no few words carry more than the others."""
    found = words(document)
    parts: dict[int, float] = {}
    for span, share in zip(read.spans, read.words[:, risk], strict=True):
        at = bisect_left(found, window.start + span.start + 1, key=lambda token: token.span.end)
        if at < len(found) and found[at].span.start < window.start + span.end:
            parts[at] = parts.get(at, 0.0) + float(share)
    even = sum(parts.values()) / max(len(parts), 1)
    run = _heaviest_run([part - _STANDS_OUT * even for part in parts.values()])
    if run is None or run[1] - run[0] > _MOST * len(found):
        return None
    carriers = [found[at].span for at in list(parts)[slice(*run)]]
    return Span(carriers[0].start, carriers[-1].end)


def _heaviest_run(weights: Sequence[float]) -> tuple[int, int] | None:
    """The run of neighbours with the greatest sum, as a half-open range; `None` where none is above nought."""
    best, best_run = 0.0, None
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, best_run = total, (start, at + 1)
    return best_run


def _has_word(tokens: Sequence[Token]) -> bool:
    return any(token.kind is TokenKind.WORD for token in tokens)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if logit >= 0 else exp(logit) / (1 + exp(logit))


def _mean(vectors: Sequence[Numbers]) -> Numbers:
    """The mean of vectors, of unit length."""
    import numpy as np

    mean: Numbers = np.mean(vectors, axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)
