"""What a finding guards, covered up for every reader but the author: logs are public more often than drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from postlint.document import DisjointSpans, Document, Span
from postlint.finding import Finding, Report, Suppressed, shortened
from postlint.language.sentences import sentences_at

_TOLD_IN_WORDS = {"openness/credentials", "openness/personal-data"}
"""What words give away together: a finding on some of them, which no form of its own covers, guards its sentence."""
_GUARDED = {*_TOLD_IN_WORDS, "timing/embargo"}
_COVER = "••••••"


def masked(report: Report) -> Report:
    """The report with guarded text covered, in its findings and in the draft itself."""
    covers = covers_of(report)
    if not covers:
        return report
    texts: dict[str, str] = {}
    covered = DisjointSpans()
    for span, _ in covers:
        covered.take(span)
    for finding in _all(report):
        told = finding.on_words or finding.risk in _GUARDED
        if told and covered.overlap(finding.span):
            cover = finding.masked or _COVER
            texts |= {finding.text: cover, shortened(finding.text): cover}
    longest_first = sorted(texts.items(), key=lambda each: -len(each[0]))
    return replace(
        report,
        text=_in_place(report.text, covers),
        findings=tuple(_masked(finding, longest_first, covers) for finding in report.findings),
        suppressed=tuple(_let_be(each, longest_first, covers) for each in report.suppressed),
    )


def covers_of(report: Report) -> list[tuple[Span, str]]:
    """Where the draft must be covered and with what, in order of place; those that overlap become one.

    What may be posted by an exception is still nothing for a log.
    """
    guarded = [*_guarded(report), *repeats(report)]
    covers: list[tuple[Span, str]] = []
    for finding in sorted(guarded, key=lambda finding: (finding.span.start, -finding.span.end)):
        last = covers[-1][0] if covers else Span(0, 0)
        if not last.overlaps(finding.span):
            covers.append((finding.span, finding.masked or _COVER))
        elif not last.contains(finding.span):
            covers[-1] = Span(last.start, finding.span.end), _COVER
    return covers


def repeats(report: Report) -> Iterator[Finding]:
    """What is guarded, once more for each other place where the same words stand, which no rule need have found."""
    kept = {finding.text: finding for finding in _guarded(report) if finding.text.strip() and not finding.whole}
    for words, finding in kept.items():
        start = report.text.find(words)
        while start >= 0:
            span = Span(start, start + len(words))
            if not _goes_on(report.text, span):
                yield replace(finding, span=span, masked=finding.masked or _COVER)
            start = report.text.find(words, span.end)


def _goes_on(text: str, span: Span) -> bool:
    """Whether the span is a part of a longer word."""
    before, first = text[span.start - 1 : span.start], text[span.start]
    last, after = text[span.end - 1], text[span.end : span.end + 1]
    return (before.isalnum() and first.isalnum()) or (last.isalnum() and after.isalnum())


def _guarded(report: Report) -> list[Finding]:
    """The findings that guard something, each with all that it guards as its span."""
    return [_widened(finding, report) for finding in _all(report) if finding.risk in _GUARDED and any(finding.span)]


def _widened(finding: Finding, report: Report) -> Finding:
    """The finding on its sentences, where it is on some of the words that give something away."""
    text, (start, end) = report.text, finding.span
    if finding.whole:
        return replace(finding, span=Span(0, len(text.rstrip("\n"))))
    if finding.masked or finding.risk not in _TOLD_IN_WORDS:
        return finding
    above, below = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    paragraph = Document(text[above : below if below >= 0 else len(text)], report.lang or "nl")
    touched = [sentence for _, sentence in sentences_at(paragraph, Span(start - above, end - above))]
    starts, ends = zip((start, end), *((above + first, above + last) for first, last in touched), strict=True)
    return replace(finding, span=Span(min(starts), max(ends)))


def _all(report: Report) -> list[Finding]:
    return [*report.findings, *(each.finding for each in report.suppressed), *report.untold]


def uncut(span: Span, covers: Iterable[Span]) -> Span:
    """The span, widened so that it begins and ends within nothing that is covered."""
    touched = [cover for cover in covers if cover.overlaps(span)]
    return Span(
        min([span.start, *(cover.start for cover in touched)]), max([span.end, *(cover.end for cover in touched)])
    )


_Texts = list[tuple[str, str]]
"""What is guarded, the longest first, each with its cover."""


def _masked(finding: Finding, texts: _Texts, covers: list[tuple[Span, str]]) -> Finding:
    """The finding with every guarded text covered; its span stays that of the draft itself."""
    text = _in_place(finding.text, covers) if finding.whole else _covered(finding.text, texts)
    return replace(
        finding,
        text=text,
        message=_covered(finding.message, texts),
        why=_covered(finding.why, texts),
        advice=_covered(finding.advice, texts),
        suggestions=tuple(_covered(suggestion, texts) for suggestion in finding.suggestions),
    )


def _let_be(each: Suppressed, texts: _Texts, covers: list[tuple[Span, str]]) -> Suppressed:
    """What is let be; who says why may repeat the words."""
    why = each.exemption
    if why is not None:
        why = replace(why, reason=_covered(why.reason, texts), owner=_covered(why.owner, texts))
    return each._replace(finding=_masked(each.finding, texts, covers), exemption=why)


def _covered(text: str, texts: _Texts) -> str:
    for guarded, cover in texts:
        text = text.replace(guarded, cover)
    return text


def _in_place(text: str, covers: list[tuple[Span, str]]) -> str:
    """The text with a cover in the place of each span; they stand in order and overlap nowhere."""
    ends = [0, *(span.end for span, _ in covers)]
    parts = [text[end : span.start] + cover for end, (span, cover) in zip(ends, covers, strict=False)]
    return "".join(parts) + text[ends[-1] :]
