"""What postlint tells the author: findings, problems, the verdict, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from postlint.document import Heard, Span

if TYPE_CHECKING:
    from postlint.origin import Passage, Place
    from postlint.suppress import Exemption

QUOTED_LENGTH = 60


def shortened(found: str, length: int = QUOTED_LENGTH) -> str:
    """What a message quotes of the draft: one line, cut between words where it is long."""
    line = " ".join(found.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


class Severity(IntEnum):
    """How much a finding weighs; higher is heavier."""

    NOTE = 1
    RECONSIDER = 2
    HOLD = 3

    @property
    def word(self) -> str:
        """The word that rules, options and reports use: `note`, `reconsider` or `hold`."""
        return self.name.lower()


class Verdict(StrEnum):
    """What a sensible colleague would say of the draft as a whole."""

    POST = "post"
    RECONSIDER = "reconsider"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark on a draft, in words for its author.

    `span` is in code points of the draft's text; `whole` says that the remark is about the draft as a whole, and
    `span` then covers all of it. `until` is when the reason for the finding ends, where it does. `suggestions` are
    replacements for the span's text; `fix` says that its rule vouches for the one there is, so that it may be put in
    place without asking. `covers` names the rules and risks whose findings at its place it replaces,
    `yields` those whose findings there replace it.
    `masked` is the text as others than the author may see it, where the finding guards something that has such a form.
    `reader` names the second reader whose impression it is, and is empty where a rule found it by itself.
    `place` is where the text stands in the draft's file, if it comes from one. A finding about what the file says to
    postlint is about no words of the draft: its `span` is empty, and `place` tells where that stands.
    """

    risk: str
    rule: str
    severity: Severity
    span: Span
    text: str
    message: str
    why: str
    advice: str
    suggestions: tuple[str, ...] = ()
    fix: bool = False
    until: datetime | None = None
    whole: bool = False
    covers: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    masked: str = ""
    reader: str = ""
    place: Place | None = None

    @property
    def on_words(self) -> bool:
        """Whether it is about words of the draft, and not about the whole of it or about what stands around it."""
        return not self.whole and self.span.start < self.span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that postlint could not do: what happened, where, and the remedy. Never holds a draft's text.

    `where` names the place for people: `file:line:column`, or a rule. `file`, `line` and `column` name it for programs,
    from 1, and are empty and 0 where there is none.
    """

    what: str
    remedy: str
    where: str = ""
    file: str = ""
    line: int = 0
    column: int = 0

    def told(self) -> str:
        """What happened and the remedy, on one line."""
        return f"{self.what} {self.remedy}" if self.what.endswith((".", "!", "?")) else f"{self.what} — {self.remedy}"


class Unchecked(Exception):  # noqa: N818 — it is told as a problem, and the other checks go on
    """Raised by a check that cannot be done; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


By = Literal["text", "configuration", "baseline"]
"""What lets a finding be: an exception in the text or the configuration, or the baseline."""


class Suppressed(NamedTuple):
    """A finding that is let be, and by what; `exemption` is the exception, if it is one."""

    finding: Finding
    by: By
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was found in one draft, in order of place, and what could not be checked.

    Of a page `passages` are the parts of its text that were read one by one. What is `suppressed` weighs nothing; what
    is `untold` is shown nowhere, but its words are still covered where they are no reader's business. `heard` is which
    rules spoke, before exceptions: of a long page for each of its blocks.
    """

    text: str
    lang: str | None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    id: str | None = None
    passages: tuple[Passage, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    untold: tuple[Finding, ...] = ()
    heard: tuple[Heard, ...] = field(default=(), compare=False, repr=False)

    @property
    def on_draft(self) -> bool:
        """Whether it is on a draft, or on what should have been one; else it tells of postlint's own files alone."""
        return self.lang is not None or bool(self.problems)

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for could be checked."""
        return not self.problems

    @property
    def verdict(self) -> Verdict:
        """The verdict that follows from the heaviest finding; a note alone leaves it at `post`."""
        heaviest = max((finding.severity for finding in self.findings), default=Severity.NOTE)
        return {
            Severity.NOTE: Verdict.POST,
            Severity.RECONSIDER: Verdict.RECONSIDER,
            Severity.HOLD: Verdict.HOLD,
        }[heaviest]

    @property
    def until(self) -> datetime | None:
        """When the hold ends: the last end of all holds, or `None` where there is no hold or one has no end."""
        ends = [finding.until for finding in self.findings if finding.severity is Severity.HOLD]
        dated = [end for end in ends if end is not None]
        return max(dated) if ends and len(dated) == len(ends) else None
