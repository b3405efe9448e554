"""The marks in an example of a rule: `[[ ]]` around the words that it finds."""

from __future__ import annotations

import re

from postlint.document import Span

_MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def unmarked(text: str) -> tuple[str, Span | None]:
    """An example's text without its `[[ ]]`, and the span that they mark."""
    marked = _MARKED.search(text)
    if marked is None:
        return text, None
    return text[: marked.start()] + marked[1] + text[marked.end() :], Span(marked.start(), marked.end() - 4)
