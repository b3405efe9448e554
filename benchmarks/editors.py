"""What the extension's field scripts cost the page for each key, in the real editors: `make editors` first.

From Chromium's trace: the main thread's own time, not the clock's, in every call of their functions, with what these
make the browser lay out at once. For drafts of 280 and of 5,000 characters with a mark for every 450 of them.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path[:1] = [str(Path(__file__).parents[1] / "tests")]  # this folder has a file `extension`

from extension.editors.editor_page import DRAFT, EditorPage, answer  # noqa: E402 — of the tests

EDITORS = ["textarea", "draftjs", "lexical", "tiptap", "quill", "ckeditor", "tinymce", "gutenberg"]
SIZES = {280: 3, 5000: 56}
KEYS = 60

MARK_SOME = """(() => {
  const found = [...field.text().matchAll(/fijn/g)].filter((_, index) => index % 5 === 0);
  const spans = found.map(({ index }) => ({ start: index, end: index + 4, severity: "reconsider" }));
  highlights.show(field, spans);
  return spans.length;
})()"""

TO_THE_MIDDLE = """(() => {
  const middle = field.text().indexOf("wereld", field.text().length / 2) + 3;
  return field.select(middle, middle);
})()"""


def typed(browser: Browser, name: str, times: int) -> dict[str, Any]:
    """The trace of keys that are typed in the middle of a draft."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.route("**/*", answer)
    editor = EditorPage(page, f"{name}?times={times}")
    page.evaluate("async () => { await editor.added; }")
    editor.enter()
    if editor.text() != "\n".join([DRAFT] * times) or not editor.world(MARK_SOME):
        raise SystemExit(f"{name} does not show the draft that is typed in")
    editor.world(TO_THE_MIDDLE)
    browser.start_tracing(page=page, categories=["devtools.timeline", "disabled-by-default-v8.compile"])
    for _ in range(KEYS):
        editor.press("a")
    trace = json.loads(browser.stop_tracing())
    page.close()
    return trace


def costs(trace: dict[str, Any]) -> list[float]:
    """The milliseconds of our calls between each key and the next."""
    events = sorted((each for each in trace["traceEvents"] if each["ph"] == "X"), key=lambda each: each["ts"])
    found: list[float] = []
    ends = 0
    for event in events:
        data = event.get("args", {}).get("data", {})
        if event["name"] == "EventDispatch" and data.get("type") == "keydown":
            found.append(0.0)
        if event["name"] == "FunctionCall" and str(data.get("url", "")).startswith("postlint:") and event["ts"] >= ends:
            ends = event["ts"] + event["dur"]  # what it calls in turn is within its time
            if found:
                found[-1] += event.get("tdur", event["dur"]) / 1000
    return found


def main() -> None:
    """Measure each editor with each size."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        print("| editor | characters | median | 95th percentile |\n|---|---|---|---|")
        for name in EDITORS:
            for size, times in SIZES.items():
                each = costs(typed(browser, name, times))
                high = statistics.quantiles(each, n=20)[-1]
                print(f"| {name} | {size:,} | {statistics.median(each):.2f} | {high:.2f} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
