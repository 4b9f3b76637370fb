"""A check that DuckDB prepares, and whose rules Spark answers: all of a rule's SQL at a fraction of the time."""

from collections.abc import Mapping
from contextlib import contextmanager
from threading import local
from typing import Any

from sqlglot import exp

from sigcheck.engine import Result
from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.engine.spark.translation import parsed
from sigcheck.engine.sql import name as quoted
from sigcheck.relations import Column


class RulesOnSpark(DuckDBEngine):
    """DuckDB, but for what a rule asks: Spark is handed the relations that the rule names, and answers."""

    def __init__(self, spark):
        super().__init__()
        self._spark = spark
        self._at = local()
        self._handed: set[str] = set()
        self.parallel_queries = 1
        self.answered = 0

    @contextmanager
    def limited(self, label: str):
        with self._asking(is_rule=not label.startswith("the conditions")):
            yield

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Result:
        if not getattr(self._at, "is_rule", False):
            return super().query(query, parameters, limit)
        with self._asking(is_rule=False):
            for relation in sorted({table.name for table in parsed(query).find_all(exp.Table)} - self._handed):
                self._hand_over(relation)
        self.answered += 1
        return self._spark.query(query, parameters, limit)

    def _hand_over(self, relation: str) -> None:
        if not self.columns(relation):
            return  # a part that the query names itself
        described = self._run(f"DESCRIBE {quoted(relation)}", fetch=("column_name", "column_type"))
        columns = [Column(name, kind, "") for name, kind in described]
        self._spark.create(relation, columns, self.query(f"SELECT * FROM {quoted(relation)}").rows)
        self._handed.add(relation)

    @contextmanager
    def _asking(self, *, is_rule: bool):
        before, self._at.is_rule = getattr(self._at, "is_rule", False), is_rule
        try:
            yield
        finally:
            self._at.is_rule = before
