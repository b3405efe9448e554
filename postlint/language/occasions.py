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
    "reading days": ((1, 20), (2, 1)),
    "water day": ((3, 22), (3, 22)),
    "book week": ((3, 8), (3, 24)),
    "blood donor day": ((6, 14), (6, 14)),
    "heritage days": ((9, 6), (9, 21)),
    "mobility week": ((9, 14), (9, 22)),
    "loneliness week": ((9, 24), (10, 6)),
    "respect week": ((11, 4), (11, 16)),
    "media week": ((11, 6), (11, 18)),
    "volunteers' day": ((12, 5), (12, 7)),
    "human rights day": ((12, 10), (12, 10)),
    "night of darkness": ((10, 23), (10, 31)),
    "all saints": ((11, 1), (11, 2)),
    "belgian national day": ((7, 21), (7, 21)),
    "evening walks": ((5, 5), (7, 5)),
    "cycling tour": ((6, 25), (7, 30)),
    "canal pride": ((7, 18), (8, 10)),
    "song contest": ((5, 4), (5, 20)),
    "advent": ((11, 27), (12, 25)),
    "christmas tree": ((11, 20), (1, 20)),
    "chocolate letters": ((10, 20), (12, 6)),
    "easter eggs": ((2, 20), (4, 28)),
    "first school day": ((8, 10), (9, 15)),
    "introduction week": ((8, 8), (9, 12)),
    "school test": ((1, 20), (2, 28)),
    "freshers": ((9, 1), (10, 15)),
    "toads": ((2, 1), (5, 1)),
    "lambs": ((1, 20), (6, 10)),
    "bulbs": ((3, 10), (5, 25)),
    "blossom": ((3, 10), (6, 1)),
    "oak caterpillars": ((4, 10), (9, 10)),
    "pumpkins": ((9, 1), (11, 15)),
    "conkers": ((8, 25), (11, 25)),
    "stargazing": ((8, 8), (8, 14)),
    "longest night": ((12, 20), (12, 22)),
    "midsummer": ((6, 19), (6, 25)),
    "flu jabs": ((9, 1), (2, 15)),
    "compliments": ((3, 1), (3, 1)),
    "harvest": ((9, 10), (10, 20)),
    "poppies": ((10, 25), (11, 12)),
    "gcse results": ((8, 18), (8, 28)),
}
# name: month, weekday (Monday is 0), the so manieth, length in days
_NTH: Final[dict[str, tuple[int, int, int, int]]] = {
    "blue monday": (1, 0, 3, 1),
    "volunteering days": (3, 4, 2, 3),
    "tree planting day": (3, 2, 3, 1),
    "secretaries' day": (4, 3, 3, 1),
    "spring clean": (3, 5, 3, 1),
    "cleanup day": (9, 5, 3, 1),
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
    "ramadan": tuple(
        (date(year, *first), date(year, *last))
        for year, first, last in (
            *((2023, (3, 23), (4, 20)), (2024, (3, 11), (4, 9)), (2025, (3, 1), (3, 29)), (2026, (2, 18), (3, 19))),
            *((2027, (2, 8), (3, 9)), (2028, (1, 28), (2, 26))),
        )
    ),
    "eid al-fitr": tuple(
        (date(year, *first), date(year, *last))
        for year, first, last in (
            *((2023, (4, 21), (4, 23)), (2024, (4, 10), (4, 12)), (2025, (3, 30), (4, 1)), (2026, (3, 20), (3, 22))),
            *((2027, (3, 10), (3, 12)), (2028, (2, 27), (2, 29))),
        )
    ),
    "eid al-adha": tuple(
        (date(year, *first), date(year, *last))
        for year, first, last in (
            *((2023, (6, 28), (7, 1)), (2024, (6, 16), (6, 19)), (2025, (6, 6), (6, 9)), (2026, (5, 27), (5, 30))),
            *((2027, (5, 16), (5, 19)), (2028, (5, 5), (5, 8))),
        )
    ),
    "diwali": tuple(
        (day, day)
        for day in (
            *(date(2023, 11, 12), date(2024, 11, 1), date(2025, 10, 21), date(2026, 11, 8)),
            *(date(2027, 10, 29), date(2028, 10, 17)),
        )
    ),
    "lunar new year": tuple(
        (day, day + timedelta(days=14))
        for day in (
            *(date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17)),
            *(date(2027, 2, 6), date(2028, 1, 26)),
        )
    ),
    "hanukkah": (
        *((date(2023, 12, 7), date(2023, 12, 15)), (date(2024, 12, 25), date(2025, 1, 2))),
        *((date(2025, 12, 14), date(2025, 12, 22)), (date(2026, 12, 4), date(2026, 12, 12))),
        (date(2027, 12, 24), date(2028, 1, 1)),
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
