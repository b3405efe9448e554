from __future__ import annotations

import pytest

from postlint.context import Context, Organisation
from postlint.document import Document
from postlint.language.abbreviations import unknown_abbreviations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het VKB gaat via de STG naar het PRO.", ["VKB", "STG", "PRO"]),
        ("Het VKB is er, en het VKB blijft.", ["VKB"]),
        ("De SvZ van het CvB en een SPoA.", ["SvZ", "CvB", "SPoA"]),
        ("Vraag het KCC-team om een PBK-tarief.", ["KCC", "PBK"]),
        ("De NS, het KNMI en de ANWB.", []),
        ("Hoofdstuk XIV is NIET lang.", []),
        ("Het VKB (voorlopig kansenboek) is er.", []),
        ("KOM NU, het VKB wacht.", []),  # a shout
        ("Een HOERAAA voor het VKB.", []),
        ("Bob en Mie uit Urk.", []),
        ("", []),
    ],
)
def test_unknown_abbreviations_are_told_by_their_form(text, found):
    assert [span.of(text) for span in unknown_abbreviations(Document(text, "nl"))] == found


def test_the_organisations_own_are_known():
    context = Context(organisation=Organisation(abbreviations={"VKB": "kansenboek"}))
    assert unknown_abbreviations(Document("Het VKB is er.", "nl", context)) == ()
