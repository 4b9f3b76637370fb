"""Expressions that only DuckDB reads as DuckDB does, turned into calls of functions that run in Spark's workers.

These are regular expressions (RE2's, which take linear time whatever they look for, while Java's do not) and times read
from text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlglot import exp

from sigcheck.engine.spark.worker import WorkerExpression

_TYPES: dict[type[exp.Expression], str] = {
    exp.RegexpLike: "BOOLEAN",
    exp.RegexpFullMatch: "BOOLEAN",
    exp.RegexpExtract: "STRING",
    exp.RegexpExtractAll: "ARRAY<STRING>",
    exp.RegexpReplace: "STRING",
    exp.Levenshtein: "BIGINT",
    exp.Upper: "STRING",
}

_TIMES = {"TIMESTAMP": "TIMESTAMP_NTZ", "TIMESTAMPNTZ": "TIMESTAMP_NTZ", "TIMESTAMPTZ": "TIMESTAMP_NTZ", "DATE": "DATE"}
"""Type of TRY_CAST → type in Spark; moments are handed back in UTC, without a zone."""

_MADE_OF_TEXTS = (
    exp.Trim,
    exp.Lower,
    exp.Upper,
    exp.Replace,
    exp.Concat,
    exp.DPipe,
    exp.Coalesce,
    exp.Nullif,
    exp.Paren,
    exp.RegexpExtract,
    exp.RegexpReplace,
)
"""What is handed over with the expression that it stands in, as it is nothing but text made of texts."""


class WorkerCall(NamedTuple):
    """The call of a function in the workers: the function, what Spark hands it, and the type that it stands for."""

    function: WorkerExpression
    arguments: tuple[exp.Expression, ...]
    type: str

    def expression(self, arguments: Sequence[exp.Expression]) -> exp.Expression:
        """Return the call with its arguments, which Spark can read, as text."""
        texts: list[exp.Expression] = [exp.cast(argument, "TEXT") for argument in arguments]
        call = exp.Anonymous(this=self.function.name, expressions=texts or [exp.Literal.string("")])
        if self.function.type == self.type:
            return call
        return exp.TryCast(this=call, to=exp.DataType.build(self.type, dialect="spark"))


def type_from_workers(node: exp.Expression) -> str | None:
    """Return Spark's type of an expression that is for the workers to compute; None where Spark computes it itself."""
    if isinstance(node, exp.TryCast):
        return _TIMES.get(node.to.this.value)
    if isinstance(node, exp.Anonymous) and node.name.lower() == "try_strptime":
        return "TIMESTAMP_NTZ"
    return _TYPES.get(type(node))


def handed_to_workers(node: exp.Expression, kind: str, parameters: Mapping[str, Any]) -> WorkerCall:
    """Return the call that computes an expression of DuckDB's in the workers; times come back as text."""
    columns: dict[str, exp.Expression] = {}
    body = node.copy()
    for child in list(body.iter_expressions()):
        child.replace(_seen_by_workers(child, columns))
    sql = body.sql("duckdb", comments=False)
    is_time = kind in _TIMES.values()
    if isinstance(body, exp.TryCast) and body.to.this == exp.DataType.Type.TIMESTAMPTZ:
        sql = f"{sql} AT TIME ZONE 'UTC'"
    if is_time:
        sql = f"CAST({sql} AS VARCHAR)"
    given = {name: parameters[name] for name in sorted({part.name for part in body.find_all(exp.Placeholder)})}
    digest = hashlib.sha256(repr((sql, given, kind)).encode()).hexdigest()
    function = WorkerExpression(f"sigcheck_{digest[:24]}", sql, given, "STRING" if is_time else kind)
    return WorkerCall(function, tuple(columns.values()), kind)


def _seen_by_workers(node: exp.Expression, columns: dict[str, exp.Expression]) -> exp.Expression:
    """Return an argument in which what Spark has to compute goes by the names c0, c1 …, and is noted in `columns`."""
    if node.find(exp.Column, exp.Star, exp.Query) is None:
        return node
    if isinstance(node, _MADE_OF_TEXTS):
        for child in list(node.iter_expressions()):
            child.replace(_seen_by_workers(child, columns))
        return node
    key = node.sql("duckdb")
    columns.setdefault(key, node.copy())
    return exp.column(f"c{list(columns).index(key)}")
