"""A second reader for those who run a language model themselves: any server that speaks OpenAI's protocol.

The model is believed no further than `answer` lets it, and none of its own words are shown: a finding has those of the
rule. No text of a draft is logged, and none is in a problem.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from time import monotonic
from typing import Any, NamedTuple

from postlint.asking import Broken, Elsewhere, Late, Question, answer_to
from postlint.document import Document, view
from postlint.errors import say
from postlint.finding import Problem, Unchecked
from postlint.language.identification import identification
from postlint.reader.answer import Misread, Seen, place_of, read_answer
from postlint.reader.impressions import Impression
from postlint.reader.prompt import MOST, fenced, instruction, risks_asked, schema
from postlint.reader.settings import ReaderSettings

NAME = "llm"
"""What an impression calls this reader."""
LARGEST = 1_000_000
"""Bytes of an answer; one of more is cut, and so is none."""
TOKENS = 1000
"""Of an answer, which needs some hundred."""
REMEMBERED = 64
"""Drafts whose answers are kept, in this process alone."""
LEFT_ALONE = 30.0
"""Seconds in which a server that does not answer is left alone, so that many drafts do not wait for it one by one."""
_REFUSED = frozenset([400, 422, 501])
"""Statuses by which a server may say that it does not know `response_format`."""
_OK = 200


class Placed(NamedTuple):
    """An impression, and the document in which its words stand: of a page one of its passages."""

    document: Document
    impression: Impression


class LanguageModel:
    """Gives what the language model sees, which does not say how sure it is."""

    def impressions(self, document: Document) -> Sequence[Impression]:
        """At most one for each risk, in a post or a whole page; it is asked once for all passages of a page."""
        found = _placed(document.page[0])
        if isinstance(found, Problem):
            raise Unchecked(found)
        return [placed.impression for placed in found if placed.document is document]


@view
def _placed(first: Document) -> tuple[Placed, ...] | Problem:
    """The impressions of a page by its first passage, or why there are none."""
    settings, context = first.reader, first.context
    if settings is None:
        return ()
    risks = risks_asked(context)
    asked = fenced("\n\n".join(passage.text for passage in first.page), context)
    if len(asked) > settings.characters:
        return _too_long(len(asked), settings)
    try:
        seen = _client(settings).seen(instruction(_lang(first), risks), asked, risks)
    except Unchecked as unchecked:
        return unchecked.problem
    return tuple(_believed(seen, first.page))


def _lang(document: Document) -> str:
    """The draft's own language, also where parts of it are read in the other: so it is asked about once."""
    lang = document.context.lang or identification(document).lang
    return lang if lang in ("nl", "en") else document.lang


def _believed(seen: Sequence[Seen], page: Sequence[Document]) -> Iterator[Placed]:
    """What stands in the draft, of each risk the first; of a page nothing is said but of words."""
    told: set[str] = set()
    for risk, quote in seen:
        if risk in told or len(told) == MOST:
            continue
        placed = _place(risk, quote, page)
        if placed is not None:
            told.add(risk)
            yield placed


def _place(risk: str, quote: str, page: Sequence[Document]) -> Placed | None:
    if not quote.strip():
        return None if page[0].is_passage else Placed(page[0], Impression(risk, None, None, NAME))
    for document in page:
        span = place_of(quote, document.text)
        if span is not None:
            return Placed(document, Impression(risk, None, span, NAME))
    return None


# ---- the server -----------------------------------------------------------------------------------------------------


class Client:
    """Asks the language model of the settings; from as many threads as you like."""

    def __init__(self, settings: ReaderSettings) -> None:
        self._settings = settings
        self._knows_schemas = True
        self._left_alone: tuple[float, Problem] | None = None
        self.seen = lru_cache(REMEMBERED)(self._seen)

    def _seen(self, instruction: str, asked: str, risks: tuple[str, ...]) -> tuple[Seen, ...]:
        """What it sees; `Unchecked` where it does not say that."""
        if self._left_alone is not None and monotonic() < self._left_alone[0]:
            raise Unchecked(self._left_alone[1])
        messages = [{"role": "system", "content": instruction}, {"role": "user", "content": asked}]
        try:
            return read_answer(self._answer({"messages": messages}, schema(risks)), risks)
        except Misread:
            problem = _problem(
                say("The language model gave an answer that cannot be used."),
                say("Try another model: it has to follow a JSON schema, and have room for the draft in its context."),
            )
        except (Broken, Late) as fault:
            problem = _no_answer(self._settings, fault)
            self._left_alone = monotonic() + LEFT_ALONE, problem
        raise Unchecked(problem)

    def _answer(self, messages: dict[str, Any], form: dict[str, Any]) -> bytes:
        """The answer by the form, or from a server that refuses such a request without one; it is then not asked again.

        What else not every server takes is left out with it.
        """
        formed = {"response_format": form, "temperature": 0, "max_tokens": TOKENS}
        status, body = self._posted(messages | formed if self._knows_schemas else messages)
        if status in _REFUSED and self._knows_schemas:
            status, body = self._posted(messages)
            self._knows_schemas = status != _OK
        if status != _OK:
            raise Unchecked(_refused(status))
        return body

    def _posted(self, content: dict[str, Any]) -> tuple[int, bytes]:
        body = json.dumps({"model": self._settings.model, "stream": False, **content})
        return ask(self._settings, "chat/completions", body.encode(), self._settings.seconds)


@lru_cache(maxsize=4)
def _client(settings: ReaderSettings) -> Client:
    return Client(settings)


def ask(settings: ReaderSettings, path: str, body: bytes | None, seconds: float) -> tuple[int, bytes]:
    """The status and the body of an answer at `path` below the address of the settings.

    Raises:
        Broken, Late: as `asking.answer_to` does.
        Unchecked: there is no key where one is asked for, or the address has become that of another machine.
    """
    address = f"{settings.llm.rstrip('/')}/{path}"
    headers = {"Content-Type": "application/json", **_key(settings)}
    try:
        return answer_to(Question(address, body, headers, seconds, LARGEST, here=not settings.allow_remote))
    except Elsewhere:
        what = say("{address} is on another machine, and drafts are private.", address=settings.llm)
        remedy = say("Use a server on this machine, or write allow_remote = true under [{table}].", table="reader")
        raise Unchecked(_problem(what, remedy)) from None


def _key(settings: ReaderSettings) -> dict[str, str]:
    """The header with the key, where the configuration names a variable that holds one."""
    if not settings.key_variable:
        return {}
    key = os.environ.get(settings.key_variable, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        what = say("The environment variable that reader.key_variable names holds no key.")
        raise Unchecked(_problem(what, say("Set it, or correct reader.key_variable in the configuration.")))
    return {"Authorization": f"Bearer {key}"}


def model_is_listed(settings: ReaderSettings) -> bool:
    """Whether the server answers, and its list has the model, by its name or without the tag behind it.

    Raises:
        Unchecked: it does not answer, with what to do.
    """
    try:
        status, body = ask(settings, "models", None, settings.seconds)
    except (Broken, Late) as fault:
        raise Unchecked(_no_answer(settings, fault)) from None
    if status != _OK:
        raise Unchecked(_refused(status))
    try:
        names = [str(each["id"]) for each in json.loads(body)["data"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
    return any(settings.model in (name, name.partition(":")[0]) for name in names)


# ---- problems -------------------------------------------------------------------------------------------------------


def _no_answer(settings: ReaderSettings, fault: Broken | Late) -> Problem:
    """That the server is not there, or takes too long."""
    if isinstance(fault, Broken):
        what = say("No language model answers at {address}", address=settings.llm)
        return _problem(what, say("Start it (again), or correct reader.llm in the configuration."))
    what = say("The language model did not answer within {seconds} seconds.", seconds=settings.seconds)
    return _problem(what, say("Take a smaller model, or raise reader.seconds."))


def _refused(status: int) -> Problem:
    what = say("The server of the language model answered with status {status}.", status=status)
    if status in (401, 403):
        return _problem(what, say("It wants a key: name the variable that holds it as reader.key_variable."))
    if status in (400, 404):
        return _problem(what, say("See whether it has the model, and whether reader.llm should end in /v1."))
    return _problem(what, say("What it logs may say why."))


def _too_long(length: int, settings: ReaderSettings) -> Problem:
    what = say(
        "With its context the draft has {length} characters, and a language model is sent {most} at most.",
        length=length,
        most=settings.characters,
    )
    remedy = say("Check a shorter text, or raise reader.characters if the model has room for it.")
    return _problem(what, remedy)


def _problem(what: str, remedy: str) -> Problem:
    return Problem(what=what, remedy=remedy, where="reader")
