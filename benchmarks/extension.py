"""What the browser extension costs while someone types: a real Chromium, a real bridge, real keys.

`make bench-extension` types a post, one key after another at the pace of a quick typist, into a textarea and into a
contenteditable field, and reads Chromium's own trace: how long functions of the extension kept the page's main thread
for each key, the checks and their marks included. Then it measures, in the page, the time from the last key of a
sentence to its finding on the screen. On a busy machine both say more of the machine than of the extension.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]  # without this folder, where this file has the name of what it needs

from extension.browsing import SITE, Ours, chromium, pair, running_bridge, served, store  # noqa: E402 — of the tests

KEY_EVERY = 120
"""Milliseconds: a hundred words a minute."""

POST = (
    "To everyone on Church Street: work on the sewer starts on Monday. The street is closed until Friday. You can "
    "reach your house on foot. Any questions? Call me, or drop by at the site office forthwith. We keep it as short "
    "as we can, and there is coffee for all of you!!!!"
)
FINDINGS = 20
FIELDS = {
    "textarea": "<textarea id=field rows=8 cols=60></textarea>",
    "contenteditable": "<div id=field contenteditable role=textbox style='width: 500px'></div>",
}
CATEGORIES = "devtools.timeline,disabled-by-default-v8.cpu_profiler"


def main() -> None:
    """Type, and print what it cost."""
    pages = {f"/{name}": f"<!doctype html><title>{name}</title>{field}" for name, field in FIELDS.items()}
    with (
        TemporaryDirectory() as folder,
        running_bridge(Path(folder) / "bridge", {"postlint.toml": 'packs = ["core"]\n'}) as bridge,
        served(pages, policy="") as address,
        sync_playwright() as playwright,
        chromium(playwright, Path(folder) / "profile") as context,
    ):
        pair(context, bridge, bridge.port)
        store(context, {"sites": [{"origin": SITE, "site": "web"}]})
        ours = Ours(context.new_page())
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        for name in FIELDS:
            ours.page.goto(f"{address}/{name}")
            ours.page.focus("#field")
            ours.wait("companion.field")
            _print(f"{name}: main thread a key", costs(ours))
            _print(f"{name}: last key to finding", waits(ours))


def _print(what: str, times: list[float]) -> None:
    times = sorted(times)
    high = times[int(0.95 * (len(times) - 1))]
    print(f"{what}: p50 {median(times):.2f} ms, p95 {high:.2f} ms, max {times[-1]:.2f} ms ({len(times)} times)")


def costs(ours: Ours) -> list[float]:
    """Milliseconds of the main thread in functions of the extension, for each key of the post."""
    events: list[dict[str, Any]] = []
    ours.session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    done: list[object] = []
    ours.session.on("Tracing.tracingComplete", lambda data: done.extend([data]))
    ours.session.send("Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"})
    ours.page.keyboard.type(POST, delay=KEY_EVERY)
    ours.wait_for_state("checked")
    ours.session.send("Tracing.end")
    while not done:
        ours.page.evaluate("0")
    keys = sorted(_starts(events, "keydown"))
    spent = [0.0] * len(keys)
    for begin, duration in _calls(events):
        key = sum(1 for at in keys if at <= begin) - 1
        if key >= 0:
            spent[key] += duration / 1000
    return spent


def _starts(events: list[dict[str, Any]], kind: str) -> Iterator[float]:
    for event in events:
        if event["name"] == "EventDispatch" and event["args"]["data"]["type"] == kind:
            yield event["ts"]


def _calls(events: list[dict[str, Any]]) -> Iterator[tuple[float, float]]:
    """When functions of the extension were called by the browser in the page, and for how long, in microseconds."""
    pages = {event["pid"] for event in events if event["name"] == "EventDispatch"}
    for event in events:
        data = event.get("args", {}).get("data", {})
        ours = str(data.get("url", "")).startswith("chrome-extension://")
        if event["name"] == "FunctionCall" and ours and event["pid"] in pages and "dur" in event:
            yield event["ts"], event["dur"]


def waits(ours: Ours) -> list[float]:
    """Milliseconds from the last key of a sentence with a finding to the mark of the finding."""
    ours.run(
        "globalThis.last = 0; globalThis.waited = [];"
        "addEventListener('keydown', event => { last = event.timeStamp; }, true);"
        "const show = companion.highlights.show.bind(companion.highlights);"
        "companion.highlights.show = (field, spans) => { show(field, spans); if (spans.length && last) {"
        " waited.push(performance.now() - last); last = 0; } }; 0"
    )
    for _ in range(FINDINGS):
        ours.page.keyboard.press("Control+A")
        ours.page.keyboard.press("Delete")
        ours.wait_for_state("empty")
        before = ours.run("waited.length")
        ours.page.keyboard.type("Call me forthwith", delay=KEY_EVERY / 4)
        ours.wait(f"waited.length > {before}")
    times: list[float] = json.loads(ours.run("JSON.stringify(waited)"))
    return times


if __name__ == "__main__":
    main()
