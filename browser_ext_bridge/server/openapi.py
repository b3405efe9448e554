"""The description of `/v1` in OpenAPI 3.1, for who writes a client; a test holds it to what the bridge answers."""

from __future__ import annotations

from typing import Any, get_args

from postlint import __version__
from postlint.context import Audience, Channel, Lang, Voice
from postlint.finding import Severity, Verdict

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MOMENT: Schema = {"type": "string", "format": "date-time", "description": "ISO 8601 with an offset"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_VERSION: Schema = {"type": "integer", "const": 1}


def description() -> Schema:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "postlint's bridge",
            "version": __version__,
            "description": "Judges a draft post on the author's own machine. Offsets are half-open.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": "/", "description": "the bridge itself, on the loopback address"}],
        "security": [{"pairing": []}],
        "paths": _PATHS,
        "components": {
            "schemas": _SCHEMAS,
            "securitySchemes": {
                "pairing": {"type": "http", "scheme": "bearer", "description": "the token that `/v1/pair` gives"}
            },
        },
    }


def _object(required: Schema, optional: Schema | None = None, *, closed: bool = False) -> Schema:
    keys = {"type": "object", "required": list(required), "properties": required | (optional or {})}
    return keys | ({"additionalProperties": False} if closed else {})


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"oneOf": [schema, {"type": "null"}]}


def _choice(names: Any) -> Schema:
    return {"type": "string", "enum": list(names)}


def _named(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(what: str, name: str) -> Schema:
    return {"description": what, "content": {"application/json": {"schema": _named(name)}}}


def _asking(name: str) -> Schema:
    return {"required": True, "content": {"application/json": {"schema": _named(name)}}}


_WRONG = _answer("The request is wrong; all that is wrong with it is told.", "Errors")
_REFUSED = {
    "400": _WRONG,
    "401": _answer("The token is missing, wrong or revoked.", "Errors"),
    "403": _answer("A web page, or an extension that did not pair, may not ask.", "Errors"),
}

_PATHS: Schema = {
    "/v1/check": {
        "post": {
            "summary": "Check a draft",
            "requestBody": _asking("Draft"),
            "responses": {
                "200": _answer("The report.", "Report"),
                **_REFUSED,
                "413": _answer("The draft is larger than 1 MB.", "Errors"),
            },
        }
    },
    "/v1/explain": {
        "get": {
            "summary": "What there is to say of a risk or a rule",
            "parameters": [
                {"name": "name", "in": "query", "required": True, "schema": _TEXT},
                {"name": "lang", "in": "query", "schema": _choice(get_args(Lang)) | {"default": "nl"}},
            ],
            "responses": {"200": _answer("The risk, its rules and its cases.", "Explanation"), **_REFUSED},
        }
    },
    "/v1/status": {
        "get": {
            "summary": "What the bridge checks with",
            "responses": {"200": _answer("The status.", "Status"), "401": _REFUSED["401"], "403": _REFUSED["403"]},
        }
    },
    "/v1/proof": {
        "get": {
            "summary": "Show that this is the bridge that was paired with, before it gets a token or a draft",
            "security": [],
            "parameters": [{"name": "challenge", "in": "query", "required": True, "schema": _TEXT}],
            "responses": {"200": _answer("The proof.", "Proof"), "403": _answer("A web page asks.", "Errors")},
        }
    },
    "/v1/pair": {
        "post": {
            "summary": "Turn a pairing code into a token",
            "security": [],
            "requestBody": _asking("PairingRequest"),
            "responses": {
                "200": _answer("The token; the request's origin may ask with it from now on.", "Token"),
                "400": _WRONG,
                "403": _answer("The code is wrong, too old or used, or a web page asks.", "Errors"),
            },
        }
    },
}

_SCHEMAS: Schema = {
    "Draft": _object(
        {"text": _TEXT}, {"id": _TEXT, "lang": _choice(get_args(Lang)), "context": _named("Context")}, closed=True
    ),
    "Context": _object(
        {},
        {
            "lang": _choice(get_args(Lang)),
            "channel": _choice(get_args(Channel)),
            "audience": _choice(get_args(Audience)),
            "voice": _choice(get_args(Voice)),
            "publish_at": _MOMENT,
            "reply_to": _TEXT,
            "reply_to_at": _MOMENT,
            "embargoes": _list(_object({"topic": _TEXT, "until": _MOMENT}, {"terms": _list(_TEXT)}, closed=True)),
            "quiet_periods": _list(
                _object({"name": _TEXT, "from": _MOMENT, "until": _MOMENT}, {"allow": _list(_TEXT)}, closed=True)
            ),
            "organisation": {"type": "object"},
        },
        closed=True,
    ),
    "Report": _object(
        {
            "schema": _VERSION,
            "id": _or_null(_TEXT),
            "verdict": _choice(verdict.value for verdict in Verdict),
            "until": _or_null(_MOMENT),
            "lang": _or_null(_choice(get_args(Lang))),
            "complete": {"type": "boolean"},
            "findings": _list(_named("Finding")),
            "problems": _list(_named("Problem")),
            "length": _object({"characters": _NUMBER, "limit": _or_null(_NUMBER)})
            | {"description": "as the channel counts it, and what fits there"},
        }
    ),
    "Finding": _object(
        {
            "risk": _TEXT,
            "rule": _TEXT,
            "severity": _choice(severity.word for severity in Severity),
            "start": _NUMBER | {"description": "in code points"},
            "end": _NUMBER,
            "utf16": _object({"start": _NUMBER, "end": _NUMBER}) | {"description": "the same place in UTF-16 units"},
            "whole": {"type": "boolean"},
            "text": _or_null(_TEXT),
            "message": _TEXT,
            "why": _TEXT,
            "advice": _TEXT,
            "suggestions": _list(_TEXT),
            "reader": _or_null(_TEXT) | {"description": "the second reader whose impression it is"},
            "until": _or_null(_MOMENT),
        }
    ),
    "Problem": _object({"what": _TEXT, "remedy": _TEXT, "where": _TEXT}),
    "Errors": _object({"schema": _VERSION, "errors": _list(_named("Problem"))}),
    "Explanation": _object(
        {
            "schema": _VERSION,
            "lang": _choice(get_args(Lang)),
            "risk": _TEXT,
            "meaning": _TEXT,
            "principle": _TEXT,
            "rules": _list(
                _object(
                    {
                        "rule": _TEXT,
                        "severity": _choice(severity.word for severity in Severity),
                        "message": _TEXT,
                        "why": _TEXT,
                        "advice": _TEXT,
                        "bad": _list(_TEXT),
                        "good": _list(_TEXT),
                    }
                )
            ),
            "cases": _list(_object(dict.fromkeys(("title", "context", "draft", "wrong", "rewritten", "why"), _TEXT))),
        }
    ),
    "Status": _object(
        {
            "schema": _VERSION,
            "postlint": _TEXT,
            "versions": _list({"type": "integer"}),
            "config": _or_null(_TEXT),
            "packs": _list(_object({"name": _TEXT, "version": _TEXT})),
            "context": _object(
                {"channel": _or_null(_choice(get_args(Channel))), "audience": _choice(get_args(Audience))}
            )
            | {"description": "what the configuration says of every draft"},
            "problems": _list(_named("Problem")),
        }
    ),
    "PairingRequest": _object({"code": _TEXT, "name": _TEXT}, closed=True),
    "Token": _object(
        {"schema": _VERSION, "token": _TEXT, "key": _TEXT | {"description": "of `/v1/proof`, in hexadecimal digits"}}
    ),
    "Proof": _object(
        {
            "schema": _VERSION,
            "proof": _TEXT
            | {
                "description": "HMAC-SHA-256 with `key` of the port, a colon and the challenge, in hexadecimal digits; "
                "the port is the one that was asked, so that nobody can pass the question on to a bridge at another"
            },
        }
    ),
}
