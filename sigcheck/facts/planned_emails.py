"""The relation `planned_emails`: what a plan would send, as the history of another plan has it."""

from __future__ import annotations

from collections.abc import Sequence

from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.facts.mailboxes import MAILBOX_FACT
from sigcheck.facts.message_facts import comparable_of
from sigcheck.facts.recipient_facts import sender_fact
from sigcheck.facts.send_times import add_send_times
from sigcheck.facts.similarity import message_key
from sigcheck.inputs.message_types import Message
from sigcheck.inputs.senders import Senders
from sigcheck.plan import Plan
from sigcheck.relations import Column

_MESSAGES = (
    Column("variant", "VARCHAR", ""),
    Column("subject", "VARCHAR", ""),
    Column("message_key", "VARCHAR", ""),
)

_UNKNOWN = "zones", "country_code", "region_code", "timezone_source"
"""What another plan need not know of a recipient."""


def add_planned_messages(engine: Engine, messages: Sequence[Message]) -> None:
    """Create `planned_messages`: the subject and the key by which another plan knows a variation again."""
    keys = [(one.variant, one.subject, message_key(one.subject, comparable_of(one))) for one in messages]
    engine.create("planned_messages", _MESSAGES, keys)


def add_planned_emails(engine: Engine, plan: Plan, senders: Senders, match: str | None, recipients: int) -> None:
    """Create `planned_emails` from `list`: the columns of a history that are known beforehand, and `plan`.

    `match` is the list's column that chooses the sender, `recipients` how long the list is.
    """
    engine.add_facts("list", "list_mailboxes", [MAILBOX_FACT], lazy=True)
    engine.add_facts("list_mailboxes", "list_senders", [sender_fact(senders, match)], lazy=True)
    unknown = ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in _UNKNOWN)
    engine.define_view("recipients", f"SELECT *, {unknown} FROM list_senders")
    add_send_times(engine, plan, recipients)
    engine.define_view(
        "planned_emails",
        f"""
        SELECT r.mailbox AS email, s.send_at AS sent_at, 'signature' AS kind, {text(plan.name)} AS campaign, s.sender,
          m.subject, m.message_key, {text(plan.label)} AS plan
        FROM send_times AS s
        JOIN recipients AS r
          ON r.row = s.row
        LEFT JOIN planned_messages AS m
          ON m.variant = s.variant
        WHERE s.send_at IS NOT NULL""",
    )
