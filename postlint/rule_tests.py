"""A rule's own tests: its examples, and what in the rule no example exercises; the same for shipped and own packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as Folder
from typing import Any

from postlint.checks import build
from postlint.context import Context, merge
from postlint.document import Document, Span
from postlint.engine import ReadyRule
from postlint.errors import InputError, InputErrors, quoted, say
from postlint.finding import Finding
from postlint.pack_compiler import PackSource, SourceRule, compile_rule, read_pack
from postlint.packs import unpacked
from postlint.phrase import list_references, without
from postlint.schema import ExampleModel, RuleModel
from postlint.validation import given

Path = tuple[str | int, ...]
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_ENTRIES = re.compile(r"\[\[\{([a-z0-9-]+)\}\]\]")
_ANY_QUESTION = "?"


@dataclass(frozen=True, slots=True)
class Example:
    """One draft that a rule must find (`marked` is where) or pass over (`marked` is `None`)."""

    path: Path
    text: str
    marked: Span | None
    context: Context
    bad: bool


@dataclass
class Proof:
    """What testing a pack showed: which rules it has, how many examples were tried, and what is wrong with either."""

    names: set[str] = field(default_factory=set)
    rules: int = 0
    examples: int = 0
    invalid: list[InputError] = field(default_factory=list)
    failures: list[InputError] = field(default_factory=list)


def prove(folder: Folder, only: Sequence[str] = (), *, coverage: bool = False) -> Proof:
    """Test the rules of the pack in `folder`, or `only` those of these ids, by their own examples.

    Each rule also needs a twin in every language of the pack, or a reason why it has none.
    """
    try:
        pack = read_pack(folder)
    except InputErrors as unreadable:
        return Proof(invalid=list(unreadable.errors))
    proof = Proof(names={rule.id for rule in pack.rules}, invalid=list(pack.errors))
    for rule in pack.rules:
        if only and rule.id not in only:
            continue
        proof.rules += 1
        proof.examples += len(rule.model.examples.bad) + len(rule.model.examples.good)
        proof.failures += _twin_failures(rule, pack)
        try:
            proof.failures += rule_failures(rule, pack)
            proof.failures += uncovered(rule, pack) if coverage else ()
        except InputErrors as wrong:
            proof.invalid += wrong.errors
    return proof


def _twin_failures(rule: SourceRule, pack: PackSource) -> Iterator[InputError]:
    twins = {other.lang: other for other in pack.rules if other.id == rule.id}
    for lang in pack.model.languages:
        if lang not in twins and rule.model.only is None:
            what = say("this rule has no twin in {lang}", lang=quoted(lang))
            yield rule.source.error([], what, say("Write one, or say why not: `only: {{reason: …}}`."))
        elif lang != rule.lang and lang in twins and rule.model.only is not None:
            yield rule.source.error(["only"], say("this rule has a twin"), say("Take this out."))
        elif lang in twins and twins[lang].model.risk != rule.model.risk and lang > rule.lang:
            what = say("the twin in {lang} names another risk", lang=quoted(lang))
            yield rule.source.error(["risk"], what, say("Give both the same."))


def rule_failures(rule: SourceRule, pack: PackSource) -> list[InputError]:
    """What is wrong with a rule by its own examples.

    Each bad one must give exactly one finding, on exactly its span, and none once its suggestion is applied; a good
    one stays silent.
    """
    examples, errors = _examples(rule, pack)
    ready = _ready(rule, pack)
    for example in examples:
        failure = _failure(ready, example, rule.model)
        if failure:
            errors.append(rule.source.error(example.path, failure, say("Mend the rule or the example.")))
    return errors


def uncovered(rule: SourceRule, pack: PackSource) -> list[InputError]:
    """What could be taken out of the rule while every example would still pass: no example exercises it.

    Each phrase, alternative, optional group, pattern, list entry, member and exception is taken out in turn.
    """
    examples, _ = _examples(rule, pack)
    left = []
    for mutant in _mutants(rule, pack):
        ready = _ready(mutant.rule, mutant.pack)
        if not any(_failure(ready, example, rule.model) for example in examples):
            error = rule.source.error(
                mutant.path,
                say("no example needs {piece}", piece=quoted(mutant.piece)),
                say("Add one, or take it out."),
            )
            left.append(replace(error, column=error.column + mutant.offset))
    return left


def _ready(rule: SourceRule, pack: PackSource) -> ReadyRule:
    errors: list[InputError] = []
    data, _ = compile_rule(rule, pack.lists[rule.lang], errors)
    if errors:
        raise InputErrors(*errors)
    compiled = unpacked(data)
    return ReadyRule(compiled, build(compiled.match))


def _failure(ready: ReadyRule, example: Example, model: RuleModel) -> str | None:
    """What is wrong, in words; `None` where the example holds."""
    findings = _findings(ready, example.text, example.context)
    if not example.bad:
        return say("finds {found} in a good example", found=quoted(findings[0].text)) if findings else None
    if len(findings) != 1:
        return say("gives {count} findings in place of one", count=len(findings))
    finding = findings[0]
    if example.marked is not None and finding.span != example.marked:
        return say("marks {found}", found=quoted(finding.text))
    if example.marked is None and model.span == "match":
        return say("marks {found}, and the example marks nothing", found=quoted(finding.text))
    if _still_found(ready, example, finding):
        return say("still finds something once {suggestion} is put in place", suggestion=quoted(finding.suggestions[0]))
    return None


def _still_found(ready: ReadyRule, example: Example, finding: Finding) -> bool:
    text, span = example.text, finding.span
    return any(
        _findings(ready, text[: span.start] + suggestion + text[span.end :], example.context)
        for suggestion in finding.suggestions
    )


def _findings(ready: ReadyRule, text: str, context: Context) -> list[Finding]:
    return list(ready.findings(Document(text, ready.rule.lang, context), mixed=False))


def _examples(rule: SourceRule, pack: PackSource) -> tuple[list[Example], list[InputError]]:
    examples: list[Example] = []
    errors: list[InputError] = []
    for kind in ("bad", "good"):
        for number, model in enumerate(getattr(rule.model.examples, kind)):
            path = ("examples", kind, number)
            try:
                context = _context(rule, model, path)
            except InputErrors as wrong:
                errors.extend(wrong.errors)
                continue
            for text in _with_entries(model.text if isinstance(model, ExampleModel) else model, rule, pack):
                plain, marked = unmarked(text)
                examples.append(Example(path, plain, marked, context, bad=kind == "bad"))
    return examples, errors


def _with_entries(text: str, rule: SourceRule, pack: PackSource) -> Iterator[str]:
    """`[[{list}]]` in an example stands for each entry of the list in turn."""
    listed = _ENTRIES.search(text)
    entries = pack.lists[rule.lang].get(listed[1]) if listed else None
    if listed is None or entries is None:
        yield text
        return
    for entry in entries:
        yield text.replace(listed[0], f"[[{_plainest(entry)}]]")


def _plainest(entry: str) -> str:
    """An entry as someone may write it: the first of its alternatives, without the signs of the phrase language."""
    first = re.sub(r"[\[(]([^\[\]()]*)[\])]", lambda group: group[1].split("|")[0], entry)
    return " ".join(word.split("|")[0].strip("<>*") for word in first.split())


def unmarked(text: str) -> tuple[str, Span | None]:
    """An example's text without its `[[ ]]`, and the span that they mark."""
    marked = _MARKED.search(text)
    if marked is None:
        return text, None
    return text[: marked.start()] + marked[1] + text[marked.end() :], Span(marked.start(), marked.end() - 4)


def _context(rule: SourceRule, model: str | ExampleModel, path: Path) -> Context:
    """The context of an example: its own, on top of the least in which the rule stands."""
    when = rule.model.when
    least: dict[str, Any] = {
        "channel": next(iter(when.channel), None),
        "audience": next(iter(when.audience), None),
        "voice": next(iter(when.voice), None),
        "reply_to": _ANY_QUESTION if when.reply else None,
    }
    context = merge(Context(), least)
    return (
        merge(context, given(Context, rule.source, (*path, "context"))) if isinstance(model, ExampleModel) else context
    )


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule with one piece taken out, and where that piece stands."""

    rule: SourceRule
    pack: PackSource
    path: Path
    piece: str
    offset: int = 0


def _mutants(rule: SourceRule, pack: PackSource) -> Iterator[Mutant]:
    model = rule.model.model_dump(mode="python", by_alias=True)
    for path, changed, piece, offset in _without_a_piece(model["match"], ("match",)):
        yield Mutant(_changed(rule, model | {"match": changed}), pack, path, piece, offset)
    for at, name in enumerate(rule.model.unless):
        others = [other for other in rule.model.unless if other != name]
        yield Mutant(_changed(rule, model | {"unless": others}), pack, ("unless", at), name)
    yield from _without_an_entry(rule, pack)


def _changed(rule: SourceRule, model: dict[str, Any]) -> SourceRule:
    return replace(rule, model=RuleModel.model_validate(model))


Piece = tuple[Path, Any, str, int]


def _without_a_piece(match: Any, path: Path) -> Iterator[Piece]:
    """Every version of a match with one piece taken out: the piece's path, the version, the piece, its offset."""
    if not isinstance(match, dict):
        return
    for key in ("phrases", "pattern", "identifier"):
        yield from _without_an_item(match, key, path)
    for number, phrase in enumerate(match.get("phrases", ())):
        for offset, piece, shorter in without(phrase):
            phrases = [*match["phrases"][:number], shorter, *match["phrases"][number + 1 :]]
            yield (*path, "phrases", number), match | {"phrases": phrases}, piece, offset
    together = match.get("together", {})
    for members in ("all", "none"):
        yield from _without_a_member(match, together, members, path)


def _without_an_item(match: dict[str, Any], key: str, path: Path) -> Iterator[Piece]:
    items = match.get(key, ())
    if len(items) > 1:
        for number, item in enumerate(items):
            yield (*path, key, number), match | {key: [*items[:number], *items[number + 1 :]]}, str(item), 0


def _without_a_member(match: dict[str, Any], together: dict[str, Any], key: str, path: Path) -> Iterator[Piece]:
    members = together.get(key, ())
    for number, member in enumerate(members):
        here = (*path, "together", key, number)
        others = [*members[:number], *members[number + 1 :]]
        if others or key == "none":
            yield here, match | {"together": together | {key: others}}, _name(member), 0
        for inner, changed, piece, offset in _without_a_piece(member, here):
            replaced = [*members[:number], changed, *members[number + 1 :]]
            yield inner, match | {"together": together | {key: replaced}}, piece, offset


def _name(member: Any) -> str:
    return next(iter(member)) if isinstance(member, dict) else str(member)


def _without_an_entry(rule: SourceRule, pack: PackSource) -> Iterator[Mutant]:
    """The rule with one entry less in a list that it names, save lists that an example stands for as a whole."""
    lists = pack.lists[rule.lang]
    for path, phrase in _phrases(rule.model.model_dump()["match"], ("match",)):
        for name in list_references(phrase) & lists.keys() - _listed_whole(rule):
            for entry in lists[name] if len(lists[name]) > 1 else ():
                fewer = {key: value for key, value in lists[name].items() if key != entry}
                changed = {**pack.lists, rule.lang: {**lists, name: fewer}}
                yield Mutant(rule, replace(pack, lists=changed), path, f"{{{name}}}: {entry}")


def _listed_whole(rule: SourceRule) -> set[str]:
    texts = [model.text if isinstance(model, ExampleModel) else model for model in rule.model.examples.bad]
    return {found for text in texts for found in _ENTRIES.findall(text)}


def _phrases(match: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(match, dict):
        for number, phrase in enumerate(match.get("phrases", ())):
            yield (*path, "phrases", number), phrase
        for members in ("all", "none"):
            for number, member in enumerate(match.get("together", {}).get(members, ())):
                yield from _phrases(member, (*path, "together", members, number))
