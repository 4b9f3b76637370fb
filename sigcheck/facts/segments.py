"""The relation `segments`: how the list spells the values by which it sorts recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.facts.countries import country_code, region_code
from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.names import person_key
from sigcheck.relations import SEGMENTS

SEGMENT_FIELDS = ("country", "region", "language", "user_group", "owner", "variant")

_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland", "cymru"})
"""Parts of a country that are named in the place of a country, on purpose."""


def add_segments(engine: Engine) -> None:
    """Create `segments` from `recipients`: one row for each spelling of each value in the list's segmenting columns.

    A region is told apart by its country as well, as two countries may have regions of one name.
    """
    given = {name for (name,) in engine.query("SELECT name FROM list_columns").rows}
    rows = [row for field in SEGMENT_FIELDS if field in given for row in _spellings(engine, field)]
    engine.create(SEGMENTS.name, SEGMENTS.columns, rows)


def segment_key(field: str, value: str, country: str | None = None) -> str:
    """Return a key that is the same for all spellings of one value of `field`.

    Countries and regions are one by their ISO 3166 codes (`US`, `USA`, `United States`; `NY`, `New York`), owners by
    their names in any order; else case, accents, spaces and separating punctuation make no difference.
    `country` is the ISO 3166-1 code that a region belongs to.
    """
    key = _folded(value)
    if field == "country" and key not in _NATIONS:
        return country_code(value) or key
    if field == "region":
        return f"{country or ''} {region_code(country, value) or key}".strip()
    if field == "owner" and "@" not in value:
        return person_key(value) or key
    return key


def _spellings(engine: Engine, field: str) -> Iterator[tuple[Any, ...]]:
    cell = f"trim({quoted(field)})"
    country = "country_code" if field == "region" else "CAST(NULL AS VARCHAR)"
    found = engine.query(
        f"""
        SELECT {cell} AS value, {country} AS country, count(*), min(row)
        FROM recipients
        WHERE {cell} <> ''
        GROUP BY 1, 2"""
    ).rows
    for value, in_country, rows, first in found:
        yield (field, value, segment_key(field, value, in_country), rows, first)


def _folded(value: str) -> str:
    return " ".join(_separator().sub(" ", join_umlauts(fold(value))).split()) or value


@cache
def _separator() -> re.Pattern[str]:
    # What tells C from C++ and C# stays.
    return re.compile(r"[\s_.,;:/'’`´\"()\[\]–—-]+")
