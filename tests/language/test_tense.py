"""What puts a clause in the past."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language.tense import past_verbs

CASES = [
    ("nl", "De brug was dicht en wij wachtten.", ["was", "wachtten"]),
    ("nl", "We hebben de bewoners gisteren gebeld.", ["hebben"]),
    ("nl", "Ik kreeg geen antwoord.", ["kreeg"]),
    ("nl", "Zij fietste naar huis.", ["fietste"]),
    ("nl", "We hebben een plan.", []),
    ("nl", "Wij wachten op de beste bus.", []),
    ("nl", "Dat zou mooi zijn.", []),
    ("nl", "De brug gaat morgen dicht.", []),
    ("en", "The bridge was closed and we waited.", ["was", "waited"]),
    ("en", "We have called everyone.", ["called"]),
    ("en", "The lift is repaired and open.", []),
    ("en", "She asked for help.", ["asked"]),
    ("en", "We have a plan.", []),
    ("en", "That would be nice.", []),
    ("en", "We need a red bus.", []),
    ("de", "Wir waren da.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_finds_the_verbs_of_the_past(lang: str, text: str, expected: list[str]):
    assert [span.of(text) for span in past_verbs(Document(text, lang))] == expected


@given(st.text(max_size=80), st.sampled_from(["nl", "en", "de"]))
def test_spans_lie_in_any_text(text: str, lang: str):
    assert all(0 <= span.start < span.end <= len(text) for span in past_verbs(Document(text, lang)))
