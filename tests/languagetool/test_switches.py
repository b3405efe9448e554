"""Of LanguageTool's rules those are on that some rule of the packs chooses."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from conftest import WritePack, rule_text

from postlint.asking import Question, answer_to
from postlint.engine import looking_for
from postlint.languagetool.client import PARAMETERS
from postlint.languagetool.server import address
from postlint.languagetool.settings import LanguageToolSettings
from postlint.languagetool.state import State, remove_state, switches_in_use, touch, write_state
from postlint.languagetool.switches import CATEGORIES, NAMING
from postlint.packs import load_packs

REQUIRES = "requires: [languagetool]"
TOGETHER = "together: {all: [{phrases: [brug]}, {languagetool: {categories: [TYPOS]}}]}"


def switches(pack: Path, lang: str = "nl") -> dict[str, set[str]]:
    """What is sent along with each text, by name."""
    sent = dict(looking_for(LanguageToolSettings(), load_packs([pack])).switches)
    return {name: set(values.split(",")) for name, (values,) in parse_qs(sent[lang]).items()}


def off_but_for(*categories: str, lang: str = "nl") -> set[str]:
    return {*CATEGORIES[lang]} - {*categories}


@pytest.mark.parametrize(
    ("match", "ids", "categories"),
    [
        ("languagetool: {categories: [TYPOS, GRAMMAR]}", (), ("TYPOS", "GRAMMAR")),
        ("languagetool: {rules: [JOU_JOUW, HET_FIETS]}", ("JOU_JOUW", "HET_FIETS"), ()),
        ("languagetool: {categories: [TYPOS], without: [MORFOLOGIK_*, JOU_JOUW]}", (), ("TYPOS",)),
        ("languagetool: {rules: [NL_SIMPLE_REPLACE_*]}", (), ("VERGISSINGEN",)),
        ("languagetool: {rules: [NL_SPACE_IN_COMPOUND_ZWEM*]}", (), ("MISC",)),
        ("languagetool: {rules: [NL_CHECKCASE_FRIES]}", ("NL_CHECKCASE_FRIES",), ("CASING",)),
        ("languagetool: {categories: [NIEUW]}", (), ("NIEUW",)),
        (TOGETHER, (), ("TYPOS",)),
    ],
)
def test_what_no_rule_chooses_is_off(
    write_pack: WritePack, match: str, ids: tuple[str, ...], categories: tuple[str, ...]
) -> None:
    sent = switches(write_pack({"role/a.nl.yaml": rule_text(match, more=REQUIRES)}))
    assert sent.pop("disabledCategories") == off_but_for(*categories)
    assert (sent.pop("enabledRules", set()), sent.pop("enabledCategories", set())) == ({*ids}, {*categories})
    assert not sent


@pytest.mark.parametrize("beginning", ["NL_*", "JOU_*", "A*"])
def test_nothing_is_off_where_a_beginning_may_be_that_of_any_rule(write_pack: WritePack, beginning: str) -> None:
    match = f"languagetool: {{rules: ['{beginning}'], categories: [TYPOS]}}"
    assert switches(write_pack({"role/a.nl.yaml": rule_text(match, more=REQUIRES)})) == {"enabledCategories": {"TYPOS"}}


def test_each_language_has_its_own_for_all_rules_of_all_packs(write_pack: WritePack) -> None:
    pack = write_pack(
        {
            "role/a.nl.yaml": rule_text("languagetool: {categories: [TYPOS]}", more=REQUIRES),
            "role/b.nl.yaml": rule_text("languagetool: {rules: [JOU_JOUW]}", more=REQUIRES),
            "role/a.en.yaml": rule_text("languagetool: {rules: [EN_COMPOUNDS_*]}", more=REQUIRES),
            "role/c.en.yaml": rule_text("phrases: [brug]"),
        }
    )
    both, english = switches(pack), switches(pack, "en")
    assert (both["enabledRules"], both["enabledCategories"]) == ({"JOU_JOUW"}, {"TYPOS"})
    assert english["disabledCategories"] == off_but_for("MISC", lang="en")
    assert "enabledRules" not in english


def test_packs_that_choose_nothing_ask_for_nothing(write_pack: WritePack) -> None:
    pack = write_pack({"role/a.nl.yaml": rule_text("phrases: [brug]")})
    assert looking_for(LanguageToolSettings(), load_packs([pack])).switches == ()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_categories_are_those_of_languagetool(managed_settings: LanguageToolSettings, lang: str) -> None:
    asked = f"{address(managed_settings)}v2/check"
    language = PARAMETERS[lang]["language"]
    _, answer = answer_to(Question(asked.replace("check", "configinfo"), f"language={language}".encode(), {}, 900.0))
    category_of = {rule["ruleId"]: rule["categoryId"] for rule in json.loads(answer)["rules"]}
    assert CATEGORIES[lang] == {*category_of.values()}
    assert {made: category_of[made.removesuffix("_")] for made in NAMING[lang]} == NAMING[lang]


def test_a_server_is_made_quick_with_the_switches_that_it_is_asked_with_first(tmp_path: Path) -> None:
    write_state(tmp_path, State(supervisor=1, idle_seconds=900.0))
    assert touch(tmp_path, ["nl", "en"], (("nl", "enabledRules=A"),))
    assert touch(tmp_path, ["nl"], (("nl", "enabledRules=B"),))
    assert [switches_in_use(tmp_path, lang) for lang in ("nl", "en")] == ["enabledRules=A", ""]
    remove_state(tmp_path)
    assert switches_in_use(tmp_path, "nl") is None
