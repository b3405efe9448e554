"""Warm times of `Linter.check`: one post, ten times as many rules, ten times the text. `run.py` prints them.

Ten times as many rules is rules/core and fifteen copies of two thirds of it. A copy has every rule that is written in
phrases, alone or under `together`, and every list; each word in a phrase or list entry becomes another word of like
frequency (a rank within a quarter of its own in wordfreq's list; of rarer words any from the list's second half), the
same one throughout the copy, and none for two words. Gaps, alternatives, options, signals and exceptions stay as they
are. Rules of the other kinds (patterns, measures, identifiers, context, grammar) and the words of messages and examples
are not copied or not changed. A copy's rule that finds something in one of the posts is switched off: no pack has a
rule that speaks of ordinary words, and what a finding costs (its assertions) is no matter of the number of rules.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import yaml
from wordfreq import top_n_list

from postlint.datafile import read_source
from postlint.document import Draft
from postlint.engine import Linter

LISTED = 40_000
COPIES = 15
WORD = re.compile(r"\{[^}]*\}|\*?[^\W\d_]{3,}\*?")
OTHER_KINDS = {"pattern", "measure", "context", "identifier", "tokens", "dependency"}


class Words:
    """Other words of like frequency: the same one for a word each time, and no word for two."""

    def __init__(self, lang: str, seed: int) -> None:
        self.listed = [word for word in top_n_list(lang, LISTED) if word.isalpha() and len(word) > 2]
        self.ranks = {word: rank for rank, word in enumerate(self.listed)}
        self.seed = seed
        self.given: dict[str, str] = {}
        self.taken: set[str] = set()

    def other(self, found: re.Match[str]) -> str:
        """The word that stands in for the one found; names of lists and words with marks at them stay."""
        word = found[0].casefold()
        if not word.isalpha():
            return found[0]
        if word not in self.given:
            self.given[word] = self._free(word)
            self.taken.add(self.given[word])
        return self.given[word]

    def _free(self, word: str) -> str:
        """A word of like frequency that stands for no other; where there is none, the nearest that is rarer."""
        rank = self.ranks.get(word)
        low, high = (len(self.listed) // 2, len(self.listed)) if rank is None else (rank * 3 // 4, rank * 5 // 4 + 5)
        choice = random.Random(f"{self.seed} {word}")  # noqa: S311 - no secret
        chosen = self.listed[choice.randrange(low, min(high, len(self.listed)))]
        while chosen in self.taken:
            high += 1
            chosen = self.listed[choice.randrange(low, min(high, len(self.listed)))]
        return chosen

    def changed(self, value: Any) -> Any:
        """The phrases in `value` with other words; the values of a mapping of entries stay."""
        if isinstance(value, dict):
            return {self.changed(entry): said for entry, said in value.items()}
        return [self.changed(each) for each in value] if isinstance(value, list) else WORD.sub(self.other, str(value))

    def match(self, match: Any) -> Any:
        """The match with other words in its phrases; `None` where it has another kind in it."""
        if isinstance(match, str):
            return match
        if OTHER_KINDS & set(match):
            return None
        if "phrases" in match:
            return match | {"phrases": self.changed(match["phrases"])}
        together = dict(match["together"])
        for key in ("all", "none"):
            together[key] = [self.match(member) for member in together.get(key, ())]
            if None in together[key]:
                return None
        return match | {"together": {key: value for key, value in together.items() if value}}


def copy_pack(source: Path, target: Path, seed: int) -> Path:
    """Write a copy with other words, and return its folder."""
    words = {lang: Words(lang, seed) for lang in ("nl", "en")}
    for file in sorted(source.rglob("*.yaml")):
        data: Any = read_source(file).data
        if file.name == "pack.yaml":
            data["name"] = target.name
        elif "entries" in data:
            data["entries"] = words[file.name.split(".")[-2]].changed(data["entries"])
        else:
            data["match"] = words[file.name.split(".")[-2]].match(data["match"])
            data.pop("covers", None)
            if data["match"] is None or isinstance(data["match"], str):
                continue
        path = target / file.relative_to(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def milliseconds(checks: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The median time of each warm check; they are run in turn, so that what else the machine does weighs on all."""
    times: dict[str, list[float]] = {name: [] for name in checks}
    for number in range(runs + 1):
        for name, check in checks.items():
            start = perf_counter()
            check()
            if number:
                times[name].append(perf_counter() - start)
    return {name: median(each) * 1000 for name, each in times.items()}


def main() -> None:
    """Print the times as JSON. Arguments: a folder for the copies, runs, the posts as JSON."""
    folder, runs, posts = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
    one = Linter()
    source = one.packs[0].folder
    packs = ["core", *(copy_pack(source, folder / f"other{seed}", seed) for seed in range(1, COPIES + 1))]
    every = Linter(packs)
    ten = Linter(packs, ignore=[found.rule for post in posts.values() for found in every.check(Draft(post)).findings])
    found: dict[str, dict[str, float]] = {}
    for lang, post in posts.items():
        draft, long = Draft(post), Draft(" ".join([post] * 10))
        checks = {
            "post": partial(one.check, draft),
            "rules": partial(ten.check, draft),
            "text": partial(one.check, long),
        }
        found[lang] = milliseconds(checks, runs)
    count = [sum(len(pack.names) for pack in linter.packs) for linter in (one, ten)]
    print(json.dumps({"times": found, "rules": count}))


if __name__ == "__main__":
    main()
