"""The values that a plan writes as text: dates, times, zones, addresses.

Every function takes what YAML made of the value, returns it as its type, and raises ValueError with words
that follow the name of the key: `'9:30' is not a date and time: …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timezone, tzinfo
from zoneinfo import ZoneInfoNotFoundError

from sigcheck.sizes import parse_memory_limit
from sigcheck.wording import shown, suggestion
from sigcheck.zones import zone_info, zone_names

_DATE = r"\d{4}-\d{2}-\d{2}"
_TIME = r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?"
_MOMENT = rf"(?P<date>{_DATE})(?:[Tt]|\s+){_TIME}"
_HOURS = r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})"
_PLAIN_ADDRESS = r"[\w+-]+(?:\.[\w+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
_YEARS = range(1970, 3000)
"""Years that a time may be in: far from the ends of the calendar, where a change of zone overflows."""


@dataclass(frozen=True)
class DateRange:
    """Whole days, the first and the last included."""

    start: date
    end: date

    def __str__(self) -> str:
        """Return the range as a plan writes it."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


@dataclass(frozen=True)
class TimeRange:
    """A part of the day, in minutes after midnight; the end is not included."""

    start: int
    end: int


def parse_date(value: object) -> date:
    """Return a date given as one or as `YYYY-MM-DD`."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(_DATE, value.strip(), re.ASCII):
        try:
            return date.fromisoformat(value.strip())
        except ValueError as error:
            raise ValueError(f"{shown(value)} is not a date: {error}") from None
    raise ValueError(f"{shown(value)} is not a date: write YYYY-MM-DD, such as 2026-12-01")


def parse_date_range(value: object) -> DateRange:
    """Return the days of `YYYY-MM-DD`, or of `YYYY-MM-DD/YYYY-MM-DD` with both ends included."""
    if not isinstance(value, str) or "/" not in value:
        day = parse_date(value)
        return DateRange(day, day)
    first, _, last = value.partition("/")
    days = DateRange(parse_date(first.strip()), parse_date(last.strip()))
    if days.end < days.start:
        raise ValueError(f"{shown(value)} ends before it starts")
    return days


def parse_moment(value: object) -> datetime:
    """Return a date and time, naive where it names no offset from UTC; fractions of a second are dropped."""
    if isinstance(value, str):
        value = _moment_in(value)
    if isinstance(value, datetime):
        if value.year not in _YEARS:
            raise ValueError(f"the year {value.year} is out of range")
        return value.replace(microsecond=0)
    if isinstance(value, date):
        raise ValueError(f"{shown(value)} needs a time of day too, such as {value} 09:10")
    raise ValueError(_no_moment(value))


def parse_day_or_moment(value: object) -> datetime:
    """Return a date and time; midnight where only the date is given."""
    if isinstance(value, str) and re.fullmatch(_DATE, value.strip(), re.ASCII):
        value = parse_date(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return parse_moment(value)


def parse_utc(value: object) -> datetime:
    """Return a date and time, or the midnight of a date, as naive UTC; without an offset it is taken for UTC."""
    return to_utc(parse_day_or_moment(value), timezone.utc)


def to_utc(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment as naive UTC: local time in `zone` where it is naive, else by its own offset.

    A local time that occurs twice is the first of the two; one that is skipped is read with the offset before it.
    """
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    return aware.astimezone(timezone.utc).replace(tzinfo=None)


def parse_hours(value: object) -> TimeRange:
    """Return the hours of `HH:MM-HH:MM`; 24:00 is the end of the day."""
    match = re.fullmatch(_HOURS, value.strip(), re.ASCII) if isinstance(value, str) else None
    if match is None:
        raise ValueError(f"{shown(value)} is not a range of hours: write HH:MM-HH:MM, such as 09:00-17:00")
    hours = [int(part) for part in match.groups()]
    start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if max(hours[1], hours[3]) > 59 or start >= 1440 or end > 1440:
        raise ValueError(f"{shown(value)} holds a time that does not exist")
    if end <= start:
        raise ValueError(f"{shown(value)} ends before it starts")
    return TimeRange(start, end)


def parse_memory(value: object) -> int:
    """Return the bytes of an amount of memory, such as 4GB."""
    try:
        return parse_memory_limit(value)
    except ValueError as error:
        raise ValueError(f"{shown(value)} {error}") from None


def parse_zone(value: object) -> str:
    """Return the name of a time zone of the IANA database."""
    name = value.strip() if isinstance(value, str) else ""
    try:
        return zone_info(name).key
    except ZoneInfoNotFoundError:
        raise ValueError(f"{shown(value)} is not a time zone{_zone_meant(name)}") from None


def parse_address(value: object) -> str:
    """Return an email address without the space around it; whether it exists is not asked."""
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is not an email address")
    address = value.strip()
    if len(address) <= 64 and re.fullmatch(_PLAIN_ADDRESS, address, re.ASCII):
        return address
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError(f"{shown(value)} is not an email address: {error}") from None
    return address


def parse_master(value: object) -> str:
    """Return the address of a Spark master. Raises ValueError for what is none."""
    text = str(value).strip()
    if not re.fullmatch(r"local(\[(\*|[1-9][0-9]{0,3})\])?|yarn|(spark|sc|k8s|mesos)://\S+", text, re.ASCII):
        raise ValueError(
            f"{shown(value)} is no Spark master: write local[*], spark://HOST:7077, yarn or sc://HOST:15002"
        )
    return text


def _moment_in(value: str) -> datetime | date | str:
    match = re.fullmatch(_MOMENT, value.strip(), re.ASCII)
    if match is None:
        return parse_date(value) if re.fullmatch(_DATE, value.strip(), re.ASCII) else value
    offset = (match["zone"] or "").upper().replace("Z", "+00:00")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    try:
        return datetime.fromisoformat(
            f"{match['date']}T{match['time'].zfill(5 if len(match['time']) < 6 else 8)}{offset}"
        )
    except ValueError as error:
        raise ValueError(f"{shown(value)} is not a date and time: {error}") from None


def _no_moment(value: object) -> str:
    return f"{shown(value)} is not a date and time: write YYYY-MM-DD HH:MM, such as 2026-12-01 09:10"


def _zone_meant(name: str) -> str:
    zones = sorted(zone_names().values())
    wanted = re.sub(r"\s+", "_", name).casefold()
    for zone in zones:
        if wanted and wanted in (zone.casefold(), zone.casefold().rpartition("/")[2]):
            return f" (did you mean {zone}?)"
    return suggestion(wanted, zones) or ": write one such as America/New_York"
