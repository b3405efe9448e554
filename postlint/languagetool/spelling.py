"""Which of LanguageTool's spelling errors are none, and which are slips of the hand.

Its Dutch dictionary lacks most compounds, both lack names and words of the other language, and each English dictionary
takes the other's spelling for an error. A false alarm costs more here than an error that is missed.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from postlint.document import Document, view
from postlint.language.tokens import fold
from postlint.languagetool.answer import Remark

SPELLER = "MORFOLOGIK_RULE_"
"""How the ids of LanguageTool's rules begin that look words up one by one."""
_ABROAD = " is American English."
_IN_USE = 3.2
"""The Zipf frequency (wordfreq) of words that are in use; even the commonest errors (“teh”, “recieved”) have less."""
_MEANT = 2.2
"""That of words that someone may well have meant to write; what else LanguageTool suggests is seldom it."""
_SHORT, _LONG = 3, 8
"""Letters of a word in which one may be wrong, and of one in which two may be."""


def is_no_error(document: Document, remark: Remark) -> bool:
    """Whether the remark is the speller's, and on a word that may well be right."""
    if not remark.rule.startswith(SPELLER):
        return False
    word = remark.span.of(document.text)
    meant = remark.suggestions[0] if remark.suggestions else ""
    return (
        not (word.isalpha() and word.islower())  # a name, an abbreviation, a compound with a hyphen
        or not meant.isalpha()
        or _ABROAD in remark.message
        or fold(word) in _registered(document)
        or (fold(word) != fold(meant) and max(_frequency(word, "nl"), _frequency(word, "en")) >= _IN_USE)
        or _frequency(meant, document.lang) < _MEANT
    )


def is_slip(found: str, suggestion: str) -> bool:
    """Whether `found` is the suggestion but for a letter or two, or for the diacritics that it lacks.

    Another capital, hyphen or mark, or an accent that the author did write, is no slip.
    """
    written, meant = _plain(found), _plain(suggestion)
    if written == meant:
        return found.isascii() and not suggestion.isascii()
    return len(written) >= _SHORT and _distance(written, meant) <= (1 if len(written) < _LONG else 2)


@view
def _registered(document: Document) -> frozenset[str]:
    """The words of the personal dictionary and of the organisation's register, folded."""
    organisation = document.context.organisation
    names = (
        *(document.languagetool.words if document.languagetool else ()),
        organisation.name,
        *organisation.handles,
        *organisation.abbreviations,
        *(name for route in organisation.routes for name in (route.topic, route.team, route.contact)),
    )
    return frozenset(fold(word) for name in names for word in name.split())


@lru_cache(maxsize=4096)
def _frequency(word: str, lang: str) -> float:
    from wordfreq import zipf_frequency  # takes a tenth of a second, which a post without spelling errors need not pay

    return float(zipf_frequency(word, lang))


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


def _distance(one: str, other: str) -> int:
    """How many letters are left out, added, replaced or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [place]
        for at, (left, right) in enumerate(pairwise(("", *other)), start=1):
            swapped = place > 1 and at > 1 and letter == left and one[place - 2] == right
            row.append(
                min(
                    before[at] + 1,
                    row[at - 1] + 1,
                    before[at - 1] + (letter != right),
                    *([earlier[at - 2] + 1] if swapped else []),
                )
            )
    return row[-1]
