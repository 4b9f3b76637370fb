"""A window of sending expanded into send times: the periods in which sends go out, and their spread over these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta, timezone
from typing import NamedTuple

from sigcheck.zones import local_to_utc, utc_to_local


class Band(NamedTuple):
    """A period in which sends go out without a break.

    `first_second` is how many seconds of sending time lie before it, `starts_at` its start (UTC, naive), `seconds` its
    length.
    """

    first_second: int
    starts_at: datetime
    seconds: int


class Spread(NamedTuple):
    """Sends spread evenly over bands: send i (from 0) goes out after `floor(i * step)` seconds of sending time.

    `step` is in seconds. In SQL the band of a send is the last whose `first_second` is not above that offset, and the
    send goes out at `starts_at + offset - first_second`; what does not fit runs on past the end of the last band.
    """

    bands: tuple[Band, ...]
    step: float

    def send_at(self, index: int) -> datetime:
        """Return when send `index` (from 0) goes out (UTC, naive, whole seconds)."""
        offset = int(index * self.step)
        band = next(band for band in reversed(self.bands) if band.first_second <= offset)
        return band.starts_at + timedelta(seconds=offset - band.first_second)


def sending_bands(start: datetime, end: datetime, zone: str, hours: tuple[int, int] | None) -> list[Band]:
    """Return the bands of a window in which sends go out, in order; at least one.

    `start` and `end` are local times in `zone` (naive) or moments (aware); `hours` are working hours in minutes after
    local midnight. With them, sends go out in those hours of each day. Without, a window over several days stands for
    the same hours each day, from the start's time of day to the end's, and runs on through the nights only if the start
    is the later of the two. A window that has no working hour in it is taken whole. One that ends before it starts is
    its start alone.
    """
    first, last = _local(start, zone), _local(end, zone)
    periods = list(_daily_periods(first, last, hours)) or [(first, max(first, last))]
    bands: list[Band] = []
    sending_time = 0
    for period_start, period_end in periods:
        starts_at = local_to_utc(period_start, zone)[0]
        seconds = max(0, int((local_to_utc(period_end, zone)[0] - starts_at).total_seconds()))
        bands.append(Band(sending_time, starts_at, seconds))
        sending_time += seconds
    return bands


def spread_over(bands: Sequence[Band], recipients: int, per_hour: float | None) -> Spread:
    """Return the spread of sends over bands: `per_hour` of them an hour, else as evenly as the bands allow."""
    if per_hour:
        return Spread(tuple(bands), 3600 / per_hour)
    return Spread(tuple(bands), (bands[-1].first_second + bands[-1].seconds) / max(1, recipients))


def spread(recipients: int, bands: Sequence[Band], per_hour: float | None) -> list[datetime]:
    """Return the send times of all recipients, in order (UTC, naive, whole seconds)."""
    spread_of_all = spread_over(bands, recipients, per_hour)
    return [spread_of_all.send_at(index) for index in range(recipients)]


def _local(at: datetime, zone: str) -> datetime:
    """Return a time as local (naive) in `zone`, in whole seconds."""
    if at.tzinfo is None:
        return at.replace(microsecond=0)
    return utc_to_local(at.astimezone(timezone.utc).replace(microsecond=0, tzinfo=None), zone)


def _daily_periods(
    first: datetime, last: datetime, hours: tuple[int, int] | None
) -> Iterator[tuple[datetime, datetime]]:
    """Yield the part of each day in which sends go out, as local times; nothing where the window is one piece."""
    if hours:
        opens, closes = timedelta(minutes=hours[0]), timedelta(minutes=hours[1])
    elif first.date() < last.date() and first.time() < last.time():
        opens, closes = _time_of_day(first), _time_of_day(last)
    else:
        return
    midnight = datetime.combine(first, time.min)
    while midnight <= last:
        period = max(first, midnight + opens), min(last, midnight + closes)
        if period[0] < period[1]:
            yield period
        midnight += timedelta(days=1)


def _time_of_day(at: datetime) -> timedelta:
    return at - datetime.combine(at, time.min)
