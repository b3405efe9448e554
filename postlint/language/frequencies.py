"""How frequent words are: the lists of wordfreq (Speer 2022), read without its package.

The package itself takes a third of a second to load, for tokenizers and language codes that nobody here asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

_FORMAT = {"format": "cB", "version": 1}


@cache
def frequencies(lang: str, size: Literal["small", "large"]) -> Mapping[str, float]:
    """The share of all running words that each word of a language is: the small list has those of one in a million.

    The file lists words by their frequency in centibels: those at place `n` have the frequency 10 ** (-n / 100).
    """
    import gzip
    from importlib.util import find_spec
    from pathlib import Path

    import msgpack

    spec = find_spec("wordfreq")
    assert spec is not None  # noqa: S101 — it is one of the libraries of this package
    assert spec.origin is not None  # noqa: S101 — it is a package with a file of its own
    packed = Path(spec.origin).with_name("data") / f"{size}_{lang}.msgpack.gz"
    header, *rows = msgpack.unpackb(gzip.decompress(packed.read_bytes()))
    if header != _FORMAT:
        raise ValueError(header)
    found: dict[str, float] = {}
    for place, words in enumerate(rows):
        found |= dict.fromkeys(words, 10 ** (-place / 100))
    return found
