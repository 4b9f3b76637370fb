"""Cells of addresses in histories and suppression lists, which hold a name or several addresses now and then."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.inputs.list_header import ListHeader


class AddressColumn(NamedTuple):
    """A relation by the addresses in one of its columns, as SQL, and whether any cell there holds one.

    In `rows`, a row whose cell holds several addresses is there for each of them.
    """

    rows: str
    holds_addresses: bool


def address_column(engine: Engine, relation: str, header: ListHeader, name: str) -> AddressColumn:
    """Return what a column of a relation holds; one that is empty, or not there, is as good as one of addresses."""
    cell = header.expression(name)
    if cell is None:
        return AddressColumn(relation, holds_addresses=True)
    several = f"(contains({cell}, ';') OR contains({cell}, ',')) AND regexp_matches({cell}, '@.*[;,].*@')"
    conditions = (f"{cell} IS NOT NULL", f"contains({cell}, '@')", several)
    counts = ", ".join(f"max(CASE WHEN {condition} THEN 1 ELSE 0 END)" for condition in conditions)
    ((filled, with_address, with_several),) = engine.query(f"SELECT {counts} FROM {relation}").rows
    rows = _one_address_a_row(relation, header, name, several) if with_several else relation
    return AddressColumn(rows, holds_addresses=bool(with_address) or not filled)


def _one_address_a_row(relation: str, header: ListHeader, name: str, several: str) -> str:
    """Return a relation's rows as SQL; semicolons and commas tell addresses apart, what is none beside them goes."""
    raw = header.raw(name)
    cells = [f"c{column.position}" for column in header.columns]
    each = f"unnest(regexp_extract_all({header.expression(name)}, '[^;,]*@[^;,]*')) AS {raw}"
    return f"""(
        SELECT row, line, {", ".join(cells)}
        FROM {relation}
        WHERE coalesce(NOT ({several}), TRUE)
        UNION ALL
        SELECT row, line, {", ".join(each if cell == raw else cell for cell in cells)}
        FROM {relation}
        WHERE {several}
      ) AS addresses"""


def address_sql(cell: str) -> str:
    """Return the address in a cell as SQL, in lower case and without the name that may stand before it."""
    return f"lower(trim(CASE WHEN contains({cell}, '<') THEN regexp_extract({cell}, '<([^<>]*)>', 1) ELSE {cell} END))"
