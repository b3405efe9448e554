"""How well and how fast postlint reads what a reply does: `reply.py FILE.jsonl …`.

Each line of a file is a labelled draft (`text`, `lang`, `context`, `risks`); those without `reply_to` are left out.
Printed are, by language, precision and recall of each judgement against its label, the share of clean replies on which
it speaks, and the time of all judgements together for a reply, its tokens and sentences included and without them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from timeit import repeat
from typing import Any

from postlint.context import Context
from postlint.document import Document
from postlint.language.reply import complaint_unacknowledged, only_deflection, unanswered
from postlint.language.sentences import sentences

JUDGEMENTS: dict[str, Callable[[Document], object]] = {
    "listening/unanswered": unanswered,
    "listening/deflection": only_deflection,
    "listening/unacknowledged": complaint_unacknowledged,
}


def main(paths: Iterable[str]) -> None:
    """Print the figures for all replies in the files at `paths`."""
    drafts = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    replies = [draft for draft in drafts if draft.get("context", {}).get("reply_to")]
    for lang in ("nl", "en"):
        own = [draft for draft in replies if draft["lang"] == lang]
        for risk, judge in JUDGEMENTS.items():
            report(lang, risk, judge, own)
        time_a_reply(lang, own[:200])


def document_of(draft: dict[str, Any]) -> Document:
    """The draft as a document that answers its post."""
    return Document(draft["text"], draft["lang"], Context(reply_to=draft["context"]["reply_to"]))


def report(lang: str, risk: str, judge: Callable[[Document], object], drafts: list[dict[str, Any]]) -> None:
    """Print precision, recall and false alarms on clean replies."""
    counts: Counter[str] = Counter()
    for draft in drafts:
        found, labels = bool(judge(document_of(draft))), {label["risk"] for label in draft["risks"]}
        counts.update(found=found, label=risk in labels, both=found and risk in labels, clean=not labels)
        counts["alarm"] += found and not labels
    print(
        f"{lang} {risk}: precision {counts['both'] / max(counts['found'], 1):.3f}, "
        f"recall {counts['both'] / max(counts['label'], 1):.3f}, found {counts['found']} of {counts['label']}, "
        f"clean replies flagged {counts['alarm']} of {counts['clean']}"
    )


def time_a_reply(lang: str, drafts: list[dict[str, Any]]) -> None:
    """Print the mean time of a reply over `drafts`, the best of 20 rounds."""

    def judged() -> None:
        for draft in drafts:
            document = document_of(draft)
            for judge in JUDGEMENTS.values():
                judge(document)

    def read() -> None:
        for draft in drafts:
            document = document_of(draft)
            sentences(document)
            sentences(Document(draft["context"]["reply_to"], lang))

    whole, reading = (min(repeat(work, number=1, repeat=20)) / max(len(drafts), 1) * 1e6 for work in (judged, read))
    print(f"{lang}: {whole:.0f} µs a reply, of which {reading:.0f} µs for tokens and sentences of both texts")


if __name__ == "__main__":
    main(sys.argv[1:])
