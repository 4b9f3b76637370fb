"""What reports put around a table: titles above its header, and closing notes below its last row.

LinkedIn, Zoom and GoToWebinar begin their exports with lines of prose; Salesforce ends its reports with a name, a
copyright and a word on confidentiality. None of it is a row, and none of it holds anybody's address.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from sigcheck.facts.fields import standard_fields
from sigcheck.inputs.csv_rows import Record, TextScan, read_records

IsHeader = Callable[[Sequence[str]], bool]
"""Whether a row is a header that is known."""

MOST_TITLES = 30
"""Rows that may stand above a header."""

MOST_NOTES = 12
"""Rows that closing notes may have; Salesforce writes five."""

_LONGEST_TITLE = 200
"""Characters that the name of a column may have, to be looked at among rows that may be anything."""

_ADDRESS = re.compile(r"(.*<)?[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\W\d_]{2,}>?")

_TAIL = 1 << 14
"""Bytes at the end of a file in which closing notes are looked for."""

_MOST_VALUES = 2
"""Values in one row of notes: `Total records`, `25`."""

_FEWEST_COLUMNS = 3
"""Columns of a table from which on so few values in a row are no row of it."""

_PROSE = 5
"""Words of at least one note: no name of a person or a company has as many."""

_ENTRY = re.compile(r"[0-9a-f]{32,}|\S+\.\S+", re.IGNORECASE)
"""A digest or a domain, which opts somebody out where it stands alone."""


def is_header_of_list(fields: Sequence[str]) -> bool:
    """Return whether a row names the address and another column of a list, as only a header does."""
    names = {name for name in standard_fields(fields) if name is not None}
    return "email" in names and len(names) > 1 and not holds_address(fields)


def holds_address(fields: Sequence[str]) -> bool:
    """Return whether a field of a row is an address, maybe behind a name, so that the row is no header."""
    return any(_ADDRESS.fullmatch(field.strip()) for field in fields)


def header_below_titles(records: Iterable[Record], is_header: IsHeader) -> Record | None:
    """Return the header of a table whose first row is a title; None where it is the header, or there is none."""
    for number, record in enumerate(islice(records, MOST_TITLES + 1)):
        if record.problem or holds_address(record.fields):
            return None
        if all(len(field) <= _LONGEST_TITLE for field in record.fields) and is_header(record.fields):
            return record if number else None
    return None


def are_closing_notes(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Return whether the rows below the last blank one are no rows of the table but notes, of a few words each."""
    filled = [[field.strip() for field in row if field.strip()] for row in rows]
    if width < _FEWEST_COLUMNS or not 0 < len(rows) <= MOST_NOTES:
        return False
    if any(len(values) > _MOST_VALUES or any("@" in v or _ENTRY.fullmatch(v) for v in values) for values in filled):
        return False
    return any(len(value.split()) >= _PROSE for values in filled for value in values)


def line_of_closing_notes(path: Path, scan: TextScan, delimiter: str, width: int) -> int:
    """Return the line of a CSV file where closing notes begin; 0 where it has none."""
    if scan.damaged or scan.newline not in ("lf", "crlf") or scan.encoding.startswith(("utf-16", "utf-32")):
        return 0
    lines = _last_lines(path, scan.encoding)
    records = list(read_records(lines, delimiter, line=scan.lines - len(lines) + 1))
    notes = _below_last_gap(records)
    is_sound = all(record.problem is None for record in notes)
    return notes[0].line or 0 if is_sound and are_closing_notes([note.fields for note in notes], width) else 0


def without_closing_notes(records: Iterable[Record], width: int) -> Iterator[Record]:
    """Return the records of a table, without blank ones and without notes at their end."""
    block: list[Record] = []
    is_after_gap = False
    for record in records:
        if record.is_blank:
            is_after_gap = True
            continue
        if is_after_gap or len(block) > MOST_NOTES:
            yield from block
            block = []
        if is_after_gap or block:
            block.append(record)
        else:
            yield record
        is_after_gap = False
    if not are_closing_notes([record.fields for record in block], width):
        yield from block


def _below_last_gap(records: Sequence[Record]) -> Sequence[Record]:
    """Return the records that follow the last blank one; none where the gap is out of sight."""
    end = len(records)
    while end and records[end - 1].is_blank:
        end -= 1
    gaps = [number for number in range(end) if records[number].is_blank]
    return records[gaps[-1] + 1 : end] if gaps else ()


def _last_lines(path: Path, encoding: str) -> list[str]:
    """Return the last physical lines of a file, with their breaks; of a long one, none that may have begun before."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        lines = file.read().split(b"\n")
    whole = lines if size <= _TAIL else lines[1:]
    if whole and not whole[-1]:
        del whole[-1]
    return [f"{line.decode(encoding, 'replace')}\n" for line in whole]
