"""Of several rows for one person the fullest stays, and of equally full ones the first."""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.fixes.drop_recipient import rows_of
from sigcheck.fixes.edits import Edit, RowEdit, Withheld
from sigcheck.fixes.filled_cells import filled_cells
from sigcheck.fixes.fix import Fix, Situation, Stage


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    groups = [
        (code, found, record, rows_of(record)) for code, found in situation.found.items() for record in found.records
    ]
    filled = filled_cells(situation.engine, set().union(*(rows for *_, rows in groups)))
    gone = set(situation.gone)
    for code, found, record, rows in groups:
        left = sorted(rows - gone, key=lambda row: (-filled[row], row))
        for row in sorted(left[1:]):
            yield RowEdit(FIX.name, code, row, f"{found.run.wording(record)}; the fullest row was kept")
        gone.update(left[1:])


FIX = Fix("drop-duplicate", "keep the fullest of several rows for one person", Stage.ROWS, _propose)
