"""A bridge as a user runs it, in a process of its own, and its desk in a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bridge.running import write_files
from conftest import rule_text
from playwright.sync_api import Locator, Page

from browser_ext_bridge.server.pairing import Pairings

SERVE = [sys.executable, "-c", "from postlint.cli import main; main()", "serve", "--port"]
RULES = {
    "timing/fusie.nl.yaml": rule_text("context: embargo", risk="timing/embargo", severity="hold"),
    "tone/haast.nl.yaml": rule_text("phrases: [haast]", risk="tone/shouting", severity="note"),
    "listening/vraag.nl.yaml": rule_text(
        "phrases: [mooi weer]", risk="listening/deflection", more="when: {reply: true}"
    ),
    "informing/tekens.nl.yaml": rule_text(
        "measure: characters\nover: channel", risk="informing/overlong", more="span: whole"
    ),
}


class Served:
    """A bridge on files of its own; it can be killed, and started again at the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        write_files(folder)
        for path, text in RULES.items():
            (folder / "own" / path).parent.mkdir(exist_ok=True)
            (folder / "own" / path).write_text(text, encoding="utf-8")
        self._home = folder / "home"
        self._home.mkdir(mode=0o700)
        self.port = 0
        self.start()
        self.pairings = Pairings(self._home / "postlint/bridge.sqlite")

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        home = {f"XDG_{name}": str(self._home) for name in ("STATE_HOME", "CONFIG_HOME", "CACHE_HOME", "RUNTIME_DIR")}
        environment = os.environ | home | {"LANGUAGE": "en"}
        command = [*SERVE, str(self.port)]
        self._process = subprocess.Popen(
            command, cwd=self._folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert self._process.stdout
        self.port = int(self._process.stdout.readline().partition("127.0.0.1:")[2].partition(";")[0])

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._process.communicate()

    def close(self) -> None:
        self.kill()
        self.pairings.close()

    def opening(self) -> str:
        return f"{self.origin}/desk/open/{self.pairings.new_opening()}"


@dataclass
class Desk:
    """The desk as a user has it open."""

    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text))

    @property
    def text(self) -> Locator:
        return self.page.locator("#field .cm-content")

    @property
    def marks(self) -> Locator:
        return self.page.locator("#field .cm-lintRange")

    @property
    def cards(self) -> Locator:
        return self.page.locator("#findings > li")

    @property
    def verdict(self) -> Locator:
        return self.page.locator("#verdict")

    @property
    def popover(self) -> Locator:
        return self.page.locator("#popover")

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def type(self, text: str) -> None:
        self.text.focus()
        self.page.keyboard.type(text)

    def paste(self, text: str) -> None:
        self.text.evaluate(
            """(field, text) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData("text/plain", text);
                field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }""",
            text,
        )

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)
