"""The labelled drafts in training/drafts, and how others are added to them."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import add_drafts

FILES = sorted(path.stem for path in add_drafts.DRAFTS.glob("*.jsonl"))
CLEAN = {"lang": "nl", "context": {}, "risks": [], "note": "ordinary"}


@pytest.fixture(scope="module")
def drafts():
    return {stem: add_drafts.read(add_drafts.DRAFTS / f"{stem}.jsonl") for stem in FILES}


@pytest.mark.parametrize("stem", FILES)
def test_every_draft_is_sound(stem, drafts):
    assert [(draft["id"], fault) for draft in drafts[stem] for fault in add_drafts.faults(draft)] == []


@pytest.mark.parametrize("stem", FILES)
def test_every_line_has_its_keys_in_order(stem, drafts):
    lines = (add_drafts.DRAFTS / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    assert all(tuple(draft) == add_drafts.KEYS for draft in drafts[stem])
    assert [
        draft["id"] for line, draft in zip(lines, drafts[stem], strict=True) if line != add_drafts.written(draft)
    ] == []


@pytest.mark.parametrize("key", ["id", "text"])
def test_no_draft_is_there_twice(key, drafts):
    counts = Counter(draft[key] for each in drafts.values() for draft in each)
    assert [value for value, count in counts.items() if count > 1] == []


def test_a_situation_lies_in_one_split(drafts):
    splits = defaultdict(set)
    for stem, each in drafts.items():
        for draft in each:
            splits[draft["situation"]].add((stem, draft["split"]))
    assert [situation for situation, places in splits.items() if len(places) > 1] == []


def test_only_the_files_of_authors_never_trained_on_are_for_the_test(drafts):
    splits = {stem: {draft["split"] for draft in each} for stem, each in drafts.items()}
    assert {stem for stem, found in splits.items() if found == {"test"}} == add_drafts.TEST_FILES
    assert {split for stem, found in splits.items() if stem not in add_drafts.TEST_FILES for split in found} == {
        "train",
        "valid",
    }


EMBARGO = {"topic": "fusie", "until": "2026-03-01T09:00:00+01:00"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"text": "Morgen."}, {"text": "Weet ik niet."}, False),
        ({"context": {"reply_to": "Wanneer?"}}, {"context": {"reply_to": " wanneer? "}}, True),
        ({"context": {"reply_to": "Wanneer?"}}, {"context": {"reply_to": "Waarom?"}}, False),
        ({"context": {"embargoes": [EMBARGO]}}, {"context": {"embargoes": [EMBARGO]}}, True),
        ({"context": {"embargoes": [EMBARGO]}}, {"context": {"embargoes": [{**EMBARGO, "topic": "naam"}]}}, False),
        ({"situation": "a"}, {"situation": "a"}, True),
        ({"text": "Oranje fietsen zingen."}, {"text": "Zagen ze oranje fietsen zingen, of drie schepen zinken?"}, True),
        ({"text": "Oranje fietsen."}, {"text": "Zagen ze oranje fietsen, of drie schepen zinken?"}, False),
        ({"text": "De Meerbrug is vandaag open."}, {"text": "De Meerbrug is vandaag dicht."}, True),
    ],
)
def test_a_situation_is_shared(one, other, same):
    drafts = [{**CLEAN, "id": "a", "text": "Regen vandaag.", **one}, {**CLEAN, "id": "b", "text": "Zon.", **other}]
    assert add_drafts.situations(drafts) == ["a", "a" if same else "b"]


def test_splits_follow_the_situation():
    situations = [f"x-{number}" for number in range(1000)]
    found = [add_drafts.split(situation, "nl-open") for situation in situations]
    assert 60 < found.count("valid") < 140
    assert found == [add_drafts.split(situation, "nl-other") for situation in situations]
    assert {add_drafts.split(situation, "nl-zorg") for situation in situations} == {"test"}


LABEL = {"risk": "tone/mudslinging", "span": "prutser", "implicit": False}


@pytest.mark.parametrize(
    "line",
    [
        "geen JSON",
        "[]",
        "{}",
        json.dumps({**CLEAN, "text": "Ook hier."}),  # stands in another file
        json.dumps({**CLEAN, "text": "Nog een.", "id": "x-1"}),
        json.dumps({**CLEAN, "text": "Hallo.", "lang": "fr"}),
        json.dumps({**CLEAN, "text": "Hallo.", "context": {"kanaal": "x"}}),
        json.dumps({**CLEAN, "text": "Hallo.", "risks": [LABEL]}),
        json.dumps({**CLEAN, "text": "Wat een prutser.", "risks": [{**LABEL, "risk": "tone/rude"}]}),
        json.dumps({**CLEAN, "text": "Wat een prutser.", "risks": [{**LABEL, "doubt": False}]}),
        json.dumps({**CLEAN, "text": "Wat een prutser.", "risks": [{**LABEL, "implicit": None}]}),
        json.dumps({**CLEAN, "text": "Wat een prutser.", "risks": [LABEL, LABEL]}),
    ],
)
def test_what_is_not_sound_is_left_out_and_named(line, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(add_drafts, "DRAFTS", tmp_path / "drafts")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "nl-old.jsonl").write_text(json.dumps({"id": "x-1", "text": "Ook hier."}) + "\n")
    good = {**CLEAN, "text": "Wat een prutser.", "risks": [{**LABEL, "doubt": True}]}
    new = tmp_path / "nl-new.jsonl"
    new.write_text(f"{line}\n{json.dumps(good)}\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["add_drafts.py", str(new)])
    add_drafts.main()
    (added,) = add_drafts.read(tmp_path / "drafts" / "nl-new.jsonl")
    assert added["id"] == added["situation"]
    assert added["id"].startswith("nl-new-")
    assert added["risks"] == [{**LABEL, "doubt": True}]
    assert f"{new}:1: left out" in capsys.readouterr().err
