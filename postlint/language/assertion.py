"""How a draft means a span of its text: as its own statement, or as quoted, denied, asked or advised against.

A match is not yet a finding: rules name in `unless` what silences them. Each assertion is decided from cues (see
`postlint.language.cues`) that are looked up once a document and only when a rule asks for that assertion.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

from postlint.document import Document, Span, view
from postlint.language import cues_en, cues_nl
from postlint.language.cues import (
    Coverage,
    Direction,
    Hit,
    Lexicon,
    Scopes,
    clause_numbers,
    hits,
    norms,
    scopes,
    sentence_numbers,
    token_starts,
)
from postlint.language.glosses import is_explained
from postlint.language.quotations import quotations
from postlint.language.sentences import sentences
from postlint.language.tokens import TokenKind, tokens

_CUES = {"nl": cues_nl, "en": cues_en}
_NEAR = 2  # sentences on either side that "staat op onze site" speaks of


def asserts(document: Document, span: Span, name: str) -> bool:
    """Whether the draft means `span` in the way that `name`, one of `ASSERTIONS`, says.

    A draft in a language without cues has quotations and questions alone. Raises `KeyError` for another name.
    """
    return _ASSERTIONS[name](document, span)


def _is_quoted(document: Document, span: Span) -> bool:
    found = quotations(document)
    place = bisect_right(found, (span.start, len(document.text) + 1)) - 1
    return place >= 0 and found[place].contains(span)


def _is_negated(document: Document, span: Span) -> bool:
    """An odd number of denials reaches the span.

    What the text takes for granted ("die prutser") and who opens the clause ("prutsers snappen het niet") escape a
    denial of the clause, not a denial of all that is claimed ("het is niet waar dat …").
    """
    within, claimed = _negations(document)
    denials = claimed.over(span)
    if not _is_given(document, span):
        denials += within.ahead(span)
        behind = within.behind(span)
        if behind and not _opens_as_subject(document, span):
            denials += behind
    return denials % 2 == 1


def _is_hypothetical(document: Document, span: Span) -> bool:
    return _suppositions(document).over(span) > 0


def _is_question(document: Document, span: Span) -> bool:
    return _questions(document).at(span.start) > 0 or _embedded_questions(document).ahead(span) > 0


def _is_advice(document: Document, span: Span) -> bool:
    """Advice on what to do or say; not on whom to shun ("deel niets met die prutsers")."""
    if not _advice(document).over(span):
        return False
    place = _determiner(document, span, _CUES[document.lang].POINTING)
    return not place or norms(document)[place - 1] not in _CUES[document.lang].COMPANY


def _is_reported(document: Document, span: Span) -> bool:
    """Said by others; not what the writer points at ("die prutser zegt …")."""
    cues = _reports(document).over(span)
    return cues > 0 and _determiner(document, span, _CUES[document.lang].POINTING) is None


def _is_self(document: Document, span: Span) -> bool:
    return _confessions(document).over(span) > 0


def _is_public(document: Document, span: Span) -> bool:
    return _publications(document).at(span.start) > 0


@view
def _negations(document: Document) -> tuple[Scopes, Scopes]:
    """What denials within a clause reach, and what denials of a claim reach."""
    found = _hits(document, "NEGATED")
    claims = [hit for hit in found if hit.cue.reach is Reach.SENTENCE]
    return scopes(document, [hit for hit in found if hit.cue.reach is Reach.CLAUSE]), scopes(
        document, claims + _stops(found)
    )


@view
def _suppositions(document: Document) -> Scopes:
    return _scopes(document, "HYPOTHETICAL")


@view
def _embedded_questions(document: Document) -> Scopes:
    return _scopes(document, "EMBEDDED_QUESTION")


@view
def _advice(document: Document) -> Scopes:
    return _scopes(document, "ADVICE")


@view
def _reports(document: Document) -> Scopes:
    return _scopes(document, "REPORTED")


@view
def _confessions(document: Document) -> Scopes:
    return _scopes(document, "SELF", own=True)


@view
def _publications(document: Document) -> Coverage:
    """Sentences near one that says it is public, but those that say they are not yet."""
    parts, numbers = sentences(document), sentence_numbers(document)
    held = {numbers[hit.first] for hit in _cues_of(document, "SECRET")}
    later = {numbers[hit.first] for hit in _cues_of(document, "LATER")}
    told = {numbers[hit.first] for hit in _cues_of(document, "PUBLIC")} - held - later
    near = {number + step for number in told for step in range(-_NEAR, _NEAR + 1)}
    return Coverage(parts[number] for number in near - held if 0 <= number < len(parts))


@view
def _questions(document: Document) -> Coverage:
    """From the words that ask to the question mark; all of the sentence where none do, nothing before a mere tag."""
    text, found = tokens(document), norms(document)
    asked = []
    for place, token in enumerate(text):
        after = document.text[token.span.end : token.span.end + 1]
        if token.kind is TokenKind.MARK and "?" in token.norm and not after.isalnum():
            start = _asking_from(document, found, place)
            if start is not None:
                asked.append(Span(text[start].span.start, token.span.end))
    return Coverage(asked)


def _asking_from(document: Document, found: list[str], mark: int) -> int | None:
    """The token from which the question asks that ends with token `mark`; nothing for a tag ("…, toch?")."""
    cues = _CUES.get(document.lang)
    sentence = sentence_numbers(document)
    first = mark
    while first and sentence[first - 1] == sentence[mark] and "?" not in found[first - 1]:
        first -= 1
    if cues is None:
        return first
    comma = next((place for place in range(mark - 1, max(first, mark - 6), -1) if found[place] == ","), None)
    if comma is not None and " ".join(found[comma + 1 : mark]) in cues.TAGS:
        return None
    clause = clause_numbers(document)
    start = mark
    for place in range(first, mark):
        opens = place == first or found[place - 1] in _OPENERS or clause[place - 1] != clause[place]
        if opens and _asks(found, place, mark, cues.QUESTION_STARTS, cues.QUESTION_LEADS):
            return place
        if clause[place] == clause[mark]:
            start = min(start, place)
    return start


_OPENERS = frozenset((",", ":", "-", "–", "—", "(", "…", "...", "..", '"', "“", "‘", "'"))


_EXCLAMATIONS = frozenset((("wat", "een"), ("what", "a"), ("what", "an")))


def _asks(found: list[str], place: int, mark: int, starts: frozenset[str], leads: frozenset[str]) -> bool:
    while place < mark and found[place] in leads:
        place += 1
    return place < mark and found[place] in starts and (found[place], found[place + 1]) not in _EXCLAMATIONS


def _scopes(document: Document, table: str, *, own: bool = False) -> Scopes:
    return scopes(document, _hits(document, table), own=own)


def _stops(found: list[Hit]) -> list[Hit]:
    return [hit for hit in found if hit.cue.direction is Direction.STOP]


def _cues_of(document: Document, table: str) -> list[Hit]:
    return [hit for hit in _hits(document, table) if hit.cue.direction is not Direction.LOOKALIKE]


def _hits(document: Document, table: str) -> list[Hit]:
    cues = _CUES.get(document.lang)
    if cues is None:
        return []
    lexicon: Lexicon = getattr(cues, table)
    return hits(document, lexicon)


def _is_given(document: Document, span: Span) -> bool:
    """Whether the span is what the text takes for granted: after "die" or "the", unless that is what is denied."""
    cues = _CUES[document.lang]
    place = _determiner(document, span, cues.DEFINITE)
    return place is not None and (place == 0 or norms(document)[place - 1] not in cues.DENIES_NEXT)


def _determiner(document: Document, span: Span, determiners: frozenset[str]) -> int | None:
    """The token that makes the span definite: its first, the one before, or one before an adjective."""
    found = norms(document)
    place = _token_at(document, span)
    if place >= len(found):
        return None
    for back in range(3):
        if place - back < 0 or (back == 2 and not found[place - 1].endswith(_CUES[document.lang].ADJECTIVE_ENDS)):
            return None
        if found[place - back] in determiners:
            before = found[place - back - 1] if place > back else ""
            return None if before in _CUES[document.lang].COMPLEMENTED else place - back
    return None


def _opens_as_subject(document: Document, span: Span) -> bool:
    """Whether the span opens its clause as who does something, so that a denial after it is not of the span."""
    cues, found = _CUES[document.lang], norms(document)
    place = _token_at(document, span)
    first = place - 1 if place and found[place - 1] in cues.INDEFINITE else place
    opens = first == 0 or clause_numbers(document)[first - 1] != clause_numbers(document)[first]
    following = bisect_left(token_starts(document), span.end)
    return opens and following < len(found) and found[following] not in cues.AFTER_A_FRONTED_PREDICATE


def _token_at(document: Document, span: Span) -> int:
    """The number of the token in which the span starts, or the first after that place."""
    all_tokens = tokens(document)
    place = bisect_right(token_starts(document), span.start) - 1
    return place if place >= 0 and all_tokens[place].span.end > span.start else place + 1


_ASSERTIONS: Mapping[str, Callable[[Document, Span], bool]] = {
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
ASSERTIONS = tuple(_ASSERTIONS)
