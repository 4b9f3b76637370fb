"""What a sender's emails use up: seconds of a slot, the pace of a block of time, and that of a day of the recipients.

Each such resource is a number, and the same for every sender; what is used up of it is each sender's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sigcheck.send_planning.grid import Cell, Grid
from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.seconds import Span

UNLIMITED = 1 << 60
"""Room of a resource that has no limit."""

_SLOT, _BLOCK, _DAY, _BLOCK_FOR_DAY, _KINDS = range(5)
_DAYS = 1 << 22
"""More than the ordinal of any day."""


class Capacity(NamedTuple):
    """The limits of one sender in the time of a grid.

    With `ceilings`, which may be empty, each block counts for each local day apart, and takes the whole pace for each
    or no more than its ceiling.
    """

    grid: Grid
    pace: Pace
    ceilings: Mapping[int, int] | None = None

    def resources(self, cell: Cell) -> tuple[int, int, int]:
        """Return what an email in a cell uses up: slot, block and day."""
        slot, day = cell
        return slot_resource(slot), self._block(self.grid.edges[slot], day), day_resource(day)

    def limit(self, resource: int) -> int:
        """Return how many emails may use a resource."""
        number, kind = divmod(resource, _KINDS)
        if kind == _SLOT:
            limit = None if self.pace.at_once is None else self.pace.at_once * self.grid.span(number).seconds
        elif kind == _DAY:
            limit = self.pace.per_day
        elif kind == _BLOCK:
            block = Span(number * self.pace.block, (number + 1) * self.pace.block)
            limit = self.pace.room(block.within(self.grid.window).seconds)
        else:
            limit = min(self.limit(block_of(resource)), (self.ceilings or {}).get(resource, UNLIMITED))
        return UNLIMITED if limit is None else limit

    def used_by(self, times: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Return what planned times use up, given as moments and the local days they are for."""
        used: dict[int, int] = {}
        for seconds, day in times:
            slot = self.grid.slot_at(seconds)
            in_slot = () if slot is None else (slot_resource(slot),)
            for resource in (*in_slot, self._block(seconds, day), day_resource(day)):
                used[resource] = used.get(resource, 0) + 1
        return used

    def _block(self, seconds: int, day: int) -> int:
        number = seconds // self.pace.block
        if self.ceilings is None:
            return number * _KINDS + _BLOCK
        return (number * _DAYS + day) * _KINDS + _BLOCK_FOR_DAY


def block_of(resource: int) -> int:
    """Return the block of which a resource is the part for a day."""
    return resource // _KINDS // _DAYS * _KINDS + _BLOCK


def is_block_for_day(resource: int) -> bool:
    """Return whether a resource is the part of a block for a day."""
    return resource % _KINDS == _BLOCK_FOR_DAY


def slot_resource(slot: int) -> int:
    """Return the resource of a slot."""
    return slot * _KINDS + _SLOT


def day_resource(day: int) -> int:
    """Return the resource of a day, given as its ordinal."""
    return day * _KINDS + _DAY


class LimitsOf(dict[int, int]):
    """The limits of a capacity, each worked out when it is first asked."""

    def __init__(self, capacity: Capacity) -> None:
        """Know no limit yet."""
        super().__init__()
        self._capacity = capacity

    def __missing__(self, resource: int) -> int:
        limit = self[resource] = self._capacity.limit(resource)
        return limit


class ResourcesOf(dict[Cell, tuple[int, int, int]]):
    """What an email in a cell uses up, each worked out when it is first asked."""

    def __init__(self, capacity: Capacity) -> None:
        """Know no cell yet."""
        super().__init__()
        self._capacity = capacity

    def __missing__(self, cell: Cell) -> tuple[int, int, int]:
        resources = self[cell] = self._capacity.resources(cell)
        return resources
