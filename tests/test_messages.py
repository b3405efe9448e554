"""What the shipped rules say to an author: short, plain, asking rather than ruling, and fit to pass postlint itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from postlint.context import Context
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.finding import Severity
from postlint.language.readability import BANDS, hard_sentences, readability
from postlint.language.tokens import words
from postlint.pack_compiler import PackSource, SourceRule, read_pack
from postlint.packs import load_packs, shipped_folder, shipped_packs
from postlint.parts import installed
from postlint.rule_tests import examples_of, ready_rule

LONGEST = 140
FIELDS = ("message", "why", "advice")
PLACEHOLDER = {"nl": "dit", "en": "this"}
"""What stands in for the draft's own words where only ours are judged."""
QUOTED = re.compile(r"‘[^’]*’")
POLITE = {"u", "uw", "uwe", "uzelf"}
RULINGS = {
    "nl": r"\b(je moet|moet je|je mag niet|je had|verboden|niet toegestaan|ten onrechte|jouw fout|je fout)\b",
    "en": r"\b(you must|you should|you may not|you ought|forbidden|not allowed|your fault)\b",
}
ASKING = ("listening", "connecting", "role")
"""In these groups advice that hands out the answer breeds the template that postlint warns of."""
READY_MADE = {
    "nl": r"\b(sorry|excuses|vervelend|spijt\w*|begrijpen (dat|hoe)|wat naar|balen|medeleven)\b",
    "en": r"\b(sorry|apolog\w+|understand (that|how)|regret|frustrat\w+|sympath\w+)\b",
}


@cache
def pack_of(name: str) -> PackSource:
    return read_pack(shipped_folder() / name)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_packs(shipped_packs()))


each_pack = pytest.mark.parametrize("pack", shipped_packs())


def said(pack: str, *fields: str) -> Iterator[tuple[str, str, str]]:
    """Where a text stands, its language, and the text with something short in place of the draft's words."""
    for rule in pack_of(pack).rules:
        for field in fields:
            yield f"{rule.id}.{rule.lang} {field}", rule.lang, filled(getattr(rule.model, field), rule.lang)


def filled(text: str, lang: str) -> str:
    names = {name: PLACEHOLDER[lang] for _, name, _, _ in Formatter().parse(text) if name}
    return text.format_map(names)


def shown(rule: SourceRule, pack: PackSource) -> Iterator[str]:
    """The messages as a report shows them on the rule's own examples."""
    if not all(map(installed, rule.model.requires)):
        return
    ready = ready_rule(rule, pack)
    for example in examples_of(rule, pack)[0]:
        if example.bad:
            yield from (finding.message for finding in ready.findings(example.document, mixed=False))


@each_pack
def test_messages_fit(pack):
    source = pack_of(pack)
    longest = [max(shown(rule, source), key=len, default="") for rule in source.rules]
    assert [f"{len(message)}: {message}" for message in longest if len(message) > LONGEST] == []


@each_pack
def test_sentences_are_plain(pack):
    """No sentence is hard, and no text as a whole is beyond the second band of four."""
    documents = [(where, Document(text, lang)) for where, lang, text in said(pack, *FIELDS)]
    assert [where for where, document in documents if hard_sentences(document)] == []
    assert [where for where, each in documents if readability(each).band not in BANDS[each.lang][:2]] == []


@each_pack
def test_postlint_passes_its_own_words(pack, linter):
    found = [
        (where, finding.rule, finding.text)
        for where, lang, text in said(pack, *FIELDS)
        for finding in linter.check(Draft(text, Context(lang=lang, voice="organisation"))).findings
        if finding.severity >= Severity.RECONSIDER
    ]
    assert found == []


@each_pack
def test_nothing_is_exclaimed(pack):
    assert [where for where, _, text in said(pack, *FIELDS) if "!" in QUOTED.sub("", text)] == []


@each_pack
def test_dutch_says_je(pack):
    polite = [
        where
        for where, lang, text in said(pack, *FIELDS)
        if lang == "nl" and POLITE & {word.norm for word in words(Document(QUOTED.sub("", text), lang))}
    ]
    assert polite == []


@each_pack
def test_nobody_is_told_off(pack):
    assert [where for where, lang, text in said(pack, *FIELDS) if re.search(RULINGS[lang], text, re.IGNORECASE)] == []


@each_pack
def test_advice_on_people_asks(pack):
    """Of a message and its advice at least one asks, and neither hands out ready-made feeling."""
    wrong = []
    for rule in pack_of(pack).rules:
        text = QUOTED.sub("", f"{rule.model.message} {rule.model.advice}")
        asks, ready_made = "?" in text, re.search(READY_MADE[rule.lang], text, re.IGNORECASE)
        if rule.model.risk.split("/")[0] in ASKING and (ready_made or not asks):
            wrong.append(f"{rule.id}.{rule.lang}")
    assert wrong == []
