"""The bridge as an ASGI application: `make_app` only builds it, and handlers parse, ask the library and answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, ExceptionHandler, Scope

from browser_ext_bridge.server import languagetool, wire
from browser_ext_bridge.server.explain import explanation
from browser_ext_bridge.server.guard import COOKIE, DESK, Guard
from browser_ext_bridge.server.openapi import description
from browser_ext_bridge.server.pairing import Pairings, WrongCodeError
from browser_ext_bridge.server.warm import WarmLinter
from postlint.document import Draft
from postlint.errors import InputError, InputErrors, Refusal, quoted, say
from postlint.finding import Report
from postlint.reporters.wire import SCHEMA

RENEW_EVERY = 2.0
"""Seconds between two looks at the files of packs and configuration."""

DESK_FILES = Path(__file__).parent / "desk"
"""The desk's page, scripts and styles; there is no desk where the folder is not."""

_HOSTS = ["127.0.0.1", "localhost"]
_DESK_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


def make_app(
    warm: WarmLinter, pairings: Pairings, *, desk: Path = DESK_FILES, renew_every: float = RENEW_EVERY
) -> ASGIApp:
    """The bridge over a linter, for those in `pairings`; `desk` is the folder of the desk's files, if it is there."""
    handlers = _Handlers(warm, pairings)
    routes: list[BaseRoute] = [
        Route("/v1/check", handlers.check, methods=["POST"]),
        Route("/v1/explain", handlers.explain),
        Route("/v1/status", handlers.status),
        Route("/v1/pair", handlers.pair, methods=["POST"]),
        Route("/v1/proof", handlers.proof),
        Route("/v1/openapi.json", handlers.openapi),
        Route("/v2/check", handlers.languagetool_check, methods=["GET", "POST"]),
        Route("/v2/languages", handlers.languagetool_languages),
    ]
    if desk.is_dir():
        routes += [
            Route(f"{DESK}/open/{{secret}}", handlers.open_desk),
            Mount(DESK, _DeskFiles(directory=desk, html=True)),
        ]

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        beside = [asyncio.create_task(task) for task in (warm.keep_renewed(renew_every), warm.start_languagetool())]
        yield
        for task in beside:
            task.cancel()
        warm.close()
        pairings.close()

    mistakes: dict[Any, ExceptionHandler] = {
        InputErrors: _mistakes,
        404: partial(_unknown, status=404),
        405: partial(_unknown, status=405),
    }
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=mistakes)
    return TrustedHostMiddleware(Guard(app, pairings), allowed_hosts=_HOSTS, www_redirect=False)


@dataclass(frozen=True, slots=True)
class _Handlers:
    """What is done with each request that was let in."""

    warm: WarmLinter
    pairings: Pairings

    async def check(self, request: Request) -> Response:
        """`POST /v1/check`: a draft with its context; the report."""
        draft = wire.draft_from(await request.body(), self.warm)
        return JSONResponse(wire.report_data(await self.warm.check(draft), draft.context))

    async def explain(self, request: Request) -> Response:
        """`GET /v1/explain?name=…&lang=…`: a risk or a rule."""
        name, lang = request.query_params.get("name", ""), request.query_params.get("lang", "nl")
        if lang not in ("nl", "en"):
            raise Refusal(say("{value} is not one of the choices", value=quoted(lang)), "nl, en").at("lang")
        packs = self.warm.standing.linter.packs
        return JSONResponse(await asyncio.to_thread(explanation, name, lang, packs))

    async def status(self, _request: Request) -> Response:
        """`GET /v1/status`: what the bridge checks with."""
        return JSONResponse(wire.status_data(self.warm))

    async def proof(self, request: Request) -> Response:
        """`GET /v1/proof?challenge=…`: what shows that the bridge at this port is the user's own."""
        challenge = f"{request.scope['server'][1]}:{request.query_params.get('challenge', '')}"
        return JSONResponse({"schema": SCHEMA, "proof": self.pairings.proof(challenge)})

    async def openapi(self, _request: Request) -> Response:
        """`GET /v1/openapi.json`: the description of this wire."""
        return JSONResponse(description())

    async def pair(self, request: Request) -> Response:
        """`POST /v1/pair`: a pairing code becomes a token."""
        asked = wire.pairing_from(await request.body())
        try:
            token = self.pairings.redeem(asked.code, asked.name, request.headers.get("origin", ""))
        except WrongCodeError:
            what = say("this pairing code is wrong, or too old, or was used")
            return _one_mistake("code", what, say("Run `postlint pair` for a new one."), 403)
        return JSONResponse(wire.token_data(token, self.pairings.key()))

    async def languagetool_check(self, request: Request) -> Response:
        """`/v2/check`: the fields of a form, in the address or in the body; matches."""
        form = dict(request.query_params) | dict(parse_qsl((await request.body()).decode("utf-8", "replace"), True))
        try:
            question = languagetool.asked(form)
        except InputErrors as wrong:
            return PlainTextResponse(f"Error: {wrong}", 400)
        text, report = question.sent.text, Report(text="", lang=question.lang)
        if text.strip():
            context = self.warm.context({"lang": question.lang})
            report = await self.warm.check(Draft(text, context))
        return JSONResponse(languagetool.answer(question, report, form["language"]))

    async def languagetool_languages(self, _request: Request) -> Response:
        """`/v2/languages`: what may be named as the language."""
        return JSONResponse(languagetool.languages())

    async def open_desk(self, request: Request) -> Response:
        """The one-time address of the desk: it becomes a cookie, and the desk opens."""
        if not self.pairings.use_opening(request.path_params["secret"]):
            what, remedy = say("This address was used, or is too old."), say("Run `postlint desk` for a new one.")
            return PlainTextResponse(f"{what} {remedy}", 403)
        opened = RedirectResponse(f"{DESK}/", 303)
        opened.set_cookie(COOKIE, self.pairings.new_session(), path=DESK, httponly=True, samesite="strict")
        return opened


class _DeskFiles(StaticFiles):
    """The desk's own files, which may load nothing from elsewhere."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(_DESK_HEADERS)
        return response


async def _mistakes(_request: Request, wrong: Exception) -> Response:
    """All that is wrong with what was sent."""
    return JSONResponse(wire.errors_data(wrong.args), 400)


async def _unknown(request: Request, _unknown: Exception, *, status: int) -> Response:
    """An unknown path, a wrong method, or a version that this bridge does not speak."""
    what = say("{method} {path} is not known here", method=request.method, path=quoted(request.url.path))
    remedy = say("This bridge speaks /v1 and LanguageTool's /v2.")
    return _one_mistake("", what, remedy, status)


def _one_mistake(place: str, what: str, remedy: str, status: int) -> Response:
    error = InputError(file=place, line=0, column=0, what=what, remedy=remedy)
    return JSONResponse(wire.errors_data([error]), status)
