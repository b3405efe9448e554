"""Suggestions put in place: which, where, and that no other byte of a file changes."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from itertools import pairwise

import pytest
from conftest import PACK, rule_text
from hypothesis import given
from hypothesis import strategies as st

from postlint.cli.checking import Checking
from postlint.cli.inputs import Inputs, Source
from postlint.config import load_config
from postlint.fixing import Checked, Edit, Fixed, fixed, spliced

SWAPS = {
    "alhier": "hier",
    "mokum": "Amsterdam",
    "per omgaande": "direct",
    "feestje": "feest 🎉",
    "kop": "*hoofd*",
    "leus": '"ja"',
    "sleutel": "slot: open",
    "regel": "een; twee",
    "kring": "regen",
    "regen": "kring",
}
PACK_FILES = {
    "pack.yaml": PACK.format(name="own"),
    "lists/swaps.nl.yaml": "entries:\n" + "".join(f"  {word}: '{value}'\n" for word, value in SWAPS.items()),
    "role/swaps.nl.yaml": rule_text('phrases: ["{swaps}"]', more='suggestion: "{value}"\nfix: swaps'),
    "tone/now.nl.yaml": rule_text("phrases: [heel direct]", risk="tone/shouting"),
    "connecting/soon.nl.yaml": rule_text(
        "phrases: [per omgaande bericht]", risk="connecting/no-deadline", more="suggestion: nieuws\nfix: true"
    ),
    "informing/asks.nl.yaml": rule_text("phrases: [kies zelf]", risk="informing/jargon", more="suggestion: kies"),
}
Fix = Callable[..., Fixed]


@pytest.fixture(scope="module")
def fix(tmp_path_factory: pytest.TempPathFactory) -> Fix:
    """Fixes the bytes of a file: `fix(data, ".md")`."""
    folder = tmp_path_factory.mktemp("fixing")
    for path, text in PACK_FILES.items():
        file = folder / "own" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "postlint.toml").write_text('packs = ["./own"]\nlang = "nl"\n')
    checking = Checking(Inputs(load_config(folder / "postlint.toml", {}), {}, {}), packs=[])

    def check(source: Source) -> Checked:
        drafts = tuple(checking.inputs.drafts(source))
        reports = tuple(checking.report(source.name, source.suffix, draft) for draft in drafts)
        assert isinstance(source.data, bytes)
        return Checked(source.data, drafts, reports)

    def run(data: bytes | str, suffix: str = ".txt") -> Fixed:
        written = data.encode() if isinstance(data, str) else data
        source = Source(f"een{suffix}", written, jsonl=False, suffix=suffix)
        return fixed(check(source), lambda changed: check(source._replace(data=changed)))

    return run


@pytest.mark.parametrize(
    ("suffix", "before", "after"),
    [
        (".txt", "Kom alhier! 🎉\r\nPer omgaande.\n", "Kom hier! 🎉\r\nDirect.\n"),
        (".txt", "Naar mokum voor een feestje", "Naar Amsterdam voor een feest 🎉"),
        (".md", "# Alhier\n\n- kom **alhier**\n- en `alhier`\n", "# Hier\n\n- kom **hier**\n- en `alhier`\n"),
        (".md", "---\ntitle: kom alhier\n---\nKom alhier.\n", "---\ntitle: kom hier\n---\nKom hier.\n"),
        (".md", '![kom alhier](alhier.png "bij mokum")', '![kom hier](alhier.png "bij Amsterdam")'),
        (".mdx", "import alhier from 'x'\n\nKom alhier {alhier}.", "import alhier from 'x'\n\nKom hier {alhier}."),
        (".html", "<p title='kom alhier'>Kom&nbsp;alhier</p>", "<p title='kom hier'>Kom&nbsp;hier</p>"),
        (".html", "<p class=alhier>Kom alhier<!-- alhier -->", "<p class=alhier>Kom hier<!-- alhier -->"),
        (".json", '{"nl": {"alhier": "Kom \\"alhier\\" nu"}}', '{"nl": {"alhier": "Kom \\"hier\\" nu"}}'),
        (".yaml", "nl:\n  a: kom alhier  # alhier\n  b: |\n    Naar\n    mokum\n", None),
        (".po", 'msgid "alhier"\nmsgstr "Kom alhier."\n', 'msgid "alhier"\nmsgstr "Kom hier."\n'),
        (".csv", 'Kanaal;Tekst\nx, li;"Een ""kop"" alhier"\n', 'Kanaal;Tekst\nx, li;"Een ""*hoofd*"" hier"\n'),
    ],
)
def test_what_is_put_in_place(fix: Fix, suffix: str, before: str, after: str | None) -> None:
    done = fix(before, suffix)
    expected = after or before.replace("kom alhier", "kom hier").replace("mokum", "Amsterdam")
    assert done.checked.data.decode() == expected
    assert done.left == ()


@pytest.mark.parametrize(
    ("suffix", "text", "reason"),
    [
        (".md", "Kom per *omgaande* langs.", "something else stands between"),
        (".html", "<p>kom per <b>omgaande</b></p>", "something else stands between"),
        (".html", "<p>kom per&#32;omgaande</p>", "something else stands between"),
        (".md", "De kop is rond.", "would read otherwise"),  # its stars would be markup
        (".md", "Zie [alhier].\n\n[alhier]: https://example.org\n", "would read otherwise"),  # it names the link
        (".html", "<img alt=leus>", "would read otherwise"),
        (".json", '{"nl": {"a": "de leus"}}', "would read otherwise"),
        (".yaml", "nl:\n  a: de sleutel\n", "would read otherwise"),
        (".csv", "Kanaal;Tekst\nx;De regel\n", "would read otherwise"),
        (".txt", "Kom heel per omgaande.", "‘own/tone/now’ would be found"),
        (".txt", "In een kring.", "‘own/role/swaps’ would be found"),
        (".txt", "Geef per omgaande bericht.", "two suggestions overlap"),
    ],
)
def test_what_is_left(fix: Fix, suffix: str, text: str, reason: str) -> None:
    done = fix(text, suffix)
    assert (done.number, done.checked.data.decode()) == (0, text)
    assert done.left
    assert all(reason in left.reason for left in done.left)


def test_what_is_not_sound_does_not_hold_up_the_rest(fix: Fix) -> None:
    done = fix("Alhier. Kom heel per omgaande alhier. Een kop in mokum alhier, en per omgaande bericht alhier.")
    text = "Hier. Kom heel per omgaande hier. Een *hoofd* in Amsterdam hier, en per omgaande bericht hier."
    assert done.checked.data.decode() == text
    assert (done.number, len(done.left)) == (6, 3)


def test_what_the_encoding_lacks_is_left(fix: Fix) -> None:
    done = fix("Eén feestje alhier".encode("cp1252"), ".md")
    assert done.checked.data == "Eén feestje hier".encode("cp1252")
    assert [left.reason for left in done.left] == ["the file is in CP1252, which cannot hold it"]


def test_a_choice_that_is_the_authors_stays(fix: Fix) -> None:
    assert fix("Nee, kies zelf.").checked.data == b"Nee, kies zelf."


# ---- any file --------------------------------------------------------------------------------------------------------

CODINGS = [
    ("utf-8", b""),
    ("utf-8", BOM_UTF8),
    ("utf-16-le", BOM_UTF16_LE),
    ("utf-16-be", BOM_UTF16_BE),
    ("cp1252", b""),
]
WORDS = [
    *SWAPS,
    "Alhier",
    "PER OMGAANDE",
    "Mokum",
    "per\r\nomgaande",
    "heel",
    "bericht",
    "één",
    "😀👩‍👩‍👧",
    "e\u0301",
    "\ufeff",
]
MARKS = [
    " ",
    ", ",
    ". ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\t",
    "**",
    "`",
    "[",
    "](x)",
    "<b>",
    "</b>",
    "&eacute;",
    "# ",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS, *[" "] * 12]), min_size=1, max_size=30).map("".join)


def plain(text: str) -> str:
    """The text with the same sign for a word that may be replaced and for what replaces it."""
    words = sorted({*SWAPS, *SWAPS.values(), "nieuws"}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, words)), "§", text, flags=re.IGNORECASE)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_all_other_bytes_stay_and_a_second_time_changes_nothing(fix: Fix, suffix: str) -> None:
    @given(TEXTS, st.sampled_from(CODINGS[:2] if suffix == ".txt" else CODINGS))
    def holds(text: str, coding: tuple[str, bytes]) -> None:
        encoding, mark = coding
        before = mark + text.encode(encoding, errors="ignore")
        encoding = "utf-8" if before.isascii() else encoding  # Windows-1252 that nothing tells from it
        done = fix(before, suffix)
        after = done.checked.data
        assert after.startswith(mark)
        shown = after[len(mark) :].decode(encoding)
        assert mark + shown.encode(encoding) == after
        assert plain(shown) == plain(before[len(mark) :].decode(encoding))
        again = fix(after, suffix)
        assert (again.number, again.checked.data) == (0, after)
        assert (done.number == 0) is (after == before)

    holds()


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=5))), st.sampled_from(CODINGS[:4]))
def test_edits_change_their_own_bytes_alone(
    text: str, given_edits: list[tuple[int, str]], coding: tuple[str, bytes]
) -> None:
    encoding, mark = coding
    text = text.encode("utf-8", errors="ignore").decode().removeprefix("\ufeff")
    cuts = sorted({min(at, len(text)) for at, _ in given_edits})
    edits = [Edit(start, end, new) for (start, end), (_, new) in zip(pairwise(cuts), given_edits, strict=False)][::2]
    after = spliced(mark + text.encode(encoding), edits)
    assert after.startswith(mark)
    at, rest = 0, after[len(mark) :]
    for edit in edits:
        for part in (text[at : edit.start].encode(encoding), edit.text.encode(encoding)):
            assert rest.startswith(part)
            rest = rest[len(part) :]
        at = edit.end
    assert rest == text[at:].encode(encoding)
