"""Give labelled drafts their ids, situations and splits, and write them into training/drafts.

`add_drafts.py FILE…`: JSON lines with `text`, `lang`, `context`, `risks`, `note`, as LABELLING.md says, and `id` where
a draft has one. A file replaces the one of the same name. Lines that are not sound are named and left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from postlint.errors import InputErrors
from postlint.evaluation import read_labelled

DRAFTS = Path(__file__).resolve().parent / "drafts"
TEST_FILES = frozenset({"nl-zorg", "nl-web", "nl-bedrijf", "en-public"})
"""Whose authors are never trained on."""
KEYS = ("id", "text", "lang", "context", "risks", "note", "situation", "split")
LABEL_KEYS = ("risk", "span", "implicit", "doubt")
RARE = 6
"""In how many drafts of a file a word may stand to tell its situation."""
SHARED = 3
"""How many such words two drafts of one situation have in common."""

Line = Mapping[str, Any]


def main() -> None:
    """Add the files of the command line, and say of each how many drafts it has now."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    for file in parser.parse_args().files:
        others = [each for path in sorted(DRAFTS.glob("*.jsonl")) if path.name != file.name for each in read(path)]
        drafts = list(sound(file, others))
        added = with_splits(drafts, file.stem)
        (DRAFTS / file.name).write_text("".join(map(written, added)), encoding="utf-8")
        print(f"{file.name}: {len(added)} drafts, {dict(Counter(each['split'] for each in added))}")


def read(path: Path) -> list[Line]:
    """The drafts of a file of training/drafts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sound(file: Path, others: Iterable[Line]) -> Iterator[Line]:
    """The sound drafts of a file, each with an id; what is wrong with the rest is printed."""
    ids, texts = ({each[key] for each in others} for key in ("id", "text"))
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            draft = json.loads(line)
            draft = {**draft, "id": draft.get("id") or f"{file.stem}-{_hash(str(draft['text']))[:8]}"}
            fault = next(faults(draft), None)
        except (ValueError, TypeError, KeyError) as broken:
            draft, fault = {}, f"no draft: {broken}"
        if draft and (draft["id"] in ids or draft["text"] in texts):
            fault = fault or "another draft has its id or its text"
        if fault:
            print(f"{file}:{number}: left out: {fault}", file=sys.stderr)
            continue
        ids.add(draft["id"])
        texts.add(draft["text"])
        yield draft


def faults(draft: Line) -> Iterator[str]:
    """What is wrong with a draft, apart from its situation and split."""
    missing = set(KEYS[:6]) - set(draft)
    if missing:
        yield f"without {', '.join(sorted(missing))}"
        return
    if draft["lang"] not in {"nl", "en"} or not draft["note"]:
        yield "lang or note"
    for label in draft["risks"]:
        if not {"risk", "span", "implicit"} <= set(label) <= set(LABEL_KEYS):
            yield f"the keys of a label are {', '.join(LABEL_KEYS)}"
        elif type(label["implicit"]) is not bool or label.get("doubt", True) is not True:
            yield "implicit is true or false, doubt is true or absent"
    places = [(label.get("risk"), label.get("span")) for label in draft["risks"]]
    if len(places) > len(set(places)):
        yield "a label stands there twice"
    try:
        read_labelled(written(draft).encode(), draft["id"])
    except InputErrors as wrong:
        yield "; ".join(str(error) for error in wrong.errors)


def written(draft: Line) -> str:
    """The line of a draft, its keys in order."""
    ordered = {key: draft[key] for key in KEYS if key in draft}
    ordered["risks"] = [{key: label[key] for key in LABEL_KEYS if key in label} for label in draft["risks"]]
    return json.dumps(ordered, ensure_ascii=False) + "\n"


def with_splits(drafts: list[Line], stem: str) -> list[Line]:
    """The drafts of one file with their `situation` and `split`."""
    return [
        {**draft, "situation": situation, "split": split(situation, stem)}
        for draft, situation in zip(drafts, situations(drafts), strict=True)
    ]


def split(situation: str, stem: str) -> str:
    """`test` for the files of authors never trained on, else `valid` for a tenth of the situations, else `train`."""
    if stem in TEST_FILES:
        return "test"
    return "valid" if int(_hash(situation)[:8], 16) % 10 == 0 else "train"


def situations(drafts: list[Line]) -> list[str]:
    """For each draft of a file the id of the first draft in its situation.

    Two drafts share one when their author says so, when they answer the same text, know of the same embargo, or have
    `SHARED` rare words (or half of all their words) in common.
    """
    first = list(range(len(drafts)))

    def root(at: int) -> int:
        while first[at] != at:
            first[at] = at = first[first[at]]
        return at

    for one, other in sorted(_alike(drafts)):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [drafts[root(at)]["id"] for at in range(len(drafts))]


def _alike(drafts: list[Line]) -> Iterator[tuple[int, int]]:
    by_context: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    words = [set(re.findall(r"\w{4,}", draft["text"].casefold())) for draft in drafts]
    for at, draft in enumerate(drafts):
        for key in _known(draft):
            by_context[key].append(at)
        for word in words[at]:
            by_word[word].append(at)
    for same in by_context.values():
        yield from ((same[0], other) for other in same[1:])
    shared = Counter(pair for same in by_word.values() if len(same) <= RARE for pair in combinations(same, 2))
    for (one, other), count in shared.items():
        common = len(words[one] & words[other])
        if count >= SHARED or 2 * common >= len(words[one] | words[other]):
            yield one, other


def _known(draft: Line) -> Iterator[str]:
    context = draft["context"]
    if "situation" in draft:
        yield f"situation {draft['situation']}"
    if "reply_to" in context:
        yield "reply " + " ".join(context["reply_to"].casefold().split())
    for embargo in context.get("embargoes", ()):
        yield f"embargo {embargo['topic']} {embargo['until']}"


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
