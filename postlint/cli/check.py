"""`postlint check`: read drafts and say what a sensible colleague would say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.inputs import Inputs, read_sources
from postlint.context import Audience, Channel, Lang, Voice
from postlint.errors import InputError, Refusal, say

if TYPE_CHECKING:
    from postlint.config import Config
    from postlint.context import Given
    from postlint.document import Draft
    from postlint.engine import Linter
    from postlint.finding import Report

HELP = say(
    "Check drafts before they are posted.\n\n"
    "Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong use, configuration or rule, "
    "3 not everything could be checked.\n\n"
    "Example: postlint check --channel x --publish-at 2026-05-01T09:00:00+02:00 draft.txt"
)
Format = Literal["text", "json", "jsonl"]
FailOn = Literal["note", "reconsider", "hold", "never"]


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help=say("Drafts to check: text files, .jsonl files of drafts, or - for standard input.")),
    ] = None,
    *,
    text: Annotated[str | None, typer.Option(help=say("The draft itself; it stays in your shell's history."))] = None,
    jsonl: Annotated[bool, typer.Option(help=say("Read every input as JSON lines of drafts."))] = False,
    lang: Annotated[
        Lang | None, typer.Option(help=say("Language of the draft; found from the text if not given."))
    ] = None,
    channel: Annotated[Channel | None, typer.Option(help=say("Where it is posted."))] = None,
    audience: Annotated[Audience | None, typer.Option(help=say("Who hears it."))] = None,
    voice: Annotated[Voice | None, typer.Option(help=say("Who speaks."))] = None,
    publish_at: Annotated[
        str | None, typer.Option(help=say("When it is posted, as 2026-05-01T09:00:00+02:00; at a terminal: now."))
    ] = None,
    reply_to: Annotated[str | None, typer.Option(help=say("The text that it answers."))] = None,
    reply_to_at: Annotated[str | None, typer.Option(help=say("When that was posted."))] = None,
    embargo: Annotated[
        list[str] | None,
        typer.Option(help=say("What may not be public yet: UNTIL TOPIC, or UNTIL TOPIC: TERM, TERM.")),
    ] = None,
    quiet_period: Annotated[
        list[str] | None,
        typer.Option(help=say("A declared silence: FROM/UNTIL NAME, or FROM/UNTIL NAME: ALLOWED, ALLOWED.")),
    ] = None,
    organisation: Annotated[str | None, typer.Option(help=say("Name of the organisation."))] = None,
    context: Annotated[Path | None, typer.Option(help=say("A file with the context (YAML, JSON or TOML)."))] = None,
    config: Annotated[
        Path | None, typer.Option(help=say("The configuration; else postlint.toml or pyproject.toml here or above."))
    ] = None,
    pack: Annotated[
        list[str] | None, typer.Option(help=say("A pack more: its name, or the folder of your own."))
    ] = None,
    select: Annotated[list[str] | None, typer.Option(help=say("Only these risks, groups or rules."))] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=say("Not these risks, groups or rules."))] = None,
    output: Annotated[Format, typer.Option("--format", help=say("How the report is written."))] = "text",
    fail_on: Annotated[
        FailOn | None, typer.Option(help=say("Exit with 1 from this severity up (default: reconsider)."))
    ] = None,
    unmasked: Annotated[
        bool, typer.Option(help=say("Show passwords, personal data and embargo terms as they stand."))
    ] = False,
) -> None:
    """Check drafts and leave with the exit code that the reports make."""
    with mistakes_explained():
        settings = _config(config)
        given: dict[str, Any] = {
            "lang": lang,
            "channel": channel,
            "audience": audience,
            "voice": voice,
            "reply_to": reply_to,
            "organisation": {"name": organisation} if organisation else None,
        }
        given |= _moments(settings, publish_at=publish_at, reply_to_at=reply_to_at)
        given |= _silences(settings, embargo or [], quiet_period or [])
        inputs = Inputs(settings, _context_file(context, settings), given)
        sources = read_sources(files or [], text, jsonl=jsonl)
        linter = _linter(settings, pack or [], select or [], ignore or [])
    reports = (_checked(linter, draft) for source in sources for draft in inputs.drafts(source))
    threshold = _threshold(fail_on, settings)
    written = _WRITERS[output](reports, unmasked=unmasked, inputs=inputs)
    raise typer.Exit(max((_code(report, threshold) for report in written), default=ExitCode.CLEAN))


def _config(path: Path | None) -> Config:
    from postlint.config import find_config, load_config

    return load_config(path or find_config(Path.cwd()), os.environ)


def _context_file(path: Path | None, settings: Config) -> Given:
    from postlint.config import read_context

    return read_context(path, settings.context.organisation.timezone) if path else {}


def _linter(settings: Config, packs: list[str], select: list[str], ignore: list[str]) -> Linter:
    from postlint.configured import configured_linter

    return configured_linter(settings, packs=packs, select=select, ignore=ignore)


def _threshold(fail_on: FailOn | None, settings: Config) -> int | None:
    """The severity from which findings make exit code 1; `None` for never."""
    from postlint.finding import Severity

    if fail_on == "never":
        return None
    return settings.fail_on if fail_on is None else Severity[fail_on.upper()]


def _moments(settings: Config, **texts: str | None) -> dict[str, datetime]:
    """The moments that options give, by the key of the context."""
    from postlint.context import parse_moment

    moments = {}
    for key, text in texts.items():
        if text is not None:
            try:
                moments[key] = parse_moment(text, settings.context.organisation.timezone)
            except Refusal as refusal:
                raise refusal.at("--" + key.replace("_", "-")) from None
    return moments


def _silences(settings: Config, embargoes: list[str], quiet_periods: list[str]) -> dict[str, Any]:
    """The embargoes and quiet periods that options give: moments, a name, and behind a colon the words."""
    from postlint.context import Embargo, QuietPeriod, parse_moment

    timezone = settings.context.organisation.timezone
    given: dict[str, list[Any]] = {"embargoes": [], "quiet_periods": []}
    for option, value in [("--embargo", text) for text in embargoes] + [
        ("--quiet-period", text) for text in quiet_periods
    ]:
        when, _, named = value.strip().partition(" ")
        name, _, listed = named.partition(":")
        terms = tuple(term.strip() for term in listed.split(",") if term.strip())
        try:
            moments = [parse_moment(moment, timezone) for moment in when.split("/")]
            if option == "--embargo":
                (until,) = moments
                given["embargoes"].append(Embargo(topic=name.strip(), until=until, terms=terms))
            else:
                start, until = moments
                given["quiet_periods"].append(QuietPeriod(name=name.strip(), from_=start, until=until, allow=terms))
        except Refusal as refusal:
            raise refusal.at(option) from None
        except ValueError:
            what = (
                say("this does not say from when until when")
                if option == "--quiet-period"
                else say("this does not say until when")
            )
            raise Refusal(what, say("See `postlint check --help` for how to write it.")).at(option) from None
    return {key: tuple(values) for key, values in given.items()}


def _checked(linter: Linter, draft: Draft | InputError) -> Report:
    """The report on a draft; of one that could not be read, a report that says so."""
    from postlint.finding import Problem, Report

    if not isinstance(draft, InputError):
        return linter.check(draft)
    place = f"{draft.file}:{draft.line}:{draft.column}" if draft.line else draft.file
    problem = Problem(what=draft.what, remedy=draft.remedy, where=place)
    return Report(text="", lang=None, problems=(problem,))


def _code(report: Report, threshold: int | None) -> ExitCode:
    if not report.complete:
        return ExitCode.INCOMPLETE
    found = threshold is not None and any(finding.severity >= threshold for finding in report.findings)
    return ExitCode.FINDINGS if found else ExitCode.CLEAN


def _write_text(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:
    """On a terminal in colour and unmasked, since that is the author's own screen; elsewhere plain."""
    if not sys.stdout.isatty():
        from postlint.reporters.text import plain_report

        width = get_terminal_size().columns
        for report in reports:
            typer.echo(plain_report(report, width, unmasked=unmasked, now=inputs.now))
            yield report
        return
    from rich.console import Console

    from postlint.reporters.text import print_report

    console = Console(highlight=False)
    for report in reports:
        print_report(report, console, unmasked=True, now=inputs.now)
        yield report


def _write_lines(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:  # noqa: ARG001 — one signature for all formats
    from postlint.reporters.json import json_line
    from postlint.reporters.masking import masked

    for report in reports:
        typer.echo(json_line(report if unmasked else masked(report)))
        yield report


def _write_json(reports: Iterable[Report], *, unmasked: bool, inputs: Inputs) -> Iterator[Report]:  # noqa: ARG001 — one signature for all formats
    from postlint.reporters.json import json_run
    from postlint.reporters.masking import masked

    seen = list(reports)
    typer.echo(json_run(report if unmasked else masked(report) for report in seen))
    yield from seen


_WRITERS = {"text": _write_text, "json": _write_json, "jsonl": _write_lines}
"""How each format is written: reports go in, are written, and come out again to be counted."""
