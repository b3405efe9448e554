"""What is installed and works on this machine, and how to get what is missing."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from postlint import __version__
from postlint.config import PRIVATE, Config, asked_of, readers_of
from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.errors import InputError, InputErrors
from postlint.finding import Problem, Unchecked
from postlint.language.pipeline import BLANK, pipeline_name
from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import java_path, whole_installation, working_java
from postlint.languagetool.server import about, address, managed
from postlint.languagetool.settings import MANAGED, LanguageToolSettings
from postlint.packs import Pack, cache_folder, load_packs, shipped_packs
from postlint.parts import OF_COMMANDS, PARTS, at_hand, installed
from postlint.reader.model import model
from postlint.reader.settings import ReaderSettings

SCHEMA = 1
LIBRARIES = ("google-re2", "pydantic", "PyYAML", "simplemma", "wordfreq", "holidays", "phonenumbers")
GRAMMAR = {
    "nl": 'pip install --find-links FOLDER "postlint[dutch]"',
    "en": "python -m spacy download en_core_web_sm",
}
"""By language, the command that gets a pipeline which knows its grammar, where spaCy alone does not bring one."""
ANSWER_SECONDS = 10
"""How long a language model may take to say that it is there."""
PROOFS = {"nl": "Dit is een proef.", "en": "This is a test."}
"""A draft in each language that has to be checked without a problem."""


@dataclass(frozen=True, slots=True)
class PackHealth:
    """A pack: its rules by language, and the inactive ones with the parts that each lacks."""

    name: str
    version: str
    folder: Path
    used: bool
    rules: Mapping[str, int]
    inactive: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LanguageToolHealth:
    """LanguageTool: the server that the configuration asks for, where it runs now, and what keeps it from running."""

    server: str
    address: str | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class LanguageModelHealth:
    """A language model that the configuration names: its address, whether that lists it, and what is wrong."""

    address: str
    model: str
    listed: bool = False
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ReaderHealth:
    """The second reader's model: its version, whether drafts are read at the terminal and the bridge, what is wrong.

    `version` is `None` where it is not installed, or cannot be used; `llm` where the configuration names none, or
    nobody may ask it.
    """

    version: str | None = None
    terminal: bool = False
    bridge: bool = False
    problem: Problem | None = None
    llm: LanguageModelHealth | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """All that `postlint doctor` tells.

    `pipelines` names by language the spaCy pipeline that token patterns use, `None` where none knows its grammar;
    `missing` are parts that the configuration asks for and that are not there.
    """

    versions: Mapping[str, str | None]
    languages: Mapping[str, bool]
    pipelines: Mapping[str, str | None]
    packs: tuple[PackHealth, ...]
    parts: Mapping[str, bool]
    java: str | None
    languagetool: LanguageToolHealth
    reader: ReaderHealth
    configuration: str | None
    private: Mapping[str, bool]
    cache: Path
    missing: tuple[str, ...]
    errors: tuple[InputError, ...]


def examine(config: Config, errors: Sequence[InputError] = ()) -> Health:
    """The health of this installation with this configuration; `errors` are those found while reading it."""
    wrong = list(errors)
    packs = [pack for name in (*config.packs, *shipped_packs()) for pack in _loaded(name, wrong)]
    packs = list({pack.folder: pack for pack in packs}.values())
    used = {pack.folder for name in config.packs for pack in _loaded(name, [])}
    return Health(
        versions={"postlint": __version__, "python": platform.python_version()} | _versions(LIBRARIES),
        languages={lang: _works(lang, packs) for lang in PROOFS},
        pipelines={lang: _pipeline(lang) for lang in PROOFS},
        packs=tuple(_pack_health(pack, config, used=pack.folder in used) for pack in packs),
        parts={part: installed(part) for part in (*PARTS, *OF_COMMANDS)},
        java=java_path(),
        languagetool=_languagetool(config.languagetool or LanguageToolSettings()),
        reader=_reader(config.reader),
        configuration=config.source.name if config.source else None,
        private={path: os.access(path, os.R_OK) for path in _private_files()},
        cache=cache_folder(),
        missing=tuple(sorted(_missing(config, [pack for pack in packs if pack.folder in used]))),
        errors=tuple(wrong),
    )


def how_to_get(part: str) -> str:
    """The command that installs an optional part; FOLDER is where postlint's wheels are, for what is on no index."""
    return f'pip install {"--find-links FOLDER " if part == "reader" else ""}"postlint[{part}]"'


def how_to_get_pipeline(lang: str) -> str:
    """The command that gets a pipeline which knows the grammar of `lang`.

    spaCy itself goes first where that is missing, unless one command gets both. FOLDER is where postlint's wheels are;
    a checkout has the Dutch pipeline and lacks no more than spaCy.
    """
    if installed("pipeline") or (lang == "nl" and pipeline_name(lang) == BLANK):
        return GRAMMAR[lang]
    return how_to_get("pipeline")


def _pipeline(lang: str) -> str | None:
    name = pipeline_name(lang) if installed("pipeline") else BLANK
    return None if name == BLANK else name


def _versions(libraries: Sequence[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for library in libraries:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            found[library] = None
    return found


def _loaded(name: str | Path, errors: list[InputError]) -> list[Pack]:
    try:
        return load_packs([name])
    except InputErrors as wrong:
        errors += wrong.errors
        return []


def _works(lang: Any, packs: Sequence[Pack]) -> bool:
    return Linter(packs).check(Draft(PROOFS[lang], Context(lang=lang))).complete


def _pack_health(pack: Pack, config: Config, *, used: bool) -> PackHealth:
    counts = {lang: sum(each == lang for _, each, _, _ in pack.names) for lang in PROOFS}
    languagetool, reader = asked_of(config), readers_of(config)
    lacking = {
        rule: tuple(part for part in requires if not at_hand(part, languagetool, reader))
        for rule, _, _, requires in pack.names
    }
    inactive = {rule: parts for rule, parts in lacking.items() if parts}
    return PackHealth(pack.name, pack.about["version"], pack.folder, used, counts, inactive)


def _languagetool(settings: LanguageToolSettings) -> LanguageToolHealth:
    """What can be told without starting anything."""
    if not settings.on:
        return LanguageToolHealth(settings.server)
    try:
        if settings.server != MANAGED:
            about(address(settings))
            return LanguageToolHealth(settings.server, address(settings))
        working_java()
        whole_installation()
        state = managed(settings).running()
    except Unavailable as unavailable:
        return LanguageToolHealth(settings.server, problem=unavailable.problem)
    return LanguageToolHealth(settings.server, state.address if state else None)


def _reader(settings: ReaderSettings | None) -> ReaderHealth:
    """What is known of the second readers once the model is loaded, and the language model's server was asked."""
    reader = settings or ReaderSettings()
    health = ReaderHealth(terminal=reader.on is True and reader.reads, bridge=reader.reads, llm=_language_model(reader))
    if not installed("reader"):
        return health
    try:
        return replace(health, version=model().about.version)
    except Unchecked as unchecked:
        return replace(health, problem=unchecked.problem)


def _language_model(reader: ReaderSettings) -> LanguageModelHealth | None:
    if not reader.llm or reader.on is False:
        return None
    from postlint.reader.language_model import model_is_listed

    health = LanguageModelHealth(reader.llm, reader.model)
    try:
        return replace(health, listed=model_is_listed(replace(reader, seconds=min(reader.seconds, ANSWER_SECONDS))))
    except Unchecked as unchecked:
        return replace(health, problem=unchecked.problem)


def _private_files() -> list[str]:
    return [str(Path(path).expanduser()) for path in os.environ.get(PRIVATE, "").split(os.pathsep) if path]


def _missing(config: Config, packs: Sequence[Pack]) -> set[str]:
    """The second reader where it is asked for, and the parts of rules that are selected, of which none is active."""
    languagetool, reader = asked_of(config), readers_of(config)
    missing = {"reader"} if reader is not None and not reader.reads else set()
    for name in config.select:
        rules = [
            requires
            for pack in packs
            for rule, _, risk, requires in pack.names
            if name in (rule, risk, risk.split("/")[0])
        ]
        if rules and not any(all(at_hand(part, languagetool, reader) for part in requires) for requires in rules):
            missing |= {part for requires in rules for part in requires if not at_hand(part, languagetool, reader)}
    return missing


def as_data(health: Health) -> dict[str, Any]:
    """The health as plain data (docs/json.md)."""
    return {
        "schema": SCHEMA,
        "versions": dict(health.versions),
        "languages": dict(health.languages),
        "pipelines": {
            lang: {"name": name, "how_to_get": None if name else how_to_get_pipeline(lang)}
            for lang, name in health.pipelines.items()
        },
        "packs": [
            {
                "name": pack.name,
                "version": pack.version,
                "folder": str(pack.folder),
                "used": pack.used,
                "rules": dict(pack.rules),
                "inactive": [{"rule": rule, "needs": list(parts)} for rule, parts in pack.inactive.items()],
            }
            for pack in health.packs
        ],
        "parts": {
            part: {"installed": there, "how_to_get": None if there else how_to_get(part)}
            for part, there in health.parts.items()
        },
        "java": health.java,
        "languagetool": {
            "server": health.languagetool.server,
            "address": health.languagetool.address,
            "problem": _problem_data(health.languagetool.problem),
        },
        "reader": {
            "version": health.reader.version,
            "terminal": health.reader.terminal,
            "bridge": health.reader.bridge,
            "problem": _problem_data(health.reader.problem),
            "llm": None if health.reader.llm is None else _llm_data(health.reader.llm),
        },
        "configuration": health.configuration,
        "private_files": [{"path": path, "readable": readable} for path, readable in health.private.items()],
        "cache": str(health.cache),
        "missing": list(health.missing),
        "errors": [str(error) for error in health.errors],
    }


def _llm_data(llm: LanguageModelHealth) -> dict[str, Any]:
    return {
        "address": llm.address,
        "model": llm.model,
        "listed": llm.listed,
        "problem": _problem_data(llm.problem),
    }


def _problem_data(problem: Problem | None) -> dict[str, str] | None:
    return None if problem is None else {"what": problem.what, "remedy": problem.remedy}
