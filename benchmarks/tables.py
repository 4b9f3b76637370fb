"""Tables of measurements: for people to read on a terminal, and for a page of the documentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARKDOWN = r"^\|.*\|$(?:\n^\|.*\|$)*"


class Table(NamedTuple):
    """Cells as text; the first `left` columns are words, all others figures. `key` is its place in a page."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    left: int = 2
    key: str = ""
    title: str = ""


def plain(table: Table) -> str:
    """Return a table for a terminal."""
    lines = [table.header, *table.rows]
    widths = [max(len(line[index]) for line in lines) for index in range(len(table.header))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index < table.left else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def markdown(table: Table) -> str:
    """Return a table as Markdown."""
    rule = ("---",) * table.left + ("---:",) * (len(table.header) - table.left)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (table.header, rule, *table.rows))


def with_table(page: str, table: Table) -> str:
    """Return the page with the table in the place of the one after `<!-- key -->`; of the first one without a key.

    Raises LookupError where the page has no such place.
    """
    place = rf"(<!-- {re.escape(table.key)} -->\n+)" if table.key else "()"
    written, times = re.subn(place + _MARKDOWN, lambda found: found[1] + markdown(table), page, count=1, flags=re.M)
    if not times:
        raise LookupError(f"the page has no table after <!-- {table.key} -->")
    return written
