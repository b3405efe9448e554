"""Suggestions put in place: changes in a file that take findings away, bring none, and leave all other bytes.

Only what a rule vouches for is put in place (`fix` in docs/rules.md), and only where the file holds the words to the
letter. The file is then read and checked again: should it not read as it did but for the words, or should there be a
finding that was not there, the change is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from postlint.document import Draft, Span
from postlint.errors import InputError, quoted, say
from postlint.finding import Finding, Report
from postlint.sources.encoding import coding_of


class Edit(NamedTuple):
    """A replacement in a text, in code points."""

    start: int
    end: int
    text: str


class Checked(NamedTuple):
    """The bytes of a file, the drafts that were read from it (or why one could not be), and the report on each."""

    data: bytes
    drafts: tuple[Draft | InputError, ...]
    reports: tuple[Report, ...]


class Left(NamedTuple):
    """A finding whose suggestion was not put in place, and why."""

    finding: Finding
    reason: str


class Fixed(NamedTuple):
    """A file after its suggestions were put in place: the number of those, and which were not."""

    checked: Checked
    number: int
    left: tuple[Left, ...]


Check = Callable[[bytes], Checked]


def fixed(checked: Checked, check: Check) -> Fixed:
    """The file with every suggestion in place that may be; fixed once more it stays as it is."""
    number = 0
    while True:
        edits, left = _wanted(checked)
        after, refused = _with_most(checked, [*edits], check)
        if after is checked:
            return Fixed(checked, number, (*left, *(Left(edits[edit], why) for edit, why in refused)))
        number += len(edits) - len(refused)
        checked = after


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with edits, in order, in its text; all others stay.

    Raises:
        UnicodeEncodeError: where the file's encoding lacks a sign of an edit.
    """
    name, mark = coding_of(data)
    text = data[len(mark) :].decode(name)
    parts, at = [mark], 0
    for edit in edits:
        parts += (text[at : edit.start].encode(name), edit.text.encode(name))
        at = edit.end
    return b"".join([*parts, text[at:].encode(name)])


def _wanted(checked: Checked) -> tuple[dict[Edit, Finding], list[Left]]:
    """The edits that rules vouch for, in order, each with a finding that asks for it; and what cannot be done."""
    name, mark = coding_of(checked.data)
    text = checked.data[len(mark) :].decode(name)
    edits: dict[Edit, Finding] = {}
    left = []
    for finding in (each for report in checked.reports for each in report.findings if each.fix):
        place, suggestion = finding.place, finding.suggestions[0]
        if place is None or not place.exact or text[place.start : place.end] != finding.text:
            left.append(Left(finding, say("something else stands between the words in the file")))
        elif {"\n", "\r"} & {*finding.text, *suggestion}:
            left.append(Left(finding, say("it goes on on the next line")))
        else:
            edits.setdefault(Edit(place.start, place.end, suggestion), finding)
    crossing = _crossing(sorted(edits))
    left += (Left(edits[edit], say("two suggestions overlap here")) for edit in sorted(crossing))
    return {edit: edits[edit] for edit in sorted(edits.keys() - crossing)}, left


def _crossing(edits: Sequence[Edit]) -> set[Edit]:
    """Those that overlap another one."""
    crossing: set[Edit] = set()
    furthest = Edit(0, 0, "")
    for edit in edits:
        if edit.start < furthest.end:
            crossing |= {edit, furthest}
        furthest = max(furthest, edit, key=_end)
    return crossing


def _end(edit: Edit) -> int:
    return edit.end


def _with_most(checked: Checked, edits: list[Edit], check: Check) -> tuple[Checked, list[tuple[Edit, str]]]:
    """The file with all edits that are sound together, and those that are not, with the reason.

    Where not all of them are, each half is tried by itself, and so on.
    """
    taken: list[Edit] = []
    refused: list[tuple[Edit, str]] = []
    best = checked
    waiting = [edits] if edits else []
    while waiting:
        group = waiting.pop()
        after = _with(checked, sorted([*taken, *group]), check)
        if isinstance(after, Checked):
            best = after
            taken += group
        elif len(group) == 1:
            refused.append((group[0], after))
        else:
            waiting += [group[len(group) // 2 :], group[: len(group) // 2]]
    return best, refused


def _with(checked: Checked, edits: Sequence[Edit], check: Check) -> Checked | str:
    """The file with these edits; what is wrong with it, in words, where they are not sound."""
    try:
        after = check(spliced(checked.data, edits))
    except UnicodeEncodeError:
        return say("the file is in {encoding}, which cannot hold it", encoding=coding_of(checked.data).name.upper())
    changes = say("the file would read otherwise, not only in these words")
    if len(after.drafts) != len(checked.drafts):
        return changes
    for before, now, told, tells in zip(checked.drafts, after.drafts, checked.reports, after.reports, strict=True):
        if isinstance(before, InputError) or isinstance(now, InputError):
            if type(before) is not type(now) or getattr(before, "what", "") != getattr(now, "what", ""):
                return changes
            continue
        moved = _in_draft(before, edits)
        if now.text != _replaced(before.text, moved) or _around(now) != _around(before) or tells.lang != told.lang:
            return changes
        if new := _new(told, tells, moved):
            return say("then {what} would be found", what=quoted(new))
    return after


def _around(draft: Draft) -> tuple[object, ...]:
    """What an edit in its words must leave as it was."""
    remarks = draft.origin.remarks if draft.origin else ()
    return draft.context, draft.id, [passage.lang for passage in draft.passages], [remark.text for remark in remarks]


def _in_draft(draft: Draft, edits: Sequence[Edit]) -> list[Edit]:
    """The edits in a file as edits in the text of a draft that was read from it."""
    moved = []
    for piece in draft.origin.pieces if draft.origin else ():
        first = bisect_left(edits, (piece.source_start,)) if piece.exact else len(edits)
        for edit in edits[first:]:
            if edit.end > piece.source_end:
                break
            start = piece.start + edit.start - piece.source_start
            moved.append(Edit(start, start + edit.end - edit.start, edit.text))
    return moved


def _replaced(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*parts, text[at:]])


def _new(before: Report, after: Report, edits: Sequence[Edit]) -> str:
    """A rule, or a problem, that is told after the edits and was not before; nothing where there is none.

    Within the words of an edit any finding is new.
    """
    replaced = [Span(edit.start, edit.end) for edit in edits]
    known = {
        (finding.rule, finding.severity, _moved(finding.span, edits))
        for finding in before.findings
        if not any(span.contains(finding.span) for span in replaced)
    }
    found = (each.rule for each in after.findings if (each.rule, each.severity, each.span) not in known)
    problems = {problem.what for problem in before.problems}
    return next(chain(found, (each.what for each in after.problems if each.what not in problems)), "")


def _moved(span: Span, edits: Iterable[Edit]) -> Span:
    """Where a span that is in none of the edits comes to stand; one that an edit cuts keeps all of the new words."""
    start, end = span
    for edit in edits:
        if edit.start < span.end:
            grown = len(edit.text) - (edit.end - edit.start)
            start += grown if edit.end <= span.start else min(0, edit.start - span.start)
            end += grown + max(0, edit.end - span.end)
    return Span(start, end)
