from __future__ import annotations

import pytest
from conftest import FoundBy

from postlint.checks.context import JUDGEMENTS, NEEDS, VALUES
from postlint.context import Context
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
