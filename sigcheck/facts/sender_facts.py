"""The relation `senders`: who signs, whether it is a person, away when, and whether the send was acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sigcheck.engine import Engine
from sigcheck.facts.address_kinds import is_mailbox_provider, is_role_local_part
from sigcheck.facts.addresses import registrable_domain
from sigcheck.facts.names import person_key
from sigcheck.facts.sender_names import is_personal_name
from sigcheck.facts.titles import seniority
from sigcheck.inputs.senders import SenderEntry
from sigcheck.relations import SENDERS


class Acknowledged(NamedTuple):
    """A sender's word: when (UTC), what changed since, in words, and why it does not count, where it does not."""

    at: datetime
    changes: tuple[str, ...]
    problem: str | None


def add_sender_facts(
    engine: Engine,
    senders: Sequence[SenderEntry],
    first_day: date,
    acknowledged: Mapping[str, Acknowledged],
) -> None:
    """Create `senders`.

    `first_day` is the day of the first email; `acknowledged` holds the senders' words by address.
    """
    rows = [_row(sender, first_day, acknowledged.get(sender.email)) for sender in senders]
    engine.create(SENDERS.name, SENDERS.columns, rows)


def _row(sender: SenderEntry, first_day: date, word: Acknowledged | None) -> tuple[Any, ...]:
    local, _, host = sender.email.partition("@")
    domain = registrable_domain(host)
    absence = sender.next_absence(first_day)
    counts = word if word and word.problem is None else None
    return (
        sender.name,
        sender.email,
        domain,
        sender.title,
        seniority(sender.title),
        person_key(sender.name),
        is_personal_name(sender.name, domain),
        is_role_local_part(local),
        is_mailbox_provider(host),
        counts.at if counts else None,
        not counts.changes if counts else None,
        (", ".join(counts.changes) or None) if counts else None,
        word.problem if word else None,
        absence.start if absence else None,
        absence.end if absence else None,
        sender.delegate,
        sender.file,
        sender.line,
    )
