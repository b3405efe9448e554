from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from postlint.context import Context, Organisation
from postlint.document import Document
from postlint.language.timeliness import (
    clashing_dates,
    days_told_as_coming,
    false_countdowns,
    is_day_old,
    is_week_old,
    over_by_own_account,
    past_moments,
    post_age,
    years_over,
)

NOW = datetime.fromisoformat("2026-05-06T09:00:00+02:00")  # a Wednesday


def document(text: str, lang: str = "nl", **context: object) -> Document:
    return Document(text, lang, Context(**{"publish_at": NOW, **context}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("nl", "Morgen, maandag 4 mei, is het zover.", ["Morgen, maandag 4 mei"]),
        ("nl", "Morgen, donderdag 7 mei, is het zover.", []),
        ("nl", "Gisteren, 5 mei, was het zover.", []),
        ("nl", "Gisteren, op 12 maart, was het zover.", ["Gisteren, op 12 maart"]),
        ("nl", "Vandaag 80 jaar geleden, op 3 mei, viel de brug.", []),
        ("nl", "Vandaag, 5 mei 1945, schrijft hij.", []),
        ("nl", "Morgen, zondag, zijn we dicht.", ["Morgen, zondag"]),
        ("nl", "Morgen, donderdag, zijn we dicht.", []),
        ("nl", "Morgen, vrijdag en zaterdag zijn we dicht.", []),
        ("nl", "Het is maandag 4 mei.", ["maandag 4 mei"]),
        ("en", "It closes this Saturday, 25 April.", ["this Saturday, 25 April"]),
        ("en", "The school is shut tomorrow, Sunday.", ["tomorrow, Sunday"]),
        ("en", "Today, 6 May, we open.", []),
    ],
)
def test_a_day_that_is_named_twice_is_one_day(lang, text, found):
    assert [span.of(text) for span in clashing_dates(document(text, lang))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vrijdag 9 mei is er een lezing", []),  # it is a Saturday, and it was a Friday a year ago
        ("zaterdag 9 mei is er een lezing", []),
        ("zaterdag 29 november is er een lezing", ["zaterdag 29 november"]),
    ],
)
def test_a_wrong_weekday_beside_a_date_of_next_week_is_no_past_day(text, found):
    assert [moment.span.of(text) for moment in past_moments(document(text))] == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("nl", "Op 2 mei is onze open dag.", ["2 mei"]),
        ("nl", "Hoera, zaterdag 2 mei gaat de baan open!", ["zaterdag 2 mei"]),
        ("nl", "De prijzen gaan op 1 mei omhoog.", ["1 mei"]),
        ("nl", "Op 2 mei was onze open dag.", []),
        ("nl", "Op 2 mei is de brug geopend.", []),
        ("nl", "Op 2 mei is het plan besproken.", []),
        ("nl", "De optocht op 2 mei is op film te zien.", []),
        ("nl", "Per 1 mei is Noor conciërge.", []),
        ("nl", "Het verslag van 2 mei is klaar.", []),
        ("nl", "Op 2 mei komt de melding. Op 3 mei gaan we kijken.", []),
        ("nl", "Op 9 mei is onze open dag.", []),
        ("en", "We're at the market on 2 May.", ["2 May"]),
        ("en", "On 2 May we are at the market.", ["2 May"]),
        ("en", "On 2 May we were at the market.", []),
        ("en", "The march on 2 May is on film.", []),
        ("en", "As of 1 May Noor is our caretaker.", []),
        ("fr", "On 2 May we are at the market.", []),
    ],
)
def test_a_past_day_told_in_the_present(lang, text, found):
    assert [moment.span.of(text) for moment in days_told_as_coming(document(text, lang))] == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("nl", "Nog 12 dagen, dus doe het voor 1 april!", ["Nog 12 dagen"]),
        ("nl", "Nog 12 dagen, dus doe het voor 18 mei!", []),
        ("nl", "Nog 12 dagen. Voor 1 april werd het 20 graden.", []),
        ("nl", "Nog twee weken tot 20 mei.", []),
        ("en", "Only two weeks to 18 April.", ["Only two weeks"]),
        ("en", "Only two weeks to 20 May.", []),
    ],
)
def test_a_count_of_days_ends_on_its_date(lang, text, found):
    assert [span.of(text) for span in false_countdowns(document(text, lang))] == found


@pytest.mark.parametrize(
    ("post", "at", "days"),
    [
        ("Hoe laat?", None, None),
        ("Hoe laat?", NOW - timedelta(days=3), 3),
        ("Hoe laat begint het op 1 mei 2026?", None, 4),
        ("Hoe laat begint het op 1 juni?", None, None),
        ("Wat kwam er van die motie van 6 december?", None, 150),
    ],
)
def test_how_old_a_post_is(post, at, days):
    age = post_age(document("Ja.", reply_to=post, reply_to_at=at))
    assert (age.days if age is not None else None) == days


@pytest.mark.parametrize(("hours", "day", "weeks"), [(20, False, False), (31, True, False), (24 * 8, True, True)])
def test_a_post_is_old_after_a_day_and_very_old_after_a_week(hours, day, weeks):
    reply = document("Ja.", reply_to="Is het open?", reply_to_at=NOW - timedelta(hours=hours))
    assert (is_day_old(reply), is_week_old(reply)) == (day, weeks)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("De roeitocht was op 2 mei 2026.", ["roeitocht"]),
        ("De roeitocht is op 12 mei 2026.", []),
        ("De roeitocht is elk jaar.", []),
        ("De Veerpont voer op 2 mei 2026.", []),
    ],
)
def test_what_the_organisation_itself_says_is_over(line, found):
    text = "Morgen is de roeitocht van de Veerpont."
    organisation = Organisation(name="De Veerpont", already_public=(line,))
    assert [span.of(text) for span in over_by_own_account(document(text, organisation=organisation))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zwemrapport 2019", ["2019"]),
        ("Zwemrapport 2025", ["2025"]),
        ("Zwemrapport 2026", []),
        ("Sinds 2019 zwemmen wij", []),
        ("In 1850 vielen er 2019 druppels", ["2019"]),
    ],
)
def test_years_that_are_over(text, found):
    assert [span.of(text) for span in years_over(document(text))] == found
