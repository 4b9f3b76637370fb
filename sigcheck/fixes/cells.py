"""Edits of single cells, from what rules find in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sigcheck.fixes.edits import CellEdit, Withheld
from sigcheck.fixes.fix import Situation


def cell_edits(
    situation: Situation, fix: str, corrected: Callable[[Mapping[str, Any]], str | None]
) -> Iterator[CellEdit | Withheld]:
    """Yield an edit for each record, whose columns `row`, `field` and `given` say which cell holds what.

    `corrected` returns what the cell should hold; None leaves it as it is, as does what it holds already.
    """
    for code, found in situation.found.items():
        for record in found.records:
            given, new = str(record["given"]), corrected(record)
            if new is not None and new != given:
                yield CellEdit(fix, code, record["row"], record["field"], given, new)
