"""A real Chromium with the extension, a real bridge in a process of its own, and pages to write in."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from conftest import PACK, rule_text
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

from browser_ext_bridge.server.pairing import Pairings

EXTENSION = Path(__file__).parents[2] / "browser_ext_bridge" / "extension"
SITE = "http://127.0.0.1"
PATIENCE = 30_000
"""Milliseconds: a slow machine is no fault."""

HELD = "The wifi password is Summer2026!"
"""A draft that had better wait, by its last word but the mark."""

VAGUE = "We will answer soon, I promise."
"""A draft to reconsider, with a suggestion."""

CLEAN = "The library opens on Friday at nine."
RULES = {
    "openness/password.en.yaml": rule_text(
        "phrases: [password is Summer2026]", risk="openness/credentials", severity="hold"
    ),
    "connecting/soon.en.yaml": rule_text(
        "phrases: [soon]", risk="connecting/no-deadline", more="suggestion: before Friday"
    ),
    "practice/connecting/no-deadline.en.md": (
        "# The draft promises without a day.\n\n## The bench\n\nDraft:\n\n> We will mend it soon.\n\n"
        "What went wrong: Nobody knew when.\n\nRewritten:\n\n> We mend it on Friday.\n\n"
        "Why it works: There is a day.\n\nOwner: Anja Smit, 2026-11-22\n"
    ),
}


@dataclass
class Bridge:
    """`postlint serve` in a process of its own, that can be killed and started again at the same port."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[str] | None = None

    @property
    def pairings(self) -> Pairings:
        return Pairings(self.folder / "postlint" / "bridge.sqlite")

    def start(self) -> None:
        command = [sys.executable, "-c", "from postlint.cli import main; main()", "serve", "--port", str(self.port)]
        own = {"XDG_STATE_HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache"), "LANGUAGE": "en"}
        env = {**os.environ, **own, "XDG_RUNTIME_DIR": str(self.folder), "PYTHONPATH": os.pathsep.join(sys.path)}
        self.process = subprocess.Popen(command, cwd=self.folder, env=env, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.port = int(self.process.stdout.readline().split("127.0.0.1:")[1].split(";")[0])

    def end(self, how: signal.Signals) -> None:
        assert self.process
        self.process.send_signal(how)
        self.process.communicate()


SMALL_PACK = {
    "postlint.toml": 'packs = ["./own"]\nreader = false\n',
    "own/pack.yaml": PACK.format(name="own"),
    **{f"own/{path}": text for path, text in RULES.items()},
}


@contextmanager
def running_bridge(folder: Path, files: dict[str, str] = SMALL_PACK) -> Iterator[Bridge]:
    """A bridge over these files: a configuration, and the packs that it names."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    bridge = Bridge(folder)
    bridge.start()
    try:
        yield bridge
    finally:
        bridge.end(signal.SIGTERM)


STRICTEST = "default-src 'none'; script-src 'unsafe-inline'; frame-src *"
"""As strict as pages get: what we show must not lean on the page's leave."""


@contextmanager
def served(pages: dict[str, str], policy: str = STRICTEST) -> Iterator[str]:
    """Pages by their path, on a server of their own; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path.partition("?")[0])
            self.send_response(200 if page is not None else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write((page or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium(playwright: Playwright, profile: Path, **options: Any) -> Iterator[BrowserContext]:
    """Chromium with the extension, loaded as a folder."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable, "These tests look at the extension in Chromium: apt-get install chromium"
    (profile / "Default").mkdir(parents=True, exist_ok=True)
    developing = {"extensions": {"ui": {"developer_mode": True}}}  # else an extension that is reloaded is switched off
    (profile / "Default" / "Preferences").write_text(json.dumps(developing))
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=executable,
        headless=False,  # as Chromium says it itself: its new headless mode, which has extensions
        args=[
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",  # which would be emulated, at some cost
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
        ],
        **options,
    )
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()


def worker_of(context: BrowserContext) -> Worker:
    """The extension's background worker."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


def store(context: BrowserContext, values: dict[str, object]) -> None:
    """Keep this in the extension, as its settings do."""
    worker_of(context).evaluate("values => chrome.storage.local.set(values)", values)


def pair(context: BrowserContext, bridge: Bridge, port: int) -> None:
    """Pair the extension with the bridge, which it then looks for at the port."""
    pairings = bridge.pairings
    keep = "([port, token, key]) => keepPairing(port, token, key)"
    worker_of(context).evaluate(keep, [port, pairings.new_token("Chromium"), pairings.key().hex()])


@dataclass
class Ours:
    """Our scripts in a page: what they show is closed to the page, and to the tests but for this."""

    page: Page
    session: CDPSession = field(init=False)
    contexts: list[dict[str, Any]] = field(init=False, default_factory=list)
    crashes: list[dict[str, Any]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.session = self.page.context.new_cdp_session(self.page)
        self.session.on("Runtime.executionContextCreated", lambda event: self.contexts.append(event["context"]))
        self.session.on(
            "Runtime.executionContextDestroyed",
            lambda event: self._forget(event["executionContextUniqueId"]),
        )
        self.session.on("Runtime.executionContextsCleared", lambda _: self.contexts.clear())
        self.session.on("Runtime.exceptionThrown", lambda event: self.crashes.append(event["exceptionDetails"]))
        self.session.send("Runtime.enable")

    def _forget(self, unique: str) -> None:
        self.contexts[:] = [each for each in self.contexts if each["uniqueId"] != unique]

    @property
    def worlds(self) -> list[dict[str, Any]]:
        """Those of the page's own frame; after the extension was reloaded there are two."""
        main = self.session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        ours = [each for each in self.contexts if each["origin"].startswith("chrome-extension://")]
        return [each for each in ours if each["auxData"]["frameId"] == main]

    def wait_for_another_world(self, old: dict[str, Any]) -> None:
        """Until scripts of ours run in the page that are not the old ones."""
        until = time.monotonic() + PATIENCE / 1000
        while not self.worlds or self.worlds[-1]["uniqueId"] == old["uniqueId"]:
            assert time.monotonic() < until
            self.page.evaluate("0")  # lets the news in

    def run(self, expression: str, world: int = -1) -> Any:
        """The value of an expression in the scope of our scripts."""
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.session.send("Runtime.evaluate", {**asked, "uniqueContextId": self.worlds[world]["uniqueId"]})
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str) -> Any:
        """The first value of an expression that holds."""
        return self.run(
            f"new Promise((found, failed) => {{ const until = Date.now() + {PATIENCE};"
            f"const look = () => {{ const value = ({condition}); value ? found(value) : "
            f"Date.now() > until ? failed(new Error({json.dumps(condition)})) : setTimeout(look, 10); }}; look(); }})"
        )

    def wait_for_state(self, state: str) -> None:
        self.wait(f"companion.judged.state === {json.dumps(state)}")

    def wait_for_check(self, text: str) -> None:
        self.wait(f"companion.judged.state === 'checked' && companion.judged.text === {json.dumps(text)}")

    def texts(self, selector: str) -> list[str]:
        """What is shown at these places of ours."""
        return self.run(
            f"[...companion.overlay.root.querySelectorAll({json.dumps(selector)})]"
            ".filter(each => each.checkVisibility({visibilityProperty: true})).map(each => each.innerText.trim())"
        )

    def place(self, selector: str, text: str = "") -> tuple[float, float]:
        """The middle of the first of ours that is there and has this text in it."""
        shown = (
            f"[...companion.overlay.root.querySelectorAll({json.dumps(selector)})].find(each => "
            f"each.checkVisibility({{visibilityProperty: true}}) && each.innerText.includes({json.dumps(text)}))"
        )
        box = self.wait(f"{shown}?.getBoundingClientRect().toJSON()")
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def press(self, selector: str, text: str = "") -> None:
        """Press one of ours with the mouse, as a user does."""
        self.page.mouse.click(*self.place(selector, text))
