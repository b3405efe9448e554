"""`postlint languagetool`: install LanguageTool, and start, stop and look at the server that postlint manages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from postlint.cli.exits import ExitCode, mistakes_explained
from postlint.cli.settings import settings_here
from postlint.errors import say

if TYPE_CHECKING:
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.languagetool.state import State

languagetool = typer.Typer(
    no_args_is_help=True, help=say("Install LanguageTool, and start, stop and look at the server of it.")
)
MEGABYTE = 1_000_000


@languagetool.command(
    "install",
    help=say(
        "Install LanguageTool for you alone: spelling and grammar of Dutch and English, some 120 MB.\n\n"
        "By Maven (mvn) it gets these two languages alone. The other way, download, is language-tool-python's own: all "
        "languages, some 250 MB to fetch. What is fetched is compared with checksums.\n\n"
        "Exit codes: 0 it is installed, 3 it could not be.\n\n"
        "Example: postlint languagetool install"
    ),
)
def install_it(
    *,
    via: Annotated[Literal["maven", "download"], typer.Option(help=say("How it is fetched."))] = "maven",
) -> None:
    """Install LanguageTool."""
    from postlint.languagetool.download import by_download
    from postlint.languagetool.install import from_maven, install
    from postlint.languagetool.installation import VERSION, working_java

    with _unavailable_explained():
        working_java()
        typer.echo(say("Fetching LanguageTool {version}; this may take minutes …", version=VERSION))
        installed = install(from_maven if via == "maven" else by_download)
    typer.echo(
        say(
            "Installed in {folder}: {files} files, {size} MB, each as expected.",
            folder=installed.folder,
            files=installed.files,
            size=round(installed.size / MEGABYTE),
        )
    )
    typer.echo(say("Try it: postlint check --languagetool managed --text 'Hij hebt dat gedaan.'"))


@languagetool.command(
    "start",
    help=say(
        "Start the managed server, where it does not run; a check does so too.\n\n"
        "Exit codes: 0 it runs, 2 a mistake in the configuration, 3 it could not be started.\n\n"
        "Example: postlint languagetool start"
    ),
)
def start_it() -> None:
    """Start the managed server, and let it make itself ready in both languages."""
    from postlint.configured import LANGUAGETOOL, packs_of
    from postlint.engine import looking_for
    from postlint.languagetool.server import LANGS, managed
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.packs import load_packs

    with mistakes_explained():
        config = settings_here()
        packs = load_packs([LANGUAGETOOL, *packs_of(config)])
    settings = looking_for(config.languagetool or LanguageToolSettings(), packs)
    with _unavailable_explained():
        address = managed(settings).address(langs=LANGS)
    typer.echo(say("LanguageTool runs at {address}", address=address))


@languagetool.command(
    "stop",
    help=say("Stop the managed server, whoever started it.\n\nExample: postlint languagetool stop"),
)
def stop_it() -> None:
    """Stop the managed server."""
    from postlint.languagetool.server import managed

    settings = _settings()
    with _unavailable_explained():
        stopped = managed(settings).stop()
    typer.echo(say("LanguageTool is stopped.") if stopped else say("LanguageTool did not run."))


@languagetool.command(
    "status",
    help=say(
        "Say whether a server runs: its version, languages and memory, since when, and when it stops.\n\n"
        "It is the server that the configuration names, or else the managed one.\n\n"
        "Exit codes: 0 it runs or can be started, 2 a mistake in the configuration, 3 something is missing.\n\n"
        "Example: postlint languagetool status"
    ),
)
def show_status() -> None:
    """Say whether a server runs."""
    from postlint.languagetool.server import managed
    from postlint.languagetool.settings import MANAGED, OFF

    settings = _settings()
    with _unavailable_explained():
        if settings.server not in (OFF, MANAGED):
            lines = [*_outside(settings)]
        else:
            state = managed(settings).running()
            lines = [*(_installed() if state is None else _running(state))]
    for line in lines:
        typer.echo(line)


def _outside(settings: LanguageToolSettings) -> Iterator[str]:
    """What is told of the server that the configuration names."""
    from postlint.languagetool.server import about, address

    base = address(settings)
    said = about(base)
    yield say("LanguageTool {version} runs, at {address}", version=said.version, address=base)
    yield _languages(said.langs)


def _running(state: State) -> Iterator[str]:
    """What is told of a managed server that runs."""
    from datetime import datetime

    from postlint.languagetool.server import about, memory_of

    said = about(state.address)
    since = datetime.fromtimestamp(state.since).astimezone()
    memory = memory_of(state)
    yield say("LanguageTool {version} runs, at {address}", version=said.version, address=state.address)
    yield _languages(said.langs)
    if memory is not None:
        yield "  " + say("memory: {size} MB", size=round(memory / MEGABYTE))
    yield "  " + say("since: {moment}", moment=since.isoformat(" ", "seconds"))
    yield "  " + say("stops after {minutes:g} minutes without a check", minutes=round(state.idle_seconds / 60, 1))


def _installed() -> Iterator[str]:
    """What is told where nothing runs: what a start would use, or what it lacks."""
    from postlint.languagetool.installation import VERSION, java_version, whole_installation, working_java

    java = working_java()
    jar = whole_installation()
    yield say("LanguageTool {version} does not run; the first check starts it.", version=VERSION)
    yield "  " + say("installed: {folder}", folder=jar.parent)
    yield f"  Java {java_version(java)}: {java}"


def _languages(langs: tuple[str, ...]) -> str:
    names = {"nl": say("Dutch"), "en": say("English")}
    return "  " + say("languages: {langs}", langs=", ".join(names[lang] for lang in langs))


def _settings() -> LanguageToolSettings:
    from postlint.languagetool.settings import LanguageToolSettings

    with mistakes_explained():
        return settings_here().languagetool or LanguageToolSettings()


@contextmanager
def _unavailable_explained() -> Iterator[None]:
    """Print why LanguageTool cannot be used and what to do, and leave with `INCOMPLETE`."""
    from postlint.languagetool.faults import Unavailable

    try:
        yield
    except Unavailable as unavailable:
        typer.echo(f"{unavailable.problem.what} — {unavailable.problem.remedy}", err=True)
        raise typer.Exit(ExitCode.INCOMPLETE) from None
