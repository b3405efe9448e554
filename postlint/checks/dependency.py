"""Match kind `dependency`: tokens by their place in a sentence's grammar, as spaCy's `DependencyMatcher` writes it.

spaCy tries every combination of the tokens that each node of a pattern may be, which may take for ever. A pattern is a
tree, so it is matched edge by edge here: spaCy finds the pairs of each edge, and the pairs are joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Needs
from postlint.checks.match import Matcher as FindMatches
from postlint.checks.pattern import longest
from postlint.checks.tokens import any_of, check_required, plain, rarest, values
from postlint.document import Document
from postlint.errors import nearest, quoted, say
from postlint.language.pipeline import parsed, pipeline, span_of, tags
from postlint.rule import Part

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher
    from spacy.tokens import Doc

    from postlint.schema import DependencyMatch, Node

__all__ = ["build_matcher", "compile_match", "values"]

Edge = Mapping[str, Any]
"""Two nodes of a pattern by number, `left` and `right`, and what spaCy must find: `pattern`."""
Pairs = Mapping[int, Sequence[int]]
"""For each token that can be the left node of an edge those that can be its right one."""


def compile_match(match: DependencyMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """The edges of each pattern, as patterns of two nodes."""
    check_required(compiler)
    patterns, needs = [], []
    for number, nodes in enumerate(match.dependency):
        tokens = [
            plain(node.RIGHT_ATTRS, compiler, "dependency", number, at, "RIGHT_ATTRS") for at, node in enumerate(nodes)
        ]
        if _is_tree(nodes, number, compiler):
            patterns.append(list(_edges(nodes, tokens)))
        needs.append(rarest(tokens, compiler))
    return {"patterns": patterns}, any_of(needs)


def build_matcher(part: Part, build: Build) -> FindMatches:
    """The matcher of the patterns; a match goes from its first to its last word, and none overlaps a longer one."""

    @cache
    def matcher(lang: str) -> DependencyMatcher:
        from spacy.matcher import DependencyMatcher

        matcher = DependencyMatcher(pipeline(lang).vocab, validate=True)
        for number, edges in enumerate(part["patterns"]):
            for at, edge in enumerate(edges):
                matcher.add(_key(number, at), [edge["pattern"]])
        return matcher

    def find(document: Document) -> list[Match]:
        if not tags(document.lang):
            return []
        doc = parsed(document)
        pairs = _pairs(matcher(document.lang), doc)
        found = {
            span_of(doc, min(tokens), max(tokens) + 1)
            for number, edges in enumerate(part["patterns"])
            for tokens in _joined(edges, [pairs[_key(number, at)] for at in range(len(edges))])
        }
        return [Match(span) for span in longest(found)]

    return find


def _is_tree(nodes: Sequence[Node], number: int, compiler: Compiler) -> bool:
    """Whether every node but the first hangs on an earlier one; what is wrong is reported."""
    wrong = False
    names: list[str] = []
    for at, node in enumerate(nodes):
        for key, what, remedy in _mistakes(node, names):
            compiler.error(["dependency", number, at, key], what, remedy)
            wrong = True
        names.append(node.RIGHT_ID)
    return not wrong


def _mistakes(node: Node, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The keys of a node that are wrong, each with what is wrong and what to do; `names` are those before it."""
    if node.RIGHT_ID in names:
        yield "RIGHT_ID", say("{name} stands here twice", name=quoted(node.RIGHT_ID)), say("Give each its own name.")
    for key, value in (("LEFT_ID", node.LEFT_ID), ("REL_OP", node.REL_OP)):
        if not names and value is not None:
            yield key, say("the first token relates to no other"), say("Leave {key} out here.", key=key)
        elif names and value is None:
            yield key, say("{key} is missing", key=quoted(key)), say("Say how it relates to an earlier token.")
    if names and node.LEFT_ID is not None and node.LEFT_ID not in names:
        what = say("{name} is no token named before", name=quoted(node.LEFT_ID))
        yield "LEFT_ID", what, nearest(node.LEFT_ID, tuple(names))


def _edges(nodes: Sequence[Node], tokens: Sequence[Mapping[str, Any]]) -> Iterator[Edge]:
    numbers = {node.RIGHT_ID: at for at, node in enumerate(nodes)}
    for right, node in enumerate(nodes[1:], 1):
        left = numbers[node.LEFT_ID or ""]
        pattern = [
            {"RIGHT_ID": "left", "RIGHT_ATTRS": tokens[left]},
            {"LEFT_ID": "left", "REL_OP": node.REL_OP, "RIGHT_ID": "right", "RIGHT_ATTRS": tokens[right]},
        ]
        yield {"left": left, "right": right, "pattern": pattern}


def _key(number: int, at: int) -> str:
    return f"{number}.{at}"


def _pairs(matcher: DependencyMatcher, doc: Doc) -> defaultdict[str, defaultdict[int, list[int]]]:
    """By edge, the tokens that can be its left and right node."""
    pairs: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for key, (left, right) in matcher(doc):
        pairs[doc.vocab.strings[key]][left].append(right)
    return pairs


def _joined(edges: Sequence[Edge], pairs: Sequence[Pairs]) -> Iterator[list[int]]:
    """The tokens of each match: one for every token that can be the first node, the others as near as can be."""

    @cache
    def below(node: int, token: int) -> tuple[int, ...] | None:
        """The tokens of the part of the tree under `node`, where it is `token`; `None` if there is no such match."""
        found = [token]
        for edge, rights in zip(edges, pairs, strict=True):
            if edge["left"] != node:
                continue
            nearest_first = sorted(rights.get(token, ()), key=lambda right: abs(right - token))
            under = next(filter(None, (below(edge["right"], right) for right in nearest_first)), None)
            if under is None:
                return None
            found.extend(under)
        return tuple(found)

    return (list(tokens) for first in pairs[0] if (tokens := below(0, first)) is not None)
