"""Codes, tokens and one-time addresses: who gets one, for how long, and what is kept of it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from browser_ext_bridge.server.pairing import CODE_LIFE, GUESSES, SESSION_LIFE, Pairings, WrongCodeError

EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pairings(tmp_path: Path, clock: Clock) -> Pairings:
    return Pairings(tmp_path / "state" / "bridge.sqlite", clock)


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_a_code_becomes_a_token(pairings, typed):
    token = pairings.redeem(typed(pairings.new_code()), "Firefox", EXTENSION)
    found = pairings.find(token)
    assert (found.name, found.origin) == ("Firefox", EXTENSION)


def test_a_code_works_once(pairings):
    code = pairings.new_code()
    pairings.redeem(code, "first", "")
    with pytest.raises(WrongCodeError):
        pairings.redeem(code, "second", "")
    assert [each.name for each in pairings.all()] == ["first"]


@pytest.mark.parametrize(("age", "works"), [(CODE_LIFE - 1, True), (CODE_LIFE, False)])
def test_a_code_is_short_lived(pairings, clock, age, works):
    code, opening = pairings.new_code(), pairings.new_opening()
    clock.now += age
    assert pairings.use_opening(opening) is works
    if not works:
        with pytest.raises(WrongCodeError):
            pairings.redeem(code, "late", "")


def test_guessing_voids_the_code(pairings):
    code = pairings.new_code()
    for _ in range(GUESSES):
        with pytest.raises(WrongCodeError):
            pairings.redeem("AAAA-AAAA", "guesser", "")
    with pytest.raises(WrongCodeError):
        pairings.redeem(code, "late", "")
    assert pairings.redeem(pairings.new_code(), "a new one", "")


def test_a_revoked_token_is_unknown(pairings):
    kept, gone = pairings.new_token("kept"), pairings.new_token("gone")
    assert pairings.revoke(pairings.find(gone).id)
    assert pairings.find(gone) is None
    assert pairings.find(kept).name == "kept"
    assert not pairings.revoke(99)


@pytest.mark.parametrize("token", ["", "x", "é" * 50, "\udcff"])
def test_what_is_no_token_is_unknown(pairings, token):
    pairings.new_token("one")
    assert pairings.find(token) is None


def test_an_opening_works_once_and_is_no_code(pairings):
    opening = pairings.new_opening()
    with pytest.raises(WrongCodeError):
        pairings.redeem(opening, "x", "")
    assert pairings.use_opening(opening)
    assert not pairings.use_opening(opening)


@pytest.mark.parametrize(("age", "holds"), [(SESSION_LIFE - 1, True), (SESSION_LIFE, False)])
def test_a_desk_stays_open_for_a_working_day_and_a_new_bridge(pairings, clock, tmp_path, age, holds):
    cookie = pairings.new_session()
    clock.now += age
    assert Pairings(tmp_path / "state" / "bridge.sqlite", clock).holds_session(cookie) is holds
    assert not pairings.holds_session("wrong")
    assert not pairings.use_opening(cookie)


def test_only_the_same_user_can_prove_it(pairings, tmp_path):
    assert pairings.proof("8917:x") == Pairings(tmp_path / "state" / "bridge.sqlite").proof("8917:x")
    assert pairings.proof("8917:x") != Pairings(tmp_path / "other" / "bridge.sqlite").proof("8917:x")
    assert pairings.proof("8917:x") != pairings.proof("8918:x")


def test_another_process_sees_the_same(pairings, tmp_path):
    """`postlint pair` shows a code that the running bridge takes."""
    other = Pairings(tmp_path / "state" / "bridge.sqlite", lambda: 1_000_000.0)
    token = pairings.redeem(other.new_code(), "Edge", EXTENSION)
    other.revoke(other.find(token).id)
    assert pairings.find(token) is None


def test_no_secret_is_kept_and_nobody_else_may_look(pairings, tmp_path):
    secrets = [pairings.new_token("one"), pairings.new_code().replace("-", "")]
    secrets += [pairings.new_opening(), pairings.new_session()]
    file = tmp_path / "state" / "bridge.sqlite"
    kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert [secret for secret in secrets if secret.encode() in kept] == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
