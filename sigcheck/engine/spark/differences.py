"""Where Spark's SQL reads differently what DuckDB and Spark both have, and how to say in Spark what DuckDB means.

Each rewrite holds for a whole class of expressions, whatever rule they stand in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlglot
from sqlglot import exp

SPACES = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What DuckDB's trim takes away; Spark's takes the plain space alone."""

_Rewrite = Callable[[Any], exp.Expression]


def _concat(node: exp.Concat) -> exp.Expression:
    """DuckDB's concat leaves out what is NULL; Spark's is then NULL."""
    texts = [exp.cast(one, "TEXT") for one in node.expressions]
    return exp.Anonymous(this="CONCAT_WS", expressions=[exp.Literal.string(""), *texts])


def _trim(node: exp.Trim) -> exp.Expression:
    """DuckDB trims spaces of all widths."""
    if node.expression is None:
        node.set("expression", exp.Literal.string(SPACES))
        node.set("position", node.args.get("position") or "BOTH")
    return node


def _lower(node: exp.Lower) -> exp.Expression:
    """DuckDB lowers letter by letter; Spark has a rule of its own for a sigma at the end of a word, and a Turkish I."""
    return _spark("LOWER(TRANSLATE({0}, 'İΣ', 'iσ'))", node.this)


def _divide(node: exp.Div) -> exp.Expression:
    """DuckDB divides in floating point, and by zero too."""
    return _spark("TRY_DIVIDE(CAST({0} AS DOUBLE), CAST({1} AS DOUBLE))", node.this, node.expression)


def _number(node: exp.Literal) -> exp.Expression:
    """Where Spark reckons in decimals, it rounds to as many places as these have."""
    is_decimal = not node.is_string and not str(node.this).isdigit()
    return exp.cast(node.copy(), "DOUBLE") if is_decimal else node


def _days_between(node: exp.DateDiff) -> exp.Expression:
    """DuckDB counts midnights, full hours, … in between, seven midnights as a week; Spark counts what has gone by."""
    unit = node.text("unit").upper() or "DAY"
    if unit == "WEEK":
        return _spark("(DATEDIFF(CAST({0} AS DATE), CAST({1} AS DATE)) DIV 7)", node.this, node.expression)
    if unit == "DAY":
        return _spark("DATEDIFF(CAST({0} AS DATE), CAST({1} AS DATE))", node.this, node.expression)
    ends = [_truncated(unit, end) for end in (node.expression, node.this)]
    return exp.Anonymous(this="TIMESTAMPDIFF", expressions=[exp.var(unit), *ends])


def _truncate(node: exp.TimestampTrunc) -> exp.Expression:
    """Spark returns a moment with a zone, whatever it is given."""
    return _truncated(node.text("unit").upper(), node.this)


def _truncated(unit: str, moment: exp.Expression) -> exp.Expression:
    return _spark(f"CAST(DATE_TRUNC('{unit}', {{0}}) AS TIMESTAMP_NTZ)", moment)


def _at_time_zone(node: exp.AtTimeZone) -> exp.Expression:
    """Moments are in UTC throughout, in Spark too."""
    if node.args["zone"].name.upper() != "UTC":
        raise ValueError("AT TIME ZONE is for 'UTC' only")
    return exp.cast(node.this, "TIMESTAMP_NTZ", dialect="spark")


def _iso_weekday(node: exp.DayOfWeekIso) -> exp.Expression:
    return _spark("(WEEKDAY({0}) + 1)", node.this)


def _least_of(node: exp.ArgMin | exp.ArgMax) -> exp.Expression:
    """DuckDB leaves out rows whose answer is NULL."""
    if isinstance(node.parent, exp.Filter):
        return node
    is_known = exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null()))
    return exp.Filter(this=node.copy(), expression=exp.Where(this=is_known))


def _like(node: exp.Like | exp.ILike) -> exp.Expression:
    """DuckDB knows no escape unless one is named; Spark takes a backslash for one."""
    pattern = node.expression
    is_plain = isinstance(pattern, exp.Literal) and "\\" not in pattern.name
    if not is_plain and not isinstance(node.parent, exp.Escape):
        node.set("expression", _spark(r"REPLACE({0}, '\\', '\\\\')", pattern))
    return node


def _contains(node: exp.ArrayContains) -> exp.Expression:
    """DuckDB says that a list does not hold a value, where it holds NULL too; Spark that nobody knows."""
    unknown = "WHEN {0} IS NULL THEN NULL WHEN SIZE({0}) = 0 THEN FALSE WHEN {1} IS NULL THEN NULL"
    answer = "COALESCE(ARRAY_CONTAINS({0}, {1}), FALSE)"
    return _spark(f"CASE {unknown} ELSE {answer} END", node.this, node.expression)


def _slice(node: exp.ArraySlice) -> exp.Expression:
    """DuckDB takes where a part of a list begins and ends; Spark where it begins, and how long it is."""
    begin, end = (_place(node.args.get(name)) for name in ("start", "end"))
    return _spark(f"SLICE({{0}}, {begin}, {max(end - begin + 1, 0)})", node.this)


def _place(node: exp.Expression | None) -> int:
    if not isinstance(node, exp.Literal) or node.is_string or not node.name.isdigit() or node.name == "0":
        raise ValueError("array_slice takes places that are written out, from 1 on")
    return int(node.name)


def _cast(node: exp.Cast) -> exp.Expression:
    """DuckDB rounds to the next whole number, of two equally near ones to the even; Spark cuts off."""
    if not node.to.is_type(*exp.DataType.INTEGER_TYPES):
        return node
    return exp.cast(_spark("RINT(CAST({0} AS DOUBLE))", node.this), node.to)


def _spark(template: str, *arguments: exp.Expression) -> exp.Expression:
    """Return an expression written as Spark reads it, with arguments in the places of {0}, {1} and so on."""
    names = [f"argument_{index}" for index in range(len(arguments))]
    tree = sqlglot.parse_one(template.format(*names), read="spark")
    given = dict(zip(names, arguments, strict=True))
    for column in list(tree.find_all(exp.Column)):
        column.replace(given[column.name].copy())
    return tree


REWRITES: dict[type[exp.Expression], _Rewrite] = {
    exp.Concat: _concat,
    exp.Trim: _trim,
    exp.Lower: _lower,
    exp.Div: _divide,
    exp.Literal: _number,
    exp.DateDiff: _days_between,
    exp.TimestampTrunc: _truncate,
    exp.DateTrunc: _truncate,
    exp.AtTimeZone: _at_time_zone,
    exp.DayOfWeekIso: _iso_weekday,
    exp.ArgMin: _least_of,
    exp.ArgMax: _least_of,
    exp.ArrayContains: _contains,
    exp.ArraySlice: _slice,
    exp.Cast: _cast,
    exp.Like: _like,
    exp.ILike: _like,
}
"""Kind of expression → what becomes of one whose parts Spark can read already."""
