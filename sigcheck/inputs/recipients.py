"""The recipient list: a file becomes the relation `list`, one standard column each and the file's own beside them."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck import stages
from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.engine.sql import text
from sigcheck.errors import InputError, Mistake
from sigcheck.facts.fields import standard_fields
from sigcheck.inputs.list_header import ListHeader, listed, recognise_header
from sigcheck.inputs.table import Reject
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.relations import RECIPIENTS
from sigcheck.wording import shown

_LOOKED_AT = 100
"""Rows that are looked at for addresses where the header names no column of them."""

STANDARD_COLUMNS = tuple(name for name in RECIPIENTS.column_names if name not in {"row", "line", "position", "sender"})


class RecipientList(NamedTuple):
    """What is known of the list once it is read: its header, size, and the rows that could not be read."""

    file: str
    header: ListHeader
    rows: int
    rejects: tuple[Reject, ...]


def load_recipients(engine: Engine, plan: Plan) -> RecipientList:
    """Read the plan's list into `list`: all of `recipients` but its facts, with `position` (from 0) added.

    Raises InputError where the file cannot be read, has no column of addresses, or has no rows.
    """
    path = plan.locate(plan.recipients.file, ("recipients", "file"))
    label = label_of(path)
    stages.begin(stages.READING, label)
    loaded = engine.read(inspect_table(path, label), "list_file")
    try:
        header = recognise_header(loaded.header, STANDARD_COLUMNS, standard_fields, plan.recipients.columns)
    except KeyError as error:
        (name,) = error.args
        text = f"{label} has no column '{plan.recipients.columns[name]}': it has {listed(loaded.header)}"
        raise InputError(plan.mistake(("recipients", "columns", name), text)) from None
    if header.find("email") is None:
        raise InputError(Mistake(label, 1, None, _no_email(loaded.header, _column_of_addresses(engine, loaded.header))))
    rows, first, last = engine.query("SELECT count(*), min(row), max(row) FROM list_file").rows[0]
    if rows == 0:
        raise InputError.at(label, _no_rows(loaded.rejects))
    engine.define_view("list", _list_query(plan, header, _position(rows, first, last)))
    return RecipientList(label, header, rows, loaded.rejects)


def _position(rows: int, first: int, last: int) -> str:
    """Return the place of a row among all that were read, from 0, as SQL; only gaps make it something to count."""
    if last - first + 1 == rows:
        return f"row - {first}"
    return "CAST(row_number() OVER (ORDER BY row) - 1 AS INTEGER)"


def _list_query(plan: Plan, header: ListHeader, position: str) -> str:
    cells = {name: header.expression(name) or "CAST(NULL AS VARCHAR)" for name in STANDARD_COLUMNS}
    both = f"NULLIF(trim(concat_ws(' ', {cells['first_name']}, {cells['last_name']})), '')"
    cells["full_name"] = f"coalesce({cells['full_name']}, {both})"
    cells["variant"] = _variant(plan, cells["variant"])
    selected = [f'{expression} AS "{name}"' for name, expression in cells.items()]
    own = [column for column in header.columns if column.name not in STANDARD_COLUMNS]
    selected += [f"c{column.position} AS {quoted(column.name)}" for column in own]
    return (
        f"SELECT row, line, position, {', '.join(selected)}\n"
        f"FROM (SELECT *, {position} AS position FROM list_file) AS numbered"
    )


def _variant(plan: Plan, given: str) -> str:
    """Return the variation of a row: as the list says, else dealt round in the order of the list."""
    names = [message.name for message in plan.message]
    if not given.startswith("CAST(NULL"):
        return f"coalesce(trim({given}), {text(names[0])})" if len(names) == 1 else f"trim({given})"
    dealt = " ".join(f"WHEN {index} THEN {text(name)}" for index, name in enumerate(names))
    return f"CASE position % {len(names)} {dealt} END"


def _column_of_addresses(engine: Engine, header: tuple[str, ...]) -> str | None:
    """Return the title of the first column that holds addresses in most of the first rows; None where none does."""
    cells = [f"c{number}" for number in range(1, len(header) + 1)]
    shares = ", ".join(f"avg(CASE WHEN {_is_address(cell)} THEN 1.0 ELSE 0.0 END)" for cell in cells)
    first = f"SELECT {', '.join(cells)} FROM list_file ORDER BY row LIMIT {_LOOKED_AT}"
    (found,) = engine.query(f"SELECT {shares} FROM ({first}) AS first").rows
    return next(
        (title for title, share in zip(header, found, strict=True) if share is not None and share > 1 / 2), None
    )


def _is_address(cell: str) -> str:
    return f"regexp_full_match(trim(CAST({cell} AS VARCHAR)), '(?:.*<)?[^ @,;<>]+@[^ @,;<>]+[.][^ @,;<>]+>?')"


def _no_email(header: tuple[str, ...], likeliest: str | None) -> str:
    column = "…" if likeliest is None else shown(likeliest)
    return (
        f"no column of e-mail addresses was recognised among {listed(header)}; "
        f"name it in the plan: recipients: {{file: …, columns: {{email: {column}}}}}"
    )


def _no_rows(rejects: tuple[Reject, ...]) -> str:
    if rejects:
        return f"has no row that can be read: the first one (line {rejects[0].line}) {rejects[0].reason}"
    return "has a header but no recipients"
