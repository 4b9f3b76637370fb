"""The records of a text table as they stand in the file, each with the row that readers give it."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.inputs.csv_rows import read_records
from sigcheck.inputs.table import TableFile
from sigcheck.rewriting.text_file import physical_lines


class RawRecord(NamedTuple):
    """A record: its row, its first line, and its text with the end of its last line."""

    row: int
    line: int
    text: str


class RawTable(NamedTuple):
    """A text table: what stands above its header, the header (both empty for JSON Lines), and its records."""

    above: str
    header: str
    records: list[RawRecord]


def raw_table(text: str, table: TableFile) -> RawTable:
    """Return a table's text record by record: put together again, they are the text."""
    lines = physical_lines(text)
    below = lines[table.skip_lines :]
    first_line, first_row = table.skip_lines + 1, table.header_row + 1
    if table.format == "jsonl" or not table.quoted:
        records = [RawRecord(first_row + at, first_line + at, line) for at, line in enumerate(below)]
    else:
        records = _quoted(below, table.delimiter, first_line, first_row)
    above = max(0, table.header_line - 1)
    return RawTable("".join(lines[:above]), "".join(lines[above : table.skip_lines]), records)


def _quoted(lines: list[str], delimiter: str, first_line: int, first_row: int) -> list[RawRecord]:
    records = []
    readable = (line.replace("\0", "\udc00") for line in lines)
    for record in read_records(readable, delimiter, first_line, first_row):
        first = (record.line or first_line) - first_line
        last = (record.last_line or first_line) - first_line
        records.append(RawRecord(record.row, first + first_line, "".join(lines[first : last + 1])))
    return records
