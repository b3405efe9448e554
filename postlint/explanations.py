"""Rules and risks in words for a person, from the same files that the engine runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postlint.datafile import read_source
from postlint.errors import say
from postlint.packs import Pack
from postlint.risks import Risk

LANGS = ("nl", "en")

PRINCIPLES: dict[str, Risk] = {
    "timing": Risk(
        "Reageer op wat nu speelt, en weet wanneer zwijgen beter is.",
        "React to what is current, and know when silence is better.",
    ),
    "openness": Risk(
        "Wees open, maar niet opener dan je organisatie, en buiten niet minder eerlijk dan binnen.",
        "Be open, but not more open than your organisation, and as honest outside as inside.",
    ),
    "tone": Risk(
        "Blijf hoffelijk, ook als een ander het niet is: modder gooien wint niemand.",
        "Stay courteous, even where others are not: nobody wins a mud fight.",
    ),
    "informing": Risk(
        "Leg in weinig en gewone woorden uit wat er gebeurt, en waarom iets langer duurt of anders gaat.",
        "Explain in few and plain words what happens, and why something takes longer or goes otherwise.",
    ),
    "listening": Risk(
        "Weet wat er gevraagd en gezegd is, en laat dat merken voordat je antwoordt.",
        "Know what was asked and said, and show it before you answer.",
    ),
    "connecting": Risk(
        "Breng een vraag of klacht binnen een dag bij wie er iets mee kan, en zeg wie dat is en wanneer.",
        "Bring a question or complaint within a day to someone who can act on it, and say who and when.",
    ),
    "networking": Risk(
        "Weet wie meelezen, en spreek zo dat je eigen doelen en die van je organisatie elkaar niet bijten.",
        "Know who reads along, and speak so that your own goals and your organisation's do not clash.",
    ),
    "role": Risk(
        "Wees een mens: geen gevel, geen machine, geen merk.",
        "Be human: no façade, no machine, no brand.",
    ),
}
"""Why each group matters, in a sentence."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule as it stands in its file, in one language; `data` has the keys of docs/rules.md."""

    id: str
    lang: str
    path: Path
    data: dict[str, Any]


def rule_files(packs: Sequence[Pack], names: Sequence[str], langs: Sequence[str] = LANGS) -> list[RuleFile]:
    """The files of the rules of these ids, in these languages; `InputErrors` where one cannot be read."""
    return [
        RuleFile(name, lang, path, _keys(path))
        for pack in packs
        for name, lang, _, _ in pack.names
        if name in names and lang in langs
        for path in (_path(pack.folder, name, lang),)
    ]


def _path(folder: Path, name: str, lang: str) -> Path:
    stem = folder.joinpath(*name.split("/")[1:])
    return next(
        path for ending in ("yaml", "yml") if (path := stem.with_name(f"{stem.name}.{lang}.{ending}")).is_file()
    )


def _keys(path: Path) -> dict[str, Any]:
    data: Any = read_source(path).data
    return dict(data)


def whole_rule(rule: RuleFile) -> Iterator[str]:
    """All that a rule says, line by line: what it matches, its words, its exceptions and its examples."""
    data = rule.data
    yield f"{rule.id} ({rule.lang})"
    yield f"  {data['risk']} · {data['severity']} · {rule.path}"
    yield from words(rule)
    yield from _section(say("It looks for"), match_lines(data["match"]))
    yield from _section(say("It is silent where the words are"), data.get("unless", ()))
    yield from _section(say("It stands where"), when_lines(data.get("when") or {}))
    yield from _section(say("It needs"), data.get("requires", ()))
    yield from _section(say("It replaces findings of"), data.get("covers", ()))
    yield from _section(say("It gives way to findings of"), data.get("yields", ()))
    yield from _section(say("It has no twin, because"), [data["only"]["reason"]] if data.get("only") else ())
    yield from _section(say("It finds"), (f"✗ {text_of(example)}" for example in data["examples"]["bad"]))
    yield from _section(say("It passes over"), (f"✓ {text_of(example)}" for example in data["examples"]["good"]))


def words(rule: RuleFile) -> Iterator[str]:
    """What the rule says to the author."""
    for key in ("message", "why"):
        yield f"  {rule.data[key]}"
    yield f"  → {rule.data['advice']}"
    if rule.data.get("suggestion"):
        yield "  " + say("For instance: ") + rule.data["suggestion"]
    if rule.data.get("fix"):
        yield "  " + say("`postlint check --fix` may put it in place")


def text_of(example: Any) -> str:
    """An example as it stands in the file, with what it knows of its context."""
    if not isinstance(example, dict):
        return str(example)
    known = ", ".join(f"{key}: {value}" for key, value in (example.get("context") or {}).items())
    return f"{example['text']}  ({known})" if known else str(example["text"])


def _section(title: str, lines: Any) -> Iterator[str]:
    shown = [f"    {line}" for line in lines]
    if shown:
        yield f"  {title}:"
        yield from shown


def when_lines(when: dict[str, Any]) -> Iterator[str]:
    """The contexts in which a rule stands."""
    for key in ("channel", "audience", "voice"):
        if when.get(key):
            yield f"{key}: {', '.join(when[key])}"
    if when.get("reply") is not None:
        yield say("it is a reply") if when["reply"] else say("it is not a reply")


def match_lines(match: Any) -> Iterator[str]:
    """What a match finds, in words."""
    kind = match if isinstance(match, str) else next(kind for kind in _MATCH_LINES if kind in match)
    if isinstance(match, str):
        yield say("something recognised: {signal}", signal=kind)
    else:
        yield from _MATCH_LINES[kind](match)


def _phrases(match: dict[str, Any]) -> Iterator[str]:
    yield say("one of these, in any order:") if match.get("order") == "free" else say("one of these:")
    yield from (f"  “{phrase}”" for phrase in match["phrases"])


def _pattern(match: dict[str, Any]) -> Iterator[str]:
    yield (
        say("one of these patterns, capitals as they stand:")
        if match.get("case") == "exact"
        else say("one of these patterns:")
    )
    yield from (f"  {pattern}" for pattern in match["pattern"])


def _grammar(match: dict[str, Any]) -> Iterator[str]:
    yield say("words by their place in the grammar of a sentence:")
    for pattern in match.get("tokens") or match["dependency"]:
        yield "  " + json.dumps(pattern, ensure_ascii=False)


def _measure(match: dict[str, Any]) -> Iterator[str]:
    limit = say("the channel's limit") if match["over"] == "channel" else match["over"]
    yield say("{measure} over {limit}", measure=match["measure"], limit=limit)


def _identifier(match: dict[str, Any]) -> Iterator[str]:
    kinds = ", ".join(match["identifier"])
    yield say("possibly: {kinds}", kinds=kinds) if match.get("certainty") == "possible" else kinds


def _context(match: dict[str, Any]) -> Iterator[str]:
    yield say("what the context tells: {judgement}", judgement=match["context"])


def _languagetool(match: dict[str, Any]) -> Iterator[str]:
    chosen = match["languagetool"]
    slips = chosen.get("slips")
    yield say("slips of the pen that LanguageTool sees by:") if slips else say("what LanguageTool says by:")
    yield from (f"  {name}" for name in (*chosen.get("rules", ()), *chosen.get("categories", ())))
    if chosen.get("without"):
        yield "  " + say("but not by {names}", names=", ".join(chosen["without"]))


def _reader(match: dict[str, Any]) -> Iterator[str]:
    threshold = match["reader"]["threshold"]
    yield say("what a second reader sees of the risk, from a probability of {threshold}", threshold=threshold)


def _like(match: dict[str, Any]) -> Iterator[str]:  # noqa: ARG001 — all that there is to tell stands below
    yield say("sentences that are like what it finds below, and unlike what it passes over")


def _together(match: dict[str, Any]) -> Iterator[str]:
    together = match["together"]
    within = together.get("within", "sentence")
    yield (
        say("together within {words} words:", words=within)
        if isinstance(within, int)
        else say("together within one {place}:", place=within)
    )
    for member in together["all"]:
        yield from _bullet("+", member)
    for member in together.get("none", ()):
        yield from _bullet("−", member)


def _bullet(sign: str, member: Any) -> Iterator[str]:
    first, *rest = match_lines(member)
    yield f"  {sign} {first}"
    yield from (f"    {line}" for line in rest)


_MATCH_LINES: dict[str, Callable[[dict[str, Any]], Iterator[str]]] = {
    "phrases": _phrases,
    "pattern": _pattern,
    "measure": _measure,
    "together": _together,
    "context": _context,
    "identifier": _identifier,
    "tokens": _grammar,
    "dependency": _grammar,
    "languagetool": _languagetool,
    "reader": _reader,
    "like": _like,
}
"""How each kind of match is told."""
