"""What the labelled drafts and published copy say of the shipped rules: reading them, splitting them, counting.

`postlint.evaluation` judges; here is only what it does not know: files and waves, the split, notes, published copy.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from quality_situations import held_out, situations

from postlint.context import Context
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.evaluation import (
    Evaluation,
    Labelled,
    Mistake,
    SecondReading,
    Tally,
    evaluate,
    read_labelled,
    read_second,
)
from postlint.finding import Severity
from postlint.language.tokens import words

WAVES = {
    "development set": ("drafts-nl", "drafts-en"),
    "first wave": (
        *("nl-timing", "nl-openness", "nl-tone-airing", "nl-networking-botspeak", "nl-informing-impersonal"),
        *("nl-listening", "nl-connecting-automation", "en-all"),
    ),
    "second wave": ("nl-lokaal", "nl-zorg", "nl-onderwijs", "nl-bedrijf", "nl-rijk", "en-public"),
    "third wave": ("nl-web", "nl-replies", "nl-actueel", "nl-humor", "en-replies-web", "en-personal"),
}
COPY = {
    "nl_lassysmall-ud": "UD_Dutch-LassySmall, Dutch Wikipedia (CC BY-SA 4.0)",
    "nl_alpino-ud": "UD_Dutch-Alpino, Dutch newspapers (CC BY-SA 4.0)",
}
GIVEN: dict[str, Callable[[Context], object]] = {
    "timing/embargo": lambda context: context.embargoes,
    "timing/quiet-period": lambda context: context.quiet_periods,
    "timing/stale": lambda context: context.publish_at,
}
"""What the context must hold for a risk to follow from it."""


class MissingDataError(Exception):
    """What the figures are counted on is not there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled draft, the file it stands in, its author's note, and on which side of the split it falls."""

    labelled: Labelled
    file: str
    note: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of published copy, and which collection it is from."""

    text: str
    source: str


@dataclass
class Measured:
    """All that the page tells: evaluations by file and side of the split, and what else was counted."""

    entries: list[Entry]
    second: dict[str, SecondReading]
    parts: dict[tuple[str, bool], Evaluation]
    by_context: dict[tuple[str, bool], Evaluation]
    all_packs: Evaluation
    copy: dict[str, Counter[str]] = field(default_factory=dict)

    def of(self, files: Iterable[str], *, held: bool | None = None) -> Evaluation:
        """The figures of these files: of one side of the split, or of both."""
        sides = (False, True) if held is None else (held,)
        return merged([self.parts[file, side] for file in files for side in sides if (file, side) in self.parts])

    def files(self) -> list[str]:
        """The files that were read, in order."""
        return list(dict.fromkeys(entry.file for entry in self.entries))

    def is_clean(self, entry: Entry) -> bool:
        """Whether neither the author nor the second reader raised or doubted anything."""
        reading = self.second.get(entry.labelled.draft.id or "")
        return not entry.labelled.risks and not (reading and reading.differs(()))

    def alarms(self, level: Severity) -> dict[str, int]:
        """How many findings of at least this level each clean draft has, by id; only drafts that have any."""
        counts: Counter[str] = Counter()
        clean = {entry.labelled.draft.id for entry in self.entries if self.is_clean(entry)}
        for mistake in self.mistakes():
            if mistake.draft.id in clean:
                counts[mistake.draft.id or ""] += sum(finding.severity >= level for finding in mistake.findings)
        return {draft_id: count for draft_id, count in counts.items() if count}

    def mistakes(self) -> Iterator[Mistake]:
        """Every difference between rules and labels."""
        for evaluation in self.parts.values():
            yield from evaluation.mistakes


# ---- reading --------------------------------------------------------------------------------------------------------


def files_in(folder: Path) -> list[Path]:
    """The files of labelled drafts, in the order of `WAVES`, with others after them.

    Raises:
        MissingDataError: where there is none, or no second reader beside them.
    """
    known = [name for names in WAVES.values() for name in names]
    order = {name: number for number, name in enumerate(known)}
    found = [path for part in ("devset", "drafts") for path in folder.glob(f"{part}/*.jsonl")]
    drafts = [path for path in found if path.stem != "second-reader"]
    if not drafts or len(drafts) == len(found):
        raise MissingDataError(f"There are no labelled drafts, with a second reader's reading, in {folder}.")
    return sorted(drafts, key=lambda path: (order.get(path.stem, len(order)), path.stem))


def read(folder: Path) -> tuple[list[Entry], dict[str, SecondReading]]:
    """All labelled drafts with their side of the split, and the second reader's readings by id."""
    drafts = []
    for path in files_in(folder):
        data = path.read_bytes()
        notes = [given.get("note", "") for given in lines_of(data)]
        drafts += [(each, path.stem, note) for each, note in zip(read_labelled(data, path.name), notes, strict=True)]
    names = situations([labelled.draft for labelled, _, _ in drafts])
    entries = [Entry(*each, held_out(name)) for each, name in zip(drafts, names, strict=True)]
    second = folder / "drafts" / "second-reader.jsonl"
    return entries, read_second(second.read_bytes(), second.name)


def lines_of(data: bytes) -> Iterator[dict[str, Any]]:
    """The objects of a file in JSON lines."""
    return (json.loads(line) for line in data.split(b"\n") if line.strip())


def read_copy(folder: Path) -> list[Copy]:
    """The documents of the treebanks of `COPY` that are there."""
    return [
        Copy(text, source)
        for stem, source in COPY.items()
        for path in sorted((folder / "data" / "ud-nl").glob(f"{stem}-*.conllu"))
        for text in documents(path.read_text(encoding="utf-8"))
    ]


def documents(treebank: str) -> list[str]:
    """The running text of each document of a treebank: its paragraphs, as the `sent_id` of their sentences has them.

    What ends without a mark (a heading, an item of a list) stands apart.
    """
    texts: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    paragraph = ""
    for line in treebank.splitlines():
        if line.startswith("# sent_id = "):
            paragraph = line.removeprefix("# sent_id = ").rpartition(".s.")[0]
        elif line.startswith("# text = "):
            texts[paragraph.partition(".p.")[0]][paragraph].append(line.removeprefix("# text = "))
    return ["\n\n".join(map(_paragraph, paragraphs.values())) for paragraphs in texts.values()]


def _paragraph(sentences: Sequence[str]) -> str:
    parts = (text + ("\n\n" if text[-1:].isalnum() or text.endswith(")") else " ") for text in sentences)
    return "".join(parts).strip()


def write_tuned(entries: Sequence[Entry], folder: Path, into: Path) -> None:
    """Write the files again without what is held out, for `postlint evaluate`."""
    into.mkdir(parents=True, exist_ok=True)
    held = {entry.labelled.draft.id for entry in entries if entry.held_out}
    for path in files_in(folder):
        tuned = (given for given in lines_of(path.read_bytes()) if given["id"] not in held)
        lines = (json.dumps(given, ensure_ascii=False) for given in tuned)
        (into / path.name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


# ---- measuring ------------------------------------------------------------------------------------------------------


def measure(
    entries: list[Entry], second: dict[str, SecondReading], copy: Sequence[Copy], *, every_pack: Sequence[str]
) -> Measured:
    """Run the rules of the pack `core` over all of it, and those of every pack over the drafts, on all processors."""
    grouped: defaultdict[tuple[str, bool], list[Labelled]] = defaultdict(list)
    for entry in entries:
        grouped[entry.file, entry.held_out].append(entry.labelled)
    asked = [
        (risk, held, [each for (_, side), group in grouped.items() if side is held for each in group])
        for risk in GIVEN
        for held in (False, True)
    ]

    def task(group: list[Labelled], *first: object) -> tuple[object, ...]:
        """Arguments for a process, with the readings of these drafts alone."""
        ids = [each.draft.id or "" for each in group]
        return (*first, group, {draft_id: second[draft_id] for draft_id in ids if draft_id in second})

    with Pool(os.cpu_count()) as pool:
        parts = pool.starmap(evaluated, [task(group, ["core"]) for group in grouped.values()], 1)
        context = pool.starmap(evaluated_by_context, [task(group, risk) for risk, _, group in asked], 1)
        everything = pool.starmap(evaluated, [task(group, every_pack) for group in grouped.values()], 1)
        found = pool.map(alarms_in, copy, 5)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document, count in zip(copy, found, strict=True):
        counts[document.source].update(count)
    by_context = {(risk, held): each for (risk, held, _), each in zip(asked, context, strict=True)}
    return Measured(
        entries, second, dict(zip(grouped, parts, strict=True)), by_context, merged(everything), dict(counts)
    )


@cache
def linter(*packs: str) -> Linter:
    """The linter of these packs, built once in a process."""
    return Linter(packs)


def evaluated(packs: Sequence[str], group: Sequence[Labelled], second: Mapping[str, SecondReading]) -> Evaluation:
    """The figures of a group of drafts."""
    return evaluate(linter(*packs), group, second=second)


def evaluated_by_context(risk: str, group: Sequence[Labelled], second: Mapping[str, SecondReading]) -> Evaluation:
    """The figures of one risk on the drafts whose context can give it."""
    given = [each for each in group if GIVEN[risk](each.draft.context)]
    return evaluate(linter("core"), given, risks=(risk,), second=second)


def alarms_in(copy: Copy) -> Counter[str]:
    """The words of a document of published copy, and its findings from `reconsider` up, in all and by risk."""
    context = Context(lang="nl", channel="web", voice="organisation")
    report = linter("core").check(Draft(copy.text, context))
    risks = [finding.risk for finding in report.findings if finding.severity >= Severity.RECONSIDER]
    return Counter(words=len(words(Document(copy.text, "nl"))), findings=len(risks), **Counter(risks))


def merged(evaluations: Iterable[Evaluation]) -> Evaluation:
    """The sum of evaluations of different drafts."""
    total = Evaluation()
    for each in evaluations:
        for key, tally in each.tallies.items():
            total.tallies[key] = _sum(total.tallies[key], tally)
        for place, clean in each.clean.items():
            total.clean[place].drafts += clean.drafts
            total.clean[place].flagged += clean.flagged
        total.mistakes += each.mistakes
        total.problems += each.problems
        total.drafts += each.drafts
        total.differing += each.differing
        total.unread += each.unread
    return total


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(*(getattr(one, each.name) + getattr(other, each.name) for each in fields(Tally)))
