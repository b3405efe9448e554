"""The process that owns the managed server: it starts Java, keeps it while it is used, and takes it along when it ends.

    postlint  ──starts──▶  supervisor  ──starts──▶  guard  ──starts──▶  java

Each arrow may break at any moment (`kill -9`), and no Java may be left behind:

- postlint ends, killed or not: the supervisor has a session of its own and stays until nobody asked for a while. Every
  check touches the state file (`state.touch`), and an idle time without a touch ends the supervisor.
- The supervisor ends, killed or not: the guard's input, a pipe, ends with it, at which the guard kills Java. There is
  no moment at which this would fail, since the pipe is there before Java is. It works alike on all systems.
- The guard is killed: the supervisor sees it within a moment, kills Java by its process id and ends.
- Java ends (a crash, memory, a kill): the guard ends with it, and so does the supervisor. It takes the state file
  along, so that the next check starts another.
- The state file is taken away (`postlint languagetool stop`, the end of a login session): the supervisor ends.

Of several supervisors at once, one gets the lock; the others leave with `BUSY`. A port is picked, then given to Java;
if another program took it in between, Java says so and gets the next. That Java serves is known from its own output,
not from the port: whatever answers there may be another program. After that its output is thrown away, unseen: it may
hold drafts.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import telling_line
from postlint.languagetool.resources import write_resources
from postlint.languagetool.state import Quiet, State, asked_at, lock, remove_state, write_state

HERE = Path(__file__).parent
BUSY = 75
"""The exit code of a supervisor that found another at work."""
FAILED = 1
RESOURCES = "resources"
"""The folder that Java looks in for LanguageTool's data before it looks in what is installed."""
POLL_SECONDS = 0.25
"""Between two looks at the state file, and the longest that a server without a guard lives on."""
PORTS = 5
"""How many ports are tried."""
STARTED = "Server started"
TAKEN = ("PortBindingException", "Address already in use")
KEPT_LINES = 50
MEMORY = (
    "-Xmx416m",
    "-Xmn32m",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-XX:TrimNativeHeapInterval=5000",
)
"""With these, Java stays under 600 MB. The rules of both languages take up to 350 MB of its heap; with little more it
would do nothing but look for free memory. What its compiler needs beside it is given back when it rests, where Java
knows how to. Without `ExitOnOutOfMemoryError` it would live on as half a server."""
ALLOCATION = {"MALLOC_ARENA_MAX": "1"}
"""Keeps glibc from a heap for each of Java's threads, all as large as each once was."""
END_SECONDS = 10.0
"""How long a guard may take to end Java."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a supervisor is asked to do; the paths are of its own folder, the Java program and the server's jar."""

    folder: str
    java: str
    jar: str
    idle_seconds: float
    start_seconds: float


def main() -> None:
    """Supervise as the one argument, a `Job` in JSON, asks."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: sys.exit(0))
    sys.exit(supervise(Job(**json.loads(sys.argv[1])), free_ports()))


def free_ports() -> Iterator[int]:
    """Some ports of this machine that are free at this moment."""
    for _ in range(PORTS):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        yield port


def supervise(job: Job, ports: Iterable[int]) -> int:
    """Start a server, keep it as long as it is used, and end it; the exit code says how it went."""
    folder = Path(job.folder)
    with lock(folder) as mine:
        if not mine:
            return BUSY
        state = State(supervisor=os.getpid(), idle_seconds=job.idle_seconds, since=time.time())
        remove_state(folder)  # of one that was killed
        write_state(folder, state)
        try:
            _serve(job, ports, state)
        except (Unavailable, OSError) as failed:
            fault = failed if isinstance(failed, Unavailable) else Unavailable("crashed", str(failed))
            write_state(folder, replace(state, fault=fault.cause, detail=fault.detail))
            return FAILED
        except BaseException:
            remove_state(folder)
            raise
        remove_state(folder)
    return 0


def _serve(job: Job, ports: Iterable[int], state: State) -> None:
    """Keep a server on the first of the ports that is still free when Java takes it.

    Raises:
        Unavailable: it stops while it starts, says nothing, or finds every port taken.
    """
    folder = Path(job.folder)
    write_resources(Path(job.jar).parent, folder / RESOURCES)
    for port in ports:
        with Server(_command(job, port)) as server:
            if not _serves(server, folder, job.start_seconds):
                return
            if not server.ended:
                serving = replace(state, port=port, java=server.java)
                write_state(folder, serving)
                threading.Thread(target=_warm_up, args=(serving.address, folder), daemon=True).start()
                _keep(server, folder, job.idle_seconds)
                remove_state(folder)  # before Java goes, so that nobody asks it any more
                return
        if not any(sign in server.output for sign in TAKEN):
            raise Unavailable("crashed", telling_line(server.output))
    raise Unavailable("port")


def _warm_up(address: str, folder: Path) -> None:
    from postlint.languagetool.warming import warm_up  # reads drafts as a check does, which a start need not wait for

    warm_up(address, folder)


def _serves(server: Server, folder: Path, seconds: float) -> bool:
    """Wait until the server serves or ends; false where it has to stop at once, as its state file was taken away."""
    patience = time.monotonic() + seconds
    while not server.settles(POLL_SECONDS):
        if asked_at(folder) is None:
            return False
        if time.monotonic() > patience:
            raise Unavailable("silent", f"{seconds:g}")
    return asked_at(folder) is not None


def _command(job: Job, port: int) -> list[str]:
    return [
        job.java,
        *MEMORY,
        "-Djava.net.preferIPv4Stack=true",
        "-Djava.awt.headless=true",
        f"-Dlogback.configurationFile={HERE / 'logback.xml'}",
        "-cp",
        os.pathsep.join((str(Path(job.folder, RESOURCES)), job.jar)),
        "org.languagetool.server.HTTPServer",
        "--port",
        str(port),
        "--config",
        str(HERE / "server.properties"),
    ]


def _keep(server: Server, folder: Path, idle_seconds: float) -> None:
    """Wait until the server ends, nobody asked for the idle time, or the state file is gone."""
    quiet = Quiet(folder)
    while (seconds := quiet.seconds()) is not None and seconds <= idle_seconds and server.lives(POLL_SECONDS):
        pass


class Server:
    """Java behind its guard; ends with the block."""

    def __init__(self, command: list[str]) -> None:
        self._guard = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-I", "-S", str(HERE / "guard.py"), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **ALLOCATION},
        )
        assert self._guard.stdin is not None  # noqa: S101 - both are pipes
        assert self._guard.stdout is not None  # noqa: S101
        self._input, self._said = self._guard.stdin, self._guard.stdout
        self.java = 0
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._settled = threading.Event()
        self._silent = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Keep what is said until the server serves; then only listen for the end."""
        first = self._said.readline()
        if first.strip().isdigit():
            self.java = int(first)
        for line in self._said:
            if not self._settled.is_set():
                self._lines.append(line.decode("utf-8", "replace"))
                if STARTED in self._lines[-1]:
                    self._settled.set()
        self._silent.set()
        self._settled.set()

    @property
    def output(self) -> str:
        """What was said until the server served."""
        return "".join(self._lines)

    @property
    def ended(self) -> bool:
        """Whether Java or its guard ended."""
        return self._silent.is_set() or self._guard.poll() is not None

    def settles(self, seconds: float) -> bool:
        """Wait some seconds, or until the server serves or ends; whether it did either."""
        return self._settled.wait(seconds) or self.ended

    def lives(self, seconds: float) -> bool:
        """Wait some seconds, or until the server ends; whether it still lives."""
        self._silent.wait(seconds)
        return not self.ended

    def end(self) -> None:
        """End the guard, and Java through it; or Java itself, where its guard is gone already."""
        self._input.close()
        try:
            self._guard.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._guard.kill()
            self._guard.wait()
        if self.java and not self._silent.wait(POLL_SECONDS):  # its output is still open: it lives
            with suppress(ProcessLookupError):
                os.kill(self.java, getattr(signal, "SIGKILL", signal.SIGTERM))
        self._reader.join()
        self._said.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


if __name__ == "__main__":
    main()
