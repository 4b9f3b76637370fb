"""The facts of `history`: the mailbox behind each address, its company, and whether it was this plan's message."""

from __future__ import annotations

from collections.abc import Sequence

from sigcheck.engine import Engine
from sigcheck.facts.company_groups import COMPANY_DOMAIN_FACT
from sigcheck.facts.fact import Lookup
from sigcheck.facts.mailboxes import MAILBOX_FACT
from sigcheck.facts.sent_messages import sent_message_facts
from sigcheck.relations import HISTORY


def add_history_facts(engine: Engine, files: Sequence[str]) -> None:
    """Create `history` and `branded_emails` from `sent`, then forget the relations of the `files` it was read from.

    A domain of the list belongs to its company there; any other domain is a company of its own.
    """
    if not files:
        engine.create(HISTORY.name, HISTORY.columns, [])
        _add_branded_emails(engine)
        return
    engine.add_facts("sent", "sent_mailboxes", [MAILBOX_FACT], lazy=True)
    engine.define_view(
        "sent_addresses",
        """
        SELECT mailbox, NULLIF(lower(trim(split_part(email, '@', 2))), '') AS email_domain,
          sent_at, kind, campaign, sender, subject, message_key, opened, clicked, replied, source, file
        FROM sent_mailboxes
        WHERE email IS NOT NULL""",
    )
    engine.define("sent_domains", "SELECT DISTINCT email_domain FROM sent_addresses")
    engine.add_facts("sent_domains", "sent_domain_facts", [COMPANY_DOMAIN_FACT])
    engine.define(
        "sent_companies",
        """
        SELECT d.email_domain, coalesce(k.company_key, d.company_domain) AS company_key
        FROM sent_domain_facts AS d
        LEFT JOIN (
          SELECT company_domain, min(company_key) AS company_key
          FROM company_groups
          WHERE company_domain IS NOT NULL
          GROUP BY company_domain
        ) AS k
          ON k.company_domain = d.company_domain""",
    )
    companies = Lookup("sent_companies", ("email_domain",), ("company_key",))
    engine.add_facts("sent_addresses", "history", sent_message_facts(engine), [companies])
    _add_branded_emails(engine)
    engine.drop(
        "sent_addresses", "sent_domains", "sent_domain_facts", "sent_companies", "sent_mailboxes", "sent", *files
    )


def _add_branded_emails(engine: Engine) -> None:
    engine.define_view(
        "branded_emails", "SELECT mailbox, sent_at FROM history WHERE kind = 'branded' AND sent_at IS NOT NULL"
    )
