"""The process that a bridge keeps ready for `postlint check`: everything is loaded, and each check is a fork of it.

It is a program of its own, with one thread, since only such a one can be forked safely. It ends with the bridge, when
its standard input does. `postlint.cli.ready` is the other side.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

from postlint import cli
from postlint.cli.ready import HANDSHAKE_TIME, LENGTH, READY, identity, peer

WARMING = ("Beste {{voornaam}}, wij komen er zo snel mogelijk op terug!", "Dear all, we will get back to you soon!")
"""Drafts for whose check most is loaded that any check needs."""

_STREAMS = 3


@contextlib.contextmanager
def kept_ready() -> Iterator[None]:
    """Keep the process while a bridge runs; without a runtime folder of the user's (not Linux) there is none."""
    if cli.socket_path() is None or not hasattr(socket, "SO_PEERCRED"):
        yield
        return
    program = [sys.executable, "-c", f"from {__name__} import main; main()"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:  # noqa: S603 — our own
        yield
        if process.stdin:
            process.stdin.close()


def main() -> None:
    """Load everything, listen, and fork for each check until standard input ends."""
    path = Path(cli.socket_path() or "")
    os.environ["LANGUAGE"] = "en"  # what is said while loading must not depend on the bridge's own language
    os.setsid()  # a terminal in which the bridge was started is not that of its checks
    _load()
    loaded = _stamps(_loaded_files())
    listening = _listening(path)
    if listening is None:
        return
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    with selectors.DefaultSelector() as selector:
        selector.register(listening, selectors.EVENT_READ)
        selector.register(sys.stdin, selectors.EVENT_READ)
        while sys.stdin not in {key.fileobj for key, _ in selector.select()}:
            connection, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                _become(connection, loaded)
                return
            connection.close()
    path.unlink(missing_ok=True)


def _load() -> None:
    """Import what a check imports, but for the commands, whose help each fork makes in its own language."""
    import typer  # noqa: F401

    from postlint.config import find_config, load_config
    from postlint.configured import configured_linter
    from postlint.document import Draft
    from postlint.errors import InputErrors
    from postlint.reporters import json, masking, text  # noqa: F401
    from postlint.sources import jsonl  # noqa: F401

    with contextlib.suppress(InputErrors):  # the bridge tells what is wrong
        linter = configured_linter(load_config(find_config(Path.cwd()), os.environ))
        for draft in WARMING:
            linter.check(Draft(draft))


def _loaded_files() -> list[str]:
    return [file for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]


def _stamps(files: Iterable[str]) -> dict[str, int]:
    """When each file was last changed, of those that are there."""
    stamps = {}
    for file in files:
        with contextlib.suppress(OSError):
            stamps[file] = os.stat(file).st_mtime_ns  # noqa: PTH116 — hundreds of them, while someone waits
    return stamps


def _listening(path: Path) -> socket.socket | None:
    """The socket, which the user alone can reach; `None` where another bridge has it."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as other:
        try:
            other.connect(str(path))
        except OSError:
            path.unlink(missing_ok=True)  # nobody listens: what a bridge left that was killed
        else:
            return None
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    return listening


def _become(connection: socket.socket, loaded: dict[str, int]) -> None:
    """Be the command that asks, in this fork: with its streams, folder, environment and arguments."""
    connection.settimeout(HANDSHAKE_TIME)
    asked = _asked(connection) if peer(connection) == os.geteuid() else None
    if asked is None or asked[0] != identity() or _stamps(loaded) != loaded:
        return  # a postlint that was renewed is not the one that stands ready
    connection.sendall(READY)
    connection.settimeout(None)
    _, arguments, environment, streams = asked
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv[1:] = arguments
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, "w" if number else "r", encoding=encoding, errors=errors, closefd=False)
        for number, (encoding, errors) in enumerate(streams)
    )
    Thread(target=_end_with, args=(connection,), daemon=True).start()
    connection.sendall(bytes([_run(arguments)]))


def _asked(connection: socket.socket) -> Any:
    """What the command sent; its streams and folder are this process's from then on."""
    head, passed, _, _ = socket.recv_fds(connection, LENGTH, _STREAMS + 1)
    if len(passed) != _STREAMS + 1:
        return None
    for number, descriptor in enumerate(passed[:_STREAMS]):
        os.dup2(descriptor, number)
    os.fchdir(passed[_STREAMS])
    for descriptor in passed:
        os.close(descriptor)
    with connection.makefile("rb") as sent:
        return marshal.loads(sent.read(int.from_bytes(head)))  # noqa: S302 — of the user's own, as the kernel says


def _run(arguments: list[str]) -> int:
    """Run the command, and flush what it wrote; its exit code."""
    try:
        cli.run(arguments)
        code: object = 0
    except SystemExit as done:
        code = done.code
    except Exception as crash:  # noqa: BLE001 — said as Python itself says it at the end
        sys.excepthook(type(crash), crash, crash.__traceback__)
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    return code if isinstance(code, int) else int(code is not None)


def _end_with(connection: socket.socket) -> None:
    """End when the one who asked has ended, as after Ctrl+C."""
    if not connection.recv(1):
        os._exit(1)
