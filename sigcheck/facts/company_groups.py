"""Which rows of the list are one company: those that a registrable domain or a folded name ties together.

Domains and names are the nodes of a graph, each distinct pair of them in the list is an edge, and a company is a
connected component. Its key is the smallest domain in it, or the smallest name where it has no domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sigcheck.engine import Engine
from sigcheck.facts.address_kinds import is_disposable, is_mailbox_provider
from sigcheck.facts.companies import company_name_key
from sigcheck.facts.domains import registrable_domain
from sigcheck.facts.fact import Fact, Lookup
from sigcheck.relations import Column

_NAME = "\uffff"
"""Marks the node of a name; it sorts behind every domain, so that a group is called by its domain."""


class HostFacts(NamedTuple):
    """What a host says: its registrable domain, and whether it is anybody's mailbox rather than a company's."""

    domain: str | None
    is_mailbox_provider: bool
    is_disposable: bool

    @property
    def company_domain(self) -> str | None:
        """Return the domain where it stands for a company."""
        return None if self.is_mailbox_provider or self.is_disposable else self.domain


@lru_cache(maxsize=100_000)
def host_facts(host: str) -> HostFacts:
    """Return what a host says."""
    return HostFacts(registrable_domain(host), is_mailbox_provider(host), is_disposable(host))


COMPANY_DOMAIN_FACT = Fact(
    inputs=("email_domain",),
    outputs=(Column("company_domain", "VARCHAR", ""),),
    compute=lambda host: (host_facts(host).company_domain,),
)
"""The registrable domain of a host, NULL where it is anybody's mailbox."""

COMPANY_LOOKUP = Lookup(
    relation="company_groups",
    inputs=("email_domain", "company"),
    outputs=("domain", "is_mailbox_provider", "is_disposable", "company_name_key", "company_key", "company_label"),
)
"""Joins the groups back to the list."""

_COLUMNS = (
    Column("email_domain", "VARCHAR", ""),
    Column("company", "VARCHAR", ""),
    Column("domain", "VARCHAR", ""),
    Column("is_mailbox_provider", "BOOLEAN", ""),
    Column("is_disposable", "BOOLEAN", ""),
    Column("company_domain", "VARCHAR", ""),
    Column("company_name_key", "VARCHAR", ""),
    Column("company_key", "VARCHAR", ""),
    Column("company_label", "VARCHAR", ""),
)


def group_companies(engine: Engine, source: str) -> None:
    """Create `company_groups` from the distinct pairs of `email_domain` and `company` in `source`.

    Rows whose domain is a mailbox provider or throw-away are tied by name alone; with no name they have no key.
    """
    pairs = engine.query(f"SELECT DISTINCT email_domain, company FROM {source}").rows
    hosts = [host_facts(host) if host else HostFacts(None, False, False) for host, _ in pairs]
    names = {company: company_name_key(company) for company in {company for _, company in pairs}}
    ties = [(host.company_domain, names[company]) for host, (_, company) in zip(hosts, pairs, strict=True)]
    keys = company_keys(ties)
    labels = company_labels(zip(keys, (company for _, company in pairs), strict=True))
    rows = [
        (host, company, *facts, domain, name, key, labels.get(key))
        for (host, company), facts, (domain, name), key in zip(pairs, hosts, ties, keys, strict=True)
    ]
    engine.create("company_groups", _COLUMNS, rows)


def company_labels(names: Iterable[tuple[str | None, str | None]]) -> dict[str | None, str]:
    """Return what to call each company, from pairs of key and name: the shortest name that is not all in capitals.

    A company that has no name is called by its key.
    """
    best: dict[str | None, tuple[bool, int, str]] = {}
    for key, name in names:
        if key is not None:
            text = " ".join((name or "").split())
            rank = (text.isupper(), len(text), text) if text else (True, len(key) + 1_000, key)
            best[key] = min(rank, best.get(key, rank))
    return {key: text for key, (_, _, text) in best.items()}


def company_keys(ties: Sequence[tuple[str | None, str | None]]) -> list[str | None]:
    """Return the company of each pair of domain and folded name; None where a pair has neither."""
    parents: dict[str, str] = {}
    for domain, name in ties:
        if domain is not None and name is not None:
            one, other = _top(parents, domain), _top(parents, _NAME + name)
            if one != other:
                smaller, larger = (one, other) if one < other else (other, one)
                parents[larger] = smaller
    return [_key(parents, domain, name) for domain, name in ties]


def _key(parents: dict[str, str], domain: str | None, name: str | None) -> str | None:
    node = domain if domain is not None else _NAME + name if name is not None else None
    return None if node is None else _top(parents, node).removeprefix(_NAME)


def _top(parents: dict[str, str], node: str) -> str:
    """Return the node that stands for a group, the smallest that its nodes were joined to, halving the way there."""
    while node in parents:
        parent = parents[node]
        parents[node] = parents.get(parent, parent)
        node = parent
    return node
