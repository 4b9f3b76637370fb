"""Files as Spark reads them: Parquet and CSV by the workers, other kinds by the driver, which hands them on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sigcheck.engine.spark.csv_reading import read_csv
from sigcheck.engine.spark.paths import spark_path
from sigcheck.engine.sql import name as quoted
from sigcheck.errors import InputError
from sigcheck.inputs.table import Reject, TableFile, check_width, read_chunks
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import Url
from sigcheck.private_folder import private_folder

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType


_HEAD = 200
"""Lines by which a CSV file that only the workers reach is known: its header, delimiter and encoding."""


class ReadTable(NamedTuple):
    """A file that was read: `rows` are row, line, c1, c2 …; `kept` is what stays in the cluster as long as these do."""

    rows: DataFrame
    header: tuple[str, ...]
    types: tuple[DataType, ...] = ()
    rejects: tuple[Reject, ...] = ()
    kept: tuple[DataFrame, ...] = ()


def read_table(spark: SparkSession, table: TableFile) -> ReadTable:
    """Return the rows of a file. Raises InputError where it cannot be read."""
    if table.format == "parquet":
        return _read_parquet(spark, table)
    if table.format == "csv":
        if isinstance(table.location, Url):
            table = _looked_at(spark, table)
        found = read_csv(spark, table)
        return ReadTable(found.rows, table.header, rejects=found.rejects, kept=(found.kept,))
    return _read_here(spark, table)


def _looked_at(spark: SparkSession, table: TableFile) -> TableFile:
    """Return what the first lines tell of CSV files at a URL, of which several have the same header."""
    texts = spark.read.text(spark_path(table.location), lineSep="\n")
    lines = texts.where("_metadata.file_block_start = 0").selectExpr("CAST(value AS BINARY) AS line").take(_HEAD)
    if not lines:
        raise InputError.at(table.label, "is empty: export it anew")
    with private_folder() as folder:
        head = folder / "head.csv"
        head.write_bytes(b"".join(bytes(line.line) + b"\n" for line in lines))
        seen = inspect_table(head, table.label)
    # What lies last among the first lines, of which several files may have some, is not the end of a file.
    return seen._replace(location=table.location, stamp=None, notes_line=0)


def _read_parquet(spark: SparkSession, table: TableFile) -> ReadTable:
    frame = spark.read.parquet(spark_path(table.location))
    check_width(frame.columns, table.label)
    names = [quoted(name, "`") for name in frame.columns]
    cells = [f"{name} AS c{number}" for number, name in enumerate(names, start=1)]
    row = "CAST(_metadata.row_index + 2 AS INT) AS row"
    rows = frame.selectExpr(row, "CAST(NULL AS INT) AS line", *cells)
    return ReadTable(rows, tuple(frame.columns), tuple(field.dataType for field in frame.schema))


def _read_here(spark: SparkSession, table: TableFile) -> ReadTable:
    """Read a file chunk by chunk on the driver."""
    import pyarrow

    rejects: list[Reject] = []
    kinds = [pyarrow.int32(), pyarrow.int32(), *[pyarrow.string()] * len(table.header)]
    names = ["row", "line", *(f"c{number}" for number in range(1, len(table.header) + 1))]
    layout = pyarrow.schema(zip(names, kinds, strict=True))
    batches = [
        pyarrow.record_batch([pyarrow.array(cells, kind) for cells, kind in zip(columns, kinds, strict=True)], layout)
        for columns in ((chunk.rows, chunk.lines, *chunk.columns) for chunk in read_chunks(table, rejects))
    ]
    rows = spark.createDataFrame(pyarrow.Table.from_batches(batches, layout))
    return ReadTable(rows, table.header, rejects=tuple(rejects))
