"""Who may ask the bridge: pairing codes, the tokens that they become, the desk's one-time addresses and its cookies.

All are kept in one small database in the user's own folder, and there only as salted hashes, so that `postlint pair`
and a running bridge share them. Tokens have 256 bits of chance in them, so that a quick hash will do; a pairing code
has 40, lives for minutes and dies at its first use or after a few wrong guesses.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Callable
from hashlib import blake2b
from hmac import compare_digest, digest
from pathlib import Path
from typing import NamedTuple

CODE_LIFE = 600
"""Seconds in which a pairing code, or a one-time address, can be used."""

SESSION_LIFE = 12 * 3600
"""Seconds for which a browser in which the desk was opened may ask: a working day."""

GUESSES = 5
"""Wrong codes after which every code that is open is void."""

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is taken for something else: I and 1, O and 0
_CODE_LENGTH = 8
_TABLES = """
CREATE TABLE IF NOT EXISTS token (
    id INTEGER PRIMARY KEY, name TEXT, origin TEXT, since REAL, salt BLOB, hash BLOB
);
CREATE TABLE IF NOT EXISTS ticket (
    id INTEGER PRIMARY KEY, kind TEXT, until REAL, guesses INTEGER DEFAULT 0, salt BLOB, hash BLOB
);
CREATE TABLE IF NOT EXISTS own (key BLOB);
"""


class Pairing(NamedTuple):
    """One who may ask: `origin` is that of the extension that paired, empty where it has none."""

    id: int
    name: str
    origin: str
    since: float


class WrongCodeError(Exception):
    """The pairing code is not one that is open."""


class Pairings:
    """The codes and tokens in the database at `path`; `now` gives seconds since 1970. For one thread at a time."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._now = now
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        path.touch(mode=0o600)
        self._connection = sqlite3.connect(path, isolation_level="IMMEDIATE", check_same_thread=False)
        self._connection.executescript(_TABLES)
        with self._connection as database:
            key = secrets.token_bytes(32)
            database.execute("INSERT INTO own SELECT ? WHERE NOT EXISTS (SELECT * FROM own)", (key,))

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def new_code(self) -> str:
        """A pairing code to be typed within `CODE_LIFE` seconds, in two groups of four."""
        code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
        self._keep_ticket("pairing", code)
        return f"{code[:4]}-{code[4:]}"

    def redeem(self, code: str, name: str, origin: str) -> str:
        """The token of a new pairing; its code is used up.

        Raises:
            WrongCodeError: no such code is open; after `GUESSES` of these none is.
        """
        if not self._use_ticket("pairing", code.upper().replace("-", "").replace(" ", "")):
            raise WrongCodeError
        return self.new_token(name, origin)

    def new_token(self, name: str, origin: str = "") -> str:
        """A token that may ask from now on; it is shown this once, and kept as a hash."""
        token = secrets.token_urlsafe(32)
        salt, digest = _hashed(token)
        with self._connection as database:
            database.execute(
                "INSERT INTO token (name, origin, since, salt, hash) VALUES (?, ?, ?, ?, ?)",
                (name, origin, self._now(), salt, digest),
            )
        return token

    def find(self, token: str) -> Pairing | None:
        """The pairing of a token; every one is compared, so that time tells nothing."""
        with self._connection as database:
            rows = database.execute("SELECT id, name, origin, since, salt, hash FROM token").fetchall()
        found = [Pairing(*row[:4]) for row in rows if _matches(token, row[4], row[5])]
        return found[0] if found else None

    def all(self) -> list[Pairing]:
        """All pairings, the oldest first."""
        with self._connection as database:
            rows = database.execute("SELECT id, name, origin, since FROM token ORDER BY id").fetchall()
        return [Pairing(*row) for row in rows]

    def revoke(self, number: int) -> bool:
        """Let the pairing of that number ask no more; false where there is none."""
        with self._connection as database:
            return database.execute("DELETE FROM token WHERE id = ?", (number,)).rowcount > 0

    def new_opening(self) -> str:
        """A secret that opens the desk once, within `CODE_LIFE` seconds."""
        secret = secrets.token_urlsafe(32)
        self._keep_ticket("desk", secret)
        return secret

    def use_opening(self, secret: str) -> bool:
        """Whether the secret opens the desk; it is used up."""
        return self._use_ticket("desk", secret)

    def new_session(self) -> str:
        """The cookie of a browser in which the desk was opened; it outlives a restart of the bridge."""
        cookie = secrets.token_urlsafe(32)
        self._keep_ticket("session", cookie, SESSION_LIFE)
        return cookie

    def holds_session(self, cookie: str) -> bool:
        """Whether the cookie is that of an open desk."""
        with self._connection as database:
            return bool(self._open_tickets(database, "session", cookie))

    def key(self) -> bytes:
        """By which the user's own programs, and extensions that paired, know this user's bridge."""
        with self._connection as database:
            return bytes(database.execute("SELECT key FROM own").fetchone()[0])

    def proof(self, challenge: str) -> str:
        """What only who has `key` can say to a challenge: its HMAC-SHA-256. A port proves nothing."""
        return digest(self.key(), challenge.encode("utf-8", "replace"), "sha256").hex()

    def _keep_ticket(self, kind: str, secret: str, life: float = CODE_LIFE) -> None:
        salt, digest = _hashed(secret)
        with self._connection as database:
            database.execute("DELETE FROM ticket WHERE until <= ?", (self._now(),))
            database.execute(
                "INSERT INTO ticket (kind, until, salt, hash) VALUES (?, ?, ?, ?)",
                (kind, self._now() + life, salt, digest),
            )

    def _use_ticket(self, kind: str, secret: str) -> bool:
        """Use up the ticket of that secret; without one it is a wrong guess at all that are open."""
        with self._connection as database:
            for number in self._open_tickets(database, kind, secret):
                return database.execute("DELETE FROM ticket WHERE id = ?", (number,)).rowcount > 0
            database.execute("UPDATE ticket SET guesses = guesses + 1 WHERE kind = ?", (kind,))
        return False

    def _open_tickets(self, database: sqlite3.Connection, kind: str, secret: str) -> list[int]:
        """The numbers of the tickets of that secret; every one is compared, so that time tells nothing."""
        rows = database.execute(
            "SELECT id, salt, hash FROM ticket WHERE kind = ? AND until > ? AND guesses < ?",
            (kind, self._now(), GUESSES),
        ).fetchall()
        return [number for number, salt, digest in rows if _matches(secret, salt, digest)]


def _hashed(secret: str) -> tuple[bytes, bytes]:
    salt = secrets.token_bytes(16)
    return salt, _digest(secret, salt)


def _digest(secret: str, salt: bytes) -> bytes:
    return blake2b(secret.encode("utf-8", "replace"), salt=salt).digest()


def _matches(secret: str, salt: bytes, digest: bytes) -> bool:
    return compare_digest(_digest(secret, salt), digest)
