"""English morphology by rule: which forms a verb, noun or adjective can have. It knows spelling, not words."""

from __future__ import annotations

import re
from functools import lru_cache

from postlint.language.dutch import table

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT = re.compile(r"[^aeiou](?:[aeiou]|(?<=q)u[aei])[bdfgklmnprtvz]$|^[aeiou][bdfgklmnprtvz]$")
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, frozenset[str]]:
    """Past, participle and odd forms by infinitive, from data/verbs.en.txt."""
    return {
        row[0]: frozenset(form for field in row[1:] for form in field.split("/") if form != "-")
        for row in table("verbs.en")
    }


@lru_cache(maxsize=1)
def irregular_plurals() -> dict[str, list[str]]:
    """Plurals that no rule makes, by singular, from data/nouns.en.txt."""
    return {singular: plural.split("/") for singular, plural in table("nouns.en")}


MODALS = frozenset("can will shall may might must".split())
FUNCTION_WORDS = frozenset(
    "a an the this that these those i you he she it we they me him her us them my your his its our their mine yours"
    " and or but nor so yet if then else than as at by for from in into of off on onto out over to up with within"
    " without about above across after against along among around before behind below beneath beside between beyond"
    " despite down during except inside like near since through throughout till toward under until upon via not no"
    " yes never always often sometimes here there where when why how who whom whose which what very too also"
    " just only even still again already ever both either neither each every all any some none such because although"
    " though while whether unless today tomorrow yesterday now soon later perhaps maybe".split()
)
# Words that also are suffixes, or that other words happen to end in: never the head of a compound.
NO_HEADS = frozenset(
    "able ally ance ation ering hood king less ling ment ness ping ration ring sing ster ting tion ward wise".split()
)


@lru_cache(maxsize=1)
def _degrees() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table("adjectives.en"):
        irregular = row[0] == "="
        for word in row[1:2] if irregular else row:
            found[word] = frozenset(row[2:]) if irregular else frozenset(_compared(word))
    return found


def degrees(word: str) -> frozenset[str]:
    """Comparative and superlative of an adjective that has them, from data/adjectives.en.txt."""
    return _degrees().get(word, frozenset())


def _compared(word: str) -> list[str]:
    stem = with_vowel(word)[0]
    return [stem + "er", stem + "est"]


def is_listed_whole(verb: str) -> bool:
    """Whether the table gives every form of `verb`, the present too."""
    return verb in ("be", "have", "do", "go", "dm") or verb in MODALS


def with_s(word: str) -> str:
    """`holds`, `watches`, `replies`."""
    if _SIBILANT.search(word):
        return word + "es"
    return word[:-1] + "ies" if _CONSONANT_Y.search(word) else word + "s"


def with_vowel(word: str) -> list[str]:
    """How `word` can be written before -ed or -er, likeliest first: stop -> stopp, reply -> repli, travel -> travel."""
    if word.endswith("e"):
        return [word[:-1]]
    if _CONSONANT_Y.search(word):
        return [word[:-1] + "i"]
    if not _SHORT.search(word):
        return [word]
    doubled = word + word[-1]
    return [doubled] if len(_VOWELS.findall(word)) == 1 else [word, doubled]


def past(verb: str) -> list[str]:
    """What the regular past of `verb` can be, likeliest first."""
    return [stem + "ed" for stem in with_vowel(verb)]


def gerund(verb: str) -> list[str]:
    """What the -ing form of `verb` can be, likeliest first."""
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return [verb[:-1] + "ing"]
    return (
        [(verb if stem.endswith("i") else stem) + "ing" for stem in with_vowel(verb)]
        if verb[-1] != "e"
        else [verb + "ing"]
    )
