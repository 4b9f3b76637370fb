"""Send times rebuilt: each recipient's own, in a column of the list, and the schedule names that column.

When they are, `sigcheck.send_planning` decides; what it cannot meet is said, with what would help.
"""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.fixes.edits import CellEdit, Edit, ScheduleEdit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage
from sigcheck.send_planning import Request, SendPlan, limits_of, plan_send_times


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    code = next(iter(situation.found))
    request = Request(limits_of(situation.selection), situation.seed)
    result = plan_send_times(situation.engine, situation.plan, situation.send.inputs.senders.entries, request)
    for shortfall in result.shortfalls:
        advice = "; ".join(shortfall.advice)
        yield Withheld(FIX.name, code, f"{shortfall.text}. {advice}" if advice else shortfall.text)
    if not result.moved:
        return
    if result.replaced:
        reason = f"each recipient's own time, in the column '{result.column}' of the list"
        yield ScheduleEdit(FIX.name, code, (("column", result.column),), result.replaced, reason)
    yield from _cells(situation.engine, code, result)


def _cells(engine: Engine, code: str, result: SendPlan) -> Iterator[CellEdit]:
    column, cells = _cells_so_far(engine, result.column)
    is_new = bool(result.replaced)
    for time in result.times:
        if is_new or time.is_moved:
            yield CellEdit(FIX.name, code, time.row, column, cells.get(time.row) or "", time.text)


def _cells_so_far(engine: Engine, column: str) -> tuple[str, dict[int, str | None]]:
    """Return the name of the list's column of times, and what it holds by row; a column that is new holds nothing."""
    found = engine.query(
        "SELECT name FROM list_columns WHERE lower($column) IN (lower(header), lower(name)) ORDER BY position",
        {"column": column},
        limit=1,
    ).rows
    if not found:
        return column, {}
    (name,) = found[0]
    return name, dict(engine.query(f"SELECT row, CAST({quoted(name)} AS VARCHAR) FROM recipients").rows)


FIX = Fix("send-times", "give each recipient a time of their own, in their working hours", Stage.TIMES, _propose)
