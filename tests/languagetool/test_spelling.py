"""Slips of the hand, and spelling errors that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, Organisation, Route
from postlint.document import Document, Span
from postlint.languagetool.answer import Remark
from postlint.languagetool.settings import LanguageToolSettings
from postlint.languagetool.spelling import is_no_error, is_slip

WORD = st.text(st.sampled_from("abcde"), min_size=8, max_size=14)


@pytest.mark.parametrize(
    ("found", "suggestion", "slip"),
    [
        ("aangelegt", "aangelegd", True),
        ("teh", "the", True),
        ("tommorow", "tomorrow", True),
        ("web site", "website", True),
        ("ideeen", "ideeën", True),  # what lacks its diacritics
        ("níet", "niet", False),  # an accent that the author wrote
        ("Hema", "HEMA", False),
        ("tv kijkt", "tv-kijkt", False),
        ("Wel dit", "Wel, dit", False),
        ("ff", "even", False),
        ("vb", "bv", False),  # too short to tell
        ("curtailment", "containment", False),
        ("wier", "waar", False),
        ("meedaal", "meegaat", False),
        ("", "", False),
    ],
)
def test_slips(found: str, suggestion: str, slip: bool) -> None:
    assert is_slip(found, suggestion) is slip


@given(WORD, st.integers(0, 12), st.sampled_from("vwxyz"))
def test_any_letter_too_many_too_few_other_or_swapped_is_a_slip(word: str, at: int, letter: str) -> None:
    at = min(at, len(word) - 2)
    assert is_slip(word[:at] + letter + word[at:], word)
    assert is_slip(word[:at] + word[at + 1 :], word)
    assert is_slip(word[:at] + letter + word[at + 1 :], word)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert is_slip(swapped, word) is (swapped != word)


CONTEXT = Context(
    organisation=Organisation(
        name="dorp zwiepe",
        abbreviations={"bgt": "kaart"},
        routes=(Route(topic="groyne", team="team kwiepe", contact="0123"),),
    )
)
SETTINGS = LanguageToolSettings(server="http://localhost:1", words=("fietskluis", "twee welpie"))


@pytest.mark.parametrize(
    ("lang", "word", "suggestion", "message", "none"),
    [
        ("nl", "aangelegt", "aangelegd", "", False),
        ("nl", "enigzins", "enigszins", "", False),
        ("nl", "ideeen", "ideeën", "", False),  # in use, and yet not what was meant
        ("en", "recieved", "received", "", False),
        ("en", "teh", "the", "", False),
        ("nl", "Zuiderwolde", "Zuidwolde", "", True),
        ("nl", "out-of-office", "", "", True),
        ("nl", "logeerflat", "logeerkat", "", True),  # nobody meant that
        ("nl", "placeholder", "stakeholder", "", True),  # the other language
        ("en", "gezellig", "gazelle", "", True),
        ("en", "layby", "lay by", "", True),
        ("en", "plows", "ploughs", "Possible spelling mistake. ‘plows’ is American English.", True),
        ("nl", "zwiepe", "zweepje", "", True),
        ("nl", "kwiepe", "kniepe", "", True),
        ("nl", "bgt", "bot", "", True),
        ("en", "groyne", "groin", "", True),
        ("nl", "fietskluis", "fietskluif", "", True),
        ("nl", "welpie", "welpje", "", True),
    ],
)
def test_spelling_errors_that_are_none(lang: str, word: str, suggestion: str, message: str, none: bool) -> None:
    document = Document(f"so {word}", lang, CONTEXT, SETTINGS)
    suggestions = (suggestion,) if suggestion else ()
    remark = Remark(Span(3, 3 + len(word)), "MORFOLOGIK_RULE_X", "TYPOS", message, suggestions)
    assert is_no_error(document, remark) is none
    assert not is_no_error(document, remark._replace(rule="HEBT_ZONDER_U_JE"))
