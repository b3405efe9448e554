"""Where a draft touches a topic that is given in words."""

from __future__ import annotations

from itertools import pairwise
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language.topics import enumerated, mentions_of, same_word, telling_mentions

SAME = {
    "nl": """prijs prijzen|zaal zalen|wijk wijken|brief brieven|kat katten|halte haltes|logo logo's|tram trams
             |huis huizen|wethouder wethouders|jaarcijfer jaarcijfers|besluit besluiten|azc azc's|naam namen
             |logo gemeentelogo|logo gemeentelogo's|trainer hoofdtrainer|subsidie onderwijssubsidies
             |huisartsenpost huisartsenposten|werkloosheid werkloosheidscijfers|fusie fusieplannen|zaal raadszalen
             |directeur museumdirecteuren|ijsbaan kunstijsbaan|sluiten sluiting|verhuizen verhuizing""",
    "en": """merger mergers|merger merging|city cities|winner winner's|price prices|box boxes|class classes
             |company companies|appoint appointment|trial trials|teacher headteacher|party parties""",
}
OTHER = {
    "nl": """plan plank|flat inflatie|fusie confusie|raad verraad|raad sieraad|zorg bezorgd|naam benaming|baan bank
             |huis thuis|smits smitsstraat|wet wethouder|bad badge|14 2014|7,9 17,9|kist kistje14""",
    "en": """rector director|toll atoll|news newt|train rain|class glass|14 2014|pool spool|bus business""",
}


def pairs(table: dict[str, str]) -> list[tuple[str, ...]]:
    return [(lang, *pair.split()) for lang, text in table.items() for pair in text.split("|")]


@pytest.mark.parametrize(("lang", "word", "other"), pairs(SAME))
def test_inflections_and_compounds_are_one_word(lang, word, other):
    assert same_word(word, other, lang)
    assert same_word(other, word, lang)


@pytest.mark.parametrize(("lang", "word", "other"), pairs(OTHER))
def test_other_words_are_not(lang, word, other):
    assert not same_word(word, other, lang)
    assert not same_word(other, word, lang)


@pytest.mark.parametrize(
    ("lang", "text", "topics", "found"),
    [
        ("nl", "De fusie gaat door.", ["fusie"], ["fusie"]),
        ("nl", "Onze #fusie gaat door.", ["fusie"], ["#fusie"]),
        ("nl", "Over de sluiting van drie zwembaden.", ["zwembad sluiting"], ["sluiting van drie zwembaden"]),
        ("nl", "Het zwembad is open. De sluiting volgt.", ["zwembad sluiting"], []),
        ("nl", "Fusie hier, fusie daar.", ["fusie"], ["Fusie", "fusie"]),
        ("nl", "De fusie komt. Ja, de fusie!", ["fusie"], ["fusie", "fusie"]),
        ("nl", "De nieuwe directeur van het museum.", ["directeur", "museum directeur"], ["directeur van het museum"]),
        ("nl", "De directeur van het museum.", ["museum", "directeur"], ["directeur", "museum"]),
        ("nl", "De toren staat er scheef bij, met vlag.", ["meting"], []),
        ("nl", "Kist 14 gaat open.", ["kist 14"], ["Kist 14"]),
        ("nl", "Wat een van de doelen is.", ["van de"], ["van de"]),
        ("nl", "De fusie gaat 's morgens door.", ["fusie"], ["fusie"]),
        ("en", "Two choirs are merging.", ["merger"], ["merging"]),
        ("en", "The end of tolls on the bridge.", ["bridge toll"], ["tolls on the bridge"]),
        ("en", "Nothing of the kind.", ["the merger"], []),
        ("en", "Anything at all.", ["…"], []),
    ],
)
def test_a_sentence_with_all_content_words_mentions_the_topic(lang, text, topics, found):
    document = Document(text, lang)
    assert [span.of(text) for span in mentions_of(document, topics)] == found


@pytest.mark.parametrize(
    ("text", "topics", "tells"),
    [
        ("The rector pours the coffee herself.", ["rector", "new rector"], False),
        ("Congratulations to the rector!", ["rector"], True),
        ("She becomes our rector in May.", ["rector"], True),
        ("Our new gym has a roof. The rector cut the ribbon.", ["new rector", "rector"], False),
        ("The report has 40 pages. The grants are in it.", ["report", "school grants"], True),
        ("We signed for the bridge.", ["bridge"], True),
        ("A walk over the bridge.", ["bridge"], False),
        ("The merger.", ["merger"], True),
        ("The end of tolls on the bridge.", ["bridge toll"], True),
    ],
)
def test_an_everyday_word_tells_nothing_by_itself(text, topics, tells):
    assert any(telling_mentions(Document(text, "en"), topics)) is tells


@pytest.mark.parametrize(
    ("topics", "parts"),
    [
        (["waterstanden, opvang, hulp"], ("waterstanden", "opvang", "hulp")),
        (["berichten over rouw en openingstijden"], ("berichten over rouw", "openingstijden")),
        (["safety", "road closures or detours"], ("safety", "road closures", "detours")),
        (["condoleance"], ("condoleance",)),
        ([], ()),
    ],
)
def test_an_enumeration_is_taken_apart(topics, parts):
    assert enumerated(topics) == parts


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3), st.sampled_from(["nl", "en"]))
def test_mentions_lie_in_order_in_the_text_and_apart(text, topics, lang):
    spans = list(mentions_of(Document(text, lang), topics))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_time_grows_with_the_text():
    def check(times: int) -> float:
        document = Document("Vandaag fietsen we langs het water naar de buren. " * times, "nl")
        return min(timeit(lambda: list(mentions_of(document, ["fusie ziekenhuis"])), number=1) for _ in range(5))

    check(10)
    assert check(1000) < 60 * check(100)
