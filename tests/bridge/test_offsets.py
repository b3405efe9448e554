"""Offsets in UTF-16: what the encoder counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from browser_ext_bridge.server.offsets import Utf16


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_counts_as_the_encoder_does(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert Utf16(text)(offset) == len(text[:offset].encode("utf-16-le")) // 2
