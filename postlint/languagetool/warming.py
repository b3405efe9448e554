"""Making a server that has just started quick, while nobody asks it anything.

After the first text in a language Java needs some hundreds of sentences more until what runs for each of them is
translated to the machine's own code. The server does one check at a time, so it is asked about a sentence at a time,
and not at all until a moment after the last check: whoever checks waits for one sentence of ours at most. A language
that nobody asked in is left alone, since its rules are read in one go, which takes seconds.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from postlint.asking import Broken, Late
from postlint.languagetool.answer import Misread
from postlint.languagetool.client import Client
from postlint.languagetool.pieces import Piece
from postlint.languagetool.state import Quiet, switches_in_use

ROUNDS = 50
QUIET_SECONDS = 2.0
"""How long nobody may have asked; whoever asks several times, as while typing, is not disturbed in between."""
PAUSE_SECONDS = 0.1
"""Between two sentences, and between two looks at whether it is quiet."""
SENTENCES = {
    "nl": (
        "Vanaf maandag {number} is de brug bij het park dicht, want de slagboom blijft hangen.",
        "Hij hebt dat {number} keer gemeld.",
        "Gaarne uw reactie over de 75 jarige linde bij nummer {number}.",
        "De kinderen van groep {number} hebben het fietspad zelf aangelegt, daar zijn we trots op!",
        "Wil je misschien {number} stoelen lenen?",
    ),
    "en": (
        "From Monday {number} the bridge near the park is closed, because the barrier keeps getting stuck.",
        "He go there {number} times a day.",
        "Please reply at your earliest convenience about the tree at number {number}.",
        "The children of group {number} designed the path, and we are definately proud of them!",
        "Would you lend us {number} chairs?",
    ),
}
"""By language, sentences with remarks of all kinds. Their number makes each new, as the server remembers them."""


def warm_up(
    address: str,
    folder: Path,
    *,
    rounds: int = ROUNDS,
    quiet_seconds: float = QUIET_SECONDS,
    pause_seconds: float = PAUSE_SECONDS,
) -> None:
    """Ask the server at `address` about sentences of ours in the languages in use, until it is quick or has gone.

    `folder` holds its state.
    """
    clients: dict[str, Client] = {}
    quiet = Quiet(folder)
    waiting = {lang: _pieces(lang, rounds) for lang in SENTENCES}
    while waiting and (seconds := quiet.seconds()) is not None:
        for each in waiting.keys() - clients.keys():
            switches = switches_in_use(folder, each)
            if switches is not None:
                clients[each] = Client(address, ((each, switches),))
        lang = next((lang for lang in waiting if lang in clients), None)
        if lang is not None and seconds >= quiet_seconds:
            piece = next(waiting[lang], None)
            if piece is None:
                del waiting[lang]
                continue
            try:
                clients[lang].remarks(piece)
            except (Broken, Late, Misread):
                return
        time.sleep(pause_seconds)


def _pieces(lang: str, rounds: int) -> Iterator[Piece]:
    return (Piece(lang, sentence.format(number=number)) for number in range(rounds) for sentence in SENTENCES[lang])
