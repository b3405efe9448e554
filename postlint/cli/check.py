"""`postlint check`: read drafts and say what a sensible colleague would say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from postlint.cli.checking import Checking
from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.inputs import STDIN, Inputs, choose_files, read_sources
from postlint.cli.options import (
    Configuration,
    ContextFile,
    LanguageToolServer,
    LeftOut,
    MorePacks,
    Processes,
    Readers,
    baseline_of,
    changes,
    context_file,
    context_given,
    hearing_for,
    older_findings,
    only_changed,
    overheard,
    threshold_of,
    with_languagetool,
    with_reader,
)
from postlint.cli.settings import settings_here
from postlint.cli.writers import Run, code_of, outputs
from postlint.config import BASELINE
from postlint.context import Audience, Channel, Lang, Voice
from postlint.errors import say

if TYPE_CHECKING:
    from postlint.cli.fix import Fixing
    from postlint.cli.inputs import Source
    from postlint.cli.run import Hearing
    from postlint.cli.writers import Outputs
    from postlint.errors import InputError
    from postlint.finding import Report

    Paths = Sequence[Path | InputError]

HELP = say(
    "Check drafts before they are posted.\n\n"
    "Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong use, configuration or rule, "
    "3 not everything could be checked.\n\n"
    "Example: postlint check --channel x --publish-at 2026-05-01T09:00:00+02:00 draft.txt"
)
Format = Literal["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "html"]
FailOn = Literal["note", "reconsider", "hold", "never"]


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help=say("Drafts to check: text files, pages, .jsonl files of drafts, folders, or - for standard input.")
        ),
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
    context: ContextFile = None,
    config: Configuration = None,
    pack: MorePacks = None,
    select: Annotated[list[str] | None, typer.Option(help=say("Only these risks, groups or rules."))] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=say("Not these risks, groups or rules."))] = None,
    jobs: Processes = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help=say("Check files too that have not changed since they were checked."))
    ] = False,
    exclude: LeftOut = None,
    languagetool: LanguageToolServer = None,
    reader: Annotated[
        bool | None,
        typer.Option("--reader/--no-reader", help=say("Have a second reader look for what no word gives away.")),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REF", help=say("Only what has changed since this commit, branch or tag of git.")),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(help=say("The findings that are known; else {file} here.", file=BASELINE)),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help=say("Tell known findings too."))] = False,
    output: Annotated[Format, typer.Option("--format", help=say("How the report is written."))] = "text",
    report: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=FILE", help=say("Write it to a file too, as sarif=postlint.sarif.")),
    ] = None,
    older: Annotated[
        Path | None, typer.Option(help=say("A JSON report of before, so that the HTML report tells what changed."))
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help=say("Exit with 1 from this severity up (default: reconsider)."))
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help=say("Put suggestions in place in the files, where their rule vouches for them.")),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=say("Show what --fix would change, and change nothing."))
    ] = False,
    unmasked: Annotated[
        bool, typer.Option(help=say("Show passwords, personal data and embargo terms as they stand, in text and JSON."))
    ] = False,
) -> None:
    """Check drafts and leave with the exit code that the reports make."""
    with mistakes_explained():
        readers: Readers | None = None if reader is None else "both" if reader else "off"
        settings = with_reader(with_languagetool(settings_here(config), languagetool), readers)
        given = context_given(
            settings,
            moments={"publish_at": publish_at, "reply_to_at": reply_to_at},
            embargoes=embargo,
            quiet_periods=quiet_period,
            organisation=organisation,
            lang=lang,
            channel=channel,
            audience=audience,
            voice=voice,
            reply_to=reply_to,
        )
        inputs = Inputs(settings, context_file(context, settings), given)
        changed = changes(changed_since)
        chosen_from = files or ([Path()] if changed else [])
        paths = only_changed(choose_files(chosen_from, exclude or [], settings), changed) if text is None else []
        if changed and not paths:
            typer.echo(say("Nothing has changed since {ref}.", ref=changed_since), err=True)
        asked = outputs(output, report or [], unmasked=unmasked)
        heard = overheard(asked.formats)
        checking = Checking(inputs, packs=pack or [], select=select or [], ignore=ignore or [], overheard=heard)
        run = Run(checking, threshold_of(fail_on, settings), unmasked, older_findings(older))
        hearing = None
        if paths:
            known = None if no_baseline else baseline_of(baseline, settings)
            hearing = hearing_for(checking, known, changed, folders=any(path.is_dir() for path in chosen_from))
        from_files = text is None and Path(STDIN) not in paths
        fixing = _fixing(run, asked, hearing, from_files=from_files, diff=diff) if fix or diff else None
        sources = read_sources(paths, text, jsonl=jsonl)
        reports = _reports(sources, paths, checking, hearing, fixing, jobs=jobs, cached=not no_cache)
        if fixing and diff:
            raise typer.Exit(fixing.code(reports))
        code = max((code_of(each, run.threshold) for each in asked.written(reports, run)), default=ExitCode.CLEAN)
        if fixing:
            fixing.told()
    raise typer.Exit(code)


def _fixing(run: Run, asked: Outputs, hearing: Hearing | None, *, from_files: bool, diff: bool) -> Fixing:
    """What changes the files, which few runs do."""
    from postlint.cli.fix import Fixing

    return Fixing(run, asked, hearing, from_files=from_files, diff=diff)


def _reports(
    sources: Iterator[Source],
    paths: Paths,
    checking: Checking,
    hearing: Hearing | None,
    fixing: Fixing | None,
    *,
    jobs: int | None,
    cached: bool,
) -> Iterator[Report]:
    """The reports on the files, or on the text that was given: that needs no more than its one check."""
    if not paths:
        return (each for source in sources for each in checking.reports(source))
    from postlint.cli.run import reports_of

    mend = fixing.mended if fixing else None
    return reports_of(sources, paths, checking, hearing, jobs=jobs, cached=cached, mend=mend)
