"""The engine: where relations live and queries run. The rest of sigcheck knows only this protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from sigcheck.errors import QueryError
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.inputs.table import Reject, TableFile
from sigcheck.relations import Column

__all__ = ["Engine", "LoadedTable", "QueryError", "Result"]


class Result(NamedTuple):
    """Rows of a query, with the names of their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class LoadedTable(NamedTuple):
    """A file read into a relation: `row`, `line`, then one column (`c1`, `c2` …) for each name in `header`.

    `types` holds the SQL types of these columns where the file has types, and is empty where all are text.
    """

    relation: str
    header: tuple[str, ...]
    rejects: tuple[Reject, ...] = ()
    types: tuple[str, ...] = ()


class Engine(Protocol):
    """Holds the relations of one planned send and runs queries over them.

    Once it is locked, `parallel_queries` threads may run queries at the same time.
    """

    parallel_queries: int

    def create(self, relation: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
        """Create a small relation from Python rows."""

    def read(self, table: TableFile, relation: str) -> LoadedTable:
        """Read a file into a relation; rows that cannot be read are returned as rejects."""

    def check_files(self) -> None:
        """Raise InputError where a file has changed since it was read, so that no check rests on half of each."""

    def define(self, relation: str, query: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Create a relation from a query over relations that exist."""

    def define_derived(self, relation: str, query: str) -> None:
        """Create a relation that many rules ask for: written down where it is small, else computed each time."""

    def define_view(self, relation: str, query: str) -> None:
        """Create a relation that is computed whenever it is asked for."""

    def add_facts(
        self, source: str, target: str, facts: Sequence[Fact], lookups: Sequence[Lookup] = (), lazy: bool = False
    ) -> None:
        """Create `target`: `source` with the columns of each fact, computed once per distinct value, and lookup.

        A lazy target is joined whenever it is asked for.
        """

    def export(self, query: str, path: Path) -> None:
        """Write the rows of a query to a Parquet file, for another engine to read."""

    def restore(self, relation: str, path: Path) -> None:
        """Create a relation from a Parquet file that another engine wrote with `export`."""

    def drop(self, *relations: str) -> None:
        """Forget relations that are needed no longer."""

    def columns(self, relation: str) -> tuple[str, ...]:
        """Return the names of a relation's columns; empty where there is no such relation."""

    def parameter_names(self, query: str) -> frozenset[str]:
        """Return the `$names` that a query uses; QueryError unless it is exactly one SELECT."""

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Result:
        """Run a query; at most `limit` rows are fetched."""

    def limited(self, label: str) -> AbstractContextManager[None]:
        """Hold what this thread asks inside to the limit of time; LimitError beyond. `label` names who asks."""

    def lock(self) -> None:
        """Close the door: from here on no file, network, extension or setting can be reached.

        Nor can the process grow beyond the engine's limit of memory, where it may be held to it.
        """

    def progress(self) -> float | None:
        """Return how much of the running query is done, from 0 to 1; None where that is not known.

        This and `interrupt` are for another thread than the one whose queries run.
        """

    def interrupt(self) -> None:
        """End all running queries with a QueryError, and refuse further ones: nobody waits for their results."""

    def close(self) -> None:
        """Release all that the engine holds."""
