"""Where a draft speaks of the past: "was", "kreeg", "heeft … gebeld", "she asked"."""

from __future__ import annotations

from postlint.document import Document, Span, view
from postlint.language.clauses import finite_verbs
from postlint.language.moments.en import ENGLISH
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.nl import DUTCH
from postlint.language.sentences import clause_words
from postlint.language.tokens import Token

_LEXICONS = {"nl": DUTCH, "en": ENGLISH}
_NOT_PAST = frozenset("zou zouden mocht mochten gebeurd would could might should".split())
_NOT_PAST_ALONE = frozenset(("left",))
"""Pasts that are mostly something else without a subject beside them: "three places left"."""
_SUBJECTS = frozenset("i we you he she it they who ik wij we jij je u hij zij ze jullie".split())
_REGULAR = {"nl": ("tte", "dde", "kte", "pte", "ste", "fte", "erde", "elde", "eerden", "tten", "kten"), "en": ("ed",)}
"""How regular pasts end that are hardly ever something else right beside a subject."""
_SHORTEST = 5
_PARTICLES = tuple("aan achter af bij binnen door in langs mee na neer om op over terug toe uit vast voor weg".split())
"""What may stand before the "ge" of a Dutch participle: "doorgegeven"."""


@view
def past_verbs(document: Document) -> tuple[Span, ...]:
    """The verbs that put their clause in the past, in order; of a Dutch perfect the "heeft".

    Told by the verbs that `moments` knows, by endings beside a subject ("wij wachtten", "she asked") and by a
    participle in the clause of "hebben". "Zou", and what is done rather than was ("is repaired"), are no past.
    """
    words = _LEXICONS.get(document.lang)
    if words is None:
        return ()
    found = []
    for clause in clause_words(document):
        for place, token in enumerate(clause):
            known = token.norm in words.past and token.norm not in _NOT_PAST
            named = token.norm not in _NOT_PAST_ALONE or (place and clause[place - 1].norm in _SUBJECTS)
            plain = known and named and not (place and clause[place - 1].norm in words.be)
            if plain or _is_perfect(clause, place, words) or _is_regular(clause, place, document.lang):
                found.append(token.span)
    return tuple(found)


def _is_perfect(clause: tuple[Token, ...], place: int, words: Lexicon) -> bool:
    """Whether the token is the "heb" of "heb … gebeld"."""
    if clause[place].norm not in words.have:
        return False
    beginning, endings = words.participle
    beginnings = (beginning, *(particle + beginning for particle in _PARTICLES)) if beginning else ("",)
    return any(
        len(token.norm) >= _SHORTEST and token.norm.startswith(beginnings) and token.norm.endswith(endings)
        for token in clause[place + 1 :]
    )


def _is_regular(clause: tuple[Token, ...], place: int, lang: str) -> bool:
    norm = clause[place].norm
    if len(norm) < _SHORTEST or not norm.endswith(_REGULAR[lang]) or norm in finite_verbs(lang):
        return False
    return place > 0 and clause[place - 1].norm in _SUBJECTS
