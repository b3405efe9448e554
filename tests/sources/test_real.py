"""Places hold on real documents: those of the packages that are installed here, as Markdown and rendered to HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from importlib.metadata import distributions
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from markdown_it import MarkdownIt

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.finding import Finding
from postlint.origin import Place
from postlint.sources.html import read_html
from postlint.sources.markdown import read_markdown
from postlint.sources.page import OBJECT, Page

WORD = re.compile(r"\w+")
FOOTNOTE = re.compile(r"^\[\^", re.MULTILINE)  # markdown-it-py reads them as text, and GitHub's alerts too
ALERT = re.compile(r"^> \[!", re.MULTILINE)
MORE = 30  # documents; more of the same take long and show nothing new


def documents() -> Iterator[tuple[str, str]]:
    """The descriptions of installed packages that are written in Markdown, and their pages in Markdown."""
    for package in sorted(distributions(), key=lambda package: str(package.metadata["Name"])):
        text = package.metadata.get_payload() or package.metadata["Description"] or ""  # type of an email message
        if "markdown" in (package.metadata["Description-Content-Type"] or "") and isinstance(text, str):
            yield str(package.metadata["Name"]), text


DOCUMENTS = sorted(documents(), key=lambda each: len(each[1]))[:MORE]
RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render


def words_of(page: Page) -> Counter[str]:
    return Counter(WORD.findall("\n".join(passage.span.of(page.text) for passage in page.passages)))


@pytest.fixture
def linter(write_pack: WritePack) -> Linter:
    """Finds common words, two of them next to each other, and whatever is no letter."""
    pattern = r'pattern: ["(the|and|a|to|you) \\S+", "\\S+ (is|for|with) ", "[^\\s\\w]+ ?\\w"]'
    folder = write_pack({"role/a.en.yaml": rule_text(pattern), "role/b.en.yaml": rule_text("phrases: [of … the]")})
    return Linter([folder])


def test_there_are_documents():
    assert len(DOCUMENTS) >= 10


@pytest.mark.parametrize(("name", "text"), DOCUMENTS, ids=[name for name, _ in DOCUMENTS])
def test_markdown_shows_what_another_parser_shows(name, text):
    if FOOTNOTE.search(text) or ALERT.search(text):
        text = FOOTNOTE.sub("", ALERT.sub("> ", text))
    assert words_of(read_markdown(text, "a.md")) == words_of(read_html(RENDER(text), "a.html"))


def read_back(source: str, place: Place) -> str:
    """What stands in the file at the lines and columns that a finding tells."""
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", source)
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first, *between = lines[place.line - 1 : place.end_line]
    return "".join((first[place.column - 1 :], *between[:-1], between[-1][: place.end_column - 1]))


def shows(written: str, shown: str) -> bool:
    """Whether what is written can show this sign: itself, as an entity or escape, or white space as a space."""
    return written == shown or unescape(written) == shown or (shown.isspace() and not written.strip(" \t\r\n>"))


def assert_placed(source: str, finding: Finding) -> None:
    place = finding.place
    assert place is not None
    written = read_back(source, place)
    assert written == source[place.start : place.end]
    if place.exact:
        assert written == finding.text
        return
    first, last = finding.text[0], finding.text[-1]
    heads = {written[:1], written[: written.find(";") + 1], written[: len(written) - len(written.lstrip())]}
    tails = {written[-1:], written[written.rfind("&") :], written[len(written.rstrip()) :]}
    assert first == OBJECT or any(shows(head, first) for head in heads), (written, finding.text)
    assert last == OBJECT or any(shows(tail, last) for tail in tails), (written, finding.text)


@pytest.mark.parametrize("as_html", [False, True], ids=["markdown", "html"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_finding_is_at_its_place(linter, as_html, line_end):
    found = exact = 0
    for name, text in DOCUMENTS:
        source = (RENDER(text) if as_html else text).replace("\n", line_end)
        page = (read_html if as_html else read_markdown)(source, name)
        report = linter.check(Draft(page.text, Context(lang="en"), name, page.passages, page.origin))
        assert report.complete
        for finding in report.findings:
            assert finding.text == finding.span.of(page.text)
            assert_placed(source, finding)
            found += 1
            exact += finding.place is not None and finding.place.exact
    assert found > 10 * len(DOCUMENTS)  # more or fewer by what is installed
    assert exact > found / 2


def test_a_file_of_this_project_is_read_back(linter):
    path = Path(__file__).parents[2] / "README.md"
    source = path.read_text(encoding="utf-8")
    page = read_markdown(source, str(path))
    for finding in linter.check(Draft(page.text, Context(lang="en"), None, page.passages, page.origin)).findings:
        assert_placed(source, finding)
