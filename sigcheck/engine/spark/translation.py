"""From the SQL of rules and facts, which is DuckDB's, to Spark's: by sqlglot, and by hand where the two differ."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, SqlglotError
from sqlglot.tokens import TokenType

from sigcheck.engine.spark.differences import REWRITES
from sigcheck.engine.spark.worker import WorkerExpression
from sigcheck.engine.spark.worker_calls import handed_to_workers, type_from_workers
from sigcheck.errors import QueryError

EMPTY_LIST = exp.cast(exp.Array(expressions=[]), "ARRAY<TEXT>")


class Translated(NamedTuple):
    """A query as Spark reads it: its text, the values to bind, and the functions that it calls in the workers."""

    sql: str
    bindings: Mapping[str, Any]
    functions: tuple[WorkerExpression, ...]


@lru_cache(maxsize=1_000)
def parsed(query: str) -> exp.Expression:
    """Return the one SELECT of a query, to be looked at only. Raises QueryError where it cannot be read as one."""
    try:
        statements = sqlglot.parse(_with_row_quoted(query), read="duckdb")
    except (SqlglotError, RecursionError) as error:
        raise QueryError(_one_line(error)) from None
    tree = statements[0] if len(statements) == 1 else None
    if not isinstance(tree, exp.Query) or not tree.find(exp.Select):
        raise QueryError("is not exactly one SELECT")
    return tree


def _with_row_quoted(query: str) -> str:
    """Return a query in which `row < 3` is not taken for the beginning of a type, as sqlglot does."""
    tokens = sqlglot.tokenize(query, read="duckdb")
    pieces, position = [], 0
    for token, following in itertools.pairwise(tokens):
        if token.text.lower() == "row" and following.token_type == TokenType.LT:
            pieces += [query[position : token.start], '"row"']
            position = token.end + 1
    return "".join((*pieces, query[position:]))


def parameter_names(tree: exp.Expression) -> frozenset[str]:
    """Return the `$names` that a query uses."""
    return frozenset(node.name for node in tree.find_all(exp.Placeholder))


def translated(tree: exp.Expression, parameters: Mapping[str, Any]) -> Translated:
    """Return a query of DuckDB's as Spark reads it. Raises QueryError where it cannot be said in Spark's SQL."""
    functions: dict[str, WorkerExpression] = {}
    try:
        rewritten = _rewritten(tree.copy(), parameters, functions)
        sql = rewritten.sql("spark", unsupported_level=sqlglot.ErrorLevel.RAISE, comments=False, identify=True)
    except (SqlglotError, ValueError, RecursionError) as error:
        raise QueryError(_one_line(error)) from None
    bindings = {name: parameters[name] for name in parameter_names(rewritten)}
    return Translated(sql, bindings, tuple(functions.values()))


def _rewritten(
    node: exp.Expression, parameters: Mapping[str, Any], functions: dict[str, WorkerExpression]
) -> exp.Expression:
    """Return what says in Spark what `node`, which is used up, says in DuckDB; add what the workers compute."""
    if isinstance(node, exp.Placeholder):
        return EMPTY_LIST.copy() if parameters.get(node.name) == [] else node
    kind = type_from_workers(node)
    if kind is not None:
        call = handed_to_workers(node, kind, parameters)
        functions[call.function.name] = call.function
        return call.expression([_rewritten(argument, parameters, functions) for argument in call.arguments])
    for child in list(node.iter_expressions()):
        child.replace(_rewritten(child, parameters, functions))
    rewrite = REWRITES.get(type(node))
    return node if rewrite is None else rewrite(node)


def _one_line(error: Exception) -> str:
    if isinstance(error, ParseError) and error.errors:
        return f"cannot be read from line {error.errors[0]['line']} on: {error.errors[0]['description']}"
    return " ".join(str(error).split()) or "is nested too deeply"
