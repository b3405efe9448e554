"""Dutch morphology by rule: which forms a verb, noun or adjective can have. It knows spelling, not words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

DATA = Path(__file__).parent / "data"
VOWELS = "aeiouyéëïöüáóèê"
_OPEN = re.compile(rf"(?:(?<![{VOWELS}])|(?<=^be)|(?<=^ge))([aeou])([bcdfgklmnprstvz])$")
_LONG = re.compile(r"([aeou])\1([bcdfgklmnprst])$")
_SHORT = re.compile(r"(?<![aeiouyéëïöü])([aeiou])([bcdfgklmnprstz])$")
_UNSTRESSED = re.compile(rf"[{VOWELS}][^{VOWELS}]+(?:e[lmnr]|i[gk]|lijk)$")
_LOAN = re.compile(r"^ge.*[aeiou].*[^aeiou]e[dt]$|weet$")
_VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "sh", "c")
_WHOLE = re.compile(r"^(?:be|ge|her|ont|ver|er)(?=..)")
_MODAL = ("moeten", "zullen", "willen", "mogen", "kunnen", "worden", "hoeven")
_OPENED = {"f": "v", "s": "z"}
_CLOSED = {"v": "f", "z": "s"}


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a Dutch verb that does not come apart.

    `finite` are the forms that stand alone in a main clause (present, past, imperative), `participles` the perfect
    participles, bare; `infinitive` is the lemma itself.
    """

    infinitive: str
    finite: frozenset[str]
    participles: frozenset[str]

    @property
    def present_participle(self) -> str:
        """`komend` of komen."""
        return self.infinitive + "d"


def table(name: str) -> list[list[str]]:
    """The fields of every line of a data file; lines that begin with # are comments."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def _alternatives(field: str) -> list[str]:
    return [] if field == "-" else field.split("/")


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, Verb]:
    """Strong and irregular verbs by infinitive, from data/verbs.nl.txt."""
    verbs = {}
    for infinitive, singular, plural, participle, *present in table("verbs.nl"):
        now = present or [stem := _closed(infinitive.removesuffix("en")), _with_t(stem)]
        past = _alternatives(singular) + _alternatives(plural)
        finite = frozenset([infinitive, *now, *past])
        verbs[infinitive] = Verb(infinitive, finite, frozenset(_alternatives(participle)))
    return verbs


@lru_cache(maxsize=1)
def particles() -> tuple[str, ...]:
    """Particles of separable verbs, longest first."""
    return tuple(sorted({word for line in table("particles.nl") for word in line}, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def inseparable() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that only look separable, and verbs that are both (voorkomen)."""
    rows = table("inseparable.nl")
    never = frozenset(word for row in rows if row[0] != "both:" for word in row)
    both = frozenset(word for row in rows if row[0] == "both:" for word in row[1:])
    return never, both


@lru_cache(maxsize=1)
def irregular_finite() -> frozenset[str]:
    """Every finite form of a verb in the table."""
    return frozenset(form for verb in irregular_verbs().values() for form in verb.finite)


def irregular_verb(infinitive: str) -> Verb | None:
    """The irregular verb itself or under an inseparable prefix: `begrijpen`, `herzien`, `verkopen`."""
    verbs = irregular_verbs()
    if infinitive in verbs:
        return verbs[infinitive]
    prefix = _WHOLE.match(infinitive)
    if infinitive.endswith(_MODAL):
        return None
    found = irregular_verb(infinitive[prefix.end() :]) if prefix else None
    return None if prefix is None or found is None else prefixed(prefix.group(), found)


def prefixed(prefix: str, verb: Verb) -> Verb:
    """`verb` under an inseparable prefix; its participle has no ge-: verkopen, verkocht."""
    bare = frozenset(prefix + _without_ge(verb, form) for form in verb.participles)
    return Verb(prefix + verb.infinitive, frozenset(prefix + form for form in verb.finite), bare)


def _without_ge(verb: Verb, participle: str) -> str:
    if participle.startswith("ge") and not verb.infinitive.startswith("ge"):
        return participle[2:].replace("ë", "e", 1) if participle[2] == "ë" else participle[2:]
    return participle


def regular_verbs(infinitive: str) -> list[Verb]:
    """What a regular verb can be: one reading, or two where spelling leaves the stress open (luisteren, leren)."""
    return [_regular(infinitive, raw, stem) for raw, stem in _stems(infinitive)]


def _regular(infinitive: str, raw: str, stem: str) -> Verb:
    voiceless = raw.endswith(_VOICELESS)
    ending = "te" if voiceless else "de"
    past = stem + ending
    closed = stem if stem.endswith(("t", "d")) else stem + ending[0]
    whole = _WHOLE.match(infinitive) and _syllables(stem) > 1
    participle = closed if whole or infinitive in inseparable()[0] else _ge(closed)
    finite = frozenset([infinitive, stem, _with_t(stem), past, past + "n"])
    return Verb(infinitive, finite, frozenset([participle]))


def _stems(infinitive: str) -> list[tuple[str, str]]:
    if infinitive.endswith("iën"):
        stem = infinitive.removesuffix("ën")
        return [(stem, stem), (stem, stem + "e")]
    if infinitive.endswith("ën"):
        return [(infinitive.removesuffix("ën"),) * 2]
    raw = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    closed = _closed(raw)
    if closed != raw and _UNSTRESSED.search(raw):
        return [(raw, raw), (raw, closed)]
    return [(raw, closed)]


def _closed(raw: str) -> str:
    """The stem as it is written when it stands alone: mak -> maak, zegg -> zeg, leev -> leef."""
    if raw.endswith("ër"):
        return raw[:-2] + ("eer" if raw.endswith("iër") else "ëer")
    if raw.endswith("uer"):
        return raw[:-2] + "eer"
    if len(raw) > 2 and raw[-1] == raw[-2] and raw[-1] not in VOWELS:
        return raw[:-1]
    stem = _OPEN.sub(r"\1\1\2", raw)
    return stem[:-1] + _CLOSED.get(stem[-1], stem[-1])


def _with_t(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def _ge(stem: str) -> str:
    if stem[0] in "ei" and not stem.startswith("ij"):
        return "ge" + {"e": "ë", "i": "ï"}[stem[0]] + stem[1:]
    return "geü" + stem[1:] if stem.startswith("u") and not stem.startswith("ui") else "ge" + stem


def _syllables(word: str) -> int:
    return len(re.findall(rf"[{VOWELS}]+", word))


def opened(word: str) -> list[str]:
    """How `word` can be written before a vowel, likeliest first: boom -> bom, bom -> bomm, huis -> huiz."""
    if _LONG.search(word):
        long = _LONG.sub(r"\1\2", word)
        return [*_voiced(long), long]
    if word.endswith(("ee", "ie")):
        return [word]
    if _UNSTRESSED.search(word) or word.endswith("w"):
        return [word, word + word[-1]] if word.endswith(("el", "er", "ik")) and _syllables(word) == 2 else [word]
    if _SHORT.search(word):
        return [word + word[-1]]
    if len(word) > 2 and word[-2] in VOWELS:
        return [*_voiced(word), word]
    # After a consonant f mostly opens (golf, golven) and s mostly does not (kans, kansen; but grens, grenzen).
    return [*_voiced(word), word] if word.endswith(("lf", "rf")) else [word, *_voiced(word)]


def _voiced(word: str) -> list[str]:
    return [word[:-1] + _OPENED[word[-1]]] if word[-1] in _OPENED else []


ADJECTIVE_ENDINGS = (
    "lijk", "isch", "baar", "zaam", "loos", "achtig", "vol", "iel", "ief", "eus", "abel", "ibel", "vormig", "jarig",
    "matig", "waardig", "rijk", "vrij", "end", "vormig", "talig", "delig", "zijdig", "ig",
)  # fmt: skip


@lru_cache(maxsize=1)
def adjectives() -> frozenset[str]:
    """Common adjectives that no suffix tells, from data/adjectives.nl.txt."""
    return frozenset(word for row in table("adjectives.nl") if row[0] != "=" for word in row)


@lru_cache(maxsize=1)
def irregular_degrees() -> dict[str, set[str]]:
    """`goed`: beter, betere, best, beste."""
    return {row[1]: set(row[2:]) for row in table("adjectives.nl") if row[0] == "="}


@lru_cache(maxsize=1)
def invariable() -> frozenset[str]:
    """Function words: they have no other forms."""
    return frozenset(word for row in table("invariable.nl") for word in row)


# Words that also are suffixes, or that other words happen to end in: never the head of a compound.
NO_HEADS = frozenset(
    "aar aard achtig ade age ant baar dom den eer eren eur heid ier iek ing ist lei ling lijk lings loos ren schap ster"
    " stel ten teren tie ting ton tor waarts werf zaam zijds teit ment ter der sel nis rijk vol matig end els ens ent"
    " ring ding king ning ping ming wing ging ral lie len ken men nen pen sen ven zen gen".split()
)  # fmt: skip
PREFIXES = frozenset("her ont ver wan mis oer aarts anti pro contra inter extra mono multi semi trans".split())


def with_e(word: str) -> list[str]:
    """`word` with the adjective's -e, likeliest first: groot -> grote, boos -> boze, wit -> witte."""
    if word.endswith(("e", "a", "o", "é")):
        return []
    if word.endswith("en") and not word.endswith("een") and _syllables(word) > 1:
        return []
    if word.endswith(("ieel", "ëel")):
        return [word.removesuffix("eel").removesuffix("ëel") + "ële"]
    return [stem + "e" for stem in opened(word)]


def comparative(word: str) -> list[str]:
    """`groter`, `duurder`."""
    if word.endswith("r"):
        return [word + "der"]
    if word.endswith("e"):
        return [word + "r"]
    return [stem + "er" for stem in opened(word)]


def superlative(word: str) -> str:
    """`grootst`, `viest`."""
    return word + ("t" if word.endswith("s") else "st")


@lru_cache(maxsize=1)
def irregular_plurals() -> dict[str, list[str]]:
    """Plurals that no rule makes, by singular, from data/nouns.nl.txt."""
    return {singular: _alternatives(plural) for singular, plural in table("nouns.nl")}


_PLURALS = (
    # ending, what replaces it: likeliest first
    (r"heid$", ("heden",)),
    (r"(?<=ee)$|(?<=oe)$", ("ën", "s")),
    (r"ie$", ("ies", "ieën", "iën")),
    (r"(?<=e)$", ("s", "n")),
    (r"(?<=é)$|(?<=eau)$", ("s",)),
    (r"(?<![aeo])i$", ("i's",)),
    (r"(?<![aeo])u$", ("u's",)),
    (r"(?<=[aoy])$", ("'s",)),
    (r"or$", ("oren", "ors")),
    (r"um$", ("ums", "a")),
    (r"cus$", ("ci", "cussen")),
    (r"(?<=^[bcdfghjklmnpqrstvwxz]{2})$|(?<=^[bcdfghjklmnpqrstvwxz]{3})$|(?<=zc)$", ("'s",)),
)
_LIGHT = re.compile(rf"[{VOWELS}].*(?:e[lmnr]|aar|erd|ier|eur)$")


def plurals(noun: str) -> list[str]:
    """What the plural of `noun` can be, likeliest first."""
    for ending, replacements in _PLURALS:
        if re.search(ending, noun):
            return [re.sub(ending, replacement, noun, count=1) for replacement in replacements]
    many = [stem + "en" for stem in opened(noun)]
    return [noun + "s", *many] if _LIGHT.search(noun) else [*many, noun + "s"]


def diminutives(noun: str) -> list[str]:
    """What the diminutive of `noun` can be, likeliest first: huisje, boompje, balletje, koninkje."""
    if noun.endswith("ing"):
        return [noun[:-1] + "kje", noun + "etje"]
    if noun[-1] in VOWELS:
        return [_closing_vowel(noun) + "tje"]
    short = bool(_SHORT.search(noun)) and not _UNSTRESSED.search(noun)
    if short and noun[-1] in "lmnr":
        return [noun + noun[-1] + "etje", noun + "tje"]
    if noun[-1] in "lmnrw":
        return [noun + ("pje" if noun.endswith("m") else "tje")]
    return [noun + "je", noun + noun[-1] + "etje"]


def _closing_vowel(noun: str) -> str:
    """`noun` before -tje: autoo, taxie, cafee, baby'."""
    if noun.endswith("é"):
        return noun[:-1] + "ee"
    if noun.endswith("y"):
        return noun + "'"
    if noun[-2:-1] in VOWELS or noun.endswith("e"):
        return noun
    return noun + ("e" if noun.endswith("i") else noun[-1])


# Diminutives that mean something else than a small one.
NOT_SMALL = frozenset("dankje zegje beetje meisje kwartje dubbeltje toetje sprookje poosje".split())


def agreeing(verb: Verb) -> frozenset[str]:
    """Participles with their adjective's -e (gemaakte, komende) and without."""
    perfect = {first for form in verb.participles if not _LOAN.search(form) for first in with_e(form)[:1]}
    present = verb.present_participle
    return verb.participles | perfect | {present, present + "e"}


# The auxiliaries that can stand between a particle and the rest of its verb.
CLUSTERS = {
    "participle": "is zijn was waren wordt worden werd werden heb hebt heeft hebben had hadden".split(),
    "infinitive": "zal zullen zou zouden kan kunnen kon konden moet moeten moest mag mogen wil gaat gaan".split(),
}


def together(particle: str, verb: Verb) -> tuple[frozenset[str], frozenset[str]]:
    """A separable verb's forms in one word, and in several: `terug te komen`, `terug is gekomen`."""
    simple = verb.finite | agreeing(verb) | {verb.infinitive}
    joined = frozenset(particle + form for form in simple)
    spaced = {f"{particle} te {verb.infinitive}", f"{particle} {verb.infinitive}"}
    spaced |= {f"{particle} {form}" for form in agreeing(verb)}
    spaced |= {f"{particle} {first} {form}" for first, form in product(CLUSTERS["participle"], verb.participles)}
    spaced |= {f"{particle} {first} {verb.infinitive}" for first in CLUSTERS["infinitive"]}
    return joined, frozenset(spaced)
