"""The relation `senders`: who signs, whether it is a person, away when, and whether the send was acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sigcheck.acknowledgement import Acknowledgement, Digests
from sigcheck.engine import Engine
from sigcheck.facts.address_kinds import is_mailbox_provider, is_role_local_part
from sigcheck.facts.addresses import registrable_domain
from sigcheck.facts.names import person_key
from sigcheck.facts.sender_names import is_personal_name
from sigcheck.facts.titles import seniority
from sigcheck.inputs.senders import SenderEntry
from sigcheck.relations import SENDERS


def add_sender_facts(
    engine: Engine,
    senders: Sequence[SenderEntry],
    first_day: date,
    acknowledged: Mapping[str, tuple[Acknowledgement, Digests]],
) -> None:
    """Create `senders`.

    `first_day` is the day of the first email; `acknowledged` holds, by address, the sender's word and the digests
    of what is about to be sent.
    """
    rows = [_row(sender, first_day, acknowledged.get(sender.email)) for sender in senders]
    engine.create(SENDERS.name, SENDERS.columns, rows)


def _row(sender: SenderEntry, first_day: date, word: tuple[Acknowledgement, Digests] | None) -> tuple[Any, ...]:
    local, _, host = sender.email.partition("@")
    domain = registrable_domain(host)
    absence = sender.next_absence(first_day)
    changes = word[1].changes_since(word[0].digests) if word else ()
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
        word[0].at if word else None,
        not changes if word else None,
        "; ".join(changes) or None,
        absence.start if absence else None,
        absence.end if absence else None,
        sender.delegate,
        sender.file,
        sender.line,
    )
