"""`postlint check` on folders, pages and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and pages, and nothing around it."""
    write_pack({"role/thanks.nl.yaml": rule_text("phrases: [dank voor]")})
    write_pack({"role/more.nl.yaml": rule_text("phrases: [tot ziens]")}, name="meer")
    (tmp_path / ".git").mkdir()
    (tmp_path / "postlint.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "site/intern").mkdir(parents=True)
    (tmp_path / "site/a.md").write_text("# Dank **voor** alles\n\nGoed.\n", encoding="utf-8")
    (tmp_path / "site/b.html").write_text("<p>tot ziens</p>", encoding="utf-8")
    (tmp_path / "site/intern/c.md").write_text("tot ziens, dank voor", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CONFIG = """\
packs = ["./own"]
lang = "nl"

[[folders]]
files = "intern/"
packs = ["./meer"]
audience = "internal"
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), ["check", *arguments])


def reports(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("--format", "jsonl", *arguments).stdout.splitlines()]


def test_a_folder(here):
    found = {each["id"]: [finding["text"] for finding in each["findings"]] for each in reports("site")}
    assert found == {"site/a.md": ["Dank voor"], "site/b.html": [], "site/intern/c.md": []}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "cp1252"])
@pytest.mark.parametrize("name", ["brief.md", "brief.html"])
def test_a_page_in_another_encoding(here, encoding, name):
    text = "Eén café, dank voor alles."
    coded = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-bom" else text.encode(encoding)
    (here / name).write_bytes(coded)
    (report,) = reports(name)
    (found,) = report["findings"]
    assert (found["text"], found["place"]["line"], found["place"]["column"]) == ("dank voor", 1, 11)


@pytest.mark.parametrize(
    ("encoding", "what"), [("utf-16", "brief.txt:1:1: the file is UTF-16"), ("cp1252", "brief.txt:1:2: byte 0xe9")]
)
def test_a_text_in_another_encoding_is_told(here, encoding, what):
    (here / "brief.txt").write_bytes("Eén café".encode(encoding))
    done = run("brief.txt")
    assert done.exit_code == 3
    assert what in done.stdout
    assert done.stdout.rstrip().endswith("Nothing was checked")


def test_a_folder_has_its_own_packs_and_context(here):
    config = CONFIG.replace('audience = "internal"', 'channel = "intranet"')
    (here / "postlint.toml").write_text(config, encoding="utf-8")
    (report,) = reports("site/intern")
    assert [finding["rule"] for finding in report["findings"]] == ["meer/role/more", "own/role/thanks"]


def test_the_place_of_a_finding(here):
    (report,) = reports("site/a.md")
    assert report["findings"][0]["place"] == {
        "file": "site/a.md",
        "line": 1,
        "column": 3,
        "end_line": 1,
        "end_column": 14,
        "start": 2,
        "end": 13,
        "exact": False,
        "utf16": [3, 14],
        "utf8": [3, 14],
        "cell": "",
    }


def test_the_report_shows_passages_with_a_finding_alone(here):
    result = run("site")
    assert result.exit_code == 1
    assert result.stdout == (
        "site/a.md:1:3\n"
        "  Dank voor① alles\n"
        "\n"
        "① reconsider  role/bot-speak\n"
        "  ‘Dank voor’ is found.\n"
        "  It is only a test.\n"
        "  → Write something else.\n"
        "\n"
        "Checked: 3. With findings: 1.\n"
    )


def test_what_cannot_be_read_is_told_and_the_rest_checked(here):
    (here / "site/d.md").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (here / "site/e.md").write_text("---\ntitle: [\n---\ndank voor\n", encoding="utf-8")
    (here / "site/f.md").symlink_to("f.md")
    result = run("--format", "jsonl", "site", "weg.md")
    assert result.exit_code == 3
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    wrong = [(each["problems"][0]["file"], each["problems"][0]["line"]) for each in lines if each["problems"]]
    assert wrong == [("site/d.md", 2), ("site/e.md", 3), ("site/f.md", None), ("weg.md", None)]
    found = {each["id"]: len(each["findings"]) for each in lines if not each["problems"]}
    assert found == {"site/a.md": 1, "site/b.html": 0, "site/e.md": 1, "site/intern/c.md": 0}


def test_a_file_of_more_than_50_mb_is_told(here):
    with (here / "site/groot.md").open("wb") as file:
        file.truncate(50_000_001)
    result = run("site/groot.md")
    assert result.exit_code == 3
    assert "site/groot.md: is larger than 50 000 000 bytes" in result.stdout


def test_the_channel_of_a_page_is_web(here, write_pack: WritePack):
    write_pack({"role/web.nl.yaml": rule_text("phrases: [goed]", more="when: {channel: [web]}")})
    assert [len(each["findings"]) for each in reports("site/a.md")] == [2]
    assert [len(each["findings"]) for each in reports("site/a.md", "--channel", "x")] == [1]


def test_a_place_in_a_text_file(here):
    (here / "draft.txt").write_text("Goed.\nEn dank voor.\n", encoding="utf-8")
    (report,) = reports("draft.txt")
    place = report["findings"][0]["place"]
    assert (place["line"], place["column"], place["exact"]) == (2, 4, True)


def test_exclude(here):
    assert [each["id"] for each in reports("site", "--exclude", "*.html", "--exclude", "/site/intern")] == ["site/a.md"]


def test_a_calendar(here):
    (here / "plan.csv").write_text("Kanaal;Tekst\nx;Dank voor alles\nnergens;Hoi\n", encoding="utf-8")
    result = run("--format", "jsonl", "plan.csv")
    assert result.exit_code == 3
    first, wrong, last = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["id"], first["findings"][0]["place"]["cell"]) == ("plan.csv:B2", "B2")
    assert wrong["problems"][0]["where"] == "plan.csv:3:1"
    assert last["id"] == "plan.csv:B3"
    assert run("plan.csv").stdout.startswith("plan.csv:B2\n  Dank voor① alles\n")


def test_translations(here):
    config = '[[translations]]\nfiles = "nl.json"\nkeys = ["home.*"]\n'
    (here / "postlint.toml").write_text(f'packs = ["./own"]\n{config}', encoding="utf-8")
    (here / "site/nl.json").write_text('{"home": {"a": "Dank voor"}, "b": "dank voor"}', encoding="utf-8")
    (here / "site/en.json").write_text('{"home": {"a": "dank voor"}}', encoding="utf-8")
    found = {each["id"]: [finding["text"] for finding in each["findings"]] for each in reports("site")}
    assert found["site/nl.json"] == ["Dank voor"]
    assert "site/en.json" not in found
