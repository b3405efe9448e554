"""Identifiers in a draft: numbers, addresses and secrets that point to one person or open one door.

What is public anyway (14 0xx, 0800, info@, an organisation's own contacts) is not an identifier here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language import credentials
from postlint.language.credentials import Found, word_set
from postlint.language.patterns import LazyPattern
from postlint.language.tokens import Token, TokenKind, fold, tokens


class IdentifierKind(StrEnum):
    """What an identifier is."""

    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    POSTAL_ADDRESS = "postal_address"
    LICENCE_PLATE = "licence_plate"
    CASE_NUMBER = "case_number"
    CLIENT_NUMBER = "client_number"
    DATE_OF_BIRTH = "date_of_birth"
    KEY = "key"
    PASSWORD = "password"  # noqa: S105 (a kind's name, not a password)
    LOGIN_LINK = "login_link"


class Identifier(NamedTuple):
    """An identifier in the draft.

    `value` is what it stands for, normalised: digits of a BSN, a phone number as +31612345678, a compact IBAN, small
    letters for an e-mail address. `sure` is false where the form alone leaves room for something harmless: nine
    digits without the word BSN, a landline, a street that may be a public building's.
    """

    span: Span
    kind: IdentifierKind
    value: str
    sure: bool

    def __repr__(self) -> str:
        """Without the value: it must not end up in a log or a traceback."""
        return f"<Identifier {self.kind} {self.span.start}:{self.span.end} sure={self.sure}>"


class _Signs(NamedTuple):
    """What tells at little cost that a kind cannot occur."""

    folded: str
    digits: int


@view
def _signs(document: Document) -> _Signs:
    encoded = document.text.encode("utf-8", "surrogatepass")
    return _Signs(document.text.casefold(), len(encoded) - len(encoded.translate(None, b"0123456789")))


# --- numbers that follow a word -------------------------------------------------------------------------------------


def _labels(text: str) -> frozenset[str]:
    """The labels in `text`, which commas part."""
    return frozenset(" ".join(label.split()) for label in text.split(","))


_BSN_LABELS = _labels(
    """
    bsn, bsn nummer, burgerservicenummer, sofinummer, sofi nummer, burger service nummer
    """
)
_CASE_LABELS_STRONG = _labels(
    """
    zaaknummer, zaaknr, dossiernummer, dossiernr, meldingsnummer, meldnummer, meldingnummer, referentienummer,
    parketnummer, rolnummer, aanvraagnummer, klachtnummer, bezwaarnummer, ticketnummer, kenmerk, zaakkenmerk,
    procesnummer, beschikkingsnummer, proces-verbaalnummer, vergunningnummer, incidentnummer, zaak nummer, zaak id,
    dossier nummer, case number, case no, case nr, case ref, case reference, case id, file number, file no, file
    ref, reference number, ref number, ref no, our ref, your ref, complaint number, complaint no, complaint ref,
    claim number, claim no, crime number, crime reference, crime ref, crime reference number, incident number,
    docket number, ticket number, ticket no
    """
)
_CASE_LABELS = _CASE_LABELS_STRONG | _labels(
    "zaak, dossier, melding, klacht, referentie, case, file, ref, reference, docket"
)
_CLIENT_LABELS = _labels(
    """
    clientnummer, clientnr, patientnummer, patientnr, klantnummer, klantnr, debiteurnummer, debiteurennummer,
    relatienummer, lidnummer, lidmaatschapsnummer, polisnummer, studentnummer, studentnr, leerlingnummer,
    personeelsnummer, medewerkersnummer, paspoortnummer, rijbewijsnummer, rekeningnummer, verzekerdennummer,
    inschrijfnummer, deelnemernummer, contractnummer, abonneenummer, mrn, client number, client no, client id,
    customer number, customer no, customer id, patient number, patient no, patient id, hospital number, nhs number,
    nhs no, national insurance, national insurance number, ni number, nino, pps number, ppsn, account number,
    account no, policy number, policy no, membership number, member number, student number, student id, passport
    number, passport no, social security number, ssn, utr, sort code, v nummer, a nummer, bank account
    """
)
_BIRTH_LABELS_STRONG = _labels(
    """
    geb, geboortedatum, geboorte datum, dob, date of birth, birth date, birthdate
    """
)
_BIRTH_LABELS = _BIRTH_LABELS_STRONG | {"geboren", "born"}
_CONNECTORS = frozenset(": = . # - – ( is was nr nummer no number id ref code op on onder van luidt met has".split())
_NUMBER_VALUE = LazyPattern(
    r"[A-Za-z]{0,5}[-/. ]?\d[A-Za-z0-9]*(?:[-/.][A-Za-z0-9]+)*(?:[ -]\d{2,4}(?![\d:,.]\d)\b)*(?: [A-D]\b)?"
)
_BSN_VALUE = LazyPattern(r"\d(?:[ .-]?\d){7,8}(?![\d.,-]?\d)")
_MONTHS = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|juni?|june?|juli?|july?|"
    "aug(?:ustus|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_FULL_DATE = LazyPattern(
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d\b|(?:19|20)\d\d-\d\d-\d\d\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th|e)? (?:of )?(?:{_MONTHS})\.?,? (?:19|20)\d\d\b"
    rf"|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_FIRST_BIRTH_YEAR = 1915  # who was born earlier is no longer a private person


@cache
def _first_words(labels: frozenset[str]) -> frozenset[str]:
    return frozenset(label.split()[0] for label in labels)


class _Labelled(NamedTuple):
    """A value that follows a label: `zaaknummer: Z-2026-01234`."""

    label: str
    match: re.Match[str]


def _labelled(document: Document, labels: frozenset[str], value: LazyPattern) -> Iterator[_Labelled]:
    """What `value` matches right after one of `labels`, with at most five connecting words or marks between them."""
    firsts = _first_words(labels)
    if firsts.isdisjoint(word_set(document)):
        return
    row = tokens(document)
    for place, token in enumerate(row):
        if token.norm not in firsts:
            continue
        label, after = _label_at(row, place, labels)
        if label:
            match = value.match(document.text, _skip_connectors(row, after))
            if match:
                yield _Labelled(label, match)


def _label_at(row: tuple[Token, ...], place: int, labels: frozenset[str]) -> tuple[str, int]:
    """The longest of `labels` that starts at `place`, and the place after it; hyphens in it do not count."""
    found, after, label = "", place, ""
    for here in range(place, min(place + 5, len(row))):
        if row[here].norm == "-":
            continue
        label = f"{label} {row[here].norm}".lstrip()
        if label in labels:
            found, after = label, here + 1
    return found, after


def _skip_connectors(row: tuple[Token, ...], place: int) -> int:
    """Where the text goes on after the connectors from `place` on; a place past the end where nothing follows."""
    for here in range(place, min(place + 6, len(row))):
        if row[here].norm not in _CONNECTORS:
            return row[here].span.start
    return row[-1].span.end


def _bsn(document: Document) -> Iterator[Found]:
    from stdnum.nl import bsn  # heavy: not on the cold path

    labelled = {labelled.match.start() for labelled in _labelled(document, _BSN_LABELS, _BSN_VALUE)}
    labelled |= {match.start(1) for match in _MY_NUMBER.finditer(document.text)}
    elsewhere = _label_starts(document)
    for match in _BARE_BSN.finditer(document.text):
        named, digits = match.start() in labelled, _alphanumeric(match.group())
        valid = bool(bsn.is_valid(digits))
        if named or (valid and len(digits) == 9 and match.start() not in elsewhere):
            yield Span(*match.span()), digits, named and valid


_BARE_BSN = LazyPattern(r"(?<![\w.,€£$+#@/=-])(?<![€£$] )\d(?:[ .-]?\d){7,8}(?![\w€%]|[.,/:-]\d| ?(?:euro|EUR)\b)")
_MY_NUMBER = LazyPattern(r"\bmijn (?:nummer|bsn) is (\d(?:[ .-]?\d){7,8})(?!\d)", re.IGNORECASE)


@view
def _label_starts(document: Document) -> frozenset[int]:
    """Where numbers start that a label says to be something else than a BSN."""
    labels = _CASE_LABELS | _CLIENT_LABELS | _NOT_PERSONAL_LABELS
    return frozenset(labelled.match.start() for labelled in _labelled(document, labels, _NUMBER_VALUE))


_NOT_PERSONAL_LABELS = _labels(
    """
    kvk, rsin, btw, big, isbn, issn, anbi, tel, telefoon, ordernummer, order, bestelnummer, artikel, artikelnummer,
    vat, charity, company, vergadernummer, vergadering, meeting, webinar, big nummer, kvk nummer, big nr, company
    number, charity number, charity no, meeting id
    """
)


def _case_number(document: Document) -> Iterator[Found]:
    for label, match in _labelled(document, _CASE_LABELS, _NUMBER_VALUE):
        strong = label in _CASE_LABELS_STRONG
        if _digits(match.group()) >= (4 if strong else 5) and not _FULL_DATE.match(match.group()):
            yield Span(*match.span()), _alphanumeric(match.group()), True
    for match in _BARE_CASE.finditer(document.text) if _signs(document).digits >= 6 else ():
        yield Span(*match.span()), _alphanumeric(match.group()), True


_BARE_CASE = LazyPattern(r"(?<![\w-])(?:Z|ZK|ZAAK|INC|CAS|CRN|ZN)[-/. ]?(?:19|20)?\d\d[-/.]\d{4,8}\b")


def _client_number(document: Document) -> Iterator[Found]:
    for label, match in _labelled(document, _CLIENT_LABELS, _NUMBER_VALUE):
        if _digits(match.group()) >= 4 and not _IBAN.match(match.group()):
            yield Span(*match.span()), _alphanumeric(match.group()), label != "national insurance" or _is_nino(match)
    if _signs(document).digits < 6:
        return
    for match in _NINO.finditer(document.text):
        yield Span(*match.span()), _alphanumeric(match.group()), True
    for match in _STUDENT.finditer(document.text):
        yield Span(*match.span()), match.group(), False


def _is_nino(match: re.Match[str]) -> bool:
    return _NINO.match(match.group()) is not None


_NINO = LazyPattern(r"(?<![\w-])[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\w-])")
_STUDENT = LazyPattern(r"(?<![\w/@.-])[su]\d{7}(?![\w@.-])")


def _date_of_birth(document: Document) -> Iterator[Found]:
    for label, match in _labelled(document, _BIRTH_LABELS, _FULL_DATE):
        year = re.search(r"(?:19|20)\d\d", match.group())
        if year is None or int(year.group()) >= _FIRST_BIRTH_YEAR:
            yield Span(*match.span()), match.group(), label in _BIRTH_LABELS_STRONG


# --- numbers that their form gives away -----------------------------------------------------------------------------

_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "GB": 22, "IE": 22, "FR": 27, "LU": 20, "ES": 24, "IT": 27, "PT": 25, "AT": 20,
    "CH": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "PL": 28, "TR": 26, "LT": 20, "EE": 20, "LV": 21, "CZ": 24,
    "SK": 24, "HU": 28, "RO": 24, "BG": 22, "GR": 27, "HR": 21, "SI": 19, "MT": 31, "CY": 28,
}  # fmt: skip
_IBAN = LazyPattern(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?:[ .-]?[A-Za-z0-9]){11,27}")
_BANK_FORM = LazyPattern(r"(?:NL\d\d[A-Z]{4}|(?:GB|IE)\d\d[A-Z]{4}|BE\d\d)\d+", re.IGNORECASE)


def _iban(document: Document) -> Iterator[Found]:
    from stdnum import iban  # heavy: not on the cold path

    for match in _IBAN.finditer(document.text):
        length = _IBAN_LENGTHS.get(match.group()[:2].upper(), 0)
        end = _end_of_alphanumerics(document.text, match.start(), length)
        compact = _alphanumeric(document.text[match.start() : end]).upper()
        if not length or end > match.end() or document.text[end : end + 1].isalnum():
            continue
        valid = bool(iban.is_valid(compact, check_country=False))
        if valid or _BANK_FORM.fullmatch(compact):
            yield Span(match.start(), end), compact, valid


def _end_of_alphanumerics(text: str, start: int, count: int) -> int:
    """The end of the `count`th letter or digit of `text` from `start` on."""
    for place in range(start, len(text)):
        count -= text[place].isalnum()
        if count <= 0:
            return place + 1
    return len(text) + 1


_PHONE_SIGN = LazyPattern(r"(?<![\w.,/])(?:\+|\(?0)[\d(][\d\s()./–-]{6,}\d")
_DUTCH_MOBILE = LazyPattern(r"(?<![\w.,/+-])(?:\+31 ?(?:\(0\))? ?|0031 ?|0)6(?:[ .-]{0,3}\d){8}(?![ -]?\d)")
_BRITISH_PHONE = LazyPattern(
    r"(?<![\w.,/+-])(?:\+44 ?(?:\(0\))? ?|0044 ?|0)(?:7\d{3}|1\d{2,4}|2\d)(?:[ -]?\d){6,8}(?![ -]?\d)"
)
_PUBLIC_PHONE = LazyPattern(
    r"(?:\+31|0)(?:800|90[069]|88|140)|14\d\d|\+31140?\d|\+44(?:3|80|84|87|9|11[68])|\+353(?:1[58]|818)"
)
_MOBILE = LazyPattern(r"\+(?:316|447|3538|324|49 ?1[567]|336|337)")


def _phone(document: Document) -> Iterator[Found]:
    if not _PHONE_SIGN.search(document.text):
        return
    region, example, country = ("NL", _DUTCH_MOBILE, "+31") if document.lang == "nl" else ("GB", _BRITISH_PHONE, "+44")
    spans = list(_valid_phones(document.text, region))
    # A number kept for examples (06-01234567, 07700 900123) is no valid one, and counts like a real one.
    for match in example.finditer(document.text):
        digits = re.sub(r"\(0\)|\D", "", match.group())
        national = digits.removeprefix("00").removeprefix(country[1:]).removeprefix("0")
        spans.append((Span(*match.span()), country + national))
    taken = bytearray(len(document.text))
    for span, number in spans:
        before = document.text[max(0, span.start - 8) : span.start]
        if _take(taken, span) and not _PUBLIC_PHONE.match(number) and not _BESIDE_AMOUNT.search(before):
            yield span, number, _MOBILE.match(number) is not None


def _take(taken: bytearray, span: Span) -> bool:
    """Mark `span` as taken; false where a part of it was."""
    if any(taken[span.start : span.end]):
        return False
    taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return True


_BESIDE_AMOUNT = LazyPattern(r"(?:[€£$]|ISBN|KvK|kvk|nr\.) ?$")


def _valid_phones(text: str, region: str) -> Iterator[tuple[Span, str]]:
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number  # heavy: not on the cold path

    for match in PhoneNumberMatcher(text, region):
        raw = match.raw_string
        if raw.lstrip("(").startswith(("0", "+")):
            yield Span(match.start, match.end), format_number(match.number, PhoneNumberFormat.E164)


_SIDECODES = (
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L",
    "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
)  # fmt: skip


def _dutch_plates(separators: tuple[str, ...], flags: re.RegexFlag = re.NOFLAG) -> LazyPattern:
    shapes = "|".join(sidecode.replace("-", separator) for separator in separators for sidecode in _SIDECODES)
    return LazyPattern(rf"(?<![\w-])(?:{shapes})(?![\w-])".replace("9", "[0-9]").replace("L", "[A-Z]"), flags)


_DUTCH_PLATE = _dutch_plates(("-",))
_DUTCH_PLATE_LOOSE = _dutch_plates(("-", " ", ""), re.IGNORECASE)
_IRISH_COUNTIES = "C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|W|WH|WX|WW"
_BRITISH_PLATE = LazyPattern(
    rf"(?<![\w-])(?:[A-Z]{{2}}\d\d ?[A-Z]{{3}}|\d{{2,3}}-(?:{_IRISH_COUNTIES})-\d{{3,6}})(?![\w-])"
)
_PLATE_WORDS = LazyPattern(
    r"\b(?:kenteken|nummerplaat|kentekenplaat|registration|reg|number plate|licence plate|license plate|plate)\b",
    re.IGNORECASE,
)
_PLATE_REACH = 40  # code points between the word "kenteken" and a plate in loose form


def _licence_plate(document: Document) -> Iterator[Found]:
    text = document.text
    folded = _signs(document).folded
    if document.lang == "nl" and "-" not in folded and "kenteken" not in folded and "plaat" not in folded:
        return
    words = [match.span() for match in _PLATE_WORDS.finditer(text)]
    strict = _DUTCH_PLATE if document.lang == "nl" else _BRITISH_PLATE
    for match in strict.finditer(text):
        if not _LOOKS_LIKE_DATE.search(match.group()):
            yield (
                Span(*match.span()),
                _alphanumeric(match.group()),
                document.lang == "nl" or bool(words) or not text.isupper(),
            )
    for start, end in words:
        for match in _DUTCH_PLATE_LOOSE.finditer(text, max(0, start - _PLATE_REACH), end + _PLATE_REACH):
            yield Span(*match.span()), _alphanumeric(match.group()).upper(), True


_LOOKS_LIKE_DATE = LazyPattern(r"JAN|FEB|MRT|MAR|APR|MEI|MAY|JUN|JUL|AUG|SEP|OKT|OCT|NOV|DEC")

# --- addresses ------------------------------------------------------------------------------------------------------

_ROLE_ADDRESS = LazyPattern(
    r"(?:info|informatie|contact|klantcontact|klantenservice|kcc|loket|balie|receptie|gemeente|post|postbus|mail|pers|"
    r"press|persvoorlichting|woordvoering|media|redactie|communicatie|communications|comms|editor|news|nieuws|hello|"
    r"hallo|hi|help|helpdesk|support|service|servicedesk|customerservices?|enquiries|inquiries|office|admin|"
    r"administratie|secretariaat|griffie|bestuur|directie|team|vacatures?|jobs|hr|werkenbij|recruitment|sales|verkoop|"
    r"orders?|facturen|facturatie|finance|crediteuren|privacy|fg|dpo|avg|security|abuse|postmaster|webmaster|web|"
    r"noreply|no-reply|events?|aanmelden|inschrijven|tickets|kaarten|reserveren|bookings?|planning|council|"
    r"councillors?|democracy|feedback|klachten|complaints|melding(?:en)?|meldpunt|stadhuis|wijkteam|sociaalteam|wonen|"
    r"parkeren|afval|groen|leden|members?|bibliotheek|library|school|studio)(?:[._-]?\w+)?"
    r"|.*(?:redactie|team|desk|loket|balie|punt|service|office)",
)
_PERSONAL_DOMAIN = LazyPattern(
    r"(?:gmail|hotmail|outlook|live|icloud|me|yahoo|ymail|proton|protonmail|pm|gmx|ziggo|kpnmail|planet|xs4all|home|"
    r"casema|hetnet|chello|upcmail|quicknet|telfort|tele2|online|zonnet|btinternet|sky|talktalk|virginmedia|ntlworld|"
    r"eircom|mail|aol|msn)\.(?:com|nl|net|co\.uk|org|me|ie|eu|de|be|org\.uk|example)$|(?:mailbox|postbus)\.example$"
)
_EXAMPLE_DOMAIN = LazyPattern(r"(?:\w+\.)*(?:example|voorbeeld)\.(?:com|org|net|nl|be|eu|co\.uk|ie)$")
_PERSONAL_LOCAL = LazyPattern(r"[^\W\d_]{1,12}(?:[._-][^\W\d_]{1,12})*[._-][^\W\d_]{2,}(?:\d{0,4}|[._-]\w+)")


def _has_address(folded: str) -> bool:
    """Whether an @ stands right after a letter or digit: before a handle stands none."""
    return any(part[-1:].isalnum() for part in folded.split("@")[:-1])


def _email(document: Document) -> Iterator[Found]:
    for token in tokens(document):
        if (
            token.kind is TokenKind.EMAIL
            and "://" not in document.text[max(0, token.span.start - 40) : token.span.start].split(" ")[-1]
        ):
            local, _, domain = token.norm.rpartition("@")
            if not _ROLE_ADDRESS.fullmatch(local) and local != domain.split(".")[0]:
                personal = _PERSONAL_DOMAIN.search(domain) or _PERSONAL_LOCAL.fullmatch(local)
                yield token.span, token.norm, bool(personal) and not _EXAMPLE_DOMAIN.match(domain)


_DUTCH_STREET = (
    r"[^\W\d_]*(?:straat|str|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|hof|pad|park|erf|burg|wal|"
    r"oord|brink|veld|horst|markt|hage|kamp|akker|baan|dam|haven|boulevard|steiger|stede|donk|gaarde|meent|weide|kaai|"
    r"vest|vaart|sluis|poort)"
)
_SURE_STREET = LazyPattern(r"(?:straat|str|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|hof|gaarde)$")
_DUTCH_ADDRESS = LazyPattern(
    r"(?<![\w@#/.])(?:[A-Z][^\W\d_]{1,30} ){0,2}(?P<name>[A-Z](?:[^\W\d_]|[-'’]){1,40})(?:(?<=str)\.)?"
    r"(?P<between> ?\(|, | )(?:(?:huis)?(?:nr|nummer|no)\.? ?)?"
    r"(?P<number>[1-9]\d{0,3}(?: ?[a-hA-H]\b|[-/ ](?:[IVX]{1,4}|[A-Z]\d?|\d{1,3})\b)?)\)?"
    r"(?![\w%€]|[.,:/-]\d| (?:uur|u|euro|jaar|km|kilometer|meter|m|maal|keer|mensen|woningen|bomen|dagen|minuten|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
)
_NUMBER_FIRST = LazyPattern(
    r"\b(?:nummer|nr\.?|huisnummer) (?P<number>[1-9]\d{0,3}[a-hA-H]?) (?:in|van|aan|op) (?:de|het|'t) "
    r"(?P<name>[A-Z][^\W\d_]*)\b"
)
_STREET_NAME = LazyPattern(_DUTCH_STREET, re.IGNORECASE)
_NOT_STREETS = frozenset(
    """
    weg markt park veld dam haven oord ring kamp sportpark vliegveld snelweg noord bibliotheek etappe rijksweg
    autoweg industriepark bedrijvenpark vakantiepark ijsbaan atletiekbaan zwembaan uitweg onderweg voetpad
    fietspad luchthaven aanbeveling hotpot tijdvak opdracht
    """.split()
)
_POSTCODE = LazyPattern(r"(?<![\w.,-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\w-])")
_NOT_POSTCODES = LazyPattern(
    r"(?:19|20)\d\d ?(?:EN|IN|OP|IS|AL|DE|EK|WK|BC|AD|OF|TE|ER|JE|WE|OM|VS|AM|PM|TO|AT|BY|OR|NL|UK|EU|MB|GB|KM)$"
)
_BESIDE_POSTCODE = LazyPattern(
    r"(?:[,: ]|\bnr\.?|\bnummer|\bhuisnummer|\()*(?P<number>[1-9]\d{0,4} ?[a-zA-Z]?)(?![\w%€]|[.,:/-]\d)"
)
_BEFORE_POSTCODE = LazyPattern(r"(?<![\w.,:/-])[1-9]\d{0,3}(?:[ -]?[a-zA-Z])?[, ]*$")
_BRITISH_STREET = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Court|Ct|Way|Place|Terrace|Crescent|Gardens|Grove|Square|Sq|Hill|"
    r"Row|Walk|Mews|View|Green|Parade|Rise|Boulevard|Blvd|Cottages|Buildings|Quay|Wharf"
)
_BRITISH_ADDRESS = LazyPattern(
    rf"(?<![\w.,:/£$€-])(?P<number>(?:[Ff]lat |[Aa]partment |[Nn]umber |[Nn]o\.? )?[1-9]\d{{0,3}}[a-fA-F]?),? "
    rf"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    rf"(?P<name>(?:[A-Z][\w'’.-]{{0,30}},? ){{1,3}}?(?:{_BRITISH_STREET}))\b(?! (?:of|Day|Run|Party)\b)"
)
_BRITISH_POSTCODE = LazyPattern(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\w-])")
_PUBLIC_PLACE = LazyPattern(
    r"\b(?:stadhuis|gemeentehuis|raadhuis|raadzaal|bibliotheek|bieb|school|basisschool|college|kantoor|gemeentekantoor|"
    r"wijkcentrum|wijkbureau|buurthuis|dorpshuis|museum|theater|kerk|zaal|sporthal|zwembad|station|winkel|milieustraat|"
    r"gemeentewerf|werf|inloop\w*|stembureau|locatie|adres|\w*vestiging(?:en)?|loket|cafe|café|restaurant|ziekenhuis|"
    r"kom naar|komen naar|"
    r"town hall|city hall|library|church|hall|centre|center|offices?|hospital|theatre|gallery|venue|polling|surgery|"
    r"clinic|shop|pub|depot|hub|council|arts)\b",
    re.IGNORECASE,
)
_PLACE_REACH = 60  # code points before an address in which a public building may be named


def _postal_address(document: Document) -> Iterator[Found]:
    for span in _dutch_addresses(document.text) if document.lang == "nl" else _british_addresses(document.text):
        before = document.text[max(0, span.start - _PLACE_REACH) : span.start]
        within = span.of(document.text)
        sure = not _PUBLIC_PLACE.search(before) and not _PUBLIC_PLACE.search(within) and _certain_street(within)
        yield span, " ".join(within.split()), sure


def _certain_street(address: str) -> bool:
    """Whether the form leaves no doubt: a postcode, an English street, or a Dutch ending such as -straat."""
    if _POSTCODE.search(address) or _BRITISH_POSTCODE.search(address) or address[:1].isdigit():
        return True
    return any(_SURE_STREET.search(word.strip("().,").casefold()) for word in address.split())


def _dutch_addresses(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        if _NOT_POSTCODES.match(match.group()):
            continue
        after, before = (
            _BESIDE_POSTCODE.match(text, match.end()),
            _BEFORE_POSTCODE.search(text, max(0, match.start() - 8), match.start()),
        )
        if after or before:
            yield Span(before.start() if before else match.start(), match.end() if before or not after else after.end())
    for pattern in (_DUTCH_ADDRESS, _NUMBER_FIRST):
        for match in pattern.finditer(text):
            name = match["name"]
            doubtful = "," in match.group() and not _SURE_STREET.search(name)
            if _STREET_NAME.fullmatch(name) and fold(name) not in _NOT_STREETS and not doubtful:
                yield Span(match.start(), match.end())


def _british_addresses(text: str) -> Iterator[Span]:
    for match in _BRITISH_ADDRESS.finditer(text):
        yield Span(*match.span())
    for match in _BRITISH_POSTCODE.finditer(text):
        before = _BEFORE_POSTCODE.search(text, max(0, match.start() - 8), match.start())
        if before:
            yield Span(before.start(), match.end())


# --- the table of readers -------------------------------------------------------------------------------------------


class _Reader(NamedTuple):
    """How a kind is found, and what must be there before it is looked for."""

    may_occur: Callable[[_Signs], bool]
    read: Callable[[Document], tuple[Found, ...]]


def _reader(read: Callable[[Document], Iterable[Found]], may_occur: Callable[[_Signs], bool]) -> _Reader:
    def all_found(document: Document) -> tuple[Found, ...]:
        return tuple(read(document))

    return _Reader(may_occur, view(all_found))


# In order of precedence: where two overlap, the first is kept.
_READERS: Mapping[IdentifierKind, _Reader] = {
    IdentifierKind.KEY: _reader(credentials.keys, lambda signs: credentials.may_hold_key(signs.folded, signs.digits)),
    IdentifierKind.LOGIN_LINK: _reader(credentials.login_links, lambda signs: "/" in signs.folded),
    IdentifierKind.EMAIL: _reader(_email, lambda signs: _has_address(signs.folded)),
    IdentifierKind.IBAN: _reader(_iban, lambda signs: signs.digits >= 12),
    IdentifierKind.PHONE: _reader(_phone, lambda signs: signs.digits >= 9),
    IdentifierKind.CASE_NUMBER: _reader(_case_number, lambda signs: signs.digits >= 4),
    IdentifierKind.CLIENT_NUMBER: _reader(_client_number, lambda signs: signs.digits >= 4),
    IdentifierKind.BSN: _reader(_bsn, lambda signs: signs.digits >= 8),
    IdentifierKind.DATE_OF_BIRTH: _reader(_date_of_birth, lambda signs: signs.digits >= 4),
    IdentifierKind.LICENCE_PLATE: _reader(_licence_plate, lambda signs: signs.digits >= 2),
    IdentifierKind.POSTAL_ADDRESS: _reader(_postal_address, lambda signs: signs.digits >= 1),
    IdentifierKind.PASSWORD: _reader(
        credentials.passwords, lambda signs: credentials.may_hold_password(signs.folded, signs.digits)
    ),
}


_ALL_KINDS = frozenset(IdentifierKind)


@view
def identifiers(document: Document) -> tuple[Identifier, ...]:
    """All identifiers of the draft in order; none overlap."""
    return identifiers_of(document, _ALL_KINDS)


def identifiers_of(document: Document, kinds: frozenset[IdentifierKind]) -> tuple[Identifier, ...]:
    """The identifiers of the asked `kinds` in order; none overlap, and other kinds are not looked for."""
    signs = _signs(document)
    kept: list[Identifier] = []
    taken = bytearray(len(document.text))
    for kind, (may_occur, read) in _READERS.items():
        if kind in kinds and may_occur(signs):
            for span, value, sure in read(document):
                if _take(taken, span) and not _is_public(document, kind, value):
                    kept.append(Identifier(span, kind, value, sure))
    return tuple(sorted(kept, key=lambda identifier: identifier.span))


def _is_public(document: Document, kind: IdentifierKind, value: str) -> bool:
    """Whether the organisation itself gives `value` as its contact."""
    contacts = document.context.organisation.public_contacts
    if not contacts or kind in _SECRETS:
        return False
    if kind is IdentifierKind.PHONE:
        national = value[-9:]
        return any(national in re.sub(r"\D", "", contact) for contact in contacts)
    plain = _alphanumeric(value)
    return any(plain in _alphanumeric(contact) for contact in contacts)


def _alphanumeric(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


# --- masks ----------------------------------------------------------------------------------------------------------

_SECRETS = frozenset({IdentifierKind.PASSWORD, IdentifierKind.KEY, IdentifierKind.LOGIN_LINK})
_HIDDEN = "••••••••"
_SHOWN: Mapping[IdentifierKind, tuple[int, int]] = {
    IdentifierKind.BSN: (0, 2),
    IdentifierKind.IBAN: (2, 2),
    IdentifierKind.PHONE: (2, 2),
    IdentifierKind.POSTAL_ADDRESS: (1, 0),
    IdentifierKind.LICENCE_PLATE: (0, 1),
    IdentifierKind.CASE_NUMBER: (0, 2),
    IdentifierKind.CLIENT_NUMBER: (0, 2),
}
"""How many letters or digits of a kind stay readable, from the start and from the end."""
_LEAST_HIDDEN = 4  # letters or digits that a mask hides at the least


def mask(text: str, kind: IdentifierKind | str) -> str:
    """`text` with what it gives away replaced by dots: `06-••••••78`, `j•••@•••.nl`.

    Of a password, key or login link nothing is left, its length neither.
    """
    if kind in _SECRETS:
        return _HIDDEN
    if kind == IdentifierKind.EMAIL and "@" in text:
        return _masked_email(text)
    first, last = _SHOWN.get(IdentifierKind(kind), (0, 0))
    places = [place for place, character in enumerate(text) if character.isalnum()]
    if len(places) < first + last + _LEAST_HIDDEN:
        first = last = 0
    shown = {*places[:first], *places[len(places) - last :]}
    return "".join(
        character if place in shown or not character.isalnum() else "•" for place, character in enumerate(text)
    )


def _masked_email(text: str) -> str:
    local, _, domain = text.rpartition("@")
    _, dot, country = domain.rpartition(".")
    return f"{local[:1] if len(local) > 1 else ''}•••@•••{dot}{country if dot else ''}"
