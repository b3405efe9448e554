"""How quick LanguageTool is by way of postlint, and how many of its own archaisms reach the author.

The sentences are the examples in LanguageTool's rules of the category OUDERWETS, read from the installed jars. The
managed server is started where it does not run. `--missed` lists the sentences that are not found.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.languagetool.installation import installation_folder
from postlint.languagetool.settings import MANAGED, LanguageToolSettings
from postlint.packs import load_packs

STYLE = "org/languagetool/rules/nl/style.xml"
CATEGORY = "OUDERWETS"
POST = (
    "Vanavond is de brug bij het park dicht van acht tot elf. We vervangen de slagboom, want die bleef vaak hangen. "
    "Fiets je naar huis? Neem dan de tunnel bij de school, die is verlicht. Vragen beantwoorden we vandaag tot tien "
    "uur en morgen vanaf acht. Dank je wel, dag {number}."
)
POSTS = 100


class Example(NamedTuple):
    """A sentence that a rule finds, and the place of what it marks."""

    rule: str
    text: str
    marked: str


def main() -> None:
    """Print the figures."""
    linter = Linter(load_packs(["core", "languagetool"]), languagetool=LanguageToolSettings(server=MANAGED))
    context = Context(lang="nl")
    _check(linter, POST.format(number="één"), context)
    times = [_seconds(linter, POST.format(number=number), context) for number in range(POSTS)]
    print(f"a post of {len(POST)} characters, warm: median {1000 * median(times):.1f} ms")
    examples = list(_examples())
    found = [example for example in examples if _is_found(linter, example, context)]
    print(f"examples of {CATEGORY} found: {len(found)} of {len(examples)} ({len(found) / len(examples):.1%})")
    rules, reached = {example.rule for example in examples}, {example.rule for example in found}
    print(
        f"rules of {CATEGORY} that reach the author: {len(reached)} of {len(rules)} ({len(reached) / len(rules):.1%})"
    )
    if "--missed" in sys.argv:
        print(*sorted({f"{example.rule}: {example.text}" for example in set(examples) - set(found)}), sep="\n")


def _seconds(linter: Linter, text: str, context: Context) -> float:
    start = perf_counter()
    _check(linter, text, context)
    return perf_counter() - start


def _check(linter: Linter, text: str, context: Context) -> list[tuple[str, str]]:
    report = linter.check(Draft(text, context))
    if not report.complete:
        sys.exit("\n".join(f"{problem.what} {problem.remedy}" for problem in report.problems))
    return [(finding.risk, finding.text) for finding in report.findings]


def _is_found(linter: Linter, example: Example, context: Context) -> bool:
    """Whether some remark on jargon, LanguageTool's or ours, touches what the example marks."""
    found = _check(linter, example.text, context)
    return any(
        risk == "informing/jargon" and (text in example.marked or example.marked in text) for risk, text in found
    )


def _examples() -> Iterator[Example]:
    for category in _style().iter("category"):
        if category.get("id") != CATEGORY:
            continue
        for group in category:
            for example in group.iter("example"):
                marker = example.find("marker")
                if marker is not None:
                    marked = "".join(marker.itertext())
                    yield Example(str(group.get("id")), "".join(example.itertext()).strip(), marked)


def _style() -> ET.Element:
    for jar in sorted(installation_folder().glob("**/language-nl-*.jar")):
        with ZipFile(jar) as archive:
            return ET.fromstring(archive.read(STYLE))  # noqa: S314 — the installed, checksummed jar
    sys.exit("LanguageTool is not installed: postlint languagetool install")


if __name__ == "__main__":
    main()
