"""What became of a fix: value objects that the command prints or writes, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sigcheck.fixes.edits import Edit
from sigcheck.plan import Plan
from sigcheck.report import Report


class FileChange(NamedTuple):
    """A file and what it is to hold; `old` is None where there is none yet."""

    path: Path
    old: bytes | None
    new: bytes


class Place(NamedTuple):
    """Where an edit was made: the file as the user should read it, and line or row."""

    file: str
    line: int | None
    row: int | None


class Made(NamedTuple):
    """An edit that was made, and where."""

    edit: Edit
    place: Place


class NotMade(NamedTuple):
    """Something that was left as it is, and why."""

    fix: str
    code: str
    reason: str
    place: Place | None


class Left(NamedTuple):
    """Findings of a rule that a fix would mend which was not chosen; `is_offered` where it is sure enough to offer."""

    fix: str
    code: str
    findings: int
    is_unsafe: bool
    is_offered: bool


class Fixed(NamedTuple):
    """A planned send after its fixes, nothing of it written: what changes, what does not, and the reports on both.

    `list_path` is the list's file, and `rows` holds the row in it for each row of the list now, None where they are the
    same. `stale` names the acknowledgement that the changes make out of date.
    """

    plan: Plan
    before: Report
    after: Report
    made: tuple[Made, ...]
    not_made: tuple[NotMade, ...]
    left: tuple[Left, ...]
    files: tuple[FileChange, ...]
    list_path: Path
    rows: Mapping[int, int] | None
    excluded: Path | None
    stale: str | None
