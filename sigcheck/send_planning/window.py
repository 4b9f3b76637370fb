"""The window that the emails go out in: the plan's, or where it names none, one from its first time on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import NamedTuple

from sigcheck.plan import Plan
from sigcheck.send_planning.seconds import DAY, HOUR, Span, moment_of, seconds_of
from sigcheck.zones import local_to_utc, utc_to_local

LEAD = HOUR // 4
"""Seconds from now to the first new time, so that it is still ahead once the files are written and handed over."""

MOST_DAYS = 366
"""Days that a proposed window may last."""


class Opening(NamedTuple):
    """What a plan says of its window, in seconds: from when on it may send, and until when; None where it says none.

    `at_least` is the end before which a proposed window does not end.
    """

    start: int
    end: int | None
    at_least: int


def opening_of(plan: Plan, now: datetime, present: Iterable[int]) -> Opening:
    """Return when a plan may send. `now` is UTC, `present` are the times so far that stay."""
    schedule = plan.schedule
    staying = list(present)
    soonest = seconds_of(now) + LEAD
    named = schedule.at or schedule.start
    first = seconds_of(schedule.utc(named)) if named else min(staying, default=soonest)
    start = max(first, soonest)
    end = seconds_of(schedule.utc(schedule.end)) if schedule.end else None
    # In a day working hours come round in every zone.
    at_least = max(start + DAY, *staying, 0)
    return Opening(start, None if end is not None and end < first else end, at_least)


def longest_window(opening: Opening) -> Span:
    """Return the longest window that may be proposed."""
    return Span(opening.start, opening.start + MOST_DAYS * DAY)


def shortest_window(opening: Opening, plan: Plan, days: int, fits: Callable[[Span], bool]) -> Span | None:
    """Return the shortest window, in whole days that end with working hours, that all fits; None where none does.

    It is known to have to hold `days` days, of the recipients, at the least.
    """
    ends = _closings(opening, plan)
    # The day on which it begins and the first day proposed are two, and where recipients are it may be one more.
    first = max(0, days - 4)
    if first >= len(ends):
        return None
    tried: dict[int, bool] = {}

    def fit(days: int) -> bool:
        if days not in tried:
            tried[days] = fits(Span(opening.start, ends[days] + 1))
        return tried[days]

    low, step = first, 1
    while not fit(high := min(first + step, len(ends)) - 1):
        if high == len(ends) - 1:
            return None
        low, step = high + 1, 2 * step
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fit(middle) else (middle + 1, high)
    return Span(opening.start, ends[high] + 1)


def _closings(opening: Opening, plan: Plan) -> list[int]:
    """Return when working hours end, by the plan's clock, on each day on which the window may."""
    zone, closes = plan.schedule.timezone, plan.schedule.working_hours[1]
    first = datetime.combine(utc_to_local(moment_of(opening.at_least), zone).date(), time.min)
    days = (first + timedelta(days=number, minutes=closes) for number in range(MOST_DAYS + 1))
    ends = (seconds_of(local_to_utc(day, zone)[0]) for day in days)
    return [end for end in ends if end >= opening.at_least][:MOST_DAYS]
