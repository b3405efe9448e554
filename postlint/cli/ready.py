"""`postlint check` by a process that a running bridge keeps ready, which spares the start of Python's modules.

That process is a fork with everything loaded. It gets this one's arguments, environment, folder and standard streams,
and then is this command in all but its start: it reads the same configuration and writes the same output. It is asked
only over a socket that nobody but the user can have made.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing's own would be the heaviest import here
if TYPE_CHECKING:
    import socket

READY, LENGTH, HANDSHAKE_TIME = b"+", 4, 1.0
INTERRUPTED = 130


def identity() -> tuple[str, ...]:
    """What must be the same here and there, for the same to come of it."""
    return sys.executable, repr(sys.flags), os.path.dirname(__file__)  # noqa: PTH120 — pathlib is not loaded yet


def checked_by_bridge(arguments: list[str], path: str) -> int | None:
    """The exit code of the command, run by the user's own bridge behind a socket; `None` where it cannot be."""
    if not _is_own(path):
        return None
    import socket

    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(HANDSHAKE_TIME)
        try:
            connection.connect(path)
            if peer(connection) != os.geteuid():
                return None
            _ask(connection, arguments)
            if connection.recv(1) != READY:
                return None
        except OSError:
            return None
        connection.settimeout(None)
        try:
            code = connection.recv(1)
        except KeyboardInterrupt:
            return INTERRUPTED
    return code[0] if code else _ended()


def peer(connection: socket.socket) -> int:
    """The user at the other end, as the kernel knows it."""
    import socket
    import struct

    _, user, _ = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return int(user)


def _is_own(path: str) -> bool:
    """Whether the socket, and the folder in which it was made, are the user's, and nobody else can write there."""
    try:
        folder, made = os.stat(os.path.dirname(path)), os.lstat(path)  # noqa: PTH116, PTH120 — as above
    except OSError:
        return False
    user = os.geteuid()
    return folder.st_uid == user and made.st_uid == user and not folder.st_mode & 0o077


def _ask(connection: socket.socket, arguments: list[str]) -> None:
    """Send what this command is, with its standard streams and its folder."""
    import marshal
    import socket

    streams = tuple((stream.encoding, stream.errors) for stream in (sys.stdin, sys.stdout, sys.stderr))
    body = marshal.dumps((identity(), arguments, dict(os.environ), streams), 4)
    folder = os.open(".", os.O_RDONLY)
    try:
        socket.send_fds(connection, [len(body).to_bytes(LENGTH)], [0, 1, 2, folder])
    finally:
        os.close(folder)
    connection.sendall(body)


def _ended() -> int:
    """The exit code where the other process ended before its work did: not everything was checked."""
    from postlint.cli.exits import ExitCode
    from postlint.errors import say

    sys.stderr.write(say("The bridge ended during the check; check once more.") + "\n")
    return ExitCode.INCOMPLETE
