"""From the pairing to the finding: settings, checks while typing, the badge and the popover."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from axe_playwright_python.sync_playwright import Axe
from extension.browsing import CLEAN, HELD, SITE, VAGUE, Ours, store, worker_of
from extension.conftest import Opened
from playwright.sync_api import BrowserContext, Page, expect

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text()


def _stored(browser: BrowserContext, key: str) -> object:
    return worker_of(browser).evaluate(f"chrome.storage.local.get().then(all => all.{key})")


def _write(ours: Ours, text: str) -> None:
    ours.page.focus("textarea")
    ours.page.keyboard.insert_text(text)
    ours.wait_for_check(text)


@pytest.fixture
def settings(browser: BrowserContext) -> Page:
    page = browser.new_page()
    address = worker_of(browser).url.removesuffix("background/worker.js")
    page.goto(f"{address}options/options.html")
    yield page
    page.close()


class TestSettings:
    def test_a_browser_is_paired_by_typing_the_code(self, browser, bridge, settings):
        worker_of(browser).evaluate("unpair('unpaired')")
        store(browser, {"port": bridge.port})
        settings.reload()
        expect(settings.locator("#status")).to_contain_text("was not paired")
        settings.fill("#code", "AAAA-AAAA")
        settings.click("#pair button")
        expect(settings.locator("#status")).to_contain_text("This pairing code is wrong")
        settings.fill("#code", bridge.pairings.new_code().lower())
        settings.click("#pair button")
        expect(settings.locator("#status")).to_contain_text("Paired with postlint")
        assert bridge.pairings.all()[-1].origin.startswith("chrome-extension://")
        settings.click("#forget")
        expect(settings.locator("#status")).to_contain_text("was not paired")
        assert worker_of(browser).evaluate("secrets()") is None

    def test_a_site_is_added_by_its_address_and_removed(self, paired, settings):
        store(paired, {"sites": []})
        settings.fill("#address", "no address")
        settings.click("#add button")
        expect(settings.locator("#site-said")).to_contain_text("not the address")
        settings.fill("#address", f"{SITE}:8080/some/page")
        settings.select_option("#kind", "web")
        settings.click("#add button")
        expect(settings.locator("#sites")).to_contain_text(f"{SITE} (A website)")
        assert _stored(paired, "sites") == [{"origin": SITE, "site": "web"}]
        settings.get_by_role("button", name=f"Remove {SITE}").click()
        expect(settings.locator("#sites")).not_to_contain_text(SITE)
        assert _stored(paired, "sites") == []

    def test_a_risk_is_chosen_and_a_silenced_rule_comes_back(self, paired, settings):
        store(paired, {"silenced": [{"rule": "own/a", "risk": "role/bot-speak", "origin": SITE, "reason": "our tone"}]})
        settings.get_by_label("promises without a time").check()
        expect(settings.locator("#silenced")).to_contain_text(f"(own/a), {SITE}: our tone")
        settings.get_by_role("button", name="Show own/a again").click()
        expect(settings.locator("#silenced")).to_contain_text("Nothing.")
        assert (_stored(paired, "askRisks"), _stored(paired, "silenced")) == (["connecting/no-deadline"], [])

    @pytest.mark.usefixtures("paired")
    @pytest.mark.parametrize(("path", "scheme"), [("options", "light"), ("options", "dark"), ("toolbar", "dark")])
    def test_everyone_can_use_it(self, settings, path, scheme):
        settings.emulate_media(color_scheme=scheme)
        settings.goto(settings.url.replace("options.html", f"{path}.html"))
        expect(settings.locator("#status")).to_contain_text("Paired")
        found = Axe().run(settings, options={"runOnly": WCAG})
        assert found.violations_count == 0, found.generate_report()


class TestChecks:
    def test_a_finding_comes_while_typing_and_goes_with_its_words(self, opened: Opened):
        ours = opened("/")
        ours.page.focus("textarea")
        ours.page.keyboard.type(HELD)
        ours.wait_for_check(HELD)
        assert ours.texts(".badge") == ["Hold\n1"]
        ours.page.keyboard.press("Control+A")
        ours.page.keyboard.type(CLEAN)
        ours.wait_for_check(CLEAN)
        assert ours.run("companion.badge.element.getAttribute('aria-label')") == "postlint: Post it"
        ours.page.fill("textarea", "")
        ours.wait_for_state("empty")
        assert ours.texts(".badge") == []

    def test_the_newest_draft_counts(self, opened: Opened):
        ours = opened("/")
        ours.page.focus("textarea")
        ours.run(
            "globalThis.shown = []; const known = companion.badge.show.bind(companion.badge);"
            "companion.badge.show = judged => { shown.push(judged.text); known(judged); }"
        )
        for draft in (HELD, VAGUE, CLEAN):
            ours.page.fill("textarea", draft)
            ours.run("companion.field && new Promise(done => setTimeout(done, PAUSE / 2))")
        ours.wait_for_check(CLEAN)
        assert ours.run("shown.at(-1)") == CLEAN

    def test_nothing_happens_on_a_site_that_was_not_chosen(self, paired, opened: Opened):
        ours = opened("/")
        ours.page.focus("textarea")
        store(paired, {"sites": []})
        ours.page.keyboard.insert_text(HELD)
        ours.wait("companion.field === null")
        worker_of(paired).evaluate(
            "async () => { while ((await chrome.scripting.getRegisteredContentScripts()).length) await registering; }"
        )
        ours.page.reload()
        assert ours.run("typeof companion") == "undefined"

    def test_a_draft_of_ten_thousand_emoji(self, opened: Opened):
        ours = opened("/")
        _write(ours, "🎉" * 10_000 + HELD)
        start, end = ours.run("(({start, end}) => [start, end])(companion.judged.report.findings.at(-1))")
        assert (start, end) == (20_000 + len("The wifi "), 20_000 + len("The wifi password is Summer2026"))

    def test_what_is_too_long_for_a_post_is_not_read(self, opened: Opened):
        ours = opened("/")
        ours.page.focus("textarea")
        ours.page.fill("textarea", "word " * 25_000)
        ours.wait_for_state("long")
        assert ours.texts(".badge") == ["not checked"]

    @pytest.mark.parametrize(("site", "context"), [
        ("web", {"channel": "web"}),
        ("x", {"channel": "x", "reply_to": "When does the library open?"}),
        ("threads", {}),
    ])  # fmt: skip
    def test_the_context_is_what_the_page_tells(self, opened: Opened, site, context):
        ours = opened("/scripted", site=site)
        _write(ours, CLEAN)
        assert ours.run("contextOf(companion.site, companion.field.element)") == context

    @pytest.mark.parametrize(
        ("words", "audience"), [("Public", None), ("Followers", "closed"), ("Alleen volgers", "closed")]
    )
    def test_the_audience_is_what_the_control_of_the_page_says(self, opened: Opened, words, audience):
        ours = opened("/form", site="mastodon")
        control = f"<div class=compose-form__dropdowns><button class=dropdown-button>{words}</button></div>"
        ours.page.eval_on_selector("form", "(form, html) => form.insertAdjacentHTML('beforeend', html)", control)
        _write(ours, CLEAN)
        assert ours.run("contextOf(companion.site, companion.field.element).audience ?? null") == audience


class TestBadge:
    def test_it_goes_where_the_field_goes_and_away_with_it(self, opened: Opened):
        ours = opened("/scrolled")
        _write(ours, VAGUE)
        _, before = ours.place(".badge")
        ours.page.eval_on_selector("div", "div => { div.scrollTop += 30; }")
        ours.wait(f"companion.badge.element.getBoundingClientRect().top < {before - 30}")
        ours.page.eval_on_selector("div", "div => { div.scrollTop = 0; }")
        ours.wait("companion.badge.element.style.visibility === 'hidden'")
        ours.page.eval_on_selector("textarea", "field => field.remove()")
        ours.wait("companion.field === null && companion.badge.element.hidden")

    def test_it_can_be_pressed_in_a_modal_dialog(self, opened: Opened):
        ours = opened("/dialog")
        _write(ours, VAGUE)
        ours.press(".badge")
        assert ours.texts(".message") == ["‘soon’ is found."]

    @pytest.mark.parametrize(("complete", "tone"), [(True, "post"), (False, "unknown")])
    def test_silence_is_not_safety(self, opened: Opened, complete, tone):
        ours = opened("/")
        _write(ours, CLEAN)
        report = f"{{...companion.judged.report, complete: {json.dumps(complete)}}}"
        assert ours.run(f"new Verdict({{...companion.judged, report: {report}}}).tone") == tone

    def test_a_verdict_is_said_once(self, opened: Opened):
        ours = opened("/")
        _write(ours, HELD)
        ours.wait("companion.badge.live.textContent === 'Hold'")


class TestPopover:
    def test_a_suggestion_is_put_in_the_draft_and_can_be_undone(self, opened: Opened):
        ours = opened("/")
        _write(ours, VAGUE)
        ours.press(".badge")
        ours.press(".action.main", "before Friday")
        better = VAGUE.replace("soon", "before Friday")
        ours.wait_for_check(better)
        assert ours.texts(".body p") == ["Nothing stood out. You decide."]
        assert ours.page.input_value("textarea") == better
        ours.page.keyboard.press("Control+Z")
        ours.wait_for_check(VAGUE)

    @pytest.mark.parametrize("height", [500, 240])
    def test_it_leaves_the_field_free_where_there_is_room_beside_it(self, opened: Opened, height):
        ours = opened("/")
        ours.page.set_viewport_size({"width": 400, "height": height})
        _write(ours, f"{VAGUE} {HELD}")
        ours.press(".badge")
        panel = "companion.popover.panel.getBoundingClientRect()"
        assert ours.run(f"{panel}.top >= companion.field.element.getBoundingClientRect().bottom") == (height == 500)
        assert ours.run(f"{panel}.bottom <= innerHeight && {panel}.top >= 0")

    def test_an_example_is_shown_on_request(self, opened: Opened):
        ours = opened("/")
        _write(ours, VAGUE)
        ours.press(".badge")
        ours.press(".action", "An example")
        ours.wait("companion.overlay.root.querySelector('.case')")
        assert ours.texts(".case blockquote") == ["We will mend it soon.", "We mend it on Friday."]

    def test_what_is_silenced_here_stays_on_this_computer(self, paired, opened: Opened):
        ours = opened("/")
        _write(ours, VAGUE)
        ours.press(".badge")
        ours.press(".action", "Not here")
        ours.page.keyboard.type("we always do")
        ours.page.keyboard.press("Enter")
        ours.wait("companion.judged.report.findings.length === 0")
        known = {"rule": "own/connecting/soon", "risk": "connecting/no-deadline"}
        assert _stored(paired, "silenced") == [{**known, "reason": "we always do", "origin": SITE}]
        assert ours.run("companion.judged.report.verdict") == "post"

    def test_it_opens_and_closes_by_the_keyboard(self, paired, opened: Opened):
        ours = opened("/")
        _write(ours, VAGUE)
        worker_of(paired).evaluate(  # the shortcut itself is the browser's, and pressed outside of the page
            "chrome.tabs.query({active: true}).then(tabs => tabs.forEach(tab => tell(tab.id, {kind: 'open'})))"
        )
        ours.wait("companion.overlay.root.activeElement === companion.popover.panel")
        assert ours.run("companion.badge.element.getAttribute('aria-expanded')") == "true"
        ours.page.keyboard.press("Tab")
        assert ours.run("companion.overlay.root.activeElement.getAttribute('aria-label')") == "Close"
        ours.page.keyboard.press("Enter")
        ours.wait("!companion.popover.isOpen && document.activeElement === companion.field.element")
        assert ours.run("companion.badge.element.getAttribute('aria-expanded')") == "false"

    def test_escape_in_the_text_closes_it_and_nothing_of_the_page(self, opened: Opened):
        ours = opened("/dialog")
        _write(ours, VAGUE)
        ours.press(".badge")
        ours.page.keyboard.press("Escape")
        assert not ours.run("companion.popover.isOpen")
        assert ours.page.evaluate("document.querySelector('dialog').open")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_everyone_can_use_it(self, opened: Opened, scheme):
        ours = opened("/")
        ours.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        _write(ours, f"{HELD} {VAGUE}")
        ours.press(".badge")
        ours.press(".action", "Not here")
        assert violations(ours) == []


def violations(ours: Ours) -> list[str]:
    """What axe finds in what we show: it is let into what is closed."""
    ours.run("Object.defineProperty(companion.overlay.host, 'shadowRoot', { get: () => companion.overlay.root }); 0")
    ours.run(f"{AXE}; 0")
    options = json.dumps({"runOnly": WCAG, "rules": {"region": {"enabled": False}}})  # landmarks are the page's
    found = ours.run(f"axe.run(companion.overlay.host, {options}).then(found => JSON.stringify(found.violations))")
    return [re.sub(r"\s+", " ", f"{each['id']}: {each['nodes'][0]['html']}") for each in json.loads(found)]
