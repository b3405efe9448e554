"""What is told of words, remembered from draft to draft: the same few thousand words make up most text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """What `tell` says of each word, worked out when it is first asked for.

    Asking again is a look into a dictionary, which takes a fraction of the time of a call. It holds `most` words at
    the most, and then begins anew.
    """

    def __init__(self, tell: Callable[[str], T], most: int = 8192) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, word: str) -> T:
        told = self._tell(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = told
        return told
