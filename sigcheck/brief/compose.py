"""From a plan to the brief of each of its senders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from sigcheck.brief.model import Brief, Earlier, Variation, Word
from sigcheck.brief.opt_outs import opt_outs_of
from sigcheck.brief.people import recipients_of
from sigcheck.brief.replies import likely_replies
from sigcheck.engine import Engine
from sigcheck.inputs.senders import SenderEntry
from sigcheck.linter import open_engine
from sigcheck.plan import Plan, load_plan
from sigcheck.planned_send import LoadedSend, load_planned_send
from sigcheck.preview import preview_of


class _Loaded(NamedTuple):
    """A planned send whose relations exist; `word_file` is where acknowledgements are, or are to be."""

    engine: Engine
    plan: Plan
    send: LoadedSend
    word_file: str | None
    redact: bool


def briefs_of(
    path: str | Path, sender: str | None = None, redact: bool = False, with_everyone: bool = False
) -> tuple[Brief, ...]:
    """Return the brief of one sender (an address) of the plan at `path`, or of all who have recipients.

    With `redact`, recipients' names and addresses are masked. All recipients are listed one by one only where
    `with_everyone` asks for it. Raises InputError where the plan cannot be read or has no such sender.
    """
    named = load_plan(Path(path))
    plan = _without_missing_word(named)
    engine = open_engine()
    try:
        loaded = _Loaded(engine, plan, load_planned_send(engine, plan), named.acknowledgement, redact)
        senders = loaded.send.inputs.senders
        if sender is not None:
            return (_brief(loaded, senders.entry_of(sender, plan.label), with_everyone),)
        writing = {email for (email,) in engine.query("SELECT DISTINCT sender FROM recipients").rows}
        entries = senders.entries if len(senders.entries) == 1 else [e for e in senders.entries if e.email in writing]
        return tuple(_brief(loaded, entry, with_everyone) for entry in entries)
    finally:
        engine.close()


def _without_missing_word(plan: Plan) -> Plan:
    """Return the plan as if it named no acknowledgement where that is yet to be written."""
    if plan.acknowledgement is None or os.path.lexists(plan.resolve(plan.acknowledgement, ("acknowledgement",))):
        return plan
    return plan.model_copy(update={"acknowledgement": None})


def _brief(loaded: _Loaded, sender: SenderEntry, with_everyone: bool) -> Brief:
    engine, plan = loaded.engine, loaded.plan
    recipients = recipients_of(engine, sender.email, loaded.redact, with_everyone)
    variations = _variations(loaded, sender.email)
    history = engine.query("SELECT history FROM plan").rows[0][0]
    return Brief(
        plan=plan.label,
        name=plan.name,
        purpose=plan.purpose,
        relevance=plan.relevance,
        sender=sender,
        replies_to=_replies_to(engine, sender.email),
        timezone=plan.schedule.timezone,
        is_redacted=loaded.redact,
        word=_word(loaded, sender.email),
        history=history,
        earlier=_earlier(engine, sender.email),
        audience=recipients.audience,
        variations=variations,
        opt_outs=opt_outs_of(engine, sender.email),
        replies=likely_replies(engine, plan, sender, history),
        everyone=recipients.everyone,
    )


def _variations(loaded: _Loaded, sender: str) -> tuple[Variation, ...]:
    """Return the sender's variations, each as the first of its recipients gets it."""
    rows = loaded.engine.query(
        """
        SELECT min(r.row), count(*)
        FROM recipients AS r
        JOIN messages AS m
          ON m.variant = r.variant
        WHERE r.sender = $sender
        GROUP BY r.variant
        ORDER BY min(r.row)""",
        {"sender": sender},
    ).rows
    inputs = loaded.send.inputs
    return tuple(
        Variation(recipients, preview_of(loaded.engine, loaded.plan, inputs, row, loaded.redact))
        for row, recipients in rows
    )


def _replies_to(engine: Engine, sender: str) -> tuple[str, ...]:
    rows = engine.query(
        "SELECT DISTINCT replies_to FROM message_senders WHERE sender = $sender AND replies_to IS NOT NULL ORDER BY 1",
        {"sender": sender},
    ).rows
    return tuple(address for (address,) in rows)


def _word(loaded: _Loaded, sender: str) -> Word:
    rows = loaded.engine.query(
        "SELECT acknowledged_at, acknowledgement_changes FROM senders WHERE email = $sender", {"sender": sender}
    ).rows
    return Word(loaded.word_file, *rows[0])


def _earlier(engine: Engine, sender: str) -> Earlier | None:
    """Return what became of earlier emails: the sender's own, else everybody's; None where nothing is known."""
    rows = engine.query(
        """
        SELECT
          count(*),
          count(CASE WHEN replied THEN 1 END),
          count(CASE WHEN sender = $sender THEN 1 END),
          count(CASE WHEN sender = $sender AND replied THEN 1 END)
        FROM history
        WHERE source = 'history'
          AND kind = 'signature'
          AND replied IS NOT NULL""",
        {"sender": sender},
    ).rows
    emails, replied, own_emails, own_replied = rows[0]
    if own_emails:
        return Earlier(own_emails, own_replied, by_sender=True)
    return Earlier(emails, replied, by_sender=False) if emails else None
