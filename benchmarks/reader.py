"""What the second reader costs: loading, a post on one core, memory, and the size of its files. `make bench-reader`.

Each measure is taken in a process of its own; a post is read on one core, where the system can pin a process. Memory is
what the process has more at its most than one that has loaded postlint's rules alone.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

ROUNDS = 5
LIMITS = {"load_ms": 300, "post_ms": 15, "memory_mb": 150, "size_mb": 45}
"""What each may be at most (issue 9)."""


def main() -> None:
    """Measure, or in a process of its own take the measure that is named."""
    if len(sys.argv) > 1:
        print(json.dumps(MEASURES[sys.argv[1]]()))
        return
    loads = [_apart("load") for _ in range(ROUNDS)]
    posts = _apart("posts")
    with_rules, with_reader = _apart("rules"), _apart("reader")
    found = {
        "load_ms": min(each["ms"] for each in loads),
        "post_ms": posts["median"],
        "memory_mb": with_reader["mb"] - with_rules["mb"],
        "size_mb": posts["size_mb"],
    }
    print(f"{'':12}{'measured':>10}{'at most':>10}")
    for name, limit in LIMITS.items():
        print(f"{name:12}{found[name]:>10.1f}{limit:>10}" + ("" if found[name] <= limit else "  too much"))
    print(f"a post: {posts['count']} drafts of {posts['characters']} characters, p99 {posts['p99']:.1f} ms")
    print(f"the whole process: {with_reader['mb']:.0f} MB, with the rules alone {with_rules['mb']:.0f} MB")


def _apart(measure: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, __file__, measure], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def load() -> dict[str, Any]:
    """Milliseconds from nothing of the reader to its model, libraries and all."""
    from postlint.reader.model import model

    before = time.perf_counter()
    model()
    return {"ms": 1000 * (time.perf_counter() - before)}


def posts() -> dict[str, Any]:
    """Milliseconds of a draft, over the examples of the pack `core`."""
    _one_core()
    from pathlib import Path

    from postlint.context import Context
    from postlint.document import Document
    from postlint.explanations import rule_files, text_of
    from postlint.packs import load_packs
    from postlint.reader.installation import model_folder
    from postlint.reader.second import read_draft

    core = load_packs(["core"])
    files = rule_files(core, sorted({name for name, _, _, _ in core[0].names}))
    texts = [(text_of(file.data["examples"]["bad"][0]), file.lang) for file in files]
    times = []
    for text, lang in texts:
        document = Document(text, lang, Context())
        before = time.perf_counter()
        read_draft(document)
        times.append(1000 * (time.perf_counter() - before))
    times.sort()
    folder = model_folder() or Path()
    return {
        "median": statistics.median(times),
        "p99": times[int(0.99 * len(times))],
        "count": len(times),
        "characters": round(statistics.mean(len(text) for text, _ in texts)),
        "size_mb": sum(path.stat().st_size for path in folder.iterdir()) / 1e6,
    }


def rules() -> dict[str, Any]:
    """Megabytes at most of a process that checks by rules alone."""
    return _memory(asks=False)


def reader() -> dict[str, Any]:
    """Megabytes at most of a process that checks by rules and reader."""
    return _memory(asks=True)


def _memory(*, asks: bool) -> dict[str, Any]:
    import resource

    from postlint.document import Draft
    from postlint.engine import Linter
    from postlint.reader.settings import ReaderSettings

    linter = Linter(["core", "reader"], reader=ReaderSettings() if asks else None)
    for text in (
        "Wij komen hier zo snel mogelijk op terug, fijn dat de directie ook eens keek. " * 20,
        "Dear all, hello!",
    ):
        linter.check(Draft(text))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"mb": most / (1e6 if sys.platform == "darwin" else 1e3)}


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


MEASURES: dict[str, Callable[[], dict[str, Any]]] = {"load": load, "posts": posts, "rules": rules, "reader": reader}

if __name__ == "__main__":
    main()
