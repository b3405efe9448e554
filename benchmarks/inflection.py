"""Figures of the inflection tables against Universal Dependencies treebanks: `inflection.py lang FILE.conllu …`.

Prints for verbs, nouns and adjectives how many attested (lemma, form) pairs `inflections` reaches, by type and by
occurrence; how many forms it claims that the files only know under other lemmas; and how often `lemma` is right,
beside simplemma alone.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import simplemma
import wordfreq

from postlint.language.inflection import inflections, lemma

CLASSES = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "ADJ": "ADJ"}


def rows(paths: list[str]) -> Iterator[tuple[str, str, str]]:
    """Form, lemma and part of speech of each word but numerals; marks between a lemma's parts removed."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if (
                len(cells) > 3
                and cells[0].isdigit()
                and any(map(str.isalpha, cells[1]))
                and not cells[4].startswith("TW")
            ):
                yield cells[1].lower(), cells[2].lower().replace("_", ""), cells[3]


def reaches(base: str, form: str, lang: str) -> bool:
    """Whether `form` is among the forms of `base`, in one word or apart from its particle."""
    known = inflections(base, lang)
    spaced = {part for several in known.multiword for part in several.split()}
    return form in known.forms or form in spaced or any(form in finite for finite, _ in known.apart)


def report_forms(lang: str, words: list[tuple[str, str, str]]) -> None:
    """Print recall and precision of `inflections` for each part of speech."""
    lemmas_of = defaultdict(set)
    # Noun lemmas there leave out what links a compound (gemeenteraadlid): those that nobody writes are no cases.
    forms = {form for form, base, _ in words if form == base} | set(wordfreq.get_frequency_dict(lang))
    attested: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for form, base, part in words:
        lemmas_of[form].add(base)
        if part in CLASSES and base.isalpha() and form.isalpha() and (base in forms or part != "NOUN"):
            attested[CLASSES[part]][base, form] += 1
    for part, pairs in attested.items():
        reached = {pair for pair in pairs if reaches(*pair, lang)}
        claims = {(base, form) for base, _ in pairs for form in inflections(base, lang).forms if form in lemmas_of}
        wrong = {(base, form) for base, form in claims if base not in lemmas_of[form]}
        print(
            f"{part}: {len({base for base, _ in pairs})} lemmas, recall {len(reached) / len(pairs):.3f} of types, "
            f"{sum(pairs[pair] for pair in reached) / pairs.total():.3f} of occurrences; "
            f"claimed for another lemma {len(wrong) / len(claims):.3f} of {len(claims)}"
        )
        if "-v" in sys.argv:
            print("  missed", [(*pair, n) for pair, n in pairs.most_common() if pair not in reached][:150])
            print("  wrong", sorted(wrong)[:250])


def report_lemmas(lang: str, words: list[tuple[str, str, str]]) -> None:
    """Print how often `lemma` gives the treebank's lemma, beside simplemma alone."""
    content = [row for row in words if row[2] in CLASSES]
    for name, chosen in (("all words", words), ("verbs, nouns, adjectives", content)):
        own = sum(lemma(form, lang) == base for form, base, _ in chosen) / len(chosen)
        peer = sum(simplemma.lemmatize(form, lang).replace("_", "").lower() == base for form, base, _ in chosen)
        print(f"lemma, {name}: {own:.3f}; simplemma alone {peer / len(chosen):.3f}")
    if "-v" in sys.argv:
        errors = Counter(
            (form, base, lemma(form, lang), part) for form, base, part in words if lemma(form, lang) != base
        )
        print(errors.most_common(150))


def main() -> None:
    """Read the treebanks named on the command line and print the figures."""
    lang, *paths = [argument for argument in sys.argv[1:] if argument != "-v"]
    words = list(rows(paths))
    report_forms(lang, words)
    report_lemmas(lang, words)


if __name__ == "__main__":
    main()
