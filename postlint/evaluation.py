"""How well the rules find what people have labelled, by risk, group and language.

Everything is counted at the level of drafts: a draft and a risk are one pair, however often the risk is found or
labelled in that draft. Each figure is given twice, with every finding and with those from `reconsider` up, so that
finding more and alarming less are always weighed at the same severity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from postlint import __version__
from postlint.context import DEFAULT_TIMEZONE, Context, Given, Words
from postlint.datafile import Source, decode
from postlint.document import Draft, Span
from postlint.engine import Linter
from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.finding import Finding, Problem, Severity
from postlint.json_source import load
from postlint.risks import RISKS, groups
from postlint.sources.jsonl import alone, read_drafts
from postlint.validation import build

SCHEMA = 1
"""The version of `as_data`; it changes when a key is removed or takes another meaning."""
LEVELS = (Severity.NOTE, Severity.RECONSIDER)
"""The severities from which findings count."""
ALL = "all"
LANGS = ("nl", "en")
OTHER = "other"

Kind: TypeAlias = Literal["miss", "note only", "false alarm"]


# ---- what people said of the drafts ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The keys of one label: a risk, and the words that carry it (`None`: the draft as a whole)."""

    risk: Words
    span: Words | None = None
    implicit: object = None
    doubt: object = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A draft with its risks; of each the places where the label's words stand, none where it is the whole draft."""

    draft: Draft
    risks: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """What a second reader said of a draft without seeing the labels: the risks raised, and those in doubt."""

    id: Words
    risks: tuple[Label, ...]
    doubt: tuple[Words, ...] = ()

    def differs(self, labelled: Collection[str]) -> set[str]:
        """The risks on which this reading and the labels differ, or which it leaves in doubt."""
        return {label.risk for label in self.risks} ^ set(labelled) | set(self.doubt)


def read_labelled(
    data: bytes, name: str, context_of: Callable[[Given], Context] = alone, *, timezone: str = DEFAULT_TIMEZONE
) -> list[Labelled]:
    """The labelled drafts in JSON lines.

    Raises:
        InputErrors: all that is wrong in any line; figures over part of a file would deceive. No error shows a draft.
    """
    labelled: list[Labelled] = []
    errors: list[InputError] = []
    for number, line in _lines(data):
        try:
            labelled += _labelled(line, number, name, context_of, timezone)
        except InputErrors as wrong:
            errors += wrong.errors
    if errors:
        raise InputErrors(*errors)
    return labelled


def _labelled(
    line: bytes, number: int, name: str, context_of: Callable[[Given], Context], timezone: str
) -> list[Labelled]:
    read = list(read_drafts(line, name, context_of, timezone=timezone))
    errors = [replace(draft, line=number) for draft in read if isinstance(draft, InputError)]
    if errors:
        raise InputErrors(*errors)
    source = _source(line, number, name)
    return [Labelled(draft, _labels(source, draft.text)) for draft in read if isinstance(draft, Draft)]


def read_second(data: bytes, name: str) -> dict[str, SecondReading]:
    """A second reader's readings by the id of the draft; `InputErrors` with all that is wrong in any line."""
    readings: dict[str, SecondReading] = {}
    errors: list[InputError] = []
    for number, line in _lines(data):
        try:
            source = _source(line, number, name)
            reading = build(SecondReading, source)
            _check_risks(source, [label.risk for label in reading.risks], reading.doubt)
            readings[reading.id] = reading
        except InputErrors as wrong:
            errors += wrong.errors
    if errors:
        raise InputErrors(*errors)
    return readings


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers."""
    lines = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    return ((number, line) for number, line in lines if line.strip())


def _source(line: bytes, number: int, name: str) -> Source:
    try:
        text = decode(line.rstrip(b"\r"), name, private=True)
    except InputErrors as undecoded:
        raise InputErrors(*(replace(error, line=number) for error in undecoded.errors)) from None
    return load(text, name, private=True, first_line=number)


def _labels(source: Source, text: str) -> dict[str, tuple[Span, ...]]:
    data: Any = source.data
    if not isinstance(data.get("risks"), list):
        what = say("{key} is missing", key=quoted("risks"))
        raise InputErrors(source.error((), what, say("Give the draft's risks; [] says that it has none.")))
    labels = [build(Label, source, ("risks", number)) for number in range(len(data["risks"]))]
    _check_risks(source, [label.risk for label in labels])
    places: dict[str, tuple[Span, ...]] = {}
    for number, label in enumerate(labels):
        found = () if label.span is None else tuple(_places(label.span, text))
        if label.span is not None and not found:
            what = say("these words do not stand in the draft")
            raise InputErrors(source.error(("risks", number, "span"), what, say("Copy them to the letter.")))
        places[label.risk] = (*places.get(label.risk, ()), *found)
    return places


def _check_risks(source: Source, risks: Iterable[str], doubt: Iterable[str] = ()) -> None:
    errors = []
    for key, names in (("risks", risks), ("doubt", doubt)):
        for number, risk in enumerate(names):
            if risk not in RISKS:
                what = say("{name} is not a risk", name=quoted(risk))
                errors.append(source.error((key, number), what, nearest(risk, RISKS)))
    if errors:
        raise InputErrors(*errors)


def _places(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + len(words))


# ---- counting -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """How often a risk, a group or all risks were found, from one severity up.

    Of the pairs found whose label names words (`placed`), `overlapping` counts those where a finding shares a
    character with such words, and `overlap` sums the best intersection over union of a finding and a label.
    """

    found: int = 0
    false: int = 0
    missed: int = 0
    placed: int = 0
    overlapping: int = 0
    overlap: float = 0.0

    def count(self, labels: tuple[Span, ...] | None, findings: list[Finding]) -> None:
        """Count one pair of draft and risk; `labels` is `None` where it is not labelled."""
        if labels is None:
            self.false += bool(findings)
        elif not findings:
            self.missed += 1
        else:
            self.found += 1
            if labels:
                best = max(_overlap(finding.span, label) for finding in findings for label in labels)
                self.placed += 1
                self.overlapping += best > 0
                self.overlap += best

    @property
    def precision(self) -> float | None:
        """The share of what was found that is labelled."""
        return _share(self.found, self.found + self.false)

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was found."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.found, 2 * self.found + self.false + self.missed)

    def as_data(self) -> dict[str, Any]:
        """The figures as plain data; `None` where there is nothing to divide by."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "found": self.found,
            "false": self.false,
            "missed": self.missed,
            "span_overlap": _share(self.overlapping, self.placed),
            "span_iou": _share(self.overlap, self.placed),
        }


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None


def _overlap(one: Span, other: Span) -> float:
    """Intersection over union."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


@dataclass(slots=True)
class Clean:
    """How many drafts have no label, and in how many of those something was found from one severity up."""

    drafts: int = 0
    flagged: int = 0

    @property
    def share(self) -> float | None:
        """The share of clean drafts in which something was found."""
        return _share(self.flagged, self.drafts)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A pair of draft and risk on which the rules and the labels differ; `findings` are those of that risk."""

    kind: Kind
    risk: str
    draft: Draft
    findings: tuple[Finding, ...]
    labels: tuple[Span, ...]


@dataclass
class Evaluation:
    """All figures: tallies by language (or all), name (`all`, a group or a risk) and severity, and clean drafts.

    `differing` counts the pairs of draft and risk that the second reader left no agreement on, `unread` the drafts
    that this reader did not read; both are 0 where there was none.
    """

    tallies: dict[tuple[str, str, Severity], Tally] = field(default_factory=lambda: defaultdict(Tally))
    clean: dict[tuple[str, Severity], Clean] = field(default_factory=lambda: defaultdict(Clean))
    mistakes: list[Mistake] = field(default_factory=list)
    problems: list[tuple[Draft, Problem]] = field(default_factory=list)
    drafts: int = 0
    differing: int = 0
    unread: int = 0

    def names(self) -> list[str]:
        """`all`, and the groups and risks of which something is labelled or found, in the order of the table."""
        seen = {name for _, name, _ in self.tallies}
        ordered = [ALL, *(name for group, risks in groups().items() for name in (group, *risks))]
        return [name for name in ordered if name in seen or name == ALL]

    def langs(self) -> list[str]:
        """`all`, and the languages of which there are drafts."""
        seen = {lang for lang, _, _ in self.tallies} | {lang for lang, _ in self.clean}
        return [ALL, *(lang for lang in (*LANGS, OTHER) if lang in seen)]


def evaluate(
    linter: Linter,
    labelled: Iterable[Labelled],
    *,
    risks: Collection[str] = tuple(RISKS),
    second: Mapping[str, SecondReading] | None = None,
) -> Evaluation:
    """Check every labelled draft and compare.

    `risks` are those that are judged: labels and findings of others count for nothing. Of a draft that the `second`
    reader read, pairs with a risk on which this reader differs or doubts are left out, and it is clean only where
    both raise nothing; a draft that this reader did not read counts as it is labelled.
    """
    evaluation = Evaluation()
    for each in labelled:
        report = linter.check(each.draft)
        evaluation.drafts += 1
        evaluation.problems += [(each.draft, problem) for problem in report.problems]
        reading = (second or {}).get(each.draft.id or "")
        left_out = reading.differs(each.risks) & set(risks) if reading else set()
        evaluation.differing += len(left_out)
        evaluation.unread += second is not None and reading is None
        judged = set(risks) - left_out
        findings = [finding for finding in report.findings if finding.risk in judged]
        lang = each.draft.context.lang or report.lang or OTHER
        _count_pairs(evaluation, each, findings, judged, lang)
        if not each.risks and not left_out:
            _count_clean(evaluation, findings, lang)
    return evaluation


def _count_pairs(evaluation: Evaluation, each: Labelled, findings: list[Finding], judged: set[str], lang: str) -> None:
    for risk in sorted(judged & ({finding.risk for finding in findings} | each.risks.keys())):
        labels = each.risks.get(risk)
        found = [finding for finding in findings if finding.risk == risk]
        for level in LEVELS:
            heavy = [finding for finding in found if finding.severity >= level]
            for language in (ALL, lang):
                for name in (ALL, risk.split("/")[0], risk):
                    evaluation.tallies[language, name, level].count(labels, heavy)
        kind = _kind(labels, found)
        if kind is not None:
            evaluation.mistakes.append(Mistake(kind, risk, each.draft, tuple(found), labels or ()))


def _kind(labels: tuple[Span, ...] | None, found: list[Finding]) -> Kind | None:
    if labels is None:
        return "false alarm"
    if not found:
        return "miss"
    return "note only" if all(finding.severity < Severity.RECONSIDER for finding in found) else None


def _count_clean(evaluation: Evaluation, findings: list[Finding], lang: str) -> None:
    for level in LEVELS:
        for language in (ALL, lang):
            clean = evaluation.clean[language, level]
            clean.drafts += 1
            clean.flagged += any(finding.severity >= level for finding in findings)


# ---- telling --------------------------------------------------------------------------------------------------------


def as_data(evaluation: Evaluation, *, mistakes: bool) -> dict[str, Any]:
    """The evaluation as plain data (docs/json.md); drafts stand in it only where `mistakes` are asked for."""
    return {
        "schema": SCHEMA,
        "postlint": __version__,
        "drafts": evaluation.drafts,
        "left_out": {"pairs": evaluation.differing, "drafts_unread": evaluation.unread},
        "langs": {lang: _lang_data(evaluation, lang) for lang in evaluation.langs()},
        "problems": [
            {"id": draft.id, "what": problem.what, "remedy": problem.remedy, "where": problem.where}
            for draft, problem in evaluation.problems
        ],
        "mistakes": [_mistake_data(mistake) for mistake in evaluation.mistakes] if mistakes else None,
    }


def _lang_data(evaluation: Evaluation, lang: str) -> dict[str, Any]:
    def scores(name: str) -> dict[str, Any]:
        return {level.word: evaluation.tallies[lang, name, level].as_data() for level in LEVELS}

    names = [name for name in evaluation.names() if (lang, name, LEVELS[0]) in evaluation.tallies]
    clean = {level.word: evaluation.clean[lang, level] for level in LEVELS}
    return {
        "overall": scores(ALL),
        "groups": {name: scores(name) for name in names if name in groups()},
        "risks": {name: scores(name) for name in names if name in RISKS},
        "clean": {word: {"drafts": of.drafts, "flagged": of.flagged, "share": of.share} for word, of in clean.items()},
    }


def _mistake_data(mistake: Mistake) -> dict[str, Any]:
    return {
        "kind": mistake.kind,
        "risk": mistake.risk,
        "id": mistake.draft.id,
        "text": mistake.draft.text,
        "labels": [{"start": span.start, "end": span.end} for span in mistake.labels],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.word,
                "start": finding.span.start,
                "end": finding.span.end,
            }
            for finding in mistake.findings
        ],
    }
