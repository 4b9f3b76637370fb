"""What is to change in a recipient list, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class ListChanges(NamedTuple):
    """Cells to set, rows to take out, and columns to add behind the last.

    `cells` holds the new values by row and by place of the column, from 1; the first added column is the one behind
    the header's last.
    """

    cells: Mapping[int, Mapping[int, str]]
    taken_out: frozenset[int] = frozenset()
    added: tuple[str, ...] = ()


class ChangedList(NamedTuple):
    """A list after the changes: its bytes, and for each of its rows in order the row that it was before.

    `first_row` is the number of the first row below the header. `taken_out` holds the cells of the rows that are gone.
    """

    data: bytes
    rows: Sequence[int]
    first_row: int
    taken_out: Mapping[int, Sequence[str]]
