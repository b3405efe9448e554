"""A server that knows nothing of postlint and works as long on each request: what a machine itself makes of a load.

`uvicorn --app-dir benchmarks bare:app`, with the milliseconds of work in WORK.
"""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

WORK = float(os.environ.get("WORK", "0")) / 1000
Message = MutableMapping[str, Any]


async def app(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    """Read a request whole, be busy for as long as asked, and answer."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    done = time.thread_time() + WORK
    while time.thread_time() < done:
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"done"})
