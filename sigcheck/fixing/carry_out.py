"""The changes of a fix written: to the files where they are, or to a copy."""

from __future__ import annotations

from pathlib import Path

from sigcheck.fixing.copy import write_copy
from sigcheck.fixing.result import Fixed
from sigcheck.paths import label_of
from sigcheck.whole_file import write_all_whole


def write_in_place(fixed: Fixed) -> tuple[str, ...]:
    """Change the files where they are, each whole or not at all; return their names as the user should read them.

    People taken out are written before the list that no longer holds them, and the plan last. Raises InputError where
    a file cannot be written.
    """
    write_all_whole({change.path: change.new for change in fixed.files})
    return tuple(label_of(change.path) for change in fixed.files)


def copy_to(fixed: Fixed, plan: Path, folder: Path) -> tuple[str, ...]:
    """Write a corrected copy of the plan and all that it names into a folder; return the name of the copied plan.

    Raises InputError where the folder holds anything, or cannot be written.
    """
    return (label_of(write_copy(plan, {change.path: change.new for change in fixed.files}, folder)),)
