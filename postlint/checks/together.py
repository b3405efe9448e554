"""Match kind `together`: several things close to each other, with something absent."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs
from postlint.checks.signal import seeker_near
from postlint.document import Document, Span
from postlint.language.sentences import clause_at, paragraphs, sentence_at
from postlint.language.tokens import words
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import TogetherMatch


def compile_match(match: TogetherMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """Compile the members; a match needs what its rarest member needs, and something of another."""
    spec = match.together
    present = [compiler.part(member, "together", "all", at) for at, member in enumerate(spec.all)]
    absent = [compiler.part(member, "together", "none", at) for at, member in enumerate(spec.none)]
    rarities = [compiler.rarity(needs) for _, needs in present]
    rarest_first = sorted(range(len(present)), key=rarities.__getitem__)
    data = {
        "within": spec.within,
        "all": [part for part, _ in present],
        "none": [part for part, _ in absent],
        "rarest_first": rarest_first,
        "mark": spec.mark,
        "values": tuple(sorted(compiler.values(present[0][0]))),
    }
    first, *others = (present[at][1] for at in rarest_first)
    return data, compiler.tightened(first, others)


def values(part: Part) -> frozenset[str]:
    """The values of the first member."""
    first: frozenset[str] = frozenset(part["values"])
    return first


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that finds the first member where the others are near and none of the absent ones is."""
    within: str | int = part["within"]
    present = [build(member) for member in part["all"]]
    near_by = {at: seeker for at, member in enumerate(part["all"]) if (seeker := _seeker_near(member, within)) and at}
    absent = [build(member) for member in part["none"]]
    rarest_first = [at for at in part["rarest_first"] if at not in near_by]
    mark_all = part["mark"] == "all"

    def find(document: Document) -> list[Match]:
        members: dict[int, Sequence[Match]] = {}
        for at in rarest_first:
            members[at] = present[at](document)
            if not members[at]:
                return []
        together = []
        for first in members[0]:
            region = _region(document, first.span, within)
            members |= {at: seek(document, region) for at, seek in near_by.items()}
            near = _near(document, first, [members[at] for at in range(1, len(present))], region)
            if near is not None:
                together.append((region, first, near))
        if together and within == "draft":
            together = [] if any(document.anywhere(matcher) for matcher in absent) else together
        elif together:
            barred = [matcher(document) for matcher in absent]
            together = [each for each in together if not any(_any_inside(matches, each[0]) for matches in barred)]
        return [_marked(first, near) if mark_all else first for _, first, near in together]

    return find


def _seeker_near(member: Part, within: str | int) -> Callable[[Document, Span], Sequence[Match]] | None:
    """What seeks a member in a small region alone, where it can and the region is small."""
    return None if within in {"draft", "paragraph"} else seeker_near(member)


def _region(document: Document, span: Span, within: str | int) -> Span:
    if isinstance(within, int):
        return _words_around(document, span, within)
    if within == "draft":
        return Span(0, len(document.text))
    if within == "paragraph":
        found = paragraphs(document)
        place = bisect_right(found, span.start, key=_end)
        return found[place] if place < len(found) and found[place].overlaps(span) else span
    return (clause_at if within == "clause" else sentence_at)(document, span.start) or span


def _words_around(document: Document, span: Span, count: int) -> Span:
    tokens = words(document)
    first = bisect_left(tokens, span.start, key=lambda token: token.span.end - 1)
    after = bisect_left(tokens, span.end, key=lambda token: token.span.start)
    return Span(
        min((token.span.start for token in tokens[max(0, first - count) : first][:1]), default=span.start),
        max((token.span.end for token in tokens[after : after + count][-1:]), default=span.end),
    )


def _near(document: Document, first: Match, others: Sequence[Sequence[Match]], region: Span) -> list[Match] | None:
    """For each other member its match in the region nearest to the first, none overlapping another; or `None`.

    Where one is the whole draft (what the context tells of it), the others lie within it.
    """
    draft = Span(0, len(document.text))
    taken = [] if first.span == draft else [first]
    chosen = []
    for matches in others:
        if not _any_inside(matches, region):
            return None
        around = _by_distance(matches, first, region)
        nearest = next((match for match in around if match.span == draft or not _overlaps(match, taken)), None)
        if nearest is None:
            return None
        if nearest.span != draft:
            taken.append(nearest)
        chosen.append(nearest)
    return chosen


def _overlaps(match: Match, chosen: Sequence[Match]) -> bool:
    return any(match.span.overlaps(taken.span) for taken in chosen)


def _by_distance(matches: Sequence[Match], first: Match, region: Span) -> Iterator[Match]:
    """The matches that begin in the region, the nearest to the first one first; found by halving, not by search."""
    middle = bisect_left(matches, first.span.start, key=_start)
    before = takewhile(lambda match: _start(match) >= region.start, (matches[at] for at in range(middle - 1, -1, -1)))
    behind = takewhile(lambda match: _start(match) < region.end, (matches[at] for at in range(middle, len(matches))))
    return merge(before, behind, key=lambda match: abs(_start(match) - first.span.start))


def _start(match: Match) -> int:
    return match.span.start


def _end(span: Span) -> int:
    return span.end


def _any_inside(matches: Sequence[Match], region: Span) -> bool:
    at = bisect_left(matches, region.start, key=_start)
    return at < len(matches) and _start(matches[at]) < region.end


def _marked(first: Match, near: Sequence[Match]) -> Match:
    spans = [first.span, *(match.span for match in near)]
    return Match(Span(min(span.start for span in spans), max(span.end for span in spans)), first.values)
