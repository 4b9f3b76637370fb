"""Whether a sender's name is a person's, or that of a team, a role or a brand."""

from __future__ import annotations

import re
from functools import cache

_GROUP_WORDS = frozenset(
    """
    team teams crew staff desk department division office marketing sales support service services success customer
    customers client clients newsletter news updates update notifications notification alerts info information
    noreply no-reply donotreply hello contact billing accounts events webinars community academy program programme
    group company inc inc. llc ltd ltd. gmbh ag corp corp. corporation limited plc équipe équipes service-client
    institute association foundation council committee helpdesk hotline rédaction redacción redazione redactie
    kundtjänst kundeservice klantenservice asiakaspalvelu atención buchhaltung sekretariat vertrieb kundenservice
    kundendienst redaktion equipo ventas soporte
    """.split()
)
"""Words that a person's name does not hold, in the languages of our users; folded to lower case."""


def is_personal_name(name: str, domain: str | None) -> bool:
    """Return whether a sender's display name reads as one person's.

    It does not where it holds a group word ("The Northwind Team"), or is only the brand of the sender's own
    domain ("Northwind"). "Ana at Northwind" and "Ana Ruiz | Northwind" name a person.
    """
    personal = _before_company(name)
    words = [word.strip(".,") for word in personal.lower().split()]
    if not words or words[0] in {"the", "your", "das", "die", "el", "la", "l'équipe"}:
        return False
    if any(word in _GROUP_WORDS for word in words):
        return False
    brand = (domain or "").partition(".")[0]
    return "".join(words) != brand and not re.search(r"[@\d]", personal)


def _before_company(name: str) -> str:
    """Return what stands before "at Northwind", "| Northwind", "- Northwind" or "(Northwind)"."""
    return _company_tail().split(name, maxsplit=1)[0].strip()


@cache
def _company_tail() -> re.Pattern[str]:
    return re.compile(r"\s+(?:at|from|von|de chez|bei|@)\s+|\s*[|(]\s*|\s+[-–—]\s+|,\s+", re.IGNORECASE)
