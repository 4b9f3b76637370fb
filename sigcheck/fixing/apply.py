"""Edits applied to a draft: each kind by the rewriter of the file that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from sigcheck.engine import Engine
from sigcheck.fixes.edits import CellEdit, Edit, LineEdit, MarkupEdit, RowEdit, ScheduleEdit, SubjectEdit
from sigcheck.fixing.apply_list import apply_to_list
from sigcheck.fixing.apply_messages import apply_to_messages
from sigcheck.fixing.apply_plan import apply_to_plan
from sigcheck.fixing.draft import Applied, Draft, DraftPlan


def apply_edits(engine: Engine, plan: DraftPlan, draft: Draft, edits: Sequence[Edit]) -> Applied:
    """Return the draft with all edits made that can be; nothing is written to where files belong."""
    of_plan = [edit for edit in edits if isinstance(edit, ScheduleEdit)]
    applied = apply_to_plan(plan, draft, of_plan)
    # A fix that cannot change the schedule must not fill a column that nobody reads.
    failed = {one.fix for one in applied.withheld}
    rest = [edit for edit in edits if edit.fix not in failed]
    of_list = [edit for edit in rest if isinstance(edit, CellEdit | RowEdit)]
    of_messages = [edit for edit in rest if isinstance(edit, LineEdit | MarkupEdit | SubjectEdit)]
    if of_list:
        applied = applied.then(apply_to_list(engine, plan, applied.draft, of_list))
    if of_messages:
        applied = applied.then(apply_to_messages(plan, applied.draft, of_messages))
    return applied
