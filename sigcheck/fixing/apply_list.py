"""Edits of the recipient list applied to a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sigcheck.engine import Engine
from sigcheck.fixes.edits import CellEdit, RowEdit, Withheld
from sigcheck.fixing.draft import Applied, Draft, DraftPlan, Excluded
from sigcheck.paths import label_of
from sigcheck.rewriting.list_changes import ListChanges
from sigcheck.rewriting.recipient_list import ListFile

ListEdit: TypeAlias = CellEdit | RowEdit


def apply_to_list(engine: Engine, plan: DraftPlan, draft: Draft, edits: Sequence[ListEdit]) -> Applied:
    """Return the draft with cells set and rows taken out."""
    home = plan.list_path
    file = ListFile(plan.read.resolve(plan.read.recipients.file, ("recipients", "file")), label_of(home))
    made: list[ListEdit] = []
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


def _changes(engine: Engine, edits: Sequence[ListEdit]) -> ListChanges:
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
