"""What planning send times comes to: value objects, and nothing else. All moments are UTC and naive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

Constraint: TypeAlias = Literal["repeat", "window", "working-time", "zones", "away", "pace"]
"""What stands in the way: a repeating schedule, the window's place, a recipient's working hours and holidays, the zones
of a country that never work at one time, the sender's absence, or how many emails a sender can write."""


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

    `rows` are those that keep the time they have; `text` says what is wrong and by how much, `advice` what would help,
    the best first, each a sentence without its full stop.
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

    Where nothing is moved, nothing need be written. Else the times belong into the list's column `column`, and the
    schedule has to name it (`column: …`) in the place of all other keys in `replaced`, which is empty where it does.
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
        """Return whether every constraint is met for every row."""
        return not self.shortfalls

    @property
    def text_by_row(self) -> Mapping[int, str]:
        """Return what the column of times holds, by row."""
        return {time.row: time.text for time in self.times}
