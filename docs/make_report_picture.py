"""Draws docs/report.svg: the report on docs/example-draft.txt, by the reporter that the terminal uses.

Run `python docs/make_report_picture.py` when the report has changed.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.reporters.text import print_report

DOCS = Path(__file__).parent
PICTURE = DOCS / "report.svg"
PUBLISH_AT = datetime(2026, 5, 1, 7, tzinfo=UTC)
FONT_FACE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def picture() -> str:
    """The report as SVG. The browser's own monospaced font is used: a picture that fetches a font would be tracked."""
    draft = Draft((DOCS / "example-draft.txt").read_text(encoding="utf-8").rstrip("\n"), Context(publish_at=PUBLISH_AT))
    console = Console(
        record=True, width=80, file=io.StringIO(), force_terminal=True, color_system="truecolor", legacy_windows=False
    )
    print_report(Linter(["core"]).check(draft), console, unmasked=True)
    svg = console.export_svg(
        title="postlint check", code_format=FONT_FACE.sub("", CONSOLE_SVG_FORMAT), unique_id="report"
    )
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


def text_of(svg: str) -> list[str]:
    """The words in a picture, row by row and without their place and colour."""
    return [unescape(words).replace("\xa0", " ").strip() for words in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
