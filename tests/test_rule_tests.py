"""What `rules test` says of rules: failing examples, missing twins, and pieces that no example needs."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest
from conftest import WritePack

from postlint.language import pipeline
from postlint.pack_compiler import read_pack
from postlint.pack_tests import Proof, prove
from postlint.packs import pack_folder, shipped_packs
from postlint.rule_tests import rule_failures

RULE = """\
risk: {risk}
severity: reconsider
message: "‘{{found}}’"
why: Because.
advice: Do not.
match:
{match}
{more}
examples:
  bad:
{bad}
  good:
{good}
"""


def written(example: str) -> str:
    return example if example.startswith("{") else f'"{example}"'


def rule(
    match: str, bad: list[str], good: list[str], more: str = "only: {reason: a test}", risk: str = "role/bot-speak"
) -> str:
    listed = ["\n".join(f"    - {written(example)}" for example in examples) for examples in (bad, good)]
    return RULE.format(risk=risk, match=indent(dedent(match).strip(), "  "), more=more, bad=listed[0], good=listed[1])


GOOD = rule(
    "phrases: [dank voor uw bericht]",
    ["[[Dank voor uw bericht]]!", "Hallo, [[dank voor uw bericht]]."],
    ["Dank je.", "Uw bericht is er."],
)


def told(proof: Proof) -> list[str]:
    return [f"{error.line}:{error.column}: {error.what}" for error in (*proof.invalid, *proof.failures)]


@pytest.mark.parametrize("name", sorted({*shipped_packs()} - {"languagetool", "reader"}))  # which have their own
def test_a_shipped_pack_holds(name: str) -> None:
    proof = prove(pack_folder(name))
    assert proof.rules > 0
    assert told(proof) == []


@pytest.mark.parametrize("name", shipped_packs())
def test_messages_of_a_shipped_pack_are_short(name: str) -> None:
    assert [rule.id for rule in read_pack(pack_folder(name)).rules if len(rule.model.message) > 140] == []


def test_a_sound_pack_holds(write_pack: WritePack) -> None:
    proof = prove(write_pack({"role/thanks.nl.yaml": GOOD}), coverage=True)
    assert (proof.rules, proof.examples, told(proof)) == (1, 4, [])


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("[[Dank voor uw]] bericht!", "marks ‘Dank voor uw bericht’"),
        ("Dank voor uw bericht!", "marks ‘Dank voor uw bericht’, and the example marks nothing"),
        ("[[Dank voor je bericht]]!", "gives 0 findings in place of one"),
        ("[[Dank voor uw bericht]]. Dank voor uw bericht.", "gives 2 findings in place of one"),
    ],
)
def test_a_bad_example_gives_one_finding_on_its_span(write_pack: WritePack, example: str, expected: str) -> None:
    text = rule("phrases: [dank voor uw bericht]", ["[[Dank voor uw bericht]]!", example], ["Dank.", "Hoi."])
    proof = prove(write_pack({"role/thanks.nl.yaml": text}))
    assert told(proof) == [f"12:7: {expected}"]
    assert proof.failures[0].excerpt.strip() == f'- "{example}"'


def test_a_good_example_stays_silent(write_pack: WritePack) -> None:
    text = GOOD.replace('- "Dank je."', '- "Nee, dank voor uw bericht."')
    assert told(prove(write_pack({"role/thanks.nl.yaml": text}))) == [
        "14:7: finds ‘dank voor uw bericht’ in a good example"
    ]


def test_a_suggestion_silences_the_rule(write_pack: WritePack) -> None:
    again = GOOD.replace("only:", "suggestion: dank voor uw bericht\nonly:")
    silent = GOOD.replace("only:", "suggestion: dank je wel\nonly:")
    proof = prove(write_pack({"role/again.nl.yaml": again, "role/silent.nl.yaml": silent}))
    assert [(error.file.rsplit("/", 1)[1], error.what) for error in proof.failures] == [
        ("again.nl.yaml", f"still finds something once ‘{suggested}’ is put in place")
        for suggested in ("Dank voor uw bericht", "dank voor uw bericht")
    ]


def test_an_example_is_judged_in_the_context_it_brings(write_pack: WritePack) -> None:
    text = rule(
        "phrases: [zie onze site]",
        ['{text: "[[Zie onze site]].", context: {channel: x, reply_to: Hoe laat?}}', "[[Zie onze site]] maar."],
        ["{text: Zie onze site., context: {channel: linkedin}}", "Hallo."],
        more="when: {channel: [x], reply: true}\nonly: {reason: a test}",
        risk="listening/deflection",
    )
    assert told(prove(write_pack({"listening/site.nl.yaml": text}))) == []
    wrong = text.replace("{channel: linkedin}", "{chanel: linkedin}")
    assert told(prove(write_pack({"listening/site.nl.yaml": wrong}))) == ["15:40: ‘chanel’ is not known here"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"nl": "", "en": ""}, [], id="twins"),
        pytest.param({"nl": "only: {reason: a test}"}, [], id="reason"),
        pytest.param({"nl": ""}, ["1:1: this rule has no twin in ‘en’"], id="alone"),
        pytest.param({"nl": "only: {reason: a test}", "en": ""}, ["8:7: this rule has a twin"], id="twin and reason"),
    ],
)
def test_a_rule_has_a_twin_or_says_why_not(write_pack: WritePack, files: dict[str, str], expected: list[str]) -> None:
    texts = {f"role/thanks.{lang}.yaml": GOOD.replace("only: {reason: a test}", more) for lang, more in files.items()}
    assert told(prove(write_pack(texts))) == expected


def test_twins_name_one_risk(write_pack: WritePack) -> None:
    text = GOOD.replace("only: {reason: a test}", "")
    files = {"role/thanks.nl.yaml": text.replace("bot-speak", "impersonal"), "role/thanks.en.yaml": text}
    assert told(prove(write_pack(files))) == ["1:7: the twin in ‘nl’ names another risk"]


def test_a_pack_that_is_not_valid_is_still_tested_where_it_can_be(write_pack: WritePack) -> None:
    broken = GOOD.replace("severity", "severty")
    unread = GOOD.replace("dank voor uw bericht]", '"dank [voor uw bericht"]', 1)
    proof = prove(
        write_pack(
            {"role/a.nl.yaml": broken, "role/b.nl.yaml": unread, "role/c.nl.yaml": GOOD.replace("[[Dank", "Dank [[")}
        )
    )
    assert {error.file.rsplit("/", 1)[1] for error in proof.invalid} == {"a.nl.yaml", "b.nl.yaml"}
    assert [error.file.rsplit("/", 1)[1] for error in proof.failures] == ["c.nl.yaml"]


def test_no_pack_at_all(tmp_path) -> None:
    assert [error.file for error in prove(tmp_path / "none").invalid] == [str(tmp_path / "none" / "pack.yaml")]


COVERAGE = [
    pytest.param(
        "phrases:\n  - dank voor uw bericht\n  - we helpen u graag",
        ["[[Dank voor uw bericht]]!", "Ja, [[dank voor uw bericht]]."],
        ["Dank je.", "Graag."],
        "",
        ["9:7: no example needs ‘we helpen u graag’"],
        id="phrase",
    ),
    pytest.param(
        "phrases: [dank voor uw|jouw bericht]",
        ["[[Dank voor uw bericht]]!", "Ja, [[dank voor uw bericht]]."],
        ["Dank je.", "Graag."],
        "",
        ["7:26: no example needs ‘jouw’"],
        id="alternative",
    ),
    pytest.param(
        "phrases: [dank (wel) voor uw bericht]",
        ["[[Dank voor uw bericht]]!", "Ja, [[dank voor uw bericht]]."],
        ["Dank je.", "Graag."],
        "",
        ["7:18: no example needs ‘(wel)’"],
        id="optional",
    ),
    pytest.param(
        "pattern: [foo+, bar+]",
        ["[[foo]]", "een [[fooo]]"],
        ["Dank je.", "Graag."],
        "",
        ["7:19: no example needs ‘bar+’"],
        id="pattern",
    ),
    pytest.param(
        "phrases: [dank voor uw bericht]",
        ["[[Dank voor uw bericht]]!", "Ja, [[dank voor uw bericht]]."],
        ["Ze schreef “dank voor uw bericht”.", "Graag."],
        "unless: [quoted, negated]",
        ["8:18: no example needs ‘negated’"],
        id="exception",
    ),
    pytest.param(
        "together:\n  all:\n    - phrases: [we bellen]\n    - phrases: [terug]\n  none: [moment, link]",
        ["[[We bellen]] u terug.", "Ja, [[we bellen]] terug."],
        ["We bellen u.", "We bellen vrijdag terug."],
        "",
        ["11:20: no example needs ‘link’"],
        id="member",
    ),
    pytest.param(
        "together:\n  all:\n    - phrases: [we bellen]\n    - phrases: [terug|later]\n  none: [moment]",
        ["[[We bellen]] u terug.", "Ja, [[we bellen]] terug."],
        ["We bellen u.", "We bellen vrijdag terug."],
        "",
        ["10:25: no example needs ‘later’"],
        id="inside a member",
    ),
]


@pytest.mark.parametrize(("match", "bad", "good", "more", "expected"), COVERAGE)
def test_coverage_tells_what_no_example_needs(
    write_pack: WritePack, match: str, bad: list[str], good: list[str], more: str, expected: list[str]
) -> None:
    text = rule(match, bad, good, more=f"{more}\nonly: {{reason: a test}}".strip())
    assert told(prove(write_pack({"role/a.nl.yaml": text}), coverage=True)) == expected


def test_a_phrase_that_another_makes_up_for_is_not_needed(write_pack: WritePack) -> None:
    text = rule(
        "phrases: [dank voor alles, dank … alles]",
        ["[[Dank voor alles]]!", "[[Dank je voor alles]]."],
        ["Dank.", "Ja."],
    )
    proof = prove(write_pack({"role/a.nl.yaml": text}), coverage=True)
    assert told(proof) == ["7:13: no example needs ‘dank voor alles’"]


def test_coverage_waits_until_the_examples_hold(write_pack: WritePack) -> None:
    text = GOOD.replace("[[Dank", "Dank [[").replace("[dank", "[nooit nodig, dank", 1)
    assert "no example needs" not in "\n".join(told(prove(write_pack({"role/a.nl.yaml": text}), coverage=True)))


LISTED = rule(
    "phrases: ['de {sloten} knelt']", ["[[De deur knelt]].", "[[De poort knelt]]."], ["De deur.", "Knelt de poort?"]
)
LIST = "entries:\n  - deur\n  - poort\n  - luik\n"


def test_an_entry_is_needed_by_an_example_of_any_rule(write_pack: WritePack) -> None:
    folder = write_pack({"role/a.nl.yaml": LISTED, "lists/sloten.nl.yaml": LIST})
    proof = prove(folder, coverage=True)
    assert told(proof) == ["4:5: no example needs ‘luik’"]
    assert proof.failures[0].file.endswith("lists/sloten.nl.yaml")
    other = rule("phrases: ['{sloten} klemt']", ["Het [[luik klemt]].", "Ook [[luik klemt]]."], ["Het klemt.", "Luik."])
    folder = write_pack({"role/a.nl.yaml": LISTED, "role/b.nl.yaml": other, "lists/sloten.nl.yaml": LIST})
    assert told(prove(folder, coverage=True)) == []


def test_an_example_may_stand_for_all_entries(write_pack: WritePack) -> None:
    whole = rule("phrases: ['{sloten}']", ["De [[{sloten}]] knelt.", "Een [[deur]]."], ["Een slot.", "Het knelt."])
    folder = write_pack(
        {"role/a.nl.yaml": whole, "lists/sloten.nl.yaml": "entries: {deur: dicht, 'grote poort|hek': open}"}
    )
    assert told(prove(folder, coverage=True)) == []


def test_a_good_example_may_stand_for_all_entries(write_pack: WritePack) -> None:
    match = "together: {within: draft, all: [{phrases: [de deur]}], none: [{phrases: ['{redenen}']}]}"
    whole = rule(
        match, ["[[De deur]] is dicht.", "[[De deur]]."], ["De deur is dicht, het kwam door [[{redenen}]].", "Op."]
    )
    folder = write_pack({"role/a.nl.yaml": whole, "lists/redenen.nl.yaml": "entries: [storm, ijs]"})
    assert told(prove(folder, coverage=True)) == []


def test_an_example_may_stand_for_all_entries_among_other_words(write_pack: WritePack) -> None:
    whole = rule(
        "phrases: ['oude {sloten} open']", ["De [[oude {sloten} open]].", "[[Oude deur open]]."], ["Deur.", "Op."]
    )
    proof = prove(write_pack({"role/a.nl.yaml": whole, "lists/sloten.nl.yaml": "entries: [deur, hek]"}), coverage=True)
    assert told(proof) == []


def test_a_list_to_which_no_rule_refers(write_pack: WritePack) -> None:
    folder = write_pack({"role/a.nl.yaml": GOOD, "lists/sloten.nl.yaml": LIST})
    assert told(prove(folder, coverage=True)) == ["1:1: no rule refers to this list"]
    assert told(prove(folder, ["own/role/a"], coverage=True)) == []


GRAMMAR = "tokens: [[{LOWER: oude}, {POS: NOUN}]]"
MEMBER = "together: {all: [{phrases: [klemt]}, {tokens: [[{LEMMA: poort}]]}]}"
DEPENDENCY = (
    "dependency: [[{RIGHT_ID: a, RIGHT_ATTRS: {LOWER: poort}}, "
    "{LEFT_ID: a, REL_OP: '>', RIGHT_ID: b, RIGHT_ATTRS: {LOWER: oude}}]]"
)
WORDS = "tokens: [[{LOWER: oude}, {LOWER: poort}]]"
NO_GRAMMAR = "a pipeline that knows the grammar of ‘nl’"


@pytest.mark.parametrize(("match", "rests"), [(GRAMMAR, True), (MEMBER, True), (DEPENDENCY, True), (WORDS, False)])
def test_a_rule_that_asks_for_grammar_rests_where_none_is_known(
    write_pack: WritePack, monkeypatch: pytest.MonkeyPatch, match: str, rests: bool
) -> None:
    monkeypatch.setattr(pipeline, "pipeline_name", lambda _: pipeline.BLANK)
    pipeline._loaded.cache_clear()
    text = rule(
        match,
        ["De [[oude poort]] klemt.", "Een [[oude poort]]!"],
        ["De deur.", "Het luik."],
        "requires: [pipeline]\nonly: {reason: a test}",
    )
    pack = read_pack(write_pack({"role/a.nl.yaml": text}))
    proof = prove(pack.folder, coverage=True)
    assert (proof.rules, proof.resting) == ((0, [NO_GRAMMAR]) if rests else (1, []))
    assert told(proof) == []
    errors = [error.what for error in rule_failures(pack.rules[0], pack)]
    assert errors == ([f"this rule cannot be tested here: it needs {NO_GRAMMAR}"] if rests else [])
    pipeline._loaded.cache_clear()
