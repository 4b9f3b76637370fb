"""How full the rows of the list are."""

from __future__ import annotations

from collections.abc import Collection

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.relations import Column


def filled_cells_sql(engine: Engine, alias: str) -> str:
    """Return SQL for the number of a recipient's cells that hold something, whatever columns the list has."""
    names = [name for (name,) in engine.query("SELECT name FROM list_columns ORDER BY position").rows]
    cells = (f"CASE WHEN trim(CAST({alias}.{quoted(name)} AS VARCHAR)) <> '' THEN 1 ELSE 0 END" for name in names)
    return f"({' + '.join(cells)})"


def filled_cells(engine: Engine, rows: Collection[int]) -> dict[int, int]:
    """Return the number of filled cells of each of the rows."""
    if not rows:
        return {}
    engine.create("asked_rows", (Column("row", "INTEGER", ""),), ((row,) for row in sorted(rows)))
    found = engine.query(f"""
        SELECT r.row, {filled_cells_sql(engine, "r")}
        FROM recipients AS r
        JOIN asked_rows AS a
          ON a.row = r.row""").rows
    engine.drop("asked_rows")
    return dict(found)
