"""An editor for tests: pygls' own client, which starts a real `postlint lsp` and waits for what it says."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 120
"""Seconds after which a server that says nothing is given up, on a machine that has much else to do."""
START = "from postlint.cli import main; main()"
MARKDOWN = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}


class Editor:
    """Opens texts in a server of its own; `shown` are all diagnostics by address, `messages` what the server said."""

    def __init__(
        self,
        folder: Path,
        *,
        start: str = START,
        encodings: Sequence[str] = ("utf-16",),
        able: dict[str, Any] | None = None,
    ) -> None:
        self.folder = folder
        self.shown: dict[str, list[types.PublishDiagnosticsParams]] = {}
        self.messages: list[str] = []
        self._version = 0  # which no two texts share, even if one is opened again
        self._versions: dict[str, int] = {}
        self._runner = asyncio.Runner()
        self._client = self._runner.run(self._started(start))
        capabilities = (MARKDOWN if able is None else able) | {"general": {"positionEncodings": [*encodings]}}
        self.server = self.ask(
            types.INITIALIZE,
            types.InitializeParams(
                capabilities=self._client.protocol._converter.structure(capabilities, types.ClientCapabilities),
                root_uri=folder.as_uri(),
            ),
        ).capabilities
        self.tell(types.INITIALIZED, types.InitializedParams())

    async def _started(self, start: str) -> LanguageClient:
        self._news = asyncio.Condition()
        client = LanguageClient("tests", "1")
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._take_diagnostics))
        client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._take_message))
        environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(self.folder / ".cache")}
        await client.start_io(sys.executable, "-c", start, "lsp", cwd=self.folder, env=environment, limit=10_000_000)
        return client

    async def _take_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        async with self._news:
            self.shown.setdefault(params.uri, []).append(params)
            self._news.notify_all()

    async def _take_message(self, params: types.ShowMessageParams) -> None:
        async with self._news:
            self.messages.append(params.message)
            self._news.notify_all()

    # ---- what a user does ------------------------------------------------------------------------------------------

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        """Open a file with that text, whatever it holds on disk."""
        item = types.TextDocumentItem(self.uri(name), language, self._next_version(name), text)
        self.tell(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))

    def type(self, name: str, *changes: types.TextDocumentContentChangeEvent | str) -> int:
        """Change a text, all of it or a part; its version from then on."""
        version = self._next_version(name)
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        made = [
            types.TextDocumentContentChangeWholeDocument(change) if isinstance(change, str) else change
            for change in changes
        ]
        self.tell(types.TEXT_DOCUMENT_DID_CHANGE, types.DidChangeTextDocumentParams(document, made))
        return version

    def _next_version(self, name: str) -> int:
        self._version += 1
        self._versions[name] = self._version
        return self._version

    def save(self, name: str, text: str) -> None:
        """Write a file, and say that it was saved."""
        (self.folder / name).write_text(text, encoding="utf-8")
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.tell(types.TEXT_DOCUMENT_DID_SAVE, types.DidSaveTextDocumentParams(identifier))

    def close(self, name: str) -> None:
        """Close a file."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.tell(types.TEXT_DOCUMENT_DID_CLOSE, types.DidCloseTextDocumentParams(identifier))

    def hover(self, name: str, line: int, character: int) -> str | None:
        """What is shown at a position."""
        found = self.ask(types.TEXT_DOCUMENT_HOVER, types.HoverParams(self._at(name), types.Position(line, character)))
        return found.contents.value if found else None

    def definition(self, name: str, line: int, character: int) -> types.Location | None:
        """Where what is named at a position stands."""
        position = types.Position(line, character)
        return self.ask(types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams(self._at(name), position))

    def actions(self, name: str, wanted: types.Range, only: Sequence[str] | None = None) -> list[types.CodeAction]:
        """What is offered for a range."""
        context = types.CodeActionContext(diagnostics=[], only=only)
        return self.ask(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionParams(self._at(name), wanted, context)) or []

    def uri(self, name: str) -> str:
        """The address of a file."""
        return name if ":" in name else (self.folder / name).as_uri()

    def _at(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    # ---- and sees --------------------------------------------------------------------------------------------------

    def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """What is shown in the newest version of a text, once something is."""
        self.wait(lambda: self._versions[name] in self.versions(name))
        return [*self.shown[self.uri(name)][-1].diagnostics]

    def next_diagnostics(self, name: str, do: Callable[[], object]) -> list[types.Diagnostic]:
        """What is shown in a text next, after something is done."""
        before = len(self.versions(name))
        do()
        self.wait(lambda: len(self.versions(name)) > before)
        return [*self.shown[self.uri(name)][-1].diagnostics]

    def versions(self, name: str) -> list[int | None]:
        """The versions of a text in which something was shown."""
        return [each.version for each in self.shown.get(self.uri(name), ())]

    def wait(self, there: Callable[[], bool]) -> None:
        """Wait until something is there."""

        async def waited() -> None:
            async with self._news:
                await asyncio.wait_for(self._news.wait_for(there), PATIENCE)

        self._runner.run(waited())

    # ---- the protocol ----------------------------------------------------------------------------------------------

    def ask(self, method: str, params: object) -> Any:
        """Send a request, and wait for the answer."""

        async def asked() -> Any:
            return await asyncio.wait_for(self._client.protocol.send_request_async(method, params), PATIENCE)

        return self._runner.run(asked())

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""

        async def told() -> None:
            self._client.protocol.notify(method, params)

        self._runner.run(told())

    def leave(self, *, politely: bool = True) -> tuple[int, str]:
        """Let go of the server, or just vanish: its exit code, and what it wrote to standard error."""

        async def left() -> tuple[int, str]:
            process = self._client._server
            if politely:
                await self._client.protocol.send_request_async(types.SHUTDOWN, None)
                self._client.protocol.notify(types.EXIT, None)
            process.stdin.close()
            errors = await asyncio.wait_for(process.stderr.read(), PATIENCE)
            code = await asyncio.wait_for(process.wait(), PATIENCE)
            await asyncio.gather(*self._client._async_tasks, return_exceptions=True)
            return code, errors.decode()

        try:
            return self._runner.run(left())
        finally:
            self._runner.close()


def range_of(text: str, words: str) -> types.Range:
    """Where words stand in a text, by its lines and in UTF-16; both must hold for LF and CR LF alone."""
    start = text.index(words)
    before, after = text[:start], text[: start + len(words)]
    return types.Range(_end_of(before), _end_of(after))


def _end_of(text: str) -> types.Position:
    return types.Position(text.count("\n"), len(text.rpartition("\n")[2].encode("utf-16-le")) // 2)
