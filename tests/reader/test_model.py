"""The model that ships, and files that are not its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import onnxruntime
import pytest
from conftest import WritePack, rule_text
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.context import Context, Embargo
from postlint.document import Document, Draft, Span
from postlint.engine import Linter
from postlint.reader.installation import ABOUT, MODEL, TOKENIZER, model_folder
from postlint.reader.model import _loaded, _sum_of, about_model
from postlint.reader.second import SecondReader, read_draft, windows
from postlint.reader.settings import ReaderSettings
from postlint.risks import RISKS

IMPLICIT = "Fijn om te zien dat de directie ook eens een dag op de afdeling was."
FOREIGN_MODEL = Path(onnxruntime.__file__).parent / "datasets" / "sigmoid.onnx"


def document(text: str, lang: str = "nl", **context: object) -> Document:
    return Document(text, lang, Context(**context), reader=ReaderSettings())


def test_it_has_a_probability_of_every_risk_and_a_vector_of_unit_length() -> None:
    read = read_draft(document(IMPLICIT))
    assert read is not None
    assert set(read.probabilities) == set(RISKS) - {"informing/language-error"}
    assert all(0 <= probability <= 1 for probability in read.probabilities.values())
    assert float(read.vector @ read.vector) == pytest.approx(1, abs=1e-3)


def test_the_same_draft_is_read_the_same() -> None:
    one, two = read_draft(document(IMPLICIT)), read_draft(document(IMPLICIT))
    assert one is not None
    assert two is not None
    assert one.probabilities == two.probabilities


def test_a_forked_process_reads_with_threads_of_its_own() -> None:
    here = read_draft(document(IMPLICIT))
    assert here is not None
    context = get_context("fork")
    answers = context.Queue()
    process = context.Process(target=lambda: answers.put(read_draft(document(IMPLICIT)).probabilities))
    process.start()
    assert answers.get(timeout=60) == pytest.approx(here.probabilities, abs=1e-6)
    process.join(60)
    assert process.exitcode == 0


def test_what_stands_around_a_draft_matters() -> None:
    text = "Bezoektijd is van twee tot vier, dat staat op de deur."
    alone, reply = read_draft(document(text)), read_draft(document(text, reply_to="Mijn vader is vannacht overleden."))
    assert alone is not None
    assert reply is not None
    assert reply.probabilities["listening/unacknowledged"] > alone.probabilities["listening/unacknowledged"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🎉🎉🎉", "… !?", "12 34", "https://duinveen.example"])
def test_without_words_there_is_nothing_to_read(text: str) -> None:
    assert SecondReader().impressions(document(text)) == ()


HOSTILE = st.text(max_size=200) | st.text("aA\u0301\u200b\ud83d\ufe0f🏴\x00\t .!", max_size=80)


@settings(max_examples=40)
@given(HOSTILE)
def test_words_that_carry_a_risk_stand_in_the_draft(text: str) -> None:
    for impression in SecondReader().impressions(document(text)):
        if impression.span is not None:
            assert 0 <= impression.span.start < impression.span.end <= len(text)


def test_a_long_text_is_read_in_windows_up_to_its_end() -> None:
    text = " ".join(["De markt is zaterdag open tot drie uur."] * 60 + [IMPLICIT])
    long = document(text)
    found = windows(long)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert len(found) > 3
    end, alone = read_draft(document(found[-1].of(text))), read_draft(long)
    assert end is not None
    assert alone is not None
    assert all(alone.probabilities[risk] >= end.probabilities[risk] - 1e-6 for risk in end.probabilities)


def test_a_context_of_any_length_leaves_room_for_the_draft() -> None:
    long = Embargo(topic="fusie " * 50, until=datetime(2030, 1, 1, tzinfo=UTC), terms=("naam " * 40,))
    read = read_draft(document(IMPLICIT, reply_to="En dan? " * 2000, embargoes=(long,) * 20))
    assert read is not None
    assert all(span is None or Span(0, len(IMPLICIT)).contains(span) for span in read.words.values())


def _truncated(folder: Path) -> None:
    (folder / MODEL).write_bytes((folder / MODEL).read_bytes()[:10_000])


def _foreign(folder: Path) -> None:
    shutil.copy(FOREIGN_MODEL, folder / MODEL)
    _described(folder, sha256={name: _sum_of(folder / name) for name in (MODEL, TOKENIZER)})


def _not_a_model(folder: Path) -> None:
    (folder / MODEL).write_bytes(b"onnx")
    _described(folder, sha256={name: _sum_of(folder / name) for name in (MODEL, TOKENIZER)})


def _not_a_tokenizer(folder: Path) -> None:
    (folder / TOKENIZER).write_text("{}")
    _described(folder, sha256={name: _sum_of(folder / name) for name in (MODEL, TOKENIZER)})


def _described(folder: Path, **changes: object) -> None:
    about = json.loads((folder / ABOUT).read_bytes())
    (folder / ABOUT).write_text(json.dumps(about | changes))


@pytest.mark.parametrize(
    ("harm", "what"),
    [
        (lambda folder: (folder / MODEL).unlink(), "model.onnx is not the file"),
        (_truncated, "model.onnx is not the file"),
        (_foreign, "model.onnx is a model of another form"),
        (_not_a_model, "model.onnx cannot be read"),
        (lambda folder: (folder / TOKENIZER).write_text("{}"), "tokenizer.json is not the file"),
        (_not_a_tokenizer, "tokenizer.json cannot be read"),
        (lambda folder: (folder / ABOUT).unlink(), "reader.json cannot be read"),
        (lambda folder: (folder / ABOUT).write_text("[1"), "reader.json cannot be read"),
        (lambda folder: (folder / ABOUT).write_text("[]"), "reader.json cannot be read"),
        (
            lambda folder: _described(folder, risks=["tone/x"], calibration={"tone/x": [1, 0]}),
            "another version",
        ),
        (lambda folder: _described(folder, calibration={}), "reader.json cannot be read"),
        (lambda folder: _described(folder, max_tokens=8), "another version"),
    ],
    ids=[
        *("no-model", "truncated", "foreign", "not-a-model", "other-tokenizer", "not-a-tokenizer", "no-description"),
        *("broken-description", "empty-description", "other-risks", "no-calibration", "too-short"),
    ],
)
def test_files_that_are_not_its_own_are_a_problem(
    harm: Callable[[Path], object], what: str, tmp_path: Path, write_pack: WritePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(str(model_folder()), tmp_path / "model")
    harm(folder)
    monkeypatch.setattr("postlint.reader.model.model_folder", lambda: folder)
    rule = rule_text("reader: {threshold: 0.1}", risk="openness/airing", more="requires: [reader]")
    words = rule_text("phrases: [directie]", risk="openness/airing")
    pack = write_pack({"openness/a.nl.yaml": rule, "openness/b.nl.yaml": words})
    _loaded.cache_clear()
    report = Linter([pack], reader=ReaderSettings()).check(Draft(IMPLICIT, Context(lang="nl")))
    _loaded.cache_clear()
    (problem,) = report.problems
    assert what in problem.what
    assert "pip install" in problem.remedy
    assert [finding.rule for finding in report.findings] == ["own/openness/b"]


def test_what_ships_is_what_its_description_says() -> None:
    folder = model_folder()
    assert folder is not None
    assert about_model(folder).max_tokens == 256
    assert (folder / MODEL).stat().st_size < 45_000_000
