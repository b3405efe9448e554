"""`postlint check --fix` and `--diff` on files."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app

SWAPS = "entries:\n  alhier: hier\n  per omgaande: direct\n"
PHONE = "Bel Anja op 06-12345678."


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, and a pack that vouches for some of its suggestions."""
    write_pack(
        {
            "role/swaps.nl.yaml": rule_text('phrases: ["{swaps}"]', more='suggestion: "{value}"\nfix: swaps'),
            "role/thanks.nl.yaml": rule_text("phrases: [dank voor]", more="suggestion: dank je"),
            "openness/phone.nl.yaml": rule_text(
                "identifier: [phone]", risk="openness/personal-data", severity="hold"
            ).replace("is found", "staat er"),
            "lists/swaps.nl.yaml": SWAPS,
        }
    )
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\nlang = "nl"\n')
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.md").write_bytes(b"\xef\xbb\xbf# Feest\r\n\r\nAlhier, en dank voor alles.\r\n")
    (tmp_path / "site/b.md").write_text("# Feest\n\nNiets aan te doen.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), ["check", *arguments])


def test_fix_writes_what_rules_vouch_for_and_reports_the_rest(here: Path) -> None:
    result = run("--fix", "--format", "github", "site")
    assert (result.exit_code, result.stderr) == (1, "Fixed: 1. Files: 1.\n")
    assert (here / "site/a.md").read_bytes() == b"\xef\xbb\xbf# Feest\r\n\r\nHier, en dank voor alles.\r\n"
    (line,) = result.stdout.splitlines()
    assert "line=3,endLine=3,col=10,endColumn=19::‘dank voor’" in line


def test_a_second_time_changes_nothing(here: Path) -> None:
    run("--fix", "site")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (here / "site").iterdir()}
    assert run("--fix", "site").stderr == ""
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (here / "site").iterdir()}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files(here: Path, jobs: str) -> None:
    for number in range(30):
        (here / f"site/{number}.txt").write_text(f"Nummer {number} staat alhier.\n")
    assert run("--fix", "--jobs", jobs, "site", "site/*.txt").stderr == "Fixed: 31. Files: 31.\n"
    assert (here / "site/7.txt").read_text() == "Nummer 7 staat hier.\n"


def test_diff_shows_and_writes_nothing(here: Path) -> None:
    before = (here / "site/a.md").read_bytes()
    result = run("--diff", "site")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout_bytes == (
        b"--- site/a.md\n+++ site/a.md\n@@ -1,3 +1,3 @@\n \xef\xbb\xbf# Feest\r\n \r\n"
        b"-Alhier, en dank voor alles.\r\n+Hier, en dank voor alles.\r\n"
    )
    assert (here / "site/a.md").read_bytes() == before
    assert run("--diff", "site/b.md").exit_code == 0
    assert run("--diff", "--fix", "site").exit_code == 1
    assert (here / "site/a.md").read_bytes() == before


def test_git_can_apply_what_diff_shows(here: Path) -> None:
    (here / "site/c.txt").write_bytes(b"een\ntwee\ndrie\nvier\n\nAlhier\rdus\x0cja.\r\n" + PHONE.encode() + b"\nalhier")
    patch = run("--diff", "--unmasked", "site", "site/c.txt").stdout_bytes
    applied = subprocess.run(["git", "apply", "-p0"], input=patch, cwd=here, capture_output=True, check=False)
    assert (applied.returncode, applied.stderr) == (0, b"")
    assert run("--diff", "site", "site/c.txt").exit_code == 0
    assert (here / "site/c.txt").read_bytes().endswith(b"Hier\rdus\x0cja.\r\n" + PHONE.encode() + b"\nhier")


def test_what_a_finding_guards_is_covered_in_a_diff(here: Path) -> None:
    (here / "c.txt").write_text(f"Kom alhier.\n{PHONE}\n")
    assert "06-••••••78" in run("--diff", "c.txt").stdout
    assert "06-12345678" not in run("--diff", "c.txt").stdout
    assert "06-12345678" in run("--diff", "--unmasked", "c.txt").stdout


def test_what_is_known_stays_and_is_covered_all_the_same(here: Path) -> None:
    (here / "c.txt").write_text(f"Kom alhier.\n{PHONE}\n")
    CliRunner().invoke(make_app(), ["baseline", "c.txt"])
    (here / "c.txt").write_text(f"Kom alhier.\n{PHONE}\n\nEn per omgaande.\n")
    shown = run("--diff", "c.txt").stdout
    assert " Kom alhier.\n Bel Anja op 06-••••••78.\n \n-En per omgaande.\n+En direct.\n" in shown


def test_what_cannot_be_checked_is_told_by_diff_too(here: Path) -> None:
    result = run("--diff", "site", "weg.md")
    assert result.exit_code == 3
    assert result.stderr.startswith("weg.md: ")
    assert result.stdout.startswith("--- site/a.md\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fix", "--text", "Alhier"], "--fix: only files can be fixed"),
        (["--fix", "-"], "--fix: only files can be fixed"),
        (["--diff"], "--diff: only files can be fixed"),
        (["--diff", "--format", "sarif", "site"], "--diff: the changes are all that is shown"),
        (["--diff", "--report", "sarif=x.sarif", "site"], "--diff: the changes are all that is shown"),
    ],
)
def test_wrong_use(here: Path, arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(told)


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_folder_with_nothing_in_it(here: Path, option: str) -> None:
    (here / "leeg").mkdir()
    result = run(option, "leeg")
    assert (result.exit_code, result.output) == (0, "")


def test_documents_workbooks_and_lines_of_drafts_are_not_written(here: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.append(["Tekst"])
    workbook.active.append(["Kom alhier."])
    workbook.save(here / "plan.xlsx")
    with ZipFile(here / "brief.docx", "w") as archive:
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        text = "<w:body><w:p><w:r><w:t>Kom alhier.</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{name}">{text}</w:document>')
    (here / "drafts.jsonl").write_text('{"text": "Kom alhier."}\n')
    (here / "page.rst").write_text("Kom alhier.\n")
    files = ["plan.xlsx", "brief.docx", "drafts.jsonl", "page.rst"]
    before = [(here / file).read_bytes() for file in files]
    result = run("--fix", *files)
    told = "files of this kind are not written; take over the suggestions by hand"
    assert (result.exit_code, result.stderr.splitlines()) == (1, [f"{file}: {told}" for file in files])
    assert before == [(here / file).read_bytes() for file in files]


def test_what_is_left_is_told_with_its_place(here: Path) -> None:
    (here / "c.md").write_text("Kom\nper *omgaande* langs.\n")
    (here / "plan.csv").write_text('Kanaal;Tekst\nx, linkedin;"Kom per\nomgaande langs."\n')
    result = run("--fix", "c.md", "plan.csv")
    assert result.stderr.splitlines() == [
        "c.md:2:1: own/role/swaps: something else stands between the words in the file",
    ]


def test_mode_and_links_are_kept(here: Path) -> None:
    page = here / "site/a.md"
    page.chmod(0o640)
    (here / "link.md").symlink_to("site/a.md")
    assert run("--fix", "link.md").stderr == "Fixed: 1. Files: 1.\n"
    assert (page.stat().st_mode & 0o777, (here / "link.md").is_symlink()) == (0o640, True)
    assert b"Hier" in page.read_bytes()
    assert sorted(path.name for path in (here / "site").iterdir()) == ["a.md", "b.md"]


@pytest.mark.parametrize("named", ["site/link.md", "map/x.md", "{outside}/link.md"])
def test_no_link_leads_out_of_the_folder(here: Path, tmp_path_factory: pytest.TempPathFactory, named: str) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.md").write_text("Kom alhier.")
    (outside / "link.md").symlink_to(outside / "x.md")
    (here / "site/link.md").symlink_to(outside / "x.md")
    (here / "map").symlink_to(outside)
    result = run("--fix", named.format(outside=outside))
    assert result.exit_code == 1
    assert "a link leads to it from elsewhere" in result.stderr
    assert (outside / "x.md").read_text() == "Kom alhier."


def test_a_file_that_may_not_be_written_is_a_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, target: object) -> None:
        raise PermissionError(13, "Permission denied", str(source))

    before = (here / "site/a.md").read_bytes()
    monkeypatch.setattr(os, "replace", refuse)  # root may write anything
    result = run("--fix", "--format", "github", "site")
    assert result.exit_code == 3
    assert "The suggestions were not put in place: Permission denied." in result.stdout
    assert (here / "site/a.md").read_bytes() == before
    assert sorted(path.name for path in (here / "site").iterdir()) == ["a.md", "b.md"]
    assert result.stderr == ""


def test_diff_is_coloured_on_a_terminal(here: Path) -> None:
    """The author's own screen: in colour, as it stands, and with nothing that could steer it."""
    (here / "site/c.md").write_text(f"Kom alhier.\x1b[2J\n{PHONE}\n")
    command = [sys.executable, "-c", "from postlint.cli import main; main()", "check", "--diff", "site/c.md"]
    reader, writer = os.openpty()
    process = subprocess.Popen(command, stdout=writer, env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"})
    os.close(writer)
    shown = ""
    with suppress(OSError):  # the end
        while part := os.read(reader, 4096):
            shown += part.decode()
    os.close(reader)
    assert process.wait(120) == 1
    assert "\x1b[31m-Kom alhier. [2J\x1b[0m" in shown
    assert "\x1b[32m+Kom hier. [2J\x1b[0m" in shown
    assert PHONE in shown
