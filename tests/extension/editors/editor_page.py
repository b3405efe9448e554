"""The real editors on local pages, with the extension's field scripts in a world of their own beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page, Route

HERE = Path(__file__).parent
FIELD = HERE.parents[2] / "browser_ext_bridge" / "extension" / "field"
SCRIPTS = "\n".join(
    (FIELD / f"{name}.js").read_text() for name in ["reading", "edits", "mirror", "field", "highlights"]
)
STYLE = (FIELD / "highlights.css").read_text()

SITE = "http://editors.test"
HTML = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>{name}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/bundles/{name}.css"><body><div id="place"></div>
<script src="/bundles/{name}.js"></script>"""

DRAFT = "Hallo 👩‍👧 wereld, dit is fijn.\nRegel een\nregel twee\n\nDank @jan, wij komen erop terug."
"""What every page opens with (pages/draft-text.js)."""

EDITABLE = "textarea, [contenteditable=true]"

IN_WORLD = """
const highlights = new Highlights();
let field = null;
const span = (words, severity) => {
  const start = field.text().indexOf(words);
  return { start, end: start + words.length, severity };
};
const found = (words) => {
  const { start, end } = span(words);
  const boxes = field.boxes(start, end);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const from = document.caretPositionFromPoint(first.left + 1, first.top + first.height / 2);
  const to = document.caretPositionFromPoint(last.right - 1, last.top + last.height / 2);
  if (from.offsetNode === field.element) return field.text().slice(from.offset, to.offset);
  const range = document.createRange();
  range.setStart(from.offsetNode, from.offset);
  range.setEnd(to.offsetNode, to.offset);
  return String(range);
};
const marked = () => Object.fromEntries(
  [...CSS.highlights].map(([name, ranges]) => [name.slice("postlint-".length), [...ranges].map(String)]));
"""


def answer(route: Route) -> None:
    """What the pages' site says: a page for each name, and the bundles."""
    path = route.request.url.removeprefix(SITE + "/").partition("?")[0]
    if path == "plain":
        return route.fulfill(content_type="text/html", body="<!doctype html><body></body>")
    if not path.startswith("bundles/"):
        return route.fulfill(content_type="text/html", body=HTML.format(name=path))
    bundle = HERE / path
    return route.fulfill(path=bundle) if bundle.exists() else route.fulfill(content_type="text/css", body="")


class EditorPage:
    """A page with an editor in it; `world` runs JavaScript where a content script would."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(f"{SITE}/{name}")
        self.cdp = page.context.new_cdp_session(page)
        for domain in ("Page", "DOM", "CSS", "HeapProfiler"):
            self.cdp.send(f"{domain}.enable")
        self._frame: Frame | None = None
        self._world = 0

    def lay(self, html: str) -> None:
        """Give the page this body, and take the editable in it."""
        self.page.evaluate("(html) => { document.body.innerHTML = html; scrollTo(0, 0); }", html)
        self.enter()

    def renew(self) -> None:
        """The editor as it was when the page opened, without the focus, and with nothing of ours in the page."""
        self.page.evaluate("async () => { await editor.remove(); await editor.add(); }")
        self.enter()

    def enter(self) -> None:
        """Find the editor, and enter its frame if that is new."""
        frame = self.frame()
        if frame is not self._frame:
            self._frame, self._world = frame, self._new_world(frame)
        self.world("(field = Field.at(document.querySelector('textarea, [contenteditable=true]')), 0)")

    def is_framed(self) -> bool:
        """Whether the editor has a frame of its own."""
        return self._frame is not self.page.main_frame

    def frame(self) -> Frame:
        """The frame that holds the editable, when it has appeared."""
        for _ in range(600):
            for frame in self.page.frames:
                if not frame.is_detached() and frame.query_selector(EDITABLE):
                    return frame
            self.page.wait_for_timeout(50)
        raise AssertionError("The editor did not appear")

    def _new_world(self, frame: Frame) -> int:
        tree = self.cdp.send("Page.getFrameTree")["frameTree"]
        frames = [tree["frame"], *(child["frame"] for child in tree.get("childFrames", []))]
        frame_id = next(each["id"] for each in reversed(frames) if each["url"] == frame.url)
        world = self.cdp.send("Page.createIsolatedWorld", {"frameId": frame_id, "worldName": "postlint"})
        sheet = self.cdp.send("CSS.createStyleSheet", {"frameId": frame_id})["styleSheetId"]
        self.cdp.send("CSS.setStyleSheetText", {"styleSheetId": sheet, "text": STYLE})
        self._world = int(world["executionContextId"])
        self.world(SCRIPTS + IN_WORLD + "0\n//# sourceURL=postlint:field")
        return self._world

    def world(self, expression: str) -> Any:
        """What an expression is where a content script runs, awaited."""
        asked = {"contextId": self._world, "expression": expression, "awaitPromise": True, "returnByValue": True}
        result = self.cdp.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def living(self, kind: str) -> int:
        """How many objects of a class of the browser's our scripts keep alive."""
        self.cdp.send("HeapProfiler.collectGarbage")
        prototype = self.cdp.send("Runtime.evaluate", {"contextId": self._world, "expression": f"{kind}.prototype"})
        found = self.cdp.send("Runtime.queryObjects", {"prototypeObjectId": prototype["result"]["objectId"]})["objects"]
        counting = {"objectId": found["objectId"], "functionDeclaration": "function () { return this.length; }"}
        return int(self.cdp.send("Runtime.callFunctionOn", {**counting, "returnByValue": True})["result"]["value"])

    def model(self) -> str:
        """The draft as the editor itself knows it."""
        return str(self.page.evaluate("editor.text()"))

    def text(self) -> str:
        """The draft as we read it."""
        return str(self.world("field.text()"))

    def empty(self) -> None:
        """Take out all that is written; a selection stays within one block where an editor has blocks."""
        if not self.page.evaluate("editor.empty?.()"):
            self.world("field.select(0, field.text().length)")
            self.press("Delete")

    def mark(self, **words: str) -> None:
        """Mark the first place of some words, by severity."""
        spans = ", ".join(f"span({json.dumps(each)}, '{severity}')" for severity, each in words.items())
        self.world(f"(highlights.show(field, [{spans}]), 0)")

    def marked(self) -> dict[str, list[str]]:
        """The words that are marked, by severity."""
        return {
            severity: [text.replace("\ufeff", "") for text in texts]
            for severity, texts in self.world("marked()").items()
        }

    def replace(self, old: str, new: str) -> bool:
        """Have the first place of some words replaced."""
        start = f"field.text().indexOf({json.dumps(old)})"
        return bool(self.world(f"field.replace({start}, {start} + {len(old)}, {json.dumps(new)}, {json.dumps(old)})"))

    def press(self, *keys: str) -> None:
        """Press keys as the author would, each after what the one before it brings about."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(30)

    def wait_for_model(self, text: str) -> None:
        """Wait until the editor knows this draft, and check that it is also what we read."""
        for _ in range(200):
            if self.model() == text == self.text():
                return
            self.page.wait_for_timeout(50)
        assert self.model() == text
        assert self.text() == text
