"""What a configuration says of the files that a check reads: which, how, and under which context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from postlint.context import Audience, Channel, Lang, Voice, Words

Column = Literal["id", "text", "channel", "publish_at", "time", "reply_to", "lang", "ignore"]
"""What may stand in a column of a calendar of posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What holds for the files that match a pattern, over what the configuration says of all."""

    files: Words
    lang: Lang | None = None
    channel: Channel | None = None
    audience: Audience | None = None
    voice: Voice | None = None
    packs: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """Data files (JSON, YAML) of which some texts are shown on a site: those whose keys match a pattern."""

    files: Words
    keys: tuple[Words, ...] = ("**",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which files are read in folders, and how.

    Patterns are written as in .gitignore, and count from the configuration's folder. `columns` tells what stands under
    a heading in a calendar, where that is not one of the usual.
    """

    include: tuple[Words, ...] = ()
    exclude: tuple[Words, ...] = ()
    folders: tuple[Folder, ...] = ()
    translations: tuple[Translations, ...] = ()
    columns: dict[str, Column] = field(default_factory=dict)
