from __future__ import annotations

import pytest
from conftest import FoundBy

PROMISE = "together:\n  all: [{phrases: [we komen erop terug]}]\n  none: [moment]"
INSULT = "together:\n  within: clause\n  all: [{phrases: [prutser]}, {phrases: [wethouder]}]\n  mark: all"
NEAR = "together:\n  within: 3\n  all: [{phrases: [aap]}, {phrases: [noot]}]"
THREE = "together:\n  within: paragraph\n  all: [{phrases: [aap]}, {phrases: [noot]}, {phrases: [mies]}]\n  mark: all"


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        (PROMISE, "Dank! We komen erop terug.", ["We komen erop terug"]),
        (PROMISE, "Dank! We komen erop terug, uiterlijk vrijdag.", []),
        (PROMISE, "Vrijdag is er markt. We komen erop terug.", ["We komen erop terug"]),  # a moment elsewhere
        (PROMISE, "We komen erop terug. We komen erop terug voor 1 mei.", ["We komen erop terug"]),
        (INSULT, "Die wethouder is een prutser.", ["wethouder is een prutser"]),
        (INSULT, "Een prutser als wethouder!", ["prutser als wethouder"]),
        (INSULT, "Wat een prutser.", []),
        (INSULT, "De wethouder kwam langs. Wat een prutser.", []),
        (NEAR, "aap een twee noot", ["aap"]),
        (NEAR, "aap een twee drie noot", []),
        (NEAR, "noot een twee aap", ["aap"]),
        (NEAR, "noot een twee drie aap", []),
        (NEAR, "aap. noot", ["aap"]),  # words are counted over sentences
        (THREE, "Mies. Een aap! De noot.", ["Mies. Een aap! De noot"]),
        (THREE, "Mies. Een aap!\n\nDe noot.", []),
    ],
)
def test_finds(found_by: FoundBy, match, text, expected):
    assert found_by(match, text) == expected


def test_two_members_need_two_places(found_by: FoundBy):
    match = "together:\n  all: [{phrases: [heel <goed>]}, {phrases: [goed]}]"
    assert found_by(match, "Dat is heel goed.") == []
    assert found_by(match, "Goed, dat is heel goed.") == ["heel goed"]


def test_a_member_as_wide_as_the_words_around_still_needs_a_place_of_its_own(found_by: FoundBy):
    match = "together:\n  within: 1\n  all: [{phrases: [arrogante]}, {phrases: [zo'n arrogante adviseur]}]"
    assert found_by(match, "Ik was zo'n arrogante adviseur, tot een klant me terechtwees.") == []


def test_many_matches_in_one_sentence_stay_linear(found_by: FoundBy):
    assert len(found_by("together:\n  all: [{phrases: [aap]}, {phrases: [noot]}]", "aap noot " * 3000)) == 3000


def test_what_is_said_of_the_whole_draft_stands_beside_what_is_in_it(found_by: FoundBy):
    match = """
        together:
          within: draft
          all:
            - measure: words
              over: 2
            - phrases: [bewoners]
    """
    assert found_by(match, "Beste bewoners van Oost.") == ["Beste bewoners van Oost."]
    assert found_by(match, "Beste buren van Oost.") == []
