"""Tables of posts: rows of cells that know where they stand, from CSV and from workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from postlint.datafile import error_at
from postlint.errors import InputError, quoted, say
from postlint.origin import Origin, Piece, line_starts
from postlint.sources.archive import broken, open_archive
from postlint.sources.copy import missing_library
from postlint.sources.encoding import decode_copy
from postlint.sources.strings import Notation, parts

_QUOTES = Notation(re.compile('""'), lambda _: '"')
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
DELIMITERS = ",;\t"
CELLS_LIMIT = 1_000_000
"""Cells of a sheet, the empty ones between used ones counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where; `problem` says why it cannot be read.

    `repeated` says that it has the value of the first of several cells that are merged into one.
    """

    value: str | float | datetime | date | time | None
    origin: Origin
    problem: tuple[str, str] | None = None
    repeated: bool = False

    @property
    def text(self) -> str:
        """The value as text."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return "" if self.value is None else str(self.value)

    def error(self, what: str, remedy: str) -> InputError:
        """What is wrong with the cell, at its place."""
        start = self.origin.place(0, 0)
        return InputError(file=self.origin.file, line=start.line, column=start.column, what=what, remedy=remedy)


Rows = Iterator[list[Cell]]


def column_name(number: int) -> str:
    """The name of a column as spreadsheets write it, from 1: A, …, Z, AA."""
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def csv_rows(data: bytes, file: str) -> list[Rows]:
    """The rows of a CSV file (RFC 4180), which may have semicolons or tabs between its cells as well."""
    text = decode_copy(data, file)
    return [_csv_rows(text, file)]


def _csv_rows(text: str, file: str) -> Rows:
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(DELIMITERS, key=_QUOTED.sub("", first).count)
    plain = re.compile(rf"[^{delimiter}\r\n]*")
    lines = line_starts(text)
    row: list[Cell] = []
    at, number = 0, 1
    while at < len(text) or row:
        quoted = _QUOTED.match(text, at)
        if quoted is None and text.startswith('"', at):
            what = say("the quotation mark that begins here is not closed")
            remedy = say("Close it, or write it twice where it belongs to the text.")
            raise error_at(file, text, at, what, remedy, private=True)
        written = quoted or plain.match(text, at)
        if written is None:
            break
        start, end = written.span(1 if quoted else 0)
        row.append(_csv_cell(text, file, lines, (start, end), f"{column_name(len(row) + 1)}{number}"))
        at = written.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        if quoted and at < len(text) and text[at] not in "\r\n":
            what = say("after this quotation mark the cell must end")
            raise error_at(file, text, at, what, say("Write a mark within the text twice."), private=True)
        yield row
        row, number = [], number + 1
        at += 2 if text.startswith("\r\n", at) else 1


def _csv_cell(text: str, file: str, lines: Sequence[int], span: tuple[int, int], name: str) -> Cell:
    pieces, shown = [], ""
    for part, start, end, exact in parts(text, *span, _QUOTES):
        pieces.append(Piece(len(shown), start, end, exact))
        shown += part
    origin = Origin(file, tuple(pieces) or (Piece(0, *span, exact=True),), lines, cell=name)
    return Cell(shown, origin)


def workbook_rows(data: bytes, file: str) -> list[Rows]:
    """The rows of every sheet of a workbook; of merged cells each has the value, of a formula the last outcome."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise missing_library("openpyxl", file) from None
    from io import BytesIO
    from warnings import catch_warnings, simplefilter

    open_archive(data, file).close()
    with catch_warnings():
        simplefilter("ignore")  # of features that it does not write back
        try:
            values = load_workbook(BytesIO(data), data_only=True)
            formulas = load_workbook(BytesIO(data))
        except Exception as error:  # noqa: BLE001 — openpyxl lets through whatever it stumbles over
            what = say("this is no workbook, or a damaged one ({error})", error=type(error).__name__)
            raise broken(file, what, say("Check that this is the right file.")) from None
    return [_sheet_rows(sheet, formulas[sheet.title], file) for sheet in values.worksheets]


def _sheet_rows(sheet: Any, formulas: Any, file: str) -> Rows:
    if sheet.max_row * sheet.max_column > CELLS_LIMIT:
        what = say("the sheet {name} has more than {limit} cells", name=quoted(sheet.title), limit=CELLS_LIMIT)
        raise broken(file, what, say("Remove the rows and columns that are not used."))
    first_of = {
        (row, column): (block.min_row, block.min_col)
        for block in sheet.merged_cells.ranges
        for row in range(block.min_row, min(block.max_row, sheet.max_row) + 1)
        for column in range(block.min_col, min(block.max_col, sheet.max_column) + 1)
    }
    for row in range(1, sheet.max_row + 1):
        cells = []
        for column in range(1, sheet.max_column + 1):
            first = first_of.get((row, column), (row, column))
            name = f"{sheet.title}!{column_name(column)}{row}"
            cells.append(_workbook_cell(sheet.cell(*first), formulas.cell(*first), (file, name, row, column)))
        yield cells


def _workbook_cell(cell: Any, written: Any, place: tuple[str, str, int, int]) -> Cell:
    file, name, row, column = place
    value, problem = cell.value, None
    if written.data_type == "f" and value is None:
        problem = say("this formula has no outcome in the file"), say("Open the file and save it, or write the value.")
    elif cell.data_type == "e":
        problem, value = (say("this formula gives an error"), say("Mend the formula, or write the value.")), None
    if isinstance(value, bool | int):
        value = float(value)
    length = len(str(value or ""))
    origin = Origin(file, (Piece(0, 0, length, exact=True),), cell=name, row=row, column=column)
    return Cell(value, origin, problem, repeated=(cell.row, cell.column) != (row, column))
