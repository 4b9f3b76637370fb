"""Emails put into cells as evenly as can be: over the days first, then over the time of each day."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sigcheck.send_planning.assignment import Assignment
from sigcheck.send_planning.capacity import day_resource, slot_resource
from sigcheck.send_planning.grid import Grid

_MIXER = 2_654_435_761


class Bin(NamedTuple):
    """Something to put emails into: how many it holds, how many more it takes, how long it lasts (in seconds).

    Of equally full bins the one with the lower `rank` comes first, and those to be avoided come last.
    """

    name: int
    holds: int
    room: int
    seconds: int
    rank: int
    is_shunned: bool = False


def level(bins: Iterable[Bin], emails: int) -> dict[int, int]:
    """Return how many of the emails go into each bin, by name, so that all become equally full for their length."""
    heap = [(one.is_shunned, (one.holds + 1) / one.seconds, one.rank, one) for one in bins if one.room > 0]
    heapq.heapify(heap)
    shares: dict[int, int] = {}
    for _ in range(emails):
        if not heap:
            break
        is_shunned, _, rank, one = heap[0]
        share = shares[one.name] = shares.get(one.name, 0) + 1
        if share < one.room:
            heapq.heapreplace(heap, (is_shunned, (one.holds + share + 1) / one.seconds, rank, one))
        else:
            heapq.heappop(heap)
    return shares


def pack(assignment: Assignment, chooser: int, emails: int) -> int:
    """Put emails of a class into the first of its cells with room; return how many of them found no room."""
    for cell in assignment.cells_of(chooser):
        if not emails:
            break
        fitting = min(emails, assignment.room_in(cell))
        if fitting > 0:
            assignment.put(chooser, cell, fitting)
            emails -= fitting
    return emails


class Spreader(NamedTuple):
    """Puts emails into the emptiest cells first; `seed` decides between cells that are equally full."""

    assignment: Assignment
    grid: Grid
    seed: int

    def spread(self, chooser: int, emails: int) -> int:
        """Put emails of a class into its cells; return how many of them found no room."""
        days: dict[int, list[range]] = {}
        for day, slots in self.assignment.choices[chooser]:
            days.setdefault(day, []).append(slots)
        while emails and (shares := level((self._day_bin(day, stretches) for day, stretches in days.items()), emails)):
            for day, share in shares.items():
                placed = self._spread_over_day(chooser, day, days[day], share)
                emails -= placed
                if placed < share:
                    del days[day]
        return emails

    def _day_bin(self, day: int, stretches: Sequence[range]) -> Bin:
        resource = day_resource(day)
        seconds = sum(self.grid.seconds(slots) for slots in stretches)
        return Bin(day, self.assignment.used[resource], self.assignment.room(resource), seconds, _mixed(day, self.seed))

    def _slot_bin(self, slot: int, day: int) -> Bin:
        return Bin(
            name=slot,
            holds=self.assignment.used[slot_resource(slot)],
            room=self.assignment.room_in((slot, day)),
            seconds=self.grid.edges[slot + 1] - self.grid.edges[slot],
            rank=_mixed(slot, self.seed),
            is_shunned=slot in self.grid.shunned,
        )

    def _spread_over_day(self, chooser: int, day: int, stretches: Sequence[range], emails: int) -> int:
        """Put emails of a class into slots of a day; return how many found room."""
        slots = [slot for stretch in stretches for slot in stretch]
        placed = 0
        while placed < emails and (shares := level((self._slot_bin(slot, day) for slot in slots), emails - placed)):
            for slot, share in shares.items():
                fitting = min(share, self.assignment.room_in((slot, day)))
                if fitting > 0:
                    self.assignment.put(chooser, (slot, day), fitting)
                    placed += fitting
        return placed


def _mixed(number: int, seed: int) -> int:
    """Return a number that looks like chance, and is the same each time."""
    return (number * _MIXER ^ seed) * _MIXER % (1 << 32)
