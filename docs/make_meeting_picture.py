"""Takes docs/report-html.png: the HTML report on a few texts and on what they were before, as Chromium shows it.

Run `python docs/make_meeting_picture.py` when that report has changed. It needs Chromium and the packages of the tests.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from postlint.document import Draft
from postlint.engine import Linter
from postlint.finding import Report
from postlint.origin import copied
from postlint.reporters.change import read_older
from postlint.reporters.html import html
from postlint.reporters.json import json_run
from postlint.reporters.masking import masked

PICTURE = Path(__file__).parent / "report-html.png"
WIDTH, HEIGHT = 860, 1180
MADE = datetime(2026, 5, 4, 9, tzinfo=UTC)
BEFORE = {
    "news/library.md": "The library moves to the old station. We will get back to you as soon as possible!!!!",
    "news/market.md": "On Saturday we are at the market with coffee and the plans for the park.",
    "news/wifi.md": "Welcome to the open day! The wifi password is Summer2026!",
    "services/permit.md": "Pursuant to the policy in force the application shall be submitted prior to commencement.",
}
NOW = {
    **BEFORE,
    "news/library.md": "I'm not supposed to tell you this yet, but the library moves to the old station in May!!!!",
    "services/moving.md": "We can't help you with that. Fill in the form on our website. You clearly have not read it.",
}


def reports(texts: dict[str, str]) -> list[Report]:
    """What the pack core says of the texts."""
    linter = Linter(["core"])
    return [linter.check(Draft(text, id=file, origin=copied(file, text))) for file, text in texts.items()]


def page(folder: Path) -> Path:
    """The report on the texts as they are now, compared with before."""
    older = folder / "older.json"
    older.write_text("".join(json_run(map(masked, reports(BEFORE)))), encoding="utf-8")
    made = folder / "report.html"
    made.write_text("".join(html(reports(NOW), made=MADE, lang="en", older=read_older(older))), encoding="utf-8")
    return made


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        shown.goto(page(Path(folder)).as_uri())
        shown.screenshot(path=PICTURE)
        browser.close()
