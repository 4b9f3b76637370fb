"""CSV files read by Spark's workers: as lines, in pieces, where each line is a row; else each file whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyspark.sql import functions as F  # noqa: N812 - its customary name

from sigcheck.engine.spark.csv_batches import PLACE_SCHEMA, SPANS, Layout, file_reader, line_reader
from sigcheck.engine.spark.differences import SPACES
from sigcheck.engine.spark.paths import spark_path
from sigcheck.errors import InputError
from sigcheck.inputs.table import Reject, TableFile

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

MOST_REJECTS = 100_000
"""Rows that cannot be read beyond which a file is no list: their texts are brought to the driver."""


class ReadCsv(NamedTuple):
    """Rows (row, line, c1, c2 …), those that could not be read, and what is kept in the cluster for them."""

    rows: DataFrame
    rejects: tuple[Reject, ...]
    kept: DataFrame


def read_csv(spark: SparkSession, table: TableFile) -> ReadCsv:
    """Return the rows of a CSV file. Raises InputError where hardly any of it can be read."""
    layout = Layout.of(table)
    if table.newline in ("lf", "crlf") and not layout.encoding.startswith(("utf-16", "utf-32")):
        found = _kept_rows(spark, table, layout, whole=False)
        pieces = _pieces(found)
        if not any(piece.spans for piece in pieces):
            return _numbered(spark, table, found, pieces)
        found.unpersist()
    found = _kept_rows(spark, table, layout, whole=True)
    return _numbered(spark, table, found, _pieces(found))


def _kept_rows(spark: SparkSession, table: TableFile, layout: Layout, *, whole: bool) -> DataFrame:
    path = spark_path(table.location)
    texts = spark.read.text(path, wholetext=True) if whole else spark.read.text(path, lineSep="\n")
    pieces = texts.selectExpr(
        "_metadata.file_path AS file", "_metadata.file_block_start AS start", "CAST(value AS BINARY) AS content"
    )
    cells = "".join(f", c{number} string" for number in range(1, len(table.header) + 1))
    reader = file_reader(layout) if whole else line_reader(layout)
    return pieces.mapInArrow(reader, PLACE_SCHEMA + cells).persist()


class _Piece(NamedTuple):
    """A piece of a file as a worker read it: its lines and rows, and whether any of these is broken or spans lines."""

    file: str
    start: int
    lines: int
    rows: int
    broken: bool
    spans: bool


def _pieces(found: DataFrame) -> list[_Piece]:
    """Return the pieces of each file, in order."""
    counted = found.groupBy("file", "start").agg(
        F.expr("max(number) + 1"),
        F.expr("max(row_number) + 1"),
        F.expr("bool_or(problem IS NOT NULL)"),
        F.expr(f"coalesce(bool_or(problem = '{SPANS}'), FALSE)"),
    )
    return sorted(_Piece(*piece) for piece in counted.collect())


def _numbered(spark: SparkSession, table: TableFile, found: DataFrame, pieces: list[_Piece]) -> ReadCsv:
    """Return rows with their numbers in all, worked out from the sizes of the pieces that they were read in."""
    placed = _placed(spark, found, _offsets(table, pieces))
    if table.notes_line:
        placed = placed.where(f"lines + number + 1 < {table.notes_line}")
    is_one_file = len({piece.file for piece in pieces}) < 2
    line = f"CAST({'lines + number + 1' if is_one_file else 'NULL'} AS INT) AS line"
    row = f"CAST(rows + row_number + {table.header_row - table.skip_lines + 1} AS INT) AS row"
    cells = [f"c{number}" for number in range(1, len(table.header) + 1)]
    content = f"TRIM(BOTH '{SPACES}' FROM CONCAT_WS('', {', '.join(cells)})) <> ''"
    rows = placed.where("problem IS NULL").where(content).selectExpr(row, line, *cells)
    broken = placed.where("problem IS NOT NULL").selectExpr(row, line, "text", "problem")
    return ReadCsv(rows, _rejects(table, broken) if any(piece.broken for piece in pieces) else (), found)


def _placed(spark: SparkSession, found: DataFrame, offsets: list[tuple[str, int, int, int]]) -> DataFrame:
    """Return rows with the `lines` and `rows` that lie before the piece that they were read in."""
    if len(offsets) < 2:
        return found.selectExpr("*", "0L AS lines", "0L AS rows")
    frame = spark.createDataFrame(offsets, "file string, start bigint, lines bigint, rows bigint")
    return found.join(F.broadcast(frame), ["file", "start"])


def _offsets(table: TableFile, pieces: list[_Piece]) -> list[tuple[str, int, int, int]]:
    """Return what lies before each piece: lines of its file, and rows of all files, headers left out but for one."""
    offsets: list[tuple[str, int, int, int]] = []
    lines = rows = 0
    for number, piece in enumerate(pieces):
        if number and piece.file != pieces[number - 1].file:
            lines, rows = 0, rows - table.skip_lines
        offsets.append((piece.file, piece.start, lines, rows))
        lines, rows = lines + piece.lines, rows + piece.rows
    return offsets


def _rejects(table: TableFile, broken: DataFrame) -> tuple[Reject, ...]:
    rejects = [Reject(*values) for values in broken.orderBy("row").limit(MOST_REJECTS + 1).collect()]
    if len(rejects) > MOST_REJECTS:
        text = f"has more than {MOST_REJECTS:,} rows that cannot be read: the first of them {rejects[0].reason}"
        raise InputError.at(table.label, text, rejects[0].line)
    return tuple(rejects)
