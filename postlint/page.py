"""A page as the checks read it: each passage by itself, in its own language, and all of them as one draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from postlint.document import Document, Draft, Heard, PageDocuments, Span
from postlint.finding import Finding, Report
from postlint.language.tokens import words
from postlint.origin import Origin, Passage

if TYPE_CHECKING:
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.reader.settings import ReaderSettings

LONGEST = 60_000
"""Code points of a page that is read in one go; a longer one (some 10,000 words) is read in blocks."""

_LANGS = ("nl", "en")
_TELLING = 8
"""Words from which on a passage tells its language by itself."""


class Languages(Protocol):
    """Of a document, its language and the languages whose rules read it."""

    def __call__(self, document: Document, *, clear: bool = False) -> tuple[str, tuple[str, ...]]:
        """Where `clear`, none unless its function words and letters tell, without a look at how frequent words are."""


@dataclass(frozen=True)
class PageReading:
    """The passages that are in Dutch or English, each with a document for every language that reads it.

    `lang` is the language of the page: that of most words in passages that do not say theirs. `langs` are those that
    read each passage. `whole` is the page as one draft, for the rules that ask for one. `pages` are the documents by
    language.
    """

    lang: str
    langs: tuple[tuple[str, ...], ...]
    readings: tuple[tuple[Passage, tuple[Document, ...]], ...]
    whole: Document
    pages: tuple[PageDocuments, ...]

    @property
    def documents(self) -> Iterator[Document]:
        """The whole page, and each passage in each of its languages: in the order of `Heard`."""
        yield self.whole
        for _, documents in self.readings:
            yield from documents

    def close(self) -> None:
        """Part the documents, which know each other: without that circle their memory is free at once."""
        for page in self.pages:
            page.passages.clear()

    def features(self, features_of: Callable[[Document], frozenset[str]]) -> frozenset[str]:
        """What is known of any passage in the page's language."""
        found = (features_of(each) for _, documents in self.readings for each in documents if each.lang == self.lang)
        return frozenset().union(*found)


def read_page(
    draft: Draft,
    languages: Languages,
    languagetool: LanguageToolSettings | None = None,
    reader: ReaderSettings | None = None,
) -> PageReading:
    """Read each passage of a page in its language: as declared, else as it tells itself, else as the page.

    `languages` tells them of one document, unless the draft was `heard` before; `languagetool` and `reader` are as in
    `Document`. A passage in another language is left out.
    """
    documents = [
        Document(passage.span.of(draft.text), "", draft.context, languagetool, reader=reader)
        for passage in draft.passages
    ]
    lang, langs = draft.heard[0][:2] if draft.heard else _languages_of(draft, documents, languages)
    pages = {each: PageDocuments() for each in _LANGS}
    readings = []
    for passage, document, own in zip(draft.passages, documents, langs, strict=True):
        read = tuple(document.read_as(each) for each in own)
        for each in read:
            each.stands_on(pages[each.lang])
        if read:
            readings.append((passage, read))
    parts = [(passage.span.start, document) for passage, document in zip(draft.passages, documents, strict=True)]
    whole = Document(draft.text, lang, draft.context, languagetool, parts, reader=reader)
    return PageReading(lang, langs, tuple(readings), whole, tuple(pages.values()))


def _languages_of(
    draft: Draft, documents: Sequence[Document], languages: Languages
) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The language of a page, and those that read each passage."""
    told = [
        _told(document, passage.lang, languages) for document, passage in zip(documents, draft.passages, strict=True)
    ]
    lang = _lang_of_most(documents, told) or languages(Document(draft.text, "", draft.context))[0]
    return lang, tuple(tuple(each for each in langs or (lang,) if each in _LANGS) for langs in told)


def _told(document: Document, declared: str, languages: Languages) -> tuple[str, ...]:
    """The languages that a passage is in; none where it is too short to tell, or does not tell clearly."""
    if declared or document.context.lang is not None:
        return (declared or str(document.context.lang),)
    if len(words(document)) < _TELLING:
        return ()
    lang, langs = languages(document, clear=True)
    return langs or ((lang,) if lang else ())


def _lang_of_most(documents: Sequence[Document], told: Sequence[tuple[str, ...]]) -> str:
    counts: Counter[str] = Counter()
    for document, langs in zip(documents, told, strict=True):
        if len(langs) == 1:
            counts[langs[0]] += len(document.text)
    return counts.most_common(1)[0][0] if counts else ""


def blocks(draft: Draft) -> list[Draft]:
    """A page in parts to be read one by one, in order; only a page longer than `LONGEST` has more than one."""
    if len(draft.text) <= LONGEST:
        return [draft]
    parts: list[list[Passage]] = [[]]
    for passage in draft.passages:
        if parts[-1] and passage.span.end - parts[-1][0].span.start > LONGEST:
            parts.append([])
        parts[-1].append(passage)
    return [_block(draft, passages, draft.heard[number : number + 1]) for number, passages in enumerate(parts)]


def _block(draft: Draft, passages: Sequence[Passage], heard: tuple[Heard, ...]) -> Draft:
    start, end = passages[0].span.start, passages[-1].span.end
    moved = tuple(each._replace(span=Span(each.span.start - start, each.span.end - start)) for each in passages)
    return replace(draft, text=draft.text[start:end], passages=moved, origin=None, heard=heard)


def joined(draft: Draft, reports: Sequence[Report]) -> Report:
    """The report on a page, of those on its `blocks`; what is said of a whole draft is said once."""
    if len(reports) == 1:
        return reports[0]
    start, lengths = 0, Counter[str]()
    found: dict[object, Finding] = {}
    for report in reports:
        start = draft.passages[sum(lengths.values())].span.start
        for finding in report.findings:
            span = Span(0, len(draft.text)) if finding.whole else shifted(finding.span, start)
            found.setdefault((finding.rule, span, finding.message), replace(finding, span=span))
        lengths[report.lang or ""] += len(report.passages)
    return replace(
        reports[0],
        text=draft.text,
        passages=draft.passages,
        lang=lengths.most_common(1)[0][0] or None,
        findings=placed(found.values(), draft.origin),
        problems=tuple(dict.fromkeys(problem for report in reports for problem in report.problems)),
        heard=tuple(heard for report in reports for heard in report.heard),
    )


def shifted(span: Span, by: int) -> Span:
    """The span that lies so much further on."""
    return Span(span.start + by, span.end + by)


def placed(findings: Iterable[Finding], origin: Origin | None) -> tuple[Finding, ...]:
    """The findings with their places in the file that the draft comes from."""
    if origin is None:
        return tuple(findings)
    return tuple(replace(finding, place=origin.place(*finding.span)) for finding in findings)
