"""Match kind `identifier`: numbers, addresses and secrets that point to a person or open a door.

The readers of identifiers are imported when a draft has something that they could read: most posts have not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.checks.match import LITERAL, Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import IdentifierMatch


def compile_match(match: IdentifierMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The kinds that are sought; all need a digit, an address or a word that goes with a secret."""
    from postlint.language.credentials import SIGNS

    anchors = ["?digit", "{email}", "{url}", *(LITERAL + sign for sign in SIGNS)]
    return {"identifier": tuple(match.identifier), "sure": match.certainty == "sure"}, one_of(anchors)


def values(part: Part) -> frozenset[str]:
    """An identifier gives a message nothing but what was found."""
    return frozenset()


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher of identifiers of these kinds, either those that are sure or those that are merely possible."""
    from postlint.language.identifiers import IdentifierKind, identifiers_of, mask

    kinds = frozenset(IdentifierKind(kind) for kind in part["identifier"])
    sure = part["sure"]

    def find(document: Document) -> list[Match]:
        return [
            Match(found.span, {"masked": mask(found.span.of(document.text), found.kind)})
            for found in identifiers_of(document, kinds)
            if found.sure == sure
        ]

    return find
