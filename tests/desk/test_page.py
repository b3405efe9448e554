"""The desk as its users have it: what shows while typing, and what can be done with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from axe_playwright_python.sync_playwright import Axe
from bridge.running import DUTCH, ENGLISH
from desk.conftest import OpenDesk
from desk.serving import Desk, Served
from playwright.sync_api import expect

from postlint.context import Audience, Channel

BETTER = "Fijn dat u schreef"
LONG_LINK = "https://example.org/een/heel/lang/pad/naar/de/pagina"
ALL = f"Geen haast. {DUTCH} over de fusie. "
NARROW = {"viewport": {"width": 360, "height": 740}}


def test_findings_appear_while_typing(desk: Desk):
    expect(desk.verdict).to_contain_text("Nothing to read yet")
    desk.type(f"Beste buurman, {DUTCH.lower()}. Geen haast!")
    expect(desk.marks).to_have_text([DUTCH.lower(), "haast"])
    expect(desk.cards).to_have_count(2)
    expect(desk.cards.first).to_contain_text(f"‘{DUTCH.lower()}’ is found.It is only a test.Write something else.")
    expect(desk.verdict).to_contain_text("Reconsider")
    expect(desk.verdict).to_contain_text("2 findings: 1 × reconsider, 1 × note")
    desk.press("ControlOrMeta+a")
    desk.press("Delete")
    expect(desk.verdict).to_contain_text("Nothing to read yet")
    expect(desk.marks).to_have_count(0)
    expect(desk.cards).to_have_count(0)
    desk.type("Tot vrijdag, buurman.")
    expect(desk.verdict).to_contain_text("Post it")
    expect(desk.verdict).to_contain_text("Nothing stands out.")


def test_a_check_that_is_under_way_is_given_up_for_a_newer_one(desk: Desk):
    given_up: list[str] = []
    desk.page.route("**/v1/check", lambda _held: None, times=1)
    desk.page.on("requestfailed", lambda request: given_up.append(request.failure or ""))
    with desk.page.expect_request("**/v1/check"):
        desk.type("Geen haast.")
    desk.press("ControlOrMeta+a")
    desk.type(f"{DUTCH}.")
    expect(desk.marks).to_have_text([DUTCH])
    assert set(given_up) == {"net::ERR_ABORTED"}


def test_a_suggestion_is_put_in_place_and_taken_back(desk: Desk):
    desk.type(f"Dag! {DUTCH}. Tot ziens.")
    desk.cards.get_by_role("button", name=BETTER).click()
    expect(desk.text).to_have_text(f"Dag! {BETTER}. Tot ziens.")
    expect(desk.verdict).to_contain_text("Post it")
    expect(desk.text).to_be_focused()
    desk.press("ControlOrMeta+z")
    expect(desk.text).to_have_text(f"Dag! {DUTCH}. Tot ziens.")
    expect(desk.cards).to_have_count(1)
    desk.press("ControlOrMeta+y")
    expect(desk.text).to_have_text(f"Dag! {BETTER}. Tot ziens.")
    desk.button("Undo").click()
    expect(desk.text).to_have_text(f"Dag! {DUTCH}. Tot ziens.")


def test_all_can_be_done_by_keyboard(desk: Desk):
    desk.type(f"Geen haast. {DUTCH}.")
    expect(desk.marks).to_have_count(2)
    desk.press("ControlOrMeta+Home")
    desk.press("F8")
    desk.press("F8")
    expect(desk.cards.nth(1)).to_have_class(re.compile("current"))
    expect(desk.popover).to_contain_text(f"‘{DUTCH}’ is found.")
    expect(desk.page.locator("#said")).to_have_text(f"‘{DUTCH}’ is found.")
    desk.press("ArrowRight")
    expect(desk.popover).to_be_hidden()
    desk.press("Alt+Enter")
    expect(desk.popover).to_contain_text(f"‘{DUTCH}’ is found.")
    expect(desk.popover.get_by_role("button", name=BETTER)).to_be_focused()
    expect(desk.popover).to_have_accessible_description(f"Reconsider ‘{DUTCH}’ is found. Write something else.")
    for way_back in ("Escape", "Shift+Tab", "Tab"):
        if way_back == "Tab":
            desk.press("Tab")
            expect(desk.popover.get_by_role("button", name="Close")).to_be_focused()
        desk.press(way_back)
        expect(desk.popover).to_be_hidden()
        expect(desk.text).to_be_focused()
        desk.press("Alt+Enter")
    desk.press("Enter")
    expect(desk.text).to_have_text(f"Geen haast. {BETTER}.")
    desk.press("Shift+F8")
    desk.press("Tab")  # the field keeps no Tab for itself
    expect(desk.button("Undo")).to_be_focused()
    expect(desk.cards).to_have_count(1)
    desk.cards.get_by_role("button", name="Show in the text").focus()
    desk.press("Enter")
    expect(desk.text).to_be_focused()
    assert (
        desk.page.evaluate("getSelection().toString() || document.activeElement.shadowRoot.getSelection().toString()")
        == "haast"
    )


def test_a_pointer_shows_what_is_said_of_the_words(desk: Desk):
    desk.type(f"{DUTCH}. Tot ziens.")
    desk.marks.first.hover()
    expect(desk.popover).to_contain_text("Write something else.")
    desk.popover.get_by_role("heading").hover()  # it may be pointed at itself
    desk.press("Escape")
    expect(desk.popover).to_be_hidden()
    desk.marks.first.click()
    expect(desk.popover).to_be_visible()
    desk.popover.get_by_role("button", name=BETTER).click()
    expect(desk.popover).to_be_hidden()
    expect(desk.text).to_have_text(f"{BETTER}. Tot ziens.")


def test_good_practice_opens_and_stays_open_while_typing_on(desk: Desk):
    desk.type(f"{DUTCH}.")
    desk.cards.get_by_text("How others put it").click()
    expect(desk.cards.first).to_contain_text("Wat een foto, die ooievaar!")
    desk.type(" Geen haast.")
    expect(desk.cards).to_have_count(2)
    expect(desk.cards.first.get_by_text("Wat een foto, die ooievaar!")).to_be_visible()


@pytest.mark.parametrize(
    ("channel", "text", "counter"),
    [
        ("X", f"Zie {LONG_LINK}", "27 of 280 characters"),
        ("Bluesky", "👩‍👩‍👧 " * 151, "302 of 300 characters2 too many"),
        ("Website", "Dag 👋", "5 characters"),
    ],
)
def test_the_counter_counts_as_the_channel_does(desk: Desk, channel, text, counter):
    desk.page.get_by_label("Channel").select_option(channel)
    desk.text.focus()
    desk.page.keyboard.insert_text(text)
    expect(desk.page.locator("#length")).to_have_text(re.compile(f"^{counter}"))


def test_another_channel_changes_counter_and_findings(desk: Desk):
    desk.text.focus()
    desk.page.keyboard.insert_text("Zwembadopeningstijden. " * 13)
    expect(desk.page.locator("#length")).to_contain_text("299 characters")
    expect(desk.verdict).to_contain_text("Post it")
    desk.page.get_by_label("Channel").select_option("x")
    expect(desk.page.locator("#length")).to_contain_text("299 of 280 characters19 too many")
    expect(desk.cards).to_have_count(1)
    expect(desk.cards).to_contain_text("About the whole post")
    expect(desk.marks).to_have_count(0)


def test_the_post_replied_to_changes_what_is_found(desk: Desk):
    desk.type("Het is mooi weer vandaag.")
    expect(desk.verdict).to_contain_text("Post it")
    desk.page.get_by_label("In reply to").fill("Wanneer gaat het zwembad open?")
    expect(desk.marks).to_have_text(["mooi weer"])
    desk.page.get_by_label("In reply to").fill("")
    expect(desk.marks).to_have_count(0)


def test_the_verdict_says_until_when(desk: Desk):
    desk.type("Nieuws over de fusie.")
    desk.page.get_by_label("Post at").fill("2026-04-30T12:00")
    expect(desk.verdict).to_contain_text(re.compile("Hold until Friday,? 1 May 2026 at 09:00"))
    desk.page.get_by_label("Post at").fill("2026-05-01T09:00")
    expect(desk.verdict).to_contain_text("Post it")
    desk.page.get_by_label("Post at").fill("9999-05-01T09:00")
    expect(desk.verdict).to_contain_text("Not checked")
    expect(desk.verdict).to_contain_text("the year 9999 cannot be reckoned with")


def test_before_and_after_stand_side_by_side(desk: Desk):
    compare = desk.button("Before and after")
    desk.type("Weg ermee")
    expect(compare).to_be_disabled()
    desk.press("ControlOrMeta+a")
    desk.press("Delete")
    desk.paste(f"{DUTCH}. Tot ziens.")
    compare.click()
    desk.cards.get_by_role("button", name=BETTER).click()
    before, after = desk.page.locator("#comparison .cm-content").all()
    expect(before).to_have_text(f"{DUTCH}. Tot ziens.")
    expect(after).to_have_text(f"{BETTER}. Tot ziens.")
    expect(desk.page.locator("#comparison .before")).to_have_text(re.compile(r"Before, as pasted at \d\d:\d\d$"))
    desk.button("Remember this version").click()
    desk.page.set_viewport_size({"width": 360, "height": 740})
    desk.press("ControlOrMeta+z")
    expect(desk.page.locator("#comparison del")).to_have_text(re.compile("Fijn"))
    expect(desk.page.locator("#comparison")).to_contain_text("as remembered at")
    compare.click()
    expect(desk.page.locator("#comparison")).to_be_hidden()


def test_it_speaks_dutch_and_english_and_findings_speak_as_the_draft(open_desk: OpenDesk, served: Served):
    desk = open_desk(served, locale="nl-NL")
    desk.type(f"{ENGLISH}.")
    expect(desk.verdict).to_contain_text("Heroverwegen1 bevinding: 1 × heroverwegen")
    expect(desk.page.locator("html")).to_have_attribute("lang", "nl")
    expect(desk.cards.get_by_role("heading")).to_have_attribute("lang", "en")
    desk.button("English").click()
    expect(desk.verdict).to_contain_text("Reconsider1 finding: 1 × reconsider")
    expect(desk.cards).to_have_count(1)
    desk.page.on("dialog", lambda dialog: dialog.accept())  # leaving a draft is asked about
    desk.page.reload()
    expect(desk.button("Nederlands")).to_be_visible()
    expect(desk.text).to_have_attribute("aria-label", "Your draft")
    expect(desk.verdict).to_contain_text("Nothing to read yet")


def test_nothing_but_the_language_is_kept(desk: Desk):
    desk.type(f"{DUTCH}.")
    desk.page.get_by_label("In reply to").fill("Wanneer gaat het zwembad open?")
    expect(desk.cards).to_have_count(1)
    desk.button("Nederlands").click()
    stored = desk.page.evaluate(
        """async () => [{...localStorage}, {...sessionStorage}, await indexedDB.databases(), await caches.keys()]"""
    )
    assert stored == [{"postlint.lang": "nl"}, {}, [], []]


def test_what_is_said_aloud_waits_for_rest(desk: Desk):
    desk.page.evaluate(
        """() => {
            window.said = [];
            const region = document.getElementById("said");
            new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
        }"""
    )
    desk.press("F8")
    desk.type(f"Geen haast, geen haast, buurman. {DUTCH}.")
    expect(desk.page.locator("#said")).to_have_text(re.compile("Reconsider"))
    assert [re.sub(r"\s", " ", told) for told in desk.page.evaluate("said")] == [
        "Reconsider. 3 findings: 1 × reconsider, 2 × note."
    ]
    desk.cards.get_by_role("button", name=BETTER).click()
    expect(desk.page.locator("#said")).to_have_text(f"‘{DUTCH}’ is now ‘{BETTER}’. Ctrl+Z undoes it.")
    expect(desk.page.locator("#said")).to_have_text(re.compile("Post it. 2 findings"))
    desk.press("ControlOrMeta+Home")
    desk.press("F8")
    expect(desk.page.locator("#said")).to_have_text("‘haast’ is found.")
    expect(desk.page.locator("#said")).to_have_attribute("lang", "nl")
    desk.press("ControlOrMeta+a")
    desk.press("Delete")
    expect(desk.verdict).to_contain_text("Nothing to read yet")
    desk.type("Tot ziens.")
    expect(desk.page.locator("#said")).to_have_text("Post it. Nothing stands out.")
    expect(desk.page.locator("#said")).to_have_attribute("lang", "en")
    desk.press("F8")  # where nothing is marked, it and Alt+Enter say the verdict again
    desk.press("Alt+Enter")
    assert [re.sub(r"\s", " ", told) for told in desk.page.evaluate("said")[1:]] == [
        f"‘{DUTCH}’ is now ‘{BETTER}’. Ctrl+Z undoes it.",
        "Post it. 2 findings: 2 × note.",
        "‘haast’ is found.",
        "Post it. Nothing stands out.",
        "Post it. Nothing stands out. ",  # or Orca would not tell it again
        "Post it. Nothing stands out.",
    ]


def test_the_placeholder_is_told_of_an_empty_field_alone(desk: Desk):
    expect(desk.text).to_have_attribute("aria-placeholder", "Paste or type your post")
    desk.type("Tot ziens.")
    expect(desk.text).not_to_have_attribute("aria-placeholder", re.compile(""))


def test_a_bridge_that_is_killed_and_comes_back(open_desk: OpenDesk, tmp_path: Path):
    served = Served(tmp_path / "served")
    try:
        desk = open_desk(served)
        desk.type(f"{DUTCH}.")
        expect(desk.cards).to_have_count(1)
        served.kill()
        desk.type(" Geen haast.")
        expect(desk.verdict).to_contain_text("Not checked")
        expect(desk.verdict).to_contain_text("postlint does not answer")
        served.start()
        expect(desk.verdict).to_contain_text("2 findings")
        expect(desk.text).to_have_text(f"{DUTCH}. Geen haast.")
    finally:
        served.close()


def test_a_desk_that_was_closed_says_what_to_do_and_goes_on(desk: Desk, served: Served):
    desk.page.context.clear_cookies()
    desk.type(f"{DUTCH}.")
    expect(desk.verdict).to_contain_text("This desk is closed. Run postlint desk")
    again = desk.page.context.new_page()
    again.goto(f"{served.origin}/desk/")
    expect(again.locator("body")).to_contain_text("Run `postlint desk` to open it.")
    again.goto(served.opening())
    expect(desk.verdict).to_contain_text("Reconsider")


def test_ten_thousand_emoji(desk: Desk):
    desk.page.get_by_label("Channel").select_option("mastodon")
    desk.paste("😀" * 10_000 + f" {DUTCH}.")
    expect(desk.page.locator("#length")).to_contain_text(f"{10_000 + len(DUTCH) + 2:,} of 500 characters")
    expect(desk.cards).to_have_count(2)
    desk.cards.get_by_role("button", name="Show in the text").click()
    expect(desk.marks).to_have_text([DUTCH])


def test_the_choices_are_those_of_the_library(desk: Desk):
    def choices(label: str) -> list[str]:
        return [option.get_attribute("value") for option in desk.page.get_by_label(label).locator("option").all()]

    assert choices("Channel") == ["", *get_args(Channel)]
    assert choices("Audience") == [*get_args(Audience)]


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, NARROW, {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}],
    ids=["light", "dark", "phone", "zoom"],
)
def test_everyone_can_use_it(open_desk: OpenDesk, served: Served, options):
    desk = open_desk(served, bypass_csp=True, **options)  # or axe itself could not run
    assert violations(desk) == []
    desk.paste(ALL)
    desk.page.get_by_label("Post at").fill("2026-04-30T12:00")
    expect(desk.cards).to_have_count(3)
    desk.button("Before and after").click()
    desk.type("Tot ziens.")
    desk.cards.get_by_text("How others put it").nth(1).click()
    expect(desk.cards.nth(1)).to_contain_text("ooievaar")
    desk.page.get_by_text("Keys").click()
    assert desk.page.evaluate("document.documentElement.scrollWidth") == desk.page.viewport_size["width"]
    desk.text.focus()
    desk.press("ControlOrMeta+Home")
    desk.press("F8")
    expect(desk.popover).to_be_visible()
    assert violations(desk) == []


def violations(desk: Desk) -> list[tuple[str, str]]:
    found = Axe().run(desk.page).response["violations"]
    return [(each["id"], node["html"][:200]) for each in found for node in each["nodes"]]


def test_marks_show_where_colours_are_the_users_own(open_desk: OpenDesk, served: Served):
    desk = open_desk(served, forced_colors="active", reduced_motion="reduce")
    desk.page.get_by_label("Post at").fill("2026-04-30T12:00")
    desk.type(ALL)
    expect(desk.marks).to_have_count(3)
    styles = desk.marks.evaluate_all("marks => marks.map(mark => getComputedStyle(mark).textDecorationStyle)")
    assert styles == ["dotted", "wavy", "solid"]
    assert desk.page.evaluate("document.getAnimations().length") == 0
