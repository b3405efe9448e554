"""What is known of the managed server: a file that its supervisor writes, and a lock that it holds as long as it lives.

The lock is what proves that somebody still stands behind the file: it is the operating system that lets it go, however
its holder ends. The file alone, a process id or a port prove nothing.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from postlint.languagetool.faults import Unavailable
from postlint.languagetool.settings import Switches

FILE = "server.json"
LOCK = "lock"
IN_USE = "in-use-"
"""How the names of files begin that tell in which languages the server is asked; each holds the first switches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A server that starts (no `port` yet), runs, or could not start (a `fault`, as in `faults.FAULTS`).

    `since` is in seconds since 1970; `supervisor` and `java` are process ids.
    """

    supervisor: int
    idle_seconds: float
    java: int = 0
    port: int = 0
    since: float = 0.0
    fault: str = ""
    detail: str = ""

    @property
    def address(self) -> str:
        """The base address, with `/` at its end."""
        return f"http://127.0.0.1:{self.port}/"


def runtime_folder() -> Path:
    """The user's own folder for what lasts as long as they are logged in."""
    from warnings import catch_warnings, simplefilter

    from platformdirs import user_runtime_path

    with catch_warnings():
        simplefilter("ignore")  # it warns where it passes over a folder that others may write in
        return user_runtime_path("postlint", appauthor=False) / "languagetool"


def own_folder(folder: Path) -> Path:
    """The folder, made where it is not there; `Unavailable` where others could put their files in it."""
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        if sys.platform != "win32":  # there, a user's folders are closed to others
            folder.chmod(0o700)
            around = {part.stat().st_uid for part in folder.resolve().parents}
            if folder.stat().st_uid != os.getuid() or not around <= {os.getuid(), 0}:
                raise Unavailable("folder", str(folder))
    except OSError:
        raise Unavailable("folder", str(folder)) from None
    return folder


def read_state(folder: Path) -> State | None:
    """What the file says; `None` where there is none, or none that can be read."""
    try:
        return State(**json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_state(folder: Path, state: State) -> None:
    """Write the file whole, for this user alone."""
    new = folder / f"{FILE}.{os.getpid()}"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(state), file)
    new.replace(folder / FILE)


def asked_at(folder: Path) -> int | None:
    """A number that changes with every `touch`; `None` where the file was taken away."""
    try:
        return (folder / FILE).stat().st_mtime_ns
    except OSError:
        return None


def touch(folder: Path, langs: Iterable[str] = (), switches: Switches = ()) -> bool:
    """Say that the server is in use, in which languages and with which switches; whether there still was a file."""
    try:
        os.utime(folder / FILE)
        for lang in langs:
            path = folder / f"{IN_USE}{lang}"
            if not path.exists():
                path.write_text(dict(switches).get(lang, ""), "ascii")
    except OSError:
        return False
    return True


def switches_in_use(folder: Path, lang: str) -> str | None:
    """What was sent along with the first text in a language since the server started; `None` where there was none."""
    try:
        return (folder / f"{IN_USE}{lang}").read_text("ascii")
    except FileNotFoundError:
        return None


def remove_state(folder: Path) -> None:
    """Take the file away, at which the supervisor stops the server, and forget in which languages it was asked."""
    for path in (folder / FILE, *folder.glob(f"{IN_USE}*")):
        path.unlink(missing_ok=True)


class Quiet:
    """How long nobody has asked the server.

    What counts is that the state file's time changes, not what it says: clocks are set, and machines sleep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked, self._since = asked_at(folder), time.monotonic()

    def seconds(self) -> float | None:
        """Since somebody asked last, as far as this was looked at; `None` where the file was taken away."""
        asked = asked_at(self._folder)
        if asked != self._asked:
            self._asked, self._since = asked, time.monotonic()
        return None if asked is None else time.monotonic() - self._since


def is_led(folder: Path) -> bool:
    """Whether a supervisor lives: whether its lock is held."""
    with lock(folder) as free:
        return not free


@contextmanager
def lock(folder: Path) -> Iterator[bool]:
    """Hold the lock for the block, if nobody else does; gives whether it is held now."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)  # lets the lock go


def _locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
