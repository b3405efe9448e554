"""What a reply does with the post that it answers.

Of a post: `questions`, `complaint`, `hurt`, `insults_only`. Of a reply (a document whose context has `reply_to`):
`taken_up`, `unanswered`, `only_deflection` and `complaint_unacknowledged`, and by themselves the words that
acknowledge, send away, hand over or promise.

A reply has the benefit of the doubt. A question counts as taken up at the least sign: an answer of its kind, an honest
"I'll find out", a word of its topic, any statement in a reply that is not idle. Idle are praise, wishes and thanks; a
sentence that praises answers nothing, whatever words it has ("Wist u dat onze bus elk uur rijdt?").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Final, Literal, NamedTuple, cast, get_args

from postlint.document import Document, Span, view
from postlint.language import reply_en, reply_nl
from postlint.language.assertion import asserts
from postlint.language.clauses import finite_verbs
from postlint.language.phrasebook import Phrasebook, Said, norms, said, sentence_ends, span_of, starts_part
from postlint.language.tokens import Token, TokenKind, tokens

Kind = Literal["when", "how_long", "how_much", "where", "who", "why", "how", "whether", "can_you", "what"]
Way = Literal[
    "answers",
    "finds_out",
    "asks_back",
    "declines",
    "invites",
    "hands_over",
    "acts",
    "points_elsewhere",
    "sends_away",
    "promises",
    "same_topic",
]

_TABLES: Final = {"nl": reply_nl, "en": reply_en}
_BY_QUESTION_WORD: Final = tuple(kind for kind in get_args(Kind) if kind not in ("whether", "can_you"))
_MEASURED: Final = frozenset(("when", "how_much", "how_long", "where"))
_SHORTEST_QUESTION: Final = 3
_STEM: Final = 5
_LATEST_DAY: Final = 31
_LONGEST_ABUSE: Final = 25
_NAME_LENGTH: Final = 2
_FEWEST_PHONE_DIGITS: Final = 6
_QUOTING: Final = frozenset((":", '"', "“", "‘", "'"))
_SHORTEST_STEM: Final = 4
_LONGEST_SIGN: Final = 6


class Question(NamedTuple):
    """What a post asks: `kind` is the answer that it waits for.

    A `rhetorical` question waits for none. Of one that is not `clear` the kind is a guess.
    """

    span: Span
    kind: Kind
    rhetorical: bool = False
    clear: bool = True


class Answer(NamedTuple):
    """Where and in what way a reply takes a question up."""

    span: Span
    way: Way


class Acknowledgement(NamedTuple):
    """Words of understanding; `own` says that their sentence takes up words of the post."""

    span: Span
    own: bool


class Promise(NamedTuple):
    """A promise; `timed` says that its sentence tells when."""

    span: Span
    timed: bool


# --- the post -------------------------------------------------------------------------------------------------------


@view
def answered_post(document: Document) -> Document | None:
    """The post that the draft answers, in its own language; the draft's where that cannot be told."""
    text = document.context.reply_to
    if not text:
        return None
    post = Document(text, document.lang)
    words = norms(post)
    counts = {lang: sum(word in table.COMMON for word in words) for lang, table in _TABLES.items()}
    likeliest = max(counts, key=counts.__getitem__)
    if likeliest != document.lang and counts[likeliest] > counts.get(document.lang, 0):
        return Document(text, likeliest)
    return post


@view
def questions(document: Document) -> tuple[Question, ...]:
    """The questions of a post, in order, with and without a question mark, direct and indirect."""
    if document.lang not in _TABLES:
        return ()
    return tuple(question for first, end in _sentences(document) for question in _asked(document, first, end))


def kind_in_words(question: Question, lang: str) -> str:
    """What the question asks for, in a word of `lang`: "wanneer", "how much"; in English where `lang` has none."""
    words: dict[Kind, str] = _TABLES.get(lang, reply_en).KINDS
    return words[question.kind]


@view
def complaint(document: Document) -> tuple[Span, ...]:
    """What shows that a post complains: something broken, late, refused, ignored, or outrage that insults nobody."""
    facts = _spans(document, _asking(document), "complaint")
    return facts or (() if _asking(document)["insult"] else _spans(document, _asking(document), "outrage"))


@view
def hurt(document: Document) -> tuple[Span, ...]:
    """What shows that the writer of a post is hurt: loss, fear, illness, grief, humiliation, anger."""
    return _spans(document, _asking(document), "hurt")


@view
def insults_only(document: Document) -> bool:
    """Whether a post is mere abuse: no complaint, no hurt, and no question that waits for an answer."""
    asking = _asking(document)
    if not asking["insult"] or asking["compliment"] or _length(document, 0, len(tokens(document))) > _LONGEST_ABUSE:
        return False
    asks = any(not question.rhetorical for question in questions(document))
    return not (asks or complaint(document) or hurt(document))


@view
def _asking(document: Document) -> Mapping[str, list[Said]]:
    return _by_family(document, "ASKING")


def _by_family(document: Document, name: str) -> Mapping[str, list[Said]]:
    """The phrases of the book `name` that are said, by family; none in a language without phrases."""
    book: Phrasebook = getattr(_TABLES.get(document.lang, reply_en), name)
    found: dict[str, list[Said]] = {family: [] for family in book.families}
    if document.lang in _TABLES:
        for phrase in said(document, book):
            found[phrase.family].append(phrase)
    return found


def _spans(document: Document, found: Mapping[str, list[Said]], *families: str) -> tuple[Span, ...]:
    phrases = sorted({(phrase.first, phrase.end) for family in families for phrase in found[family]})
    return tuple(span_of(document, first, end) for first, end in phrases)


def _between(phrases: Sequence[Said], first: int, end: int) -> Sequence[Said]:
    """Those of `phrases`, in order of place, that start on a token from `first` up to and without `end`."""
    return phrases[bisect_left(phrases, first, key=_first_token) : bisect_left(phrases, end, key=_first_token)]


def _within(phrases: Sequence[Said], first: int, end: int) -> bool:
    """Whether one of `phrases`, in order of place, starts on these tokens."""
    place = bisect_left(phrases, first, key=_first_token)
    return place < len(phrases) and phrases[place].first < end


def _first_token(phrase: Said) -> int:
    return phrase.first


def _length(document: Document, first: int, end: int) -> int:
    """The number of words on these tokens."""
    return sum(token.kind is TokenKind.WORD for token in tokens(document)[first:end])


@view
def _sentences(document: Document) -> tuple[tuple[int, int], ...]:
    """First token and the one after the last, of each sentence."""
    edges = sorted({0, *sentence_ends(document)})
    return tuple(pairwise(edges))


def _asked(document: Document, first: int, end: int) -> Iterator[Question]:
    """The questions of the sentence on these tokens."""
    marked = any("?" in word for word in norms(document)[first:end])
    telling = next(iter(_between(_asking(document)["telling"], first, end)), None)
    openers = _openers(document, first, end, telling, marked=marked)
    if not openers:
        yield from _without_opener(document, first, end, marked=marked)
        return
    starts = [opener.first for opener in openers]
    if telling is not None:
        starts[0] = min(starts[0], telling.first)
    rhetorical = _within(_asking(document)["rhetorical"], first, end)
    for opener, start, stop in zip(openers, starts, (*starts[1:], end), strict=True):
        kind = _kind(document, opener, stop)
        yield Question(_trimmed(document, start, stop), kind, rhetorical, clear=kind != "what")


def _openers(document: Document, first: int, end: int, telling: Said | None, *, marked: bool) -> list[Said]:
    """The question words that open a question, from left to right.

    Without a question mark that takes words that lead up to it ("weet iemand …") or a verb behind it.
    """
    words, table = norms(document), _TABLES[document.lang]
    opened: list[Said] = []
    for phrase in _question_words(document, first, end, telling):
        if opened and phrase.first < opened[-1].end:
            continue
        led = telling is not None and phrase.first >= telling.end - 1
        direct = marked or (phrase.first == first and phrase.end < end and words[phrase.end] in table.SECOND)
        if led or (direct and starts_part(document, phrase.first)):
            opened.append(phrase)
    return opened


def _question_words(document: Document, first: int, end: int, telling: Said | None) -> list[Said]:
    """All question words of a sentence, of those at one place the longest; "of" and "whether" only where led up to."""
    found: dict[int, Said] = {}
    for family in _BY_QUESTION_WORD:
        for phrase in _between(_asking(document)[family], first, end):
            known = found.get(phrase.first)
            if known is None or known.end < phrase.end:
                found[phrase.first] = phrase
    if telling is not None:
        for place in range(telling.end, min(telling.end + 4, end)):
            if norms(document)[place] in _TABLES[document.lang].WHETHER:
                found.setdefault(place, Said("whether", place, place + 1))
    return [found[place] for place in sorted(found)]


def _kind(document: Document, opener: Said, stop: int) -> Kind:
    """The kind that a question word asks for; "waar gaat het over" asks for no place."""
    if opener.family == "where" and document.lang == "nl":
        words, particles = norms(document), reply_nl.PARTICLES
        for place in range(opener.end, stop):
            following = words[place + 1] if place + 1 < stop else "?"
            if words[place] in particles and (not following[0].isalpha() or following in reply_nl.SECOND):
                return "what"
    return cast(Kind, opener.family)


def _without_opener(document: Document, first: int, end: int, *, marked: bool) -> Iterator[Question]:
    """A yes or no, or a request."""
    asking = _asking(document)
    begins, requests = (_within(asking[family], first, end) for family in ("whether", "can_you"))
    if _length(document, first, end) < _SHORTEST_QUESTION or not (marked or begins or requests):
        return
    kind: Kind = "can_you" if requests else "whether"
    rhetorical = _within(asking["rhetorical"], first, end)
    yield Question(_trimmed(document, first, end), kind, rhetorical, clear=marked)


def _trimmed(document: Document, first: int, end: int) -> Span:
    """Without a comma or "en" at the end."""
    while end > first + 1 and norms(document)[end - 1] in (",", ";", "en", "and", "of", "or", "("):
        end -= 1
    return span_of(document, first, end)


# --- the reply ------------------------------------------------------------------------------------------------------


@view
def unanswered(document: Document) -> tuple[Question, ...]:
    """The questions of the post answered that the reply surely does not take up."""
    post = answered_post(document)
    if post is None or document.lang not in _TABLES or insults_only(post):
        return ()
    return tuple(
        question
        for question in questions(post)
        if (question.clear or _is_hollow(document)) and not question.rhetorical and taken_up(document, question) is None
    )


def taken_up(document: Document, question: Question) -> Answer | None:
    """How the reply takes up `question` of the post that it answers: by an answer, by finding out, by asking back."""
    found = _ANSWERS[question.kind](document)
    if found is not None:
        return Answer(found, "answers")
    otherwise = _otherwise(document)
    if otherwise is not None or _is_hollow(document):
        return otherwise
    if question.kind not in _MEASURED:
        detail = _detail(document) or _same_topic(document, question)
        if detail is not None:
            return Answer(detail, "same_topic")
    return None if _is_idle(document) else Answer(Span(0, len(document.text)), "same_topic")


@view
def _otherwise(document: Document) -> Answer | None:
    """How the reply takes up any question without answering it."""
    for way, families in _WAYS.items():
        place = _first(document, *families, anywhere=True)
        if place is not None:
            return Answer(place, way)
    return None


@view
def _detail(document: Document) -> Span | None:
    return _number(document) or _moment(document)


_WAYS: Final[dict[Way, tuple[str, ...]]] = {
    "finds_out": ("finds_out",),
    "asks_back": ("asks_back",),
    "declines": ("declines",),
    "invites": ("invites",),
    "hands_over": ("handover",),
    "acts": ("step",),
    "points_elsewhere": ("elsewhere",),
    "sends_away": ("refers", "channel"),
    "promises": ("promise",),
}


@view
def _is_idle(document: Document) -> bool:
    """Whether praise, wishes, thanks or an exclamation show that the reply does something else than answer."""
    return bool(_idle(document)) or any("!" in word for word in norms(document))


@view
def _is_hollow(document: Document) -> bool:
    """Whether no sentence says anything: each praises, wishes, thanks or greets."""
    return bool(_idle(document)) and all(_says_nothing(document, first, end) for first, end in _sentences(document))


def _says_nothing(document: Document, first: int, end: int) -> bool:
    """Whether the sentence on these tokens praises, wishes, thanks or greets, or is a name beneath the reply."""
    if _is_void(document)[first] or _within(_idle(document).get("courtesy", ()), first, end):
        return True
    saying = _saying(document)
    polite = any(_within(saying[family], first, end) for family in ("greeting", "thanks"))
    return polite or (_length(document, first, end) <= _NAME_LENGTH and not _counts(document, first, end))


def _counts(document: Document, first: int, end: int) -> bool:
    numerals = _TABLES[document.lang].NUMERALS
    return any(token.kind is TokenKind.NUMBER or token.norm in numerals for token in tokens(document)[first:end])


@view
def _saying(document: Document) -> Mapping[str, list[Said]]:
    return _by_family(document, "ANSWERING")


@view
def _idle(document: Document) -> Mapping[str, list[Said]]:
    return {family: found for family, found in _by_family(document, "FILLER").items() if found}


@view
def _is_void(document: Document) -> tuple[bool, ...]:
    """For each token whether its sentence praises and so answers nothing."""
    praise = _idle(document).get("praise", ())
    void: list[bool] = []
    for first, end in _sentences(document):
        void.extend([_within(praise, first, end)] * (end - first))
    return tuple(void)


def _first(document: Document, *families: str, anywhere: bool = False) -> Span | None:
    """The first phrase of `families`, in a sentence that says something or `anywhere`."""
    void = _is_void(document)
    for family in families:
        for phrase in _saying(document)[family]:
            if (anywhere or not void[phrase.first]) and _stands(document, phrase):
                return span_of(document, phrase.first, phrase.end)
    return None


def _stands(document: Document, phrase: Said) -> bool:
    """Asking back takes a question mark."""
    if phrase.family != "asks_back":
        return True
    return _sentence(document, phrase.first) in _marked(document)


@view
def _marked(document: Document) -> frozenset[tuple[int, int]]:
    """The sentences with a question mark."""
    places = (place for place, word in enumerate(norms(document)) if "?" in word)
    return frozenset(_sentence(document, place) for place in places)


def _first_word(document: Document, words: frozenset[str]) -> Span | None:
    void = _is_void(document)
    found = (token.span for place, token in enumerate(tokens(document)) if token.norm in words and not void[place])
    return next(found, None)


def _number(document: Document) -> Span | None:
    void = _is_void(document)
    return next(
        (
            token.span
            for place, token in enumerate(tokens(document))
            if token.kind is TokenKind.NUMBER and not void[place]
        ),
        None,
    )


def _moment(document: Document) -> Span | None:
    from postlint.language.moments import moments

    void = _is_void(document)
    placed = (moment.span for moment in moments(document) if not moment.vague and moment.direction != "past")
    return next((span for span in placed if not void[_place_at(document, span.start)]), None)


def _place_at(document: Document, offset: int) -> int:
    return bisect_right(tokens(document), offset, key=_start) - 1


def _start(token: Token) -> int:
    return token.span.start


def _name(document: Document) -> Span | None:
    """A handle, or a word with a capital that does not start a sentence."""
    words, ends, text = norms(document), sentence_ends(document), document.text
    for place, token in enumerate(tokens(document)):
        if token.kind is TokenKind.HANDLE:
            return token.span
        if token.kind is not TokenKind.WORD or not token.span.of(text).istitle() or len(token.norm) == 1:
            continue
        if (
            token.norm not in reply_en.CALENDAR
            and place
            and ends[place - 1] != place
            and words[place - 1] not in _QUOTING
        ):
            return token.span
    return None


@view
def _answers_when(document: Document) -> Span | None:
    return _first(document, "time") or _day_or_hour(document) or _moment(document)


def _day_or_hour(document: Document) -> Span | None:
    """A number that may tell when: of a day, an hour or a year."""
    void = _is_void(document)
    for place, token in enumerate(tokens(document)):
        if token.kind is TokenKind.NUMBER and not void[place] and _may_tell_when(token.norm):
            return token.span
    return None


def _may_tell_when(number: str) -> bool:
    if not number.isdigit():
        return not number.endswith("%") and len(number.rpartition(".")[2]) != len("000")
    return int(number[:9]) <= _LATEST_DAY or (len(number) == 4 and number[:2] in ("19", "20"))


@view
def _answers_where(document: Document) -> Span | None:
    return _first(document, "place") or _name(document)


@view
def _answers_who(document: Document) -> Span | None:
    from postlint.language.people import people

    found = _first(document, "person") or _name(document) or _first_word(document, _TABLES[document.lang].ROLES)
    return found or next((mention.span for mention in people(document)), None)


@view
def _answers_how_much(document: Document) -> Span | None:
    return _number(document) or _first_word(document, _TABLES[document.lang].NUMERALS)


@view
def _answers_how_long(document: Document) -> Span | None:
    found = _first_word(document, _TABLES[document.lang].UNITS)
    return found or _answers_when(document)


@view
def _answers_why(document: Document) -> Span | None:
    return _first(document, "reason")


@view
def _answers_whether(document: Document) -> Span | None:
    return _first(document, "yes_no")


@view
def _answers_how(document: Document) -> Span | None:
    return _first(document, "way")


@view
def _answers_request(document: Document) -> Span | None:
    return _first(document, "yes_no", "step", "handover", "promise")


def _answers_what(_document: Document) -> Span | None:
    """An open question has no words by which its answer is known."""
    return None


_ANSWERS: Final[dict[Kind, Callable[[Document], Span | None]]] = {
    "when": _answers_when,
    "where": _answers_where,
    "who": _answers_who,
    "how_much": _answers_how_much,
    "how_long": _answers_how_long,
    "why": _answers_why,
    "whether": _answers_whether,
    "how": _answers_how,
    "can_you": _answers_request,
    "what": _answers_what,
}


def _same_topic(document: Document, question: Question) -> Span | None:
    """A content word of the question in a sentence of the reply that says something."""
    post, topics = answered_post(document), _topics(document)
    if post is None:
        return None
    first, last = _place_at(post, question.span.start), _place_at(post, question.span.end - 1)
    shared = (topics[stem] for _, _, stem in _stemmed(post, first, last + 1) if stem in topics)
    return next(shared, None)


@view
def _topics(document: Document) -> Mapping[str, Span]:
    """The content words in sentences that say something."""
    void = _is_void(document)
    return {stem: span for place, span, stem in _stemmed(document, 0, len(tokens(document))) if not void[place]}


def _stemmed(document: Document, first: int, end: int) -> Iterator[tuple[int, Span, str]]:
    """Place and span of each content word on these tokens, with the letters that its inflections share."""
    stopwords = _TABLES[document.lang].STOPWORDS
    for place, token in enumerate(tokens(document)[first:end], first):
        if token.kind is TokenKind.WORD and len(token.norm) >= _SHORTEST_STEM and token.norm not in stopwords:
            yield place, token.span, token.norm[:_STEM]


@view
def acknowledgements(document: Document) -> tuple[Acknowledgement, ...]:
    """Words of understanding, apology or thanks for the report."""
    saying, post = _saying(document), answered_post(document)
    comparable = post is not None and post.lang == document.lang and document.lang in _TABLES
    topic = {stem for _, _, stem in _stemmed(post, 0, len(tokens(post)))} if post and comparable else set()
    phrases = sorted(phrase[1:] for family in _UNDERSTANDING for phrase in saying[family])
    own = {
        sentence: bool(topic) and any(stem in topic for _, _, stem in _stemmed(document, *sentence))
        for sentence in {_sentence(document, first) for first, _ in phrases}
    }
    return tuple(
        Acknowledgement(span_of(document, first, end), own[_sentence(document, first)]) for first, end in phrases
    )


def _sentence(document: Document, place: int) -> tuple[int, int]:
    """The sentence in which token number `place` stands."""
    return _sentences(document)[bisect_right(_sentences(document), place, key=_first_of) - 1]


def _first_of(sentence: tuple[int, int]) -> int:
    return sentence[0]


_UNDERSTANDING: Final = ("apology", "sympathy", "concession", "concern")


@view
def apologies(document: Document) -> tuple[Span, ...]:
    """Words of apology."""
    return _spans(document, _saying(document), "apology")


@view
def thanks(document: Document) -> tuple[Span, ...]:
    """Words of thanks."""
    return _spans(document, _saying(document), "thanks")


@view
def greetings(document: Document) -> tuple[Span, ...]:
    """Words that greet, at the start or the end."""
    return _spans(document, _saying(document), "greeting")


@view
def deflections(document: Document) -> tuple[Span, ...]:
    """Words that send the asker away: to a site, a form, a number."""
    sent = sorted({phrase[1:] for phrase in _sending(document)})
    return tuple(span_of(document, first, end) for first, end in sent)


@view
def handovers(document: Document) -> tuple[Span, ...]:
    """Words that tell that a person or team takes it up; not denied, asked or supposed ones."""
    return _firm(document, "hands_on")


@view
def next_steps(document: Document) -> tuple[Span, ...]:
    """What happens next: who calls, comes, finds out or settles it; nothing denied, asked or supposed."""
    return _firm(document, "hands_on", "acts", "looks_up")


def _firm(document: Document, *families: str) -> tuple[Span, ...]:
    """What is said for certain; the judgements on replies, which owe the benefit of the doubt, take more for it."""
    saying, marked = _saying(document), _marked(document)
    phrases = sorted({phrase[1:] for family in families for phrase in saying[family]})
    return tuple(
        span_of(document, first, end)
        for first, end in phrases
        if not _is_denied(document, first, end)
        and (_sentence(document, first) not in marked or norms(document)[first] in _OFFERING)
        and not any(asserts(document, span_of(document, first, end), name) for name in _UNREAL)
    )


def _is_denied(document: Document, first: int, end: int) -> bool:
    """Whether these tokens hold a denial, or one follows before another clause begins ("wij bellen u niet terug")."""
    words = norms(document)
    after = takewhile(lambda word: word not in _CLAUSE_OPENERS and word[0].isalpha(), words[end : end + _DENIAL_REACH])
    return not _DENIALS.isdisjoint((*words[first:end], *after))


_DENIALS: Final = frozenset("niet niemand geen nooit not never no nobody".split())
_DENIAL_REACH: Final = 3
_CLAUSE_OPENERS: Final = frozenset(
    "of waarom waar wat wie hoe dat waardoor en maar want if why whether where what who how that and but".split()
)
_OFFERING: Final = frozenset("mag can may let".split())
_UNREAL: Final = ("negated", "hypothetical")


@view
def _sending(document: Document) -> tuple[Said, ...]:
    """The phrases that send away; a site or a form does where its sentence points there, or has no verb at all."""
    saying = _saying(document)
    sent = list(saying["refers"])
    for phrase in saying["channel"]:
        sentence = _sentence(document, phrase.first)
        points = _within(saying["refers"], *sentence) or _within(saying["points"], *sentence)
        if points or _is_verbless(document, *sentence):
            sent.append(phrase)
    return tuple(sorted(sent, key=_first_token))


def _is_verbless(document: Document, first: int, end: int) -> bool:
    """Whether the sentence on these tokens is a mere sign, as "formulier op de site" is."""
    words = norms(document)[first:end]
    short = len(words) <= _LONGEST_SIGN and words[0] not in _DETERMINERS
    return short and finite_verbs(document.lang).isdisjoint(words)


_DETERMINERS: Final = frozenset("de het een onze ons the a an our this that dit dat deze die".split())


@view
def elsewhere(document: Document) -> tuple[Span, ...]:
    """Words that tell that another is the one to ask."""
    return _spans(document, _saying(document), "elsewhere")


@view
def reasons(document: Document) -> tuple[Span, ...]:
    """Words that open a reason: "omdat", "due to"."""
    return _spans(document, _saying(document), "reason")


@view
def promises(document: Document) -> tuple[Promise, ...]:
    """Promises to come back, with whether their sentence has a moment that is not vague."""
    from postlint.language.moments import moments

    phrases = _saying(document)["promise"]
    if not phrases:
        return ()
    starts = (moment.span.start for moment in moments(document) if not moment.vague)
    timed = {_sentence(document, _place_at(document, start)) for start in starts}
    return tuple(
        Promise(span_of(document, phrase.first, phrase.end), _sentence(document, phrase.first) in timed)
        for phrase in phrases
    )


@view
def amounts(document: Document) -> tuple[Span, ...]:
    """Amounts: of money, a share, or a number of things ("€ 15", "15 euro", "15%", "drie bomen", "gratis")."""
    table, found = _TABLES.get(document.lang), tokens(document)
    if table is None:
        return ()
    amounts: list[Span] = []
    for place, token in enumerate(found):
        if token.norm in table.FREE:
            amounts.append(token.span)
        elif token.kind is TokenKind.NUMBER or token.norm in table.NUMERALS:
            first = place - 1 if place and found[place - 1].norm in _CURRENCIES else place
            behind = place + 1 < len(found) and found[place + 1].norm in table.COUNTED
            if first < place or behind or token.norm.endswith("%"):
                amounts.append(Span(found[first].span.start, found[place + behind].span.end))
    return tuple(amounts)


_CURRENCIES: Final = frozenset("€ $ £ eur euro".split())


@view
def contacts(document: Document) -> tuple[Span, ...]:
    """Ways to reach someone: addresses, handles, phone numbers and opening hours."""
    found = [token.span for token in tokens(document) if token.kind in _ADDRESSES]
    return tuple(sorted([*found, *_phones(document), *_spans(document, _saying(document), "hours")]))


_ADDRESSES: Final = frozenset((TokenKind.EMAIL, TokenKind.URL, TokenKind.HANDLE))
_PHONE_MARKS: Final = frozenset("-()/+")


def _phones(document: Document) -> Iterator[Span]:
    """Rows of numbers that begin as a phone number does (0…, 14 0…, +…) and have digits enough."""
    row: list[Token] = []
    for token in (*tokens(document), None):
        if token is not None and (token.kind is TokenKind.NUMBER or token.norm in _PHONE_MARKS):
            row.append(token)
            continue
        while row and row[-1].kind is not TokenKind.NUMBER:
            row.pop()
        written = "".join(part.norm for part in row).lstrip("(-/")
        digits = sum(map(str.isdigit, written))
        if written.startswith(("0", "+", "140")) and digits >= _FEWEST_PHONE_DIGITS and written.find(":") < 0:
            yield Span(row[0].span.start, row[-1].span.end)
        row = []


@view
def only_deflection(document: Document) -> bool:
    """Whether a reply sends away and does nothing else: no answer, no step, no question back."""
    sent, void = _sending(document), _is_void(document)
    if all(void[phrase.first] for phrase in sent) or _answers_something(document):
        return False
    return all(
        _says_nothing(document, first, end) or (_within(sent, first, end) and not _speaks_itself(document, first, end))
        for first, end in _sentences(document)
    )


def _answers_something(document: Document) -> bool:
    """Whether the reply acts, asks back, opens a sentence with a yes or no, or names the time that was asked."""
    if any(_first(document, family, anywhere=True) for family in _DEEDS):
        return True
    starts = {first for first, _ in _sentences(document)}
    if any(phrase.first in starts for phrase in _saying(document)["yes_no"]):
        return True
    post = answered_post(document)
    if post is None:
        return False
    return bool(_asking(post)["compliment"]) or any(
        question.kind == "when" and _answers_when(document) for question in questions(post)
    )


def _speaks_itself(document: Document, first: int, end: int) -> bool:
    return not _TABLES[document.lang].SELF.isdisjoint(norms(document)[first:end])


_DEEDS: Final = ("handover", "step", "finds_out", "asks_back")


@view
def complaint_unacknowledged(document: Document) -> tuple[Span, ...]:
    """What shows complaint or hurt in the post, where the reply has neither understanding for it nor a step to mend it.

    The spans are places in the post. Who also asks something may want the answer more than sympathy: then it takes both
    hurt and a complaint.
    """
    post = answered_post(document)
    if post is None or document.lang not in _TABLES or insults_only(post):
        return ()
    if _asking(post)["compliment"]:
        return ()
    pains, faults = hurt(post), complaint(post)
    asks = any(not question.rhetorical for question in questions(post))
    if not (pains or faults) or (asks and not (pains and faults)) or _eases(document):
        return ()
    return tuple(sorted((*pains, *faults)))


def _eases(document: Document) -> bool:
    """Whether the reply understands, mends, or speaks to what was said: "Nee, …"."""
    if acknowledgements(document) or any(_first(document, family, anywhere=True) for family in _EASING):
        return True
    return any(phrase.first == 0 for phrase in _saying(document)["yes_no"])


_EASING: Final = ("handover", "step", "finds_out", "invites", "elsewhere", "promise")
