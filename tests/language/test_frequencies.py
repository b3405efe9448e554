from __future__ import annotations

import pytest
from wordfreq import get_frequency_dict

from postlint.language.frequencies import frequencies


@pytest.mark.parametrize("lang", ["nl", "en", "nb"])
def test_the_lists_are_those_of_wordfreq(lang):
    assert frequencies(lang, "small") == get_frequency_dict(lang, wordlist="small")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_large_list_has_all_words_of_a_small_one(lang):
    assert frequencies(lang, "small").keys() <= frequencies(lang, "large").keys()
