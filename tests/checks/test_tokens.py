"""Token patterns, run through spaCy: Dutch with our own pipeline or a larger one, English as installed or blank."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from conftest import FoundBy, WritePack, rule_text
from hypothesis import example, given
from hypothesis import strategies as st
from spacy import blank
from spacy.matcher import Matcher as SpacyMatcher
from spacy.util import filter_spans

from postlint.checks import tokens
from postlint.context import Context
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.errors import InputErrors
from postlint.language import pipeline
from postlint.pack_compiler import compile_pack
from postlint.packs import Pack

REQUIRES = "requires: [pipeline]"


@pytest.fixture
def found(write_pack: WritePack) -> FoundBy:
    """The texts that a match finds: `found(match, text, lang="nl")`."""

    def find(match: str, text: str, lang: str = "nl") -> list[str]:
        pack = write_pack({f"role/a.{lang}.yaml": rule_text(match, more=REQUIRES)})
        report = Linter([pack]).check(Draft(text, Context(lang=lang)))
        assert report.complete, report.problems
        return [finding.text for finding in report.findings]

    return find


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        ("[{LOWER: dank}]", "Dank, dank en nog eens DANK", ["Dank", "dank", "DANK"]),
        ("[{ORTH: Dank}]", "Dank, dank", ["Dank"]),
        (
            "[{LOWER: {IN: [wij, we]}}, {LOWER: streven}]",
            "Wij streven, we streven, zij streven",
            ["Wij streven", "we streven"],
        ),
        ("[{LOWER: heel, OP: +}, {LOWER: goed}]", "heel heel heel goed", ["heel heel heel goed"]),
        ("[{LOWER: niet, OP: '?'}, {LOWER: goed}]", "niet goed, goed", ["niet goed", "goed"]),
        ("[{LOWER: niet, OP: '!'}, {LOWER: goed}]", "niet goed, wel goed", ["wel goed"]),
        ("[{LOWER: heel, OP: '{2}'}, {LOWER: goed}]", "heel goed, heel heel goed", ["heel heel goed"]),
        ("[{LOWER: van}, {OP: '{0,2}'}, {LOWER: stad}]", "van de stad; van een hele grote stad", ["van de stad"]),
        ("[{LIKE_NUM: true}, {LOWER: klachten}]", "Er kwamen 12 klachten", ["12 klachten"]),
        ("[{LENGTH: {'>=': 12}}, {LOWER: plan}]", "een burgerparticipatie plan", ["burgerparticipatie plan"]),
        ("[{LOWER: niet}, {IS_PUNCT: true}]", "Nee, niet! En niet zo.", ["niet!"]),
        ("[{LOWER: daar}, {LOWER: ik}]", "Ik was daar. Ik ging weg.", []),  # never across the end of a sentence
    ],
)
def test_rows_of_words(found: FoundBy, row, text, expected):
    assert found(f"tokens:\n  - {row}", text) == expected


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        ("[{LOWER: heel}, {POS: ADJ}]", "Dat is een heel mooie tuin, niet de hele tuin.", ["heel mooie"]),
        ("[{LEMMA: beslissen}]", "De raad besliste gisteren.", ["besliste"]),
        ("[{LEMMA: besluiten, POS: VERB}]", "De besluiten staan vast. Wij besluiten morgen.", ["besluiten"]),
        ("[{LEMMA: gemeente}, {POS: VERB}]", "De gemeente besluit morgen", ["gemeente besluit"]),
        (
            "[{POS: DET, OP: '?'}, {POS: ADJ, OP: '*'}, {LEMMA: plan}]",
            "De gemeente presenteert een nieuw groot plan.",
            ["een nieuw groot plan"],
        ),
        ("[{LOWER: de}, {MORPH: {IS_SUPERSET: [Number=Plur]}}]", "de inwoners van de stad", ["de inwoners"]),
    ],
)
def test_rows_of_grammar(found: FoundBy, row, text, expected):
    assert found(f"tokens:\n  - {row}", text) == expected


SUBJECT = """\
dependency:
  - - {RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: {IN: [weigeren, liegen]}}}
    - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: who, RIGHT_ATTRS: {DEP: nsubj, POS: NOUN}}
"""
DELAYED = SUBJECT + '    - {LEFT_ID: who, REL_OP: ">", RIGHT_ID: which, RIGHT_ATTRS: {POS: ADJ}}\n'


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        (SUBJECT, "De wethouder weigert een antwoord.", ["wethouder weigert"]),
        (SUBJECT, "Gisteren weigerde de gemeente een vergunning.", ["weigerde de gemeente"]),
        (SUBJECT, "Ik weiger een antwoord.", []),
        (SUBJECT, "Een weigering van de wethouder.", []),
        (DELAYED, "De nieuwe wethouder weigert een antwoord.", ["nieuwe wethouder weigert"]),
        (DELAYED, "De wethouder weigert een antwoord.", []),
    ],
)
def test_dependencies(found: FoundBy, match, text, expected):
    assert found(match, text) == expected


def test_offsets_are_code_points_of_the_draft(found: FoundBy):
    text = "👩‍👩‍👧 \u200f Cafe\u0301:\n\n  heel   goed \ud800 nieuws"
    assert found("tokens: [[{LOWER: heel}, {IS_SPACE: true, OP: '*'}, {LOWER: goed}]]", text) == ["heel   goed"]


def test_words_alone_work_without_a_pipeline(found: FoundBy, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pipeline, "pipeline_name", lambda _: pipeline.BLANK)
    pipeline._loaded.cache_clear()
    assert found("tokens: [[{LOWER: kindly}], [{LEMMA: ask}]]", "We kindly ask you", "en") == ["kindly"]
    assert found(SUBJECT.replace("weigeren, liegen", "refuse"), "The mayor refuses.", "en") == []
    pipeline._loaded.cache_clear()


def test_tokens_within_together(found: FoundBy):
    match = "together:\n  all: [{phrases: [dank]}, {tokens: [[{POS: ADJ}, {LEMMA: bericht}]]}]"
    assert found(match, "Dank voor uw vriendelijke bericht.") == ["Dank"]
    assert found(match, "Dank voor uw bericht.") == []


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("tokens: [[{LOWR: dank}]]", "‘LOWR’.*‘LOWER’"),
        ("tokens: [[{LOWER: Dank}]]", "LOWER never equals ‘Dank’"),
        ("tokens: [[{LOWER: {REGEX: 'd.*'}}]]", "REGEX cannot stand.*`pattern`"),
        ("tokens: [[{LOWER: {FUZZY: {REGEX: 'd.*'}}}]]", ""),
        ("tokens: [[{_: {rude: true}}]]", "‘_’ cannot stand"),
        ("tokens: [[{ENT_TYPE: PER}]]", "‘ENT_TYPE’ cannot stand"),
        ("tokens: [[{LOWER: dank, OP: '{2,30}'}]]", ""),
        ("tokens: [[]]", ""),
        ("tokens: []", ""),
        ("tokens: [[3]]", ""),
        ("tokens: [[{IS_ALPHA: 'yes'}]]", ""),
        ("dependency: [[{RIGHT_ID: a, RIGHT_ATTRS: {POS: VERB}}]]", ""),
        (SUBJECT.replace("LEFT_ID: verb", "LEFT_ID: vreb"), "‘vreb’ is no token named before.*‘verb’"),
        (SUBJECT.replace('">"', '"=>"'), "cannot stand here"),
        (SUBJECT.replace("LEFT_ID: verb, ", ""), "‘LEFT_ID’ is missing"),
        (SUBJECT.replace("RIGHT_ID: who", "RIGHT_ID: verb"), "‘verb’ stands here twice"),
        (SUBJECT.replace("{RIGHT_ID: verb,", "{RIGHT_ID: verb, LEFT_ID: who,"), "relates to no other"),
        (SUBJECT.replace("{DEP:", "{DEPP:"), "‘DEPP’.*‘DEP’"),
    ],
)
def test_mistakes_are_told(write_pack: WritePack, match, expected):
    pack = write_pack({"role/a.nl.yaml": rule_text(match, more=REQUIRES)})
    with pytest.raises(InputErrors, match=expected or "role/a") as raised:
        compile_pack(pack)
    assert all(":7:" in str(error) or ":8:" in str(error) or ":9:" in str(error) for error in raised.value.errors)


@pytest.mark.parametrize("match", ["tokens: [[{LOWER: dank}]]", SUBJECT, "together: {all: [{tokens: [[{POS: X}]]}]}"])
def test_a_rule_must_say_that_it_needs_the_pipeline(write_pack: WritePack, match):
    with pytest.raises(InputErrors, match=r"requires: \[pipeline\]"):
        compile_pack(write_pack({"role/a.nl.yaml": rule_text(match)}))


@pytest.mark.parametrize(
    ("lang", "match", "features", "literals"),
    [
        ("nl", "tokens: [[{LOWER: dank}, {POS: ADP}]]", [], ["dank"]),
        ("nl", "tokens: [[{POS: ADP}], [{LOWER: dank}]]", None, None),
        ("nl", "tokens: [[{LOWER: dank, OP: '?'}, {POS: ADP}]]", None, None),
        ("nl", "tokens: [[{LOWER: dank, OP: '{1,2}'}]]", [], ["dank"]),
        ("nl", "tokens: [[{LOWER: dank, OP: '!'}]]", None, None),
        ("nl", "tokens: [[{LOWER: {NOT_IN: [dank]}}]]", None, None),
        ("nl", "tokens: [[{LOWER: {IN: [dank, hulde]}}]]", [], ["dank", "hulde"]),
        ("nl", "tokens: [[{LEMMA: weigeren}]]", ["geweigerd", "weiger", "weigerde", "weigert"], []),
        ("en", "tokens: [[{LEMMA: be}]]", None, None),  # 's and 'm are no inflection
        ("nl", SUBJECT, ["liegt", "loog", "weigerde"], []),
    ],
)
def test_rules_are_looked_up_by_words_that_must_be_there(write_pack: WritePack, lang, match, features, literals):
    folder = write_pack({f"role/a.{lang}.yaml": rule_text(match, more=REQUIRES)})
    index = Pack(compile_pack(folder), folder).index(lang)
    assert bool(index["always"]) == (features is None)
    assert set(features or ()) <= set(index["features"])
    assert set(literals or ()) == set(index["literals"])


def test_no_pipeline_is_loaded_for_a_draft_that_no_rule_can_touch(write_pack: WritePack):
    pack = write_pack({"role/a.nl.yaml": rule_text("tokens: [[{LOWER: dank}]]", more=REQUIRES)})
    code = f"""
import sys
from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
linter = Linter([{str(pack)!r}])
for text in ("Morgen gaat het zwembad open.", "Dank!"):
    linter.check(Draft(text, Context(lang="nl")))
    print("spacy" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    "match",
    [
        "tokens: [[{LOWER: heel, OP: '{0,9}'}, {LOWER: heel, OP: '{0,9}'}, {LOWER: heel, OP: '*'}, {LOWER: stil}]]",
        "tokens: [[{OP: '*'}, {OP: '*'}, {OP: '*'}, {LOWER: heel}, {LOWER: stil}]]",
    ],
)
def test_no_pattern_hangs(found: FoundBy, match, monkeypatch: pytest.MonkeyPatch):
    before = time.process_time()
    assert found(match, "heel " * 5000) == []
    assert time.process_time() - before < 30


def test_no_dependency_hangs(found: FoundBy):
    nodes = "".join(f'\n    - {{LEFT_ID: n0, REL_OP: ".*", RIGHT_ID: n{at}, RIGHT_ATTRS: {{}}}}' for at in range(1, 7))
    match = f"dependency:\n  - - {{RIGHT_ID: n0, RIGHT_ATTRS: {{LOWER: heel}}}}{nodes}"
    before = time.process_time()
    assert len(found(match, "heel " * 240)) == 120
    assert time.process_time() - before < 30


ENGLISH = blank("en")
WORDS = st.lists(st.sampled_from("abc"), max_size=8).map(" ".join)
OPERATORS = st.sampled_from(("", "!", "?", "+", "*", "{2}", "{1,2}", "{0,2}", "{,2}", "{2,}"))
ROWS = st.lists(st.tuples(st.sampled_from("abc"), OPERATORS), min_size=1, max_size=3)


@given(ROWS, WORDS)
@example([("a", ""), ("a", "{0,2}"), ("b", "{0,2}")], "a a a a b")
def test_rows_match_as_in_spacy(row, text):
    """From each token the longest stretch, and of those that overlap the longest."""
    written = [{"LOWER": word} | ({"OP": operator} if operator else {}) for word, operator in row]
    matcher = SpacyMatcher(ENGLISH.vocab)
    matcher.add("row", [written])
    doc = ENGLISH(text)
    longest = {span.start: span for span in sorted(matcher(doc, as_spans=True), key=len)}
    expected = [(span.start_char, span.end_char) for span in filter_spans(longest.values())]
    part = {"patterns": [{"tokens": written, "grammar": False}]}
    assert [tuple(match.span) for match in tokens.build_matcher(part, None)(Document(text, "en"))] == expected
