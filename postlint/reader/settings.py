"""How a configuration asks for the second reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSettings:
    """Whether drafts are read a second time, under `[reader]` in the configuration; `reader = true` is short for it."""

    on: bool = True
