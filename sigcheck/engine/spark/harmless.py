"""What a query may consist of once the engine is locked, checked on the very tree that Spark's SQL is written from.

Rules are checked when they are loaded, as DuckDB reads them. What runs here is what sqlglot reads, so it is looked at
once more: whatever is not known to be harmless, in Spark's SQL as well, is refused.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlglot import exp

from sigcheck.errors import QueryError
from sigcheck.rule_query import PART_NAME

_PARTS = frozenset(
    "Add Alias Aliases And Array AtTimeZone Between Boolean Bracket CTE Case Cast Column DPipe DataType Distinct Div "
    "EQ Escape Except Exists Filter From GT GTE Group Having ILike Identifier If In IntDiv Intersect Interval Is Join "
    "LT LTE Like Limit Literal Mod Mul NEQ Neg Not Null NullSafeEQ NullSafeNEQ Offset Or Order Ordered Paren "
    "Placeholder Select Star Sub Subquery Table TableAlias TryCast Tuple Union Var Where Window WindowSpec With".split()
)
_FUNCTIONS = frozenset(
    "Abs AnyValue ArgMax ArgMin ArrayAgg ArrayContains ArrayDistinct ArraySize ArraySlice ArraySort Avg Ceil Chr "
    "Coalesce Concat ConcatWs Contains Count CountIf DateDiff DateTrunc Day DayOfMonth DayOfWeekIso DayOfYear "
    "DenseRank EndsWith Explode "
    "Extract FirstValue Floor Greatest GroupConcat Hour Lag LastValue Lead Least Left Length Levenshtein Ln Log "
    "LogicalAnd LogicalOr Lower MD5 Max Median Min Minute Month Nullif Pow Quarter Rank RegexpExtract "
    "RegexpExtractAll RegexpFullMatch RegexpLike RegexpReplace Replace Reverse Right Round RowNumber SHA SHA2 Second "
    "Sign Split SplitPart Sqrt StartsWith Stddev StddevPop StddevSamp StrPosition Substring Sum TimeToStr "
    "TimestampTrunc Translate Trim Upper Variance VariancePop Week Year".split()
)
"""What Spark and DuckDB both have and mean the same by, or can be made to: no file, no setting, no code, and nothing
that makes much out of little."""

_NAMED = frozenset({"try_strptime"})
"""The same, where sqlglot knows a function by its name alone."""


def check_harmless(tree: exp.Expression, relations: Collection[str]) -> None:
    """Raise QueryError, with the reason, for anything in a query that is not known to be harmless.

    It may ask for `relations` (their names in lower case), and for the parts that it names itself.
    """
    parts = [cte.alias.lower() for cte in tree.find_all(exp.CTE)]
    named = set(parts)
    for part in parts:
        # Spark gets all parts at the top, where two of a name would be one, and any would hide a table of that name.
        if not PART_NAME.fullmatch(part) or parts.count(part) > 1 or part in relations:
            raise QueryError(f"'{part}' is no name for a part of a query, or not its own: take another")
    for node in tree.walk():
        _check_node(node)
        if isinstance(node, exp.Column):
            _check_column(node)
        if isinstance(node, exp.Table):
            _check_table(node, {*relations, *named})
        if isinstance(node, exp.With) and node.args.get("recursive"):
            raise QueryError("is recursive, which a rule may not be on Spark")


def _check_node(node: exp.Expression) -> None:
    kind = type(node).__name__
    if kind in _PARTS or kind in _FUNCTIONS:
        return
    if isinstance(node, exp.Anonymous):
        if node.name.lower() in _NAMED:
            return
        raise QueryError(f"{node.name}() is not among the functions that a rule may call on Spark")
    if isinstance(node, exp.Func):
        raise QueryError(f"{node.sql_name().lower()}() is not among the functions that a rule may call on Spark")
    raise QueryError(f"holds {kind.upper()}, which a rule may not on Spark")


def _check_column(node: exp.Column) -> None:
    """Refuse what Spark reads as a variable of the session, or as where a row was read from."""
    if node.args.get("db") or node.args.get("catalog") or "_metadata" in (node.table.lower(), node.name.lower()):
        raise QueryError(f"'{node.sql('duckdb', comments=False)}' is not a column of a relation")


def _check_table(node: exp.Table, known: Collection[str]) -> None:
    is_plain = isinstance(node.this, exp.Identifier) and not node.db and not node.catalog
    if not is_plain or node.name.lower() not in known:
        raise QueryError(f"'{node.sql('duckdb', comments=False)}' is not a relation of a planned send")
