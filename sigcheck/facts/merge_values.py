"""The relation `merge_values`: what the messages insert for each recipient, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.facts.fact import Fact
from sigcheck.facts.plain_values import add_odd_words, odd_values, plain_company
from sigcheck.facts.value_flaws import ValueFlaws, value_flaws
from sigcheck.relations import MERGE_VALUES

_FLAWS = MERGE_VALUES.columns[MERGE_VALUES.column_names.index("is_placeholder") :]


def add_merge_values(engine: Engine) -> None:
    """Create `merge_values` from `recipients` and `merge_tags`: a view, as a rule asks for few of its rows.

    What a broken tag names is meant to be inserted too. A field has a default in a variation where every one of its
    tags there names one. What is wrong with a value is
    looked up in `value_flaws`, which holds once each value that may be flawed.
    """
    inserted = engine.query(
        """
        SELECT list_column, variant, bool_and(default_value IS NOT NULL)
        FROM (
          SELECT list_column, variant, default_value
          FROM merge_tags
          UNION ALL
          SELECT list_column, variant, CAST(NULL AS VARCHAR) AS default_value
          FROM template_faults
        ) AS meant
        WHERE list_column IS NOT NULL
        GROUP BY list_column, variant
        ORDER BY list_column, variant"""
    ).rows
    if not inserted:
        engine.define_derived("merge_values", _nothing())
        return
    _add_value_flaws(engine, list(dict.fromkeys(field for field, _, _ in inserted)))
    engine.define_derived("merge_values", "\nUNION ALL\n".join(_select(*entry) for entry in inserted))


def _add_value_flaws(engine: Engine, fields: Sequence[str]) -> None:
    add_odd_words(engine)
    engine.define(
        "odd_values", "\nUNION ALL\n".join(odd_values(field, _cell(field), "recipients AS r") for field in fields)
    )
    engine.add_facts("odd_values", "value_flaws", [_flaw_fact()])
    engine.drop("odd_values", "odd_words")


def _flaw_fact() -> Fact:
    """Return the fact that says what is wrong with a value; of a company that SQL sees through, how people say it."""
    return Fact(
        inputs=("field", "given"),
        outputs=_FLAWS,
        compute=lambda field, given: tuple(value_flaws(field, given) or ValueFlaws()),
        ask="needs_look",
        otherwise=tuple(plain_company("given") if column.name == "spoken" else "NULL" for column in _FLAWS),
    )


def _select(field: str, variant: str, has_default: bool) -> str:
    flaws = ", ".join(f"f.{quoted(column.name)}" for column in _FLAWS)
    return (
        f"SELECT r.row, r.variant, {text(field)} AS field, NULLIF(trim({_cell(field)}), '') AS value, "
        f"{has_default} AS has_default, f.given, {flaws} FROM recipients AS r "
        f"LEFT JOIN value_flaws AS f ON f.field = {text(field)} AND f.given = {_cell(field)} "
        f"WHERE r.variant = {text(variant)}"
    )


def _nothing() -> str:
    columns = ", ".join(f"CAST(NULL AS {column.type}) AS {quoted(column.name)}" for column in MERGE_VALUES.columns)
    return f"SELECT {columns} WHERE FALSE"


def _cell(field: str) -> str:
    return f"CAST(r.{quoted(field)} AS VARCHAR)"
