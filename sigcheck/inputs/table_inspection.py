"""What kind of table a file holds, and where its header stands, found out without reading its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import (
    DELIMITERS,
    Record,
    TextScan,
    declared_delimiter,
    likeliest_delimiter,
    read_records,
    scan_text,
    text_lines,
)
from sigcheck.inputs.json_lines import collect_keys
from sigcheck.inputs.spreadsheet import read_sheet
from sigcheck.inputs.table import MOST_COLUMNS, TableFile, check_width
from sigcheck.inputs.table_frame import (
    MOST_TITLES,
    IsHeader,
    header_below_titles,
    holds_address,
    is_header_of_list,
    line_of_closing_notes,
)
from sigcheck.paths import Location, Url
from sigcheck.readable_file import check_file, clear_errors, stamp_of

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


def _format_at(url: Url, label: str) -> str:
    kind = FORMATS.get(PurePosixPath(url.rstrip("/")).suffix.lower(), "parquet")
    if kind not in ("csv", "parquet"):
        raise InputError.at(label, "is at a URL, where only Parquet and CSV can be read")
    return kind


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
