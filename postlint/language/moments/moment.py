"""What a moment in a draft is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from postlint.document import Span

Grain = Literal["minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season", "year"]
Direction = Literal["past", "present", "future"]
Anchor = Literal["text", "calendar", "now"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that the draft names: a day, a time, a stretch of days.

    `start` and `end` are a half-open interval with the offsets that the organisation's zone has then. They are
    `None` when the moment cannot be placed: `publish_at` is unknown and the text gives no year, the moment is vague,
    or it comes back (`repeats`: "elke vrijdag").

    `grain` is the coarseness of the words: "over twee weken" is one day by its interval and has the grain `week`.
    `direction` is how it lies to `publish_at`; without that, what the words say ("gisteren" is past), or `None`.
    `deadline` says that the author names it as the last moment ("voor vrijdag", "by Friday", "binnen twee dagen").
    """

    span: Span
    start: datetime | None
    end: datetime | None
    grain: Grain | None
    direction: Direction | None
    deadline: bool = False
    repeats: bool = False
    vague: bool = False


class Stretch(NamedTuple):
    """A stretch of local time, half-open, without offset.

    `anchor` says where it hangs on: the text alone ("3 mei 2026"), the calendar ("3 mei": which year?), or now
    ("morgen").
    """

    start: datetime
    end: datetime
    grain: Grain
    anchor: Anchor = "now"


class Clock(NamedTuple):
    """A time of day, or a range of times, in minutes after midnight.

    `spoken` says that the twelve-hour clock is possible: "half drie" is mostly in the afternoon, "02.30" never.
    """

    start: int
    end: int
    spoken: bool
    exact: bool = True
