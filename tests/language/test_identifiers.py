import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context, Organisation
from postlint.document import Document
from postlint.language.identifiers import Identifier, IdentifierKind, identifiers, identifiers_of, mask


def found(text: str, lang: str, context: Context | None = None) -> list[tuple[str, str, bool]]:
    document = Document(text, lang, context)
    return [(item.kind.value, item.span.of(text), item.sure) for item in identifiers(document)]


NOTHING = [
    ("nl", "Deel nooit je wachtwoord met anderen."),
    ("nl", "Je wachtwoord is verlopen, vraag een nieuw aan."),
    ("nl", "Wachtwoord vergeten? Klik op 'nieuw wachtwoord'."),
    ("nl", "Je wachtwoord wijzigen kan hier."),
    ("nl", "Kies een wachtwoord van minimaal 12 tekens."),
    ("nl", "Een sterk wachtwoord is belangrijk: gebruik cijfers en letters."),
    ("nl", "Gebruik voor elk account een ander wachtwoord."),
    ("nl", "Wij vragen nooit om je pincode of wachtwoord."),
    ("nl", "Het wachtwoord is: tja, dat zeggen we niet."),
    ("nl", "Betalen kan alleen met pin, vanaf 1000 punten krijg je iets."),
    ("nl", "Het KNMI geeft vandaag code oranje af voor 2 provincies."),
    ("nl", "Met de code ZOMER26 krijg je 10% korting in de winkel."),
    ("nl", "Wachtwoord voor Office365 kwijt? Wij helpen je."),
    ("nl", "Wifi in de bibliotheek is gratis, zonder wachtwoord."),
    ("nl", "Inloggen met DigiD kan vanaf 1 mei 2026."),
    ("nl", "De winkel opent met 2000 bezoekers aan de deur."),
    ("nl", "Je deurcode geef je aan niemand."),
    ("nl", "Bel 14 010 of kom langs."),
    ("nl", "Bel 0800-1234, gratis."),
    ("nl", "Geen spoed, wel politie: 0900-8844."),
    ("nl", "Bel bij nood 112, en anders 113 of 0800-0113."),
    ("nl", "Ons nummer is 088-1234567."),
    ("nl", "Mail info@voorbeeldstad.nl of servicedesk@voorbeeldstad.nl"),
    ("nl", "Vragen? pers@waterschap.example of communicatie@waterschap.example"),
    ("nl", "De vergadering is op 12-05-2026 om 19.30 uur in zaal 4."),
    ("nl", "In 2024, 2025 en 2026 groeide het budget met € 123.456.789."),
    ("nl", "Dat kost 123456782 euro."),
    ("nl", "ISBN 9789012345678 ligt nu in de bieb."),
    ("nl", "KvK 123456782 staat in het register."),
    ("nl", "Volgens artikel 3.2 van de wet mag het."),
    ("nl", "De stand na 90 minuten: 3-1. Wat een wedstrijd #voetbal2026!"),
    ("nl", "Versie 10.4.2 staat klaar, update 2026-05-01."),
    ("nl", "Met 1234 mensen op het plein, en nog 567 in de straat."),
    ("nl", "Wij wonen op nummer 14."),
    ("nl", "De Kerkstraat gaat open, de Dorpsweg dicht."),
    ("nl", "In de Kerkstraat 3 bomen geplant? Nee, 30 mensen hielpen."),
    ("nl", "Kerkstraat 12 mei tot 14 mei afgesloten."),
    ("nl", "We stonden met dertig man in de Kerkstraat. 40 broodjes later was het droog."),
    ("nl", "Op Weg 3 keer zo snel."),
    ("nl", "Postcode 8401 is aan de beurt."),
    ("nl", "Bewoners met postcode 8401 AB krijgen een brief."),
    ("nl", "Van 2025 EN 2026 weten we het al."),
    ("nl", "De A-12-weg is dicht tussen 10-12 en 14-16 uur."),
    ("nl", "Toegangscode vergeten?"),
    ("nl", "Bewaar je wachtwoord kluisachtig."),
    ("nl", "Toegangscode aanvragen kan bij de balie."),
    ("nl", "De toegangscode is persoonlijk."),
    ("nl", "Een goed wachtwoord is tienletterig."),
    ("nl", "Toets in 2026 je kennis over alarm en brand."),
    ("nl", "Tik 2500 stappen op je teller bij de poort."),
    ("nl", "Bij de deur: toets 1 voor Nederlands, toets 2 voor Engels."),
    ("en", "Your access code is on its way."),
    ("en", "The password is case-sensitive."),
    ("nl", "Motie 2026-0123 is aangenomen met 20-15."),
    ("nl", "Zaak gesloten na 2026 dagen? Nee hoor."),
    ("nl", "Er kwamen 12345 meldingen binnen in deze zaak."),
    ("nl", "Geboren in 1971, en nog altijd fit."),
    ("nl", "De schilder is geboren op 30 maart 1853."),
    ("nl", "Lees meer op https://www.voorbeeldstad.nl/wachtwoord-reset"),
    ("nl", "Aanmelden: https://voorbeeldstad.nl/agenda?datum=2026-05-01&plek=hal"),
    ("nl", "Volg @voorbeeldstad en @jan@mastodon.example!"),
    ("nl", "Onze BIG-nummer staat in het register: BIG 49012345601."),
    ("nl", "Ordernummer 123456782 komt morgen."),
    ("nl", "Barcode 8712345678906 scannen."),
    ("nl", "Het hek gaat open op 1 april."),
    ("nl", "Groep 3 en groep 4 gaan naar kamp."),
    ("nl", "Zet je wachtwoordmanager aan."),
    ("nl", "Vul je naam in, wachtwoord vergeten kan."),
    ("nl", "Foutcode 4040 en SBI code 84110 staan in de lijst."),
    ("nl", "Wat een feest!2000 mensen en Kerk & Cultuur 2026!"),
    ("nl", "Aflevering 4 gaat over de vergadering 3 keer zo lang."),
    ("nl", "Wij zijn in Wapenveld, 46 man sterk"),
    ("nl", "Alle 28 kentekens zijn gecheckt."),
    ("nl", "Beste {{voornaam}}, je wachtwoord is {{tijdelijk_ww}}."),
    ("nl", "De speurtocht is voorbij, de code van het slot was 1572."),
    ("en", "Never share your password with anyone."),
    ("en", "Forgot your password? Reset it here."),
    ("en", "Your password is expired. Choose at least 12 characters."),
    ("en", "We will never ask for your PIN or password."),
    ("en", "Use code SUMMER26 at checkout for 10% off."),
    ("en", "Call 101, or 999 in an emergency."),
    ("en", "Ring us on 0300 123 1234 or 0800 111 222."),
    ("en", "NHS 111 can help 24/7."),
    ("en", "Email info@exampletown.gov.uk or press@exampletown.gov.uk"),
    ("en", "Meeting on 12/05/2026 at 19:30 in room 4."),
    ("en", "We won 3-1 in 2026, after 2,345,678 votes."),
    ("en", "It cost £123456782 in all."),
    ("en", "The case has been open since 2024."),
    ("en", "Case closed. File your 2026 return."),
    ("en", "Reference library open 9 to 5."),
    ("en", "12 March Street party is coming."),
    ("en", "Ten of 14 Councils agreed."),
    ("en", "See section 14 Road Traffic Act"),
    ("en", "The password reset page is at https://www.exampletown.gov.uk/reset"),
    ("en", "Window 10 Open Day"),
    ("en", "SW1A 1AA is a nice place."),
    ("en", "Version 2.10.4 is out, key changes below."),
    ("en", "The key 2026 decisions are ours."),
    ("en", "Door code changes tomorrow; ask at the desk."),
    ("en", "Born in 1971, still going."),
    ("en", "Pass the salt: 2026 is a good year."),
    ("en", "COVID19 and WW2 are in the curriculum, GCSE2026 too."),
]

SOMETHING = [
    # BSN
    ("nl", "Mevr. De Wit, BSN 111222333, kreeg bericht.", "bsn", "111222333", True),
    ("nl", "Mijn burgerservicenummer is 111222333.", "bsn", "111222333", True),
    ("nl", "bsn: 1112.22.333", "bsn", "1112.22.333", True),
    ("nl", "Sofinummer 123456782 staat erop", "bsn", "123456782", True),
    ("nl", "BSN-nummer: 123456782", "bsn", "123456782", True),
    ("nl", "mijn nummer is 123456782", "bsn", "123456782", True),
    ("nl", "BSN 123456789", "bsn", "123456789", False),
    ("nl", "Het gaat om 123456782, klopt dat?", "bsn", "123456782", False),
    # IBAN
    ("nl", "Maak over naar NL91 ABNA 0417 1643 00 t.n.v. Hofstra", "iban", "NL91 ABNA 0417 1643 00", True),
    ("nl", "NL91ABNA0417164300 graag", "iban", "NL91ABNA0417164300", True),
    ("nl", "nl91abna0417164300 graag", "iban", "nl91abna0417164300", True),
    ("nl", "op NL12 RABO 0123 4567 89.", "iban", "NL12 RABO 0123 4567 89", False),
    ("en", "Pay GB82 WEST 1234 5698 7654 32 please", "iban", "GB82 WEST 1234 5698 7654 32", True),
    # phone
    ("nl", "Bel hem even: 06-12345678", "phone", "06-12345678", True),
    ("nl", "app naar 06 12 34 56 78!", "phone", "06 12 34 56 78", True),
    ("nl", "tel. 0612345678", "phone", "0612345678", True),
    ("nl", "tel. 06-01234567.", "phone", "06-01234567", True),
    ("nl", "+31 6 12345678, klopt dat?", "phone", "+31 6 12345678", True),
    ("nl", "+31 (0)6 12345678", "phone", "+31 (0)6 12345678", True),
    ("nl", "0031612345678", "phone", "0031612345678", True),
    ("nl", "06.12.34.56.78", "phone", "06.12.34.56.78", True),
    ("nl", "thuis op 0513-123456", "phone", "0513-123456", False),
    ("nl", "(020) 555 12 34", "phone", "(020) 555 12 34", False),
    ("nl", "+32 475 12 34 56", "phone", "+32 475 12 34 56", True),
    ("en", "text you on 07700 900417", "phone", "07700 900417", True),
    ("en", "ring 07911 123456", "phone", "07911 123456", True),
    ("en", "+44 7911 123456", "phone", "+44 7911 123456", True),
    ("en", "at home: 020 7946 0958", "phone", "020 7946 0958", False),
    ("en", "01632 960 123", "phone", "01632 960 123", False),
    ("en", "mobile +353 87 123 4567", "phone", "+353 87 123 4567", True),
    # e-mail
    ("nl", "Mail anja.dejong@hetwerk.example even", "email", "anja.dejong@hetwerk.example", True),
    ("nl", "sannetje1991@gmail.com", "email", "sannetje1991@gmail.com", True),
    ("nl", "j.devries@example.nl", "email", "j.devries@example.nl", False),
    ("en", "write to p.lomax@hightown.example", "email", "p.lomax@hightown.example", True),
    ("en", "bakerman@bakery.example", "email", "bakerman@bakery.example", False),
    # addresses
    ("nl", "Ze woont op Kerkstraat 14 in het dorp", "postal_address", "Kerkstraat 14", True),
    ("nl", "Ze woont op Kerkstr. 14", "postal_address", "Kerkstr. 14", True),
    ("nl", "de mevrouw van Lindelaan 4a.", "postal_address", "Lindelaan 4a", True),
    ("nl", "Prins Hendrikkade 12-A, graag", "postal_address", "Prins Hendrikkade 12-A", True),
    ("nl", "uit de Fazantlaan (nr 9)", "postal_address", "Fazantlaan (nr 9)", True),
    ("nl", "op nummer 12 in de Dorpsstraat", "postal_address", "nummer 12 in de Dorpsstraat", True),
    ("nl", "Stuur naar 8401 AB 14", "postal_address", "8401 AB 14", True),
    ("nl", "8401AB, nr. 14", "postal_address", "8401AB, nr. 14", True),
    ("nl", "Kom naar het stadhuis, Raadhuisplein 1", "postal_address", "Raadhuisplein 1", False),
    ("nl", "bij Veenbrink 7 brandt licht", "postal_address", "Veenbrink 7", False),
    ("en", "went to Mrs Doyle at 14 Fern Close", "postal_address", "14 Fern Close", True),
    ("en", "221b Baker Street", "postal_address", "221b Baker Street", True),
    ("en", "27, Tulip Court", "postal_address", "27, Tulip Court", True),
    ("en", "Flat 3, SW1A 2AA", "postal_address", "3, SW1A 2AA", True),
    ("en", "the library, 2 High Street", "postal_address", "2 High Street", False),
    # plates
    ("nl", "Kenteken 12-TST-9", "licence_plate", "12-TST-9", True),
    ("nl", "de auto met XX-99-99", "licence_plate", "XX-99-99", True),
    ("nl", "Blauwe Golf, GZ-123-X", "licence_plate", "GZ-123-X", True),
    ("nl", "kenteken gz 123 x", "licence_plate", "gz 123 x", True),
    ("nl", "kenteken: 1ABC23", "licence_plate", "1ABC23", True),
    ("en", "the white Golf, AB12 CDE: 94 in a 50", "licence_plate", "AB12 CDE", True),
    ("en", "Reg 171-D-12345", "licence_plate", "171-D-12345", True),
    # numbers of cases and clients
    ("nl", "Uw zaaknummer is Z-2026-01234", "case_number", "Z-2026-01234", True),
    ("nl", "dossier 2024-00871", "case_number", "2024-00871", True),
    ("nl", "Met Z2026-004512 gaat het goed", "case_number", "Z2026-004512", True),
    ("nl", "kenmerk: AB/26/00123", "case_number", "AB/26/00123", True),
    ("nl", "zaaknummer 123456782", "case_number", "123456782", True),
    ("en", "case number 26/01234", "case_number", "26/01234", True),
    ("en", "Case no. HX-44871", "case_number", "HX-44871", True),
    ("en", "crime ref: 47/123456/26", "case_number", "47/123456/26", True),
    ("nl", "cliëntnummer 40071", "client_number", "40071", True),
    ("nl", "patiëntnummer: 0123456", "client_number", "0123456", True),
    ("nl", "Uw klantnummer is 8800123.", "client_number", "8800123", True),
    ("nl", "student (s1234567)", "client_number", "s1234567", False),
    ("en", "NHS number 485 777 3456", "client_number", "485 777 3456", True),
    ("en", "QQ 12 34 56 C", "client_number", "QQ 12 34 56 C", True),
    ("en", "her NI number is AB123456C", "client_number", "AB123456C", True),
    ("en", "patient number A-20931", "client_number", "A-20931", True),
    # dates of birth
    ("nl", "geboortedatum 15-10-1962", "date_of_birth", "15-10-1962", True),
    ("nl", "J. Bosgraaf, geboren op 4 mei 1971 in Joure", "date_of_birth", "4 mei 1971", False),
    ("nl", "geb. 4-2-1971", "date_of_birth", "4-2-1971", True),
    ("en", "DOB 12/03/1980", "date_of_birth", "12/03/1980", True),
    ("en", "date of birth: 3rd May 1999", "date_of_birth", "3rd May 1999", True),
    # keys and links
    ("nl", "sleutel AKIAIOSFODNN7EXAMPLE", "key", "AKIAIOSFODNN7EXAMPLE", True),
    ("en", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "key", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", True),
    ("en", "-----BEGIN PRIVATE KEY-----", "key", "-----BEGIN PRIVATE KEY-----", True),
    ("en", "Bearer nv_9f31c07a55e2", "key", "nv_9f31c07a55e2", True),
    (
        "en",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123",
        "key",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123",
        True,
    ),
    ("nl", "API-sleutel: 8f2c77ab99d1", "key", "8f2c77ab99d1", True),
    (
        "en",
        "postgres://admin:heron@db.example:5432/permits",
        "key",
        "postgres://admin:heron@db.example:5432/permits",
        True,
    ),
    (
        "nl",
        "Via https://x.example.nl/login?token=8f3kQ2 zit je erin.",
        "login_link",
        "https://x.example.nl/login?token=8f3kQ2",
        True,
    ),
    ("nl", "planbord.example/admin?sleutel=8f2c-77ab", "login_link", "planbord.example/admin?sleutel=8f2c-77ab", True),
    (
        "en",
        "https://a.example/reset-password/8f3kq2zz91",
        "login_link",
        "https://a.example/reset-password/8f3kq2zz91",
        True,
    ),
    ("en", "https://meet.example/s/88210?role=host", "login_link", "https://meet.example/s/88210?role=host", False),
    # passwords and codes
    ("nl", "wachtwoord: Welkom2024!", "password", "Welkom2024!", True),
    ("nl", "Wifi in de raadszaal: Welkom2024!", "password", "Welkom2024!", True),
    ("nl", "De wifi-code is tuin1953", "password", "tuin1953", True),
    ("nl", "Netwerk Gasten, wachtwoord zonnebloem.", "password", "zonnebloem", False),
    ("en", "Network Guests, password sunflower.", "password", "sunflower", False),
    ("en", "The alarm code's still 2468.", "password", "2468", True),
    ("nl", "Printcode voor gasten: 7788.", "password", "7788", True),
    ("en", "The key safe by the side door is 0715, help yourself.", "password", "0715", False),
    ("nl", "De sleutelkluis op de achterdeur: draai 1-1-2-2.", "password", "1-1-2-2", False),
    ("nl", "Buiten staan? 112233 werkt bij alle sloten op de gang.", "password", "112233", False),
    ("en", "The staff room door is C1357Y today.", "password", "C1357Y", False),
    ("nl", "Sleutelwoord: BalOverHetNet", "password", "BalOverHetNet", True),
    ("en", "Our API key is in the manual now: 9f3c2a1b77de4c5d", "key", "9f3c2a1b77de4c5d", True),
    ("nl", "Toegangscode lentebries", "password", "lentebries", False),
    ("nl", "De toegangscode is lentebries, kom binnen.", "password", "lentebries", False),
    ("nl", "Log in met je mailadres, inlogcode haringvijver!", "password", "haringvijver!", False),
    ("en", "Wifi password grannysmith.", "password", "grannysmith", False),
    ("nl", "Bij de poort toets je 5580", "password", "5580", False),
    ("nl", "Op het kluisje toets je eerst 5580 en dan trekken.", "password", "5580", False),
    ("en", "At the keypad just enter 5580.", "password", "5580", False),
    ("nl", "Je kunt inloggen met admin/Zomer26", "password", "Zomer26", True),
    ("nl", "pw = Herfst25", "password", "Herfst25", True),
    ("nl", "pincode 4711", "password", "4711", True),
    ("nl", "Gebruik ww Toner!2023", "password", "Toner!2023", True),
    ("nl", "het wachtwoord van de beamer in zaal twee is Beamer2!", "password", "Beamer2!", True),
    ("nl", "Wachtwoord: welkom", "password", "welkom", True),
    ("nl", "naam 'inwoner', wachtwoord 'welkom'", "password", "welkom", True),
    ("nl", "Zomer25 is het wachtwoord", "password", "Zomer25", True),
    ("nl", "De deurcode is 1-9-5-3.", "password", "1-9-5-3", True),
    ("nl", "Bij het hek: 0258 en dan hekje", "password", "0258", True),
    ("nl", "De noodkist staat klaar, code 1953, kom gerust.", "password", "1953", False),
    ("nl", "Mijn geeltje zegt Zomer2025!kassa, haha", "password", "Zomer2025!kassa", False),
    ("nl", "naam gast, wachtwoord gast", "password", "gast", False),
    ("nl", "op zijn scherm: 'admin / Zomer25'", "password", "Zomer25", True),
    ("nl", "log in met je nummer en Herfst-2025-Zorg", "password", "Herfst-2025-Zorg", True),
    ("nl", "Vriendin, code 4417 dus.", "password", "4417", False),
    ("en", "Meeting 884 120, host key 300271", "password", "300271", True),
    ("nl", "Toets 4471 bij de poort", "password", "4471", False),
    ("nl", "Het kluisje gaat open met 7-7-0-2.", "password", "7-7-0-2", False),
    ("nl", "Deelnemerscode 884 213", "password", "884 213", True),
    ("nl", "De code van de achterdeur is 2580", "password", "2580", True),
    ("nl", "toegangscode tZx9qR", "password", "tZx9qR", True),
    ("en", "door code 1234#", "password", "1234#", True),
    ("en", "we're in the hall, door code C1947Y", "password", "C1947Y", True),
    ("en", "The password is Tulip-88", "password", "Tulip-88", True),
    ("en", "log on with frontdesk / Tulip-88", "password", "Tulip-88", True),
    ("en", "user shiftlead, Sunflower77", "password", "Sunflower77", True),
    ("en", "password: swordfish", "password", "swordfish", True),
    ("en", "The wifi password is 'heron'", "password", "heron", True),
    ("en", "4471# opens every door", "password", "4471#", True),
    ("en", "PIN 4711", "password", "4711", True),
    ("en", "gate code is still 1953", "password", "1953", True),
    ("en", "star 2580 hash", "password", "2580", True),
    ("nl", "Op mijn schermpje staat Herfst2024!balie.", "password", "Herfst2024!balie", False),
    ("nl", "De deurcode is 4 8 2 1.", "password", "4 8 2 1", True),
    ("nl", "De code van het toilet is 1234, graag gedaan", "password", "1234", True),
    ("nl", "Toiletcode 2468, fijne vlucht.", "password", "2468", True),
    ("nl", "iPad-code: 1-1-1-1", "password", "1-1-1-1", True),
    ("nl", "Wachtwoord? Gewoon Kerststal25", "password", "Kerststal25", True),
    ("nl", "Het slot op het hek gaat open bij 1-9-5-3.", "password", "1-9-5-3", False),
    ("en", "username guest password guest", "password", "guest", False),
    ("en", "Gradebook login is sub / sub", "password", "sub", True),
]


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_what_is_no_identifier(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(("lang", "text", "kind", "part", "sure"), SOMETHING)
def test_what_is_an_identifier(lang: str, text: str, kind: str, part: str, sure: bool) -> None:
    assert found(text, lang) == [(kind, part, sure)]


CONTACTS = (
    "0513-123456",
    "+31 6 12345678",
    "Anja@stad.example",
    "Raadhuisplein 1, 8401 AB Gorredijk",
    "079-3300000 (balie)",
)


@pytest.mark.parametrize(
    "text",
    [
        "Bel 0513 12 34 56",
        "Bel +31513123456",
        "App 06-12345678",
        "anja@stad.example",
        "Raadhuisplein 1",
        "079 330 00 00",
    ],
)
def test_the_organisations_own_contacts_are_left_out(text: str) -> None:
    context = Context(organisation=Organisation(public_contacts=CONTACTS))
    assert found(text, "nl", context) == []
    assert found(text, "nl") != []


def test_only_asked_kinds_are_found_in_order() -> None:
    document = Document("Bel 06-12345678 of mail jan.bos@werk.example, BSN 111222333", "nl")
    kinds = frozenset({IdentifierKind.BSN, IdentifierKind.PHONE})
    assert [item.kind for item in identifiers_of(document, kinds)] == [IdentifierKind.PHONE, IdentifierKind.BSN]


def test_an_identifier_does_not_print_its_value() -> None:
    (item,) = identifiers(Document("Bel 06-12345678", "nl"))
    assert item.value == "+31612345678"
    assert "1234" not in repr(item)


@pytest.mark.parametrize(
    ("kind", "text", "masked"),
    [
        ("phone", "06-12345678", "06-••••••78"),
        ("phone", "+31 6 12345678", "+31 • ••••••78"),
        ("email", "jan.bos@werk.nl", "j•••@•••.nl"),
        ("email", "a@b.nl", "•••@•••.nl"),
        ("bsn", "111222333", "•••••••33"),
        ("bsn", "1112.22.333", "••••.••.•33"),
        ("iban", "NL91ABNA0417164389", "NL••••••••••••••89"),
        ("iban", "NL91 ABNA 0417 1643 89", "NL•• •••• •••• •••• 89"),
        ("password", "Welkom2024!", "••••••••"),
        ("password", "4711", "••••••••"),
        ("key", "AKIAIOSFODNN7EXAMPLE", "••••••••"),
        ("login_link", "https://x.nl/?token=12345", "••••••••"),
        ("licence_plate", "12-TST-9", "••-•••-9"),
        ("postal_address", "Kerkstraat 14", "K••••••••• ••"),
        ("case_number", "2024-00871", "••••-•••71"),
        ("client_number", "4007", "••••"),
        ("date_of_birth", "15-10-1962", "••-••-••••"),
    ],
)
def test_masks(kind: str, text: str, masked: str) -> None:
    assert mask(text, kind) == masked


def test_random_numbers_are_rarely_taken_for_a_bsn() -> None:
    chance = random.Random(11)
    numbers = [str(chance.randrange(100_000_000, 1_000_000_000)) for _ in range(500)]
    items = [item for number in numbers for item in identifiers(Document(f"Het werd {number}.", "nl"))]
    assert not [item for item in items if item.sure]
    assert len(items) < 75


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_spans_lie_in_any_text_and_do_not_overlap(text: str, lang: str) -> None:
    _assert_sound(text, lang)


_PIECES = st.sampled_from(
    [
        "wachtwoord", ":", "is", "111222333", "06-12345678", "Welkom2024!", "é", "\u200b", "\ud800", "🙂",
        "NL91ABNA0417164300", "Kerkstraat", "14", "BSN", "8401 AB", "zaak", "geb.", "4-2-1971", "door code",
        "1234#", "/", "a.b@c.nl", "https://x.nl/?token=abc1", "\n", "'", "-", "nummer", "+31", "(0)", "2026"
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14), st.sampled_from(["", " "]), st.sampled_from(["nl", "en"]))
def test_spans_lie_in_texts_full_of_signs(pieces: list[str], glue: str, lang: str) -> None:
    _assert_sound(glue.join(pieces), lang)


def _assert_sound(text: str, lang: str) -> None:
    end = 0
    for item in identifiers(Document(text, lang)):
        assert end <= item.span.start < item.span.end <= len(text)
        end = item.span.end


@given(st.text(), st.sampled_from(IdentifierKind))
def test_a_mask_shows_at_most_four_characters_of_the_value(text: str, kind: IdentifierKind) -> None:
    masked = mask(text, kind)
    if kind is not IdentifierKind.EMAIL:
        assert sum(character.isalnum() for character in masked) <= 4
    if kind in {IdentifierKind.PASSWORD, IdentifierKind.KEY, IdentifierKind.LOGIN_LINK}:
        assert masked == "••••••••"


@pytest.mark.parametrize(
    "piece",
    [
        "06-12345678 ",
        "1",
        "a",
        "Kerkstraat ",
        "wachtwoord is ",
        "A1-",
        "x/",
        "NL91 ",
        "-----BEGIN ",
        "a@",
        "eyJ",
        "1 ",
        "Ab1!",
        "14 Fern ",
        "://a:b",
        "ab-",
        "a/b.",
        "x=y&",
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_time_stays_linear(piece: str, lang: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(isinstance(item, Identifier) for item in identifiers(Document(text, lang)))
