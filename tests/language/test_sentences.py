"""Sentences, paragraphs and clauses: `|` marks where one ends and the next begins; white space around it is free."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document, Span
from postlint.language.sentences import (
    clause_at,
    clause_words,
    clauses,
    paragraphs,
    sentence_at,
    sentence_words,
    sentences,
)
from postlint.language.tokens import tokens, words

WHOLE_NL = [
    # abbreviations, initials, numbers
    "Neem iets mee, bijv. een appel.",
    "Dat geldt o.a. voor Assen en Emmen.",
    "Het is dicht, d.w.z. tot maandag.",
    "Ik sprak met dhr. Jansen van de wijkraad.",
    "Vraag het aan mevr. De Wit of aan drs. Bos.",
    "Volgens art. 5 mag het niet.",
    "Zie nr. 12 op de lijst.",
    "Afgelopen vrijdag jl. was het feest.",
    "Minister J.P. Balkenende opende de brug.",
    "De heer A. de Vries gaat met pensioen.",
    "Om 10.30 uur begint het.",
    "Kom om 10:30 of 14.00 uur langs.",
    "We zitten op de 3. verdieping links.",
    "Het kost 1.000,50 euro.",
    "Op 31-12-2026 sluit het loket.",
    "Lees meer op www.voorbeeld.nl/plan of mail info@voorbeeld.nl voor vragen.",
    "Kijk op voorbeeld.nl voor de kaart.",
    "Het was v.w.b. de kosten krap.",
    # a mark in the middle
    "Tja... misschien.",
    "Tja… misschien wel.",
    '"Ga weg!" zei hij.',
    "‘Wat een dag.’ zei ze.",
    "Dit is (echt!) mooi.",
    "Hij zou dit (?) hebben gezegd.",
    "Wat een plan (!) van de buurt.",
    # what follows a stop and belongs to it
    "Wat leuk! 👍",
    "Wat leuk!! 👍🏽 🎉",
    "Dit is het begin. (1/3)",
    "Dit is het begin. 2/3",
    "1/3 Vandaag vertel ik over de wijk.",
    "Hij zei: “Ik kom.”",
    "(We komen er nog op terug.)",
    "Klaar :-)",
    "👉👉 De raad komt",
    "Met 💚 Jan",
    # soft wraps
    "We gaan morgen met de hele ploeg\nnaar de markt.",
    "De wethouder heeft vandaag met alle bewoners van de\nLindelaan gesproken.",
    "Mooi werk\n👏👏",
    "Dank aan @jan en @fatima\nvoor de hulp.",
]

SPLIT_NL = [
    "Ja. | Nee.",
    "We komen morgen. | Tot dan!",
    "Wat?! | Echt waar?",
    "Echt waar?!?! | Ja!!!",
    "ik ga naar huis. | morgen weer een dag",
    "We namen pen, papier enz. mee. | Het was leuk.",
    "Neem pen, papier enz. | De rest ligt klaar.",
    "Dat was maandag jl. | De raad was er ook.",
    "Dat begint om 10.30 uur. | Kom je?",
    "We zijn met 10. | Dat is veel.",
    "We kiezen plan B. | Het is goedkoper.",
    "Dit is er voor u. | Kom langs.",
    "Tja... | Misschien morgen.",
    "Dat is klaar.|Nu de rest.",
    "Hij zei: “Ik kom.” | Daarna ging hij.",
    "(Dat was gisteren.) | Vandaag is het stil.",
    "Wat leuk! 👍 | Tot morgen.",
    "Wat leuk 👍 | Tot morgen.",
    "Wat leuk 👍🎉 | Tot morgen.",
    "Mooi nieuws voor de wijk. | #zorg #wijk",
    "Mooi nieuws. | @jan is erbij.",
    "Meer weten? | https://voorbeeld.nl/plan",
    "Lees het op https://voorbeeld.nl/plan. | Vragen? | Bel ons.",
    "In het MT. | Daarna weer naar huis.",
    "Nieuw in de wijk \n|\n We bouwen een speeltuin",
    "Programma \n\n|\n inloop vanaf 10 uur",
    "We doen dit:\n|- een bank\n|- een boom\n|- een pad",
    "We doen dit:\n|• bank\n|• boom\n|\nDaarna is het klaar.",
    "👉 meld je aan\n|👉 kom langs",
    "1. Meld je aan\n|2. Kom langs\n|3. Doe mee",
    "We zoeken hulp\n|#vrijwilligers #assen",
    "Klaar voor vandaag.\n| morgen verder",
    "- een punt dat\n  verder loopt op de volgende regel\n|- nog een punt",
    "Dit is het begin. (1/3)\n|En dit het vervolg. (2/3)",
    "We gaan! | (Niet te laat.) | Tot zo.",
    "Dank je wel, Jan! | Fijn dat je er was.",
]

WHOLE_EN = [
    "Bring a snack, e.g. an apple.",
    "The north, i.e. Assen, is closed.",
    "I met Mr. Jones and Dr. Smith today.",
    "It is us vs. them again.",
    "The U.S. Army was there.",
    "J.K. Rowling opened the library.",
    "We start at 10.30 or 2 p.m. on Monday.",
    "It costs 1,000.50 pounds.",
    "Well... maybe.",
    '"Get out!" he said.',
    "This is (really!) nice.",
    "Great work! 👏👏",
    "This is the start. (1/3)",
    "See example.org/plan for the map.",
    "We spoke with all residents of the street about the new\nplayground today.",
    "St. John's is open until Dec. 5 this year.",
    "Don't panic, it's only a drill.",
]

SPLIT_EN = [
    "Yes. | No.",
    "Really?! | Are you sure?",
    "We went to the U.S. | It was great.",
    "Bring pens, paper, etc. | The rest is there.",
    "We meet at 2 p.m. | The room is open.",
    "We pick plan B. | It is cheaper.",
    "So do I. | We should talk.",
    "Well... | Maybe tomorrow.",
    "He said: “I will.” | Then he left.",
    "Good news 🎉 | We are open again.",
    "Good news. | #openday #library",
    "Our plan:\n|- a bench\n|- a tree",
    "New in town\n|We opened a library",
    "i am off. | see you tomorrow",
    "Is it true? | yes it is",
]

CLAUSES_NL = [
    "We komen, | maar niet vandaag.",
    "We komen niet | want het regent.",
    "De raad, het college en de wethouder zijn erbij.",
    "Dank aan de raad, het college en de buurt!",
    "Dit is niet waar; | de brug blijft open.",
    "Het plan is klaar: | we bouwen een brug.",
    "We bouwen een brug – | dat is zeker – | en een pad.",
    "Het regent, | dus we blijven thuis.",
    "Het regent | dus we blijven thuis.",
    "We doen dus mee.",
    "Als het regent, | blijven we thuis.",
    "We blijven thuis | als het regent.",
    "Ik werk hier als wethouder.",
    "Ik zeg niets | omdat het geheim is.",
    "Ik weet niet | of we vrijdag komen.",
    "Wil je koffie of thee?",
    "Ik denk | dat de raad het weet.",
    "Dat plan is goed.",
    "De wethouder, | die gisteren sprak, | is ziek.",
    "We hebben maar weinig tijd.",
    "Kom maar langs bij ons.",
    "Mooi plan | maar te duur.",
    "We zoeken het uit en komen hier op terug.",
    "Ik heb het gezien | en ik ben er blij mee.",
    "Vandaag spraken de wethouder en ik met bewoners.",
    "Het zwembad (net geopend) is dicht.",
    "Het zwembad | (we openden het net in mei) | is dicht.",
    "Om 10:30 uur beginnen we.",
    "Het e-mailadres is bekend.",
    "De brug is open, | de weg blijft dicht.",
    "Wij zijn er, | maar omdat het regent, | blijven we binnen.",
    "Terwijl jij slaapt, | werken wij door.",
]

CLAUSES_EN = [
    "We will come, | but not today.",
    "We stay in | because it rains.",
    "The council, the mayor and the residents are here.",
    "Thanks to the council, the mayor and all of you!",
    "This is not true; | the bridge is open.",
    "The plan is done: | we build a bridge.",
    "It rains, | so we stay in.",
    "It rained | so we stayed in.",
    "We are so happy with this.",
    "If it rains, | we stay in.",
    "We stay in | if it rains.",
    "I know | that the council has decided.",
    "That plan is good.",
    "The mayor, | who was there, | is ill.",
    "It was nothing but a drill.",
    "We will wait for a while with this.",
    "While you sleep, | we work.",
    "We will find out and will come back to you.",
    "I saw it | and I am happy with it.",
    "Do you want tea or coffee?",
    "The pool (just opened) is closed.",
    "The pool | (it was opened in May) | is closed.",
    "The bridge is open, | the road is closed.",
    "Although it is late, | we are here.",
]


def _parts(marked: str) -> tuple[str, list[str]]:
    """The text without its bars, and its parts."""
    return marked.replace("|", ""), [part.strip() for part in marked.split("|")]


def _texts(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(document.text) for span in spans]


@pytest.mark.parametrize("marked", WHOLE_NL + SPLIT_NL)
def test_dutch_sentences(marked):
    text, expected = _parts(marked)
    document = Document(text, "nl")
    assert _texts(document, sentences(document)) == expected


@pytest.mark.parametrize("marked", WHOLE_EN + SPLIT_EN)
def test_english_sentences(marked):
    text, expected = _parts(marked)
    document = Document(text, "en")
    assert _texts(document, sentences(document)) == expected


@pytest.mark.parametrize("marked", CLAUSES_NL)
def test_dutch_clauses(marked):
    text, expected = _parts(marked)
    document = Document(text, "nl")
    assert _texts(document, clauses(document)) == expected


@pytest.mark.parametrize("marked", CLAUSES_EN)
def test_english_clauses(marked):
    text, expected = _parts(marked)
    document = Document(text, "en")
    assert _texts(document, clauses(document)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Een alinea.\nNog een regel. |\n\n Tweede alinea.",
        "\n\n Eerste |\r\n\r\n tweede",
        "Eerste |\u2029 tweede",
        "Een\u2028regel",
    ],
)
def test_paragraphs_lie_between_blank_lines(marked):
    text, expected = _parts(marked)
    document = Document(text, "nl")
    assert _texts(document, paragraphs(document)) == expected


def test_an_empty_draft_has_nothing():
    document = Document(" \n", "nl")
    assert sentences(document) == paragraphs(document) == clauses(document) == ()
    assert sentence_words(document) == clause_words(document) == ()
    assert sentence_at(document, 0) is None


def test_the_sentence_and_clause_at_an_offset():
    document = Document(" Ja. We komen, maar laat.", "nl")
    assert sentence_at(document, 0) is None
    assert sentence_at(document, 4) == Span(1, 4)
    assert sentence_at(document, 5) == Span(5, 25)
    assert clause_at(document, 8) == Span(5, 14)
    assert clause_at(document, 15) == Span(15, 25)
    assert clause_at(document, 99) == Span(15, 25)


def test_words_by_sentence_and_clause_leave_out_marks_and_emoji():
    document = Document("Ja! 👍 We komen, maar laat.", "nl")
    assert [[word.norm for word in part] for part in sentence_words(document)] == [
        ["ja"],
        ["we", "komen", "maar", "laat"],
    ]
    assert [[word.norm for word in part] for part in clause_words(document)] == [
        ["ja"],
        ["we", "komen"],
        ["maar", "laat"],
    ]


PIECES = (
    *"we is maar want als dat en of Jan bijv. o.a. J. 10 1/3 . ! ? ... … , ; : - – ( ) \" ' ” # @".split(),
    *"#zorg @jan 👍 :-) but if and the We De".split(),
    *(" ", " ", " ", "\n", "\n\n", "\t", "\u200b", "- "),
)
DRAFTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",))),
    st.lists(st.sampled_from(PIECES)).map("".join),
)


@given(text=DRAFTS, lang=st.sampled_from(["nl", "en", "de"]))
def test_spans_are_ordered_trimmed_and_cover_all_tokens(text, lang):
    document = Document(text, lang)
    found = tokens(document)
    for spans in (sentences(document), clauses(document), paragraphs(document)):
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
        assert all(any(span.contains(token.span) for span in spans) for token in found)


@given(text=DRAFTS, lang=st.sampled_from(["nl", "en"]))
def test_clauses_lie_within_sentences_and_words_are_all_there(text, lang):
    document = Document(text, lang)
    for clause in clauses(document):
        sentence = sentence_at(document, clause.start)
        assert sentence is not None
        assert sentence.contains(clause)
    for parts, spans in ((sentence_words(document), sentences(document)), (clause_words(document), clauses(document))):
        assert tuple(word for part in parts for word in part) == words(document)
        assert all(span.contains(word.span) for part, span in zip(parts, spans, strict=True) for word in part)


def _lines_run(text: str) -> int:
    """How many lines of code are run to find the clauses of `text`."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    document = Document(text, "nl")
    tokens(document)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        clauses(document)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "a.",
        "wij is en ",
        "maar ",
        "(",
        ")",
        "👍 ",
        "! 👍 ",
        "#a ",
        "! ",
        "! #a ",
        "x, ",
        "\n- a",
        "\n#a",
        "J. ",
        '!" ',
        "1/3 ",
        "Ja.) ",
        "\n👍 ",
        "(a b c) ",
        "'",
        "... ",
    ],
)
def test_work_grows_with_the_text(piece):
    assert _lines_run(piece * 600) <= 11 * _lines_run(piece * 60) + 100


def test_fifty_thousand_characters_without_a_space():
    document = Document("ja.Nee" * 8_334, "nl")
    assert len(sentences(document)) == 8_335
    assert clauses(document) == sentences(document)
