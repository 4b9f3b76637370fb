"""What `sigcheck init` asks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_LONGEST = 300
"""Characters of an answer; what is longer is no name and no address."""


class Question(NamedTuple):
    """One question: its key in the answers, its words, how an answer is read (ValueError), and what stands in for one.

    An answer that `is_example` is nobody's: the user has to replace it.
    """

    key: str
    text: str
    read: Callable[[str], str]
    default: Callable[[], str | None]
    metavar: str = "TEXT"
    is_example: bool = False


def _text(answer: str) -> str:
    if not answer:
        raise ValueError("must not be empty")
    return _any_text(answer)


def _any_text(answer: str) -> str:
    if not answer.isprintable() or len(answer) > _LONGEST:
        raise ValueError(f"must be one line of at most {_LONGEST} characters")
    return answer


def _address(answer: str) -> str:
    from sigcheck.plan import parse_address

    return parse_address(answer)


def _zone(answer: str) -> str:
    from sigcheck.plan.values import parse_zone

    return parse_zone(answer)


def _one_of(kind: str) -> Callable[[str], str]:
    def read(answer: str) -> str:
        from typing import get_args

        from sigcheck.plan import section

        known = get_args(getattr(section, kind))
        if answer.lower() not in known:
            raise ValueError(f"is one of {', '.join(known)}")
        return answer.lower()

    return read


def _this_zone() -> str:
    """Return the time zone of this machine, where its name can be told; else UTC."""
    from sigcheck.zones import zone_names

    try:
        link = Path("/etc/localtime").resolve().as_posix().rpartition("zoneinfo/")[2]
    except OSError:
        link = ""
    for name in (os.environ.get("TZ", "").lstrip(":"), link):
        if name.lower() in zone_names():
            return zone_names()[name.lower()]
    return "UTC"


QUESTIONS = (
    Question("name", "Name of the send", _text, lambda: "First send"),
    Question("sender_name", "Who signs it: first and last name", _text, lambda: "Ana Ruiz", is_example=True),
    Question("sender_email", "Address of the sender", _address, lambda: "ana.ruiz@northwind.com", "EMAIL", True),
    Question("sender_title", "Job title of the sender", _any_text, lambda: "Account Executive", is_example=True),
    Question(
        "purpose",
        "Purpose: introduction, meeting-request, follow-up, event-invitation, content-offer, renewal, announcement, "
        "survey, promotion, newsletter or internal-update",
        _one_of("Purpose"),
        lambda: "meeting-request",
        "PURPOSE",
    ),
    Question(
        "audience",
        "To whom: prospects, customers, partners or sales",
        _one_of("Audience"),
        lambda: "prospects",
        "AUDIENCE",
    ),
    Question("timezone", "Time zone of the send, such as America/New_York", _zone, _this_zone, "ZONE"),
    Question(
        "postal_address",
        "Postal address of your company, on one line",
        _text,
        lambda: "12 Harbor Street, Boston, MA 02110",
        is_example=True,
    ),
    Question(
        "opt_out_owner",
        "Who sees to it that nobody who opts out gets mail again: an address",
        _address,
        lambda: "privacy@northwind.com",
        "EMAIL",
        True,
    ),
    Question("relevance", "Why it matters to these people, in one sentence (may wait)", _any_text, lambda: ""),
    Question(
        "history",
        "File of emails these people got before; 'none' where there were none (may wait)",
        _any_text,
        lambda: None,
        "FILE|none",
    ),
    Question(
        "suppress",
        "File of people who opted out; 'none' where nobody has (may wait)",
        _any_text,
        lambda: None,
        "FILE|none",
    ),
)
