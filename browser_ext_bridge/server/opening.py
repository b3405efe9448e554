"""Opening the desk: which bridge is the user's own, and the browser in which its page is shown."""

from __future__ import annotations

import json
import secrets
import webbrowser
from hmac import compare_digest
from http.client import HTTPConnection, HTTPException
from threading import Thread

from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.serving import HOST

_PATIENCE = 10.0  # seconds in which a bridge must say who it is


def is_own_bridge(port: int, pairings: Pairings) -> bool:
    """Whether a bridge of this user is at the port: it answers a challenge with what only such a one can know.

    The port is part of the challenge, so that nobody can pass it on to the bridge at another one.
    """
    challenge = secrets.token_urlsafe(32)
    connection = HTTPConnection(HOST, port, timeout=_PATIENCE)
    try:
        connection.request("GET", f"/v1/proof?challenge={challenge}")
        answer = json.loads(connection.getresponse().read())
        return compare_digest(str(answer["proof"]).encode(), pairings.proof(f"{port}:{challenge}").encode())
    except (OSError, HTTPException, ValueError, LookupError, TypeError):  # nothing there, or no bridge
        return False
    finally:
        connection.close()


def open_in_browser(address: str) -> None:
    """Show a page in the user's browser, and go on meanwhile: one in the terminal runs until the user leaves it."""
    Thread(target=webbrowser.open, args=(address,)).start()
