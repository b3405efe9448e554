"""The options that several commands have, and what those of a command give of a draft's context."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from postlint.errors import InputError, Refusal, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.changed import Changed
    from postlint.cli.agreed import Agreed
    from postlint.cli.checking import Checking
    from postlint.config import Config
    from postlint.context import Given
    from postlint.finding import Severity
    from postlint.reporters.change import Noted

ContextFile = Annotated[Path | None, typer.Option(help=say("A file with the context (YAML, JSON or TOML)."))]
Configuration = Annotated[
    Path | None, typer.Option(help=say("The configuration; else postlint.toml or pyproject.toml here or above."))
]
MorePacks = Annotated[list[str] | None, typer.Option(help=say("A pack more: its name, or the folder of your own."))]
Processes = Annotated[
    int | None, typer.Option(min=1, help=say("Processes that check; by the number of processors if not given."))
]
LeftOut = Annotated[list[str] | None, typer.Option(help=say("Not these files in a folder, written as in .gitignore."))]
LanguageToolServer = Annotated[
    str | None, typer.Option(metavar="SERVER", help=say("Ask LanguageTool too: managed, off, or its address."))
]


def context_file(path: Path | None, settings: Config) -> Given:
    """What the context file gives; nothing where there is none."""
    if path is None:
        return {}
    from postlint.config_file import read_context

    return read_context(path, settings.context.organisation.timezone)


def older_findings(path: Path | None) -> Mapping[str, Noted] | None:
    """The findings of the report to compare with; `None` where there is none."""
    if path is None:
        return None
    from postlint.reporters.change import read_older

    return read_older(path)


def threshold_of(fail_on: str | None, settings: Config) -> Severity | None:
    """The severity from which findings make exit code 1; `None` for never."""
    from postlint.finding import Severity

    if fail_on == "never":
        return None
    return settings.fail_on if fail_on is None else Severity[fail_on.upper()]


def baseline_of(path: Path | None, settings: Config) -> Path | None:
    """The file of the baseline: the one that is named, or the usual one if it is there."""
    from postlint.config import BASELINE

    usual = settings.folder / BASELINE
    return path or (usual if usual.is_file() else None)


def changes(ref: str | None) -> Changed | None:
    """What has changed since a commit; `None` where that does not matter."""
    if ref is None:
        return None
    from postlint.changed import changed_since

    try:
        return changed_since(ref, Path.cwd())
    except Refusal as refusal:
        raise refusal.at("--changed-since") from None


def only_changed(paths: list[Path | InputError], changed: Changed | None) -> list[Path | InputError]:
    """The paths of files that have changed, and what could not be chosen."""
    return [path for path in paths if changed is None or isinstance(path, InputError) or changed.has(path)]


def hearing_for(checking: Checking, baseline: Path | None, changed: Changed | None, *, folders: bool) -> Agreed | None:
    """What the reports are held against; nothing where nothing was agreed before."""
    if not (baseline or changed or checking.inputs.settings.exceptions):
        return None
    from postlint.cli.agreed import Agreed, recorded

    return Agreed(checking, recorded(baseline) if baseline else None, changed, folders=folders)


def with_languagetool(settings: Config, server: str | None) -> Config:
    """The configuration with the server of LanguageTool that an option gives; as it was where none is given."""
    if server is None:
        return settings
    from dataclasses import replace

    from postlint.languagetool.settings import LanguageToolSettings

    try:
        asked = replace(settings.languagetool or LanguageToolSettings(), server=server)
    except Refusal as refusal:
        raise refusal.at("--languagetool") from None
    return replace(settings, languagetool=asked)


Readers = Literal["model", "llm", "both", "off"]
"""Which second readers an option asks for: postlint's own model, the language model, both (that are there), or none."""


def with_reader(settings: Config, asked: Readers | None) -> Config:
    """The configuration with the second readers that an option asks for; as it was where none is given.

    Raises:
        InputErrors: one is asked for and not there.
    """
    if asked is None:
        return settings
    from dataclasses import replace

    from postlint.reader.settings import ReaderSettings

    reader = replace(settings.reader or ReaderSettings(), on=asked != "off")
    if asked == "model":
        reader = ReaderSettings(on=True)
    if asked == "llm":
        if not reader.llm:
            what = say("the configuration names no language model")
            raise Refusal(what, say("Write its llm and model under [reader].")).at("--reader")
        reader = replace(reader, own=False)
    if reader.on and not reader.reads:
        what = say("the second reader is not installed")
        raise Refusal(what, say("`postlint doctor` says how to get it.")).at("--reader")
    return replace(settings, reader=reader)


def overheard(formats: Iterable[str]) -> bool:
    """Whether others than the author read the reports: on a build server, or in a format that goes round."""
    from postlint.cli.writers import UNMASKED

    return os.environ.get("CI", "").lower() not in ("", "0", "false") or not set(formats) <= set(UNMASKED)


def context_given(
    settings: Config,
    *,
    moments: Mapping[str, str | None],
    embargoes: list[str] | None,
    quiet_periods: list[str] | None,
    organisation: str | None,
    **plain: str | None,
) -> dict[str, Any]:
    """All that options give of the context, by its keys; `plain` are those that are what they are."""
    return {
        **plain,
        "organisation": {"name": organisation} if organisation else None,
        **moments_given(settings, **moments),
        **silences_given(settings, embargoes or [], quiet_periods or []),
    }


def moments_given(settings: Config, **texts: str | None) -> dict[str, datetime]:
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


def silences_given(settings: Config, embargoes: list[str], quiet_periods: list[str]) -> dict[str, Any]:
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
