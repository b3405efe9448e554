"""Offsets as browsers and office programs count them: in UTF-16 code units."""

from __future__ import annotations

import re
from bisect import bisect_left

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Turns offsets in code points of a text into offsets in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._doubles = [found.start() for found in _TWO_UNITS.finditer(text)]

    def __call__(self, offset: int) -> int:
        """The number of code units before the code point at `offset`."""
        return offset + bisect_left(self._doubles, offset)
