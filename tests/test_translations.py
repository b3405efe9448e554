"""The interface in Dutch: every message has its translation, and the language is the one that is asked for."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import postlint
from postlint.errors import _translations, say
from postlint.reporters.text import VERDICT_WORDS

PACKAGE = Path(postlint.__file__).parent
DUTCH = PACKAGE / "locale" / "nl" / "LC_MESSAGES" / "postlint.po"
CATALOGUE = read_po(DUTCH.read_text(encoding="utf-8").splitlines(), locale="nl")
MESSAGES = [message for message in CATALOGUE if message.id]
PACKAGES = (PACKAGE, PACKAGE.parent / "browser_ext_bridge")
EXTRACTED = {str(found[2]) for package in PACKAGES for found in extract_from_dir(package, keywords={"say": None})}


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(file for package in PACKAGES for file in package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield f"{file.relative_to(PACKAGE.parent)}:{node.lineno}", node


def test_every_message_stands_in_the_catalogue_and_no_other() -> None:
    assert {str(message.id) for message in MESSAGES} == EXTRACTED, "run: make messages"


def test_the_template_stands_beside_it_and_is_as_new() -> None:
    template = read_po((PACKAGE / "locale" / "postlint.pot").read_text(encoding="utf-8").splitlines())
    assert {str(message.id) for message in template if message.id} == EXTRACTED, "run: make messages"


def test_babel_sees_every_message() -> None:
    """One within an f-string or in a variable would be passed over."""
    unseen = [place for place, call in _calls() if getattr(call.args[0], "value", None) not in EXTRACTED]
    assert unseen == []


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message.id)[:40])
def test_is_translated_with_the_same_values(message: Message) -> None:
    assert message.string
    assert not message.fuzzy
    assert _values(str(message.string)) == _values(str(message.id))
    assert str(message.string)[-1:].isspace() == str(message.id)[-1:].isspace()


def _values(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def test_the_catalogue_names_no_place_and_no_date() -> None:
    text = DUTCH.read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if line.startswith(("#:", "#~", '"POT-', '"PO-', '"Generated'))]


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """The catalogue as an installation would compile it, put in place at once, for who reads it meanwhile."""
    compiled = DUTCH.with_suffix(f".{os.getpid()}")
    with compiled.open("wb") as target:
        write_mo(target, CATALOGUE)
    compiled.replace(DUTCH.with_suffix(".mo"))


@pytest.mark.parametrize(
    ("environment", "options", "shown"),
    [
        ({}, [], "Reads a draft"),
        ({"LANGUAGE": "nl"}, [], "Leest je bericht"),
        ({"LANGUAGE": "en:nl"}, [], "Reads a draft"),
        ({"LANGUAGE": "fr:nl"}, [], "Leest je bericht"),
        ({"LANG": "nl_NL.UTF-8"}, [], "Leest je bericht"),
        ({"LC_ALL": "nl_BE.UTF-8", "LANG": "en_US.UTF-8"}, [], "Leest je bericht"),
        ({"LANG": "C.UTF-8"}, [], "Reads a draft"),
        ({}, ["--ui-lang", "nl"], "Leest je bericht"),
        ({"LANGUAGE": "nl"}, ["--ui-lang=en"], "Reads a draft"),
        ({"LANG": "nl_NL.UTF-8"}, ["--ui-lang", "en"], "Reads a draft"),
    ],
)
def test_the_language_is_the_one_asked_for(
    environment: dict[str, str], options: list[str], shown: str, tmp_path: Path
) -> None:
    assert shown in _help(options, environment, tmp_path)


def test_the_words_of_the_report_are_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nl")
    _translations.cache_clear()
    assert [word() for word in VERDICT_WORDS.values()] == ["✔ Plaatsen", "✎ Nog eens kijken", "✋ Wachten"]
    assert say("until {moment}", moment="morgen") == "tot morgen"


def _help(options: list[str], environment: dict[str, str], folder: Path) -> str:
    chosen = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    kept = {name: value for name, value in os.environ.items() if name not in chosen}
    code = "import sys; from postlint.cli import main; sys.argv[0] = 'postlint'; main()"
    command = [sys.executable, "-X", "utf8", "-c", code, *options, "--help"]
    done = subprocess.run(
        command, env=kept | environment, cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout
