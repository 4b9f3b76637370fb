"""Hours of the clock that serve two days of the recipients: morning in Tokyo, and still the day before in Honolulu.

There an email takes part of an hour and of either of two days, and moving emails along may get stuck. Whether all fit
is then found by letting each such hour count for each day apart, which is only ever more generous, and where an hour
turns out to be used too much in all, by trying both: less of it for the one day, or less of it for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from sigcheck.send_planning.capacity import Capacity, block_of, is_block_for_day
from sigcheck.send_planning.distribution import Distribution, Distributor
from sigcheck.send_planning.load import Load

MOST_TRIES = 200
"""Tries after which the best so far is taken."""

Ceilings: TypeAlias = Mapping[int, int]
"""How many emails may use a block for a day, by that resource."""


def distribute(distributor: Distributor, load: Load, seed: int | None) -> Distribution:
    """Return the emails of a sender in cells, as `Distributor.distribute` does, with as few left over as can be."""
    best = distributor.distribute(load, seed)
    capacity = distributor.capacity
    if not best.short or not _serves_two_days(best, capacity):
        return best
    by_day = capacity._replace(ceilings={})
    staying = by_day.used_by(load.staying)
    tries = [_beside(staying, best, by_day)]
    least = None
    for _ in range(MOST_TRIES):
        if not tries or best.short == least:
            break
        ceilings = tries.pop()
        found = Distributor(capacity._replace(ceilings=ceilings)).distribute(load, seed)
        least = found.short if least is None else least
        if found.short < best.short:
            ways = _two_ways(found.used, staying, capacity)
            tries += [{**ceilings, **way} for way in ways]
            best = best if ways else found
    return best


def _serves_two_days(distribution: Distribution, capacity: Capacity) -> bool:
    days: dict[int, int] = {}
    cells = (capacity.resources(cell) for cell in distribution.classes.cells())
    return any(days.setdefault(block, day) != day for _, block, day in cells)


def _beside(staying: Mapping[int, int], distribution: Distribution, by_day: Capacity) -> Ceilings:
    """Return how many emails may use a block for a day beside those that stay on other days."""
    in_block: dict[int, int] = defaultdict(int)
    for part in _parts(staying):
        in_block[block_of(part)] += staying[part]
    parts = {by_day.resources(cell)[1] for cell in distribution.classes.cells()}
    return {
        part: by_day.limit(block_of(part)) - in_block[block_of(part)] + staying.get(part, 0)
        for part in parts
        if in_block[block_of(part)]
    }


def _two_ways(used: Mapping[int, int], staying: Mapping[int, int], capacity: Capacity) -> list[Ceilings]:
    """Return ceilings for a block that is used too much in all: two ways, of which a sound distribution keeps to one.

    Neither allows what is used now. Empty where no block is used too much.
    """
    blocks: dict[int, dict[int, int]] = defaultdict(dict)
    room: dict[int, int] = {}
    for part in sorted(_parts(used)):
        block, stay = block_of(part), staying.get(part, 0)
        room[block] = room.get(block, capacity.limit(block)) - stay
        if used[part] > stay:
            blocks[block][part] = used[part] - stay
    for block, parts in blocks.items():
        if sum(parts.values()) > room[block]:
            # Only on the farthest islands it is a third day, of which nothing is taken.
            (one, emails), (other, others), *_ = parts.items()
            share = room[block] * emails // (emails + others)
            return [
                {other: staying.get(other, 0) + room[block] - share - 1},
                {one: staying.get(one, 0) + share},
            ]
    return []


def _parts(used: Mapping[int, int]) -> Iterable[int]:
    return (resource for resource in used if is_block_for_day(resource))
