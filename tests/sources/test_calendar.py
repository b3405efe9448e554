from __future__ import annotations

import re
from contextlib import suppress
from csv import reader
from csv import writer as csv_writer
from datetime import datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from postlint.document import Draft
from postlint.errors import InputError, InputErrors
from postlint.sources.calendar import Settings, read_calendar
from postlint.sources.jsonl import alone
from postlint.sources.table import csv_rows

SETTINGS = Settings({}, "Europe/Amsterdam")


def read(data: bytes, file: str = "plan.csv", settings: Settings = SETTINGS) -> tuple[list[Draft], list[str]]:
    found = list(read_calendar(data, file, settings, alone))
    errors = [str(each) for each in found if isinstance(each, InputError)]
    return [each for each in found if isinstance(each, Draft)], errors


def table(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def workbook(*rows: list[object], merged: str = "", name: str = "Blad1") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_calendar_in_dutch():
    data = table(
        "Datum;Tijd;Kanaal;Bericht;Taal;Reactie op",
        "18-3-2026;09.30 uur;LinkedIn & X;Dag allemaal;Nederlands;",
        '2026-07-01;;;"Hoi ""daar""";EN;Waarom?',
        ";;;;;",
    )
    drafts, errors = read(data)
    assert errors == []
    assert [(each.text, each.context.channel, each.context.lang, each.context.reply_to) for each in drafts] == [
        ("Dag allemaal", "linkedin", "nl", None),
        ("Dag allemaal", "x", "nl", None),
        ('Hoi "daar"', None, "en", "Waarom?"),
    ]
    assert [str(each.context.publish_at) for each in drafts] == [
        "2026-03-18 09:30:00+01:00",
        "2026-03-18 09:30:00+01:00",
        "2026-07-01 00:00:00+02:00",
    ]
    assert [each.id for each in drafts] == ["plan.csv:D2", "plan.csv:D2", "plan.csv:D3"]


PLACES = [
    ("Text\nZeg hoi\n", "hoi", (2, 5), (2, 8), "A2", True),
    ('id,Text\r\n1,"zo\r\nen zo"\r\n', "en zo", (3, 1), (3, 6), "B2", True),
    ('Text\n"zeg ""hoi"" nu"\n', '"hoi" nu', (2, 6), (2, 16), "A2", False),
    ('Text\n"zeg ""hoi"" nu"\n', "nu", (2, 14), (2, 16), "A2", True),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words", "start", "end", "cell", "exact"), PLACES)
def test_places_in_csv(source, words, start, end, cell, exact):
    (draft,), _ = read(source.encode())
    at = draft.text.index(words)
    assert draft.origin is not None
    place = draft.origin.place(at, at + len(words))
    assert ((place.line, place.column), (place.end_line, place.end_column)) == (start, end)
    assert (place.cell, place.exact) == (cell, exact)
    assert (source[place.start : place.end] == words) == exact


def test_headings_of_the_configuration():
    settings = Settings({"Voor op X": "text", "Wie": "id"}, "Europe/Amsterdam")
    (draft,), _ = read(table("wie,Voor op X", "Anja-1,Hoi"), settings=settings)
    assert (draft.id, draft.text) == ("Anja-1", "Hoi")


WRONG = [
    # file, what is said of it
    (table("a,b", "1,2"), "plan.csv: no column has the heading"),
    (table("Text", 'zo"', '"open'), "plan.csv:3:1: the quotation mark that begins here is not closed"),
    (table("Text,id", '"zo"zo,1'), "plan.csv:2:5: after this quotation mark"),
    (table("Text,Datum", "Hoi,morgen"), "plan.csv:2:5: ‘morgen’ is not a moment"),
    (table("Text,Datum", "Hoi,3/4/2026"), "plan.csv:2:5: ‘3/4/2026’ may be two days"),
    (table("Text,Datum", "Hoi,31-2-2026"), "plan.csv:2:5: ‘31-2-2026’ is not a moment"),
    (table("Text,Datum,Tijd", "Hoi,1-2-2026,25.00"), "plan.csv:2:5: ‘25.00’ is not a time"),
    (table("Text,Kanaal", "Hoi,linkdin"), "plan.csv:2:5: ‘linkdin’ is no channel"),
    (table("Text,Taal", "Hoi,Fries"), "plan.csv:2:5: ‘Fries’ is neither"),
]


@pytest.mark.parametrize(("data", "said"), WRONG)
def test_what_is_wrong_is_told(data, said):
    try:
        _, errors = read(data)
    except InputErrors as wrong:
        errors = [str(error) for error in wrong.errors]
    (error,) = errors
    assert error.startswith(said)


def test_a_post_is_checked_whatever_is_wrong_in_its_row():
    drafts, errors = read(table("Text,Datum,Kanaal", "Hoi,morgen,x"))
    assert [(each.text, each.context.channel) for each in drafts] == [("Hoi", "x")]
    assert len(errors) == 1


@given(st.lists(st.lists(st.text("ab,;\t\"' \n\r\né€"), min_size=1, max_size=4), min_size=1, max_size=4))
def test_csv_is_read_as_python_reads_it(rows):
    written = StringIO()
    csv_writer(written).writerows(rows)
    text = written.getvalue()
    with suppress(InputErrors):
        (found,) = csv_rows(text.encode(), "a.csv")
        cells = list(found)
        if all(len(row) == len(rows[0]) for row in rows) and text.splitlines()[0].count(",") >= 1:
            for row, expected in zip(cells, reader(StringIO(text, newline="")), strict=False):
                if len(row) == len(expected):
                    assert [cell.text for cell in row] == expected
        for row in cells:
            for cell in row:
                for piece in cell.origin.pieces:
                    assert 0 <= piece.source_start <= piece.source_end <= len(text)


def test_a_workbook():
    rows: list[list[object]] = [
        ["Planning week 12"],
        [],
        ["Kanaal", "Datum", "Tijd", "Tekst"],
        ["x", datetime(2026, 3, 18), time(9, 30), "Zeg hoi"],  # noqa: DTZ001 — spreadsheets have no zones
        [None, 46100, 0.5, "Een getal als dag"],
        [None, "18-3-2026 10:00", None, 2026],
        ["web", None, None, None],
    ]
    drafts, errors = read(workbook(*rows, merged="A4:A6"), "plan.xlsx")
    assert errors == []
    assert [(each.text, each.context.channel, str(each.context.publish_at), each.id) for each in drafts] == [
        ("Zeg hoi", "x", "2026-03-18 09:30:00+01:00", "plan.xlsx:Blad1!D4"),
        ("Een getal als dag", "x", "2026-03-19 12:00:00+01:00", "plan.xlsx:Blad1!D5"),
        ("2026", "x", "2026-03-18 10:00:00+01:00", "plan.xlsx:Blad1!D6"),
    ]
    origin = drafts[0].origin
    assert origin is not None
    place = origin.place(4, 7)
    assert (place.cell, place.line, place.column, place.start, place.end) == ("Blad1!D4", 4, 4, 4, 7)


def test_formulas_without_an_outcome_are_told():
    drafts, errors = read(workbook(["Text", "Date"], ["=A3", None], ["Hoi", "=TODAY()"]), "plan.xlsx")
    assert [each.text for each in drafts] == ["Hoi"]
    assert [error.split(" — ")[0] for error in errors] == [
        "plan.xlsx:2:1: this formula has no outcome in the file",
        "plan.xlsx:3:2: this formula has no outcome in the file",
    ]


def test_a_formula_is_read_by_its_outcome_when_it_was_saved():
    drafts, errors = read(saved(workbook(["Text", "Date"], ["=A9", "Hoi"]), "A9", "Dag allemaal"), "plan.xlsx")
    assert [each.text for each in drafts] == ["Dag allemaal"]
    assert [error.split(" — ")[0] for error in errors] == ["plan.xlsx:2:2: ‘Hoi’ is not a moment"]


def saved(data: bytes, formula: str, outcome: str) -> bytes:
    """The workbook as a program saves it that has worked out the formula."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.startswith("xl/worksheets/"):
                empty = rf'<c r="(\w+)"><f>{formula}</f><v ?/></c>'
                cell = re.sub(empty, rf'<c r="\1" t="str"><f>{formula}</f><v>{outcome}</v></c>', content.decode())
                assert outcome in cell
                content = cell.encode()
            after.writestr(name, content)
    return written.getvalue()


def bomb() -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", b"0" * 40_000_000)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no Office file"),
        (b"PK\x03\x04 en dan niets", "no Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "protected with a password"),
        (workbook(["Text"])[:-200], "no Office file"),
        (bomb(), "unpacks to more than 100 000 000 bytes"),
    ],
    ids=["empty", "broken", "locked", "cut", "bomb"],
)
def test_what_is_no_workbook_is_told(data, what):
    with pytest.raises(InputErrors, match=what):
        read(data, "plan.xlsx")


def test_an_archive_without_a_workbook_is_told(tmp_path: Path):
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "hoi")
    with pytest.raises(InputErrors, match="no workbook"):
        read(written.getvalue(), "plan.xlsx")


@pytest.mark.parametrize("heading", ["Uitzondering", "ignore", "negeer"])
def test_exceptions(heading):
    table = f'Tekst,Kanaal,{heading}\nhallo,x,tone: mag (anja)\nhallo,x,\n"hallo","x, linkedin",tone: mag\n'
    drafts = list(read_calendar(table.encode(), "plan.csv", SETTINGS, alone))
    said = [[(each.text, each.span, each.place.cell, each.shared) for each in draft.origin.remarks] for draft in drafts]
    once, several = "postlint ignore tone: mag (anja)", ("postlint ignore tone: mag", (0, 5), "C4", True)
    assert said == [[(once, (0, 5), "C2", False)], [], [several], [several]]
