"""Match kind `tokens`: rows of tokens by their words and grammar, in the patterns of spaCy's `Matcher`.

A draft is parsed when it has a word that a pattern asks for, not before. Where the language has no pipeline that tells
grammar, the patterns that ask for it rest and those of words alone still work. A match lies within one sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.checks.match import LITERAL, Build, Compiler, Match, Needs, one_of
from postlint.checks.match import Matcher as FindMatches
from postlint.checks.pattern import longest
from postlint.document import Document
from postlint.errors import quoted, say
from postlint.language.pipeline import parsed, pipeline, span_of, tags
from postlint.rule import Part

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Span as SpacySpan

    from postlint.schema import TokenModel, TokensMatch

Token = Mapping[str, Any]
"""A token of a pattern: its attributes, as spaCy writes them."""

_GRAMMAR = frozenset(("LEMMA", "POS", "TAG", "MORPH", "DEP"))
_PRESENT = ("+", *(f"{{{many}" for many in range(1, 10)))
"""How an operator begins that asks for at least one token."""
_EVERYDAY = 1e-3
"""The share of all words from which a word has short forms that are no inflection: 'll, 's, n't, 't."""


def compile_match(match: TokensMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The patterns as spaCy takes them, each with whether it asks for grammar."""
    check_required(compiler)
    patterns, needs = [], []
    for number, row in enumerate(match.tokens):
        pattern = [plain(token, compiler, "tokens", number, at) for at, token in enumerate(row)]
        patterns.append({"tokens": pattern, "grammar": any(map(asks_grammar, pattern))})
        needs.append(rarest(pattern, compiler))
    return {"patterns": patterns}, any_of(needs)


def values(part: Part) -> frozenset[str]:
    """A pattern gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> FindMatches:
    """The matcher of the patterns that the language's pipeline can answer; of overlapping matches the longest stays."""

    @cache
    def rows(lang: str) -> list[list[Step]]:
        able = (pattern["tokens"] for pattern in part["patterns"] if tags(lang) or not pattern["grammar"])
        return [list(_steps(row)) for row in able]

    @cache
    def matcher(lang: str) -> Matcher:
        from spacy.matcher import Matcher

        matcher = Matcher(pipeline(lang).vocab, validate=True)
        for number, row in enumerate(rows(lang)):
            for step in row:
                matcher.add(f"{number}.{step.place}", [[step.token]])
        return matcher

    def find(document: Document) -> list[Match]:
        if not rows(document.lang):
            return []
        doc = parsed(document)
        places: defaultdict[str, set[int]] = defaultdict(set)
        for key, start, _ in matcher(document.lang)(doc):
            places[doc.vocab.strings[key]].add(start)
        found = {
            span_of(doc, start, end)
            for number, row in enumerate(rows(document.lang))
            for sentence in doc.sents
            for start, end in _runs(row, [places[f"{number}.{step.place}"] for step in row], sentence)
        }
        return [Match(span) for span in longest(found)]

    return find


class Step(NamedTuple):
    """A token that a row takes next: the `place`th of the pattern.

    `absent`: any token but this one. `optional`: none will do; `endless`: so will any number of them.
    """

    place: int
    token: dict[str, Any]
    absent: bool = False
    optional: bool = False
    endless: bool = False


def _steps(row: Sequence[Token]) -> Iterator[Step]:
    """The row with its operators written out."""
    for place, token in enumerate(row):
        operator = token.get("OP", "{1}")
        step = Step(place, {key: value for key, value in token.items() if key != "OP"}, operator == "!")
        least, most = _times(operator)
        yield from [step] * least
        if most is None:
            yield step._replace(optional=True, endless=True)
        else:
            yield from [step._replace(optional=True)] * (most - least)


def _times(operator: str) -> tuple[int, int | None]:
    """How often an operator asks for its token: at least and at most."""
    if operator in _TIMES:
        return _TIMES[operator]
    least, comma, most = operator.strip("{}").partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least)


_TIMES: dict[str, tuple[int, int | None]] = {"!": (1, 1), "?": (0, 1), "+": (1, None), "*": (0, None)}


def _runs(row: Sequence[Step], places: Sequence[set[int]], sentence: SpacySpan) -> Iterator[tuple[int, int]]:
    """From each token of a sentence where the row can begin, the longest stretch that it covers.

    `places` are the tokens that each step's token fits. All ways through the row are followed at once, so that no
    operator makes a pattern slow (spaCy's own matcher takes seconds for two `{0,9}` after each other).
    """
    for start in range(sentence.start, sentence.end):
        states, end = _reachable({0}, row), start
        for token in range(start, sentence.end):
            taken = {state for state in states if state < len(row) and (token in places[state]) != row[state].absent}
            states = _reachable({state + (not row[state].endless) for state in taken}, row)
            if not states:
                break
            if len(row) in states:
                end = token + 1
        if end > start:
            yield start, end


def _reachable(states: set[int], row: Sequence[Step]) -> set[int]:
    """The states, and those that lie behind steps which may be left out."""
    found = set()
    for state in states:
        found.add(state)
        while state < len(row) and row[state].optional:
            state += 1  # noqa: PLW2901 — walks on from there
            found.add(state)
    return found


def check_required(compiler: Compiler) -> None:
    """Report a rule that does not say that it needs the optional part `pipeline`."""
    if "pipeline" not in compiler.requires:
        what = say("token patterns need the optional part {part}", part=quoted("pipeline"))
        compiler.error([], what, say("Add `requires: [pipeline]` to the rule."))


def plain(token: TokenModel, compiler: Compiler, *path: str | int) -> dict[str, Any]:
    """The token of a pattern as plain data; `path` is its place in the match."""
    data = token.model_dump(by_alias=True, exclude_defaults=True)
    raised = next((word for word in _texts(data, "LOWER") if word != word.lower()), None)
    if raised is not None:
        what = say("LOWER never equals {word}, which has capitals", word=quoted(raised))
        compiler.error([*path, "LOWER"], what, say("Write {word}, or use ORTH.", word=quoted(raised.lower())))
    return data


def asks_grammar(token: Token) -> bool:
    """Whether a blank pipeline cannot tell the token."""
    return not _GRAMMAR.isdisjoint(token)


def rarest(pattern: Iterable[Token], compiler: Compiler) -> Needs:
    """What the token needs, among those that must be there, that the fewest drafts have."""
    return min((_needs(token, compiler) for token in pattern), key=compiler.rarity)


def any_of(needs: Sequence[Needs]) -> Needs:
    """What a match of any of the patterns needs."""
    return reduce(lambda one, other: None if one is None or other is None else one + other, needs)


def _needs(token: Token, compiler: Compiler) -> Needs:
    if not str(token.get("OP", "+")).startswith(_PRESENT):
        return None
    choices: list[Needs] = [
        one_of(LITERAL + word.casefold() for word in words)
        for attribute in ("ORTH", "TEXT", "LOWER")
        if (words := _texts(token, attribute))
    ]
    return min([*choices, _forms(_texts(token, "LEMMA"), compiler)], key=compiler.rarity)


def _forms(lemmas: Sequence[str], compiler: Compiler) -> Needs:
    """The folded forms of the lemmas; `None` for words so common that they have other short forms besides."""
    from postlint.language.inflection import inflections
    from postlint.language.tokens import fold

    if not lemmas or any(not word.isalpha() or compiler.word_rarity(word.lower()) > _EVERYDAY for word in lemmas):
        return None
    return one_of(fold(form) for lemma in lemmas for form in (lemma, *inflections(lemma, compiler.lang).forms))


def _texts(token: Token, attribute: str) -> Sequence[str]:
    """The texts one of which the attribute must be; none where that is not said by equality."""
    value = token.get(attribute, {})
    return [value] if isinstance(value, str) else list(value.get("IN", ()))
