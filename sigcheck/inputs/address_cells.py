"""Cells of addresses in histories and suppression lists, which hold a name or several addresses now and then."""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.inputs.list_header import ListHeader


def one_address_a_row(engine: Engine, relation: str, header: ListHeader, name: str) -> str:
    """Return the rows of a relation as SQL, in which one whose cell `name` holds several addresses is there for each.

    They are told apart by semicolons or commas. What is no address beside those that are goes.
    """
    cell = header.expression(name)
    if cell is None:
        return relation
    several = f"(contains({cell}, ';') OR contains({cell}, ',')) AND regexp_matches({cell}, '@.*[;,].*@')"
    if not engine.query(f"SELECT 1 FROM {relation} WHERE {several}", limit=1).rows:
        return relation
    raw = header.raw(name)
    cells = [f"c{column.position}" for column in header.columns]
    split = [f"unnest(regexp_extract_all({cell}, '[^;,]*@[^;,]*')) AS {raw}" if one == raw else one for one in cells]
    return f"""(
        SELECT row, line, {", ".join(cells)}
        FROM {relation}
        WHERE coalesce(NOT ({several}), TRUE)
        UNION ALL
        SELECT row, line, {", ".join(split)}
        FROM {relation}
        WHERE {several}
      ) AS addresses"""


def holds_addresses(engine: Engine, relation: str, header: ListHeader, name: str) -> bool:
    """Return whether a column holds an address in any row, or nothing at all."""
    cell = header.expression(name)
    if engine.query(f"SELECT 1 FROM {relation} WHERE contains({cell}, '@')", limit=1).rows:
        return True
    return not engine.query(f"SELECT 1 FROM {relation} WHERE {cell} IS NOT NULL", limit=1).rows


def address_sql(cell: str) -> str:
    """Return the address in a cell as SQL, in lower case and without the name that may stand before it."""
    return f"lower(trim(CASE WHEN contains({cell}, '<') THEN regexp_extract({cell}, '<([^<>]*)>', 1) ELSE {cell} END))"
