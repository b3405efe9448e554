"""The Dutch treebanks in CoNLL-U, read as spaCy documents in one annotation scheme, that of UD 2.12 and later.

Three things are normalised. A lemma's parts are joined ("basis_niveau" is "basisniveau", "kabinet_Kok" of
"kabinet-Kok" keeps its hyphen), and the lemma of a verb whose particle stands elsewhere ("zegt … af", af_zeggen) is
that of the word itself (zeggen). `ExtPos` is left out: it speaks of a group of words. The older file of 2017 gets
today's names where one follows from the other, and its punctuation, which is attached otherwise now, has no heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

DATA = Path(__file__).parent.parent / "data" / "ud-nl"
MODERN = ("nl_alpino-ud-dev.conllu", "nl_lassysmall-ud-dev.conllu", "nl_lassysmall-ud-test.conllu")
OLDER = ("nl_lassysmall-2017-train.conllu",)
TEST = ("nl_alpino-ud-test.conllu",)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank; `head` counts from 0 within the sentence, a root is its own head."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


Sentence = tuple[Word, ...]


def modern_sentences() -> list[Sentence]:
    """The sentences of today's scheme that are for training and development."""
    return [sentence for name in MODERN for sentence in _sentences(DATA / name)]


def test_sentences() -> list[Sentence]:
    """The sentences that are kept for the measure alone."""
    return [sentence for name in TEST for sentence in _sentences(DATA / name)]


def older_sentences() -> list[Sentence]:
    """The sentences of 2017 in today's names, without those that the modern or test files have as well."""
    known = {_forms(sentence) for sentence in (*modern_sentences(), *test_sentences())}
    found = (sentence for name in OLDER for sentence in _sentences(DATA / name))
    return [tuple(map(_renamed, sentence)) for sentence in found if _forms(sentence) not in known]


def document(vocab: Vocab, sentences: Sequence[Sentence], *, parsed: bool = True) -> Doc:
    """The sentences as one document; without heads and relations where not `parsed`."""
    words = [word for sentence in sentences for word in sentence]
    first = [sum(map(len, sentences[:at])) for at in range(len(sentences))]
    heads = [start + word.head for start, sentence in zip(first, sentences, strict=True) for word in sentence]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads if parsed else None,
        deps=[word.dep for word in words] if parsed else None,
        sent_starts=None if parsed else [at in first for at in range(len(words))],
    )


def _sentences(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        numbered = [row for row in rows if row[0].isdigit()]  # "8.1" is a word that is not there
        if numbered:
            yield tuple(_word(row, at) for at, row in enumerate(numbered))


def _word(row: Sequence[str], at: int) -> Word:
    form, pos = row[1], row[3]
    features = [feature for feature in row[5].split("|") if feature != "_" and not feature.startswith("ExtPos=")]
    head = int(row[6])
    return Word(
        form=form,
        lemma=_lemma(form, row[2], pos),
        pos=pos,
        tag="" if row[4] == "_" else row[4],
        morph="|".join(features),
        head=head - 1 if head else at,
        dep="ROOT" if row[7] == "root" else row[7],
        space="SpaceAfter=No" not in row[9],
    )


def _lemma(form: str, lemma: str, pos: str) -> str:
    if "_" not in lemma.strip("_"):
        return lemma
    parts = lemma.split("_")
    if pos == "VERB" and not form.lower().startswith(parts[0].lower()):
        return "".join(parts[1:])
    return "-".join(parts) if form.count("-") == len(parts) - 1 else "".join(parts)


def _renamed(word: Word) -> Word:
    """A word of the 2017 scheme as today's scheme names it."""
    word = replace(word, morph=word.morph.replace("=yes", "=Yes"), dep=word.dep.replace("flat:name", "flat"))
    if word.pos == "PUNCT":
        return replace(word, dep="")
    if word.dep == "det" and word.lemma in _POSSESSIVES:
        return replace(word, pos="PRON", morph="Person=3|Poss=Yes|PronType=Prs", dep="nmod:poss")
    if word.pos == "ADP" and word.lemma == "als":
        return replace(word, pos="SCONJ")
    if word.pos == "NUM" and word.form.isalpha() and word.form.endswith(("de", "ste")):
        return replace(word, pos="ADJ", dep=word.dep.replace("nummod", "amod"))
    if word.lemma == "worden" and word.dep == "cop":
        return replace(word, pos="VERB")
    return word


_POSSESSIVES = frozenset("zijn hun haar".split())


def _forms(sentence: Sentence) -> str:
    return " ".join(word.form for word in sentence)
