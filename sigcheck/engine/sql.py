"""Names and texts as SQL writes them."""

from __future__ import annotations


def name(identifier: str, quote: str = '"') -> str:
    """Return a column's or relation's name as a quoted SQL identifier; Spark's quote is the backtick."""
    return quote + identifier.replace(quote, quote * 2) + quote


def text(value: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"
