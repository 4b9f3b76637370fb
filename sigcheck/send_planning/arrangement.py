"""The people who need another time given one in a window: distributed sender by sender, then named and timed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.capacity import Capacity
from sigcheck.send_planning.distribution import Distribution, Distributor
from sigcheck.send_planning.grid import build_grid
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.moments import Diary
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.people import Person, chance_of
from sigcheck.send_planning.seconds import Span
from sigcheck.send_planning.slots_shown import WeeklySlot, spans_of
from sigcheck.send_planning.working_time import Calendar, WorkingTime


class Rules(NamedTuple):
    """What every arrangement of a send keeps to, whatever its window."""

    pace: Pace
    working: WorkingTime
    absences: Mapping[str | None, tuple[Span, ...]]
    shunned: tuple[WeeklySlot, ...]
    zone: str
    seed: int


class Arrangement(NamedTuple):
    """The moments (in seconds) of those who got one, by row; the people who got none; and how each sender came out."""

    moments: Mapping[int, int]
    unplaced: Sequence[Person]
    distributions: Mapping[str | None, Distribution]


def distributor(people: Iterable[Person], window: Span, rules: Rules) -> Distributor:
    """Return what distributes the emails of people over a window."""
    calendars = sorted({person.calendar for person in people}, key=lambda one: tuple(part or "" for part in one))
    grid = build_grid(calendars, window, rules.working, spans_of(rules.shunned, window, rules.zone))
    return Distributor(Capacity(grid, rules.pace))


def loads_of(staying: Iterable[Person], moving: Iterable[Person], rules: Rules) -> list[Load]:
    """Return what each sender has to send to the people who need another time, in the order of the senders."""
    emails: dict[str | None, dict[Calendar, int]] = defaultdict(lambda: defaultdict(int))
    for person in moving:
        emails[person.sender][person.calendar] += 1
    fixed: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for person in staying:
        if person.present is not None and person.day is not None:
            fixed[person.sender].append((person.present, person.day))
    return [
        Load(sender, emails[sender], fixed[sender], rules.absences.get(sender, ()))
        for sender in sorted(emails, key=lambda sender: sender or "")
    ]


def fits(staying: Sequence[Person], moving: Sequence[Person], window: Span, rules: Rules) -> bool:
    """Return whether everybody who needs another time finds one in a window."""
    by_window = distributor(moving, window, rules)
    return all(by_window.distribute(load, None).short == 0 for load in loads_of(staying, moving, rules))


def arrange(staying: Sequence[Person], moving: Sequence[Person], window: Span, rules: Rules) -> Arrangement:
    """Return times for the people who need another, as evenly spread over the window as can be."""
    by_window = distributor(moving, window, rules)
    distributions = {
        load.sender: by_window.distribute(load, chance_of(rules.seed, load.sender))
        for load in loads_of(staying, moving, rules)
    }
    in_slots, unplaced = _dealt(moving, distributions)
    diary = Diary(rules.pace.at_once, staying)
    moments: dict[int, int] = {}
    for (_, slot), people in sorted(in_slots.items(), key=lambda entry: (entry[0][1], entry[0][0] or "")):
        planned = diary.plan(people, by_window.capacity.grid.span(slot))
        moments.update(zip((person.row for person in people), planned, strict=True))
    return Arrangement(moments, unplaced, distributions)


def _dealt(
    moving: Iterable[Person], distributions: Mapping[str | None, Distribution]
) -> tuple[dict[tuple[str | None, int], list[Person]], list[Person]]:
    """Return the people of each sender in each slot, and those for whom there is none."""
    waiting: dict[tuple[str | None, Calendar], list[Person]] = defaultdict(list)
    for person in moving:
        waiting[person.sender, person.calendar].append(person)
    in_slots: dict[tuple[str | None, int], list[Person]] = defaultdict(list)
    unplaced: list[Person] = []
    for sender, distribution in distributions.items():
        for calendars, cells in zip(distribution.classes.calendars, distribution.cells, strict=True):
            people = sorted(person for calendar in calendars for person in waiting[sender, calendar])
            places = [slot for (slot, _), emails in sorted(cells.items()) for _ in range(emails)]
            for slot, person in zip(places, people, strict=False):
                in_slots[sender, slot].append(person)
            unplaced += people[len(places) :]
    return in_slots, unplaced
