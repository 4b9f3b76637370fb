"""Spreadsheets (Excel, OpenDocument) as tables: cells become the text that a person reads in them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import Record
from sigcheck.readable_file import clear_errors

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:-1]; from sigcheck.inputs.sheet_process import main; main()"
"""What the process runs: with our own folders of modules, lest it takes one from the folder that it is run in."""


class Sheet(NamedTuple):
    """The first visible sheet that holds anything: its name, its first used column (counted from 0), and its rows."""

    name: str
    first_column: int
    records: list[Record]


def read_sheet(path: Path, label: str) -> Iterator[Record]:
    """Return the rows of the first visible sheet that holds anything, numbered as the sheet numbers them.

    All have the same number of fields: the sheet's columns from the first used one to the last. Raises InputError
    where the file cannot be read, holds nothing, or the extra `xlsx` is not installed.
    """
    lines = _lines(path, label)
    next(lines)
    return _records(lines)


def read_whole_sheet(path: Path, label: str) -> Sheet:
    """Return the sheet that `read_sheet` reads, and where it is in the workbook; raises InputError as that does."""
    lines = _lines(path, label)
    about = next(lines)
    return Sheet(about["name"], about["first_column"], list(_records(lines)))


def _lines(path: Path, label: str) -> Iterator[Any]:
    """Yield what the process prints: first the sheet's name and place, then its rows."""
    _check_extra(label)
    with clear_errors(label), path.open("rb"):  # the process would only say that it failed
        pass
    folders = [folder for folder in sys.path if folder and Path(folder).is_absolute()]
    process = subprocess.Popen(  # noqa: S603 - the program is ours, and a path is no program
        [sys.executable, "-c", _PROGRAM, *folders, str(path.absolute())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        for line in process.stdout or ():
            printed = json.loads(line)
            if isinstance(printed, str):
                raise InputError.at(label, printed)
            yield printed
        if process.wait() != 0:
            causes = "it is damaged, or has cells far from all others. Save it anew, or as CSV"
            raise InputError.at(label, f"is no spreadsheet that can be read: {causes}")
    finally:
        process.kill()
        process.communicate()


def _check_extra(label: str) -> None:
    try:
        import python_calamine  # noqa: F401 - only to learn whether it is there
    except ImportError:
        text = "reading spreadsheets needs an extra: pip install 'sigcheck[xlsx]' (or save the sheet as CSV)"
        raise InputError.at(label, text) from None


def _records(rows: Iterator[list[str]]) -> Iterator[Record]:
    return (Record(number, None, None, "", cells) for number, cells in enumerate(rows, start=1))
