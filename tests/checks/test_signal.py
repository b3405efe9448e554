from __future__ import annotations

import pytest
from conftest import FoundBy

INSULT = "together:\n  all: [{phrases: [sukkel|prutswerk]}, target]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat is die wethouder een sukkel.", ["sukkel"]),
        ("De redactie van het AD is ook een sukkel.", ["sukkel"]),
        ("Jij bent een sukkel.", ["sukkel"]),
        ("@sjaak wat een sukkel.", ["sukkel"]),
        ("Ik ben soms een sukkel.", []),  # never the writer
        ("Wat een sukkel.", []),
        ("Outlook is weer eens prutswerk.", []),  # a thing
        ("De wethouder kwam langs. Het regende als een sukkel.", []),  # elsewhere
    ],
)
def test_target_is_whom_an_insult_can_be_aimed_at(found_by: FoundBy, text, expected):
    assert found_by(INSULT, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Onze collega Anja is opgenomen.", ["opgenomen"]),
        ("De vrouw van de bakker uit Duinveen, Els, is opgenomen.", ["opgenomen"]),
        ("Een leerling uit groep 8 is opgenomen.", ["opgenomen"]),
        ("Een verdachte is opgenomen.", []),
        ("Er is vannacht een vrouw (34) opgenomen.", []),
        ("De verdachte (19) is opgenomen.", []),
    ],
)
def test_person_is_somebody_whom_others_can_tell(found_by: FoundBy, text, expected):
    assert found_by("together:\n  all: [{phrases: [opgenomen]}, person]", text) == expected


@pytest.mark.parametrize(
    ("signal", "with_it", "without_it"),
    [
        ("reason", "Het duurt langer omdat de aannemer ziek is.", "Het duurt langer en dat is jammer."),
        ("amount", "Het duurt langer en kost 20 euro.", "Het duurt langer en dat is jammer."),
        ("contact", "Het duurt langer, bel 14 0123.", "Het duurt langer, bel gerust."),
        ("acknowledgement", "Het duurt langer, wat vervelend.", "Het duurt langer, zo gaat dat."),
        ("handover", "Het duurt langer, ik heb het doorgezet naar Anja.", "Het duurt langer, zet door."),
        ("next_step", "Het duurt langer, ik zoek het uit.", "Het duurt langer, zo gaat dat."),
        ("promise", "Het duurt langer, we komen erop terug.", "Het duurt langer, kom gerust terug."),
        ("past", "Het duurt langer, we wachtten al.", "Het duurt langer, we wachten nog."),
    ],
)
def test_signals_of_a_reply_silence_what_asks_for_their_absence(found_by: FoundBy, signal, with_it, without_it):
    match = f"together:\n  all: [{{phrases: [duurt langer]}}]\n  none: [{signal}]"
    assert found_by(match, with_it) == []
    assert found_by(match, without_it) == ["duurt langer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uw lamp ging maandag stuk? Dat pakken we op.", ["pakken we op"]),
        ("Is uw lamp al sinds maandag stuk? Dat pakken we op.", ["pakken we op"]),
        ("Uw lamp ging maandag stuk. Dat pakken we op.", ["pakken we op"]),
        ("Gisteren was niets. Dat pakken we op.", ["pakken we op"]),
        ("Uw lamp ging maandag stuk. Dat pakken we op, en vrijdag brandt hij.", []),
        ("Ik heb het vandaag doorgegeven. Dat pakken we op.", ["pakken we op"]),
        ("Dank voor uw brief van 3 maart. Dat pakken we op.", ["pakken we op"]),
        ("Sinds 1 januari regent het in. Dat pakken we op.", ["pakken we op"]),
        ("Dat pakken we op in de vergadering van 3 maart.", []),
        ("Mag ik u vrijdag bellen? Dat pakken we op.", []),
    ],
)
def test_deadline_is_a_moment_to_come_that_the_author_names(found_by: FoundBy, text, expected):
    assert (
        found_by("together:\n  within: draft\n  all: [{phrases: [pakken we op]}]\n  none: [deadline]", text) == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mevrouw De Wit heeft schulden.", ["schulden"]),
        ("De buurman van nummer 9 heeft schulden.", ["schulden"]),
        ("Onze gemeente heeft schulden.", []),  # an organisation
        ("De wethouder legt uit hoe je schulden aflost.", []),  # an office
        ("Wie heeft er geen schulden?", []),
    ],
)
def test_person_is_a_private_person(found_by: FoundBy, text, expected):
    assert found_by("together:\n  all: [{phrases: [schulden]}, person]", text) == expected


def test_abbreviation_is_one_that_not_everybody_knows(found_by: FoundBy):
    match = "together:\n  all: [abbreviation, abbreviation]\n  mark: all"
    assert found_by(match, "Het VKB gaat naar de STG.") == ["VKB gaat naar de STG"]
    assert found_by(match, "Het VKB gaat naar de NS.") == []
