"""Which of LanguageTool's rules are switched on: those that some rule of the packs chooses.

What no rule chooses is not shown, and most of the time that LanguageTool takes for an English post went to it. The
switches are sent along with each text. To the server they are part of what it has made ready for a language, so they
depend on the packs alone: not on the draft, and not on what a configuration leaves out of a pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from urllib.parse import urlencode

from postlint.languagetool.settings import LanguageToolSettings, SwitchedSettings
from postlint.rule import Part, Rule

CATEGORIES = {
    "nl": frozenset(
        (
            "AFKORTINGEN BELEDIGEND BE_NL CASING CAT_ALLEEN_NL CLICHES COLLOQUIALISMS COMPOUNDING CONFIDENT "
            "CONFUSED_WORDS CONGRUENTIE CONSTRUCTIEFOUT DYSLEXIE EIGENNAMEN FULL_SENTENCES GEOGRAFIE GETALLEN GRAMMAR "
            "LEENWOORDEN LEESBAARHEID MISC MOM__GRAMMAR__CONSTITUENT_AGREEMENT__NOUN_PHRASE MULTITOKEN_SPELLING "
            "NOTATIES OPTIONAL_FORMS OUDERWETS OUDERWETS_TO_IMPROVE OVERIG PUNCTUATION REPETITIONS SEKSE_ZAKEN "
            "SEMANTICS SLORDIG STREEKTAAL STYLE TYPOGRAPHY TYPOS UNEXPECTED VASTE_UITDRUKKINGEN VERGISSINGEN "
            "VOLUIT_SCHRIJVEN VORMFOUTEN WOORDGROEPEN"
        ).split()
    ),
    "en": frozenset(
        (
            "AMERICAN_ENGLISH BRE_STYLE_OXFORD_SPELLING CASING COLLOCATIONS COMPOUNDING CONFUSED_WORDS "
            "CREATIVE_WRITING GRAMMAR MISC MULTITOKEN_SPELLING NONSTANDARD_PHRASES PLAIN_ENGLISH PROPER_NOUNS "
            "PUNCTUATION REDUNDANCY REPETITIONS_STYLE SEMANTICS STYLE TEXT_ANALYSIS TON_ACADEMIC TYPOGRAPHY TYPOS "
            "WIKIPEDIA"
        ).split()
    ),
}
"""By language LanguageTool's own categories, of which those that hold nothing chosen are switched off."""
NAMING = {
    "nl": {
        "DUTCH_WRONG_WORD_IN_CONTEXT_": "CONFUSED_WORDS",
        "NL_CHECKCASE_": "CASING",
        "NL_COMPOUNDS_": "MISC",
        "NL_SIMPLE_REPLACE_": "VERGISSINGEN",
        "NL_SPACE_IN_COMPOUND_": "MISC",
    },
    "en": {
        "ENGLISH_WRONG_WORD_IN_CONTEXT_": "CONFUSED_WORDS",
        "EN_COMPOUNDS_": "MISC",
        "EN_DIACRITICS_REPLACE_ORTHOGRAPHY_": "TYPOS",
        "EN_GB_SIMPLE_REPLACE_": "STYLE",
        "EN_SIMPLE_REPLACE_": "MISC",
    },
}
"""By language the beginnings of the ids that a rule of LanguageTool makes up for each word that it finds, and the
rule's category: only with its category can it be switched on."""


def switched(settings: LanguageToolSettings, rules: Iterable[Rule]) -> SwitchedSettings:
    """The settings, with the switches for what these rules choose."""
    chosen: dict[str, list[Part]] = {lang: [] for lang in CATEGORIES}
    for rule in rules:
        chosen[rule.lang] += _choices(rule.match)
    switches = tuple((lang, _switches(lang, parts)) for lang, parts in chosen.items() if parts)
    configured = {field.name: getattr(settings, field.name) for field in fields(LanguageToolSettings)}
    return SwitchedSettings(**configured, switches=switches)


def _choices(part: object) -> Iterator[Part]:
    """The choices among LanguageTool's rules in a compiled match and in what is nested in it."""
    if isinstance(part, Mapping):
        if part.get("kind") == "languagetool":
            yield part
        part = tuple(part.values())
    if isinstance(part, list | tuple):
        for each in part:
            yield from _choices(each)


def _switches(lang: str, parts: Iterable[Part]) -> str:
    """What is sent along with a text in a language, form-encoded.

    A rule that is chosen by its id is switched on, whatever its category. Of a beginning of ids LanguageTool knows
    nothing: unless one of its rules makes up ids that begin so, nothing is switched off.
    """
    ids = {each for part in parts for each in part["rules"][0]}
    beginnings = {each for part in parts for each in part["rules"][1]}
    categories = {each for part in parts for each in part["categories"]}
    named = {each: kept for each in ids | beginnings for made, kept in NAMING[lang].items() if each.startswith(made)}
    categories.update(named.values())
    off = CATEGORIES[lang] - categories if beginnings <= named.keys() else ()
    switches = {"enabledRules": ids, "enabledCategories": categories, "disabledCategories": off}
    return urlencode({name: ",".join(sorted(those)) for name, those in switches.items() if those})
