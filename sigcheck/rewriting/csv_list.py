"""Changes to a delimited text list; every cell that is not changed keeps its bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sigcheck.inputs.table import TableFile
from sigcheck.rewriting.list_changes import ChangedList, ListChanges
from sigcheck.rewriting.raw_records import raw_table
from sigcheck.rewriting.text_file import decode_exactly, physical_lines, split_ending


def change_csv(data: bytes, table: TableFile, changes: ListChanges) -> ChangedList:
    """Return a list after changes to it. Raises ValueError where its bytes cannot be kept."""
    file = decode_exactly(data, table.encoding)
    raw = raw_table(file.text, table)
    pieces, rows, taken_out = [raw.above, _with_columns(raw.header, table, changes.added)], [], {}
    for record in raw.records:
        if record.row in changes.taken_out:
            taken_out[record.row] = next(csv.reader(physical_lines(record.text), delimiter=table.delimiter), [])
            continue
        rows.append(record.row)
        cells = changes.cells.get(record.row)
        text = _with_cells(record.text, table.delimiter, cells) if cells else record.text
        is_extended = max(cells or (0,)) > len(table.given)
        pieces.append(text if is_extended else _as_odd_as_before(text, table, len(changes.added)))
    return ChangedList(file.with_text("".join(pieces)), rows, table.header_row + 1, taken_out)


def _with_columns(header: str, table: TableFile, added: Sequence[str]) -> str:
    titles = dict(enumerate(added, start=len(table.given) + 1))
    return _with_cells(header, table.delimiter, titles) if titles else header


def _as_odd_as_before(text: str, table: TableFile, added: int) -> str:
    """Return a record that had too many cells with new columns' cells, empty, in front of them: it is no sound one."""
    spans = list(_spans(split_ending(text)[0], table.delimiter)) if added else []
    if len(spans) <= len(table.given):
        return text
    _, end = spans[len(table.given) - 1]
    return f"{text[:end]}{table.delimiter * added}{text[end:]}"


def _with_cells(text: str, delimiter: str, cells: Mapping[int, str]) -> str:
    """Return a record with cells set, by their places from 1; those behind the last are added."""
    body, ending = split_ending(text)
    spans = list(_spans(body, delimiter))
    pieces, position = [], 0
    for place, value in sorted(cells.items()):
        if place <= len(spans):
            start, end = spans[place - 1]
            pieces += [body[position:start], _cell(value, delimiter, is_quoted=body[start:end].startswith('"'))]
            position = end
    pieces.append(body[position:])
    for place in range(len(spans) + 1, max(cells) + 1):
        pieces.append(delimiter + _cell(cells.get(place, ""), delimiter))
    return "".join([*pieces, ending])


def _spans(body: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield where each cell starts and ends, its quotes included."""
    position = 0
    while True:
        match = _cell_pattern(delimiter).match(body, position)
        end = match.end() if match else len(body)
        yield position, end
        if end >= len(body):
            return
        position = end + 1


@cache
def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'"(?:[^"]|"")*"(?={mark}|\Z)|[^{mark}]*')


def _cell(value: str, delimiter: str, is_quoted: bool = False) -> str:
    if is_quoted or any(mark in value for mark in (delimiter, '"', "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value
