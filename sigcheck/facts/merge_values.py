"""The relation `merge_values`: what the messages insert for each recipient."""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text

_EMPTY = (
    "SELECT CAST(NULL AS INTEGER) AS row, CAST(NULL AS VARCHAR) AS variant, CAST(NULL AS VARCHAR) AS field, "
    "CAST(NULL AS VARCHAR) AS value, CAST(NULL AS BOOLEAN) AS has_default WHERE FALSE"
)


def add_merge_values(engine: Engine) -> None:
    """Create `merge_values` from `recipients` and `merge_tags`: a view, as a rule asks for few of its rows.

    A field has a default in a variation where every one of its tags there names one.
    """
    inserted = engine.query(
        """
        SELECT list_column, variant, bool_and(default_value IS NOT NULL)
        FROM merge_tags
        WHERE list_column IS NOT NULL
        GROUP BY list_column, variant
        ORDER BY list_column, variant"""
    ).rows
    selects = [
        f"SELECT row, variant, {text(column)} AS field, NULLIF(trim(CAST({quoted(column)} AS VARCHAR)), '') AS value, "
        f"{has_default} AS has_default FROM recipients WHERE variant = {text(variant)}"
        for column, variant, has_default in inserted
    ]
    engine.define_view("merge_values", "\nUNION ALL\n".join(selects or [_EMPTY]))
