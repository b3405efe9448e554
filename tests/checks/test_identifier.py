from __future__ import annotations

import pytest
from conftest import FoundBy

from postlint.context import Organisation


@pytest.mark.parametrize(
    ("kinds", "text", "expected"),
    [
        ("bsn", "Mijn BSN is 111222333.", ["111222333"]),
        ("bsn", "Er waren 111222333 bezoekers.", []),
        ("phone", "Bel me op 06-12345678", ["06-12345678"]),
        ("phone", "Bel 14 020", []),
        ("email", "Mail anja.devries@xs4all.nl", ["anja.devries@xs4all.nl"]),
        ("email", "Mail jan@", []),
        ("password", "Het wachtwoord is Welkom2024!", ["Welkom2024!"]),
        ("password", "Deel nooit je wachtwoord", []),
        ("iban, phone", "Maak over op NL91ABNA0417164300", ["NL91ABNA0417164300"]),
        ("iban", "Een tweet zonder getallen", []),
    ],
)
def test_finds_those_asked_for(found_by: FoundBy, kinds, text, expected):
    assert found_by(f"identifier: [{kinds}]", text) == expected


def test_public_contacts_of_the_organisation_are_left_out(found_by: FoundBy):
    organisation = Organisation(public_contacts=("06-12345678",))
    assert found_by("identifier: [phone]", "Bel 06-12345678", organisation=organisation) == []


def test_possible_ones_are_others_than_sure_ones(found_by: FoundBy):
    text = "Het gaat om 111222333 geloof ik"
    assert found_by("identifier: [bsn]", text) == []
    assert found_by("identifier: [bsn]\ncertainty: possible", text) == ["111222333"]
