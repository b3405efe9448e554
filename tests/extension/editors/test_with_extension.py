"""The whole extension in real editors, in the page and in frames of their own: from a typed word to a replaced one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from extension.browsing import PATIENCE, SITE, VAGUE, Ours, chromium, served, store
from extension.editors.editor_page import DRAFT, EDITABLE, HERE, HTML
from playwright.sync_api import BrowserContext, Frame, sync_playwright

EDITORS = ["textarea", "lexical", "tinymce", "gutenberg"]
REPLACE = (
    """[...companion.overlay.root.querySelectorAll("button")].find((each) => each.innerText.includes("Replace by"))"""
)


class OursInEditor(Ours):
    """Our scripts where the editor is, which may be a frame."""

    frame: Frame

    def find(self) -> None:
        """Find the editor, when it has appeared."""
        for _ in range(PATIENCE // 50):
            for frame in self.page.frames:
                if frame.query_selector(EDITABLE):
                    self.frame = frame
                    return
            self.page.wait_for_timeout(50)
        raise AssertionError("The editor did not appear")

    @property
    def worlds(self) -> list[dict[str, Any]]:
        if self.frame is self.page.main_frame:
            return super().worlds
        main = self.session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        ours = [each for each in self.contexts if each["origin"].startswith("chrome-extension://")]
        return [each for each in ours if each["auxData"]["frameId"] != main]

    def place(self, selector: str, text: str = "") -> tuple[float, float]:
        x, y = super().place(selector, text)
        if self.frame is self.page.main_frame:
            return x, y
        around = self.frame.frame_element().bounding_box()
        assert around
        return x + around["x"], y + around["y"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright, chromium(playwright, tmp_path_factory.mktemp("profile")) as context:
        yield context


@pytest.fixture(scope="module")
def editors() -> Iterator[str]:
    scripts = {f"/bundles/{name}.js": (HERE / "bundles" / f"{name}.js").read_text() for name in EDITORS}
    with served({**{f"/{name}": HTML.format(name=name) for name in EDITORS}, **scripts}, policy="") as address:
        yield address


@pytest.mark.parametrize("name", EDITORS)
def test_a_suggestion_goes_into_the_editor_and_out_again(paired: BrowserContext, editors: str, name: str):
    store(paired, {"sites": [{"origin": SITE, "site": "web"}]})
    page = paired.new_page()
    ours = OursInEditor(page)
    page.goto(f"{editors}/{name}")
    ours.find()
    ours.frame.locator(EDITABLE).first.click()
    ours.wait("companion.field")
    ours.run("companion.field.select(0, 0)")
    page.keyboard.type(f"{VAGUE} ")
    draft = f"{VAGUE} {DRAFT}"
    ours.wait_for_check(draft)
    assert ours.wait("[...CSS.highlights.get('postlint-reconsider') ?? []].map(String)") == ["soon"]
    ours.press(".badge")
    ours.wait(f"{REPLACE} && ({REPLACE}.scrollIntoView(), true)")  # the panel is small where the frame is
    ours.press("button", "Replace by")
    better = draft.replace("soon", "before Friday")
    ours.wait_for_check(better)
    assert page.evaluate("editor.text()") == better
    page.keyboard.press("Control+z")
    ours.wait_for_check(draft)
    assert page.evaluate("editor.text()") == draft
    assert ours.crashes == []
    page.close()
