"""Changes to an Excel list: cells are set in the sheet's XML, and all else in the workbook stays as it is.

A row that is taken out becomes a blank one, so that formulas, filters, tables and whatever else refers to the rows
below go on to mean the same.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from sigcheck.inputs.spreadsheet import read_whole_sheet
from sigcheck.inputs.table import TableFile
from sigcheck.rewriting.list_changes import ChangedList, ListChanges
from sigcheck.rewriting.sheet_cells import SheetCells, column_letters, sheet_path

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DIMENSION = re.compile(rb'(<dimension\b[^>]*\bref="[A-Z]+[0-9]+:)[A-Z]+([0-9]+")')


def change_xlsx(path: Path, table: TableFile, changes: ListChanges) -> ChangedList:
    """Return a list after changes to it. Raises ValueError where they cannot be made without harm to the rest."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise ValueError(f"{path.suffix} files cannot be changed: save the list as .xlsx or .csv")
    sheet = read_whole_sheet(path, table.label)
    values = {record.row: record.fields for record in sheet.records}
    with zipfile.ZipFile(path) as book:
        name = sheet_path(book, sheet.name)
        cells = SheetCells(book.read(name))
        _set_cells(cells, table, changes, sheet.first_column)
        xml = cells.text()
        if changes.added:
            last = column_letters(sheet.first_column + len(table.given) + len(changes.added)).encode()
            xml = _DIMENSION.sub(lambda match: match[1] + last + match[2], xml, count=1)
        data = _with_entry(book, name, xml)
    rows = range(table.header_row + 1, max(values) + 1)
    return ChangedList(data, rows, table.header_row + 1, {row: values[row] for row in changes.taken_out})


def _set_cells(cells: SheetCells, table: TableFile, changes: ListChanges, first_column: int) -> None:
    if changes.added:
        titles = enumerate(changes.added, start=len(table.given) + 1)
        _set_row(cells, table.header_row, dict(titles), first_column)
    for row, new in changes.cells.items():
        if row not in changes.taken_out:
            _set_row(cells, row, new, first_column)
    for row in changes.taken_out:
        cells.clear_row(row)


def _set_row(cells: SheetCells, row: int, new: Mapping[int, str], first_column: int) -> None:
    for place, value in new.items():
        text = escape(_NO_XML.sub("", value))
        cells.set_text(row, first_column + place, text)


def _with_entry(book: zipfile.ZipFile, name: str, content: bytes) -> bytes:
    """Return the archive with one file changed, the others as they were and in their order."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        for entry in book.infolist():
            new.writestr(entry, content if entry.filename == name else book.read(entry), entry.compress_type)
    return target.getvalue()
