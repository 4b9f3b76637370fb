"""A fact: columns that a plain Python function derives from the distinct values of other columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sigcheck.relations import Column

_LONGEST = 500
"""Characters of a value that a fact looks at. No name, company or address is longer, and what takes a function some
microseconds for a name may take it hours for a million characters."""


class Fact(NamedTuple):
    """How to derive columns that SQL cannot say well.

    `compute` gets the values of `inputs` and returns one value for each of `outputs`. It is asked once per
    distinct value, and only about those for which `ask` (SQL over the inputs) holds; all others, and inputs that are
    all NULL, get the SQL expressions of `otherwise`, one for each output.
    """

    inputs: tuple[str, ...]
    outputs: tuple[Column, ...]
    compute: Callable[..., tuple[Any, ...]]
    ask: str = "TRUE"
    otherwise: tuple[str, ...] = ()

    def answer(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """Return what `compute` gives for the values of the inputs, long texts cut off."""
        return self.compute(*(value[:_LONGEST] if isinstance(value, str) else value for value in values))

    def otherwise_of(self, index: int) -> str:
        """Return the SQL expression of the output at `index` for values that are not asked about."""
        return self.otherwise[index] if self.otherwise else "NULL"


class Lookup(NamedTuple):
    """Columns that a relation already holds for each value of `inputs`; its columns are `inputs` and `outputs`.

    Values that it does not hold get `otherwise`, a column of the rows that are looked up; NULL where there is none. Of
    several inputs some may be NULL; a single one that is NULL is not found.
    """

    relation: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    otherwise: str | None = None
