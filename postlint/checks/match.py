"""What the kinds of match have in common: a match, a matcher, and what a kind's module offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeAlias

from postlint.document import Document, Span
from postlint.rule import Part

NOTHING: Mapping[str, str] = MappingProxyType({})


class Match(NamedTuple):
    """A place in the draft that a rule may speak of, with the values that its message may quote.

    `suggestions` are replacements for it that come with the match, besides the rule's own.
    """

    span: Span
    values: Mapping[str, str] = NOTHING
    suggestions: tuple[str, ...] = ()


Matcher = Callable[[Document], Sequence[Match]]
"""Finds one rule's matches in a document, in order of place."""

Build = Callable[[Part], Matcher]

LITERAL, EXACT = "~", "="
"""Before a piece of text: an anchor that stands anywhere in it, not as a token of its own. After `~` it is in small
letters and sought without regard to capitals, after `=` it is sought as it is."""


DIGITS = re.compile(r"\d")
"""What tells the feature `?digit`."""

CAPITALS = re.compile(r"[^\W\da-zß-öø-ÿ]{2}")
"""Two letters in a row that are no small ones: what tells the feature `?capitals`."""


class Need(NamedTuple):
    """What a document must have for a match: one of `anchors`, and one of `also` where there are any.

    An anchor is a feature (see `checks.features`) or a piece of text; `also` are features alone.
    """

    anchors: frozenset[str]
    also: frozenset[str] = frozenset()


Needs: TypeAlias = tuple[Need, ...] | None
"""Needs of which a document must meet one for the match to be possible; `None` where nothing can be said."""


def one_of(anchors: Iterable[str]) -> Needs:
    """The need of one of these anchors."""
    return (Need(frozenset(anchors)),)


class Compiler(Protocol):
    """What a kind may ask of the pack compiler while it turns a rule's words into data."""

    @property
    def lang(self) -> str:
        """The rule's language."""

    @property
    def lists(self) -> Mapping[str, Mapping[str, str]]:
        """The pack's named lists in that language: entries, and their values."""

    @property
    def requires(self) -> Collection[str]:
        """The optional parts without which the rule says to rest."""

    @property
    def risk(self) -> str:
        """The rule's risk."""

    @property
    def examples(self) -> Mapping[str, Sequence[str]]:
        """The rule's examples as they stand there, `bad` and `good`."""

    def part(self, match: Any, *path: str | int) -> tuple[dict[str, Any], Needs]:
        """The compiled form, with its needs, of the match nested at `path` within this one."""

    def values(self, part: Part) -> frozenset[str]:
        """What a message may quote of a nested part."""

    def word_rarity(self, word: str) -> float:
        """How often a running word of the rule's language is `word`, from 0 to 1."""

    def rarity(self, needs: Needs) -> float:
        """How often a document meets one of `needs`, from 0 (never) to 1 and above (always)."""

    def tightened(self, needs: Needs, others: Sequence[Needs]) -> Needs:
        """The needs, each with something besides that one of `others` asks, for a match that must meet them all."""

    def error(self, path: Sequence[str | int], what: str, remedy: str, offset: int = 0) -> None:
        """Report an error at `path` within this match, `offset` characters into the text there."""


class Kind(Protocol):
    """A kind of match: the module that compiles it and builds its matcher."""

    def compile_match(self, match: Any, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
        """The plain data of `match` (its schema model) and what a document must have for it."""

    def values(self, part: Part) -> frozenset[str]:
        """The names of the values that a match of this part carries for messages."""

    def build_matcher(self, part: Part, build: Build) -> Matcher:
        """The matcher of compiled data; `build` makes those of nested parts."""
