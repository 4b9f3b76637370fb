"""Names and texts as SQL writes them."""

from __future__ import annotations


def name(identifier: str) -> str:
    """Return a column's or relation's name as a quoted SQL identifier."""
    return '"' + identifier.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"
