"""LanguageTool's wire format, driven by a client that was written for LanguageTool."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from bridge.running import DUTCH, ENGLISH, RunningBridge
from hypothesis import given
from hypothesis import strategies as st
from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError

from browser_ext_bridge.server.languagetool import Piece, SentText
from postlint.document import Span

LONG = "Wij gaan met de bus naar zee en terug. " * 5


@pytest.fixture
def tool(bridge: RunningBridge) -> Iterator[LanguageTool]:
    with LanguageTool("nl-NL", remote_server=f"{bridge.url}/t/{bridge.token}/") as tool:
        yield tool


def test_a_real_client_reads_our_matches(tool: LanguageTool):
    text = f"Goed punt! {DUTCH}, tot vrijdag."
    (match,) = tool.check(text)
    assert text[match.offset : match.offset + match.error_length] == DUTCH
    assert (match.rule_id, match.category, match.rule_issue_type) == (
        "own/role/thanks",
        "role/bot-speak",
        "uncategorized",
    )
    assert match.context[match.offset_in_context :].startswith(DUTCH)
    assert match.sentence == f"{DUTCH}, tot vrijdag."
    assert match.message.startswith(f"‘{DUTCH}’ is found.")
    assert tool.correct(text) == "Goed punt! Fijn dat u schreef, tot vrijdag."


def test_a_real_client_switches_rules_off_and_on(tool: LanguageTool):
    tool.disabled_rules = {"own/role/thanks"}
    assert tool.check(DUTCH) == []
    tool.disabled_rules = set()
    tool.disabled_categories = {"role/bot-speak"}
    assert tool.check(DUTCH) == []
    tool.disabled_categories = set()
    tool.enabled_rules, tool.enabled_rules_only = {"own/role/thanks"}, True
    assert len(tool.check(DUTCH)) == 1
    tool.enabled_rules = {"own/informing/long"}
    assert tool.check(DUTCH) == []


@pytest.mark.parametrize(
    ("language", "text", "lang"),
    [
        ("auto", ENGLISH, "en"),
        ("auto", DUTCH, "nl"),
        ("en-GB", ENGLISH, "en"),
        ("nl-BE", DUTCH, "nl"),
        ("nl", DUTCH, "nl"),
    ],
)
def test_the_language_is_named_or_found(bridge: RunningBridge, language, text, lang):
    answer = bridge.ask("POST", "/v2/check", data={"language": language, "text": text}).json()
    assert len(answer["matches"]) == 1
    assert answer["language"]["code"] == (lang if language == "auto" else language)
    assert answer["language"]["detectedLanguage"]["code"] == lang


def test_a_real_client_is_told_of_a_language_that_is_not_ours(bridge: RunningBridge):
    answer = bridge.ask("POST", "/v2/check", data={"language": "fr", "text": "Bonjour"})
    assert (answer.status_code, answer.text[:6]) == (400, "Error:")
    with pytest.raises(ValueError, match="fr"):
        LanguageTool("fr", remote_server=f"{bridge.url}/t/{bridge.token}/")


def test_a_real_client_without_a_token_is_told_so(bridge: RunningBridge):
    with pytest.raises(LanguageToolError, match="not paired"):
        LanguageTool("nl", remote_server=bridge.url)


def test_asked_by_get_it_answers_the_same(bridge: RunningBridge):
    form = {"language": "nl", "text": f"😀 {DUTCH}."}
    by_get = bridge.ask("GET", "/v2/check", params=form).json()
    assert by_get == bridge.ask("POST", "/v2/check", data=form).json()
    assert by_get["matches"][0]["offset"] == 3


def test_the_key_of_languagetool_premium_is_our_token(bridge: RunningBridge):
    form = {"language": "nl", "text": DUTCH, "apiKey": bridge.token, "username": "anja"}
    for options in ({"data": form}, {"params": form}):
        answer = bridge.ask("POST", "/v2/check", headers={"Authorization": ""}, **options)
        assert len(answer.json()["matches"]) == 1


def test_markup_is_passed_over_and_counted(bridge: RunningBridge):
    annotation = [
        {"text": "😀 "},
        {"markup": "<b>"},
        {"text": "Dank voor"},
        {"markup": "</b>\n", "interpretAs": " "},
        {"text": "uw bericht."},
    ]
    data = json.dumps({"annotation": annotation, "metaData": {"EmailToAddress": "x"}})
    (match,) = bridge.ask("POST", "/v2/check", data={"language": "nl", "data": data}).json()["matches"]
    sent = "😀 <b>Dank voor</b>\nuw bericht."
    found = sent.encode("utf-16-le")[2 * match["offset"] : 2 * (match["offset"] + match["length"])]
    assert found.decode("utf-16-le") == "Dank voor</b>\nuw bericht"


def test_a_remark_on_the_whole_draft_marks_its_first_word(bridge: RunningBridge):
    (match,) = bridge.ask("POST", "/v2/check", data={"language": "nl", "text": LONG}).json()["matches"]
    assert (match["offset"], match["length"], match["replacements"]) == (0, 3, [])


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_paragraph_has_no_matches(bridge: RunningBridge, text):
    answer = bridge.ask("POST", "/v2/check", data={"language": "auto", "text": text})
    assert answer.json()["matches"] == []


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"language": "nl"},
        {"text": DUTCH},
        {"language": "nl", "text": DUTCH, "data": "{}"},
        {"language": "nl", "data": "{"},
        {"language": "nl", "data": '{"annotation": [{"txt": "x"}]}'},
        {"language": "nl", "text": "a\0b"},
    ],
)
def test_a_wrong_form_is_told(bridge: RunningBridge, form):
    answer = bridge.ask("POST", "/v2/check", data=form)
    assert (answer.status_code, answer.text[:6]) == (400, "Error:")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
PIECES = st.lists(
    st.builds(Piece, text=TEXTS) | st.builds(Piece, markup=TEXTS, interpretAs=TEXTS), min_size=1, max_size=8
)


@given(PIECES, st.data())
def test_places_lie_where_the_words_were_sent(pieces, data):
    """What a place covers holds the words that were read there, in order, whatever markup is between them."""
    sent = SentText(pieces)
    if not sent.text:
        return
    start = data.draw(st.integers(0, len(sent.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(sent.text))))
    offset, length = sent.place(span)
    covered = "".join(piece.sent for piece in pieces).encode("utf-16-le")[2 * offset : 2 * (offset + length)]
    places = [sent.place(Span(at, at + 1)) for at in range(*span)]
    assert (offset, offset + length) == (places[0][0], sum(places[-1]))
    assert places == sorted(places)
    if all(piece.text is not None for piece in pieces):
        assert covered.decode("utf-16-le") == span.of(sent.text)
