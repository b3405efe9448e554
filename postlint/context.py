"""What is known around a draft: where, for whom, when, and in answer to what it is posted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Channel = Literal["x", "mastodon", "bluesky", "linkedin", "facebook", "instagram", "web", "intranet"]
Audience = Literal["public", "closed", "internal"]
Voice = Literal["own", "organisation"]
Lang = Literal["nl", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """A topic that may not be public before `until`, which is the first moment at which it may."""

    topic: str
    until: datetime
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPeriod:
    """A declared silence; `until` is the first moment after it and `allow` says in words what may still be posted."""

    name: str
    from_: datetime
    until: datetime
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The team that takes up a topic, and how to reach it."""

    topic: str
    team: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What an organisation keeps for its writers."""

    name: str = ""
    handles: tuple[str, ...] = ()
    public_contacts: tuple[str, ...] = ()
    abbreviations: dict[str, str] = field(default_factory=dict)
    positions: tuple[str, ...] = ()
    already_public: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    timezone: str = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known around a draft; `None` means unknown, and a risk that needs it is then silent.

    Every moment carries an offset. Nothing here is read from a clock.
    """

    lang: Lang | None = None
    channel: Channel | None = None
    audience: Audience = "public"
    voice: Voice = "own"
    publish_at: datetime | None = None
    reply_to: str | None = None
    reply_to_at: datetime | None = None
    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()
    organisation: Organisation = field(default_factory=Organisation)
