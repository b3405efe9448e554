"""Where a sentence parts into clauses, within which the order of words may vary and a negation reaches.

A sentence is split at ; : dashes and brackets, at conjunctions, and at commas and conjunctions that also join words
("en", "or", "als") where a finite verb stands on both sides: "de raad, het college en de wethouder" stays whole. "En"
with a verb right after it ("we zoeken het uit en komen erop terug") does not split, because both verbs share their
subject. A relative clause without a comma before it stays with its noun. All is told by the tables of a language: there
is no parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from postlint.language.tokens import Token, TokenKind


class _Join(Enum):
    """When a word begins a clause."""

    ALWAYS = auto()
    AFTER_COMMA = auto()
    BEFORE_SUBJECT = auto()  # or after a comma
    WITH_VERBS = auto()  # with a finite verb on both sides, and no verb right after it


class _Grammar(NamedTuple):
    """What tells clauses apart in one language."""

    joins: dict[str, _Join]
    not_after: dict[str, frozenset[str]]  # "zeg maar", "nothing but"
    not_before: dict[str, frozenset[str]]  # "maar weinig"
    opening: frozenset[str]  # words with which a subordinate clause opens the sentence: "Als het regent, …"
    verbs: frozenset[str]
    subjects: frozenset[str]
    weak: frozenset[str]  # words that after a subject are no verb


def _joins(always: str, after_comma: str, before_subject: str, with_verbs: str) -> dict[str, _Join]:
    return {
        **dict.fromkeys(always.split(), _Join.ALWAYS),
        **dict.fromkeys(after_comma.split(), _Join.AFTER_COMMA),
        **dict.fromkeys(before_subject.split(), _Join.BEFORE_SUBJECT),
        **dict.fromkeys(with_verbs.split(), _Join.WITH_VERBS),
    }


_DUTCH = _Grammar(
    joins=_joins(
        always="maar want omdat terwijl zodat hoewel alhoewel ofschoon doordat aangezien voordat nadat totdat tenzij "
        "mits indien zolang zodra opdat",
        after_comma="die wat wie welke waar waarbij waarmee waardoor waarvan waarvoor waarin waarop waarna waaronder "
        "waaruit waarom om zoals hoe",
        before_subject="dus toch",
        with_verbs="en of als dat toen sinds wanneer",
    ),
    not_after={
        "maar": frozenset(
            "alleen nog dan toch zeg doe kom laat ga wacht bel vraag kijk mail probeer was waren nou ook pas".split()
        ),
        "als": frozenset("net zowel zo zoveel even evenals hetzelfde dezelfde anders beter zelfs".split()),
    },
    not_before={
        "maar": frozenset(
            "{number} een weinig twee drie vier vijf tien half zelden nauwelijks net liefst beperkt "
            "gedeeltelijk zo wat raak".split()
        ),
    },
    opening=frozenset(
        "als omdat hoewel ofschoon wanneer zodra zolang terwijl nadat voordat aangezien indien doordat tenzij "
        "mits toen sinds nu dat wie wat".split()
    ),
    verbs=frozenset(
        "is ben bent zijn was waren word wordt worden werd werden heb hebt heeft hebben had hadden kan kun kunt "
        "kunnen kon konden zal zul zult zullen zou zouden wil wilt willen wilde wilden wou moet moeten moest "
        "moesten mag mogen mocht mochten hoef hoeft hoeven ga gaat gaan ging gingen kom komt komen kwam kwamen "
        "doe doet doen deed deden zeg zegt zeggen zei zeiden weet weten wist wisten vind vindt vinden vond "
        "vonden denk denkt denken dacht dachten geef geeft geven gaf gaven krijg krijgt krijgen kreeg kregen "
        "maak maakt maken maakte maakten neem neemt nemen nam namen zie ziet zien zag zagen sta staat staan "
        "stond stonden blijf blijft blijven bleef bleven laat laten liet lieten lijkt lijken leek blijkt "
        "blijken bleek houd houdt houden hield hielden ligt liggen lag lagen zit zitten zat zaten begin begint "
        "beginnen begon begonnen hoor hoort horen hoorde vraagt vragen vroeg vroegen vertelt vertelde meldt "
        "meldde schrijft schreef werkt werken werkte werkten helpt helpen hielp hielpen betekent betekende "
        "gebeurt gebeurde start starten startte opent openen opende sluit sluiten sloot stelt stellen stelde "
        "besluit besluiten besloot kost kosten duurt duren duurde verwacht verwachten wacht wachten brengt "
        "brengen bracht speelt spelen loopt lopen liep liepen woont wonen bouwt bouwen bouwde lees leest lezen "
        "las reageert reageren reageerde steunt steunen stemt stemmen stemde spreekt spreken sprak spraken "
        "bespreekt bespreken besprak bespraken regent bel belt bellen belde hoop hoopt hopen volgt volgen "
        "volgde verandert veranderen veranderde verdwijnt verdwijnen verdween vertrekt vertrok beslist "
        "beslissen besliste werkten baalt balen".split()
    ),
    subjects=frozenset("ik wij we jij hij zij ze jullie men ie".split()),
    weak=frozenset(
        "van met voor in op aan bij naar uit over door tot om te na de het een en of maar ook niet dan dat die "
        "dit er hier daar nog wel al geen zelf samen allebei beiden toen als".split()
    ),
)

_ENGLISH_SUBJECTS = ("i", "we", "you", "he", "she", "it", "they", "there", "that", "who", "what")
_ENGLISH = _Grammar(
    joins=_joins(
        always="but because although though whereas unless while whilst",
        after_comma="which who whom whose where nor",
        before_subject="so yet",
        with_verbs="and or if when once since until till before after that whether",
    ),
    not_after={
        "but": frozenset("nothing all anything everything last none cannot".split()),
        "though": frozenset(("as", "even")),
        "while": frozenset("a for the worth little".split()),
        "so": frozenset("and or do did think hope say said even".split()),
        "that": frozenset("so such now given except".split()),
    },
    not_before={"so": frozenset("much many far that".split()), "but": frozenset(("for",))},
    opening=frozenset(
        "if when because although though while whilst since once until before after unless as whereas whether".split()
    ),
    verbs=frozenset(
        "is am are was were has have had do does did can could will would shall should might must may isn't "
        "aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't cannot couldn't won't wouldn't "
        "shouldn't mustn't get gets got go goes went come comes came say says said know knows knew think thinks "
        "thought give gives gave make makes made take takes took see sees saw want wants wanted need needs "
        "needed works worked helps helped hope hopes hoped looks looked feel feels felt ask asks asked tell "
        "tells told let lets let's keep keeps kept stay stays stayed opens opened closes closed starts started "
        "begin begins began happens happened means meant find finds found shows showed seem seems seemed "
        "believe believes expect expects decided announced rains rained matters agree agrees agreed becomes "
        "became runs ran pay pays paid build builds built".split()
    )
    | {f"{subject}'{verb}" for subject in _ENGLISH_SUBJECTS for verb in ("m", "re", "s", "ll", "ve", "d")},
    subjects=frozenset(("i", "we", "he", "she", "they")),
    weak=frozenset(
        "of with for in on at by to from about over under the a an and or but also not no all both who whom as "
        "than".split()
    ),
)
_NO_GRAMMAR = _Grammar({}, {}, {}, frozenset(), frozenset(), frozenset(), frozenset())
_GRAMMARS = {"nl": _DUTCH, "en": _ENGLISH}

_WORDS_OF_A_BRACKETED_CLAUSE = 3
_NO_WORDS = frozenset((TokenKind.MARK, TokenKind.EMOJI))
_OPENING = frozenset("\"'“”„‘‚«([")
_PARTING = frozenset(",;:-")
_CUTTING = _PARTING | {"("}


class _Cut(NamedTuple):
    """A place where a clause may begin."""

    place: int
    sure: bool
    comma: bool


class _Part(NamedTuple):
    """What lies between two cuts: how many words, the first two of them, and whether it has a finite verb."""

    size: int
    first: str
    second: str
    verbal: bool

    def joined(self, part: _Part) -> _Part:
        second = self.second or (part.first if self.first else part.second)
        return _Part(self.size + part.size, self.first or part.first, second, self.verbal or part.verbal)


def finite_verbs(lang: str) -> frozenset[str]:
    """The forms by which clauses of `lang` are told apart: some 250 frequent ones."""
    return _GRAMMARS.get(lang, _NO_GRAMMAR).verbs


def clause_starts(text: str, found: Sequence[Token], lang: str) -> Iterator[int]:
    """The places in `found`, the tokens of one sentence of `text`, at which a clause begins, save the first."""
    if len(found) <= 1:
        return
    grammar = _GRAMMARS.get(lang, _NO_GRAMMAR)
    norms = [token.norm for token in found]
    if grammar.joins.keys().isdisjoint(norms) and _CUTTING.isdisjoint(norms):
        return
    cuts = sorted((*_joints(text, found, norms, grammar), *(_brackets(found) if "(" in norms else ())))
    if not cuts:
        return
    current = _part(found[: cuts[0].place], grammar)
    for cut, end in zip(cuts, (*(cut.place for cut in cuts[1:]), len(found)), strict=True):
        part = _part(found[cut.place : end], grammar)
        if _splits(cut, current, part, grammar):
            yield cut.place
            current = part
        else:
            current = current.joined(part)


def _splits(cut: _Cut, current: _Part, part: _Part, grammar: _Grammar) -> bool:
    if not current.size or not part.size or (current.size == 1 and current.first in grammar.joins):
        return False
    if cut.sure:
        return True
    if cut.comma and current.first in grammar.opening and current.size > 1:
        return part.verbal or part.first in grammar.subjects or part.second in grammar.subjects
    shares_subject = part.first in grammar.joins and part.second in grammar.verbs
    return current.verbal and part.verbal and not shares_subject


def _part(found: Sequence[Token], grammar: _Grammar) -> _Part:
    norms = [token.norm for token in found if token.kind not in _NO_WORDS]
    verbal = not grammar.verbs.isdisjoint(norms) or any(
        before in grammar.subjects and norm not in grammar.weak for before, norm in pairwise(norms)
    )
    first, second, *_ = (*norms[:2], "", "")
    return _Part(len(norms), first, second, verbal)


def _joints(text: str, found: Sequence[Token], norms: Sequence[str], grammar: _Grammar) -> Iterator[_Cut]:
    """The cuts at marks and conjunctions."""
    mark = TokenKind.MARK
    for place, (_, kind, norm, _) in enumerate(found):
        if kind is mark:
            if norm in _PARTING and place + 1 < len(found):
                if found[place + 1].kind is mark and norms[place + 1] not in _OPENING:
                    continue
                if norm == ",":
                    yield _Cut(place + 1, sure=_follows_comma(found, place + 1, grammar), comma=True)
                elif _parts(text, found, place):
                    yield _Cut(place + 1, sure=True, comma=False)
        elif norm in grammar.joins and place and norms[place - 1] != ",":
            yield from _conjunction(found, place, grammar)


def _parts(text: str, found: Sequence[Token], place: int) -> bool:
    """Whether the mark at `place` parts clauses: a semicolon, a colon before a space, a dash between spaces."""
    mark = found[place]
    spaced = text[mark.span.end : mark.span.end + 1].isspace()
    if mark.norm == "-":
        opened = place > 0 and text[mark.span.start - 1].isspace()
        return (spaced and opened) or (mark.span.of(text) == "—" and place > 0)
    return mark.norm == ";" or (mark.norm == ":" and spaced)


def _follows_comma(found: Sequence[Token], place: int, grammar: _Grammar) -> bool:
    """Whether the word at `place`, or the one after a preposition (", met wie"), surely begins a clause."""
    join = grammar.joins.get(found[place].norm)
    if join in (_Join.ALWAYS, _Join.AFTER_COMMA, _Join.BEFORE_SUBJECT):
        return True
    relative = place + 1 < len(found) and found[place + 1].norm in ("wie", "welke", "which", "whom")
    return relative and found[place].norm in grammar.weak


def _conjunction(found: Sequence[Token], place: int, grammar: _Grammar) -> Iterator[_Cut]:
    """The cut before the conjunction at `place`, which no comma precedes."""
    norm, before = found[place].norm, found[place - 1].norm
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or following.kind in _NO_WORDS or before in grammar.not_after.get(norm, ()):
        return
    if not grammar.not_before.get(norm, frozenset()).isdisjoint(following.keys):
        return
    join = grammar.joins[norm]
    if join is _Join.ALWAYS or (join is _Join.BEFORE_SUBJECT and following.norm in grammar.subjects):
        yield _Cut(place, sure=True, comma=False)
    elif join is _Join.WITH_VERBS:
        yield _Cut(place, sure=False, comma=False)


def _brackets(found: Sequence[Token]) -> Iterator[_Cut]:
    """The cuts around brackets that hold more than a word or two."""
    opened: int | None = None
    counted = 0
    for place, token in enumerate(found):
        if token.kind not in _NO_WORDS:
            counted += 1
        elif token.norm == "(":
            opened, counted = place, 0
        elif token.norm == ")" and opened is not None:
            if counted >= _WORDS_OF_A_BRACKETED_CLAUSE:
                if opened:
                    yield _Cut(opened, sure=True, comma=False)
                if place + 1 < len(found) and found[place + 1].kind is not TokenKind.MARK:
                    yield _Cut(place + 1, sure=True, comma=False)
            opened = None
