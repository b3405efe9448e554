"""The case of good practice that is most like a draft, to be told with what a second reader thinks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from postlint.document import Document
from postlint.finding import Finding, Unchecked, shortened
from postlint.practice import Case, read_practice
from postlint.reader.second import read_draft, vector_of

_DRAFT, _REWRITTEN = 120, 240
"""Characters of a case's two posts that are told; `postlint practice show` tells all."""
_TOLD = {
    "nl": "Een geval dat hierop lijkt, “{title}”: eerst “{draft}”, en beter “{rewritten}”",
    "en": "A case that is like it, “{title}”: first “{draft}”, and better “{rewritten}”",
}


def with_case(finding: Finding, document: Document, folders: Sequence[Path]) -> Finding:
    """The finding with the case of its risk, in the packs in `folders`, that is most like the document."""
    case = nearest_case(document, finding.risk, tuple(folders))
    if case is None:
        return finding
    told = _TOLD[document.lang].format(
        title=case.title, draft=shortened(case.draft, _DRAFT), rewritten=shortened(case.rewritten, _REWRITTEN)
    )
    return replace(finding, why=f"{finding.why}\n{told}")


def nearest_case(document: Document, risk: str, folders: tuple[Path, ...]) -> Case | None:
    """The case whose draft is most like the document, by the vectors of both; `None` where there is none to tell."""
    kept = cases(folders, risk, document.lang)
    try:
        read = read_draft(document)
    except Unchecked:  # another reader found it, and the model that tells likeness is not there
        return None
    if read is None or not kept:
        return None
    return max(kept, key=lambda case: float(vector_of(case.draft) @ read.vector))


@lru_cache(maxsize=256)
def cases(folders: tuple[Path, ...], risk: str, lang: str) -> tuple[Case, ...]:
    """The cases of a risk in the packs; those that cannot be read are told of by `postlint rules test`."""
    practices, _ = read_practice(folders, risk=risk, lang=lang)
    return tuple(case for practice in practices for case in practice.cases)
