"""How good the shipped rules are, on labelled drafts and on published copy: writes docs/quality.md and its history.

`quality.py --labelled FOLDER`: a folder with `devset/*.jsonl` and `drafts/*.jsonl` (the form of `postlint evaluate`),
`drafts/second-reader.jsonl`, and, where they are there, the treebanks of `COPY` under `data/ud-nl`. `--tuned FOLDER`
also writes the drafts that rules may be tuned on, file by file.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from quality_figures import MissingDataError, measure, read, read_copy, write_tuned
from quality_page import add_to_history, page, read_history, read_notes

from postlint.packs import shipped_packs

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure, write the page, and add a line to its history."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path, default=ROOT.parent / "shared", help="the folder with the drafts")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "quality.md", help="where the page is written")
    parser.add_argument("--date", help="of the line in the history (if not given, that of the last commit)")
    parser.add_argument("--tuned", type=Path, help="a folder for the drafts that rules may be tuned on")
    given = parser.parse_args()
    try:
        entries, second = read(given.labelled)
    except MissingDataError as missing:
        sys.exit(f"{missing}\nName the folder that has them: make quality LABELLED=FOLDER")
    if given.tuned:
        write_tuned(entries, given.labelled, given.tuned)
        return
    measured = measure(entries, second, read_copy(given.labelled), every_pack=shipped_packs())
    date, commit = given.date or git("log", "-1", "--format=%cs"), git("describe", "--always", "--dirty=+")
    history = given.page.with_name("quality-history.csv")
    add_to_history(history, measured, date, commit)
    notes = read_notes(ROOT / "benchmarks" / "quality_notes.yaml")
    given.page.write_text(page(measured, notes, read_history(history)), encoding="utf-8")


def git(*arguments: str) -> str:
    """What git says, or nothing where this is no checkout."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
