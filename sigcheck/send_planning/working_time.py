"""When a recipient can be written to: the spans of working time of a day, in all zones where the recipient may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from sigcheck.facts.local_time import local_time, workday
from sigcheck.send_planning.seconds import DAY, HOUR, Span, moment_of, seconds_of
from sigcheck.zones import local_to_utc, utc_to_local

_QUARTER = HOUR // 4
_FARTHEST_ZONE = 14 * HOUR
"""How far the clocks of any zone are from UTC, at the most."""


class Place(NamedTuple):
    """What a recipient's working time depends on: possible zones, joined by a space, country and subdivision."""

    zones: str
    country_code: str | None
    region_code: str | None


class Calendar(NamedTuple):
    """When a recipient can be written to: in the working time of a place, and on no day (UTC) before an ordinal."""

    place: Place
    not_before: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """Return what calendars are sorted by."""
        return (*(part or "" for part in self.place), f"{self.not_before:08}")


class WorkingDay(NamedTuple):
    """The working time of a local day; `is_agreed` is false where it is not working time in all zones at once."""

    spans: tuple[Span, ...]
    is_agreed: bool = True


def working_day(place: Place, day: date, hours: tuple[int, int]) -> WorkingDay:
    """Return when, on a local day, it is working time in all zones; no span on a day off.

    Where it never is in all (Russia has eleven zones), it is when most of them work while all have that day. `hours`
    are in minutes after local midnight, the end not included. A change of clocks may make several spans.
    """
    if not workday(day, place.country_code, place.region_code).is_workday:
        return WorkingDay(())
    by_zone = [_plain_span(zone, day, hours) for zone in place.zones.split()]
    plain = [span for span in by_zone if span is not None]
    if len(plain) < len(by_zone):
        return WorkingDay(tuple(_by_quarters(place.zones, day, hours)))
    span = Span(max(span.start for span in plain), min(span.end for span in plain))
    if span.start < span.end:
        return WorkingDay((span,))
    return WorkingDay(tuple(_where_most_work(plain, place.zones, day)), is_agreed=False)


def _where_most_work(by_zone: Sequence[Span], zones: str, day: date) -> Iterator[Span]:
    """Yield when most zones work, as far as it is then the same day in all of them."""
    edges = sorted({edge for span in by_zone for edge in span})
    working = {
        Span(start, end): sum(span.start <= start and end <= span.end for span in by_zone)
        for start, end in pairwise(edges)
    }
    most = max(working.values())
    for span, number in working.items():
        days = {at.date() for end in (span.start, span.end - 1) for at in local_time(moment_of(end), zones)}
        if number == most and days == {day}:
            yield span


def _plain_span(zone: str, day: date, hours: tuple[int, int]) -> Span | None:
    """Return the working hours of a day in one zone; None where clocks change between their start and their end."""
    midnight = datetime.combine(day, time.min)
    opens, closes = (midnight + timedelta(minutes=minutes) for minutes in hours)
    start, end = seconds_of(local_to_utc(opens, zone)[0]), seconds_of(local_to_utc(closes, zone)[0])
    is_plain = end - start == (hours[1] - hours[0]) * 60 and utc_to_local(moment_of(start), zone) == opens
    return Span(start, end) if is_plain else None


def _by_quarters(zones: str, day: date, hours: tuple[int, int]) -> Iterator[Span]:
    """Yield the spans of a day on which clocks change, which they do only at a quarter of an hour (UTC)."""
    opens, closes = hours[0] * 60, hours[1] * 60
    midnight = seconds_of(datetime.combine(day, time.min))
    pending: Span | None = None
    for quarter in range(midnight - _FARTHEST_ZONE, midnight + DAY + _FARTHEST_ZONE, _QUARTER):
        local = local_time(moment_of(quarter), zones)
        if {local.local_at.date(), local.latest_local_at.date()} != {day}:
            continue
        earliest, latest = (at.hour * HOUR + at.minute * 60 for at in local)
        span = Span(quarter + max(0, opens - earliest), quarter + min(_QUARTER, closes - latest))
        if span.start >= span.end:
            continue
        if pending is not None and pending.end == span.start:
            pending = Span(pending.start, span.end)
            continue
        if pending is not None:
            yield pending
        pending = span
    if pending is not None:
        yield pending


class WorkingTime:
    """The working time of places, each asked once for each day."""

    def __init__(self, hours: tuple[int, int]) -> None:
        """Know nothing yet; `hours` are the working hours in minutes after local midnight."""
        self.hours = hours
        self.disagreeing: set[Place] = set()
        """Places where, on some day that was asked about, it is never working time in all zones at once."""
        self._known: dict[tuple[Place, int], WorkingDay] = {}

    def on(self, place: Place, day: int) -> WorkingDay:
        """Return the working time of a local day, given as its ordinal."""
        key = place, day
        if key not in self._known:
            found = self._known[key] = working_day(place, date.fromordinal(day), self.hours)
            if not found.is_agreed:
                self.disagreeing.add(place)
        return self._known[key]

    def is_compromise(self, place: Place, day: int, seconds: int) -> bool:
        """Return whether a moment of a local day is when most zones work, as it never is working time in all."""
        found = self.on(place, day)
        return not found.is_agreed and any(span.start <= seconds < span.end for span in found.spans)
