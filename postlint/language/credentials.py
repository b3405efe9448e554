"""Keys, passwords, codes and login links that a draft gives away.

The shape of the value decides: talk of passwords ("deel nooit je wachtwoord") has none and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from postlint.document import Document, Span, casefolded, view
from postlint.language.patterns import LazyPattern
from postlint.language.tokens import fold, tokens

Found = tuple[Span, str, bool]
"""Where something is, its normalised value, and whether its form leaves no doubt."""

# --- keys -----------------------------------------------------------------------------------------------------------

_KEY = LazyPattern(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^-]{0,8000}-----END [A-Z ]{0,40}PRIVATE KEY-----)?"
    r"|\b[a-z][a-z0-9+]{2,20}://[^\s/:@]{1,64}:[^\s/@]{2,64}@[^\s]+"  # an address with a password in it
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"  # a JSON Web Token
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{12,20}|\bgh[opsur]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{16,}"
    r"|\bxox[abprs]-[\w-]{10,}"
    r"|\b[spr]k_(?:live|test)_\w{8,}|\bsk-(?:[a-z]+-)?[\w-]{16,}|\bAIza[\w-]{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}"
    r"|\bhf_[A-Za-z]{20,}|\bnpm_\w{30,}|\bpypi-[\w-]{30,}|\bya29\.[\w-]{20,}|\bdop_v1_\w{30,}|\bshp(?:at|ss)_\w{20,}"
    r"|\bwhsec_\w{16,}|\bhttps://hooks\.slack\.com/services/[\w/]{8,}"
    r"|\b(?:tok|token|key|apikey|api|secret|sec|live)[_-](?:[A-Za-z]+[_-])?(?=[A-Za-z0-9]*\d[A-Za-z])[A-Za-z0-9]{8,}"
)
_LABELLED_KEY = LazyPattern(
    r"\b(?:api[ -]?(?:key|sleutel|token)|access[ -]?(?:key|token)|secret[ -]?key|client[ -]?secret|bearer|"
    r"auth[ -]?token|"
    r"toegangssleutel|token|geheime sleutel|private key|secret)(?: is| =|:|=| luidt)?:? ?[\"'“‘`]?"
    r"(?P<value>(?=[\w.+/-]{0,40}\d)(?=[\w.+/-]{0,40}[A-Za-z])[A-Za-z0-9][\w.+/-]{8,}[\w=])",
    re.IGNORECASE,
)
_TOLD_KEY = LazyPattern(  # with words in between: "our API key for the test server is in the manual now: 9f3c2a…"
    r"\b(?:api[ -]?(?:key|sleutel|token)|access[ -]?(?:key|token)|toegangssleutel|secret[ -]?key)s?\b"
    r"[^.!?:\n]{1,60}[:=] ?"
    r"[\"'“‘`]?(?P<value>(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])[A-Za-z0-9][\w-]{14,})",
    re.IGNORECASE,
)
_KEY_SIGNS = (
    *("_", "://", "akia", "asia", "eyj", "-----begin", "sk-", "glpat", "xox", "aiza", "sg.", "pypi-", "ya29.", "tok"),
    *("key", "sleutel", "secret", "bearer"),
)


def may_hold_key(folded: str, digits: int) -> bool:
    """Whether `folded` (the draft in small letters) holds a sign of a key; nearly every key has digits."""
    if digits == 0 and "://" not in folded and "-----" not in folded:
        return False
    return any(sign in folded for sign in _KEY_SIGNS)


def keys(document: Document) -> Iterator[Found]:
    """API keys, tokens, private keys and addresses with a password in them."""
    for match in _KEY.finditer(document.text):
        yield Span(*match.span()), match.group(), True
    for pattern in (_LABELLED_KEY, _TOLD_KEY):
        for match in pattern.finditer(document.text):
            yield Span(*match.span("value")), match["value"], True


# --- login links ----------------------------------------------------------------------------------------------------

_LINK = LazyPattern(r"(?<![\w.-])(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d+)?/[^\s<>\"“”‘’]*")
_SURE_PARAMETER = LazyPattern(
    r"[?&#](?:[a-z_-]{0,20}token|sleutel|api_?key|auth|auth_?key|jwt|sig|signature|x-amz-signature|secret|password|"
    r"wachtwoord|passw?d?|otp|magic|reset|ticket|session|sessionid|sid|login_?key|rlkey)=[\w.%~+/-]{4,}",
    re.IGNORECASE,
)
_DOUBTFUL_PARAMETER = LazyPattern(
    r"[?&#](?:key|code|pin|pwd|role=(?:host|1\b)|open=|invite|uitnodiging|usp=sharing|share|auto=1)\b", re.IGNORECASE
)
_SURE_PATH = LazyPattern(
    r"/(?:password-?reset|reset-?password|reset|wachtwoord-?(?:reset|herstel|vergeten)|magic-?(?:link)?|verify|activate|"
    r"activeer|bevestig|sso|inloggen|login)/(?=[\w-]*\d)[\w-]{8,}",
    re.IGNORECASE,
)


def login_links(document: Document) -> Iterator[Found]:
    """Links that let anyone in who has them: with a token, a signature or a password; shared ones are not sure."""
    for match in _LINK.finditer(document.text):
        link = match.group().rstrip(".,;:!?)'")
        sure = bool(_SURE_PARAMETER.search(link) or _SURE_PATH.search(link))
        if sure or _DOUBTFUL_PARAMETER.search(link):
            yield Span(match.start(), match.start() + len(link)), link, sure


# --- passwords and codes --------------------------------------------------------------------------------------------

_PASSWORD_ENDS = (
    *("wachtwoord", "paswoord", "password", "passcode", "deurcode", "poortcode", "hekcode", "slotcode", "kluiscode"),
    *("kastcode", "kastjecode", "ingangcode", "ingangscode", "hokcode", "printcode", "kopieercode", "pincode"),
    "smscode",
)
_CODE_SIGNS = (
    *("toegangscode", "inlogcode", "deelnamecode", "deelnemerscode", "wificode", "wifi-code"),
    *("access code", "entry code", "login code", "door code", "wifi code", "wi-fi code"),
)
SIGNS = (
    *_PASSWORD_ENDS,
    *_CODE_SIGNS,
    *("wachtzin", "passphrase", "sleutelwoord", "key phrase", "pw", "ww", "admin", "login is", "inlog is", "-----"),
)
"""What a draft without any digit or address has, in small letters, if it gives a password or a key."""


def may_hold_password(folded: str, digits: int) -> bool:
    """Whether `folded` (the draft in small letters) may hold a password or code; `passwords` looks closer."""
    return digits > 0 or any(sign in folded for sign in SIGNS)


_PASSWORD_LABELS = frozenset(
    """
    ww pw pwd passwd passphrase passcode wachtzin wachtwoordzin w8woord pincode pin passwordphrase wificode
    wifipassword wifikey toegangscode inlogcode deurcode poortcode alarmcode kluiscode sleutelcode slotcode
    kastcode kluisjecode cijfercode hekcode entreecode deelnemerscode deelnamecode vergadercode beveiligingscode
    verificatiecode bevestigingscode garagecode slagboomcode sleutelkastcode sleutelkluiscode activeringscode
    herstelcode doorcode gatecode entrycode accesscode keycode lockcode keypadcode lockboxcode keysafecode
    toiletcode wccode keldercode bergingcode schuurcode boxcode liftcode zaalcode kantoorcode ipadcode tabletcode
    kassacode printercode laptopcode tillcode shedcode restroomcode officecode cellarcode
    safecode securitycode verificationcode logincode hostkey networkkey guestkey netwerksleutel wifisleutel
    sleutelwoord keyphrase copiercode photocopiercode printerpin printpin otp 2facode authenticatorcode textcode
    gasttoegang roomcode meetingcode padlockcode barriercode unlockcode doorpin entrypin gatepin
    """.split()
)
_WEAK_LABELS = frozenset({"code", "wifi", "login", "inlog"})
_LABEL_WORDS = (
    _PASSWORD_LABELS | _WEAK_LABELS | frozenset("key sleutel toegang phrase zin fi code's pin's pw's".split())
)
"""Words of which one stands in every label but those of `_PASSWORD_ENDS`, also where a label is written apart."""
_CODE_ACCESS = LazyPattern(
    r"\b(?:deur\w*|\w*deur|\w*poort\w*|\w*hek|\w*kist|\w*slot|kluis\w*|alarm|wifi|inlog\w*|log|login|toegang\w*|ingang|"
    r"entree|binnen|sleutel\w*|\w*kastje\w*|slagboom|garage|lift|kast|\w*stalling|toilet|wc|\w*kelder|berging|"
    r"schuur|kantine|kleedkamer|loods|kassa|tablet|ipad|laptop|beamer|printer|"
    r"door|gate|lock|locked|keypad|padlock|barrier|entrance|entry|let yourself in|key ?safe|safe|shed|"
    r"network|room|locker|cupboard|kiosk|hall|wi-fi|loo|restroom|cellar|till|projector)\b",
    re.IGNORECASE,
)
_HARMLESS_CODE = LazyPattern(
    r"\b(?:korting\w*|actie\w*|voucher\w*|discount|promo\w*|\d+ ?%|bestel\w*|winkel|aanbieding|postcode|"
    r"checkout|shop)\b",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    """
    is : = wordt blijft luidt nog nu gewoon weer steeds altijd dus staat op nieuw nieuwe van vandaag voor het de
    deze dit week daar hier ook onze ons jullie dan en met als still just now currently today the for this
    remains stays to our set by dag morgen 's middags iedereen zelfs - – — al jaren sinds eigenlijk simpelweg
    heel simpel tijdelijk
    """.split()
)
_JOINING = frozenset({":", "=", "is", "blijft", "luidt", "wordt", "remains", "stays"})
_PREPOSITIONS = frozenset("voor van in for of on to from sinds uit via bij naar per tot since until aan with".split())
_LIKENING = frozenset("als zoals like bijvoorbeeld bijv. e.g. say".split())
_NO_CODE_AFTER = _PREPOSITIONS | _LIKENING
_REACH = 9  # words between a label and a value of strong shape
_COUNTED = frozenset(
    """
    tekens karakters keer maal dagen weken maanden jaar uur minuten cijfers letters woorden euro mensen
    characters digits times days weeks months years hours minutes words people accounts percent procent stuks
    pogingen attempts nummers van of
    """.split()
)
_NO_VALUES = frozenset(
    """
    verlopen gewijzigd veranderd vergeten kwijt gehackt gelekt geheim veilig onveilig sterk zwak nodig vereist
    bekend verplicht hetzelfde anders aangepast ingesteld geblokkeerd juist onjuist fout goed niet geen expired
    changed forgotten lost hacked leaked secret safe unsafe strong weak required needed not no wrong correct the
    same tips hier here reset bekijk lees see read why waarom hoe how en and of or een a an onbekend unknown ja
    nee yes opnieuw aanvragen wijzigen invullen oranje rood geel groen orange red yellow amber green zwart black
    persoonlijk personal private
    """.split()
)
_OTHER_CODES = frozenset(
    """
    error zip area postal sbi icd dress tax source building country sic colour product fout branche kleur land
    qr bar css html cpv gwb cbs nace highway penal fire
    """.split()
)
_ACCESS_WORDS = frozenset(
    """
    wifi gastenwifi gastwifi wifinetwerk netwerk gastnetwerk inloggen inlog login opent ontgrendel ontgrendelen
    opens unlock unlocks network hotspot beamer alarm kluis keypad logt log signin
    """.split()
)
_ENTERING = frozenset(
    "toets toetst tik tikt typ typt punch press enter key dial tap toetsen tikken draai draait turn".split()
)
_ENTERED = frozenset("intoetsen ingeven intikken intypen invoeren".split())
_CLOSING_KEY = frozenset("hekje sterretje hash # star ster pound".split())
_OPENING_WORDS = frozenset(
    """
    opent open opens unlock unlocks slot alarm kluis kluisje sleutelkastje sleutelkluisje hek poort lock disarm
    keypad padlock safe deur door gate
    """.split()
)


_NAMING = frozenset(
    """
    user username gebruiker gebruikersnaam account naam login inlog inlognaam log admin network netwerk netwerknaam
    ssid wifi
    """.split()
)
_LOCKS = frozenset(
    """
    keysafe safe lockbox padlock keypad sleutelkastje sleutelkluis sleutelkluisje kluis kluisje hangslot cijferslot
    codeslot
    """.split()
)
"""What has a code of its own: "the key safe is 0715"."""
_GETS_IN = frozenset("works opens unlocks werkt opent ontgrendelt past".split())
_ALL_LOCKS = frozenset("lock locks door doors slot sloten deur deuren kluisje kluisjes locker lockers".split())
_KEYPAD_WORDS = _ENTERING | _ENTERED | _CLOSING_KEY | _OPENING_WORDS | _LOCKS | _GETS_IN


class _Chunk(NamedTuple):
    """A piece of text between spaces: the value it may be, and what it reads as."""

    start: int
    end: int
    value: str
    word: str
    quoted: bool
    ends: bool


_CHUNK = LazyPattern(r"[^\s:=/]+(?=[:=](?!//))|[:=](?=\s)|[:=](?!//)|[^\s]+")
_OPENING, _CLOSING = "\"'“‘’`„«(<*_", "\"'”’‘`»)>.,;:?*_"
_QUOTES = frozenset("\"'“”‘’`„«»")
_ENDS = frozenset(".?!;)")


@view
def word_set(document: Document) -> frozenset[str]:
    """The words of the draft, each once, by which much can be told not to be there."""
    return frozenset([token.norm for token in tokens(document)])


@view
def _chunks(document: Document) -> tuple[_Chunk, ...]:
    return tuple(_chunk(match) for match in _CHUNK.finditer(document.text))


def _chunk(match: re.Match[str]) -> _Chunk:
    whole = match.group()
    if whole.isalnum():  # as most are
        return _Chunk(match.start(), match.end(), whole, fold(whole), False, False)
    if whole in {":", "=", "/"}:
        return _Chunk(match.start(), match.end(), whole, whole, quoted=False, ends=False)
    value = whole.lstrip(_OPENING)
    start = match.start() + len(whole) - len(value)
    value = value.rstrip(_CLOSING)
    closing = whole[start - match.start() + len(value) :]
    quoted = whole[0] in _QUOTES and bool(_QUOTES.intersection(closing))
    word = fold(value.rstrip("!")).replace("-", "").removesuffix("'s") if value.strip("-–—") else whole
    ends = value.endswith("!") or not _ENDS.isdisjoint(closing)
    return _Chunk(start, start + len(value), value, word, quoted, ends)


# No label is needed for `Stadhuis#24` or `Zomer2025!kassa`.
_UNLABELLED = LazyPattern(
    r"(?<![\w@#/&=.-])[A-Z][a-z]{2,20}(?:[!#$@&*]\d{2,4}[!#$@&*]?(?![\w@#])|\d{2,4}[!#$@&*][a-z]{2,20}(?![\w@#]|\.\w))"
)


_BESIDE_DIGIT = LazyPattern(r"\d[!#$@&*]|[!#$@&*]\d")


def passwords(document: Document) -> Iterator[Found]:
    """Passwords, pins and door codes whose value stands in the draft; its words tell which sorts it may have."""
    text, words = document.text, word_set(document)
    folded = casefolded(document)
    marked = _BESIDE_DIGIT.search(text) is not None
    if not words.isdisjoint(_LABEL_WORDS) or any(sign in folded for sign in (*_PASSWORD_ENDS, "w8woord")):
        yield from _labelled(document)
    if "/" in text or not words.isdisjoint(_NAMING):
        yield from _pairs(document)
    if not words.isdisjoint(_ACCESS_WORDS) or "fi" in words or "login" in folded:
        yield from _beside_access_words(_chunks(document))
    if marked or not words.isdisjoint(_KEYPAD_WORDS):
        yield from _keypad_codes(_chunks(document), document)
    for match in _UNLABELLED.finditer(text) if marked else ():
        yield Span(*match.span()), match.group(), False


def _labelled(document: Document) -> Iterator[Found]:
    """Values after or before a label: "wachtwoord: Zomer26", "Zomer26 is het wachtwoord"."""
    row = _chunks(document)
    for place in range(len(row)):
        after = _label_end(row, place)
        value = (_value_after(row, place, after, document) or _value_before(row, place)) if after else None
        if value:
            yield value


def _label_end(row: tuple[_Chunk, ...], place: int) -> int:
    """The place after the label that starts at `place`; 0 where none does."""
    word = row[place].word
    following = row[place + 1].word if place + 1 < len(row) and not row[place].ends else ""
    if word + following in _PASSWORD_LABELS and following:
        return place + 2
    if word in _PASSWORD_LABELS or word.endswith(_PASSWORD_ENDS) or word in _WEAK_LABELS:
        return place + 1
    return 0


def _value_after(row: tuple[_Chunk, ...], label: int, after: int, document: Document) -> Found | None:
    """The value that follows the label at `label`, if what follows has the shape of one."""
    weak = row[label].word in _WEAK_LABELS and after == label + 1
    if row[after - 1].ends and not _is_asked(document, row[after - 1]):
        return None
    if weak and _HARMLESS_CODE.search(_around(document, row[label])):
        return None
    if weak and not _CODE_ACCESS.search(_around(document, row[label])):
        return _bare_code(row, label)
    joined, fillers_only = False, True
    for place in range(after, min(after + _REACH, len(row))):
        value = _value_at(row, place, _Way(weak, joined, fillers_only, place == after))
        if value or row[place].ends:
            return value
        joined = joined or row[place].word in _JOINING
        fillers_only = fillers_only and (row[place].word in _FILLERS or row[place].word in _JOINING)
    return None


class _Way(NamedTuple):
    """What lies between a label and a word: whether a joining word ("is", a colon) does, and only fillers do."""

    weak: bool
    joined: bool
    fillers_only: bool
    directly: bool


def _value_at(row: tuple[_Chunk, ...], place: int, way: _Way) -> Found | None:
    """The password at `place`, if that word has the shape of one after such a way from its label."""
    chunk, before = row[place], row[place - 1].word
    if _is_strong(chunk.value) and before not in _PREPOSITIONS and (way.fillers_only or len(chunk.value) >= 6):
        return _found(chunk, sure=before not in _LIKENING)
    near = way.fillers_only or before in _JOINING
    if near and before not in _NO_CODE_AFTER and _single_digits(row, place) >= _LEAST_DIGITS:
        return _spaced_found(row, place, sure=not way.weak or before in _JOINING)
    if near and before not in _NO_CODE_AFTER and _is_digits(row, place):
        return _digits_found(row, place, sure=not way.weak or before in _JOINING)
    if not way.weak and _is_word_value(row, place, way):
        return _found(chunk, sure=chunk.quoted or before in {":", "="})
    return None


def _is_asked(document: Document, label: _Chunk) -> bool:
    """Whether the label asks for itself ("Wachtwoord? Gewoon 'lente'"), so that what follows answers."""
    return document.text.startswith("?", label.end)


def _bare_code(row: tuple[_Chunk, ...], label: int) -> Found | None:
    """Four digits or more right after the bare word "code", where no word before makes it another kind of code."""
    value = label + 1
    if row[label].word != "code" or value >= len(row) or (label and row[label - 1].word in _OTHER_CODES):
        return None
    return _digits_found(row, value, sure=False) if len(row[value].value) >= 4 and _is_digits(row, value) else None


def _value_before(row: tuple[_Chunk, ...], label: int) -> Found | None:
    """The value in "Zomer25 is het wachtwoord" or "4711 is the code"."""
    for place in range(label - 1, max(0, label - 5), -1):
        value = row[place - 1]
        if row[place].ends:
            return None
        if row[place].word in {"is", "as", "als"} and _is_strong(value.value):
            return _found(value, sure=True)
        if row[place].word == "is" and _is_digits(row, place - 1):
            return _digits_found(row, place - 1, sure=True)
    return None


_STRONG = LazyPattern(
    r"(?=[^\s{}\[\]]{5,40}$)(?=\S*[^\W\d_])(?:(?=\S*\d)(?=\S*[!@$&*?+^#_~%-])\S+"
    r"|[^\W\d_]{2,}\d{1,8}[^\W\d_]*\d*[!#@$&*?]*|\d{1,4}[^\W\d_]{2,}[^\W_]*[!#@$&*?]*"
    r"|\w*[^\W\d_]\d+[^\W\d_]\w*[!#@$&*?]*"
    r"|[^\W\d_]+[!@$&*?+^#_~%][^\W\d_]+|(?:[A-Z][a-z]{1,12}){3,5})"
)
_NOT_STRONG = LazyPattern(
    r"https?:|www\.|.*\.(?:nl|com|org|eu|uk|example)\b|@\w|#\w"
    r"|\d+(?:st|nd|rd|th|e|de|ste|x|jarige?|km|kg|mb|gb|cm|mm|m2|uur|min)!*$"
    r"|(?:office|windows|covid|under|wifi|microsoft|ios|web|digid|iphone|formule|top|mp|v|versie|kanaal|zaal|groep|"
    r"lokaal|kamer|room|euro|m|b|a|e|n)-?\d{1,3}!*$"
    r"|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\d+-[a-z]+$|[a-z]{1,4}-\d{1,2}$|\d+[.,:]\d+|(?-i:[A-Z]{2,}-?\d{2,4}$)",
    re.IGNORECASE,
)


def _is_strong(value: str) -> bool:
    """Whether `value` looks like nothing but a password: letters mixed with digits or with marks in between."""
    return bool(_STRONG.match(value)) and not _NOT_STRONG.match(value)


_DIGITS = LazyPattern(r"\d{3,8}[#*]{0,2}|\d(?:-\d){2,7}[#*]?|\*\d{3,8}#")


def _is_digits(row: tuple[_Chunk, ...], place: int) -> bool:
    """Whether a code in digits stands at `place`: `4711`, `1234#`, `1-9-5-3`; not a count."""
    following = row[place + 1].word if place + 1 < len(row) and not row[place].ends else ""
    return _DIGITS.fullmatch(row[place].value.rstrip("!")) is not None and following not in _COUNTED


_LEAST_DIGITS = 4  # in a row, each apart, are a code ("4 8 2 1")


def _single_digits(row: tuple[_Chunk, ...], place: int) -> int:
    """How many digits stand in a row from `place`, each apart, before the sentence ends."""
    count = 0
    while place + count < len(row) and row[place + count].value.isdigit() and len(row[place + count].value) == 1:
        count += 1
        if row[place + count - 1].ends:
            break
    return count


def _spaced_found(row: tuple[_Chunk, ...], place: int, *, sure: bool) -> Found:
    digits = row[place : place + _single_digits(row, place)]
    return Span(digits[0].start, digits[-1].end), " ".join(chunk.value for chunk in digits), sure


def _digits_found(row: tuple[_Chunk, ...], place: int, *, sure: bool) -> Found:
    """The code at `place`, with the groups of digits that go on after it (`482 913`)."""
    end = place
    while end + 1 < len(row) and not row[end].ends and row[end + 1].value.isdigit() and len(row[place].value) == 3:
        end += 1
    chunk = row[place]
    value = chunk.value.rstrip("!") if end == place else " ".join(part.value for part in row[place : end + 1])
    stop = row[end].end if end > place else chunk.start + len(value)
    return Span(chunk.start, stop), value, sure


def _is_word_value(row: tuple[_Chunk, ...], place: int, way: _Way) -> bool:
    """Whether the word at `place` is given as a password: in quotes, or alone after a colon."""
    chunk, before = row[place], row[place - 1].word
    if chunk.word in _NO_VALUES or chunk.word in _FILLERS or len(chunk.value) < 3:
        return False
    if chunk.value.startswith("http") or chunk.value.isdigit() or not chunk.value[0].isalnum():
        return False
    if chunk.quoted:
        return way.joined or way.directly
    last = place + 1 == len(row) or chunk.ends
    if before == "=" or (before == ":" and last):
        return True
    apart = last or row[place + 1].start > chunk.end + 1  # a mark follows
    telegram = way.directly and (place < 2 or row[place - 2].ends or row[place - 2].word not in _DETERMINERS)
    return apart and (telegram or before == "is") and _is_coined(chunk.value.rstrip("!"))


_LEAST_COINED = 5  # letters
_DETERMINERS = frozenset(
    "de het een je uw jouw mijn ons onze jullie hun zijn haar the a your my our their his her".split()
)
_SIZES: tuple[Literal["small", "large"], ...] = ("small", "large")
"""Of lists of words: the large ones have all words of the small ones, and take ten times as long to load."""
_NO_NAME_ENDS = tuple("ig ige lijk lijke baar bare loos loze end ende ed able ing eerd".split())


def _is_coined(word: str) -> bool:
    """Whether the word is in no dictionary, as a password made of two words is ("toegangscode lentebries")."""
    if len(word) < _LEAST_COINED or not word.isalpha() or word.endswith(_NO_NAME_ENDS):
        return False
    from postlint.language.frequencies import frequencies  # most drafts do without

    lists = ((lang, size) for size in _SIZES for lang in ("nl", "en"))
    return not any(word.lower() in frequencies(lang, size) for lang, size in lists)


def _found(chunk: _Chunk, *, sure: bool) -> Found:
    return Span(chunk.start, chunk.end), chunk.value, sure


_WINDOW = 90  # code points around a word in which an access word counts


def _around(document: Document, chunk: _Chunk) -> str:
    return document.text[max(0, chunk.start - _WINDOW) : chunk.end + _WINDOW]


_PAIR = LazyPattern(
    r"(?<![\w/.:])(?P<name>[\w.-]{2,30}) ?/ ?(?P<value>[^\s/,;()\"”’]{3,40}?)(?=[.,;)\"'”’!?]*(?:\s|$))"
)
_NAMED_PAIR = LazyPattern(
    r"\b(?:user(?:name)?|gebruiker(?:snaam)?|account|naam|login|inlog(?:naam)?|"
    r"log(?:in)? (?:in )?(?:met|als|as|with)):? "
    r"[\"'‘“]?[\w.@-]{2,40}[\"'’”]?(?:,| en| and| met| with)? (?:(?:ww|wachtwoord|password|pw|pass|code):? )?(?:is )?"
    r"(?P<value>[^\s,;()]{4,40})",
    re.IGNORECASE,
)
_NAMED_WORDS = LazyPattern(
    r"\b(?:user(?:name)?|gebruiker(?:snaam)?|naam|login|inlognaam|network|netwerk|netwerknaam|ssid|wi-?fi):? "
    r"[\"'‘“]?[\w.@-]{2,40}[\"'’”]?(?:, ?| )"
    r"(?:en |and )?(?:ww|wachtwoord|password|pw|key|sleutel):? (?:is |ook |also )?[\"'‘“]?(?P<value>[\w-]{3,40})",
    re.IGNORECASE,
)
_LOGIN_WORD = LazyPattern(
    r"\b(?:log|logs|login|logt|inlog\w*|ingelogd|aanmelden|sign in|account\w*|user\w*|gebruiker\w*|wachtwoord|password|"
    r"credentials|wifi|admin|beheer)\b",
    re.IGNORECASE,
)


def _pairs(document: Document) -> Iterator[Found]:
    """The second half of "admin/Zomer26" and "user frontdesk, Tulip88"."""
    for match in _PAIR.finditer(document.text):
        name, value = match["name"], match["value"].rstrip(".?")
        near = document.text[max(0, match.start() - _WINDOW) : match.end() + _WINDOW]
        given = _is_strong(value) or name == "admin" or (name == value and not value.isdigit())
        if given and _LOGIN_WORD.search(near):
            yield _half(match, value, sure=True)
    for match in _NAMED_PAIR.finditer(document.text):
        value = match["value"].rstrip(".?'’\"”")
        if _is_strong(value):
            yield _half(match, value, sure=True)
    for match in _NAMED_WORDS.finditer(document.text):
        if match["value"].casefold() not in _NO_VALUES | _FILLERS:
            yield _half(match, match["value"], sure=False)


def _half(match: re.Match[str], value: str, *, sure: bool) -> Found:
    start = match.start("value")
    return Span(start, start + len(value)), value, sure


def _beside_access_words(row: tuple[_Chunk, ...]) -> Iterator[Found]:
    """A value of the firmest shape (`Welkom2024!`) in a sentence about getting in ("Wifi in de raadszaal: …")."""
    since = _REACH + 1
    for chunk in row:
        since = 0 if chunk.word in _ACCESS_WORDS or chunk.word.endswith("login") else since + 1
        if 0 < since <= _REACH and _FIRM.fullmatch(chunk.value) and not _NOT_STRONG.match(chunk.value):
            yield _found(chunk, sure=chunk.value[-1] in "!#$*" or not chunk.value.isalnum())
        if chunk.ends and since:
            since = _REACH + 1


_FIRM = LazyPattern(
    r"[A-Z][^\W\d_]{3,}(?:[!@#$&*_-]?\d{1,4}[-!@#$&*]?[^\W\d_]*|[!@#$&*-][A-Za-z]+[-!@#$&*]?\d{1,4}[!@#$&*]?)"
)


def _keypad_codes(row: tuple[_Chunk, ...], document: Document) -> Iterator[Found]:
    """Codes in digits that open a door: `4471#`, "toets 2580 bij de poort", "het hek gaat open met 1379"."""
    for place, chunk in enumerate(row):
        if _LETTERED.fullmatch(chunk.value) and not _LOCKS_AND_DOORS.isdisjoint(_words_before(row, place)):
            yield _found(chunk, sure=False)
        elif chunk.value[:1].isdigit() and _is_digits(row, place):
            sure = _is_keypad_code(row, place, document)
            if sure is not None:
                yield _digits_found(row, place, sure=sure)


def _is_keypad_code(row: tuple[_Chunk, ...], place: int, document: Document) -> bool | None:
    """True or False (sure or not) where the digits at `place` are a code; None where they are not."""
    chunk = row[place]
    after = [following.word for following in row[place + 1 : place + 5]]
    if chunk.value.endswith(("#", "*#")) or _CLOSING_KEY.intersection(after[: 1 if chunk.ends else 4]):
        return True
    if _ENTERED.intersection(after[:1]):
        return True
    closes = chunk.ends or not after or after[0] in _AFTER_ENTERED
    if closes and _entering(row, place) and _CODE_ACCESS.search(_around(document, chunk)):
        return False
    if _GETS_IN.intersection(after[:1]) and not _ALL_LOCKS.isdisjoint(after):
        return False
    return False if _closes(row, place, document) and _is_of_a_lock(row, place) else None


def _closes(row: tuple[_Chunk, ...], place: int, document: Document) -> bool:
    """Whether the clause ends with the digits."""
    following = row[place + 1].word if place + 1 < len(row) else ""
    return row[place].ends or document.text.startswith(",", row[place].end) or following in _GOES_ON


_GOES_ON = frozenset(("", "en", "and", "dan", "then"))


def _is_of_a_lock(row: tuple[_Chunk, ...], place: int) -> bool:
    """Whether the words before the digits make them the code of a lock: "the safe is 0715", "opens with 1379"."""
    before, earlier = row[place - 1].word if place else "", _words_before(row, place)
    if before in {"is", "=", "blijft"} and earlier & _LOCKS:
        return True
    timeless = not _TIME.fullmatch(row[place].value)
    with_it = before in {"met", "with"} or (before in {"op", "on", "bij", "at"} and timeless)
    return with_it and bool(earlier & _OPENING_WORDS)


def _words_before(row: tuple[_Chunk, ...], place: int) -> set[str]:
    """The words shortly before `place`."""
    return {previous.word for previous in row[max(0, place - 6) : place]}


_LETTERED = LazyPattern(r"[CX]\d{4}[XYZ]?")
"""A code of the mechanical locks with letters and digits: `C1357Y`."""
_LOCKS_AND_DOORS = _LOCKS | _ALL_LOCKS
_TIME = LazyPattern(r"(?:[01]\d|2[0-3])[0-5][05]")
"""What may be a time of the day ("doors open at 1930")."""


_AFTER_ENTERED = frozenset("in en dan voor bij op om het de and then to for at on the".split())
_BETWEEN = frozenset(
    "je u jullie dan eerst nu hier daar in op het hem naar code nummer : the you just then in number now it to".split()
)


def _entering(row: tuple[_Chunk, ...], place: int) -> bool:
    """Whether the digits at `place` are what to enter: "toets 2580", "toets je 2580", "tik dan in: 2580"."""
    here = place - 1
    while here > max(0, place - 4) and row[here].word in _BETWEEN and not row[here].ends:
        here -= 1
    return here >= 0 and row[here].word in _ENTERING and not row[here].ends
