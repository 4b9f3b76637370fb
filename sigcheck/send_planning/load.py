"""What one sender has to send, in numbers: by calendar, and by the cells that there are to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from sigcheck.send_planning.assignment import Choice
from sigcheck.send_planning.grid import Cell, Grid
from sigcheck.send_planning.seconds import Span
from sigcheck.send_planning.working_time import Calendar


class Load(NamedTuple):
    """The emails of one sender in numbers: how many need a time, by calendar; moments and local days of those who stay.

    `absences` are when nothing may go out in the sender's name; they begin and end on the hour.
    """

    emails: Mapping[Calendar, int]
    staying: Sequence[tuple[int, int]]
    absences: tuple[Span, ...]


class Classes(NamedTuple):
    """Calendars with the same cells to choose from, taken together: the cells, how many emails, and the calendars."""

    choices: tuple[Choice, ...]
    emails: tuple[int, ...]
    calendars: tuple[tuple[Calendar, ...], ...]

    def cells(self) -> Iterator[Cell]:
        """Yield the cells of all classes; those of several come several times."""
        return (cell for number in range(len(self.choices)) for cell in self.cells_of(number))

    def cells_of(self, number: int) -> Iterator[Cell]:
        """Yield the cells of a class."""
        return ((slot, day) for day, slots in self.choices[number] for slot in slots)


def classes_of(load: Load, grid: Grid) -> Classes:
    """Return the classes of a load, in an order that does not depend on that of the list."""
    together: dict[Choice, list[Calendar]] = {}
    for calendar in sorted(load.emails, key=attrgetter("key")):
        choice = _present(grid.stretches[calendar], load.absences, grid)
        together.setdefault(choice, []).append(calendar)
    emails = tuple(sum(load.emails[calendar] for calendar in calendars) for calendars in together.values())
    return Classes(tuple(together), emails, tuple(tuple(calendars) for calendars in together.values()))


def _present(choice: Choice, absences: Iterable[Span], grid: Grid) -> Choice:
    """Return the stretches without what lies in an absence."""
    for absence in absences:
        away = grid.slots(absence)
        if away:
            choice = tuple((day, part) for day, slots in choice for part in _without(slots, away) if part)
    return choice


def _without(slots: range, away: range) -> tuple[range, range]:
    return (
        range(slots.start, min(slots.stop, away.start)),
        range(max(slots.start, away.stop), slots.stop),
    )
