"""SQL types in the three ways they are written: DuckDB's, Spark's and Arrow's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sigcheck.engine.sql import name as quoted
from sigcheck.relations import Column

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql.types import DataType

_SPARK = {
    "VARCHAR": "string",
    "INTEGER": "int",
    "BIGINT": "bigint",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "TIMESTAMP": "timestamp_ntz",
    "TIMESTAMP WITH TIME ZONE": "timestamp",
    "DATE": "date",
    "VARCHAR[]": "array<string>",
}
_DUCKDB = {spark: duckdb for duckdb, spark in _SPARK.items()}


def spark_type(kind: str) -> str:
    """Return Spark's name of a type of the data model."""
    return _SPARK[kind]


def duckdb_type(kind: DataType) -> str:
    """Return DuckDB's name of a column's type, as far as sigcheck tells types apart; else Spark's in capitals."""
    name: str = kind.simpleString()
    return _DUCKDB.get(name, name.upper())


def arrow_type(kind: str) -> pyarrow.DataType:
    """Return the Arrow type of a type of the data model."""
    import pyarrow

    simple = {
        "VARCHAR": pyarrow.string(),
        "INTEGER": pyarrow.int32(),
        "BIGINT": pyarrow.int64(),
        "DOUBLE": pyarrow.float64(),
        "BOOLEAN": pyarrow.bool_(),
        "TIMESTAMP": pyarrow.timestamp("us"),
        "DATE": pyarrow.date32(),
        "VARCHAR[]": pyarrow.list_(pyarrow.string()),
    }
    return simple[kind]


def schema(columns: Iterable[Column]) -> str:
    """Return columns of the data model as Spark's schema."""
    return ", ".join(f"{quoted(column.name, '`')} {spark_type(column.type)}" for column in columns)
