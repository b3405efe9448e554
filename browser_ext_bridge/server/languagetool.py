"""LanguageTool's wire format, so that office programs, editors and add-ons take postlint for a LanguageTool server.

The form is that of LanguageTool's HTTP API (https://languagetool.org/http-api/): offsets are in UTF-16 code units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from browser_ext_bridge.server.offsets import Utf16
from postlint import __version__, json_source
from postlint.context import Lang
from postlint.document import Document, Span
from postlint.errors import Refusal, quoted, say
from postlint.explanations import PRINCIPLES
from postlint.finding import Finding, Report, Severity
from postlint.language.sentences import sentence_at
from postlint.language.tokens import words
from postlint.risks import RISKS
from postlint.validation import build, check_characters

LANGUAGES: dict[str, tuple[Lang, str]] = {
    "nl": ("nl", "Dutch"),
    "nl-NL": ("nl", "Dutch"),
    "nl-BE": ("nl", "Dutch (Belgium)"),
    "en": ("en", "English"),
    "en-GB": ("en", "English (GB)"),
    "en-US": ("en", "English (US)"),
    "en-AU": ("en", "English (Australian)"),
    "en-CA": ("en", "English (Canadian)"),
    "en-NZ": ("en", "English (New Zealand)"),
    "en-ZA": ("en", "English (South African)"),
}
"""The codes that a client may name, with the language as which we read them and LanguageTool's name of it."""

AUTO = "auto"
AROUND = 40
"""Code points of the draft that a match shows on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of an annotated text: words, or markup and the words as which it is read."""

    text: str | None = None
    markup: str | None = None
    interpretAs: str = ""  # noqa: N815 — LanguageTool's own name

    @property
    def sent(self) -> str:
        """The piece as the client has it."""
        return self.markup or "" if self.text is None else self.text

    @property
    def read(self) -> str:
        """What is read of it."""
        return self.interpretAs if self.text is None else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """The value of `data`: a plain text, or pieces; what `metaData` says of it is passed over."""

    text: str | None = None
    annotation: tuple[Piece, ...] = ()
    metaData: object = None  # noqa: N815 — LanguageTool's own name


class _Placed(NamedTuple):
    """A piece's place: where it begins in what is read, and where it begins and ends in what was sent (UTF-16)."""

    start: int
    sent_start: int
    sent_end: int
    literal: bool


class SentText:
    """The text that is checked, and where its characters stand in what the client sent, markup and all."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        read, start, sent = list[str](), 0, 0
        self._placed: list[_Placed] = []
        for piece in pieces:
            sent_end = sent + _units(piece.sent)
            if piece.read:
                self._placed.append(_Placed(start, sent, sent_end, literal=piece.text is not None))
            read.append(piece.read)
            start, sent = start + len(piece.read), sent_end
        self.text = "".join(read)
        self._utf16 = Utf16(self.text)
        self._starts = [placed.start for placed in self._placed]

    def place(self, span: Span) -> tuple[int, int]:
        """Offset and length, in UTF-16 of what was sent, of a part of the text that is not empty."""
        start, _ = self._character(span.start)
        _, end = self._character(span.end - 1)
        return start, end - start

    def _character(self, offset: int) -> tuple[int, int]:
        """Where a character begins and ends in what was sent; one of interpreted markup is all of the markup."""
        piece = self._placed[bisect_right(self._starts, offset) - 1]
        if not piece.literal:
            return piece.sent_start, piece.sent_end
        shift = piece.sent_start - self._utf16(piece.start)
        return shift + self._utf16(offset), shift + self._utf16(offset + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a client asks: the text, its language (`None`: to be found out), and which matches it wants."""

    sent: SentText
    lang: Lang | None
    wants: Callable[[Finding], bool]


def asked(form: Mapping[str, str]) -> Asked:
    """What the fields of a form ask.

    Raises:
        InputErrors: there is no text, or more than one; it cannot be read, or its language is not one of ours.
    """
    code = form.get("language")
    if code is None or (code != AUTO and code not in LANGUAGES):
        what = say("{name} is not a language that can be checked", name=quoted(code or ""))
        raise Refusal(what, say("Known here: {names}.", names=", ".join([AUTO, *LANGUAGES]))).at("language")
    if ("text" in form) == ("data" in form):
        raise Refusal(say("there is no text to check"), say("Give either text or data.")).at("text")
    sent = SentText([Piece(text=form["text"])] if "text" in form else _annotated(form["data"]))
    try:
        check_characters(sent.text)
    except Refusal as refusal:
        raise refusal.at("text") from None
    return Asked(sent=sent, lang=LANGUAGES[code][0] if code in LANGUAGES else None, wants=partial(_wanted, form))


def _annotated(data: str) -> tuple[Piece, ...]:
    annotated = build(Annotated, json_source.load(data, "data", private=True))
    return annotated.annotation if annotated.text is None else (Piece(text=annotated.text),)


def _wanted(form: Mapping[str, str], finding: Finding) -> bool:
    """Whether a client wants the findings of this rule and risk; it may switch them on and off, as LanguageTool's."""

    def named(suffix: str) -> bool:
        rules, categories = _listed(form, f"{suffix}Rules"), _listed(form, f"{suffix}Categories")
        return finding.rule in rules or finding.risk in categories

    only = form.get("enabledOnly") == "true"
    return named("enabled") if only else not named("disabled")


def _listed(form: Mapping[str, str], key: str) -> Collection[str]:
    return {name.strip() for name in form.get(key, "").split(",")}


def languages() -> list[dict[str, str]]:
    """The answer of `/v2/languages`."""
    return [{"name": name, "code": code.split("-")[0], "longCode": code} for code, (_, name) in LANGUAGES.items()]


def answer(question: Asked, report: Report, code: str) -> dict[str, Any]:
    """The answer of `/v2/check`; `code` is the language that the client named, or `auto`."""
    lang = report.lang or question.lang or "nl"
    shown = code if code in LANGUAGES else lang
    document = Document(question.sent.text, lang)
    detected = {"name": LANGUAGES[lang][1], "code": lang, "confidence": 1.0 if report.lang else 0.0}
    return {
        "software": {"name": "postlint", "version": __version__, "buildDate": "", "apiVersion": 1, "premium": False},
        "warnings": {"incompleteResults": not report.complete},
        "language": {"name": LANGUAGES[shown][1], "code": shown, "detectedLanguage": detected},
        "matches": [_match(finding, question.sent, document) for finding in report.findings if question.wants(finding)],
    }


def _match(finding: Finding, sent: SentText, document: Document) -> dict[str, Any]:
    span = _first_word(document) if finding.whole else finding.span
    offset, length = sent.place(span)
    sentence = sentence_at(document, span.start) or span
    return {
        "message": f"{finding.message} {finding.why} {finding.advice}",
        "shortMessage": finding.message,
        "replacements": [] if finding.whole else [{"value": suggestion} for suggestion in finding.suggestions],
        "offset": offset,
        "length": length,
        "context": _context(document.text, span),
        "sentence": sentence.of(document.text),
        "type": {"typeName": "Hint" if finding.severity is Severity.NOTE else "Other"},
        "rule": {
            "id": finding.rule,
            "description": getattr(RISKS[finding.risk], document.lang),
            "issueType": "style" if finding.severity is Severity.NOTE else "uncategorized",
            "category": {"id": finding.risk, "name": getattr(PRINCIPLES[finding.risk.split("/")[0]], document.lang)},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _first_word(document: Document) -> Span:
    """Where a remark on the whole draft is shown: underlining all of it would hide the others."""
    return next((word.span for word in words(document)), Span(0, len(document.text)))


def _context(text: str, span: Span) -> dict[str, Any]:
    """The words around a match, on one line."""
    start, end = max(span.start - AROUND, 0), span.end + AROUND
    before, found, after = (
        part.replace("\n", " ") for part in (text[start : span.start], span.of(text), text[span.end : end])
    )
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    return {"text": f"{head}{before}{found}{after}{tail}", "offset": _units(head + before), "length": _units(found)}


def _units(text: str) -> int:
    """The number of UTF-16 code units of a text."""
    return Utf16(text)(len(text))
