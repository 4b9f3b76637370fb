"""Which of the present times stay: those with which nothing is wrong, as far as the sender can keep up with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sigcheck.send_planning.pace import Pace
from sigcheck.send_planning.people import Person
from sigcheck.send_planning.seconds import HOUR, Span, is_in
from sigcheck.send_planning.working_time import WorkingTime

_HALF_HOUR = HOUR // 2


class Terms(NamedTuple):
    """On what terms a present time stays.

    It has to be sound: ahead, working time, and not in an absence of the sender; and it is better not in `habits`, nor,
    with `avoids_round`, on the hour or the half hour where all times are such.
    """

    pace: Pace
    working: WorkingTime
    absences: Mapping[str | None, tuple[Span, ...]]
    habits: Sequence[Span]
    avoids_round: bool

    def is_sound(self, person: Person) -> bool:
        """Return whether nothing is wrong with a person's present time but that there may be too many such."""
        if person.present is None or person.day is None or not person.is_ahead:
            return False
        is_working = person.is_working or self.working.is_compromise(person.calendar.place, person.day, person.present)
        return is_working and not is_in(person.present, self.absences.get(person.sender, ()))

    def is_telling(self, seconds: int, all_round: bool) -> bool:
        """Return whether a moment, sound or not, looks like a habit or a machine."""
        return (all_round and is_round(seconds)) or is_in(seconds, self.habits)


class Kept(NamedTuple):
    """The people whose times stay, and those who need another, both in the order they came in.

    `all_round` says that the present times are all on the hour or the half hour, which is to be avoided.
    """

    staying: list[Person]
    moving: list[Person]
    all_round: bool


def keep(people: Sequence[Person], terms: Terms) -> Kept:
    """Return whose times stay. Of too many in an hour, on a day or at one moment the first stay."""
    all_round = terms.avoids_round and all(is_round(one.present) for one in people if one.present is not None)
    kept = Kept([], [], all_round)
    counts: Counter[tuple[str, str | None, int]] = Counter()
    for person in people:
        is_fine = terms.is_sound(person) and not terms.is_telling(person.present or 0, all_round)
        (kept.staying if is_fine and _fits(person, terms.pace, counts) else kept.moving).append(person)
    return kept


def is_better(kept: Kept, moments: Mapping[int, int], terms: Terms) -> bool:
    """Return whether anything is gained by new moments, given by row: somebody's time is sound, or less telling, now.

    Where times near the last sends cannot be avoided, one such time is as good as another.
    """
    for person in kept.moving:
        moment = moments.get(person.row)
        if moment is None:
            continue
        was_telling = terms.is_sound(person) and terms.is_telling(person.present or 0, kept.all_round)
        if not (was_telling and terms.is_telling(moment, kept.all_round)):
            return True
    return False


def is_round(seconds: int) -> bool:
    """Return whether a moment is on the hour or the half hour."""
    return seconds % _HALF_HOUR == 0


def _fits(person: Person, pace: Pace, counts: Counter[tuple[str, str | None, int]]) -> bool:
    """Return whether a sound time is still within the pace, and count it if it is."""
    present = person.present or 0
    moment = ("moment", person.sender, present)
    block = ("block", person.sender, present // pace.block)
    day = ("day", person.sender, person.day or 0)
    if (
        (pace.at_once is not None and counts[moment] >= pace.at_once)
        or (pace.most is not None and counts[block] >= pace.most)
        or (pace.per_day is not None and counts[day] >= pace.per_day)
    ):
        return False
    for key in (moment, block, day):
        counts[key] += 1
    return True
