"""Published copy side by side with Vale in one run: as many rules, the same Markdown, in one file and in many.

Both report all that they find as JSON, on all processors. postlint checks with the pack `core`; Vale (without rules of
its own) with as many rules of the kind `existence`, of eight terms each, taken from the phrases of the shipped packs.
The two run in turn, so that what else the machine does weighs on both alike; medians of wall time and of the processor
time of all processes. After that: the second run with the cache, the growth with the size of a file, and the peak
memory of the largest process for 10, 100 and 1,000 files. All it makes and installs stands in .cache/bench. A benchmark
is no test: it exits with 0 whatever it finds.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import run
from made_pages import LANGS, made_pages, rule_files
from run import BENCH, Command

from postlint.datafile import read_source

RULES, TERMS, SHORTEST = 200, 8, 6
PLAIN = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+)*")
VALE_SETTINGS = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Terms\n"
HALF, FIVE = 250_000, 2_500_000
"""Characters in each language."""
FIVE_TAKES = 5
"""How many times as often the small pages are checked: Vale takes minutes for a file of 2.5 MB."""


def main() -> None:
    """Make the pages, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each program on each set of pages")
    runs = parser.parse_args().runs
    BENCH.mkdir(parents=True, exist_ok=True)
    os.environ |= {"XDG_CACHE_HOME": str(BENCH / "cache"), "LANGUAGE": "en"}
    programs_of = run.postlint_from_wheel()
    run.install(programs_of, *(f"{wheel}[copy]" for wheel in (BENCH / "wheels").glob("postlint-*.whl")))
    postlint: Command = [programs_of / "postlint", "check", "--format", "json", "--fail-on", "never"]
    fresh: Command = [*postlint, "--no-cache"]
    vale = vale_with_terms()
    small, large = (write_pages(BENCH / "pages" / str(size), size) for size in (HALF, FIVE))
    for name, pages, times in (("0.5 MB", small, runs), ("5 MB", large, max(1, runs // FIVE_TAKES))):
        for files in ("one", "many"):
            every = sorted((pages / files).iterdir())
            subprocess.run([*fresh, *every], check=True, stdout=subprocess.DEVNULL)  # what is not checked is no measure
            programs: dict[str, Command] = {"postlint": [*fresh, *every]} | ({"Vale": [*vale, *every]} if vale else {})
            if files == "many":
                programs["postlint, again"] = [*postlint, *every]
            print_ratio(f"{name}, {files}", run.cold(programs, times))
    print_memory(fresh, large / "many")


def write_pages(folder: Path, size: int) -> Path:
    """Write pages of so many characters in each language: `many`, and `one` file of them all for each language."""
    shutil.rmtree(folder, ignore_errors=True)
    for lang in LANGS:
        pages = list(made_pages(size, lang))
        for number, page in enumerate(pages):
            write(folder / "many" / f"{lang}{number:04}.md", page)
        write(folder / "one" / f"{lang}.md", "\n".join(pages))
    return folder


def write(path: Path, text: str) -> None:
    """Write a file, and the folder that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def vale_with_terms() -> Command:
    """The command that runs Vale with the rules made for it; nothing where Vale cannot be built."""
    program = run.vale_program()
    if program is None:
        return []
    found = terms(RULES * TERMS)
    for number in range(RULES):
        tokens = "".join(f"  - {term!r}\n" for term in found[number::RULES])
        rule = f"extends: existence\nmessage: \"'%s'\"\nlevel: warning\nignorecase: true\ntokens:\n{tokens}"
        write(BENCH / "terms" / "styles" / "Terms" / f"T{number:03}.yml", rule)
    settings = BENCH / "terms" / ".vale.ini"
    write(settings, VALE_SETTINGS)
    return [program, "--no-exit", "--output", "JSON", "--config", settings]


def terms(count: int) -> list[str]:
    """So many phrases and list entries of the shipped packs, those that are words alone, in each language as many."""
    chosen = []
    for lang in LANGS:
        plain = sorted({term for term in _phrases(lang) if PLAIN.fullmatch(term) and len(term) >= SHORTEST})
        chosen.append([plain[place * len(plain) // (count // len(LANGS))] for place in range(count // len(LANGS))])
    return [term for pair in zip(*chosen, strict=True) for term in pair]


def _phrases(lang: str) -> Iterator[str]:
    for file in rule_files(lang):
        data: Any = read_source(file).data
        yield from data["entries"] if "entries" in data else _phrases_in(data["match"])


def _phrases_in(match: Any) -> Iterator[str]:
    if isinstance(match, list):
        for member in match:
            yield from _phrases_in(member)
    elif isinstance(match, dict):
        for key, value in match.items():
            yield from value if key == "phrases" else _phrases_in(value)


def print_ratio(name: str, times: dict[str, tuple[float, float]]) -> None:
    """Wall and processor time of each in seconds, and those of postlint to those of Vale."""
    for program, (processor, wall) in times.items():
        print(f"{name:16}{program:20}{wall / 1000:>8.2f} s wall{processor / 1000:>8.2f} s processor")
    if "Vale" in times:
        (processor, wall), (vales, vales_wall) = times["postlint"], times["Vale"]
        print(f"{name:16}{'postlint to Vale':20}{wall / vales_wall:>8.2f} x wall{processor / vales:>8.2f} x processor")


def print_memory(command: Command, pages: Path) -> None:
    """The peak memory of the largest process for so many files."""
    every = sorted(pages.iterdir())
    for count in (10, 100, 1000):
        print(f"peak memory, {count:>5} files{run.peak([*command, *every[:count]]):>8.0f} MiB")


if __name__ == "__main__":
    main()
