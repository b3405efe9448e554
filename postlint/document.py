"""A draft's text, spans in it, and views of it that are computed once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from postlint.context import Context

if TYPE_CHECKING:
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.origin import Origin, Passage
    from postlint.reader.settings import ReaderSettings

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class DisjointSpans:
    """Spans of which no two overlap; whether another overlaps one of them is found by halving."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def overlap(self, span: Span) -> bool:
        """Whether `span` overlaps one of these."""
        place = bisect_left(self._spans, span)
        return any(other.overlaps(span) for other in self._spans[max(0, place - 1) : place + 1])

    def take(self, span: Span) -> bool:
        """Add `span` if it overlaps none of these, and say whether it was added."""
        if self.overlap(span):
            return False
        insort(self._spans, span)
        return True


WHOLE = 0
"""The number, in `Heard`, of the draft as one document; those of its parts follow."""


class Heard(NamedTuple):
    """Which rules spoke in a check, so that the same draft is checked again by asking these alone.

    `lang` is the draft's language; `langs` are those in which each of its passages was read, or those of a post. Each
    of these readings is a document, numbered in order from `WHOLE` + 1. `rules` are the numbers of the rules that
    spoke, by document. All are numbers and languages: it holds no text.
    """

    lang: str
    langs: tuple[tuple[str, ...], ...]
    rules: Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What someone is about to publish: its text and what is known around it.

    A page has `passages`, in order and without overlap; a post has none. `origin` tells where the text stands in its
    file. `heard` is what the report of an earlier check of the same draft by the same rules has: no others are asked.
    """

    text: str
    context: Context = field(default_factory=Context)
    id: str | None = None
    passages: tuple[Passage, ...] = ()
    origin: Origin | None = None
    heard: tuple[Heard, ...] = ()


class Document:
    """A post, or one passage of a page, in one language as the checks read it.

    `page` are the passages of the page in the same language, this one among them; of a post it is the post alone.
    `parts` are the passages that a document of a whole page is made of, each with its place; others have none.

    Views of the text (sentences, tokens, clauses …) are functions marked with `view`; each is computed at most once
    a document, and only when something asks for it. Before its language is known a document has `lang` "", and only
    views that do not depend on it may be asked for. `languagetool` says which LanguageTool may be asked about it, and
    `reader` which second readers.
    """

    __slots__ = ("_page", "_views", "context", "lang", "languagetool", "parts", "reader", "text")

    def __init__(
        self,
        text: str,
        lang: str,
        context: Context | None = None,
        languagetool: LanguageToolSettings | None = None,
        parts: Sequence[tuple[int, Document]] = (),
        *,
        reader: ReaderSettings | None = None,
    ) -> None:
        self.text = text
        self.parts = parts
        self.lang = lang
        self.context = context if context is not None else Context()
        self.languagetool = languagetool
        self.reader = reader
        self._views: dict[Callable[..., Any], Any] = {}
        self._page: PageDocuments | None = None

    @property
    def page(self) -> Sequence[Document]:
        """All that is published together with this document, in its language; what is looked for "in the draft"."""
        return (self,) if self._page is None else self._page.passages

    @property
    def is_passage(self) -> bool:
        """Whether this is a part of a page, of which others may stand elsewhere on it."""
        return self._page is not None

    def stands_on(self, page: PageDocuments) -> None:
        """Make this document one of the passages of `page`."""
        page.passages.append(self)
        self._page = page

    def anywhere(self, found_in: Callable[[Document], Sequence[object]]) -> bool:
        """Whether `found_in` finds something in this draft; on a page in any passage of it, which is looked up once."""
        if self._page is None:
            return bool(found_in(self))
        known = self._page.known
        if found_in not in known:
            known[found_in] = any(found_in(passage) for passage in self._page.passages)
        return known[found_in]

    def told(self, rule: str) -> set[str]:
        """The words that a rule has spoken of in this draft, to be added to; on a page those of all its passages."""
        return set() if self._page is None else self._page.told.setdefault(rule, set())

    def read_as(self, lang: str) -> Document:
        """The same draft read in another language; a document without one takes it, and keeps its views."""
        if self.lang:
            return Document(self.text, lang, self.context, self.languagetool, reader=self.reader)
        self.lang = lang
        return self

    def __repr__(self) -> str:
        """Without the text: a draft must not end up in a log or a traceback."""
        return f"<Document lang={self.lang} length={len(self.text)}>"


@dataclass(slots=True)
class PageDocuments:
    """The passages of a page in one language, what was looked for in all of them, and what rules spoke of there."""

    passages: list[Document] = field(default_factory=list)
    known: dict[Callable[[Document], Sequence[object]], bool] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)


def view(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """Make `function` compute its result once per document."""

    @wraps(function)
    def computed_once(document: Document) -> T:
        views: dict[Callable[[Document], T], T] = document._views  # noqa: SLF001 — this is where views live
        try:
            return views[function]
        except KeyError:  # asked for the first time, as few are
            found = views[function] = function(document)
            return found

    return computed_once


@view
def casefolded(document: Document) -> str:
    """The text without regard to capitals, in which literal pieces are looked up."""
    return document.text.casefold()
