"""The page docs/quality.md and its history, from what `quality_figures` has counted."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from quality_figures import GIVEN, WAVES, Entry, Measured, merged

from postlint.document import Document
from postlint.evaluation import ALL, Clean, Evaluation, Tally
from postlint.finding import Severity
from postlint.language.tokens import words
from postlint.risks import RISKS

LANGS = ("nl", "en")
NOTE, RECONSIDER = Severity.NOTE, Severity.RECONSIDER
SIDES = (False, True)
LABELLED_RISKS = tuple(risk for risk in RISKS if risk != "informing/language-error")
SAID = (
    *("timing/embargo", "timing/quiet-period", "timing/stale", "openness/personal-data", "openness/credentials"),
    *("tone/shouting", "tone/profanity", "informing/overlong", "informing/complex", "informing/jargon"),
    *("connecting/no-deadline", "role/automation", "networking/endorsement"),
)
"""The risks that are said in words or follow from the context, of which more is asked."""
OPEN = {
    "own mistakes": r"\bown(s|ed|ing)?( \w+)? (up|mistakes?|errors?|faults?|failures?|slips?|blame)"
    r"|\b(owned|owns|admits?|admitted|admitting)\b|\bour (own )?(mistake|fault|error)|\bself-?(mock|criti|reflect)\w*"
    r"|\b(corrects|correction of) (own|one's own|himself|herself|itself)|\b(honest|open|constructive|own) reflection",
    "dilemmas and doubt": r"\b(dilemmas?|doubts?|trade-?offs?)\b",
    "pride": r"\b(proud|pride)\b",
    "dissent with arguments": r"\b(dissent\w*|disagree\w*|argued|(with|gives|by) arguments?|safety signal|whistle\w*"
    r"|union|works council|constructive (criticism|critique))\b",
}
"""What the note of a clean draft says where the draft is open and human."""
COLUMNS = (
    *("date", "commit", "drafts", "precision", "recall", "f1", "held precision", "held recall", "held f1"),
    *("clean any", "clean reconsider", "open any", "web per 1000", "copy per 1000"),
)
WEAKEST = 12
INTRODUCTION = """\
# How good the rules are

Written by `make quality`; do not edit it by hand. What people said of invented drafts is compared with what the rules
of the pack `core` find, without models and with the thresholds as shipped. A figure is a count of pairs of a draft and
a risk: *precision* is the share of what was found that people raised too, *recall* the share of what people raised that
was found, *F1* their harmonic mean; (found / false / missed) stands behind them. Where nothing else is said every
finding counts, notes too.
"""
SPLIT = """\
## How the drafts are split

Rules are written from knowledge of the language, and then looked at beside drafts. What they were looked at with must
not judge them, so a third of the *situations* is held out. Drafts are one situation where they answer the same text,
where they share rare words (cosine of .28 and more over words weighed by rarity), or where an author wrote them one
after the other and they share some; risky drafts and their near misses so stay together. A hash of the situation's
first id decides on which side it falls: always the same, and nobody's choice. `python benchmarks/quality.py --tuned
FOLDER` writes the drafts that may be looked at.

Rules were tuned on whole files before there was this split, so part of what is held out here was seen then. In those
rounds nobody read nl-zorg, nl-web, nl-bedrijf and en-public (see *By file*); since the split, the part of them that may
be looked at has been.

Labels are firm: of a draft that a second, blind reader read, risks on which the two differ, or which that reader leaves
in doubt, count for nothing, and the draft is clean only where both raise nothing. The third wave was read once.
"""


@dataclass(frozen=True, slots=True)
class Lack:
    """What the rules of a risk do not see: the kind of miss, and what it would take."""

    kind: str
    lacks: str


def read_notes(path: Path) -> dict[str, Lack]:
    """The notes that people keep of what a risk lacks, by risk."""
    return {risk: Lack(**note) for risk, note in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def page(measured: Measured, notes: Mapping[str, Lack], history: Sequence[Mapping[str, str]]) -> str:
    """The whole page, as Markdown."""
    sections = (
        [INTRODUCTION],
        targets(measured),
        sets(measured),
        [SPLIT],
        overall(measured),
        said_in_words(measured),
        by_risk(measured),
        by_wave(measured),
        by_file(measured),
        clean_drafts(measured),
        open_drafts(measured),
        published(measured),
        weakest(measured, notes),
        told_history(history),
    )
    return "\n\n".join("\n".join(section).strip() for section in sections) + "\n"


# ---- figures --------------------------------------------------------------------------------------------------------


def figure(value: float | None) -> str:
    """`.85`; a dash where there is nothing to count."""
    return "–" if value is None else f"{value:.2f}".removeprefix("0")


def percent(clean: Clean) -> str:
    """`1.2 % (12 of 1000)`."""
    return "–" if clean.share is None else f"{clean.share * 100:.1f} % ({clean.flagged} of {clean.drafts})"


def scores(tally: Tally) -> list[str]:
    """Precision, recall, F1 and the counts behind them."""
    return [*map(figure, (tally.precision, tally.recall, tally.f1)), f"{tally.found}/{tally.false}/{tally.missed}"]


def table(titles: Iterable[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown; numbers to the right."""
    heads = list(titles)
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'---:|' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


SCORES = ("P", "R", "F1", "f/f/m")
BESIDE = [*(f"tuned {name}" for name in SCORES), *(f"held out {name}" for name in SCORES)]


def beside(measured: Measured, files: Iterable[str], lang: str, name: str, level: Severity) -> list[str]:
    """The scores of both sides of the split, side by side."""
    names = list(files)
    return [cell for side in SIDES for cell in scores(measured.of(names, held=side).tallies[lang, name, level])]


def files_of(measured: Measured) -> dict[str, list[str]]:
    """The files that were read, by wave; those of no wave last."""
    read = measured.files()
    waves = {wave: [file for file in read if file in files] for wave, files in WAVES.items()}
    rest = [file for file in read if not any(file in files for files in WAVES.values())]
    return {wave: files for wave, files in {**waves, "others": rest}.items() if files}


def waves_and_langs(measured: Measured) -> Iterator[tuple[str, list[str], str]]:
    """The waves with their files in each language that they have; all files last, in each language and in both."""
    for wave, files in (*files_of(measured).items(), ("all", measured.files())):
        for lang in (*LANGS, ALL) if wave == "all" else LANGS:
            if measured.of(files).clean[lang, NOTE].drafts:
                yield wave, files, lang


# ---- sections -------------------------------------------------------------------------------------------------------


def targets(measured: Measured) -> Iterator[str]:
    """What is asked, what is reached, and whether that is enough."""
    yield "## Targets\n"
    sides = [measured.of(measured.files(), held=side) for side in SIDES]
    rows = [
        ("precision, all risks", [each.tallies[ALL, ALL, NOTE].precision for each in sides], 0.85, True),
        ("recall, all risks", [each.tallies[ALL, ALL, NOTE].recall for each in sides], 0.40, True),
        ("clean drafts with any finding", [each.clean[ALL, NOTE].share for each in sides], 0.05, False),
        ("clean drafts with `reconsider` or more", [each.clean[ALL, RECONSIDER].share for each in sides], 0.02, False),
    ]
    cells = [
        [what, f"{'≥' if more else '≤'} {asked:g}", *(judged(value, asked, more=more) for value in values)]
        for what, values, asked, more in rows
    ]
    met = [[score >= 0.75 for score in said_scores(measured, side)] for side in SIDES]
    numbers = [verdict(sum(each), len(SAID)) for each in met]
    cells.append(["risks said in words with F1 ≥ .75", f"{len(SAID)}", *numbers])
    for name, rate in (("clean web drafts", web_rate(measured)), ("published copy", copy_rate(measured))):
        if rate is not None:
            both = "met" if rate <= 1 else "**missed**"
            cells.append([f"findings per 1,000 words, {name}", "≤ 1", f"{rate:.2f} {both}", "not split"])
    yield from table(["target", "asked", "tuned", "held out"], cells)


def judged(value: float | None, asked: float, *, more: bool) -> str:
    """A figure, and whether it is enough."""
    if value is None:
        return "–"
    met = value >= asked if more else value <= asked
    return f"{value:.3f} {'met' if met else '**missed**'}".removeprefix("0")


def verdict(met: int, asked: int) -> str:
    """How many of how many."""
    return f"{met} of {asked} {'met' if met == asked else '**missed**'}"


def sets(measured: Measured) -> Iterator[str]:
    """How many drafts, labels and situations there are."""
    yield "## The sets\n"
    rows = []
    for wave, files in files_of(measured).items():
        for lang in LANGS:
            entries = [each for each in measured.entries if each.file in files and lang_of(each) == lang]
            if entries:
                rows.append([wave, lang, *size(measured, entries)])
    rows.append(["all", "", *size(measured, measured.entries)])
    heads = ["wave", "language", "drafts", "held out", "clean", "labels", "read by a second reader"]
    yield from table(heads, rows)
    everything = measured.of(measured.files())
    yield f"\n{everything.differing:,} pairs of a draft and a risk are left out: the two readers differ, or one doubts."


def lang_of(entry: Entry) -> str:
    """The language that the draft's own line gives."""
    return entry.labelled.draft.context.lang or ""


def size(measured: Measured, entries: Sequence[Entry]) -> list[str]:
    """Drafts, drafts held out, clean drafts, labels, drafts with a second reading."""
    counts = (
        len(entries),
        sum(entry.held_out for entry in entries),
        sum(map(measured.is_clean, entries)),
        sum(len(entry.labelled.risks) for entry in entries),
        sum(entry.labelled.draft.id in measured.second for entry in entries),
    )
    return [f"{count:,}" for count in counts]


def overall(measured: Measured) -> Iterator[str]:
    """All risks together, by wave and language."""
    yield "## All risks together\n"
    rows = [[wave, lang, *beside(measured, files, lang, ALL, NOTE)] for wave, files, lang in waves_and_langs(measured)]
    rows.append(["all, from `reconsider`", ALL, *beside(measured, measured.files(), ALL, ALL, RECONSIDER)])
    yield from table(["wave", "language", *BESIDE], rows)


def said_in_words(measured: Measured) -> Iterator[str]:
    """The risks of which F1 ≥ .75 is asked."""
    yield "## Risks that are said in words or follow from the context\n"
    yield (
        "F1 of .75 is asked of these. Embargo, quiet period and stale are counted on the drafts whose context gives "
        "an embargo, a quiet period or a publish time: elsewhere nothing can follow from it.\n"
    )
    rows = []
    for risk in SAID:
        tallies = [said_tally(measured, risk, side) for side in SIDES]
        met = ["–" if tally.f1 is None else "met" if tally.f1 >= 0.75 else "**missed**" for tally in tallies]
        rows.append([risk, *scores(tallies[0]), met[0], *scores(tallies[1]), met[1]])
    heads = [f"{side} {name}" for side in ("tuned", "held out") for name in (*SCORES, "≥ .75")]
    yield from table(["risk", *heads], rows)


def said_tally(measured: Measured, risk: str, side: bool) -> Tally:
    """The counts of one of `SAID`."""
    evaluation = measured.by_context[risk, side] if risk in GIVEN else measured.of(measured.files(), held=side)
    return evaluation.tallies[ALL, risk, NOTE]


def said_scores(measured: Measured, side: bool) -> list[float]:
    """The F1 of each of `SAID`; 0 where nothing is labelled or found."""
    return [said_tally(measured, risk, side).f1 or 0.0 for risk in SAID]


def by_risk(measured: Measured) -> Iterator[str]:
    """Each risk in each language, both sides of the split."""
    yield "## By risk and language\n"
    rows = [
        [risk, lang, *beside(measured, measured.files(), lang, risk, NOTE)] for risk in LABELLED_RISKS for lang in LANGS
    ]
    yield from table(["risk", "language", *BESIDE], rows)


def by_wave(measured: Measured) -> Iterator[str]:
    """Each risk in each wave and language, both sides together: F1 and counts."""
    yield "## By risk, wave and language\n"
    yield "Precision, recall and F1, with counts, over both parts of the split.\n"
    waves = files_of(measured)
    for lang in LANGS:
        evaluations = {wave: measured.of(files) for wave, files in waves.items()}
        rows = [
            [risk, *(" ".join(scores(each.tallies[lang, risk, NOTE])) for each in evaluations.values())]
            for risk in LABELLED_RISKS
        ]
        yield from table([f"risk ({lang})", *evaluations], rows)
        yield ""


def by_file(measured: Measured) -> Iterator[str]:
    """All risks together in each file: another author each."""
    yield "## By file\n"
    yield "Each file has an author of its own; the fairest test of a rule is an author that nobody had read.\n"
    evaluations = {file: measured.of([file]) for file in measured.files()}
    rows = [
        [file, *scores(each.tallies[ALL, ALL, NOTE]), percent(each.clean[ALL, RECONSIDER])]
        for file, each in evaluations.items()
    ]
    yield from table(["file", *SCORES, "clean with `reconsider` or more"], rows)


def clean_drafts(measured: Measured) -> Iterator[str]:
    """The share of clean drafts that are flagged."""
    yield "## Clean drafts that are flagged\n"
    rows = []
    for wave, files, lang in waves_and_langs(measured):
        sides = [measured.of(files, held=side).clean for side in SIDES]
        rows.append([wave, lang, *(percent(clean[lang, level]) for clean in sides for level in (NOTE, RECONSIDER))])
    packs = measured.all_packs
    shares = [percent(packs.clean[ALL, level]) for level in (NOTE, RECONSIDER)]
    rows.append(["all, every shipped pack on", ALL, *shares, "", ""])
    yield from table(
        ["wave", "language", "tuned, any", "tuned, `reconsider`", "held out, any", "held out, `reconsider`"], rows
    )
    tally = packs.tallies[ALL, ALL, NOTE]
    counts = f"precision {figure(tally.precision)}, recall {figure(tally.recall)}, F1 {figure(tally.f1)}"
    yield f"\nWith every shipped pack on, over all drafts: {counts}."


def open_drafts(measured: Measured) -> Iterator[str]:
    """False alarms where they hurt most."""
    yield "## False alarms on open, human drafts\n"
    yield (
        "The worst kind: a finding on a draft that does what the craft is for. They are the clean drafts whose "
        "author's note speaks of owning a mistake, a dilemma or doubt, pride, or dissent with arguments.\n"
    )
    rows = [
        [name, *(percent(flagged(measured, is_open(pattern), level)) for level in (NOTE, RECONSIDER))]
        for name, pattern in (*OPEN.items(), ("all of these", "|".join(OPEN.values())))
    ]
    yield from table(["kind", "with any finding", "with `reconsider` or more"], rows)


def is_open(pattern: str) -> Callable[[Entry], bool]:
    """Whether a draft's note speaks of it."""
    return lambda entry: re.search(pattern, entry.note.lower()) is not None


def flagged(measured: Measured, chosen: Callable[[Entry], bool], level: Severity) -> Clean:
    """The clean drafts that are chosen, and in how many something is found."""
    ids = [entry.labelled.draft.id for entry in measured.entries if measured.is_clean(entry) and chosen(entry)]
    alarms = measured.alarms(level)
    return Clean(len(ids), sum(draft_id in alarms for draft_id in ids))


def published(measured: Measured) -> Iterator[str]:
    """Findings per 1,000 words where nothing should be found."""
    yield "## Published copy\n"
    yield "Findings from `reconsider` up per 1,000 words; at most 1 is asked.\n"
    rows = []
    for lang in LANGS:
        entries = web_entries(measured, lang)
        if entries:
            alarms = measured.alarms(RECONSIDER)
            found = sum(alarms.get(entry.labelled.draft.id or "", 0) for entry in entries)
            rows.append([f"clean drafts of channel web, {lang}", *rate_cells(found, words_of(entries))])
    for source, counts in measured.copy.items():
        rows.append([source, *rate_cells(counts["findings"], counts["words"])])
    yield from table(["copy", "words", "findings", "per 1,000 words"], rows)
    for source, counts in measured.copy.items():
        most = [(risk, count) for risk, count in counts.most_common() if risk in RISKS][:5]
        yield f"\nMost often in {source}: {', '.join(f'{risk} {count}' for risk, count in most)}."
    if measured.copy:
        yield (
            "\nThe treebanks' documents are read whole, as web copy of an organisation. An encyclopedia, policy papers "
            "and newspapers are harder than web copy should be. English copy with a free licence is not at hand."
        )


def web_entries(measured: Measured, lang: str) -> list[Entry]:
    """The clean drafts of channel web."""
    return [
        entry
        for entry in measured.entries
        if measured.is_clean(entry) and entry.labelled.draft.context.channel == "web" and lang_of(entry) == lang
    ]


def words_of(entries: Iterable[Entry]) -> int:
    """The running words of drafts."""
    return sum(len(words(Document(entry.labelled.draft.text, lang_of(entry)))) for entry in entries)


def rate_cells(found: int, count: int) -> list[str]:
    """Words, findings, and findings per 1,000 words."""
    return [f"{count:,}", f"{found}", "–" if not count else f"{found / count * 1000:.2f}"]


def web_rate(measured: Measured) -> float | None:
    """Findings per 1,000 words of clean web drafts."""
    entries = [entry for lang in LANGS for entry in web_entries(measured, lang)]
    alarms = measured.alarms(RECONSIDER)
    found = sum(alarms.get(entry.labelled.draft.id or "", 0) for entry in entries)
    return found / words_of(entries) * 1000 if entries else None


def copy_rate(measured: Measured) -> float | None:
    """Findings per 1,000 words of published copy."""
    count = sum(counts["words"] for counts in measured.copy.values())
    found = sum(counts["findings"] for counts in measured.copy.values())
    return found / count * 1000 if count else None


def weakest(measured: Measured, notes: Mapping[str, Lack]) -> Iterator[str]:
    """The risks with the lowest F1 where nothing was tuned, and what they lack."""
    yield "## What the weakest risks lack\n"
    yield "The risks with the lowest F1 in the part held out; the notes are kept in `benchmarks/quality_notes.yaml`.\n"
    held = measured.of(measured.files(), held=True)
    ranked = sorted(LABELLED_RISKS, key=lambda risk: held.tallies[ALL, risk, NOTE].f1 or 0.0)
    for risk in ranked[:WEAKEST]:
        tally = held.tallies[ALL, risk, NOTE]
        note = notes.get(risk)
        said = f" *{note.kind}.* {note.lacks}" if note else ""
        counts = f"precision {figure(tally.precision)}, recall {figure(tally.recall)}, F1 {figure(tally.f1)}"
        yield f"- **{risk}** ({counts}).{said}"


# ---- history --------------------------------------------------------------------------------------------------------


def read_history(path: Path) -> list[dict[str, str]]:
    """The lines of the history, oldest first; none where there is no history yet."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add_to_history(path: Path, measured: Measured, date: str, commit: str) -> None:
    """Add a line with today's scores; a second run at one commit replaces its line."""
    lines = [line for line in read_history(path) if line["commit"] != commit]
    lines.append(dict(zip(COLUMNS, (date, commit, *scores_now(measured)), strict=True)))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


def scores_now(measured: Measured) -> list[str]:
    """What a line of the history keeps."""
    everything: Evaluation = merged(measured.parts.values())
    tallies = [
        everything.tallies[ALL, ALL, NOTE],
        measured.of(measured.files(), held=True).tallies[ALL, ALL, NOTE],
    ]
    shares = [
        *(everything.clean[ALL, level].share for level in (NOTE, RECONSIDER)),
        flagged(measured, is_open("|".join(OPEN.values())), NOTE).share,
    ]
    figures = [value for each in tallies for value in (each.precision, each.recall, each.f1)] + shares
    rates = [web_rate(measured), copy_rate(measured)]
    return [str(everything.drafts), *("" if each is None else f"{each:.3f}" for each in (*figures, *rates))]


def told_history(history: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The last lines of the history."""
    yield "## History\n"
    yield (
        "From [quality-history.csv](quality-history.csv), newest first. `held` is the part held out; `clean` and "
        "`open` are shares of clean drafts with a finding; a `+` after a commit says that there were changes since.\n"
    )
    yield from table(COLUMNS, ([line[column] for column in COLUMNS] for line in list(reversed(history))[:20]))
