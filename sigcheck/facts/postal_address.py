"""Postal addresses in the text of a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sigcheck.facts.postal_forms import ADDRESS_TAGS, FORMS, PostalForm
from sigcheck.inputs.message_types import MessageLine

_PARTS = ("signature", "disclaimer", "body")
"""Where an address is looked for first: in the body it may be that of a place to meet."""

_LONGEST_STREET = 80
"""Characters before the gap in which a street is looked for."""

_POSTCODE = 8
"""Characters of the place that the end of a street may look at, so as not to take a postcode for a house number."""


class PostalAddress(NamedTuple):
    """A postal address on one line, or the merge tag that stands for it, and the part of the message that holds it."""

    text: str
    part: str


def find_postal_address(lines: Sequence[MessageLine]) -> PostalAddress | None:
    """Return the first postal address in signature, disclaimer or body; None where there is none."""
    for part in _PARTS:
        text = "\n".join(line.text.strip() for line in lines if line.part == part)
        found = postal_address_in(text)
        if found is not None:
            return PostalAddress(found, part)
    return None


def postal_address_in(text: str) -> str | None:
    """Return the first postal address in `text`, whose lines count, on one line; None where there is none.

    An address is a street or a postal box before a town with its postcode, in the form of one country. A merge tag
    that the sending tool replaces by the sender's address is one too.
    """
    tag = _tag_pattern().search(text)
    if tag is not None:
        return tag.group()
    if not any(character.isdigit() for character in text):
        return None
    plain = text.replace("\xa0", " ")
    found = next(_addresses(plain), None)
    return None if found is None else re.sub(r"\s*\n\s*", ", ", plain[slice(*found)]).strip()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for form in FORMS:
        for place in _pattern(form.place).finditer(text):
            start = _start_of_street(form, text, place.start())
            if start is not None:
                yield start, place.end()


def _start_of_street(form: PostalForm, text: str, place_start: int) -> int | None:
    """Return where the last street before a place starts, if the form's gap at most stands between them."""
    if not form.street:
        return place_start
    first = max(0, place_start - form.gap - _LONGEST_STREET)
    streets = _pattern(form.street).finditer(text, first, place_start + _POSTCODE)
    near = [match.start() for match in streets if 0 <= place_start - match.end() <= form.gap]
    return near[-1] if near else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile("|".join(ADDRESS_TAGS), re.IGNORECASE)
