"""From a key at the desk to the finding on its page, in real Chromium with a real bridge: `make bench-desk`.

A post of 300 characters stands there, and a key completes the words of a rule. Measured is the time within the page,
from the key's own event to the frame in which the mark is drawn: the rest after the last key, the check, the drawing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import Page, sync_playwright

from browser_ext_bridge.server.pairing import Pairings

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = 60
POST = (
    "Morgen begint het werk aan de brug bij de molen. De fietsers kunnen omrijden langs het park, en wie met de bus "
    "reist merkt er niets van. Anja van team Groen staat om negen uur bij de brug met koffie, en hoort graag wat je "
    "ervan vindt. In de hal hangt ook een kaart. "
)
WORDS = "Wij komen hier zo snel mogelij"
LAST = "k"
MEASURE = """() => {
    const field = document.querySelector("#field").shadowRoot;
    window.waited = [];
    addEventListener("keydown", (event) => { if (event.key === "k") window.begun = event.timeStamp; }, true);
    new MutationObserver(() => {
        if (window.begun === undefined || !field.querySelector(".cm-lintRange")) return;
        const begun = window.begun;
        window.begun = undefined;
        requestAnimationFrame(() => setTimeout(() => window.waited.push(performance.now() - begun)));
    }).observe(field, { childList: true, subtree: true });
}"""


@contextmanager
def desk_address(folder: Path) -> Iterator[str]:
    """The address at which a bridge of its own opens the desk."""
    os.environ.update({f"XDG_{name}": str(folder) for name in ("STATE_HOME", "CONFIG_HOME", "RUNTIME_DIR")})
    program = "from postlint.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8") as bridge:
        assert bridge.stdout  # noqa: S101 — it is a pipe
        origin = "http" + bridge.stdout.readline().partition("http")[2].partition(";")[0]
        yield f"{origin}/desk/open/{Pairings(folder / 'postlint/bridge.sqlite').new_opening()}"
        bridge.kill()


def measured(page: Page) -> list[float]:
    """Milliseconds from key to finding, of each time that the words are completed."""
    page.locator("#field .cm-content").focus()
    page.keyboard.insert_text(POST + WORDS)
    page.locator("#verdict.post").wait_for()
    page.evaluate(MEASURE)
    for number in range(1, KEYS + 1):
        page.keyboard.press(LAST)
        page.wait_for_function("number => waited.length === number", arg=number)
        page.keyboard.press("Backspace")
        page.locator("#verdict.post").wait_for()
    waited: list[float] = page.evaluate("waited")
    return waited


def main() -> None:
    """Print the figures."""
    with TemporaryDirectory() as folder, desk_address(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.goto(address)
        waited = measured(page)
        browser.close()
    hundredths = quantiles(waited, n=100, method="inclusive")
    median, most = hundredths[49], hundredths[94]
    print(
        f"From key to finding, {KEYS} times: {median:.0f} ms at the median, {most:.0f} ms at the 95th percentile, ",
        end="",
    )
    print(f"{max(waited):.0f} ms at most. Load average {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
