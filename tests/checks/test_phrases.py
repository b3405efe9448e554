from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.checks.match import Matcher
from postlint.checks.phrases import Phrases, build_matcher, values
from postlint.document import Document
from postlint.language.tokens import words
from postlint.phrase import written_with_capitals
from postlint.phrase_compiler import compile_phrases, required_keys
from postlint.rule import Part


@dataclass(frozen=True)
class Forms:
    forms: frozenset[str]
    apart: tuple[tuple[frozenset[str], str], ...] = ()
    multiword: frozenset[str] = field(default_factory=frozenset)


KOMEN = frozenset({"kom", "komt", "komen", "kwam", "kwamen"})
HOLD = frozenset({"hold", "holds", "held", "holding"})
LEMMAS = {
    ("komen", "nl"): Forms(KOMEN | {"gekomen"}),
    ("terugkomen", "nl"): Forms(
        frozenset({"terugkom", "terugkomt", "terugkomen", "teruggekomen"}),
        ((KOMEN, "terug"),),
        frozenset({"terug te komen"}),
    ),
    ("horen", "nl"): Forms(frozenset({"hoor", "hoort", "horen", "gehoord"})),
    ("e-mail", "nl"): Forms(frozenset({"e-mail", "e-mails", "mail"})),
    ("promise", "en"): Forms(frozenset({"promise", "promises", "promised", "promising"})),
    ("postpone", "en"): Forms(HOLD, ((HOLD, "off"),), frozenset({"hold off"})),
}
LISTS = {
    "functies": {"wethouder": "", "wethouder zorg": "", "(loco) burgemeester": "", "<komen> kijken": ""},
    "jargon": {"vvgb": "verklaring van geen bedenkingen", "[pro memorie|p.m.]": "nog niet bekend", "BOB-fase": ""},
}
FREQUENCIES = {"de": 0.05, "we": 0.01, "op": 0.02, "er": 0.01, "the": 0.05, "hier": 0.004, "terug": 0.0006}


def inflect(lemma: str, lang: str) -> Forms:
    return LEMMAS.get((lemma, lang), Forms(frozenset({lemma})))


def compiled(
    *phrases: str, lang: str = "nl", free: bool = False, lists: Mapping[str, Mapping[str, str]] = LISTS
) -> Phrases:
    data = compile_phrases(
        phrases,
        lang=lang,
        lists=lists,
        free_order=free,
        inflect=inflect,
        rarity=lambda word: FREQUENCIES.get(word, 0.00001),
    )
    return Phrases(marshal.loads(marshal.dumps(data)))  # noqa: S302 — what was written a line ago


def marked(phrases: Phrases, text: str, lang: str = "nl") -> str:
    """The text with `[[ ]]` around every match."""
    parts, end = [], 0
    for match in phrases.find(Document(text, lang)):
        parts += [text[end : match.span.start], "[[", match.span.of(text), "]]"]
        end = match.span.end
    return "".join([*parts, text[end:]])


ORDERED = [
    # words
    ("kom", "nl", "Ik [[kom]] morgen."),
    ("kom", "nl", "Ik komen komt welkom."),
    ("zo snel mogelijk", "nl", "We doen het [[zo snel mogelijk]]."),
    ("zo snel mogelijk", "nl", "We doen het zo snel als mogelijk."),
    ("we zien wel", "nl", "[[We zien wel]]."),
    ("kom terug", "nl", "Kom. Terug naar huis."),
    ("kom terug", "nl", "[[Kom terug]]! En nog eens: [[kom terug]]."),
    ("as soon as possible", "en", "We will reply [[as soon as possible]]."),
    ("no comment", "en", "[[No comment]], sorry."),
    # how it is written
    ("nee", "nl", "[[Neeee]], niet weer."),
    ("zo'n", "nl", "[[Zo’n]] dag, [[zo'n]] week."),
    ("zo’n", "nl", "[[ZO'N]] dag."),
    ("don't", "en", "[[Don’t]] worry."),
    ("een", "nl", "[[Één]] keer is [[een]] keer."),
    ("geëist", "nl", "Het is [[geeist]]."),
    ("idee", "nl", "Wat een [[ide\u0301e]]"),
    ("geheim", "nl", "Dit is [[ge\u200bheim]]."),
    ("e-mail", "nl", "Stuur een [[e-mail]] of [[E mail]]."),
    ("e-mail", "nl", "Stuur een [[e–mail]]."),
    ("BOB-fase", "nl", "Na de [[BOB-fase]] volgt meer."),
    ("helaas niet", "nl", "Dat kan [[helaas — niet]]."),
    ("helaas niet", "nl", "Dat kan [[helaas 😬 niet]]"),
    ("24/7", "nl", "Wij zijn er [[24/7]]."),
    ("i.v.m.", "nl", "Dicht [[i.v.m.]] ziekte."),
    ("#durftevragen", "nl", "Wie weet dit? [[#DurfTeVragen]]"),
    ("@gemeente", "nl", "Vraag het [[@gemeente]]"),
    # alternatives and groups
    ("wij|we|ik komen", "nl", "[[Wij komen]], [[we komen]] en jij niet komen."),
    ("ik kom (nog) terug", "nl", "[[Ik kom terug]]. [[Ik kom nog terug]]. Ik kom echt terug."),
    ("(ik) kom (nog)", "nl", "[[Ik kom nog]] even, [[kom]] mee."),
    ("reactie [zo snel mogelijk|spoedig]", "nl", "[[Reactie zo snel mogelijk]] of [[reactie spoedig]] of reactie."),
    ("dit (zo snel mogelijk|spoedig) af", "nl", "[[Dit af]], [[dit spoedig af]], [[dit zo snel mogelijk af]]."),
    ("[zo|zo snel mogelijk]", "nl", "Het is [[zo]] en [[zo snel mogelijk]]."),
    ("[we (gaan (snel))|ik] weg", "nl", "[[We weg]], [[we gaan weg]], [[we gaan snel weg]], we snel weg, [[ik weg]]"),
    ("[zo snel mogelijk]|spoedig af", "nl", "[[Zo snel mogelijk af]], [[spoedig af]]"),
    ("we|I (will) [get back|reply]", "en", "[[We reply]], [[I will get back]], we get."),
    # gaps
    ("ik … terug", "nl", "[[Ik kom er nog op terug]]"),
    ("ik … terug", "nl", "Ik kom er later nog op terug."),
    ("ik ...5 terug", "nl", "[[Ik kom er later nog op terug]]."),
    ("ik … terug", "nl", "[[Ik terug]]"),
    ("ik … terug", "nl", "[[Ik kom terug]] en terug."),
    ("ik … terug", "nl", "[[Ik zei: ik kom terug]]"),
    ("ik … terug", "nl", "Ik kom morgen. Terug is beter."),
    ("ik … (nog) terug", "nl", "[[Ik kom hier ook nog terug]]"),
    ("ik … kom … terug", "nl", "[[Ik zeg kom zo terug]]"),
    ("[ik … terug|weg]", "nl", "[[ik ga terug]] en ik ga [[weg]]"),
    ("will … back", "en", "We [[will get straight back]] to you."),
    # inflection
    ("we <komen> terug", "nl", "[[We komen terug]], [[we kwamen terug]], we gaan terug."),
    ("<onbekend>", "nl", "Een [[onbekend]] woord."),
    ("<terugkomen>", "nl", "Hij [[komt hier later nog op terug]]."),
    ("<terugkomen>", "nl", "Ik hoop [[terug te komen]] en ben [[teruggekomen]]."),
    ("we … <terugkomen>", "nl", "[[We komen er morgen op terug]]."),
    ("<e-mail>", "nl", "Twee [[e-mails]] en een [[mail]]."),
    ("<postpone>", "en", "They [[held it off]] and [[hold off]]."),
    ("we <promise>", "en", "[[We promised]] nothing."),
    # lists and kinds of tokens
    ("de {functies} zegt", "nl", "[[De wethouder zegt]] ja, [[de wethouder zorg zegt]] nee."),
    ("{functies}", "nl", "[[Wethouder zorg]], [[burgemeester]], [[loco-burgemeester]], [[kwam kijken]]"),
    ("de {functies}|chef zegt", "nl", "[[De chef zegt]], [[de wethouder zegt]], de baas zegt"),
    ("bel {number}", "nl", "[[Bel 14020]] of bel ons."),
    ("via {handle}|{hashtag}", "nl", "Lees het [[via @jan]] of [[via #nieuws]]."),
    ("zie {url}", "nl", "[[Zie https://voorbeeld.nl/a]]."),
    ("mail {email}", "nl", "[[Mail a@voorbeeld.nl]]"),
    # begins and ends
    ("*wethouder", "nl", "De [[wijkwethouder]] en de [[wethouder]], niet de wethouders."),
    ("de wethouder* … boos", "nl", "[[De wethouders zijn boos]]"),
    ("*wethouder|baas is", "nl", "De oud-[[wethouder is]] weg, de [[baas is]] er."),
    ("*wethouder", "nl", "Vraag @oudwethouder"),
    # overlapping of one phrase
    ("ja ja", "nl", "[[Ja ja]] [[ja, ja]] ja."),
]


@pytest.mark.parametrize(("phrase", "lang", "text"), ORDERED)
def test_a_phrase_matches_in_order(phrase: str, lang: str, text: str) -> None:
    bare = text.replace("[[", "").replace("]]", "")
    assert marked(compiled(phrase, lang=lang), bare, lang) == text


FREE = [
    ("we|wij|ik <komen> hier|er|daar … op terug", "nl", "[[We komen hier op terug]]."),
    ("we|wij|ik <komen> hier|er|daar … op terug", "nl", "[[Hier komen we op terug]]."),
    ("we|wij|ik <komen> hier|er|daar … op terug", "nl", "Goed punt: [[daar kom ik vrijdag op terug]]!"),
    ("we|wij|ik <komen> hier|er|daar … op terug", "nl", "We komen hier vrijdag op visite."),
    ("we|wij|ik <komen> hier|er|daar … op terug", "nl", "We komen hier. Daar staat het op."),
    ("we|ik hier|daar <terugkomen>", "nl", "[[Hier kom ik op terug]]."),
    ("we|ik hier|daar <terugkomen>", "nl", "Beloofd: [[daar zijn we op teruggekomen]]."),
    ("nooit [zo snel mogelijk]", "nl", "[[Zo snel mogelijk is het nooit]]"),
    ("nooit [zo snel mogelijk]", "nl", "Zo mogelijk snel is het nooit"),
    ("ja ja", "nl", "[[Ja, ja]]."),
    ("ja ja", "nl", "Ja."),
    ("ik|jij jij|hij", "nl", "[[Hij en jij]]."),
    ("ik|jij jij|hij", "nl", "[[Jij en ik]]."),
    ("ik (morgen) weg", "nl", "Morgen ben [[ik weg]]."),
    ("ik weg", "nl", "Ik zeg dat [[ik weg]] ben."),
    ("ik weg", "nl", "[[Weg ben ik]] en blijf ik."),
    ("{functies} boos", "nl", "[[Boos is de wethouder zorg]] vandaag"),
    ("ik weg", "nl", "Ik een twee drie vier vijf zes zeven acht negen tien weg"),
    ("ik …5 weg", "nl", "[[Ik een twee drie vier vijf zes zeven acht negen tien weg]]"),
    ("weg", "nl", "Nu [[weg]]."),
    ("will back", "en", "[[Back we will]] be."),
]


@pytest.mark.parametrize(("phrase", "lang", "text"), FREE)
def test_a_phrase_free_of_order_matches_within_a_clause(phrase: str, lang: str, text: str) -> None:
    bare = text.replace("[[", "").replace("]]", "")
    assert marked(compiled(phrase, lang=lang, free=True), bare, lang) == text


MERGED = [
    (["snel mogelijk", "zo snel mogelijk"], "Graag [[zo snel mogelijk]]."),
    (["zo snel", "snel mogelijk"], "Graag zo [[snel mogelijk]]."),
    (["een twee", "twee drie", "drie vier vijf zes"], "[[een twee]] [[drie vier vijf zes]]"),
    (["ik", "jij"], "[[Ik]] en [[jij]]. [[Ik]]!"),
    (["aap noot", "noot aap"], "[[aap noot]] aap"),
]


@pytest.mark.parametrize(("phrases", "text"), MERGED)
def test_of_overlapping_matches_the_longest_stays(phrases: list[str], text: str) -> None:
    bare = text.replace("[[", "").replace("]]", "")
    assert marked(compiled(*phrases), bare) == text


def test_a_list_by_itself_gives_the_entry_and_its_value() -> None:
    found = compiled("{jargon}").find(Document("Na de bob-fase volgt het VVGB-traject, P.M.", "nl"))
    assert [dict(match.values) for match in found] == [
        {"entry": "BOB-fase", "value": ""},
        {"entry": "vvgb", "value": "verklaring van geen bedenkingen"},
        {"entry": "[pro memorie|p.m.]", "value": "nog niet bekend"},
    ]


CASED = [
    ("BOB|OR", "Na de [[BOB]] kwam Bob", "nl"),
    ("BOB|OR", "tea or coffee? Ask the [[OR]].", "en"),
    ("Wlz|WLZ", "de [[Wlz]] en de [[WLZ]], geen wlz", "nl"),
    ("vvgb|TLV's", "[[VVGB]], [[vvgb]], [[TLV's]] en tlv's", "nl"),
    ("de OR vergadert", "[[De OR vergadert]], de or vergadert", "nl"),
    ("{afkortingen}", "Wat is een [[RES]]? Een fles res.", "nl"),
]


@pytest.mark.parametrize(("phrase", "text", "lang"), CASED)
def test_with_exact_case_capitals_must_be_capitals(phrase: str, text: str, lang: str) -> None:
    lists = {"afkortingen": {"RES": "regionaal plan voor energie"}}
    data = compile_phrases([phrase], lang=lang, lists=lists, free_order=False, inflect=inflect, rarity=lambda _: 0.001)
    phrases = Phrases(data, written_with_capitals([phrase], lists))
    bare = text.replace("[[", "").replace("]]", "")
    assert marked(phrases, bare) == text


HASHTAGS = [
    ("geheim plan", "Lees over #GeheimPlan", "Lees over [[#GeheimPlan]]"),
    ("niet openbaar", "Dit is #nietopenbaar", "Dit is [[#nietopenbaar]]"),
    ("niet openbaar", "Dit is nietopenbaar", "Dit is nietopenbaar"),
    ("nog niet openbaar", "Dit is #nognietopenbaar", "Dit is [[#nognietopenbaar]]"),
    ("durf|durft te vragen", "Wie helpt? #DurfTeVragen", "Wie helpt? [[#DurfTeVragen]]"),
    ("wie durft er te vragen", "#wiedurftertevragen", "#wiedurftertevragen"),
    ("niet … openbaar", "Dit is #nietopenbaar", "Dit is #nietopenbaar"),
]


@pytest.mark.parametrize(("phrase", "text", "expected"), HASHTAGS)
def test_words_match_the_hashtag_that_they_make(phrase: str, text: str, expected: str) -> None:
    assert marked(compiled(phrase), text) == expected


def test_a_phrase_is_known_by_its_rarest_words() -> None:
    def keys_of(phrase: str, *, free: bool = False) -> tuple[frozenset[str], frozenset[str]] | None:
        data = compile_phrases(
            [phrase],
            lang="nl",
            lists=LISTS,
            free_order=free,
            inflect=inflect,
            rarity=lambda word: FREQUENCIES.get(word, 0.00001),
        )
        required = required_keys(data)
        return None if required is None else required[0]

    assert keys_of("de we … op <horen>") == ({"op hoor", "op hoort", "op horen", "op gehoord"}, frozenset())
    assert keys_of("we … (hier) … <horen>") == ({"hoor", "hoort", "horen", "gehoord"}, frozenset())
    assert keys_of("we … hier … terug") == ({"terug"}, {"hier"})
    assert keys_of("we (hier) terug") == ({"terug"}, {"we"})
    assert keys_of("we de terug", free=True) == ({"terug"}, {"we"})
    assert keys_of("[de we|hier] … op") == ({"we", "hier"}, {"op"})
    assert keys_of("de {number}") == ({"{number}"}, {"de {number}"})
    assert keys_of("*wethouder") is None
    assert keys_of("*wethouder zegt") == ({"zegt"}, frozenset())


def no_nested(part: Part) -> Matcher:
    raise AssertionError(part)


def test_what_a_message_may_quote_is_what_every_match_carries() -> None:
    def values_of(*phrases: str) -> frozenset[str]:
        data = compile_phrases(
            phrases, lang="nl", lists=LISTS, free_order=False, inflect=inflect, rarity=lambda word: len(word) / 1000
        )
        assert build_matcher({**data, "cased": {}}, no_nested)(Document("niets", "nl")) == []
        return values({**data})

    assert values_of("{jargon}") == {"entry", "value"}
    assert values_of("{jargon}", "los woord") == frozenset()
    assert values_of() == frozenset()


@pytest.mark.parametrize("free", [True, False])
@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("ja ja", "ja "),
        ("[ik|ja] [ja|nee] ja", "ja "),
        ("a …20 a …20 b", "a "),
        ("*aaa …9 b", "aaa "),
        ("<terugkomen>", "kom "),
    ],
)
def test_no_state_is_tried_twice_at_a_word(phrase: str, unit: str, free: bool) -> None:
    text = unit * 3000 + "b terug"
    assert len(compiled(phrase, free=free).find(Document(text, "nl"))) <= 3000


WORD = st.sampled_from(["kom", "terug", "hier", "op", "we", "é", "zo'n", "Geheim", "neee"])


DEPTH = 2


@st.composite
def phrases_with_texts(draw: st.DrawFn, depth: int = DEPTH) -> tuple[str, str]:
    """A phrase and words that it must match."""
    items, said = [], []
    for place in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["word", "either", "maybe", "gap", "group"])) if place else "word"
        word, other = draw(WORD), draw(WORD)
        if kind == "word":
            items, said = [*items, word], [*said, word]
        elif kind == "either":
            items, said = [*items, f"[{other}|{word}]"], [*said, word]
        elif kind == "maybe":
            items, said = [*items, f"({other} {word})"], [*said, *([other, word] if draw(st.booleans()) else [])]
        elif kind == "gap":
            between = draw(st.lists(WORD, max_size=4))
            items, said = [*items, "…", word], [*said, *between, word]
        elif depth:
            inner, inside = draw(phrases_with_texts(depth=depth - 1))
            items, said = [*items, f"[{inner}|{other}]"], [*said, inside]
    return " ".join(items), " ".join(said)


@given(phrases_with_texts(), st.text(alphabet=st.sampled_from(" ,\u200bEé’-!"), max_size=3))
def test_a_phrase_matches_what_was_made_from_it(case: tuple[str, str], around: str) -> None:
    phrase, text = case
    assert compiled(phrase).find(Document(f"{text}", "nl"))
    assert compiled(phrase).find(Document(f"{around} {text} {around}".replace("!", ","), "nl"))


TEXT = st.lists(
    st.one_of(st.text(max_size=6), st.sampled_from(["we", "komen", "hier", "op", "terug", "ja", ".", "\n\n"]))
).map(" ".join)


@given(TEXT, st.booleans())
def test_spans_lie_on_the_edges_of_words_and_never_overlap(text: str, free: bool) -> None:
    phrases = compiled("we|ja … terug (op)", "hier <komen>", "[op|ja] ja", "<terugkomen> {functies}|op", free=free)
    document = Document(text, "nl")
    found = phrases.find(document)
    starts = {token.span.start for token in words(document)}
    ends = {token.span.end for token in words(document)}
    assert all(match.span.start in starts and match.span.end in ends for match in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    assert found == phrases.find(Document(text, "nl"))
