"""The relation `merge_values`: what the messages insert for each recipient, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.facts.stray_text import STRAY, SUSPICIOUS
from sigcheck.facts.value_flaws import COMPANY_FIELD, NAME_FIELDS, value_flaws
from sigcheck.relations import MERGE_VALUES, Column

_FLAW_COLUMNS = MERGE_VALUES.columns[MERGE_VALUES.column_names.index("given") :]
_LONGEST_PLACEHOLDER = 30
_PLAIN_DATA = "^[0-9+(). -]+$|@"
"""Numbers and addresses, which a list may hold a million of."""

_TEMPLATE_MARKS = r"[\[\]{}<«|]|%%|XX|TBD|TODO|FIXME|(?i:lorem|dolor sit|name here)|NAME"


def add_merge_values(engine: Engine) -> None:
    """Create `merge_values` from `recipients` and `merge_tags`: a view, as a rule asks for few of its rows.

    A field has a default in a variation where every one of its tags there names one. What is wrong with a value is
    looked up in `value_flaws`, which holds each flawed value once.
    """
    inserted = engine.query(
        """
        SELECT list_column, variant, bool_and(default_value IS NOT NULL)
        FROM merge_tags
        WHERE list_column IS NOT NULL
        GROUP BY list_column, variant
        ORDER BY list_column, variant"""
    ).rows
    fields = list(dict.fromkeys(field for field, _, _ in inserted))
    engine.create("value_flaws", (Column("field", "VARCHAR", ""), *_FLAW_COLUMNS), _flaw_rows(engine, fields))
    selects = [_select(*entry) for entry in inserted]
    engine.define_view("merge_values", "\nUNION ALL\n".join(selects or [_empty()]))


def _select(field: str, variant: str, has_default: bool) -> str:
    flaws = ", ".join(f"f.{quoted(column.name)}" for column in _FLAW_COLUMNS)
    return (
        f"SELECT r.row, r.variant, {text(field)} AS field, NULLIF(trim({_cell(field)}), '') AS value, "
        f"{has_default} AS has_default, {flaws} FROM recipients AS r "
        f"LEFT JOIN value_flaws AS f ON f.field = {text(field)} AND f.given = {_cell(field)} "
        f"WHERE r.variant = {text(variant)}"
    )


def _empty() -> str:
    nothing = ", ".join(f"CAST(NULL AS {column.type}) AS {quoted(column.name)}" for column in MERGE_VALUES.columns)
    return f"SELECT {nothing} WHERE FALSE"


def _cell(field: str) -> str:
    return f"CAST(r.{quoted(field)} AS VARCHAR)"


def _flaw_rows(engine: Engine, fields: list[str]) -> Iterator[tuple[Any, ...]]:
    for field in fields:
        for (given,) in engine.query(_questionable(field)).rows:
            flaws = value_flaws(field, given)
            if flaws is not None:
                yield (field, given, *astuple(flaws))


def _questionable(field: str) -> str:
    """Return a query for the distinct values of a field that may be flawed: all names, else what looks suspicious."""
    cell = _cell(field)
    values = f"SELECT DISTINCT {cell} AS given FROM recipients AS r WHERE {cell} IS NOT NULL"
    if field in (*NAME_FIELDS, COMPANY_FIELD):
        return values
    suspicious = text(f"(?:{STRAY})|(?:{SUSPICIOUS})|(?:{_TEMPLATE_MARKS})")
    may_be_placeholder = f"length({cell}) <= {_LONGEST_PLACEHOLDER} AND NOT regexp_matches({cell}, {text(_PLAIN_DATA)})"
    return f"{values} AND (({may_be_placeholder}) OR regexp_matches({cell}, {suspicious}))"
