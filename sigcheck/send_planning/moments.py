"""The second at which each email goes out, within its slot: spread over it, as if by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sigcheck.send_planning.keeping import is_round
from sigcheck.send_planning.people import Person
from sigcheck.send_planning.seconds import Span

_CHANCE = 1 << 64
_MIXER = 0x9E37_79B9_7F4A_7C15
_LOOK = 120
"""Seconds after the one that chance picks in which a better one is looked for."""


class Diary:
    """The moments that are taken, by sender and by company."""

    def __init__(self, at_once: int | None, staying: Iterable[Person]) -> None:
        """Begin with the times that stay; a sender sends at most `at_once` emails at one moment."""
        self._at_once = at_once
        self._of_sender: Counter[tuple[str | None, int]] = Counter()
        self._of_company: set[tuple[str, int]] = set()
        for person in staying:
            if person.present is not None:
                self._take(person, person.present)

    def plan(self, people: Sequence[Person], span: Span) -> list[int]:
        """Return the moments (in seconds) of people who get theirs from one sender in a span, in the same order."""
        drawn = [person.chance * _MIXER % _CHANCE for person in people]
        moments = [0] * len(people)
        for place, index in enumerate(sorted(range(len(people)), key=drawn.__getitem__)):
            wanted = (place + drawn[index] / _CHANCE) * span.seconds / len(people)
            moments[index] = self._free(people[index], span, int(wanted))
            self._take(people[index], moments[index])
        return moments

    def _free(self, person: Person, span: Span, wanted: int) -> int:
        """Return the first good moment from the wanted one on, else the best near it; there must be a free one."""
        best: tuple[int, int] | None = None
        for ahead in range(span.seconds):
            if ahead > _LOOK and best is not None:
                break
            moment = span.start + (wanted + ahead) % span.seconds
            taken = self._of_sender[person.sender, moment]
            if self._at_once is not None and taken >= self._at_once:
                continue
            has_colleague = person.company is not None and (person.company, moment) in self._of_company
            faults = has_colleague * 4 + is_round(moment) * 2 + (taken > 0)
            if not faults:
                return moment
            best = min(best or (faults, moment), (faults, moment), key=lambda one: one[0])
        if best is None:
            raise ValueError("no moment is free")
        return best[1]

    def _take(self, person: Person, moment: int) -> None:
        self._of_sender[person.sender, moment] += 1
        if person.company is not None:
            self._of_company.add((person.company, moment))
