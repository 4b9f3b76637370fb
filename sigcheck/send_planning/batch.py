"""The emails of one sender: those whose times stay, and those that need another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.keeping import Kept
from sigcheck.send_planning.load import Load
from sigcheck.send_planning.people import Person
from sigcheck.send_planning.seconds import Span


class Batch(NamedTuple):
    """The people to whom one sender writes, in the order of chance."""

    sender: str | None
    staying: Sequence[Person]
    moving: Sequence[Person]
    absences: tuple[Span, ...]

    @property
    def load(self) -> Load:
        """Return the batch in numbers."""
        staying = [(one.present, one.day) for one in self.staying if one.present is not None and one.day is not None]
        return Load(Counter(one.calendar for one in self.moving), staying, self.absences)

    def releasing(self, people: Iterable[Person]) -> Batch:
        """Return the batch with some of those who stay among those who need another time."""
        released = set(people)
        staying = [one for one in self.staying if one not in released]
        return self._replace(staying=staying, moving=sorted([*self.moving, *released]))


def batches_of(kept: Kept, absences: Mapping[str | None, tuple[Span, ...]]) -> list[Batch]:
    """Return the batches of those senders some of whose emails need another time, in the order of the senders."""
    moving: dict[str | None, list[Person]] = defaultdict(list)
    for person in kept.moving:
        moving[person.sender].append(person)
    staying: dict[str | None, list[Person]] = {sender: [] for sender in moving}
    for person in kept.staying:
        if person.sender in staying:
            staying[person.sender].append(person)
    return [
        Batch(sender, staying[sender], moving[sender], absences.get(sender, ()))
        for sender in sorted(moving, key=lambda sender: sender or "")
    ]
