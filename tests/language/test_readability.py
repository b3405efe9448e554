"""Readability: syllables, the parts that burden a sentence, and what a draft as a whole is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language.readability import (
    BANDS,
    FORMULA,
    HARD,
    PARTS,
    Reason,
    _reasons,
    hard_sentences,
    readability,
    syllables,
)

DUTCH_WORDS = {
    "kat": 1, "stoel": 1, "brug": 1, "dorp": 1, "kaas": 1, "vuur": 1, "dier": 1, "hoek": 1, "neus": 1, "muis": 1,
    "dijk": 1, "ei": 1, "goud": 1, "paus": 1, "kraai": 1, "kooi": 1, "één": 1, "werkt": 1, "strooit": 1, "schreeuwt": 1,
    "tafel": 2, "kamer": 2, "fietspad": 2, "bruiloft": 2, "geluid": 2, "water": 2, "leraar": 2, "koning": 2,
    "weeën": 2, "moeite": 2, "buurman": 2, "tuinfeest": 2, "hypotheek": 3, "burgemeester": 4, "ambtenaar": 3,
    "wandelen": 3, "geregeld": 3, "verbouwing": 3, "beantwoordt": 3, "geüit": 2, "beïnvloed": 3, "egoïst": 3,
    "lyceum": 3, "studio": 3, "kandidaat": 3, "gemeenteraad": 4, "energie": 3, "veiligheid": 3, "informatie": 4,
    "operatie": 4, "voorstelling": 3, "belangstelling": 4, "voorzieningen": 4, "jaarrekening": 4, "subsidie": 3,
    "wijkagent": 3, "rotonde": 3, "gladheid": 2, "zoutstrooier": 3, "fietsers": 2, "boswachter": 3, "paddenstoel": 3,
    "eikenprocessierups": 6, "vuilnisbak": 3, "containers": 3, "bibliotheek": 4, "wachtlijst": 2, "huurders": 2,
    "eigenaar": 3, "verhuizen": 3, "sleutel": 2, "loket": 2, "paspoort": 2, "rijbewijs": 3, "geboorte": 3,
    "trouwen": 2, "scheiding": 2, "overlijden": 4, "begraafplaats": 3, "sporthal": 2, "korfbal": 2, "schaatsen": 2,
    "ijsbaan": 2, "carnaval": 3, "optocht": 2, "vrijwilliger": 4, "mantelzorg": 3, "wijkteam": 3, "dokter": 2,
    "patiënten": 4, "wachtkamer": 3, "operatiekamer": 6, "verpleegkundige": 5, "leerkracht": 2, "rooster": 2,
    "toetsen": 2, "diploma": 3, "examen": 3, "universiteit": 5, "hoogleraar": 3, "proefschrift": 2, "aardappel": 3,
    "yoghurt": 2, "hobby": 2, "quotum": 2,
}  # fmt: skip
ENGLISH_WORDS = {
    "cat": 1, "chair": 1, "bridge": 1, "bridges": 2, "village": 2, "cheese": 1, "fire": 1, "nose": 1, "mouse": 1,
    "gold": 1, "stayed": 1, "worked": 1, "painted": 2, "ended": 2, "moved": 1, "houses": 2, "judges": 2, "wishes": 2,
    "notes": 1, "apple": 2, "bottles": 2, "purple": 2, "settle": 2, "kitchen": 2, "window": 2, "water": 2, "teacher": 2,
    "yellow": 2, "young": 1, "yard": 1, "toy": 1, "enjoy": 2, "enjoying": 3, "holiday": 3, "happy": 2, "happiness": 3,
    "early": 2, "money": 2, "valley": 2, "mayor": 2, "ambulance": 3, "hospital": 3, "patient": 2, "patients": 2,
    "nation": 2, "national": 3, "official": 3, "initial": 3, "musician": 3, "million": 2, "opinion": 3, "region": 2,
    "religious": 3, "various": 3, "obvious": 3, "curious": 3, "delicious": 3, "studio": 3, "ratio": 3, "media": 3,
    "material": 4, "memorial": 4, "anxiety": 4, "piano": 3, "giant": 2, "poet": 2, "annual": 3, "actual": 3,
    "language": 2, "quality": 3, "equal": 2, "statement": 2, "improvement": 3, "agreement": 3, "management": 3,
    "lonely": 2, "closely": 2, "useful": 2, "useless": 2, "somewhere": 2, "nothing": 2, "seeing": 2, "agreeing": 3,
    "building": 2, "parking": 2, "neighbour": 2, "neighbourhood": 3, "electricity": 5, "maintenance": 3, "volunteer": 3,
    "university": 5, "examination": 5, "temperature": 4, "playground": 2, "roundabout": 3, "swimming": 2,
    "didn't": 2, "couldn't": 2, "aren't": 1, "they're": 1, "she'll": 1, "it's": 1,
}  # fmt: skip

HARD_DUTCH = [
    (
        (
            "De vergunning die, nadat het college daartoe heeft besloten, aan de aanvrager wordt verleend, kan, "
            "indien de voorwaarden niet worden nageleefd, met onmiddellijke ingang worden ingetrokken."
        ),
        {"interrupted", "passive"},
    ),
    (
        (
            "Met inachtneming van de door de raad vastgestelde uitgangspunten is ten aanzien van de herinrichting van"
            " de openbare ruimte in het kader van de gebiedsvisie een nader besluit genomen."
        ),
        {"stacked", "stiff"},
    ),
    (
        (
            "Wij wijzen u erop dat de bijdrage die u betaalt voor de opvang waar uw kind naartoe gaat wanneer u werkt"
            " niet verandert zolang het inkomen dat u hebt opgegeven gelijk blijft."
        ),
        {"nested", "long"},
    ),
    (
        (
            "Ter uitvoering van de verordening vindt herbeoordeling plaats van de toekenning van de bijzondere "
            "vergoeding, zulks onverminderd de bevoegdheid tot het achteraf wijzigen van de beschikking."
        ),
        {"nominal", "stiff"},
    ),
]
HARD_ENGLISH = [
    (
        (
            "Tenants who, having been notified of the works, have not, within the period set, made an appointment "
            "shall be deemed to have refused access."
        ),
        {"interrupted", "stiff"},
    ),
    (
        (
            "Pursuant to the determination of the committee, the implementation of the measures set out in respect of"
            " the remediation of the site is subject to the completion of the assessment."
        ),
        {"nominal", "stiff"},
    ),
    (
        (
            "The fact that the form that parents whose children attend the school which closes are asked to send when"
            " they move is not on the site has been noted."
        ),
        {"nested", "passive"},
    ),
]
PLAIN_DUTCH = [
    "De brug gaat maandag weer open.",
    (
        "Neem mee: een jas, een tas, een fles water, een boterham, een pet, een handdoek, zonnebrand, een boek en een"
        " paar droge sokken voor de terugweg met de bus."
    ),
    "Iedereen mag komen: jong, oud, groot, klein, met een hond, met een rollator, met de buren, met taart of niet.",
    (
        "De zaal was vol en de band was laat, maar de burgemeester zong, en de hond at alle broodjes op, en toch "
        "wilde niemand naar huis."
    ),
    "We zijn later klaar omdat het dek slechter was dan we dachten.",
    "Als het regent, gaan we naar binnen. Als het droog is, eten we buiten.",
    "Ik denk dat het lukt.",
    "Het gebouw is gesloopt. Het park wordt aangelegd door vrijwilligers.",
    "🎉🎉",
    "",
]
PLAIN_ENGLISH = [
    "The bridge opens again on Monday.",
    (
        "Bring a coat, a bag, a bottle of water, a sandwich, a cap, a towel, some sun cream, a book and a pair of dry"
        " socks for the way back on the bus."
    ),
    "The hall was packed, and the band was late, but the mayor sang, and the dog ate the pie, so nobody left.",
    "We need more time because the deck was worse than we thought.",
    "If it rains, we go inside. If it stays dry, we eat in the garden.",
    "The old school has been sold. The new one was built by parents.",
]


@pytest.mark.parametrize(("lang", "words"), [("nl", DUTCH_WORDS), ("en", ENGLISH_WORDS)])
def test_syllables_are_right_in_95_of_100_words(lang, words):
    wrong = {word: (syllables(word, lang), right) for word, right in words.items() if syllables(word, lang) != right}
    assert len(words) >= 100
    assert len(wrong) <= 0.05 * len(words), wrong


@pytest.mark.parametrize(
    ("word", "lang", "number"),
    [("GEMEENTE", "nl", 3), ("ideee\u0308n", "nl", 3), ("pff", "nl", 1), ("hmm", "en", 1), ("The", "en", 1)],
)
def test_syllables_of_odd_spellings(word, lang, number):
    assert syllables(word, lang) == number


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [("nl", *case) for case in HARD_DUTCH] + [("en", *case) for case in HARD_ENGLISH],
)
def test_a_hard_sentence_is_found_with_its_reasons(lang, text, parts):
    plain = "Dit is goed nieuws. " if lang == "nl" else "This is good news. "
    (found,) = hard_sentences(Document(plain + text, lang))
    assert found.span == (len(plain), len(plain + text))
    assert found.score >= HARD
    assert parts <= {reason.part for reason in found.reasons}
    assert [reason.points for reason in found.reasons] == sorted((r.points for r in found.reasons), reverse=True)


@pytest.mark.parametrize(
    ("lang", "text"), [("nl", text) for text in PLAIN_DUTCH] + [("en", text) for text in PLAIN_ENGLISH]
)
def test_a_plain_text_is_not_hard(lang, text):
    document = Document(text, lang)
    assert hard_sentences(document) == ()
    assert readability(document).band in BANDS[lang][:2]


@pytest.mark.parametrize(
    ("lang", "text", "part", "number"),
    [
        (
            "nl",
            "Dat is een lang verhaal (met veel te veel woorden tussen twee haakjes) over de nieuwe brug.",
            "brackets",
            8,
        ),
        ("nl", "Het is niet zo dat niemand nooit iets zegt over de staat van de brug.", "negations", 3),
        ("nl", "De brug wordt door de mannen van de firma in de loop van de week hersteld.", "split", 12),
        (
            "nl",
            "Zij vragen aandacht voor het niet op tijd legen van de bakken, het wegen van afval en meer.",
            "nominal",
            2,
        ),
        ("en", "It is not true that nobody never says a thing about the state of that bridge.", "negations", 3),
        ("en", "The bridge has by the men of the firm in the course of the week been repaired.", "passive", 1),
        ("en", "The assessment and the determination of the entitlement come before the payment of it.", "nominal", 3),
    ],
)
def test_a_part_counts_what_it_names(lang, text, part, number):
    from postlint.language.readability import _LANGUAGES, _counts
    from postlint.language.tokens import tokenize

    counts = dict(_counts([token.norm for token in tokenize(text)], _LANGUAGES[lang]))
    assert counts[part] == number


def counts_of(lang, text):
    """What each part counts in the heaviest stretch of a sentence as a draft has it."""
    from postlint.language.readability import _LANGUAGES, _counts, _stretches
    from postlint.language.tokens import tokenize

    stretches = [dict(_counts(each, _LANGUAGES[lang])) for each in _stretches(tokenize(text), text, _LANGUAGES[lang])]
    return {part: max(each[part] for each in stretches) for part in PARTS}


@pytest.mark.parametrize(
    ("lang", "text", "part", "number"),
    [
        ("nl", "Dat zei Maria van den Berg van Bouwbedrijf Jansen Zonen in Den Haag.", "long", 10),
        ("nl", "In 2019 en 2020 waren er 312 meldingen op 14 plekken.", "long", 7),
        ("nl", "De boten (een rode en een blauwe) varen zondag uit.", "long", 5),
        ("nl", "Ze zingt morgen ‘Laat me nu toch niet alleen’ en „Het dorp” voor ons.", "long", 13),
        ("nl", 'Ze zingt morgen "Het water was veel te diep" voor ons.', "long", 6),
        ("nl", "Wij verhuizen naar de Stichting Verpleging Zuid.", "nominal", 0),
        ("nl", "Hij werkt als bakker en als visser, net als zijn vader.", "nested", 0),
        ("nl", "Het lukt alleen als we samen gaan, zoals de bakker zei.", "nested", 1),
        ("nl", "Het is stil sinds de zomer, en hij lacht sinds hij fietst.", "nested", 1),
        ("nl", "De man die toen nog voer kwam na die dag en op dat moment aan.", "nested", 1),
        ("nl", "Zij zou dit jaar de boeken schrijven die later in één band gebundeld zouden worden.", "split", 0),
        ("nl", "De brug wordt mooi en dat verklaart en bepaalt veel.", "passive", 0),
        ("nl", "Ze zei dat ze ziek waren, omdat de soep te oud was.", "interrupted", 0),
        ("nl", "Ze kan, indien de soep te oud was, naar huis.", "interrupted", 1),
        ("en", "We told Mary Anne Baker of the Old Mill Street Trust all about it.", "long", 9),
        ("en", "Once a year we ask 40 people (and one dog) to sing.", "long", 8),
        ("en", "Come once you are ready and sing once a day.", "nested", 1),
    ],
)
def test_what_makes_a_sentence_longer_but_not_harder(lang, text, part, number):
    assert counts_of(lang, text)[part] == number


def test_a_long_quotation_is_read_by_itself():
    quoted = HARD_DUTCH[0][0].rstrip(".")
    (found,) = hard_sentences(Document(f"Zo stond het in de brief die u kreeg: „{quoted}” en verder niets.", "nl"))
    assert {reason.part for reason in found.reasons} >= {"interrupted", "passive"}


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("De kat zit op de mat. Hij eet een vis.", "nl", 100, 130),
        ("De gemeentelijke belastingverordening regelt uitzonderingsbepalingen.", "nl", -200, 0),
        ("The cat sat on the mat.", "en", 110, 122),
        ("Municipal authorities administer environmental legislation.", "en", -200, 0),
    ],
)
def test_the_published_formula(text, lang, low, high):
    assert low < readability(Document(text, lang)).flesch < high


def test_flesch_douma_by_hand():
    # 10 words, 2 sentences, 10 syllables: 206.84 - 0.93 * 5 - 77 * 1
    assert readability(Document("De kat zit op schoot. Hij eet een vis op.", "nl")).flesch == pytest.approx(125.19)


def test_flesch_by_hand():
    # 6 words, 1 sentence, 6 syllables: 206.835 - 1.015 * 6 - 84.6 * 1
    assert readability(Document("The cat sat on the mat.", "en")).flesch == pytest.approx(116.145)


def test_a_dense_text_is_called_so():
    assert readability(Document(HARD_DUTCH[1][0] + " " + HARD_DUTCH[0][0], "nl")).band == BANDS["nl"][3]
    assert readability(Document(HARD_ENGLISH[0][0], "en")).band in BANDS["en"][2:]


def test_no_words_no_score():
    assert readability(Document("🎉 12:30", "nl")).flesch is None


def test_other_languages_have_no_hard_sentences():
    assert hard_sentences(Document(HARD_DUTCH[0][0], "other")) == ()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_part_has_words_in_both_numbers(lang):
    for part in PARTS.keys() - ({"stacked"} if lang == "en" else set()):
        assert "2" in Reason(part, 2, 1.0).in_words(lang)
        assert "|" not in Reason(part, 1, 1.0).in_words(lang)


def test_reasons_speak_the_language_of_the_author():
    assert Reason("stiff", 1, 0.7).in_words("nl") == "1 stijf woord"
    assert Reason("nested", 3, 1.6).in_words("en") == "3 subordinate clauses"


@pytest.mark.parametrize(("lang", "source"), [("nl", "Douma 1960"), ("en", "Flesch (1948)")])
def test_the_formula_names_its_source_and_promises_no_certificate(lang, source):
    assert source in FORMULA[lang]
    assert "CEFR" in FORMULA[lang]
    assert all(band in FORMULA[lang] for band in BANDS[lang])


@given(st.text() | st.lists(st.sampled_from("de het ( ) , . ; die wordt van gedaan niet \n".split(" "))).map(" ".join))
def test_any_text_gets_spans_within_it(text):
    for lang in ("nl", "en", "other"):
        document = Document(text, lang)
        readability(document)
        for sentence in hard_sentences(document):
            assert 0 <= sentence.span.start < sentence.span.end <= len(text)


@given(st.text(max_size=40), st.sampled_from(["nl", "en"]))
def test_any_word_has_a_syllable(word, lang):
    assert syllables(word, lang) >= 1


WORDS = {
    "nl": "wij het van de een en , ( ) die dat als omdat wordt worden gemeld besloten uitvoering niet geen op voor "
    "teneinde betreffende aanbestedingsprocedure kunnen zal door waarbij maar tevens",
    "en": "we the of a and , ( ) which that if because is been reported decided implementation not no on for pursuant "
    "regarding notwithstanding could will by whereby but shall",
}


@given(st.data(), st.sampled_from(["nl", "en"]))
def test_no_hard_sentence_is_passed_over_at_a_glance(data: st.DataObject, lang: str) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[lang].split()), min_size=1, max_size=60))
    document = Document(" ".join(words), lang)
    points = [sum(reason.points for reason in reasons) for reasons in _reasons(document)]
    assert [hard.score for hard in hard_sentences(document)] == [round(each, 1) for each in points if each >= HARD]
