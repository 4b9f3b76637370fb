"""The changes of a fix written: to the files where they are, or to a copy."""

from __future__ import annotations

from pathlib import Path

from sigcheck.confinement import why_not_written
from sigcheck.errors import InputError
from sigcheck.fixing.copy import write_copy
from sigcheck.fixing.result import FileChange, Fixed
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.whole_file import sole_writer, write_all_whole


def write_in_place(fixed: Fixed) -> tuple[str, ...]:
    """Change the files where they are, each whole or not at all; return their names as the user should read them.

    People taken out are written before the list that no longer holds them, and the plan last. Raises InputError where
    a file cannot be written, or has been changed by somebody else since it was read.
    """
    with sole_writer(fixed.plan.path):
        for change in fixed.files:
            if problem := _why_not(fixed.plan, change):
                raise InputError.at(label_of(change.path), problem)
        write_all_whole({change.path: change.new for change in fixed.files})
    return tuple(label_of(change.path) for change in fixed.files)


def _why_not(plan: Plan, change: FileChange) -> str | None:
    """Return why a file must not be changed now."""
    now = change.path.read_bytes() if change.path.exists() else None
    if now != change.old:
        return "changed meanwhile, and nothing is written: fix it again"
    return why_not_written(plan, change.path)


def copy_to(fixed: Fixed, plan: Path, folder: Path) -> tuple[str, ...]:
    """Write a corrected copy of the plan and all that it names into a folder; return the name of the copied plan.

    Raises InputError where the folder holds anything, or cannot be written.
    """
    return (label_of(write_copy(plan, {change.path: change.new for change in fixed.files}, folder)),)
