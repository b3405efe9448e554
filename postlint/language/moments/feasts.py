"""On which day a holiday falls. The package `holidays` (slow to import) is only asked when a draft names one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

# name: month, day, length in days
_FIXED: dict[str, tuple[int, int, int]] = {
    "new year": (1, 1, 1),
    "valentine": (2, 14, 1),
    "st patrick": (3, 17, 1),
    "remembrance": (5, 4, 1),
    "liberation": (5, 5, 1),
    "labour day": (5, 1, 1),
    "halloween": (10, 31, 1),
    "bonfire night": (11, 5, 1),
    "armistice": (11, 11, 1),
    "saint nicholas": (12, 5, 1),
    "christmas eve": (12, 24, 1),
    "christmas": (12, 25, 2),
    "christmas day": (12, 25, 1),
    "boxing day": (12, 26, 1),
    "new year's eve": (12, 31, 1),
    "turn of the year": (12, 31, 2),
}
# name: days from Easter Sunday, length in days
_FROM_EASTER: dict[str, tuple[int, int]] = {
    "carnival": (-49, 3),
    "shrove tuesday": (-47, 1),
    "ash wednesday": (-46, 1),
    "mothering sunday": (-21, 1),
    "palm sunday": (-7, 1),
    "maundy thursday": (-3, 1),
    "good friday": (-2, 1),
    "easter weekend": (-1, 3),
    "long easter weekend": (-2, 4),
    "easter": (0, 2),
    "easter sunday": (0, 1),
    "easter monday": (1, 1),
    "ascension": (39, 1),
    "ascension weekend": (39, 4),
    "whit weekend": (48, 3),
    "whitsun": (49, 2),
    "whit sunday": (49, 1),
    "whit monday": (50, 1),
}
# name: month, weekday (Monday is 0), the so manieth
_NTH_WEEKDAY: dict[str, tuple[int, int, int]] = {
    "early may bank holiday": (5, 0, 1),
    "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
    "budget day": (9, 1, 3),  # Prinsjesdag
    "black friday": (11, 4, 4),
    "remembrance sunday": (11, 6, 2),
}
# name: month of the last Monday
_LAST_MONDAY: dict[str, int] = {"spring bank holiday": 5, "august bank holiday": 8}

NAMES: frozenset[str] = frozenset((*_FIXED, *_FROM_EASTER, *_NTH_WEEKDAY, *_LAST_MONDAY, "king's night", "king's day"))
"""The holidays whose day is known."""


def feast(name: str, year: int) -> tuple[date, int]:
    """The first day of the holiday in that year and its length in days.

    Raises ValueError for a year that has no such day.
    """
    if name in _FIXED:
        month, day, length = _FIXED[name]
        return date(year, month, day), length
    if name in _FROM_EASTER:
        offset, length = _FROM_EASTER[name]
        return _named(year, "Eerste paasdag") + timedelta(days=offset), length
    if name in _NTH_WEEKDAY:
        month, weekday, number = _NTH_WEEKDAY[name]
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1)), 1
    if name in _LAST_MONDAY:
        last = date(year, _LAST_MONDAY[name], 31)
        return last - timedelta(days=last.weekday()), 1
    if name == "king's night":
        return _named(year, "Koningsdag") - timedelta(days=1), 1
    return _named(year, "Koningsdag"), 1


@lru_cache(maxsize=64)
def public_holidays(country: str, year: int) -> frozenset[date]:
    """The days on which offices in `country` (NL, GB, IE) are closed."""
    from holidays import country_holidays

    subdivision = "ENG" if country == "GB" else None
    return frozenset(country_holidays(country, subdiv=subdivision, years=year))


@lru_cache(maxsize=256)
def _named(year: int, name: str) -> date:
    from holidays import country_holidays

    found = country_holidays("NL", years=year, language="nl").get_named(name)
    if not found:
        raise ValueError(f"no {name} in {year}")
    return found[0]
