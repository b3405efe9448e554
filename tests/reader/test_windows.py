"""Long drafts are read in windows of whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Span
from postlint.reader.second import _heaviest_run, _windows


def sentences(*lengths: int) -> list[Span]:
    """Sentences of so many characters, each with a space behind it; every character is a token."""
    spans: list[Span] = []
    for length in lengths:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + length))
    return spans


@pytest.mark.parametrize(
    ("lengths", "room", "windows"),
    [
        ([], 10, []),
        ([4], 10, [(0, 4)]),
        ([4, 4], 10, [(0, 9)]),
        ([4, 4, 4], 10, [(0, 9), (10, 14)]),
        ([12], 5, [(0, 5), (5, 10), (10, 12)]),  # a sentence that is too long is cut
        ([2, 12, 2], 6, [(0, 2), (3, 9), (9, 15), (16, 18)]),
    ],
)
def test_windows(lengths, room, windows):
    found = sentences(*lengths)
    end = found[-1].end if found else 0
    assert list(_windows(found, range(end), room)) == windows


@given(st.lists(st.integers(1, 40), max_size=20), st.integers(1, 30))
def test_windows_hold_every_sentence_once_and_fit(lengths, room):
    found = sentences(*lengths)
    windows = list(_windows(found, range(found[-1].end if found else 0), room))
    assert all(0 < window.end - window.start <= room for window in windows)
    read = [place for window in windows for place in range(*window)]
    assert len(read) == len(set(read))
    assert {place for span in found for place in range(*span)} <= set(read)


@pytest.mark.parametrize(
    ("weights", "run"),
    [
        ([], None),
        ([-1, -2], None),
        ([1], (0, 1)),
        ([-1, 2, -1, 3, -5, 1], (1, 4)),
        ([3, -4, 2], (0, 1)),
    ],
)
def test_the_heaviest_run(weights, run):
    assert _heaviest_run(weights) == run
