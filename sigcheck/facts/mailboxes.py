"""The mailbox behind an address, as a fact of whatever relation has a column `email`."""

from __future__ import annotations

from sigcheck.facts.addresses import is_own_mailbox_sql, mailbox
from sigcheck.facts.fact import Fact
from sigcheck.relations import Column

MAILBOX_FACT = Fact(
    inputs=("email",),
    outputs=(Column("mailbox", "VARCHAR", "the mailbox behind the address"),),
    compute=lambda address: (mailbox(address),),
    ask=f"NOT ({is_own_mailbox_sql('email')})",
    otherwise=("email",),
)
"""SQL lets through what is its own mailbox; only the others are asked about."""
