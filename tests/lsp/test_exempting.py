"""Exceptions that an editor puts in: where the comment goes, that it is heard, and that the page reads as it did."""

from __future__ import annotations

import pytest
from lsp.conftest import write
from typer.testing import CliRunner

from postlint.cli.app import make_app
from postlint.cli.checking import Checking
from postlint.cli.inputs import Inputs
from postlint.config import BASELINE, load_config
from postlint.lsp import exempting
from postlint.lsp.drafts import Reading, read_draft
from postlint.lsp.exempting import REASON, insertions_for
from postlint.lsp.positions import Lines
from postlint.sources.copy import read_copy

HOLD = "own/openness/internal"
COMMENT = f"<!-- postlint ignore {HOLD}: because -->"


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Checking:
    folder = write(tmp_path_factory.mktemp("exempting"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
        return Checking(Inputs(load_config(folder / "postlint.toml", {}), {}, {}), packs=[])


def read(text: str, suffix: str, checking: Checking) -> Reading:
    reading = read_draft(Lines(text, "utf-16"), f"page{suffix}", suffix, checking, lambda: False)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("suffix", "text", "after"),
    [
        (".md", "Eerst.\r\n\r\nZo **niet** delen.\r\n", f"Eerst.\r\n\r\n{COMMENT}\r\nZo **niet** delen.\r\n"),
        (".md", "Zo\nniet delen.\n", f"{COMMENT}\nZo\nniet delen.\n"),
        (".md", "Kop\n\n## Niet delen\n", f"Kop\n\n{COMMENT}\n## Niet delen\n"),
        (".md", "**Niet delen** dus.\n", f"{COMMENT}\n**Niet delen** dus.\n"),
        (".md", "- een\n- niet delen\n- drie\n", f"- een\n- niet delen {COMMENT}\n- drie\n"),
        (".md", "1. een\n\n   niet delen\n", f"1. een\n\n   {COMMENT}\n   niet delen\n"),
        (".md", "- [ ] niet\n  delen\n", f"- [ ] niet\n  delen {COMMENT}\n"),
        (".md", "> niet delen\n> dus\n", f"> niet delen\n> dus {COMMENT}\n"),
        (
            ".md",
            "| a | b |\n|---|---|\n| een | niet delen |\n",
            f"| a | b |\n|---|---|\n| een | niet delen {COMMENT} |\n",
        ),
        (".md", "a | b\n--|--\nniet delen | c\n", f"a | b\n--|--\nniet delen {COMMENT} | c\n"),
        (".md", "Zie ![niet delen](x.png) hier.\n", f"{COMMENT}\nZie ![niet delen](x.png) hier.\n"),
        (
            ".md",
            "---\ntitle: Niet delen\n---\n\nEen.\n",
            f"---\n# postlint ignore {HOLD}: because\ntitle: Niet delen\n---\n\nEen.\n",
        ),
        (".mdx", "Niet delen.\n", f"{{/* postlint ignore {HOLD}: because */}}\nNiet delen.\n"),
        (".html", "<div>\n  <p>Niet delen.</p>\n</div>", f"<div>\n  {COMMENT}\n  <p>Niet delen.</p>\n</div>"),
        (".html", "<p>Een.</p><p>Niet delen.</p>", f"<p>Een.</p><p>Niet delen. {COMMENT}</p>"),
        (".html", "<p>Een.\n<img alt='niet delen'></p>", f"<p>Een.\n{COMMENT}\n<img alt='niet delen'></p>"),
        (".txt", "Niet delen.\n", None),
        (".md", f"<!-- postlint ignore {HOLD}: x -->\nNiks.\n", None),
    ],
)
def test_where_the_comment_goes(checking: Checking, suffix, text, after):
    reading = read(text, suffix, checking)
    (found,) = reading.found
    (insertion,) = insertions_for([found], reading)
    if insertion is None:
        assert after is None
        return
    put = insertion.text.replace(REASON, "because")
    text = text[: insertion.offset] + put + text[insertion.offset :]
    assert text == after
    assert read(text, suffix, checking).found == ()


@pytest.mark.parametrize("start", ["", "---\ntitle: Een\n---\n"])
def test_what_is_about_the_whole_page_is_let_be_for_the_file(checking: Checking, start):
    text = start + "Er komt nog meer van wat er al stond. " * 5
    (found,) = (reading := read(text, ".md", checking)).found
    (insertion,) = insertions_for([found], reading)
    assert insertion.text == f"<!-- postlint ignore-file own/informing/long: {REASON} -->\n\n"
    text = start + insertion.text.replace(REASON, "because") + text[len(start) :]
    assert read(text, ".md", checking).found == ()


PAGE = (
    "---\ntitle: Niet delen\n---\n\n# Niet delen\n\nEerst niet delen, dan\nniet delen.\n\n- een\n- niet delen\n"
    "  - niet delen\n\n> niet delen\n\n| a | b |\n|---|---|\n| niet delen | ![niet delen](x.png) |\n\n"
    "<p>Niet delen.</p><p>Niet delen.</p>\n\nZie ![niet delen](x.png) niet delen.\n\n```\nniet delen\n```\n"
)


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_all_at_once_go_where_each_goes_by_itself(checking: Checking, suffix):
    reading = read(PAGE, suffix, checking)
    assert len(reading.found) > 8
    together = insertions_for(reading.found, reading)
    assert None not in together
    assert together == [each for found in reading.found for each in insertions_for([found], reading)]


def test_a_long_page_is_read_once_for_all(checking: Checking, monkeypatch: pytest.MonkeyPatch):
    reading = read("Niet delen.\n\n" * 50, ".md", checking)
    pages = []
    monkeypatch.setattr(exempting, "read_copy", lambda *page: pages.append(page) or read_copy(*page))
    assert None not in insertions_for(reading.found, reading)
    assert len(pages) == 1


def test_an_exception_without_a_reason_is_remarked_on(checking: Checking):
    text = f"<!-- postlint ignore {HOLD}: -->\nNiet delen.\n"
    assert [found.finding.rule for found in read(text, ".md", checking).found] == ["postlint/exception/unclear", HOLD]


def test_what_a_baseline_knows_is_not_shown_but_what_is_new(checking: Checking, monkeypatch: pytest.MonkeyPatch):
    folder = checking.inputs.settings.folder
    monkeypatch.chdir(folder)
    (folder / "page.md").write_text("Niet delen.\n")
    assert CliRunner().invoke(make_app("baseline"), ["baseline", "page.md"]).exit_code == 0
    found = read("Niet delen.\n\nGraag niet delen.\n", ".md", checking).found
    (folder / BASELINE).unlink()
    assert [each.start for each in found] == [19]
