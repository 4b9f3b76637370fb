"""The time of a window cut into pieces within which nothing changes: no hour ends, nobody's work begins or ends.

A *slot* is such a piece, known by its number. A *cell* is a slot and the local day that it is for a recipient, as one
moment may belong to two days. All of a calendar's cells are equal for the recipients who share it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from sigcheck.send_planning.seconds import DAY, HOUR, Span, midnight, moment_of
from sigcheck.send_planning.working_time import Calendar, Place, WorkingTime

Cell: TypeAlias = tuple[int, int]
"""The number of a slot, and the local day as an ordinal."""

Stretch: TypeAlias = tuple[int, range]
"""A local day, as an ordinal, and slots of it that follow each other."""


class Grid(NamedTuple):
    """The slots of a window, and which of them are working time, by calendar.

    Slot number i runs from `edges[i]` to `edges[i + 1]`. `shunned` holds slots that are used only where there are no
    others.
    """

    window: Span
    edges: Sequence[int]
    stretches: Mapping[Calendar, tuple[Stretch, ...]]
    shunned: frozenset[int]

    def span(self, slot: int) -> Span:
        """Return when a slot is."""
        return Span(self.edges[slot], self.edges[slot + 1])

    def seconds(self, slots: range) -> int:
        """Return how long slots that follow each other last."""
        return self.edges[slots.stop] - self.edges[slots.start]

    def slots(self, span: Span) -> range:
        """Return the slots that begin in a span, whose ends are edges or lie outside of the window."""
        last = len(self.edges) - 1
        return range(min(bisect_left(self.edges, span.start), last), min(bisect_left(self.edges, span.end), last))

    def slot_at(self, seconds: int) -> int | None:
        """Return the slot in which a moment lies; None outside of the window."""
        slot = bisect_right(self.edges, seconds) - 1
        return slot if 0 <= slot < len(self.edges) - 1 else None


def build_grid(calendars: Iterable[Calendar], window: Span, working: WorkingTime, shunned: Sequence[Span]) -> Grid:
    """Return the grid of a window. `shunned` are spans that are used only where there is no other time."""
    spans = {
        calendar: [
            (day, part)
            for day, span in _working_spans(calendar.place, window, working)
            if (part := span.from_on(midnight(calendar.not_before))).seconds
        ]
        for calendar in calendars
    }
    avoided = [part for span in shunned if (part := span.within(window)).seconds]
    edges = _edges(window, [*(span for found in spans.values() for _, span in found), *avoided])
    grid = Grid(window, edges, {}, frozenset())
    return Grid(
        window,
        edges,
        {calendar: tuple((day, grid.slots(span)) for day, span in found) for calendar, found in spans.items()},
        frozenset(slot for span in avoided for slot in grid.slots(span)),
    )


def has_working_time(place: Place, window: Span, working: WorkingTime) -> bool:
    """Return whether a window has any working time of a place."""
    return any(True for _ in _working_spans(place, window, working))


def _working_spans(place: Place, window: Span, working: WorkingTime) -> Iterator[tuple[int, Span]]:
    """Yield the working time of a place in a window, with the local day, as an ordinal, that it is of."""
    for day in range(_day(window.start - DAY), _day(window.end + DAY) + 1):
        for span in working.on(place, day).spans:
            part = span.within(window)
            if part.seconds:
                yield day, part


def _edges(window: Span, spans: Sequence[Span]) -> list[int]:
    hours = range(-(-window.start // HOUR) * HOUR, window.end, HOUR)
    return sorted({*window, *hours, *(edge for span in spans for edge in span)})


def _day(seconds: int) -> int:
    return moment_of(seconds).toordinal()
