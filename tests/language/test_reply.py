"""What posts ask, and what replies do with it: pairs in reply-nl.yaml and reply-en.yaml, and the parts of a reply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from postlint.context import Context
from postlint.document import Document, Span
from postlint.language.reply import (
    acknowledgements,
    amounts,
    answered_post,
    apologies,
    complaint,
    complaint_unacknowledged,
    contacts,
    deflections,
    elsewhere,
    greetings,
    handovers,
    hurt,
    insults_only,
    kind_in_words,
    next_steps,
    only_deflection,
    promises,
    questions,
    reasons,
    taken_up,
    thanks,
    unanswered,
)

FLOOR = 0.8  # of the pairs that were written after the rules; docs/language.md has their first runs


def reply(text: str, post: str, lang: str) -> Document:
    return Document(text, lang, Context(reply_to=post))


def holds(judgement: str, document: Document, kind: str) -> bool:
    post = answered_post(document)
    assert post is not None
    if judgement == "unanswered":
        kinds = [question.kind for question in unanswered(document)]
        return kind in kinds if kind else bool(kinds)
    if judgement == "only_deflection":
        return only_deflection(document)
    if judgement == "unacknowledged":
        return bool(complaint_unacknowledged(document))
    return insults_only(post)


def cases(lang: str, section: str) -> list[tuple[str, str, str, str, str, bool]]:
    """Language, judgement, kind, post, reply and whether the judgement holds."""
    table = yaml.safe_load(Path(__file__).with_name(f"reply-{lang}.yaml").read_text("utf-8"))
    table = table.get("held_out", {}) if section == "held_out" else {k: v for k, v in table.items() if k != "held_out"}
    found = []
    for judgement, sides in table.items():
        for side, lines in sides.items():
            for line in lines.splitlines():
                post, text = line.split(" => ")
                kind, _, rest = post.partition(": ") if judgement == "unanswered" and side == "is" else ("", "", post)
                found.append((lang, judgement, kind, rest, text, side == "is"))
    return found


@pytest.mark.parametrize(
    ("lang", "judgement", "kind", "post", "text", "expected"), [*cases("nl", "own"), *cases("en", "own")]
)
def test_judges_a_reply(lang: str, judgement: str, kind: str, post: str, text: str, expected: bool):
    assert holds(judgement, reply(text, post, lang), kind) == expected


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_judges_replies_written_after_the_rules(lang: str):
    pairs = cases(lang, "held_out")
    right = sum(
        holds(judgement, reply(text, post, lang), kind) == expected
        for _, judgement, kind, post, text, expected in pairs
    )
    assert right / len(pairs) >= FLOOR


QUESTIONS_NL = [
    ("Wanneer gaat het zwembad open?", "when"),
    ("Weet iemand hoe laat de bus gaat?", "when"),
    ("geen idee hoe laat de winkel sluit, jullie?", "when"),
    ("Op welke dag wordt het papier opgehaald?", "when"),
    ("wanneer komt de monteur", "when"),
    ("Ik vraag me af wanneer dat bord weggaat.", "when"),
    ("Hoe lang duurt de verbouwing nog?", "how_long"),
    ("Hoeveel weken moet ik wachten?", "how_long"),
    ("Wat kost een huwelijk op zaterdag?", "how_much"),
    ("Hoeveel bomen komen er terug?", "how_much"),
    ("Waar moet ik zijn voor een pas?", "where"),
    ("Weet iemand waar de ingang is?", "where"),
    ("Waar gaat die vergadering over?", "what"),
    ("Wie ruimt dat nou op?", "who"),
    ("Met wie kan ik daarover bellen?", "who"),
    ("Waarom staat dat hek er?", "why"),
    ("Ik snap niet waarom dat hek er staat.", "why"),
    ("Hoe komt het dat de lamp uit is?", "why"),
    ("Ik vraag me af of het loket open is.", "whether"),
    ("Is het loket morgen open?", "whether"),
    ("Dus het loket is dicht?", "whether"),
    ("Als ik met de trein kom, kan ik dan een fiets huren?", "whether"),
    ("Hoe kom ik op het eiland?", "how"),
    ("Kunnen jullie die tak weghalen?", "can_you"),
    ("Graag een reactie op mijn brief.", "can_you"),
    ("Kunt u mij vertellen wanneer het besluit valt?", "when"),
    ("Welke film draait er vanavond?", "what"),
    ("@gemeente hoe zit het met de rotonde?", "what"),
    ("Wanneer gaat hij open en wat kost een kaartje?", "when how_much"),
    ("Is het druk? En waar kan ik parkeren?", "whether where"),
]
QUESTIONS_EN = [
    ("When does the pool open?", "when"),
    ("Anyone know what time the bus leaves?", "when"),
    ("I'd love to know when the sign goes.", "when"),
    ("when is the plumber coming", "when"),
    ("How long will the works take?", "how_long"),
    ("How many weeks do I have to wait?", "how_long"),
    ("What does a Saturday wedding cost?", "how_much"),
    ("How many trees are coming back?", "how_much"),
    ("Where do I go for a pass?", "where"),
    ("Does anyone know where the entrance is?", "where"),
    ("Who clears that up?", "who"),
    ("Why is that fence there?", "why"),
    ("How come the lamp is off?", "why"),
    ("Wondering whether the desk is open.", "whether"),
    ("Is the desk open tomorrow?", "whether"),
    ("So the desk is closed?", "whether"),
    ("How do I get to the island?", "how"),
    ("Could you clear that branch?", "can_you"),
    ("Please answer my letter.", "can_you"),
    ("Can you tell me when the decision is made?", "when"),
    ("Which film is on tonight?", "what"),
    ("When does it open and how much is a ticket?", "when how_much"),
    ("Is it busy? And where can I park?", "whether where"),
]
NO_QUESTIONS = [
    ("nl", "Wanneer je belt, helpen we je meteen."),
    ("nl", "Ik weet waar het is."),
    ("nl", "Wat een mooie dag!"),
    ("nl", "De straat waar ik woon is dicht."),
    ("nl", "Iedereen die wil, mag mee."),
    ("nl", "Hallo?"),
    ("en", "When you call, we help at once."),
    ("en", "I know who did it."),
    ("en", "What a lovely day!"),
    ("en", "The street where I live is closed."),
    ("en", "Hello?"),
]
RHETORICAL = [
    ("nl", "Wie verzint zoiets?"),
    ("nl", "Hoe dom kun je zijn?"),
    ("nl", "Menen jullie dit nou echt?"),
    ("nl", "Hoe is het mogelijk?"),
    ("nl", "Schamen jullie je niet?"),
    ("en", "Are you kidding me?"),
    ("en", "Who comes up with this?"),
    ("en", "How stupid can you be?"),
    ("en", "What on earth were you thinking?"),
    ("en", "Why am I not surprised?"),
]


@pytest.mark.parametrize(
    ("lang", "post", "kinds"), [("nl", *case) for case in QUESTIONS_NL] + [("en", *case) for case in QUESTIONS_EN]
)
def test_finds_questions_by_kind(lang: str, post: str, kinds: str):
    found = questions(Document(post, lang))
    assert [question.kind for question in found] == kinds.split()
    assert not any(question.rhetorical for question in found)


@pytest.mark.parametrize(("lang", "post"), NO_QUESTIONS)
def test_finds_no_question(lang: str, post: str):
    assert questions(Document(post, lang)) == ()


@pytest.mark.parametrize(("lang", "post"), RHETORICAL)
def test_marks_rhetorical_questions(lang: str, post: str):
    found = questions(Document(post, lang))
    assert found
    assert all(question.rhetorical for question in found)


@pytest.mark.parametrize(
    ("post", "spans"),
    [
        ("Fijn feest! Wanneer gaat hij open en wat kost het?", ["Wanneer gaat hij open", "wat kost het?"]),
        ("Leuk, weet iemand hoe laat het begint?", ["weet iemand hoe laat het begint?"]),
    ],
)
def test_a_question_runs_from_its_first_word_to_the_next_question(post: str, spans: list[str]):
    assert [question.span.of(post) for question in questions(Document(post, "nl"))] == spans


@pytest.mark.parametrize(
    ("lang", "post", "complains", "hurts"),
    [
        ("nl", "Mijn bak is weer niet geleegd.", True, False),
        ("nl", "Al drie weken geen antwoord.", True, False),
        ("nl", "Wat een schande.", True, False),
        ("nl", "Mijn moeder is overleden.", False, True),
        ("nl", "Ik ben bang in het donker.", False, True),
        ("nl", "De bak is kapot en ik huil ervan.", True, True),
        ("nl", "Een mooi stuk over de haven.", False, False),
        ("nl", "Wat een stelletje sukkels.", False, False),
        ("en", "My bin was skipped again.", True, False),
        ("en", "Still no answer after three weeks.", True, False),
        ("en", "Disgraceful.", True, False),
        ("en", "My mother passed away.", False, True),
        ("en", "I am scared of the dark.", False, True),
        ("en", "The lift is broken and I'm in tears.", True, True),
        ("en", "See you again next year!", False, False),
    ],
)
def test_finds_complaint_and_hurt(lang: str, post: str, complains: bool, hurts: bool):
    document = Document(post, lang)
    assert bool(complaint(document)) == complains
    assert bool(hurt(document)) == hurts


QUIET = [
    ("nl", "Ik wacht nu drie weken en niemand belt.", True),
    ("nl", "Sinds september vraag ik om een drempel, er ligt nog steeds asfalt zonder.", True),
    ("nl", "Mijn moeder van 84 stond gisteren een uur bij de halte, er kwam geen bus.", True),
    ("nl", "Drie mails gestuurd. Stilte.", True),
    ("nl", "Elke ochtend hetzelfde verhaal: de lift staat stil.", True),
    ("nl", "Volgens jullie site is de balie open. Ik sta voor een deur op slot.", True),
    ("nl", "Weer een middag vrij genomen voor een monteur die niet kwam.", True),
    ("nl", "Het is de vierde brief waarin mijn naam niet klopt.", True),
    ("nl", "Ik heb het formulier nu twee keer ingevuld en moet weer opnieuw beginnen.", True),
    ("nl", "De container zit al sinds vrijdag vol.", True),
    ("nl", "Al maanden vraag ik om een lantaarnpaal, het blijft donker op ons pad.", True),
    ("nl", "Ik sta hier met twee kleine kinderen voor een gesloten loket.", True),
    ("nl", "Gisteren zou de monteur komen. Niet gezien.", True),
    ("nl", "Bij elk telefoontje krijg ik een ander verhaal.", True),
    ("nl", "Mijn zoon loopt nu een omweg van een halfuur naar school.", True),
    ("nl", "De vuilniswagen reed vanochtend gewoon onze straat voorbij.", True),
    ("nl", "Nou, de beloofde brief ligt hier nog altijd niet op de mat.", True),
    ("nl", "Al drie keer aangevraagd en nog geen pasje.", True),
    ("en", "I've been waiting three weeks now and nobody calls.", True),
    ("en", "I've asked for a crossing since September and there's only tarmac.", True),
    ("en", "My mum, 84, stood at the stop for an hour and no bus came.", True),
    ("en", "Three emails sent. Silence.", True),
    ("en", "Same story every morning: the lift isn't moving.", True),
    ("en", "Your site says the desk is open. I'm standing at a locked door.", True),
    ("en", "Took another afternoon off for an engineer who didn't show up.", True),
    ("en", "This is the fourth letter that gets my name wrong.", True),
    ("en", "I've filled in the form twice now and have to start all over.", True),
    ("en", "The bin has been full since Friday.", True),
    ("en", "For months I've been asking for a street light, the path stays dark.", True),
    ("en", "Standing here with two small kids in front of a shut counter.", True),
    ("en", "The engineer was supposed to come yesterday. Not seen.", True),
    ("en", "Every time I ring I get a different story.", True),
    ("en", "The bin lorry just drove by our road this morning.", True),
    ("en", "The letter you promised is still nowhere to be seen.", True),
    ("en", "Applied three times and I have yet to get a pass.", True),
    ("nl", "Ik kijk uit naar de opening van het park.", False),
    ("nl", "Hoe laat begint de markt zaterdag?", False),
    ("nl", "Wij zoeken nog twee vrijwilligers voor de speeltuin.", False),
    ("nl", "Over drie weken gaan we op vakantie, kan mijn afspraak later?", False),
    ("nl", "De bus kwam precies op tijd vandaag, fijn.", False),
    ("nl", "Sinds september wonen we hier met veel plezier.", False),
    ("nl", "Mijn moeder is 84 en wil graag een rondleiding.", False),
    ("nl", "Ik heb het formulier ingevuld, wat is de volgende stap?", False),
    ("nl", "Moet ik op de brief wachten voor ik kan beginnen?", False),
    ("nl", "Bedankt, er belde al na een dag iemand terug.", False),
    ("nl", "Leuke foto's van de intocht, waar kan ik ze bestellen?", False),
    ("nl", "Mijn zoon loopt zaterdag mee met de avondvierdaagse.", False),
    ("nl", "Is het loket zaterdag ook open?", False),
    ("nl", "De vuilniswagen komt toch op dinsdag?", False),
    ("en", "I'm looking forward to the opening of the park.", False),
    ("en", "What time does the market start on Saturday?", False),
    ("en", "We're looking for two more volunteers for the playground.", False),
    ("en", "We're away in three weeks, can my appointment move?", False),
    ("en", "The bus was right on time today, lovely.", False),
    ("en", "We've lived here since September and love it.", False),
    ("en", "My mum is 84 and would like a tour.", False),
    ("en", "I've filled in the form, what's the next step?", False),
    ("en", "Do I have to wait for the letter before I start?", False),
    ("en", "Thanks, someone called back after a day.", False),
    ("en", "Lovely pictures of the parade, where can I order them?", False),
    ("en", "My son's walking in the parade on Saturday.", False),
    ("en", "Is the counter open on Saturday too?", False),
    ("en", "The bin lorry comes on Tuesday, right?", False),
]


@pytest.mark.parametrize(("lang", "post", "complains"), QUIET)
def test_hears_a_complaint_without_strong_words(lang: str, post: str, complains: bool):
    document = Document(post, lang)
    assert bool(complaint(document) or hurt(document)) == complains


PARTS = [
    (apologies, "nl", "Sorry, dat was onze fout.", ["Sorry", "onze fout"]),
    (apologies, "en", "We apologise for any inconvenience.", []),
    (thanks, "nl", "Bedankt voor de tip!", ["Bedankt"]),
    (thanks, "nl", "Dankzij u is het gelukt.", []),
    (greetings, "en", "Hi Sam, it's fixed.", ["Hi"]),
    (deflections, "nl", "Zie onze website.", ["Zie", "website"]),
    (deflections, "en", "Please fill in the form.", ["fill in", "form"]),
    (deflections, "nl", "We komen morgen.", []),
    (handovers, "nl", "Ik heb het doorgezet naar team Groen.", ["heb het doorgezet"]),
    (handovers, "nl", "Mijn collega Anja belt u.", ["Mijn collega Anja belt"]),
    (handovers, "en", "I've passed it to our repairs team.", ["I've passed it to"]),
    (handovers, "en", "I have passed it on to Molly.", ["passed it on to"]),
    (handovers, "en", "I passed my exam last week.", []),
    (handovers, "nl", "Meneer Bos belt u morgen.", ["belt u"]),
    (handovers, "nl", "Fatima kijkt er vandaag naar.", ["kijkt er vandaag naar"]),
    (handovers, "nl", "Wij nemen dit serieus.", []),
    (handovers, "nl", "De lamp is uitgezet en de bloemen zijn neergelegd.", []),
    (handovers, "nl", "We hebben het nog niet doorgestuurd naar het waterschap.", []),
    (handovers, "nl", "Als we het doorsturen naar de provincie, duurt het langer.", []),
    (handovers, "en", "Have you passed this to our team?", []),
    (handovers, "en", "Our teachers are asked to arrive early.", []),
    (next_steps, "nl", "De taart is gemaakt en het feest geregeld.", []),
    (next_steps, "nl", "Je kunt ons bellen.", []),
    (next_steps, "nl", "Wij bellen u niet terug.", []),
    (next_steps, "nl", "Geen idee waar dat vandaan komt.", []),
    (next_steps, "nl", "De monteur komt langs en wij vervangen de pomp.", ["monteur komt", "wij vervangen"]),
    (next_steps, "nl", "Ik zoek uit waarom de bus niet kwam.", ["Ik zoek uit"]),
    (next_steps, "nl", "Mag ik u bellen?", ["Mag ik u bellen"]),
    (next_steps, "en", "The circus comes to town.", []),
    (next_steps, "en", "We will not call you about this.", []),
    (next_steps, "en", "We're mending the gate, and I'll ring you.", ["We're mending", "I'll ring"]),
    (deflections, "nl", "Onze website ligt eruit.", []),
    (deflections, "nl", "Check!", []),
    (deflections, "nl", "Plannen indienen mag tot 3 mei via de wijkraad.", []),
    (deflections, "nl", "Formulier op de site!", ["Formulier", "site"]),
    (deflections, "nl", "Bellen via de helpdesk.", ["via de helpdesk", "helpdesk"]),
    (deflections, "en", "The app crashed again.", []),
    (deflections, "en", "Details of the plan change every week.", []),
    (deflections, "en", "Form on our site!", ["Form", "site"]),
    (elsewhere, "nl", "Daar gaan wij niet over.", ["Daar gaan wij niet over"]),
    (elsewhere, "en", "That's not our department.", ["not our department"]),
    (elsewhere, "nl", "Dat is een andere vraag.", []),
    (next_steps, "nl", "Ik bel u morgen.", ["Ik bel"]),
    (next_steps, "en", "I'll ask around.", ["I'll ask"]),
    (reasons, "nl", "Het duurt langer doordat er iemand ziek is.", ["doordat"]),
    (reasons, "en", "It takes longer because of the rain.", ["because of"]),
    (reasons, "nl", "Loop door naar de balie.", []),
    (amounts, "nl", "Het kost € 15 of 20 euro, dus 10% minder.", ["€ 15", "20 euro", "10%"]),
    (amounts, "nl", "Op 3 mei is het gratis.", ["gratis"]),
    (amounts, "en", "It's £4, or three pounds for pupils.", ["£4", "three pounds"]),
    (contacts, "nl", "Bel 06-12345678 of 14 0123, of mail a@b.nl.", ["06-12345678", "14 0123", "a@b.nl"]),
    (contacts, "nl", "Op 12-10-2026 komen er 1200 mensen.", []),
    (contacts, "en", "Ring 01632 960123 or message @anna.", ["01632 960123", "@anna"]),
]


@pytest.mark.parametrize(("part", "lang", "text", "expected"), PARTS)
def test_finds_parts_of_a_reply(part, lang: str, text: str, expected: list[str]):
    assert [span.of(text) for span in part(Document(text, lang))] == expected


@pytest.mark.parametrize(
    ("lang", "text", "timed"),
    [
        ("nl", "We komen hier vrijdag op terug.", [True]),
        ("nl", "We komen hier zo snel mogelijk op terug.", [False]),
        ("nl", "Wordt vervolgd.", [False]),
        ("nl", "We komen erop terug.", [False]),
        ("nl", "Hier kom ik donderdag op terug.", [True]),
        ("nl", "U hoort morgen van ons.", [True]),
        ("nl", "Laat het ons weten.", []),
        ("en", "We'll get back to you by Friday.", [True]),
        ("en", "We'll get back to you shortly.", [False]),
        ("en", "We're on it!", [False]),
    ],
)
def test_tells_whether_a_promise_is_timed(lang: str, text: str, timed: list[bool]):
    assert [promise.timed for promise in promises(Document(text, lang))] == timed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We denken vandaag ook aan haar.", True),
        ("Onze gedachten zijn bij jullie.", True),
        ("We denken eraan om de brug te sluiten.", False),
        ("Denk aan de sluitingstijd.", False),
    ],
)
def test_thinking_of_somebody_is_understanding(text: str, found: bool):
    assert bool(acknowledgements(reply(text, "Mijn oma is vorig jaar overleden.", "nl"))) == found


def test_tells_own_words_of_understanding_from_general_ones():
    post = "De lift in de flat is kapot."
    own = acknowledgements(reply("Wat vervelend van die lift.", post, "nl"))
    general = acknowledgements(reply("Wat vervelend.", post, "nl"))
    assert [each.own for each in own] == [True]
    assert [each.own for each in general] == [False]


def test_takes_up_a_question_in_a_named_way():
    document = reply("Dat zoek ik voor u uit.", "Waarom is het hek dicht?", "nl")
    post = answered_post(document)
    assert post is not None
    (question,) = questions(post)
    answer = taken_up(document, question)
    assert answer is not None
    assert answer.way == "finds_out"
    assert answer.span.of(document.text) == "zoek ik"


@pytest.mark.parametrize(
    ("lang", "post", "expected"),
    [
        ("nl", "When does the museum open? I have the day off.", "en"),
        ("en", "Wanneer gaat het museum open? Ik heb een dag vrij.", "nl"),
        ("nl", "Museum?", "nl"),
    ],
)
def test_the_post_may_be_in_another_language(lang: str, post: str, expected: str):
    answered = answered_post(reply("Ok.", post, lang))
    assert answered is not None
    assert answered.lang == expected


def test_a_draft_that_answers_nothing_has_nothing_unanswered():
    document = Document("Wat leuk!", "nl")
    assert unanswered(document) == ()
    assert answered_post(document) is None
    assert complaint_unacknowledged(document) == ()


def test_names_kinds_in_the_drafts_language():
    (question,) = questions(Document("Hoe lang duurt het nog?", "nl"))
    assert kind_in_words(question, "nl") == "hoe lang"
    assert kind_in_words(question, "en") == "how long"


WORDS = st.sampled_from(
    "wanneer waarom hoe laat kan ik zie onze website sorry ja @jan 06-12345678 ? ! , . … weet iemand of € 3".split()
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS, TEXTS, st.sampled_from(["nl", "en", "de"]))
def test_any_two_texts_give_spans_inside_them(text: str, post: str, lang: str):
    document = reply(text, post or "?", lang)
    answered = answered_post(document)
    assert answered is not None
    for question in questions(answered):
        assert question.span.of(answered.text)
        if document.lang != "de":
            answer = taken_up(document, question)
            assert answer is None or answer.span.end <= len(text)
    for part in (apologies, deflections, handovers, next_steps, reasons, amounts, contacts):
        assert all(0 <= span.start < span.end <= len(text) for span in part(document))
    assert all(span.of(answered.text) for span in complaint_unacknowledged(document))
    assert set(unanswered(document)) <= set(questions(answered))
    assert only_deflection(document) in (True, False)
    assert not (insults_only(answered) and complaint(answered))


@pytest.mark.parametrize(
    "piece", ["a", "?", "wanneer", "sorry ", "é\u0301", "\u202eje belt ", "👩🏽‍🚒", "bel 14 0123 of mail ons, "]
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_long_and_odd_posts_are_read_to_their_end(piece: str, lang: str) -> None:
    text = piece * (50_000 // len(piece))
    document = Document(text, lang, Context(reply_to=text))
    for read in (
        questions,
        acknowledgements,
        deflections,
        handovers,
        next_steps,
        elsewhere,
        reasons,
        promises,
        contacts,
    ):
        assert all(0 <= found.start < found.end <= len(text) for found in map(span_of, read(document)))
    assert all(question.span.end <= len(text) for question in unanswered(document))
    assert isinstance(only_deflection(document), bool)
    assert all(span.end <= len(text) for span in complaint_unacknowledged(document))


def span_of(found: Any) -> Span:
    """The place of what a reader found, which is a span or has one."""
    return Span(*getattr(found, "span", found))
