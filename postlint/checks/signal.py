"""Match kind `signal`: something that the language layer recognises, for use within `together`.

What a signal needs is imported when a rule first asks for it: most drafts touch no such rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document, Span
from postlint.language.sentences import clause_at, sentence_at, sentences
from postlint.language.tokens import TokenKind, tokens
from postlint.rule import Part


def compile_match(match: str, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """A signal is its name; of the words that it has nothing can be said, but for those of `NEEDS`."""
    return {"signal": match}, NEEDS.get(match)


def values(part: Part) -> frozenset[str]:
    """A signal gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that asks the language layer for the signal."""
    spans = SIGNALS[part["signal"]]
    return lambda document: [Match(span) for span in spans(document)]


def seeker_near(part: Part) -> Callable[[Document, Span], Sequence[Match]] | None:
    """What finds at least those that begin in a region, without a look at the rest; for signals that have it."""
    spans = SIGNALS_NEAR.get(part.get("signal", ""))
    return None if spans is None else lambda document, region: [Match(span) for span in spans(document, region)]


def _moments(document: Document) -> Iterator[Span]:
    from postlint.language.moments import moments

    return (moment.span for moment in moments(document) if not moment.vague)


_AUTHOR = frozenset("ik wij we i".split())
_SINCE = frozenset(("sinds", "since"))
_OF = frozenset(("van", "of"))
_SENT = frozenset(
    """
    aanvraag bericht bezwaar brief klacht mail melding reactie verzoek vraag
    application complaint email letter message objection question report request
    """.split()
)
"""What somebody sent, and the date that comes with it: "uw aanvraag van 3 maart"."""
_BEFORE = 24  # code points, in which such words stand


def _deadlines(document: Document) -> Iterator[Span]:
    """The moments to hold someone to: none that the words set in the past, none in a question but the author's own."""
    from postlint.language.moments import unplaced_moments
    from postlint.language.tense import past_verbs

    # "This afternoon" is no less a promise to who posts it late.
    found = [moment for moment in unplaced_moments(document) if not moment.vague]
    if not found:
        return
    been = {clause_at(document, verb.start) for verb in past_verbs(document)}
    mine = [word.span.start for word in tokens(document) if word.norm in _AUTHOR]
    asked = [span for span in _questions(document) if not any(span.start <= start < span.end for start in mine)]
    for moment in found:
        start = moment.span.start
        over = moment.direction != "future" and (clause_at(document, start) in been or _is_dating(document, start))
        if not over and moment.direction != "past" and sentence_at(document, start) not in asked:
            yield moment.span


def _is_dating(document: Document, start: int) -> bool:
    """Whether the moment at `start` is one from which something has been: "sinds 3 maart", "uw brief van 3 maart"."""
    *_, thing, word = ["", "", *document.text[max(0, start - _BEFORE) : start].casefold().split()]
    return word in _SINCE or (word in _OF and thing in _SENT)


def _people(document: Document) -> Iterator[Span]:
    """Private persons, but for whom nothing tells from others: "een verdachte", "a patient"."""
    from postlint.language.people import MentionKind, people

    for mention in people(document):
        anyone = not mention.identifiable and mention.name is None and _is_indefinite(mention.span, document.text)
        if mention.kind is MentionKind.PRIVATE_PERSON and not anyone:
            yield mention.span


def _is_indefinite(span: Span, text: str) -> bool:
    return span.of(text).casefold().startswith(("een ", "a ", "an "))


def _targets(document: Document) -> Iterator[Span]:
    from postlint.language.people import MentionKind, targets

    return (mention.span for mention in targets(document) if mention.kind is not MentionKind.PRODUCT)


def _targets_near(document: Document, region: Span) -> Iterator[Span]:
    from postlint.language.people import MentionKind, targets_near

    return (mention.span for mention in targets_near(document, region) if mention.kind is not MentionKind.PRODUCT)


def _questions(document: Document) -> Iterator[Span]:
    return (span for span in sentences(document) if span.of(document.text).rstrip("\"'’”»)").endswith("?"))


def _tokens_of(*kinds: TokenKind) -> Callable[[Document], Iterator[Span]]:
    return lambda document: (token.span for token in tokens(document) if token.kind in kinds)


def _reasons(document: Document) -> Iterator[Span]:
    from postlint.language.reply import reasons

    return iter(reasons(document))


def _amounts(document: Document) -> Iterator[Span]:
    from postlint.language.reply import amounts

    return iter(amounts(document))


def _contacts(document: Document) -> Iterator[Span]:
    from postlint.language.reply import contacts

    return iter(contacts(document))


def _acknowledgements(document: Document) -> Iterator[Span]:
    from postlint.language.reply import acknowledgements

    return (acknowledgement.span for acknowledgement in acknowledgements(document))


def _handovers(document: Document) -> Iterator[Span]:
    from postlint.language.reply import handovers

    return iter(handovers(document))


def _next_steps(document: Document) -> Iterator[Span]:
    from postlint.language.reply import next_steps

    return iter(next_steps(document))


def _promises(document: Document) -> Iterator[Span]:
    from postlint.language.reply import promises

    return (promise.span for promise in promises(document))


def _past(document: Document) -> Iterator[Span]:
    from postlint.language.tense import past_verbs

    return iter(past_verbs(document))


def _abbreviations(document: Document) -> Iterator[Span]:
    from postlint.language.abbreviations import unknown_abbreviations

    return iter(unknown_abbreviations(document))


SIGNALS: dict[str, Callable[[Document], Iterator[Span]]] = {
    "moment": _moments,
    "deadline": _deadlines,
    "person": _people,
    "target": _targets,
    "question": _questions,
    "handle": _tokens_of(TokenKind.HANDLE),
    "link": _tokens_of(TokenKind.URL),
    "number": _tokens_of(TokenKind.NUMBER),
    "reason": _reasons,
    "amount": _amounts,
    "contact": _contacts,
    "acknowledgement": _acknowledgements,
    "handover": _handovers,
    "next_step": _next_steps,
    "promise": _promises,
    "past": _past,
    "abbreviation": _abbreviations,
}
"""Each signal's name in rules, and the view that finds it."""

NEEDS: dict[str, Needs] = {"abbreviation": one_of(["?capitals"])}
"""What a document must have for a signal (see `checks.features`), where that can be said."""

SIGNALS_NEAR: dict[str, Callable[[Document, Span], Iterator[Span]]] = {"target": _targets_near}
"""Signals that cost so much that within a sentence or less they are sought near a rule's other words alone."""
