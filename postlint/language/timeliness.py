"""What a draft says of now that no longer holds when it is posted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from postlint.document import Document, Span, casefolded, view
from postlint.language.moments import Moment, moments, unplaced_moments
from postlint.language.reply import answered_post
from postlint.language.sentences import clause_at, sentence_at
from postlint.language.tense import past_verbs
from postlint.language.tokens import TokenKind, tokens
from postlint.language.topics import same_word

# --- a day that lies behind ------------------------------------------------------------------------------------------

_AHEAD: Final = timedelta(days=245)
"""A day without a year that is further ahead than this is the last one, of some months ago."""
_SINCE: Final = {"nl": frozenset(("sinds", "na")), "en": frozenset(("since", "after"))}
_NEXT_YEAR: Final = {"nl": ("volgend jaar", "komend jaar"), "en": ("next year", "coming year")}


@view
def past_moments(document: Document) -> tuple[Moment, ...]:
    """The moments, years left out, that ended before the day of posting though they do not say so.

    "Gisteren" says so, and so do "sinds" and "na" before a date.
    """
    publish_at = document.context.publish_at
    found = moments(document) if publish_at else ()
    if publish_at is None or not found:
        return ()
    if any(words in casefolded(document) for words in _NEXT_YEAR.get(document.lang, ())):
        return ()
    placed = [_last_one(moment, publish_at, document) for moment in found]
    past = [moment for moment in placed if moment.start and moment.grain != "year" and _is_over(moment, publish_at)]
    if not past:
        return ()
    said = {moment.span for moment in unplaced_moments(document) if moment.direction == "past"}
    return tuple(moment for moment in past if moment.span not in said and not _is_counted_from(moment, document))


_UNTIL: Final = {"nl": ("tot", "tot en met", "t/m"), "en": ("until", "till", "up to")}
_LONGEST_UNTIL: Final = 20  # code points, with the spaces after it


def past_deadlines(document: Document) -> tuple[Moment, ...]:
    """Those of the past moments that are the last one: "vóór 1 mei", "until 5 June"."""
    return tuple(moment for moment in past_moments(document) if _is_last(moment, document))


def _is_last(moment: Moment, document: Document) -> bool:
    start = moment.span.start
    if moment.grain == "month" and not any(map(str.isdigit, moment.span.of(document.text))):
        return False  # "until September", in November: the next one
    before = document.text[max(0, start - _LONGEST_UNTIL) : start].casefold().rstrip()
    return moment.deadline or before.endswith(_UNTIL.get(document.lang, ()))


def _is_over(moment: Moment, publish_at: datetime) -> bool:
    """Whether it ended before the day of posting."""
    end = moment.end
    return end is not None and end <= publish_at.astimezone(end.tzinfo).replace(hour=0, minute=0, second=0)


def _last_one(moment: Moment, publish_at: datetime, document: Document) -> Moment:
    """The moment a year earlier where a date without a year is far ahead ("12 juni", in August)."""
    if moment.start is None or moment.end is None or moment.grain != "day" or moment.start - publish_at < _AHEAD:
        return moment
    if str(moment.start.year) in moment.span.of(document.text) or not _has_number(moment, document):
        return moment
    year = timedelta(days=365)
    return replace(moment, start=moment.start - year, end=moment.end - year)


def _is_counted_from(moment: Moment, document: Document) -> bool:
    first = moment.span.of(document.text).casefold().split()[:1]
    before = document.text[: moment.span.start].casefold().split()[-1:]
    return not _SINCE.get(document.lang, frozenset()).isdisjoint((*first, *before))


# --- a day that lies behind, and a verb of now or of what comes ------------------------------------------------------

_PRESENT: Final = {
    "nl": frozenset(
        """
        is zijn ben bent ga gaat gaan kom komt komen kan kun kunt kunnen mag mogen moet moeten
        wil willen zal zullen wordt worden doe doet doen sta staat staan zie zien zit zitten start starten begint
        beginnen opent openen sluit sluiten speelt spelen viert vieren houdt houden geeft geven vertelt vertellen rijdt
        rijden vaart varen vertrekt vertrekken treedt treden zingt zingen leest lezen wacht wachten verwacht verwachten
        organiseert organiseren verwelkomt verwelkomen ontvangt ontvangen lever levert zet breng brengt neem haal
        verhuist verhuizen vervalt vervallen stopt stoppen werkt werken praat praten bespreekt bespreken stemt stemmen
        schuif meld geldt gelden vindt vinden trapt trappen loop loopt lopen wandel wandelt wandelen
        """.split()
    ),
    "en": frozenset(
        """
        is are am will can may must come join meet start starts begin begins open opens close closes run runs hold holds
        host hosts welcome launch launches play plays perform performs sing sings go goes need needs bring drop pop
        celebrate celebrates move moves leave leaves expect expects do does it's there's here's who's what's that's
        we're you're they're i'm we'll you'll they'll i'll it'll
        """.split()
    ),
}
_DATING: Final = {
    "nl": frozenset("van vanaf per sinds na dd d.d. tot en met t/m tussen geplaatst bijgewerkt gepubliceerd".split()),
    "en": frozenset("of from since after dated until till to between by posted updated published".split()),
}
"""What stands before the date of a paper, of a beginning, or of an end."""
_DONE: Final = re.compile(
    r"(?:aan|achter|af|bij|binnen|door|in|mee|na|neer|om|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\w{3,}(?:[dt]|en)"
    r"|(?:be|ver|ont|her)\w{2,}(?:[dt]|en)|(?:af|vol|door|over|onder)\w{3,}(?:en|d)"
)
"""A Dutch participle, or a word that may be one."""
_ON: Final = frozenset("op on en and dus so ook".split())
"""What may stand between the beginning of a clause and the day."""
_RECENT: Final = timedelta(days=200)


@view
def days_told_as_coming(document: Document) -> tuple[Moment, ...]:
    """The past days of which the draft speaks in the present: "zaterdag 6 juni gaat het bad open", "we meet on 6 June".

    Such a day opens its clause, or a verb of now stands before it; the sentence has no past verb and nothing done.
    """
    publish_at, verbs = document.context.publish_at, _PRESENT.get(document.lang)
    days = past_moments(document) if publish_at and verbs else ()
    if publish_at is None or verbs is None or not days:
        return ()
    dated = [day for day in days if day.start and _has_number(day, document)]
    if len({sentence_at(document, day.span.start) for day in dated}) > 1:
        return ()  # a diary: "Op 3 juni komt de melding binnen. Op 4 juni gaan we kijken."
    past = [sentence_at(document, verb.start) for verb in past_verbs(document)]
    return tuple(
        day
        for day in dated
        if day.start and publish_at - day.start < _RECENT
        if sentence_at(document, day.span.start) not in past
        if _is_told_in(verbs, day, document)
    )


def _is_told_in(verbs: frozenset[str], day: Moment, document: Document) -> bool:
    """Whether the clause of the day has one of these verbs where it can speak of the day, and no participle."""
    clause = clause_at(document, day.span.start)
    said = [token for token in tokens(document) if clause and clause.contains(token.span)]
    before = [token.norm for token in said if token.span.end <= day.span.start]
    after = [token.norm for token in said if token.span.start >= day.span.end]
    if not _DATING[document.lang].isdisjoint(before[-1:]):
        return False
    others = {norm for norm in (*before, *after) if norm not in verbs}
    if document.lang == "nl" and any(map(_DONE.fullmatch, others)):
        return False
    while before and before[-1] in _ON:
        before.pop()
    opens = not before or not before[-1].isalnum()
    return not verbs.isdisjoint(before) or (opens and not verbs.isdisjoint(after))


# --- a day that is named twice, and is not one day ------------------------------------------------------------------

_BESIDE: Final = 3
"""Tokens that may stand between a relative day and its date: "morgen, donderdag", "gisteren, op"."""
_CLOSING: Final = frozenset(",.!?:;)")
_RELATIVE: Final = {
    "nl": frozenset("vandaag vanavond vanmiddag vanochtend vanmorgen vannacht morgen overmorgen gisteren".split()),
    "en": frozenset("today tonight tomorrow yesterday".split()),
}
_THIS: Final = {"nl": frozenset(("deze", "dit", "komende")), "en": frozenset(("this", "next", "coming"))}
_IT_IS: Final = {"nl": ("het is",), "en": ("it's", "it’s", "it is")}
_NAMING: Final = {lang: _RELATIVE[lang] | _THIS[lang] | {"is", "it's"} for lang in _RELATIVE}
"""Words of which a draft with such a date has one; most have none."""
_HISTORY: Final = 20
"""Years after which "vandaag, 5 mei 1945" is a diary's day and no mistake."""


@view
def clashing_dates(document: Document) -> tuple[Span, ...]:
    """The places where a date that lies behind is called today, tomorrow or this week."""
    publish_at, lang = document.context.publish_at, document.lang
    if publish_at is None or lang not in _RELATIVE or _NAMING[lang].isdisjoint(_norms(document)):
        return ()
    found = moments(document)
    spans = [moment.span for moment in found if _calls_past_this(moment, document)]
    for relative, dated in pairwise(found):
        named = _is_past_date(dated, publish_at) and _beside(relative, dated, document)
        if _is_relative(relative, document) and (named or _is_other_weekday(relative, dated, document)):
            spans.append(Span(relative.span.start, dated.span.end))
    return tuple(sorted(spans))


def _norms(document: Document) -> Iterator[str]:
    return (token.norm for token in tokens(document))


def _calls_past_this(moment: Moment, document: Document) -> bool:
    """Read "this Saturday, 14 September" and "deze week (10 t/m 14 november)" where the date lies behind."""
    words = moment.span.of(document.text).casefold().split()
    publish_at = document.context.publish_at
    this = words[0] in _THIS[document.lang] or _is_said_of_now(moment, document)
    return publish_at is not None and this and _is_past_date(moment, publish_at)


def _is_said_of_now(moment: Moment, document: Document) -> bool:
    """Read "it's Wednesday 26 November", "het is woensdag 26 november"."""
    start = moment.span.start
    before = document.text[max(0, start - _LONGEST_UNTIL) : start].casefold().rstrip()
    return _has_number(moment, document) and before.endswith(_IT_IS[document.lang])


def _is_other_weekday(relative: Moment, weekday: Moment, document: Document) -> bool:
    """Read "tomorrow, Wednesday," where tomorrow is another day."""
    day, named = relative.start, weekday.start
    if day is None or named is None or relative.grain not in ("day", "daypart") or weekday.grain != "day":
        return False
    behind = document.text[weekday.span.end :].lstrip()[:1]
    beside = document.text[relative.span.end : weekday.span.start].strip() == ","
    alone = weekday.span.of(document.text).isalpha()
    return beside and alone and behind in _CLOSING and day.date() != named.date()


def _is_relative(moment: Moment, document: Document) -> bool:
    words = moment.span.of(document.text).casefold().split()
    return words[0] in _RELATIVE[document.lang] or (words[0] in _THIS[document.lang] and moment.grain == "week")


def _is_past_date(moment: Moment, publish_at: datetime) -> bool:
    """Whether it is a day with a number that ended before the day before posting, and no day of long ago."""
    if moment.start is None or moment.end is None or moment.grain not in ("day", "minute", "daypart", "hour"):
        return False
    local = publish_at.astimezone(moment.end.tzinfo)
    dayless = moment.end > local.replace(hour=0, minute=0, second=0, microsecond=0)
    return not dayless and moment.start.year > local.year - _HISTORY


def _beside(relative: Moment, dated: Moment, document: Document) -> bool:
    """Whether the date stands right behind the relative day, has a number, and is another day."""
    between = [token for token in tokens(document) if relative.span.end <= token.span.start < dated.span.start]
    numbered = any(sign.isdigit() for sign in dated.span.of(document.text))
    apart = relative.start is not None and dated.start is not None and dated.start.date() != relative.start.date()
    near = len(between) <= _BESIDE or relative.grain == "week"
    return numbered and apart and near and all("." not in token.norm for token in between)


# --- a count of days that does not end on its day -------------------------------------------------------------------

_COUNTED: Final = {
    "nl": {"dagen": 1, "dag": 1, "nachtjes": 1, "nachtje": 1, "nachten": 1, "weken": 7, "week": 7},
    "en": {"days": 1, "day": 1, "sleeps": 1, "sleep": 1, "nights": 1, "weeks": 7, "week": 7},
}
_NUMBERS: Final = {
    "nl": {word: at for at, word in enumerate("een twee drie vier vijf zes zeven acht negen tien".split(), start=1)},
    "en": {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)},
}
_STILL: Final = {"nl": frozenset(("nog",)), "en": frozenset(("only", "just", "last", "another"))}
_EARLIER: Final = 300
"""Days within which a date without a year, read as the coming one, may be the last one after all."""


@view
def false_countdowns(document: Document) -> tuple[Span, ...]:
    """The counts of days or weeks ("nog 12 dagen") beside a date on which they do not end, as it lies behind."""
    publish_at, units = document.context.publish_at, _COUNTED.get(document.lang)
    if publish_at is None or units is None:
        return ()
    return tuple(
        span
        for span, days in _counts(document, units)
        if any(_missed(moment, publish_at, days) for moment in _dates_beside(document, span))
    )


def _dates_beside(document: Document, span: Span) -> Iterator[Moment]:
    """The dates in the sentence of `span`."""
    sentence = sentence_at(document, span.start)
    for moment in moments(document):
        if sentence and sentence.contains(moment.span) and _has_number(moment, document):
            yield moment


def _counts(document: Document, units: dict[str, int]) -> Iterator[tuple[Span, int]]:
    read, numbers = tokens(document), _NUMBERS[document.lang]
    for place in range(2, len(read)):
        unit = units.get(read[place].norm)
        word = read[place - 1].norm
        amount = int(word) if word.isdecimal() and len(word) < 3 else numbers.get(word)
        if unit and amount and read[place - 2].norm in _STILL[document.lang]:
            yield Span(read[place - 2].span.start, read[place].span.end), unit * amount


def _missed(moment: Moment, publish_at: datetime, days: int) -> bool:
    if moment.start is None or moment.grain != "day":
        return False
    local = publish_at.astimezone(moment.start.tzinfo).date()
    away = (moment.start.date() - local).days
    tolerated = max(2, days // 3)
    behind = away < 0 or 365 - away < _EARLIER
    return behind and abs(away - days) > tolerated


def _has_number(moment: Moment, document: Document) -> bool:
    return any(sign.isdigit() for sign in moment.span.of(document.text))


# --- an old post that is answered as if it were new -----------------------------------------------------------------

_HALF_A_YEAR: Final = timedelta(days=182)
_DAY_OLD: Final = timedelta(hours=30)
_LONG_AGO: Final = timedelta(days=7)


@view
def post_age(document: Document) -> timedelta | None:
    """How long before the reply its post was written, by the context or a date in the post; None where none tells."""
    publish_at = document.context.publish_at
    written = document.context.reply_to_at
    if publish_at is None:
        return None
    if written is not None:
        return publish_at - written
    post = answered_post(document)
    if post is None:
        return None
    dated = Document(post.text, post.lang, document.context)
    found = (_last_time(moment, publish_at) for moment in moments(dated) if _has_number(moment, dated))
    ends = [moment.end for moment in found if moment.end and _is_past_date(moment, publish_at)]
    return publish_at - max(ends) if ends else None


def _last_time(moment: Moment, publish_at: datetime) -> Moment:
    """The day a year earlier where a post, which was written before now, would name one more than half a year ahead."""
    if moment.start is None or moment.end is None or moment.start - publish_at < _HALF_A_YEAR:
        return moment
    year = timedelta(days=365)
    return replace(moment, start=moment.start - year, end=moment.end - year)


def is_day_old(document: Document) -> bool:
    """Whether the post is more than a day old."""
    age = post_age(document)
    return age is not None and age > (_DAY_OLD if document.context.reply_to_at else timedelta(0))


def is_week_old(document: Document) -> bool:
    """Whether the context says that the post is more than a week old."""
    age = post_age(document)
    return age is not None and age > _LONG_AGO and document.context.reply_to_at is not None


# --- what the organisation itself says is over ----------------------------------------------------------------------

_TOPIC_LETTERS: Final = 5


@view
def over_by_own_account(document: Document) -> tuple[Span, ...]:
    """The words of the draft that a dated line of `already_public` has too, where that date lies behind."""
    publish_at = document.context.publish_at
    if publish_at is None:
        return ()
    own = {token.norm for token in tokens(Document(document.context.organisation.name or "", document.lang))}
    spans: list[Span] = []
    for line in document.context.organisation.already_public:
        told = Document(line, document.lang, document.context)
        dates = [moment for moment in moments(told) if _has_number(moment, told)]
        if dates and all(_is_past_date(moment, publish_at) for moment in dates):
            spans += _shared(document, told, own)
    return tuple(sorted(set(spans)))


def _shared(document: Document, told: Document, own: set[str]) -> Iterator[Span]:
    wanted = {token.norm for token in tokens(told) if _is_topic(token.norm) and token.kind is TokenKind.WORD} - own
    for token in tokens(document):
        if _is_topic(token.norm) and any(same_word(word, token.norm, document.lang) for word in wanted):
            yield token.span


def _is_topic(norm: str) -> bool:
    return len(norm) >= _TOPIC_LETTERS and norm.isalpha() and norm not in _MONTHS


_MONTHS: Final = frozenset(
    "januari februari maart april augustus september oktober november december january february march august october "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday "
    "sunday sinds vanaf since".split()
)


# --- a year that is over --------------------------------------------------------------------------------------------

_FIRST_YEAR: Final = 1990
_SET_IN_THEN: Final = frozenset(
    "in uit van sinds tot na voor en of tussen eind begin najaar voorjaar zomer winter from since of until to after "
    "before and or between late early by anno jaar year".split()
)


@view
def years_over(document: Document) -> tuple[Span, ...]:
    """The years in the draft that were over a year before it is posted, and that no word sets in the past."""
    publish_at = document.context.publish_at
    if publish_at is None:
        return ()
    read = tokens(document)
    return tuple(
        token.span
        for place, token in enumerate(read)
        if token.kind is TokenKind.NUMBER
        and _is_year(token.norm, publish_at.date())
        and not _is_set_then(read[place - 1].norm if place else "")
    )


def _is_year(norm: str, today: date) -> bool:
    return norm.isdecimal() and _FIRST_YEAR <= int(norm) < today.year - (today.month < _HALF_WAY)


_HALF_WAY: Final = 4
"""Until April, last year's report is this year's news."""


def _is_set_then(before: str) -> bool:
    return before in _SET_IN_THEN or before.isdecimal() or before in {"-", "–", "/"}
