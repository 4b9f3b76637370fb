"""Tables in files: what a recipient list, history, suppression list or roster is made of, and its rows.

A regular file is best read columnar by the engine; `read_chunks` reads every other text file, and spreadsheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import (
    DELIMITERS,
    Record,
    TextScan,
    declared_delimiter,
    likeliest_delimiter,
    read_records,
    scan_text,
    showable,
    text_lines,
)
from sigcheck.inputs.json_lines import collect_keys, read_objects
from sigcheck.inputs.spreadsheet import read_sheet
from sigcheck.inputs.table_frame import (
    MOST_TITLES,
    IsHeader,
    header_below_titles,
    holds_address,
    is_header_of_list,
    line_of_closing_notes,
    without_closing_notes,
)
from sigcheck.paths import Location, Url
from sigcheck.readable_file import Stamp, check_file, clear_errors, stamp_of

FORMATS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".parquet": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xlsx",
    ".ods": "xlsx",
}
"""Suffix (lower case) → format."""

_NOT_TEXT = (
    (b"\xd0\xcf\x11\xe0", "is an Excel file named {suffix}: rename it to .xls"),
    (b"PAR1", "is a Parquet file named {suffix}: rename it to .parquet"),
    (b"PK\x03\x04", "is a zip archive: unpack it"),
    (b"\x1f\x8b", "is compressed: unpack it"),
    (b"%PDF-", "is not text but a PDF"),
    (b"\x89PNG", "is not text but an image"),
    (b"\xff\xd8\xff", "is not text but an image"),
    (b"GIF8", "is not text but an image"),
)
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


def inspect_table(path: Location, label: str, is_header: IsHeader = is_header_of_list) -> TableFile:
    """Return what kind of table the file holds; of one at a URL, what its name tells.

    The header is the first row, or the first for which `is_header` holds below the titles of a report.
    Raises InputError where it cannot be opened, is empty, is of a kind that is not supported or not what its suffix
    says, or has no header. A header without rows is no mistake.
    """
    if isinstance(path, Url):
        return TableFile(path, label, _format_at(path, label))
    status = check_file(path, label)
    if status.st_size == 0:
        raise InputError.at(label, "is empty: export it anew")
    with clear_errors(label):
        table = _inspect(path, label, is_header)
    check_width(table.given, label)
    return table._replace(stamp=stamp_of(status))


def _inspect(path: Path, label: str, is_header: IsHeader) -> TableFile:
    kind = FORMATS.get(path.suffix.lower())
    if kind == "parquet":
        return _inspect_parquet(path, label)
    if kind == "xlsx":
        return _inspect_sheet(path, label, is_header)
    if kind is None:
        raise InputError.at(label, f"is of a kind that is not supported: use {', '.join(FORMATS)}")
    _check_text(path, label)
    return _inspect_csv(path, label, is_header) if kind == "csv" else _inspect_json_lines(path, label)


def check_width(columns: Sequence[str], label: str) -> None:
    """Raise InputError where a table has more columns than are read."""
    if len(columns) > MOST_COLUMNS:
        text = (
            f"has {len(columns):,} columns, and at most {MOST_COLUMNS:,} are read: leave out what the send does not use"
        )
        raise InputError.at(label, text)


def _format_at(url: Url, label: str) -> str:
    kind = FORMATS.get(PurePosixPath(url.rstrip("/")).suffix.lower(), "parquet")
    if kind not in ("csv", "parquet"):
        raise InputError.at(label, "is at a URL, where only Parquet and CSV can be read")
    return kind


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


def _inspect_parquet(path: Path, label: str) -> TableFile:
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(max(8, path.stat().st_size - 4))
        tail = file.read()
    if head == b"PARE":
        raise InputError.at(label, "is encrypted Parquet, which is not supported")
    if head != b"PAR1":
        raise InputError.at(label, "is not a Parquet file")
    if tail != b"PAR1":
        raise InputError.at(label, "is a Parquet file that breaks off before its end: fetch it again")
    return TableFile(path, label, "parquet")


def _inspect_sheet(path: Path, label: str, is_header: IsHeader) -> TableFile:
    records = read_sheet(path, label)
    head = list(islice(records, MOST_TITLES + 1))
    record = header_below_titles(head, is_header) or _header_record(chain(head, records), label)
    given = tuple(record.fields)
    return TableFile(path, label, "xlsx", unique_names(given), given, header_row=record.row)


def _inspect_json_lines(path: Path, label: str) -> TableFile:
    scan = scan_text(path)
    with closing(text_lines(path, scan.encoding)) as lines:
        keys = collect_keys(lines, MOST_COLUMNS)
    if not keys:
        raise InputError.at(label, "holds no JSON object: JSON Lines has one object a line")
    return TableFile(
        path,
        label,
        "jsonl",
        unique_names(keys),
        keys,
        scan.encoding,
        newline=scan.newline,
        lines=scan.lines,
        quoted=scan.quoted,
        spaced_quotes=scan.spaced_quotes,
        damaged=scan.damaged,
    )


def _inspect_csv(path: Path, label: str, is_header: IsHeader) -> TableFile:
    scan = scan_text(path)
    with closing(text_lines(path, scan.encoding)) as lines:
        declared = declared_delimiter(next(lines, ""))
    known = declared or ("\t" if path.suffix.lower() == ".tsv" else None)
    delimiter = known or likeliest_delimiter(path, scan.encoding)
    skipped = 1 if declared else 0
    with closing(text_lines(path, scan.encoding)) as lines:
        record = _header_record(read_records(islice(lines, skipped, None), delimiter, line=1 + skipped), label)
    if not is_header(record.fields):
        delimiter, record = _below_titles(path, scan, known or DELIMITERS, skipped, is_header) or (delimiter, record)
    given = tuple(record.fields)
    return TableFile(
        path,
        label,
        "csv",
        unique_names(given),
        given,
        scan.encoding,
        delimiter,
        scan.newline,
        scan.lines,
        skip_lines=record.last_line or 0,
        header_line=record.line or 0,
        header_row=record.row,
        quoted=scan.quoted,
        spaced_quotes=scan.spaced_quotes,
        damaged=scan.damaged,
        notes_line=line_of_closing_notes(path, scan, delimiter, len(given)),
    )


def _below_titles(
    path: Path, scan: TextScan, delimiters: str, skipped: int, is_header: IsHeader
) -> tuple[str, Record] | None:
    """Return the header of a table below a report's titles, and the delimiter that splits it."""
    for delimiter in delimiters:
        with closing(text_lines(path, scan.encoding)) as lines:
            records = read_records(islice(lines, skipped, None), delimiter, line=1 + skipped)
            record = header_below_titles(records, is_header)
        if record is not None:
            return delimiter, record
    return None


def unique_names(given: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns made unique whatever their case: blank -> 'column 3', again -> 'Name (2)'."""
    names: list[str] = []
    taken: set[str] = set()
    last_number: dict[str, int] = {}
    for position, name in enumerate(given, start=1):
        base = name if name.strip() else f"column {position}"
        unique = base
        while unique.casefold() in taken:
            number = last_number[base.casefold()] = last_number.get(base.casefold(), 1) + 1
            unique = f"{base} ({number})"
        taken.add(unique.casefold())
        names.append(unique)
    return tuple(names)


def _header_record(records: Iterator[Record], label: str) -> Record:
    record = next((record for record in records if not record.is_blank), None)
    if record is None:
        raise InputError.at(label, "is empty: it holds nothing but blank lines")
    if record.problem:
        raise InputError.at(label, f"cannot be read: its header {record.problem}", record.line)
    if holds_address(record.fields):
        text = "has no header line: the first line holds data; put a line above it that names the columns"
        raise InputError.at(label, text, record.line)
    return record


def _check_text(path: Path, label: str) -> None:
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK") and any(name in head for name in (b"[Content_Types].xml", b"docProps/", b"xl/")):
        raise InputError.at(label, f"is an Excel file named {path.suffix}: rename it to .xlsx")
    for magic, text in _NOT_TEXT:
        if head.startswith(magic):
            raise InputError.at(label, text.format(suffix=path.suffix))
    if head.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise InputError.at(label, "is a web page, not a table: export the list itself")
