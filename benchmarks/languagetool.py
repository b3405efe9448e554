"""How quick LanguageTool is by way of postlint, and how many of its own archaisms reach the author.

Times are those of an author who waits, so on a busy machine they say more of the machine; the processor's time, of
Java and of postlint, says more of the two. A bridge of its own is asked too, which uses the same managed server; that
is started where it does not run, and made quick before anything is measured.

The sentences are the examples in LanguageTool's rules of the category OUDERWETS, read from the installed jars.
`--missed` lists the sentences that are not found; `--quick` leaves them out.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from secrets import randbelow
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple
from urllib.request import Request, urlopen
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from bridge import running
from psutil import Process

from postlint.context import Context, Lang
from postlint.document import Draft
from postlint.engine import Linter
from postlint.languagetool.installation import installation_folder
from postlint.languagetool.server import managed, memory_of
from postlint.languagetool.settings import MANAGED, LanguageToolSettings
from postlint.packs import load_packs

STYLE = "org/languagetool/rules/nl/style.xml"
CATEGORY = "OUDERWETS"
POST = {
    "nl": (
        "Vanavond is brug {number} bij het park dicht van acht tot elf. We vervangen {number} bouten, want die bleven "
        "vaak hangen. Fiets je naar nummer {number}? Neem dan de tunnel bij de school, die is verlicht, en sla "
        "{number} meter verder af. Vragen beantwoorden we tot {number} uur en morgen vanaf acht. Dag {number}."
    ),
    "en": (
        "Tonight bridge {number} near the park is closed from eight to eleven. We replace {number} bolts, because they "
        "got stuck too often. Are you cycling to number {number}? Take the tunnel near the school, which is lit, and "
        "turn off {number} metres further on. We answer questions until {number} and tomorrow from eight. Bye {number}."
    ),
}
"""No sentence of which was seen before, at each number."""
LANGS: tuple[Lang, ...] = ("nl", "en")
POSTS = 100
WARMING = 3
"""How many times as many posts are asked about first, so that Java is quick."""
PORT = 8928


class Example(NamedTuple):
    """A sentence that a rule finds, and the place of what it marks."""

    rule: str
    text: str
    marked: str


def main() -> None:
    """Print the figures."""
    settings = LanguageToolSettings(server=MANAGED)
    linter = Linter(load_packs(["core", "languagetool"]), languagetool=settings)
    for lang in LANGS:
        for post in (each for _ in range(WARMING) for each in _posts(lang)):
            _check(linter, post, Context(lang=lang))
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for lang in LANGS:
        check = partial(_check, linter, context=Context(lang=lang))
        _print_times(f"{lang}: a new post", settings, _posts(lang), check)
        _print_times(f"{lang}: a sentence changed", settings, _typed(lang), check)
    with TemporaryDirectory() as folder:
        (Path(folder) / "postlint.toml").write_text(
            'reader = false\n[languagetool]\nserver = "managed"\n', encoding="utf-8"
        )
        with running(PORT, Path(folder)) as bridge:
            ask = partial(_asked, bridge.address.replace("/v2", "/v1/check"))
            ask(POST["nl"].format(number="0"))
            for lang in LANGS:
                _print_times(f"{lang}: a new post at the bridge", settings, _posts(lang), ask)
                _print_times(f"{lang}: a sentence changed at the bridge", settings, _typed(lang), ask)
    state = managed(settings).running()
    print(f"memory of the server: {(memory_of(state) if state else 0) or 0:,} bytes")
    if "--quick" not in sys.argv:
        _print_archaisms(linter)


def _posts(lang: str) -> Iterator[str]:
    """Posts of which no sentence was seen before."""
    return (POST[lang].format(number=randbelow(100_000)) for _ in range(POSTS))


def _typed(lang: str) -> Iterator[str]:
    """A post whose last sentence changes, as it is typed."""
    text = POST[lang].format(number=randbelow(100_000))
    return (f"{text} {number}" for number in range(POSTS))


def _print_times(what: str, settings: LanguageToolSettings, posts: Iterator[str], ask: Callable[[str], object]) -> None:
    """The median of what asking takes, and what of the processor's time is Java's and ours."""
    java, own = _java_seconds(settings), process_time()
    times = [_seconds(ask, post) for post in posts]
    java, own = _java_seconds(settings) - java, process_time() - own
    print(
        f"{what}: median {1000 * median(times):.1f} ms; "
        f"processor: Java {1000 * java / len(times):.1f} ms, this process {1000 * own / len(times):.1f} ms"
    )


def _seconds(ask: Callable[[str], object], post: str) -> float:
    start = perf_counter()
    ask(post)
    return perf_counter() - start


def _java_seconds(settings: LanguageToolSettings) -> float:
    """The processor time that the managed Java used since it started."""
    state = managed(settings).running()
    if state is None:
        sys.exit("the managed server is gone")
    return float(sum(Process(state.java).cpu_times()[:2]))


def _asked(address: str, post: str) -> None:
    """Ask a bridge for a report, which has to be complete."""
    body = json.dumps({"text": post, "context": {"channel": "facebook"}}).encode()
    with urlopen(Request(address, body, {"Content-Type": "application/json"})) as answer:  # noqa: S310 — our own bridge
        report = json.load(answer)
    if report["problems"]:
        sys.exit(str(report["problems"]))


def _print_archaisms(linter: Linter) -> None:
    context = Context(lang="nl")
    examples = list(_examples())
    found = [example for example in examples if _is_found(linter, example, context)]
    print(f"examples of {CATEGORY} found: {len(found)} of {len(examples)} ({len(found) / len(examples):.1%})")
    rules, reached = {example.rule for example in examples}, {example.rule for example in found}
    print(
        f"rules of {CATEGORY} that reach the author: {len(reached)} of {len(rules)} ({len(reached) / len(rules):.1%})"
    )
    if "--missed" in sys.argv:
        print(*sorted({f"{example.rule}: {example.text}" for example in set(examples) - set(found)}), sep="\n")


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
