"""The desk in real Chromium, at a real bridge."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from desk.serving import Desk, Served
from playwright.sync_api import Browser, expect, sync_playwright

from browser_ext_bridge.server.app import DESK_FILES

expect.set_options(timeout=60_000)
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "These tests look at the desk in Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    assert DESK_FILES.is_dir(), "These tests look at the desk: make desk"
    served = Served(tmp_path_factory.mktemp("served"))
    yield served
    served.close()


@pytest.fixture
def open_desk(browser: Browser) -> Iterator[OpenDesk]:
    """Opens the desk of a bridge in a browser of its own; whatever is done there, only the bridge is asked."""
    opened: list[tuple[Desk, Served]] = []

    def open_in_browser(served: Served, **options: object) -> Desk:
        context = browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Amsterdam", **options})
        context.set_default_timeout(60_000)
        desk = Desk(context.new_page())
        opened.append((desk, served))
        desk.page.goto(served.opening())
        expect(desk.page.locator("#packs")).to_contain_text("own")
        return desk

    yield open_in_browser
    for desk, served in opened:
        desk.page.context.close()
        assert [url for url in desk.asked if not url.startswith(f"{served.origin}/desk/")] == []
        assert desk.errors == []
        assert [complaint for complaint in desk.complaints if "Failed to load resource" not in complaint] == []


@pytest.fixture
def desk(open_desk: OpenDesk, served: Served) -> Desk:
    return open_desk(served)
