"""How easy a Dutch or English draft is to read: a published formula, and what makes single sentences hard.

The formula (Flesch-Douma 1960, Flesch 1948) knows syllables and sentence length alone. What a reader stumbles over is
counted besides: clauses within clauses, a main clause that is interrupted, verbs far from their partner, passive and
nominal style, stiff words. Each of these parts gives points to a sentence (`PARTS`); neither the score nor the bands
are a certificate of CEFR or LiNT.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import and_
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language.remembered import Remembered
from postlint.language.sentences import sentence_tokens, sentences
from postlint.language.tokens import Token, TokenKind, fold


class Part(NamedTuple):
    """One thing that makes a sentence hard: its count above `free` gives `points` each, at most `cap`."""

    free: float
    points: float
    cap: float


PARTS = {
    "long": Part(20, 0.1, 2.0),
    "nested": Part(1, 0.8, 3.2),
    "interrupted": Part(0, 0.8, 2.4),
    "split": Part(7, 0.1, 1.2),
    "stacked": Part(0, 1.2, 2.4),
    "brackets": Part(5, 0.1, 0.5),
    "passive": Part(0, 0.4, 1.2),
    "nominal": Part(1, 0.5, 2.0),
    "prepositions": Part(3, 0.4, 1.2),
    "negations": Part(1, 1.2, 3.6),
    "stiff": Part(0, 0.9, 3.2),
    "long words": Part(1, 0.3, 1.2),
}
HARD = 4.0
"""From how many points a sentence is hard."""
BANDS = {"nl": ("vlot", "stevig", "taai", "ambtelijk dicht"), "en": ("easy", "firm", "tough", "dense")}
_BAND_FROM = (1.0, 2.5, 5.0)
# One or, after the bar, several.
_REASONS = {
    "nl": {
        "long": "{} woorden in één zin",
        "nested": "{} bijzin|{} bijzinnen",
        "interrupted": "{} keer een tussenzin die de zin onderbreekt",
        "split": "{} woorden tussen de delen van het gezegde",
        "stacked": "{} keer een bepaling tussen lidwoord en naamwoord (‘de door ons gestelde vraag’)",
        "brackets": "{} woorden tussen haakjes",
        "passive": "{} keer lijdend (‘wordt gedaan’)",
        "nominal": "{} naamwoorden waar een werkwoord kan (‘de uitvoering van’)",
        "prepositions": "{} voorzetsels kort na elkaar",
        "negations": "{} ontkenningen",
        "stiff": "{} stijf woord|{} stijve woorden",
        "long words": "{} lang woord|{} lange woorden",
    },
    "en": {
        "long": "{} words in one sentence",
        "nested": "{} subordinate clause|{} subordinate clauses",
        "interrupted": "interrupted by an inserted clause|interrupted {} times by inserted clauses",
        "split": "{} words between the parts of the verb",
        "brackets": "{} words in brackets",
        "passive": "{} passive (‘is done’)|{} passives (‘is done’)",
        "nominal": "{} nouns where a verb would do (‘the implementation of’)",
        "prepositions": "{} prepositions close together",
        "negations": "{} negations",
        "stiff": "{} stiff word|{} stiff words",
        "long words": "{} long word|{} long words",
    },
}


def _formula(lang: str, opening: str, line: str, decimal: str) -> str:
    """The text of `FORMULA`, from the same tables as the points."""
    rows = [
        line.format(reason.rpartition("|")[2].format("n"), *PARTS[part]).replace(".", decimal)
        for part, reason in _REASONS[lang].items()
    ]
    return opening + "\n".join(rows)


FORMULA = {
    "nl": _formula(
        "nl",
        "Leesscore: Flesch-Douma (Douma 1960) = 206,84 - 0,93 × woorden per zin - 77 × lettergrepen per woord.\n"
        "Hoger leest vlotter; onder 50 wordt het zwaar. Wat een zin zwaar maakt, telt postlint zelf, in punten.\n"
        f"Een zin is zwaar vanaf {HARD:g} punten. Een puntkomma, een dubbele punt en een komma voor ‘maar’, ‘en’ of\n"
        "‘want’ geven rust: het zwaarste stuk van de zin telt. Een naam of een titel telt als één woord; getallen,\n"
        "wat tussen haakjes staat en korte punten van een opsomming maken een zin niet langer.\n"
        f"Gemiddeld over alle zinnen: tot {_BAND_FROM[0]:g} vlot, tot {str(_BAND_FROM[1]).replace('.', ',')} stevig, "
        f"tot {_BAND_FROM[2]:g} taai, daarboven ambtelijk dicht.\n"
        "Dit is geen taalniveau volgens CEFR en geen LiNT-score.\n",
        "- {0}: boven {1:g} per stuk {2:g} punt, hooguit {3:g}",
        ",",
    ),
    "en": _formula(
        "en",
        "Reading ease: Flesch (1948) = 206.835 - 1.015 × words a sentence - 84.6 × syllables a word.\n"
        "Higher is easier; below 50 it gets heavy. What makes a sentence heavy postlint counts itself, in points.\n"
        f"A sentence is heavy from {HARD:g} points. A semicolon, a colon and a comma before ‘but’, ‘and’ or ‘so’ give\n"
        "rest: the heaviest part of the sentence counts. A name or a title is one word; figures, what stands in\n"
        "brackets and short items of a list make a sentence no longer.\n"
        f"Mean over all sentences: up to {_BAND_FROM[0]:g} easy, up to {_BAND_FROM[1]:g} firm, up to {_BAND_FROM[2]:g} "
        "tough, above that dense.\n"
        "This is no CEFR level and no certificate.\n",
        "- {0}: each one above {1:g} gives {2:g} points, at most {3:g}",
        ".",
    ),
}
"""How a draft is scored, in words and with the sources, for `postlint explain informing/complex`."""


class Reason(NamedTuple):
    """A part of `PARTS` that makes a sentence hard, its number and its points."""

    part: str
    number: int
    points: float

    def in_words(self, lang: str) -> str:
        """The reason as an author reads it, in Dutch or English."""
        one, _, several = _REASONS[lang][self.part].partition("|")
        return (one if self.number == 1 or not several else several).format(self.number)


class HardSentence(NamedTuple):
    """A sentence that asks much of its reader: its points, and the reasons with the heaviest first."""

    span: Span
    score: float
    reasons: tuple[Reason, ...]


class Readability(NamedTuple):
    """How easy a draft is to read.

    `flesch` is the published formula of the language (about 0 to 100, higher is easier; nothing without words).
    `points` are those of `PARTS`, the mean over the sentences by their words; `band` puts them in words of `BANDS`.
    """

    flesch: float | None
    points: float
    band: str
    words: int
    words_a_sentence: float
    syllables_a_word: float


class _Language(NamedTuple):
    """The words of a language that tell how a sentence is built, and the shapes of the rest."""

    lang: str
    joining: frozenset[str]
    subordinators: frozenset[str]
    inserting: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    negations: frozenset[str]
    stiff: frozenset[str]
    stiff_phrases: dict[str, tuple[tuple[str, ...], ...]]
    participle: str
    nominal: str
    plain: frozenset[str]
    long_word: int
    subjects: frozenset[str]
    comparing: frozenset[str]
    adverbial: frozenset[str]
    pointing: frozenset[str]
    participle_like: frozenset[str]


@lru_cache(maxsize=2)
def _functional(lang: str) -> frozenset[str]:
    """Words that are no names, with a capital or without."""
    each = _LANGUAGES[lang]
    return each.joining | each.subordinators | each.inserting | each.auxiliaries | each.prepositions | each.subjects


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of more words, one a line, by their first word."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines.strip().splitlines():
        first, *rest = line.split()
        by_first[first] = (*by_first.get(first, ()), tuple(rest))
    return by_first


_LANGUAGES = {
    "nl": _Language(
        lang="nl",
        joining=_set("en maar want dus of"),
        subordinators=_set("""
            dat die wat welke hetgeen omdat doordat zodat opdat indien als wanneer terwijl toen hoewel ofschoon tenzij
            mits alvorens voordat nadat totdat sinds zodra zolang zover waar waarbij waarin waarvan waarop waaruit
            waardoor waarmee waarover waarvoor waaronder waarna waarnaar waarmede waartegen waartoe wiens wier
            aangezien daar hoe teneinde
        """),
        inserting=_set("""
            dat die welke hetgeen wat indien als wanneer terwijl omdat hoewel tenzij mits waarbij waarin waarvan waarop
            waaruit waardoor waarmee waarover waarvoor waaronder wiens wier alvorens nadat voordat gelet gezien mede
            behoudens gehoord zoals voor met alsmede conform onder ingevolge krachtens al inclusief rekening uitgaande
            niet na bij in op zonder
        """),
        auxiliaries=_set("""
            is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou
            zouden moet moeten moest moesten mag mogen dient dienen diende dienden geldt gelden
        """),
        passives=_set("wordt worden werd werden"),
        articles=_set("de een deze onze uw"),
        prepositions=_set("""
            van in op voor met aan bij uit door over onder naar tot tegen tussen binnen volgens per via ten ter omtrent
            inzake betreffende jegens tijdens na te vanuit vanaf ondanks wegens
        """),
        negations=_set("""
            niet geen nooit niets niemand zonder noch nergens tenzij behoudens evenmin onverminderd geenszins
        """),
        stiff=_set("""
            hetgeen alsmede alsook dienaangaande daaromtrent omtrent teneinde ingevolge krachtens conform behoudens
            inzake jegens aldaar aldus alhier alvorens desbetreffende desgewenst derhalve dewelke doch ofwel juncto
            dienovereenkomstig dientengevolge eensluidend geenszins hieromtrent hiertoe daartoe hunnerzijds
            onverminderd onverwijld ofschoon overeenkomstig reeds tevens thans vermits voornoemd voornoemde voormelde
            voorts wederom welke zulks geschiedt geschieden geschied strekkende strekt dient dienen diende betreft
            betreffende gelieve verzocht mededelen medegedeeld geeffectueerd bewerkstelligen bewerkstelligd geborgd
            borging aanvang vigerende vigeert navolgende onderhavige desalniettemin niettegenstaande aangaande
            omstandigheid bekrachtiging gememoreerd geconstateerde geconstateerd verstande mitsdien nopens zijdens
            dezes dezer diens waarmede genoopt teruggekoppeld belanghebbende belanghebbenden rechthebbende rechtswege
            geacht bestendiging nadere anderszins middels dusdanig dermate respectievelijk eveneens gestelde bepaalde
            toepasselijke kennisgenomen opportuun ommekomst enigerlei
        """),
        stiff_phrases=_phrases("""
            gelet op
            met inachtneming van
            met het oog op
            met betrekking tot
            met dien verstande
            met uitzondering van
            ten behoeve van
            ten aanzien van
            ten gevolge van
            ten tijde van
            ten opzichte van
            ter uitvoering van
            ter zake van
            in het kader van
            in het geval dat
            in geval van
            in verband met
            in afwachting van
            in mindering
            in voorkomende gevallen
            in aanmerking
            op grond van
            op basis van
            naar aanleiding van
            onder verwijzing naar
            dan wel
            voor zover
            voor wat betreft
            uit hoofde van
            door middel van
            zorg dragen
            zorg te dragen
            kennis te nemen
            kennis is genomen
            ten grondslag
            te allen tijde
            mede gezien
            te dien
            dien te
        """),
        participle=(
            r"(?:aan|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|voort|weg)?ge\w{2,}(?:(?<!hei)[dt]|en)$"
            r"|(?:aan|uit|voor)?(?:ver|be|ont|her|er|mis)\w{2,}(?:d|(?<![dgjlmnruw])(?<!aa)t)$"
        ),
        nominal=r"\w{4,}(?:ing|ingen|atie|aties|heid|heden|iteit|iteiten|ering|schap|ment)$",
        plain=_set("""
            vergadering vergaderingen afdeling rekening woning woningen bushalte informatie locatie vakantie relatie
            leerling leerlingen opleiding opleidingen vereniging verenigingen gelegenheid vriendschap boodschap
            schoonheid gezondheid overheid mening koning tekening stichting melding meldingen regering
            verkiezingen ervaring ervaringen bedoeling moment document station generatie situatie organisatie
            organisaties training trainingen landschap wetenschap gezelschap ontmoeting beweging verrassing
            uitnodiging opening omgeving richting werkelijkheid mogelijkheid mogelijkheden wandeling oefening
            oefeningen belasting zitting bezuiniging verwarming verlichting verkiezing
        """),
        long_word=14,
        subjects=_set("ik je jij u uw hij ze zij we wij er men iemand niemand dat die dit"),
        comparing=_set("als sinds"),
        adverbial=_set("toen"),
        pointing=_set("dat die"),
        participle_like=_set("""
            geest gebied gebieden gedeelte gemeenten gevallen gedachten gebouwen gewest gewesten gezicht gewicht
            gerecht gevecht geluid geluiden gebeurt geeft geven gelden geldt gezinnen gezond geschikt gerust getuigen
            gedrag besluit bericht beleid bekend bestand bestaat betreft verband verbod verdriet verschilt bezit
            bewind beroemd ontstaat erkend vermoed geweld geluk gevoelens gelegen gelijk gewoon geen gering
        """),
    ),
    "en": _Language(
        lang="en",
        joining=_set("and but so or"),
        subordinators=_set("""
            that which who whom whose where whereby wherein when if because although though while whereas unless until
            insofar provided whether once lest what how
        """),
        inserting=_set("""
            which who whom whose where when if because although while whereas unless having being save subject
            pursuant notwithstanding including in by as with without insofar provided
        """),
        auxiliaries=_set("""
            is are was were be been being has have had can could will would shall should must may might does do did
        """),
        passives=_set("is are was were be been being"),
        articles=frozenset(),
        prepositions=_set("""
            of in on for with at by from into under over between within upon through against about during per without
            towards concerning regarding via
        """),
        negations=_set("not no never nothing none nobody neither nor without unless except save cannot"),
        stiff=_set("""
            aforementioned aforesaid hereby herein hereof hereto hereunder hereinafter therein thereof thereto
            thereunder therewith thereby whereby wherein whereupon whereof notwithstanding insofar inasmuch pursuant
            shall construed deemed commence commencement commenced undertake undertaken utilise utilised utilize
            facilitate facilitated ascertain ascertained endeavour latter respective respectively henceforth hitherto
            forthwith prior subsequent subsequently accordance pertaining incumbent effectuate effectuated remit
            cognisant cognizant stipulated stipulates thereafter whatsoever howsoever requisite aforegoing foregoing
            undersigned mitigate expedite operationalise operationalised prejudice hereafter presently incurred
            entailed lest whilst amongst determination attributable render rendered contingent
        """),
        stiff_phrases=_phrases("""
            in accordance with
            in respect of
            with respect to
            with regard to
            in relation to
            with a view to
            with effect from
            for the purpose of
            for the purposes of
            in the event of
            in the event that
            on the grounds that
            by reason of
            by virtue of
            by means of
            in the light of
            in light of
            in excess of
            save where
            save that
            so as to
            in so far
            subject to
            without prejudice
            to the extent that
            in lieu of
            in connection with
            it is requested
            are requested to
            is requested to
            be advised that
            provided that
            other than
            in order to
            as defined
            having been
            having regard
            take into account
            taken into account
        """),
        participle=(
            r"\w{2,}[^e]ed$|(?:under|over|with|re)?(?:taken|given|made|done|seen|known|held|sent|built|brought|found|kept"
            r"|left|lost|met|paid|put|read|said|set|shown|sold|told|thought|written|drawn|chosen|broken|begun|borne|laid"
            r"|led|sought|spent|taught|driven|withdrawn)$"
        ),
        nominal=r"\w{4,}(?:[ts]ions?|ments?|ances?|ences?|ities|ity|ness|[vs]als?|isation|ization)$",
        plain=_set("""
            city cities question questions information station stations moment moments apartment apartments community
            communities experience audience science sentence sentences difference evidence university competition
            competitions attention document documents government parliament department departments business
            conversation conversations election elections education equipment fence ambulance ambulances
            invitation section sections option options decision decisions location vacation tradition
            conference conferences illness happiness fitness meditation comment comments pension pensions mission
            position session sessions version versions television appointment appointments payment payments
            opportunity opportunities chance chances dance distance balance insurance silence violence reception
        """),
        long_word=12,
        subjects=_set("i i'm i've i'd i'll you he she it we they there this these my your our"),
        comparing=_set("once"),
        adverbial=frozenset(),
        pointing=frozenset(),
        participle_like=frozenset(),
    ),
}

_REST = frozenset({";", ":", "…"})
_PARTICIPLE, _NOMINAL = "participle", "nominal"
_NAME, _FIGURE, _ASIDE = "Name", "Figure", "Aside"
"""What stands in a stretch for a name, a figure, a word in brackets: with a capital, as no norm is."""
_MARKS = frozenset({",", ".", "!", "?", "'", '"', "“", "”", "‘", "’", "(", ")", "-", "–", "—", "/", _FIGURE, _ASIDE})
_STANDING_FOR = {
    TokenKind.NUMBER: _FIGURE,
    TokenKind.EMOJI: ";",
    TokenKind.HASHTAG: _NAME,
    TokenKind.HANDLE: _NAME,
    TokenKind.URL: _NAME,
    TokenKind.EMAIL: _NAME,
}
_CLOSING = {"(": ")", "“": "”", "„": "”", "«": "»", '"': '"'}
_WITHIN_NAMES = frozenset({"-", "/", "&", "."})
_TITLE = 8
"""A quotation of more words is read as a sentence of its own."""
_SHORT = 12
"""A stretch of fewer words and marks burdens nobody."""
_ITEM_WORDS, _LIST_ITEMS = 6, 3
_GAP = 4
_IDIOMS = frozenset({("een", "van"), ("een", "op"), ("een", "voor"), ("een", "uit"), ("de", "te"), ("een", "te")})

# Not compiled here, because most drafts never ask for them; the results are cached by word.
_DUTCH_NUCLEUS = (
    "aai|ooi|oei|eeu|ieuw|ieu(?=$|rs)|eau|i(?=eu[rsz])|e(?=um$)|éé|üi|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai"
    "|[aeiouáéíóúàèìòùâêîôûäëïöü]|y(?![aeou])"
)
_ENGLISH_NUCLEUS = "[aeiou]+y?|(?<!^)y|^y(?![aeiou])"
_ENGLISH_HIATUS = (
    "[eou]ing|i(?=a(?![gnl])|at|o(?!n|us))|[^ct]ia[ln]|[^ctxg]ious|iety|eo(?!p|u)|eum|[^qg]ua|oe[mt]|ao|crea|scien|quiet"
    "|^diet|^thea|idea|area|realit|[bcdfgkpt]re$"
)
_ENGLISH_SILENT = (
    "(?<![aeiou])e$(?<![^aeiou]le)|(?<![aeiouscxzg])(?<!sh|ch)es$(?<![^aeiou]les)|(?<![aeioutd])ed$"
    "|(?<![aeiou])e(?=(?:ments?|ly|ful|less|ness)$)(?<![^aeiou]le)|^some(?=.)|^every"
)
_ENGLISH_TAIL = "'(?:s|re|ve|ll|d|m)$"
_SYLLABLES = {
    "nl": {"team": 1, "teams": 1, "live": 1, "like": 1, "online": 2, "website": 2, "update": 2, "deadline": 2},
    "en": {"business": 2, "wednesday": 2, "evening": 2, "element": 3, "haven't": 2},
}


@view
def readability(document: Document) -> Readability:
    """How easy the draft is to read, by the formula and the parts of its language (Dutch unless it is English)."""
    lang = document.lang if document.lang in _LANGUAGES else "nl"
    word, lengths, spoken = TokenKind.WORD, [], 0
    for sentence in sentence_tokens(document):
        spelled = [token.span.of(document.text).lower() for token in sentence if token.kind is word]
        spoken += sum([_syllables(spelling, lang) for spelling in spelled])
        lengths.append(len(spelled))
    words = sum(lengths)
    if not words:
        return Readability(None, 0.0, BANDS[lang][0], 0, 0.0, 0.0)
    words_a_sentence = words / sum(length > 0 for length in lengths)
    points = sum(_points(reasons) * length for reasons, length in zip(_reasons(document), lengths, strict=True)) / words
    band = BANDS[lang][sum(points >= least for least in _BAND_FROM)]
    return Readability(
        _flesch(lang, words_a_sentence, spoken / words), points, band, words, words_a_sentence, spoken / words
    )


@view
def hard_sentences(document: Document) -> tuple[HardSentence, ...]:
    """The sentences of `HARD` points or more, in order; none in another language than Dutch or English."""
    language = _LANGUAGES.get(document.lang)
    if language is None:
        return ()
    found = []
    for place, sentence in enumerate(sentence_tokens(document)):
        if len(sentence) < _SHORT or not _may_be_hard([token.norm for token in sentence], language):
            continue
        reasons = _heaviest(_stretches(sentence, document.text, language), language)
        score = _points(reasons)
        if score >= HARD:
            found.append(HardSentence(sentences(document)[place], round(score, 1), reasons))
    return tuple(found)


def _flesch(lang: str, words_a_sentence: float, syllables_a_word: float) -> float:
    if lang == "en":
        return 206.835 - 1.015 * words_a_sentence - 84.6 * syllables_a_word
    return 206.84 - 0.93 * words_a_sentence - 77 * syllables_a_word


@view
def _reasons(document: Document) -> tuple[tuple[Reason, ...], ...]:
    """What burdens each sentence; a semicolon or colon gives the reader rest, so the heaviest stretch counts."""
    language = _LANGUAGES.get(document.lang)
    if language is None:
        return tuple(() for _ in sentence_tokens(document))
    return tuple(
        _heaviest(_stretches(sentence, document.text, language), language) if len(sentence) >= _SHORT else ()
        for sentence in sentence_tokens(document)
    )


def _heaviest(stretches: Iterable[list[str]], language: _Language) -> tuple[Reason, ...]:
    """The reasons of the stretch that burdens most."""
    return max((_stretch_reasons(stretch, language) for stretch in stretches), key=_points, default=())


def _points(reasons: tuple[Reason, ...]) -> float:
    return sum(reason.points for reason in reasons)


def _stretches(sentence: Sequence[Token], text: str, language: _Language) -> Iterator[list[str]]:
    """The norms of a sentence's words and marks, in the parts between which a reader can rest.

    Rest is at a semicolon, a colon, a picture, and a comma before a new main clause ("…, maar we …"). What stands in
    brackets, and a long quotation, is a part of its own.
    """
    norms, asides = _folded(sentence, text, language)
    stretch: list[str] = []
    for norm in norms:
        if norm in _REST or (norm in language.joining and stretch[-1:] == [","]):
            yield stretch
            stretch = []
        stretch.append(norm)
    yield stretch
    yield from asides


def _folded(sentence: Sequence[Token], text: str, language: _Language) -> tuple[list[str], list[list[str]]]:
    """A sentence's norms in which what is long but not hard is one word, and the parts that are taken out of it.

    A name is one word, however many it has, and so is a quotation or a title; a figure weighs nothing; of what stands
    in brackets the words are only counted.
    """
    functional = _functional(language.lang)
    read = [
        _STANDING_FOR.get(kind, norm) if norm in functional or not text[span.start].isupper() else _NAME
        for span, kind, norm, _ in sentence
    ]
    read[:1] = [token.norm for token in sentence[:1]]
    read, asides = (read, []) if _CLOSING.keys().isdisjoint(read) else _without_asides(read)
    norms: list[str] = []
    last = ""
    for norm in read:
        if last is not _NAME or (norm is not _NAME and norm not in _WITHIN_NAMES):
            norms.append(norm)
            last = norm
    return norms, asides


def _without_asides(read: list[str]) -> tuple[list[str], list[list[str]]]:
    """The norms with what stands in brackets and quotation marks folded, and those parts: longer quotations only."""
    last = {norm: place for place, norm in enumerate(read)}
    norms: list[str] = []
    asides: list[list[str]] = []
    place = 0
    while place < len(read):
        norm, closing = read[place], _CLOSING.get(read[place], "")
        if last.get(closing, -1) > place:
            end = read.index(closing, place + 1)
            aside = read[place + 1 : end]
            norms += ["(", *[_ASIDE] * _words(aside), ")"] if norm == "(" else [_NAME]
            asides += [aside] if norm == "(" or len(aside) > _TITLE else []
            place = end
        else:
            norms.append(norm)
        place += 1
    return norms, asides


_FIELD_BITS = 16
_FIELD = (1 << _FIELD_BITS) - 1


def _may_be_hard(norms: list[str], language: _Language) -> bool:
    """Whether a sentence can reach `HARD`: from the sums of what its words are, and from a few rows of them.

    Each count here is at least the one that `_counts` finds in any stretch, for a small part of the work.
    """
    at_most = _counts_at_most(norms, language.lang)
    if _points_at_most(at_most) < HARD:
        return False
    at_most |= {"stacked": _stacked(norms, language), "stiff": _stiff(norms, language)}
    if at_most["nested"]:
        clauses = [norm in language.subordinators for norm in norms]
        at_most["nested"] = sum(clauses) + sum(map(and_, clauses, clauses[1:]))
    return _points_at_most(at_most) >= HARD


def _points_at_most(counts: Mapping[str, int]) -> float:
    return sum([_weight(part, count) for part, count in counts.items() if count > PARTS[part].free])


def _counts_at_most(norms: list[str], lang: str) -> dict[str, int]:
    """What each part can count in a sentence, where no order of its words is asked."""
    sums = sum(map(_word_traits(lang).__getitem__, norms))
    (
        words, commas, subordinators, participles, passives, prepositions, negations, stiff, long_words, nominals,
        articles, brackets, auxiliaries, inserting, van, het,
    ) = [(sums >> bits) & _FIELD for bits in range(0, 16 * _FIELD_BITS, _FIELD_BITS)]  # fmt: skip
    return {
        "long": words,
        "nested": 2 * subordinators,
        "interrupted": min(commas, 2 * inserting),
        "split": len(norms) if participles and auxiliaries else 0,
        "stacked": min(articles, prepositions),
        "brackets": len(norms) if brackets else 0,
        "passive": min(participles, passives),
        "nominal": nominals + (van if het else 0),
        "prepositions": prepositions,
        "negations": negations,
        "stiff": stiff,
        "long words": long_words,
    }


_LONG_WORD, _PARTICIPLES, _NOMINALS = (1 << place * _FIELD_BITS for place in (8, 3, 9))


@cache
def _word_traits(lang: str) -> Remembered[int]:
    """What words add to each sum of `_counts_at_most`, in fields of 16 bits, so that whole stretches are summed."""
    listed, long_word = _listed_traits(lang), _LANGUAGES[lang].long_word

    def traits_of(norm: str) -> int:
        shape = _shape(norm, lang)
        traits = listed.get(norm, 1)
        if len(norm) >= long_word:
            traits += _LONG_WORD
        return traits + (_PARTICIPLES if shape is _PARTICIPLE else _NOMINALS if shape is _NOMINAL else 0)

    return Remembered(traits_of)


def _listed_traits(lang: str) -> dict[str, int]:
    """What the words that a language lists add by that; any other is a word and no more."""
    language = _LANGUAGES[lang]
    fields: Sequence[Collection[str]] = (
        (), (",",), language.subordinators, (), language.passives, language.prepositions, language.negations,
        language.stiff, (), (), language.articles, ("(",), language.auxiliaries, language.inserting, ("van",), ("het",),
    )  # fmt: skip
    traits = {norm: int(norm not in _MARKS) for norm in {*_MARKS, *language.stiff_phrases}.union(*fields)}
    for place, norms in enumerate(fields):
        for norm in norms:
            traits[norm] += 1 << place * _FIELD_BITS
    for norm, phrases in language.stiff_phrases.items():
        traits[norm] += len(phrases) << fields.index(language.stiff) * _FIELD_BITS
    return traits


def _weight(part: str, count: int) -> float:
    """The points that a part gives to a sentence."""
    free, points, cap = PARTS[part]
    return min(cap, (count - free) * points) if count > free else 0.0


def _stretch_reasons(norms: list[str], language: _Language) -> tuple[Reason, ...]:
    if len(norms) < _SHORT:
        return ()
    reasons = []
    for part, count in _counts(norms, language):
        if count > PARTS[part].free:
            reasons.append(Reason(part, count, _weight(part, count)))
    return tuple(sorted(reasons, key=lambda reason: -reason.points))


def _counts(norms: list[str], language: _Language) -> Iterator[tuple[str, int]]:
    shapes = [_shape(norm, language.lang) for norm in norms]
    participles = [place for place, shape in enumerate(shapes) if shape is _PARTICIPLE]
    yield "long", _length(norms, language)
    yield "nested", _nested(norms, language)
    yield "interrupted", _interruptions(norms, language)
    yield "split", _widest_split(norms, participles, language)
    yield "stacked", _stacked(norms, language)
    yield "brackets", _bracketed(norms)
    yield "passive", min(len(participles), sum(norm in language.passives for norm in norms))
    yield "nominal", shapes.count(_NOMINAL) + _nominal_infinitives(norms)
    yield "prepositions", _chained(norms, language.prepositions)
    yield "negations", sum(norm in language.negations for norm in norms)
    yield "stiff", _stiff(norms, language)
    yield "long words", sum(len(norm) >= language.long_word for norm in norms)


@lru_cache(maxsize=4096)
def _shape(norm: str, lang: str) -> str:
    """Whether a word looks like a participle or like a noun that is made of a verb or an adjective."""
    language = _LANGUAGES[lang]
    if norm not in language.participle_like and re.match(language.participle, norm):
        return _PARTICIPLE
    return _NOMINAL if norm not in language.plain and re.match(language.nominal, norm) else ""


def _nested(norms: list[str], language: _Language) -> int:
    """The subordinate clauses; one that starts right after the first word of another counts double ("dat als …").

    The first word of all does not count, nor a clause that only continues a row ("en dat …").
    """
    count, last = 0, 0
    for place in range(1, len(norms)):
        if norms[place] in language.subordinators and _opens_clause(norms, place, language):
            count += 1 + (0 < last == place - 1)
            last = place
    return count


def _opens_clause(norms: list[str], place: int, language: _Language) -> bool:
    """Whether a subordinator begins a clause here, and is no preposition, adverb or word that points."""
    norm, before, after = norms[place], norms[place - 1], norms[place + 1 : place + 2]
    if before in language.joining:
        return False
    if norm in language.comparing:
        return before == "," or before in language.subordinators or not language.subjects.isdisjoint(after)
    if norm in language.adverbial:
        return before not in language.subordinators
    return norm not in language.pointing or before not in language.prepositions


def _nominal_infinitives(norms: list[str]) -> int:
    """How often an infinitive is a noun, as in Dutch "het niet tijdig betalen van"."""
    if "het" not in norms:
        return 0
    return sum(
        norm == "van" and norms[place - 1].endswith("en") and "het" in norms[max(0, place - 5) : place - 1]
        for place, norm in enumerate(norms)
    )


def _length(norms: list[str], language: _Language) -> int:
    """The words, where all items of a plain list but the first two weigh nothing."""
    if norms.count(",") < _LIST_ITEMS - 1:
        return _words(norms)
    length, row = 0, 0
    for item in _between_commas(norms):
        words = _words(item)
        burdened = any(norm in language.stiff or norm in language.auxiliaries for norm in item)
        row = 0 if burdened or not 0 < words <= _ITEM_WORDS else row + 1
        length += 0 if row >= _LIST_ITEMS else words
    return length


def _words(norms: list[str]) -> int:
    return sum(norm not in _MARKS for norm in norms)


def _between_commas(norms: list[str]) -> Iterator[list[str]]:
    start = 0
    for place, norm in enumerate(norms):
        if norm == ",":
            yield norms[start:place]
            start = place + 1
    yield norms[start:]


def _interruptions(norms: list[str], language: _Language) -> int:
    """How often a clause is left for another: after its first words, or to come back to its verb.

    What follows the last comma is never left again.
    """
    count, open_insertions = 0, 0
    following = norms.count(",")
    for before, mark, after in zip(norms, norms[1:], norms[2:], strict=False):
        if mark != ",":
            continue
        following -= 1
        if after in language.auxiliaries and open_insertions:
            count += 1
            open_insertions -= 1
        elif after in language.inserting:
            open_insertions += 1
            count += before in language.subordinators or (before in language.auxiliaries and following > 0)
    return count


def _widest_split(norms: list[str], participles: list[int], language: _Language) -> int:
    """The most words between an auxiliary and the participle that follows it, without another auxiliary in between.

    A participle right before an auxiliary goes with that one ("die gebundeld zouden worden").
    """
    partners = set(participles)
    widest, auxiliary = 0, len(norms)
    for place, norm in enumerate(norms):
        if norm in language.auxiliaries:
            auxiliary = place
        elif place in partners:
            if language.auxiliaries.isdisjoint(norms[place + 1 : place + 2]):
                widest = max(widest, place - auxiliary - 1)
            auxiliary = len(norms)
    return widest


def _stacked(norms: list[str], language: _Language) -> int:
    """How often a preposition follows an article: "de door ons gestelde vraag"."""
    if language.articles.isdisjoint(norms):
        return 0
    return sum(
        article in language.articles and after in language.prepositions and (article, after) not in _IDIOMS
        for article, after in pairwise(norms)
    )


def _bracketed(norms: list[str]) -> int:
    """The words in brackets."""
    if "(" not in norms:
        return 0
    words, depth = 0, 0
    for norm in norms:
        if norm == "(":
            depth += 1
        elif norm == ")":
            depth = max(0, depth - 1)
        else:
            words += depth > 0
    return words


def _chained(norms: list[str], prepositions: frozenset[str]) -> int:
    """The longest row of prepositions with at most three words between each two."""
    longest, row, last = 0, 0, -_GAP
    for place, norm in enumerate(norms):
        if norm in prepositions:
            row = row + 1 if place - last <= _GAP else 1
            last = place
            longest = max(longest, row)
    return longest


def _stiff(norms: list[str], language: _Language) -> int:
    """The stiff words and phrases."""
    count = 0
    for place, norm in enumerate(norms):
        if norm in language.stiff:
            count += 1
        for rest in language.stiff_phrases.get(norm, ()):
            count += tuple(norms[place + 1 : place + 1 + len(rest)]) == rest
    return count


def syllables(word: str, lang: str) -> int:
    """The syllables of `word` as it is spelled, at least one; a trema starts a syllable."""
    return _syllables(word.lower(), lang)


@lru_cache(maxsize=8192)
def _syllables(word: str, lang: str) -> int:
    word = unicodedata.normalize("NFC", word)
    known = _SYLLABLES[lang].get(word)
    if known is not None:
        return known
    return max(1, _english_syllables(word) if lang == "en" else _dutch_syllables(word))


def _dutch_syllables(word: str) -> int:
    return len(re.findall(_DUTCH_NUCLEUS, word.replace("qu", "kw")))


def _english_syllables(word: str) -> int:
    plain = re.sub(_ENGLISH_TAIL, "", fold(word))
    if plain.endswith("n't"):
        return _english_syllables(plain[:-3]) + (plain[-4:-3] not in "aeiour")
    spoken = len(re.findall(_ENGLISH_NUCLEUS, plain)) + len(re.findall(_ENGLISH_HIATUS, plain))
    return spoken - len(re.findall(_ENGLISH_SILENT, plain))
