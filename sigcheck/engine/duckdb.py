"""The engine for one machine: DuckDB, in memory, spilling to a private temporary folder."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import duckdb

from sigcheck.engine import LoadedTable, QueryError, Result
from sigcheck.engine.duckdb_files import csv_rows, flattened, numbered_csv_rows, numbered_parquet_rows, parquet_rows
from sigcheck.engine.fact_joins import answered, questions
from sigcheck.engine.limits import Limits, Watchdog, share_of_engine
from sigcheck.engine.refusals import refusal
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.errors import InputError
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.inputs.table import Reject, TableFile, check_width, is_regular, read_chunks
from sigcheck.private_folder import make_private_folder, remove_private_folder
from sigcheck.readable_file import check_unchanged
from sigcheck.relations import Column
from sigcheck.signals import received_signal
from sigcheck.sizes import parse_size

INSERT_CHUNK = 2_000 if duckdb.__version__.startswith("1.") else 100_000
"""Rows handed over at once; DuckDB 1.x slows down on long lists."""

LARGE_FILE = 1_000_000
"""Bytes of a file from which on several threads work on one query; on less they only get in each other's way."""

SESSION = "SET TimeZone = 'UTC'; SET enable_progress_bar = false"
"""Settings of each connection. Where Python is used by hand, long queries would draw a bar into the output."""

TRACKED = "SET enable_progress_bar = true; SET enable_progress_bar_print = false"
"""Settings with which a connection knows how much of a query is done."""
USUAL_LIMITS = Limits()

_SELECT = re.compile(r"\A(?:\s|--[^\n]*\n|/\*.*?\*/)*(?:SELECT|WITH)\b", re.IGNORECASE | re.DOTALL)


class DuckDBEngine:
    """Relations as DuckDB tables; see the `Engine` protocol for what each method does."""

    def __init__(self, limits: Limits = USUAL_LIMITS) -> None:
        """Open an empty database that fetches no extension, looks at no Python variable and prints nothing."""
        self._watchdog = Watchdog(limits)
        self._spill = make_private_folder()
        self.parallel_queries = min(4, os.cpu_count() or 1)
        self._is_large = False
        self._memory: int | None = None
        self._views: dict[str, tuple[str, ...]] = {}
        self._files: list[TableFile] = []
        self._parsed: dict[str, duckdb.Statement] = {}
        self._connection = duckdb.connect(
            ":memory:",
            config={
                "temp_directory": str(self._spill),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "python_enable_replacements": "false",
                "threads": "1",
                "max_temp_directory_size": f"{shutil.disk_usage(self._spill).free * 4 // 5}B",
                **({"memory_limit": f"{limits.memory}B"} if limits.memory else {}),
            },
        )
        self._cursors: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        self._connections = [self._connection]
        self._is_interrupted = False
        self._cursors.put(self._connection)
        self._run(SESSION)

    def create(self, relation: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
        """Create a small relation from Python rows, the first of them in the statement that creates it."""
        remaining = iter(rows)
        beginning = f"CREATE TABLE {quoted(relation)} AS"
        while True:
            chunk = list(islice(remaining, INSERT_CHUNK))
            if not chunk:
                self._create_empty(relation, columns)
                return
            with self._cursor() as cursor:
                cursor.execute(f"{beginning} {_rows_sql(columns, len(chunk))}", _cells(chunk))
            if len(chunk) < INSERT_CHUNK:
                return
            beginning = f"INSERT INTO {quoted(relation)}"

    def _create_empty(self, relation: str, columns: Sequence[Column]) -> None:
        """Create a relation without rows, unless it is there; a query of no rows would take three times as long."""
        typed = ", ".join(f"{quoted(column.name)} {column.type}" for column in columns)
        self._run(f"CREATE TABLE IF NOT EXISTS {quoted(relation)} ({typed})")

    def read(self, table: TableFile, relation: str) -> LoadedTable:
        """Read a file: columnar where it is regular, row by row with true lines where it is not."""
        self._files.append(table)
        self._expect(table.stamp.size if table.stamp is not None else 0)
        if table.format == "parquet":
            return self._read_parquet(table, relation)
        if is_regular(table) and self._read_regular_csv(table, relation):
            return LoadedTable(relation, table.header)
        return self._read_chunks(table, relation)

    def _expect(self, size: int) -> None:
        """Prepare for what a file of so many bytes holds."""
        self._watchdog.expect(size)
        if size > LARGE_FILE and not self._is_large:
            self._is_large = True
            self._memory = self._memory_limit()
            self._run(f"RESET threads; SET memory_limit = '{share_of_engine(self._memory)}B'; {TRACKED}")

    def check_files(self) -> None:
        """Raise InputError where a file has changed since it was read; Parquet is read whenever it is asked for."""
        for table in self._files:
            if table.stamp is not None:
                check_unchanged(table.path, table.label, table.stamp)

    def define(self, relation: str, query: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Create a table from a query."""
        self._run(f"CREATE TABLE {quoted(relation)} AS {query}", parameters)

    def define_derived(self, relation: str, query: str) -> None:
        """Create a table of a query; a view where a large file was read, as only there a scan outweighs planning."""
        if self._is_large:
            self.define_view(relation, query)
        else:
            self.define(relation, query)

    def define_view(self, relation: str, query: str) -> None:
        """Create a view of a query."""
        self._run(f"CREATE VIEW {quoted(relation)} AS {query}")
        self._views[relation] = (_raw(relation),)

    def add_facts(
        self, source: str, target: str, facts: Sequence[Fact], lookups: Sequence[Lookup] = (), lazy: bool = False
    ) -> None:
        """Create `target`: `source` joined with the answers of each fact to the distinct values it was asked about."""
        types = dict(self._run(f"DESCRIBE {quoted(source)}", fetch=("column_name", "column_type"))) if facts else {}
        answers = [self._ask(source, f"{target}_fact_{number}", fact, types) for number, fact in enumerate(facts)]
        query = answered(source, facts, answers, lookups)
        tables = [relation for relation in answers if relation is not None]
        if lazy:
            self.define_view(target, query)
            self._views[target] = tuple(tables)
            return
        self.define(target, query)
        if tables:
            self.drop(*tables)

    def _ask(self, source: str, relation: str, fact: Fact, types: Mapping[str, str]) -> str | None:
        """Keep the answers of a fact in a relation and return its name; None where there was nothing to ask."""
        if fact.ask == "FALSE":
            return None
        values = self.query(questions(source, fact)).rows
        if not values:
            return None
        keys = [Column(f"key_{index}", types[name], "") for index, name in enumerate(fact.inputs)]
        outputs = [Column(f"answer_{index}", output.type, "") for index, output in enumerate(fact.outputs)]
        columns = [*keys, *outputs, Column("is_answered", "BOOLEAN", "")]
        self.create(relation, columns, ((*value, *fact.answer(value), True) for value in values))
        return relation

    def export(self, query: str, path: Path) -> None:
        """Write the rows of a query to a Parquet file."""
        self._run(f"COPY ({query}) TO {text(str(path))} (FORMAT parquet)")

    def restore(self, relation: str, path: Path) -> None:
        """Create a table from a Parquet file that another engine wrote."""
        self._expect(path.stat().st_size)
        self.define(relation, parquet_rows(path))

    def drop(self, *relations: str) -> None:
        """Drop tables, and views together with the tables they were read into."""
        statements = []
        for relation in relations:
            if relation in self._views:
                tables = self._views.pop(relation)
                statements.append(f"DROP VIEW {quoted(relation)}")
                statements.extend(f"DROP TABLE IF EXISTS {quoted(table)}" for table in tables)
            else:
                statements.append(f"DROP TABLE {quoted(relation)}")
        self._run("; ".join(statements))

    def columns(self, relation: str) -> tuple[str, ...]:
        """Return a relation's columns, as a query that returns nothing names them."""
        try:
            return self.query(f"SELECT * FROM {quoted(relation)} LIMIT 0").columns
        except QueryError:
            return ()

    def parameter_names(self, query: str) -> frozenset[str]:
        """Return the parameters of a query after making sure that it is one SELECT."""
        try:
            with self._cursor() as cursor:
                statements = cursor.extract_statements(query)
        except duckdb.Error as error:
            raise self._refusal(error) from None
        is_select = len(statements) == 1 and statements[0].type == duckdb.StatementType.SELECT
        if not is_select or not _SELECT.match(query):
            raise QueryError("is not exactly one SELECT")
        self._parsed[query] = statements[0]
        return frozenset(statements[0].named_parameters)

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Result:
        """Run a query and fetch its rows."""
        try:
            with self._cursor() as cursor:
                cursor.execute(self._parsed.pop(query, query), dict(parameters or {}))
                names = tuple(entry[0] for entry in cursor.description or ())
                return Result(names, cursor.fetchall() if limit is None else cursor.fetchmany(limit))
        except (duckdb.Error, MemoryError) as error:
            raise self._refusal(error) from None

    def _refusal(self, error: Exception) -> QueryError | InputError:
        if isinstance(error, duckdb.InterruptException):
            return self._watchdog.out_of_time()
        return refusal(error, {str(table.path): table.label for table in self._files})

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a connection to the database to one thread at a time; wait where all are lent."""
        cursor = self._cursors.get()
        try:
            if self._is_interrupted:
                raise QueryError("was interrupted")
            with self._watchdog.interruptible(cursor.interrupt):
                yield cursor
        except RuntimeError as error:
            # DuckDB's own word for Ctrl-C, where it hears of it before Python does.
            if str(error) != "Query interrupted" or received_signal() is not None:
                raise
            raise KeyboardInterrupt from None
        finally:
            self._cursors.put(cursor)

    def limited(self, label: str) -> AbstractContextManager[None]:
        """Interrupt what this thread asks inside once its time is up."""
        return self._watchdog.limited(label)

    def lock(self) -> None:
        """Switch off external access, then lock the configuration so that nothing switches it on again.

        The connections of further threads are opened before, as they have settings of their own.
        """
        for _ in range(1, self.parallel_queries):
            cursor = self._connection.cursor()
            cursor.execute(SESSION)
            self._connections.append(cursor)
            self._cursors.put(cursor)
        self._run("SET enable_external_access = false")
        self._run("SET lock_configuration = true")
        self._watchdog.hold_memory(self._memory or self._memory_limit())

    def _memory_limit(self) -> int:
        """Return the bytes that may be used: those that were set, or four fifths of what there are."""
        return parse_size(self.query("SELECT current_setting('memory_limit')").rows[0][0])

    def progress(self) -> float | None:
        """Return how much of the query on the first connection is done, which is all that runs before the lock."""
        try:
            percentage = self._connection.query_progress()
        except duckdb.Error:
            return None
        return percentage / 100 if percentage >= 0 else None

    def interrupt(self) -> None:
        """Interrupt the queries of all connections, and refuse further ones."""
        self._is_interrupted = True
        for connection in self._connections:
            with suppress(duckdb.Error):
                connection.interrupt()

    def close(self) -> None:
        """Close the database and remove what it spilled."""
        self._watchdog.stop()
        self._connection.close()
        remove_private_folder(self._spill)

    def _run(
        self, statement: str, parameters: Mapping[str, Any] | None = None, fetch: tuple[str, ...] = ()
    ) -> list[tuple[Any, ...]]:
        try:
            with self._cursor() as cursor:
                cursor.execute(statement, dict(parameters or {}))
                if not fetch:
                    return []
                names = [entry[0] for entry in cursor.description or ()]
                indexes = [names.index(name) for name in fetch]
                return [tuple(row[index] for index in indexes) for row in cursor.fetchall()]
        except (duckdb.Error, MemoryError) as error:
            raise self._refusal(error) from None

    def _read_parquet(self, table: TableFile, relation: str) -> LoadedTable:
        try:
            fetch = ("column_name", "column_type")
            described = self._run(f"DESCRIBE {parquet_rows(table.path)}", fetch=fetch)
            header = tuple(name for name, _ in described)
            self.define_view(relation, numbered_parquet_rows(table.path, header))
            check_width(header, table.label)
            return LoadedTable(relation, header, types=tuple(kind for _, kind in described))
        except QueryError as error:
            raise InputError.at(table.label, f"cannot be read as Parquet: {error}") from None

    def _read_regular_csv(self, table: TableFile, relation: str) -> bool:
        """Return whether the file could be read columnar, every physical line being one row."""
        raw = _raw(relation)
        try:
            self._run(f"CREATE TABLE {quoted(raw)} AS {csv_rows(table)}")
        except QueryError:
            return False
        rows = self.query(f"SELECT count(*) FROM {quoted(raw)}").rows[0][0]
        if rows != table.lines - table.skip_lines:
            self.drop(raw)
            return False
        self.define_view(relation, numbered_csv_rows(table, raw))
        return True

    def _read_chunks(self, table: TableFile, relation: str) -> LoadedTable:
        rejects: list[Reject] = []
        cells = [Column(f"c{number}", "VARCHAR", "") for number in range(1, len(table.header) + 1)]
        columns = [Column("row", "INTEGER", ""), Column("line", "INTEGER", ""), *cells]
        self.create(relation, columns, flattened(read_chunks(table, rejects)))
        return LoadedTable(relation, table.header, tuple(rejects))


def _raw(relation: str) -> str:
    return f"{relation}_raw"


def _rows_sql(columns: Sequence[Column], rows: int) -> str:
    """Return a query for rows whose cells are bound by column; a row alone takes less planning."""
    form = "CAST(${0} AS {1})" if rows == 1 else "unnest(CAST(${0} AS {1}[]))"
    cells = (form.format(index, column.type) for index, column in enumerate(columns, start=1))
    named = (f"{cell} AS {quoted(column.name)}" for cell, column in zip(cells, columns, strict=True))
    return f"SELECT {', '.join(named)}"


def _cells(rows: Sequence[Sequence[Any]]) -> list[Any]:
    return list(rows[0]) if len(rows) == 1 else [list(values) for values in zip(*rows, strict=True)]
