"""The senders of a plan: one person, or a roster that a column of the list chooses from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.errors import InputError, Mistake
from sigcheck.inputs.list_header import ListHeader, listed, reader_of, recognise_header
from sigcheck.inputs.table import Reject
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import label_of
from sigcheck.plan import DateRange, Plan, parse_address, parse_date_range
from sigcheck.wording import shown, suggestion

TITLES: dict[str, tuple[str, ...]] = {
    "name": ("name", "fullname", "sender", "sendername", "owner", "rep"),
    "email": ("email", "emailaddress", "senderemail", "address"),
    "title": ("title", "jobtitle", "position", "role"),
    "away": ("away", "outofoffice", "absent", "vacation", "holidays"),
    "delegate": ("delegate", "delegateemail", "replyto"),
}
"""What a column of a roster holds → its titles, case and punctuation set aside."""


_NAMED = 5
"""Senders of a roster that a message names."""


class SenderEntry(NamedTuple):
    """One sender: who it is, when away, and the place in the plan or roster that says so."""

    name: str
    email: str
    title: str | None
    away: tuple[DateRange, ...]
    delegate: str | None
    file: str
    line: int | None

    def next_absence(self, day: date) -> DateRange | None:
        """Return the first period of absence that is not over on `day`."""
        return next((period for period in sorted(self.away, key=lambda one: one.start) if period.end >= day), None)


class Senders(NamedTuple):
    """All senders of a plan. `match` is the column of the list that names a recipient's, None for the one sender."""

    entries: tuple[SenderEntry, ...]
    match: str | None
    rejects: tuple[tuple[str, Reject], ...] = ()

    def address_for(self, value: str) -> str | None:
        """Return the address of the sender that a cell of the matching column names, by address or by name."""
        wanted = " ".join(value.lower().split())
        for entry in self.entries:
            if wanted in (entry.email, " ".join(entry.name.lower().split())):
                return entry.email
        return None

    def entry_of(self, address: str, plan: str) -> SenderEntry:
        """Return the sender with an address, in whatever case. Raises InputError in `plan` where it has no such one."""
        found = next((entry for entry in self.entries if entry.email == address.strip().lower()), None)
        if found is None:
            known = [entry.email for entry in self.entries]
            also = ", …" if len(known) > _NAMED else ""
            text = f"{shown(address)} is not a sender of this plan: it has {', '.join(known[:_NAMED])}{also}"
            raise InputError.at(plan, f"{text}{suggestion(address, known)}")
        return found


def load_senders(engine: Engine, plan: Plan) -> Senders:
    """Return the senders of a plan. Raises InputError where a roster cannot be read, or a line of it has no use."""
    if plan.sender is not None:
        file, line, _ = plan.position("sender")
        one = plan.sender
        delegate = one.delegate.lower() if one.delegate else None
        entry = SenderEntry(one.name, one.email.lower(), one.title, one.away, delegate, file, line)
        return Senders((entry,), None)
    return _load_roster(engine, plan)


def _load_roster(engine: Engine, plan: Plan) -> Senders:
    roster = plan.senders
    if roster is None:
        raise InputError(plan.mistake((), "names no sender"))
    path = plan.locate(roster.file, ("senders", "file"))
    label = label_of(path)
    loaded = engine.read(inspect_table(path, label), "senders_file")
    header = recognise_header(loaded.header, tuple(TITLES), reader_of(TITLES))
    for name in ("name", "email"):
        if header.find(name) is None:
            raise InputError.at(label, f"has no column '{name}' of the senders: it has {listed(loaded.header)}", 1)
    cells = ", ".join(header.expression(name) or "NULL" for name in TITLES)
    rows = engine.query(f"SELECT line, {cells} FROM senders_file ORDER BY row").rows
    engine.drop("senders_file")
    if not rows:
        raise InputError.at(label, "has a header but no senders")
    mistakes: list[Mistake] = []
    entries = [_entry(label, row[0], row[1:], mistakes) for row in rows]
    if mistakes:
        raise InputError(*mistakes)
    rejects = tuple((label, reject) for reject in loaded.rejects)
    return Senders(tuple(entry for entry in entries if entry), roster.match, rejects)


def _entry(label: str, line: int | None, cells: tuple[str | None, ...], mistakes: list[Mistake]) -> SenderEntry | None:
    name, email, title, away, delegate = cells
    try:
        if not name or not email:
            raise ValueError("a sender needs a name and an address")
        periods = tuple(
            parse_date_range(part.strip()) for part in (away or "").replace(";", ",").split(",") if part.strip()
        )
        other = parse_address(delegate).lower() if delegate else None
        return SenderEntry(name.strip(), parse_address(email.strip()).lower(), title, periods, other, label, line)
    except ValueError as error:
        mistakes.append(Mistake(label, line, None, str(error)))
        return None


def matching_column(header: ListHeader, plan: Plan, senders: Senders) -> str | None:
    """Return the list's column that chooses the sender. Raises InputError where the list has no such column."""
    if senders.match is None:
        return None
    column = header.find(senders.match)
    if column is None:
        titles = listed([one.header for one in header.columns])
        text = f"the list has no column '{senders.match}' to choose a sender by: it has {titles}"
        raise InputError(plan.mistake(("senders", "match"), text))
    return column.name
