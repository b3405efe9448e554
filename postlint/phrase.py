"""The phrase language: read a phrase, say what is wrong with it, and compile it to plain data.

A phrase is a line of items with spaces between them:

- `kom` is a word, `wij|we|ik` one of these words;
- `(nog)` may be there, `[zo snel mogelijk|spoedig]` is exactly one of these; brackets nest;
- `…` (or `...`) is a gap of at most 4 words, `…8` of at most 8;
- `<komen>` is any form of the word, a separable verb also apart ("kom … terug");
- `{functies}` is any entry of a list; `{number}`, `{handle}`, `{hashtag}`, `{url}` and `{email}` are always there;
- `*wethouder` is a word that ends so, `wethouder*` one that begins so.

Of alternatives the one with more words goes first, whatever their order; what is optional is taken where it can be;
a gap is as short as it can be. Marks between words do not count. What comes out can be marshalled and is run by
`postlint.checks.phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from typing import Protocol, TypeAlias, TypedDict

from postlint.errors import quoted, say
from postlint.language.tokens import TokenKind, fold, pair, tokenize

GAP = 4
LONGEST_GAP = 20
VERB_GAP = 8
FREE_ROOM = 8
SHORTEST_AFFIX = 3
DEEPEST_GROUP = 20
LONGEST_PHRASE = 250
LONGEST_ENTRY = 40
HASHTAG_WORDS = 4
HASHTAGS = 6
PAIRS = 40
_ASSOCIATION = 30
TOKEN_LISTS = {
    kind.value: frozenset({f"{{{kind}}}"})
    for kind in (TokenKind.NUMBER, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.URL, TokenKind.EMAIL)
}
# How many of all words in posts are such a token, roughly: they must not be taken for rare words.
_TOKEN_LIST_FREQUENCY = 0.01
COMMON = 1e-4
"""The share of all words from which a word is too common to tell a phrase by itself."""

Edge: TypeAlias = dict[str, tuple[int, ...]] | tuple[str, str, int] | int | None
"""What may come next: a word by its key, a word by its begin or end, any word, or the end of the phrase."""
Edges: TypeAlias = tuple[Edge, ...]
"""All that may come next, in order of preference."""
States: TypeAlias = list[Edges]
"""An automaton without empty steps or circles; it starts in the last state."""


class CompiledPhrase(TypedDict):
    """One automaton; or one for each item, all found within `reach` words, where the order is free."""

    items: list[States]
    reach: int
    values: dict[str, str]


class PhraseTable(TypedDict):
    """Phrases, under which words each can occur, which ones no word can tell of, and what else each has.

    Where the words under which a phrase can occur are common ones, every match has one word of each set in `also`
    besides; the number with a set is how many words of it a match has in all.
    """

    phrases: list[CompiledPhrase]
    by_anchor: dict[str, tuple[int, ...]]
    always: tuple[int, ...]
    also: tuple[tuple[tuple[frozenset[str], int], ...], ...]


class CompiledPhrases(TypedDict):
    """All phrases of a rule: `ordered` ones are sought in sentences, `free` ones in clauses."""

    ordered: PhraseTable
    free: PhraseTable


class Inflections(Protocol):
    """The forms of a word: single words, and for separable verbs (finite forms, particle) that stand apart."""

    @property
    def forms(self) -> frozenset[str]:
        """All forms that are one word."""

    @property
    def multiword(self) -> frozenset[str]:
        """All forms that are several words in a row."""

    @property
    def apart(self) -> tuple[tuple[frozenset[str], str], ...]:
        """Finite forms and the particle that follows later in the clause."""


class PhraseError(ValueError):
    """What is wrong with a phrase, what to write instead, and at which character of it (from 0)."""

    def __init__(self, what: str, remedy: str, offset: int) -> None:
        super().__init__(what, remedy, offset)
        self.what, self.remedy, self.offset = what, remedy, offset

    def __str__(self) -> str:
        return f"{self.what} — {self.remedy}"


# ---- what a phrase is made of -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other: one, or more where a hyphen splits."""

    offset: int
    end: int
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lemma:
    """Any form of a word."""

    offset: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Any entry of a named list."""

    offset: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Affix:
    """A word that `begins` or `ends` with these letters."""

    offset: int
    end: int
    side: str
    letters: str


@dataclass(frozen=True, slots=True)
class Gap:
    """At most so many words, whichever they are."""

    offset: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several alternatives, or none where it is optional."""

    offset: int
    end: int
    alternatives: tuple[Line, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Items in order."""

    offset: int
    end: int
    items: tuple[Item, ...]


Item: TypeAlias = Words | Lemma | Listed | Affix | Gap | Choice


# ---- reading --------------------------------------------------------------------------------------------------------

_LEXEME = re.compile(
    r"""
      (?P<gap>(?:…|\.\.\.)\d*)
    | (?P<lemma><[^<>]*>)
    | (?P<list>\{[^{}]*\})
    | (?P<bracket>[()\[\]|>}] | [<{][^\s()\[\]|<>{}…]*)
    | (?P<word>(?:(?!\.\.\.)[^\s()\[\]|<>{}…])+)
    """,
    re.VERBOSE,
)
_CLOSING = {"(": ")", "[": "]"}
_INSIDE_WORDS = frozenset("-‐‑–.&'’‘ʼ`´")
_APOSTROPHES = "'’‘ʼ`´"
_NO_WORDS = (TokenKind.MARK, TokenKind.EMOJI)


def phrase_errors(phrase: str, lists: Mapping[str, Collection[str]]) -> list[PhraseError]:
    """All that is wrong with a phrase and with the lists it refers to, in order of place; `lists` by name."""
    line, errors = _read(phrase, lists)
    errors += _too_long(line, LONGEST_PHRASE)
    for item in _inside(line):
        if isinstance(item, Listed) and item.name in lists:
            errors += _list_errors(item, lists[item.name])
    return sorted(errors, key=lambda error: error.offset)


def _too_long(line: Line, most: int) -> Iterator[PhraseError]:
    if _most_words(line) > most:
        yield PhraseError(say("this can take more than {most} words", most=most), say("Make it two."), line.offset)


def _most_words(item: Item | Line) -> int:
    """The most words that an item can take, at a guess where its forms or entries are not known yet."""
    if isinstance(item, Line):
        return sum(map(_most_words, item.items))
    if isinstance(item, Choice):
        return max(map(_most_words, item.alternatives))
    if isinstance(item, Listed):
        return LONGEST_ENTRY
    if isinstance(item, Lemma):
        return VERB_GAP + 2
    return item.words if isinstance(item, Gap) else 1


def _list_errors(listed: Listed, entries: Collection[str]) -> Iterator[PhraseError]:
    name = quoted(listed.name)
    if not entries:
        yield PhraseError(say("the list {name} is empty", name=name), say("Give it entries."), listed.offset)
    for entry in entries:
        for error in entry_errors(entry):
            what = say("{entry} in the list {name}: {what}", entry=quoted(entry), name=name, what=error.what)
            yield PhraseError(what, error.remedy, listed.offset)


def entry_errors(entry: str) -> list[PhraseError]:
    """All that is wrong with an entry of a list: a phrase without gaps and without lists."""
    line, errors = _read(entry, None)
    errors += [
        PhraseError(say("a gap or a list within a list"), say("Write the words themselves."), item.offset)
        for item in _inside(line)
        if isinstance(item, Gap | Listed)
    ]
    errors += [] if errors else _too_long(line, LONGEST_ENTRY)
    return sorted(errors, key=lambda error: error.offset)


def list_references(phrase: str) -> set[str]:
    """The names of the lists that a phrase refers to, those of token kinds (`{number}` …) left out."""
    line, _ = _read(phrase, None)
    return {item.name for item in _inside(line) if isinstance(item, Listed)} - TOKEN_LISTS.keys()


def is_loose(phrase: str) -> bool:
    """Whether words may stand in what a phrase finds that do not stand in the phrase itself, or in an entry of a list.

    Those are the forms of a word (`<send>`), what begins or ends so (`over*`), gaps, and numbers, handles and the like.
    """
    line, _ = _read(phrase, None)
    return any(
        isinstance(item, Lemma | Affix | Gap) or (isinstance(item, Listed) and item.name in TOKEN_LISTS)
        for item in _inside(line)
    )


def written_with_capitals(phrases: Iterable[str], lists: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """The words with a capital in the phrases and in the lists that they refer to: by their norm, as they stand there.

    A word that stands somewhere in small letters alone is not among them.
    """
    written: dict[str, set[str]] = {}
    for phrase in phrases:
        entries = [entry for name in list_references(phrase) for entry in lists[name]]
        for text in (phrase, *entries):
            for item in _inside(_read(text, None)[0]):
                if isinstance(item, Words):
                    for token in tokenize(text[item.offset : item.end]):
                        written.setdefault(token.norm, set()).add(token.span.of(text[item.offset : item.end]))
    return {
        norm: tuple(sorted(forms))
        for norm, forms in sorted(written.items())
        if not any(form.islower() for form in forms)
    }


def without(phrase: str) -> list[tuple[int, str, str]]:
    """Every version of a phrase with one alternative or one optional group removed.

    Each as (offset of the piece in the phrase, the piece, the phrase without it). The phrase must have no errors.
    """
    line, _ = _read(phrase, None)
    versions = []
    for item in _inside(line):
        if not isinstance(item, Choice):
            continue
        if item.optional:
            versions.append((item.offset, phrase[item.offset : item.end], _cut(phrase, item.offset, item.end)))
        if len(item.alternatives) > 1:
            versions += [_without_alternative(phrase, item, each) for each in range(len(item.alternatives))]
    return versions


def _without_alternative(phrase: str, choice: Choice, index: int) -> tuple[int, str, str]:
    removed = choice.alternatives[index]
    if index:
        shorter = phrase[: choice.alternatives[index - 1].end] + phrase[removed.end :]
    else:
        shorter = phrase[: removed.offset] + phrase[choice.alternatives[1].offset :]
    if phrase[choice.offset] not in _CLOSING:  # what is left stays a choice, whatever stands beside it
        end = choice.end - len(phrase) + len(shorter)
        shorter = f"{shorter[: choice.offset]}[{shorter[choice.offset : end]}]{shorter[end:]}"
    return removed.offset, phrase[removed.offset : removed.end], shorter


def _cut(phrase: str, start: int, end: int) -> str:
    before, after = phrase[:start].rstrip(), phrase[end:]
    return before + (after.lstrip() if before.endswith(("(", "[", "|")) or not before else after)


def _inside(line: Line) -> Iterator[Item]:
    """All items of a line and of the groups in it."""
    for item in line.items:
        yield item
        if isinstance(item, Choice):
            for alternative in item.alternatives:
                yield from _inside(alternative)


def _read(phrase: str, lists: Collection[str] | None) -> tuple[Line, list[PhraseError]]:
    """The phrase's items and its errors; without `lists` any name of a list will do."""
    names = None if lists is None else frozenset(lists)
    line, right = _reading(phrase, names)
    return line, [] if right else sorted(_read_whole(phrase, names)[1], key=lambda error: error.offset)


@lru_cache(maxsize=8192)  # coverage compiles a rule once for each piece of it, and most phrases are the same each time
def _reading(phrase: str, lists: frozenset[str] | None) -> tuple[Line, bool]:
    """The phrase's items, and whether it has no errors; those are made anew, in the interface's language by then."""
    line, errors = _read_whole(phrase, lists)
    return line, not errors


def _read_whole(phrase: str, lists: frozenset[str] | None) -> tuple[Line, list[PhraseError]]:
    reader = _Reader(phrase, lists)
    return reader.whole(), reader.errors


class _Reader:
    """Reads one phrase from left to right and gathers what is wrong with it."""

    def __init__(self, phrase: str, lists: Collection[str] | None) -> None:
        self.phrase = phrase
        self.lists = lists
        self.errors: list[PhraseError] = []
        self.lexemes = list(_LEXEME.finditer(phrase))
        self.place = 0
        self.depth = 0

    def wrong(self, offset: int, what: str, remedy: str) -> None:
        self.errors.append(PhraseError(what, remedy, offset))

    def ahead(self) -> str:
        """The text of the next lexeme, empty at the end."""
        return self.lexemes[self.place].group() if self.place < len(self.lexemes) else ""

    def offset(self) -> int:
        """Where the next lexeme starts."""
        return self.lexemes[self.place].start() if self.place < len(self.lexemes) else len(self.phrase)

    def end(self) -> int:
        """Where the last lexeme read ended."""
        return self.lexemes[self.place - 1].end() if self.place else 0

    def whole(self) -> Line:
        line = self.line(in_group=False)
        self.check_bars(line.items)
        if not line.items and not self.errors:
            self.wrong(0, say("the phrase is empty"), say("Write the words that it must match."))
        return line

    def line(self, *, in_group: bool) -> Line:
        """Items up to the end of the phrase or, in a group, up to its end or the next alternative."""
        start = self.offset()
        items: list[Item] = []
        while text := self.ahead():
            if text in {")", "]", "|"}:
                if in_group:
                    break
                self.stray(text)
                continue
            if items and self.offset() == self.end():
                self.glued(text)
            items.append(self.atom() if in_group else self.alternatives())
        line = Line(start, self.end() if items else start, tuple(items))
        self.check_required(line)
        return line

    def glued(self, text: str) -> None:
        remedy = say("Put a space before it.")
        if text == "(":
            remedy = say("Put a space before it; for another form of the word write one|other or <word>.")
        self.wrong(self.offset(), say("{text} stands against what comes before it", text=quoted(text)), remedy)

    def stray(self, text: str) -> None:
        if text == "|":
            what, remedy = say("‘|’ stands alone"), say("Write one|other without spaces, or [one word|other words].")
        else:
            what, remedy = say("{text} closes nothing", text=quoted(text)), say("Remove it, or open the group.")
        self.wrong(self.offset(), what, remedy)
        self.place += 1

    def check_required(self, line: Line) -> None:
        required = [item.offset for item in line.items if _is_required(item)]
        if line.items and not required:
            what = say("everything here may be absent")
            self.wrong(line.offset, what, say("Put at least one word outside ( )."))
            return
        for item in line.items:
            if isinstance(item, Gap) and not required[0] < item.offset < required[-1]:
                what = say("a gap stands between two words that must be there")
                self.wrong(item.offset, what, say("Remove the gap, or write the word on its other side."))

    def check_bars(self, items: Sequence[Item]) -> None:
        """A bar outside groups parts single words; where one of them is said twice, it was to part more."""
        items = [item for item in items if not isinstance(item, Choice) or not item.optional]
        for place, item in enumerate(items):
            if not isinstance(item, Choice) or self.phrase[item.offset] in _CLOSING:
                continue
            written = [self.phrase[each.offset : each.end] for each in item.alternatives]
            near = [*items[max(0, place - 2) : place], *items[place + 1 : place + 3]]
            beside = {self.phrase[each.offset : each.end] for each in near if isinstance(each, Words)}
            if len({*written}) < len(written) or not beside.isdisjoint(written):
                found, meant = self.phrase[item.offset : item.end], f"[{self.phrase}]"
                read = f"{self.phrase[: item.offset]}[{found}]{self.phrase[item.end :]}"
                remedy = say("Write that if you mean it; where a bar parts more words than one: {meant}.", meant=meant)
                self.wrong(item.offset, say("this is read as {read}", read=quoted(read)), remedy)

    def alternatives(self) -> Item:
        """An item outside groups: one atom, or several with bars between."""
        start = self.offset()
        found = [self.atom()]
        while self.ahead() == "|" and self.offset() == self.end():
            bar = self.offset()
            self.place += 1
            if self.ahead() in {"", "|", ")", "]"} or self.offset() > bar + 1:
                self.wrong(bar, say("no alternative after ‘|’"), say("Write one|other without spaces."))
            else:
                found.append(self.atom())
        if len(found) == 1:
            return found[0]
        for item in found:
            if not _is_required(item):
                what = say("an alternative that may be absent")
                self.wrong(item.offset, what, say("Write (one|other) where both may be absent."))
        return Choice(start, self.end(), tuple(Line(item.offset, item.end, (item,)) for item in found))

    def atom(self) -> Item:
        lexeme = self.lexemes[self.place]
        start, end, text = lexeme.start(), lexeme.end(), lexeme.group()
        self.place += 1
        if lexeme.lastgroup == "gap":
            return Gap(start, end, self.gap_words(start, text.lstrip("….")))
        if lexeme.lastgroup == "lemma":
            return Lemma(start, end, self.lemma(start, text[1:-1]))
        if lexeme.lastgroup == "list":
            return Listed(start, end, self.list_name(start, text[1:-1]))
        if text in _CLOSING:
            return self.group(start, text)
        if lexeme.lastgroup == "bracket":
            return self.unpaired(start, end, text)
        return self.affix(start, end, text) if "*" in text else Words(start, end, self.norms(start, text))

    def group(self, start: int, opening: str) -> Choice:
        self.depth += 1
        if self.depth > DEEPEST_GROUP:
            self.wrong(start, say("too many groups inside each other"), say("Make it several phrases."))
            self.place = len(self.lexemes)
            return Choice(start, len(self.phrase), (Line(start, start, ()),))
        alternatives = []
        while True:
            alternative = self.line(in_group=True)
            alternatives.append(alternative)
            if not alternative.items:
                self.wrong(alternative.offset, say("an empty alternative"), say("Write a word there, or remove ‘|’."))
            if self.ahead() != "|":
                break
            self.place += 1
        closing, wanted = self.ahead(), _CLOSING[opening]
        remedy = say("Write {closing} where the group ends.", closing=quoted(wanted))
        if not closing:
            self.wrong(start, say("{opening} is never closed", opening=quoted(opening)), remedy)
        else:
            if closing != wanted:
                what = say("{closing} closes {opening}", closing=quoted(closing), opening=quoted(opening))
                self.wrong(self.offset(), what, remedy)
            self.place += 1
        self.depth -= 1
        return Choice(start, self.end(), tuple(alternatives), optional=opening == "(")

    def unpaired(self, start: int, end: int, text: str) -> Words:
        if text[0] in "<{":
            what = say("{opening} is never closed", opening=quoted(text[0]))
            remedy = say("Write <word> for all forms of a word, {{name}} for the entries of a list.")
        else:
            what, remedy = say("{text} closes nothing", text=quoted(text)), say("Remove it.")
        self.wrong(start, what, remedy)
        return Words(start, end, ())

    def gap_words(self, start: int, number: str) -> int:
        words = int(number[:3]) if number else GAP
        if not 1 <= words <= LONGEST_GAP:
            what = say("a gap is at least 1 and at most {longest} words", longest=LONGEST_GAP)
            self.wrong(start, what, say("Write …{longest} or less, or make it two phrases.", longest=LONGEST_GAP))
        return words

    def lemma(self, start: int, word: str) -> str:
        if "|" in word:
            apart = "|".join(f"<{each.strip()}>" for each in word.split("|"))
            self.wrong(start, say("more than one word between < and >"), say("Write {apart}.", apart=apart))
        elif not all(part.isalpha() for part in re.split("[-–]", fold(word).replace("'", ""))):
            what = say("{word} is not one word", word=quoted(word))
            self.wrong(start, what, say("Between < and > goes one word as a dictionary has it: <komen>."))
        return word

    def list_name(self, start: int, name: str) -> str:
        if not name.strip():
            self.wrong(start, say("no name between {{ and }}"), say("Write {{number}}, or the name of a list."))
        elif self.lists is not None and name not in {*self.lists, *TOKEN_LISTS}:
            known = sorted({*self.lists, *TOKEN_LISTS})
            self.wrong(start, say("there is no list {name}", name=quoted(name)), _which(name, known))
        return name

    def affix(self, start: int, end: int, text: str) -> Affix | Words:
        letters = fold(text.strip("*"))
        if text.count("*") > 1 or "*" in text.strip("*"):
            remedy = say("Write *word or word*; of a masked word (k*t) write the parts (k t).")
            self.wrong(start, say("‘*’ stands once, at the start or the end of a word"), remedy)
        elif len(letters) < SHORTEST_AFFIX or not letters.isalpha():
            what = say("‘*’ goes with a word of at least {shortest} letters", shortest=SHORTEST_AFFIX)
            self.wrong(start, what, say("Write the words out: one|other."))
        else:
            return Affix(start, end, "ends" if text.startswith("*") else "begins", letters)
        return Words(start, end, ())

    def norms(self, start: int, text: str) -> tuple[str, ...]:
        for token in tokenize(text):
            place = token.span.start
            if token.kind in _NO_WORDS and not _belongs(place, text):
                mark = token.span.of(text)
                remedy = say("Leave it out: marks between words are skipped.")
                if mark == "/":
                    remedy = say("Write one|other for either, one other for both.")
                self.wrong(start + place, say("{mark} is no part of a phrase", mark=quoted(mark)), remedy)
        return _norms(text)


def _which(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    if near:
        return say("Did you mean {name}?", name=f"{{{near[0]}}}")
    return say("Known here: {names}.", names=", ".join(f"{{{each}}}" for each in known))


def _is_required(item: Item) -> bool:
    return not isinstance(item, Gap) and not (isinstance(item, Choice) and item.optional)


def _belongs(place: int, text: str) -> bool:
    """Whether the mark at this place is part of how the word is written: e-mail, i.v.m., R&D, 'k."""
    if text[place] not in _INSIDE_WORDS or len(text) == 1:
        return False
    if place == 0:
        return text[0] in _APOSTROPHES and text[-1] not in _APOSTROPHES
    return place < len(text) - 1 or (text[place] == "." and "." in text[:place])


# ---- compiling ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _One:
    """One word, by its keys."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Either:
    """One of these."""

    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Maybe:
    """This, or nothing."""

    part: _Part


@dataclass(frozen=True, slots=True)
class _Row:
    """These, one after the other."""

    parts: tuple[_Part, ...]


_Part: TypeAlias = _One | _Either | _Maybe | _Row | Affix | Gap
Keys: TypeAlias = tuple[frozenset[str], tuple[frozenset[str], ...]] | None
"""Keys of which every match has one, and sets of which it has one each besides (none if the first are rare enough)."""


def compile_phrases(
    phrases: Sequence[str],
    *,
    lang: str,
    lists: Mapping[str, Mapping[str, str]],
    free_order: bool,
    inflect: Callable[[str, str], Inflections],
    rarity: Callable[[str], float],
) -> CompiledPhrases:
    """All phrases of a rule as plain data for `postlint.checks.phrases.Phrases`.

    `lists` maps names to entries, and entries to a value (empty for none). With `free_order` the items of a phrase
    stand in any order within a clause. `inflect` gives the forms of a word in a language; `rarity` how frequent a
    word is, as a share of all words. Raises the first `PhraseError` there is; `phrase_errors` gives all of a phrase.
    """
    compiler = _Compiler(lang, lists, inflect, rarity)
    ordered: list[tuple[CompiledPhrase, Keys]] = []
    free: list[tuple[CompiledPhrase, Keys]] = []
    for phrase in phrases:
        for error in phrase_errors(phrase, lists):
            raise error
        line, _ = _read(phrase, lists)
        items = [item for item in line.items if _is_required(item)]
        if len(line.items) == 1 and isinstance(items[0], Listed) and items[0].name not in TOKEN_LISTS:
            ordered += compiler.entries(items[0])
        elif free_order and len(items) > 1:
            free.append(compiler.free(line, items))
        else:
            ordered.append(compiler.ordered(compiler.row(line)))
    return {"ordered": _table(ordered), "free": _table(free)}


def required_keys(data: CompiledPhrases) -> list[tuple[frozenset[str], frozenset[str]]] | None:
    """For every phrase the keys of which a draft must have one, and those of which it must have one besides.

    The latter may be empty; the whole is `None` where of some phrase no word tells.
    """
    if data["ordered"]["always"] or data["free"]["always"]:
        return None
    required = []
    for table in (data["ordered"], data["free"]):
        anchors: list[set[str]] = [set() for _ in table["phrases"]]
        for key, indices in table["by_anchor"].items():
            for index in indices:
                anchors[index].add(key)
        for keys, also in zip(anchors, table["also"], strict=True):
            required.append((frozenset(keys), also[0][0] if also else frozenset()))
    return required


def _table(phrases: list[tuple[CompiledPhrase, Keys]]) -> PhraseTable:
    by_anchor: dict[str, tuple[int, ...]] = {}
    for index, (_, keys) in enumerate(phrases):
        for key in sorted(keys[0] if keys else ()):
            by_anchor[key] = (*by_anchor.get(key, ()), index)
    return {
        "phrases": [compiled for compiled, _ in phrases],
        "by_anchor": by_anchor,
        "always": tuple(index for index, (_, keys) in enumerate(phrases) if keys is None),
        "also": tuple(_numbered(keys) if keys else () for _, keys in phrases),
    }


def _numbered(keys: tuple[frozenset[str], tuple[frozenset[str], ...]]) -> tuple[tuple[frozenset[str], int], ...]:
    """The sets after the first, each with how many times it has come by then."""
    sets = (keys[0], *keys[1])
    return tuple((each, sets[: place + 1].count(each)) for place, each in enumerate(sets) if place)


class _Compiler:
    """Compiles phrases of one language; forms and entries are worked out once."""

    def __init__(
        self,
        lang: str,
        lists: Mapping[str, Mapping[str, str]],
        inflect: Callable[[str, str], Inflections],
        rarity: Callable[[str], float],
    ) -> None:
        self.lang = lang
        self.lists = lists
        self.inflect = inflect
        self.rarity = rarity
        self.frequencies: dict[str, float] = dict.fromkeys(
            (key for keys in TOKEN_LISTS.values() for key in keys), _TOKEN_LIST_FREQUENCY
        )
        self.lemmas: dict[str, _Part] = {}
        self.listed: dict[str, dict[str, _Part]] = {}

    def ordered(self, part: _Part, values: Mapping[str, str] | None = None) -> tuple[CompiledPhrase, Keys]:
        """A phrase whose words stand in order, or are one hashtag, with the keys that it needs."""
        part = _or_hashtag(part)
        compiled: CompiledPhrase = {"items": [_automaton(part)], "reach": 0, "values": dict(values or {})}
        return compiled, self.keys(part)

    def entries(self, listed: Listed) -> list[tuple[CompiledPhrase, Keys]]:
        """A phrase for every entry of a list, each with the entry and its value."""
        values = self.lists[listed.name]
        return [
            self.ordered(part, {"entry": entry, "value": values[entry]})
            for entry, part in self.list_parts(listed).items()
        ]

    def free(self, line: Line, items: list[Item]) -> tuple[CompiledPhrase, Keys]:
        """A phrase whose items stand in any order, with the keys that it needs."""
        parts = tuple(self.part(item) for item in items)
        reach = FREE_ROOM + _longest(self.row(line))
        compiled: CompiledPhrase = {"items": [_automaton(part) for part in parts], "reach": reach, "values": {}}
        return compiled, self.keys(_Row(parts), free=True)

    def row(self, line: Line) -> _Part:
        parts = tuple(self.part(item) for item in line.items)
        return parts[0] if len(parts) == 1 else _Row(parts)

    def part(self, item: Item) -> _Part:
        """An item with its forms and entries filled in."""
        if isinstance(item, Words):
            return _words(item.norms)
        if isinstance(item, Lemma):
            return self.forms(item.word)
        if isinstance(item, Listed):
            if item.name in TOKEN_LISTS:
                return _One(TOKEN_LISTS[item.name])
            return _either(self.list_parts(item).values())
        if isinstance(item, Choice):
            choice = _either(self.row(alternative) for alternative in item.alternatives)
            return _Maybe(choice) if item.optional else choice
        return item

    def forms(self, word: str) -> _Part:
        if word not in self.lemmas:
            found = self.inflect(word, self.lang)
            together = [_words(_norms(form)) for form in sorted(found.forms | found.multiword)]
            self.lemmas[word] = _either(together + [_apart(*forms) for forms in found.apart])
        return self.lemmas[word]

    def list_parts(self, listed: Listed) -> dict[str, _Part]:
        """The entries of a list."""
        if listed.name not in self.listed:
            self.listed[listed.name] = {entry: self.row(_read(entry, None)[0]) for entry in self.lists[listed.name]}
        return self.listed[listed.name]

    def keys(self, part: _Part, *, free: bool = False) -> Keys:
        """The sets of keys of which every match of the part has one each, the rarest first; it alone if it is rare.

        With `free` the parts of a row stand in any order.
        """
        if isinstance(part, _Either):
            found = [self.keys(each) for each in part.parts]
            keys = [each for each in found if each is not None]
            if len(keys) < len(found):
                return None
            anchors = _union(each for each, _ in keys)
            besides = _union(also[0] if also else each for each, also in keys)
            return anchors, (besides,) if any(also for _, also in keys) else ()
        sets = [self.anchor(each) for each in (part.parts if isinstance(part, _Row) else (part,))]
        pairs = self.pairs(part.parts) if isinstance(part, _Row) and not free else []
        known = sorted((*(each for each in sets if each is not None), *pairs), key=self.frequency)
        if not known:
            return None
        return known[0], tuple(known[1:]) if self.frequency(known[0])[0] > COMMON else ()

    def anchor(self, part: _Part) -> frozenset[str] | None:
        """Keys of which one is in every match of the part, the rarest such set; `None` where there is none."""
        if isinstance(part, _One):
            return part.keys
        if isinstance(part, _Row):
            sets = [keys for keys in map(self.anchor, part.parts) if keys is not None]
            return min([*sets, *self.pairs(part.parts)], key=self.frequency, default=None)
        if isinstance(part, _Either):
            found = [self.anchor(each) for each in part.parts]
            sets = [keys for keys in found if keys is not None]
            return _union(sets) if len(sets) == len(found) else None
        return None

    def pairs(self, parts: Sequence[_Part]) -> list[frozenset[str]]:
        """For every two words that stand next to each other the keys of the pair (see `tokens.pair`), where few."""
        return [
            frozenset(pair(one, other) for one in first.keys for other in second.keys)
            for first, second in pairwise(parts)
            if isinstance(first, _One) and isinstance(second, _One) and len(first.keys) * len(second.keys) <= PAIRS
        ]

    def frequency(self, keys: frozenset[str]) -> tuple[float, list[str]]:
        """How frequent any of the keys is; then the keys, so that equals always come out alike."""
        for key in keys:
            if key not in self.frequencies:
                self.frequencies[key] = pair_frequency(key, self.rarity)
        ordered = sorted(keys)
        return sum(self.frequencies[key] for key in ordered), ordered


def pair_frequency(key: str, rarity: Callable[[str], float]) -> float:
    """How frequent a word is, or two words next to each other: more often than chance would have it."""
    if " " not in key:
        return _TOKEN_LIST_FREQUENCY if key.startswith("{") else rarity(key)
    return min(_ASSOCIATION * prod(pair_frequency(word, rarity) for word in key.split(" ")), 1.0)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


@lru_cache(maxsize=16384)
def _norms(text: str) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenize(text) if token.kind not in _NO_WORDS)


def _words(norms: tuple[str, ...]) -> _Part:
    parts = tuple(_One(frozenset({norm})) for norm in norms)
    return parts[0] if len(parts) == 1 else _Row(parts)


def _apart(finite: frozenset[str], particle: str) -> _Part:
    """A separable verb apart: "kom … terug"."""
    return _Row((_One(frozenset(map(fold, finite))), Gap(0, 0, VERB_GAP), _One(frozenset({fold(particle)}))))


def _or_hashtag(part: _Part) -> _Part:
    """Two to four words in a row, or the hashtag that they make: "durf te vragen", "#durftevragen".

    Longer hashtags are rare, and each would stand in the index that every cold start loads.
    """
    if not isinstance(part, _Row) or len(part.parts) > HASHTAG_WORDS:
        return part
    sets = [[key for key in each.keys if "{" not in key] for each in part.parts if isinstance(each, _One)]
    if len(sets) < len(part.parts) or not 1 <= prod(map(len, sets)) <= HASHTAGS:
        return part
    return _Either((part, _One(frozenset("#" + "".join(words) for words in product(*sets)))))


def _either(parts: Iterable[_Part]) -> _Part:
    """One of the parts: those with more words first, all single words together."""
    kept: list[_Part] = []
    keys: set[str] = set()
    for part in parts:
        if isinstance(part, _One):
            keys |= part.keys
        else:
            kept.append(part)
    kept.sort(key=_longest, reverse=True)
    if keys:
        kept.append(_One(frozenset(keys)))
    return kept[0] if len(kept) == 1 else _Either(tuple(kept))


def _longest(part: _Part) -> int:
    """The most words that the part can take."""
    if isinstance(part, Gap):
        return part.words
    if isinstance(part, _Maybe):
        return _longest(part.part)
    if isinstance(part, _Either):
        return max(map(_longest, part.parts))
    return sum(map(_longest, part.parts)) if isinstance(part, _Row) else 1


def _automaton(part: _Part) -> States:
    """The part as an automaton."""
    builder = _Builder()
    builder.states.append(builder.edges(part, (None,)))
    return builder.states


class _Builder:
    """Builds an automaton from its end, so that what follows is shared, never copied."""

    def __init__(self) -> None:
        self.states: States = []
        self.numbers: dict[int, int] = {}

    def edges(self, part: _Part, following: Edges) -> Edges:
        """What may come next where `part` and then `following` may come."""
        if isinstance(part, _Row):
            for each in reversed(part.parts):
                following = self.edges(each, following)
            return following
        if isinstance(part, _Maybe):
            return self.edges(part.part, following) + following
        if isinstance(part, Gap):
            longer = following
            for _ in range(part.words):
                longer = (*following, self.state(longer))
            return longer
        if isinstance(part, _Either):
            return _joined(edge for each in part.parts for edge in self.edges(each, following))
        target = self.state(following)
        if isinstance(part, Affix):
            return ((part.side, part.letters, target),)
        return (dict.fromkeys(sorted(part.keys), (target,)),)

    def state(self, edges: Edges) -> int:
        """The number of the state with these very edges."""
        if id(edges) not in self.numbers:
            self.numbers[id(edges)] = len(self.states)
            self.states.append(edges)
        return self.numbers[id(edges)]


def _joined(edges: Iterable[Edge]) -> Edges:
    """The edges with neighbouring tables of words made one."""
    joined: list[Edge] = []
    for edge in edges:
        last = joined[-1] if joined else None
        if isinstance(edge, dict) and isinstance(last, dict):
            for key, targets in edge.items():
                last[key] = (*last.get(key, ()), *targets)
        else:
            joined.append(dict(edge) if isinstance(edge, dict) else edge)
    return tuple(joined)
