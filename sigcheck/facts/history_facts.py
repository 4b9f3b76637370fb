"""The facts of `history`: the mailbox behind each address, and the company it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from sigcheck.engine import Engine
from sigcheck.facts.addresses import mailbox_sql
from sigcheck.facts.company_groups import COMPANY_DOMAIN_FACT
from sigcheck.facts.fact import Lookup
from sigcheck.relations import HISTORY


def add_history_facts(engine: Engine, files: Sequence[str]) -> None:
    """Create `history` from `sent`, then forget the relations of the `files` it was read from.

    A domain of the list belongs to its company there; any other domain is a company of its own.
    """
    if not files:
        engine.create(HISTORY.name, HISTORY.columns, [])
        return
    engine.define_view(
        "sent_addresses",
        f"""
        SELECT {mailbox_sql("email")} AS mailbox,
          NULLIF(split_part(lower(trim(email)), '@', -1), '') AS email_domain,
          sent_at, kind, campaign, sender, subject, message_key, opened, clicked, replied, source, file
        FROM sent
        WHERE email IS NOT NULL""",
    )
    engine.define("sent_domains", "SELECT DISTINCT email_domain FROM sent_addresses WHERE email_domain IS NOT NULL")
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
    engine.add_facts("sent_addresses", "history", [], [Lookup("sent_companies", ("email_domain",), ("company_key",))])
    engine.drop("sent_addresses", "sent_domains", "sent_domain_facts", "sent_companies", "sent", *files)
