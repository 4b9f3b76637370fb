"""Files as DuckDB reads them: the queries that do, and how parts of a table are put together in one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from sigcheck.engine.refusals import refusal
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.inputs.csv_rows import LONGEST_LINE
from sigcheck.inputs.table import Rows, TableFile


def parquet_rows(path: Path) -> str:
    """Return the query for the rows of a Parquet file just as it has them."""
    return f"SELECT * FROM read_parquet({_literal(path)})"


def numbered_parquet_rows(path: Path, header: Sequence[str]) -> str:
    """Return the query for the rows of a Parquet file: row, line, and c1, c2 and so on."""
    cells = "".join(f", {quoted(name)} AS c{number}" for number, name in enumerate(header, start=1))
    return (
        f"SELECT (file_row_number + 2)::INTEGER AS row, NULL::INTEGER AS line{cells} "
        f"FROM read_parquet({_literal(path)}, file_row_number = true)"
    )


def csv_rows(table: TableFile) -> str:
    """Return the query for the rows of a regular CSV file: c1, c2 and so on. It fails where a row is odd."""
    columns = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(1, len(table.header) + 1))
    return (
        f"SELECT * FROM read_csv({_literal(table.path)}, "
        f"delim = {text(table.delimiter)}, quote = '\"', escape = '\"', header = false, "
        f"skip = {table.skip_lines}, columns = {{{columns}}}, auto_detect = false, "
        f"strict_mode = true, null_padding = false, ignore_errors = false, max_line_size = {LONGEST_LINE})"
    )


def numbered_csv_rows(table: TableFile, raw: str) -> str:
    """Return the query for rows that `raw` holds as `csv_rows` has them: row, line, c1, c2 and so on.

    Blank ones and closing notes are left out.
    """
    cells = (f"trim(c{number}) <> ''" for number in range(1, len(table.header) + 1))
    has_content = " OR ".join(f"coalesce({cell}, FALSE)" for cell in cells)
    if table.notes_line:
        has_content = f"({has_content}) AND rowid < {table.notes_line - table.skip_lines - 1}"
    return (
        f"SELECT (rowid + {table.header_row + 1})::INTEGER AS row, "
        f"(rowid + {table.skip_lines + 1})::INTEGER AS line, * FROM {quoted(raw)} WHERE {has_content}"
    )


def flattened(chunks: Iterable[Rows]) -> Iterable[tuple[Any, ...]]:
    """Return the rows of columnar chunks one by one: row, line, and c1, c2 and so on."""
    for chunk in chunks:
        yield from zip(chunk.rows, chunk.lines, *chunk.columns, strict=True)


def join_parquet(parts: Sequence[Path], target: Path) -> None:
    """Write the rows of several Parquet files of the same columns to one; raises QueryError where it cannot be."""
    listed = ", ".join(_literal(part) for part in parts)
    try:
        with duckdb.connect() as connection:
            connection.execute(f"COPY (SELECT * FROM read_parquet([{listed}])) TO {text(str(target))} (FORMAT parquet)")
    except duckdb.Error as error:
        raise refusal(error, {}) from None


def _literal(path: Path) -> str:
    """Return a path as SQL, with glob characters made literal, so that `list[1].csv` names itself."""
    return text(re.sub(r"([*?\[])", r"[\1]", str(path)))
