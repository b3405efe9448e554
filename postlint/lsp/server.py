"""The language server: texts come in as they are typed, and what is found in them goes back (pygls, over stdio).

A check runs beside the server's own thread, a little after the last key, and ends early when a newer version of its
text comes. Texts stay in memory: nothing is written, and nothing is logged, since what pygls logs may quote them.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from postlint import __version__
from postlint.cli.checking import Checking
from postlint.config import asked_of
from postlint.errors import InputError, InputErrors, say
from postlint.finding import Problem
from postlint.languagetool.settings import LanguageToolSettings
from postlint.lsp import drafts, rule_files
from postlint.lsp.actions import actions
from postlint.lsp.configurations import Configurations
from postlint.lsp.drafts import Reading
from postlint.lsp.positions import Lines, changed
from postlint.renewal import Renewal

DEBOUNCE = 0.3
"""Seconds without a change after which a text is checked."""
LOOK_EVERY = 2.0
"""Seconds between two looks at the files of the configuration and of packs."""
THREADS = 3
"""Two texts at once, and a look at the files."""
TOLD = 3
"""Errors of a configuration that are told at once."""


@dataclass
class Check:
    """A check of one version of a text; `reading` is what it found, once it is done."""

    uri: str
    version: int | None
    text: str
    encoding: str
    path: Path
    suffix: str | None
    pack: Path | None
    texts: dict[Path, str]
    """By path, the open files of the same pack."""
    outdated: Event = field(default_factory=Event)
    task: asyncio.Task[None] | None = None
    renewal: Renewal[Checking] | None = None
    reading: Reading | None = None


class Protocol(LanguageServerProtocol):
    """That of pygls, which for its part also ends a line at U+2028 and the like, where editors do not."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Take in the changes of a text, then hand it to the server."""
        uri, version = params.text_document.uri, params.text_document.version
        document = self.workspace.get_text_document(uri)
        text = document.source
        for change in params.content_changes:
            text = changed(text, change, _encoding_of(self))
        self.workspace.put_text_document(types.TextDocumentItem(uri, document.language_id or "", version, text))
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


def _encoding_of(protocol: LanguageServerProtocol) -> str:
    return str(getattr(protocol.workspace.position_encoding, "value", protocol.workspace.position_encoding))


class Server(LanguageServer):
    """Answers one editor."""

    def __init__(self, config: Path | None = None) -> None:
        super().__init__("postlint", __version__, protocol_cls=Protocol)
        self._configurations = Configurations(config)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="check")
        self._checks: dict[str, Check] = {}
        self._shown: set[str] = set()
        self._errors: dict[Renewal[Checking], tuple[InputError, ...]] = {}
        self._look_lock = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None
        self.told_to_stop = False
        for method, handle in self._handlers():
            self.feature(method)(partial(handle))  # on which pygls can write, other than on a method

    def _handlers(self) -> Iterator[tuple[str, Callable[..., Any]]]:
        """What the server does at each message."""
        yield types.INITIALIZED, self._begin
        yield types.TEXT_DOCUMENT_DID_OPEN, lambda params: self._check_soon(params.text_document.uri, 0)
        yield types.TEXT_DOCUMENT_DID_CHANGE, lambda params: self._check_soon(params.text_document.uri, DEBOUNCE)
        yield types.TEXT_DOCUMENT_DID_SAVE, self._saved
        yield types.TEXT_DOCUMENT_DID_CLOSE, self._closed
        yield types.TEXT_DOCUMENT_HOVER, self._hover
        yield types.TEXT_DOCUMENT_CODE_ACTION, self._actions
        yield types.TEXT_DOCUMENT_DEFINITION, self._definition
        yield types.SHUTDOWN, self._stop

    # ---- what an editor tells --------------------------------------------------------------------------------------

    def _begin(self, _: types.InitializedParams) -> None:
        self._looking = asyncio.create_task(self._keep_looking())

    async def _saved(self, _: types.DidSaveTextDocumentParams) -> None:
        """A file of the configuration or of a pack may have been saved here."""
        await self._look()

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        check = self._checks.pop(params.text_document.uri, None)
        if check is not None:
            check.outdated.set()
            self._publish(check, [])
            self._check_pack(check.pack, 0)

    def _stop(self, _: None) -> None:
        self.told_to_stop = True

    # ---- checking --------------------------------------------------------------------------------------------------

    def _check_soon(self, uri: str, delay: float) -> None:
        """Check the newest version of a text, and with it the other open files of its pack, after a delay."""
        check = self._check_of(uri)
        self._replace(check, delay)
        self._check_pack(check.pack, delay, but=uri)

    def _check_pack(self, pack: Path | None, delay: float, but: str = "") -> None:
        for other in [*self._checks.values()]:
            if pack is not None and other.pack == pack and other.uri != but:
                self._replace(self._check_of(other.uri), delay)

    def _check_of(self, uri: str) -> Check:
        document = self.workspace.get_text_document(uri)
        path = _path_of(uri)
        pack = rule_files.pack_of(path)
        suffix = drafts.suffix_of(path, document.language_id)
        texts = self._texts_in(pack) if pack else {}
        return Check(uri, document.version, document.source, _encoding_of(self.protocol), path, suffix, pack, texts)

    def _texts_in(self, pack: Path) -> dict[Path, str]:
        documents = {_path_of(document.uri): document for document in self.workspace.text_documents.values()}
        return {path: document.source for path, document in documents.items() if path.is_relative_to(pack)}

    def _replace(self, check: Check, delay: float) -> None:
        """Begin a check, which ends the one of an older version."""
        older = self._checks.pop(check.uri, None)
        if older is not None:
            older.outdated.set()
        if check.pack or check.suffix:
            self._checks[check.uri] = check
            check.task = asyncio.create_task(self._run(check, delay))

    async def _run(self, check: Check, delay: float) -> None:
        await asyncio.sleep(delay)
        if check.outdated.is_set():
            return
        found = await asyncio.get_running_loop().run_in_executor(self._threads, self._found, check)
        if not check.outdated.is_set():
            self._publish(check, found)
            self._show_what_broke(check)

    def _publish(self, check: Check, found: Sequence[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(check.uri, found, check.version))

    def _found(self, check: Check) -> list[types.Diagnostic]:
        """What there is to show of a text; a mistake of postlint is one of the things to show."""
        lines = Lines(check.text, check.encoding)
        try:
            renewal = check.renewal = self._configurations.of(check.path)
            if check.pack:
                return rule_files.diagnostics(check.path, check.pack, check.texts, lines, _languagetool(renewal))
            check.reading = _read(check, lines, renewal)
        except Exception as crash:  # noqa: BLE001 — the server lives on
            check.reading = drafts.crashed(lines, crash)
        return drafts.diagnostics(check.reading) if check.reading else []

    # ---- what can go wrong -----------------------------------------------------------------------------------------

    def _show_what_broke(self, check: Check) -> None:
        """Show, once, what went wrong in postlint itself, and what is wrong with the configuration."""
        for broken in drafts.breakdowns(check.reading) if check.reading else ():
            self._show(broken)
        renewal = check.renewal
        if renewal is not None and self._errors.get(renewal, ()) != renewal.errors:
            self._errors[renewal] = renewal.errors
            if renewal.errors:
                self._say(_in_words(renewal))

    def _show(self, message: str) -> None:
        if message not in self._shown:
            self._shown.add(message)
            self._say(message)

    def _say(self, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 — pygls gives it
        """Show that a message of the editor could not be handled; what the error says may quote a text."""
        self._show(say("The language server stumbled ({error}). Please report it.", error=type(error).__name__))

    # ---- the configuration -----------------------------------------------------------------------------------------

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if self._checks:
                await self._look()

    async def _look(self) -> None:
        """Make anew what has changed, and check the texts again for which it holds."""
        async with self._look_lock:
            renewed = await asyncio.get_running_loop().run_in_executor(self._threads, self._configurations.renew)
        for check in [*self._checks.values()]:
            if check.renewal in renewed or not self._configurations.holds(check.renewal, check.path):
                self._replace(self._check_of(check.uri), 0)

    # ---- what an editor asks ---------------------------------------------------------------------------------------

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        check = self._checks.get(params.text_document.uri)
        if check is None:
            return None
        formats = get_capability(self.client_capabilities, "text_document.hover.content_format") or ()
        markdown = types.MarkupKind.Markdown in formats
        if check.pack:
            lines = Lines(check.text, check.encoding)
            told = rule_files.hover(check.path, check.pack, lines, params.position)
        else:
            told = drafts.hover(check.reading, params.position, markdown=markdown) if check.reading else None
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        return None if told is None else types.Hover(types.MarkupContent(kind, told))

    def _definition(self, params: types.DefinitionParams) -> types.Location | None:
        check = self._checks.get(params.text_document.uri)
        if check is None or check.pack is None:
            return None
        lines = Lines(check.text, check.encoding)
        return rule_files.definition(check.path, check.pack, check.texts, lines, params.position)

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done here; a page is read anew for it, so that happens beside the server's own thread."""
        check = self._checks.get(params.text_document.uri)
        kinds = params.context.only
        if check is None or (kinds is not None and types.CodeActionKind.QuickFix not in kinds):
            return []
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._actions_in, check, params.range)

    def _actions_in(self, check: Check, wanted: types.Range) -> list[types.CodeAction]:
        if check.reading is None:
            return []
        able = self.client_capabilities
        snippets = get_capability(able, "workspace.workspace_edit.snippet_edit_support") is True
        versioned = get_capability(able, "workspace.workspace_edit.document_changes") is True

        def edit(change: types.TextEdit | types.SnippetTextEdit) -> types.WorkspaceEdit:
            if isinstance(change, types.TextEdit) and not versioned:
                return types.WorkspaceEdit(changes={check.uri: [change]})
            document = types.OptionalVersionedTextDocumentIdentifier(check.uri, check.version)
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [change])])

        return [*actions(check.reading, wanted, edit, snippets=snippets)]


def _path_of(uri: str) -> Path:
    """The path of a file; of a text that has none yet, its name in the folder where the server runs."""
    path = to_fs_path(uri)
    return Path(path) if path else Path.cwd() / uri.rpartition("/")[2].rpartition(":")[2]


def _read(check: Check, lines: Lines, renewal: Renewal[Checking]) -> Reading | None:
    """What is found in a text that is to be published; where what it is held against is not sound, that is told."""
    try:
        checking = renewal.standing.linter
        return drafts.read_draft(lines, str(check.path), check.suffix or "", checking, check.outdated.is_set)
    except InputErrors as wrong:
        what = say("The configuration or a pack is not valid, so nothing was checked.")
        return Reading(lines, problems=(Problem(what=what, remedy=_first_line(wrong.errors[0])),))


def _languagetool(renewal: Renewal[Checking]) -> LanguageToolSettings | None:
    """Which LanguageTool the rules of a pack are tested with."""
    return asked_of(renewal.standing.config) if renewal.stands else None


def _in_words(renewal: Renewal[Checking]) -> str:
    """What is wrong with a configuration, and what that means."""
    if renewal.stands:
        told = say("The rules of before stay in force until this is mended:")
    else:
        told = say("Nothing is checked until this is mended:")
    return "\n".join([told, *map(_first_line, renewal.errors[:TOLD])])


def _first_line(error: InputError) -> str:
    """An error with its place, without the line that it stands on."""
    return str(error).partition("\n")[0]


def serve(config: Path | None) -> int:
    """Serve the editor at the other end of standard input and output; the exit code, once it lets go.

    Whatever else writes to standard output is led to where it does no harm.
    """
    logging.disable(logging.CRITICAL)
    stdout = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    server = Server(config)
    server.start_io(stdout=stdout)
    return 0 if server.told_to_stop else 1
