"""`sigcheck preview`: the email that one recipient would get, and when."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.errors import InputError, Mistake
from sigcheck.facts.merge_filling import Filled, Gap, Person, fill_in
from sigcheck.facts.spintax import count_variations, spin
from sigcheck.inputs.message_types import Message
from sigcheck.inputs.senders import SenderEntry
from sigcheck.linter import load_confined, open_engine
from sigcheck.plan import Plan
from sigcheck.planned_send import SendInputs, load_sends
from sigcheck.wording import shown, suggestion

_NEAR_ADDRESSES = 1_000
"""Addresses that are compared with one that is not in the list."""


class PreviewTime(NamedTuple):
    """When an email is sent; `send_at` is UTC.

    Local times are those of the earliest and the latest of the zones that are possible; `source` is what the zones
    rest on: timezone, region, country or plan. `problem` says why there is no time, or none that exists.
    """

    zones: tuple[str, ...]
    send_at: datetime | None
    local_at: datetime | None
    latest_local_at: datetime | None
    source: str
    is_workday: bool | None
    holiday: str | None
    problem: str | None


class Preview(NamedTuple):
    """An email as one recipient would get it.

    `subject` and `body` are filled in, gaps marked with ⟦…⟧; `gaps` lists them. `body` is the visible text, of HTML
    too (`is_html`). `wordings` is how many texts the spintax can become, of which this is one. `other_rows` are
    further rows of the list with this address, `names` what the list calls the recipient.
    """

    plan: str
    list_file: str
    row: int
    variant: str
    message_file: str
    to_name: str | None
    to_email: str
    from_name: str | None
    from_email: str | None
    reply_to: str | None
    subject: str | None
    body: str
    is_html: bool
    wordings: int
    gaps: tuple[Gap, ...]
    times: tuple[PreviewTime, ...]
    other_rows: tuple[int, ...]
    names: tuple[str, ...] = ()


class _Recipient(NamedTuple):
    row: int
    position: int
    email: str
    full_name: str | None
    variant: str | None
    sender: str | None
    cells: dict[str, str]
    names: tuple[str, ...]


def preview(path: str | Path, row: int | None = None, email: str | None = None, root: Path | None = None) -> Preview:
    """Return the email of the plan at `path` for the recipient in a row (the header is 1) or with an address.

    Where neither is given, the first row's. Raises InputError where the plan cannot be read, has no such recipient, or
    names anything outside `root`.
    """
    plan = load_confined(Path(path), root)
    engine = open_engine()
    try:
        inputs = load_sends(engine, plan)
        rows = _rows(engine, inputs, row, email)
        return preview_of(engine, plan, inputs, rows[0])._replace(other_rows=tuple(rows[1:]))
    finally:
        engine.close()


def preview_of(engine: Engine, plan: Plan, inputs: SendInputs, row: int, redact: bool = False) -> Preview:
    """Return the email for the recipient in a row of the list, which must exist; needs the relation sends.

    With `redact`, all that the list holds of the recipient is masked, but for the company and the address's domain.
    """
    recipient = _recipient(engine, row)
    return _composed(plan, inputs, _masked(recipient) if redact else recipient, _times(engine, row))


def _masked(recipient: _Recipient) -> _Recipient:
    from sigcheck.redaction import MASK, masked_address

    cells = {name: value if name == "company" or not value else MASK for name, value in recipient.cells.items()}
    return recipient._replace(
        email=masked_address(recipient.email), full_name=recipient.full_name and MASK, cells=cells, names=()
    )


def _rows(engine: Engine, inputs: SendInputs, row: int | None, email: str | None) -> list[int]:
    """Return the row asked for and, by address, all further rows that have it."""
    if email is not None:
        result = engine.query(
            "SELECT row FROM recipients WHERE address = $address ORDER BY row", {"address": _folded(email)}
        )
    elif row is not None:
        result = engine.query("SELECT row FROM recipients WHERE row = $row", {"row": row})
    else:
        result = engine.query("SELECT min(row) FROM recipients")
    found = [number for (number,) in result.rows]
    if found:
        return found
    text = _no_row(engine, inputs, row) if email is None else _no_address(engine, email)
    raise InputError(Mistake(inputs.recipients.file, None, None, text))


def _folded(email: str) -> str:
    return email.strip().lower()


def _no_row(engine: Engine, inputs: SendInputs, row: int | None) -> str:
    unread = next((reject for reject in inputs.recipients.rejects if reject.row == row), None)
    if unread is not None:
        return f"row {row} cannot be read: it {unread.reason}"
    first, last = engine.query("SELECT min(row), max(row) FROM recipients").rows[0]
    return f"has no recipient in row {row}: they are in rows {first} to {last}"


def _no_address(engine: Engine, email: str) -> str:
    local, _, domain = _folded(email).partition("@")
    near = engine.query(
        """
        SELECT DISTINCT address
        FROM recipients
        WHERE email_domain = $domain
          OR starts_with(address, $local)
        ORDER BY address""",
        {"domain": domain, "local": f"{local}@"},
        limit=_NEAR_ADDRESSES,
    )
    return f"has no recipient {shown(email)}{suggestion(_folded(email), [address for (address,) in near.rows])}"


def _recipient(engine: Engine, row: int) -> _Recipient:
    names = [name for (name,) in engine.query("SELECT name FROM list_columns ORDER BY position").rows]
    own = ", ".join(f"CAST({quoted(name)} AS VARCHAR)" for name in names)
    found = engine.query(
        f"""
        SELECT row, position, email, full_name, variant, sender, first_name, last_name, {own}
        FROM recipients
        WHERE row = $row""",
        {"row": row},
    ).rows[0]
    number, position, email, full_name, variant, sender, first_name, last_name, *values = found
    called = tuple(name for name in (full_name, first_name, last_name) if name)
    cells = {name: value or "" for name, value in zip(names, values, strict=True)}
    return _Recipient(number, position, (email or "").strip(), full_name, variant, sender, cells, called)


def _times(engine: Engine, row: int) -> tuple[PreviewTime, ...]:
    rows = engine.query(
        """
        SELECT zones, send_at, local_at, latest_local_at, timezone_source, is_workday, holiday, time_problem
        FROM sends
        WHERE row = $row
        ORDER BY occurrence, send_at""",
        {"row": row},
    ).rows
    return tuple(PreviewTime(tuple((zones or "").split()), *found) for zones, *found in rows)


def _composed(plan: Plan, inputs: SendInputs, recipient: _Recipient, times: tuple[PreviewTime, ...]) -> Preview:
    message = _message(inputs, recipient)
    sender = next((one for one in inputs.senders.entries if one.email == recipient.sender), None)
    template = "\n".join(line.text for line in message.lines if line.part not in ("subject", "html")).strip("\n")
    person = Person(recipient.cells, _sender_fields(sender))
    subject = _filled(message.subject or "", recipient, person)
    body = _filled(template, recipient, person)
    return Preview(
        plan=plan.label,
        list_file=inputs.recipients.file,
        row=recipient.row,
        variant=message.variant,
        message_file=message.file,
        to_name=recipient.full_name,
        to_email=recipient.email,
        from_name=sender.name if sender else None,
        from_email=sender.email if sender else None,
        reply_to=message.reply_to,
        subject=subject.text if message.subject else None,
        body=body.text,
        is_html=message.has_html_part,
        wordings=count_variations(message.subject or "") * count_variations(template),
        gaps=tuple(dict.fromkeys((*subject.gaps, *body.gaps))),
        times=times,
        other_rows=(),
        names=recipient.names,
    )


def _message(inputs: SendInputs, recipient: _Recipient) -> Message:
    found = next((message for message in inputs.messages if message.variant == recipient.variant), None)
    if found is None:
        known = ", ".join(message.variant for message in inputs.messages)
        text = (
            f"row {recipient.row} has the variation {shown(recipient.variant)}, which the plan has not: it has {known}"
        )
        raise InputError(Mistake(inputs.recipients.file, None, None, text))
    return found


def _filled(template: str, recipient: _Recipient, person: Person) -> Filled:
    return fill_in(spin(template, recipient.position), person)


def _sender_fields(sender: SenderEntry | None) -> dict[str, str]:
    """Return what a template can insert of a sender, by `field_key`."""
    if sender is None:
        return {}
    first, _, last = sender.name.partition(" ")
    fields = {"name": sender.name, "firstname": first, "lastname": last, "email": sender.email}
    return {**fields, "title": sender.title or ""}
