"""Days, seasons and events that come at a known time, and whether the one a draft names is over when it is posted.

A draft that counts down to a feast, a season or an election that lies behind it was left standing. Only what is
past counts: who speaks of Christmas in June may well be planning.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from postlint.document import Document, Span, view
from postlint.language.moments.feasts import feast
from postlint.language.moments.lexicon import Phrases
from postlint.language.occasions_en import ENGLISH
from postlint.language.occasions_nl import DUTCH
from postlint.language.tokens import Token, tokens

Window = tuple[date, date]
"""First and last day."""


class Occasion(NamedTuple):
    """A named occasion that is over: where the draft names it, and its last day."""

    span: Span
    last: date


_REMEMBERED: Final = 150
"""Days after which nobody takes an occasion for the last one any more, but for the next."""
_NEAR: Final = 45
"""Days before an occasion from which its name means the one to come."""

# name: first month and day, last month and day
_SPANS: Final[dict[str, tuple[tuple[int, int], tuple[int, int]]]] = {
    "women's day": ((3, 8), (3, 8)),
    "earth day": ((4, 22), (4, 22)),
    "april fool": ((4, 1), (4, 1)),
    "nurses' day": ((5, 12), (5, 12)),
    "juneteenth": ((6, 19), (6, 19)),
    "keti koti": ((7, 1), (7, 1)),
    "independence day": ((7, 4), (7, 4)),
    "bastille": ((7, 14), (7, 14)),
    "animal day": ((10, 4), (10, 4)),
    "teachers' day": ((10, 5), (10, 5)),
    "coming out day": ((10, 11), (10, 11)),
    "carers' day": ((11, 10), (11, 10)),
    "aids day": ((12, 1), (12, 1)),
    "epiphany": ((1, 6), (1, 6)),
    "burns night": ((1, 25), (1, 25)),
    "good wishes": ((12, 20), (1, 31)),
    "christmas season": ((12, 1), (12, 31)),
    "saint nicholas season": ((11, 8), (12, 6)),
    "dry january": ((1, 1), (1, 31)),
    "pride month": ((6, 1), (6, 30)),
    "movember": ((11, 1), (11, 30)),
    "summer holiday": ((6, 20), (9, 7)),
    "autumn holiday": ((10, 8), (11, 5)),
    "christmas holiday": ((12, 15), (1, 11)),
    "spring holiday": ((2, 5), (3, 10)),
    "may holiday": ((4, 15), (5, 15)),
    "final exams": ((5, 1), (5, 31)),
    "exam results": ((6, 5), (7, 20)),
    "a-levels": ((5, 1), (8, 20)),
    "summer reading": ((6, 15), (9, 15)),
    "ice": ((10, 20), (4, 5)),
    "snow": ((10, 20), (4, 20)),
    "frost": ((10, 1), (5, 15)),
    "first frost": ((9, 15), (12, 31)),
    "winter tyres": ((9, 1), (3, 15)),
    "heat": ((5, 1), (9, 25)),
    "snowdrops": ((1, 1), (4, 1)),
    "crocuses": ((1, 20), (4, 10)),
    "daffodils": ((2, 1), (5, 10)),
    "bluebells": ((4, 1), (6, 5)),
    "strawberries": ((5, 15), (8, 5)),
    "asparagus": ((3, 20), (6, 30)),
    "autumn leaves": ((9, 15), (12, 10)),
}
# name: month, weekday (Monday is 0), the so manieth, length in days
_NTH: Final[dict[str, tuple[int, int, int, int]]] = {
    "blue monday": (1, 0, 3, 1),
    "world book day": (3, 3, 1, 1),
    "neighbours' day": (9, 5, 4, 1),
    "monument day": (9, 5, 2, 2),
    "purple friday": (12, 4, 2, 1),
    "cyber monday": (12, 0, 1, 1),
    "childrens book week": (10, 2, 1, 12),
    "work stress week": (11, 0, 2, 7),
    "four days marches": (7, 1, 3, 4),
    "thanksgiving": (11, 3, 4, 1),
    "labor day": (9, 0, 1, 1),
    "memorial day": (5, 0, 4, 1),
}
# name: the windows of each time, as far as they are known
_KNOWN: Final[dict[str, tuple[Window, ...]]] = {
    "dutch elections": tuple(
        (day, day)
        for day in (
            *(date(2022, 3, 16), date(2023, 3, 15), date(2023, 11, 22), date(2024, 6, 6)),
            *(date(2025, 10, 29), date(2026, 3, 18), date(2027, 3, 17)),
        )
    ),
    "pandemic": ((date(2020, 3, 1), date(2023, 3, 31)),),
    "world cup": ((date(2022, 11, 20), date(2022, 12, 18)), (date(2026, 6, 11), date(2026, 7, 19))),
    "euros": (
        *((date(2024, 6, 14), date(2024, 7, 14)), (date(2025, 7, 2), date(2025, 7, 27))),
        (date(2028, 6, 9), date(2028, 7, 9)),
    ),
    "olympics": (
        *((date(2024, 7, 26), date(2024, 8, 11)), (date(2026, 2, 6), date(2026, 2, 22))),
        (date(2028, 7, 14), date(2028, 7, 30)),
    ),
}


_FOR_GOOD: Final = frozenset({"pandemic"})
"""What is over and does not come back."""


@view
def occasions_over(document: Document) -> tuple[Occasion, ...]:
    """The occasions that the draft names and that are over on the day of posting; none where that is not known."""
    words = _LEXICONS.get(document.lang)
    publish_at = document.context.publish_at
    if words is None or publish_at is None:
        return ()
    read = tokens(document)
    if words.triggers.isdisjoint([token.norm for token in read]):
        return ()
    return tuple(_over(read, words, publish_at.date()))


class _Words(NamedTuple):
    names: Phrases[str]
    triggers: frozenset[str]
    behind: frozenset[str]  # words before or after a name that set it in the past or in another year


def _over(read: tuple[Token, ...], words: _Words, today: date) -> Iterator[Occasion]:
    norms = [token.norm for token in read] + [""] * 8
    index = 0
    while index < len(read):
        named = words.names.at(norms, index)
        if named is None:
            index += 1
            continue
        name, end = named
        around = norms[max(0, index - 3) : index] + norms[end : end + 2]
        last = _last_day(name, today)
        if last and words.behind.isdisjoint(around) and not _of_another_year(around, last):
            yield Occasion(Span(read[index].span.start, read[end - 1].span.end), last)
        index = end


def _of_another_year(around: list[str], last: date) -> bool:
    """Whether a year beside the name is not that in which the occasion was ("Koningsdag 2027")."""
    return any(norm.isdigit() and len(norm) == 4 and int(norm) != last.year for norm in around)


def _last_day(name: str, today: date) -> date | None:
    """The last day of the occasion that is over; None where it is on, near, or longer ago than to the next one."""
    windows = sorted(_windows(name, today.year))
    ended = [last for _, last in windows if last < today]
    coming = [first for first, last in windows if last >= today]
    if not ended or ((today - ended[-1]).days > _REMEMBERED and name not in _FOR_GOOD):
        return None
    if name in _FOR_GOOD:
        return ended[-1]
    since = (today - ended[-1]).days
    until = (coming[0] - today).days if coming else 2 * _REMEMBERED
    return ended[-1] if until > _NEAR and since < until else None


def _windows(name: str, year: int) -> Iterator[Window]:
    """The occasion in the years around this one."""
    if name in _KNOWN:
        yield from _KNOWN[name]
        return
    for each in (year - 1, year, year + 1):
        yield _window(name, each)


def _window(name: str, year: int) -> Window:
    if name in _SPANS:
        (month, day), (last_month, last_day) = _SPANS[name]
        over = last_month < month
        return date(year, month, day), date(year + over, last_month, last_day)
    if name in _NTH:
        month, weekday, number, length = _NTH[name]
        first = date(year, month, 1)
        first += timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
        return first, first + timedelta(days=length - 1)
    if name in _LAST_SUNDAYS:
        return _last_sunday(year, _LAST_SUNDAYS[name])
    first, length = feast(name, year)
    return first, first + timedelta(days=length - 1)


_LAST_SUNDAYS: Final = {"summer time": 3, "winter time": 10, "clock change": 10}


def _last_sunday(year: int, month: int) -> Window:
    """The weekend in which the clock changes: its days from Saturday to Sunday."""
    last = date(year, month, 31)
    last -= timedelta(days=(last.weekday() + 1) % 7)
    return last - timedelta(days=1), last


def _words(names: dict[str, str], behind: str) -> _Words:
    triggers = (max((word for word in name.split() if word not in _ARTICLES), key=len) for name in names)
    return _Words(Phrases(names), frozenset(triggers), frozenset(behind.split()))


_ARTICLES: Final = ("het", "the", "een")
CALENDAR: Final = frozenset((*_SPANS, *_NTH, *_KNOWN, *_LAST_SUNDAYS))
"""The names that are known here; the others are those of `feasts`."""
_LEXICONS: Final[dict[str, _Words]] = {
    "nl": _words(DUTCH, "sinds na vorige vorig afgelopen voorbije geleden volgend volgende komend was waren terug"),
    "en": _words(ENGLISH, "since after last past ago previous next following was were back"),
}
