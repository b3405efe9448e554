"""A bridge and a server of pages for all tests of the extension, and a Chromium for each module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from extension.browsing import SITE, Bridge, Ours, chromium, pair, running_bridge, served, store
from extension.pages import PAGES
from playwright.sync_api import BrowserContext, Page, sync_playwright


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bridge]:
    with running_bridge(tmp_path_factory.mktemp("bridge")) as bridge:
        yield bridge


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    with served(PAGES) as address:
        yield address


@pytest.fixture(scope="module")  # not longer: while it runs, no other test can run a loop of its own
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright, chromium(playwright, tmp_path_factory.mktemp("profile")) as context:
        yield context


@pytest.fixture
def paired(browser: BrowserContext, bridge: Bridge) -> BrowserContext:
    """The browser, paired anew and on the site of the pages, with all else forgotten."""
    pair(browser, bridge, bridge.port)
    store(browser, {"askRisks": [], "silenced": [], "sites": [{"origin": SITE, "site": "web"}]})
    return browser


Opened = Callable[..., Ours]


@pytest.fixture(scope="module")
def page(browser: BrowserContext) -> Page:
    return browser.new_page()


@pytest.fixture
def opened(paired: BrowserContext, page: Page, pages: str) -> Iterator[Opened]:
    """Opens a page of that path, and gives our scripts in it; at most one is open at a time."""
    page.set_viewport_size({"width": 640, "height": 480})
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    every: list[Ours] = []

    def open_page(path: str, *, site: str = "web") -> Ours:
        store(paired, {"sites": [{"origin": SITE, "site": site}]})
        every.append(Ours(page))
        page.goto(pages + path)
        return every[-1]

    yield open_page
    for ours in every:
        ours.session.detach()
    assert [crash for ours in every for crash in ours.crashes] == []
