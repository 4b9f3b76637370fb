"""The emails of one sender distributed over the cells of a grid; what is left over certainly fits in no other way."""

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

    Each of `competing` are classes that have emails left over or stand in their way: all cells of theirs are full, and
    full of their own emails or of those whose times stay.
    """

    classes: Classes
    cells: Sequence[Mapping[Cell, int]]
    left: Mapping[int, int]
    competing: tuple[frozenset[int], ...]

    @property
    def short(self) -> int:
        """Return how many emails are left over."""
        return sum(self.left.values())


class Distributor:
    """Distributes loads over one grid; what cells take and limits allow is worked out once for all senders."""

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
        classes = classes_of(load, self.capacity.grid)
        used = self.capacity.used_by(load.staying)
        assignment = Assignment(classes.choices, self._resources, self._limits, used)
        left: dict[int, int] = {}
        for chooser in self._most_constrained_first(classes):
            emails = classes.emails[chooser]
            if seed is None:
                left[chooser] = pack(assignment, chooser, emails)
            else:
                left[chooser] = Spreader(assignment, self.capacity.grid, seed).spread(chooser, emails)
        competing: list[frozenset[int]] = []
        for chooser in [chooser for chooser, emails in left.items() if emails]:
            if any(chooser in known for known in competing):
                continue
            left[chooser], asked = assignment.make_room(chooser, left[chooser])
            if left[chooser]:
                competing.append(asked)
        return Distribution(
            classes, assignment.cells, {one: emails for one, emails in left.items() if emails}, tuple(competing)
        )

    def _most_constrained_first(self, classes: Classes) -> Iterable[int]:
        grid = self.capacity.grid

        def seconds(chooser: int) -> int:
            return sum(grid.edges[slots.stop] - grid.edges[slots.start] for _, slots in classes.choices[chooser])

        return sorted(range(len(classes.choices)), key=seconds)
