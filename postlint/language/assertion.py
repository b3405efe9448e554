"""How a draft means a span of its text: as its own statement, or as quoted, denied, asked or advised against.

A match is not yet a finding: rules name in `unless` what silences them. Each assertion is decided from cues (see
`postlint.language.cues`) that are looked up once a document and only when a rule asks for that assertion.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType

from postlint.document import Document, Span, view
from postlint.language import cues_en, cues_nl
from postlint.language.cues import (
    Coverage,
    Direction,
    Hit,
    Lexicon,
    Reach,
    Scopes,
    clause_numbers,
    hits,
    norms,
    scopes,
    sentence_numbers,
    token_starts,
)
from postlint.language.glosses import is_explained
from postlint.language.questions import questions
from postlint.language.quotations import quotations
from postlint.language.sentences import sentences
from postlint.language.tokens import tokens

_CUES = {"nl": cues_nl, "en": cues_en}
_NEAR = 2  # sentences on either side that "staat op onze site" speaks of


def asserts(document: Document, span: Span, name: str) -> bool:
    """Whether the draft means `span` in the way that `name`, one of `ASSERTIONS`, says.

    A draft in neither Dutch nor English has quotations and questions alone. Raises `KeyError` for another name.
    """
    return _ASSERTIONS[name](document, span)


def _is_quoted(document: Document, span: Span) -> bool:
    found = quotations(document)
    place = bisect_right(found, (span.start, len(document.text) + 1)) - 1
    return place >= 0 and found[place].contains(span)


def _is_negated(document: Document, span: Span) -> bool:
    """Denied within its clause or as part of a claim, but not both ("het is niet waar dat hij geen prutser is").

    What the text takes for granted ("die prutser") and who opens the clause ("prutsers snappen het niet") escape a
    denial within the clause, not that of a claim.
    """
    within, claimed = _negations(document)
    denied = within.ahead(span) > 0 or (within.behind(span) > 0 and not _opens_as_subject(document, span))
    return (denied and not _is_given(document, span)) != (claimed.over(span) > 0)


def _is_hypothetical(document: Document, span: Span) -> bool:
    return _suppositions(document).over(span) > 0


def _is_question(document: Document, span: Span) -> bool:
    return questions(document).at(span.start) > 0 or _embedded_questions(document).ahead(span) > 0


def _is_advice(document: Document, span: Span) -> bool:
    """Advice on what to do or say; not on whom to shun ("deel niets met die prutsers")."""
    if not _advice(document).over(span):
        return False
    cues = _CUES[document.lang]
    place = _determiner(document, span, cues.POINTING)
    return not place or norms(document)[place - 1] not in cues.COMPANY


def _is_reported(document: Document, span: Span) -> bool:
    """Said by others; not what the writer points at ("die prutser zegt …")."""
    if not _reports(document).over(span):
        return False
    return _determiner(document, span, _CUES[document.lang].POINTING) is None


def _is_self(document: Document, span: Span) -> bool:
    return _confessions(document).over(span) > 0


def _is_public(document: Document, span: Span) -> bool:
    return _publications(document).at(span.start) > 0


_ASSERTIONS: Mapping[str, Callable[[Document, Span], bool]] = MappingProxyType(
    {
        "quoted": _is_quoted,
        "negated": _is_negated,
        "hypothetical": _is_hypothetical,
        "question": _is_question,
        "advice": _is_advice,
        "reported": _is_reported,
        "self": _is_self,
        "public": _is_public,
        "explained": is_explained,
    }
)
ASSERTIONS = tuple(_ASSERTIONS)


@view
def _negations(document: Document) -> tuple[Scopes, Scopes]:
    """What the denials within a clause reach, and what the denials of a claim reach."""
    found = _hits(document, "NEGATED")
    stops = [hit for hit in found if hit.cue.direction is Direction.STOP]
    claims = [hit for hit in found if hit.cue.reach is Reach.SENTENCE]
    within = [hit for hit in found if hit.cue.reach is Reach.CLAUSE]
    return scopes(document, within), scopes(document, claims + stops if claims else [])


@view
def _suppositions(document: Document) -> Scopes:
    """What is supposed, from the first word of a cue on: in "als uw uitkering stopt" that is "uw" too."""
    return scopes(document, [hit._replace(head=hit.first + 1) for hit in _hits(document, "HYPOTHETICAL")])


@view
def _embedded_questions(document: Document) -> Scopes:
    return scopes(document, _hits(document, "EMBEDDED_QUESTION"))


@view
def _advice(document: Document) -> Scopes:
    return scopes(document, _hits(document, "ADVICE"))


@view
def _reports(document: Document) -> Scopes:
    return scopes(document, _hits(document, "REPORTED"))


@view
def _confessions(document: Document) -> Scopes:
    return scopes(document, _hits(document, "SELF"), own=True)


@view
def _publications(document: Document) -> Coverage:
    """Sentences near one that says it is public, but those that say they are not."""
    parts = sentences(document)
    secret = _sentences_with(document, "SECRET")
    told = _sentences_with(document, "PUBLIC") - secret - _sentences_with(document, "LATER")
    near = {number + step for number in told for step in range(-_NEAR, _NEAR + 1)}
    return Coverage(parts[number] for number in near - secret if 0 <= number < len(parts))


def _sentences_with(document: Document, table: str) -> set[int]:
    numbers = sentence_numbers(document)
    found = _hits(document, table)
    return {numbers[hit.first] for hit in found if hit.cue.direction is not Direction.LOOKALIKE}


def _hits(document: Document, table: str) -> list[Hit]:
    cues = _CUES.get(document.lang)
    if cues is None:
        return []
    lexicon: Lexicon = getattr(cues, table)
    return hits(document, lexicon)


def _is_given(document: Document, span: Span) -> bool:
    """Whether the text takes the span for granted: after "die" or "the", unless just that is denied ("niet de …")."""
    cues = _CUES[document.lang]
    place = _determiner(document, span, cues.DEFINITE)
    return place is not None and (place == 0 or norms(document)[place - 1] not in cues.DENIES_NEXT)


def _determiner(document: Document, span: Span, determiners: frozenset[str]) -> int | None:
    """The token of `determiners` that the span starts with or that comes before it, an adjective between or not."""
    cues, found = _CUES[document.lang], norms(document)
    first = _token_at(document, span)
    for place in range(min(first, len(found) - 1), max(first - 3, -1), -1):
        if found[place] in determiners:
            conjoins = place > 0 and found[place - 1] in cues.COMPLEMENTED  # "zegt dat …", "iemand die …"
            begins = place < first and found[place + 1] in cues.CLAUSE_STARTS  # "writes to us that the …"
            return None if conjoins or begins else place
        if place == first - 1 and not found[place].endswith(cues.ADJECTIVE_ENDS):
            return None
    return None


def _opens_as_subject(document: Document, span: Span) -> bool:
    """Whether the span opens its clause as who does something, so that a denial after it is not of the span."""
    cues, found, clause = _CUES[document.lang], norms(document), clause_numbers(document)
    first = _token_at(document, span)
    if first and found[first - 1] in cues.INDEFINITE:
        first -= 1
    opens = first == 0 or clause[first - 1] != clause[first]
    following = bisect_left(token_starts(document), span.end)
    return opens and following < len(found) and found[following] not in cues.AFTER_A_FRONTED_PREDICATE


def _token_at(document: Document, span: Span) -> int:
    """The number of the token in which the span starts, or of the first after that place."""
    place = bisect_right(token_starts(document), span.start) - 1
    return place if place >= 0 and tokens(document)[place].span.end > span.start else place + 1
