"""Moments in columns of text, as SQL: ISO 8601, and the other ways in which exports write a day and a time of day.

What names no distance to UTC is taken as UTC. Names of zones other than UTC and GMT are not read, as they mean
different zones to people; nor is anything that may be misread in silence: a moment that cannot be read is NULL.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

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
_ORDER = [day + time for day in (*_MONTH_FIRST, *_DAY_FIRST, *_CERTAIN) for time in _TIMES]

_LOOKED_AT = 200
"""Rows looked at to learn how a file writes its times; a format that does not fit costs as much as one that does."""


def moment_in(engine: Engine, relation: str, cell: str) -> str:
    """Return the moments in a column of text as SQL (UTC), by the ways in which the rows of a relation write them.

    Days such as 11/12/2026 have the month first, unless one of the rows can only be read with the day first.
    """
    moment, formats = iso_moment(cell), list[str]()
    while found := _further_formats(engine, relation, cell, moment, formats):
        formats = [known for known in (*formats, *found) if not (_day_first(found) and _month_first([known]))]
        formats.sort(key=_ORDER.index)
        moment = f"coalesce({iso_moment(cell)}, {_other_moment(cell, formats)})"
    return moment


def _further_formats(engine: Engine, relation: str, cell: str, moment: str, known: Sequence[str]) -> set[str]:
    """Return formats by which some of those rows can be read that `moment` cannot read yet."""
    unread = f"SELECT {_plain(cell)} FROM {relation} WHERE {moment} IS NULL AND {cell} <> ''"
    texts = [text for (text,) in engine.query(unread, limit=_LOOKED_AT).rows]
    order = [form for form in _ORDER if not (_day_first(known) and _month_first([form]))]
    formats = (next((form for form in order if _fits(text, form)), None) for text in texts)
    return {form for form in formats if form is not None} - set(known)


def _fits(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)
    except ValueError:
        return False
    return True


def _month_first(formats: Iterable[str]) -> bool:
    return any(form.startswith(_MONTH_FIRST) for form in formats)


def _day_first(formats: Iterable[str]) -> bool:
    return any(form.startswith(_DAY_FIRST) for form in formats)


def iso_moment(cell: str) -> str:
    """Return a time in ISO 8601 as SQL (UTC); NULL where it is none, or more stands there than that."""
    offset = f"(?: ?(?:Z|{_OFFSET}|[+-][0-9]{{2}})| UTC| GMT)"
    zoned = f"TRY_CAST(regexp_replace({cell}, ' +([+-][0-9:]+ *)$', '\\1') AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
    return (
        f"CASE WHEN regexp_full_match({cell}, ' *{_ISO} *') THEN TRY_CAST({cell} AS TIMESTAMP) "
        f"WHEN regexp_full_match({cell}, ' *{_ISO}{offset} *') THEN {zoned} END"
    )


def _other_moment(cell: str, formats: Sequence[str]) -> str:
    """Return a time as SQL (UTC) that is written in one of some ways, once it is plain; NULL where it is not."""
    listed = ", ".join(text(form) for form in formats)
    local = f"CAST(try_strptime({_plain(cell)}, [{listed}]) AS VARCHAR)"
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
