"""A real Firefox with the extension, driven over Marionette, Firefox's own protocol for tests.

Its messages are JSON with their length before it: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from extension.browsing import EXTENSION, PATIENCE

ID = "{0e4f9a5c-6f0b-4b83-9a55-6a1c0c6f5f0e}"
HOST = "moz-extension://11111111-2222-4333-8444-555555555555"
PREFERENCES = {
    "marionette.port": 0,
    "extensions.webextensions.uuids": json.dumps({ID: HOST.removeprefix("moz-extension://")}),
    "extensions.webextOptionalPermissionPrompts": False,  # asked in a window of the browser itself
    "intl.locale.requested": "en-US",
}


@dataclass
class Firefox:
    """A session with a Firefox in which the extension is installed until it ends."""

    connection: socket.socket
    answers: BinaryIO
    numbers: Iterator[int]

    def hear(self) -> Any:
        """The next message."""
        length = b""
        while (digit := self.answers.read(1)) != b":":
            assert digit, "Firefox has ended"
            length += digit
        return json.loads(self.answers.read(int(length)))

    def ask(self, command: str, **parameters: Any) -> Any:
        """The result of a command."""
        said = json.dumps([0, next(self.numbers), command, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(said), said))
        _, _, error, result = self.hear()
        assert error is None, error
        return result.get("value", result) if isinstance(result, dict) else result

    def run(self, script: str, *arguments: object, sandbox: str | None = None) -> Any:
        """What a function with this body gives in the page, or what its promise becomes."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(arguments), sandbox=sandbox)

    def wait(self, condition: str) -> Any:
        """The first value of an expression that holds. It sees all: what is closed to the page is in `ours`."""
        look = (
            "const ours = selector => [...document.querySelectorAll('html > div[popover]')]"
            ".flatMap(host => [...(host.openOrClosedShadowRoot?.querySelectorAll(selector) ?? [])])"
            ".filter(each => each.checkVisibility({visibilityProperty: true}));"
            "return new Promise((found, failed) => {"
            f"const until = Date.now() + {PATIENCE};"
            f"const look = () => {{ const value = ({condition}); value ? found(value) : "
            f"Date.now() > until ? failed(new Error({json.dumps(condition)})) : setTimeout(look, 20); }}; look(); }})"
        )
        return self.run(look, sandbox="system")

    def press(self, selector: str, text: str = "") -> None:
        """Press one of ours that has this text in it, with the mouse."""
        place = (
            f"(each => each && [each.x + each.width / 2, each.y + each.height / 2])(ours({json.dumps(selector)})"
            f".find(each => each.innerText.includes({json.dumps(text)}))?.getBoundingClientRect())"
        )
        x, y = (round(each) for each in self.wait(place))
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        moving = {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"}
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [moving, *press]}
        self.ask("WebDriver:PerformActions", actions=[mouse])

    def element(self, selector: str) -> str:
        """The element of the page, as commands name it."""
        found: dict[str, str] = self.ask("WebDriver:FindElement", using="css selector", value=selector)
        return next(iter(found.values()))

    def click(self, selector: str) -> None:
        """Press an element of the page."""
        self.ask("WebDriver:ElementClick", id=self.element(selector))

    def type(self, selector: str, text: str) -> None:
        """Type in an element of the page, key by key."""
        self.ask("WebDriver:ElementSendKeys", id=self.element(selector), text=text)

    def open(self, address: str) -> None:
        """Go there, in the tab that is used."""
        self.ask("WebDriver:Navigate", url=address)

    @contextmanager
    def settings(self) -> Iterator[None]:
        """The settings of the extension, in a tab beside the one that is used before and after."""
        before = self.ask("WebDriver:GetWindowHandle")
        self.ask("WebDriver:SwitchToWindow", handle=self.ask("WebDriver:NewWindow", type="tab")["handle"])
        self.open(f"{HOST}/options/options.html")
        yield
        self.ask("WebDriver:CloseWindow")
        self.ask("WebDriver:SwitchToWindow", handle=before)

    def reload(self) -> None:
        """Reload the extension."""
        addons = "ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager"
        self.ask("Marionette:SetContext", value="chrome")
        self.run(f"return {addons}.getAddonByID(arguments[0]).then(addon => addon.reload())", ID)
        self.ask("Marionette:SetContext", value="content")


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox with the extension, as a temporary add-on."""
    executable = shutil.which("firefox-esr") or shutil.which("firefox")
    assert executable, "These tests look at the extension in Firefox: apt-get install firefox-esr"
    profile.mkdir(exist_ok=True)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines))
    options = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", str(profile)]
    said = subprocess.DEVNULL
    with subprocess.Popen([executable, *options], stdout=said, stderr=said) as process:
        try:
            address = ("127.0.0.1", _port(profile, process))
            with socket.create_connection(address) as connection, connection.makefile("rb") as answers:
                session = Firefox(connection, answers, count(1))
                session.hear()  # its greeting
                session.ask("WebDriver:NewSession", timeouts={"script": 2 * PATIENCE})
                session.ask("Addon:Install", path=str(EXTENSION), temporary=True)
                yield session
        finally:
            process.kill()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port at which Firefox listens, once it does."""
    told = profile / "MarionetteActivePort"
    while not (told.exists() and told.read_text()):
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
            pytest.fail("Firefox has ended")
    return int(told.read_text())
