"""Which hosts of the list are misspelled, and which only look so but are a company's own."""

from __future__ import annotations

from functools import cache

from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.facts.address_kinds import is_mailbox_provider
from sigcheck.facts.address_spelling import SLIPS, first_letter_slips, misspelled_domain
from sigcheck.facts.domains import has_known_suffix
from sigcheck.facts.fact import Fact
from sigcheck.facts.word_lists import entries
from sigcheck.relations import Column

_LEAST_COLLEAGUES = 2
"""Rows of one company at a domain from which on it is taken to be the company's own."""

_FEW_HOSTS = 200
"""Hosts up to which it takes less time to ask about each than to have SQL sort them out."""

_TELLING_NAME = 4
"""Letters from which on a domain that begins with the company's name, or the other way round, is the company's own."""


def domain_slip_fact(engine: Engine, source: str, outputs: tuple[Column, ...]) -> Fact:
    """Return a fact that gives, for the `email_domain` of a misspelled address, what is likely meant.

    Its outputs are the domain, and whether it is a mailbox provider's.

    A domain under a suffix that exists is no slip where its company is named like it, or where all of several rows
    at it name one company. `source` holds `address`, `email_domain` and `company`; `company_groups` has to exist.
    """
    hosts = _suspicious_hosts(engine)
    slips = {host: (domain, meant) for host, domain in hosts if (meant := misspelled_domain(domain)) is not None}
    own = _own_domains(engine, source, sorted(slips))
    meant_by_host = {
        host: meant for host, (domain, meant) in slips.items() if host not in own or not has_known_suffix(domain)
    }
    listed = ", ".join(text(host) for host in sorted(meant_by_host))
    return Fact(
        inputs=("email_domain",),
        outputs=outputs,
        compute=lambda host: _meant(meant_by_host.get(host)),
        ask=f"split_part(address, '@', -1) IN ({listed})" if listed else "FALSE",
    )


def _meant(domain: str | None) -> tuple[str | None, bool | None]:
    return domain, None if domain is None else is_mailbox_provider(domain)


def _suspicious_hosts(engine: Engine) -> list[tuple[str, str]]:
    """Return the hosts that may be misspelled: all where there are few.

    Else those near a popular mailbox provider's, or under a suffix that does not exist.
    """
    few: list[tuple[str, str]] = engine.query(
        "SELECT DISTINCT email_domain, domain FROM company_groups WHERE domain <> ''", limit=_FEW_HOSTS + 1
    ).rows
    if len(few) <= _FEW_HOSTS:
        return few
    suffixes = engine.query("SELECT DISTINCT split_part(domain, '.', -1) FROM company_groups WHERE domain <> ''").rows
    unknown = [suffix for (suffix,) in suffixes if not has_known_suffix(f"name.{suffix}")]
    found: list[tuple[str, str]] = engine.query(
        f"""
        SELECT DISTINCT email_domain, domain
        FROM company_groups
        WHERE regexp_matches(domain, {text(near_popular_domains())})
          OR list_contains($unknown, split_part(domain, '.', -1))""",
        {"unknown": unknown},
    ).rows
    return found


@cache
def near_popular_domains() -> str:
    """Return a regular expression for all domains that `misspelled_domain` may take for a popular one.

    Their first letter is the same, or changed places with the second, and their lengths differ by two at most; or it
    is missing, or the next key's.
    """
    shapes = set()
    for domain in entries("popular_mailbox_domains"):
        name, _, suffix = domain.partition(".")
        rest = f"[^.]{{{len(name) - 3},{len(name) + 1}}}"
        shapes.add(rf"(?:{name[0]}|{name[1::-1]}){rest}[.](?:{suffix}|{_with_slip(suffix)})")
        shapes.update(f"{slip}[.]{suffix}" for slip in first_letter_slips(name))
    return f"^(?:{'|'.join(sorted(shapes))})$"


def _with_slip(suffix: str) -> str:
    slips = [slip for slip, meant in SLIPS.items() if meant == suffix]
    return "|".join(slips) or suffix


def _own_domains(engine: Engine, source: str, hosts: list[str]) -> frozenset[str]:
    """Return those of `hosts` that a company of the list uses as its own."""
    if not hosts:
        return frozenset()
    used = engine.query(
        f"""
        SELECT s.email_domain, g.domain, g.company_name_key, count(*)
        FROM {source} AS s
        JOIN company_groups AS g
          ON g.email_domain = s.email_domain
          AND g.company = s.company
        WHERE list_contains($hosts, s.email_domain)
          AND g.company_name_key IS NOT NULL
        GROUP BY s.email_domain, g.domain, g.company_name_key""",
        {"hosts": hosts},
    ).rows
    names: dict[str, list[str]] = {}
    for host, _, name, _ in used:
        names.setdefault(host, []).append(name)
    return frozenset(
        host
        for host, domain, name, rows in used
        if _is_named_like(domain, name) or (len(names[host]) == 1 and rows >= _LEAST_COLLEAGUES)
    )


def _is_named_like(domain: str, company_name: str) -> bool:
    label = domain.partition(".")[0].replace("-", "")
    name = company_name.replace(" ", "")
    return min(len(label), len(name)) >= _TELLING_NAME and (label.startswith(name) or name.startswith(label))
