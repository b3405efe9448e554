"""Making a server that has just started quick, in its own time: nobody waits for it.

With the first text in a language LanguageTool reads its rules, which takes seconds. After that Java still needs some
dozens of texts until what runs for each of them is translated to the machine's own code.
"""

from __future__ import annotations

from postlint.languagetool.answer import Misread
from postlint.languagetool.client import Broken, Client, Late
from postlint.languagetool.pieces import Piece

ROUNDS = 50
TEXTS = {
    "nl": (
        "Vanaf maandag {number} is de brug bij het park dicht, want de slagboom blijft hangen. Hij hebt dat {number} "
        "keer gemeld. Gaarne uw reactie over de 75 jarige linde bij nummer {number}. De kinderen van groep {number} "
        "hebben het fietspad zelf aangelegt, daar zijn we trots op! Wil je misschien {number} stoelen lenen?"
    ),
    "en": (
        "From Monday {number} the bridge near the park is closed, because the barrier keeps getting stuck. He go there "
        "{number} times a day. Please reply at your earliest convenience about the tree at number {number}. The "
        "children of group {number} designed the path, and we are definately proud of them! Would you lend us {number} "
        "chairs?"
    ),
}
"""By language a text with remarks of all kinds. Its number makes each sentence new, as the server remembers them."""


def warm_up(address: str, rounds: int = ROUNDS) -> None:
    """Ask the server at `address` about texts of ours, in both languages by turns, until it is quick or has gone."""
    client = Client(address)
    for number in range(rounds):
        for lang, text in TEXTS.items():
            try:
                client.remarks(Piece(lang, text.format(number=number)))
            except (Broken, Late, Misread):
                return
