"""Takes docs/extension-*.png: the extension in Chromium, on a page that looks like one where people post.

Run `python docs/make_extension_picture.py` when what the extension shows has changed. It needs Chromium and the
packages of the tests.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS.parent), str(DOCS.parent / "tests")]

from extension.browsing import SITE, Ours, chromium, pair, running_bridge, served, store  # noqa: E402 — of the tests

DRAFT = (
    "I'm not supposed to tell you this yet, but the library moves to the old station in May. "
    "Please return your books forthwith."
)
PAGE = """
<!doctype html>
<html lang=en>
<meta name=viewport content="width=device-width">
<title>A place to post</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#eef1f4, #111418); }
  body { margin: 0; color: light-dark(#1a1d21, #e8eaed); }
  main { max-width: 560px; margin: 0 auto; padding: 20px 16px; display: grid; gap: 14px; }
  article, form { background: light-dark(#fff, #1b1f24); border-radius: 14px; padding: 16px; display: grid; gap: 10px; }
  header { display: flex; gap: 10px; align-items: center; font-weight: 600; }
  header span { width: 36px; height: 36px; border-radius: 50%; background: light-dark(#c9d5e3, #3a4656); }
  [contenteditable] { min-height: 92px; padding: 12px; border: 1px solid light-dark(#c3cad3, #3b424b);
    border-radius: 10px; outline-color: light-dark(#3d6fb4, #8db4ea); }
  footer { display: flex; justify-content: end; }
  button { font: inherit; font-weight: 600; padding: 8px 20px; border: 0; border-radius: 10px; color: #fff;
    background: #3d6fb4; }
  p { margin: 0; }
</style>
<main>
  <article>
    <header><span></span>Robin, in the neighbourhood</header>
    <p>Does anyone know what happens with the library?</p>
  </article>
  <form onsubmit="event.preventDefault()">
    <header><span></span>Your answer</header>
    <div contenteditable aria-label="Your answer" role=textbox></div>
    <footer><button>Post</button></footer>
  </form>
</main>
"""


class Picture(NamedTuple):
    """What is shown, and where."""

    name: str
    scheme: str
    width: int
    height: int
    pressing: bool = False


PICTURES = [
    Picture("findings", "light", 620, 890),
    Picture("findings-dark", "dark", 620, 890),
    Picture("nudge-dark", "dark", 620, 700, pressing=True),
    Picture("phone", "light", 360, 800),
]


def take(picture: Picture, ours: Ours, address: str) -> None:
    """Write the draft on the page, and show what comes of it."""
    page = ours.page
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    page.emulate_media(color_scheme=picture.scheme, reduced_motion="reduce")
    page.goto(address)
    page.focus("[contenteditable]")
    page.keyboard.insert_text(DRAFT)
    ours.wait_for_check(DRAFT)
    if picture.pressing:
        page.click("button")
    else:
        ours.press(".badge")
    page.screenshot(path=DOCS / f"extension-{picture.name}.png")


if __name__ == "__main__":
    with (
        TemporaryDirectory() as folder,
        running_bridge(Path(folder) / "bridge", {"postlint.toml": 'packs = ["core"]\n'}) as bridge,
        served({"/": PAGE}, policy="") as address,
        sync_playwright() as playwright,
        chromium(playwright, Path(folder) / "profile", device_scale_factor=1.5) as context,
    ):
        pair(context, bridge, bridge.port)
        store(context, {"sites": [{"origin": SITE, "site": "web"}]})
        shown = Ours(context.new_page())
        for each in PICTURES:
            take(each, shown, address)
