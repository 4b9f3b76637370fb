"""Edits: what a fix proposes to change, as plain values. A fix returns edits and never writes."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Scalar: TypeAlias = str | bool | int | float


class CellEdit(NamedTuple):
    """A cell of the recipient list gets another value; `column` is its name in `recipients`.

    A column that the list does not have is added behind its last. `old` is the value as the cell holds it.
    """

    fix: str
    code: str
    row: int
    column: str
    old: str
    new: str


class RowEdit(NamedTuple):
    """A row is taken out of the recipient list, for a reason."""

    fix: str
    code: str
    row: int
    reason: str


class LineEdit(NamedTuple):
    """A line of a message's visible text gets other words; None takes it out, a line feed makes several of it.

    `file` is the message's, as the relations name it; `line` the line of the file on which the text starts.
    """

    fix: str
    code: str
    file: str
    line: int
    old: str
    new: str | None


class MarkupEdit(NamedTuple):
    """A message's markup gives way to plain text: the plain text it has already, else what the markup shows."""

    fix: str
    code: str
    file: str


class SubjectEdit(NamedTuple):
    """The subject of a variation gets other words, wherever it stands: in the message or in the plan."""

    fix: str
    code: str
    variant: str
    old: str
    new: str


class ScheduleEdit(NamedTuple):
    """The plan's schedule gets keys and loses others."""

    fix: str
    code: str
    new: tuple[tuple[str, Scalar], ...]
    gone: tuple[str, ...]
    reason: str


Edit: TypeAlias = CellEdit | RowEdit | LineEdit | MarkupEdit | SubjectEdit | ScheduleEdit


class Withheld(NamedTuple):
    """Something that a fix leaves as it is, and why; `row` is the list's row that it is about, if it is about one."""

    fix: str
    code: str
    reason: str
    row: int | None = None
