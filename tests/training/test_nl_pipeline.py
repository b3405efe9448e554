"""How the Dutch treebanks are read, and how their sentences are put in another person."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from spacy.vocab import Vocab

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "nl_pipeline"))

import treebank
from spoken import spoken

ROWS = """\
# text = De raad schrijft een brief.
1	De	de	DET	LID|bep|stan|rest	Definite=Def	2	det	_	_
2	raad	raad	NOUN	N|soort|ev|basis|zijd|stan	Gender=Com|Number=Sing	3	nsubj	_	_
3	schrijft	schrijven	VERB	WW|pv|tgw|met-t	Number=Sing|Tense=Pres|VerbForm=Fin	0	root	_	_
4	een	een	DET	LID|onbep|stan|agr	Definite=Ind|ExtPos=ADV	5	det	_	_
5	brief	brief	NOUN	N|soort|ev|basis|zijd|stan	Gender=Com|Number=Sing	3	obj	_	SpaceAfter=No
6	.	.	PUNCT	LET	_	3	punct	_	SpaceAfter=No
"""


@pytest.fixture
def sentence(tmp_path: Path) -> treebank.Sentence:
    path = tmp_path / "own.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return next(treebank._sentences(path))


def test_a_sentence_is_read_as_it_was_written(sentence):
    doc = treebank.document(Vocab(), [sentence, sentence])
    assert doc.text == "De raad schrijft een brief.De raad schrijft een brief."
    assert [token.head.i for token in doc] == [1, 2, 2, 4, 2, 2, 7, 8, 8, 10, 8, 8]
    assert [len(part) for part in doc.sents] == [6, 6]
    assert str(doc[3].morph) == "Definite=Ind"


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "expected"),
    [
        ("basisniveaus", "basis_niveau", "NOUN", "basisniveau"),
        ("kabinet-Kok", "kabinet_Kok", "NOUN", "kabinet-Kok"),
        ("meegedaan", "mee_doen", "VERB", "meedoen"),
        ("zegt", "af_zeggen", "VERB", "zeggen"),
        ("huizen", "huis", "NOUN", "huis"),
        ("_", "_", "SYM", "_"),
    ],
)
def test_lemmas_are_joined(form, lemma, pos, expected):
    assert treebank._lemma(form, lemma, pos) == expected


def test_a_sentence_is_put_in_other_persons(sentence):
    told = {
        "".join(word.form + " " * word.space for word in spoken(sentence, random.Random(seed))) for seed in range(20)
    }
    assert told == {"Ik schrijf een brief.", "Je schrijft een brief.", "Schrijf een brief."}


def test_heads_move_along(sentence):
    for seed in range(20):
        changed = spoken(sentence, random.Random(seed))
        verb = next(at for at, word in enumerate(changed) if word.dep == "ROOT")
        assert [word.head for word in changed if word.dep in ("nsubj", "obj", "punct", "ROOT")] == [verb] * (
            len(changed) - 1
        )


def test_the_test_part_is_for_the_measure_alone():
    learnt = {treebank._forms(found) for found in (*treebank.modern_sentences(), *treebank.older_sentences())}
    assert not learnt & {treebank._forms(found) for found in treebank.test_sentences()}
