import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, Organisation
from postlint.document import Document, Span
from postlint.language.people import MentionKind, people, targets, targets_near
from postlint.language.sentences import sentences

PERSON, OFFICE, OWN = "private_person", "public_office", "own_organisation"
ORGANISATION, GROUP, MEDIUM, PRODUCT = "organisation", "group", "medium", "product"


def found(text: str, lang: str, context: Context | None = None) -> list[tuple[str, str]]:
    return [(item.kind.value, item.span.of(text)) for item in people(Document(text, lang, context))]


NOBODY_NL = [
    "Roos is mijn lievelingsbloem, en een storm raast over het land.",
    "Mei is een mooie maand. Dan gaan we naar buiten.",
    "Mark je agenda en loop mee.",
    "Ben je erbij? Dan zien we je graag.",
    "De brug bij Den Haag gaat open op vrijdag.",
    "Alphen aan den Rijn en Bergen op Zoom doen mee.",
    "Op de Jan Steenstraat en de Anna Paulownastraat wordt gewerkt.",
    "Wij wonen in de Willem Alexanderlaan.",
    "De Dag van de Leraar en de Nacht van de Poëzie komen eraan.",
    "Het Huis van de Stad is dicht.",
    "In de Week van de Jeugd vieren we feest.",
    "Storm Ciara trekt voorbij.",
    "Sint Jan is een kerk.",
    "Op de Burgemeester Jansenstraat ligt asfalt.",
    "Het is in het Frans geschreven.",
    "Elke dag een nieuwe tip!",
    "De heer en dame op de poster lachen.",
    "Mevrouw, wat een goed idee!",
    "Een meester in zijn vak.",
    "Wat een media-aandacht op sociale media.",
    "Het AD-blok staat vast.",
    "Word lid van onze vriendenkring.",
    "We nemen trouw afscheid van elkaar.",
    "Dit jaar 50 plus 20 euro.",
    "Er is volt genoeg op het net.",
    "Met pers en plakker aan het werk.",
    "A. Inleiding",
    "Na PV. Groeten uit Zeeland.",
    "Wij bouwen aan een nieuwe wijk in Zuid.",
    "DIT IS NIET GOED GENOEG VOOR ONS",
    "De Noordzee en de Waddenzee zijn ruw.",
    "Hij kwam, zij ging, wij bleven.",
    "Een rood kruis op de deur.",
    "In de familie. Gratis entree.",
    "Vrijdag Zaterdag Zondag open.",
    "Premier League kijken in de kantine.",
    "Kopje koffie? Kom langs bij ons aan tafel.",
    "Dank voor je vraag, ik zoek het uit.",
    "Vanaf maandag rijdt bus 12 weer.",
    "Het Noorden van het land krijgt sneeuw.",
    "De boom bij het plein is ziek.",
]

SOMEBODY_NL = [
    ("Mevr. De Wit belde.", [(PERSON, "Mevr. De Wit")]),
    ("mevr De Wit belde.", [(PERSON, "mevr De Wit")]),
    ("Hier met dhr. J. Jansen.", [(PERSON, "dhr. J. Jansen")]),
    ("Meneer Bakker kwam.", [(PERSON, "Meneer Bakker")]),
    ("meneer El Amrani is er", [(PERSON, "meneer El Amrani")]),
    ("De heer Van der Meer sprak.", [(PERSON, "heer Van der Meer")]),
    ("mw. K. de Groot-Visser", [(PERSON, "mw. K. de Groot-Visser")]),
    ("Familie Terpstra verhuist.", [(PERSON, "Familie Terpstra")]),
    ("Juf Sanne en meester Bram", [(PERSON, "Juf Sanne"), (PERSON, "meester Bram")]),
    ("dr. Yilmaz opereert", [(PERSON, "dr. Yilmaz")]),
    ("prof. dr. Hoekstra", [(PERSON, "prof. dr. Hoekstra")]),
    ("Jan de Vries komt.", [(PERSON, "Jan de Vries")]),
    ("Fatima El Amrani komt.", [(PERSON, "Fatima El Amrani")]),
    ("Jan-Willem van 't Hof sprak.", [(PERSON, "Jan-Willem van 't Hof")]),
    ("gisteren sprak Xandra van der Plas", [(PERSON, "Xandra van der Plas")]),
    ("toen zei Wietse Jansen dat", [(PERSON, "Wietse Jansen")]),
    ("Het was R. Vermaas.", [(PERSON, "R. Vermaas")]),
    ("Dat was J.P. van der Berg toch?", [(PERSON, "J.P. van der Berg")]),
    ("Sem de R. zit vast.", [(PERSON, "Sem de R.")]),
    ("Fenna V. is weg", [(PERSON, "Fenna V.")]),
    ("Anja belt je morgen.", [(PERSON, "Anja")]),
    ("Tot zo! Ben", [(PERSON, "Ben")]),
    ("Groet, Mehmet", [(PERSON, "Mehmet")]),
    ("Ik vroeg het aan Youssef en Priya.", [(PERSON, "Youssef"), (PERSON, "Priya")]),
    ("we spraken met Roos en Storm", [(PERSON, "Roos"), (PERSON, "Storm")]),
    ("Roos van der Meer spreekt.", [(PERSON, "Roos van der Meer")]),
    ("Mark Visser spreekt.", [(PERSON, "Mark Visser")]),
    ("Dat is Anja's fiets.", [(PERSON, "Anja")]),
    ("Sem's moeder belde.", [(PERSON, "Sem's moeder")]),
    ("mijn buurvrouw klaagt", [(PERSON, "mijn buurvrouw")]),
    ("m'n oude buurman klaagt", [(PERSON, "m'n oude buurman")]),
    ("De moeder van Sem belde.", [(PERSON, "moeder van Sem")]),
    ("een cliënt van mij", [(PERSON, "een cliënt van mij")]),
    ("leerling uit 4B", [(PERSON, "leerling uit 4B")]),
    ("patiënt op kamer 12", [(PERSON, "patiënt op kamer 12")]),
    ("de mevrouw van Lindelaan 4", [(PERSON, "mevrouw van Lindelaan 4")]),
    ("de jongen (15) uit de Populierenstraat", [(PERSON, "jongen (15) uit de Populierenstraat")]),
    ("onze enige jurist is ziek", [(PERSON, "onze enige jurist")]),
    ("Een collega zei het.", [(PERSON, "Een collega")]),
    ("uw zoon mag komen", [(PERSON, "uw zoon")]),
    ("die klant weer", [(PERSON, "die klant")]),
    ("De loodgieter kwam niet.", [(GROUP, "loodgieter")]),
    ("zo'n luie aannemer", [(GROUP, "zo'n luie aannemer")]),
    ("Die hoogleraar snapt het niet.", [(GROUP, "Die hoogleraar")]),
    ("Professor Hoekstra spreekt.", [(PERSON, "Professor Hoekstra")]),
    ("De pers zit ernaast.", [(MEDIUM, "pers")]),
    ("De wethouder sprak.", [(OFFICE, "wethouder")]),
    ("Wethouder De Vries sprak.", [(OFFICE, "Wethouder De Vries")]),
    ("die cultuurwethouder weer", [(OFFICE, "cultuurwethouder")]),
    ("oud-wethouder Smit", [(OFFICE, "oud-wethouder Smit")]),
    ("minister Jetten kwam", [(OFFICE, "minister Jetten")]),
    ("de minister-president komt", [(OFFICE, "minister-president")]),
    ("de burgemeester en de griffier", [(OFFICE, "burgemeester"), (OFFICE, "griffier")]),
    ("de directeur vertrekt", [(OFFICE, "directeur")]),
    ("Kamerleden en raadsleden", [(OFFICE, "Kamerleden"), (OFFICE, "raadsleden")]),
    ("Tweede Kamerlid Yesim sprak", [(OFFICE, "Tweede Kamerlid Yesim")]),
    ("de commissaris van de Koning", [(OFFICE, "commissaris van de Koning")]),
    ("de wethouder Zorg", [(OFFICE, "wethouder")]),
    ("Onze gemeente groeit.", [(OWN, "Onze gemeente")]),
    ("ons eigen college wil dat", [(OWN, "ons eigen college")]),
    ("mijn werkgever weet het", [(OWN, "mijn werkgever")]),
    ("onze school zoekt", [(OWN, "onze school")]),
    ("De VVD en D66 zijn voor.", [(ORGANISATION, "VVD"), (ORGANISATION, "D66")]),
    ("GroenLinks-PvdA is tegen.", [(ORGANISATION, "GroenLinks-PvdA")]),
    ("de Partij voor de Dieren", [(ORGANISATION, "Partij voor de Dieren")]),
    ("de SP stemde", [(ORGANISATION, "SP")]),
    ("JA21 stemde", [(ORGANISATION, "JA21")]),
    ("Volt stemde mee", [(ORGANISATION, "Volt")]),
    ("de gemeente Sneek", [(ORGANISATION, "gemeente Sneek")]),
    ("het ministerie van Financiën", [(ORGANISATION, "ministerie van Financiën")]),
    ("Bouwbedrijf Zuid BV bouwt", [(ORGANISATION, "Bouwbedrijf Zuid BV")]),
    ("de stichting Warme Kom", [(ORGANISATION, "stichting Warme Kom")]),
    ("de Belastingdienst en het UWV", [(ORGANISATION, "Belastingdienst"), (ORGANISATION, "UWV")]),
    ("de NS rijdt niet", [(ORGANISATION, "NS")]),
    ("bij Albert Heijn", [(ORGANISATION, "Albert Heijn")]),
    ("het kabinet en de regering", [(ORGANISATION, "kabinet"), (ORGANISATION, "regering")]),
    ("de politie kwam", [(ORGANISATION, "politie")]),
    ("Alle ambtenaren en boeren", [(GROUP, "ambtenaren"), (GROUP, "boeren")]),
    ("de leraren en ouders", [(GROUP, "leraren"), (GROUP, "ouders")]),
    ("die VVD'ers", [(GROUP, "VVD'ers")]),
    ("de baliemedewerkers", [(GROUP, "baliemedewerkers")]),
    ("die klimaatactivisten", [(GROUP, "klimaatactivisten")]),
    ("Beste collega's,", [(GROUP, "collega's")]),
    ("asielzoekers en statushouders", [(GROUP, "asielzoekers"), (GROUP, "statushouders")]),
    ("De Telegraaf schrijft", [(MEDIUM, "De Telegraaf")]),
    ("volgens de NOS", [(MEDIUM, "NOS")]),
    ("in Trouw staat", [(MEDIUM, "Trouw")]),
    ("het AD schrijft", [(MEDIUM, "AD")]),
    ("de krant en de journalist", [(MEDIUM, "krant"), (MEDIUM, "journalist")]),
    ("de pers belt", [(MEDIUM, "pers")]),
    ("Omroep Brabant en de Leeuwarder Courant", [(MEDIUM, "Omroep Brabant"), (MEDIUM, "Leeuwarder Courant")]),
    ("log in met DigiD", [(PRODUCT, "DigiD")]),
    ("alles in Excel", [(PRODUCT, "Excel")]),
    ("dank @jolanda!", [("handle", "@jolanda")]),
]

NOBODY_EN = [
    "Will you come? Grace is a virtue, and hope helps.",
    "May is a lovely month. June is too.",
    "Mark your calendars and bill us later.",
    "Rose Garden Day is on Saturday.",
    "The Rose Room at Town Hall is open.",
    "Press the button and hold.",
    "The press release is out, and the press office knows.",
    "Your council tax bill explained.",
    "Social media is hard work.",
    "Ring us and ask.",
    "The sun shines and the times change.",
    "Milk of human kindness.",
    "The bulletin board is full, a board game too.",
    "Premier League football tonight.",
    "Open 7 pm on Friday, High Street.",
    "I'm the only one here.",
    "In Paris and in Florence it rains.",
    "Upper Green Lane is closed.",
    "THIS IS NOT GOOD ENOUGH",
    "Dear all, thanks for coming.",
    "Happy Friday! New Year Sale.",
    "Saint John Street reopens.",
    "New tarmac on King Edward Avenue.",
    "Storm Ciara passes.",
    "The reform of the law takes labour.",
    "A king size bed.",
    "Express train to York.",
    "We read the papers.",
    "He came, she went, they stayed.",
    "An alliance of towns.",
    "The ice is thin, the who and why unclear.",
]

SOMEBODY_EN = [
    ("Your daughter's diagnosis is in.", [(PERSON, "Your daughter")]),
    ("my old neighbour’s dog", [(PERSON, "my old neighbour")]),
    ("The plumber never came.", [(GROUP, "plumber")]),
    ("that solicitor's letter", [(GROUP, "that solicitor")]),
    ("The professor is wrong.", [(GROUP, "professor")]),
    ("Mrs Hughes rang.", [(PERSON, "Mrs Hughes")]),
    ("Mr. Patel rang.", [(PERSON, "Mr. Patel")]),
    ("Dr Okoro rang.", [(PERSON, "Dr Okoro")]),
    ("Ms J. Smith-Jones", [(PERSON, "Ms J. Smith-Jones")]),
    ("Father Tom came", [(PERSON, "Father Tom")]),
    ("Nurse Kelly helped", [(PERSON, "Nurse Kelly")]),
    ("Tom Hughes came.", [(PERSON, "Tom Hughes")]),
    ("Siobhan O'Brien came.", [(PERSON, "Siobhan O'Brien")]),
    ("Yusuf bin Ali came.", [(PERSON, "Yusuf bin Ali")]),
    ("we met Tavish McDonald", [(PERSON, "Tavish McDonald")]),
    ("we met Odalys Thompson", [(PERSON, "Odalys Thompson")]),
    ("it was J. Murphy", [(PERSON, "J. Murphy")]),
    ("Oliver T in 4B", [(PERSON, "Oliver T")]),
    ("Ask Priya or Denise.", [(PERSON, "Priya"), (PERSON, "Denise")]),
    ("we asked Grace and Mark", [(PERSON, "Grace"), (PERSON, "Mark")]),
    ("Mark Thompson spoke.", [(PERSON, "Mark Thompson")]),
    ("April Jones spoke.", [(PERSON, "April Jones")]),
    ("Gary's wife left.", [(PERSON, "Gary's wife")]),
    ("Vikram's team won.", [(PERSON, "Vikram")]),
    ("It is Samira Khan's desk.", [(PERSON, "Samira Khan")]),
    ("My neighbour shouts.", [(PERSON, "My neighbour")]),
    ("my old boss", [(PERSON, "my old boss")]),
    ("a client of mine", [(PERSON, "a client of mine")]),
    ("the patient in room 12", [(PERSON, "patient in room 12")]),
    ("the mother of Kyle", [(PERSON, "mother of Kyle")]),
    ("the girl from 4B", [(PERSON, "girl from 4B")]),
    ("our only counsellor", [(PERSON, "our only counsellor")]),
    ("that customer again", [(PERSON, "that customer")]),
    ("The councillor spoke.", [(OFFICE, "councillor")]),
    ("Cllr Patel spoke.", [(OFFICE, "Cllr Patel")]),
    ("the mayor lied", [(OFFICE, "mayor")]),
    ("Mayor Jones lied", [(OFFICE, "Mayor Jones")]),
    ("the Prime Minister", [(OFFICE, "Prime Minister")]),
    ("our MP and a TD", [(OFFICE, "MP"), (OFFICE, "TD")]),
    ("the chief executive", [(OFFICE, "chief executive")]),
    ("the leader of the council", [(OFFICE, "leader of the council")]),
    ("the taoiseach", [(OFFICE, "taoiseach")]),
    ("Our council agreed.", [(OWN, "Our council")]),
    ("our own department", [(OWN, "our own department")]),
    ("my school", [(OWN, "my school")]),
    ("Labour lost.", [(ORGANISATION, "Labour")]),
    ("the Lib Dems and the SNP", [(ORGANISATION, "Lib Dems"), (ORGANISATION, "SNP")]),
    ("Sinn Féin and Fine Gael", [(ORGANISATION, "Sinn Féin"), (ORGANISATION, "Fine Gael")]),
    ("Larkhill Borough Council", [(ORGANISATION, "Larkhill Borough Council")]),
    ("Acme Widgets Ltd", [(ORGANISATION, "Acme Widgets Ltd")]),
    ("the University of Leeds", [(ORGANISATION, "University of Leeds")]),
    ("the NHS and the police", [(ORGANISATION, "NHS"), (ORGANISATION, "police")]),
    ("the Home Office", [(ORGANISATION, "Home Office")]),
    ("the government", [(ORGANISATION, "government")]),
    ("Civil servants and farmers", [(GROUP, "Civil servants"), (GROUP, "farmers")]),
    ("those protesters", [(GROUP, "protesters")]),
    ("asylum seekers", [(GROUP, "asylum seekers")]),
    ("parents and teachers", [(GROUP, "parents"), (GROUP, "teachers")]),
    ("the BBC says", [(MEDIUM, "BBC")]),
    ("the Irish Times says", [(MEDIUM, "the Irish Times")]),
    ("in the Guardian", [(MEDIUM, "the Guardian")]),
    ("the Daily Mail", [(MEDIUM, "Daily Mail")]),
    ("the press was there", [(MEDIUM, "press")]),
    ("a journalist called", [(MEDIUM, "journalist")]),
    ("The Sun says", [(MEDIUM, "The Sun")]),
    ("all in Excel", [(PRODUCT, "Excel")]),
    ("thanks @tom_h!", [("handle", "@tom_h")]),
    ("Tánaiste and senators", [(OFFICE, "Tánaiste"), (OFFICE, "senators")]),
    ("the police commissioner", [(OFFICE, "police commissioner")]),
    ("the deputy mayor", [(OFFICE, "deputy mayor")]),
    ("tenants of ours", [(GROUP, "tenants")]),
    ("their daughter", [(PERSON, "their daughter")]),
    ("her ex", [(PERSON, "her ex")]),
    ("the lady on number 27", [(PERSON, "lady on number 27")]),
    ("Dear Mrs Doyle,", [(PERSON, "Mrs Doyle")]),
    ("Anti-vaxxers and nimbys", [(GROUP, "Anti-vaxxers"), (GROUP, "nimbys")]),
]


@pytest.mark.parametrize("text", NOBODY_NL)
def test_nobody_in_dutch(text: str) -> None:
    assert found(text, "nl") == []


@pytest.mark.parametrize("text", NOBODY_EN)
def test_nobody_in_english(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(("text", "mentions"), SOMEBODY_NL)
def test_mentions_in_dutch(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text, "nl") == mentions


@pytest.mark.parametrize(("text", "mentions"), SOMEBODY_EN)
def test_mentions_in_english(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text, "en") == mentions


@pytest.mark.parametrize(
    ("lang", "text", "name", "identifiable"),
    [
        ("nl", "mevr. De Wit", "De Wit", True),
        ("nl", "Jan de Vries", "Jan de Vries", True),
        ("nl", "Anja belt", "Anja", False),
        ("nl", "Fenna V. belt", "Fenna V.", True),
        ("nl", "wethouder Smit", "Smit", False),
        ("nl", "mijn buurvrouw", None, True),
        ("nl", "mijn collega", None, False),
        ("nl", "een cliënt van mij", None, False),
        ("nl", "patiënt op kamer 12", None, True),
        ("nl", "een bewoner", None, False),
        ("nl", "de man van 52 van Lindelaan 4, mevrouw De Boer", "De Boer", True),
        ("en", "Mrs Hughes", "Hughes", True),
        ("en", "Denise rang", "Denise", False),
        ("en", "Gary's wife", "Gary", True),
        ("en", "a resident", None, False),
        ("en", "my wife", None, True),
        ("en", "our client", None, False),
        ("en", "the girl from 4B", None, True),
    ],
)
def test_who_is_identifiable(lang: str, text: str, name: str | None, identifiable: bool) -> None:
    (mention,) = people(Document(text, lang))
    assert (mention.name, mention.identifiable) == (name, identifiable)


@pytest.mark.parametrize(
    ("lang", "text", "kind", "part"),
    [
        ("nl", "Volgens Stad Vlietland mag het.", OWN, "Stad Vlietland"),
        ("nl", "stad vlietland groeit", OWN, "stad vlietland"),
        ("nl", "Vraag het @Vlietland!", OWN, "@Vlietland"),
        ("en", "Ask @vlietland!", OWN, "@vlietland"),
    ],
)
def test_the_own_organisation_is_known_by_its_name_and_handles(lang: str, text: str, kind: str, part: str) -> None:
    context = Context(organisation=Organisation(name="Stad Vlietland", handles=("@vlietland",)))
    assert found(text, lang, context) == [(kind, part)]


@pytest.mark.parametrize(
    ("lang", "text", "aimed"),
    [
        ("nl", "Die vent is een prutser.", ["Die vent"]),
        ("nl", "Wat een onzin, dat mens ook.", ["dat mens"]),
        ("nl", "Die lui snappen niets.", ["Die lui"]),
        ("nl", "Zij daar zijn gek.", ["Zij daar"]),
        ("nl", "Zo'n stelletje amateurs!", ["Zo'n stelletje amateurs"]),
        ("nl", "Jij bent een sukkel.", ["Jij"]),
        ("nl", "De wethouder en die clowns.", ["wethouder", "die clowns"]),
        ("nl", "Ik ben een sukkel, wij zijn sukkels.", []),
        ("nl", "Die brug is lelijk.", []),
        ("en", "Those clowns again.", ["Those clowns"]),
        ("en", "That man is a fool.", ["That man"]),
        ("en", "You lot are useless.", ["You lot"]),
        ("en", "He is a muppet.", ["He"]),
        ("en", "That bunch at the council", ["That bunch", "council"]),
        ("en", "I am a fool and we are fools.", []),
        ("en", "Those trees are ugly.", []),
    ],
)
def test_what_an_insult_can_be_aimed_at(lang: str, text: str, aimed: list[str]) -> None:
    assert [mention.span.of(text) for mention in targets(Document(text, lang))] == aimed


def test_a_mention_does_not_print_its_name() -> None:
    (mention,) = people(Document("mevr. De Wit", "nl"))
    assert mention.kind is MentionKind.PRIVATE_PERSON
    assert "Wit" not in repr(mention)


_PIECES = st.sampled_from(
    [
        "mevr", ".", "De", "de", "van", "der", "Wit", "Jan", "J", "-", "'s", "Sem's", "mijn", "buurvrouw",
        "wethouder", "op", "kamer", "12", "(", ")", "onze", "enige", "gemeente", "D", "66", "BV", "the", "Mrs",
        "O'Brien", "\n", "🙂", "\u200b", "é", "VVD", "@x", "of", "mine", "die", "lui"
    ]
)  # fmt: skip
_TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES, max_size=14).map("".join))


@given(_TEXTS, st.sampled_from(["nl", "en"]))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str, lang: str) -> None:
    for mentions in (people(Document(text, lang)), targets(Document(text, lang))):
        end = 0
        for mention in mentions:
            assert end <= mention.span.start < mention.span.end <= len(text)
            end = mention.span.end


@given(st.lists(_TEXTS, max_size=4).map(". ".join), st.sampled_from(["nl", "en"]))
def test_targets_near_a_sentence_are_those_that_begin_in_it(text: str, lang: str) -> None:
    document = Document(text, lang)
    near = [targets_near(Document(text, lang), sentence) for sentence in sentences(document)]
    for sentence, found in zip(sentences(document), near, strict=True):
        assert all(sentence.start <= mention.span.start < sentence.end for mention in found)
    if all(
        mention.span.end <= sentence.end
        for sentence, found in zip(sentences(document), near, strict=True)
        for mention in found
    ):
        assert tuple(mention for found in near for mention in found) == targets(document)


def test_targets_near_a_word_are_those_of_its_sentence_alone() -> None:
    text = "Die vent weer. Zij daar snappen het niet. De wethouder ook."
    start = text.index("Zij")
    found = targets_near(Document(text, "nl"), Span(start, start + 3))
    assert [mention.span.of(text) for mention in found] == ["Zij daar"]
    assert not targets_near(Document(text, "nl"), Span(start + 9, start + 16))


@pytest.mark.parametrize(
    "piece", ["Jan ", "van ", "de ", "mijn ", "J.", "Jan-", "mevr. ", "A", "onze enige ", "gemeente Van ", "B C "]
)
def test_time_stays_linear(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert targets(Document(text, "nl")) == targets(Document(text, "nl"))
