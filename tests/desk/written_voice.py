"""A voice for Orca that writes down what it is told to say: see screen_reader.py."""

from __future__ import annotations

import os
from pathlib import Path

from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    """Writes a line for all that is said, in the file that `SPOKEN` names."""

    @staticmethod
    def getSpeechServer(_info: object = None) -> SpeechServer:  # noqa: N802 — the name that Orca calls
        """The only one."""
        return SpeechServer()

    def speak(self, text: str = "", _acss: object = None, _interrupt: object = None) -> None:
        """Write down a text."""
        with Path(os.environ["SPOKEN"]).open("a", encoding="utf-8") as spoken:
            spoken.write(f"{' '.join(text.split())}\n")

    def speakCharacter(self, character: str, acss: object = None) -> None:  # noqa: N802, ARG002 — as Orca calls it
        """Write down a single character."""
        self.speak(character)
