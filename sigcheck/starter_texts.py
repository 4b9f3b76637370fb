"""First drafts of a message, by purpose: short, plain, and to be made the sender's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Draft(NamedTuple):
    """A subject, and the lines between greeting and opt-out."""

    subject: str
    body: tuple[str, ...]


_TALK = "Could we talk for a quarter of an hour next week?"

_DRAFTS: Mapping[str, Draft] = {
    "introduction": Draft(
        "A word about {{company}}",
        ("I look after firms like {{company}} and wanted you to know whom to ask.", "", _TALK),
    ),
    "meeting-request": Draft(
        "A question about {{company}}",
        ("I have a thought about {{company}} that I would like to hear your view on.", "", _TALK),
    ),
    "follow-up": Draft(
        "Where we left off",
        ("I promised to come back to you about {{company}}, and here I am.", "", _TALK),
    ),
    "event-invitation": Draft(
        "A seat for you",
        ("We sit down with a few people from firms like {{company}} soon.", "", "Would you like to join us?"),
    ),
    "content-offer": Draft(
        "Something to read",
        ("We wrote down what firms like {{company}} told us.", "", "Would you like me to send it to you?"),
    ),
    "renewal": Draft(
        "Your contract with us",
        ("The contract of {{company}} comes to its end, and I would like to hear what you need.", "", _TALK),
    ),
    "survey": Draft(
        "Your opinion, please",
        ("I would like to know how {{company}} gets on with us.", "", "Would you answer three questions by reply?"),
    ),
}


def text_for(purpose: str) -> Draft:
    """Return the draft for a purpose of the plan; that of a request for a meeting where it has none of its own."""
    return _DRAFTS.get(purpose, _DRAFTS["meeting-request"])
