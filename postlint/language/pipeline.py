"""spaCy's reading of a draft: parts of speech, inflection, lemmas and the grammar of each sentence.

An installed model of spaCy's own goes first, the largest before others; for Dutch there is one of ours
(`training/nl_pipeline`); without either a blank pipeline gives tokens alone. spaCy is an optional part
(`parts.PARTS`), it is imported when a rule first asks for a draft to be parsed, and one pipeline a language is loaded.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from postlint.document import Document, Span, view
from postlint.language.sentences import sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OWN = "postlint_nl"
"""The package of our own Dutch pipeline."""

MODELS = {
    "nl": ("nl_core_news_lg", "nl_core_news_md", "nl_core_news_sm", OWN),
    "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm"),
}
"""By language, the packages that are used where they are installed, in order of preference."""

BLANK = "blank"
"""The name of a pipeline that knows tokens alone."""

LONGEST_SENTENCE = 120
"""Words; a longer stretch without an end is read in pieces, which bounds what patterns can cost."""

_INFLECTED = frozenset(("VERB", "AUX", "NOUN", "PRON", "ADP", "ADV", "NUM"))
"""Where `inflection` is right more often than our pipeline: not with names and adjectives."""

_CHECKOUT = Path(__file__).parents[2] / "training" / "nl_pipeline" / "package" / OWN / "model"
_LOADING, _PARSING = Lock(), Lock()


@cache
def pipeline_name(lang: str) -> str:
    """The package that `pipeline` takes for `lang`, or `blank`; nothing is loaded for it."""
    installed = next((model for model in MODELS.get(lang, ()) if find_spec(model) is not None), None)
    if installed is None and lang == "nl" and _CHECKOUT.is_dir():
        return OWN
    return installed or BLANK


def tags(lang: str) -> bool:
    """Whether there is a pipeline that tells parts of speech, inflection, lemmas and grammar in `lang`."""
    return pipeline_name(lang) != BLANK


def pipeline(lang: str) -> Language:
    """The pipeline for `lang`, loaded at the first call, once, whichever thread asks.

    Raises:
        ModuleNotFoundError: where spaCy is not installed.
    """
    with _LOADING:
        return _loaded(lang)


@view
def parsed(document: Document) -> Doc:
    """The draft as its language's pipeline reads it, in the sentences that `sentences` finds.

    Offsets (`token.idx`) are code points into the draft.
    """
    nlp = pipeline(document.lang)
    doc = nlp.make_doc(_without_surrogates(document.text))
    first_tokens = _first_tokens(doc, sentences(document))
    for token in doc:
        token.is_sent_start = token.i in first_tokens
    with _PARSING:  # spaCy does not promise that several threads may share a pipeline
        doc = nlp(doc)
    if pipeline_name(document.lang) == OWN:
        _lemmatize(doc)
    return doc


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The place in the draft of the tokens from `start` up to `end`."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


@cache
def _loaded(lang: str) -> Language:
    import spacy

    name = pipeline_name(lang)
    if name == BLANK:
        return spacy.blank(lang)
    return spacy.load(_CHECKOUT if find_spec(name) is None else name, exclude=["ner"])


def _lemmatize(doc: Doc) -> None:
    """Give most words the lemma that `inflection` knows; a small treebank teaches too few of them."""
    for token in doc:
        if token.pos_ in _INFLECTED:
            token.lemma_ = _dutch_lemma(token.text)


@lru_cache(maxsize=16384)
def _dutch_lemma(word: str) -> str:
    from postlint.language.inflection import lemma

    return lemma(word, "nl")


def _first_tokens(doc: Doc, found: tuple[Span, ...]) -> set[int]:
    """The numbers of the tokens that begin a sentence, or a piece of one that is too long."""
    starts = {bisect_left(doc, span.start, key=lambda token: token.idx + len(token) - 1) for span in found} | {0}
    ordered = [*sorted(starts), len(doc)]
    return {piece for start, end in pairwise(ordered) for piece in range(start, end, LONGEST_SENTENCE)}


def _without_surrogates(text: str) -> str:
    """`text` with "?" for each half of a pair of code units, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
