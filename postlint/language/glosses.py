"""Explained on the spot: a term with what it means beside it, in brackets, after a dash, or in so many words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from postlint.document import Document, Span, view
from postlint.language import cues_en, cues_nl
from postlint.language.cues import Scopes, hits, norms, scopes, token_starts
from postlint.language.tokens import TokenKind, tokens

_CUES = {"nl": cues_nl, "en": cues_en}
_DASHES = frozenset("–—=")
_ARTICLES = frozenset("een de het a an the dat that".split())
_POINTERS = frozenset(
    "zie see vanaf ma tot from cf incl excl nog of ook also vgl bijvoorbeeld bel mail ring call just e.g ma di wo do vr za zo mon tue wed thu fri sat sun maandag dinsdag woensdag donderdag vrijdag monday tuesday wednesday thursday friday".split()
)
_FURTHEST = 8  # tokens between an expansion's first word and the bracket


def is_explained(document: Document, span: Span) -> bool:
    """Whether the draft says beside `span`, or at an earlier mention of the same term, what it means."""
    if _cued(document).over(span) or _glossed(document, span) or _expanded(document, span):
        return True
    place = bisect_left(token_starts(document), span.start)
    found = norms(document)
    return place < len(found) and _terms(document).get(found[place], len(found)) < place


@view
def _cued(document: Document) -> Scopes:
    cues = _CUES.get(document.lang)
    return scopes(document, hits(document, cues.EXPLAINED) if cues else [])


@view
def _terms(document: Document) -> dict[str, int]:
    """The abbreviations that the draft explains, with the token where it does so first."""
    explained: dict[str, int] = {}
    for place, token in enumerate(tokens(document)):
        written = token.span.of(document.text)
        if token.kind is TokenKind.WORD and len(written) > 1 and written[1:] != written[1:].lower():
            known = token.norm in explained
            if not known and _explains(document, token.span):
                explained[token.norm] = place
    return explained


def _explains(document: Document, span: Span) -> bool:
    return _cued(document).over(span) > 0 or _glossed(document, span) or _expanded(document, span)


def _glossed(document: Document, span: Span) -> bool:
    """`BOB (beeldvorming, …)`, `BOB – beeldvorming, …`, `de BOB, een vergadering waarin …`."""
    found = norms(document)
    after = bisect_left(token_starts(document), span.end)
    if after < len(found) and found[after] in ("-", "'", "’", "”", '"') and after + 1 < len(found):
        after = _past_compound(document, after)
    if after + 1 >= len(found):
        return False
    mark, gloss = found[after], found[after + 1 : after + 13]
    if mark == "(":
        return _is_gloss(_until(gloss, ")"), span.of(document.text))
    spelled = _spell(gloss, span.of(document.text))
    if mark in _DASHES or (mark == "-" and _stands_free(document, after)):
        return spelled or gloss[0] in _ARTICLES
    if mark == ":":
        return spelled
    return mark == "," and len(gloss) > 3 and gloss[0] in ("een", "a", "an") and _relates(gloss)


def _past_compound(document: Document, place: int) -> int:
    """The token after the rest of a compound or a closing quotation mark that starts with token `place`."""
    all_tokens = tokens(document)
    while (
        place + 1 < len(all_tokens)
        and all_tokens[place].norm in ("-", "'", "’", "”", '"')
        and all_tokens[place].span.start == all_tokens[place - 1].span.end
    ):
        joined = all_tokens[place].norm == "-" and all_tokens[place].span.end == all_tokens[place + 1].span.start
        place += 2 if joined else 1
    return place


def _stands_free(document: Document, place: int) -> bool:
    start, end = tokens(document)[place].span
    return document.text[start - 1 : start].isspace() and document.text[end : end + 1].isspace()


def _until(gloss: list[str], mark: str) -> list[str]:
    return gloss[: gloss.index(mark)] if mark in gloss else gloss


def _relates(gloss: list[str]) -> bool:
    return any(
        word
        in (
            "die",
            "dat",
            "waarin",
            "waarmee",
            "waarbij",
            "van",
            "voor",
            "om",
            "of",
            "for",
            "that",
            "which",
            "where",
            "to",
            "in",
        )
        for word in gloss[2:6]
    )


def _is_gloss(gloss: list[str], term: str) -> bool:
    """More than a year, a party or a place: two words or more, or the term's initials."""
    words = [word for word in gloss if word[:1].isalpha()]
    return (len(words) >= 2 and words[0] not in _POINTERS) or (len(words) == 1 and _spells(words[0], term))


def _spell(gloss: list[str], term: str) -> bool:
    """Whether the words of `gloss` spell the abbreviation `term` with letters in this order, from the first on."""
    letters = "".join(letter for letter in term.casefold() if letter.isalpha())
    words = [word for word in gloss if word[:1].isalpha()][: len(letters) + 2]
    return 1 < len(letters) < 7 and bool(words) and words[0][0] == letters[0] and _is_within(letters, "".join(words))


def _spells(word: str, term: str) -> bool:
    letters = "".join(letter for letter in term.casefold() if letter.isalpha())
    return len(word) > len(letters) > 1 and word[:1] == letters[:1] and _is_within(letters, word)


def _is_within(letters: str, text: str) -> bool:
    """Whether `letters` come in `text` in this order."""
    remaining = iter(text)
    return all(letter in remaining for letter in letters)


def _expanded(document: Document, span: Span) -> bool:
    """`burgerservicenummer (BSN)`: the span fills a bracket whose letters the words before it spell."""
    found, all_tokens = norms(document), tokens(document)
    first = bisect_right(token_starts(document), span.start) - 1
    if first < 1 or found[first - 1] != "(":
        return False
    letters = "".join(letter for letter in span.of(document.text).casefold() if letter.isalpha())
    before = [token.norm for token in all_tokens[max(0, first - 1 - _FURTHEST) : first - 1] if token.norm[:1].isalpha()]
    return len(letters) > 1 and any(
        word[0] == letters[0] and _is_within(letters, "".join(before[number:])) for number, word in enumerate(before)
    )
