"""Who may ask: what stands between the loopback address and the handlers.

A port proves nothing: any page, any program and any user of the machine can reach it. So a request is let in only under
the name of this machine, from no web page but the bridge's own desk, and with the secret of a pairing.
"""

from __future__ import annotations

import logging
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.wire import errors_data
from postlint.errors import InputError, say

SIZE_LIMIT = 1_000_000
"""Bytes of a request's body."""

TOO_LARGE = 413
EXTENSION_SCHEMES = ("chrome-extension://", "moz-extension://", "safari-web-extension://")
DESK = "/desk"
COOKIE = "postlint_desk"
_PAIR = "/v1/pair"
_OPEN_TO_ALL = (_PAIR, "/v1/openapi.json", "/v1/proof")
_LOG = logging.getLogger("postlint.bridge")


class RefusedError(Exception):
    """A request that is not let in: the status code, what is wrong, and what to do."""

    def __init__(self, status: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.status, self.what, self.remedy = status, what, remedy
        self.headers = {"Connection": "close"} if status == TOO_LARGE else {}  # its rest is not read


class _Admitted(NamedTuple):
    """A request that was let in: the path that the handlers see, and the origin that may read the answer."""

    path: str
    origin: str = ""


class Guard:
    """Lets in who may ask, gives the others 4xx, and turns a crash into 500 without a word of the draft."""

    def __init__(self, app: ASGIApp, pairings: Pairings) -> None:
        self._app, self._pairings = app, pairings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, _Capped(receive))
        answering = _Answering(send)
        try:
            await self._handle(request, answering)
        except RefusedError as refused:
            await _refusal(request, refused)(scope, receive, answering)
        except ClientDisconnect:
            pass
        except Exception as crash:  # noqa: BLE001 — the server would log it, and with it what it says of the draft
            _LOG.error("a request crashed: %s", type(crash).__name__)
            if not answering.begun:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, answering)

    async def _handle(self, request: Request, answering: _Answering) -> None:
        if int(request.headers.get("content-length", 0)) > SIZE_LIMIT:
            raise _too_large()
        body = await request.body()  # whole, before anything is refused: an unread rest would reset the connection
        if request.method == "OPTIONS" and "access-control-request-method" in request.headers:
            await self._preflight(request)(request.scope, request.receive, answering)
            return
        admitted = self._admitted(request, body)
        answering.allowed = admitted.origin
        inner = {**request.scope, "path": admitted.path, "raw_path": b""}  # without a token, which errors may show
        await self._app(inner, _Replayed(body, request.receive), answering)

    def _admitted(self, request: Request, body: bytes) -> _Admitted:
        path, origin = request.url.path, request.headers.get("origin", "")
        if origin == f"{request.url.scheme}://{request.headers['host']}":
            origin = ""
            if not _below(path, DESK):
                raise _wrong_origin()
        elif origin and not origin.startswith(EXTENSION_SCHEMES):
            raise _wrong_origin()
        if path in _OPEN_TO_ALL or path.startswith(f"{DESK}/open/"):
            return _Admitted(path, origin)
        if _below(path, DESK):
            return self._at_desk(request)
        token, path = _token(request, body)
        pairing = self._pairings.find(token) if token else None
        if pairing is None:
            raise _not_paired()
        if origin and pairing.origin not in ("", origin):
            raise _wrong_origin()
        return _Admitted(path, origin)

    def _at_desk(self, request: Request) -> _Admitted:
        """The desk asks below its own path, where its cookie goes, for what others ask at the root."""
        cookie = request.cookies.get(COOKIE, "")
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise _wrong_origin()
        if not self._pairings.holds_session(cookie):
            raise _desk_closed()
        inner = request.url.path.removeprefix(DESK)
        return _Admitted(inner if inner.startswith("/v1/") else request.url.path)

    def _preflight(self, request: Request) -> Response:
        """Chrome asks before it lets an extension send; only those that paired, or are about to, hear yes."""
        origin, (token, path) = request.headers.get("origin", ""), _token(request, b"")
        known = (
            path == _PAIR
            or any(pairing.origin == origin for pairing in self._pairings.all())
            or (token and self._pairings.find(token))
        )
        if not origin.startswith(EXTENSION_SCHEMES) or not known:
            raise _wrong_origin()
        headers = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "GET, POST",
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
            "Access-Control-Max-Age": "600",
            "Vary": "Origin",
        }
        if request.headers.get("access-control-request-private-network") == "true":
            headers["Access-Control-Allow-Private-Network"] = "true"
        return Response(status_code=204, headers=headers)


class _Capped:
    """What a client sends, up to the limit: a body without a declared length is counted as it comes."""

    def __init__(self, receive: Receive) -> None:
        self._receive, self._size = receive, 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > SIZE_LIMIT:
            raise _too_large()
        return message


class _Replayed:
    """A body that was read already, for who reads it next, and behind it what comes in then: the client's leaving."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


class _Answering:
    """The way of an answer: what every one says of itself; `allowed` is the origin of a page that may read it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.allowed = ""
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers["Cache-Control"] = "no-store"
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
            if self.allowed:
                headers["Access-Control-Allow-Origin"] = self.allowed
                headers["Vary"] = "Origin"
        await self._send(message)


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _token(request: Request, body: bytes) -> tuple[str, str]:
    """The token of a request (in its header, its address, or as LanguageTool's `apiKey`), and its path without."""
    path = request.url.path
    if path.startswith("/t/"):
        token, _, rest = path.removeprefix("/t/").partition("/")
        return token, f"/{rest}"
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip(), path
    if path.startswith("/v2/"):
        return dict(parse_qsl(f"{request.url.query}&{body.decode('utf-8', 'replace')}")).get("apiKey", ""), path
    return "", path


def _refusal(request: Request, refused: RefusedError) -> Response:
    path = request.url.path
    if "/v2/" in path or (_below(path, DESK) and not path.startswith(f"{DESK}/v1/")):  # shown to people as it is
        return PlainTextResponse(f"Error: {refused.what} {refused.remedy}", refused.status, refused.headers)
    error = InputError(file="", line=0, column=0, what=refused.what, remedy=refused.remedy)
    return JSONResponse(errors_data([error]), refused.status, refused.headers)


def _too_large() -> RefusedError:
    limit = f"{SIZE_LIMIT:_}".replace("_", " ")
    return RefusedError(
        TOO_LARGE, say("The request is larger than {limit} bytes.", limit=limit), say("Send a shorter text.")
    )


def _wrong_origin() -> RefusedError:
    return RefusedError(403, say("Web pages may not ask here."), say("Ask from an extension that was paired."))


def _not_paired() -> RefusedError:
    return RefusedError(401, say("This program was not paired, or is so no more."), say("Run `postlint pair`."))


def _desk_closed() -> RefusedError:
    return RefusedError(401, say("The desk is closed."), say("Run `postlint desk` to open it."))
