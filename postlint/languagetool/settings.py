"""How a configuration asks for LanguageTool: which server, and which words it need not flag."""

from __future__ import annotations

from dataclasses import dataclass

from postlint.context import Words
from postlint.errors import Refusal, quoted, say

OFF = "off"
MANAGED = "managed"
LEAST_IDLE_MINUTES = 5


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

    def __post_init__(self) -> None:
        if self.server not in (OFF, MANAGED):
            check_address(self.server, allow_remote=self.allow_remote)
        if self.idle_minutes < LEAST_IDLE_MINUTES:
            what = say("that is too short: a check of a long page may take minutes, and nobody asks meanwhile")
            remedy = say("Write a number from {least} up.", least=LEAST_IDLE_MINUTES)
            raise Refusal(what, remedy, "idle_minutes")


def check_address(server: str, *, allow_remote: bool) -> None:
    """Refuse what is no http address, and one on another machine unless that is allowed."""
    from urllib.parse import urlsplit  # only an address needs it

    try:
        parts = urlsplit(server)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or not server.isprintable():
        what = say("{value} is no server of LanguageTool", value=quoted(server))
        raise Refusal(what, say("Write off, managed, or an address such as http://localhost:8081."), "server")
    if not allow_remote and not is_loopback(host):
        what = say("{host} may be another machine, and drafts are private", host=quoted(host))
        raise Refusal(
            what, say("Use a server on this machine, or write allow_remote = true under [languagetool]."), "server"
        )


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only be this machine."""
    from ipaddress import ip_address

    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
