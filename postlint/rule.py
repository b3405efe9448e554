"""A rule as the engine knows it: what it says, when it stands, and the compiled form of what it matches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypedDict, TypeVar

from postlint.context import Context, Words
from postlint.finding import Finding, Severity

Part = Mapping[str, Any]
"""The compiled form of a match: plain data with its kind under `kind`, made by `pack_compiler`, read by `checks`."""


class When(NamedTuple):
    """The contexts in which a rule stands; an empty tuple or `None` asks nothing."""

    channel: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    reply: bool | None = None

    def holds(self, context: Context) -> bool:
        """Whether the rule stands in this context; an unknown channel fails a rule that asks for one."""
        return (
            (not self.channel or context.channel in self.channel)
            and (not self.audience or context.audience in self.audience)
            and (not self.voice or context.voice in self.voice)
            and (self.reply is None or self.reply == (context.reply_to is not None))
        )


_ANYWHERE = When()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule in one language, ready to run.

    `id` is `<pack>/<group>/<name>` and is shared by a rule's language twins. `unless` names the assertions that silence
    a match, `requires` the optional parts without which the rule is inactive, `covers` the rules and risks whose
    overlapping findings this rule's finding replaces, and `yields` those that replace it. `whole` says that the
    finding is about the draft as a whole, `once` that the same words are spoken of once in a draft, where they stand
    first. `fix` says that the suggestion fits wherever the rule finds something, or finds one of these entries of a
    list.
    """

    id: str
    lang: str
    risk: str
    severity: Severity
    message: str
    why: str
    advice: str
    match: Part
    suggestion: str | None = None
    fix: bool | frozenset[str] = False
    unless: tuple[str, ...] = ()
    when: When = _ANYWHERE
    requires: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    whole: bool = False
    once: bool = False


T = TypeVar("T", Rule, Finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """What an organisation changes in a rule without copying it; `None` leaves it as the pack has it."""

    enabled: bool = True
    severity: Severity | None = None
    message: Words | None = None
    why: Words | None = None
    advice: Words | None = None

    def of(self, rule: T) -> T:
        """The rule, or a finding that no pack's rule makes, with these changes."""
        given = {
            name: value
            for name in ("severity", "message", "why", "advice")
            if (value := getattr(self, name)) is not None
        }
        return replace(rule, **given)


class Index(TypedDict):
    """Where the rules of a language are looked up, by number.

    `always`: those of which nothing tells that a draft cannot touch them. `features`: by a feature of a document, and
    in `guarded` each with features of which there must be one besides. `literals` and `exact`: by a piece of text, in
    small letters or as it stands. `whole`: those among them whose findings are about a draft as a whole.
    """

    always: list[int]
    features: dict[str, list[int]]
    guarded: dict[str, list[tuple[int, frozenset[str]]]]
    literals: dict[str, list[int]]
    exact: dict[str, list[int]]
    whole: list[int]
