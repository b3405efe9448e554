"""Tokens: what is one token, its kind, its norm and the keys under which rules find it."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language.tokens import INVISIBLE, TokenKind, fold, hashtag_words, tokenize, tokens, words

ONE_TOKEN = [
    # text, kind, norm
    ("@jan", "handle", "@jan"),
    ("@jan_de_wit", "handle", "@jan_de_wit"),
    ("@Jan@mastodon.nl", "handle", "@jan@mastodon.nl"),
    ("@jan.bsky.social", "handle", "@jan.bsky.social"),
    ("#DurfTeVragen", "hashtag", "#durftevragen"),
    ("#2026plan", "hashtag", "#2026plan"),
    ("#café", "hashtag", "#cafe"),
    ("jan.de-wit+nieuws@voorbeeld.nl", "email", "jan.de-wit+nieuws@voorbeeld.nl"),
    ("https://voorbeeld.nl/plan?a=1&b=2#top", "url", "https://voorbeeld.nl/plan?a=1&b=2#top"),
    ("www.voorbeeld.nl", "url", "www.voorbeeld.nl"),
    ("voorbeeld.nl/plan", "url", "voorbeeld.nl/plan"),
    ("loket.gemeente.amsterdam", "url", "loket.gemeente.amsterdam"),
    ("example.gov.uk", "url", "example.gov.uk"),
    ("👍", "emoji", "👍"),
    ("👍🏽", "emoji", "👍🏽"),
    ("👩‍🚒", "emoji", "👩🚒"),
    ("👨‍👩‍👧‍👦", "emoji", "👨👩👧👦"),
    ("🇳🇱", "emoji", "🇳🇱"),
    ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "emoji", None),
    ("❤️", "emoji", "❤"),
    ("1️⃣", "emoji", None),
    ("#️⃣", "emoji", None),
    (":-)", "emoji", None),
    (";)", "emoji", None),
    (":D", "emoji", None),
    (":-(", "emoji", None),
    ("<3", "emoji", None),
    ("¯\\_(ツ)_/¯", "emoji", None),
    ("bijv.", "word", "bijv"),
    ("Dhr.", "word", "dhr"),
    ("o.a.", "word", "oa"),
    ("d.w.z.", "word", "dwz"),
    ("d.w.z", "word", "dwz"),
    ("e.g.", "word", "eg"),
    ("J.P.", "word", "jp"),
    ("zo'n", "word", "zo'n"),
    ("zo’n", "word", "zo'n"),
    ("don`t", "word", "don't"),
    ("'s", "word", "'s"),
    ("’t", "word", "'t"),
    ("één", "word", "een"),
    ("cafe\u0301", "word", "cafe"),
    ("œuvre", "word", "oeuvre"),
    ("Øresund", "word", "oresund"),
    ("ge\u00adheim", "word", "geheim"),
    ("ge\u200bhe\u200dim", "word", "geheim"),
    ("ge\u202eheim", "word", "geheim"),
    ("ＧＥＨＥＩＭ", "word", "geheim"),
    ("𝗴𝗲𝗵𝗲𝗶𝗺", "word", "geheim"),
    ("שָׁלוֹם", "word", "שלום"),
    ("سلام", "word", "سلام"),
    ("10.30", "number", "10.30"),
    ("10:30", "number", "10:30"),
    ("31-12-2026", "number", "31-12-2026"),
    ("2026-12-31", "number", "2026-12-31"),
    ("31/12/2026", "number", "31/12/2026"),
    ("1.000,50", "number", "1.000,50"),
    ("15%", "number", "15%"),
    ("1/3", "number", "1/3"),
    ("1½", "number", "1½"),
    ("１２", "number", "12"),
    ("?!", "mark", "?!"),
    ("...", "mark", "..."),
    ("…", "mark", "..."),
    ("–", "mark", "-"),
    ("—", "mark", "-"),
    ("‑", "mark", "-"),
    ("--", "mark", "-"),
]

ROWS = [
    ("Bel Jan.", ["Bel", "Jan", "."]),
    ("e-mail", ["e", "-", "mail"]),
    ("e–mail", ["e", "–", "mail"]),
    ("2e A12", ["2", "e", "A", "12"]),
    ("06-12345678", ["06", "-", "12345678"]),
    ("Om 10.30 uur.", ["Om", "10.30", "uur", "."]),
    ("Dat is 10.", ["Dat", "is", "10", "."]),
    ("In het MT.", ["In", "het", "MT", "."]),
    ("bijv.?", ["bijv.", "?"]),
    ("(o.a. hier)", ["(", "o.a.", "hier", ")"]),
    ("klaar.Nu", ["klaar", ".", "Nu"]),
    ("@jan: ja", ["@jan", ":", "ja"]),
    ("mail naar jan@voorbeeld.nl.", ["mail", "naar", "jan@voorbeeld.nl", "."]),
    ("-jan@voorbeeld.nl", ["-", "jan@voorbeeld.nl"]),
    ("(zie voorbeeld.nl/plan).", ["(", "zie", "voorbeeld.nl/plan", ")", "."]),
    ("https://voorbeeld.nl/abc…", ["https://voorbeeld.nl/abc", "…"]),
    ("a@b 10 @ 5", ["a", "@", "b", "10", "@", "5"]),
    ("#1 #zorg.", ["#", "1", "#zorg", "."]),
    ("&#39;", ["&", "#", "39", ";"]),
    ("leuk:) ja", ["leuk", ":)", "ja"]),
    ("om 10:30:", ["om", "10:30", ":"]),
    ("let op: Dat", ["let", "op", ":", "Dat"]),
    ("5<3", ["5", "<", "3"]),
    ("👍👍", ["👍", "👍"]),
    ("🇳🇱🇧🇪", ["🇳🇱", "🇧🇪"]),
    ("'ja'", ["'", "ja", "'"]),
    ("'s avonds", ["'s", "avonds"]),
    ("foto's van Hans' huis", ["foto's", "van", "Hans", "'", "huis"]),
    ("\u200fשלום\u200f", ["שלום"]),
    ("geheim\u200b", ["geheim"]),
    ("ja … nee", ["ja", "…", "nee"]),
    ("Wat?! Echt!!", ["Wat", "?!", "Echt", "!!"]),
    ("50 %", ["50", "%"]),
]

KEYS = [
    ("neeee", ("neeee", "nee", "ne", "{word}")),
    ("zooo", ("zooo", "zoo", "zo", "{word}")),
    ("heeelllo", ("heeelllo", "heello", "heelo", "hello", "helo", "{word}")),
    ("nee", ("nee", "{word}")),
    ("12", ("12", "{number}")),
    ("@jan", ("@jan", "{handle}")),
    ("www.voorbeeld.nl", ("www.voorbeeld.nl", "{url}")),
    ("#GeheimPlan", ("#geheimplan", "geheimplan", "geheim", "plan", "{hashtag}")),
    ("#geheimplan", ("#geheimplan", "geheimplan", "{hashtag}")),
    ("#B1TaalNL", ("#b1taalnl", "b1taalnl", "b", "1", "taal", "nl", "{hashtag}")),
    ("#open_dag", ("#open_dag", "open_dag", "open", "dag", "{hashtag}")),
    ("#WOOVerzoek", ("#wooverzoek", "wooverzoek", "woo", "verzoek", "{hashtag}")),
]

HASHTAGS = [
    ("#durftevragen", "nl", ("durf", "te", "vragen")),
    ("#DurfTeVragen", "nl", ("durf", "te", "vragen")),
    ("#DURFTEVRAGEN", "nl", ("durf", "te", "vragen")),
    ("#zorgvoorelkaar", "nl", ("zorg", "voor", "elkaar")),
    ("#gemeenteraad", "nl", ("gemeenteraad",)),
    ("#openoverheid", "nl", ("open", "overheid")),
    ("#verkiezingen2026", "nl", ("verkiezingen", "2026")),
    ("#WijkteamZuid", "nl", ("wijk", "team", "zuid")),
    ("#savethedate", "en", ("save", "the", "date")),
    ("#askmeanything", "en", ("ask", "me", "anything")),
    ("#ClimateAction", "en", ("climate", "action")),
    ("#understanding", "en", ("understanding",)),
]

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize(("text", "kind", "norm"), ONE_TOKEN)
def test_one_token(text, kind, norm):
    found = tokenize(f"ja {text} nee")
    assert [token.span.of(f"ja {text} nee") for token in found] == ["ja", text, "nee"]
    assert found[1].kind == kind
    assert norm is None or found[1].norm == norm


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows(text, expected):
    assert [token.span.of(text) for token in tokenize(text)] == expected


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys(text, keys):
    assert tokenize(text)[0].keys == keys


@pytest.mark.parametrize(("hashtag", "lang", "expected"), HASHTAGS)
def test_hashtag_words(hashtag, lang, expected):
    assert hashtag_words(hashtag, lang) == expected


def test_words_leave_out_marks_and_emoji():
    document = Document("Hoi @jan, 10 x 👍 :-) op #zorg!", "nl")
    assert [word.norm for word in words(document)] == ["hoi", "@jan", "10", "x", "op", "#zorg"]


def test_tokens_load_no_word_frequencies():
    program = (
        "import sys; from postlint.language.tokens import tokenize; tokenize('#durf'); print('wordfreq' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )


@given(ANY_TEXT)
def test_tokens_are_ordered_and_leave_out_only_white_space_and_the_invisible(text):
    found = tokenize(text)
    assert all(token.span.of(text) for token in found)
    assert all(token.norm and token.keys[0] == token.norm and token.keys[-1] == f"{{{token.kind}}}" for token in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    ends = [0, *(token.span.end for token in found)]
    starts = [*(token.span.start for token in found), len(text)]
    gaps = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert re.fullmatch(rf"[\s{INVISIBLE}]*", gaps)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(unicodedata.combining(sign) for sign in folded)


@given(
    st.lists(
        st.sampled_from(
            ["bijv.", "@jan", "#DurfNu", "10.30", "👍🏽", "zo'n", "Jan", "voorbeeld.nl", ":-)", "31-12-2026"]
        )
    )
)
def test_tokens_between_spaces_do_not_change_each_other(pieces):
    text = " ".join(pieces)
    assert [token.span.of(text) for token in tokenize(text)] == pieces


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("a", 1),
        ("a.", 1),
        ("1", 1),
        ("!", 1),
        ("#", 50_000),
        ("@", 50_000),
        ("a-", 50_000),
        ("👍", 50_000),
        ("(", 50_000),
    ],
)
def test_fifty_thousand_characters_without_a_space(piece, count):
    text = piece * (50_000 // len(piece))
    found = tokenize(text)
    assert len(found) == count
    assert found[-1].span.end == len(text)


def test_kinds_of_a_post():
    document = Document("Kom 12/5 naar @wijk, o.a. voor #koffie 👍!", "nl")
    assert [token.kind for token in tokens(document)] == [
        TokenKind.WORD,
        TokenKind.NUMBER,
        TokenKind.WORD,
        TokenKind.HANDLE,
        TokenKind.MARK,
        TokenKind.WORD,
        TokenKind.WORD,
        TokenKind.HASHTAG,
        TokenKind.EMOJI,
        TokenKind.MARK,
    ]
