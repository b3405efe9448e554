from __future__ import annotations

import pytest
from assertion_cases import Case, cases
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, Organisation
from postlint.document import Document, Span
from postlint.language import assertion, cues_nl
from postlint.language.assertion import ASSERTIONS, asserts
from postlint.language.cues import hits

CASES = {lang: cases(lang) for lang in ("nl", "en")}
FLOOR = 0.95
HELD_OUT_FLOOR = 0.8

# What the rules get wrong today; a case that comes right must be struck off.
KNOWN_FAILURES = {
    "Daar stond ik, [[de prutser]] van de dag.",
    "There I was, [[the muppet]] of the day.",
    "Wij werken met [[triage]]: we kijken eerst wie het snelst hulp nodig heeft.",
    "We use [[triage]]: we first look at who needs help fastest.",
    "We overslept the deadline, [[the dopes]] that we are.",
    "[[The rent goes up by 3%]]: the letter has been on every door since Monday.",
    "We apply [[means testing]], so we look at what you earn.",
    "We publish the [[FOI]] log, the list of everything people asked us.",
    "Ik kan er niet over uit hoe [[traag]] dat loket is.",
    "Wie een collega [[een sukkel]] noemt in de chat, heeft iets uit te leggen.",
    "[[De huur stijgt 3 procent]]: de brief viel maandag bij iedereen op de mat.",
    "De [[JGZ]], de dokters en verpleegkundigen voor kinderen, komt op school.",
    "I went [[mad]] looking for a key that was in my hand.",
    "The [[CAMHS]] team, the doctors and nurses for young minds, visits schools.",
    "We have [[heat plans]], so extra water and cool rooms.",
    "Niemand hier heeft de namen van [[de slachtoffers]] gedeeld.",
    "Wij gaan [[de wijkpost]] niet sluiten, wat er ook rondzingt.",
    "Bij [[een stroomstoring]] gaan de deuren vanzelf open.",
    "Bij de [[MDO]] zitten alle zorgverleners van één patiënt aan tafel.",
    "Nobody here has shared [[the victims' names]].",
    "We are not going to shut [[the health centre]], whatever the rumours.",
    "We could [[put the price up]], but we'd rather not.",
    "At [[the MDT]], everyone who cares for one patient sits round the table.",
}


def chosen(lang: str, name: str, *, held_out: bool) -> list[Case]:
    return [case for case in CASES[lang] if case.name == name and case.held_out == held_out]


@pytest.mark.parametrize("lang", CASES)
@pytest.mark.parametrize("name", ASSERTIONS)
@pytest.mark.parametrize(("held_out", "floor"), [(False, FLOOR), (True, HELD_OUT_FLOOR)], ids=["made", "held out"])
def test_accuracy_stays_above_its_floor(lang: str, name: str, held_out: bool, floor: float):
    of_class = chosen(lang, name, held_out=held_out)
    wrong = [case.written for case in of_class if not case.is_right()]
    assert 1 - len(wrong) / len(of_class) >= floor, "\n".join(wrong)


@pytest.mark.parametrize("lang", CASES)
def test_only_known_cases_fail(lang: str):
    wrong = {case.written for case in CASES[lang] if not case.is_right()}
    assert wrong == KNOWN_FAILURES & {case.written for case in CASES[lang]}


@pytest.mark.parametrize("lang", CASES)
def test_there_are_cases_of_both_kinds_for_each_assertion(lang: str):
    assert len(CASES[lang]) >= 300
    assert sum(case.held_out for case in CASES[lang]) >= 100
    for name in ASSERTIONS:
        for held_out in (False, True):
            assert {case.expected for case in chosen(lang, name, held_out=held_out)} == {True, False}


@pytest.mark.parametrize("lang", CASES)
def test_no_case_comes_twice(lang: str):
    written = [(case.written, case.name) for case in CASES[lang]]
    assert len(written) == len(set(written))


def test_only_what_is_asked_is_looked_up_and_that_once(monkeypatch: pytest.MonkeyPatch):
    looked_up = []
    monkeypatch.setattr(
        assertion, "hits", lambda document, lexicon: looked_up.append(lexicon) or hits(document, lexicon)
    )
    document = Document("Hij is geen prutser en geen dief.", "nl")
    assert asserts(document, Span(12, 19), "negated")
    assert asserts(document, Span(28, 32), "negated")
    assert looked_up == [cues_nl.NEGATED]


def test_a_span_that_holds_the_denial_is_not_denied_by_it():
    document = Document("Dat mag nog niet openbaar worden.", "nl")
    assert not asserts(document, Span(4, 25), "negated")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Een [[DPIA]] is een controle vooraf."),
        ("nl", "De raad begint aan de [[MER]]. Dat is een onderzoek naar de natuur."),
        ("nl", "Volgens de [[APV]] mag het niet. De APV is de lijst met huisregels van de stad."),
        ("nl", "[[Zienswijzen]], dus reacties, lees ik zelf."),
        ("nl", "Vandaag de [[FAT]]: de proef waarbij de bouwer alles laat zien."),
        ("en", "A [[lien]] is a right to keep your car."),
        ("en", "You need a [[TPO]]. That is an order to protect a tree."),
    ],
)
def test_a_definition_explains(lang: str, text: str):
    start, end = text.index("[["), text.index("]]") - 2
    document = Document(text.replace("[[", "").replace("]]", ""), lang)
    assert asserts(document, Span(start, end), "explained")


@pytest.mark.parametrize(
    "text", ["De [[RES]] ligt er. De raad is blij.", "Dan is de [[TLV]] is de wens.", "De [[MER]]. Dat is leuk."]
)
def test_what_defines_nothing_explains_nothing(text: str):
    start, end = text.index("[["), text.index("]]") - 2
    assert not asserts(Document(text.replace("[[", "").replace("]]", ""), "nl"), Span(start, end), "explained")


def test_an_unknown_language_has_quotations_and_questions_alone():
    document = Document("Er ist „kein Idiot“, oder ist er ein Idiot?", "de")
    assert asserts(document, Span(13, 18), "quoted")
    assert asserts(document, Span(35, 42), "question")
    assert not any(asserts(document, Span(35, 42), name) for name in ASSERTIONS if name != "question")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "De zogenaamde [[deskundigen]] zaten er weer naast."),
        ("nl", "Hij is zogenaamd [[een expert]]."),
        ("nl", "Onze zogenaamde wethouder is [[een prutser]]."),
        ("nl", "Die zogenaamde “[[expert in verkeer]]” snapt er niets van."),
        ("nl", "Weer zo'n zgn. ‘[[adviseur]]’."),
        ("en", "The so-called [[experts]] got it wrong again."),
        ("en", "That so-called “[[expert in traffic]]” has no clue."),
        ("en", "His supposed ‘[[expertise]]’ is a joke."),
    ],
)
@pytest.mark.parametrize("name", ["reported", "quoted"])
def test_who_is_mocked_is_not_reported(lang: str, text: str, name: str):
    start, end = text.index("[["), text.index("]]") - 2
    assert not asserts(Document(text.replace("[[", "").replace("]]", ""), lang), Span(start, end), name)


def test_an_unknown_assertion_is_an_error():
    with pytest.raises(KeyError):
        asserts(Document("x", "nl"), Span(0, 1), "ironic")


WORDS = st.sampled_from(
    """niet geen zonder als zou of ? , : . ; ( ) “ ” ‘ ’ " ' > – - zegt volgens ik ben die prutser BOB dat wil zeggen
    not never if would whether according to I am that clown stands for don't https://voorbeeld.nl @ab #cd \n \n\n 😡 é
    \u200d \u0301 \u202e""".split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join))


@given(
    TEXTS, st.integers(0, 200), st.integers(0, 200), st.sampled_from(["nl", "en", "de"]), st.sampled_from(ASSERTIONS)
)
def test_any_text_and_span_get_an_answer_and_the_same_twice(text: str, one: int, other: int, lang: str, name: str):
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    document = Document(text, lang)
    answer = asserts(document, span, name)
    assert answer in (True, False)
    assert asserts(document, span, name) == answer == asserts(Document(text, lang), span, name)


@pytest.mark.parametrize(
    ("known", "explained"), [({"VVGB": "toestemming van de raad"}, True), ({"RES": "plan"}, False)]
)
def test_the_organisations_own_abbreviations_need_no_explanation(known: dict[str, str], explained: bool):
    context = Context(organisation=Organisation(abbreviations=known))
    document = Document("Na de VVGB volgt het besluit.", "nl", context)
    assert asserts(document, Span(6, 10), "explained") is explained
