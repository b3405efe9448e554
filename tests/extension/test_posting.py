"""The moment before posting: what is asked, once, and that nobody is ever held up."""

from __future__ import annotations

import pytest
from extension.browsing import HELD, VAGUE, Ours, store
from extension.conftest import Opened
from extension.test_reading_along import _write, violations


def _posts(ours: Ours) -> str:
    return ours.page.inner_text("#posted")


def _asked(ours: Ours) -> bool:
    return bool(ours.run("companion.nudge.isOpen"))


PRESSES = {
    "a click": ("/", "web", lambda page: page.click("text=Post")),
    "Enter on the button": ("/", "web", lambda page: page.press("text=Post", "Enter")),
    "Space on the button": ("/", "web", lambda page: page.press("text=Post", "Space")),
    "the form's button": ("/form", "web", lambda page: page.click("text=Opslaan")),
    "Enter in the form": ("/form", "web", lambda page: page.press("input", "Enter")),
    "a click on what is no button": ("/scripted", "x", lambda page: page.click("text=Go")),
    "Enter on what is no button": ("/scripted", "x", lambda page: page.press("[role=button]", "Enter")),
    "Ctrl+Enter in the text": ("/scripted", "x", lambda page: page.press("textarea", "Control+Enter")),
}


@pytest.mark.parametrize("press", PRESSES)
def test_what_had_better_wait_is_asked_about_once(opened: Opened, press):
    path, site, pressing = PRESSES[press]
    ours = opened(path, site=site)
    _write(ours, HELD)
    pressing(ours.page)
    assert (_asked(ours), _posts(ours)) == (True, "")
    assert ours.texts(".nudge .message") == ["‘password is Summer2026’ is found."]
    ours.page.keyboard.press("Enter")  # post anyway
    assert (_asked(ours), _posts(ours)) == (False, "1")
    pressing(ours.page)
    assert (_asked(ours), _posts(ours)) == (False, "2")


@pytest.mark.parametrize("press", PRESSES)
def test_nothing_else_is_asked_about(opened: Opened, press):
    path, site, pressing = PRESSES[press]
    ours = opened(path, site=site)
    _write(ours, VAGUE)
    pressing(ours.page)
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_other_buttons_are_left_alone(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.page.click("text=Preview")
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_a_risk_that_the_author_chose_is_asked_about(paired, opened: Opened):
    store(paired, {"askRisks": ["connecting/no-deadline"]})
    ours = opened("/")
    _write(ours, VAGUE)
    ours.page.click("text=Post")
    assert _asked(ours)


def test_back_to_the_text(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.page.click("text=Post")
    ours.page.keyboard.press("Escape")
    assert (_asked(ours), _posts(ours)) == (False, "")
    assert ours.page.evaluate("document.activeElement.localName") == "textarea"
    ours.page.keyboard.type(" More.")
    ours.wait_for_check(HELD + " More.")
    ours.page.click("text=Post")  # the same words are not asked about again
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_both_ways_by_the_mouse(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.page.click("text=Post")
    ours.press(".nudge .action", "Post anyway")
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_a_second_press_goes_through_and_a_double_click_does_not(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.page.dblclick("text=Post")
    assert (_asked(ours), _posts(ours)) == (True, "")
    ours.run("companion.nudge.panel.style.top = '400px'; 0")
    ours.page.click("text=Post")
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_a_key_that_is_still_down_decides_nothing(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.page.focus("text=Post")
    for _ in range(3):
        ours.page.keyboard.down("Enter")
    assert (_asked(ours), _posts(ours)) == (True, "")
    ours.page.keyboard.up("Enter")
    ours.page.keyboard.press("Enter")
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_an_editor_in_a_frame_of_its_own(opened: Opened):
    ours = opened("/frame")
    ours.page.frame_locator("iframe").locator("textarea").fill(HELD)
    ours.wait("companion.waitsInFrames")
    ours.page.click("text=Publish")
    assert (_asked(ours), _posts(ours)) == (True, "")
    ours.page.keyboard.press("Enter")
    assert (_asked(ours), _posts(ours)) == (False, "1")


def test_a_mistake_of_ours_lets_the_post_go(opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    ours.run("companion.nudge.open = () => { throw new Error('ours'); }; 0")
    ours.page.click("text=Post")
    assert _posts(ours) == "1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_it(opened: Opened, scheme):
    ours = opened("/")
    ours.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    _write(ours, HELD)
    ours.page.click("text=Post")
    assert violations(ours) == []
