"""Spreadsheets (Excel, OpenDocument) as tables: cells become the text that a person reads in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import Record

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def read_sheet(path: Path, label: str) -> Iterator[Record]:
    """Return the rows of the first visible sheet that holds anything, numbered as the sheet numbers them.

    All have the same number of fields: the sheet's columns from the first used one to the last. Raises InputError
    where the file cannot be read, holds nothing, or the extra `xlsx` is not installed.
    """
    sheet = first_filled_sheet(path, label)
    for row, cells in enumerate(sheet.iter_rows(), start=1):
        yield Record(row, None, None, "", [_text(cell) for cell in cells])


def first_filled_sheet(path: Path, label: str) -> CalamineSheet:
    """Return the first visible sheet that holds anything; raises InputError as `read_sheet` does."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
    except ImportError:
        text = "reading spreadsheets needs an extra: pip install 'sigcheck[xlsx]' (or save the sheet as CSV)"
        raise InputError.at(label, text) from None
    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_filelike(file)
            for metadata in workbook.sheets_metadata:
                if metadata.typ != SheetTypeEnum.WorkSheet or metadata.visible != SheetVisibleEnum.Visible:
                    continue
                sheet = workbook.get_sheet_by_name(metadata.name)
                if sheet.height > 0:
                    return sheet
    except CalamineError as error:
        text = f"is no spreadsheet that can be read; is it encrypted or damaged? Save it anew, or as CSV ({error})"
        raise InputError.at(label, text) from None
    raise InputError.at(label, "is empty: none of its visible sheets holds anything")


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        # Excel itself shows no more than 15 digits.
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    if isinstance(cell, datetime.datetime):
        return _moment(cell)
    if isinstance(cell, datetime.time):
        return cell.isoformat("seconds" if cell.second else "minutes")
    if isinstance(cell, datetime.timedelta):
        return _duration(cell)
    return str(cell)


def _moment(moment: datetime.datetime) -> str:
    """Return date and time to the second: a spreadsheet keeps them as a fraction of a day, a little off."""
    moment = (moment + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    if moment.time() == datetime.time():
        return moment.date().isoformat()
    return moment.isoformat(" ", "seconds" if moment.second else "minutes")


def _duration(duration: datetime.timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
