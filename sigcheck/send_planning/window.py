"""The window that the emails go out in: the plan's, or where it names none, one from its first time on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import NamedTuple

from sigcheck.plan import Plan
from sigcheck.plan.schedule import Schedule
from sigcheck.send_planning.searching import first_that_suits
from sigcheck.send_planning.seconds import DAY, HOUR, Span, moment_of, seconds_of
from sigcheck.zones import local_to_utc, utc_to_local

LEAD = HOUR // 4
"""Seconds from now to the first new time, so that it is still ahead once the files are written and handed over."""

MOST_DAYS = 366
"""Days that a proposed window may last."""

_STEP = HOUR // 6
"""To how many seconds the end of a window is proposed."""


class Opening(NamedTuple):
    """When a plan may send, in seconds: from when on, and until when (included); None where it does not say.

    `at_least` is the end before which a proposed window does not end.
    """

    start: int
    end: int | None
    at_least: int

    def until(self, end: int) -> Span:
        """Return the window with that end; one without a second where that is too early."""
        return Span(self.start, max(self.start, end + 1))


def opening_of(plan: Plan, now: datetime, present: Iterable[int]) -> Opening:
    """Return when a plan may send. `now` is UTC, `present` are the times so far that stay."""
    schedule = plan.schedule
    staying = list(present)
    soonest = seconds_of(now) + LEAD
    named = schedule.at or schedule.start
    first = seconds_of(schedule.utc(named)) if named else min(staying, default=soonest)
    start = max(first, soonest)
    end = seconds_of(schedule.utc(schedule.end)) if schedule.end else None
    if end is not None and end >= first:
        return Opening(start, end, max(start, end))
    # In a day working hours come round in every zone.
    return Opening(start, None, max(start + DAY, *staying, 0))


def longest_window(opening: Opening, schedule: Schedule) -> Span:
    """Return the longest window that may be proposed."""
    return opening.until(_closings(opening, schedule)[-1])


def shortest_window(opening: Opening, schedule: Schedule, days: int, fits: Callable[[Span], bool]) -> Span | None:
    """Return the shortest window that all fits, of those that end with working hours; None where none does.

    It is known to have to hold `days` days, of the recipients, at the least.
    """
    ends = _closings(opening, schedule)
    # The day on which it begins and the first day proposed are two, and where recipients are it may be one more.
    first = max(0, days - 4)
    found = first_that_suits(ends[first:], lambda end: fits(opening.until(end)))
    return None if found is None else opening.until(found)


def earliest_end(opening: Opening, schedule: Schedule, days: int, fits: Callable[[Span], bool]) -> int | None:
    """Return the earliest end of a window that all fits, to ten minutes; None where there is none in reach."""
    window = shortest_window(opening, schedule, days, fits)
    if window is None:
        return None
    end = window.end - 1
    steps = range(max(opening.at_least, end - DAY) // _STEP * _STEP + _STEP, end, _STEP)
    return first_that_suits(steps, lambda end: fits(opening.until(end))) or end


def _closings(opening: Opening, schedule: Schedule) -> list[int]:
    """Return when working hours end, by the plan's clock, on each day on which the window may."""
    zone, closes = schedule.timezone, schedule.working_hours[1]
    first = datetime.combine(utc_to_local(moment_of(opening.at_least), zone).date(), time.min)
    days = (first + timedelta(days=number, minutes=closes) for number in range(MOST_DAYS + 1))
    ends = (seconds_of(local_to_utc(day, zone)[0]) for day in days)
    return [end for end in ends if end >= opening.at_least][:MOST_DAYS]
