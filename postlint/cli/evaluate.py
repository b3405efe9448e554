"""`postlint evaluate`: how well the rules find what people have labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.options import Readers, with_reader
from postlint.cli.settings import settings_here
from postlint.errors import InputError, InputErrors, printable, say

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.engine import Linter
    from postlint.evaluation import Evaluation, Labelled, Mistake
    from postlint.finding import Severity

HELP = say(
    "Say how well the rules find what people have labelled.\n\n"
    "Each line of a labelled file is a draft with its `risks`: [] where it is clean, else objects with a `risk` "
    "and the `span` of words that carries it (null for the whole draft). Precision, recall and F1 count pairs of "
    "a draft and a risk; every figure is given with notes and from `reconsider` up.\n\n"
    "Example: postlint evaluate labelled.jsonl --select tone --errors\n\n"
    "Exit codes: 0 done, 2 wrong use, configuration, rule or labels, 3 some drafts could not be checked whole."
)


def evaluate(
    files: Annotated[
        list[Path], typer.Argument(metavar="LABELLED.jsonl...", help=say("Labelled drafts, as JSON lines."))
    ],
    *,
    second: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "What a second reader raised: lines with id, risks and doubt. Pairs of draft and risk on which this "
                "reader differs or doubts are left out; drafts that this reader did not read stay."
            )
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help=say("Also list misses and false alarms, with the drafts' text."))
    ] = False,
    output: Annotated[Literal["text", "json"], typer.Option("--format", help=say("How it is written."))] = "text",
    pack: Annotated[
        list[str] | None, typer.Option(help=say("A pack more: its name, or the folder of your own."))
    ] = None,
    select: Annotated[list[str] | None, typer.Option(help=say("Only these risks, groups or rules."))] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=say("Not these risks, groups or rules."))] = None,
    reader: Annotated[
        Readers | None,
        typer.Option(help=say("Which second reader takes part: postlint's model, the language model, or both.")),
    ] = None,
) -> None:
    """Say how well the rules find what people have labelled."""
    from postlint import evaluation
    from postlint.configured import configured_linter
    from postlint.datafile import read_bytes
    from postlint.sources.text import SIZE_LIMIT

    with mistakes_explained():
        settings = with_reader(settings_here(), reader)
        linter = configured_linter(settings, packs=pack or [], select=select or [], ignore=ignore or [])
        labelled = _labelled(files, settings)
        readings = evaluation.read_second(read_bytes(second, SIZE_LIMIT), str(second)) if second else None
    judged = _judged(linter, select or settings.select, (*settings.ignore, *(ignore or [])))
    result = evaluation.evaluate(linter, labelled, risks=judged, second=readings)
    if output == "json":
        _write_json(result, mistakes=errors)
    else:
        for line in _lines(result, errors=errors, second=readings is not None):
            typer.echo(line)
    raise typer.Exit(ExitCode.INCOMPLETE if result.problems else ExitCode.CLEAN)


def _labelled(files: Iterable[Path], settings: Config) -> list[Labelled]:
    """The labelled drafts of all files, in the context that `postlint check` would give them."""
    from postlint.config import context_for
    from postlint.datafile import read_bytes
    from postlint.evaluation import read_labelled
    from postlint.sources.text import SIZE_LIMIT

    labelled: list[Labelled] = []
    errors: list[InputError] = []
    for file in files:
        try:
            labelled += read_labelled(
                read_bytes(file, SIZE_LIMIT),
                str(file),
                lambda own: context_for(settings, own),
                timezone=settings.context.organisation.timezone,
            )
        except InputErrors as wrong:
            errors += wrong.errors
    if errors:
        raise InputErrors(*errors)
    return labelled


def _judged(linter: Linter, select: Iterable[str], ignore: Iterable[str]) -> set[str]:
    """The risks that the selection leaves, be it by one rule."""
    from postlint.risks import RISKS

    rules = {rule: risk for pack in linter.packs for rule, _, risk, _ in pack.names}

    def risks_of(names: Iterable[str]) -> set[str]:
        meant = {rules.get(name, name) for name in names}
        return {risk for risk in RISKS if not meant.isdisjoint({risk, risk.split("/")[0]})}

    return (risks_of(select) or set(RISKS)) - risks_of(name for name in ignore if name not in rules)


def _write_json(result: Evaluation, *, mistakes: bool) -> None:
    import json

    from postlint.evaluation import as_data

    typer.echo(json.dumps(as_data(result, mistakes=mistakes), ensure_ascii=False, indent=2))


def _lines(result: Evaluation, *, errors: bool, second: bool) -> Iterator[str]:
    """The evaluation in words and figures."""
    if errors:
        yield from _mistakes(result)
    yield from _table(result)
    yield ""
    yield from _spans(result)
    yield from _clean(result)
    if second:
        yield say(
            "Second reader: {pairs} pairs of draft and risk left out; {drafts} drafts not read, and kept.",
            pairs=result.differing,
            drafts=result.unread,
        )
    if result.problems:
        drafts = len({id(draft) for draft, _ in result.problems})
        yield say("Not checked whole: {drafts} of {all} drafts.", drafts=drafts, all=result.drafts)
        yield from _problems(result)


def _problems(result: Evaluation) -> Iterator[str]:
    """Each problem once, with the ids of the drafts in which it arose."""
    by_what: dict[str, list[str]] = {}
    for draft, problem in result.problems:
        by_what.setdefault(problem.what, []).append(draft.id or "–")
    for what, ids in by_what.items():
        yield f"  {len(ids)} × {what} {printable(', '.join(ids[:5]))}" + (" …" if len(ids) > 5 else "")


def _titles() -> list[str]:
    """The two severities from which findings count, in words."""
    from postlint.finding import Severity
    from postlint.reporters.text import SEVERITY_WORDS

    return [say("with notes"), say("from {severity}", severity=SEVERITY_WORDS[Severity.RECONSIDER]())]


def _table(result: Evaluation) -> Iterator[str]:
    """A line for everything, each group and each risk: the figures with notes, and beside them from reconsider up."""
    from postlint.evaluation import ALL, LEVELS

    langs = [lang for lang in result.langs() if lang != ALL]
    heads = [say("precision"), say("recall"), "  F1", *(f"F1 {lang}" for lang in langs)]
    width = sum(len(head) + 2 for head in heads) - 2
    yield f"{'':36}" + "".join(f"  {f' {title} ':-^{width}}" for title in _titles())
    labelled = say("labelled")
    yield f"{'':24}{labelled:>12}" + "".join(f"  {head}" for head in heads) * len(LEVELS)
    for name in result.names():
        tally = result.tallies[ALL, name, LEVELS[0]]
        figures = [figure for level in LEVELS for figure in _figures(result, name, level, langs)]
        cells = zip(figures, heads * len(LEVELS), strict=True)
        row = "".join(f"  {_decimal(figure):>{len(head)}}" for figure, head in cells)
        yield f"{_indented(name):24}{tally.found + tally.missed:>12}{row}"


def _indented(name: str) -> str:
    """A risk stands under its group, without the group's name."""
    return "  " + name.split("/")[1] if "/" in name else name


def _figures(result: Evaluation, name: str, level: Severity, langs: list[str]) -> list[float | None]:
    from postlint.evaluation import ALL

    tally = result.tallies[ALL, name, level]
    return [tally.precision, tally.recall, tally.f1, *(result.tallies[lang, name, level].f1 for lang in langs)]


def _decimal(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.2f}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _spans(result: Evaluation) -> Iterator[str]:
    from postlint.evaluation import ALL, LEVELS

    for title, level in zip(_titles(), LEVELS, strict=True):
        data = result.tallies[ALL, ALL, level].as_data()
        yield say(
            "Place, {level}: {overlap} of what was found overlaps the labelled words; intersection over union {iou}.",
            level=title,
            overlap=_percent(data["span_overlap"]),
            iou=_decimal(data["span_iou"]),
        )


def _clean(result: Evaluation) -> Iterator[str]:
    from postlint.evaluation import ALL, LEVELS

    for title, level in zip(_titles(), LEVELS, strict=True):
        clean = result.clean[ALL, level]
        langs = [f"{lang} {_percent(result.clean[lang, level].share)}" for lang in result.langs() if lang != ALL]
        yield say(
            "Clean drafts flagged, {level}: {share} ({flagged} of {drafts}; {langs}).",
            level=title,
            share=_percent(clean.share),
            flagged=clean.flagged,
            drafts=clean.drafts,
            langs=", ".join(langs),
        )


def _mistakes(result: Evaluation) -> Iterator[str]:
    """The mistakes by risk: first what was missed, then what was found as a note only, then the false alarms."""
    kinds = {"miss": say("missed"), "note only": say("found as a note only"), "false alarm": say("false alarm")}
    for name in result.names():
        of_risk = [mistake for mistake in result.mistakes if mistake.risk == name]
        if of_risk:
            yield name
            for kind, words in kinds.items():
                for mistake in of_risk:
                    if mistake.kind == kind:
                        yield f"  {words} · {_mistake(mistake)}"
            yield ""


def _mistake(mistake: Mistake) -> str:
    """Where, by which rule and on which words; then the draft on one line."""
    text = mistake.draft.text
    found = [f"{finding.rule} ({finding.severity.word}) ‘{finding.span.of(text)}’" for finding in mistake.findings]
    labels = [f"‘{span.of(text)}’" for span in mistake.labels] if mistake.kind != "false alarm" else []
    about = " · ".join([mistake.draft.id or "–", *found, *labels])
    return printable(about) + "\n      " + printable(" ".join(text.split()))
