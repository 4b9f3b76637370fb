"""The slots that the history shows: weekday and time of the last sends, which a new one had better not share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.send_planning.limits import Limits
from sigcheck.send_planning.seconds import DAY, Span, joined, moment_of, seconds_of
from sigcheck.zones import local_to_utc


class WeeklySlot(NamedTuple):
    """A weekday (Monday is 1) and minutes after midnight, the last included, by the clock of the schedule."""

    weekday: int
    first: int
    last: int


class SlotsShown(NamedTuple):
    """`habits` are the slots in which HRS004 would say something, `recent` those near any of the last sends."""

    habits: tuple[WeeklySlot, ...] = ()
    recent: tuple[WeeklySlot, ...] = ()


def slots_shown(engine: Engine, limits: Limits, before: datetime) -> SlotsShown:
    """Return the slots of the last sends of the history before a moment (UTC)."""
    earlier = engine.query(
        """
        SELECT local_at, starts_at
        FROM send_starts
        WHERE source = 'history'
          AND starts_at < $before
        ORDER BY starts_at DESC""",
        {"before": before},
        limit=limits.earlier_sends,
    ).rows
    # Exports often give local times without saying so: HRS004 reads the history both ways.
    readings = [[_slot(at, limits.slot_minutes) for at in times] for times in zip(*earlier, strict=True)]
    whole = [slots for slots in readings if len(slots) == limits.earlier_sends]
    habits = (slot for slots in whole for slot in _common(slots))
    return SlotsShown(tuple(habits), tuple({slot: None for slots in readings for slot in slots}))


def spans_of(slots: Sequence[WeeklySlot], within: Span, zone: str) -> tuple[Span, ...]:
    """Return when weekly slots of a zone's clock are, within a span."""
    if not slots:
        return ()
    days = range(moment_of(within.start - DAY).toordinal(), moment_of(within.end + DAY).toordinal() + 1)
    spans = (
        _on(date.fromordinal(day), slot, zone) for day in days for slot in slots if (day - 1) % 7 + 1 == slot.weekday
    )
    return joined(part for span in spans if (part := span.within(within)).seconds)


def _slot(at: datetime, minutes: int) -> WeeklySlot:
    minute = at.hour * 60 + at.minute
    return WeeklySlot(at.isoweekday(), max(0, minute - minutes), min(24 * 60 - 1, minute + minutes))


def _common(slots: Sequence[WeeklySlot]) -> Iterator[WeeklySlot]:
    first, last = max(slot.first for slot in slots), min(slot.last for slot in slots)
    if len({slot.weekday for slot in slots}) == 1 and first <= last:
        yield WeeklySlot(slots[0].weekday, first, last)


def _on(day: date, slot: WeeklySlot, zone: str) -> Span:
    midnight = datetime.combine(day, time.min)
    ends = (midnight + timedelta(minutes=minutes) for minutes in (slot.first, slot.last + 1))
    start, end = (seconds_of(local_to_utc(at, zone)[0]) for at in ends)
    return Span(start, max(start, end))
