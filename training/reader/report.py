"""How good the second reader is: writes docs/reader-report.md and the plot beside it.

Measured is what ships: the quantised model of the package, and the packs `core` and `reader` with their thresholds, on
the drafts of authors it never learned from (split `test`), and on labelled files that are named with `--also`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from drafts import READ_RISKS, Labelled, example, read_labelled
from matplotlib import pyplot as plt
from numpy.typing import NDArray
from shipped import ABOUT, MODEL, TOKENIZER, probabilities
from tokenizers import Tokenizer

from postlint.engine import Linter
from postlint.finding import Severity
from postlint.reader.settings import ReaderSettings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = HERE / "package" / "postlint_reader"
Flags = NDArray[np.bool_]
INTRODUCTION = """\
Written by `make reader-report`; do not edit it by hand. Measured is what ships: the quantised model and the thresholds
of the pack `reader`, on drafts of authors that the model never learned from. A pair of a draft and a risk on which
careful hands disagree counts for nothing; where nothing else is said every finding counts, notes too.
"""


@dataclass(frozen=True)
class Answers:
    """Labelled drafts, and by draft and risk [N, R] what is labelled, what is told, and how likely the model holds it.

    `firm` is false where hands disagree on a label; such pairs count for nothing. `heavy` are findings from
    `reconsider` on.
    """

    drafts: Sequence[Labelled]
    labelled: Flags
    implicit: Flags
    firm: Flags
    rules: Flags
    both: Flags
    heavy: Flags
    model: NDArray[np.float64]

    def where(self, wanted: Callable[[Labelled], bool]) -> Answers:
        """The answers on some of the drafts."""
        at = np.array([wanted(draft) for draft in self.drafts], bool)
        kept = [draft for draft in self.drafts if wanted(draft)]
        arrays = (self.labelled, self.implicit, self.firm, self.rules, self.both, self.heavy)
        return Answers(kept, *(array[at] for array in arrays), self.model[at])


@dataclass(frozen=True)
class Score:
    """Counts of pairs of a draft and a risk."""

    found: int
    false: int
    missed: int

    @classmethod
    def of(cls, told: Flags, labelled: Flags, counts: Flags) -> Score:
        """What was `told` beside what is `labelled`, where it `counts`."""
        pairs = (told & labelled, told & ~labelled, ~told & labelled)
        return cls(*(int((each & counts).sum()) for each in pairs))

    @property
    def precision(self) -> float:
        """The share of what was found that is labelled."""
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.found / max(1, 2 * self.found + self.false + self.missed)

    def __str__(self) -> str:
        return f"{self.precision:.2f} | {self.recall:.2f} | {self.f1:.2f}"


def answers(drafts: Sequence[Labelled]) -> Answers:
    """What rules, and rules and reader together, say of the drafts."""
    cut = Tokenizer.from_file(str(PACKAGE / TOKENIZER))
    rules, both = Linter(), Linter(["core", "reader"], reader=ReaderSettings())
    told, heavy = _told(both, drafts)
    return Answers(
        drafts,
        _flags(drafts, lambda label: "risk" in label),
        _flags(drafts, lambda label: bool(label.get("implicit"))),
        ~_flags(drafts, lambda label: bool(label.get("doubt"))),
        _told(rules, drafts)[0],
        told,
        heavy,
        probabilities(PACKAGE, [example(draft, cut) for draft in drafts]),
    )


def _flags(drafts: Sequence[Labelled], wanted: Callable[[dict[str, object]], bool]) -> Flags:
    flags = np.zeros((len(drafts), len(READ_RISKS)), bool)
    for number, draft in enumerate(drafts):
        for label in draft.labels:
            flags[number, READ_RISKS.index(label["risk"])] |= wanted(label)
    return flags


def _told(linter: Linter, drafts: Sequence[Labelled]) -> tuple[Flags, Flags]:
    """Which risks are told, and which of them from `reconsider` on."""
    told, heavy = np.zeros((2, len(drafts), len(READ_RISKS)), bool)
    for number, draft in enumerate(drafts):
        for finding in linter.check(draft.draft).findings:
            if finding.risk in READ_RISKS:
                told[number, READ_RISKS.index(finding.risk)] = True
                heavy[number, READ_RISKS.index(finding.risk)] |= finding.severity >= Severity.RECONSIDER
    return told, heavy


def page(on: Answers, also: Answers | None) -> Iterator[str]:
    """The lines of the report."""
    about = json.loads((PACKAGE / ABOUT).read_text("utf-8"))
    yield "# How good the second reader is\n"
    yield INTRODUCTION
    size = (PACKAGE / MODEL).stat().st_size / 1e6
    yield f"Model {about['version']}, {size:.1f} MB, sha256 `{about['sha256'][MODEL]}`;"
    yield f"it learned from drafts with sha256 `{about['sha256']['drafts']}`.\n"
    yield from _summary("Authors never trained on", on)
    if also:
        yield from _summary("The development set", also)
    yield from _by_risk(on)
    yield "\n## Calibration\n\nOf the impressions that the model holds so likely, the share that is labelled.\n"
    yield "| likely | pairs | labelled |\n|---|---:|---:|"
    for low in np.arange(0.1, 1, 0.1):
        at = (on.model >= low) & (on.model < low + 0.1) & on.firm
        yield f"| {low:.1f} to {low + 0.1:.1f} | {at.sum()} | {on.labelled[at].mean() if at.any() else 0:.2f} |"
    yield "\n## Precision against recall\n\n![Precision against recall of the model alone, by group](reader-report.svg)"


def _summary(name: str, on: Answers) -> Iterator[str]:
    yield f"## {name}\n\n{len(on.drafts)} drafts, {int((on.labelled & on.firm).sum())} firm labels.\n"
    yield "| drafts | rules P | R | F1 | rules and reader P | R | F1 | clean with a finding | from reconsider |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    parts = {"all": on}
    parts |= {lang: on.where(lambda draft, lang=lang: draft.lang == lang) for lang in ("nl", "en")}  # type: ignore[misc]
    files = sorted({draft.file for draft in on.drafts})
    parts |= {file: on.where(lambda draft, file=file: draft.file == file) for file in files}  # type: ignore[misc]
    for part, those in parts.items():
        rules, both = (Score.of(told, those.labelled, those.firm) for told in (those.rules, those.both))
        clean = ~those.labelled.any(1)
        flagged = f"{those.both[clean].any(1).mean():.3f} | {those.heavy[clean].any(1).mean():.3f}"
        yield f"| {part} | {rules} | {both} | {flagged} |"
    implicit = on.firm & (on.implicit | ~on.labelled)
    for kind, counts in (("implicit", implicit), ("explicit", on.firm & ~on.implicit)):
        rules, both = (Score.of(told, on.labelled, counts) for told in (on.rules, on.both))
        yield f"| {kind} labels alone | {rules} | {both} | | |"
    rules, both = (Score.of(told, on.labelled, on.firm) for told in (on.rules & on.heavy, on.heavy))
    yield f"| from reconsider | {rules} | {both} | | |\n"


def _by_risk(on: Answers) -> Iterator[str]:
    yield "## By risk\n\n| risk | labels | rules P | R | F1 | rules and reader P | R | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for number, risk in enumerate(READ_RISKS):
        column = np.s_[:, number]
        labelled, firm = on.labelled[column], on.firm[column]
        rules, both = (Score.of(told[column], labelled, firm) for told in (on.rules, on.both))
        yield f"| {risk} | {int((labelled & firm).sum())} | {rules} | {both} |"


def plot(on: Answers, path: Path) -> None:
    """Precision against recall of the model alone, a line for each group of risks."""
    figure, axes = plt.subplots(figsize=(7, 4.5))
    for group in dict.fromkeys(risk.split("/")[0] for risk in READ_RISKS):
        columns = [number for number, risk in enumerate(READ_RISKS) if risk.startswith(group)]
        scores = [
            Score.of(on.model[:, columns] >= likely, on.labelled[:, columns], on.firm[:, columns])
            for likely in np.arange(0.05, 1, 0.05)
        ]
        shown = [score for score in scores if score.found + score.false]
        axes.plot([score.recall for score in shown], [score.precision for score in shown], label=group)
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02))
    axes.legend(loc="lower left", fontsize="small")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    plt.rcParams["svg.hashsalt"] = "postlint"
    figure.savefig(path, metadata={"Date": None})


def thresholds(on: Answers, flagged: float) -> Iterator[str]:
    """For each risk the lowest threshold in steps of .05 at which the model alone flags a share of clean drafts.

    One threshold serves all risks: few drafts show each of them.
    """
    clean = ~on.labelled.any(1)
    for likely in np.arange(0.2, 1, 0.05):
        told = on.model >= likely
        score = Score.of(told, on.labelled, on.firm)
        share = told[clean].any(1).mean()
        yield f"{likely:.2f}: {score}, clean {share:.3f}" + (" <" if share <= flagged else "")
    for number, risk in enumerate(READ_RISKS):
        column = np.s_[:, number]
        rows = [
            (float(likely), Score.of(on.model[column] >= likely, on.labelled[column], on.firm[column]))
            for likely in np.arange(0.3, 0.96, 0.1)
        ]
        yield f"{risk:30}" + "  ".join(
            f"{likely:.1f}: {score.precision:.2f}/{score.recall:.2f}" for likely, score in rows
        )


def main() -> None:
    """Write the report, or with `--thresholds` show what each threshold gives on the drafts to calibrate on."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--drafts", type=Path, default=HERE.parent / "drafts")
    options.add_argument("--also", type=Path, nargs="*", default=[], help="labelled drafts of another kind")
    options.add_argument("--thresholds", action="store_true", help="show what each threshold gives, and write nothing")
    given = options.parse_args()
    drafts = [draft for file in sorted(given.drafts.glob("*.jsonl")) for draft in read_labelled(file)]
    if given.thresholds:
        print(*thresholds(answers([draft for draft in drafts if draft.split == "valid"]), 0.02), sep="\n")
        return
    on = answers([draft for draft in drafts if draft.split == "test"])
    also = [draft for file in given.also for draft in read_labelled(file)]
    lines = page(on, answers(also) if also else None)
    (ROOT / "docs" / "reader-report.md").write_text("\n".join(lines) + "\n", "utf-8")
    plot(on, ROOT / "docs" / "reader-report.svg")


if __name__ == "__main__":
    main()
