"""A rule's suggestion with the capitals of its place, and where it may be put in place without asking."""

from __future__ import annotations

import pytest
from conftest import WritePack, rule_text

from postlint.context import Context
from postlint.document import Draft
from postlint.engine import Linter
from postlint.finding import Finding

SWAPS = """\
entries:
  alhier: hier
  mokum: Amsterdam
  per omgaande: direct
  onverwijlds: ijlings
  i.o.m.: samen met
"""
NAMED = 'suggestion: "{value}"\nfix: swaps'


def finding(write_pack: WritePack, text: str, match: str = 'phrases: ["{swaps}"]', more: str = NAMED) -> Finding:
    pack = write_pack({"role/a.nl.yaml": rule_text(match, more=more), "lists/swaps.nl.yaml": SWAPS})
    (found,) = Linter([pack]).check(Draft(text, Context(lang="nl"))).findings
    return found


@pytest.mark.parametrize(
    ("text", "suggestion", "fix"),
    [
        ("Kom alhier langs.", "hier", True),
        ("Alhier is het feest.", "Hier", True),
        ("‘Goed.’ Alhier is het feest.", "Hier", True),
        ("(Alhier dus.)", "Hier", True),
        ("Onverwijlds komt hij.", "IJlings", True),
        ("Wij gaan naar mokum.", "Amsterdam", True),
        ("Wij gaan naar Mokum.", "Amsterdam", True),
        ("Kom per-omgaande langs.", "direct", True),
        ("Kom alhier.", "hier", True),
        ("De wijk i.o.m. de school.", "samen met", True),
        # the capitals may mean something
        ("Café Alhier is open.", "hier", False),
        ("KOM ALHIER LANGS", "hier", False),
        ("Wij gaan naar MOKUM.", "Amsterdam", False),
        ("Per Omgaande komt hij.", "direct", False),
        # something would be lost
        ("Kom per 🎉 omgaande langs.", "direct", False),
        ("Kom per, omgaande, langs.", "direct", False),
        ("Kom per\nomgaande langs.", "direct", False),
        ("Kom per  omgaande langs.", "direct", False),
        # it is a part of something
        ("De bus-alhier komt.", "hier", False),
        ("De alhier-bus komt.", "hier", False),
        ("Zie map/alhier nu.", "hier", False),
        ("Zie alhier=1 nu.", "hier", False),
        ("#PerOmgaande", "direct", False),
    ],
)
def test_what_a_list_vouches_for(write_pack: WritePack, text: str, suggestion: str, fix: bool) -> None:
    found = finding(write_pack, text)
    assert (found.suggestions, found.fix) == ((suggestion,), fix)


@pytest.mark.parametrize(
    ("match", "more", "text", "fix"),
    [
        ("phrases: [kom alhier]", "suggestion: kom hier\nfix: true", "Dus kom alhier.", True),
        ("phrases: [kom alhier]", "suggestion: kom hier", "Dus kom alhier.", False),
        ("phrases: [kom alhier]", "", "Dus kom alhier.", False),
        ("pattern: ['!!+']", 'suggestion: "!"\nfix: true', "Dus kom!!!", True),
        ('phrases: ["{swaps}", dus]', 'suggestion: "zo"\nfix: swaps', "En dus!", False),
        ('phrases: ["{swaps}", dus]', 'suggestion: "zo"\nfix: swaps', "En alhier!", True),
    ],
)
def test_what_a_rule_vouches_for(write_pack: WritePack, match: str, more: str, text: str, fix: bool) -> None:
    assert finding(write_pack, text, match, more).fix is fix
