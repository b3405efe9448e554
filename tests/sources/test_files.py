from __future__ import annotations

import os
from pathlib import Path

import pytest

from postlint.cli.inputs import NOT_TEXT
from postlint.errors import InputError
from postlint.selection import Folder, Selection
from postlint.sources.copy import CALENDARS, PAGES, TRANSLATIONS
from postlint.sources.files import chosen, folder_context

TREE = [
    ".git/HEAD",
    ".verborgen/a.md",
    "README.md",
    "content/_index.md",
    "content/a.html",
    "content/a.txt",
    "content/concept/b.md",
    "content/concept/toch.md",
    "content/diep/c.MDX",
    "node_modules/x/README.md",
    "posts.csv",
]


CONTENT = ["_index.md", "a.html", "concept/toch.md", "diep/c.MDX"]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("tekst", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("node_modules/\n/content/concept/*\n", encoding="utf-8")
    (tmp_path / "content/concept/.gitignore").write_text("!toch.md\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str, root: Path = Path(), **selection: object) -> list[str]:
    return [
        f"! {found.file}" if isinstance(found, InputError) else found.as_posix()
        for found in chosen(map(Path, paths), root, Selection(**selection))
    ]


@pytest.mark.parametrize(
    ("paths", "selection", "expected"),
    [
        (
            ["."],
            {},
            ["README.md", "content/_index.md", "content/a.html", "content/concept/toch.md", "content/diep/c.MDX"],
        ),
        (["content/concept"], {}, ["content/concept/toch.md"]),
        (["node_modules/x"], {}, []),
        (["node_modules/x/README.md"], {}, ["node_modules/x/README.md"]),
        (["content/*.md", "content"], {"exclude": ("concept/", "*.html")}, ["content/_index.md", "content/diep/c.MDX"]),
        (["content/**/*.md"], {}, ["content/_index.md", "content/concept/b.md", "content/concept/toch.md"]),
        (["."], {"exclude": ("/content",), "include": ("posts.csv",)}, ["README.md", "posts.csv"]),
        (["README.md", "./README.md", "."], {"exclude": ("/content",)}, ["README.md"]),
        (["weg.md", "*.odt"], {}, ["weg.md", "*.odt"]),
        (["-"], {}, ["-"]),
    ],
)
def test_chosen(tree, paths, selection, expected):
    assert names(*paths, **selection) == expected


def test_patterns_count_from_the_configuration(tree, monkeypatch):
    monkeypatch.chdir(tree / "content")
    assert names(".", root=tree, exclude=("/content/diep", "/a.html")) == ["_index.md", "a.html", "concept/toch.md"]


def test_links(tree):
    (tree / "content/lus").symlink_to(tree / "content")
    (tree / "content/zelf.md").symlink_to("zelf.md")
    (tree / "content/elders.md").symlink_to(tree / "README.md")
    found = names("content", exclude=("concept", "diep"))
    assert found == ["content/_index.md", "content/a.html", "content/elders.md", "content/zelf.md"]


def test_a_pipe_in_a_folder_is_not_waited_for(tree):
    os.mkfifo(tree / "content/pijp.md")
    (tree / "content/naar-pijp.md").symlink_to("pijp.md")
    (tree / "content/nergens.md").symlink_to("weg.md")
    assert names("content", exclude=("concept", "diep")) == [
        "content/_index.md",
        "content/a.html",
        "content/nergens.md",
    ]


def test_a_folder_without_permission_is_told(tree, monkeypatch):
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "diep":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("postlint.sources.files.os.scandir", refuse)  # whoever is root may read all
    assert "! content/diep" in names(".")


def test_the_context_of_a_folder(tree):
    selection = Selection(
        folders=(Folder(files="content/", channel="intranet", lang="nl"), Folder(files="*.html", channel="web"))
    )
    contexts = [
        folder_context(Path(name), tree, selection) for name in ("README.md", "content/_index.md", "content/a.html")
    ]
    assert contexts == [{}, {"lang": "nl", "channel": "intranet"}, {"lang": "nl", "channel": "web"}]


def test_every_ending_has_one_way_to_be_read():
    assert {*PAGES, *CALENDARS, *TRANSLATIONS} == NOT_TEXT
    assert len(NOT_TEXT) == len(PAGES) + len(CALENDARS) + len(TRANSLATIONS)
