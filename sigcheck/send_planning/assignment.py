"""How many emails of one sender go into which cell, and how emails are moved along to make room for others.

The emails are counted, not named: those with the same cells to choose from are a *class*. Where a class finds all of
its cells full, emails of other classes are moved along, from a full cell to one with room, until nothing can move.
These are the augmenting paths of a maximum flow: where no hour of the clock serves two days of the recipients, what is
left over in the end fits in no other way either.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from sigcheck.send_planning.grid import Cell, Stretch

Choice: TypeAlias = tuple[Stretch, ...]
"""The cells of a class."""

Resources: TypeAlias = tuple[int, int, int]
"""What an email in a cell takes one of, as numbers: of the slot, of the block of time, and of the day."""


class Step(NamedTuple):
    """How a class was reached: it gives way in `leaves` to the class before it, which goes into `enters`."""

    before: int
    enters: Cell
    leaves: Cell


class Assignment:
    """Emails in cells, and what they have used up of the limits."""

    def __init__(
        self,
        choices: Sequence[Choice],
        resources: Mapping[Cell, Resources],
        limits: Mapping[int, int],
        used: Mapping[int, int],
    ) -> None:
        """Begin with nothing in the cells, and with what is `used` up already, by resource.

        `resources` and `limits` may work out what they hold when it is first asked.
        """
        self.choices = choices
        self.cells: list[dict[Cell, int]] = [{} for _ in choices]
        self.used: dict[int, int] = defaultdict(int, used)
        self._resources = resources
        self._limits = limits
        self._cells_using: dict[int, set[Cell]] = defaultdict(set)
        self._in_cell: dict[Cell, dict[int, int]] = defaultdict(dict)

    def room(self, resource: int) -> int:
        """Return how many more emails may use a resource."""
        return self._limits[resource] - self.used[resource]

    def room_in(self, cell: Cell) -> int:
        """Return how many more emails a cell takes."""
        used, limits = self.used, self._limits
        slot, block, day = self._resources[cell]
        return min(limits[slot] - used[slot], limits[block] - used[block], limits[day] - used[day])

    def put(self, chooser: int, cell: Cell, emails: int) -> None:
        """Put emails of a class into a cell, or take them out of it where the number is negative."""
        for resource in self._resources[cell]:
            self.used[resource] += emails
        held = self._in_cell[cell]
        now = held.get(chooser, 0) + emails
        if now:
            self.cells[chooser][cell] = held[chooser] = now
            for resource in self._resources[cell]:
                self._cells_using[resource].add(cell)
            return
        del held[chooser], self.cells[chooser][cell]
        if not held:
            for resource in self._resources[cell]:
                self._cells_using[resource].discard(cell)

    def full_for(self, chooser: int) -> set[int]:
        """Return what the cells of a class use that has no room."""
        used = {resource for cell in self.cells_of(chooser) for resource in self._resources[cell]}
        return {resource for resource in used if self.room(resource) <= 0}

    def make_room(self, chooser: int, emails: int) -> tuple[int, frozenset[int]]:
        """Place emails of a class by moving others along.

        Returns how many of them found no place, and the classes that then compete for cells that are all full.
        """
        while emails:
            path, asked = self._path(chooser)
            moved = self._move_along(path, emails)
            if not moved:
                return emails, asked
            emails -= moved
        return 0, frozenset()

    def _path(self, chooser: int) -> tuple[list[Step], frozenset[int]]:
        """Return the shortest way to place one email, empty where there is none, and the classes that were asked."""
        reached: dict[int, Step | None] = {chooser: None}
        seen: set[tuple[int, ...]] = set()
        waiting = deque([chooser])
        while waiting:
            current = waiting.popleft()
            for cell in self._cells_beyond(current, seen):
                full = tuple(resource for resource in self._resources[cell] if self.room(resource) <= 0)
                if not full:
                    return _way_back(reached, Step(current, cell, cell)), frozenset(reached)
                if full in seen:
                    continue
                seen.add(full)
                for other, leaves in self._giving_way(full):
                    if other not in reached:
                        reached[other] = Step(current, cell, leaves)
                        waiting.append(other)
        return [], frozenset(reached)

    def _cells_beyond(self, chooser: int, seen: Container[tuple[int, ...]]) -> Iterator[Cell]:
        """Yield the cells of a class, but for those on days all of whose users have been asked to give way."""
        for day, slots in self.choices[chooser]:
            for slot in slots:
                if (self._resources[slot, day][-1],) in seen:
                    break
                yield slot, day

    def cells_of(self, chooser: int) -> Iterator[Cell]:
        """Yield the cells of a class."""
        for day, slots in self.choices[chooser]:
            for slot in slots:
                yield slot, day

    def _giving_way(self, full: Sequence[int]) -> Iterator[tuple[int, Cell]]:
        """Yield the classes, and their cells, that would free all of the resources by leaving."""
        fewest = min((self._cells_using[resource] for resource in full), key=len)
        for cell in sorted(fewest):
            if all(cell in self._cells_using[resource] for resource in full):
                for other in self._in_cell[cell]:
                    yield other, cell

    def _move_along(self, path: Sequence[Step], emails: int) -> int:
        """Move as many emails along a path as it takes; return how many."""
        if not path:
            return 0
        moves = [(mover.before, step.leaves, mover.enters) for mover, step in pairwise(path)]
        taken = Counter(resource for step in path for resource in self._resources[step.enters])
        taken.subtract(resource for _, leaves, _ in moves for resource in self._resources[leaves])
        leaving = [self._in_cell[leaves][mover] for mover, leaves, _ in moves]
        moved = min([emails, *leaving, *(self.room(one) // times for one, times in taken.items() if times > 0)])
        if moved > 0:
            for mover, leaves, enters in moves:
                self.put(mover, leaves, -moved)
                self.put(mover, enters, moved)
            self.put(path[-1].before, path[-1].enters, moved)
        return max(0, moved)


def _way_back(reached: Mapping[int, Step | None], last: Step) -> list[Step]:
    path = [last]
    while (step := reached[path[-1].before]) is not None:
        path.append(step)
    return path
