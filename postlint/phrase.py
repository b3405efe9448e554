"""The phrase language: read a phrase, and say what is wrong with it.

A phrase is a line of items with spaces between them:

- `kom` is a word, `wij|we|ik` one of these words;
- `(nog)` may be there, `[zo snel mogelijk|spoedig]` is exactly one of these; brackets nest;
- `…` (or `...`) is a gap of at most 4 words, `…8` of at most 8;
- `<komen>` is any form of the word, a separable verb also apart ("kom … terug");
- `{functies}` is any entry of a list; `{number}`, `{handle}`, `{hashtag}`, `{url}` and `{email}` are always there;
- `*wethouder` is a word that ends so, `wethouder*` one that begins so.

Of alternatives the one with more words goes first, whatever their order; what is optional is taken where it can be;
a gap is as short as it can be. Marks between words do not count. `postlint.phrase_compiler` makes of it what
`postlint.checks.phrases` runs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from postlint.errors import quoted, say
from postlint.language.tokens import TokenKind, fold, tokenize

GAP = 4
LONGEST_GAP = 20
VERB_GAP = 8
SHORTEST_AFFIX = 3
DEEPEST_GROUP = 20
LONGEST_PHRASE = 250
LONGEST_ENTRY = 40
TOKEN_LISTS = {
    kind.value: frozenset({f"{{{kind}}}"})
    for kind in (TokenKind.NUMBER, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.URL, TokenKind.EMAIL)
}


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
    line, errors = read_phrase(phrase, lists)
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
    line, errors = read_phrase(entry, None)
    errors += [
        PhraseError(say("a gap or a list within a list"), say("Write the words themselves."), item.offset)
        for item in _inside(line)
        if isinstance(item, Gap | Listed)
    ]
    errors += [] if errors else _too_long(line, LONGEST_ENTRY)
    return sorted(errors, key=lambda error: error.offset)


def list_references(phrase: str) -> set[str]:
    """The names of the lists that a phrase refers to, those of token kinds (`{number}` …) left out."""
    line, _ = read_phrase(phrase, None)
    return {item.name for item in _inside(line) if isinstance(item, Listed)} - TOKEN_LISTS.keys()


def is_loose(phrase: str) -> bool:
    """Whether words may stand in what a phrase finds that do not stand in the phrase itself, or in an entry of a list.

    Those are the forms of a word (`<send>`), what begins or ends so (`over*`), gaps, and numbers, handles and the like.
    """
    line, _ = read_phrase(phrase, None)
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
            for item in _inside(read_phrase(text, None)[0]):
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
    line, _ = read_phrase(phrase, None)
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


def read_phrase(phrase: str, lists: Collection[str] | None) -> tuple[Line, list[PhraseError]]:
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
        required = [item.offset for item in line.items if is_required(item)]
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
            if not is_required(item):
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
        return norms_of(text)


def _which(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    if near:
        return say("Did you mean {name}?", name=f"{{{near[0]}}}")
    return say("Known here: {names}.", names=", ".join(f"{{{each}}}" for each in known))


def is_required(item: Item) -> bool:
    """Whether a match has words of this item for sure, more than a gap has."""
    return not isinstance(item, Gap) and not (isinstance(item, Choice) and item.optional)


def _belongs(place: int, text: str) -> bool:
    """Whether the mark at this place is part of how the word is written: e-mail, i.v.m., R&D, 'k."""
    if text[place] not in _INSIDE_WORDS or len(text) == 1:
        return False
    if place == 0:
        return text[0] in _APOSTROPHES and text[-1] not in _APOSTROPHES
    return place < len(text) - 1 or (text[place] == "." and "." in text[:place])


@lru_cache(maxsize=16384)
def norms_of(text: str) -> tuple[str, ...]:
    """The norms of the words of a text."""
    return tuple(token.norm for token in tokenize(text) if token.kind not in _NO_WORDS)
