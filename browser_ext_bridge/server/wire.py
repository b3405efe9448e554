"""Version 1 of the wire: what `/v1` takes and answers, on top of the report of docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser_ext_bridge.server.offsets import Utf16
from browser_ext_bridge.server.warm import WarmLinter
from postlint import __version__, json_source
from postlint.checks.measure import LIMITS, characters
from postlint.context import Context, Words
from postlint.datafile import decode
from postlint.document import Document, Draft
from postlint.errors import InputError
from postlint.finding import Report
from postlint.reporters.wire import SCHEMA, as_data
from postlint.sources.jsonl import draft_in
from postlint.validation import build

BODY = "body"
"""The name of what was sent, in the place of an error."""


def draft_from(body: bytes, warm: WarmLinter) -> Draft:
    """The draft in the body of a request: the keys of a line of drafts; `InputErrors` with all that is wrong."""
    timezone = warm.standing.config.context.organisation.timezone
    source = json_source.load(decode(body, BODY, private=True), BODY, private=True)
    return draft_in(source, warm.context, timezone=timezone)


def report_data(report: Report, context: Context) -> dict[str, Any]:
    """The report of docs/json.md, unmasked, with each finding's place in UTF-16 and the draft's length besides."""
    data = as_data(report)
    utf16 = Utf16(report.text)
    for finding in data["findings"]:
        finding["utf16"] = {"start": utf16(finding["start"]), "end": utf16(finding["end"])}
    return {"schema": SCHEMA, **data, "length": _length(report.text, context)}


def _length(text: str, context: Context) -> dict[str, int | None]:
    """The length of a draft as its channel counts it, and what fits there, where that is known."""
    return {"characters": characters(Document(text, "", context)), "limit": LIMITS.get(context.channel or "")}


def errors_data(errors: Iterable[InputError]) -> dict[str, Any]:
    """What was wrong with a request, or is with a file; no excerpt goes over the wire."""
    return {"schema": SCHEMA, "errors": [_error(error) for error in errors]}


def _error(error: InputError) -> dict[str, str]:
    place = f"{error.file}:{error.line}:{error.column}" if error.line else error.file
    return {"what": error.what, "remedy": error.remedy, "where": place}


def status_data(warm: WarmLinter) -> dict[str, Any]:
    """What the bridge checks with, and what is wrong with its files since they were last read."""
    context = warm.standing.config.context
    return {
        "schema": SCHEMA,
        "postlint": __version__,
        "versions": [1],
        "config": _shown(warm.standing.file),
        "packs": [{"name": pack.name, "version": pack.about["version"]} for pack in warm.standing.linter.packs],
        "context": {"channel": context.channel, "audience": context.audience},
        "problems": [_error(error) for error in warm.errors],
    }


def _shown(path: Path | None) -> str | None:
    return str(path) if path else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingRequest:
    """The body of `/v1/pair`: the code that was typed, and what the program calls itself."""

    code: Words
    name: Words


def pairing_from(body: bytes) -> PairingRequest:
    """What a program that wants to pair says; `InputErrors` with all that is wrong."""
    return build(PairingRequest, json_source.load(decode(body, BODY, private=True), BODY, private=True))


def token_data(token: str, key: bytes) -> dict[str, Any]:
    """The token of a new pairing, and the key by which it knows the bridge."""
    return {"schema": SCHEMA, "token": token, "key": key.hex()}
