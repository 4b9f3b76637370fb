"""Edits applied to a draft: each kind by the rewriter of the file that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from sigcheck.engine import Engine
from sigcheck.fixes.edits import CellEdit, Edit, RowEdit, Withheld
from sigcheck.fixing.draft import Draft, DraftPlan, Excluded
from sigcheck.paths import label_of
from sigcheck.rewriting.list_changes import ListChanges
from sigcheck.rewriting.recipient_list import ListFile

_ListEdit: TypeAlias = CellEdit | RowEdit


class Applied(NamedTuple):
    """A draft after edits, those that were made, and those that cannot be, with the reason."""

    draft: Draft
    made: tuple[Edit, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def apply_edits(engine: Engine, plan: DraftPlan, draft: Draft, edits: Sequence[Edit]) -> Applied:
    """Return the draft with all edits made that can be; nothing is written to where files belong."""
    applied = Applied(draft)
    of_list = [edit for edit in edits if isinstance(edit, CellEdit | RowEdit)]
    if of_list:
        applied = _and(applied, _apply_to_list(engine, plan, applied.draft, of_list))
    return applied


def _and(one: Applied, other: Applied) -> Applied:
    return Applied(other.draft, (*one.made, *other.made), (*one.withheld, *other.withheld))


def _apply_to_list(engine: Engine, plan: DraftPlan, draft: Draft, edits: Sequence[_ListEdit]) -> Applied:
    home = plan.list_path
    file = ListFile(plan.read.resolve(plan.read.recipients.file, ("recipients", "file")), label_of(home))
    made: list[_ListEdit] = []
    withheld = []
    for edit in edits:
        if isinstance(edit, CellEdit) and not file.can_hold(edit.new):
            reason = f"'{edit.new}' has letters that the list's encoding does not have: save the list as UTF-8"
            withheld.append(Withheld(edit.fix, edit.code, reason, edit.row))
        else:
            made.append(edit)
    if not made:
        return Applied(draft, (), tuple(withheld))
    try:
        changed = file.changed(_changes(engine, made))
    except ValueError as error:
        return Applied(draft, (), tuple(Withheld(edit.fix, edit.code, str(error), edit.row) for edit in edits))
    gone = {edit.row: edit for edit in made if isinstance(edit, RowEdit)}
    rows = draft.rows
    if gone:
        rows = {new: draft.row_on_disk(old) for new, old in enumerate(changed.rows, start=changed.first_row)}
    excluded = [Excluded(edit, changed.taken_out[row]) for row, edit in sorted(gone.items())]
    new_draft = Draft({**draft.files, home: changed.data}, rows, (*draft.excluded, *excluded))
    return Applied(new_draft, tuple(made), tuple(withheld))


def _changes(engine: Engine, edits: Sequence[_ListEdit]) -> ListChanges:
    """Return the edits by row and place of the column; a column that the list does not have is added."""
    places = {name: place for place, name in engine.query("SELECT position, name FROM list_columns").rows}
    first_new = max(places.values()) + 1
    new = list(dict.fromkeys(edit.column for edit in edits if isinstance(edit, CellEdit) and edit.column not in places))
    places.update({name: place for place, name in enumerate(new, start=first_new)})
    cells: dict[int, dict[int, str]] = {}
    for edit in edits:
        if isinstance(edit, CellEdit):
            cells.setdefault(edit.row, {})[places[edit.column]] = edit.new
    gone = frozenset(edit.row for edit in edits if isinstance(edit, RowEdit))
    return ListChanges(cells, gone, tuple(new))
