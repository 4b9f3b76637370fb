"""Moments in columns of text, as SQL: ISO 8601, and the other ways in which exports write a day and a time of day.

What names no distance to UTC is taken as UTC. Names of zones other than UTC and GMT are not read, as they mean
different zones to people; nor is anything that may be misread in silence: a moment that cannot be read is NULL.
"""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.engine.sql import text

_ISO = "(?:19[7-9]|2[0-9]{2})[0-9]-[0-9]{1,2}-[0-9]{1,2}(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?)?"
_CLOCK = "[0-9]:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?"
_HALF = "(?: ?[ap][.]?m[.]?)?"
_OFFSET = "[+-][0-9]{2}:?[0-9]{2}"
_REMARK = r"(?: \([a-z ]+\))?"
_LIKELY_YEAR = "^(?:19[7-9]|2[0-9]{2})[0-9]-.*"

_MONTH_FIRST = ("%m/%d/%y", "%m/%d/%Y", "%m-%d-%y", "%m-%d-%Y")
_DAY_FIRST = ("%d/%m/%y", "%d/%m/%Y", "%d-%m-%y", "%d-%m-%Y")
_CERTAIN = (
    *("%d.%m.%y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%b %d %Y", "%d %b %Y", "%d-%b-%y", "%d-%b-%Y"),
    *("%B %d %Y", "%d %B %Y"),
)
"""Days as exports write them. Of two that fit, the one with fewer digits of the year comes first."""

_TIMES = (" %I:%M %p", " %H:%M", " %H:%M:%S", " %I:%M:%S %p", "")


def moment_in(engine: Engine, relation: str, cell: str) -> str:
    """Return the moments in a column of text as SQL (UTC), by the ways in which the rows of a relation write them.

    Days such as 11/12/2026 have the month first, unless one of the rows can only be read with the day first.
    """
    iso = iso_moment(cell)
    others = engine.query(f"SELECT 1 FROM {relation} WHERE {iso} IS NULL AND {cell} <> ''", limit=1)
    if not others.rows:
        return iso
    month_first, day_first = other_moment(cell, day_first=False), other_moment(cell, day_first=True)
    only_day_first = engine.query(
        f"SELECT 1 FROM {relation} WHERE {iso} IS NULL AND {month_first} IS NULL AND {day_first} IS NOT NULL", limit=1
    )
    return f"coalesce({iso}, {day_first if only_day_first.rows else month_first})"


def iso_moment(cell: str) -> str:
    """Return a time in ISO 8601 as SQL (UTC); NULL where it is none, or more stands there than that."""
    offset = f"(?: ?(?:Z|{_OFFSET}|[+-][0-9]{{2}})| UTC| GMT)"
    zoned = f"TRY_CAST(regexp_replace({cell}, ' +([+-][0-9:]+ *)$', '\\1') AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
    return (
        f"CASE WHEN regexp_full_match({cell}, ' *{_ISO} *') THEN TRY_CAST({cell} AS TIMESTAMP) "
        f"WHEN regexp_full_match({cell}, ' *{_ISO}{offset} *') THEN {zoned} END"
    )


def other_moment(cell: str, *, day_first: bool) -> str:
    """Return a time as SQL (UTC) that is written in none but the ways of ISO 8601; NULL where it cannot be read.

    Read are 11/20/2026 9:12 AM, 20.11.2026 09:12, Nov 20, 2026 9:12 AM, Fri, 20 Nov 2026 09:12:00 +0100 and the like,
    with years of two digits, too. `day_first` says what the first number is where that can be either.
    """
    days = (*(_DAY_FIRST if day_first else _MONTH_FIRST), *_CERTAIN)
    formats = ", ".join(text(day + time) for day in days for time in _TIMES)
    local = f"CAST(try_strptime({_plain(cell)}, [{formats}]) AS VARCHAR)"
    moment = f"regexp_extract({local}, {text(_LIKELY_YEAR)}) || {_offset(cell)}"
    return f"TRY_CAST({moment} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"


def _plain(cell: str) -> str:
    """Return a time without the day of the week, marks, parts of a second, and distance to UTC, as SQL."""
    zone = f"z|utc|gmt|{_OFFSET}{_REMARK}"
    steps = (
        (f"(?i)({_CLOCK}{_HALF}) ?(?:{zone})$", r"\1"),
        ("(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", ""),
        ("(?i),? at |,", " "),
        (" +", " "),
        ("(:[0-9]{2})[.][0-9]+", r"\1"),
        ("(?i)([0-9]) ?([ap])[.]?m[.]?$", r"\1 \2m"),
    )
    plain = f"trim({cell})"
    for pattern, replacement in steps:
        plain = f"regexp_replace({plain}, {text(pattern)}, {text(replacement)}, 'g')"
    return plain


def _offset(cell: str) -> str:
    """Return the distance to UTC that a time names, as SQL; an empty text where it names none."""
    return f"regexp_extract(trim({cell}), {text(f'(?i){_CLOCK}{_HALF} ?({_OFFSET}){_REMARK}$')}, 1)"
