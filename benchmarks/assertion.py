"""Accuracy of the assertions on the cases of tests/language, per class and language, and their time on one post."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter
from timeit import repeat

from postlint.document import Document, Span
from postlint.language.assertion import ASSERTIONS, asserts
from postlint.language.sentences import clauses, sentences

sys.path.append(str(Path(__file__).parent.parent / "tests" / "language"))

from assertion_cases import cases

POST = (
    "Volgens de krant zou onze wethouder “een prutser” zijn, maar dat klopt niet. Hij heeft nooit gezegd dat de school "
    "dichtgaat! We laten onderzoeken of er iets mis is en maken dat vrijdag bekend. Deel tot die tijd geen namen, ook "
    "niet van collega's. Vragen? Bel team Zuid (ma t/m vr) 🙂"
)
RUNS, DOCUMENTS = 40, 50


def main() -> None:
    """Print the accuracies and the times."""
    for lang in ("nl", "en"):
        print_accuracy(lang)
    print_times()


def print_accuracy(lang: str) -> None:
    """A line per class: right of all, for the cases the rules were made with and for those held out."""
    total: Counter[tuple[str, bool]] = Counter()
    right: Counter[tuple[str, bool]] = Counter()
    for case in cases(lang):
        total[case.name, case.held_out] += 1
        right[case.name, case.held_out] += case.is_right()
    print(f"{lang:14}{'made':>16}{'held out':>16}")
    for name in ASSERTIONS:
        print(f"{name:14}" + "".join(f"{share(right[name, part], total[name, part]):>16}" for part in (False, True)))
    parts = [[key for key in total if key[1] == part] for part in (False, True)]
    sums = [share(sum(right[key] for key in keys), sum(total[key] for key in keys)) for keys in parts]
    print(f"{'all':14}{sums[0]:>16}{sums[1]:>16}\n")


def share(right: int, total: int) -> str:
    """`31/32 .969`."""
    return f"{right}/{total} {right / total:.3f}"


def print_times() -> None:
    """Microseconds for a span in a post, the first time on a document with its clauses known, and again."""
    span = Span(POST.index("dichtgaat"), POST.index("dichtgaat") + 9)
    print(f"post of {len(POST)} characters, microseconds (minimum of runs)")
    for names in (("quoted", "negated"), *((name,) for name in ASSERTIONS)):
        first = min(time_first(span, names) for _ in range(RUNS))
        document = known_clauses()
        again = min(repeat(lambda: ask(document, span, names), number=100, repeat=20)) / 100  # noqa: B023 - used at once
        print(f"{' + '.join(names):20}{first * 1e6:10.1f} first{again * 1e6:10.1f} again")


def known_clauses() -> Document:
    """A document of which others have asked the sentences and clauses already."""
    document = Document(POST, "nl")
    sentences(document)
    clauses(document)
    return document


def time_first(span: Span, names: tuple[str, ...]) -> float:
    """Seconds that the first asking takes, as a mean over some documents."""
    documents = [known_clauses() for _ in range(DOCUMENTS)]
    start = perf_counter()
    for document in documents:
        ask(document, span, names)
    return (perf_counter() - start) / DOCUMENTS


def ask(document: Document, span: Span, names: tuple[str, ...]) -> None:
    """Ask each of `names` of `span`."""
    for name in names:
        asserts(document, span, name)


if __name__ == "__main__":
    main()
