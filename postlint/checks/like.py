"""Match kind `like`: sentences that are like the rule's own bad examples, and unlike its good ones.

How like two texts are is the cosine of their vectors, which the second reader's model gives. A sentence is found where
it is nearer to a bad example than to every good one, by a margin, and as near to it as bad examples are to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs
from postlint.checks.reader import check_required
from postlint.document import Document, Span
from postlint.errors import quoted, say
from postlint.finding import shortened
from postlint.marks import unmarked
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.reader.model import Numbers
    from postlint.schema import LikeMatch

MARGIN = 0.05
"""How much nearer to a bad example than to every good one a sentence must be, where the rule does not say."""
LEAST = 5
"""Bad examples, and good ones, that a rule needs."""
ALIKE = 0.98
"""The likeness from which two examples say the same."""
NAME = "examples"
"""What a finding calls the reader."""
IMPRESSION = {
    "nl": "Dit is een indruk van de tweede lezer, geen woord dat erin staat: het lijkt op ‘{example}’.",
    "en": "This is an impression of the second reader, no word in it: it is like ‘{example}’.",
}


def compile_match(match: LikeMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The words of the examples (those that are marked, where some are) and the margin."""
    check_required(compiler)
    texts = {kind: tuple(map(_compared, compiler.examples[kind])) for kind in ("bad", "good")}
    if min(map(len, texts.values())) < LEAST:
        what = say("a rule by example needs {least} bad and {least} good examples", least=LEAST)
        compiler.error([], what, say("Add some; different ones teach most."))
    return {"threshold": match.like.threshold, **texts}, None


def _compared(example: str) -> str:
    text, marked = unmarked(example)
    return text if marked is None else marked.of(text)


def values(part: Part) -> frozenset[str]:
    """A message may quote the bad example that is nearest."""
    return frozenset(["example"])


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher of sentences, or where none is found of a short draft as a whole."""

    @cache
    def likeness() -> Likeness:
        return likeness_of(part)

    def find(document: Document) -> list[Match]:
        if document.reader is None:
            return []
        from postlint.reader.second import sentence_vectors, whole_vector

        found = [(span, vector) for span, vector in sentence_vectors(document) if likeness().finds(vector)]
        whole = None if found else whole_vector(document)
        if whole is not None and likeness().finds(whole):
            found = [(Span(0, len(document.text)), whole)]
        return [Match(span, _values(document.lang, part["bad"][likeness().nearest(vector)])) for span, vector in found]

    return find


def _values(lang: str, nearest: str) -> dict[str, str]:
    example = shortened(nearest)
    return {"reader": NAME, "example": example, "impression": IMPRESSION[lang].format(example=example)}


class Likeness(NamedTuple):
    """The vectors of a rule's examples, row by row, and how near a sentence must be to a bad one."""

    bad: Numbers
    good: Numbers
    threshold: float

    @property
    def reach(self) -> float:
        """How near each bad example has another one at least."""
        near = self.bad @ self.bad.T
        others = [[float(each) for place, each in enumerate(row) if place != at] for at, row in enumerate(near)]
        return min(map(max, others))

    def finds(self, vector: Numbers) -> bool:
        """Whether a text is like the bad examples and unlike the good ones."""
        near = float((self.bad @ vector).max())
        return near >= self.reach and near - float((self.good @ vector).max()) > self.threshold

    def nearest(self, vector: Numbers) -> int:
        """The number of the bad example that a text is most like."""
        return int((self.bad @ vector).argmax())

    def without(self, kind: str, number: int) -> Likeness:
        """The same without one of the examples."""
        import numpy as np

        return self._replace(**{kind: np.delete(getattr(self, kind), number, axis=0)})


def likeness_of(part: Part) -> Likeness:
    """The likeness to the examples of a rule; `Unchecked` where the model cannot be loaded."""
    import numpy as np

    from postlint.reader.second import vector_of

    bad, good = (np.array([vector_of(text) for text in part[kind]]) for kind in ("bad", "good"))
    return Likeness(bad, good, part["threshold"])


# ---- how good a set of examples is ----------------------------------------------------------------------------------


class Doubt(NamedTuple):
    """What is wrong with an example: which it is, what, and what to do."""

    kind: str
    number: int
    what: str
    remedy: str


class Measured(NamedTuple):
    """How many examples of each kind are judged rightly by the others."""

    bad: int
    good: int


def measured(likeness: Likeness) -> Measured:
    """Leave each example out in turn, and see what the others make of it."""
    found = [likeness.without("bad", at).finds(vector) for at, vector in enumerate(likeness.bad)]
    passed = [not likeness.without("good", at).finds(vector) for at, vector in enumerate(likeness.good)]
    return Measured(sum(found), sum(passed))


def doubts(part: Part, likeness: Likeness) -> Iterator[Doubt]:
    """The examples that say nearly the same as another, and those that contradict one."""
    for kind, vectors in (("bad", likeness.bad), ("good", likeness.good)):
        for at, vector in enumerate(vectors):
            twin = next((before for before in range(at) if vectors[before] @ vector >= ALIKE), None)
            if twin is not None:
                what = say("says nearly the same as {example}", example=quoted(part[kind][twin]))
                yield Doubt(kind, at, what, say("Give different examples: two that are alike teach no more than one."))
    for at, vector in enumerate(likeness.bad):
        siblings = max((float(other @ vector) for place, other in enumerate(likeness.bad) if place != at), default=-1.0)
        across = likeness.good @ vector
        if float(across.max()) >= siblings:
            what = say("is nearer to a good example than to the bad ones: {example}", example=_at(part, across))
            yield Doubt("bad", at, what, say("See which of the two you mean, or add bad ones like this."))


def _at(part: Part, likenesses: Numbers) -> str:
    good: Sequence[str] = part["good"]
    return quoted(good[int(likenesses.argmax())])
