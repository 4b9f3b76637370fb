"""What a relation is: a name, what one row stands for, and columns with a type and a meaning."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its name, SQL type and meaning."""

    name: str
    type: str
    meaning: str


class Relation(NamedTuple):
    """One relation: its name, what one row stands for, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def relation(name: str, row: str, *columns: tuple[str, str, str]) -> Relation:
    """Return a relation from its name, what a row stands for, and its columns: name, type, meaning."""
    return Relation(name, row, tuple(Column(*column) for column in columns))
