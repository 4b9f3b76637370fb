"""What is wrong with a single value of the list, once a message inserts it."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.facts.companies import spoken_company_name
from sigcheck.facts.folding import fold
from sigcheck.facts.merge_tags import merge_tag_spans
from sigcheck.facts.name_casing import proper_case
from sigcheck.facts.name_fields import misplaced_in_name
from sigcheck.facts.name_notes import name_note
from sigcheck.facts.placeholders import placeholder
from sigcheck.facts.remembered import remembered
from sigcheck.facts.stray_text import mojibake_fix, stray_characters, without_stray_characters
from sigcheck.facts.template_faults import template_faults

NAME_FIELDS = ("first_name", "last_name", "full_name")
COMPANY_FIELD = "company"

_PLACE_FIELDS = frozenset({"country", "region", "city", "language", "timezone"})
_CODE_LENGTH = 3
"""Letters up to which the name of a place may be a code: NA is Namibia and Naples."""

_FIRST_NAMES = frozenset({"Ka", "Nil", "Nom"})
"""Words of the placeholder list that are given names in this casing."""

_WORDS_ELSEWHERE = frozenset(
    {"blank", "company", "contact", "customer", "email", "example", "field", "first", "last", "lead", "leer", "name"}
    | {"sample", "surname", "tester", "title", "user", "value", "vide"}
)
"""Words of the placeholder list that say something outside the fields that hold names."""

_PROSE_WORDS = 8
"""Words from which on a value is prose, in which people do break lines and type two spaces after a full stop."""


class ValueFlaws(NamedTuple):
    """What is wrong with a value; the fields are the columns of `merge_values` of the same names."""

    is_placeholder: bool = False
    decoded: str | None = None
    stray: str | None = None
    leftover: str | None = None
    name_note: str | None = None
    proper_case: str | None = None
    misplaced: str | None = None
    spoken: str | None = None


_FLAWLESS = ValueFlaws()


@remembered
def value_flaws(field: str, given: str) -> ValueFlaws | None:
    """Return what is wrong with a value of `field` (a column of `recipients`) as the cell holds it; None if nothing is.

    A placeholder and merge tags are no names, and are not judged as such; nor is the casing of a name that holds a
    note. Text that was decoded wrongly is judged as it was meant, but for its casing.
    """
    value = given.strip()
    if not value:
        return None
    if is_placeholder_in(field, value):
        return ValueFlaws(is_placeholder=True)
    decoded = mojibake_fix(value)
    if decoded is not None:
        return _flaws_of_decoded(field, decoded, _stray(given))
    flaws = _flaws_of_text(field, value, _stray(given))
    return flaws if flaws != _FLAWLESS else None


def is_placeholder_in(field: str, value: str) -> bool:
    """Return whether `value` only fills `field`; what does so in one field may be a value in another (NA, Nil, 0)."""
    if field == "last_name":
        return placeholder(value, surname=True)
    if not placeholder(value) or (field == "first_name" and value in _FIRST_NAMES):
        return False
    if field in NAME_FIELDS or field == COMPANY_FIELD:
        return True
    if field in _PLACE_FIELDS and value.isalpha() and len(value) <= _CODE_LENGTH:
        return False
    return not value.isdigit() and fold(value) not in _WORDS_ELSEWHERE


def _flaws_of_decoded(field: str, decoded: str, stray: str | None) -> ValueFlaws:
    if is_placeholder_in(field, decoded.strip()):
        return ValueFlaws(is_placeholder=True, decoded=decoded, stray=stray)
    flaws = _flaws_of_text(field, decoded.strip(), stray)
    return flaws._replace(decoded=decoded, proper_case=None, spoken=None)


def _flaws_of_text(field: str, value: str, stray: str | None) -> ValueFlaws:
    """Return the flaws of a value; of a template only that it is one."""
    leftover = _leftover(value)
    return ValueFlaws(leftover=leftover, stray=stray) if leftover else _flaws_of_kind(field, value, stray)


def _flaws_of_kind(field: str, value: str, stray: str | None) -> ValueFlaws:
    if field == COMPANY_FIELD:
        return ValueFlaws(stray=stray, spoken=spoken_company_name(value))
    if field not in NAME_FIELDS:
        return ValueFlaws(stray=stray)
    note = name_note(value)
    return ValueFlaws(
        stray=stray,
        name_note=note,
        proper_case=None if note else proper_case(value),
        misplaced=None if note else misplaced_in_name(value, field),
    )


def _leftover(value: str) -> str | None:
    """Return the first merge tag or unfilled blank in a value: no tool looks for those in what it inserts."""
    for start, end in merge_tag_spans(value):
        return value[start:end]
    return next((fault.text for fault in template_faults(value)), None)


def _stray(given: str) -> str | None:
    return stray_characters(" ".join(given.split()) if _is_prose(given) else given)


def without_stray(given: str) -> str | None:
    """Return a cell's value without what `value_flaws` calls stray in it; None where nobody can tell what is meant."""
    return without_stray_characters(given, is_prose=_is_prose(given))


def _is_prose(given: str) -> bool:
    return len(given.split()) >= _PROSE_WORDS
