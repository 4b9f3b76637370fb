"""The facts of `history`: the mailbox behind each address, and the company it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.engine import Engine
from sigcheck.facts.addresses import mailbox_sql
from sigcheck.facts.company_groups import DOMAIN_FACT
from sigcheck.facts.fact import Lookup


def add_history_facts(engine: Engine, files: Iterable[str]) -> None:
    """Create `history` from `sent`, then forget the relations of the `files` it was read from.

    A domain of the list belongs to its company there; any other domain is a company of its own.
    """
    engine.define_view(
        "sent_addresses",
        f"""
        SELECT {mailbox_sql("email")} AS mailbox,
          NULLIF(split_part(lower(trim(email)), '@', -1), '') AS email_domain,
          sent_at, kind, campaign, sender, subject, message_key, opened, clicked, replied, source, file
        FROM sent
        WHERE email IS NOT NULL""",
    )
    engine.define("sent_domains", "SELECT DISTINCT email_domain FROM sent_addresses")
    engine.add_facts("sent_domains", "sent_domain_facts", [DOMAIN_FACT])
    engine.define(
        "sent_companies",
        """
        SELECT d.email_domain,
          CASE
            WHEN NOT d.is_mailbox_provider AND NOT d.is_disposable THEN coalesce(k.company_key, d.domain)
          END AS company_key
        FROM sent_domain_facts AS d
        LEFT JOIN (
          SELECT domain, min(company_key) AS company_key
          FROM company_groups
          WHERE NOT is_mailbox_provider
            AND NOT is_disposable
          GROUP BY domain
        ) AS k
          ON k.domain = d.domain""",
    )
    engine.add_facts("sent_addresses", "history", [], [Lookup("sent_companies", ("email_domain",), ("company_key",))])
    for relation in ("sent_addresses", "sent_domains", "sent_domain_facts", "sent_companies", "sent", *files):
        engine.drop(relation)
