"""A recipient's own send time, read from the text that a list holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

from sigcheck.zones import local_to_utc

_SERIAL_DAY_ZERO = datetime(1899, 12, 30)
_CENTURY = 2000
_YEARS = range(1970, 3000)


class SendTime(NamedTuple):
    """A send time: the moment (UTC, naive; None where it cannot be read) and what is wrong with it, if anything."""

    at: datetime | None
    problem: str | None


def parse_send_time(text: str, zone: str) -> SendTime:
    """Return the send time that a text gives, as local time in `zone` unless the text names its distance to UTC.

    Read are ISO 8601 (2026-12-01T09:10Z, 2026-12-01 09:10), days with dots (01.12.2026 09:10), days with slashes
    (12/01/2026 9:10 AM; month first with AM or PM, else only where day and month cannot be mistaken for each other),
    months by English name (1 Dec 2026 09:10), and the number that spreadsheets keep a time as (46357.38). A date
    without a time of day is a problem; so is a time that clocks skip.
    """
    plain = " ".join(text.split())
    if not plain:
        return SendTime(None, "no send time is given")
    match = _pattern().fullmatch(plain)
    try:
        parsed = _from_match(match.groupdict()) if match else _serial(plain) or _in_words(plain)
        if parsed.year not in _YEARS:
            raise ValueError(f"has a year out of range ({_YEARS.start} to {_YEARS.stop - 1})")
    except ValueError as error:
        return SendTime(None, f"'{plain}' {error}")
    if parsed.tzinfo:
        return SendTime(parsed.astimezone(timezone.utc).replace(tzinfo=None), None)
    return SendTime(*local_to_utc(parsed, zone))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of times in digits: one of four orders of the date, then the time of day."""
    return re.compile(
        r"""(?: (?P<iso_year>\d{4}) (?P<mark>[-/.]) (?P<iso_month>\d{1,2}) (?P=mark) (?P<iso_day>\d{1,2})
              | (?P<basic>\d{8}) (?=T)
              | (?P<dot_day>\d{1,2}) \.\ ? (?P<dot_month>\d{1,2}) \.\ ? (?P<dot_year>\d{4}|\d{2})
              | (?P<one>\d{1,2}) (?P<slash>[-/]) (?P<two>\d{1,2}) (?P=slash) (?P<slash_year>\d{4}|\d{2}) )
            (?: (?:\ |T|,\ |\ at\ |,\ at\ )
                (?P<hour>\d{1,2}) (?: [:.]? (?P<minute>\d{2}) )? (?: [:.]? (?P<second>\d{2}) )? (?: [.,]\d+ )?
                (?:\ ? (?P<half>[ap])\.?m\.? )? (?:\ (?:Uhr|h) )? \ ?
                (?P<offset> Z | UTC | GMT | [+-]\d{2}:?\d{2} | [+-]\d{2} )? )?""",
        re.X | re.I,
    )


def _from_match(parts: Mapping[str, str | None]) -> datetime:
    """Return the time, aware where the text names its distance to UTC; raise ValueError with what is wrong with it."""
    if parts["hour"] is None or (parts["minute"] is None and parts["half"] is None):
        raise ValueError("has no time of day")
    year, month, day = _date(parts)
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0)
    if parts["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("is not a time that exists")
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_offset(parts["offset"]))
    except ValueError:
        raise ValueError("is not a time that exists") from None


def _date(parts: Mapping[str, str | None]) -> tuple[int, int, int]:
    """Return year, month and day."""
    if basic := parts["basic"]:
        return int(basic[:4]), int(basic[4:6]), int(basic[6:])
    if parts["iso_year"]:
        return int(parts["iso_year"]), int(parts["iso_month"] or 0), int(parts["iso_day"] or 0)
    if parts["dot_year"]:
        return _year(parts["dot_year"]), int(parts["dot_month"] or 0), int(parts["dot_day"] or 0)
    one, two = int(parts["one"] or 0), int(parts["two"] or 0)
    month_first = bool(parts["half"]) if one <= 12 and two <= 12 else two > 12
    if not month_first and one <= 12 and one != two:
        raise ValueError("may mean two days: write the date as 2026-12-31")
    month, day = (one, two) if month_first else (two, one)
    return _year(parts["slash_year"] or ""), month, day


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == len("26") else 0)


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text[0] not in "+-":
        return timezone.utc
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[3:].lstrip(":") or 0))
    return timezone(-ahead if text[0] == "-" else ahead)


def _serial(text: str) -> datetime | None:
    """Return the time of a spreadsheet's day number (46357.38: the days since 1899-12-30), to the second."""
    if not re.fullmatch(r"\d{5}(\.\d+)?", text):
        return None
    if "." not in text:
        raise ValueError("has no time of day")
    return _SERIAL_DAY_ZERO + timedelta(seconds=round(float(text) * 86400))


def _in_words(text: str) -> datetime:
    """Return the time of a text that names its month (`Tue, 1 Dec 2026 09:10 -0500`)."""
    from dateutil import parser

    # Two defaults that differ in all parts: a part that the text leaves open shows as a difference.
    defaults = datetime(2000, 1, 1, 1, 1), datetime(2001, 2, 2, 2, 2)
    try:
        if not re.search(r"[A-Za-z]{3}", text):
            raise ValueError
        one, two = (parser.parse(text, default=default, tzinfos=_known_offset) for default in defaults)
    except (ValueError, ArithmeticError, TypeError, AttributeError, IndexError):  # what dateutil raises, too
        raise ValueError("is not a time that can be read: write it as 2026-12-31 09:10") from None
    if one != two:
        raise ValueError("is not a full date with a time of day: write it as 2026-12-31 09:10")
    return one.replace(microsecond=0)


def _known_offset(name: str | None, offset: int | None) -> tzinfo | None:
    """Return the zone of a text for dateutil; names of zones are refused, as they mean different zones to people."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name:
        raise ValueError(name)
    return None
