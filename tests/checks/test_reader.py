"""How rules of a second reader, and rules by example, are compiled and proven."""

from __future__ import annotations

import re

import numpy as np
import pytest
from conftest import WritePack, rule_text

from postlint.checks.like import Likeness, doubts, measured
from postlint.errors import InputErrors
from postlint.pack_compiler import compile_pack

FIVE = "examples:\n  bad: [a, b, c, d, e]\n  good: [f, g, h, i, j]"
NEEDS = "requires: [reader]"


@pytest.mark.parametrize(
    ("match", "more", "what"),
    [
        ("reader: {threshold: 0.8}", "", "this match needs the optional part ‘reader’"),
        ("reader: {threshold: 1.2}", NEEDS, "less than 1"),
        ("reader: {threshold: 0.01}", NEEDS, "greater than or equal to 0.1"),
        ("reader: {risk: tone/condescension, threshold: 0.8}", NEEDS, "the key ‘risk’ is not known here"),
        ("reader: {}", NEEDS, "‘threshold’ is missing"),
        ("like: {}", "", "this match needs the optional part ‘reader’"),
        ("like: {}", NEEDS, "a rule by example needs 5 bad and 5 good examples"),
        ("like: {threshold: -1}", NEEDS, "greater than or equal to 0"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(write_pack: WritePack, match: str, more: str, what: str) -> None:
    with pytest.raises(InputErrors) as raised:
        compile_pack(write_pack({"role/a.nl.yaml": rule_text(match, more=more)}))
    told = [str(error) for error in raised.value.errors]
    assert any(re.search(r"a\.nl\.yaml:\d+:\d+: ", each) and what in each for each in told), told


def test_they_compile(write_pack: WritePack) -> None:
    like = rule_text("like: {}", more=NEEDS).partition("examples:")[0] + FIVE
    reader = rule_text("reader: {threshold: 0.8}", more=NEEDS).replace("‘{found}’", "‘{found}’, {sure},")
    names = compile_pack(write_pack({"role/a.nl.yaml": like, "role/b.nl.yaml": reader}))["names"]
    assert names == [
        ("own/role/a", "nl", "role/bot-speak", ("reader",)),
        ("own/role/b", "nl", "role/bot-speak", ("reader",)),
    ]


def turned(*degrees: float) -> np.ndarray:
    """Vectors in a plane, by their angles."""
    angles = np.radians(degrees)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


SOUND = Likeness(turned(0, 20, 40, 60, 80), turned(180, 200, 220, 240, 260), 0.05)


@pytest.mark.parametrize(("angle", "found"), [(10, True), (95, True), (130, False), (200, False), (300, False)])
def test_near_the_bad_and_far_from_the_good(angle: float, found: bool) -> None:
    (vector,) = turned(angle)
    assert SOUND.finds(vector) == found


@pytest.mark.parametrize(("threshold", "found"), [(0.0, True), (0.2, False)])
def test_the_margin_is_the_rules_own(threshold: float, found: bool) -> None:
    likeness = Likeness(turned(0, 30), turned(60, 90), threshold)
    (vector,) = turned(44)
    assert likeness.finds(vector) == found


@pytest.mark.parametrize(
    ("bad", "good", "wrong"),
    [
        ((0, 20, 40), (120, 150, 180), []),
        ((0, 1, 40), (120, 150, 180), [("bad", 1, "says nearly the same as")]),
        ((0, 20, 40), (120, 150, 151), [("good", 2, "says nearly the same as")]),
        ((0, 20, 119), (120, 150, 180), [("bad", 2, "is nearer to a good example")]),
    ],
)
def test_a_bad_set_of_examples_is_told(bad, good, wrong) -> None:
    part = {"bad": [f"bad {at}" for at in bad], "good": [f"good {at}" for at in good]}
    told = list(doubts(part, Likeness(turned(*bad), turned(*good), 0.05)))
    assert [(doubt.kind, doubt.number) for doubt in told] == [(kind, number) for kind, number, _ in wrong]
    assert all(what in doubt.what for doubt, (_, _, what) in zip(told, wrong, strict=True))


def test_each_example_is_left_out_in_turn() -> None:
    assert measured(SOUND) == (5, 5)
    assert measured(Likeness(turned(0, 20, 119), turned(120, 150, 180), 0.05)).bad == 2
