"""The people who need another time given one in a window: distributed sender by sender, then named and timed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.batch import Batch
from sigcheck.send_planning.capacity import Capacity
from sigcheck.send_planning.distribution import Distribution, Distributor
from sigcheck.send_planning.grid import build_grid
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.moments import Diary
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.people import Person, chance_of
from sigcheck.send_planning.seconds import Span
from sigcheck.send_planning.shared_blocks import distribute
from sigcheck.send_planning.slots_shown import WeeklySlot, spans_of
from sigcheck.send_planning.working_time import Calendar, WorkingTime


class Rules(NamedTuple):
    """What every arrangement of a send keeps to, whatever its window."""

    pace: Pace
    working: WorkingTime
    shunned: tuple[WeeklySlot, ...]
    zone: str

    def distributor(self, calendars: Iterable[Calendar], window: Span) -> Distributor:
        """Return what distributes the emails of people with these calendars over a window."""
        shunned = spans_of(self.shunned, window, self.zone)
        return Distributor(Capacity(build_grid(calendars, window, self.working, shunned), self.pace))


class Arranged(NamedTuple):
    """The emails of a sender in the cells of a grid.

    Where they do not all fit, not even if everybody gives way whose time could stay, the batch holds these too among
    those who need another time.
    """

    batch: Batch
    distribution: Distribution


def fits(loads: Sequence[Load], window: Span, rules: Rules) -> bool:
    """Return whether all emails find a time in a window."""
    distributor = rules.distributor({calendar for load in loads for calendar in load.emails}, window)
    return not any(distribute(distributor, load, None).short for load in loads)


def arrange(batches: Sequence[Batch], window: Span, rules: Rules, seed: int) -> tuple[list[Arranged], Capacity]:
    """Return the emails of all batches in the cells of a window, as evenly spread as can be, and the capacity of these.

    Where they do not all fit beside those whose times stay, some of these get another time too.
    """
    people = [person for batch in batches for person in (*batch.moving, *batch.staying)]
    distributor = rules.distributor({person.calendar for person in people}, window)
    return [_arranged(batch, distributor, seed) for batch in batches], distributor.capacity


def _arranged(batch: Batch, distributor: Distributor, seed: int) -> Arranged:
    own_seed = chance_of(seed, batch.sender or "")
    found, step = distribute(distributor, batch.load, own_seed), 1
    while found.short and (in_the_way := _in_the_way(batch, found, distributor.capacity)):
        # The last to be kept go first; twice as many each time, as each may need another's place in turn.
        batch = batch.releasing(in_the_way[-found.short * step :])
        step *= 2
        found = distribute(distributor, batch.load, own_seed)
    return Arranged(batch, found)


def _in_the_way(batch: Batch, found: Distribution, capacity: Capacity) -> list[Person]:
    """Return those whose times stay and take up what the emails that did not fit would need."""
    return [
        person
        for person in batch.staying
        if person.present is not None
        and person.day is not None
        and not found.full.isdisjoint(capacity.used_by([(person.present, person.day)]))
    ]


def moments_of(arranged: Sequence[Arranged], everybody_staying: Iterable[Person], capacity: Capacity) -> dict[int, int]:
    """Return the moments (in seconds) of people who all got a cell, by row."""
    in_slots: dict[int, list[list[Person]]] = defaultdict(list)
    moving: set[int] = set()
    for one in arranged:
        moving.update(person.row for person in one.batch.moving)
        for slot, people in _dealt(one).items():
            in_slots[slot].append(people)
    diary = Diary(capacity.pace.at_once, (person for person in everybody_staying if person.row not in moving))
    moments: dict[int, int] = {}
    for slot, groups in sorted(in_slots.items()):
        for people in groups:
            planned = diary.plan(people, capacity.grid.span(slot))
            moments.update(zip((person.row for person in people), planned, strict=True))
    return moments


def _dealt(arranged: Arranged) -> Mapping[int, list[Person]]:
    """Return the people of a batch by slot."""
    waiting: dict[Calendar, list[Person]] = defaultdict(list)
    for person in arranged.batch.moving:
        waiting[person.calendar].append(person)
    classes, cells_of_classes = arranged.distribution.classes, arranged.distribution.cells
    in_slots: dict[int, list[Person]] = defaultdict(list)
    for calendars, cells in zip(classes.calendars, cells_of_classes, strict=True):
        people = sorted(person for calendar in calendars for person in waiting[calendar])
        places = [slot for (slot, _), emails in sorted(cells.items()) for _ in range(emails)]
        for slot, person in zip(places, people, strict=True):
            in_slots[slot].append(person)
    return in_slots
