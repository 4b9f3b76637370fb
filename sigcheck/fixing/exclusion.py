"""The file beside the list that holds the people who were taken out of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.fixing.draft import Excluded
from sigcheck.inputs.table import TableFile
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import label_of
from sigcheck.rewriting.excluded_list import ExcludedRow, Layout, with_excluded
from sigcheck.rewriting.text_file import start_of_text_file

_NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def exclusion_path(list_path: Path, named: Collection[Path]) -> Path:
    """Return where people go who are taken out: `excluded.csv`, or a name like it where the plan reads that file.

    Whoever is taken out as a duplicate must not be kept out of the send by a list that the plan names.
    """
    names = (f"excluded{'' if number == 1 else f'-{number}'}.csv" for number in count(1))
    return next(path for name in names if (path := list_path.with_name(name)) not in named)


def exclusion(list_path: Path, path: Path, header: Sequence[str], excluded: Sequence[Excluded]) -> bytes:
    """Return the file at `path` with the people who were taken out of the list below those it holds.

    Raises InputError where there is a file of that name which is something else.
    """
    rows = [ExcludedRow(one.edit.code, one.edit.reason, one.cells) for one in excluded]
    old = path.read_bytes() if path.exists() else None
    try:
        return with_excluded(old, header, rows, _layout(list_path))
    except ValueError as error:
        raise InputError.at(label_of(path), str(error)) from None


def _layout(list_path: Path) -> Layout:
    table: TableFile = inspect_table(list_path, label_of(list_path))
    if table.format != "csv":
        return Layout()
    with list_path.open("rb") as file:
        start = start_of_text_file(file.read(4), table.encoding)
    return Layout(table.delimiter, _NEWLINES.get(table.newline, "\n"), start)
