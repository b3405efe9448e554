"""Pipelines: which one is chosen, what ours knows, and that its offsets are those of the draft."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.document import Document
from postlint.language import pipeline
from postlint.language.pipeline import BLANK, LONGEST_SENTENCE, parsed, pipeline_name, span_of, tags
from postlint.language.sentences import sentences

PACKAGE = Path(__file__).parents[2] / "training" / "nl_pipeline" / "package" / "postlint_nl"
SMALL_ENOUGH = 15_000_000


@pytest.fixture(autouse=True)
def _fresh_choice():
    pipeline_name.cache_clear()
    yield
    pipeline_name.cache_clear()


def only(*installed: str):
    return lambda name: name if name in installed else None


@pytest.mark.parametrize(
    ("lang", "installed", "expected"),
    [
        ("nl", ["nl_core_news_sm", "nl_core_news_lg", "postlint_nl"], "nl_core_news_lg"),
        ("nl", ["nl_core_news_sm", "postlint_nl"], "nl_core_news_sm"),
        ("nl", ["postlint_nl"], "postlint_nl"),
        ("nl", [], "postlint_nl"),  # from a checkout
        ("en", ["en_core_web_md", "en_core_web_sm"], "en_core_web_md"),
        ("en", ["nl_core_news_lg"], BLANK),
        ("en", [], BLANK),
    ],
)
def test_the_largest_installed_model_goes_first(monkeypatch: pytest.MonkeyPatch, lang, installed, expected):
    monkeypatch.setattr(pipeline, "find_spec", only(*installed))
    assert pipeline_name(lang) == expected
    assert tags(lang) == (expected != BLANK)


def test_without_any_dutch_model_it_is_blank(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(pipeline, "find_spec", only())
    monkeypatch.setattr(pipeline, "_CHECKOUT", tmp_path / "nowhere")
    assert pipeline_name("nl") == BLANK


def test_a_pipeline_is_loaded_once_whichever_thread_asks():
    with ThreadPoolExecutor(8) as pool:
        assert len({id(loaded) for loaded in pool.map(pipeline.pipeline, ["nl"] * 32)}) == 1


def test_threads_may_parse_at_once():
    texts = [f"De wethouder opent op {day} mei een nieuwe brug." for day in range(1, 25)]
    alone = [[token.dep_ for token in parsed(Document(text, "nl"))] for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: [token.dep_ for token in parsed(Document(text, "nl"))], texts))
    assert together == alone


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        ("De raad besliste gisteren.", "besliste", "VERB", "beslissen"),
        ("Ik schrijf een brief aan de bewoners.", "schrijf", "VERB", "schrijven"),
        ("Kom zaterdag naar de open dag!", "Kom", "VERB", "komen"),
        ("Wij openen een nieuwe speeltuin.", "nieuwe", "ADJ", "nieuw"),
        ("De omgevingsfactoren spelen een rol.", "omgevingsfactoren", "NOUN", "omgevingsfactor"),
        ("De burgemeester woont in Utrecht.", "Utrecht", "PROPN", "Utrecht"),
        ("Hij is gisteren vertrokken.", "is", "AUX", "zijn"),
        ("Zij werkt bij de gemeente.", "Zij", "PRON", "zij"),
    ],
)
def test_dutch_words(text, word, pos, lemma):
    token = next(token for token in parsed(Document(text, "nl")) if token.text == word)
    assert (token.pos_, token.lemma_) == (pos, lemma)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("De wethouder weigert een antwoord.", "wethouder", "nsubj", "weigert"),
        ("De wethouder weigert een antwoord.", "antwoord", "obj", "weigert"),
        ("Je aanvraag is door het college afgewezen.", "college", "obl:agent", "afgewezen"),
        ("Je aanvraag is door het college afgewezen.", "aanvraag", "nsubj:pass", "afgewezen"),
        ("De nieuwe brug gaat open.", "nieuwe", "amod", "brug"),
    ],
)
def test_dutch_grammar(text, word, dep, head):
    token = next(token for token in parsed(Document(text, "nl")) if token.text == word)
    assert (token.dep_, token.head.text) == (dep, head)


def test_sentences_are_our_own():
    document = Document("Bel dhr. Jansen om 10.30 uur. Tot dan! 1/3", "nl")
    assert [sentence.text.strip() for sentence in parsed(document).sents] == [
        span.of(document.text) for span in sentences(document)
    ]


def test_a_stretch_without_an_end_is_read_in_pieces():
    doc = parsed(Document("woord " * (2 * LONGEST_SENTENCE + 1), "nl"))
    assert [len(sentence) for sentence in doc.sents] == [LONGEST_SENTENCE, LONGEST_SENTENCE, 1]


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters() | st.sampled_from("ab \n.é\u0301👩\u200d\u200f"), max_size=60),
    st.sampled_from(["nl", "en"]),
)
def test_offsets_map_back(text, lang):
    doc = parsed(Document(text, lang))
    for token in doc:
        span = span_of(doc, token.i, token.i + 1)
        assert span.of(text).encode("utf-8", "replace").decode() == token.text


def test_fifty_thousand_characters_without_a_space():
    assert len(parsed(Document("a" * 50_000, "nl"))) == 1


def test_the_model_is_the_one_that_was_measured():
    sums = dict(reversed(line.split("  ")) for line in (PACKAGE / "SHA256SUMS").read_text().splitlines())
    files = {path.relative_to(PACKAGE).as_posix(): path for path in (PACKAGE / "model").rglob("*") if path.is_file()}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == sums
    assert sum(path.stat().st_size for path in files.values()) < SMALL_ENOUGH


def test_the_model_says_whose_work_it_is():
    meta = json.loads((PACKAGE / "model" / "meta.json").read_text())
    assert meta["license"] == "CC BY-SA 4.0"
    assert "Alpino" in meta["sources"][0]["name"]
    assert {name: value >= 70 for name, value in meta["performance"].items()} == dict.fromkeys(
        ("POS", "morph", "tag", "lemma", "UAS", "LAS"), True
    )
