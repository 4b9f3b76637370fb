"""What planning send times comes to: value objects, and nothing else. All moments are UTC and naive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

Constraint: TypeAlias = Literal["repeat", "window", "away", "frequency", "working-time", "pace", "zones"]
"""What stands in the way: a repeating schedule, a window that is over, the sender's absence, the days that have to lie
between two emails to one person, the recipients' working hours and days off, how many emails a sender can write, or the
zones of a country where it is never working time in all at once."""


class Window(NamedTuple):
    """The period in which the emails go out, both ends included; `is_proposed` where the plan does not name both."""

    start: datetime
    end: datetime
    is_proposed: bool


class PlannedTime(NamedTuple):
    """When a row of the list gets its email: `text` is how a list writes it, `present` when it would get it so far.

    `present` is None where there is no time that can be read.
    """

    row: int
    at: datetime
    text: str
    present: datetime | None

    @property
    def is_moved(self) -> bool:
        """Return whether the time is another than so far."""
        return self.at != self.present


class Shortfall(NamedTuple):
    """A constraint that cannot be met: how many emails of a sender it is about, and for how many there is no time.

    `rows` are all that it is about. `text` says what is wrong and by how much, each of `advice` what would help, the
    best first, as in "extend 'end' to 2026-12-04 11:20". With none short of a time it is only met as far as can be.
    """

    constraint: Constraint
    sender: str | None
    emails: int
    short: int
    rows: tuple[int, ...]
    text: str
    advice: tuple[str, ...] = ()


class SendPlan(NamedTuple):
    """Send times for all rows that have one, in the order of the rows, and all that could not be met.

    Nothing is moved unless all find a time. Where anything is, the times of all rows belong into the list's column
    `column`, and the schedule has to name it (`column: …`) in the place of the keys in `replaced`, of which there are
    none where it does so already.
    """

    window: Window | None
    times: tuple[PlannedTime, ...]
    shortfalls: tuple[Shortfall, ...]
    column: str
    replaced: tuple[str, ...]

    @property
    def moved(self) -> tuple[PlannedTime, ...]:
        """Return the times that are others than so far."""
        return tuple(time for time in self.times if time.is_moved)

    @property
    def is_complete(self) -> bool:
        """Return whether there is a time for every row."""
        return not any(shortfall.short for shortfall in self.shortfalls)

    @property
    def text_by_row(self) -> Mapping[int, str]:
        """Return what the column of times holds, by row."""
        return {time.row: time.text for time in self.times}
