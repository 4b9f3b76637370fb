"""The send history and exclude lists: files become the relation `sent`, before companies are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sigcheck import stages
from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.errors import InputError
from sigcheck.inputs.address_cells import address_column, address_sql
from sigcheck.inputs.flags import says_yes
from sigcheck.inputs.list_header import ListHeader, listed, reader_of, recognise_header
from sigcheck.inputs.table import Reject
from sigcheck.inputs.table_frame import is_header_of_list
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.inputs.text_moments import moment_in
from sigcheck.paths import Location, label_of
from sigcheck.plan import Plan
from sigcheck.wording import shown

TITLES: dict[str, tuple[str, ...]] = {
    "email": (
        *("email", "emailaddress", "recipient", "recipientemail", "to", "toaddress", "contactemail", "mailbox"),
        *("recipientemailaddress", "recipientaddress", "emailtoaddress", "toemail", "toemailaddress", "leademail"),
        *("contactemailaddress", "prospectemail", "primaryemail"),
    ),
    "sent_at": (
        *("sentat", "sent", "senton", "sentdate", "senddate", "sendtime", "datesent", "date", "timestamp"),
        *("senttime", "sentatutc", "sentdatetime", "timesent", "datetimesent", "sendat", "activitydate"),
        *("deliveredat", "deliverydate", "messagedate", "completeddatetime"),
    ),
    "kind": ("kind", "type", "emailtype"),
    "campaign": (
        *("campaign", "campaignname", "emailcampaign", "emailname", "sequence", "cadence", "program"),
        *("sequencename", "cadencename", "programname", "mailingname"),
    ),
    "sender": (
        *("sender", "senderemail", "from", "fromemail", "fromaddress"),
        *("senderaddress", "senderemailaddress", "emailfromaddress", "fromemailaddress", "sentby"),
    ),
    "subject": ("subject", "subjectline", "emailsubject"),
    "message_key": ("messagekey", "messageid", "message", "templateid", "template"),
    "opened": (
        *("opened", "open", "opens", "isopened", "openedat", "firstopen"),
        *("numberofemailopens", "emailopens", "totalopens", "opencount", "timesopened"),
    ),
    "clicked": (
        *("clicked", "click", "clicks", "isclicked", "clickedat", "firstclick"),
        *("numberofemailclicks", "emailclicks", "totalclicks", "clickcount", "timesclicked"),
    ),
    "replied": (
        *("replied", "reply", "replies", "isreplied", "repliedat"),
        *("numberofemailreplies", "emailreplies", "totalreplies", "replycount"),
    ),
}
"""Column of `history` → titles that exports give it, case and punctuation set aside."""

_titles_of = reader_of(TITLES)

_TEXT_COLUMNS = ("campaign", "sender", "subject", "message_key")
_FLAGS = ("opened", "clicked", "replied")
_LITERAL = re.compile(r"CAST\(NULL AS \w+\)|'(?:[^']|'')*'")
_MAX_UNREADABLE_DATES = 100


class PlannedEmails(NamedTuple):
    """The emails that several plans would send: a Parquet file with the columns of a history, and `plan`.

    `plan` holds the plan as the user names it; those of `own` are none of another plan's.
    """

    path: Location
    own: str


class HistoryFile(NamedTuple):
    """A file of emails as it was read; `source` is history, exclude (people not to be reached again) or plan.

    `rows` is its relation with a row for each address, as SQL. Of a file of planned emails, `own` is the plan whose
    emails are left out.
    """

    file: str
    relation: str
    rows: str
    header: ListHeader
    source: str
    types: tuple[str, ...] = ()
    own: str | None = None

    @property
    def sent_at_type(self) -> str:
        """Return the SQL type of the send times."""
        return self.type_of("sent_at")

    def type_of(self, name: str) -> str:
        """Return the SQL type that the file gives a column; text where it has no types or no such column."""
        column = self.header.find(name)
        return self.types[column.position - 1] if column is not None and self.types else "VARCHAR"


class HistoryFiles(NamedTuple):
    """The files behind `sent`, what is the same for all its rows, and the rows that could not be read, with their file.

    `same` holds columns of `history` as SQL literals; `sent` has all others, with `email` as given for `mailbox`.
    """

    files: tuple[HistoryFile, ...]
    same: Mapping[str, str]
    rejects: tuple[tuple[str, Reject], ...]


class KeptHistory(NamedTuple):
    """A history that another engine read: its emails, in a Parquet file, and what was learnt while they were read."""

    emails: Path
    files: HistoryFiles


def load_history(engine: Engine, plan: Plan, planned: PlannedEmails | None = None) -> HistoryFiles:
    """Read the plan's history and exclude lists, and what other plans have `planned`, into `sent`.

    There is no `sent` without files. Times without an offset are taken as UTC. Raises InputError where a file is
    missing or lacks a column.
    """
    files: list[HistoryFile] = []
    rejects: list[tuple[str, Reject]] = []
    for path, source in _paths(plan):
        file, unread = _read(engine, path, f"history_file_{len(files)}", source)
        files.append(file)
        rejects.extend((file.file, reject) for reject in unread)
    if planned is not None:
        file, _ = _read(engine, planned.path, f"history_file_{len(files)}", "plan")
        files.append(file._replace(own=planned.own))
    cells = [_cells(engine, plan, file) for file in files]
    same = _same(cells)
    if files:
        selects = (_select(file, own, same) for file, own in zip(files, cells, strict=True))
        engine.define_view("sent", "\nUNION ALL\n".join(selects))
    for file in files:
        rejects.extend(_unreadable_dates(engine, file))
    return HistoryFiles(tuple(files), same, tuple(rejects))


def _paths(plan: Plan) -> Iterator[tuple[Location, str]]:
    patterns = plan.history if isinstance(plan.history, tuple) else ()
    for index, pattern in enumerate(patterns):
        found = plan.located(pattern, ("history", index))
        if not found:
            text = f"'{pattern}' fits no file; write 'history: none' if there is no history"
            raise InputError(plan.mistake(("history", index), text))
        yield from ((path, "history") for path in found)
    for index, name in enumerate(plan.exclude):
        yield plan.locate(name, ("exclude", index)), "exclude"


def _read(engine: Engine, path: Location, relation: str, source: str) -> tuple[HistoryFile, tuple[Reject, ...]]:
    label = label_of(path)
    stages.begin(stages.READING, label)
    loaded = engine.read(inspect_table(path, label, _is_header), relation)
    header = recognise_header(loaded.header, tuple(TITLES), _titles_of)
    needed = ("email",) if source == "exclude" else ("email", "sent_at")
    for name in needed:
        if header.find(name) is None:
            text_of = {"email": "addresses (email)", "sent_at": "send times (sent_at)"}[name]
            raise InputError.at(label, f"has no column of {text_of}: it has {listed(loaded.header)}", 1)
    column = address_column(engine, relation, header, "email")
    if source != "plan" and not column.holds_addresses:
        raise InputError.at(label, _no_addresses(header), 1)
    return HistoryFile(label, relation, column.rows, header, source, loaded.types), loaded.rejects


def _is_header(fields: Sequence[str]) -> bool:
    """Return whether a row names the columns of a history, or of a list of people not to be reached again."""
    return {"email", "sent_at"} <= set(_titles_of(fields)) or is_header_of_list(fields)


def _no_addresses(header: ListHeader) -> str:
    """Return what is wrong with a history in which nobody would be found."""
    column = header.find("email")
    title = shown(column.header) if column is not None else "of addresses"
    return f"has no address in its column {title}: export it with those of who got the emails"


def _cells(engine: Engine, plan: Plan, file: HistoryFile) -> dict[str, str]:
    """Return the columns of `history` as SQL over a file, `email` in place of `mailbox`."""
    header = file.header
    cells = {name: header.expression(name) or "CAST(NULL AS VARCHAR)" for name in ("email", *_TEXT_COLUMNS)}
    if header.find("sender"):
        cells["sender"] = address_sql(cells["sender"])
    cells["kind"] = _kind(header.expression("kind"))
    cells["sent_at"] = _sent_at(engine, file)
    if file.source == "exclude":
        cells["sent_at"] = "CAST(NULL AS TIMESTAMP)"
        cells["campaign"] = text(plan.name)
    for name in _FLAGS:
        cells[name] = _flag(header, name, file.type_of(name))
    return {**cells, "source": text(file.source), "file": text(file.file) if file.own is None else _plan_of(file)}


def _plan_of(file: HistoryFile) -> str:
    """Return which plan would send an email, as SQL over a file of planned emails."""
    return file.header.expression("plan") or "NULL"


def _same(files: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return the columns that hold one value in all files, which need not be written down for each email."""
    return {
        name: cell
        for name, cell in (files[0] if files else {}).items()
        if _LITERAL.fullmatch(cell) and all(other[name] == cell for other in files)
    }


def _select(file: HistoryFile, cells: Mapping[str, str], same: Mapping[str, str]) -> str:
    selected = ", ".join(f"{cell} AS {name}" for name, cell in cells.items() if name not in same)
    others = f" WHERE {_plan_of(file)} <> {text(file.own)}" if file.own is not None else ""
    return f"SELECT {selected} FROM {file.rows}{others}"


def _kind(expression: str | None) -> str:
    """Return the kind as one of ours: whatever names a branded, HTML or marketing email is branded."""
    if expression is None:
        return "'signature'"
    kind = f"lower(trim({expression}))"
    words = "(?:^|[^a-z])(?:branded|marketing|newsletters?|batch|bulk|mass)(?:[^a-z]|$)"
    is_branded = f"{kind} IN ('branded', 'html', 'template') OR regexp_matches({kind}, {text(words)})"
    return f"CASE WHEN {kind} = 'signature' THEN 'signature' WHEN {is_branded} THEN 'branded' ELSE 'signature' END"


def _flag(header: ListHeader, name: str, kind: str) -> str:
    """Return whether a cell says yes, as SQL."""
    expression = header.expression(name)
    if expression is None:
        return "CAST(NULL AS BOOLEAN)"
    if kind == "BOOLEAN":
        return f"coalesce({header.raw(name)}, FALSE)"
    return says_yes(expression)


def _sent_at(engine: Engine, file: HistoryFile) -> str:
    """Return the send time (UTC) as SQL, by the type that the file gives it."""
    cell = file.header.raw("sent_at") or "NULL"
    if file.sent_at_type in ("TIMESTAMP", "DATE"):
        return f"CAST({cell} AS TIMESTAMP)"
    if file.sent_at_type != "VARCHAR":
        _check_times(file)
        return f"CAST(CAST({cell} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS TIMESTAMP)"
    return moment_in(engine, file.relation, cell)


def _check_times(file: HistoryFile) -> None:
    column = file.header.find("sent_at")
    if column is not None and not file.sent_at_type.startswith("TIMESTAMP"):
        problem = f"its column {shown(column.header)} holds no times but {file.sent_at_type}: export it with times"
        raise InputError.at(file.file, problem)


def _unreadable_dates(engine: Engine, file: HistoryFile) -> list[tuple[str, Reject]]:
    if file.source != "history" or file.sent_at_type != "VARCHAR":
        return []
    cell = file.header.expression("sent_at")
    found = engine.query(
        f"SELECT row, line, {cell} FROM {file.relation} WHERE {_sent_at(engine, file)} IS NULL ORDER BY row",
        limit=_MAX_UNREADABLE_DATES,
    )
    return [
        (file.file, Reject(row, line, value or "", "has a send time that cannot be read"))
        for row, line, value in found.rows
    ]
