"""What is known around a draft: where, for whom, when, and in answer to what it is posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar

from postlint.errors import Refusal, nearest, quoted, say

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from _typeshed import DataclassInstance

Channel = Literal["x", "mastodon", "bluesky", "linkedin", "facebook", "instagram", "web", "intranet"]
Audience = Literal["public", "closed", "internal"]
Voice = Literal["own", "organisation"]
Lang = Literal["nl", "en"]
Words: TypeAlias = Annotated[str, "not blank"]
TimeZone: TypeAlias = Annotated[str, "the name of an IANA time zone"]

Given: TypeAlias = Mapping[str, Any]
"""The keys of a `Context` that one source gives, with typed values; `organisation` is again such a mapping."""

T = TypeVar("T", bound="DataclassInstance")

DEFAULT_TIMEZONE = "Europe/Amsterdam"
FIRST_YEAR, LAST_YEAR = 1900, 9990  # a year further, in any time zone, is still in the calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """A topic that may not be public before `until`, which is the first moment at which it may."""

    topic: Words
    until: datetime
    terms: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        _require_offset(self.until, "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPeriod:
    """A declared silence; `until` is the first moment after it and `allow` says in words what may still be posted.

    In files `from_` is written `from`.
    """

    name: Words
    from_: datetime
    until: datetime
    allow: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        _require_offset(self.from_, "from")
        _require_offset(self.until, "until")
        if self.until <= self.from_:
            raise Refusal(
                say("this quiet period ends before it begins"),
                say("Give an until that lies after from."),
                key="until",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The team that takes up a topic, and how to reach it."""

    topic: Words
    team: Words
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What an organisation keeps for its writers."""

    name: str = ""
    handles: tuple[Words, ...] = ()
    public_contacts: tuple[Words, ...] = ()
    abbreviations: dict[str, Words] = field(default_factory=dict)
    positions: tuple[Words, ...] = ()
    already_public: tuple[Words, ...] = ()
    routes: tuple[Route, ...] = ()
    timezone: TimeZone = DEFAULT_TIMEZONE

    def __post_init__(self) -> None:
        if self.timezone != DEFAULT_TIMEZONE:
            zone(self.timezone)


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
    reply_to: Words | None = None
    reply_to_at: datetime | None = None
    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()
    organisation: Organisation = field(default_factory=Organisation)

    def __post_init__(self) -> None:
        _require_offset(self.publish_at, "publish_at")
        _require_offset(self.reply_to_at, "reply_to_at")


def merge(base: T, over: Given) -> T:
    """`base` with what `over` gives: a single value replaces, a list is added to, a table merges key by key.

    `base` is a `Context` (or a part of one). What is added twice stands once, and `None` gives nothing.
    """
    changes = {key: _merged(getattr(base, key), value) for key, value in over.items() if value is not None}
    return replace(base, **changes) if changes else base


def _merged(old: Any, new: Any) -> Any:
    if is_dataclass(old) and not isinstance(old, type):
        return merge(old, new)
    if isinstance(old, tuple):
        return tuple(dict.fromkeys((*old, *new)))
    if isinstance(old, dict):
        return {**old, **new}
    return new


def zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name; `Refusal` with the nearest names where there is none."""
    from zoneinfo import ZoneInfo, available_timezones

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, not a relative path, or a folder such as `Europe`
        zones = available_timezones()
        city = next((known for known in sorted(zones) if known.casefold().endswith("/" + name.casefold())), name)
        remedy = nearest(city, zones) or say("Write a name as {example}.", example=DEFAULT_TIMEZONE)
        raise Refusal(say("{name} is not a time zone", name=quoted(name)), remedy) from None


def parse_moment(text: str, timezone: str = DEFAULT_TIMEZONE) -> datetime:
    """The moment that `text` writes in ISO 8601 with an offset.

    `timezone` does not fill in a missing offset: it only makes the example in the `Refusal` one to copy.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        example = _example(datetime(2026, 3, 18, 9), zone(timezone))  # noqa: DTZ001 - gets its offset there
        raise Refusal(
            say("{text} is not a moment", text=quoted(text)),
            say("Write date, time and offset, as {example}.", example=example),
        ) from None
    return checked_moment(moment, timezone)


def checked_moment(moment: datetime, timezone: str = DEFAULT_TIMEZONE) -> datetime:
    """`moment`, or a `Refusal` where it has no offset or lies outside the calendar."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Refusal(
            say("the year {year} cannot be reckoned with", year=moment.year),
            say("Give a year from {first} to {last}.", first=FIRST_YEAR, last=LAST_YEAR),
        )
    if moment.utcoffset() is None:
        example = _example(moment, zone(timezone))
        raise Refusal(
            say("{text} has no offset from UTC", text=quoted(moment.isoformat(timespec="minutes"))),
            say("In {timezone} this is {example}.", timezone=timezone, example=example),
        )
    return moment


def _example(moment: datetime, in_zone: tzinfo) -> str:
    return moment.replace(tzinfo=in_zone).isoformat(timespec="minutes")


def _require_offset(moment: datetime | None, key: str) -> None:
    if moment is not None and moment.utcoffset() is None:
        raise Refusal(
            say("{key} has no offset from UTC", key=key), say("Give it a tzinfo, for instance a ZoneInfo."), key=key
        )
