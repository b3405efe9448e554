"""Where a draft touches a topic that is given in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from postlint.document import Document, Span, view
from postlint.language.everyday import EVERYDAY, LEADS, NEWS
from postlint.language.sentences import sentence_words
from postlint.language.tokens import Token, tokenize, words

_SHORTEST_STEM = 4
_SHORTEST_COMPOUND = 5
_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 4
ENDINGS = {
    "nl": frozenset(("", *"e n en s 's es je jes tje tjes t d de den te ten er ers ing ingen ende".split())),
    "en": frozenset(("", *"s 's es e d ed ing ings er ers y ies ied ment ments".split())),
}
"""Inflectional endings that may stand behind the letters which two forms of a word share."""
_PLURALS = {
    "nl": re.compile(r"(?<=..[^e])en$|(?<=e[lmnr])s$|(?<=[oa]r)s$|(?<=..[^aeiou][aeouy])s$|(?<=..ie)s$|(?<=.)'s$"),
    "en": re.compile(r"(?<=[a-z][^su])s$|(?<=[a-z](?:s|x|z))es$|(?<=(?:ch|sh))es$"),
}
_FUNCTION_WORDS = {
    "nl": frozenset(
        "de het een en of van in op aan met voor naar bij door om over uit tot te der den dat die deze dit er "
        "is zijn wordt worden ons onze".split()
    ),
    "en": frozenset("the a an and or of in on at with for to by from about over into that this is are be our".split()),
}
_LEAD_REACH = 4
"""How many words before an everyday word a lead may stand: "wordt dan toch de rector"."""
_STREETS = ("straat", "laan", "gracht")
"""How the names of streets end: "de Smitstraat" is not about Smit."""
_ENUMERATION = re.compile(r"[,;/]|\s(?:en|of|and|or)\s", re.IGNORECASE)
_LONG_VOWEL = re.compile(r"([aeou])\1")
_DOUBLE_CONSONANT = re.compile(r"([bcdfgklmnprst])\1$")


def mentions_of(document: Document, topics: Sequence[str]) -> Iterator[Span]:
    """The places where a sentence has all the content words of a topic, in any inflection, or a compound with them.

    In order of place; of places that overlap the first, and of those that start together the longest, is given.
    """
    last = 0
    for span in sorted(_mentions(document, topics), key=lambda span: (span.start, -span.end)):
        if span.start >= last:
            last = span.end
            yield span


def telling_mentions(document: Document, topics: Sequence[str]) -> Iterator[Span]:
    """The mentions of topics that can tell of them: "rector" alone does not, "de nieuwe rector" does.

    What every draft may have (`EVERYDAY`) tells of the topic beside a word of news in its sentence, or where the draft
    has another word of the topics. Any other word, and more words together, do so by themselves.
    """
    accompanied: dict[str, bool] = {}
    for mention in mentions_of(document, topics):
        word, is_news = _news_by_word(document).get(mention, (None, False))
        if word is None or is_news or not _is_everyday(word, document.lang):
            yield mention
            continue
        if word not in accompanied:
            accompanied[word] = _has_another_word(document, word, topics)
        if accompanied[word]:
            yield mention


@lru_cache(maxsize=1024)
def _is_everyday(word: str, lang: str) -> bool:
    return singular(word, lang) in {singular(everyday, lang) for everyday in EVERYDAY[lang]}


@view
def _news_by_word(document: Document) -> dict[Span, tuple[str, bool]]:
    """By place each word, and whether its sentence makes news of it."""
    leads, news = LEADS[document.lang], NEWS[document.lang]
    found = {}
    for sentence in sentence_words(document):
        norms = [token.norm for token in sentence]
        is_news = not news.isdisjoint(norms)
        for place, token in enumerate(sentence):
            led = not leads.isdisjoint(norms[max(0, place - _LEAD_REACH) : place])
            found[token.span] = (token.norm.lstrip("#"), is_news or led)
    return found


def _has_another_word(document: Document, mention: str, topics: Sequence[str]) -> bool:
    lang = document.lang
    content = {word for topic in topics for word in _content_words(topic, lang)} - LEADS[lang]
    others = {word for word in content if not _stands_for(word, mention, lang)}
    return any(_stands_for(word, token.norm.lstrip("#"), lang) for token in words(document) for word in others)


def enumerated(topics: Iterable[str]) -> tuple[str, ...]:
    """Each topic with the parts of it that a comma, "en" or "and" joins: any of them alone will do."""
    return tuple(part.strip() for topic in topics for part in _ENUMERATION.split(topic) if part.strip())


def _mentions(document: Document, topics: Sequence[str]) -> Iterator[Span]:
    for topic in topics:
        wanted = _content_words(topic, document.lang)
        if wanted:
            for sentence in sentence_words(document):
                yield from _touched(sentence, wanted, document.lang)


def _touched(sentence: Sequence[Token], wanted: tuple[str, ...], lang: str) -> Iterator[Span]:
    """Every place of a topic of one word; of more words the stretch over the first place of each."""
    places = []
    for word in wanted:
        found = [token.span for token in sentence if _stands_for(word, token.norm.lstrip("#"), lang)]
        if not found:
            return
        places.append(found)
    if len(places) == 1:
        yield from places[0]
    else:
        firsts = [found[0] for found in places]
        yield Span(min(span.start for span in firsts), max(span.end for span in firsts))


def _stands_for(word: str, other: str, lang: str) -> bool:
    """Whether a word of a draft is a word of a topic; what every sentence has ("met") is no form of it ("meting")."""
    return word == other or (other not in _FUNCTION_WORDS[lang] and same_word(word, other, lang))


@lru_cache(maxsize=16384)
def same_word(word: str, other: str, lang: str) -> bool:
    """Whether two folded words are inflections of one word, or one is a compound with the other.

    A rough test on endings, meant for the few words of a topic: no dictionary needs to be loaded for it.
    """
    short, long = sorted((word, other), key=len)
    return _same_stem(word, other, lang) or _compound(short, long, lang)


def _same_stem(word: str, other: str, lang: str) -> bool:
    shared = _shared_letters(word, other)
    if shared >= min(_SHORTEST_STEM, len(word), len(other)):
        endings = ENDINGS[lang]
        if word[shared:] in endings and other[shared:] in endings:
            return True
    return len(word) >= _SHORTEST_STEM and singular(word, lang) == singular(other, lang)


def _compound(short: str, long: str, lang: str) -> bool:
    """Whether the long word begins or ends with the short one ("gemeentelogo" and "logo"), in singular or plural."""
    if len(short) < _SHORTEST_HEAD or not short.isalpha():
        return False
    if len(short) >= _SHORTEST_COMPOUND and long.startswith(short):
        return not long.endswith(_STREETS)
    head, whole = singular(short, lang), singular(long, lang)
    if lang != "nl" and len(short) < _SHORTEST_COMPOUND:
        return False
    return whole.endswith(head) and len(whole) - len(head) >= _SHORTEST_MODIFIER


def singular(word: str, lang: str) -> str:
    """A folded word without its plural, spelled so that singular and plural come out alike ("zaal", "zalen")."""
    stem = _PLURALS[lang].sub("", word)
    if lang != "nl":
        return stem[:-2] + "y" if word.endswith("ies") and len(word) > 4 else stem
    stem = _LONG_VOWEL.sub(r"\1", _DOUBLE_CONSONANT.sub(r"\1", stem))
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


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
