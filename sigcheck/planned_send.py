"""From a plan to its relations: every input read once, every fact derived once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple, TypeVar

from sigcheck import stages
from sigcheck.acknowledgement import read_acknowledgements
from sigcheck.authorship import problem_with_author
from sigcheck.clock import utc_now
from sigcheck.engine import Engine
from sigcheck.errors import InputError, Mistake
from sigcheck.facts.history_facts import add_history_facts
from sigcheck.facts.merge_values import add_merge_values
from sigcheck.facts.message_facts import add_message_facts
from sigcheck.facts.message_sender_facts import add_message_senders
from sigcheck.facts.plan_facts import add_plan
from sigcheck.facts.planned_emails import add_planned_emails, add_planned_messages
from sigcheck.facts.recipient_facts import add_recipient_facts
from sigcheck.facts.segments import add_segments
from sigcheck.facts.send_facts import add_send_facts
from sigcheck.facts.send_starts import add_send_starts
from sigcheck.facts.send_times import add_send_times
from sigcheck.facts.sender_facts import Acknowledged, add_sender_facts
from sigcheck.inputs.history import HistoryFiles, KeptHistory, PlannedEmails, load_history
from sigcheck.inputs.list_header import ListHeader
from sigcheck.inputs.message import read_message
from sigcheck.inputs.message_types import Message
from sigcheck.inputs.recipients import RecipientList, load_recipients
from sigcheck.inputs.senders import SenderEntry, Senders, load_senders, matching_column
from sigcheck.inputs.suppressions import load_suppressions
from sigcheck.inputs.table import Reject
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.relations import LIST_COLUMNS, REJECTS
from sigcheck.report import SendSummary
from sigcheck.send_digests import digests_of
from sigcheck.zones import utc_to_local

_Read = TypeVar("_Read")


class SendInputs(NamedTuple):
    """What is read before anything is derived."""

    messages: tuple[Message, ...]
    senders: Senders
    recipients: RecipientList


class Circumstances(NamedTuple):
    """What a planned send is loaded with besides its plan.

    `now` (UTC) wins over the plan's moment, and that over the present. What other plans have `planned` is among the
    history. With `require_git` an acknowledgement counts only where Git has it from the sender. A history that was
    `kept` is not read again.
    """

    now: datetime | None = None
    planned: PlannedEmails | None = None
    require_git: bool = False
    kept: KeptHistory | None = None


class LoadedSend(NamedTuple):
    """A planned send whose relations exist: what the report says of it, and what an acknowledgement covers."""

    summary: SendSummary
    inputs: SendInputs
    used_columns: frozenset[str]
    history: HistoryFiles


def load_sends(engine: Engine, plan: Plan) -> SendInputs:
    """Create the relations that say who is written to, what and when.

    Returns what was read. Raises InputError with every input that cannot be read.
    """
    moment = _moment_of(plan)
    inputs = _read_inputs(engine, plan)
    add_plan(engine, plan, moment)
    _add_people(engine, plan, inputs)
    add_send_times(engine, plan, inputs.recipients.rows)
    add_send_facts(engine)
    engine.check_files()
    return inputs


def load_planned_emails(engine: Engine, plan: Plan) -> None:
    """Create `planned_emails`: what the plan would send, which is all that other plans need to know.

    Raises InputError with every input that cannot be read.
    """
    inputs = _read_inputs(engine, plan)
    header = inputs.recipients.header
    match = matching_column(header, plan, inputs.senders)
    _add_list_columns(engine, header, {match, plan.schedule.column})
    add_planned_messages(engine, inputs.messages)
    add_planned_emails(engine, plan, inputs.senders, match, inputs.recipients.rows)


def load_planned_send(engine: Engine, plan: Plan, given: Circumstances | None = None) -> LoadedSend:
    """Create all relations of the data model.

    Raises InputError with every input that cannot be read.
    """
    given = given or Circumstances()
    moment = given.now or _moment_of(plan)
    inputs = _read_inputs(engine, plan)
    add_plan(engine, plan, moment)
    inserted = _add_people(engine, plan, inputs)
    add_send_times(engine, plan, inputs.recipients.rows)
    add_send_facts(engine)
    history = load_history(engine, plan, given.planned) if given.kept is None else given.kept.files
    stages.begin(stages.FACTS, "the history")
    add_history_facts(engine, history, given.kept.emails if given.kept is not None else None)
    suppression_rejects = load_suppressions(engine, plan, inputs.recipients)
    stages.begin(stages.FACTS, "the senders")
    _add_rejects(engine, inputs, history=history.rejects, suppressions=suppression_rejects)
    times = engine.query("SELECT min(send_at), max(send_at) FROM sends").rows[0]
    add_send_starts(engine, plan, times[0])
    words = _acknowledged(engine, plan, inputs.senders.entries, inserted, given.require_git)
    add_sender_facts(engine, inputs.senders.entries, (times[0] or moment).date(), words)
    engine.check_files()
    return LoadedSend(_summary(plan, inputs, times, moment), inputs, inserted, history)


def _add_people(engine: Engine, plan: Plan, inputs: SendInputs) -> frozenset[str]:
    """Create the relations about messages and recipients; return the list's columns that are inserted."""
    stages.begin(stages.FACTS, inputs.recipients.file)
    header = inputs.recipients.header
    match = matching_column(header, plan, inputs.senders)
    inserted = add_message_facts(engine, inputs.messages, [column.name for column in header.columns])
    _add_list_columns(engine, header, {*inserted, match, plan.schedule.column, "variant", "send_at"})
    add_recipient_facts(engine, plan.schedule.timezone, inputs.senders, match, inputs.recipients.rows)
    add_merge_values(engine)
    add_segments(engine)
    add_message_senders(engine, inputs.messages, inputs.senders.entries)
    return inserted


def _moment_of(plan: Plan) -> datetime:
    if plan.now is not None:
        return plan.schedule.utc(plan.now)
    return utc_now().replace(microsecond=0)


def _read_inputs(engine: Engine, plan: Plan) -> SendInputs:
    """Read messages, senders and the list, so that the mistakes of all of them are told at once."""
    mistakes: list[Mistake] = []
    messages = [_tried(partial(_read_message, plan, index), mistakes) for index in range(len(plan.message))]
    senders = _tried(lambda: load_senders(engine, plan), mistakes)
    recipients = _tried(lambda: load_recipients(engine, plan), mistakes)
    if mistakes or senders is None or recipients is None:
        raise InputError(*mistakes)
    return SendInputs(tuple(message for message in messages if message), senders, recipients)


def _tried(read: Callable[[], _Read], mistakes: list[Mistake]) -> _Read | None:
    try:
        return read()
    except InputError as error:
        mistakes.extend(error.mistakes)
        return None


def _read_message(plan: Plan, index: int) -> Message:
    entry = plan.message[index]
    path = plan.resolve(entry.file, ("message", index, "file"))
    return read_message(path, label_of(path), entry.name, entry.subject)


def _add_list_columns(engine: Engine, header: ListHeader, used: Collection[str | None]) -> None:
    rows = [(column.position, column.header, column.name, column.name in used) for column in header.columns]
    engine.create(LIST_COLUMNS.name, LIST_COLUMNS.columns, rows)


def _add_rejects(engine: Engine, inputs: SendInputs, **others: Iterable[tuple[str, Reject]]) -> None:
    of_list = [(inputs.recipients.file, reject) for reject in inputs.recipients.rejects]
    rejects = {"recipients": of_list, "senders": inputs.senders.rejects, **others}
    rows = [
        (relation, file, reject.row, reject.line, reject.text, reject.reason)
        for relation, found in rejects.items()
        for file, reject in found
    ]
    engine.create(REJECTS.name, REJECTS.columns, rows)


def _acknowledged(
    engine: Engine, plan: Plan, senders: Sequence[SenderEntry], used_columns: Iterable[str], require_git: bool
) -> dict[str, Acknowledged]:
    if plan.acknowledgement is None:
        return {}
    path = plan.resolve(plan.acknowledgement, ("acknowledgement",))
    words = {word.sender: word for word in read_acknowledgements(path, label_of(path))}
    found = {}
    for sender in senders:
        word = words.get(sender.email)
        if word is None:
            continue
        changes = digests_of(engine, plan, sender, used_columns, word.digests).changes_since(word.digests)
        problem = problem_with_author(path, sender.email) if require_git else None
        found[sender.email] = Acknowledged(word.at, changes, problem)
    return found


def _summary(
    plan: Plan, inputs: SendInputs, times: tuple[datetime | None, datetime | None], now: datetime
) -> SendSummary:
    zone = plan.schedule.timezone
    first_at, last_at = (None if moment is None else utc_to_local(moment, zone) for moment in times)
    return SendSummary(
        senders=tuple(f"{sender.name} <{sender.email}>" for sender in inputs.senders.entries),
        messages=tuple(message.file for message in inputs.messages),
        list_file=inputs.recipients.file,
        recipients=inputs.recipients.rows,
        timezone=zone,
        first_at=first_at,
        last_at=last_at,
        checked_as_of=now,
        brief=None if plan.brief is None else label_of(plan.resolve(plan.brief, ("brief",))),
    )
