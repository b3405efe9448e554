"""`postlint practice`: show, search and keep cases of good practice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.exits import mistakes_explained
from postlint.cli.settings import interface_lang, own_pack, pack_folders, settings_here, unknown_name
from postlint.context import Lang
from postlint.errors import InputErrors, printable, say

if TYPE_CHECKING:
    from datetime import date

    from postlint.practice import Case, Practice

practice = typer.Typer(no_args_is_help=True, help=say("Show, search and keep examples of good practice."))


@practice.command(
    "show",
    help=say(
        "Show the cases of a risk: the draft, what went wrong, the better post, and why it works.\n\n"
        "First those of postlint, then those of your own packs, with who keeps them and since when.\n\n"
        "Example: postlint practice show connecting/no-deadline"
    ),
)
def show_cases(
    risk: Annotated[str, typer.Argument(help=say("The name of a risk; `postlint risks` lists them."))],
    *,
    lang: Annotated[Lang | None, typer.Option(help=say("Cases in this language; else the interface's."))] = None,
) -> None:
    """Show the cases of a risk."""
    from postlint.risks import RISKS

    with mistakes_explained():
        folders = pack_folders([])
        if risk not in RISKS:
            raise InputErrors(unknown_name("practice show", risk, RISKS))
        practices = _read(folders, risk, lang or interface_lang())
    typer.echo(risk)
    for kept in practices:
        for line in _practice(kept):
            typer.echo(line)
    if not practices:
        typer.echo(say("No case in {lang} is kept of it yet.", lang=lang or interface_lang()))


def _read(folders: list[Path], risk: str | None, lang: Lang) -> list[Practice]:
    """What the packs keep, shipped ones first; `InputErrors` with all that is wrong with it."""
    from postlint.packs import shipped_folder
    from postlint.practice import read_practice

    shipped_first = sorted(folders, key=lambda folder: folder.parent != shipped_folder())
    practices, errors = read_practice(shipped_first, risk=risk, lang=lang)
    if errors:
        raise InputErrors(*errors)
    return practices


def _practice(kept: Practice) -> Iterator[str]:
    """The lines of a file's cases; of one that is not filled in yet, where it waits and for what."""
    from postlint.practice import unfilled_cases

    waiting = {error.line: error for error in unfilled_cases(kept)}
    yield from [*_wrapped(kept.about, ""), ""]
    for case in kept.cases:
        yield from [str(waiting[case.line])] if case.line in waiting else _case(case)
        yield ""


def _case(case: Case) -> Iterator[str]:
    from postlint.practice import LABELS, POSTS

    yield from _wrapped(case.title, "■ ")
    for part, label in LABELS[case.lang].items():
        if part in POSTS:
            yield f"  {label}:"
            for line in getattr(case, part).split("\n"):
                yield from _wrapped(line, "    │ ", again=True)
        elif part != "owner" and getattr(case, part):
            yield from _wrapped(f"{label}: {getattr(case, part)}", "  ")
    if case.since is not None:
        yield from _wrapped(f"{LABELS[case.lang]['owner']}: {case.owner}, {case.since.isoformat()}", "  ")


def _wrapped(text: str, indent: str, *, again: bool = False) -> list[str]:
    """The text as lines of the terminal's width, without what could steer it; `again`: each with the same indent."""
    width = max(get_terminal_size().columns, len(indent) + 1)
    following = indent if again else " " * len(indent)
    lines = wrap(printable(text), width, initial_indent=indent, subsequent_indent=following, break_on_hyphens=False)
    return lines or [indent.rstrip()]


@practice.command(
    "search",
    help=say(
        "Search the cases for words: those in which all of them occur, in any form (promise finds promised).\n\n"
        "Shows the risk, the title and the file.\n\n"
        "Example: postlint practice search waiting permit"
    ),
)
def search_cases(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help=say("The words to look for."))],
    *,
    lang: Annotated[Lang | None, typer.Option(help=say("Cases in this language; else the interface's."))] = None,
) -> None:
    """Search the cases for words."""
    from postlint.practice import holds_words

    with mistakes_explained():
        found_in = holds_words(words, lang or interface_lang())
        practices = _read(pack_folders([]), None, lang or interface_lang())
    found = [case for kept in practices for case in kept.cases if found_in(case.text)]
    for case in found:
        typer.echo(f"{case.risk}  {printable(case.title)}")
        typer.echo(f"  {case.path}:{case.line}")
    if not found:
        typer.echo(
            say("No case in {lang} has all of these words; fewer words find more.", lang=lang or interface_lang())
        )


@practice.command(
    "new",
    help=say(
        "Add a case for you to fill in, to a pack of your own.\n\n"
        "The packs that come with postlint are not written to.\n\n"
        'Example: postlint practice new tone/insinuation --pack ./postlint-rules --owner "Anja Smit"'
    ),
)
def new_case(
    risk: Annotated[str, typer.Argument(help=say("The risk that it is for; `postlint risks` lists them."))],
    *,
    pack: Annotated[
        Path | None, typer.Option(help=say("The pack's folder; else the one pack of your own in the configuration."))
    ] = None,
    owner: Annotated[str, typer.Option(help=say("Who keeps the case: a name or a team."))],
    since: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help=say("Since when it is kept; else today."))
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help=say("The case's language; else the interface's."))] = None,
) -> None:
    """Add a case for you to fill in."""
    from postlint.practice import add_case

    with mistakes_explained():
        day = _day(since) if since is not None else today(settings_here().context.organisation.timezone)
        folder = pack_folders([str(pack)])[0] if pack else own_pack()
        case = add_case(folder, risk, lang or interface_lang(), owner, day)
    typer.echo(say("Written: {path}", path=f"{case.path}:{case.line}"))
    typer.echo(say("Fill it in, then run: postlint rules test {folder}", folder=pack or folder))


def _day(text: str) -> date:
    from datetime import date

    from postlint.errors import Refusal, quoted

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(say("{text} is not a day", text=quoted(text)), say("Write it as 2026-11-22.")).at(
            "--date"
        ) from None


def today(timezone: str) -> date:
    """The day that it is in `timezone`."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()
