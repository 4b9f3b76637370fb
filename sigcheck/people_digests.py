"""Short digests of a list's recipients: enough to count who was added, taken out or changed, and no more.

Each recipient takes six bytes: four of a digest of the address, two of a digest of all that is used of the row. Both
are keyed with the digest of the whole list, so that the same person has another one in another list, and no table
made beforehand fits. They name nobody, but whoever holds both the file and an address can tell, with one chance in
some four billion of being wrong for each recipient, whether it was in the list: digests of personal data remain
personal data.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from typing import NamedTuple

ADDRESS_BYTES = 4
"""Of 100,000 recipients, two addresses share these in about one pair; the digest of the whole list still tells."""

ROW_BYTES = 2

_RECIPIENT_BYTES = ADDRESS_BYTES + ROW_BYTES
_LINE_BYTES = 12 * _RECIPIENT_BYTES


class PeopleChanges(NamedTuple):
    """How many recipients one list has more and fewer than another, and how many of the same differ."""

    added: int = 0
    removed: int = 0
    changed: int = 0


def encoded(digests: bytes) -> str:
    """Return the digests of recipients, one behind the other, as lines of text."""
    starts = range(0, len(digests), _LINE_BYTES)
    return "\n".join(b64encode(digests[start : start + _LINE_BYTES]).decode() for start in starts)


def checked(text: str) -> str:
    """Return an encoded list as it is. Raises ValueError where it is none."""
    _rows(text)
    return text


def changes_between(earlier: str, now: str) -> PeopleChanges:
    """Return how the people of two encoded lists differ."""
    rows_before, rows_now = _rows(earlier), _rows(now)
    before, after = (Counter(row[:ADDRESS_BYTES] for row in rows.elements()) for rows in (rows_before, rows_now))
    added, removed = (after - before).total(), (before - after).total()
    # Each row that is new belongs to a recipient who is new, or who was there and now gets something else.
    return PeopleChanges(added, removed, max((rows_now - rows_before).total() - added, 0))


def _rows(text: str) -> Counter[bytes]:
    content = b64decode("".join(text.split()), validate=True)
    if len(content) % _RECIPIENT_BYTES:
        raise ValueError("is cut short")
    return Counter(content[start : start + _RECIPIENT_BYTES] for start in range(0, len(content), _RECIPIENT_BYTES))
