"""What a draft quotes: text between quotation marks of any sort, and lines that start with `>`."""

from __future__ import annotations

import re

from postlint.document import Document, Span, view

_CLOSES = {
    "“": '”“"',
    "„": '”“"',
    "”": "”",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’'",
    "’": "’",
    "'": "'’",
    '"': '"”“',
    "``": "''",
    "''": "''",
}
_SINGLE = "‘’‚'"
_MARK = re.compile(r"``|''|[“”„‟«»‹›‘’‚'\"]|\n[^\S\n]*\n")
_QUOTED_LINES = re.compile(r"^[^\S\n]*>(?![>\s]*[\d>])[^\n]*", re.MULTILINE)
_SO_CALLED = re.compile(r"(?:zogenaamde?|zogeheten|zgn\.?|so[- ]called|supposed(?:ly)?)\s*$", re.IGNORECASE)
_LONGEST_NAME = 4  # words that are still a name, not a statement
_ELISION = re.compile(r"['’‘](?:[smtnk]|em|cause|til|tis|twas|r|ie)\b|['’‘]\d\ds?\b", re.IGNORECASE)


@view
def quotations(document: Document) -> tuple[Span, ...]:
    """The outermost quotations in order, marks included; a mocking name ("zogenaamde ‘expert’") is not one."""
    text = document.text
    found = [Span(*match.span()) for match in _QUOTED_LINES.finditer(text)] if ">" in text else []
    found += (span for span in _between_marks(text) if not _only_so_called(text, span))
    return tuple(sorted(found))


def _only_so_called(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 14) : span.start]
    return _SO_CALLED.search(before) is not None and len(span.of(text).split()) <= _LONGEST_NAME


def _between_marks(text: str) -> list[Span]:
    """Pairs of marks, outermost only; a mark without its partner in the paragraph quotes nothing."""
    marks = list(_MARK.finditer(text))
    found: list[Span] = []
    unclosed: set[str] = set()  # marks for which the rest of the paragraph holds no partner
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        if mark.group().isspace():
            unclosed.clear()
        elif mark.group() not in unclosed and _may_open(text, mark):
            closing = _closing(text, marks, number - 1)
            if closing is None:
                unclosed.add(mark.group())
            else:
                found.append(Span(mark.start(), marks[closing].end()))
                number = closing + 1
    return found


def _may_open(text: str, mark: re.Match[str]) -> bool:
    sign, (before, after) = mark.group(), _around(text, mark)
    if sign not in _CLOSES or not after.strip() or before.isalnum():
        return False
    return sign not in _SINGLE or _ELISION.match(text, mark.start()) is None


def _may_close(text: str, mark: re.Match[str]) -> bool:
    before, after = _around(text, mark)
    return bool(before.strip()) and not after.isalnum()


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """The characters before and after `mark`, empty at the edges of the text."""
    start, end = mark.span()
    return text[max(0, start - 1) : start], text[end : end + 1]


def _closing(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    wanted = _CLOSES[marks[opening].group()]
    for number in range(opening + 1, len(marks)):
        mark = marks[number]
        if mark.group().isspace():
            return None
        if mark.group() in wanted and _may_close(text, mark):
            return number
    return None
