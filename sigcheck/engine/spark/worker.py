"""What Spark's Python workers compute: facts, and those expressions that only DuckDB reads as DuckDB does.

All of it runs over Arrow batches. sigcheck has to be installed where the workers run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import duckdb
    import pandas
    import pyarrow


class WorkerExpression(NamedTuple):
    """A scalar expression that DuckDB computes in the workers.

    `sql` is DuckDB's, over the columns c0, c1 … and the named `parameters`; `type` is Spark's name of what it returns.
    """

    name: str
    sql: str
    parameters: Mapping[str, Any]
    type: str

    def function(self) -> Callable[..., pandas.Series]:
        """Return what the workers run on each batch: as many columns as the expression has, to one."""
        import pandas

        sql, parameters = self.sql, dict(self.parameters)

        def compute(*columns: pandas.Series) -> pandas.Series:
            return _computed(sql, parameters, columns)

        # Spark tells by the annotations what kind of function it is, and has to find types there, not their names.
        compute.__annotations__ = {"columns": pandas.Series, "return": pandas.Series}
        return compute


def answers(
    compute: Callable[[tuple[Any, ...]], tuple[Any, ...]], types: Sequence[pyarrow.DataType]
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """Return what the workers run to ask a fact: batches of values to the same with the answers beside them."""

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        for batch in batches:
            values = zip(*(column.to_pylist() for column in batch.columns), strict=True)
            told = zip(*(compute(value) for value in values), strict=True)
            cells = list(told) or [()] * len(types)
            outputs = [pyarrow.array(column, kind) for column, kind in zip(cells, types, strict=True)]
            names = [f"answer_{index}" for index in range(len(types))]
            yes = pyarrow.array([True] * batch.num_rows, pyarrow.bool_())
            columns = [*batch.columns, *outputs, yes]
            yield pyarrow.RecordBatch.from_arrays(columns, [*batch.schema.names, *names, "is_answered"])

    return run


def _computed(sql: str, parameters: dict[str, Any], columns: Sequence[pandas.Series]) -> pandas.Series:
    import pyarrow

    arrays = [pyarrow.Array.from_pandas(column) for column in columns]
    connection = _duckdb()
    connection.register("batch", pyarrow.table(arrays, [f"c{index}" for index in range(len(arrays))]))
    answered = connection.sql(f"SELECT {sql} AS answer FROM batch", params=parameters).to_arrow_table()
    series: pandas.Series = answered.column("answer").to_pandas()
    return series


@cache
def _duckdb() -> duckdb.DuckDBPyConnection:
    """Return this worker's own database, which reaches nothing but what it is handed."""
    import duckdb

    connection = duckdb.connect(config={"threads": "1", "python_enable_replacements": "false"})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
