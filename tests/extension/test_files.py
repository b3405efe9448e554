"""The folder of the extension: nothing is missing, nothing is asked of the user that is not needed."""

from __future__ import annotations

import json
import re

import pytest
from extension.browsing import EXTENSION

from postlint.risks import RISKS

MANIFEST = json.loads((EXTENSION / "manifest.json").read_text())
WORDS = {lang: json.loads((EXTENSION / "_locales" / lang / "messages.json").read_text()) for lang in ("en", "nl")}
SCRIPTS = {path: path.read_text() for path in sorted(EXTENSION.rglob("*.js"))}
CODE = "\n".join([*SCRIPTS.values(), *(path.read_text() for path in EXTENSION.rglob("*.html")), json.dumps(MANIFEST)])


def _listed(script: str) -> list[str]:
    return re.findall(r'^  "([\w/]+\.js)",$', (EXTENSION / script).read_text(), re.MULTILINE)


def test_every_file_of_the_manifest_is_there():
    named = [*MANIFEST["icons"].values(), *MANIFEST["background"]["scripts"], MANIFEST["background"]["service_worker"]]
    named += [MANIFEST["action"]["default_popup"], MANIFEST["options_ui"]["page"]]
    assert [path for path in named if not (EXTENSION / path).is_file()] == []


def test_chrome_and_firefox_load_the_same_background():
    imported = re.search(r"importScripts\(([^)]*)\)", SCRIPTS[EXTENSION / "background/worker.js"])
    files = [(EXTENSION / "background" / name).resolve() for name in re.findall(r'"([^"]+)"', imported.group(1))]
    listed = [EXTENSION / name for name in MANIFEST["background"]["scripts"]]
    assert [*files, EXTENSION / "background/worker.js"] == listed


def test_every_script_for_pages_is_put_in_pages():
    there = {str(path.relative_to(EXTENSION)) for path in SCRIPTS if path.parent.name in ("content", "field")}
    assert {name for name in _listed("background/registration.js") if "/" in name} == there


def test_it_asks_for_no_more_than_it_needs():
    assert MANIFEST["permissions"] == ["activeTab", "scripting", "storage"]
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    assert not MANIFEST.keys() & {"externally_connectable", "web_accessible_resources", "content_scripts"}


@pytest.mark.parametrize(
    "danger", [r"\beval\(", r"\bnew Function\b", r"\.innerHTML\b", r"insertAdjacentHTML", r"https?://(?!127)\S+\.js"]
)
def test_no_code_comes_from_elsewhere(danger):
    assert re.findall(danger, CODE) == []


def test_both_languages_say_the_same():
    assert WORDS["en"].keys() == WORDS["nl"].keys()
    for key, message in WORDS["en"].items():
        places = re.findall(r"\$\w+", message["message"])
        assert sorted(re.findall(r"\$\w+", WORDS["nl"][key]["message"])) == sorted(places), key


def test_every_word_is_used_and_every_word_is_there():
    shapes = (r'(?:say|words)\(\s*"(\w+)"', r'data-say="(\w+)"', r"__MSG_(\w+)__", r'\? "(pair_\w+)"')
    used = {word for shape in shapes for word in re.findall(shape, CODE)}
    families = tuple(re.findall(r"(?:say|words)\(`(\w+_)\$", CODE))
    known = {key for key in WORDS["en"] if not key.startswith(families)}
    assert known == {word for word in used if not word.startswith(families)}


def test_every_risk_can_be_chosen_by_its_own_words():
    listed = re.findall(r'^  "([\w/-]+)",$', (EXTENSION / "options/risks.js").read_text(), re.MULTILINE)
    assert listed == list(RISKS)
    for risk, words in RISKS.items():
        key = f"risk_{risk.replace('/', '__').replace('-', '_')}"
        assert (WORDS["en"][key]["message"], WORDS["nl"][key]["message"]) == (words.en, words.nl)
