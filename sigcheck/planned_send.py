"""From a plan to its relations: every input read once, every fact derived once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from sigcheck.acknowledgement import Acknowledgement, Digests, digests_of, read_acknowledgements
from sigcheck.engine import Engine
from sigcheck.facts.history_facts import add_history_facts
from sigcheck.facts.merge_values import add_merge_values
from sigcheck.facts.message_facts import add_message_facts
from sigcheck.facts.plan_facts import add_plan
from sigcheck.facts.recipient_facts import add_recipient_facts
from sigcheck.facts.send_facts import add_send_facts
from sigcheck.facts.send_times import add_send_times
from sigcheck.facts.sender_facts import add_sender_facts
from sigcheck.inputs.history import load_history
from sigcheck.inputs.message import read_message
from sigcheck.inputs.message_types import Message
from sigcheck.inputs.recipients import RecipientList, load_recipients
from sigcheck.inputs.senders import SenderEntry, Senders, load_senders, matching_column
from sigcheck.inputs.suppressions import load_suppressions
from sigcheck.inputs.table import Reject
from sigcheck.errors import InputError
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.relations import LIST_COLUMNS, REJECTS
from sigcheck.report import SendSummary
from sigcheck.zones import utc_to_local


@dataclass(frozen=True)
class LoadedSend:
    """A planned send whose relations exist: what the report says of it, and what an acknowledgement covers."""

    summary: SendSummary
    senders: tuple[SenderEntry, ...]
    used_columns: frozenset[str]


def load_planned_send(engine: Engine, plan: Plan, now: datetime | None = None) -> LoadedSend:
    """Create all relations of the data model. `now` (UTC) wins over the plan's moment, and that over the present.

    Raises InputError with every input that cannot be read.
    """
    moment = now or _moment_of(plan)
    messages, senders, recipients = _read_small_and_list(engine, plan)
    match = matching_column(recipients.header, plan, senders)
    add_plan(engine, plan, moment)
    names = [column.name for column in recipients.header.columns]
    inserted = add_message_facts(engine, messages, names)
    used = inserted | {name for name in (match, plan.schedule.column) if name}
    _add_list_columns(engine, recipients, used)
    add_recipient_facts(engine, plan.schedule.timezone, senders, match)
    add_merge_values(engine)
    add_send_times(engine, plan, recipients.rows)
    add_send_facts(engine)
    history = load_history(engine, plan)
    add_history_facts(engine, [file.relation for file in history.files])
    suppression_rejects = load_suppressions(engine, plan)
    _add_rejects(
        engine,
        {
            "recipients": [(recipients.file, reject) for reject in recipients.rejects],
            "history": history.rejects,
            "suppressions": suppression_rejects,
            "senders": senders.rejects,
        },
    )
    first_at, last_at = _first_and_last(engine)
    words = _acknowledged(engine, plan, senders.entries, inserted)
    add_sender_facts(engine, senders.entries, (first_at or moment).date(), words)
    summary = _summary(plan, senders.entries, messages, recipients, first_at, last_at, moment)
    return LoadedSend(summary, senders.entries, inserted)


def _moment_of(plan: Plan) -> datetime:
    if plan.now is not None:
        return plan.schedule.utc(plan.now)
    return datetime.now(timezone.utc).replace(tzinfo=None, microsecond=0)


def _read_small_and_list(engine: Engine, plan: Plan) -> tuple[tuple[Message, ...], Senders, RecipientList]:
    """Read messages, senders and the list, so that the mistakes of all of them are told at once."""
    mistakes = []
    messages: list[Message] = []
    for index, entry in enumerate(plan.message):
        path = plan.resolve(entry.file, ("message", index, "file"))
        try:
            messages.append(read_message(path, label_of(path), entry.name, entry.subject))
        except InputError as error:
            mistakes.extend(error.mistakes)
    senders = recipients = None
    try:
        senders = load_senders(engine, plan)
    except InputError as error:
        mistakes.extend(error.mistakes)
    try:
        recipients = load_recipients(engine, plan)
    except InputError as error:
        mistakes.extend(error.mistakes)
    if mistakes or senders is None or recipients is None:
        raise InputError(*mistakes)
    return tuple(messages), senders, recipients


def _add_list_columns(engine: Engine, recipients: RecipientList, used: Iterable[str]) -> None:
    chosen = {*used, "variant", "send_at"}
    rows = [
        (column.position, column.header, column.name, column.name in chosen) for column in recipients.header.columns
    ]
    engine.create(LIST_COLUMNS.name, LIST_COLUMNS.columns, rows)


def _add_rejects(engine: Engine, rejects: dict[str, Iterable[tuple[str, Reject]]]) -> None:
    rows = [
        (relation, file, reject.row, reject.line, reject.text, reject.reason)
        for relation, found in rejects.items()
        for file, reject in found
    ]
    engine.create(REJECTS.name, REJECTS.columns, rows)


def _first_and_last(engine: Engine) -> tuple[datetime | None, datetime | None]:
    first_at, last_at = engine.query("SELECT min(send_at), max(send_at) FROM sends").rows[0]
    return first_at, last_at


def _acknowledged(
    engine: Engine, plan: Plan, senders: Sequence[SenderEntry], used_columns: Iterable[str]
) -> dict[str, tuple[Acknowledgement, Digests]]:
    if plan.acknowledgement is None:
        return {}
    path = plan.resolve(plan.acknowledgement, ("acknowledgement",))
    words = {word.sender: word for word in read_acknowledgements(path, label_of(path))}
    return {
        sender.email: (words[sender.email], digests_of(engine, plan, sender, used_columns))
        for sender in senders
        if sender.email in words
    }


def _summary(
    plan: Plan,
    senders: Sequence[SenderEntry],
    messages: Sequence[Message],
    recipients: RecipientList,
    first_at: datetime | None,
    last_at: datetime | None,
    now: datetime,
) -> SendSummary:
    zone = plan.schedule.timezone
    return SendSummary(
        senders=tuple(f"{sender.name} <{sender.email}>" for sender in senders),
        messages=tuple(message.file for message in messages),
        list_file=recipients.file,
        recipients=recipients.rows,
        timezone=zone,
        first_at=_local(first_at, zone),
        last_at=_local(last_at, zone),
        checked_as_of=now,
    )


def _local(moment: datetime | None, zone: str) -> datetime | None:
    return None if moment is None else utc_to_local(moment, zone)


