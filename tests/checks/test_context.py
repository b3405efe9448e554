from __future__ import annotations

from datetime import datetime

import pytest
from conftest import FoundBy

from postlint.checks.context import JUDGEMENTS, NEEDS, VALUES
from postlint.context import Context, Embargo, Organisation, QuietPeriod
from postlint.document import Document

PRAISE = "Wat leuk dat u zo betrokken bent! Wij zijn trots op ons zwembad."
ABUSE = "Stelletje prutsers zijn jullie."


def test_every_judgement_says_what_it_needs_and_what_a_message_may_quote():
    assert JUDGEMENTS.keys() == NEEDS.keys() == VALUES.keys()


@pytest.mark.parametrize(
    ("judgement", "post", "text", "expected"),
    [
        ("unanswered_question", "Wanneer gaat het zwembad open?", PRAISE, [PRAISE]),
        ("unanswered_question", "Wanneer gaat het zwembad open?", "Vrijdag om tien uur.", []),
        ("unanswered_question", None, PRAISE, []),
        ("only_deflection", "Hoe vraag ik een pas aan?", "Zie onze website.", ["Zie onze website"]),
        ("only_deflection", "Hoe vraag ik een pas aan?", "Dat kan met uw DigiD. Zie ook onze website.", []),
        ("only_deflection", None, "Zie onze website.", []),
        ("complaint_unacknowledged", "Mijn bak is weer niet geleegd.", "Hij is geleegd.", ["Hij is geleegd."]),
        ("complaint_unacknowledged", "Mijn bak is weer niet geleegd.", "Wat vervelend, ik stuur iemand.", []),
        ("complaint_unacknowledged", None, "Hij is geleegd.", []),
        ("insults_only", ABUSE, "Fijne dag.", ["Fijne dag."]),
        ("insults_only", "Mooi zwembad!", "Fijne dag.", []),
        ("insults_only", None, "Fijne dag.", []),
    ],
)
def test_judges_a_reply_by_the_post_it_answers(found_by: FoundBy, judgement, post, text, expected):
    assert found_by(f"context: {judgement}", text, reply_to=post) == expected


@pytest.mark.parametrize(
    ("judgement", "post", "text", "values"),
    [
        (
            "unanswered_question",
            "Mooi bad! Wanneer gaat het open?",
            PRAISE,
            {"question": "Wanneer gaat het open?", "kind": "wanneer"},
        ),
        (
            "complaint_unacknowledged",
            "Dag. Mijn bak is weer niet geleegd.",
            "Hij is geleegd.",
            {"complaint": "Mijn bak is weer niet geleegd."},
        ),
    ],
)
def test_gives_a_message_what_it_may_quote(judgement, post, text, values):
    (match,) = JUDGEMENTS[judgement](Document(text, "nl", Context(reply_to=post)))
    assert match.values == values
    assert values.keys() == VALUES[judgement]


BEFORE, UNTIL, AFTER = (datetime.fromisoformat(f"2026-05-{day}T10:00:00+02:00") for day in ("01", "12", "13"))
FUSION = Embargo(topic="fusie met De Waard", until=UNTIL, terms=("fusie", "naam ziekenhuis"))
BATH = Embargo(topic="het buitenbad van De Golf", until=UNTIL)
RECTOR = Embargo(topic="benoeming rector", until=UNTIL, terms=("rector", "Fenna"))
BRIDGE = Embargo(topic="rapport over de brug", until=UNTIL, terms=("brug", "rapport"))


@pytest.mark.parametrize(
    ("publish_at", "embargo", "public", "text", "found"),
    [
        (BEFORE, FUSION, (), "De fusie gaat door.", ["fusie"]),
        (BEFORE, FUSION, (), "Wat hebben we gelachen om de fusieplannen.", ["fusieplannen"]),
        (BEFORE, FUSION, (), "Een naam voor beide ziekenhuizen!", ["naam voor beide ziekenhuizen"]),
        (BEFORE, FUSION, (), "Een naam vinden is lastig.", []),
        (BEFORE, BATH, (), "De Golf krijgt buitenbaden.", ["Golf krijgt buitenbaden"]),
        (BEFORE, RECTOR, (), "We zoeken een tuinman. De rector zet zelf koffie.", []),
        (BEFORE, RECTOR, (), "De #rector zet zelf koffie.", []),
        (BEFORE, RECTOR, (), "In mei komt onze nieuwe rector.", ["rector"]),
        (BEFORE, RECTOR, (), "Jansen wordt dan toch de rector.", ["rector"]),
        (BEFORE, RECTOR, (), "Jansen is benoemd. Leve de rector!", ["rector"]),
        (BEFORE, RECTOR, (), "De rector is jarig, zegt Fenna.", ["rector", "Fenna"]),
        (BEFORE, RECTOR, (), "Fenna komt zaterdag langs.", ["Fenna"]),
        (BEFORE, BRIDGE, (), "Onder bruggen is het droog. #brug", []),
        (BEFORE, BRIDGE, (), "Op de brug was het koud.", []),
        (BEFORE, BRIDGE, (), "De brug blijft tot mei gesloten.", ["brug"]),
        (BEFORE, BRIDGE, (), "In het rapport staat alles over de brug.", ["rapport staat alles over de brug"]),
        (UNTIL, FUSION, (), "De fusie gaat door.", []),
        (AFTER, FUSION, (), "De fusie gaat door.", []),
        (None, FUSION, (), "De fusie gaat door.", []),
        (BEFORE, FUSION, ("gesprekken over fusie",), "Er zijn gesprekken over een fusie.", []),
        (BEFORE, FUSION, ("gesprekken over fusie",), "De fusie gaat door.", ["fusie"]),
        (BEFORE, FUSION, ("gesprekken over fusie",), "Na gesprekken over fusie is de fusie rond.", ["fusie"]),
    ],
)
def test_an_embargo_holds_until_its_moment_but_for_what_is_public(found_by, publish_at, embargo, public, text, found):
    context = {
        "publish_at": publish_at,
        "embargoes": (embargo,),
        "organisation": Organisation(already_public=public),
    }
    assert found_by("context: embargo", text, **context) == found


@pytest.mark.parametrize(
    ("publish_at", "allow", "text", "silent"),
    [
        (BEFORE, (), "Wie wint de taart?", False),
        (UNTIL, (), "Wie wint de taart?", True),
        (None, (), "Wie wint de taart?", True),
        (BEFORE, ("condoleance",), "Het condoleanceregister ligt in de hal.", True),
        (BEFORE, ("waterstanden, opvang en hulp",), "De opvang is open.", True),
        (BEFORE, ("waterstanden, opvang en hulp",), "De waterstand zakt.", True),
        (BEFORE, ("waterstanden, opvang en hulp",), "Wie wint de taart?", False),
    ],
)
def test_a_quiet_period_lets_through_what_it_allows(found_by, publish_at, allow, text, silent):
    period = QuietPeriod(name="rouw", from_=BEFORE, until=UNTIL, allow=allow)
    assert found_by("context: quiet_period", text, publish_at=publish_at, quiet_periods=(period,)) == (
        [] if silent else [text]
    )


@pytest.mark.parametrize(
    ("publish_at", "text", "found"),
    [
        (AFTER, "Op 1 mei 2026 gaan we open.", ["1 mei 2026"]),
        (AFTER, "Op 20 mei 2026 gaan we open.", []),
        (AFTER, "Morgen gaan we open.", []),
        (AFTER, "Gisteren gingen we open, op 12 mei.", ["12 mei"]),
        (AFTER, "Vanochtend om acht uur gingen we open.", []),
        (AFTER, "Sinds 2019 zijn we open.", []),
        (AFTER, "Sinds 1 mei gaat de deur vanzelf open.", []),
        (AFTER, "Wie na 1 mei belt, hoort muziek.", []),
        (AFTER, "Vergeet niet te komen op 18 maart!", ["18 maart"]),
        (AFTER, "Vergeet niet te komen, volgend jaar op 18 maart!", []),
        (None, "Op 1 mei 2026 gaan we open.", []),
    ],
)
def test_finds_moments_that_have_passed(found_by, publish_at, text, found):
    assert found_by("context: past_moment", text, publish_at=publish_at) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Betaal voor 1 mei.", ["1 mei"]),
        ("Uiterlijk 3 mei aan de balie.", ["3 mei"]),
        ("Dicht tot en met 4 mei, en t/m 5 mei rijdt er geen bus.", ["4 mei", "5 mei"]),
        ("Op 1 mei is het feest.", []),
        ("Betaal voor 1 augustus.", []),
        ("Anja is er niet tot april, bel Tom.", []),
        ("Betaal voor eind april 2026.", ["eind april 2026"]),
    ],
)
def test_finds_last_days_that_have_passed(found_by, text, found):
    assert found_by("context: past_deadline", text, publish_at=AFTER) == found


@pytest.mark.parametrize(
    ("judgement", "text", "found"),
    [
        ("past_day_as_coming", "Op 4 mei is onze open dag.", ["4 mei"]),
        ("clashing_date", "Morgen, 4 mei, gaan we open.", ["Morgen, 4 mei"]),
        ("clashing_date", "Nog 12 dagen tot 1 april.", ["Nog 12 dagen"]),
        ("occasion_over", "Het is bijna Koningsdag.", ["Koningsdag"]),
        ("past_year", "Jaarverslag 2019", ["2019"]),
        ("over_by_own_account", "Morgen is de roeitocht.", ["roeitocht"]),
        ("day_old_post", "Ja, vanavond.", ["Ja, vanavond."]),
        ("week_old_post", "Ja, vanavond.", []),
    ],
)
def test_finds_what_is_over_when_it_is_posted(found_by, judgement, text, found):
    organisation = Organisation(name="De Kade", already_public=("De roeitocht was op 2 mei 2026.",))
    at = datetime.fromisoformat("2026-05-18T09:00:00+02:00")
    context = {"reply_to": "Wanneer?", "reply_to_at": at.replace(day=15), "organisation": organisation}
    assert found_by(f"context: {judgement}", text, publish_at=at, **context) == found
