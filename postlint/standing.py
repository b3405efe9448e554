"""How heavily a risk weighs by who hears it and who speaks (the tables of audience and voice)."""

from __future__ import annotations

from postlint.context import Context
from postlint.finding import Severity

_EVERYWHERE = {"openness/credentials", "openness/personal-data", "tone/mudslinging"}
_HEARD_BY = {
    "internal": _EVERYWHERE,
    "closed": _EVERYWHERE | {"timing/embargo", "openness/confidential"},
}
_NEVER_HOLD = {"openness/airing", "networking/off-message"}
_NOTE_FOR_OWN_VOICE = {"tone/profanity"}

GUESSES = {"openness/airing", "tone/insinuation", "networking/off-message"}
"""What somebody meant: of these a second reader's impression is for the author alone, and never more than a note."""


def weigh_impression(risk: str, severity: Severity) -> Severity:
    """The severity of a rule by which a second reader speaks: it never holds a draft, and to read minds is rude."""
    return Severity.NOTE if risk in GUESSES else min(severity, Severity.RECONSIDER)


def weigh(risk: str, severity: Severity, context: Context) -> Severity | None:
    """The severity with which `risk` stands in this context; `None` where it is silent.

    Inside a closed or internal audience, asking and sharing is wanted: only what harms there too still stands. People
    may disagree, so airing and off-message never hold a draft. A professional's own voice may swear at the weather.
    """
    if risk not in _HEARD_BY.get(context.audience, {risk}):
        return None
    if risk in _NOTE_FOR_OWN_VOICE and context.voice == "own":
        return Severity.NOTE
    if risk in _NEVER_HOLD:
        return min(severity, Severity.RECONSIDER)
    return severity
