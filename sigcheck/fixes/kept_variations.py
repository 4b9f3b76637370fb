"""Variations written down where people are taken out: dealt round in list order, everybody below would get another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sigcheck.engine import Engine
from sigcheck.fixes.edits import CellEdit, Edit, RowEdit
from sigcheck.plan import Plan


def kept_variations(engine: Engine, plan: Plan, edits: Sequence[Edit]) -> Iterator[CellEdit]:
    """Yield the edits that keep everybody's variation where `edits` take people out of a list that names none."""
    gone = {edit.row: edit for edit in edits if isinstance(edit, RowEdit)}
    if not gone or len(plan.message) < 2:
        return
    if engine.query("SELECT 1 FROM list_columns WHERE name = 'variant'").rows:
        return
    first = next(iter(gone.values()))
    for row, variant in engine.query("SELECT row, variant FROM recipients ORDER BY row").rows:
        if row not in gone:
            yield CellEdit(first.fix, first.code, row, "variant", "", variant)
