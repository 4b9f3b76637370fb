"""Moments as whole seconds since 1970 in UTC, which can be counted and cut up, and spans of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

HOUR = 3600
DAY = 24 * HOUR

_START = datetime(1970, 1, 1)


class Span(NamedTuple):
    """A stretch of time in seconds since 1970 (UTC); the end is not included."""

    start: int
    end: int

    def within(self, other: Span) -> Span:
        """Return the part of it that lies in another; one without a second where there is none."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))

    def from_on(self, start: int) -> Span:
        """Return the part of it from a moment on; one without a second where there is none."""
        return Span(max(self.start, start), max(self.start, start, self.end))

    @property
    def seconds(self) -> int:
        """Return its length."""
        return self.end - self.start


def seconds_of(at: datetime) -> int:
    """Return a moment (UTC, naive) in seconds since 1970; fractions are dropped."""
    return (at - _START) // timedelta(seconds=1)


def moment_of(seconds: int) -> datetime:
    """Return a moment, given in seconds since 1970, as UTC (naive)."""
    return _START + timedelta(seconds=seconds)


def midnight(ordinal: int) -> int:
    """Return the midnight (UTC) with which a day begins, given as its proleptic ordinal."""
    return (ordinal - _START.toordinal()) * DAY


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def is_in(seconds: int, spans: Sequence[Span]) -> bool:
    """Return whether a moment lies in one of spans that are joined."""
    place = bisect_left(spans, (seconds + 1,)) - 1
    return place >= 0 and seconds < spans[place].end
