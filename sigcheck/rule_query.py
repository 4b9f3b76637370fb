"""What the SQL of a rule is made of: one SELECT over the relations of a send, with functions that reach nothing else.

A rule may come with a pull request of a stranger. The engine is locked while rules run, but much of what an SQL engine
offers needs no file and no setting: catalogue, memory addresses, logs, changes of the relations. So a rule is read
before it is run, as the engine itself reads it, and whatever is not known to be harmless is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sigcheck.relations import RELATIONS
from sigcheck.wording import one_line, suggestion

if TYPE_CHECKING:
    import duckdb

MOST_CHARACTERS = 20_000
"""Length of a query: many times that of ours, and short enough to be read in an instant however it is made."""

DEEPEST = 50
"""Brackets within brackets, beyond which some queries take hours to be read."""

TABLE_FUNCTIONS = frozenset({"generate_series", "range", "unnest"})
"""Functions that a rule may select from."""

_TREE = "SELECT json_serialize_sql(CAST($1 AS VARCHAR), skip_null := true, skip_empty := true, skip_default := true)"

_EXPRESSIONS = frozenset(
    "BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION LAMBDA LAMBDA_REF OPERATOR "
    "PARAMETER POSITIONAL_REFERENCE STAR SUBQUERY TYPE WINDOW".split()
)
_PARTS = frozenset(
    "BASE_TABLE CTE_NODE DESCENDING ASCENDING DISTINCT_MODIFIER EMPTY EXPRESSION_LIST JOIN LIMIT_MODIFIER "
    "LIMIT_PERCENT_MODIFIER ORDER_DEFAULT ORDER_MODIFIER RECURSIVE_CTE_NODE SELECT_NODE SET_OPERATION_NODE SUBQUERY "
    "TABLE_FUNCTION".split()
)
"""What a query may consist of, as DuckDB names it; the types of values aside."""

_ALONE = frozenset({"type", "select_list", "from_table", "cte_map", "aggregate_handling"})
"""What the tree of a single expression has, besides what is there in any."""

PART_NAME = re.compile(r"(?!duckdb_|information_schema|pg_|pragma_|sqlite_)[a-z_][a-z0-9_]*", re.ASCII | re.IGNORECASE)
"""A name that a rule may give to a part of its query: none that the engine has given already."""

_reading = Lock()


def problem_with_query(query: str) -> str | None:
    """Return why a rule may not ask this, in one line; None where it may."""
    try:
        _check(_statement(query))
    except ValueError as error:
        return one_line(str(error))
    return None


def problem_with_condition(condition: str) -> str | None:
    """Return why a rule may not make this its condition (`when`), in one line; None where it may."""
    try:
        node = _statement(f"SELECT {condition}")["node"]
        if node["type"] != "SELECT_NODE" or node.keys() - _ALONE or len(node["select_list"]) != 1:
            raise ValueError("must be one expression over the relation plan")
        # In brackets it is pasted later; read alone, it cannot have closed them.
        _check(_statement(f"SELECT (\n{condition}\n)"))
    except ValueError as error:
        return one_line(str(error))
    return None


def _statement(query: str) -> dict[str, Any]:
    """Return the tree of the one SELECT that a query is. Raises ValueError for all else."""
    if len(query) > MOST_CHARACTERS:
        raise ValueError(f"is longer than {MOST_CHARACTERS:,} characters")
    if _depth(query) > DEEPEST:
        raise ValueError(f"has brackets nested more than {DEEPEST} deep")
    import duckdb

    try:
        with _reading:
            (serialized,) = _reader().execute(_TREE, [query]).fetchall()[0]
        tree = json.loads(serialized)
    except RecursionError:
        raise ValueError("is nested too deep") from None
    except duckdb.Error as error:
        raise ValueError(str(error).strip().partition("\n")[0]) from None
    if tree.get("error_type") in ("parser", "syntax"):
        raise ValueError(str(tree.get("error_message", "")).partition("\n")[0].partition(". Use")[0])
    if tree.get("error") or len(tree["statements"]) != 1:
        raise ValueError("is not exactly one SELECT")
    statement: dict[str, Any] = tree["statements"][0]
    return statement


def _depth(query: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"[()\[\]{}]", query):
        depth = depth + 1 if sign in "([{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


@cache
def _reader() -> duckdb.DuckDBPyConnection:
    """Return a database of its own, which holds nothing and can reach nothing."""
    import duckdb

    reader = duckdb.connect(":memory:", config={"threads": "1", "python_enable_replacements": "false"})
    reader.execute("SET enable_external_access = false; SET lock_configuration = true")
    return reader


def _check(statement: Mapping[str, Any]) -> None:
    """Raise ValueError, with the reason, for anything in a statement that is not known to be harmless."""
    parts = list(_parts_of(statement))
    named = {str(part["key"]).lower() for part in parts if "key" in part and "value" in part}
    for name in sorted(named):
        if not PART_NAME.fullmatch(name):
            raise ValueError(f"'{name}' is no name for a part of a query: take another")
    relations = {relation.name for relation in RELATIONS} | named
    for part in parts:
        _check_part(part)
        if part.get("type") == "BASE_TABLE":
            _check_relation(part, relations)


def _check_part(part: Mapping[str, Any]) -> None:
    kind, expression = part.get("type"), part.get("class")
    if expression is not None and expression not in _EXPRESSIONS:
        raise ValueError(f"holds {_words(expression)}, which a rule may not")
    is_part = expression is None and isinstance(kind, str) and not kind.endswith("_TYPE_INFO")
    if is_part and kind not in _PARTS:
        raise ValueError(f"holds {_words(str(kind))}, which a rule may not")
    if "function_name" in part:
        _check_function(part, _functions())
    if kind == "TABLE_FUNCTION":
        _check_function(part["function"], TABLE_FUNCTIONS)


def _check_function(part: Mapping[str, Any], allowed: frozenset[str]) -> None:
    name = str(part["function_name"]).lower()
    is_operator = not any(letter.isalnum() for letter in name)
    if (name not in allowed and not is_operator) or part.get("catalog") or part.get("schema", "main") != "main":
        raise ValueError(f"{name}() is not among the functions that a rule may call")


def _check_relation(part: Mapping[str, Any], relations: set[str]) -> None:
    name = str(part.get("table_name", "")).lower()
    if name not in relations or part.get("schema_name") or part.get("catalog_name"):
        path = ".".join(str(part[key]) for key in ("catalog_name", "schema_name", "table_name") if part.get(key))
        raise ValueError(f"'{path}' is not a relation of a planned send{suggestion(path, relations)}")


def _parts_of(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a tree, however deep it is."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def _words(kind: str) -> str:
    return kind.removesuffix("_NODE").removesuffix("_REF").replace("_", " ")


@cache
def _functions() -> frozenset[str]:
    """Return the functions that compute a value from their arguments and do nothing else."""
    text = (Path(__file__).parent / "rule_functions.txt").read_text(encoding="ascii")
    return frozenset(text.split())
