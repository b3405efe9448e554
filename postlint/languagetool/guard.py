"""Runs a command until this program's input ends: then whoever started it is gone, and the command has to go as well.

A program of its own, of the standard library alone, run as `python -I guard.py COMMAND…`. Its first line of output is
the command's process id; what follows is the command's own output.
"""

import os
import subprocess
import sys
import threading


def main() -> None:
    """Start the command of the arguments, end it with the input, and leave with its exit code."""
    process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT)  # noqa: S603
    print(process.pid, flush=True)  # noqa: T201 - the supervisor reads it

    def end_with_input() -> None:
        while os.read(0, 1):
            pass
        process.kill()

    threading.Thread(target=end_with_input, daemon=True).start()
    os._exit(process.wait() & 0xFF)


if __name__ == "__main__":
    main()
