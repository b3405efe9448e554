"""Second readers that say what a test has them say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from reader.servers import Server, serving

from postlint.document import Document, Span
from postlint.reader import language_model
from postlint.reader.impressions import Impression
from postlint.reader.model import _loaded
from postlint.reader.settings import ReaderSettings


class Scripted:
    """Has the same impressions of every draft: of the words it is given, or of the whole where there are none."""

    def __init__(self, script: dict[str, tuple[float, str]], name: str) -> None:
        self._script, self._name = script, name

    def impressions(self, document: Document) -> Sequence[Impression]:
        return [
            Impression(risk, probability, _span(document.text, words), self._name)
            for risk, (probability, words) in self._script.items()
        ]


def _span(text: str, words: str) -> Span | None:
    start = text.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None


Think = Callable[..., None]


@pytest.fixture
def think(monkeypatch: pytest.MonkeyPatch) -> Think:
    """`think({risk: (probability, words)}, …)`: one reader for each script."""

    def scripted(*scripts: dict[str, tuple[float, str]], name: str = "model") -> None:
        readers = [Scripted(script, name) for script in scripts]

        def asked(settings: ReaderSettings) -> Sequence[Scripted]:
            return readers if settings.on is not False else []

        monkeypatch.setattr("postlint.reader.impressions.readers_of", asked)
        monkeypatch.setattr("postlint.parts.installed", lambda _part: True)

    return scripted


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that stands where a language model does, on a machine without the model that is postlint's own."""
    monkeypatch.setattr("postlint.reader.installation.LIBRARIES", ("no_such_module",))
    language_model._client.cache_clear()
    _loaded.cache_clear()
    with serving() as server:
        yield server
    _loaded.cache_clear()
