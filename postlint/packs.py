"""Packs of rules: finding them, loading their compiled form, and looking up the rules that a draft can touch."""

from __future__ import annotations

import marshal
import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from postlint import __version__
from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.finding import Severity
from postlint.rule import Index, Rule, When

_HERE = Path(__file__).parent
_COMPILED = _HERE / "shipped"
_BETWEEN = "\0"
"""Stands between texts that are searched together: a sign that no piece of text has."""


class Pack:
    """A compiled pack.

    `data` is plain: `pack` (the keys of pack.yaml), `names` (id, language, risk and required parts of each rule),
    `rules` (each rule's fields, marshalled, so that only rules which a draft touches are ever unpacked) and `indices`
    (by language a `rule.Index`, marshalled as well).
    """

    def __init__(self, data: dict[str, Any], folder: Path) -> None:
        self.name: str = data["pack"]["name"]
        self.about: dict[str, Any] = data["pack"]
        self.names: list[tuple[str, str, str, tuple[str, ...]]] = data["names"]
        self.folder = folder
        self._packed: list[bytes] = data["rules"]
        self._indices: dict[str, bytes] = data["indices"]
        self._rules: dict[int, Rule] = {}

    def index(self, lang: str) -> Index:
        """Where the rules in `lang` are looked up, unpacked anew: the caller's own."""
        index: Index = marshal.loads(self._indices[lang])  # noqa: S302 — as in `rule`
        return index

    def rule(self, number: int) -> Rule:
        """The rule of that number, unpacked at its first use."""
        rule = self._rules.get(number)
        if rule is None:
            fields = marshal.loads(self._packed[number])  # noqa: S302 — our own build's or the user's own cache, as .pyc
            rule = self._rules[number] = unpacked(fields)
        return rule

    def rules(self) -> Iterable[Rule]:
        """All rules, in the order of their files."""
        return map(self.rule, range(len(self._packed)))

    def requiring(self, part: str) -> Iterator[Rule]:
        """The rules that rest without an optional part."""
        return (self.rule(number) for number, (*_, required) in enumerate(self.names) if part in required)


class RuleIndex:
    """Looks up the rules of several packs that a document can touch, in one pass for all of them.

    A rule's number here is its number in its pack, after all the rules of the packs before it.
    """

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._packs = packs
        self._starts = [0, *accumulate(len(pack.names) for pack in packs)][: len(packs)]
        self._indices: dict[tuple[str, bool], tuple[Index, frozenset[str]]] = {}

    def touched(self, lang: str, features: frozenset[str], text: str, folded: str, *, whole: bool = False) -> list[int]:
        """The numbers of the rules in `lang` that a document can touch, in order; of those for a whole draft alone.

        `features` are those of `checks.features`; `folded` is the text in small letters.
        """
        return self.touched_by_each(lang, [features], [text], [folded], whole=whole)[0]

    def touched_by_each(
        self,
        lang: str,
        features: Sequence[frozenset[str]],
        texts: Sequence[str],
        folded: Sequence[str],
        *,
        whole: bool = False,
    ) -> list[list[int]]:
        """The same for several documents at once: each piece of text is sought in all of them together."""
        index, keys = self._index(lang, whole=whole)
        numbers = [_by_features(index, each, each & keys) for each in features]
        for pieces, searched in ((index["literals"], folded), (index["exact"], texts)):
            for rules, document in _occurring(pieces, searched):
                numbers[document].update(rules)
        return list(map(sorted, numbers))

    def rule(self, number: int) -> Rule:
        """The rule of that number."""
        pack = bisect_right(self._starts, number) - 1
        return self._packs[pack].rule(number - self._starts[pack])

    def numbers(self, rules: Iterable[str], lang: str) -> list[int]:
        """The numbers of the rules of these ids in `lang`, in order."""
        return sorted(number for rule in rules for number in self._numbers[rule, lang])

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], Sequence[int]]:
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, (rule, lang, _, _) in enumerate(name for pack in self._packs for name in pack.names):
            found[rule, lang].append(number)
        return dict(found)

    def _index(self, lang: str, *, whole: bool) -> tuple[Index, frozenset[str]]:
        """The index of a language, joined at its first use, and all features in it."""
        found = self._indices.get((lang, whole))
        if found is None:
            index = _of_whole_drafts(self._index(lang, whole=False)[0]) if whole else self._joined(lang)
            found = self._indices[lang, whole] = index, frozenset(index["features"]).union(index["guarded"])
        return found

    def _joined(self, lang: str) -> Index:
        """The indices of all packs as one: that of the first, to which the others are added."""
        if not self._packs:
            return {"always": [], "features": {}, "guarded": {}, "literals": {}, "exact": {}, "whole": []}
        joined, *others = (pack.index(lang) for pack in self._packs)
        for start, index in zip(self._starts[1:], others, strict=True):
            joined["always"] += [number + start for number in index["always"]]
            joined["whole"] += [number + start for number in index["whole"]]
            for table, added in (
                (joined["features"], index["features"]),
                (joined["literals"], index["literals"]),
                (joined["exact"], index["exact"]),
            ):
                for key, numbers in added.items():
                    table.setdefault(key, []).extend([number + start for number in numbers])
            for key, entries in index["guarded"].items():
                joined["guarded"].setdefault(key, []).extend([(number + start, also) for number, also in entries])
        return joined


def _by_features(index: Index, features: frozenset[str], known: frozenset[str]) -> set[int]:
    """The numbers of the rules that a document can touch by its features, of which the index knows some."""
    numbers = set(index["always"])
    by_feature, guarded = index["features"], index["guarded"]
    for feature in known:
        if feature in by_feature:
            numbers.update(by_feature[feature])
        if feature in guarded:
            numbers.update([number for number, also in guarded[feature] if not also.isdisjoint(features)])
    return numbers


def _of_whole_drafts(index: Index) -> Index:
    """The index of those rules alone that are about a draft as a whole."""
    whole = frozenset(index["whole"])

    def kept(table: Mapping[str, list[int]]) -> dict[str, list[int]]:
        return {key: among for key, numbers in table.items() if (among := [each for each in numbers if each in whole])}

    return {
        "always": [number for number in index["always"] if number in whole],
        "features": kept(index["features"]),
        "guarded": {
            key: among
            for key, entries in index["guarded"].items()
            if (among := [(number, also) for number, also in entries if number in whole])
        },
        "literals": kept(index["literals"]),
        "exact": kept(index["exact"]),
        "whole": index["whole"],
    }


def _occurring(pieces: Mapping[str, list[int]], texts: Sequence[str]) -> Iterator[tuple[list[int], int]]:
    """What belongs to each piece that stands in the texts, with the number of each text that has it."""
    whole = _BETWEEN.join(texts)
    ends = [*accumulate(len(text) + 1 for text in texts)]
    for piece, rules in pieces.items():
        place = whole.find(piece)
        while place >= 0:
            text = bisect_right(ends, place)
            yield rules, text
            place = whole.find(piece, ends[text])


def unpacked(fields: dict[str, Any]) -> Rule:
    """The rule whose fields are given as plain data."""
    return Rule(**fields | {"severity": Severity(fields["severity"]), "when": When(**fields["when"])})


def shipped_folder() -> Path:
    """The folder of the packs that come with postlint: in the installed package, or beside it in a checkout."""
    installed = _COMPILED / "rules"
    return installed if installed.is_dir() else _HERE.parent / "rules"


def shipped_packs() -> list[str]:
    """The names of the packs that come with postlint."""
    return sorted(path.parent.name for path in shipped_folder().glob("*/pack.yaml"))


def names_in(packs: Iterable[Pack]) -> set[str]:
    """All names by which a check can be limited: risks, their groups, and the rules of these packs."""
    from postlint.risks import ALL, EXCEPTION_RULES

    rules = {rule for pack in packs for rule, _, _, _ in pack.names}
    return {*ALL, *(risk.split("/")[0] for risk in ALL), *EXCEPTION_RULES, *rules}


def load_packs(names: Iterable[str | Path | Pack]) -> list[Pack]:
    """The packs of these names (shipped) or folders (own), each once; a pack itself stays what it is.

    Raises:
        InputErrors: everything that is wrong with any of them.
    """
    packs: dict[Path, Pack] = {}
    errors: list[InputError] = []
    for name in names:
        if isinstance(name, Pack):
            packs.setdefault(name.folder, name)
            continue
        try:
            folder = pack_folder(name)
            packs.setdefault(folder, load_pack(folder))
        except InputErrors as wrong:
            errors.extend(wrong.errors)
    if errors:
        raise InputErrors(*errors)
    return list(packs.values())


def pack_folder(name: str | Path) -> Path:
    """The folder of a shipped pack by its name, or of an own pack by its path.

    Raises:
        InputErrors: where there is no such pack.
    """
    shipped = shipped_folder() / name
    if isinstance(name, str) and "/" not in name and "\\" not in name and (shipped / "pack.yaml").is_file():
        return shipped
    folder = Path(name).expanduser()
    if (folder / "pack.yaml").is_file():
        return folder.resolve()
    what = say("there is no pack {name}", name=quoted(name))
    remedy = say(
        "Give a folder with a pack.yaml, or a shipped pack. {names}", names=nearest(str(name), tuple(shipped_packs()))
    )
    raise InputErrors(InputError(file=str(folder / "pack.yaml"), line=0, column=0, what=what, remedy=remedy))


def load_pack(folder: Path) -> Pack:
    """The compiled pack of `folder`: built with the wheel, from the user's cache, or compiled now and cached.

    Raises:
        InputErrors: all that is wrong with the pack.
    """
    built = _COMPILED / f"{folder.name}.pack"
    if folder.parent == _COMPILED / "rules" and built.is_file():
        return Pack(marshal.loads(built.read_bytes()), folder)  # noqa: S302 — part of this installation, as .pyc is
    return Pack(_cached(folder), folder)


def _cached(folder: Path) -> dict[str, Any]:
    """The compiled form from the cache where nothing that it depends on has changed; it holds no draft."""
    cache = cache_folder() / f"{content_hash(folder)}.pack"
    try:
        data: dict[str, Any] = marshal.loads(cache.read_bytes())  # noqa: S302 — the user's own cache, as __pycache__ is
    except (OSError, EOFError, ValueError, TypeError):
        from postlint.pack_compiler import compile_pack

        data = compile_pack(folder)
        store(cache, marshal.dumps(data, 4))
    return data


def content_hash(folder: Path) -> str:
    """A hash of all that a compiled pack depends on: its files, and the code and version that compile it."""
    from hashlib import sha256

    digest = sha256(f"{__version__}\0".encode())
    sources = sorted(path for path in folder.rglob("*.y*ml") if path.is_file())
    if not (_COMPILED / "rules").is_dir():  # a checkout: the compiler itself may change
        sources += sorted(path for path in _HERE.rglob("*.py") if "cli" not in path.parts)
    for path in sources:
        digest.update(f"{path}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """The user's own folder for compiled packs."""
    from platformdirs import user_cache_path

    return user_cache_path("postlint", appauthor=False) / "packs"


def store(path: Path, content: bytes) -> None:
    """Write whole or not at all, readable by the user alone; a cache that cannot be written is no fault."""
    from contextlib import suppress
    from tempfile import NamedTemporaryFile

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        os.replace(file.name, path)  # noqa: PTH105 — atomic
