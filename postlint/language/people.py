"""People and organisations that a draft speaks of, and which of them an insult can be aimed at.

Persons show by title, by name or by their relation to someone; offices, groups, media and organisations by words from
`offices`. Nothing here knows who someone is: a name without an office counts as a private person's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from postlint.document import DisjointSpans, Document, Span, view
from postlint.language import offices
from postlint.language.names import FIRST_NAMES, NEVER_ALONE, PARTICLES, SURNAMES, TITLES, WORDLIKE_FIRST_NAMES
from postlint.language.sentences import sentences_at
from postlint.language.tokens import Token, TokenKind, fold, tokens


class MentionKind(StrEnum):
    """Whom or what a mention stands for; `pronoun` occurs among targets alone."""

    PRIVATE_PERSON = "private_person"
    PUBLIC_OFFICE = "public_office"
    OWN_ORGANISATION = "own_organisation"
    ORGANISATION = "organisation"
    GROUP = "group"
    MEDIUM = "medium"
    PRODUCT = "product"
    HANDLE = "handle"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, organisation or group in the draft.

    `span` leaves out "de" and "the". `name` is the name as written, without title or office, where there is one.
    `identifiable` says of a private person that the form narrows it to one: a surname, "mijn buurvrouw", "de patiënt
    op kamer 12"; a first name alone does not.
    """

    span: Span
    kind: MentionKind
    name: str | None = None
    identifiable: bool = False

    def __repr__(self) -> str:
        """Without the name: it must not end up in a log or a traceback."""
        return f"<Mention {self.kind} {self.span.start}:{self.span.end}>"


# --- the tables of words --------------------------------------------------------------------------------------------


class _Entry(NamedTuple):
    """The words of an entry after the first, its kind, and its exact spelling where capitals matter."""

    rest: tuple[str, ...]
    kind: MentionKind
    exact: str | None


_LISTS: tuple[tuple[offices.Lists, MentionKind], ...] = (
    (offices.MEDIA, MentionKind.MEDIUM),
    (offices.OFFICES, MentionKind.PUBLIC_OFFICE),
    (offices.ORGANISATIONS, MentionKind.ORGANISATION),
    (offices.GROUPS, MentionKind.GROUP),
    (offices.PRODUCTS, MentionKind.PRODUCT),
)


@cache
def _entries(lang: str) -> Mapping[str, tuple[_Entry, ...]]:
    """All entries of a language by their first word, or first two where they have more; the longest first."""
    table: dict[str, list[_Entry]] = {}
    for lists, kind in _LISTS:
        for line in lists[lang].split(","):
            written = " ".join(line.split())
            words = fold(written.removeprefix("=")).split()
            exact = written[1:].replace(" ", "") if written.startswith("=") else None
            table.setdefault(" ".join(words[:2]), []).append(_Entry(tuple(words[1:]), kind, exact))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for first, found in table.items()}


@cache
def _readers(lang: str) -> Mapping[str, tuple[_Reader, ...]]:
    """What may read a mention that starts with a word, in order of precedence; built at first use."""
    starts: tuple[tuple[Iterable[str], _Reader], ...] = (
        (_OWNERS, _own),
        (TITLES[lang], _titled),
        (offices.ORGANISATION_OPENINGS[lang], _opened_organisation),
        (offices.DETERMINERS[lang] | offices.ROLES[lang], _role),
        ({words.split()[0] for words in _entries(lang)}, _entry),
    )
    table: dict[str, tuple[_Reader, ...]] = {}
    for words, reader in starts:
        for word in words:
            table[word] = (*table.get(word, ()), reader)
    return table


class _Row(NamedTuple):
    """The tokens of a draft with what reading them needs."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    norms: tuple[str, ...]
    own: tuple[str, ...]
    """The organisation's own name, in folded words; empty where the context has none."""
    handles: frozenset[str]

    def norm(self, place: int) -> str:
        """The folded word at `place`; empty outside the row."""
        norms = self.norms
        return norms[place] if 0 <= place < len(norms) else ""

    def capital(self, place: int) -> bool:
        """Whether a word with a capital stands at `place`."""
        if not 0 <= place < len(self.tokens) or self.tokens[place].kind is not TokenKind.WORD:
            return False
        return self.text[self.tokens[place].span.start].isupper()

    def apart(self, place: int) -> bool:
        """Whether white space lies before the token at `place`."""
        return place == 0 or (
            place < len(self.tokens) and self.tokens[place].span.start > self.tokens[place - 1].span.end
        )

    def starts_sentence(self, place: int) -> bool:
        """Whether the token at `place` is the first of the draft, of a sentence or of a line."""
        if place == 0:
            return True
        before, start = self.tokens[place - 1], self.tokens[place].span.start
        if before.kind is TokenKind.EMOJI or before.norm[0] in ".!?:;•-–—\"“'‘(":
            return self.apart(place) or before.norm[0] in "\"“'‘("
        return "\n" in self.text[before.span.end : start]

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from `start` up to `end`."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)


class _Found(NamedTuple):
    """A mention and the place of the token after it."""

    mention: Mention
    end: int


_Reader = Callable[[_Row, int], _Found | None]


@view
def people(document: Document) -> tuple[Mention, ...]:
    """All mentions of people, organisations, groups and media, in order; none overlap."""
    row = _row(document)
    return _mentions(row, 0, len(row.tokens))


def _mentions(row: _Row, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that begin in the tokens from `start` up to `end`."""
    readers = _readers(row.lang)
    found: list[Mention] = []
    free = start
    for place in _likely(row, start, end):
        if place >= free:
            _, kind, norm, _ = row.tokens[place]
            mention = _handle(row, place) if kind is _HANDLE else _word(row, place, readers.get(norm, ()))
            if mention is not None:
                found.append(mention.mention)
                free = mention.end
    return tuple(found)


def _likely(row: _Row, start: int, end: int) -> list[int]:
    """The places from `start` up to `end` where a mention may begin: most words cannot, and that shows at a glance."""
    readers, endings, own, text = _readers(row.lang), _ENDINGS[row.lang], row.own[:1], row.text
    return [
        place
        for place, (span, kind, norm, _) in enumerate(row.tokens[start:end], start)
        if (kind is _WORD and (norm in readers or text[span[0]].isupper() or norm in own or norm.endswith(endings)))
        or kind is _HANDLE
    ]


_ENDINGS = {lang: offices.OFFICE_ENDINGS[lang] + offices.GROUP_ENDINGS[lang] for lang in ("nl", "en")}
_HANDLE = TokenKind.HANDLE
_WORD = TokenKind.WORD
_SHORTEST_COMPOUND = 6


@view
def _row(document: Document) -> _Row:
    organisation = document.context.organisation
    handles = frozenset("@" + fold(handle).lstrip("@") for handle in organisation.handles)
    lang = document.lang if document.lang in TITLES else "en"
    found = tokens(document)
    norms = tuple([token.norm for token in found])
    return _Row(document.text, lang, found, norms, tuple(fold(organisation.name).split()), handles)


def _word(row: _Row, place: int, readers: tuple[_Reader, ...]) -> _Found | None:
    """The mention that starts with the word at `place`: what reads it first."""
    norm = row.norms[place]
    if row.own and norm == row.own[0]:
        readers = (_own, *readers)
    for reader in readers:
        found = reader(row, place)
        if found:
            return found
    if row.text[row.tokens[place].span.start].isupper():
        named = _named(row, place)
        if named:
            return named
    return _compound(row, place) if len(norm) > _SHORTEST_COMPOUND else None


def _handle(row: _Row, place: int) -> _Found:
    token = row.tokens[place]
    kind = MentionKind.OWN_ORGANISATION if token.norm in row.handles else MentionKind.HANDLE
    return _Found(Mention(token.span, kind, token.span.of(row.text)), place + 1)


# --- organisations, offices and groups ------------------------------------------------------------------------------


def _own(row: _Row, place: int) -> _Found | None:
    """The writer's own organisation: by its name, or as "onze gemeente", "our council"."""
    if row.own and all(row.norm(place + offset) == word for offset, word in enumerate(row.own)):
        end = place + len(row.own)
        return _Found(
            Mention(row.span(place, end), MentionKind.OWN_ORGANISATION, row.span(place, end).of(row.text)), end
        )
    if row.norm(place) not in _OWNERS:
        return None
    noun = place + 2 if row.norm(place + 1) in {"eigen", "own"} else place + 1
    if row.norm(noun) in offices.OWN_NOUNS[row.lang] and not row.norm(noun + 1).startswith("-"):
        return _Found(Mention(row.span(place, noun + 1), MentionKind.OWN_ORGANISATION), noun + 1)
    return None


_OWNERS = frozenset({"onze", "ons", "our", "mijn", "my"})


def _opened_organisation(row: _Row, place: int) -> _Found | None:
    """Organisations by the word before: "gemeente Sneek", "ministerie van Financiën", "University of Leeds"."""
    start = place + 1
    while row.norm(start) in {"van", "of", "het", "de", "the", "for", "voor"}:
        start += 1
    end = start
    while row.capital(end) and row.apart(end) and end - start < _LONGEST_NAME:
        end += 1
    if end == start:
        plain = row.norm(place) in {"gemeente", "ministerie", "waterschap", "provincie"}
        return _Found(Mention(row.span(place, place + 1), MentionKind.ORGANISATION), place + 1) if plain else None
    return _Found(Mention(row.span(place, end), MentionKind.ORGANISATION, row.span(start, end).of(row.text)), end)


_LONGEST_NAME = 4


def _entry(row: _Row, place: int) -> _Found | None:
    """An entry of the tables; an office takes the name after it along ("wethouder De Vries")."""
    entries, first = _entries(row.lang), row.norm(place)
    longer, alone = entries.get(f"{first} {row.norm(place + 1)}", ()), entries.get(first, ())
    for entry in (*longer, *alone) if longer else alone:
        if all(row.norm(place + offset) == word for offset, word in enumerate(entry.rest, 1)):
            end = place + 1 + len(entry.rest)
            span = row.span(place, end)
            if entry.exact is not None and "".join(span.of(row.text).split()) != entry.exact.replace(" ", ""):
                continue
            if _other_sense(row, place, end):
                return None
            if entry.kind is MentionKind.PUBLIC_OFFICE:
                return _office(row, place, end)
            named = entry.kind in {MentionKind.ORGANISATION, MentionKind.MEDIUM} and span.of(row.text)[0].isupper()
            return _Found(Mention(span, entry.kind, span.of(row.text) if named else None), end)
    return None


_OTHER_SENSES = {
    *(("premier", "league"), ("college", "tour"), ("board", "game"), ("board", "games"), ("king", "size")),
    *(("queen", "size"), ("media", "player"), ("press", "release"), ("press", "releases"), ("press", "office")),
    *(("press", "officer"), ("council", "tax"), ("council", "house"), ("staff", "only"), ("police", "station")),
    *(("express", "train"), ("zoom", "call")),
}
_BEFORE_OTHER_SENSE = {
    ("sociale", "media"),
    ("social", "media"),
    ("op", "zoom"),
    ("guest", "house"),
    ("bulletin", "board"),
}


def _other_sense(row: _Row, place: int, end: int) -> bool:
    """Whether the word after, or a capitalised one before, gives the entry another sense ("Premier League")."""
    if (row.norm(end - 1), row.norm(end)) in _OTHER_SENSES or (
        row.norm(place - 1),
        row.norm(place),
    ) in _BEFORE_OTHER_SENSE:
        return True
    if row.norm(end) == "-" and not row.apart(end) and not row.apart(end + 1):
        return True  # the first half of a compound: "media-aandacht"
    word = row.norm(place)
    if word in {"press", "board", "express"} and end == place + 1:
        return row.norm(place - 1) not in {"the", "our", "local", "national", "tabloid", "british", "free"}
    if word in {"polen", "turken", "poles", "driver"} and not row.capital(place):
        return True
    return word in {"rijk", "stel", "pers", "college"} and row.norm(place - 1) not in {"het", "de", "onze", "'t"}


def _office(row: _Row, place: int, end: int) -> _Found | None:
    """An office with the name after it; none where a street is named after one ("Burgemeester Jansenstraat")."""
    names = row.apart(end) and row.capital(end) and row.norm(end) not in offices.PLACES
    name_end = _surname_end(row, end) if names else end
    streets = row.capital(name_end) and row.norm(name_end).endswith(_STREET_ENDINGS)
    if row.capital(place) and (streets or row.norm(name_end - 1) in _STREET_WORDS):
        return None
    name = row.span(end, name_end).of(row.text) if name_end > end else None
    return _Found(Mention(row.span(place, name_end), MentionKind.PUBLIC_OFFICE, name), name_end)


def _compound(row: _Row, place: int) -> _Found | None:
    """A compound whose head is an office or a group: `cultuurwethouder`, `baliemedewerkers`."""
    norm = row.norm(place)
    if norm.endswith(offices.OFFICE_ENDINGS[row.lang]):
        return _office(row, place, place + 1)
    if norm.endswith(offices.GROUP_ENDINGS[row.lang]):
        return _Found(Mention(row.tokens[place].span, MentionKind.GROUP), place + 1)
    return None


# --- persons by title and name --------------------------------------------------------------------------------------


def _person(row: _Row, place: int, name: int, end: int, *, identifiable: bool = True) -> _Found:
    """A private person from `place` up to `end`, whose name starts at `name`; the 's of "Tom Hughes's" is left out."""
    span = row.span(place, end)
    if row.norm(end - 1).endswith("'s"):
        span = Span(span.start, span.end - 2)
    written = row.text[row.tokens[name].span.start : span.end]
    return _Found(Mention(span, MentionKind.PRIVATE_PERSON, written, identifiable), end)


def _titled(row: _Row, place: int) -> _Found | None:
    """A person by title and name: "mevr. De Wit", "dhr. J. Jansen", "Mrs Hughes"."""
    title = row.norm(place)
    if title in _CAPITAL_TITLES and not row.capital(place):
        return None
    if title == "heer" and row.norm(place - 1) not in {"de", "den"}:
        return None
    start = place + 1
    for _ in range(_MOST_TITLES):
        start += row.norm(start) in _ABBREVIATED_TITLES or (
            row.norm(start) == "." and row.norm(start - 1) in _ABBREVIATED_TITLES
        )
    end = _surname_end(row, start)
    return _person(row, place, start, end) if end > start else None


_CAPITAL_TITLES = frozenset("miss sir dame lord lady sister father nurse uncle auntie aunt".split())
_MOST_TITLES = 6  # titles and their full stops after the first: "prof. dr. ir."
_ABBREVIATED_TITLES = frozenset("mevr mw dhr mr mrs ms dr drs ir ing prof ds fam rev".split())


def _surname_end(row: _Row, place: int) -> int:
    """The place after initials, particles and capitalised names from `place` on; `place` where no name starts there."""
    here = place
    capitals = 0
    while here < len(row.tokens) and capitals < _LONGEST_NAME:
        if _is_initial(row, here):
            here += 2
            capitals += 1
        elif row.norm(here) in PARTICLES and _name_follows(row, here):
            here += 1
        elif (
            row.capital(here)
            and not _no_name(row, here)
            and (row.apart(here) or here == place or row.norm(here - 1) == "-")
        ):
            here += 1
            capitals += 1
            if row.norm(here) == "-" and not row.apart(here) and row.capital(here + 1) and not row.apart(here + 1):
                here += 1
        else:
            break
    return here if capitals else place


def _is_initial(row: _Row, place: int) -> bool:
    """Whether an initial with its full stop stands at `place`: `J.`."""
    short = len(row.norm(place)) == 1 or row.norm(place) in {"th", "ch", "ph", "ij", "chr"}
    return short and row.capital(place) and row.norm(place + 1) == "." and not row.apart(place + 1)


def _name_follows(row: _Row, place: int) -> bool:
    """Whether after at most two more particles a capitalised word follows the particle at `place`."""
    for here in range(place + 1, place + 4):
        if row.norm(here) not in PARTICLES:
            return row.capital(here) and not _no_name(row, here)
        if row.capital(here) and not row.capital(here + 1) and row.norm(here + 1) not in PARTICLES:
            return True
    return False


def _no_name(row: _Row, place: int) -> bool:
    """Whether the capitalised word at `place` cannot be part of a name: a street, a weekday, all capitals."""
    norm = row.norm(place)
    if norm in PARTICLES and len(norm) < 4:
        return not _name_follows(row, place)
    written = row.tokens[place].span.of(row.text)
    return norm in offices.NOT_SURNAMES or norm.endswith(_STREET_ENDINGS) or (len(norm) > 2 and written.isupper())


_STREET_ENDINGS = (
    "straat",
    "laan",
    "plein",
    "gracht",
    "kade",
    "singel",
    "college",
    "school",
    "stichting",
    "prijs",
    "huis",
    "park",
)


_STREET_WORDS = frozenset("street road lane avenue square way park court close drive".split())


def _named(row: _Row, place: int) -> _Found | None:
    """A person by name, or an organisation whose form shows it, from the capitalised word at `place` on."""
    organisation = _organisation_by_form(row, place) if row.capital(place + 1) else None
    if organisation:
        return organisation
    norm = row.norm(place).removesuffix("'s")
    if row.norm(place - 1) in _NOT_BEFORE_NAME:
        return None
    if norm in FIRST_NAMES or norm in WORDLIKE_FIRST_NAMES or norm in NEVER_ALONE:
        return _by_first_name(row, place, norm)
    if len(norm) < 4 and _is_initial(row, place):
        return _by_initials(row, place)
    if row.starts_sentence(place) or _no_name(row, place) or norm in offices.PLACES or not row.apart(place):
        return None
    return _by_surname(row, place)


_NOT_BEFORE_NAME = frozenset("sint st prins prinses saint prince princess orkaan storm storing hurricane".split())


def _by_first_name(row: _Row, place: int, norm: str) -> _Found | None:
    """A known first name with the surname after it, or alone where it is not likely to be a word."""
    start = place + 1
    if row.norm(start) == "-" and not row.apart(start) and row.capital(start + 1) and not row.apart(start + 1):
        start += 2
    if row.capital(start) and (row.norm(start).endswith(_STREET_ENDINGS) or row.norm(start) in _STREET_WORDS):
        return None
    doubtful = norm in NEVER_ALONE or (
        norm in WORDLIKE_FIRST_NAMES and row.starts_sentence(place) and start < len(row.tokens)
    )
    if row.norm(place).endswith("'s"):
        return None if doubtful else _owner(row, place, start)
    end = _surname_end(row, start) if row.apart(start) else start
    doubtful = doubtful or (norm not in FIRST_NAMES and row.norm(end - 1) in offices.NOT_FIRST_NAMES)
    if doubtful and not _firm_surname(row, start, end):
        return None
    if end > start or _single_initial(row, start):
        return _person(row, place, place, max(end, start + 1))
    shouted = row.starts_sentence(place) and row.tokens[place].span.of(row.text).isupper()
    return None if shouted else _person(row, place, place, end, identifiable=False)


def _single_initial(row: _Row, place: int) -> bool:
    return row.capital(place) and len(row.norm(place)) == 1 and row.apart(place) and row.norm(place) != "i"


def _firm_surname(row: _Row, start: int, end: int) -> bool:
    """Whether what follows a doubtful first name is a surname beyond doubt."""
    if end == start:
        return False
    last = row.norm(end - 1).removesuffix("'s")
    return last in SURNAMES or row.norm(start) in _NAME_PARTICLES or last.startswith(("o'", "mc"))


_NAME_PARTICLES = PARTICLES - {"de", "la", "le", "al", "du"}


def _owner(row: _Row, place: int, start: int) -> _Found:
    """Owners: "Sem's moeder", "Gary's wife": the relative is one person; else the owner by first name."""
    name = row.tokens[place].span.of(row.text)[:-2]
    if row.norm(start) in offices.ROLES[row.lang]:
        return _Found(
            Mention(row.span(place, start + 1), MentionKind.PRIVATE_PERSON, name, identifiable=True), start + 1
        )
    span = row.tokens[place].span
    return _Found(Mention(Span(span.start, span.end - 2), MentionKind.PRIVATE_PERSON, name), place + 1)


def _by_initials(row: _Row, place: int) -> _Found | None:
    """Names by initials: "J. Jansen", "R. van der Meer"; not "A. Inleiding"."""
    end = _surname_end(row, place)
    initials = place
    while _is_initial(row, initials):
        initials += 2
    if end == initials or (row.starts_sentence(place) and initials == place + 2 and row.norm(end - 1) not in SURNAMES):
        return None
    return _person(row, place, place, end)


def _by_surname(row: _Row, place: int) -> _Found | None:
    """An unknown first name before a known surname, or before two particles and a surname ("Xandra van der Plas")."""
    start = place + 1
    end = _surname_end(row, start) if row.apart(start) else start
    if end == start or row.norm(place) in offices.NOT_FIRST_NAMES:
        return None
    last = row.norm(end - 1).removesuffix("'s")
    particles = row.norm(start) in {"ter", "ten", "el"} or (
        row.norm(start) == "van" and row.norm(start + 1) in PARTICLES
    )
    if last in SURNAMES or last.startswith(("o'", "mc")) or (particles and last not in offices.PLACES):
        return _person(row, place, place, end)
    return None


def _organisation_by_form(row: _Row, place: int) -> _Found | None:
    """Organisations by the word after: "Bouwbedrijf Zuid BV", "Larkhill Borough Council"."""
    endings = offices.ORGANISATION_ENDINGS[row.lang]
    for end in range(place + 1, place + 1 + _LONGEST_NAME):
        if not row.capital(end) or not row.apart(end):
            return None
        if row.norm(end) in endings:
            return _Found(
                Mention(row.span(place, end + 1), MentionKind.ORGANISATION, row.span(place, end + 1).of(row.text)),
                end + 1,
            )
    return None


# --- persons by their relation to someone ---------------------------------------------------------------------------


_NO_ADJECTIVES = offices.NOT_SURNAMES | PARTICLES


def _role(row: _Row, place: int) -> _Found | None:
    """A private person by role: "mijn buurvrouw", "de moeder van Sem", "een cliënt van mij", "leerling uit 4B"."""
    roles, trades = offices.ROLES[row.lang], offices.TRADES[row.lang]
    determiner = row.norm(place) if row.norm(place) in offices.DETERMINERS[row.lang] else ""
    owned, definite = determiner in offices.OWNING[row.lang], determiner in {"de", "het", "the"}
    noun = place + bool(determiner)
    one = owned and row.norm(noun) in offices.ONE_OF_A_KIND and row.tokens[noun + 1 : noun + 2] != ()
    known = _role_at(row, noun)
    if determiner and not (known in roles or known in trades) and row.norm(noun) not in _NO_ADJECTIVES:
        noun += 1
        known = _role_at(row, noun)
    start = noun if definite else place
    if determiner and known in trades and not one:
        return _by_role(row, start, noun + 1, MentionKind.GROUP)
    if known not in roles and not (one and row.tokens[noun].kind is TokenKind.WORD):
        return None
    end = _narrowed_end(row, noun + 1)
    if end == noun + 1 and (definite or not determiner):
        return None
    identifiable = one or end > noun + 1 or (owned and known in offices.RELATIVES[row.lang])
    if row.norm(end) in {"van", "of"} and row.norm(end + 1) in {"mij", "mine", "ons", "ours", "me", "us"}:
        end, identifiable = end + 2, False
    return _by_role(row, start, end, MentionKind.PRIVATE_PERSON, identifiable=identifiable)


def _role_at(row: _Row, place: int) -> str:
    """The word at `place` without the 's of "my daughter's"."""
    return row.norm(place).removesuffix("'s")


def _by_role(row: _Row, start: int, end: int, kind: MentionKind, *, identifiable: bool = False) -> _Found:
    span = row.span(start, end)
    if row.norm(end - 1).endswith("'s"):
        span = Span(span.start, span.end - 2)
    return _Found(Mention(span, kind, None, identifiable), end)


def _narrowed_end(row: _Row, place: int) -> int:
    """The place after what narrows a role to one person ("van Sem", "op kamer 12", "uit 4B"); `place` without."""
    here = place
    if row.norm(here) == "(" and row.norm(here + 1).isdigit() and row.norm(here + 2) == ")":
        here += 3
    if row.norm(here) not in offices.NARROWING[row.lang]:
        return place  # an age alone fits many
    here += 1
    for _ in range(2):
        if row.norm(here) in {
            "de",
            "het",
            "the",
            "nummer",
            "nr",
            "number",
            "kamer",
            "room",
            "bed",
            "groep",
            "year",
            "klas",
            "huis",
            "flat",
            "class",
            "to",
        }:
            here += 1
    if row.norm(here - 1) in {"van", "of"} and row.norm(here).isdigit():
        return place  # an age
    if here < len(row.tokens) and row.tokens[here].kind is TokenKind.NUMBER:
        glued = here + 1 < len(row.tokens) and not row.apart(here + 1) and row.tokens[here + 1].kind is TokenKind.WORD
        return here + 1 + glued
    if row.capital(here) and row.norm(here) not in offices.PLACES and row.norm(here) not in _entries(row.lang):
        while row.capital(here) or (row.norm(here) in PARTICLES and row.capital(here + 1)):
            here += 1
        if here < len(row.tokens) and row.tokens[here].kind is TokenKind.NUMBER:
            here += 1
        return here
    return place


# --- targets --------------------------------------------------------------------------------------------------------


@view
def targets(document: Document) -> tuple[Mention, ...]:
    """What an insult can be aimed at: mentions, pronouns but the writer's own, and "die vent", "those clowns"."""
    row = _row(document)
    return _targets(row, 0, len(row.tokens), people(document))


def targets_near(document: Document, region: Span) -> tuple[Mention, ...]:
    """All targets that begin in the region, and others of the sentences that it touches."""
    row, known = _row(document), _known_targets(document)
    start, end = _places(row, region)
    if not _likely(row, start, end) and _POINTERS[row.lang].isdisjoint(row.norms[start:end]):
        return ()
    found: tuple[Mention, ...] = ()
    for number, sentence in sentences_at(document, region):
        if number not in known:
            start, end = _places(row, sentence)
            known[number] = _targets(row, start, end, _mentions(row, start, end))
        found = found + known[number] if found else known[number]
    return found


def _places(row: _Row, region: Span) -> tuple[int, int]:
    """The place of the first token that begins in the region, and of the first one after it."""
    return (
        bisect_left(row.tokens, region.start, key=_token_start),
        bisect_left(row.tokens, region.end, key=_token_start),
    )


@view
def _known_targets(document: Document) -> dict[int, tuple[Mention, ...]]:  # noqa: ARG001 — empty for every document
    """The targets of each sentence in which they were sought, by its number."""
    return {}


def _token_start(token: Token) -> int:
    return token.span.start


def _targets(row: _Row, start: int, end: int, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The targets that begin in the tokens from `start` up to `end`, where these mentions stand."""
    taken = DisjointSpans()
    found = [mention for mention in mentions if taken.take(mention.span)]
    pointers = _POINTERS[row.lang]
    for place, norm in enumerate(row.norms[start:end], start):
        pointed = _pointed_at(row, place) if norm in pointers else None
        if pointed and taken.take(pointed.span):
            found.append(pointed)
    return tuple(sorted(found, key=_mention_start)) if len(found) > 1 else tuple(found)


_POINTERS = {lang: offices.DEMONSTRATIVES[lang] | offices.PRONOUNS[lang] for lang in ("nl", "en")}


def _mention_start(mention: Mention) -> int:
    return mention.span.start


def _pointed_at(row: _Row, place: int) -> Mention | None:
    """Those pointed at: "die vent", "zij daar", "those clowns", and the pronouns of who is spoken of or to."""
    norm = row.norm(place)
    if norm in offices.DEMONSTRATIVES[row.lang]:
        for noun in (place + 1, place + 2):
            if row.norm(noun) in offices.PEOPLE_NOUNS[row.lang]:
                single = row.norm(noun) in {"mens", "vent", "kerel", "man", "vrouw", "bloke", "fella", "woman"}
                kind = MentionKind.PRIVATE_PERSON if single else MentionKind.GROUP
                return Mention(row.span(place, noun + 1), kind)
        if row.norm(place + 1) in {"daar", "hier", "lot"}:
            return Mention(row.span(place, place + 2), MentionKind.GROUP)
    if norm in offices.PRONOUNS[row.lang]:
        end = place + 2 if row.norm(place + 1) in {"daar", "lot", "there"} else place + 1
        return Mention(row.span(place, end), MentionKind.PRONOUN)
    return None
