"""What a host and a company's name say of the company: the facts that rows are grouped by."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.facts.address_kinds import (
    disposable_domains,
    is_disposable,
    is_mailbox_provider,
    mailbox_provider_domains,
)
from sigcheck.facts.companies import company_name_key
from sigcheck.facts.domains import registrable_domain
from sigcheck.facts.fact import Fact
from sigcheck.facts.plain_companies import is_plain_host_sql, plain_name_key_sql
from sigcheck.facts.remembered import remembered
from sigcheck.relations import Column

MANY_COMPANIES = 5_000
"""Companies from which on it pays to let SQL sort out the plain ones, which takes some milliseconds to set up."""

COMPANY_DOMAIN_SQL = "CASE WHEN NOT is_mailbox_provider AND NOT is_disposable THEN domain END"
"""The domain where it stands for a company, of a relation that has a host's facts."""

_HOST_COLUMNS = (
    Column("domain", "VARCHAR", ""),
    Column("is_mailbox_provider", "BOOLEAN", ""),
    Column("is_disposable", "BOOLEAN", ""),
)
_NAME_COLUMN = Column("company_name_key", "VARCHAR", "")


class HostFacts(NamedTuple):
    """What a host says: its registrable domain, and whether it is anybody's mailbox rather than a company's."""

    domain: str | None
    is_mailbox_provider: bool
    is_disposable: bool


@remembered
def host_facts(host: str) -> HostFacts:
    """Return what a host says."""
    return HostFacts(registrable_domain(host), is_mailbox_provider(host), is_disposable(host))


def add_company_facts(engine: Engine, source: str) -> None:
    """Create `company_facts`: the distinct pairs of `email_domain` and `company` in `source`, and what they say.

    Columns: email_domain, company, domain, is_mailbox_provider, is_disposable, company_name_key.
    """
    engine.define("company_pairs", f"SELECT DISTINCT email_domain, company FROM {source}")
    are_many = has_many(engine, "company_pairs")
    names = _plain_names() if are_many else Fact(("company",), (_NAME_COLUMN,), _name_key)
    add_host_facts(engine, "company_pairs", "company_facts", [names], are_many=are_many)
    engine.drop("company_pairs")


def has_many(engine: Engine, relation: str) -> bool:
    """Return whether a relation has so many rows that SQL should sort out the plain ones."""
    return bool(engine.query(f"SELECT count(*) > {MANY_COMPANIES} FROM {relation}").rows[0][0])


def add_host_facts(engine: Engine, source: str, target: str, others: list[Fact], *, are_many: bool) -> None:
    """Create `target`: `source` with the facts of `email_domain` (domain, is_mailbox_provider, is_disposable)."""
    if not are_many:
        engine.add_facts(source, target, [_ALL_HOSTS, *others])
        return
    host = (Column("host", "VARCHAR", ""),)
    engine.create("provider_hosts", host, ((name,) for name in mailbox_provider_domains()))
    engine.create("disposable_hosts", host, ((name,) for name in disposable_domains()))
    engine.add_facts(source, target, [_plain_hosts(), *others])
    engine.drop("provider_hosts", "disposable_hosts")


_ALL_HOSTS = Fact(
    ("email_domain",),
    _HOST_COLUMNS,
    host_facts,
    ask="email_domain IS NOT NULL",
    otherwise=("NULL", "FALSE", "FALSE"),
)


def _plain_hosts() -> Fact:
    return Fact(
        ("email_domain",),
        _HOST_COLUMNS,
        host_facts,
        ask=f"NOT ({is_plain_host_sql('email_domain')})",
        otherwise=(
            "email_domain",
            "coalesce(email_domain IN (SELECT host FROM provider_hosts), FALSE)",
            "coalesce(email_domain IN (SELECT host FROM disposable_hosts), FALSE)",
        ),
    )


def _plain_names() -> Fact:
    condition, key = plain_name_key_sql("company")
    return Fact(("company",), (_NAME_COLUMN,), _name_key, ask=f"NOT ({condition})", otherwise=(key,))


@remembered
def _name_key(company: str | None) -> tuple[str | None]:
    return (company_name_key(company),)
