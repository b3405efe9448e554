from __future__ import annotations

import pytest
from conftest import FoundBy

from postlint.checks.measure import characters
from postlint.context import Context
from postlint.document import Document


@pytest.mark.parametrize(
    ("match", "text", "count"),
    [
        ("measure: words\nover: 3", "een twee drie", 0),
        ("measure: words\nover: 3", "een twee drie vier", 1),
        ("measure: words\nover: 3", "een, twee! drie 👍 😀", 0),
        ("measure: characters\nover: 10", "0123456789", 0),
        ("measure: characters\nover: 10", "0123456789a", 1),
        ("measure: capital_share\nover: 60", "DIT KAN ECHT niet", 1),
        ("measure: capital_share\nover: 60", "Dit kan ECHT niet", 0),
        ("measure: capital_share\nover: 60", "123 !!!", 0),
        ("measure: readability\nover: 3", "De bieb is open. Kom langs.", 0),
    ],
)
def test_measures(found_by: FoundBy, match, text, count):
    assert len(found_by(match, text)) == count


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        ("measure: marks\nover: 2", "Ja!! Nee!!! Wat?!?", ["!!!", "?!?"]),
        ("measure: capitals\nover: 2", "DIT KAN ECHT niet, de NS en de AIVD wel", ["DIT KAN ECHT"]),
        ("measure: capitals\nover: 2", "DE GROTE. DAG", []),
        ("measure: sentence_words\nover: 4", "Dit is er een. Dit is een lange zin.", ["Dit is een lange zin."]),
    ],
)
def test_marks_the_place(found_by: FoundBy, match, text, expected):
    assert found_by(match, text) == expected


@pytest.mark.parametrize(
    ("channel", "text", "expected"),
    [
        (None, "é👍", 2),
        ("x", "é", 1),
        ("x", "e\u0301", 1),  # counted as é
        ("x", "👍", 2),
        ("x", "👩‍👩‍👧", 2),
        ("x", "漢字", 4),
        ("x", "zie https://example.nl/een/heel/lang/pad/dat/niet/telt", 4 + 23),
        ("x", "zie example.nl", 4 + 23),
        ("mastodon", "zie https://example.nl/een/heel/lang/pad/dat/niet/telt", 4 + 23),
        ("mastodon", "@jan@mastodon.example hoi", len("@jan hoi")),
        ("linkedin", "👩‍👩‍👧", 5),
        ("bluesky", "👩‍👩‍👧" * 100, 100),
    ],
)
def test_characters_as_the_channel_counts_them(channel, text, expected):
    assert characters(Document(text, "nl", Context(channel=channel))) == expected


@pytest.mark.parametrize(
    ("channel", "length", "count"),
    [("x", 280, 0), ("x", 281, 1), ("mastodon", 500, 0), ("mastodon", 501, 1), ("web", 9000, 0), (None, 9000, 0)],
)
def test_the_channels_own_limit(found_by: FoundBy, channel, length, count):
    assert len(found_by("measure: characters\nover: channel", "a" * length, channel=channel)) == count
