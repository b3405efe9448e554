from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from report_cases import BSN, RUN, report, written

from postlint.reporters.change import Noted
from postlint.reporters.html import html
from postlint.reporters.located import located

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Page(HTMLParser):
    """What stands in a page: its tags, and its text without tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def page(*reports, older=None, lang="en") -> Page:
    return Page(written(html(reports, made=MADE, lang=lang, older=older)))


def test_it_asks_for_nothing_and_runs_nothing():
    text = written(html(RUN, made=MADE, lang="nl", older={"x": Noted("a.md", "own/x", "tone/shouting", "m")}))
    shown = Page(text)
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in shown.tags}
    addresses = [value for _, given in shown.tags for key, value in given.items() if key in {"href", "src", "srcset"}]
    assert [address for address in addresses if not address.startswith("#")] == []
    assert [key for _, given in shown.tags for key in given if key == "style" or key.startswith("on")] == []
    assert "url(" not in text
    assert "@import" not in text


def test_its_policy_allows_its_own_style_alone():
    text = written(html(RUN, made=MADE, lang="nl"))
    (policy,) = (given["content"] for _, given in Page(text).tags if given.get("http-equiv"))
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_text_stays_text():
    shown = page(report("<script>alert(1)</script> [[<b onclick=x>]] &amp; \0", {"message": "</style><img src=x>"}))
    assert {"script", "img", "b"}.isdisjoint(tag for tag, _ in shown.tags)
    assert "<script>alert(1)</script> <b onclick=x> &amp; \ufffd" in shown.words
    assert "</style><img src=x>" in shown.words


def test_what_is_guarded_is_covered():
    shown = written(html(RUN, made=MADE, lang="nl"))
    assert BSN not in shown
    assert "Bel <mark>" in shown
    assert "••••••" in shown


@pytest.mark.parametrize(
    "words",
    [
        "Texts read: 5. In 1 of them nothing stands out.",
        "weg.txt cannot be read: no such file — Check the path.",
        "Dit is luid. <b>En</b> veel!",
        "→ Zeg het zachter.",
        "line 1 · own/tone/loud",
        "the whole text · own/informing/long",
        "b.md hold until 2026-12-01 08:00",
        "The draft shouts: capitals, rows of exclamation marks.",
        "c.md",
        "Made by postlint",
        "2026-11-22 09:30",
    ],
)
def test_it_tells(words):
    assert words in " ".join(page(*RUN).words.split())


def rows(shown: str, section: str) -> list[list[str]]:
    """The cells of the table in a section."""
    part = re.search(rf'<section aria-labelledby="{section}">(.*?)</section>', shown, re.DOTALL)[1]
    body = re.search(r"<tbody>(.*)</tbody>", part, re.DOTALL)[1]
    cells = [re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", body)]
    return [[re.sub(r"<.*?>", "", cell).strip() for cell in row] for row in cells]


def test_findings_are_counted_by_group_text_and_rule():
    shown = written(html(RUN, made=MADE, lang="en"))
    assert [row[:4] for row in rows(shown, "groups") if row[1:4] != ["0", "0", "0"]] == [
        ["Openness", "1", "0", "0"],
        ["Tone", "0", "1", "1"],
        ["Informing", "0", "1", "0"],
    ]
    assert len(rows(shown, "groups")) == 8
    assert [row[:4] for row in rows(shown, "by-text")] == [
        ["b.md", "1", "0", "0"],
        ["a.md", "0", "1", "1"],
        ["tekst.txt", "0", "1", "0"],
    ]
    assert [(row[0], *row[2:]) for row in rows(shown, "rules")] == [
        ("Tone", "2", "1"),
        ("Informing", "1", "1"),
        ("Openness", "1", "1"),
    ]


def test_a_bar_is_as_long_as_its_numbers():
    shown = written(html(RUN, made=MADE, lang="en"))
    bars = re.findall(r'<rect class="(\w+)" x="([\d.]+)" width="([\d.]+)"', shown)
    assert bars[6:9] == [("hold", "0.00", "0.00"), ("reconsider", "0.00", "50.00"), ("note", "50.00", "50.00")]


def test_change_since_an_older_report():
    known = [found for each in located(RUN) for found in each.findings]
    older = {found.fingerprint: Noted("a.md", found.finding.rule, found.finding.risk, "m") for found in known[1:]}
    older["gone"] = Noted("d.md", "own/role/gone", "role/bot-speak", "Dit is weg.")
    shown = written(html(RUN, made=MADE, lang="en", older=older))
    words = " ".join(Page(shown).words.split())
    assert "New: 1. Gone: 1. Still there: 3." in words
    assert "d.md Dit is weg. own/role/gone" in words
    assert shown.count('class="new"') == 1
    changes = {row[0]: row[4] for row in rows(shown, "groups")}
    assert (changes["Tone"], changes["Role"], changes["Openness"]) == ("+1", "−1", "0")


def test_without_an_older_report_nothing_is_said_of_change():
    assert "Change" not in page(*RUN).words


def test_a_run_in_which_nothing_stands_out():
    words = page(report("aap", file="a.md")).words
    assert "Texts read: 1. Nothing stands out." in words
    assert "By group" not in words


def test_the_words_of_a_text_are_in_its_own_language(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    shown = page(report("[[luid]]"), lang="nl")
    assert shown.tags[0] == ("html", {"lang": "nl"})
    assert ("blockquote", {"lang": "nl"}) in shown.tags
    assert "Wat onze teksten zeggen" in shown.words
    assert "Per groep" in shown.words
    assert "Het bericht schreeuwt" in shown.words
