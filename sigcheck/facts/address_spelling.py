"""Misspelled domains of addresses: gmial.com for gmail.com, acme.con for acme.com."""

from __future__ import annotations

from functools import cache

from sigcheck.facts.address_kinds import is_disposable, is_mailbox_provider
from sigcheck.facts.domains import has_known_suffix
from sigcheck.facts.word_lists import entries

_COMMON_SUFFIXES = ("com", "net", "org", "de", "fr", "es", "it", "nl", "ch", "at", "uk", "eu", "info", "biz", "edu")
"""Top-level domains that a misspelled one is likely meant to be, the likeliest first."""

SLIPS = {"co": "com", "cm": "com", "om": "com", "ne": "net"}
"""Top-level domains that exist, but after a mailbox provider's name are a slip of another."""

_REAL_NEIGHBOURS = frozenset({"cloud.com", "earthling.net", "fmail.com", "prontomail.com"})
"""Real domains whose names are a near miss of a popular mailbox provider's."""

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

_FIRST_LETTER_TELLS = 5
"""Letters from which on a name without its first letter, or with the next key's instead, still tells what was meant."""

_LONG_NAME = 8
"""Letters from which on two slips in one name still tell what was meant."""


def misspelled_domain(domain: str | None, known: frozenset[str] = frozenset()) -> str | None:
    """Return the domain that `domain` (registrable, lower case) is likely meant to be; None where it seems right.

    Two things are found: a near miss of a popular mailbox provider (Damerau-Levenshtein distance 1, or 2 in a long
    name), and a top-level domain that does not exist. Other providers' domains and those in `known`, the domains
    that the caller trusts, are never found.
    """
    name, dot, suffix = (domain or "").partition(".")
    if not dot or domain is None or domain in known:
        return None
    if domain in _REAL_NEIGHBOURS:
        return None
    slip = f"{name}.{SLIPS.get(suffix, suffix)}"
    if slip != domain and slip in entries("popular_mailbox_domains"):
        return slip
    neighbour = _popular_neighbour(name, suffix)
    if neighbour is not None:
        return neighbour
    if has_known_suffix(domain) or is_mailbox_provider(domain) or is_disposable(domain):
        return None
    return _with_real_suffix(domain, known)


def _with_real_suffix(domain: str, known: frozenset[str]) -> str | None:
    from rapidfuzz.distance import OSA

    stem, _, suffix = domain.rpartition(".")
    near = [real for real in _COMMON_SUFFIXES if OSA.distance(suffix, real, score_cutoff=1) <= 1]
    if not near and sorted(suffix) == ["c", "m", "o"]:
        near = ["com"]
    candidates = [f"{stem}.{real}" for real in near]
    trusted = [candidate for candidate in candidates if candidate in known or is_mailbox_provider(candidate)]
    neighbours = [misspelled_domain(candidate, known) for candidate in candidates]
    corrected = [neighbour for neighbour in neighbours if neighbour is not None]
    return next(iter([*trusted, *corrected, *candidates]), None)


def _popular_neighbour(name: str, suffix: str) -> str | None:
    popular_names = _popular_names().get(suffix, ())
    if near := next((popular for popular in popular_names if _is_near_miss(name, popular)), None):
        return f"{near}.{suffix}"
    slipped = next((popular for popular in popular_names if name in first_letter_slips(popular)), None)
    return None if slipped is None or is_mailbox_provider(f"{name}.{suffix}") else f"{slipped}.{suffix}"


def first_letter_slips(popular_name: str) -> frozenset[str]:
    """Return the name without its first letter, and with a neighbouring key's instead; none of a short name."""
    if len(popular_name) < _FIRST_LETTER_TELLS:
        return frozenset()
    first, rest = popular_name[0], popular_name[1:]
    keys = next((row for row in _KEYBOARD if first in row), first)
    place = keys.index(first)
    beside = keys[max(place - 1, 0) : place] + keys[place + 1 : place + 2]
    return frozenset({rest, *(key + rest for key in beside)})


@cache
def _popular_names() -> dict[str, tuple[str, ...]]:
    by_suffix: dict[str, list[str]] = {}
    for domain in sorted(entries("popular_mailbox_domains")):
        name, _, suffix = domain.partition(".")
        by_suffix.setdefault(suffix, []).append(name)
    return {suffix: tuple(names) for suffix, names in by_suffix.items()}


def _is_near_miss(name: str, popular_name: str) -> bool:
    allowed = 2 if len(popular_name) >= _LONG_NAME else 1
    if abs(len(name) - len(popular_name)) > allowed:
        return False
    # Another first letter makes another name (email.com, ymail.com, cloud.com), unless two letters changed places.
    if name[0] != popular_name[0] and name[:2] != popular_name[1::-1]:
        return False
    from rapidfuzz.distance import OSA

    return 0 < OSA.distance(name, popular_name, score_cutoff=allowed) <= allowed
