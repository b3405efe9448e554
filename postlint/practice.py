"""Good practice, kept: cases that a colleague tells of a risk, in files of packs (`practice/<risk>.<lang>.md`).

A file begins with `# ` and what the risk is about, in a sentence. Each case has a `## ` heading and its parts: a label
(`LABELS`) that begins a paragraph, and behind it its words, or below it lines of a post, each behind `>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from postlint.context import Lang
from postlint.datafile import decode, read_bytes
from postlint.errors import InputError, InputErrors, Refusal, nearest, quoted, say
from postlint.packs import shipped_folder
from postlint.risks import RISKS

LABELS: dict[str, dict[str, str]] = {
    "nl": {
        "draft": "Concept",
        "context": "Context",
        "wrong": "Wat er misging",
        "rewritten": "Herschreven",
        "why": "Waarom dit werkt",
        "owner": "Eigenaar",
    },
    "en": {
        "draft": "Draft",
        "context": "Context",
        "wrong": "What went wrong",
        "rewritten": "Rewritten",
        "why": "Why it works",
        "owner": "Owner",
    },
}
"""What each part of a case is called in its file, by language."""

POSTS = {"draft", "rewritten"}
OPTIONAL = {"context", "owner"}
LABEL_WIDTH = 30

_PROMPTS: dict[str, dict[str, str]] = {
    "nl": {
        "title": "Geef de situatie een korte naam",
        "draft": "Zet hier het bericht zoals het er stond, zonder namen die er niet toe doen.",
        "context": "Wat moet je weten om het te begrijpen? Haal deze regel weg als het zonder kan.",
        "wrong": "Wat deed het met de mensen die het lazen?",
        "rewritten": "Zet hier het bericht zoals je het nu zou schrijven.",
        "why": "Waardoor is dit beter?",
    },
    "en": {
        "title": "Give the situation a short name",
        "draft": "Put the post here as it stood, without names that do not matter.",
        "context": "What must one know to follow it? Take this line out if it can do without.",
        "wrong": "What did it do to the people who read it?",
        "rewritten": "Put the post here as you would write it now.",
        "why": "What makes this better?",
    },
}
"""What a new case asks of its owner; a part that still says so is not filled in."""

_FILE_NAME = re.compile(r"(?P<name>[a-z0-9-]+)\.(?P<lang>nl|en)\.md")
_HEADING = re.compile(r"(#+)[ \t]+(.*)")
_LABEL = re.compile(rf"([^:]{{1,{LABEL_WIDTH}}}):(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One situation: the draft, what went wrong, the better post, and why it works.

    `context` is what one must know of it, or empty. `owner` and `since` say who keeps a case of an organisation's own
    pack, and from when; shipped cases have none. `line` is where it begins in the file `path`, from 1.
    """

    risk: str
    lang: str
    title: str
    draft: str
    wrong: str
    rewritten: str
    why: str
    context: str
    owner: str
    since: date | None
    path: Path
    line: int

    @property
    def unfilled(self) -> list[str]:
        """The names of the parts that still hold the question of a new case."""
        return [part for part, prompt in _PROMPTS[self.lang].items() if getattr(self, part) == prompt]

    @property
    def text(self) -> str:
        """All that is told of the case, for who looks for words in it."""
        told = (self.title, self.draft, self.context, self.wrong, self.rewritten, self.why, self.owner)
        return "\n\n".join(filter(None, told))


@dataclass(frozen=True, slots=True)
class Practice:
    """The cases that one file keeps of a risk, in one language; `about` is the sentence that it begins with."""

    risk: str
    lang: str
    about: str
    cases: tuple[Case, ...]


def read_practice(
    folders: Iterable[Path], *, risk: str | None = None, lang: str | None = None
) -> tuple[list[Practice], list[InputError]]:
    """What the packs in `folders` keep, of one risk and in one language where given; and all that is wrong with it."""
    practices: list[Practice] = []
    errors: list[InputError] = []
    for folder in folders:
        for path in sorted((folder / "practice").rglob("*.md")):
            try:
                of, language = _named(path, folder)
                if risk in (None, of) and lang in (None, language):
                    practices.append(_read(path, of, language, owned=folder.parent != shipped_folder()))
            except InputErrors as wrong:
                errors += wrong.errors
    order = list(RISKS)
    return sorted(practices, key=lambda practice: order.index(practice.risk)), errors


def _named(path: Path, folder: Path) -> tuple[str, str]:
    """The risk and the language that the file's place and name say."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _file_error(path, say("leads out of the pack's folder"), say("Put the file itself in the pack."))
    name = _FILE_NAME.fullmatch(path.name)
    if name is None:
        what = say("this name does not say what the file is")
        raise _file_error(path, what, say("Name it practice/<group>/<risk>.nl.md or .en.md."))
    risk = f"{path.parent.relative_to(folder / 'practice').as_posix()}/{name['name']}"
    if risk not in RISKS:
        raise _file_error(path, say("{name} is not a risk", name=quoted(risk)), nearest(risk, RISKS))
    return risk, name["lang"]


def _file_error(path: Path, what: str, remedy: str) -> InputErrors:
    return InputErrors(InputError(file=str(path), line=0, column=0, what=what, remedy=remedy))


# ---- reading a file -------------------------------------------------------------------------------------------------


class _Block(NamedTuple):
    """Lines that belong together: a heading (`mark` is its #), a post (>), or a paragraph (empty)."""

    mark: str
    text: str
    line: int


def _read(path: Path, risk: str, lang: str, *, owned: bool) -> Practice:
    """The cases of a file; `owned` says that each must have an owner."""
    reader = _Reader(path, LABELS[lang])
    about, told = reader.parts()
    cases = [reader.case(heading, parts, risk, lang, owned=owned) for heading, parts in told]
    reader.refuse_twins(case for case in cases if case.title != _PROMPTS[lang]["title"])
    if reader.errors:
        raise InputErrors(*sorted(reader.errors, key=lambda error: (error.line, error.column)))
    return Practice(risk, lang, about, tuple(cases))


Parts = dict[str, _Block]


class _Reader:
    """Reads the blocks of one file to the parts of its cases, and keeps all that is wrong with them."""

    def __init__(self, path: Path, labels: dict[str, str]) -> None:
        self.errors: list[InputError] = []
        self._path = path
        self._lines = decode(read_bytes(path), str(path)).split("\n")
        self._labels = labels
        self._part_of = {label: part for part, label in labels.items()}

    def wrong(self, line: int, what: str, remedy: str, column: int = 1) -> None:
        """Keep an error at that place."""
        excerpt = self._lines[line - 1].rstrip("\r")
        self.errors.append(
            InputError(file=str(self._path), line=line, column=column, what=what, remedy=remedy, excerpt=excerpt)
        )

    def parts(self) -> tuple[str, list[tuple[_Block, Parts]]]:
        """The sentence that the file begins with, and the heading and parts of each case."""
        blocks = list(_blocks(self._lines))
        about = blocks.pop(0) if blocks and blocks[0].mark == "#" else _Block("#", "", 1)
        if not about.text:
            self.wrong(1, say("the file does not begin with a title"), say("Write # and what the risk is about."))
        told: list[tuple[_Block, Parts]] = []
        awaited: str | None = ""
        for block in blocks:
            if block.mark.startswith("#"):
                self._heading(block, told)
                awaited = ""
            elif not told:
                self.wrong(block.line, say("this stands before the first case"), say("Begin a case: ## and its title."))
            else:
                awaited = self._part(block, told[-1][1], awaited)
        if not told:
            self.wrong(1, say("the file has no case yet"), say("Begin a case: ## and its title."))
        return about.text, told

    def _heading(self, block: _Block, told: list[tuple[_Block, Parts]]) -> None:
        if block.mark != "##":
            self.wrong(block.line, say("{mark} begins nothing here", mark=block.mark), say("A case begins with ##."))
        told.append((block, {}))

    def _part(self, block: _Block, parts: Parts, awaited: str | None) -> str | None:
        """Take a block into its case; gives the part, if any, whose post must come next, or `None` where none is known.

        Behind an unknown label a post is passed over: one slip is one error.
        """
        if block.mark == ">":
            if awaited:
                parts[awaited] = block
            elif awaited is not None:
                posts = " / ".join(f"{self._labels[part]}:" for part in sorted(POSTS))
                remedy = say("Begin it with {labels}", labels=posts)
                self.wrong(block.line, say("no part of the case asks for a post here"), remedy)
            return ""
        label = _LABEL.match(block.text)
        part = self._part_of.get(label[1]) if label else None
        if label is None or part is None:
            remedy = nearest(label[1] if label else "", self._part_of)
            self.wrong(block.line, say("this belongs to no part of the case"), remedy)
            return None
        if part in parts:
            self.wrong(block.line, say("{label} stands here twice", label=quoted(label[1])), say("Take one out."))
            return ""
        rest = block.text[label.end() :].strip()
        parts[part] = _Block("", rest, block.line)
        if part in POSTS and rest:
            column = block.text.index(rest) + 1
            self.wrong(block.line, say("a post stands below its label"), say("Put > before each of its lines."), column)
        return part if part in POSTS else ""

    def case(self, heading: _Block, parts: Parts, risk: str, lang: str, *, owned: bool) -> Case:
        """The case of these parts; where one is missing, an error besides."""
        if not heading.text:
            self.wrong(heading.line, say("the case has no title"), say("Write behind ## what it is about."))
        for part, label in self._labels.items():
            needed = part not in OPTIONAL or (part == "owner" and owned)
            if not (parts[part].text if part in parts else not needed):
                self._missing(heading, parts.get(part), label)
        owner, since = self._owner(parts.get("owner"))
        texts = {part: block.text for part, block in parts.items() if part != "owner"}
        return Case(
            risk=risk,
            lang=lang,
            title=heading.text,
            owner=owner,
            since=since,
            path=self._path,
            line=heading.line,
            **dict.fromkeys(("draft", "context", "wrong", "rewritten", "why"), "") | texts,
        )

    def _missing(self, heading: _Block, empty: _Block | None, label: str) -> None:
        if empty is not None:
            self.wrong(empty.line, say("{label} says nothing", label=quoted(label)), say("Fill it in."))
            return
        what = say("the case has no {label}", label=quoted(label))
        self.wrong(heading.line, what, say("Add a line that begins with {label}:", label=label))

    def _owner(self, block: _Block | None) -> tuple[str, date | None]:
        if block is None or not block.text:
            return "", None
        name, _, day = (each.strip() for each in block.text.rpartition(","))
        try:
            if name:
                return name, date.fromisoformat(day)
        except ValueError:
            pass
        what = say("{text} is not a name and a date", text=quoted(block.text))
        self.wrong(block.line, what, say("Write a name, a comma and a day: Anja Smit, 2026-11-22."))
        return "", None

    def refuse_twins(self, cases: Iterable[Case]) -> None:
        """Keep an error for each case whose title another has already."""
        first: dict[str, int] = {}
        for case in cases:
            line = first.setdefault(case.title.casefold(), case.line)
            if line != case.line and case.title:
                what = say("the case of line {line} has this title too", line=line)
                self.wrong(case.line, what, say("Choose another name."))


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """The blocks of a file; lines of a paragraph are joined, those of a post stay lines."""
    mark, gathered, start = "", list[str](), 0
    for number, line in enumerate([*(line.rstrip() for line in lines), ""], start=1):
        heading = _HEADING.fullmatch(line) or re.fullmatch("(#+)()", line)
        kind = ">" if line.startswith(">") else ""
        if gathered and (not line or heading or kind != mark):
            yield _Block(mark, ("\n" if mark else " ").join(gathered).strip("\n"), start)
            gathered = []
        if heading:
            yield _Block(heading[1], heading[2].strip(), number)
        elif line:
            start = start if gathered else number
            mark = kind
            gathered.append(line.removeprefix(">").removeprefix(" ") if kind else line.strip())


def unfilled_cases(practice: Practice) -> Iterator[InputError]:
    """An error for each case that still asks something of its owner."""
    for case in practice.cases:
        if waiting := case.unfilled:
            labels = {"title": "##", **LABELS[case.lang]}
            what = say("this case is still to be filled in: {parts}", parts=", ".join(labels[part] for part in waiting))
            remedy = say("{owner} keeps it.", owner=case.owner) if case.owner else say("Fill it in, or take it out.")
            yield InputError(file=str(case.path), line=case.line, column=1, what=what, remedy=remedy)


# ---- looking for words ----------------------------------------------------------------------------------------------


def holds_words(wanted: Collection[str], lang: str) -> Callable[[str], bool]:
    """A test of a text: whether all `wanted` words occur in it, in any form and with or without capitals.

    Raises:
        Refusal: `wanted` has no word at all.
    """
    from postlint.language.inflection import inflections, lemma
    from postlint.language.tokens import TokenKind, fold, tokenize

    words = [token.norm for word in wanted for token in tokenize(word) if token.kind != TokenKind.MARK]
    if not words:
        raise Refusal(say("there is no word to look for"), say("Give one word or more."))
    forms = [(word, inflections(word, lang) | inflections(lemma(word, lang), lang)) for word in words]
    together = [{word, *map(fold, found.forms)} for word, found in forms]
    apart = [[({*map(fold, finite)}, particle) for finite, particle in found.apart] for _, found in forms]

    def holds(text: str) -> bool:
        there = {key for token in tokenize(text) for key in token.keys}
        return all(
            not there.isdisjoint(whole)
            or any(particle in there and not there.isdisjoint(finite) for finite, particle in parts)
            for whole, parts in zip(together, apart, strict=True)
        )

    return holds


# ---- a new case -----------------------------------------------------------------------------------------------------


def add_case(folder: Path, risk: str, lang: Lang, owner: str, since: date) -> Case:
    """Write a case to be filled in behind those that the pack in `folder` keeps of `risk`.

    Raises:
        InputErrors: the pack is a shipped one, the risk or the owner will not do, or the file is not as it should be.
    """
    errors = [*_wrong_pack(folder), *_wrong_risk(risk), *_wrong_owner(owner)]
    if errors:
        raise InputErrors(*errors)
    path = folder / "practice" / f"{risk}.{lang}.md"
    if path.exists() or path.is_symlink():
        _named(path, folder)
        _read(path, risk, lang, owned=True)
        before = "" if path.read_bytes().endswith(b"\n") else "\n"
    else:
        before = f"# {_ABOUT[lang].format(meaning=getattr(RISKS[risk], lang))}\n"
    _append(path, folder, f"{before}\n{_new_case(lang, owner, since)}")
    return _read(path, risk, lang, owned=True).cases[-1]


_ABOUT = {"nl": "Het bericht {meaning}.", "en": "The draft {meaning}."}


def _new_case(lang: Lang, owner: str, since: date) -> str:
    labels, prompts = LABELS[lang], _PROMPTS[lang]
    parts = [
        f"{label}:\n\n> {prompts[part]}" if part in POSTS else f"{label}: {prompts[part]}"
        for part, label in labels.items()
        if part != "owner"
    ]
    return "\n\n".join([f"## {prompts['title']}", *parts, f"{labels['owner']}: {owner}, {since.isoformat()}\n"])


def _append(path: Path, folder: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _named(path, folder)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        what = say("cannot be written: {reason}", reason=error.strerror or type(error).__name__)
        raise _file_error(path, what, say("Check the path and its permissions.")) from None


def _wrong_pack(folder: Path) -> list[InputError]:
    if folder.parent.resolve() != shipped_folder().resolve():
        return []
    what = say("{name} comes with postlint, and is not written to", name=quoted(folder.name))
    remedy = say("Name the folder of a pack of your own, or make one with `postlint init`.")
    return [InputError(file="--pack", line=0, column=0, what=what, remedy=remedy)]


def _wrong_risk(risk: str) -> list[InputError]:
    if risk in RISKS:
        return []
    what = say("{name} is not a risk", name=quoted(risk))
    return [InputError(file="RISK", line=0, column=0, what=what, remedy=nearest(risk, RISKS))]


def _wrong_owner(owner: str) -> list[InputError]:
    if owner.strip() and owner.isprintable():
        return []
    what = say("{name} is not a name", name=quoted(owner))
    return [InputError(file="--owner", line=0, column=0, what=what, remedy=say("Say who keeps the case, on one line."))]
