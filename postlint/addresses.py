"""Addresses of servers in a configuration, and whether they are on this machine: drafts are private."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from postlint.errors import Refusal, quoted, say


def address_of(written: str) -> SplitResult | None:
    """The parts of an http address with a host; `None` where it is none."""
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts if host and parts.scheme in ("http", "https") and written.isprintable() else None


def check_here(address: SplitResult, table: str, key: str) -> None:
    """Refuse an address that may be another machine; it stands under `key` in that table of the configuration."""
    if not is_loopback(address.hostname or ""):
        what = say("{host} may be another machine, and drafts are private", host=quoted(address.hostname))
        remedy = say("Use a server on this machine, or write allow_remote = true under [{table}].", table=table)
        raise Refusal(what, remedy, key)


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only be this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
