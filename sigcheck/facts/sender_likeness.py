"""Whether what a message shows of its writer is the sender: name, address and title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.sender_names import is_personal_name
from sigcheck.facts.titles import seniority
from sigcheck.inputs.line_shapes import is_closing, is_name, is_signature_delimiter

_LETTERS = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    {"da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "of", "ten", "van", "von"}
)
_TITLE_BREAK = re.compile(r"\s*[,|·•/]\s*|\s+[-–—]\s+")
_MAX_TITLE_WORDS = 8

_RANKS = {"c-level": 0, "vp": 1, "director": 2, "manager": 3, "individual": 4, "sales-development": 4}
"""Seniority → place in the ranks, from the top."""

_LOWEST_TOLD = _RANKS["manager"]
"""Lowest rank that can be told in a line that need not be a title at all."""


def is_mailbox_of(address: str, sender: str) -> bool:
    """Return whether an address is the sender's, both in lower case.

    A +tag makes no other mailbox, and neither does a host of the sender's domain, through which tools take replies.
    """
    local, _, host = address.partition("@")
    own_local, _, own_host = sender.partition("@")
    is_own_host = host == own_host or host.endswith(f".{own_host}")
    return is_own_host and local.partition("+")[0] == own_local.partition("+")[0]


def is_name_of(text: str, name: str, domain: str | None) -> bool | None:
    """Return whether a display name (`Ana at Northwind`) is that of the person called `name`; None where unsure.

    A name in another script may be the same, and a single word may be a short form (`Bob`), unless it is the brand
    of `domain` or the name of a team.
    """
    words, own = _name_words(text), _name_words(name)
    if words & own or not words or not own:
        return True if words & own else None
    if not is_personal_name(text, domain):
        return False
    return None if len(words) == 1 or _is_ascii(words) != _is_ascii(own) else False


def other_name(signature: Sequence[str], name: str, domain: str | None) -> str | None:
    """Return the name that the lines of a signature give in place of the person's called `name`; None where none."""
    if _name_words(" ".join(signature)) & _name_words(name):
        return None
    for line in signature:
        first = _TITLE_BREAK.split(line.strip(), maxsplit=1)[0]
        if not first or is_signature_delimiter(line) or is_closing(line):
            continue
        return first if is_name(first) and is_name_of(first, name, domain) is False else None
    return None


def other_title(signature: Sequence[str], title: str | None) -> str | None:
    """Return the job title in the lines of a signature that is of quite another rank than `title`; None where none is.

    Titles of one rank differ in their wording, and those of neighbouring ranks by language and house.
    """
    rank = _RANKS.get(seniority(title) or "")
    if title is None or rank is None or _folded(title) in _folded(" ".join(signature)):
        return None
    for line in signature:
        for part in _TITLE_BREAK.split(line.strip()):
            told = _RANKS.get(seniority(part) or "") if _may_be_title(part) else None
            if told is not None and told <= _LOWEST_TOLD and abs(told - rank) > 1:
                return part
    return None


def _may_be_title(text: str) -> bool:
    return 0 < len(text.split()) <= _MAX_TITLE_WORDS and not re.search(r"[\d@{}%]|www\.", text)


def _name_words(text: str) -> frozenset[str]:
    words = _LETTERS.findall(_folded(text))
    return frozenset(word for word in words if (len(word) > 1 or not word.isascii()) and word not in _PARTICLES)


def _is_ascii(words: frozenset[str]) -> bool:
    return all(word.isascii() for word in words)


def _folded(text: str) -> str:
    return join_umlauts(fold(" ".join(text.split())))
