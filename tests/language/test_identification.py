"""Language of drafts and sentences, as tables of own posts."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language.identification import identification, identify, sentence_langs
from postlint.language.sentences import sentences

DUTCH = [
    "Wij staan er weer!",
    "Kom je ook langs?",
    "Dank voor je geduld",
    "Vergadering begint zo meteen",
    "De brug is dicht",
    "Lekker bezig daar, toppers!",
    "Wie heeft mijn fiets gezien?",
    "We hebben een nieuwe onboarding flow live gezet.",
    "Ons team rolt vandaag de update van de community app uit, feedback welkom!",
    "Na de zomer zijn we terug",
    "Men vraagt om begrip",
    "Die man is net weg",
    "@anja_dv Klopt, dat hadden we beter moeten uitleggen. #sorry",
    "🎉 Gefeliciteerd met jullie diploma, toppers! #geslaagd #proud #happy",
    "Let op: werkzaamheden https://www.example.org/the-road-is-closed",
    "'t Is mooi geweest.",
    "Zo'n dag vergeet je niet",
    "Vanavond is er een livestream met onze CEO: be there or be square",
    "Hé, één vraagje: wanneer gaat het zwembad weer open?",
    "HET ZWEMBAD IS WEER OPEN",
]
ENGLISH = [
    "We are back again!",
    "Will you join us?",
    "Thanks for your patience",
    "Meeting starts in five",
    "The bridge is closed",
    "No bins collected today",
    "Who has seen my bike?",
    "Jan van der Meer and Anneke de Boer join our team in Den Haag on Monday.",
    "Our colleague Sjoerd moves to Groningen, and we'll miss him.",
    "@council_desk That's on us. We should have told you. #sorry #gemeente",
    "🎉 Congratulations on your diploma! #geslaagd #trots",
    "Heads up: roadworks https://www.example.nl/werkzaamheden-aan-de-weg",
    "It's done.",
    "Don't wait up",
    "The café's résumé pile is huge",
    "THE POOL IS OPEN AGAIN",
    "Per person, one bag only",
    "Our office in Utrecht is called De Werf, and it opens in May.",
]
OTHER = {
    "de": [
        "Wir sind wieder da!",
        "Die Brücke ist gesperrt",
        "Vielen Dank für Ihre Geduld",
        "Wer hat mein Fahrrad gesehen?",
        "Heute Abend tagt der Stadtrat über den neuen Haushalt.",
        "Das Schwimmbad bleibt bis Montag geschlossen.",
        "Unsere Kollegin Anna geht nach dreißig Jahren in den Ruhestand.",
        "Haben Sie Fragen zum Antrag? Rufen Sie uns an!",
        "Warum dauert das so lange? Wir erklären es Ihnen.",
        "In der Schule wird jetzt gebaut, und das ist gut so.",
    ],
    "fr": [
        "Nous sommes de retour !",
        "Le pont est fermé",
        "Merci de votre patience",
        "Qui a vu mon vélo ?",
        "Ce soir, le conseil municipal débat du nouveau budget.",
        "La piscine reste fermée jusqu'à lundi.",
        "Notre collègue Anne part à la retraite après trente ans.",
        "Avez-vous des questions sur la demande ? Appelez-nous !",
        "Pourquoi est-ce que ça prend autant de temps ?",
        "On construit à l'école, et c'est une bonne nouvelle.",
    ],
    "es": [
        "Ya estamos de vuelta",
        "El puente está cerrado",
        "Gracias por su paciencia",
        "¿Quién ha visto mi bicicleta?",
        "Esta noche el pleno debate el nuevo presupuesto.",
        "La piscina sigue cerrada hasta el lunes.",
        "Nuestra compañera Ana se jubila después de treinta años.",
        "¿Tiene preguntas sobre la solicitud? Llámenos.",
        "Por qué tarda tanto, se lo explicamos aquí.",
        "Hay obras en la escuela y eso es bueno.",
    ],
    "it": [
        "Siamo di nuovo qui!",
        "Il ponte è chiuso",
        "Grazie per la pazienza",
        "Chi ha visto la mia bici?",
        "Stasera il consiglio comunale discute il nuovo bilancio.",
        "La piscina rimane chiusa fino a lunedì.",
        "La nostra collega Anna va in pensione dopo trent'anni.",
        "Avete domande sulla richiesta? Chiamateci!",
        "Perché ci vuole così tanto tempo? Ve lo spieghiamo.",
        "Si costruisce nella scuola, e questo è un bene.",
    ],
    "pt": [
        "Estamos de volta!",
        "A ponte está fechada",
        "Obrigado pela sua paciência",
        "Quem viu a minha bicicleta?",
        "Hoje à noite a câmara debate o novo orçamento.",
        "A piscina continua fechada até segunda-feira.",
        "A nossa colega Ana reforma-se depois de trinta anos.",
        "Tem perguntas sobre o pedido? Ligue para nós!",
        "Porque é que demora tanto tempo? Nós explicamos.",
        "Há obras na escola e isso é muito bom.",
    ],
    "pl": [
        "Jesteśmy z powrotem!",
        "Most jest zamknięty",
        "Dziękujemy za cierpliwość",
        "Kto widział mój rower?",
        "Dziś wieczorem rada miasta omawia nowy budżet.",
        "Basen pozostaje zamknięty do poniedziałku.",
        "Nasza koleżanka Anna odchodzi po trzydziestu latach.",
        "Masz pytania o wniosek? Zadzwoń do nas!",
        "Dlaczego to tak długo trwa? Wyjaśniamy.",
        "W szkole trwa budowa i to jest dobra wiadomość.",
    ],
    "tr": [
        "Yine buradayız!",
        "Köprü bugün kapalı",
        "Sabrınız için teşekkürler",
        "Bisikletimi kim gördü?",
        "Bu akşam belediye meclisi yeni bütçeyi görüşüyor.",
        "Havuz pazartesiye kadar kapalı kalacak.",
        "Otuz yıl sonra emekli olan arkadaşımıza çok teşekkür ederiz.",
        "Başvuru ile ilgili sorunuz var mı? Bizi arayın!",
        "Neden bu kadar uzun sürüyor? Size anlatıyoruz.",
        "Okulda inşaat var ve bu iyi bir haber.",
    ],
    "da": [
        "Vi er tilbage igen!",
        "Broen er lukket",
        "Tak for jeres tålmodighed",
        "Hvem har set min cykel?",
        "I aften drøfter byrådet det nye budget.",
        "Svømmehallen er lukket indtil mandag.",
        "Vores kollega Anne går på pension efter tredive år.",
        "Har du spørgsmål om ansøgningen? Ring til os!",
        "Hvorfor tager det så lang tid? Vi forklarer det her.",
        "Der bygges på skolen, og det er en god nyhed.",
    ],
    "sv": [
        "Nu är vi tillbaka!",
        "Bron är stängd idag",
        "Tack för ert tålamod",
        "Vem har sett min cykel?",
        "I kväll debatterar fullmäktige den nya budgeten.",
        "Simhallen är stängd till måndag.",
        "Vår kollega Anna går i pension efter trettio år.",
        "Har du frågor om ansökan? Ring oss!",
        "Varför tar det så lång tid? Vi förklarar.",
        "Det byggs på skolan och det är en bra nyhet.",
    ],
    "no": [
        "Nå er vi tilbake!",
        "Brua er stengt i dag",
        "Takk for tålmodigheten",
        "Hvem har sett sykkelen min?",
        "I kveld drøfter kommunestyret det nye budsjettet.",
        "Svømmehallen er stengt til mandag.",
        "Vår kollega Anne blir pensjonist etter tretti år.",
        "Har du spørsmål om søknaden? Ring oss!",
        "Hvorfor tar det så lang tid? Vi forklarer det her.",
        "Det bygges på skolen, og det er en god nyhet.",
    ],
    "af": [
        "Ons is weer terug vandag, baie dankie!",
        "Die brug is toe, asseblief ry met die ander pad vandag",
        "Baie dankie vir julle geduld",
        "Wie het my fiets gesien?",
        "Vanaand bespreek die raad die nuwe begroting vir hierdie jaar.",
        "Die swembad bly tot Maandag gesluit, sê die raad vandag.",
        "Ons kollega Anna gaan ná dertig jaar aftree. Baie dankie, Anna!",
        "Het jy vrae oor jou aansoek? Bel ons gerus!",
        "Hoekom neem dit so lank? Ons verduidelik hier.",
        "Hulle bou by die skool en dit is goeie nuus.",
    ],
    "fy": [
        "Wy binne der wer!",
        "De brêge is hjoed ticht",
        "Tige tank foar jim geduld",
        "Wa hat myn fyts sjoen?",
        "Jûn praat de gemeenteried oer de nije begrutting.",
        "It swimbad bliuwt oant moandei ticht.",
        "Us kollega Anna giet nei tritich jier mei pensjoen.",
        "Hasto fragen oer de oanfraach? Skilje ús!",
        "Wêrom duorret it sa lang? Wy lizze it út.",
        "Der wurdt boud op skoalle en dat is moai nijs.",
    ],
    "other scripts": [
        "Мы снова здесь!",
        "Міст сьогодні зачинено",
        "الجسر مغلق اليوم",
        "橋は閉鎖されています",
        "今天桥关闭了",
        "Η γέφυρα είναι κλειστή",
        "הגשר סגור היום",
        "다리가 닫혀 있습니다",
        "สะพานปิดวันนี้",
        "पुल आज बंद है",
    ],
}
WORDLESS = [
    "",
    "   ",
    "🎉🎉",
    "12:30",
    "@anja_dv @gemeente",
    "https://example.org/de/het",
    "#trots #samen",
    "?!",
    "☎️ 0800-1234",
]


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_is_known_from_a_few_words(text):
    assert identify(text).lang == "nl"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_known_from_a_few_words(text):
    assert identify(text).lang == "en"


@pytest.mark.parametrize("text", [text for texts in OTHER.values() for text in texts])
def test_other_languages_are_not_taken_for_dutch_or_english(text):
    assert identify(text).lang == "other"


@pytest.mark.parametrize("text", WORDLESS)
def test_a_text_without_words_has_no_language(text):
    assert identify(text).lang == "unknown"


@pytest.mark.parametrize(
    ("text", "lang", "langs"),
    [
        (
            "De weg is tot maandag dicht. Please use the other road until then.",
            None,
            ("nl", "en"),
        ),
        (
            "Welkom op de open dag! We are happy to see you all there. Tot zaterdag, wij hebben er zin in!",
            "nl",
            ("nl", "en", "nl"),
        ),
        (
            "Wij vertalen deze brief voor u. Wir haben diesen Brief für Sie übersetzt.",
            None,
            ("nl", "other"),
        ),
        (
            "Het is een schande dat dit zo gaat hier. This is an absolute disgrace and that councillor is an idiot.",
            "nl",
            ("nl", "en"),
        ),
        (
            "Het zwembad gaat dicht vandaag. Le maire a décidé de fermer la piscine demain matin.",
            "nl",
            ("nl", "other"),
        ),
        (
            "Join us on Saturday for the open day! Loop gerust binnen, de koffie staat klaar.",
            None,
            ("en", "nl"),
        ),
    ],
)
def test_sentences_in_turn_make_a_draft_mixed(text, lang, langs):
    found = identify(text)
    assert found.mixed
    assert lang is None or found.lang == lang
    assert sentence_langs(Document(text, "nl")) == langs


@pytest.mark.parametrize(
    "text",
    [
        "We hebben een nieuwe onboarding flow live gezet. Feedback is welkom bij het team.",
        "Our colleague Jan van der Berg lives in Den Haag. He will be there on Monday.",
        "Het motto is ‘work smart, not hard’. Daar kan ik wel iets mee.",
        "Dank je. Graag tot ziens! Groet, Joke",
        "Save the date: 3 juni is het zover. Komt allen!",
        "C'est la vie, zullen we maar zeggen. Morgen weer een dag.",
        "De film Le Fabuleux Destin d'Amélie Poulain draait zaterdag. Kom je ook?",
    ],
)
def test_loans_and_names_do_not_make_a_draft_mixed(text):
    assert not identify(text).mixed


@pytest.mark.parametrize(
    ("text", "lang", "foreign"),
    [
        ("Wij vertalen deze brief voor u. Wir haben diesen Brief für Sie übersetzt.", "nl", True),
        ("Wat een prachtige avond was dit. Dziękujemy wszystkim za obecność i za pomoc przy organizacji.", "nl", True),
        ("The council meets tonight in the town hall. Nous vous attendons tous à partir de huit heures.", "en", True),
        ("De weg is tot maandag dicht. Please use the other road until then.", "en", False),
        ("Wir haben diesen Brief für Sie übersetzt.", "other", False),
    ],
)
def test_a_draft_with_sentences_of_ours_is_ours(text, lang, foreign):
    found = identify(text)
    assert (found.lang, found.foreign) == (lang, foreign)


def test_a_short_sentence_follows_the_draft():
    assert sentence_langs(Document("Sorry! Dat hadden wij jullie eerder moeten zeggen.", "nl")) == ("", "nl")


def test_the_view_reads_the_draft_and_not_the_given_language():
    assert identification(Document("De brug is vandaag dicht", "en")).lang == "nl"


def test_an_ordinary_post_does_not_load_word_frequencies():
    code = (
        "import sys\nfrom postlint.language.identification import identify\n"
        "assert identify('De brug over de Vliet gaat maandag om 7.00 uur weer open.').sure\n"
        "assert identify('The bridge opens again on Monday at seven.').sure\n"
        "assert not {'wordfreq', 'simplemma', 'yaml', 'pydantic'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text())
def test_any_text_has_one_of_four_answers(text):
    assert identify(text).lang in {"nl", "en", "other", "unknown"}
    document = Document(text, "nl")
    assert len(sentence_langs(document)) == len(sentences(document))


@given(st.lists(st.sampled_from(["de", "the", "og", "ß", "\n", ".", "🎉", "@a", "hallo", "мир", "'"])).map(" ".join))
def test_any_row_of_words_has_one_of_four_answers(text):
    assert identify(text).lang in {"nl", "en", "other", "unknown"}
