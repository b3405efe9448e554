"""From a pack's YAML to plain data: validated whole, with every error at its place, and indexed for the engine.

This is the heavy side of packs: it runs when the wheel is built, and once for each content of an own pack.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from postlint import checks
from postlint.checks.match import EXACT, LITERAL, Need, Needs, one_of
from postlint.datafile import Source, read_source
from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.finding import Severity
from postlint.languagetool.settings import LanguageToolSettings
from postlint.phrase import is_loose, list_references
from postlint.phrase_compiler import COMMON, pair_frequency
from postlint.rule import Index, Part
from postlint.schema import (
    FORMAT,
    Examples,
    ListModel,
    PackModel,
    RuleModel,
    kind_of,
    model_at,
)
from postlint.yaml_source import load

RULE_FILE = re.compile(r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<lang>nl|en)\.ya?ml")
"""The name of a rule's or a list's file."""

ModelT = TypeVar("ModelT", bound=BaseModel)

_FIXED = ("phrases", "pattern")
"""The kinds of match that find what they say, to the letter."""
_WORDS_A_DRAFT = 50
_LETTER_FREQUENCY = 0.1
_KNOWN_FREQUENCY = 1e-3
_DIGIT_FREQUENCY = 2e-2


@dataclass
class SourceRule:
    """A rule as it stands in its file: its names, its model and the places of its parts."""

    id: str
    lang: str
    model: RuleModel
    source: Source


@dataclass
class PackSource:
    """All that stands in a pack's folder, validated one file at a time."""

    folder: Path
    model: PackModel
    rules: list[SourceRule]
    lists: dict[str, dict[str, dict[str, str]]]
    """By language and name: entries and their values."""
    errors: list[InputError] = field(default_factory=list)
    languagetool: LanguageToolSettings | None = None
    """Which LanguageTool is asked about the examples of its rules."""


def compile_pack(folder: Path) -> dict[str, Any]:
    """The compiled form of the pack in `folder`: see `packs.Pack` for its keys.

    Raises:
        InputErrors: all that is wrong with the pack, at once.
    """
    source = read_pack(folder)
    errors = list(source.errors)
    compiled = [(rule, *compile_rule(rule, source.lists[rule.lang], errors)) for rule in source.rules]
    if errors:
        raise InputErrors(*sorted(errors, key=lambda error: (error.file, error.line, error.column)))
    return {
        "format": FORMAT,
        "pack": source.model.model_dump(),
        "names": [(rule.id, rule.lang, rule.model.risk, tuple(rule.model.requires)) for rule in source.rules],
        "rules": [marshal.dumps(data, 4) for _, data, _ in compiled],
        "indices": _indices([(rule.lang, needs, data["whole"]) for rule, data, needs in compiled]),
    }


def read_pack(folder: Path, only: Path | None = None, texts: Mapping[Path, str] = MappingProxyType({})) -> PackSource:
    """The pack in `folder`, read and validated file by file; what is wrong is collected in its `errors`.

    With `only` no more is read than the tests of that one file need: itself, its twins and the lists. `texts` are what
    an editor has of files, in place of what they hold.

    Raises:
        InputErrors: where there is no readable `pack.yaml`, without which nothing else can be judged.
    """
    errors: list[InputError] = []
    model = _read_model(folder / "pack.yaml", PackModel, errors, texts)
    if model is None:
        raise InputErrors(*errors)
    pack = PackSource(folder, model[0], [], {"nl": {}, "en": {}}, errors)
    for path in _yaml_files(folder, errors, only):
        name = RULE_FILE.fullmatch(path.name)
        if name is None:
            errors.append(_misnamed(path))
        elif name["lang"] not in pack.model.languages:
            errors.append(_foreign(path, name["lang"]))
        elif path.parent == folder / "lists":
            _read_list(path, name, pack, texts)
        else:
            _read_rule(path, name, pack, texts)
    errors.extend(_same_ids(pack.rules))
    return pack


def _yaml_files(folder: Path, errors: list[InputError], only: Path | None) -> list[Path]:
    inside = folder.resolve()
    paths = []
    for path in sorted(_yaml_in(folder, "**/*") if only is None else _needed_for(only, folder)):
        if not path.resolve().is_relative_to(inside):
            what = say("leads out of the pack's folder")
            errors.append(_file_error(path, what, say("Put the file itself in the pack.")))
        elif path != folder / "pack.yaml":
            paths.append(path)
    return paths


def _needed_for(file: Path, folder: Path) -> set[Path]:
    """A file of a pack, that rule in other languages, and all lists."""
    return {file, *_yaml_in(file.parent, f"{file.name.split('.')[0]}.*"), *_yaml_in(folder / "lists", "*")}


def _yaml_in(folder: Path, name: str) -> Iterator[Path]:
    yield from folder.glob(f"{name}.yaml")
    yield from folder.glob(f"{name}.yml")


def _file_error(path: Path, what: str, remedy: str) -> InputError:
    return InputError(file=str(path), line=0, column=0, what=what, remedy=remedy)


def _misnamed(path: Path) -> InputError:
    what = say("this name does not say what the file is")
    return _file_error(path, what, say("Name it <name>.nl.yaml or <name>.en.yaml, in small letters and hyphens."))


def _foreign(path: Path, lang: str) -> InputError:
    what = say("the pack does not say that it has rules in {lang}", lang=quoted(lang))
    return _file_error(path, what, say("Add the language to `languages` in pack.yaml."))


def _read_list(path: Path, name: Any, pack: PackSource, texts: Mapping[Path, str]) -> None:
    read = _read_model(path, ListModel, pack.errors, texts)
    if read is not None:
        entries = read[0].entries
        pack.lists[name["lang"]][name["name"]] = entries if isinstance(entries, dict) else dict.fromkeys(entries, "")


def _read_rule(path: Path, name: Any, pack: PackSource, texts: Mapping[Path, str]) -> None:
    group = path.parent.relative_to(pack.folder).as_posix()
    read = _read_model(path, RuleModel, pack.errors, texts)
    if read is None:
        return
    model, source = read
    if model.risk.split("/")[0] != group:
        what = say("the rule stands in the folder {folder}", folder=quoted(group))
        remedy = say("Put it in {folder}, the group of its risk.", folder=quoted(model.risk.split("/")[0]))
        pack.errors.append(source.error(["risk"], what, remedy))
    pack.rules.append(SourceRule(f"{pack.model.name}/{group}/{name['name']}", name["lang"], model, source))


def _same_ids(rules: Sequence[SourceRule]) -> Iterator[InputError]:
    first: dict[tuple[str, str], SourceRule] = {}
    for rule in rules:
        other = first.setdefault((rule.id, rule.lang), rule)
        if other is not rule:
            what = say("the rule {id} stands in {file} too", id=quoted(rule.id), file=other.source.name)
            yield rule.source.error([], what, say("Rename one of the two files."))


def _read_model(
    path: Path, model: type[ModelT], errors: list[InputError], texts: Mapping[Path, str]
) -> tuple[ModelT, Source] | None:
    try:
        source = load(texts[path], str(path)) if path in texts else read_source(path)
    except InputErrors as unreadable:
        errors.extend(unreadable.errors)
        return None
    try:
        return model.model_validate(source.data), source
    except ValidationError as invalid:
        errors.extend(_in_plain_words(source, error, model) for error in invalid.errors(include_url=False))
        return None


def _in_plain_words(source: Source, error: Mapping[str, Any], model: type[BaseModel]) -> InputError:
    """Pydantic's error in words that a comms colleague can act on, at its place in the file."""
    path = _path_in(source.data, error["loc"])
    key = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "extra_forbidden":
            what = say("the key {key} is not known here", key=quoted(key))
            known = tuple(model_at(source.data, path, model).model_fields)
            return source.error(path, what, nearest(key, known), of_key=True)
        case "missing":
            what = say("{key} is missing", key=quoted(key))
            return source.error(path, what, say("Add `{key}:` here.", key=key))
        case "unknown_name":
            return source.error(path, error["ctx"]["what"], error["ctx"]["remedy"])
        case "literal_error":
            what = say("{value} cannot stand here", value=quoted(error["input"]))
            return source.error(path, what, say("Write one of: {names}.", names=error["ctx"]["expected"]))
    return source.error(path, _lower_first(error["msg"]), say("See docs/rules.md for how to write {key}.", key=key))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _path_in(data: Any, location: Sequence[str | int]) -> list[str | int]:
    """The part of pydantic's location that exists in the data: it also names the union's members, which do not."""
    path: list[str | int] = []
    for at, step in enumerate(location):
        inside_map = isinstance(data, dict) and step in data
        inside_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if inside_map or inside_list:
            path.append(step)
            data = data[step]
        elif at == len(location) - 1:
            path.append(step)
    return path


def compile_rule(
    rule: SourceRule, lists: Mapping[str, Mapping[str, str]], errors: list[InputError]
) -> tuple[dict[str, Any], Needs]:
    """The rule as the engine reads it (the fields of `rule.Rule`), and what a draft must have for it."""
    model = rule.model
    compiler = RuleCompiler(
        rule.lang, lists, rule.source, ("match",), errors, tuple(model.requires), model.risk, texts_of(model.examples)
    )
    before = len(errors)
    match, needs = compiler.part(model.match)
    if model.when.reply:
        needs = compiler.tightened(needs, [one_of(["?reply"])])
    data = {
        "id": rule.id,
        "lang": rule.lang,
        "risk": model.risk,
        "severity": int(Severity[model.severity.upper()]),
        "message": model.message,
        "why": model.why,
        "advice": model.advice,
        "suggestion": model.suggestion,
        "fix": _vouched_for(rule, lists, errors),
        "match": match,
        "unless": tuple(model.unless),
        "when": {
            "channel": tuple(model.when.channel),
            "audience": tuple(model.when.audience),
            "voice": tuple(model.when.voice),
            "reply": model.when.reply,
        },
        "requires": tuple(model.requires),
        "covers": tuple(model.covers),
        "yields": tuple(model.yields),
        "whole": model.span == "whole",
        "once": model.span == "first",
    }
    if len(errors) == before:
        errors.extend(_placeholder_errors(rule, compiler.values(match)))
    return data, needs


def texts_of(examples: Examples) -> dict[str, list[str]]:
    """The texts of a rule's examples, bad and good, as they stand there."""
    return {
        kind: [example if isinstance(example, str) else example.text for example in getattr(examples, kind)]
        for kind in ("bad", "good")
    }


def _placeholder_errors(rule: SourceRule, values: frozenset[str]) -> Iterator[InputError]:
    known = tuple(sorted({"found", *values}))
    for key in ("message", "why", "advice", "suggestion"):
        try:
            names = [name for _, name, _, _ in Formatter().parse(getattr(rule.model, key) or "") if name is not None]
        except ValueError:
            what = say("a brace has no partner")
            yield rule.source.error([key], what, say("Write {{{{ and }}}} where you mean a brace itself."))
            continue
        for name in names:
            if name not in known:
                what = say("{name} is nothing that this rule can quote", name=quoted("{" + name + "}"))
                yield rule.source.error([key], what, nearest(name, known))


def _vouched_for(
    rule: SourceRule, lists: Mapping[str, Mapping[str, str]], errors: list[InputError]
) -> bool | frozenset[str]:
    """For what the rule's suggestion may be put in place: all that it finds, these entries of a list, or nothing.

    It may where what is found stands there in so many words; and it is the rule's own, not one that comes with a match.
    """
    model = rule.model
    if not model.fix:
        return False
    phrases = getattr(model.match, "phrases", ())
    looked_for = {name for phrase in phrases for name in list_references(phrase)} & lists.keys()
    named = looked_for if model.fix is True else looked_for & {model.fix}
    entries = frozenset(entry for name in named for entry in lists[name])
    vague = sorted(filter(is_loose, (*phrases, *entries) if model.fix is True else entries))
    if model.suggestion is None or model.span != "match":
        what = say("a fix needs a suggestion, and a finding that is about the words themselves")
        errors.append(rule.source.error(["fix"], what, say("Leave it out, and let the author choose.")))
    elif kind_of(model.match) not in _FIXED or getattr(model.match, "order", "") == "free":
        what = say("only phrases whose words stand in order and patterns can be fixed")
        errors.append(rule.source.error(["fix"], what, say("Leave it out, and let the author choose.")))
    elif model.fix is not True and not named:
        what = say("the rule does not look for the list {name}", name=quoted(model.fix))
        errors.append(rule.source.error(["fix"], what, nearest(model.fix, looked_for)))
    elif vague:
        what = say(
            "{phrase} finds other words than it says, so that one suggestion cannot fit", phrase=quoted(vague[0])
        )
        errors.append(rule.source.error(["fix"], what, say("Write out each form, with a suggestion of its own.")))
    return True if model.fix is True else entries


@dataclass(frozen=True)
class RuleCompiler:
    """What the kinds ask while a rule is compiled (see `checks.match.Compiler`)."""

    lang: str
    lists: Mapping[str, Mapping[str, str]]
    source: Source
    path: tuple[str | int, ...]
    errors: list[InputError]
    requires: tuple[str, ...] = ()
    risk: str = ""
    examples: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def part(self, match: Any, *path: str | int) -> tuple[dict[str, Any], Needs]:
        """The compiled form, with its needs, of the match nested at `path` within this one."""
        kind = kind_of(match)
        if kind is None:
            raise TypeError(f"no kind of match: {type(match).__name__}")
        nested = replace(self, path=(*self.path, *path))
        data, needs = checks.kind(kind).compile_match(match, nested)
        return {"kind": kind} | data, needs

    def values(self, part: Part) -> frozenset[str]:
        """What a message may quote of a part."""
        return checks.kind(part["kind"]).values(part)

    def word_rarity(self, word: str) -> float:
        """How often a running word of the rule's language is `word`, by wordfreq."""
        return _word_frequency(word, self.lang)

    def rarity(self, needs: Needs) -> float:
        """How often a document meets one of `needs`, roughly; infinite where there are none."""
        if needs is None:
            return float("inf")
        return sum(
            self._share(need.anchors) * (min(1.0, self._share(need.also)) if need.also else 1.0) for need in needs
        )

    def _share(self, anchors: frozenset[str]) -> float:
        """The share of drafts that have one of the anchors, roughly; above 1 where they have several."""
        return sum([_WORDS_A_DRAFT * _frequency(anchor, self.lang) for anchor in anchors])

    def tightened(self, needs: Needs, others: Sequence[Needs]) -> Needs:
        """The needs, each with the rarest set of features besides that one of `others` asks for."""
        sets = [frozenset().union(*(need.anchors for need in other)) for other in others if other is not None]
        besides = min((keys for keys in sets if all(map(_is_feature, keys))), key=self._share, default=None)
        if needs is None or besides is None:
            return needs
        return tuple(
            Need(need.anchors, min(need.also or besides, besides, key=self._share))
            if self._share(need.anchors) > _WORDS_A_DRAFT * COMMON
            else need
            for need in needs
        )

    def error(self, path: Sequence[str | int], what: str, remedy: str, offset: int = 0) -> None:
        """Report an error at `path` within this match, `offset` characters into the text there."""
        error = self.source.error((*self.path, *path), what, remedy)
        found = error.excerpt[error.column - 1 : error.column]
        self.errors.append(replace(error, column=error.column + offset + (found in ("'", '"'))))


def _is_feature(anchor: str) -> bool:
    return not anchor.startswith((LITERAL, EXACT))


def _frequency(anchor: str, lang: str) -> float:
    if not _is_feature(anchor):
        return max(_LETTER_FREQUENCY ** (len(anchor) - 1), _word_frequency(anchor[1:].strip(), lang))
    if anchor.startswith("?"):
        return _DIGIT_FREQUENCY if anchor == "?digit" else _KNOWN_FREQUENCY
    return pair_frequency(anchor, lambda word: _word_frequency(word, lang))


@lru_cache(maxsize=65536)
def _word_frequency(word: str, lang: str) -> float:
    from wordfreq import word_frequency

    return float(word_frequency(word, lang))


def _indices(needed: Sequence[tuple[str, Needs, bool]]) -> dict[str, bytes]:
    """By language what `Pack.touched` looks rules up by, a marshalled `rule.Index`: a draft asks for one language."""
    return {lang: marshal.dumps(dict(_index_of(lang, needed)), 4) for lang in ("nl", "en")}


def _index_of(lang: str, needed: Sequence[tuple[str, Needs, bool]]) -> Index:
    index: Index = {"always": [], "features": {}, "guarded": {}, "literals": {}, "exact": {}, "whole": []}
    besides: dict[tuple[str, int], frozenset[str]] = {}
    for number, (of, needs, whole) in enumerate(needed):
        if of != lang:
            continue
        if whole:
            index["whole"].append(number)
        if needs is None:
            index["always"].append(number)
        for need in needs or ():
            for anchor in need.anchors:
                also = need.also if _is_feature(anchor) and _frequency(anchor, lang) > COMMON else frozenset()
                before = besides.setdefault((anchor, number), also)
                besides[anchor, number] = before | also if before and also else frozenset()
    for (anchor, number), also in sorted(besides.items(), key=itemgetter(0)):
        if also:
            index["guarded"].setdefault(anchor, []).append((number, also))
        elif _is_feature(anchor):
            index["features"].setdefault(anchor, []).append(number)
        else:
            table = index["literals"] if anchor.startswith(LITERAL) else index["exact"]
            table.setdefault(anchor[1:], []).append(number)
    return index
