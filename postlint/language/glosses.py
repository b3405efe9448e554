"""Explained on the spot: a term with what it means beside it, in brackets, after a dash, or in so many words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from postlint.document import Document, Span, view
from postlint.language import cues_en, cues_nl
from postlint.language.cues import Scopes, hits, norms, scopes, token_starts
from postlint.language.sentences import sentence_at
from postlint.language.tokens import TokenKind, tokens

_CUES = {"nl": cues_nl, "en": cues_en}
_DASHES = frozenset("–—=")
_JOINTS = frozenset(("-", "'", "’", "”", '"'))
_OPENING_QUOTES = (["“"], ["‘"], ["«"], ['"'], ["'"], ["„"])
_ARTICLES = frozenset("een de het a an the dat that".split())
_RELATIVES = frozenset("die dat waarin waarmee waarbij van voor om of for that which where to in".split())
_WHICH = frozenset("die dat waarin waarmee waarbij waar that which where who".split())
_IN_WHICH = frozenset("dus waarin waarmee waarbij where whereby".split())
_WHO = frozenset("you we they".split())  # "the part you pay"
# A bracket that opens with one of these explains nothing: "(zie onder)", "(bel gerust)", "(di, 19.30 uur)".
_POINTERS = frozenset(
    """zie see vanaf tot from cf incl excl nog of ook also vgl bijvoorbeeld bijv bv eg bel mail ring call just ma di wo
    do vr za zo mon tue wed thu fri sat sun maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday
    wednesday thursday friday saturday sunday""".split()
)
_MEANS = frozenset("is zijn are means".split())
_DEFINERS = _ARTICLES | frozenset("je jouw uw your".split())
_DEFINITE = frozenset("de het the".split())
# What may open the sentence after the one that ends with the term: "… de MER. Dat is een onderzoek".
_POINTING_BACK = frozenset((("dat", "is"), ("dat", "zijn"), ("dit", "is"), ("that", "is"), ("it", "is")))
_POINTING_BACK_AT_ONCE = frozenset(("that's", "it's", "da's"))
_PLAINLY = frozenset("gewoon simpel simpelweg kortweg kort simply just basically short".split())
_MOST_BEFORE_COLON = 2  # words between the term and the colon
_LONGEST_GLOSS = 12  # tokens looked at
_LONGEST_ABBREVIATION = 6  # letters


def is_explained(document: Document, span: Span) -> bool:
    """Whether the draft says beside `span`, or at another mention of the same abbreviation, what it means.

    On a page the other mention may stand in any passage. The organisation's own abbreviations are those that its
    readers know.
    """
    if span.of(document.text) in document.context.organisation.abbreviations or _explains(document, span):
        return True
    place, found = bisect_left(token_starts(document), span.start), norms(document)
    term = found[place] if place < len(found) else ""
    return any(term in norms(part) and term in _terms(part) for part in document.page)


def _explains(document: Document, span: Span) -> bool:
    return (
        _cued(document).over(span) > 0
        or _glossed(document, span)
        or _expanded(document, span)
        or _spelled_next(document, span)
    )


@view
def _cued(document: Document) -> Scopes:
    cues = _CUES.get(document.lang)
    return scopes(document, hits(document, cues.EXPLAINED) if cues else [])


@view
def _terms(document: Document) -> set[str]:
    """The abbreviations that the draft explains."""
    explained: set[str] = set()
    for token in tokens(document):
        if token.kind is TokenKind.WORD and token.norm not in explained:
            written = token.span.of(document.text)
            if written[1:] != written[1:].lower() and _explains(document, token.span):
                explained.add(token.norm)
    return explained


def _glossed(document: Document, span: Span) -> bool:
    """`BOB (beeldvorming, …)`, `RES – een plan …`, `pgb: persoonsgebonden budget`, `de BOPA, een vergunning …`."""
    found, term = norms(document), _letters(span.of(document.text))
    after = _past_compound(document, bisect_left(token_starts(document), span.end))
    mark, gloss = found[after : after + 1], found[after + 1 : after + 1 + _LONGEST_GLOSS]
    if not gloss or not mark:
        return False
    if mark[0].isalpha() and ":" in gloss[:_MOST_BEFORE_COLON]:  # "de FAT gedaan: de proef waarbij …"
        gloss = gloss[gloss.index(":") + 1 :]
        return _spell(gloss, term) or (gloss[:1] != [] and gloss[0] in _ARTICLES and not _WHICH.isdisjoint(gloss[2:6]))
    if mark == ["("]:
        return _is_bracketed_gloss(_until_bracket(gloss), term)
    if mark[0] in _DASHES or (mark == ["-"] and _stands_free(document, after)):
        return gloss[0] in _ARTICLES or _spell(gloss, term)
    if mark == [":"]:
        return _spell(gloss, term) or (gloss[0] in _ARTICLES and not _RELATIVES.isdisjoint(gloss[2:6]))
    return _defined(document, span, mark[0], gloss)


def _defined(document: Document, span: Span, mark: str, gloss: list[str]) -> bool:
    """`Een DPIA is een controle …`, `de MER. Dat is een onderzoek`, `zienswijzen, dus reacties`."""
    if mark in _MEANS:
        told = gloss[0] not in _DEFINITE or not _RELATIVES.isdisjoint(gloss[1:7]) or not _WHO.isdisjoint(gloss[2:3])
        return gloss[0] in _DEFINERS and told and _opens_sentence(document, span)
    if mark == ".":
        return not _ARTICLES.isdisjoint(_pointed_back(gloss)[:1])
    if mark == "?":
        return bool(_pointed_back(gloss)) or (gloss[0] in _PLAINLY and not {":", ","}.isdisjoint(gloss[1:3]))
    if mark == ",":
        named = _RELATIVES if gloss[0] in ("een", "a", "an") else _WHICH if gloss[0] in _DEFINITE else frozenset()
        return gloss[0] in _IN_WHICH or gloss[:2] == ["in", "which"] or not named.isdisjoint(gloss[2:6])
    return mark == "dus"


def _pointed_back(gloss: list[str]) -> list[str]:
    """What follows "dat is" or "that's" where `gloss` opens so."""
    if tuple(gloss[:2]) in _POINTING_BACK:
        return gloss[2:]
    return gloss[1:] if gloss[0] in _POINTING_BACK_AT_ONCE else []


def _spelled_next(document: Document, span: Span) -> bool:
    """`We got our ATO. That's 'authority to operate'`: the next sentence points back and spells the abbreviation."""
    sentence, term = sentence_at(document, span.start), _letters(span.of(document.text))
    if sentence is None or not 1 < len(term) <= _LONGEST_ABBREVIATION:
        return False
    following = bisect_left(token_starts(document), sentence.end)
    gloss = norms(document)[following : following + _LONGEST_GLOSS]
    return bool(gloss) and _spell(_pointed_back(gloss), term)


def _opens_sentence(document: Document, span: Span) -> bool:
    """Whether the span is what a sentence begins with, an article or the like before it left out."""
    sentence, first = sentence_at(document, span.start), bisect_left(token_starts(document), span.start)
    if first and norms(document)[first - 1] in _DEFINERS:
        first -= 1
    return sentence is not None and token_starts(document)[first : first + 1] == [sentence.start]


def _past_compound(document: Document, place: int) -> int:
    """The token after the rest of a compound and a closing quotation mark that start at token `place`."""
    all_tokens = tokens(document)
    while (
        0 < place < len(all_tokens) - 1
        and all_tokens[place].norm in _JOINTS
        and all_tokens[place].span.start == all_tokens[place - 1].span.end
    ):
        hyphen = all_tokens[place].norm == "-" and all_tokens[place].span.end == all_tokens[place + 1].span.start
        place += 2 if hyphen else 1
    return place


def _stands_free(document: Document, place: int) -> bool:
    """Whether white space lies on both sides of token `place`."""
    start, end = tokens(document)[place].span
    return document.text[max(0, start - 1) : start].isspace() and document.text[end : end + 1].isspace()


def _until_bracket(gloss: list[str]) -> list[str]:
    return gloss[: gloss.index(")")] if ")" in gloss else gloss


def _is_bracketed_gloss(gloss: list[str], term: str) -> bool:
    """More than a year, a party or a time: two words or more, or one that spells the term."""
    words = _words(gloss)
    if not words or words[0] in _POINTERS:
        return False
    return len(words) > 1 or _spell(words, term)


def _spell(gloss: Sequence[str], term: str) -> bool:
    """Whether the first words of `gloss` hold the letters of the abbreviation `term` in order, from the first on."""
    words = _words(gloss)[: len(term) + 2]
    written = "".join(words)
    return 1 < len(term) <= _LONGEST_ABBREVIATION and len(written) > len(term) and _holds(written, term)


def _expanded(document: Document, span: Span) -> bool:
    """`burgerservicenummer (BSN)`: the span opens a bracket, quoted or not; the words before that hold its letters."""
    found, term = norms(document), _letters(span.of(document.text))
    first = bisect_right(token_starts(document), span.start) - 1
    first -= found[first - 1 : first] in _OPENING_QUOTES
    if first < 1 or found[first - 1] != "(" or not 1 < len(term) <= _LONGEST_ABBREVIATION:
        return False
    words = _words(found[max(0, first - len(term) - 3) : first - 1])
    return any(_holds("".join(words[place:]), term) for place in range(len(words)))


def _words(found: Sequence[str]) -> list[str]:
    return [word for word in found if word[:1].isalpha()]


def _letters(term: str) -> str:
    return "".join(letter for letter in term.casefold() if letter.isalpha())


def _holds(text: str, letters: str) -> bool:
    """Whether `text` begins with the first of `letters` and the others follow in it, in this order."""
    remaining = iter(text)
    return text[:1] == letters[:1] and all(letter in remaining for letter in letters)
