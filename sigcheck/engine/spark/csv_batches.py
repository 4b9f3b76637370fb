"""CSV in Spark's workers: lines, or whole files, become rows of columns, read just as they are on one machine."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from sigcheck.inputs.csv_rows import Record, decoded_lines, read_records, showable
from sigcheck.inputs.table import TableFile, problem_with_fields

if TYPE_CHECKING:
    import pyarrow

_ROWS = 10_000
"""Rows handed back at once from a file that is read whole."""

PLACE = ("file", "start", "number", "row_number", "problem", "text")
"""Columns of a row before its cells: the piece of which file it stands in, the number of its line and of its row
there (from 0), and what is wrong with it, with how it begins, where it cannot be read."""

SPANS = "spans lines"
"""Problem of a row that may go on in the next line: then its file has to be read whole."""

PLACE_SCHEMA = "file string, start bigint, number bigint, row_number bigint, problem string, text string"

Batches = Iterator["pyarrow.RecordBatch"]


class Layout(NamedTuple):
    """How the files are written: encoding, delimiter, names in the header, and lines up to the end of it."""

    encoding: str
    delimiter: str
    given: tuple[str, ...]
    skip_lines: int

    @classmethod
    def of(cls, table: TableFile) -> Layout:
        """Return the layout of a table that was looked at."""
        return cls(table.encoding, table.delimiter, table.given, table.skip_lines)


def line_reader(layout: Layout) -> Callable[[Batches], Batches]:
    """Return what turns batches of (file, start, bytes of a line) into batches of rows, where no row spans lines."""

    def run(batches: Batches) -> Batches:
        counts: dict[tuple[str, int], int] = {}
        for batch in batches:
            places = zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)
            begin = 0
            for place, rows in groupby(places):
                size = sum(1 for _ in rows)
                number = counts.get(place, 0)
                lines = batch.column(2).slice(begin, size)
                skipped = max(0, layout.skip_lines - number) if place[1] == 0 else 0
                yield _columnar(layout, place, number, skipped, lines) or _row_by_row(
                    layout, place, number, skipped, lines
                )
                counts[place] = number + size
                begin += size

    return run


def file_reader(layout: Layout) -> Callable[[Batches], Batches]:
    """Return what turns batches of (file, start, bytes of a file) into batches of rows."""

    def run(batches: Batches) -> Batches:
        for batch in batches:
            for file, content in zip(batch.column(0).to_pylist(), batch.column(2).to_pylist(), strict=True):
                lines = islice(decoded_lines(io.BytesIO(content), layout.encoding), layout.skip_lines, None)
                records = read_records(lines, layout.delimiter, layout.skip_lines, layout.skip_lines)
                while chunk := list(islice(records, _ROWS)):
                    yield _batch(layout, (file, 0), chunk)

    return run


def _columnar(
    layout: Layout, place: tuple[str, int], number: int, skipped: int, lines: pyarrow.Array
) -> pyarrow.RecordBatch | None:
    """Return lines as rows where nothing is odd about any of them: no quote, nothing to decode, no field too many."""
    import pyarrow
    from pyarrow import csv

    content = b"\n".join(lines.slice(skipped).to_pylist()) + b"\n"
    if layout.encoding not in ("utf-8", "utf-8-sig") or b'"' in content or b"\0" in content or skipped == len(lines):
        return None
    names = [f"c{index}" for index in range(1, len(layout.given) + 1)]
    try:
        cells = csv.read_csv(
            io.BytesIO(content),
            read_options=csv.ReadOptions(use_threads=False, column_names=names, block_size=len(content) + 1),
            parse_options=csv.ParseOptions(delimiter=layout.delimiter, quote_char=False, ignore_empty_lines=False),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pyarrow.string()), strings_can_be_null=True, null_values=[""]
            ),
        )
    except pyarrow.ArrowInvalid:
        return None
    size = len(lines) - skipped
    if len(cells) != size:
        return None
    numbers = pyarrow.array(range(number + skipped, number + len(lines)), pyarrow.int64())
    nothing = pyarrow.nulls(size, pyarrow.string())
    columns = [column.combine_chunks() for column in cells.columns]
    return pyarrow.RecordBatch.from_arrays(
        [
            pyarrow.array([place[0]] * size, pyarrow.string()),
            pyarrow.array([place[1]] * size, pyarrow.int64()),
            numbers,
            numbers,
            nothing,
            nothing,
            *columns,
        ],
        [*PLACE, *names],
    )


def _row_by_row(
    layout: Layout, place: tuple[str, int], number: int, skipped: int, lines: pyarrow.Array
) -> pyarrow.RecordBatch:
    content = io.BytesIO(b"\n".join(lines.to_pylist()) + b"\n")
    texts = islice(decoded_lines(content, layout.encoding), skipped, None)
    first = number + skipped
    return _batch(layout, place, read_records(texts, layout.delimiter, first, first), is_one_line=True)


def _batch(
    layout: Layout, place: tuple[str, int], records: Iterable[Record], *, is_one_line: bool = False
) -> pyarrow.RecordBatch:
    """Return records as a batch; of one that cannot be read, what is wrong with it and how it begins."""
    import pyarrow

    width = len(layout.given)
    rows: list[tuple[object, ...]] = []
    for record in records:
        problem = record.problem or (problem_with_fields(record.fields, width) if any(record.fields) else None)
        if is_one_line and (record.last_line != record.line or "quote" in (record.problem or "")):
            problem = SPANS
        cells = [None] * width if problem or not any(record.fields) else [field or None for field in record.fields]
        rows.append((*place, record.line, record.row, problem, showable(record.text) if problem else None, *cells))
    kinds = [pyarrow.string(), *[pyarrow.int64()] * 3, *[pyarrow.string()] * (2 + width)]
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    arrays = [pyarrow.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    return pyarrow.RecordBatch.from_arrays(arrays, [*PLACE, *(f"c{index}" for index in range(1, width + 1))])
