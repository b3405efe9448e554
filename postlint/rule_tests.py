"""A rule's own tests: its examples; the same for shipped and own packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from postlint.checks import build
from postlint.context import Context, merge
from postlint.datafile import Keys
from postlint.document import Document, Span
from postlint.engine import ReadyRule
from postlint.errors import InputError, InputErrors, quoted, say
from postlint.finding import Finding
from postlint.language.pipeline import tags
from postlint.languagetool.settings import LanguageToolSettings
from postlint.marks import unmarked
from postlint.pack_compiler import PackSource, SourceRule, compile_rule
from postlint.packs import unpacked
from postlint.parts import at_hand
from postlint.reader.settings import ReaderSettings
from postlint.rule import Rule
from postlint.schema import ExampleModel
from postlint.validation import given

_ENTRIES = re.compile(r"\[\[[^\[\]{}]*\{([a-z0-9-]+)\}[^\[\]{}]*\]\]")
_ANY_QUESTION = "?"
READER = ReaderSettings()
"""Where the second reader is installed, rules that ask it are tested, be it switched off."""


@dataclass(frozen=True, slots=True)
class Example:
    """One draft that a rule must find (`marked` is where) or pass over (`marked` is `None`)."""

    path: Keys
    document: Document
    marked: Span | None
    bad: bool


def rule_failures(rule: SourceRule, pack: PackSource) -> list[InputError]:
    """What is wrong with a rule by its own examples.

    Each bad one must give exactly one finding, on exactly its span, and none once its suggestion is applied; a good
    one stays silent. Where a second reader finds it, the place may be left to that reader. Of a rule that cannot run
    here only that is said.
    """
    examples, errors = examples_of(rule, pack)
    ready = ready_rule(rule, pack)
    lacking = missing_part(ready.rule, pack.languagetool)
    if lacking is not None:
        what = say("this rule cannot be tested here: it needs {part}", part=lacking)
        return [*errors, rule.source.error(["requires"], what, say("`postlint doctor` says how to get it."))]
    for example in examples:
        wrong = failure(ready, example, rule.model.span)
        if wrong:
            errors.append(rule.source.error(example.path, wrong, say("Mend the rule or the example.")))
    return [*errors, *_doubtful_examples(rule, ready.rule)]


def _doubtful_examples(rule: SourceRule, compiled: Rule) -> Iterator[InputError]:
    """What is wrong with the examples of a rule by example, held against each other."""
    if compiled.match["kind"] == "like":
        from postlint.checks.like import doubts, likeness_of

        for kind, number, what, remedy in doubts(compiled.match, likeness_of(compiled.match)):
            yield rule.source.error(("examples", kind, number), what, remedy)


def by_the_others(rule: SourceRule, compiled: Rule) -> str | None:
    """How many examples of a rule by example the others judge rightly, in words; of any other rule nothing."""
    if compiled.match["kind"] != "like":
        return None
    from postlint.checks.like import likeness_of, measured

    likeness = likeness_of(compiled.match)
    right = measured(likeness)
    return say(
        "{rule} ({lang}), each example left out in turn: {found} of {bad} found, {passed} of {good} passed over",
        rule=rule.id,
        lang=rule.lang,
        found=right.bad,
        bad=len(likeness.bad),
        passed=right.good,
        good=len(likeness.good),
    )


def ready_rule(rule: SourceRule, pack: PackSource) -> ReadyRule:
    """The rule, compiled and ready to run; `InputErrors` where it cannot be compiled."""
    errors: list[InputError] = []
    data, _ = compile_rule(rule, pack.lists[rule.lang], errors)
    if errors:
        raise InputErrors(*errors)
    compiled = unpacked(data)
    return ReadyRule(compiled, build(compiled.match))


def missing_part(rule: Rule, languagetool: LanguageToolSettings | None = None) -> str | None:
    """The optional part, in words, without which the rule cannot find what its examples show; `None`: all are there.

    A rule of token patterns that ask for grammar needs more than spaCy: a pipeline that knows its language. One of
    LanguageTool needs a server to ask.
    """
    absent = next((part for part in rule.requires if not at_hand(part, languagetool, READER)), None)
    if absent is not None:
        return say("a server of LanguageTool") if absent == "languagetool" else quoted(absent)
    if "pipeline" in rule.requires and not tags(rule.lang) and _asks_grammar(rule.match):
        return say("a pipeline that knows the grammar of {lang}", lang=quoted(rule.lang))
    return None


def _asks_grammar(part: object) -> bool:
    """Whether a compiled match, or a member of it, is one that a blank pipeline never finds."""
    if isinstance(part, Mapping):
        asks = part.get("kind") == "dependency" or part.get("grammar") is True
        return asks or any(map(_asks_grammar, part.values()))
    return isinstance(part, Sequence) and not isinstance(part, str) and any(map(_asks_grammar, part))


def failure(ready: ReadyRule, example: Example, marks: Literal["match", "first", "whole"]) -> str | None:
    """What is wrong with an example, in words; `None` where it holds.

    `marks` says what the rule's findings are about: what it matched, or the draft as a whole.
    """
    findings = list(ready.findings(example.document, mixed=False))
    if not example.bad:
        return say("finds {found} in a good example", found=quoted(findings[0].text)) if findings else None
    if len(findings) != 1:
        return say("gives {count} findings in place of one", count=len(findings))
    finding = findings[0]
    if example.marked is not None and finding.span != example.marked:
        return say("marks {found}", found=quoted(finding.text))
    if example.marked is None and marks != "whole" and not finding.reader:
        return say("marks {found}, and the example marks nothing", found=quoted(finding.text))
    if _still_found(ready, example, finding):
        return say("still finds something once {suggestion} is put in place", suggestion=quoted(finding.suggestions[0]))
    return None


def _still_found(ready: ReadyRule, example: Example, finding: Finding) -> bool:
    text, span = example.document.text, finding.span
    replaced = [text[: span.start] + suggestion + text[span.end :] for suggestion in finding.suggestions]
    document = example.document
    documents = [
        Document(each, document.lang, document.context, document.languagetool, reader=READER) for each in replaced
    ]
    return any(any(ready.findings(document, mixed=False)) for document in documents)


def examples_of(rule: SourceRule, pack: PackSource) -> tuple[list[Example], list[InputError]]:
    """The rule's examples, and what is wrong with the contexts that they bring."""
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
                document = Document(plain, rule.lang, context, pack.languagetool, reader=READER)
                examples.append(Example(path, document, marked, bad=kind == "bad"))
    return examples, errors


def listed_whole(rule: SourceRule) -> set[str]:
    """The names of the lists for whose entries an example stands, each in turn."""
    examples = (*rule.model.examples.bad, *rule.model.examples.good)
    texts = [model.text if isinstance(model, ExampleModel) else model for model in examples]
    return {found for text in texts for found in _ENTRIES.findall(text)}


def _with_entries(text: str, rule: SourceRule, pack: PackSource) -> Iterator[str]:
    """`{list}` within the marks of an example stands for each entry of the list in turn."""
    listed = _ENTRIES.search(text)
    entries = pack.lists[rule.lang].get(listed[1]) if listed else None
    if listed is None or entries is None:
        yield text
        return
    for entry in entries:
        yield text[: listed.start(1) - 1] + _plainest(entry) + text[listed.end(1) + 1 :]


def _plainest(entry: str) -> str:
    """An entry as someone may write it: the first of its alternatives, without the signs of the phrase language."""
    first = re.sub(r"[\[(]([^\[\]()]*)[\])]", lambda group: group[1].split("|")[0], entry)
    return " ".join(word.split("|")[0].strip("<>*") for word in first.split())


def _context(rule: SourceRule, model: str | ExampleModel, path: Keys) -> Context:
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
