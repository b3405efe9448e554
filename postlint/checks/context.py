"""Match kind `context`: what only the context tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from postlint.checks.match import Build, Compiler, Match, Matcher, Needs, one_of
from postlint.document import Document, Span
from postlint.rule import Part

if TYPE_CHECKING:
    from postlint.schema import ContextMatch


def compile_match(match: ContextMatch, compiler: Compiler) -> tuple[dict[str, Any], Needs]:
    """A judgement is its name; it is looked up by the part of the context that it needs."""
    return {"context": match.context}, one_of([NEEDS[match.context]])


def values(part: Part) -> frozenset[str]:
    """What a message may quote, by judgement."""
    return VALUES[part["context"]]


def build_matcher(part: Part, build: Build) -> Matcher:
    """The matcher that asks for the judgement."""
    judgement = JUDGEMENTS[part["context"]]
    return lambda document: list(judgement(document))


def _embargo(document: Document) -> Iterator[Match]:
    """Each place that gives away an embargo which still runs when the draft is posted; what is public does not."""
    from postlint.language.topics import mentions_of, telling_mentions

    publish_at = document.context.publish_at
    if publish_at is None:
        return
    public = tuple(mentions_of(document, document.context.organisation.already_public))
    for embargo in document.context.embargoes:
        if publish_at < embargo.until:
            values = {"topic": embargo.topic, "until": _written(embargo.until, document)}
            for span in telling_mentions(document, (*embargo.terms, embargo.topic)):
                if not any(told.contains(span) for told in public):
                    yield Match(span, values | {"until_iso": embargo.until.isoformat()})


def _quiet_period(document: Document) -> Iterator[Match]:
    """The draft as a whole, inside a declared silence, unless it touches what may still be posted."""
    from postlint.language.topics import enumerated, mentions_of

    publish_at = document.context.publish_at
    if publish_at is None:
        return
    for period in document.context.quiet_periods:
        within = period.from_ <= publish_at < period.until
        if within and not any(mentions_of(document, enumerated(period.allow))):
            yield Match(
                Span(0, len(document.text)),
                {
                    "name": period.name,
                    "until": _written(period.until, document),
                    "until_iso": period.until.isoformat(),
                },
            )


def _past_moment(document: Document) -> Iterator[Match]:
    """Each moment, years left out, that lies before the day of posting though it does not say so ("gisteren" does)."""
    from postlint.language.timeliness import past_moments

    return (Match(moment.span, {"moment": f"{moment.start:%Y-%m-%d}"}) for moment in past_moments(document))


def _past_deadline(document: Document) -> Iterator[Match]:
    """Each of those moments before or until which something may or must be done."""
    from postlint.language.timeliness import past_deadlines

    return (Match(moment.span, {"moment": f"{moment.start:%Y-%m-%d}"}) for moment in past_deadlines(document))


def _past_day_as_coming(document: Document) -> Iterator[Match]:
    """Each of those moments that the draft tells in the present: "op 12 september is onze open dag"."""
    from postlint.language.timeliness import days_told_as_coming

    return (Match(moment.span, {"moment": f"{moment.start:%Y-%m-%d}"}) for moment in days_told_as_coming(document))


def _clashing_date(document: Document) -> Iterator[Match]:
    """Each day that is called today or this week beside its past date, and each count of days that misses its date."""
    from postlint.language.timeliness import clashing_dates, false_countdowns

    return (Match(span) for span in (*clashing_dates(document), *false_countdowns(document)))


def _occasion_over(document: Document) -> Iterator[Match]:
    """Each feast, season or event that the draft names and that is over on the day of posting."""
    from postlint.language.occasions import occasions_over

    return (Match(over.span, {"last": f"{over.last:%Y-%m-%d}"}) for over in occasions_over(document))


def _over_by_own_account(document: Document) -> Iterator[Match]:
    """Each word that a line of `already_public` has too, of which that line says that it lies behind."""
    from postlint.language.timeliness import over_by_own_account

    return (Match(span) for span in over_by_own_account(document))


def _past_year(document: Document) -> Iterator[Match]:
    """Each year that was over when the draft is posted, and that no word sets in the past."""
    from postlint.language.timeliness import years_over

    return (Match(span, {"year": span.of(document.text)}) for span in years_over(document))


def _day_old_post(document: Document) -> Iterator[Match]:
    """The reply as a whole, where its post is more than a day old, by the context or by a date in it."""
    from postlint.language.timeliness import is_day_old

    if is_day_old(document):
        yield Match(Span(0, len(document.text)))


def _week_old_post(document: Document) -> Iterator[Match]:
    """The reply as a whole, where the context says that its post is more than a week old."""
    from postlint.language.timeliness import is_week_old

    if is_week_old(document):
        yield Match(Span(0, len(document.text)))


def _unanswered_question(document: Document) -> Iterator[Match]:
    """The reply as a whole, for each question that it does not take up."""
    from postlint.language.reply import answered_post, kind_in_words, unanswered

    post = answered_post(document)
    for question in unanswered(document):
        asked = question.span.of(post.text) if post else ""
        yield Match(Span(0, len(document.text)), {"question": asked, "kind": kind_in_words(question, document.lang)})


def _only_deflection(document: Document) -> Iterator[Match]:
    """What sends the asker away, where the reply does nothing else."""
    from postlint.language.reply import deflections, only_deflection

    if only_deflection(document):
        sent = deflections(document)
        yield Match(Span(sent[0].start, max(span.end for span in sent)))


def _complaint_unacknowledged(document: Document) -> Iterator[Match]:
    """The reply as a whole, where the post complains or hurts and the reply shows no understanding."""
    from postlint.language.reply import answered_post, complaint_unacknowledged
    from postlint.language.sentences import sentence_at

    post, shown = answered_post(document), complaint_unacknowledged(document)
    if post and shown:
        sentence = sentence_at(post, shown[0].start) or shown[0]
        yield Match(Span(0, len(document.text)), {"complaint": sentence.of(post.text)})


def _insults_only(document: Document) -> Iterator[Match]:
    """The reply as a whole, where the post is mere abuse: it is owed no answer."""
    from postlint.language.reply import answered_post, insults_only

    post = answered_post(document)
    if post and insults_only(post):
        yield Match(Span(0, len(document.text)))


def _written(moment: datetime, document: Document) -> str:
    """The moment in the organisation's own time, as a reader of any language takes it: 2026-05-01 10:00."""
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(document.context.organisation.timezone)).strftime("%Y-%m-%d %H:%M")


JUDGEMENTS: dict[str, Callable[[Document], Iterator[Match]]] = {
    "embargo": _embargo,
    "quiet_period": _quiet_period,
    "past_moment": _past_moment,
    "past_deadline": _past_deadline,
    "past_day_as_coming": _past_day_as_coming,
    "clashing_date": _clashing_date,
    "occasion_over": _occasion_over,
    "over_by_own_account": _over_by_own_account,
    "past_year": _past_year,
    "day_old_post": _day_old_post,
    "week_old_post": _week_old_post,
    "unanswered_question": _unanswered_question,
    "only_deflection": _only_deflection,
    "complaint_unacknowledged": _complaint_unacknowledged,
    "insults_only": _insults_only,
}
"""Each judgement's name in rules, and the function that makes it."""

NEEDS = {
    "embargo": "?embargoes",
    "quiet_period": "?quiet_periods",
    "past_moment": "?publish_at",
    "past_deadline": "?publish_at",
    "past_day_as_coming": "?publish_at",
    "clashing_date": "?publish_at",
    "occasion_over": "?publish_at",
    "over_by_own_account": "?already_public",
    "past_year": "?publish_at",
    "day_old_post": "?reply",
    "week_old_post": "?reply",
    "unanswered_question": "?reply",
    "only_deflection": "?reply",
    "complaint_unacknowledged": "?reply",
    "insults_only": "?reply",
}
"""The feature of a document (see `features`) without which a judgement is silent."""

VALUES = {
    "embargo": frozenset({"topic", "until"}),
    "quiet_period": frozenset({"name", "until"}),
    "past_moment": frozenset({"moment"}),
    "past_deadline": frozenset({"moment"}),
    "past_day_as_coming": frozenset({"moment"}),
    "clashing_date": frozenset(),
    "occasion_over": frozenset({"last"}),
    "over_by_own_account": frozenset(),
    "past_year": frozenset({"year"}),
    "day_old_post": frozenset(),
    "week_old_post": frozenset(),
    "unanswered_question": frozenset({"question", "kind"}),
    "only_deflection": frozenset(),
    "complaint_unacknowledged": frozenset({"complaint"}),
    "insults_only": frozenset(),
}
"""What a message may quote of each judgement."""
