"""Takes docs/desk.png, desk-dark.png, desk-phone.png and desk-compare.png: the desk, as Chromium shows it.

Run `python docs/make_desk_picture.py` when the desk has changed. It needs Chromium, the packages of the tests, and the
desk built (`make desk`).
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from browser_ext_bridge.server.app import make_app
from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.serving import listening_socket, server_of
from browser_ext_bridge.server.warm import WarmLinter

DOCS = Path(__file__).parent
WIDE, PHONE = (1280, 800), (360, 780)
DRAFT = """Thank you for reaching out! The new footbridge at the mill opens in June, and you can vote for its name.

Your light broke on Monday? We will get back to you as soon as possible.

WiFi at the opening: password Footbridge2026!"""
REPLY_TO = "Third dark evening on Mill Lane. When will somebody fix that street light?"
BETTER = ("get back to you as soon as possible", "fix it before Thursday, and tell you here")


@contextmanager
def bridge(folder: Path) -> Iterator[tuple[int, Pairings]]:
    """A bridge with the pack core, and who may ask it."""
    warm, pairings, listening = WarmLinter(folder), Pairings(folder / "bridge.sqlite"), listening_socket(0)
    server = server_of(make_app(warm, Pairings(folder / "bridge.sqlite")))
    serving = threading.Thread(target=server.run, args=([listening],))
    serving.start()
    yield listening.getsockname()[1], pairings
    server.should_exit = True
    serving.join()


def desk(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    """The desk with a draft on which everything has been said."""
    width, height = size
    context = browser.new_context(locale="en-GB", color_scheme=scheme, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(address)
    page.locator("#packs:not(:empty)").wait_for()
    page.get_by_label("Channel").select_option("bluesky")
    page.get_by_label("In reply to").fill(REPLY_TO)
    page.locator("#field .cm-content").focus()
    page.keyboard.insert_text(DRAFT)
    page.locator("#findings > li").nth(1).wait_for()
    return page


def compared(page: Page) -> None:
    """The same desk, with the draft before and after a change."""
    page.get_by_role("button", name="Remember").click()
    page.get_by_role("button", name="Before and after").click()
    page.locator("#field .cm-content").fill(DRAFT.replace(*BETTER).partition("\n\nWiFi")[0])
    page.locator(".verdict:not(.hold)").wait_for()
    page.evaluate("document.activeElement.blur()")


if __name__ == "__main__":
    with TemporaryDirectory() as folder, bridge(Path(folder)) as (port, pairings), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, size, scheme in [
            ("desk", WIDE, "light"),
            ("desk-dark", WIDE, "dark"),
            ("desk-phone", PHONE, "light"),
            ("desk-compare", WIDE, "light"),
        ]:
            page = desk(browser, f"http://127.0.0.1:{port}/desk/open/{pairings.new_opening()}", size, scheme)
            if name == "desk-compare":
                compared(page)
            page.screenshot(path=DOCS / f"{name}.png", full_page=name in ("desk-phone", "desk-compare"))
        browser.close()
