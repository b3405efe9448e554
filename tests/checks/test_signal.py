from __future__ import annotations

import pytest
from conftest import FoundBy

INSULT = "together:\n  all: [{phrases: [sukkel|prutswerk]}, target]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat is die wethouder een sukkel.", ["sukkel"]),
        ("De redactie van het AD is ook een sukkel.", ["sukkel"]),
        ("Jij bent een sukkel.", ["sukkel"]),
        ("@sjaak wat een sukkel.", ["sukkel"]),
        ("Ik ben soms een sukkel.", []),  # never the writer
        ("Wat een sukkel.", []),
        ("Outlook is weer eens prutswerk.", []),  # a thing
        ("De wethouder kwam langs. Het regende als een sukkel.", []),  # elsewhere
    ],
)
def test_target_is_whom_an_insult_can_be_aimed_at(found_by: FoundBy, text, expected):
    assert found_by(INSULT, text) == expected
