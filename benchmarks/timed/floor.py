"""The floor: DuckDB reads the files of a planned send into tables and does nothing more: `python floor.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

READERS = {".parquet": "read_parquet", ".csv": "read_csv"}


def read_into_tables(folder: Path) -> None:
    """Create a table of each Parquet and CSV file, with what a connection has when nobody sets anything."""
    with duckdb.connect() as connection:
        for path in sorted(folder.iterdir()):
            if reader := READERS.get(path.suffix):
                connection.execute(f"CREATE TABLE {path.stem} AS SELECT * FROM {reader}($path)", {"path": str(path)})


if __name__ == "__main__":
    read_into_tables(Path(sys.argv[1]))
