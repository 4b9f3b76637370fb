"""The engine for lists and histories that outgrow one machine: Apache Spark, see the `Engine` protocol.

A relation is a temporary view. What is to be computed once is kept by the workers, in their memory and on their disks,
on two of them where there are several, so that one may go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pyarrow
from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PySparkException
from pyspark.sql.functions import pandas_udf

from sigcheck.engine import LoadedTable, QueryError, Result
from sigcheck.engine.fact_joins import answered, questions
from sigcheck.engine.limits import Limits, Watchdog
from sigcheck.engine.spark.harmless import check_harmless
from sigcheck.engine.spark.reading import read_table
from sigcheck.engine.spark.session import first_line, is_local, job_tags, new_session
from sigcheck.engine.spark.translation import parameter_names, parsed, translated
from sigcheck.engine.spark.types import arrow_type, duckdb_type, schema
from sigcheck.engine.spark.worker import WorkerExpression, answers
from sigcheck.engine.sql import name as quoted
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.inputs.table import TableFile
from sigcheck.readable_file import check_unchanged
from sigcheck.relations import Column

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PARALLEL_QUERIES = 4
"""Rules that run at the same time: most of them are small, and leave most of a cluster idle."""


class SparkEngine:
    """Relations as temporary views of a session of their own."""

    def __init__(self, master: str, limits: Limits) -> None:
        """Open a session on a master. Raises InputError where Spark cannot be had."""
        self._spark = new_session(master)
        self._tags = job_tags(self._spark, master)
        self._watchdog = Watchdog(limits)
        self.parallel_queries = PARALLEL_QUERIES
        self._storage = StorageLevel.MEMORY_AND_DISK if is_local(master) else StorageLevel.MEMORY_AND_DISK_2
        self._name = f"sigcheck-{uuid4().hex}"
        self._relations: dict[str, DataFrame] = {}
        self._sources: dict[str, DataFrame] = {}
        self._cached: dict[str, tuple[DataFrame, ...]] = {}
        self._files: list[TableFile] = []
        self._functions: set[str] = set()
        self._is_locked = False
        self._is_interrupted = False

    def create(self, relation: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
        """Hand a small relation over."""
        cells = list(zip(*rows, strict=True)) or [()] * len(columns)
        arrays = [pyarrow.array(values, arrow_type(column.type)) for values, column in zip(cells, columns, strict=True)]
        table = pyarrow.table(arrays, [column.name for column in columns])
        with self._at_work():
            self._call(relation, self._spark.createDataFrame(table, schema(columns)))

    def read(self, table: TableFile, relation: str) -> LoadedTable:
        """Read a file: the workers do where it is Parquet or CSV."""
        with self._at_work():
            found = read_table(self._spark, table)
            self._call(relation, found.rows)
        self._cached[relation] = found.kept
        self._files.append(table)
        return LoadedTable(relation, found.header, found.rejects, tuple(map(duckdb_type, found.types)))

    def check_files(self) -> None:
        """Raise InputError where a file of this machine has changed since it was looked at."""
        for table in self._files:
            if table.stamp is not None:
                check_unchanged(table.path, table.label, table.stamp)

    def define(self, relation: str, query: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Call what a query returns by a name, and compute it once."""
        with self._at_work():
            self._keep(relation, self._frame(query, parameters))

    def define_derived(self, relation: str, query: str) -> None:
        """Call what a query returns by a name, and compute it once: planning costs more here than what is kept."""
        self.define(relation, query)

    def define_view(self, relation: str, query: str) -> None:
        """Call what a query returns by a name."""
        with self._at_work():
            self._call(relation, self._frame(query))

    def add_facts(
        self, source: str, target: str, facts: Sequence[Fact], lookups: Sequence[Lookup] = (), lazy: bool = False
    ) -> None:
        """Join what the workers answer about distinct values, which never leave them."""
        asked = [self._ask(source, f"{target}_fact_{number}", fact) for number, fact in enumerate(facts)]
        query = answered(source, facts, asked, lookups)
        (self.define_view if lazy else self.define)(target, query)
        # They are part of the target now; nobody asks for them by name.
        for relation in asked:
            if relation is not None:
                self.drop(relation)

    def _ask(self, source: str, relation: str, fact: Fact) -> str | None:
        """Call the answers of a fact by a name; None where nothing is asked."""
        if fact.ask == "FALSE":
            return None
        outputs = [Column(f"answer_{index}", output.type, "") for index, output in enumerate(fact.outputs)]
        compute = answers(fact.answer, [arrow_type(output.type) for output in fact.outputs])
        with self._at_work():
            values = self._frame(questions(source, fact))
            keys = ", ".join(f"{field.name} {field.dataType.simpleString()}" for field in values.schema)
            layout = f"{keys}, {schema(outputs)}, is_answered boolean"
            self._keep(relation, values.mapInArrow(compute, layout))
        return relation

    def export(self, query: str, path: Path) -> None:
        """Write the rows of a query to a folder of Parquet files."""
        with self._at_work():
            self._frame(query).write.parquet(str(path))

    def restore(self, relation: str, path: Path) -> None:
        """Call by a name what another engine exported."""
        with self._at_work():
            self._call(relation, self._spark.read.parquet(str(path)))

    def drop(self, *relations: str) -> None:
        """Forget relations; what is kept for them goes with the last of those made of them."""
        with self._at_work():
            self._forget(*relations)

    def columns(self, relation: str) -> tuple[str, ...]:
        """Return a relation's columns."""
        return tuple(self._relations[relation].columns) if relation in self._relations else ()

    def parameter_names(self, query: str) -> frozenset[str]:
        """Return the parameters of a query after making sure that it is one SELECT."""
        return parameter_names(parsed(query))

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Result:
        """Run a query and bring its rows here, `limit` of them at most."""
        with self._at_work():
            frame = self._frame(query, parameters)
            rows = (frame if limit is None else frame.limit(limit)).collect()
            return Result(tuple(frame.columns), [tuple(row) for row in rows])

    def limited(self, label: str) -> AbstractContextManager[None]:
        """Interrupt what this thread asks inside once its time is up."""
        return self._watchdog.limited(label)

    def lock(self) -> None:
        """From here on look at each query before it runs: what it may ask for and call is all that it can reach."""
        self._is_locked = True

    def progress(self) -> float | None:
        """Return None: what is done of a query is not known here."""

    def interrupt(self) -> None:
        """Cancel all that this session runs, and refuse what else it is asked."""
        self._is_interrupted = True
        self._spark.interruptAll()

    def close(self) -> None:
        """Forget all relations. Spark itself stays, for the next check of this process."""
        self._watchdog.stop()
        with suppress(PySparkException, Py4JError):  # whatever became of Spark, nothing of ours is needed any longer
            self._forget(*list(self._relations))

    def _forget(self, *relations: str) -> None:
        for relation in relations:
            self._spark.catalog.dropTempView(relation)
            del self._relations[relation]
            self._sources.pop(relation, None)
            for frame in self._cached.pop(relation, ()):
                frame.unpersist()

    def _keep(self, relation: str, frame: DataFrame) -> None:
        """Call rows by a name, computed once; what is made of them does not repeat how they came about."""
        self._call(relation, frame.localCheckpoint(eager=False, storageLevel=self._storage))
        # Spark computes it at the first use, and complains if by then it has lost what it measures the work with.
        self._sources[relation] = frame

    def _call(self, relation: str, frame: DataFrame) -> None:
        frame.createOrReplaceTempView(quoted(relation, "`"))
        self._relations[relation] = frame

    def _frame(self, query: str, parameters: Mapping[str, Any] | None = None) -> DataFrame:
        """Return what a query of DuckDB's returns, moments without a zone."""
        tree = parsed(query)
        if self._is_locked:
            check_harmless(tree, {relation.lower() for relation in self._relations})
        translation = translated(tree, parameters or {})
        for function in translation.functions:
            self._register(function)
        frame = self._spark.sql(translation.sql, dict(translation.bindings))
        zoned = [field.name for field in frame.schema if field.dataType.typeName() == "timestamp"]
        if not zoned:
            return frame
        return frame.withColumns({name: frame[quoted(name, "`")].cast("timestamp_ntz") for name in zoned})

    def _register(self, function: WorkerExpression) -> None:
        if function.name not in self._functions:
            self._spark.udf.register(function.name, pandas_udf(function.function(), function.type.lower()))
            self._functions.add(function.name)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Tell what goes wrong inside as a QueryError, and have it end where the time of this thread is up."""
        if self._is_interrupted:
            raise QueryError("was interrupted")
        tag, is_stopped = f"{self._name}-{get_ident()}", Event()

        def stop() -> None:
            is_stopped.set()
            self._tags.stop(tag)

        self._tags.add(tag)
        try:
            with self._watchdog.interruptible(stop):
                yield
        except (PySparkException, Py4JError) as error:
            raise (self._watchdog.out_of_time() if is_stopped.is_set() else QueryError(first_line(error))) from None
        finally:
            self._tags.remove(tag)
