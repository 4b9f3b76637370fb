"""The emails of one sender distributed over the cells of a grid, as many of them as fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.assignment import Assignment
from sigcheck.send_planning.capacity import Capacity, LimitsOf, ResourcesOf
from sigcheck.send_planning.grid import Cell
from sigcheck.send_planning.load import Classes, Load, classes_of
from sigcheck.send_planning.spreading import Spreader, pack


class Distribution(NamedTuple):
    """How many emails of each class go into which cell, and how many are left over, by class.

    Each of `competing` are classes that have emails left over or stand in each other's way: all cells of theirs are
    full, and full of their own emails or of those whose times stay. `used` says how many emails use which resource,
    `full` which of those that the competing classes need have no room.
    """

    classes: Classes
    cells: Sequence[Mapping[Cell, int]]
    left: Mapping[int, int]
    competing: tuple[frozenset[int], ...]
    used: Mapping[int, int]
    full: frozenset[int]

    @property
    def short(self) -> int:
        """Return how many emails are left over."""
        return sum(self.left.values())


class Distributor:
    """Distributes loads at one capacity; what cells take and limits allow is worked out once for all senders."""

    def __init__(self, capacity: Capacity) -> None:
        """Distribute at the pace of `capacity`, over its grid."""
        self.capacity = capacity
        self._limits = LimitsOf(capacity)
        self._resources = ResourcesOf(capacity)

    def distribute(self, load: Load, seed: int | None) -> Distribution:
        """Return the emails of a sender in cells, spread as evenly as can be.

        `seed` decides between cells that are equally full; where it is None, the first cells with room are taken, which
        is quicker, and as many emails find one.
        """
        grid = self.capacity.grid
        classes = classes_of(load, grid)
        used = self.capacity.used_by(load.staying)
        assignment = Assignment(classes.choices, self._resources, self._limits, used)
        left: dict[int, int] = {}
        for chooser in self._most_constrained_first(classes):
            emails = classes.emails[chooser]
            if seed is None:
                left[chooser] = pack(assignment, chooser, emails)
            else:
                left[chooser] = Spreader(assignment, grid, seed).spread(chooser, emails)
        competing: list[frozenset[int]] = []
        for chooser in [chooser for chooser, emails in left.items() if emails]:
            if not any(chooser in known for known in competing):
                left[chooser], asked = assignment.make_room(chooser, left[chooser])
                if left[chooser]:
                    apart = [known for known in competing if known.isdisjoint(asked)]
                    competing = [*apart, asked.union(*(known for known in competing if known not in apart))]
        left = {chooser: emails for chooser, emails in left.items() if emails}
        full = frozenset(one for classes_ in competing for chooser in classes_ for one in assignment.full_for(chooser))
        return Distribution(classes, assignment.cells, left, tuple(competing), assignment.used, full)

    def _most_constrained_first(self, classes: Classes) -> Iterable[int]:
        grid = self.capacity.grid

        def seconds(chooser: int) -> int:
            return sum(grid.seconds(slots) for _, slots in classes.choices[chooser])

        return sorted(range(len(classes.choices)), key=seconds)
