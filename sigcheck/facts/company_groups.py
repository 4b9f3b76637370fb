"""Which rows of the list are one company: those that a registrable domain or a folded name ties together.

    company_values   distinct (email_domain, company)      with domain, provider flags and company_name_key
    company_groups   the same, with company_key            smallest domain (or name) of all that are tied together

Ties are followed by passing the smallest label along names and domains in turn until nothing changes, which is
the connected components of the graph that domains and names make.
"""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.facts.address_kinds import is_disposable, is_mailbox_provider
from sigcheck.facts.addresses import registrable_domain
from sigcheck.facts.companies import company_name_key
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.relations import Column

MAX_ROUNDS = 100
"""Longest chain of ties that is followed; real lists need two or three rounds."""

DOMAIN_FACT = Fact(
    inputs=("email_domain",),
    outputs=(
        Column("domain", "VARCHAR", ""),
        Column("is_mailbox_provider", "BOOLEAN", ""),
        Column("is_disposable", "BOOLEAN", ""),
    ),
    compute=lambda host: (registrable_domain(host), is_mailbox_provider(host), is_disposable(host)),
)
"""What a host says; `domain` is NULL for a host without a registrable domain."""

NAME_FACT = Fact(
    inputs=("company",),
    outputs=(Column("company_name_key", "VARCHAR", ""),),
    compute=lambda company: (company_name_key(company),),
)

COMPANY_LOOKUP = Lookup(
    relation="company_groups",
    inputs=("email_domain", "company"),
    outputs=("domain", "is_mailbox_provider", "is_disposable", "company_name_key", "company_key"),
)
"""Joins the groups back to the list."""


def group_companies(engine: Engine, source: str) -> None:
    """Create `company_groups` from the columns `email_domain` and `company` of `source`.

    Rows whose domain is a mailbox provider or throw-away are tied by name alone; with no name they have no key.
    """
    engine.define("company_pairs", f"SELECT DISTINCT email_domain, company FROM {source}")
    engine.add_facts("company_pairs", "company_values", [DOMAIN_FACT, NAME_FACT])
    engine.define(
        "company_ties_0",
        """
        SELECT DISTINCT own_domain, company_name_key, coalesce(own_domain, company_name_key) AS label
        FROM (
          SELECT CASE WHEN NOT is_mailbox_provider AND NOT is_disposable THEN domain END AS own_domain, company_name_key
          FROM company_values
        ) AS values_of_companies
        WHERE own_domain IS NOT NULL
          OR company_name_key IS NOT NULL""",
    )
    last = _follow_ties(engine)
    engine.define(
        "company_groups",
        f"""
        SELECT v.email_domain, v.company, v.domain, v.is_mailbox_provider, v.is_disposable, v.company_name_key,
          t.label AS company_key
        FROM company_values AS v
        LEFT JOIN {last} AS t
          ON t.own_domain IS NOT DISTINCT FROM
            CASE WHEN NOT v.is_mailbox_provider AND NOT v.is_disposable THEN v.domain END
          AND t.company_name_key IS NOT DISTINCT FROM v.company_name_key""",
    )
    for relation in ("company_pairs", "company_values"):
        engine.drop(relation)


def _follow_ties(engine: Engine) -> str:
    """Pass the smallest label along until nothing changes; return the relation that holds the last labels."""
    for number in range(MAX_ROUNDS):
        engine.define(
            f"company_ties_{number + 1}",
            f"""
            SELECT own_domain, company_name_key,
              CASE WHEN own_domain IS NULL THEN by_name ELSE min(by_name) OVER (PARTITION BY own_domain) END AS label
            FROM (
              SELECT own_domain, company_name_key,
                CASE
                  WHEN company_name_key IS NULL THEN label
                  ELSE min(label) OVER (PARTITION BY company_name_key)
                END AS by_name
              FROM company_ties_{number}
            ) AS named""",
        )
        changed = engine.query(
            f"""
            SELECT 1
            FROM company_ties_{number} AS before
            JOIN company_ties_{number + 1} AS after
              ON before.own_domain IS NOT DISTINCT FROM after.own_domain
              AND before.company_name_key IS NOT DISTINCT FROM after.company_name_key
            WHERE before.label <> after.label""",
            limit=1,
        )
        if not changed.rows:
            return f"company_ties_{number + 1}"
    return f"company_ties_{MAX_ROUNDS}"
