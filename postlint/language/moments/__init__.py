"""When a draft speaks of: "vrijdag om 10.30 uur", "over twee weken", "by the end of May", as intervals.

`moments` finds what can be placed on a calendar, `vague_moments` what only seems to tell when ("binnenkort").
How words are read where people differ:

- A bare weekday is today or the next such day; in a clause with a past verb, the last. "Volgende vrijdag" and "next
  Friday" are in next week, "komende vrijdag" is the first after today, "vorige", "afgelopen" and "last" the last before
  it.
- A date or month without a year is the coming one, or one that ended less than 60 days ago.
- Figures put the day first, in English too: 5/3 is 5 March.
- Spoken hours from one to seven ("half drie", "at 3") are in the afternoon; Dutch figures ("2.30 uur") are as they
  stand.
- Mornings are 6 to 12, afternoons 12 to 18, evenings 18 to 24, a Dutch night 0 to 6 after the day it is named for, an
  English night 18 to 6. Seasons are whole months. A time of day lasts a minute.
- A time that the change to summer time skips is an hour later, one that comes twice is the first.
- A range runs through its second end: "maandag tot donderdag" has Thursday in it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final

from postlint.document import Document, Span, view
from postlint.language.moments.almanac import Almanac
from postlint.language.moments.en import ENGLISH
from postlint.language.moments.grammar import Reading, readings
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.moment import Direction, Grain, Moment, Stretch
from postlint.language.moments.nl import DUTCH
from postlint.language.moments.reader import Reader
from postlint.language.tokens import Token, TokenKind, tokens

__all__ = ["Direction", "Grain", "Moment", "moments", "unplaced_moments", "vague_moments"]

_LEXICONS: Final[dict[str, Lexicon]] = {"nl": DUTCH, "en": ENGLISH}
_COUNTRIES: Final = {"Europe/Amsterdam": "NL", "Europe/London": "GB", "Europe/Dublin": "IE"}
# What is read without a publish time is read against this one, and only used where it makes no difference.
_ONES: Final = frozenset(("een", "a", "an", "one"))
_ANY_TIME: Final = datetime(2024, 1, 10, 9)  # noqa: DTZ001 - local time, as all in an almanac


@view
def moments(document: Document) -> tuple[Moment, ...]:
    """The moments that the draft names, in order, without the vague ones."""
    words = _LEXICONS.get(document.lang)
    read = tokens(document)
    telling = _telling(read, words) if words else []
    if words is None or not telling:
        return ()
    from zoneinfo import ZoneInfo  # here, because a draft without a moment does not need it

    name = document.context.organisation.timezone
    zone = ZoneInfo(name)
    now = _local(document.context.publish_at, zone)
    almanac = Almanac(now or _ANY_TIME, zone, _COUNTRIES.get(name, words.country), known=now is not None)
    found = readings(Reader(read, document.text, words, almanac), telling)
    return tuple(_moment(reading, read, almanac) for reading in found)


@view
def unplaced_moments(document: Document) -> tuple[Moment, ...]:
    """The moments as their words alone tell them, whenever the draft is posted."""
    return moments(Document(document.text, document.lang))


@view
def vague_moments(document: Document) -> tuple[Moment, ...]:
    """The words that only seem to tell when: "binnenkort", "te zijner tijd", "over een paar weken", "in due course"."""
    words = _LEXICONS.get(document.lang)
    if words is None:
        return ()
    read = tokens(document)
    norms = [token.norm for token in read] + [""] * 8
    starts = _vague_starts(words)
    found: list[Moment] = []
    index = 0
    while index < len(read):
        phrase = _vague_at(norms, index, words) if norms[index] in starts else None
        if phrase is not None and norms[index] == "later" and _compares(norms, index):
            phrase = None
        if phrase is None:
            index += 1
            continue
        direction, end = phrase
        span = Span(read[index].span.start, read[end - 1].span.end)
        found.append(Moment(span, None, None, None, direction, vague=True))
        index = end
    return tuple(moment for moment in found if not _is_placed(moment, document))


def _is_placed(vague: Moment, document: Document) -> bool:
    """Read "later deze week" is no vague later."""
    return any(
        moment.span.start <= vague.span.end + 1 and vague.span.start < moment.span.end for moment in moments(document)
    )


def _compares(norms: list[str], index: int) -> bool:
    """Read "niet later dan", "an hour later", "later than"."""
    return norms[index - 1] in ("niet", "no", "not", "uur", "hour") or norms[index + 1] in ("dan", "than")


@lru_cache(maxsize=4)
def _vague_starts(words: Lexicon) -> frozenset[str]:
    openers = ("over", "in", "binnen", "within", "een", "a", "komende", "afgelopen", "coming", "next", "past", "last")
    return frozenset(words.vague.starts()) | words.paucal | frozenset(openers)


def _vague_at(norms: list[str], index: int, words: Lexicon) -> tuple[Direction | None, int] | None:
    return words.vague.at(norms, index) or _few(norms, index, words)


def _few(norms: list[str], index: int, words: Lexicon) -> tuple[Direction | None, int] | None:
    """Read "over een paar weken", "a few days ago", "de komende weken"."""
    at = index
    direction: Direction | None = None
    if words.ahead.at(norms, at) or words.within.at(norms, at):
        at, direction = at + 1, "future"
    shift = words.shifts.at(norms, at)
    if shift and shift[0] != "this":
        direction, at = ("past" if shift[0] == "last" else "future"), shift[1]
        if norms[at] in words.plural_units:
            return direction, at + 1
    at += norms[at] in ("een", "a")
    if norms[at] not in words.paucal:
        return None
    at += 2 if norms[at + 1] == "of" else 1
    if norms[at] not in words.plural_units:
        return None
    ago = words.ago.at(norms, at + 1)
    if ago:
        return "past", ago[1]
    return (direction, at + 1) if direction else None


def _telling(read: tuple[Token, ...], words: Lexicon) -> list[int]:
    """The tokens of which every moment has one: a number, a day, a unit of time …; most drafts have few."""
    triggers, number = words.triggers, TokenKind.NUMBER
    telling = [place for place, (_, kind, norm, _) in enumerate(read) if norm in triggers or kind is number]
    if telling:  # "half een" is only read in a draft that speaks of time at all
        ones = (place for place, token in enumerate(read) if token.norm in _ONES)
        telling = sorted({*telling, *(place for place in ones if place and read[place - 1].norm in words.before_one)})
    return telling


def _local(publish_at: datetime | None, zone: tzinfo) -> datetime | None:
    """What clocks in the zone show at `publish_at`; None when that is not known or lies outside the calendar."""
    if publish_at is None:
        return None
    try:
        local = publish_at if publish_at.tzinfo is None else publish_at.astimezone(zone)
    except OverflowError:
        return None
    return local.replace(tzinfo=None)


def _moment(reading: Reading, read: tuple[Token, ...], almanac: Almanac) -> Moment:
    found = reading.found
    span = Span(read[reading.first].span.start, _end(read[found.end - 1]))
    stretch = None if found.repeats else found.stretch
    placed = _placed(stretch, almanac.zone) if stretch and (almanac.known or stretch.anchor == "text") else None
    start, end = placed or (None, None)
    direction = _direction(stretch, almanac) if stretch and (almanac.known or stretch.anchor == "now") else None
    grain = found.stretch.grain if found.stretch else None
    return Moment(span, start, end, grain, direction, deadline=found.deadline, repeats=found.repeats)


def _end(last: Token) -> int:
    """Without the full stop that "3rd." ends a sentence with: it reads as the abbreviation of "road"."""
    start, end = last.span
    return start + len(last.norm) if last.norm in ("st", "nd", "rd", "th") else end


def _direction(stretch: Stretch, almanac: Almanac) -> Direction:
    if stretch.end <= almanac.now:
        return "past"
    return "future" if stretch.start >= almanac.now else "present"


def _placed(stretch: Stretch, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """The stretch with the offsets of the zone; None where the calendar ends."""
    try:
        start = _settled(stretch.start, zone)
        if stretch.grain == "minute" and stretch.end - stretch.start == timedelta(minutes=1):
            return start, start + timedelta(minutes=1)
        end = _settled(stretch.end, zone)
    except OverflowError:
        return None
    return start, max(end, start + timedelta(minutes=1))


def _settled(local: datetime, zone: tzinfo) -> datetime:
    """The moment at which clocks in the zone show `local`, with the offset of then.

    A fixed offset and not the zone itself, so that comparing and subtracting are right around a change of the clock.
    """
    moment = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta(0)))
