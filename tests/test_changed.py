"""What has changed since a commit, asked of the real git in real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from report_cases import report, whole

from postlint.changed import Changed, changed_since
from postlint.errors import Refusal


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with one commit."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "--initial-branch", "main")
    (folder / "a.md").write_text("een\ntwee\ndrie\nvier\n", encoding="utf-8")
    (folder / "b.md").write_text("een\n" * 20, encoding="utf-8")
    (folder / "oud.md").write_text("".join(f"regel {number}\n" for number in range(20)), encoding="utf-8")
    (folder / "beeld.docx").write_bytes(b"PK\0\1")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "eerst")
    return folder


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_lines_that_were_changed_or_added(site):
    write(site / "a.md", "een\nTWEE\ndrie\nvier\nvijf\nzes\n")
    changed = changed_since("HEAD", site)
    assert changed.lines == {"a.md": [(2, 2), (5, 6)]}
    assert changed.has(site / "a.md")
    assert not changed.has(site / "b.md")


def test_lines_that_are_gone_leave_the_file_changed(site):
    write(site / "a.md", "een\nvier\n")
    changed = changed_since("HEAD", site)
    assert changed.lines == {"a.md": []}
    assert changed.has(site / "a.md")


def test_what_is_staged_and_committed_counts(site):
    write(site / "a.md", "een\ntwee\nDRIE\nvier\n")
    git(site, "commit", "-am", "later")
    write(site / "b.md", "een\n" * 21)
    git(site, "add", "b.md")
    assert changed_since("HEAD~1", site).lines == {"a.md": [(3, 3)], "b.md": [(21, 21)]}


def test_new_files_count_whole_whether_git_knows_them_or_not(site):
    (site / ".gitignore").write_text("bouw/\n")
    (site / "bouw").mkdir()
    for name in ("nieuw.md", "bouw/pagina.md", "toegevoegd.md"):
        write(site / name, "een\ntwee\n")
    git(site, "add", "toegevoegd.md")
    changed = changed_since("HEAD", site)
    assert changed.lines == {"toegevoegd.md": [(1, 2)]}
    for name in ("nieuw.md", "bouw/pagina.md", "toegevoegd.md", "../elders.md"):
        assert changed.has(site / name)
        assert len(changed.narrowed(site / name, report("[[een]]", file=name)).findings) == 1


def test_a_file_that_was_renamed_has_its_changed_lines_alone(site):
    git(site, "mv", "oud.md", "nieuw.md")
    text = (site / "nieuw.md").read_text(encoding="utf-8")
    write(site / "nieuw.md", text.replace("regel 4\n", "andere regel\n"))
    assert changed_since("HEAD", site).lines == {"nieuw.md": [(5, 5)]}


def test_a_file_that_was_renamed_alone_has_not_changed(site):
    git(site, "mv", "oud.md", "nieuw.md")
    changed = changed_since("HEAD", site)
    assert changed.lines == {}
    assert not changed.has(site / "nieuw.md")


def test_a_file_that_is_no_text_counts_whole(site):
    (site / "beeld.docx").write_bytes(b"PK\0\2")
    git(site, "mv", "b.md", "c d.md")
    assert changed_since("HEAD", site).lines == {"beeld.docx": None}


@pytest.mark.parametrize(
    "name", ["een twee.md", 'a"b.md', "café.md", "tab\there.md", "terug\\slag.md", "-x.md", "nieuw\nlijn.md"]
)
def test_any_name(site, name):
    write(site / name, "een\n")
    git(site, "add", ".")
    git(site, "commit", "-m", "meer")
    write(site / name, "een\ntwee\n")
    assert changed_since("HEAD", site).lines == {name: [(2, 2)]}


def test_lines_that_look_like_a_patch(site):
    write(site / "a.md", "een\n++ b/b.md\n@@ -1 +1,9 @@\ndiff --git a/x b/x\nvier")
    assert changed_since("HEAD", site).lines == {"a.md": [(2, 5)]}
    write(site / "a.md", "een\ntwee\n++ b/b.md\ndrie\nvier")
    assert changed_since("HEAD", site).lines == {"a.md": [(3, 3), (5, 5)]}


def test_what_others_did_in_the_meantime_is_no_change_of_ours(site):
    git(site, "switch", "-c", "ons")
    write(site / "a.md", "een\ntwee\ndrie\nVIER\n")
    git(site, "commit", "-am", "ons")
    git(site, "switch", "main")
    write(site / "b.md", "anders\n")
    git(site, "commit", "-am", "van anderen")
    git(site, "switch", "ons")
    assert changed_since("main", site).lines == {"a.md": [(4, 4)]}


def test_from_a_folder_within(site):
    (site / "map").mkdir()
    write(site / "map/c.md", "een\n")
    git(site, "add", ".")
    git(site, "commit", "-m", "map")
    write(site / "map/c.md", "een\ntwee\n")
    changed = changed_since("HEAD", site / "map")
    assert changed.lines == {"map/c.md": [(2, 2)]}
    assert changed.has(site / "map/../map/c.md")


def test_settings_of_git_change_nothing(site):
    for setting, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "color.diff": "always",
        "diff.external": "true",
    }.items():
        git(site, "config", setting, value)
    write(site / "a.md", "een\nTWEE\ndrie\nvier\n")
    assert changed_since("HEAD", site).lines == {"a.md": [(2, 2)]}


@pytest.mark.parametrize("ref", ["weg", "--output=x", "HEAD~9", ""])
def test_a_commit_that_is_not_there(site, ref):
    with pytest.raises(Refusal, match="is no commit, branch or tag here"):
        changed_since(ref, site)
    assert not (site / "x").exists()


def test_a_shallow_clone_says_how_to_get_the_rest(site, tmp_path):
    write(site / "a.md", "een\n")
    git(site, "commit", "-am", "later")
    git(tmp_path, "clone", "--depth", "1", site.as_uri(), "ondiep")
    with pytest.raises(Refusal, match="this clone is shallow") as wrong:
        changed_since("HEAD~1", tmp_path / "ondiep")
    assert "fetch-depth: 0" in wrong.value.remedy


def test_outside_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "los").mkdir()
    with pytest.raises(Refusal, match=r"git could not tell what has changed: .*not a git repository"):
        changed_since("HEAD", tmp_path / "los")


def test_without_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="git could not be started"):
        changed_since("HEAD", tmp_path)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (None, ["een", "twee drie", "vijf"]),
        ([], []),
        ([(1, 1)], ["een"]),
        ([(2, 2)], ["twee drie"]),
        ([(3, 3)], ["twee drie"]),
        ([(4, 4)], []),
        ([(2, 4), (9, 9)], ["twee drie"]),
        ([(1, 9)], ["een", "twee drie", "vijf"]),
    ],
)
def test_findings_on_changed_lines(tmp_path, lines, found):
    changed = Changed(tmp_path, {"a.md": lines}, frozenset({"a.md"}))
    narrowed = changed.narrowed(tmp_path / "a.md", report("[[een]]\n[[twee\ndrie]]\nvier\n[[vijf]]", file="a.md"))
    assert [" ".join(finding.text.split()) for finding in narrowed.findings] == found


def test_what_is_said_of_a_whole_text_counts_if_it_changed_at_all(tmp_path):
    changed = Changed(tmp_path, {"a.md": []}, frozenset({"a.md", "b.md"}))
    assert len(changed.narrowed(tmp_path / "a.md", whole("Een tekst.")).findings) == 1
    assert len(changed.narrowed(tmp_path / "b.md", whole("Een tekst.")).findings) == 0
