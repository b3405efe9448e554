"""The address of a server of LanguageTool: the one that the configuration names, or the managed one.

The managed server is one for each user, whoever asks first starts it, and `supervisor` tells how it never outlives its
use. Nothing here has to stay alive for it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path

from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import whole_installation, working_java
from postlint.languagetool.settings import MANAGED, LanguageToolSettings, Switches
from postlint.languagetool.state import State, is_led, own_folder, read_state, remove_state, runtime_folder, touch
from postlint.languagetool.supervisor import BUSY, Job

__all__ = ["Managed", "Unavailable", "about", "address", "answers", "managed", "memory_of"]

LANGS = ("nl", "en")
POLL_SECONDS = 0.05
ANSWER_SECONDS = 10.0
"""How long a server may take to say that it is healthy."""
START_SECONDS = 120.0
"""How long Java may take to serve; two to four seconds on a machine that has nothing else to do."""
STOP_SECONDS = 20.0


def address(settings: LanguageToolSettings, *, langs: Iterable[str] = (), failed: str = "") -> str:
    """The base address of a server, with `/` at its end: `v2/check` goes behind it.

    Ask for it anew for each check: that is cheap, it says that the managed server is in use, and starts it where it
    does not run. `langs` are what it will be asked in: in these it makes itself quick. `failed` is an address that was
    given before and gave no answer: if it is still the managed server's, and the server is not healthy, another takes
    its place.

    Raises:
        Unavailable: postlint cannot start a server, or the one that the configuration names is no other than `failed`.
    """
    if settings.server == MANAGED:
        return managed(settings).address(langs=langs, failed=failed)
    return settings.server.removesuffix("/").removesuffix("/v2") + "/"


def managed(settings: LanguageToolSettings) -> Managed:
    """This user's managed server."""
    return Managed(runtime_folder(), settings.idle_minutes * 60.0, switches=settings.switches)


@dataclass(frozen=True, slots=True)
class About:
    """What a server says of itself: its version, and which of our languages it knows."""

    version: str
    langs: tuple[str, ...]


def about(base: str) -> About:
    """What the server at a base address says of itself; `Unavailable` where it does not, or is no LanguageTool."""
    try:
        info = json.loads(_get(base, "v2/info"))
        known = {each["code"] for each in json.loads(_get(base, "v2/languages"))}
        return About(str(info["software"]["version"]), tuple(lang for lang in LANGS if lang in known))
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        raise Unavailable("no-answer", base) from None


def answers(base: str) -> bool:
    """Whether a server of LanguageTool answers at a base address."""
    try:
        about(base)
    except Unavailable:
        return False
    return True


def memory_of(state: State) -> int | None:
    """How much memory, in bytes, the server takes; `None` where the system does not tell or it has just ended."""
    try:
        from psutil import Error, Process
    except ImportError:  # it comes with the extra, and nothing depends on it but this figure
        return None
    try:
        size: int = Process(state.java).memory_info().rss
    except Error:
        return None
    return size


def _get(base: str, path: str) -> bytes:
    """What a server answers, with no proxy between; `OSError` where it does not answer well."""
    from urllib.request import ProxyHandler, build_opener  # only a start or a fault needs it

    with build_opener(ProxyHandler({})).open(base + path, timeout=ANSWER_SECONDS) as answer:
        content: bytes = answer.read()
        return content


@dataclass(frozen=True, slots=True)
class Managed:
    """A managed server: `folder` holds its state; the one who starts it says after how long idleness it stops.

    `switches` are those it will be asked with.
    """

    folder: Path
    idle_seconds: float = 900.0
    start_seconds: float = START_SECONDS
    switches: Switches = ()

    def address(self, *, langs: Iterable[str] = (), failed: str = "") -> str:
        """As `address` above."""
        state = self.running()
        if state is not None and state.address == failed and not answers(failed):
            self.stop()
            state = None
        if state is not None and touch(self.folder, langs, self.switches):
            return state.address
        started = self._start()
        touch(self.folder, langs, self.switches)
        return started

    def running(self) -> State | None:
        """The server that serves now."""
        if not is_led(own_folder(self.folder)):
            return None
        state = read_state(self.folder)
        return state if state is not None and state.port else None

    def stop(self) -> bool:
        """Stop the server, or one that starts; whether there was one."""
        if not is_led(own_folder(self.folder)):
            return False
        state = read_state(self.folder)
        remove_state(self.folder)
        if not _waited(lambda: not is_led(self.folder), STOP_SECONDS) and state is not None:
            _kill(state.supervisor)  # which hangs; it holds the lock, so it is the one
            _waited(lambda: not is_led(self.folder), STOP_SECONDS)
        return True

    def _start(self) -> str:
        """The address of a server that we start, or of the one that another process starts at the same time."""
        job = Job(
            folder=str(self.folder),
            java=working_java(),
            jar=str(whole_installation()),
            idle_seconds=self.idle_seconds,
            start_seconds=self.start_seconds,
        )
        patience = time.monotonic() + self.start_seconds + STOP_SECONDS
        ours: subprocess.Popen[bytes] | None = None
        while time.monotonic() < patience:
            led, state = is_led(self.folder), read_state(self.folder)
            if led and state is not None and state.port:
                return state.address
            if not led:
                code = BUSY if ours is None else ours.poll()
                if code == BUSY:  # nobody yet, or nobody any more
                    ours = _launched(job)
                elif code is not None:
                    raise _fault(self.folder, code)
            time.sleep(POLL_SECONDS)
        raise Unavailable("silent", f"{self.start_seconds:g}")


def _fault(folder: Path, code: int) -> Unavailable:
    """Why our supervisor ended, as it wrote it down."""
    state = read_state(folder)
    if state is not None and state.fault:
        return Unavailable(state.fault, state.detail)
    return Unavailable("crashed", f"exit {code}")


def _launched(job: Job) -> subprocess.Popen[bytes]:
    """A supervisor that does not depend on this process: neither its terminal nor its end reach it."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-P", "-m", "postlint.languagetool.supervisor", json.dumps(asdict(job))],
        cwd=job.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_windows_flags(),
    )
    threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie where we live longer
    return process


def _windows_flags() -> int:
    """A console of its own that nobody sees, since Java would open one."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


def _kill(process: int) -> None:
    with suppress(OSError):
        os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))


def _waited(done: Callable[[], bool], seconds: float) -> bool:
    """Whether it is done within some seconds."""
    patience = time.monotonic() + seconds
    while not done():
        if time.monotonic() > patience:
            return False
        time.sleep(POLL_SECONDS)
    return True
