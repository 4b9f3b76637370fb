"""The process in which a spreadsheet is read, so that one made to burst takes nothing else with it.

A file of some kilobytes can name a cell in the last column of the last row, or inflate a thousandfold, and the library
that reads it then ends the process it is in. Prints JSON, one value a line: the name of the first visible sheet that
holds anything and its first used column, then its rows; a text in place of them says why there are none.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_LEAST_MEMORY, _MEMORY_A_BYTE = 1 << 30, 100
_LEAST_SECONDS, _SECONDS_A_MEGABYTE = 60, 10
"""What the process may use up, and how much more for each byte of the file: several times what any real one needs."""


def main() -> None:
    """Read the spreadsheet whose path is the last argument."""
    path = Path(sys.argv[-1])
    _limit(path.stat().st_size)
    try:
        sheet = _first_filled_sheet(path)
    except ValueError as error:
        print(json.dumps(str(error)))  # noqa: T201 - this is what the process is for
        return
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as lines:
        lines.write(f"{json.dumps({'name': sheet.name, 'first_column': (sheet.start or (0, 0))[1]})}\n")
        lines.writelines(f"{json.dumps([_text(cell) for cell in cells])}\n" for cells in sheet.iter_rows())


def _limit(size: int) -> None:
    """Limit memory and time of this process by the size of the file, and have it leave no core with what it read."""
    try:
        import resource
    except ImportError:  # Windows knows no such limits
        return
    seconds = _LEAST_SECONDS + _SECONDS_A_MEGABYTE * size // 1_000_000
    for kind, most in (
        (resource.RLIMIT_AS, _LEAST_MEMORY + _MEMORY_A_BYTE * size),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _first_filled_sheet(path: Path) -> CalamineSheet:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

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
        raise ValueError(text) from None
    raise ValueError("is empty: none of its visible sheets holds anything")


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
