"""Domain names: which part of a host was registered, by the Public Suffix List."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


FLAT_SUFFIXES = ("com", "net", "org", "info", "edu", "gov", "biz", "ch", "de", "dk", "eu", "li", "lu", "nl")
"""Suffixes under which the ICANN section names no longer ones, so that the list, slow to read, need not be asked."""

_COMMON_SUFFIXES = frozenset(
    {*FLAT_SUFFIXES, "at", "au", "be", "br", "ca", "co", "cz", "es", "fi", "fr", "ie", "in"}
    | {"io", "it", "jp", "mx", "no", "nz", "pl", "pt", "se", "sg", "uk", "us", "za"}
)
"""Top-level domains that exist, which the list need not be asked about either."""


@cache
def _public_suffixes(idna: bool) -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_encoded_idn=idna)


@cache
def _known_suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_unknown=False)


def registrable_domain(host: str | None) -> str | None:
    """Return the domain that was registered for `host`, lower case and in ASCII (Punycode).

    `mail.acme.co.uk` gives `acme.co.uk`, by the ICANN section of the Public Suffix List. None for a public suffix
    itself, a name without a dot, an IP address, and what cannot be a host name.
    """
    plain = _plain_host().fullmatch(host or "")
    if plain is not None:
        return plain.group(1)
    name = _ascii_host(host or "")
    if name is None or "." not in name or name.rpartition(".")[2].isdigit():
        return None
    domain: str | None = _public_suffixes(idna="xn--" in name).privatesuffix(name)
    return domain


@cache
def _plain_host() -> re.Pattern[str]:
    return re.compile(rf"(?:[a-z0-9-]+\.)*([a-z0-9-]+\.(?:{'|'.join(FLAT_SUFFIXES)}))")


def has_known_suffix(domain: str) -> bool:
    """Return whether `domain` (lower case, ASCII) ends in a public suffix that exists, such as `com` or `co.uk`."""
    return domain.rpartition(".")[2] in _COMMON_SUFFIXES or _known_suffixes().publicsuffix(domain) is not None


def _ascii_host(host: str) -> str | None:
    name = host.strip().strip(".").lower()
    if not name or ".." in name or any(character in name for character in " @/[]:"):
        return None
    if name.isascii():
        return name
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None
