"""Variations given out so that no two people of one company or user group get the same text, evenly.

Whoever shares no text keeps the variation that the list, or its order, gives; the others get the one that the fewest
have of those that nobody around them has. A variation that nobody gets is given to its share of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sigcheck.fixes.drop_recipient import rows_of
from sigcheck.fixes.edge_colouring import Person, Wordings
from sigcheck.fixes.edits import CellEdit, Edit, Withheld
from sigcheck.fixes.fix import Fix, Situation, Stage

_MOST_WORDINGS = 100
"""Wordings of one variation that are told apart; no company has more people who get one email."""

_PEOPLE = """
    SELECT row, company_key, NULLIF(lower(trim(user_group)), '') AS user_group, variant, row = mailbox_row AS is_first
    FROM recipients
    ORDER BY row"""


class _Reader(NamedTuple):
    """A row: who reads it, the variation it gets so far, and whether it is the first row of its mailbox."""

    person: Person
    variant: str | None
    is_first: bool

    @property
    def row(self) -> int:
        return self.person.row


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    engine = situation.engine
    readers = [
        _Reader(Person(row, company, group), variant, is_first)
        for row, company, group, variant, is_first in engine.query(_PEOPLE).rows
    ]
    wordings = dict(engine.query("SELECT variant, wordings FROM messages").rows)
    records = [(code, record) for code, found in reversed(list(situation.found.items())) for record in found.records]
    codes = {row: code for code, record in records for row in rows_of(record)}
    assignment = _Assignment([(entry.name, wordings[entry.name]) for entry in situation.plan.message])
    assignment.give_out(readers)
    if any(not rows_of(record) for _, record in records):
        assignment.use_all(readers)
    first_code = next(iter(situation.found))
    for row in sorted(assignment.left & codes.keys()):
        yield Withheld(FIX.name, codes[row], "there are more people around than variations", row)
    is_listed = bool(engine.query("SELECT 1 FROM list_columns WHERE name = 'variant'").rows)
    new = {reader.row: assignment.variant_of(reader) for reader in readers}
    if all(new[reader.row] == reader.variant for reader in readers):
        return
    for reader in readers:
        if not is_listed or new[reader.row] != reader.variant:
            old = reader.variant or "" if is_listed else ""
            yield CellEdit(FIX.name, codes.get(reader.row, first_code), reader.row, "variant", old, new[reader.row])


class _Assignment:
    """Who gets which variation; `left` holds the rows for which there is none that nobody around them has."""

    def __init__(self, variations: Sequence[tuple[str, int]]) -> None:
        """Begin with nobody having any of the variations, each given with its number of wordings."""
        self._names = [name for name, wordings in variations for _ in range(min(wordings, _MOST_WORDINGS))]
        self._slots = {name: [at for at, one in enumerate(self._names) if one == name] for name, _ in variations}
        self._given = Wordings(len(self._names))
        self.left: set[int] = set()

    def give_out(self, readers: Sequence[_Reader]) -> None:
        """Give all a variation, in the order of the list: who can keep theirs do, the others come after them."""
        waiting = [reader for reader in readers if reader.is_first and not self._keeps(reader)]
        self.left = {one.row for one in waiting if not self._given.give_first(one.person, self._preferred(one.variant))}

    def variant_of(self, reader: _Reader) -> str:
        """Return the variation of a row; one that got none keeps what it has, if that exists."""
        slot = self._given.of_row.get(reader.row)
        if slot is not None:
            return self._names[slot]
        return reader.variant if reader.variant in self._slots else self._names[self._preferred(None)[0]]

    def use_all(self, readers: Sequence[_Reader]) -> None:
        """Give variations that nobody has to their share of the list, from those that more have than their share."""
        share = len(self._given.of_row) // len(self._slots)
        for name in [name for name in self._slots if not self._count(name)]:
            for reader in reversed(readers):
                if self._count(name) >= share:
                    break
                if self._count(self.variant_of(reader)) > share and reader.row in self._given.of_row:
                    self._move(reader.person, name)

    def _move(self, person: Person, name: str) -> None:
        slot = next((slot for slot in self._slots[name] if self._given.is_free(person, slot)), None)
        if slot is not None:
            self._given.take(person)
            self._given.give(person, slot)

    def _keeps(self, reader: _Reader) -> bool:
        slots = self._slots.get(reader.variant or "", [])
        slot = next((slot for slot in slots if self._given.is_free(reader.person, slot)), None)
        if slot is not None:
            self._given.give(reader.person, slot)
        return slot is not None

    def _preferred(self, variant: str | None) -> list[int]:
        """Return all wordings: those of the variation that is meant, then those of the one that the fewest have."""
        meant = (variant or "").strip().lower()
        counts = {name: self._count(name) for name in self._slots}
        return sorted(
            range(len(self._names)), key=lambda at: (self._names[at].lower() != meant, counts[self._names[at]], at)
        )

    def _count(self, name: str) -> int:
        return sum(self._given.counts[slot] for slot in self._slots[name])


FIX = Fix("assign-variations", "give people who compare notes variations of their own", Stage.VARIATIONS, _propose)
