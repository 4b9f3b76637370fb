"""Postal addresses in the text of a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sigcheck.inputs.message_types import MessageLine


@dataclass(frozen=True)
class PostalAddress:
    """A postal address, on one line, and the part of the message that holds it."""

    text: str
    part: str


def find_postal_address(lines: Sequence[MessageLine]) -> PostalAddress | None:
    """Return the sender's postal address."""
    return None
