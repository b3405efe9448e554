"""The baseline: findings that were there when a repository began with postlint, so that CI tells of new ones alone.

Its file is committed, and goes where the repository goes. It holds no text, and nothing of the words that findings
guard but eight bits of a long number; docs/exceptions.md argues why.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from postlint.datafile import Source, decode, read_bytes
from postlint.document import Span
from postlint.errors import InputErrors, Refusal, say
from postlint.finding import Finding, Report, Suppressed
from postlint.json_source import load
from postlint.reporters.masking import covers_of
from postlint.risks import EXCEPTIONS

SCHEMA = 1
SIZE_LIMIT = 50_000_000
"""Bytes of a baseline."""

_KEY_LENGTH = 32
_SIGN_LENGTH = 16  # bytes
_LONG_NUMBER = 9  # digits: citizen service, telephone and account numbers, and no date
_GUARDED = "•"
_NOT_DIGIT = re.compile(r"\D+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class Entry(NamedTuple):
    """A finding as the baseline knows it: by its rule, and a keyed hash of the passage that it stands in."""

    rule: str
    sign: str


Entries = Counter[Entry]


@dataclass(frozen=True)
class Baseline:
    """What was recorded: for each file, by its path from the baseline's folder, how often each finding."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(_KEY_LENGTH))
    files: Mapping[str, Entries] = field(default_factory=dict)

    def entries(self, report: Report) -> Iterator[Entry | None]:
        """What each finding of a report is known by; `None` for one about exceptions, which is always told."""
        covers = [cover for cover, _ in covers_of(report)]
        for finding in report.findings:
            if finding.risk in EXCEPTIONS:
                yield None
            elif finding.on_words:
                passage = _covered(report.text, _around(report, finding.span), covers)
                words = _covered(report.text, finding.span, covers)
                guarded = "".join(cover.of(report.text) for cover in _touched(finding.span, covers))
                yield Entry(finding.rule, self._sign(finding.rule, words, passage) + self._bits(guarded))
            else:
                yield Entry(finding.rule, self._sign(finding.rule, "", ""))

    def _sign(self, *parts: str) -> str:
        said = "\0".join(" ".join(part.split()) for part in parts)
        return self._digest(said)[:_SIGN_LENGTH].hex()

    def _bits(self, guarded: str) -> str:
        """Eight bits of a long number, so that another in its place is seen: for each, hundreds of thousands remain."""
        digits = _NOT_DIGIT.sub("", guarded)
        return f"-{self._digest(digits[-_LONG_NUMBER:])[0]:02x}" if len(digits) >= _LONG_NUMBER else ""

    def _digest(self, said: str) -> bytes:
        return hmac.digest(self.key, said.encode("utf-8", errors="replace"), "sha256")

    def written(self) -> str:
        """The file's text: a line for each entry, in order, so that a change is a small one."""
        files: dict[str, dict[str, dict[str, int]]] = {}
        for file, entries in sorted(self.files.items()):
            for (rule, sign), count in sorted(entries.items()):
                files.setdefault(file, {}).setdefault(rule, {})[sign] = count
        data = {"schema": SCHEMA, "key": self.key.hex(), "files": files}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


class Known:
    """What a run still expects of a baseline in `folder`: each finding is let be as often as it was recorded."""

    def __init__(self, baseline: Baseline, folder: Path) -> None:
        self._baseline = baseline
        self._left = {file: Counter(entries) for file, entries in baseline.files.items()}
        self.missing = [file for file in self._left if not (folder / file).exists()]
        self._source = ""
        self._taken: list[tuple[str, Entry]] = []

    def begin(self, source: str) -> None:
        """The reports on a source follow; if they did before, what they took is put back."""
        if source == self._source:
            for file, entry in self._taken:
                self._left[file][entry] += 1
        self._source, self._taken = source, []

    def settled(self, file: str, report: Report) -> Report:
        """The report on a file with the findings set apart that were recorded, there or in a file that has moved."""
        known: list[Finding] = []
        new: list[Finding] = []
        for finding, entry in zip(report.findings, self._baseline.entries(report), strict=True):
            (known if entry and self._take(file, entry) else new).append(finding)
        if not known:
            return report
        suppressed = (*report.suppressed, *(Suppressed(finding, "baseline") for finding in known))
        return replace(
            report,
            findings=tuple(new),
            suppressed=tuple(sorted(suppressed, key=lambda each: each.finding.span)),
        )

    def gone(self, files: Iterable[str], takes_part: Callable[[str], bool | None]) -> Iterator[tuple[str, int]]:
        """Of these files, once they are read, how many findings are no longer there of rules that took part."""
        for file in sorted(files):
            left = self._left.get(file, Entries())
            count = sum(count for entry, count in left.items() if count and takes_part(entry.rule))
            if count:
                yield file, count

    def _take(self, file: str, entry: Entry) -> bool:
        for each in (file, *self.missing):
            if self._left.get(each, Entries())[entry] > 0:
                self._left[each][entry] -= 1
                self._taken.append((each, entry))
                return True
        return False


def read_baseline(path: Path) -> tuple[Baseline, Source]:
    """The baseline in a file, and the file itself, which knows where everything stands.

    Raises:
        InputErrors: where it cannot be read, or is no baseline.
    """
    source = load(decode(read_bytes(path, SIZE_LIMIT), str(path)), str(path))
    data: Any = source.data
    try:
        if data["schema"] != SCHEMA:
            raise _no_baseline(path)
        return Baseline(bytes.fromhex(data["key"]), {file: _entries(of) for file, of in data["files"].items()}), source
    except (KeyError, TypeError, AttributeError, ValueError):
        raise _no_baseline(path) from None


def _entries(rules: Mapping[str, Mapping[str, int]]) -> Entries:
    return Entries({Entry(rule, sign): int(count) for rule, signs in rules.items() for sign, count in signs.items()})


def _no_baseline(path: Path) -> InputErrors:
    what = say("this is no baseline of postlint")
    return Refusal(what, say("Make it anew: remove it, and run postlint baseline.")).at(str(path))


def _covered(text: str, span: Span, covers: Sequence[Span]) -> str:
    """The text at a span, with one sign for whatever is guarded there."""
    shown, at = "", span.start
    for cover in _touched(span, covers):
        shown += text[at : max(at, cover.start)] + _GUARDED
        at = cover.end
    return shown + text[at : span.end]


def _touched(span: Span, covers: Sequence[Span]) -> Sequence[Span]:
    """Those of the covers, which are in order and do not overlap each other, that overlap the span."""
    return covers[
        bisect_right(covers, span.start, key=lambda cover: cover.end) : bisect_left(
            covers, span.end, key=lambda cover: cover.start
        )
    ]


def _around(report: Report, span: Span) -> Span:
    """The passage of a page, or the paragraph of a post, in which a finding stands."""
    at = bisect_right(report.passages, span.start, key=lambda passage: passage.span.start) - 1
    if at >= 0:
        return report.passages[at].span
    starts = [0, *(blank.end() for blank in _BLANK_LINE.finditer(report.text, 0, span.start))]
    blank = _BLANK_LINE.search(report.text, span.end)
    return Span(starts[-1], blank.start() if blank else len(report.text))
