from __future__ import annotations

from datetime import datetime

import pytest

from postlint.context import Context
from postlint.document import Document
from postlint.language.moments import feasts
from postlint.language.occasions import CALENDAR, occasions_over
from postlint.language.occasions_en import ENGLISH
from postlint.language.occasions_nl import DUTCH


def over(lang: str, text: str, day: str | None) -> list[str]:
    publish_at = datetime.fromisoformat(f"{day}T09:00:00+01:00") if day else None
    return [found.span.of(text) for found in occasions_over(Document(text, lang, Context(publish_at=publish_at)))]


@pytest.mark.parametrize(
    ("lang", "text", "day", "found"),
    [
        ("nl", "Nog even tot Koningsdag!", "2026-04-20", []),
        ("nl", "Nog even tot Koningsdag!", "2026-04-27", []),
        ("nl", "Nog even tot Koningsdag!", "2026-04-28", ["Koningsdag"]),
        ("nl", "Wij plannen Koningsdag.", "2026-11-20", []),
        ("nl", "Wij plannen Koningsdag 2027.", "2026-05-20", []),
        ("nl", "Sinds Koningsdag is het stil.", "2026-05-20", []),
        ("nl", "Zalig Pasen allemaal", "2026-04-20", ["Pasen"]),
        ("nl", "De stembureaus zijn open", "2026-03-18", []),
        ("nl", "De stembureaus zijn open", "2026-03-19", ["stembureaus"]),
        ("nl", "Nachtje schaatsen op natuurijs", "2026-01-10", []),
        ("nl", "Nachtje schaatsen op natuurijs", "2026-06-10", ["schaatsen", "natuurijs"]),
        ("nl", "De klok een uur terug", "2026-10-24", []),
        ("nl", "De klok een uur terug", "2026-11-03", ["klok een uur terug"]),
        ("nl", "Vanwege corona zijn wij dicht", "2022-01-03", []),
        ("nl", "Vanwege corona zijn wij dicht", "2026-01-03", ["Vanwege corona"]),
        ("nl", "Koningsdag!", None, []),
        ("en", "Bonfire night is near", "2026-11-04", []),
        ("en", "Bonfire night is near", "2026-11-06", ["Bonfire night"]),
        ("en", "World Book Day is here", "2026-03-10", ["World Book Day"]),
        ("en", "The winter olympics are on", "2026-02-10", []),
        ("en", "The winter olympics are on", "2026-02-25", ["winter olympics"]),
        ("en", "Gritters are out", "2026-06-25", ["Gritters"]),
    ],
)
def test_an_occasion_is_over_from_the_day_after_until_the_next_is_nearer(lang, text, day, found):
    assert over(lang, text, day) == found


@pytest.mark.parametrize("name", sorted({*DUTCH.values(), *ENGLISH.values()}))
def test_every_name_has_its_days(name):
    assert name in CALENDAR or name in feasts.NAMES
