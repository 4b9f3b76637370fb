"""Which of the present times stay: those with which nothing is wrong, as far as the sender can keep up with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.people import Person
from sigcheck.send_planning.seconds import HOUR, Span
from sigcheck.send_planning.working_time import WorkingTime

_HALF_HOUR = HOUR // 2


class Kept(NamedTuple):
    """The people whose times stay, and those who need another, both in the order they came in."""

    staying: list[Person]
    moving: list[Person]


class Terms(NamedTuple):
    """On what terms a present time stays.

    Nothing stays in an absence of the sender or in `habits`, nor, with `avoids_round`, on the hour or the half hour
    where all times are such.
    """

    pace: Pace
    working: WorkingTime
    absences: Mapping[str | None, Sequence[Span]]
    habits: Sequence[Span]
    avoids_round: bool

    def allow(self, person: Person, present: int) -> bool:
        """Return whether a time may stay, for all that it is itself."""
        is_working = person.is_working or (
            person.day is not None and self.working.is_compromise(person.calendar, person.day, present)
        )
        away = self.absences.get(person.sender, ())
        return person.is_ahead and is_working and not _in_any(away, present) and not _in_any(self.habits, present)


def keep(people: Iterable[Person], terms: Terms) -> Kept:
    """Return whose times stay. Of too many in an hour, a day or at one moment, or of colleagues, the first stay."""
    everybody = list(people)
    all_round = terms.avoids_round and all(is_round(one.present) for one in everybody if one.present is not None)
    counts: Counter[tuple[str, object, object]] = Counter()
    kept = Kept([], [])
    for person in everybody:
        present = person.present
        if (
            present is None
            or all_round
            or not terms.allow(person, present)
            or not _fits(person, present, terms.pace, counts)
        ):
            kept.moving.append(person)
        else:
            kept.staying.append(person)
    return kept


def is_round(seconds: int) -> bool:
    """Return whether a moment is on the hour or the half hour."""
    return seconds % _HALF_HOUR == 0


def _fits(person: Person, present: int, pace: Pace, counts: Counter[tuple[str, object, object]]) -> bool:
    """Return whether a time is still within the pace, and count it if it is."""
    limits = {
        ("moment", person.sender, present): pace.at_once,
        ("block", person.sender, present // pace.block): pace.most,
        ("day", person.sender, person.day): pace.per_day,
    }
    if person.company is not None:
        limits["colleagues", person.company, present] = 1
    if any(limit is not None and counts[key] >= limit for key, limit in limits.items()):
        return False
    counts.update(limits.keys())
    return True


def _in_any(spans: Sequence[Span], seconds: int) -> bool:
    return any(span.start <= seconds < span.end for span in spans)
