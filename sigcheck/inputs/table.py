"""Tables in files: what a recipient list, history, suppression list or roster is made of, and its rows.

A regular file is best read columnar by the engine; `read_chunks` reads every other text file, and spreadsheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import Record, read_records, showable, text_lines
from sigcheck.inputs.json_lines import read_objects
from sigcheck.inputs.spreadsheet import read_sheet
from sigcheck.inputs.table_frame import without_closing_notes
from sigcheck.paths import Location, Url
from sigcheck.readable_file import Stamp, clear_errors

_MOST_ROWS, _MOST_CELLS = 10_000, 1_000_000

MOST_COLUMNS = 5_000
"""Columns that a table may have: several times what any sales or marketing system exports."""


class Reject(NamedTuple):
    """A row that could not be read: its row as a spreadsheet counts, its line, how it begins, and why."""

    row: int
    line: int | None
    text: str
    reason: str


class TableFile(NamedTuple):
    """A table in a file, as far as it is known without reading its rows.

    `label` is the path as the user should read it; `format` is csv, parquet, jsonl or xlsx. `given` holds the names
    of the columns just as the file has them, `header` the same made unique (whatever their case) and never blank;
    both are empty for Parquet, whose header the engine reads, and for whatever lies at a URL. The rest describes
    text files: `encoding` (a Python codec name), `newline` (lf, crlf, cr or mixed), `lines` (physical lines in all),
    `skip_lines` (physical lines up to the end of the header), `header_line` (line where it starts), `header_row` (its
    row in a spreadsheet; 0 where there is none), `quoted` (a double quote occurs), `spaced_quotes` (one stands next to
    a space), `damaged` (NUL or undecodable bytes occur), `notes_line` (line where closing notes begin; 0 without any)
    and `stamp` (by which to tell that the file changed since).
    """

    location: Location
    label: str
    format: str
    header: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    newline: str = ""
    lines: int = 0
    skip_lines: int = 0
    header_line: int = 0
    header_row: int = 0
    quoted: bool = False
    spaced_quotes: bool = False
    damaged: bool = False
    notes_line: int = 0
    stamp: Stamp | None = None

    @property
    def path(self) -> Path:
        """Return the path of the file. Raises InputError where it lies at a URL."""
        if isinstance(self.location, Url):
            raise InputError.at(self.label, "lies where only a cluster reads it: check with --engine spark")
        return self.location


class Rows(NamedTuple):
    """A chunk of rows, columnar: their numbers, their lines, and a list of values for each column of the header."""

    rows: list[int]
    lines: list[int | None]
    columns: list[list[str | None]]


def check_width(columns: Sequence[str], label: str) -> None:
    """Raise InputError where a table has more columns than are read."""
    if len(columns) > MOST_COLUMNS:
        text = (
            f"has {len(columns):,} columns, and at most {MOST_COLUMNS:,} are read: leave out what the send does not use"
        )
        raise InputError.at(label, text)


def is_regular(table: TableFile) -> bool:
    """Return whether nothing is known that keeps the engine from reading the file columnar.

    Rows may still be ragged or span lines: then the engine finds an error or fewer rows than `lines - skip_lines`.
    """
    is_text = table.format == "csv" and table.encoding in ("utf-8", "utf-8-sig") and not table.damaged
    # DuckDB drops spaces around quotes even in strict mode; the csv module keeps them as part of the value.
    return is_text and table.newline in ("lf", "crlf") and not table.spaced_quotes


def read_chunks(table: TableFile, rejects: list[Reject]) -> Iterator[Rows]:
    """Return the rows of a csv, jsonl or xlsx table in chunks of up to 10,000; what cannot be read goes to `rejects`.

    Values are kept byte for byte, an empty one is None. Rows without any value are left out; they count as rows.
    Raises InputError where the file cannot be read any longer.
    """
    width = len(table.header)
    most = max(1, min(_MOST_ROWS, _MOST_CELLS // max(1, width)))
    kept: list[Record] = []
    with clear_errors(table.label):
        for record in _records(table):
            if record.is_blank:
                continue
            if problem := record.problem or problem_with_fields(record.fields, width):
                rejects.append(Reject(record.row, record.line, showable(record.text), problem))
                continue
            kept.append(record)
            if len(kept) == most:
                yield _columnar(kept)
                kept = []
    if kept:
        yield _columnar(kept)


def _records(table: TableFile) -> Iterator[Record]:
    if table.format == "parquet":
        raise ValueError("Parquet is read by the engine")
    if table.format == "xlsx":
        rows = islice(read_sheet(table.path, table.label), table.header_row, None)
        return without_closing_notes(rows, len(table.header))
    lines = text_lines(table.path, table.encoding)
    if table.format == "jsonl":
        return read_objects(lines, table.given)
    rows_of_text = islice(lines, table.skip_lines, table.notes_line - 1 if table.notes_line else None)
    return read_records(rows_of_text, table.delimiter, table.skip_lines + 1, table.header_row + 1)


def problem_with_fields(fields: list[str], width: int) -> str | None:
    """Return what is wrong with the number of fields, once the empty ones that Excel appends are cut off."""
    if len(fields) > width and not any(fields[width:]):
        del fields[width:]
    if len(fields) == width:
        return None
    return f"has {len(fields)} field{'s' if len(fields) > 1 else ''} where the header has {width}"


def _columnar(records: list[Record]) -> Rows:
    fields = zip(*(record.fields for record in records), strict=True)
    columns = [[value or None for value in column] for column in fields]
    return Rows([record.row for record in records], [record.line for record in records], columns)
