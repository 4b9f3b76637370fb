"""Changes to a Parquet list: written anew with the same columns, types, order, compression and metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.private_folder import private_folder
from sigcheck.rewriting.list_changes import ChangedList, ListChanges

_FIRST_ROW = 2
"""The number of the first row, as readers count them: a spreadsheet's header is row 1."""

_COMPRESSIONS = frozenset({"SNAPPY", "GZIP", "ZSTD", "UNCOMPRESSED", "BROTLI", "LZ4", "LZ4_RAW"})


def change_parquet(data: bytes, changes: ListChanges) -> ChangedList:
    """Return a list after changes to it. Raises ValueError where a value does not fit the type of its column."""
    with private_folder() as folder:
        old, new = folder / "old.parquet", folder / "new.parquet"
        old.write_bytes(data)
        connection = duckdb.connect(config={"autoinstall_known_extensions": "false", "threads": "1"})
        try:
            return _changed(connection, old, new, changes)
        except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
            raise ValueError(f"a value does not fit its column: {str(error).splitlines()[0]}") from None
        finally:
            connection.close()


def _changed(connection: duckdb.DuckDBPyConnection, old: Path, new: Path, changes: ListChanges) -> ChangedList:
    source = f"read_parquet({text(str(old))}, file_row_number = true)"
    described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({text(str(old))})").fetchall()
    types = {name: kind for name, kind, *_ in described}
    _load(connection, changes)
    cells = [_cell(place, name, types.get(name)) for place, name in enumerate([*types, *changes.added], start=1)]
    connection.execute(
        f"COPY (SELECT {', '.join(cells)} FROM {source} AS f"
        " LEFT JOIN changed AS n ON n.row = f.file_row_number"
        " WHERE f.file_row_number NOT IN (SELECT row FROM gone) ORDER BY f.file_row_number)"
        f" TO {text(str(new))} (FORMAT parquet{_options(connection, old)})"
    )
    shown = ", ".join(f"coalesce(CAST({quoted(name)} AS VARCHAR), '')" for name in types)
    gone = connection.execute(
        f"SELECT file_row_number, {shown} FROM {source} WHERE file_row_number IN (SELECT row FROM gone)"
    ).fetchall()
    kept = connection.execute(
        f"SELECT file_row_number FROM {source} WHERE file_row_number NOT IN (SELECT row FROM gone) ORDER BY 1"
    ).fetchall()
    rows = [number + _FIRST_ROW for (number,) in kept]
    return ChangedList(new.read_bytes(), rows, _FIRST_ROW, {row[0] + _FIRST_ROW: row[1:] for row in gone})


def _load(connection: duckdb.DuckDBPyConnection, changes: ListChanges) -> None:
    """Create `changed`, a map of new values by place for each row that changes, and `gone`, the rows taken out."""
    gone = [row - _FIRST_ROW for row in sorted(changes.taken_out)]
    connection.execute("CREATE TABLE gone AS SELECT unnest(CAST($1 AS BIGINT[])) AS row", [gone])
    cells = [
        (row - _FIRST_ROW, place, value) for row, values in changes.cells.items() for place, value in values.items()
    ]
    columns: list[Any] = [list(column) for column in zip(*cells, strict=True)] or [[], [], []]
    connection.execute(
        """
        CREATE TABLE changed AS
        SELECT row, map_from_entries(list({'k': place, 'v': value})) AS new_values
        FROM (
          SELECT unnest(CAST($1 AS BIGINT[])) AS row, unnest(CAST($2 AS INTEGER[])) AS place,
            unnest(CAST($3 AS VARCHAR[])) AS value
        ) AS cells
        GROUP BY row""",
        columns,
    )


def _cell(place: int, name: str, kind: str | None) -> str:
    new = f"n.new_values[{place}]"
    if kind is None:
        return f"{new} AS {quoted(name)}"
    given = f"f.{quoted(name)}"
    return (
        f"CASE WHEN map_contains(n.new_values, {place}) THEN CAST({new} AS {kind}) ELSE {given} END AS {quoted(name)}"
    )


def _options(connection: duckdb.DuckDBPyConnection, old: Path) -> str:
    """Return the options that keep the file's compression and its metadata."""
    found = connection.execute(f"SELECT DISTINCT compression FROM parquet_metadata({text(str(old))})").fetchall()
    compression = next((kind for (kind,) in found if kind in _COMPRESSIONS), "SNAPPY")
    pairs = connection.execute(
        f"SELECT CAST(key AS VARCHAR), CAST(value AS VARCHAR) FROM parquet_kv_metadata({text(str(old))})"
    ).fetchall()
    # What another writer says of its own schema would contradict a file that has a column more.
    kept = ", ".join(
        f"{quoted(key)}: {text(value)}" for key, value in pairs if not key.lower().startswith(("arrow", "pandas"))
    )
    return f", COMPRESSION {compression}" + (f", KV_METADATA {{{kept}}}" if kept else "")
