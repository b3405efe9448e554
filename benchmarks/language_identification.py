"""How well and how fast postlint knows the language of labelled drafts: `language_identification.py FILE.jsonl …`.

Each line of a file is an object with `text` and `lang`. Printed are, for the full drafts and for their first four
words: the accuracy, the share that function words and letters decide alone and their accuracy, and the time a draft.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from timeit import repeat

from postlint.language.identification import identify, identify_tokens
from postlint.language.tokens import TokenKind, tokenize


def main(paths: Iterable[str]) -> None:
    """Print the figures for all drafts in the files at `paths`."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    drafts = [(draft["text"], draft["lang"]) for line in lines if "text" in (draft := json.loads(line))]
    report("full drafts", drafts)
    report("first four words", [(first, lang) for text, lang in drafts if (first := first_words(text, 4))])
    time_a_draft([text for text, _ in drafts if 240 <= len(text) <= 320][:200])


def report(name: str, drafts: list[tuple[str, str]]) -> None:
    """Print accuracy and share decided early, by language."""
    counts: Counter[tuple[str, str]] = Counter()
    for text, lang in drafts:
        found = identify(text)
        right = found.lang == lang
        counts.update({(lang, "all"): 1, (lang, "right"): right})
        counts.update({(lang, "early"): found.sure, (lang, "early right"): found.sure and right})
    for lang in sorted({lang for lang, _ in counts}):
        total, early = counts[lang, "all"], counts[lang, "early"]
        print(
            f"{name}, {lang}: {total} drafts, accuracy {counts[lang, 'right'] / total:.4f}, "
            f"decided early {early / total:.3f}, of those right {counts[lang, 'early right'] / max(early, 1):.4f}"
        )


def first_words(text: str, count: int) -> str:
    """The part of `text` from its first to its `count`th word; nothing if it has fewer."""
    words = [token for token in tokenize(text) if token.kind is TokenKind.WORD][:count]
    return text[words[0].span.start : words[-1].span.end] if len(words) == count else ""


def time_a_draft(texts: list[str]) -> None:
    """Print the time for drafts whose tokens are known."""
    read = [(text, tokenize(text)) for text in texts]
    if read:
        fastest = min(repeat(lambda: [identify_tokens(text, tokens) for text, tokens in read], number=1, repeat=20))
        print(f"{fastest / len(read) * 1e6:.0f} µs a draft of about 280 characters, warm, tokens given")


if __name__ == "__main__":
    main(sys.argv[1:])
