"""Fixes applied until nothing is left to fix.

The first stage that proposes anything is applied, and all is looked at anew; so what comes out changes nothing when it
is fixed again.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import NamedTuple

from sigcheck.errors import InputError
from sigcheck.fixes.edits import CellEdit, Edit, LineEdit, RowEdit, ScheduleEdit, SubjectEdit, Withheld
from sigcheck.fixes.fix import Stage
from sigcheck.fixes.kept_variations import kept_variations
from sigcheck.fixing.apply import apply_edits
from sigcheck.fixing.draft import Applied, Draft, DraftPlan, load_draft
from sigcheck.fixing.look import Look
from sigcheck.paths import label_of
from sigcheck.private_folder import private_folder
from sigcheck.report import Report
from sigcheck.selection import Selection

MAX_ROUNDS = 20
"""Looks at a draft after which something is amiss: four stages take five or six."""


class Task(NamedTuple):
    """What is to be fixed: a plan, the rules that run, those whose findings are acted on, and the seed of chance."""

    path: Path
    selection: Selection
    codes: frozenset[str]
    seed: int


class Blocked(NamedTuple):
    """What must not be done: anything for some rules, and what fixes would do to single rows on disk."""

    codes: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, int]] = frozenset()

    def covers(self, edit: Edit, draft: Draft) -> bool:
        """Return whether an edit is one that must not be made."""
        if edit.code in self.codes:
            return True
        return isinstance(edit, CellEdit | RowEdit) and (edit.fix, draft.row_on_disk(edit.row)) in self.rows


class Change(NamedTuple):
    """An edit that was made and the file that it touches; `row` is the row of the list on disk."""

    edit: Edit
    file: Path
    line: int | None = None
    row: int | None = None


class Settled(NamedTuple):
    """A draft in which nothing is left to fix: its plan, what led to it, and the report on it."""

    draft: Draft
    plan: DraftPlan
    report: Report
    changes: tuple[Change, ...]
    withheld: tuple[Withheld, ...]


def settle(task: Task, start: Draft, first: Look, blocked: Blocked) -> Settled:
    """Return the draft after all fixes. `first` is the look at the draft from which to start, and stays open.

    Raises InputError where fixes undo each other.
    """
    draft = start
    changes: list[Change] = []
    with private_folder() as folder:
        for number in range(MAX_ROUNDS):
            with nullcontext(first) if draft is start else look_at(task, draft, first, folder / str(number)) as look:
                step = _step(task, look, draft, blocked)
                if not step.made:
                    return Settled(draft, look.plan, look.report(), tuple(changes), step.withheld)
                changes += [_change(edit, look, draft) for edit in step.made]
                draft = step.draft
    raise InputError.at(label_of(task.path), "its fixes undo each other: choose some of them with --select")


def look_at(task: Task, draft: Draft, first: Look, folder: Path) -> AbstractContextManager[Look]:
    """Return a look at a draft as of the moment of the first one; changed files are read from `folder`."""
    plan = load_draft(task.path, draft, folder)
    return closing(Look(plan, task.selection, first.send.summary.checked_as_of, first.kept))


def _step(task: Task, look: Look, draft: Draft, blocked: Blocked) -> Applied:
    """Return the draft after the first stage in which anything can be done; unchanged where nothing can."""
    withheld: list[Withheld] = []
    for stage in Stage:
        proposal = look.propose(stage, task.codes, task.seed)
        withheld += [_on_disk(one, draft) for one in proposal.withheld]
        allowed = [edit for edit in proposal.edits if not blocked.covers(edit, draft)]
        allowed += kept_variations(look.engine, look.plan.plan, allowed)
        applied = apply_edits(look.engine, look.plan, draft, allowed)
        withheld += [_on_disk(one, draft) for one in applied.withheld]
        if applied.made:
            return applied._replace(withheld=tuple(withheld))
    return Applied(draft, (), tuple(withheld))


def _on_disk(withheld: Withheld, draft: Draft) -> Withheld:
    return withheld if withheld.row is None else withheld._replace(row=draft.row_on_disk(withheld.row))


def _change(edit: Edit, look: Look, draft: Draft) -> Change:
    plan, messages = look.plan, look.send.inputs.messages
    if isinstance(edit, CellEdit | RowEdit):
        return Change(edit, plan.list_path, row=draft.row_on_disk(edit.row))
    if isinstance(edit, ScheduleEdit):
        return Change(edit, plan.plan.path, plan.plan.position("schedule")[1])
    if isinstance(edit, SubjectEdit):
        message = next(one for one in messages if one.variant == edit.variant)
        return Change(edit, plan.message_home(message.file), message.subject_line)
    return Change(edit, plan.message_home(edit.file), edit.line if isinstance(edit, LineEdit) else None)
