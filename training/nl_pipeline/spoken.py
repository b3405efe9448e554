"""Sentences of the treebanks turned into the first and second person and the imperative.

Newspapers and encyclopedias hardly say "ik", "je" or "kom", and posts do all the time: a tagger that has never seen
"ik schrijf" takes "schrijf" for a noun. "De raad schrijft een brief" becomes "Ik schrijf een brief", "Je schrijft een
brief", "Vandaag schrijf je een brief" or "Schrijf een brief".
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import NamedTuple

from treebank import Sentence, Word

IK = Word("ik", "ik", "PRON", "VNW|pers|pron|nomin|vol|1|ev", "Case=Nom|Person=1|PronType=Prs", 0, "nsubj", True)
JE = Word("je", "je", "PRON", "VNW|pers|pron|nomin|red|2v|ev", "Case=Nom|Person=2|PronType=Prs", 0, "nsubj", True)


class Clause(NamedTuple):
    """The verb of a main clause and the stretch of words that is its subject."""

    verb: int
    start: int
    end: int


def spoken(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence in another person where its main clause can be said so, and otherwise as it is."""
    clause = _clause(sentence)
    if clause is None:
        return sentence
    before_verb = clause.start == 0 and clause.end == clause.verb
    subject = chance.choice((IK, JE, None) if before_verb else (IK, JE))
    form = sentence[clause.verb].form
    if subject is not JE or clause.start > clause.verb:
        form = _stem(form)
    told = replace(sentence[clause.verb], form=form, tag="WW|pv|tgw|ev")
    words = [told if at == clause.verb else word for at, word in enumerate(sentence)]
    return _with_subject(words, clause, subject)


def _clause(sentence: Sentence) -> Clause | None:
    """The main clause, if its verb is in the third person and its subject stands together, without a clause in it."""
    for at, word in enumerate(sentence):
        subject = next((n for n, s in enumerate(sentence) if s.head == at and s.dep == "nsubj"), None)
        if word.tag == "WW|pv|tgw|met-t" and word.dep == "ROOT" and subject is not None:
            under = [n for n in range(len(sentence)) if _hangs_on(sentence, n, subject)]
            whole = under == [*range(under[0], under[-1] + 1)]
            return Clause(at, under[0], under[-1] + 1) if whole else None
    return None


def _hangs_on(sentence: Sentence, at: int, above: int) -> bool:
    while at != above and sentence[at].head != at:
        at = sentence[at].head
    return at == above


def _with_subject(words: list[Word], clause: Clause, subject: Word | None) -> Sentence:
    """The words with the subject's replaced, or left out for an imperative; heads move along."""
    new = [] if subject is None else [replace(subject, head=clause.verb, space=words[clause.end - 1].space)]
    shift = len(new) - (clause.end - clause.start)
    changed = [
        replace(word, head=word.head + (shift if word.head >= clause.end else 0))
        for word in (*words[: clause.start], *new, *words[clause.end :])
    ]
    if clause.start == 0:
        changed[0] = replace(changed[0], form=changed[0].form.capitalize())
    return tuple(changed)


def _stem(form: str) -> str:
    """The form of the first person: "schrijft" is "schrijf"."""
    if form.endswith(("gaat", "staat", "slaat")):
        return form[:-2]
    return {"heeft": "heb", "Heeft": "Heb"}.get(form, form.removesuffix("t"))
