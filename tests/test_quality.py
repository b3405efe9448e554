"""How the page on quality splits, counts and tells: on a few drafts of our own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import quality
import quality_page
from quality_figures import Measured, MissingDataError, documents, measure, read, read_copy, write_tuned
from quality_situations import held_out, situations

from postlint.context import Context
from postlint.document import Draft
from postlint.evaluation import ALL
from postlint.finding import Severity

SHOUT = {"risk": "tone/shouting", "span": None}
NL = [
    {"id": "k-01", "text": "DE KEGELBAAN IS WEER OPEN EN DAT IS FIJN!!!", "risks": [SHOUT], "note": "capitals"},
    {"id": "k-02", "text": "De kegelbaan is weer open. Fijn.", "risks": [], "note": "near miss: same news, proud"},
    {
        "id": "m-a1",
        "text": "De kraam stond op de verkeerde plek. Mijn fout.",
        "risks": [],
        "note": "own mistake",
    },
    {
        "id": "m-b2",
        "text": "Er is kennis genomen van uw melding.",
        "risks": [SHOUT],
        "note": "mislabelled",
    },
    {"id": "m-c3", "text": "De harmonie speelt zondag in het prieel.", "risks": [], "note": "ordinary"},
]
EN = [{"id": "e-01", "text": "THIS IS NOT OK AT ALL, PEOPLE!!!", "risks": [SHOUT], "note": "capitals"}]
SECOND = [{"id": "m-c3", "risks": [], "doubt": ["timing/stale"]}, {"id": "k-01", "risks": [SHOUT], "doubt": []}]
TREEBANK = """\
# sent_id = wiki-1.p.1.s.1
# text = De molen staat aan de vaart.
1	De	de	DET	_	_	2	det	_	_
# sent_id = wiki-1.p.1.s.2
# text = Hij maalt nog.
# sent_id = wiki-1.p.2.s.1
# text = In 1850 brandde hij af.
"""


def draft(draft_id: str, text: str, **context: str) -> Draft:
    return Draft(text, Context(**context), draft_id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with labelled drafts as `make quality` wants it."""

    def write(path: str, rows: list[dict[str, object]]) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")

    web = {"channel": "web"}
    write("drafts/nl-web.jsonl", [{**row, "lang": "nl", "context": web} for row in NL])
    write("devset/drafts-en.jsonl", [{**row, "lang": "en", "context": {}} for row in EN])
    write("drafts/second-reader.jsonl", SECOND)
    (tmp_path / "data/ud-nl").mkdir(parents=True)
    (tmp_path / "data/ud-nl/nl_lassysmall-ud-test.conllu").write_text(TREEBANK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def measured(folder: Path) -> Measured:
    entries, second = read(folder)
    return measure(entries, second, read_copy(folder), every_pack=["core"])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (draft("a", "Nu.", reply_to="Komt de  bus?"), draft("b", "Zie ons.", reply_to="komt de bus?"), True),
        (draft("a", "De kegelbaan in Blerick gaat dicht."), draft("b", "Gaat de kegelbaan in Blerick dicht?"), True),
        (draft("a", "De kegelbaan gaat dicht."), draft("b", "Zondag speelt de harmonie."), False),
        (draft("x-0001", "Kapel zoekt slagwerker met geduld."), draft("x-0002", "Het geduld is op: dicht."), True),
        (draft("x-0001", "Kapel zoekt slagwerker met geduld."), draft("x-0007", "Het geduld is op: dicht."), False),
    ],
)  # fmt: skip
def test_situations(one, other, together):
    others = [draft(f"z{number}", f"woord{chr(97 + number) * 5} alleen{chr(97 + number) * 4}") for number in range(20)]
    names = situations([one, other, *others])
    assert (names[0] == names[1]) is together


def test_a_situation_holds_what_is_one_with_a_third_and_is_named_after_its_first():
    question = {"reply_to": "Wanneer komt de bus?"}
    drafts = [
        draft("c", "De kegelbaan in Blerick gaat dicht."),
        draft("b", "De kegelbaan in Blerick gaat.", **question),
    ]
    assert situations([*drafts, draft("a", "Om negen uur.", **question)]) == ["a", "a", "a"]


def test_a_third_is_held_out_always_the_same():
    held = [held_out(f"situation {number}") for number in range(3000)]
    assert 900 < sum(held) < 1100
    assert [held_out(name) for name in ("a", "b", "c", "d", "e", "f")] == [False, True, False, False, False, True]


def test_documents_of_a_treebank():
    other = TREEBANK.replace("wiki-1.", "wiki-2.").replace("molen", "smederij")
    assert documents(TREEBANK + other) == [
        "De molen staat aan de vaart. Hij maalt nog.\n\nIn 1850 brandde hij af.",
        "De smederij staat aan de vaart. Hij maalt nog.\n\nIn 1850 brandde hij af.",
    ]


def test_headings_and_items_of_a_treebank_stand_apart():
    item = "# sent_id = wiki-3.p.1.s.{}\n# text = {}\n"
    lines = ["Leden", "Anna Smit (voorzitter)", "Zij zingt.", "Hij danst."]
    treebank = "".join(item.format(number, text) for number, text in enumerate(lines))
    assert documents(treebank) == ["Leden\n\nAnna Smit (voorzitter)\n\nZij zingt. Hij danst."]


def test_without_drafts_it_says_what_to_do(tmp_path, monkeypatch):
    with pytest.raises(MissingDataError):
        read(tmp_path)
    monkeypatch.setattr(sys, "argv", ["quality.py", "--labelled", str(tmp_path)])
    with pytest.raises(SystemExit, match="make quality LABELLED=FOLDER"):
        quality.main()


def test_what_may_be_tuned_on_holds_nothing_that_is_held_out(folder, tmp_path):
    entries, _ = read(folder)
    write_tuned(entries, folder, tmp_path / "tuned")
    files = [path.read_text(encoding="utf-8") for path in (tmp_path / "tuned").iterdir()]
    written = {json.loads(line)["id"] for file in files for line in file.splitlines()}
    assert written == {entry.labelled.draft.id for entry in entries if not entry.held_out}
    assert 0 < len(written) <= len(entries)


def test_counts(measured, tmp_path):
    tally = measured.of(measured.files()).tallies[ALL, "tone/shouting", Severity.NOTE]
    assert (tally.found, tally.false, tally.missed) == (2, 0, 1)
    clean = [entry.labelled.draft.id for entry in measured.entries if measured.is_clean(entry)]
    assert clean == ["k-02", "m-a1"]  # m-c3 is in doubt
    assert measured.copy["UD_Dutch-LassySmall, Dutch Wikipedia (CC BY-SA 4.0)"]["words"] == 14
    proud = quality_page.flagged(measured, quality_page.is_open(quality_page.OPEN["pride"]), Severity.NOTE)
    assert (proud.drafts, proud.flagged) == (1, 0)

    notes = {"tone/shouting": quality_page.Lack("said by no word", "Emoji shout too.")}
    history = tmp_path / "history.csv"
    for date, commit in (("2026-01-01", "aaa"), ("2026-01-02", "bbb"), ("2026-01-03", "bbb")):
        quality_page.add_to_history(history, measured, date, commit)
    lines = quality_page.read_history(history)
    assert [(line["date"], line["commit"], line["drafts"]) for line in lines] == [
        ("2026-01-01", "aaa", "6"),
        ("2026-01-03", "bbb", "6"),
    ]
    page = quality_page.page(measured, notes, lines)
    assert "| 2026-01-03 | bbb | 6 |" in page
    assert "| third wave | nl | 5 |" in page
    assert "all of these | 0.0 % (0 of 2)" in page
    assert [row["text"] for row in NL + EN if row["text"] in page] == []


def test_every_risk_has_a_note_on_what_it_lacks():
    notes = quality_page.read_notes(Path(quality_page.__file__).with_name("quality_notes.yaml"))
    assert sorted(notes) == sorted(quality_page.LABELLED_RISKS)
    assert [risk for risk, note in notes.items() if not note.kind or not note.lacks.endswith(".")] == []
