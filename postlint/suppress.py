"""Exceptions: findings that somebody has looked at and lets be, for a reason that stands beside them.

An exception stands in the text, in a comment for the passage that follows, or in the configuration, for files. What is
told of exceptions themselves (one that has ended, or silences nothing) is a finding too, of severity note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from postlint.context import Words
from postlint.document import Draft, Span
from postlint.errors import Refusal, nearest, quoted, say
from postlint.finding import Finding, Report, Severity, Suppressed
from postlint.risks import EXCEPTIONS
from postlint.rule import RuleChange

if TYPE_CHECKING:
    from postlint.origin import Place, Remark

VERBS = {"ignore": False, "negeer": False, "ignore-file": True, "negeer-bestand": True}
"""How an exception in a text begins, and whether it holds for the whole file."""

_COMMENT = re.compile(r"postlint[\s:]+([\w-]+)(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"[\s,]+")
_AGREED = re.compile(r"\(([^()]*)\)$")
_UNTIL = re.compile(r"(?:until|tot|t/m)\s+(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """An exception: the rules (or risks, or groups) that it silences, and why.

    It holds up to and including the day `until`.
    """

    rules: tuple[Words, ...]
    reason: Words
    owner: str = ""
    until: date | None = None

    def names(self, finding: Finding) -> bool:
        """Whether the finding is one of these rules'."""
        return not names_of(finding.rule, finding.risk).isdisjoint(self.rules)

    def ended(self, today: date | None) -> bool:
        """Whether it no longer holds; where nobody says what day it is, it does."""
        return self.until is not None and today is not None and today > self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class FileExemption(Exemption):
    """An exception of the configuration: `paths` are patterns of the files for which it holds, as in .gitignore."""

    paths: tuple[Words, ...]

    def __post_init__(self) -> None:
        for key in ("paths", "rules"):
            if not getattr(self, key):
                raise Refusal(say("there is nothing in this list"), say("Name at least one."), key=key)


class Configured(NamedTuple):
    """An exception of the configuration, and what tells whether a file is one of those that it names."""

    exemption: FileExemption
    applies: Callable[[str], bool]


def names_of(rule: str, risk: str) -> set[str]:
    """The names by which a rule can be silenced: its own, that without its pack, its risk and the risk's group."""
    return {rule, rule.partition("/")[2], risk, risk.partition("/")[0]}


# ---- in a text ------------------------------------------------------------------------------------------------------


class Written(NamedTuple):
    """An exception as a comment writes it; without `exemption` it does not hold, and `flaw` says why."""

    exemption: Exemption | None
    whole_file: bool = False
    flaw: str = ""


def read(comment: str) -> Written | None:
    """The exception that a comment writes, `None` where it is about something else.

    The form is `postlint ignore RULE, RULE: REASON (OWNER, until DATE)`, or in Dutch `postlint negeer … (…, tot …)`.
    """
    found = _COMMENT.match(comment.strip())
    if found is None:
        return None
    verb = found[1].lower()
    if verb not in VERBS:
        from difflib import get_close_matches  # only a mistake needs it

        meant = get_close_matches(verb, VERBS, n=1)
        return Written(None, flaw=f"{say('{name} is not known here', name=quoted(verb))}.") if meant else None
    listed, _, said = " ".join(found[2].split()).partition(":")
    names = tuple(dict.fromkeys(filter(None, _BETWEEN.split(listed))))
    agreed = _AGREED.search(said)
    reason = said[: agreed.start() if agreed else None].strip()
    owner, until = _owner_and_until(agreed[1] if agreed else "")
    day = _day(until)
    if not names:
        flaw = say("This exception does not say which rule it is about, so it does not hold.")
    elif not reason:
        flaw = say("This exception gives no reason, so it does not hold.")
    elif until and day is None:
        flaw = say("{text} is no date, so this exception does not hold.", text=quoted(until))
    else:
        return Written(Exemption(rules=names, reason=reason, owner=owner, until=day), VERBS[verb])
    return Written(None, VERBS[verb], flaw)


def _owner_and_until(agreed: str) -> tuple[str, str]:
    """What stands between the parentheses: who agreed, and until when."""
    owner, until = [], ""
    for part in filter(None, (part.strip() for part in agreed.split(","))):
        ends = _UNTIL.fullmatch(part)
        if ends:
            until = ends[1]
        else:
            owner.append(part)
    return ", ".join(owner), until


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_COMMENTS = {
    "<!-- {} -->": ".md .markdown .html .htm .xhtml",
    "{{/* {} */}}": ".mdx",
    "# {}": ".yaml .yml .po",
}
_FORMS = {suffix: form for form, suffixes in _COMMENTS.items() for suffix in suffixes.split()}


def comment_for(
    rule: str,
    suffix: str,
    reason: str,
    *,
    owner: str = "",
    until: date | None = None,
    whole_file: bool = False,
    lang: Literal["nl", "en"] = "en",
) -> str | None:
    """The comment that makes an exception for a rule, without a line end; `None` where such files have no comments.

    `suffix` is the ending of the file's name (`.md`); the comment goes on a line of its own before the passage that it
    is about, with the passage's indentation. `reason` may not be empty, or the exception does not hold.
    """
    form = _FORMS.get(suffix.lower())
    if form is None:
        return None
    verb = ("negeer" if lang == "nl" else "ignore") + (("-bestand" if lang == "nl" else "-file") if whole_file else "")
    ends = [f"{'tot' if lang == 'nl' else 'until'} {until.isoformat()}"] if until else []
    agreed = ", ".join(filter(None, [owner, *ends]))
    said = f"postlint {verb} {rule}: {reason}" + (f" ({agreed})" if agreed else "")
    return form.format(" ".join(said.split()).replace("--", "–").replace("*/", "* /"))


# ---- what is told of exceptions -------------------------------------------------------------------------------------


UNUSED, EXPIRED, UNCLEAR, GONE = EXCEPTIONS
_TOLD = 5
"""Unknown names in one exception that are told one by one."""


def words_of(risk: str) -> tuple[str, str, str]:
    """What is told in general, why it is, and what to do, in the language of the interface."""
    form = say("postlint ignore RULE: REASON (OWNER, until 2026-12-31)")
    return {
        UNUSED: (
            say("This exception silences nothing."),
            say("An exception that nobody needs hides what is written there tomorrow."),
            say("Remove it, or put it right before its passage. For a whole page there is ignore-file."),
        ),
        EXPIRED: (
            say("This exception has ended."),
            say("What was agreed for a time need not be so any more."),
            say("Rewrite the words and remove it, or agree on a new date."),
        ),
        UNCLEAR: (
            say("This exception does not hold as it is written."),
            say("Who reads it later must see what was agreed, and why."),
            say("Write it as: {form}", form=form),
        ),
        GONE: (
            say("Findings in the baseline are no longer there."),
            say("As long as they are recorded, the same words may come back unseen."),
            say("Record again what is there: postlint baseline FILE"),
        ),
    }[risk]


@dataclass(frozen=True, slots=True)
class Notes:
    """Makes the findings about exceptions that a run wants; `changes`, `select` and `ignore` are as in `Linter`."""

    changes: Mapping[str, RuleChange] = field(default_factory=dict)
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def note(self, risk: str, message: str, place: Place | None, at: int = 0, advice: str = "") -> Iterator[Finding]:
        """The finding, where it is wanted; it is told at `place`, and comes before what stands at `at` in the text.

        Without `advice` it has that of a comment in a text.
        """
        rule = f"postlint/{risk}"
        change = self.changes.get(rule, RuleChange())
        names = names_of(rule, risk)
        if not change.enabled or (self.select and names.isdisjoint(self.select)) or not names.isdisjoint(self.ignore):
            return
        _, why, usual = words_of(risk)
        yield change.of(
            Finding(
                risk=risk,
                rule=rule,
                severity=Severity.NOTE,
                span=Span(at, at),
                text="",
                message=message,
                why=why,
                advice=advice or usual,
                place=place,
            )
        )


# ---- what they do ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Judging:
    """What exceptions are held against: the rules of a linter, and the day.

    `takes_part` says of a name whether all its rules take part in the check, so that an exception for it that silences
    nothing is not needed; of a name that nothing has it says `None`.
    """

    takes_part: Callable[[str], bool | None]
    known: Callable[[], Iterable[str]]  # the names that something has, to find the nearest
    notes: Notes
    today: date | None

    def unknown(self, names: Sequence[str], place: Place, at: int) -> Iterator[Finding]:
        """What is told of names that nothing has: of the first few by name, of all others how many there are."""
        unknown = [name for name in names if self.takes_part(name) is None]
        for name in unknown[:_TOLD]:
            what = say("{name} is no risk, group or rule here", name=quoted(name))
            yield from self.notes.note(UNCLEAR, f"{what}. {nearest(name, sorted(self.known()))}".strip(), place, at)
        more = len(unknown) - _TOLD
        if more > 0:
            what = say("More names in this exception that are no risk, group or rule: {count}.", count=more)
            yield from self.notes.note(UNCLEAR, what, place, at)

    def of_use(self, exemption: Exemption, found: bool, place: Place, at: int) -> Iterator[Finding]:
        """What is told of an exception that has ended, or silences nothing."""
        if not found:
            if all(self.takes_part(name) for name in exemption.rules):
                names = ", ".join(exemption.rules)
                yield from self.notes.note(
                    UNUSED, say("This exception silences nothing: {names}.", names=names), place, at
                )
        elif exemption.ended(self.today):
            until = exemption.until.isoformat() if exemption.until else ""
            yield from self.notes.note(EXPIRED, say("This exception ended on {until}.", until=until), place, at)


def excepted(report: Report, draft: Draft, configured: Sequence[Configured], judging: Judging) -> Report:
    """The report with what exceptions in the text and the configuration silence set apart, and what is told of them."""
    report = replace(report, findings=tuple(sorted(report.findings, key=_place)))
    silenced: dict[int, Suppressed] = {}
    notes: list[Finding] = []
    for remark in draft.origin.remarks if draft.origin else ():
        notes += _hear(remark, report, silenced, judging)
    for exemption, applies in configured if draft.origin else ():
        found = [at for at, finding in enumerate(report.findings) if exemption.names(finding)]
        if found and not exemption.ended(judging.today) and draft.origin and applies(draft.origin.file):
            for at in found:
                silenced.setdefault(at, Suppressed(report.findings[at], "configuration", exemption))
    if not silenced and not notes:
        return report
    left = [finding for at, finding in enumerate(report.findings) if at not in silenced]
    return replace(
        report,
        findings=tuple(sorted([*left, *notes], key=_place)),
        suppressed=tuple(silenced[at] for at in sorted(silenced)),
    )


def _hear(remark: Remark, report: Report, silenced: dict[int, Suppressed], judging: Judging) -> Iterator[Finding]:
    """Silence what the exception in a comment asks for; what is told of it."""
    written = read(remark.text)
    if written is None:
        return
    scope = Span(0, len(report.text)) if written.whole_file else remark.span
    exemption, at = written.exemption, scope.start
    if exemption is None:
        yield from judging.notes.note(UNCLEAR, written.flaw, remark.place, at)
        return
    first = bisect_left(report.findings, scope.start, key=_start)
    after = bisect_left(report.findings, scope.end, key=_start)
    within = ((number, report.findings[number]) for number in range(first, after))
    found = [number for number, each in within if scope.contains(each.span) and exemption.names(each)]
    if not exemption.ended(judging.today):
        for number in found:
            silenced.setdefault(number, Suppressed(report.findings[number], "text", exemption))
    yield from judging.unknown(exemption.rules, remark.place, at)
    if found or not remark.shared:
        yield from judging.of_use(exemption, bool(found), remark.place, at)


def _start(finding: Finding) -> int:
    return finding.span.start


def _place(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.risk, finding.rule
