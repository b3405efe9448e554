"""How a configuration asks for LanguageTool: which server, and which words it need not flag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from postlint.context import Words
from postlint.errors import Refusal, quoted, say

OFF = "off"
MANAGED = "managed"
LEAST_IDLE_MINUTES = 5

Switches: TypeAlias = tuple[tuple[str, str], ...]
"""By language what is sent along with each text, form-encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageToolSettings:
    """Where LanguageTool is asked, under `[languagetool]` in the configuration.

    `server` is `off`, `managed` (postlint starts and stops its own) or the address of one that runs. Drafts go to no
    other machine than this one, unless `allow_remote` says so. The managed server stops after `idle_minutes` in which
    nobody asked it anything. `words` are spelled right, whatever LanguageTool knows.
    """

    server: str = OFF
    allow_remote: bool = False
    idle_minutes: int = 15
    words: tuple[Words, ...] = ()

    @property
    def on(self) -> bool:
        """Whether LanguageTool is asked at all."""
        return self.server != OFF

    @property
    def switches(self) -> Switches:
        """Which of its rules are switched on and off: none, so they are as LanguageTool has them."""
        return ()

    def __post_init__(self) -> None:
        if self.server not in (OFF, MANAGED):
            check_address(self.server, allow_remote=self.allow_remote)
        if self.idle_minutes < LEAST_IDLE_MINUTES:
            what = say("that is too short: a check of a long page may take minutes, and nobody asks meanwhile")
            remedy = say("Write a number from {least} up.", least=LEAST_IDLE_MINUTES)
            raise Refusal(what, remedy, "idle_minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedSettings(LanguageToolSettings):
    """The same with `switches` for what the packs choose of LanguageTool's rules; see `switches.switched`."""

    switches: Switches


def check_address(server: str, *, allow_remote: bool) -> None:
    """Refuse what is no http address, and one on another machine unless that is allowed."""
    from postlint.addresses import address_of, check_here  # only an address needs it

    address = address_of(server)
    if address is None:
        what = say("{value} is no server of LanguageTool", value=quoted(server))
        raise Refusal(what, say("Write off, managed, or an address such as http://localhost:8081."), "server")
    if not allow_remote:
        check_here(address, "languagetool", "server")
