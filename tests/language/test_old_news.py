from __future__ import annotations

from datetime import datetime

import pytest

from postlint.context import Context
from postlint.document import Document
from postlint.language.old_news import old_news


@pytest.mark.parametrize(
    ("lang", "text", "day", "found"),
    [
        ("nl", "Er komt statiegeld op blikjes.", "2026-05-06", ["statiegeld"]),
        ("nl", "Er komt statiegeld op blikjes.", "2023-04-20", []),
        ("nl", "Er zit statiegeld op. Wij eten uit blikjes.", "2026-05-06", []),
        ("nl", "Er komt statiegeld op blikjes.", None, []),
        ("en", "Tweets go up to 280 characters.", "2026-05-06", ["Tweets"]),
        ("en", "Windows 10 is here, as is my tea.", "2026-05-06", ["Windows"]),
        ("en", "Ten windows are here.", "2026-05-06", []),
        ("fr", "Windows 10", "2026-05-06", []),
    ],
)
def test_old_news_is_what_everybody_has_known_for_long(lang, text, day, found):
    publish_at = datetime.fromisoformat(f"{day}T09:00:00+02:00") if day else None
    document = Document(text, lang, Context(publish_at=publish_at))
    assert [span.of(text) for span in old_news(document)] == found
