"""Wordings given to people so that nobody shares one with a colleague or with a member of the same group.

A person ties a company to a group, as an edge ties two nodes, and a wording is a colour: two edges at one node must
have different ones. Where no wording is free at both ends, two are swapped along a path; by König's theorem that finds
one whenever no company and no group has more people than there are wordings.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple


class Person(NamedTuple):
    """A row of the list and where its reader may compare notes; None where that is nowhere."""

    row: int
    company: str | None
    group: str | None


class Wordings:
    """Who has which of a number of wordings (0, 1, …), and how many have each."""

    def __init__(self, count: int) -> None:
        """Begin with nobody having any."""
        self._people: dict[int, Person] = {}
        self._held: dict[tuple[Hashable, int], int] = {}
        self.of_row: dict[int, int] = {}
        self.counts = [0] * count

    def is_free(self, person: Person, wording: int) -> bool:
        """Return whether nobody at the person's company or in the group has a wording."""
        return all((place, wording) not in self._held for place in _places(person))

    def give(self, person: Person, wording: int) -> None:
        """Give a person a wording that is free."""
        self._people[person.row] = person
        self.of_row[person.row] = wording
        self.counts[wording] += 1
        for place in _places(person):
            self._held[place, wording] = person.row

    def take(self, person: Person) -> None:
        """Take a person's wording back."""
        wording = self.of_row.pop(person.row)
        self.counts[wording] -= 1
        for place in _places(person):
            del self._held[place, wording]

    def give_first(self, person: Person, preferred: Sequence[int]) -> bool:
        """Give a person the first of the preferred wordings that is free, or can be made so by swapping others.

        Returns whether that worked: it does not where the company or group has as many people as there are wordings.
        """
        free = next((wording for wording in preferred if self.is_free(person, wording)), None)
        if free is None:
            free = self._freed(person, preferred)
        if free is None:
            return False
        self.give(person, free)
        return True

    def _freed(self, person: Person, preferred: Sequence[int]) -> int | None:
        places = list(_places(person))
        if len(places) < 2:
            return None
        here, there = ([wording for wording in preferred if (place, wording) not in self._held] for place in places)
        if not here or not there:
            return None
        self._swap(places[1], here[0], there[0])
        return here[0]

    def _swap(self, place: Hashable, one: int, other: int) -> None:
        """Swap two wordings along the path of people that begins at a place where only `one` is taken."""
        path, wanted = [], one
        while (row := self._held.get((place, wanted))) is not None:
            path.append((row, wanted))
            place = next((end for end in _places(self._people[row]) if end != place), ("nowhere", row))
            wanted = other if wanted == one else one
        for row, _ in path:
            self.take(self._people[row])
        for row, wording in path:
            self.give(self._people[row], other if wording == one else one)


def _places(person: Person) -> Iterator[Hashable]:
    if person.company is not None:
        yield "company", person.company
    if person.group is not None:
        yield "group", person.group
