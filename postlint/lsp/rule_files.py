"""The files of a pack that are open in an editor: what is wrong in them, what keys mean, where a list stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types
from pydantic import BaseModel

from postlint.datafile import read_source
from postlint.errors import InputError, InputErrors, say
from postlint.languagetool.settings import LanguageToolSettings
from postlint.lsp.drafts import SOURCE
from postlint.lsp.positions import Lines
from postlint.pack_compiler import RULE_FILE
from postlint.pack_tests import prove_file
from postlint.schema import ListModel, PackModel, RuleModel, description
from postlint.yaml_source import load

ENDINGS = (".yaml", ".yml")
MANIFEST = "pack.yaml"

_LIST_NAME = re.compile(r"\{([a-z0-9-]+)\}")
_KEY = re.compile(r"""(?P<quote>['"]?)[\w=<>!]+(?P=quote)(?=[ \t]*:(?:\s|$))""")


def pack_of(path: Path) -> Path | None:
    """The folder of the pack to which a file belongs, if it is YAML of one."""
    if path.suffix.lower() not in ENDINGS:
        return None
    return next((folder for folder in path.parents if (folder / MANIFEST).is_file()), None)


def diagnostics(
    path: Path, folder: Path, texts: Mapping[Path, str], lines: Lines, languagetool: LanguageToolSettings | None
) -> list[types.Diagnostic]:
    """What `postlint rules test` says of a file, with what editors have of it and of others in place of the files."""
    proof = prove_file(path, folder, texts, languagetool)
    shown = [_diagnostic(error, lines, types.DiagnosticSeverity.Error) for error in proof.invalid]
    shown += [_diagnostic(error, lines, types.DiagnosticSeverity.Warning) for error in proof.failures]
    for lacking in proof.resting:
        what = say("this rule cannot be tested here: it needs {part}", part=lacking)
        rests = InputError(
            file=str(path), line=1, column=1, what=what, remedy=say("`postlint doctor` says how to get it.")
        )
        shown.append(_diagnostic(rests, lines, types.DiagnosticSeverity.Information))
    return shown


def _diagnostic(error: InputError, lines: Lines, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    """An error at its place: a key, or all that stands from there to the end of the line."""
    line = max(0, error.line - 1)
    start = lines.start_of(line) + max(0, error.column - 1)
    return types.Diagnostic(
        range=lines.range(start, _end_of_key(lines, start)),
        message=" — ".join(filter(None, (error.what, error.remedy))),
        severity=severity,
        source=SOURCE,
    )


def definition(
    path: Path, folder: Path, texts: Mapping[Path, str], lines: Lines, position: types.Position
) -> types.Location | None:
    """Where the list stands that `{…}` at a position of a rule names: at its entries."""
    name = RULE_FILE.fullmatch(path.name)
    offset = lines.offset(position)
    line = lines.line_of(offset)
    named = _LIST_NAME.finditer(lines.text, lines.start_of(line), lines.end_of(line))
    wanted = next((found[1] for found in named if found.start() <= offset <= found.end()), None)
    if name is None or wanted is None:
        return None
    files = (folder / "lists" / f"{wanted}.{name['lang']}{ending}" for ending in ENDINGS)
    file = next((file for file in files if file in texts or file.is_file()), None)
    return None if file is None else types.Location(file.as_uri(), _entries(file, texts, lines.encoding))


def _entries(file: Path, texts: Mapping[Path, str], encoding: str) -> types.Range:
    """The key under which the entries of a list stand; the beginning of a file that cannot be read."""
    try:
        source = load(texts[file], str(file)) if file in texts else read_source(file)
    except InputErrors:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    lines = Lines(source.text, encoding)
    start, _ = source.measure().get(("entries",), (0, 0))
    return lines.range(start, _end_of_key(lines, start))


def hover(path: Path, folder: Path, lines: Lines, position: types.Position) -> str | None:
    """What the format of rules, lists and packs says of the key at a position."""
    try:
        source = load(lines.text, str(path))
    except InputErrors:
        return None
    offset = lines.offset(position)
    for keys, (start, _) in source.measure().items():
        if keys and isinstance(keys[-1], str) and start <= offset <= _end_of_key(lines, start):
            return description(source.data, keys, _model_of(path, folder))
    return None


def _model_of(path: Path, folder: Path) -> type[BaseModel]:
    if path == folder / MANIFEST:
        return PackModel
    return ListModel if path.parent == folder / "lists" else RuleModel


def _end_of_key(lines: Lines, start: int) -> int:
    """The offset at which a key ends that begins at `start`; where none begins, the end of the line."""
    key = _KEY.match(lines.text, start)
    return key.end() if key else lines.end_of(lines.line_of(start))
