"""Edits of the plan applied to a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sigcheck.fixes.edits import ScheduleEdit, Withheld
from sigcheck.fixing.draft import Applied, Draft, DraftPlan
from sigcheck.rewriting.text_file import decode_exactly
from sigcheck.rewriting.yaml_file import with_keys


def apply_to_plan(plan: DraftPlan, draft: Draft, edits: Sequence[ScheduleEdit]) -> Applied:
    """Return the draft with the schedule changed in the plan's own file."""
    applied = Applied(draft)
    for edit in edits:
        try:
            applied = applied.then(Applied(with_plan_text(applied.draft, plan.plan.path, _setting(edit)), (edit,)))
        except ValueError as error:
            applied = applied.then(Applied(applied.draft, (), (Withheld(edit.fix, edit.code, str(error)),)))
    return applied


def _setting(edit: ScheduleEdit) -> Callable[[str], str]:
    return lambda text: with_keys(text, "schedule", dict(edit.new), edit.gone)


def with_plan_text(draft: Draft, path: Path, change: Callable[[str], str]) -> Draft:
    """Return the draft with the text of a plan, or of its defaults, changed. Raises ValueError as `change` does."""
    file = decode_exactly(draft.content(path), "utf-8")
    return draft._replace(files={**draft.files, path: file.with_text(change(file.text))})
