"""Why emails find no time, said in words: for whom, by how much, and what would help."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sigcheck.facts.local_time import local_time
from sigcheck.send_planning.arrangement import Arranged
from sigcheck.send_planning.capacity import Capacity
from sigcheck.send_planning.grid import has_working_time
from sigcheck.send_planning.model import Constraint, Shortfall
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.people import Person
from sigcheck.send_planning.seconds import HOUR, moment_of
from sigcheck.send_planning.working_time import Calendar, WorkingTime

_NAMED = 3
"""Places that a text names."""


class Circumstances(NamedTuple):
    """In what emails did not fit: a capacity, what its window is called, the senders' names, and what would help."""

    capacity: Capacity
    window: str
    working: WorkingTime
    names: Mapping[str | None, str]
    advice: tuple[str, ...]


class Demand(NamedTuple):
    """Emails of one sender that compete for time: how many, for how many of them there is none, and what there is.

    `by_day` says that whole days are full, `by_block` that hours are on days that are not.
    """

    emails: int
    short: int
    hours: float
    days: int
    by_day: bool
    by_block: bool


def shortfalls_of(arranged: Arranged, around: Circumstances) -> Iterator[Shortfall]:
    """Yield why emails of a sender find no time: first those for whom there is none, then those who compete for it."""
    classes = arranged.distribution.classes
    nowhere: dict[Constraint, list[Calendar]] = defaultdict(list)
    for choice, calendars in zip(classes.choices, classes.calendars, strict=True):
        if not choice:
            for calendar in calendars:
                nowhere[_what_rules_out(calendar, around)].append(calendar)
    for constraint, without in nowhere.items():
        yield _no_time(arranged, constraint, without, around)
    for group in arranged.distribution.competing:
        if any(classes.choices[number] for number in group):
            yield _too_little_time(arranged, sorted(group), around)


def compromises_of(people: Iterable[Person], moments: Mapping[int, int], working: WorkingTime) -> Iterator[Shortfall]:
    """Yield whose time, new or not, is when most of their possible zones work, as never all do at once."""
    found = [person for person in people if _is_compromise(person, moments.get(person.row, person.present), working)]
    if found:
        places = _places(person.calendar for person in found)
        text = (
            f"{_counted(len(found), 'email')} to people in {places} cannot go out in working time for sure: "
            "it never is in all zones there at once, so the time is when most of them work"
        )
        yield Shortfall("zones", None, len(found), 0, _rows(found), text, ("give these people a time zone or a state",))


def _is_compromise(person: Person, moment: int | None, working: WorkingTime) -> bool:
    place = person.calendar.place
    if moment is None or place not in working.disagreeing:
        return False
    day = local_time(moment_of(moment), place.zones).local_at.toordinal()
    return working.is_compromise(place, day, moment)


def _what_rules_out(calendar: Calendar, around: Circumstances) -> Constraint:
    grid = around.capacity.grid
    if not grid.window.seconds:
        return "window"
    if grid.stretches[calendar]:
        return "away"
    return "frequency" if has_working_time(calendar.place, grid.window, around.working) else "working-time"


def _no_time(
    arranged: Arranged, constraint: Constraint, calendars: Sequence[Calendar], around: Circumstances
) -> Shortfall:
    sender = arranged.batch.sender
    people = [person for person in arranged.batch.moving if person.calendar in calendars]
    name = around.names.get(sender, "nobody")
    emails = f"{_counted(len(people), 'email')} from {name}"
    texts: Mapping[Constraint, str] = {
        "window": f"{emails} would be late: {around.window} is over, or all but over",
        "away": f"{emails} cannot go out in {around.window}: {name} is away then, or before the answers are in",
        "frequency": f"{emails} cannot go out in {around.window}: these people got a signature-driven email too short "
        "a time before",
        "working-time": f"{emails} cannot go out in {around.window}: it is never working time in {_places(calendars)} "
        "then",
    }
    text = texts[constraint]
    return Shortfall(constraint, sender, len(people), len(people), _rows(people), text, around.advice)


def _too_little_time(arranged: Arranged, group: Sequence[int], around: Circumstances) -> Shortfall:
    sender, distribution = arranged.batch.sender, arranged.distribution
    calendars = {calendar for number in group for calendar in distribution.classes.calendars[number]}
    people = [person for person in arranged.batch.moving if person.calendar in calendars]
    cells = {cell for number in group for cell in distribution.classes.cells_of(number)}
    used = [around.capacity.resources(cell) for cell in cells]
    grid = around.capacity.grid
    demand = Demand(
        emails=len(people),
        short=sum(distribution.left.get(number, 0) for number in group),
        hours=sum(grid.span(slot).seconds for slot in {slot for slot, _ in cells}) / HOUR,
        days=len({day for _, day in cells}),
        by_day=any(day in distribution.full for _, _, day in used),
        by_block=any(block in distribution.full and day not in distribution.full for _, block, day in used),
    )
    emails = f"{_counted(demand.emails, 'email')} from {around.names.get(sender, 'nobody')}"
    limits = _limits(demand, around.capacity.pace, around.window)
    text = f"{emails} {limits} in {_places(calendars)}: {demand.short} of them find no time"
    return Shortfall(
        "pace", sender, demand.emails, demand.short, _rows(people), text, (*around.advice, *_senders(demand))
    )


def _limits(demand: Demand, pace: Pace, window: str) -> str:
    """Return at which pace emails need how much time, and how much there is, as the rest of a sentence about them."""
    if demand.by_day and not demand.by_block and pace.per_day and demand.emails > pace.per_day * demand.days:
        need = _counted(math.ceil(demand.emails / pace.per_day), "day")
        return f"at {pace.per_day} a day need {need}, and {window} has {_counted(demand.days, 'working day')}"
    if demand.by_block and not demand.by_day and pace.per_hour and demand.emails > pace.per_hour * demand.hours:
        need = f"{demand.emails / pace.per_hour:.1f}"
        return f"at {pace.per_hour:g} an hour need {need} hours, and {window} has {demand.hours:.1f} working hours"
    limits = [
        None if pace.per_hour is None else f"{pace.per_hour:g} an hour",
        None if pace.per_day is None else f"{pace.per_day} a day",
        None if pace.at_once is None else f"{pace.at_once} at a moment",
    ]
    at = ", ".join(limit for limit in limits if limit is not None)
    return f"at {at} do not fit into {window}, which has room for {demand.emails - demand.short}"


def _senders(demand: Demand) -> tuple[str, ...]:
    fitting = demand.emails - demand.short
    return (f"share them among {math.ceil(demand.emails / fitting)} senders",) if fitting else ()


def _places(calendars: Iterable[Calendar]) -> str:
    names = sorted({_place(calendar) for calendar in calendars})
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _place(calendar: Calendar) -> str:
    zones, country, _ = calendar.place
    return zones if " " not in zones else country or "several zones"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _rows(people: Iterable[Person]) -> tuple[int, ...]:
    return tuple(sorted(person.row for person in people))
