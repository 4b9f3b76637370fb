"""What a sender's emails use up: seconds of a slot, the pace of a block of time, and that of a day of the recipients.

Each such resource is a number, and the same for every sender; what is used up of it is each sender's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sigcheck.send_planning.grid import Cell, Grid
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.seconds import Span

UNLIMITED = 1 << 60
"""Room of a resource that has no limit."""

_SLOT, _BLOCK, _DAY, _KINDS = range(4)


class Capacity(NamedTuple):
    """The limits of one sender in the time of a grid."""

    grid: Grid
    pace: Pace

    def resources(self, cell: Cell) -> tuple[int, int, int]:
        """Return what an email in a cell uses up: slot, block and day."""
        slot, day = cell
        return slot_resource(slot), self.block(self.grid.edges[slot]), day_resource(day)

    def block(self, seconds: int) -> int:
        """Return the block that a moment belongs to."""
        return _resource(_BLOCK, seconds // self.pace.block)

    def limit(self, resource: int) -> int:
        """Return how many emails may use a resource."""
        number, kind = divmod(resource, _KINDS)
        if kind == _SLOT:
            limit = None if self.pace.at_once is None else self.pace.at_once * self.grid.span(number).seconds
        elif kind == _BLOCK:
            block = Span(number * self.pace.block, (number + 1) * self.pace.block)
            limit = self.pace.room(block.within(self.grid.window).seconds)
        else:
            limit = self.pace.per_day
        return UNLIMITED if limit is None else limit

    def used_by(self, times: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Return what planned times use up, given as moments and the local days they are for."""
        used: dict[int, int] = {}
        for seconds, day in times:
            slot = self.grid.slot_at(seconds)
            resources = [self.block(seconds), day_resource(day)]
            if slot is not None:
                resources.append(slot_resource(slot))
            for resource in resources:
                used[resource] = used.get(resource, 0) + 1
        return used


def is_slot(resource: int) -> bool:
    """Return whether a resource is a slot, which its seconds limit."""
    return resource % _KINDS == _SLOT


def is_block(resource: int) -> bool:
    """Return whether a resource is a block of time, which the pace by the hour limits."""
    return resource % _KINDS == _BLOCK


def slot_resource(slot: int) -> int:
    """Return the resource of a slot."""
    return _resource(_SLOT, slot)


def day_resource(day: int) -> int:
    """Return the resource of a day, given as its ordinal."""
    return _resource(_DAY, day)


def _resource(kind: int, number: int) -> int:
    return number * _KINDS + kind


class LimitsOf(dict[int, int]):
    """The limits of a capacity, each worked out when it is first asked."""

    def __init__(self, capacity: Capacity) -> None:
        """Know no limit yet."""
        super().__init__()
        self._capacity = capacity

    def __missing__(self, resource: int) -> int:
        limit = self[resource] = self._capacity.limit(resource)
        return limit


class ResourcesOf(dict[Cell, tuple[int, ...]]):
    """What an email in a cell uses up, each worked out when it is first asked."""

    def __init__(self, capacity: Capacity) -> None:
        """Know no cell yet."""
        super().__init__()
        self._capacity = capacity

    def __missing__(self, cell: Cell) -> tuple[int, ...]:
        resources = self[cell] = self._capacity.resources(cell)
        return resources
