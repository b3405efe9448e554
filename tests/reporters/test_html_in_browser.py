"""The report as Chromium shows it: nothing is fetched, nothing runs over, and everyone can read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from report_cases import RUN, report, written

from postlint.reporters.change import Noted
from postlint.reporters.html import html

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LONG = report(
    "[[Hottentottententententoonstelling]] " * 5 + "é" * 300, file="een/heel/lange/naam/van/een/tekst" * 4 + ".md"
)
OLDER = {"gone": Noted("d.md", "own/role/gone", "role/bot-speak", "Dit is weg.")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "These tests look at the report in Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(written(html([*RUN, LONG], made=MADE, lang="en", older=OLDER)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 1000), ("light", 360)])
def test_it_shows_well_and_fetches_nothing(browser: Browser, page: Path, scheme, width):
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    shown = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(page.as_uri())
    assert asked == [page.as_uri()]
    assert complaints == []  # of the policy, or of what it stopped
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    light = shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"
    assert light == (scheme == "light")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(browser: Browser, page: Path, scheme):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # or axe itself could not run
    shown = context.new_page()
    shown.goto(page.as_uri())
    violations = Axe().run(shown).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    context.close()


def test_it_prints_on_white(browser: Browser, page: Path):
    context = browser.new_context(color_scheme="dark")
    shown = context.new_page()
    shown.goto(page.as_uri())
    shown.emulate_media(media="print", color_scheme="dark")
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert shown.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert shown.pdf().startswith(b"%PDF")
    context.close()
