from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.phrase import entry_errors, list_references, phrase_errors, without

LISTS = {"functies": ["wethouder"], "leeg": [], "stuk": ["kom … terug", "los)"]}

RIGHT = [
    "kom",
    "wij|we|ik <komen> (nog) hier|er|daar … op terug",
    "[zo snel mogelijk | spoedig] klaar",
    "a …20 b ...1 c",
    "{functies} zegt {number}",
    "*wethouder|wijk* zo’n e-mail 's avonds i.v.m. R&D",
    "a … (b) … c",
]


@pytest.mark.parametrize("phrase", RIGHT)
def test_a_right_phrase_has_no_errors(phrase: str) -> None:
    assert phrase_errors(phrase, LISTS) == []


WRONG = [
    ("", [(0, "empty")]),
    ("   ", [(0, "empty")]),
    ("kom (nog", [(4, "never closed")]),
    ("kom nog)", [(7, "closes nothing")]),
    ("[kom)", [(4, "closes")]),
    ("kom [] nu", [(5, "empty alternative")]),
    ("[a||b]", [(3, "empty alternative")]),
    ("[a|]", [(3, "empty alternative")]),
    ("[|a]", [(1, "empty alternative")]),
    ("a | b", [(2, "stands alone")]),
    ("|a", [(0, "stands alone")]),
    ("a| b", [(1, "no alternative")]),
    ("a||b", [(1, "no alternative")]),
    ("a|(b)", [(2, "may be absent")]),
    ("a|… b", [(2, "may be absent")]),
    ("wethouder(s)", [(9, "against")]),
    ("kom…terug", [(3, "against"), (4, "against")]),
    ("… kom", [(0, "a gap")]),
    ("kom …8", [(4, "a gap")]),
    ("kom … (terug)", [(4, "a gap")]),
    ("a [b …] c", [(5, "a gap")]),
    ("(nog) (al)", [(0, "absent")]),
    ("a [(b)|c]", [(3, "absent")]),
    ("a …21 b", [(2, "at most 20")]),
    ("a …0 b", [(2, "at least 1")]),
    ("a {functie} b", [(2, "no list ‘functie’")]),
    ("a {} b", [(2, "no name")]),
    ("a {functies b", [(2, "never closed")]),
    ("a {leeg}", [(2, "is empty")]),
    ("a {stuk}", [(2, "a gap"), (2, "closes nothing")]),
    ("a <komen b", [(2, "never closed")]),
    ("a <komen|gaan>", [(2, "more than one")]),
    ("a <zo snel>", [(2, "not one word")]),
    ("a <>", [(2, "not one word")]),
    ("a > b", [(2, "closes nothing")]),
    ("a *ab", [(2, "at least 3")]),
    ("a k*t", [(2, "‘*’ stands once")]),
    ("a *jan*", [(2, "‘*’ stands once")]),
    ("kom, terug!", [(3, "‘,’"), (10, "‘!’")]),
    ("ik/wij", [(2, "‘/’")]),
    ("top 😀", [(4, "‘😀’")]),
    ("gaat naar|is naar", [(5, "read as ‘gaat [naar|is] naar’")]),
    ("gaat naar|wil (graag) helemaal naar", [(5, "read as")]),
    ("nog een|nog twee", [(4, "read as ‘nog [een|nog] twee’")]),
    ("onder|<boven>|onder het", [(0, "read as ‘[onder|<boven>|onder] het’")]),
    ("… (a) {weg} b|", [(0, "a gap"), (6, "no list"), (13, "no alternative")]),
    ("(" * 3000, [(20, "too many groups")]),
    ("a …20 " * 30 + "b", [(0, "more than 250")]),
]


@pytest.mark.parametrize(("phrase", "expected"), WRONG)
def test_errors_say_what_is_wrong_and_where(phrase: str, expected: list[tuple[int, str]]) -> None:
    errors = phrase_errors(phrase, LISTS)
    found = [(error.offset, error.what) for error in errors]
    for offset, what in expected:
        assert any(at == offset and what in said for at, said in found), found
    assert all(error.remedy and error.remedy in str(error) for error in errors)
    assert len(found) == len(expected) or len(phrase) > 100


def test_the_nearest_list_is_named() -> None:
    assert [error.remedy for error in phrase_errors("{functie}", LISTS)] == ["Did you mean {functies}?"]


def test_an_entry_holds_no_gaps_and_no_lists() -> None:
    assert [error.offset for error in entry_errors("kom … {functies}")] == [4, 6]
    assert entry_errors("(loco-)burgemeester") != []
    assert entry_errors("(loco) burgemeester|<baas>") == []


WITHOUT = [
    ("kom", []),
    ("wij|we komen", [(0, "wij", "[we] komen"), (4, "we", "[wij] komen")]),
    ("a b|c|d e", [(2, "b", "a [c|d] e"), (4, "c", "a [b|d] e"), (6, "d", "a [b|c] e")]),
    ("kom (nog) terug", [(4, "(nog)", "kom terug")]),
    ("(nog) terug", [(0, "(nog)", "terug")]),
    ("kom … (nog) … terug", [(6, "(nog)", "kom … … terug")]),
    ("[zo snel|spoedig] op", [(1, "zo snel", "[spoedig] op"), (9, "spoedig", "[zo snel] op")]),
    ("a (b|c)", [(2, "(b|c)", "a"), (3, "b", "a (c)"), (5, "c", "a (b)")]),
    (
        "[a (b)|c] d",
        [(1, "a (b)", "[c] d"), (7, "c", "[a (b)] d"), (3, "(b)", "[a|c] d")],
    ),
    ("[(b) a | c]", [(1, "(b) a", "[c]"), (9, "c", "[(b) a]"), (1, "(b)", "[a | c]")]),
]


@pytest.mark.parametrize(("phrase", "expected"), WITHOUT)
def test_a_phrase_without_each_of_its_parts(phrase: str, expected: list[tuple[int, str, str]]) -> None:
    assert without(phrase) == expected
    assert all(phrase_errors(shorter, LISTS) == [] for _, _, shorter in without(phrase))


def test_list_references_leave_out_kinds_of_tokens() -> None:
    assert list_references("a {functies}|b ({number}) [c {tijdstip}]") == {"functies", "tijdstip"}


@given(st.text(alphabet=st.sampled_from("ab |()[]<>{}….*8'-é😀"), max_size=30))
def test_any_text_is_right_or_has_errors_within_it(phrase: str) -> None:
    errors = phrase_errors(phrase, {})
    assert all(0 <= error.offset <= len(phrase) for error in errors)
    if not errors:
        assert all(shorter != phrase and not phrase_errors(shorter, {}) for _, _, shorter in without(phrase))
