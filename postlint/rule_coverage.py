"""What in a rule, or in the lists of a pack, no example exercises.

Each piece is taken out in turn. Where every example still holds, nothing proves that piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from postlint.checks import build
from postlint.datafile import Keys, Source, read_source
from postlint.errors import InputError, InputErrors, quoted, say
from postlint.pack_compiler import PackSource, RuleCompiler, SourceRule
from postlint.parts import at_hand
from postlint.phrase import list_references, without
from postlint.rule_tests import READER, Example, examples_of, failure, listed_whole, ready_rule
from postlint.schema import PhrasesMatch, RuleModel


def uncovered(rule: SourceRule, pack: PackSource) -> list[InputError]:
    """What could be taken out of the rule while every example would still hold, as they must to begin with.

    Each phrase, alternative, optional group, pattern, member and exception is taken out in turn.
    """
    examples, _ = examples_of(rule, pack)
    left = []
    for mutant in (*_phrase_mutants(rule, pack, examples), *_other_mutants(rule, examples)):
        if not _breaks(mutant.rule, pack, mutant.examples):
            error = rule.source.error(mutant.path, _unneeded(mutant.piece), say("Add one, or take it out."))
            left.append(replace(error, column=error.column + mutant.offset))
    return left


def uncovered_entries(pack: PackSource, only: Sequence[str] = ()) -> list[InputError]:
    """The entries of the pack's lists that no example of any rule needs, and the lists to which no rule refers.

    With `only`, those of lists to which the rules of these ids refer. Where an example stands for all entries of a
    list (`[[{list}]]`), all are exercised. Of a list to which a rule that rests refers, nothing can be said.
    """
    left: list[InputError] = []
    for lang, lists in pack.lists.items():
        for name in lists:
            users = [rule for rule in pack.rules if rule.lang == lang and name in _lists_of(rule)]
            required = {part for rule in users for part in rule.model.requires}
            resting = not all(at_hand(part, pack.languagetool, READER) for part in required)
            if resting or (only and not any(rule.id in only for rule in users)):
                continue
            source = _list_source(pack.folder, name, lang)
            if not users:
                what, remedy = (
                    say("no rule refers to this list"),
                    say("Refer to it as {name}, or remove it.", name=f"{{{name}}}"),
                )
                left.append(source.error([], what, remedy))
            elif not any(name in listed_whole(rule) for rule in users):
                left += [_entry_error(source, entry) for entry in _unneeded_entries(pack, users, name)]
    return left


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule with one piece taken out, where that piece stood, and the examples that may notice."""

    rule: SourceRule
    path: Keys
    piece: str
    offset: int
    examples: list[Example]


def _unneeded(piece: str) -> str:
    return say("no example needs {piece}", piece=quoted(piece))


def _breaks(rule: SourceRule, pack: PackSource, examples: list[Example]) -> bool:
    """Whether one of the examples does not hold for the changed rule, or the rule is no rule any more."""
    if not examples:
        return False
    try:
        ready = ready_rule(rule, pack)
    except InputErrors:
        return True
    return any(failure(ready, example, rule.model.span) for example in examples)


def _changed(rule: SourceRule, **changes: Any) -> SourceRule:
    model = rule.model.model_dump(mode="python", by_alias=True)
    return replace(rule, model=RuleModel.model_validate(model | changes))


# ---- phrases --------------------------------------------------------------------------------------------------------


def _phrase_mutants(rule: SourceRule, pack: PackSource, examples: list[Example]) -> Iterator[Mutant]:
    """The rule without each phrase, and with each shorter version of it.

    A phrase that is nowhere in an example changes nothing there. So of a mutant only the examples with its phrase are
    tried, and of its other phrases only those are kept that stand in these examples: compiling all would take most of
    the time.
    """
    match = rule.model.model_dump(mode="python", by_alias=True)["match"]
    for path, of_phrases in _phrase_matches(match, ()):
        phrases = of_phrases["phrases"]
        touched = [_touched(rule, pack, of_phrases | {"phrases": [phrase]}, examples) for phrase in phrases]
        for number, phrase in enumerate(phrases):
            others = [at for at in range(len(phrases)) if at != number]
            near = [phrases[at] for at in others if touched[at] & touched[number]]
            versions = [(offset, piece, [*near, shorter]) for offset, piece, shorter in without(phrase)]
            if others:
                versions.append((0, phrase, near or [phrases[others[0]]]))
            for offset, piece, kept in versions:
                changed = _changed(rule, match=_put(match, (*path, "phrases"), kept))
                tried = [examples[at] for at in sorted(touched[number])]
                yield Mutant(changed, ("match", *path, "phrases", number), piece, offset, tried)


def _phrase_matches(match: Any, path: Keys) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """The matches of phrases within a match, and where they stand."""
    if not isinstance(match, dict):
        return
    if "phrases" in match:
        yield path, match
    for key in ("all", "none"):
        for number, member in enumerate(match.get("together", {}).get(key, ())):
            yield from _phrase_matches(member, (*path, "together", key, number))


def _touched(rule: SourceRule, pack: PackSource, match: dict[str, Any], examples: list[Example]) -> set[int]:
    """The numbers of the examples in which these phrases stand."""
    compiler = RuleCompiler(rule.lang, pack.lists[rule.lang], rule.source, (), [])
    data, _ = compiler.part(PhrasesMatch.model_validate(match))
    matcher = build(data)
    return {number for number, example in enumerate(examples) if matcher(example.document)}


def _put(data: Any, path: Keys, value: Any) -> Any:
    """The data with `value` at `path`."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_put(item, rest, value) if at == key else item for at, item in enumerate(data)]
    return data | {key: _put(data[key], rest, value)}


# ---- the rest of a rule ---------------------------------------------------------------------------------------------


def _other_mutants(rule: SourceRule, examples: list[Example]) -> Iterator[Mutant]:
    """The rule without each pattern, identifier, member and exception."""
    match = rule.model.model_dump(mode="python", by_alias=True)["match"]
    for path, items in _items(match, ()):
        for number, item in enumerate(items):
            fewer = [*items[:number], *items[number + 1 :]]
            if fewer or path[-1] in ("none", "without"):
                name = next(iter(item)) if isinstance(item, dict) else str(item)
                yield Mutant(
                    _changed(rule, match=_put(match, path, fewer)), ("match", *path, number), name, 0, examples
                )
    for number, name in enumerate(rule.model.unless):
        others = [other for other in rule.model.unless if other != name]
        yield Mutant(_changed(rule, unless=others), ("unless", number), name, 0, examples)


def _items(match: Any, path: Keys) -> Iterator[tuple[Keys, list[Any]]]:
    """The lists in a match of which each item can be taken out, phrases aside."""
    if not isinstance(match, dict):
        return
    for key in ("pattern", "identifier", "tokens", "dependency"):
        if key in match:
            yield (*path, key), match[key]
    for key in ("rules", "categories", "without"):
        yield (*path, "languagetool", key), match.get("languagetool", {}).get(key, [])
    for key in ("all", "none"):
        members = match.get("together", {}).get(key, [])
        yield (*path, "together", key), members
        for number, member in enumerate(members):
            yield from _items(member, (*path, "together", key, number))


# ---- lists ----------------------------------------------------------------------------------------------------------


def _lists_of(rule: SourceRule) -> set[str]:
    """The names of the lists to which the rule's phrases refer."""
    match = rule.model.model_dump(mode="python", by_alias=True)["match"]
    phrases = [phrase for _, of_phrases in _phrase_matches(match, ()) for phrase in of_phrases["phrases"]]
    return {name for phrase in phrases for name in list_references(phrase)}


def _unneeded_entries(pack: PackSource, users: list[SourceRule], name: str) -> Iterator[str]:
    lang = users[0].lang
    entries = pack.lists[lang][name]
    examples = [(rule, examples_of(rule, pack)[0]) for rule in users]
    for entry in entries if len(entries) > 1 else ():
        fewer = {key: value for key, value in entries.items() if key != entry}
        without_it = replace(pack, lists={**pack.lists, lang: {**pack.lists[lang], name: fewer}})
        tried = [
            (rule, [of_rule[at] for at in sorted(_touched(rule, pack, {"phrases": [entry]}, of_rule))])
            for rule, of_rule in examples
        ]
        if not any(_breaks(rule, without_it, of_rule) for rule, of_rule in tried):
            yield entry


def _list_source(folder: Path, name: str, lang: str) -> Source:
    path = folder / "lists" / f"{name}.{lang}.yaml"
    return read_source(path if path.is_file() else path.with_suffix(".yml"))


def _entry_error(source: Source, entry: str) -> InputError:
    data: Any = source.data
    entries = data["entries"]
    key = entry if isinstance(entries, dict) else [str(each).strip() for each in entries].index(entry)
    return source.error(("entries", key), _unneeded(entry), say("Add one, or take it out."), of_key=True)
