"""What a header or a merge field stands for: which column of `recipients`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from sigcheck.facts.field_names import STANDARD_FIELDS

_PERSON_PREFIXES = frozenset({"lead", "contact", "recipient", "prospect", "person", "customer", "subscriber"})
_COMPANY_PREFIXES = frozenset({"company", "account", "organization", "organisation"})
_HEADER_PREFIXES = ("contact", "lead", "prospect", "recipient", "person")
_FULL_NAME_KEY = "name"
_TITLE_KEYS = frozenset({"title", "titel", "titre"})

_KEPT_NAMES = 10_000
"""Names whose keys are kept: each merge tag asks about all headers of the list anew."""


def field_key(field: str) -> str:
    """Return `field` (a header or a merge field) as a key that spells alike what means alike.

    The prefix of a person's record goes (`lead.First Name`, `{Contact.FirstName}`, Eloqua's `C_`), as do case,
    accents, spaces, punctuation and the `__c` of a custom field; `company.name` is `company`, whatever a tool
    calls it.
    """
    prefix, rest = split_prefix(field)
    key = _fold(rest)
    if prefix not in _COMPANY_PREFIXES:
        return key
    if key in ("name", "companyname", "accountname"):
        return "company"
    return key if key.startswith("company") else f"company{key}"


def standard_field(name: str) -> str | None:
    """Return the column of `recipients` that a header or merge field of this name stands for, or None.

    The match is exact once both are keys: "Email Opt Out" is not an address, and "Company ID" not a company.
    A bare "Name" is `full_name`; `standard_fields` sees the other headers and knows better.
    """
    key = field_key(name)
    table = _columns_by_key()
    if key in table:
        return table[key]
    for prefix in _HEADER_PREFIXES:
        if key.startswith(prefix):
            return table.get(key.removeprefix(prefix))
    return None


def standard_fields(headers: Sequence[str]) -> list[str | None]:
    """Return the column that each of a list's headers stands for; a column is given once, to the first that fits.

    A bare "Name" beside a first name is no full name: it is the last name where the list has no other and
    the first name is not in English ("Vorname", "Prénom"), else nothing. A bare "Title" beside a "Job Title" holds
    forms of address, "Ms." and "Dr.", as in the exports of Outlook.
    """
    found = _without_forms_of_address(headers, [standard_field(header) for header in headers])
    name_column = _column_of_bare_name(headers, found)
    seen: set[str] = set()
    columns: list[str | None] = []
    for header, given in zip(headers, found, strict=True):
        column = name_column if field_key(header) == _FULL_NAME_KEY else given
        columns.append(column if column not in seen else None)
        seen.update(() if column is None else (column,))
    return columns


def resolve_list_column(field: str, columns: Sequence[str]) -> str | None:
    """Return the one of `columns` (names of list columns) that a merge field stands for, or None.

    A column of the same key comes first, then one that is the same standard column, then, for a company's
    field such as `company.Industry`, a column of the bare name.
    """
    by_key: dict[str, str] = {}
    for column in columns:
        by_key.setdefault(field_key(column), column)
    key = field_key(field)
    if key in by_key:
        return by_key[key]
    standard = standard_field(field)
    if standard is not None:
        return next((column for column in columns if standard_field(column) == standard), None)
    prefix, rest = split_prefix(field)
    return by_key.get(_fold(rest)) if prefix in _COMPANY_PREFIXES else None


def split_prefix(field: str) -> tuple[str, str]:
    """Return the record that `field` names before a dot, colon or dash, in lower case ("" if none), and the rest."""
    match = _prefix_pattern().match(field)
    if match is None:
        return "", field.removeprefix("C_") if field.startswith("C_") else field
    prefix, rest = match["prefix"].lower(), match["rest"]
    if prefix in _PERSON_PREFIXES or prefix in _COMPANY_PREFIXES:
        return prefix, rest
    return "", field


def _without_forms_of_address(headers: Sequence[str], found: list[str | None]) -> list[str | None]:
    is_bare = [
        column == "title" and field_key(header) in _TITLE_KEYS for header, column in zip(headers, found, strict=True)
    ]
    if found.count("title") == sum(is_bare):
        return found
    return [None if bare else column for column, bare in zip(found, is_bare, strict=True)]


def _column_of_bare_name(headers: Sequence[str], found: Sequence[str | None]) -> str | None:
    first_name = next((header for header, column in zip(headers, found, strict=True) if column == "first_name"), None)
    if first_name is None:
        return "full_name"
    is_english = field_key(first_name) in {"firstname", "first", "fname", "givenname", "forename"}
    return None if is_english or "last_name" in found else "last_name"


@cache
def _columns_by_key() -> dict[str, str]:
    return {_fold(name): column for column, names in STANDARD_FIELDS.items() for name in names}


@cache
def _prefix_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<prefix>[A-Za-z]+)(?:\s*[.:]|\s+-\s)\s*(?P<rest>\S.*)", re.DOTALL)


@cache
def _noise_pattern() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


@lru_cache(maxsize=_KEPT_NAMES)
def _fold(text: str) -> str:
    folded = text.strip().removesuffix("__c").casefold()
    return _noise_pattern().sub("", folded if folded.isascii() else _without_accents(folded))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
