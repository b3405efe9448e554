"""Where a draft touches a topic that is given in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from postlint.document import Document, Span
from postlint.language.sentences import sentence_words
from postlint.language.tokens import Token, tokenize

_SHORTEST_STEM = 4
_SHORTEST_COMPOUND = 5
ENDINGS = {
    "nl": frozenset(("", *"e n en s 's es je jes tje tjes t d de den te ten er ers ing ingen ende".split())),
    "en": frozenset(("", *"s 's es e d ed ing ings er ers y ies ied ment ments".split())),
}
"""Inflectional endings that may stand behind the letters which two forms of a word share."""
_FUNCTION_WORDS = {
    "nl": frozenset("de het een en of van in op aan met voor naar bij door om over uit tot te der den".split()),
    "en": frozenset("the a an and or of in on at with for to by from about over into".split()),
}


def mentions_of(document: Document, topics: Sequence[str]) -> Iterator[Span]:
    """The places where a sentence has all the content words of a topic, in any inflection, or a compound with them."""
    for topic in topics:
        wanted = _content_words(topic, document.lang)
        if wanted:
            for sentence in sentence_words(document):
                yield from _touched(sentence, wanted, document.lang)


def _touched(sentence: Sequence[Token], wanted: tuple[str, ...], lang: str) -> Iterator[Span]:
    places = []
    for word in wanted:
        place = next((at for at, token in enumerate(sentence) if same_word(word, token.norm.lstrip("#"), lang)), None)
        if place is None:
            return
        places.append(place)
    yield Span(sentence[min(places)].span.start, sentence[max(places)].span.end)


def same_word(word: str, other: str, lang: str) -> bool:
    """Whether two folded words are inflections of one word, or one is a compound with the other.

    A rough test on endings, meant for the few words of a topic: no dictionary needs to be loaded for it.
    """
    shared = _shared_letters(word, other)
    if shared >= min(_SHORTEST_STEM, len(word), len(other)):
        endings = ENDINGS[lang]
        if word[shared:] in endings and other[shared:] in endings:
            return True
    short, long = sorted((word, other), key=len)
    return len(short) >= _SHORTEST_COMPOUND and (long.startswith(short) or long.endswith(short))


def _shared_letters(word: str, other: str) -> int:
    shared = 0
    for left, right in zip(word, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared


@lru_cache(maxsize=1024)
def _content_words(topic: str, lang: str) -> tuple[str, ...]:
    norms = [token.norm for token in tokenize(topic) if token.norm[:1].isalnum()]
    return tuple(norm for norm in norms if norm not in _FUNCTION_WORDS[lang]) or tuple(norms)
