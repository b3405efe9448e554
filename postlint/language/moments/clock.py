"""Times of day in the tokens: "10.30 uur", "half elf", "kwart voor 9", "3pm", "half past ten", "van 10 tot 14 uur"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from postlint.language.moments.almanac import DAYPARTS, Daypart
from postlint.language.moments.lexicon import Lexicon
from postlint.language.moments.moment import Clock
from postlint.language.tokens import Token, TokenKind

_FIGURES = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_ROUND_MINUTES = ("00", "15", "30", "45")
_NOON = 12 * 60
_PRICE_MARKS = frozenset("€$£%")


class _Face(NamedTuple):
    """What a clock shows: minutes after midnight, the form of the words, and what was said of the half of the day."""

    minutes: int
    form: Literal["figures", "number", "phrase", "name"]
    end: int
    hour_word: bool = False
    half_day: int | None = None
    part: Daypart | None = None
    twelve: bool = True


class ClockReader:
    """Reads times from the tokens of one draft."""

    def __init__(self, tokens: Sequence[Token], norms: list[str], words: Lexicon) -> None:
        self.tokens = tokens
        self.norms = norms
        self.words = words

    def read(self, index: int, *, led: bool, near: bool, opener: bool | None = None) -> tuple[Clock, int] | None:
        """The time or range of times that starts here.

        `led`: a word that times follow stands before ("om"); `near`: a day does; `opener`: a word that ranges follow
        does ("van": False), and "en" may join the range ("tussen": True).
        """
        opened = opener is not None
        first = self._face(index, led=led and not opened)
        if first is None:
            return None
        in_range = self._range(first, led=led or opened, between=bool(opener))
        return in_range or self._single(index, first, led=led and not opener, near=near or opened)

    def is_open(self, index: int) -> bool:
        """Whether nothing that could be counted stands here: an end, a mark, a function word."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None:
            return True
        if token.kind in (TokenKind.MARK, TokenKind.EMOJI, TokenKind.HASHTAG, TokenKind.HANDLE, TokenKind.URL):
            return token.norm not in _PRICE_MARKS
        return token.norm in self.words.function_words

    def _single(self, index: int, face: _Face, *, led: bool, near: bool) -> tuple[Clock, int] | None:
        if not self._is_time(index, face, led=led, near=near):
            return None
        start, spoken = _on_the_day(face)
        return Clock(start, start + 1, spoken), face.end

    def _is_time(self, index: int, face: _Face, *, led: bool, near: bool) -> bool:
        following = self.norms[face.end]
        if following in self.words.counters or following in self.words.counted or following in _PRICE_MARKS:
            return False
        if following in ("-", ":", "of", "or") and self._face(face.end + 1, led=False) is not None:
            return False  # "na 3-0", "een uur of tien"
        if face.form in ("phrase", "name") or face.half_day is not None or face.part is not None:
            return True
        if face.form == "number":
            named = face.hour_word and (led or near or self.words.twelve_hours)
            return named or (led and not face.hour_word and self.is_open(face.end))
        return face.hour_word or led or near or self._looks_like_time(index, face)

    def _looks_like_time(self, index: int, face: _Face) -> bool:
        hour, minutes = self.norms[index][:-3], self.norms[index][-2:]
        before = self.norms[index - 1] if index else ""
        if len(hour) != 2 or before in _PRICE_MARKS or not self.is_open(face.end):
            return False
        if ":" in self.norms[index]:
            return True
        calm = index == 0 or self.tokens[index - 1].kind in (TokenKind.MARK, TokenKind.EMOJI)
        return minutes in _ROUND_MINUTES and calm and before not in ("-", "+", "/")

    # Ranges -------------------------------------------------------------------------------------------------------

    def _range(self, first: _Face, *, led: bool, between: bool) -> tuple[Clock, int] | None:
        joiner = self.words.joiners.at(self.norms, first.end)
        start = joiner[1] if joiner else 0
        if joiner is None and between and self.norms[first.end] in self.words.and_words:
            start = first.end + 1
        second = self._face(start, led=False) if start else None
        if second is None or not self._is_range(first, second, led=led):
            return None
        return _joined(first, second), second.end

    def _is_range(self, first: _Face, second: _Face, *, led: bool) -> bool:
        following = self.norms[second.end]
        if following in self.words.counters or following in self.words.counted or following in _PRICE_MARKS:
            return False
        if second.hour_word or second.half_day is not None or second.part is not None:
            return True
        if first.form == second.form == "figures":
            return True
        return led and self.is_open(second.end)

    # Faces --------------------------------------------------------------------------------------------------------

    def _face(self, index: int, *, led: bool) -> _Face | None:
        norm = self.norms[index]
        if norm not in self.words.clock_starts and not norm[:1].isdigit():
            return None
        face = self._named(index) or self._phrase(index, led=led) or self._figures(index) or self._number(index)
        if face is None or face.form == "name":
            return face
        end = face.end
        hour_word = self.norms[end] in self.words.hours
        if hour_word:
            end += 1
        half_day = self.words.half_days.at(self.norms, end)
        if half_day is not None and face.minutes <= 13 * 60:
            return face._replace(end=half_day[1], hour_word=True, half_day=half_day[0])
        part = self.part_after(end) if hour_word or face.form != "number" or led else None
        if part is not None:
            return face._replace(end=part[1], hour_word=hour_word, part=part[0])
        return face._replace(end=end, hour_word=hour_word)

    def part_after(self, index: int) -> tuple[Daypart, int] | None:
        """Read "'s avonds", "in de ochtend", "in the morning", "at night" after a time or a day."""
        norms, words = self.norms, self.words
        if norms[index] in words.possessive:
            part = words.recurring_dayparts.get(norms[index + 1])
            return (part, index + 2) if part else None
        if norms[index] not in ("in", "at"):
            return None
        at = index + 2 if norms[index + 1] in words.articles or norms[index + 1] == "de" else index + 1
        part = words.dayparts.get(norms[at])
        return (part, at + 1) if part else None

    def _named(self, index: int) -> _Face | None:
        minutes = self.words.clock_words.get(self.norms[index])
        return None if minutes is None else _Face(minutes, "name", index + 1, twelve=False)

    def _figures(self, index: int) -> _Face | None:
        match = _FIGURES.fullmatch(self.norms[index])
        if match is not None:
            hour, minute, end = int(match[1]), int(match[2]), index + 1
        elif self._apart(index):
            hour, minute, end = int(self.norms[index]), int(self.norms[index + 2]), index + 3
        else:
            return None
        if hour * 60 + minute > 24 * 60 or minute > 59:
            return None
        twelve = self.words.twelve_hours and not self.norms[index].startswith("0") and hour <= 12
        return _Face(hour * 60 + minute, "figures", end, twelve=twelve)

    def _apart(self, index: int) -> bool:
        """Read "10u30", "19h00"."""
        hour, mark, minute = self.norms[index : index + 3]
        return (
            mark in ("u", "h")
            and _is_figure(hour)
            and _is_figure(minute)
            and len(minute) == 2
            and self.tokens[index + 2].span.start == self.tokens[index].span.end + 1
        )

    def _number(self, index: int) -> _Face | None:
        hour = self._hour(index, 24)
        if hour is None:
            return None
        twelve = hour <= 12 and not self.norms[index].startswith("0")
        return _Face(hour * 60, "number", index + 1, twelve=twelve)

    def _phrase(self, index: int, *, led: bool) -> _Face | None:
        norms, words = self.norms, self.words
        if words.half_to and norms[index] == words.half_to:
            return self._half(index)
        half = words.half_past.at(norms, index)
        if half is not None:
            hour = self._hour(half[1], 12)
            past = half[1] > index + 1 or led
            return _Face(hour * 60 + 30, "phrase", half[1] + 1) if hour is not None and past else None
        if norms[index] in words.quarter:
            return self._beside(index + 1, 15)
        minutes = self._hour(index, 29)
        if minutes is None or not (led or norms[index + 2] == words.half_to):
            return None
        return self._beside(index + 1, minutes)

    def _half(self, index: int) -> _Face | None:
        hour = self._hour(index + 1, 12)
        return None if hour is None else _Face((hour - 1 or 12) * 60 + 30, "phrase", index + 2)

    def _beside(self, index: int, minutes: int) -> _Face | None:
        """Read "voor negen", "past ten", "over half drie" after so many minutes."""
        side = self.norms[index]
        step = minutes if side in self.words.past_hour else -minutes if side in self.words.to_hour else 0
        if not step:
            return None
        if self.words.half_to and self.norms[index + 1] == self.words.half_to:
            half = self._half(index + 1)
            return half and half._replace(minutes=half.minutes + step)
        hour = self._hour(index + 1, 12)
        if hour is None:
            return None
        whole = (hour if step > 0 else (hour - 1 or 12) + 1) * 60
        return _Face(whole + step, "phrase", index + 2)

    def _hour(self, index: int, most: int) -> int | None:
        norm = self.norms[index]
        if _is_figure(norm):
            number: float = int(norm)
        else:
            number = self.words.numbers.get(norm, -1)
            if norm in self.words.articles or norm in ("a", "an"):
                return None
        return int(number) if 0 <= number <= most and number == int(number) else None


def _is_figure(norm: str) -> bool:
    return len(norm) <= 2 and norm.isascii() and norm.isdigit()


def _on_the_day(face: _Face) -> tuple[int, bool]:
    """The minutes after midnight, and whether twelve hours may have to be added."""
    minutes = face.minutes
    if face.half_day is not None:
        return minutes % _NOON + face.half_day * 60, False
    if face.part is not None:
        first, last = DAYPARTS[face.part]
        shifts = (0, _NOON, 2 * _NOON) if face.twelve else (0,)
        fitting = (minutes + shift for shift in shifts if first * 60 <= minutes + shift < last * 60)
        return next(fitting, minutes), False
    return minutes, face.twelve


def _joined(first: _Face, second: _Face) -> Clock:
    end, end_spoken = _on_the_day(second)
    if first.half_day is None and second.half_day is not None:
        start = _on_the_day(first._replace(half_day=second.half_day))[0]
        first = first._replace(half_day=second.half_day if start < end else 0)
    elif first.part is None and second.part is not None:
        first = first._replace(part=second.part)
    start, start_spoken = _on_the_day(first)
    if end <= start and end_spoken and end + _NOON > start:
        end += _NOON
    if end <= start:
        end += 2 * _NOON
    return Clock(start, end, start_spoken and (end_spoken or end > start + _NOON // 2), exact=False)
