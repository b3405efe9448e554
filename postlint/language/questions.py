"""What a draft asks with a question mark: from the words that ask up to the mark."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.document import Document, Span, view
from postlint.language import cues_en, cues_nl
from postlint.language.cues import Coverage, clause_numbers, norms, sentence_numbers
from postlint.language.tokens import TokenKind, tokens

_CUES = {"nl": cues_nl, "en": cues_en}
_BEFORE_A_CLAUSE = frozenset((",", ":", "-", "–", "—", "(", "…", "...", "..", '"', "“", "‘", "'"))
_EXCLAMATIONS = frozenset((("wat", "een"), ("what", "a"), ("what", "an")))
_LONGEST_TAG = 6


@view
def questions(document: Document) -> Coverage:
    """The questions; of "hij is een prutser, toch?" nothing, and of "hij is een prutser?" all."""
    all_tokens = tokens(document)
    asked = []
    for place, token in enumerate(all_tokens):
        if "?" in token.norm and token.kind is TokenKind.MARK and not _goes_on(document, token.span.end):
            start = _asking_from(document, place)
            if start is not None:
                asked.append(Span(all_tokens[start].span.start, token.span.end))
    return Coverage(asked)


def _goes_on(document: Document, place: int) -> bool:
    """Whether a letter or digit follows the mark, as within an address."""
    return document.text[place : place + 1].isalnum()


def _asking_from(document: Document, mark: int) -> int | None:
    """The token from which the question asks that ends with token `mark`; nothing for a mere tag."""
    found, clause, cues = norms(document), clause_numbers(document), _CUES.get(document.lang)
    first = _sentence_start(document, mark)
    if cues is None:
        return first
    if _is_tag(found[max(first, mark - _LONGEST_TAG) : mark], cues.TAGS):
        return None
    for place in range(first, mark):
        opens = place == first or found[place - 1] in _BEFORE_A_CLAUSE or clause[place - 1] != clause[place]
        if opens and _asks(found[place:mark], cues.QUESTION_STARTS, cues.QUESTION_LEADS):
            return place
    while mark > first and clause[mark - 1] == clause[mark]:
        mark -= 1
    return mark


def _sentence_start(document: Document, mark: int) -> int:
    """The first token of the sentence of token `mark`, or the one after an earlier question in it."""
    found, sentence = norms(document), sentence_numbers(document)
    place = mark
    while place and sentence[place - 1] == sentence[mark] and "?" not in found[place - 1]:
        place -= 1
    return place


def _is_tag(ending: Sequence[str], tags: frozenset[str]) -> bool:
    return any(word == "," and " ".join(ending[place + 1 :]) in tags for place, word in enumerate(ending))


def _asks(clause: Sequence[str], starts: frozenset[str], leads: frozenset[str]) -> bool:
    """Whether the words open a question, after such as "en" and "but"."""
    place = 0
    while place < len(clause) and clause[place] in leads:
        place += 1
    return (
        clause[place : place + 1] != []
        and clause[place] in starts
        and tuple(clause[place : place + 2]) not in _EXCLAMATIONS
    )
