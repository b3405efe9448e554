"""The extension in a real Firefox: the same folder, and what is other there than in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from extension.browsing import HELD, SITE, VAGUE, Bridge
from extension.firefox import Firefox, firefox


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, bridge: Bridge) -> Iterator[Firefox]:
    """Paired by its code and on the site of the pages, both by its settings."""
    with firefox(tmp_path_factory.mktemp("profile")) as browser:
        with browser.settings():
            browser.wait("document.querySelector('#status').textContent.includes('was not paired')")
            chosen = "[document.querySelector('#port').value, document.querySelector('#kind').value] = arguments"
            browser.run(chosen, bridge.port, "web")
            browser.type("#code", bridge.pairings.new_code())
            browser.click("#pair button")
            browser.wait("document.querySelector('#status').textContent.startsWith('Paired with postlint')")
            browser.type("#address", SITE)
            browser.click("#add button")
            browser.wait(f"document.querySelector('#sites').textContent.includes('{SITE}')")
        yield browser


@pytest.fixture
def page(browser: Firefox, pages: str) -> Firefox:
    """The page to write in, opened anew."""
    browser.open(f"{pages}/")
    return browser


def test_a_suggestion_is_shown_applied_and_undone(page: Firefox):
    page.type("textarea", VAGUE)
    page.wait("ours('.badge')[0]?.innerText === '1' && CSS.highlights.size")
    page.press(".badge")
    page.press(".action", "Replace by")
    page.wait("document.querySelector('textarea').value === 'We will answer before Friday, I promise.'")
    page.type("textarea", "\ue009z")  # Ctrl+Z
    page.wait(f"document.querySelector('textarea').value === '{VAGUE}'")


def test_what_had_better_wait_is_asked_about_once(page: Firefox):
    page.type("textarea", HELD)
    page.wait("ours('.badge')[0]?.innerText.includes('Hold')")
    page.click("button")
    page.wait("ours('.nudge').length === 1 && document.querySelector('#posted').value === ''")
    page.press(".action", "Post anyway")
    page.wait("ours('.nudge').length === 0 && document.querySelector('#posted').value === '1'")


READING = """
return browser.tabs.query({ url: "http://127.0.0.1/*" }).then(([tab]) => browser.scripting.executeScript({
  target: { tabId: tab.id },
  func: async () => [Object.keys(await chrome.storage.local.get()).sort(), await indexedDB.databases()],
})).then(([{ result }]) => result);
"""


def test_our_scripts_in_pages_reach_no_secret(page: Firefox):
    page.type("textarea", VAGUE)
    page.wait("ours('.badge').length === 1")
    with page.settings():
        assert page.run(READING) == [["pairing", "port", "sites"], []]


def test_what_old_scripts_showed_goes_when_the_extension_is_reloaded(page: Firefox):
    page.type("textarea", HELD)
    page.wait("ours('.badge')[0]?.innerText.includes('Hold')")
    page.wait("document.querySelector('html > div[popover]').old = true")
    page.reload()
    page.wait("ours('.badge').length === 1 && !document.querySelector('html > div[popover]').old")
    page.type("textarea", " More")
    page.wait("ours('.badge')[0]?.innerText.includes('Hold') && CSS.highlights.size === 1")
