"""Edits in words."""

from __future__ import annotations

from sigcheck.fixes.edits import CellEdit, Edit, LineEdit, MarkupEdit, RowEdit, ScheduleEdit, SubjectEdit
from sigcheck.formats.plain_text import shortened

_SHOWN = 60
"""Characters of a value that are shown."""


def described(edit: Edit, redact: bool = False) -> str:
    """Return what an edit does, in one line; with `redact` without anything of the recipient's."""
    if isinstance(edit, CellEdit):
        label = edit.column.replace("_", " ")
        return label if redact else f"{label}: {_shown(edit.old)} → {_shown(edit.new)}"
    if isinstance(edit, RowEdit):
        return "taken out" if redact else f"taken out: {edit.reason}"
    if isinstance(edit, SubjectEdit):
        return f"subject: {_shown(edit.old)} → {_shown(edit.new)}"
    if isinstance(edit, LineEdit):
        return f"{_shown(edit.old)} → {_shown(edit.new)}" if edit.new is not None else f"taken out: {_shown(edit.old)}"
    if isinstance(edit, MarkupEdit):
        return "markup gives way to plain text"
    if isinstance(edit, ScheduleEdit):
        return f"schedule: {edit.reason}"
    raise ValueError(edit)


def _shown(value: str | None) -> str:
    return f"'{shortened(value, _SHOWN)}'" if value else "nothing"
