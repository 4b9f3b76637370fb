"""Which rows of the list are one company: those that a registrable domain or a folded name ties together.

Domains and names are the nodes of a graph, each distinct pair of them in the list is an edge, and a company is a
connected component. Its key is the smallest domain in it, or the smallest name where it has no domain. Only names
that stand beside several domains join anything, so only these leave the engine.
"""

from __future__ import annotations

from collections.abc import Iterable

from sigcheck.engine import Engine
from sigcheck.facts.company_facts import COMPANY_DOMAIN_SQL, add_company_facts
from sigcheck.facts.fact import Lookup
from sigcheck.relations import Column

COMPANY_LOOKUP = Lookup(
    relation="company_groups",
    inputs=("email_domain", "company"),
    outputs=("domain", "is_mailbox_provider", "is_disposable", "company_name_key", "company_key", "company_label"),
)
"""Joins the groups back to the list."""

_JOINED = (Column("company_domain", "VARCHAR", ""), Column("company_key", "VARCHAR", ""))


def group_companies(engine: Engine, source: str) -> None:
    """Create `company_groups` from the distinct pairs of `email_domain` and `company` in `source`.

    Rows whose domain is a mailbox provider or throw-away are tied by name alone; with no name they have no key.
    """
    add_company_facts(engine, source)
    engine.define(
        "company_names",
        f"""
        SELECT company_name_key, min(company_domain) AS company_domain, count(DISTINCT company_domain) AS domains
        FROM (SELECT company_name_key, {COMPANY_DOMAIN_SQL} AS company_domain FROM company_facts) AS f
        WHERE company_name_key IS NOT NULL
          AND company_domain IS NOT NULL
        GROUP BY company_name_key""",
    )
    engine.create("company_domains", _JOINED, joined_domains(_ties(engine)).items())
    engine.define("company_groups", _GROUPS)
    engine.drop("company_facts", "company_names", "company_domains")


def _ties(engine: Engine) -> list[tuple[str, str]]:
    """Return pairs of a domain and a name that stands beside several domains."""
    found: list[tuple[str, str]] = engine.query(
        f"""
        SELECT DISTINCT {COMPANY_DOMAIN_SQL}, f.company_name_key
        FROM company_facts AS f
        JOIN company_names AS n
          ON n.company_name_key = f.company_name_key
        WHERE n.domains > 1
          AND {COMPANY_DOMAIN_SQL} IS NOT NULL"""
    ).rows
    return found


def joined_domains(ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the smallest domain of its group for each domain of `ties`, pairs of a domain and a name beside it."""
    parents: dict[str, str] = {}
    first: dict[str, str] = {}
    domains = set()
    for domain, name in ties:
        domains.add(domain)
        one, other = _top(parents, domain), _top(parents, first.setdefault(name, domain))
        if one != other:
            smaller, larger = (one, other) if one < other else (other, one)
            parents[larger] = smaller
    return {domain: _top(parents, domain) for domain in domains}


def _top(parents: dict[str, str], domain: str) -> str:
    """Return the domain that stands for a group, the smallest of those joined to it, halving the way there."""
    while domain in parents:
        parent = parents[domain]
        parents[domain] = parents.get(parent, parent)
        domain = parent
    return domain


_RANK = "0000000"
_SPACES = r"[\s\x{00a0}\x{2000}-\x{200a}\x{3000}]+"

_GROUPS = f"""
    WITH keyed AS (
      SELECT
        f.*,
        {COMPANY_DOMAIN_SQL} AS company_domain,
        coalesce(
          d.company_key, {COMPANY_DOMAIN_SQL}, o.company_key, n.company_domain, f.company_name_key
        ) AS company_key,
        trim(regexp_replace(f.company, '{_SPACES}', ' ', 'g')) AS label
      FROM company_facts AS f
      LEFT JOIN company_domains AS d
        ON d.company_domain = {COMPANY_DOMAIN_SQL}
      LEFT JOIN company_names AS n
        ON n.company_name_key = f.company_name_key
        AND {COMPANY_DOMAIN_SQL} IS NULL
      LEFT JOIN company_domains AS o
        ON o.company_domain = n.company_domain
    ),
    labels AS (
      SELECT
        company_key,
        min(concat(
          CASE WHEN upper(label) = label AND lower(label) <> label THEN '1' ELSE '0' END,
          lpad(CAST(length(label) AS VARCHAR), {len(_RANK) - 1}, '0'),
          label
        )) AS ranked
      FROM keyed
      WHERE label <> ''
      GROUP BY company_key
    )
    SELECT
      k.email_domain,
      k.company,
      k.domain,
      k.is_mailbox_provider,
      k.is_disposable,
      k.company_domain,
      k.company_name_key,
      k.company_key,
      coalesce(substring(l.ranked, {len(_RANK) + 1}), k.company_key) AS company_label
    FROM keyed AS k
    LEFT JOIN labels AS l
      ON l.company_key = k.company_key"""
"""A company is called by its shortest name that is not all in capitals, or by its key where it has no name."""
