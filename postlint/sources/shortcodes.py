"""What a site generator fills in before a page is published: Hugo's shortcodes, Jinja's and Liquid's tags, MDX.

Their place is taken by signs that mean nothing to a parser, so that all else keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

FILLER = "\ue000"
"""Stands for each sign of a template: no mark, no white space, and no sign of any text (it is for private use)."""

_TEMPLATE = re.compile(
    r"\{\{[<%][^{}]*[%>]\}\}|\{%[^{}]*%\}|\{\{\{?[^{}]*\}\}\}?|\{#(?!\w[^{}]*[^#{}]\})[^{}]*#\}|<%[^<>]*%>"
)
_NAME = re.compile(r"[<%]\s*([\w-]+)")
_WITHOUT_TEXT = frozenset("highlight raw comment verbatim math mermaid code".split())
"""Tags up to whose end nothing is text."""
_MODULE = re.compile(r"(?:(?<=\n\n)|\A)(?:(?:import|export)\b[^\n]*\n?)(?:[^\n]+\n?)*")
_EXPRESSION = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_SIGN = re.compile(r"[^\r\n]")

_COMMENT = re.compile(
    r"\{/\*(.*?)\*/\}|\{\{[-<%]?\s*/\*(.*?)\*/\s*[->%]?\}\}|\{#-?(.*?)-?#\}"
    r"|\{%-?\s*comment\s*-?%\}(.*?)\{%-?\s*endcomment\s*-?%\}",
    re.DOTALL,
)
"""Of MDX, of Hugo, of Jinja and Twig, and of Liquid."""


def comments(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The comments among templates that begin from `start` to `end`; the group that matched says what they say."""
    while (start := text.find("{", start, end)) >= 0:
        found = _COMMENT.match(text, start)
        if found:
            yield found
        start = found.end() if found else start + 1


def without_templates(text: str) -> str:
    """`text` with `FILLER` for every sign of a template, as long as it was and with the same lines."""
    if "{" not in text and "<%" not in text:
        return text
    kept: list[str] = []
    end = 0
    for tag in _TEMPLATE.finditer(text):
        if tag.start() >= end:
            kept.append(text[end : tag.start()])
            end = _end(text, tag)
            kept.append(_SIGN.sub(FILLER, text[tag.start() : end]))
    return "".join((*kept, text[end:]))


def without_modules(text: str) -> str:
    """MDX `text` with spaces for its imports and exports, and `FILLER` for its expressions."""
    blank = _MODULE.sub(lambda module: _SIGN.sub(" ", module[0]), text)
    return _EXPRESSION.sub(lambda expression: _SIGN.sub(FILLER, expression[0]), blank)


def _end(text: str, tag: re.Match[str]) -> int:
    """Where what the tag opens ends, if that is no text; else where the tag ends."""
    name = _NAME.search(tag[0])
    if name is None or name[1] not in _WITHOUT_TEXT:
        return tag.end()
    ending = re.compile(rf"\{{[{{%][<%]?\s*(?:/\s*|end){re.escape(name[1])}\b[^{{}}]*\}}{{1,2}}").search(
        text, tag.end()
    )
    return ending.end() if ending else tag.end()
