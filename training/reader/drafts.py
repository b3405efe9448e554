"""The labelled drafts of training/drafts as arrays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from postlint import json_source
from postlint.reader.reading import PREFIX, arranged, surroundings
from postlint.risks import RISKS
from postlint.sources.jsonl import alone, draft_in

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from postlint.document import Draft

READ_RISKS = tuple(risk for risk in RISKS if risk != "informing/language-error")
LONGEST = 256  # tokens, with the surroundings
DOUBTFUL = 0.7  # what a label counts where careful hands disagree


@dataclass(frozen=True)
class Labelled:
    """A draft, its labels as they stand in the file, and where it stands."""

    draft: Draft
    labels: tuple[dict[str, Any], ...]
    lang: str
    file: str
    split: str


@dataclass(frozen=True)
class Example:
    """What the encoder reads: `ids`, which of them are the draft's, a target for each risk, the words that carry it."""

    ids: NDArray[np.int32]
    draft: NDArray[np.bool_]
    targets: NDArray[np.float32]
    carried: NDArray[np.bool_]  # [T, R]


def read_labelled(path: Path) -> list[Labelled]:
    """The drafts of one file in its order."""
    return [_labelled(json.loads(line), path.stem) for line in path.read_text("utf-8").splitlines()]


def _labelled(line: dict[str, Any], file: str) -> Labelled:
    known = {key: line[key] for key in ("text", "id", "lang", "context") if key in line}
    draft = draft_in(json_source.load(json.dumps(known), line["id"]), alone)
    return Labelled(draft, tuple(line["risks"]), line["lang"], file, line.get("split", ""))


def example(labelled: Labelled, tokenizer: Tokenizer) -> Example:
    """The draft as the reader gets it: draft first, then what surrounds it; what does not fit is cut from the end."""
    text = labelled.draft.text
    own = tokenizer.encode(PREFIX + text, add_special_tokens=False)
    around = tokenizer.encode(surroundings(labelled.draft.context), add_special_tokens=False)
    ids, length = arranged(own.ids, around.ids, LONGEST)
    shown = own.offsets[: length - 2]
    places = [(-1, -1), *((a - len(PREFIX), b - len(PREFIX)) for a, b in shown), (-1, -1)]
    targets = np.zeros(len(READ_RISKS), np.float32)
    carried = np.zeros((len(places), len(READ_RISKS)), bool)
    for label in labelled.labels:
        risk = READ_RISKS.index(label["risk"])
        targets[risk] = DOUBTFUL if label.get("doubt") else 1
        carried[:, risk] |= _carried(text, label.get("span"), places)
    draft = np.arange(len(ids)) < length
    return Example(np.array(ids, np.int32), draft, targets, np.pad(carried, ((0, len(ids) - len(places)), (0, 0))))


def _carried(text: str, span: str | None, places: list[tuple[int, int]]) -> NDArray[np.bool_]:
    start = text.find(span) if span else -1
    if start < 0 or span is None or len(span) > len(text) / 2:  # the whole draft carries it: nothing to learn
        return np.zeros(len(places), bool)
    return np.array([begin < start + len(span) and end > start and end > begin for begin, end in places])
