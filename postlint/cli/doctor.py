"""`postlint doctor`: what is installed and works, and how to get what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from postlint.cli.exits import ExitCode
from postlint.cli.settings import settings_here
from postlint.errors import InputErrors, printable, say

if TYPE_CHECKING:
    from postlint.doctor import Health, LanguageModelHealth, PackHealth

_FEW = 9
"""Rules that rest for the same reason and are named one by one."""

HELP = say(
    "Say what is installed and works, which rules rest and why, and how to get what is missing.\n\n"
    "Example: postlint doctor\n\n"
    "Exit codes: 0 all that is asked for is there, 2 a mistake in configuration or rules, 3 a part is missing "
    "that the configuration asks for (by `select`, or a server of LanguageTool)."
)


def doctor(
    *,
    output: Annotated[Literal["text", "json"], typer.Option("--format", help=say("How it is written."))] = "text",
) -> None:
    """Say what is installed and works."""
    from postlint.config import Config
    from postlint.doctor import as_data, examine

    try:
        health = examine(settings_here())
    except InputErrors as wrong:
        health = examine(Config(), wrong.errors)
    if output == "json":
        typer.echo(json.dumps(as_data(health), ensure_ascii=False, indent=2))
    else:
        for line in _lines(health):
            typer.echo(line)
    raise typer.Exit(_code(health))


def _code(health: Health) -> ExitCode:
    problems = (health.languagetool.problem, health.reader.problem, health.reader.llm and health.reader.llm.problem)
    if health.missing or any(problems) or not all(health.languages.values()):
        return ExitCode.INCOMPLETE
    return ExitCode.WRONG_USE if health.errors else ExitCode.CLEAN


def _lines(health: Health) -> Iterator[str]:
    from postlint.doctor import how_to_get, how_to_get_pipeline

    yield say("Versions")
    absent = say("not installed")
    for name, version in health.versions.items():
        yield f"  {name:14}  {version or absent}"
    yield say("Languages")
    for lang, works in health.languages.items():
        yield f"  {_mark(works)} {lang}"
    yield say("Grammar, for token patterns")
    for lang, pipeline in health.pipelines.items():
        told = pipeline or say("none: {command}", command=how_to_get_pipeline(lang))
        yield f"  {_mark(pipeline is not None)} {lang:14}  {told}"
    yield say("Packs")
    for pack in health.packs:
        yield from _pack(pack)
    yield say("Optional parts")
    for part, there in health.parts.items():
        yield f"  {_mark(there)} {part:14}" + ("" if there else f"  {how_to_get(part)}")
    yield from _languagetool(health)
    yield from _reader(health)
    yield say("Files")
    yield "  " + say("configuration: {path}", path=health.configuration or say("none; `postlint init` writes one"))
    for path, readable in health.private.items():
        yield f"  {_mark(readable)} " + say("private: {path}", path=path)
    yield "  " + say("cache: {path}", path=health.cache)
    for part in health.missing:
        yield say("The configuration asks for {part}, which is missing: {command}", part=part, command=how_to_get(part))
    for error in health.errors:
        yield str(error)


def _languagetool(health: Health) -> Iterator[str]:
    languagetool = health.languagetool
    yield "LanguageTool"
    java = health.java or say("not installed; LanguageTool runs on it")
    yield f"  {_mark(health.java is not None)} {'Java':14}  {java}"
    label, told = say("server"), languagetool.server
    if languagetool.problem is not None:
        told += f"  {languagetool.problem.told()}"
    elif languagetool.address is not None:
        told += "  " + say("runs at {address}", address=languagetool.address)
    yield f"  {_mark(languagetool.server != 'off' and languagetool.problem is None)} {label:14}  {told}"


def _reader(health: Health) -> Iterator[str]:
    reader = health.reader
    yield say("Second reader")
    label, told = say("model"), reader.version or say("not installed")
    if reader.problem is not None:
        told = reader.problem.told()
    yield f"  {_mark(reader.version is not None)} {label:14}  {told}"
    if reader.llm is not None:
        label = say("language model")
        yield f"  {_mark(reader.llm.problem is None)} {label:14}  {_language_model(reader.llm)}"
    for door, on in ((say("bridge"), reader.bridge), (say("terminal"), reader.terminal)):
        yield f"  {_mark(on)} {door:14}  " + (say("reads along") if on else say("off"))
    if (reader.version or reader.llm) and not reader.terminal:
        yield "  " + say("`postlint check --reader` asks it once, `reader = true` in the configuration always.")


def _language_model(llm: LanguageModelHealth) -> str:
    if llm.problem is not None:
        return llm.problem.told()
    told = say("{model} at {address} answers", model=printable(llm.model), address=llm.address)
    return told if llm.listed else say("{told}, but does not list this model", told=told)


def _pack(pack: PackHealth) -> Iterator[str]:
    counts = ", ".join(f"{lang} {count}" for lang, count in pack.rules.items())
    unused = "" if pack.used else " " + say("(not in the configuration)")
    yield f"  {pack.name} {pack.version}: {counts}{unused}  {pack.folder}"
    for parts in dict.fromkeys(pack.inactive.values()):
        rules = [rule for rule, needed in pack.inactive.items() if needed == parts]
        if len(rules) > _FEW:
            yield "    " + say("{count} rules rest: they need {parts}", count=len(rules), parts=", ".join(parts))
            continue
        for rule in rules:
            yield "    " + say("{rule} rests: it needs {parts}", rule=rule, parts=", ".join(parts))


def _mark(there: bool) -> str:
    return "✔" if there else "–"
