from __future__ import annotations

import pytest
from conftest import WritePack, rule_text

from postlint.packs import Pack, load_packs
from postlint.rule import RuleChange
from postlint.rule_help import CASES, rule_help


@pytest.fixture
def packs(write_pack: WritePack) -> list[Pack]:
    dutch, english = rule_text("phrases: [een]"), rule_text("phrases: [one]").replace("is found", "is here")
    return load_packs([write_pack({"role/a.nl.yaml": dutch, "role/a.en.yaml": english, "role/b.nl.yaml": dutch})])


@pytest.mark.parametrize(
    ("wanted", "messages"),
    [
        ({"own/role/a": "nl"}, ["‘…’ is found."]),
        ({"own/role/a": "en"}, ["‘…’ is here."]),
        ({"own/role/b": "en", "own/role/a": "en"}, ["‘…’ is here.", "‘…’ is found."]),
        ({"own/role/c": "nl"}, []),
    ],
)
def test_the_help_is_in_the_language_that_is_wanted_if_there_is_one(packs, wanted, messages):
    assert [each.message for each in rule_help(packs, {}, wanted)] == messages


def test_the_help_says_what_the_organisation_says(packs):
    (told,) = rule_help(packs, {"own/role/b": RuleChange(advice="Zeg het zo.")}, {"own/role/b": "nl"})
    assert (told.risk, told.advice) == ("role/bot-speak", "Zeg het zo.")


def test_good_practice_is_that_of_the_risk_in_the_language_of_the_rule():
    (told,) = rule_help(load_packs(["core"]), {}, {"core/connecting/vague-time": "en"})
    assert len(told.practice) == CASES
    assert all(case.title and case.draft and case.rewritten and case.why for case in told.practice)
