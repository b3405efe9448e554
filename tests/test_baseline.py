"""The baseline: what is recorded of findings, what stays known of them, and what its file gives away."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from report_cases import BSN, guarded, report, whole

from postlint.baseline import Baseline, Entry, Known, read_baseline
from postlint.document import Span
from postlint.errors import InputErrors
from postlint.finding import Report, Suppressed
from postlint.origin import Passage

KEY = bytes(32)


def entries(*reports: Report, key: bytes = KEY) -> Counter[Entry]:
    return Counter(entry for each in reports for entry in Baseline(key).entries(each) if entry)


def page(marked: str, *findings: dict[str, object]) -> Report:
    """The report on a page, of which each paragraph is a passage."""
    made = report(marked, *findings)
    spans, at = [], 0
    for paragraph in made.text.split("\n\n"):
        spans.append(Passage(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return replace(made, passages=tuple(spans))


@pytest.mark.parametrize("made", [report, page], ids=["post", "page"])
@pytest.mark.parametrize(
    "later",
    [
        "Nieuw.\n\nDit is [[luid]]. En dit.\n\nNog iets.",
        "Dit is\n[[luid]].  En   dit.",
        "Nog iets.\n\nEn nog iets.\n\nDit is [[luid]]. En dit.",
    ],
)
def test_a_finding_stays_known(made, later):
    assert entries(made(later)) == entries(made("Dit is [[luid]]. En dit.\n\nNog iets."))


@pytest.mark.parametrize("made", [report, page], ids=["post", "page"])
@pytest.mark.parametrize(
    ("later", "given"),
    [
        ("Dit is heel [[luid]]. En dit.", {}),
        ("Dit is luid. [[En]] dit.", {}),
        ("Dit is [[luid]]. En dit.", {"rule": "own/tone/other"}),
    ],
)
def test_a_finding_that_is_new(made, later, given):
    assert entries(made(later, given)).keys().isdisjoint(entries(made("Dit is [[luid]]. En dit.")))


def test_what_is_said_of_a_whole_text_stays_known_when_the_text_changes():
    assert entries(whole("Een lange tekst.")) == entries(whole("Een andere tekst."))


def test_the_same_finding_is_counted():
    assert [*entries(report("[[luid]] en [[luid]]")).values()] == [2]


def test_findings_about_exceptions_are_not_recorded():
    assert entries(report("[[luid]]", {"risk": "exception/unused"})) == Counter()


def test_another_key_gives_other_signs():
    made = report("Dit is [[luid]].")
    assert entries(made).keys().isdisjoint(entries(made, key=bytes(31) + b"x"))


Guarded = Callable[[str], Report]


def number(text: str) -> Report:
    return report(f"Mijn nummer is [[{text}]].", guarded())


OTHERS = [str(int(BSN) + 9 * step) for step in range(1, 400)]


def test_another_number_in_its_place_is_seen():
    """By one in 256 it is not: that is the price of telling nothing of it."""
    unseen = [each for each in OTHERS if entries(number(each)) == entries(number(BSN))]
    assert 0 < len(unseen) < 10


def test_a_number_in_another_form_is_the_same():
    assert entries(number("111.222.333")) == entries(number("111222333"))
    assert {entry.sign[-3:] for entry in entries(number("06-12345678"), number("+31 6 12345678"))} == {
        next(iter(entries(number("0612345678")))).sign[-3:]
    }


@pytest.mark.parametrize(
    ("one", "another"), [("Welkom01", "Zomer2026"), ("12-03-1985", "13-04-1986"), ("de fusie", "de sluiting")]
)
def test_nothing_is_kept_of_what_few_guesses_would_find(one, another):
    assert entries(number(one)) == entries(number(another))


def test_what_is_guarded_is_not_in_the_sign_of_another_finding():
    def both(text: str) -> Report:
        return report(f"Dit is [[luid]]: [[{text}]].", {}, guarded())

    def of_tone(made: Report) -> list[Entry]:
        return [entry for entry in entries(made) if entry.rule == "own/tone/loud"]

    assert of_tone(both(BSN)) == of_tone(both("123456782"))
    let_be = both(BSN)
    first, second = let_be.findings
    let_be = replace(let_be, findings=(first,), suppressed=(Suppressed(second, "text"),))
    assert of_tone(let_be) == of_tone(both("123456782"))


def test_the_file_holds_no_text(tmp_path):
    written = Baseline(KEY, {"a.md": entries(number(BSN), report("Dit is [[luid]]."))}).written()
    assert BSN not in written
    assert "luid" not in written.replace("own/tone/loud", "")
    data = json.loads(written)
    assert data["schema"] == 1
    assert sorted(data["files"]["a.md"]) == ["own/openness/number", "own/tone/loud"]


def test_the_file_is_read_as_it_was_written_and_a_change_is_a_small_one(tmp_path):
    files = {"b.md": entries(report("[[een]]\n\n[[twee]]")), "a.md": entries(report("[[drie]] [[drie]]"))}
    path = tmp_path / "x.json"
    path.write_text(Baseline(KEY, files).written(), encoding="utf-8")
    baseline, _ = read_baseline(path)
    assert (baseline.key, baseline.files) == (KEY, files)
    assert list(baseline.files) == ["a.md", "b.md"]
    more = replace(baseline, files=files | {"b.md": files["b.md"] + entries(report("[[vier]]"))}).written()
    before, after = path.read_text(encoding="utf-8").splitlines(), more.splitlines()
    assert len(after) == len(before) + 1


def test_each_has_its_own_key():
    assert Baseline().key != Baseline().key


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"schema": 2, "key": "00", "files": {}}',
        '{"schema": 1, "key": "x", "files": {}}',
        '{"schema": 1, "key": "00", "files": {"a": 1}}',
        '{"schema": 1, "key": "00", "files": {"a": {"b": {"c": "d"}}}}',
    ],
)
def test_what_is_no_baseline(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(InputErrors, match=r"x\.json: this is no baseline of postlint"):
        read_baseline(tmp_path / "x.json")


def known(folder: Path, **files: Counter[Entry]) -> Known:
    return Known(Baseline(KEY, {f"{name}.md": counts for name, counts in files.items()}), folder)


def told(made: Report) -> tuple[list[str], list[str]]:
    return [finding.text for finding in made.findings], [each.finding.text for each in made.suppressed]


def test_known_findings_are_set_apart(tmp_path):
    (tmp_path / "a.md").touch()
    before = known(tmp_path, a=entries(report("[[een]]\n\n[[twee]]")))
    made = before.settled("a.md", report("[[een]]\n\n[[drie]]\n\n[[een]]"))
    assert told(made) == (["drie", "een"], ["een"])
    assert [each.by for each in made.suppressed] == ["baseline"]
    assert list(before.gone(["a.md"], lambda _: True)) == [("a.md", 1)]
    assert list(before.gone(["a.md"], lambda _: False)) == []
    assert list(before.gone(["b.md"], lambda _: True)) == []


def test_a_file_does_not_know_what_another_holds(tmp_path):
    (tmp_path / "a.md").touch()
    made = known(tmp_path, a=entries(report("[[een]]"))).settled("b.md", report("[[een]]"))
    assert told(made) == (["een"], [])


def test_a_file_that_moved_keeps_its_findings(tmp_path):
    before = known(tmp_path, a=entries(report("[[een]]")))
    assert told(before.settled("b.md", report("[[een]]"))) == ([], ["een"])
    assert told(before.settled("c.md", report("[[een]]"))) == (["een"], [])
    assert before.missing == ["a.md"]
    assert list(before.gone(before.missing, lambda _: True)) == []


def test_a_source_that_comes_again_begins_anew(tmp_path):
    (tmp_path / "a.md").touch()
    before = known(tmp_path, a=entries(report("[[een]]")))
    for _ in range(2):
        before.begin("a.md")
        assert told(before.settled("a.md", report("[[een]]"))) == ([], ["een"])
    before.begin("b.md")
    assert told(before.settled("a.md", report("[[een]]"))) == (["een"], [])
