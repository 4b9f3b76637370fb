"""Repeating schedules: RFC 5545 recurrence rules, made sure to end."""

from __future__ import annotations

import itertools
import re
from datetime import datetime, timezone, tzinfo

from sigcheck.wording import shown

MAX_OCCURRENCES = 1000
"""Occurrences that a schedule may have: daily for almost three years, far beyond what one message bears."""

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")
_UNTIL = r"(\d{8})(?:T(\d{6})(Z?))?"
_EXAMPLE = "FREQ=WEEKLY;BYDAY=MO;COUNT=4"


def occurrences(repeat: str, start: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """Return when a schedule that starts at `start` repeats, as naive local times of `zone`, in order.

    An UNTIL in UTC is read as the zone's local time, an UNTIL without a time as the end of that day.
    Raises ValueError, in words that follow the name of the key, where the rule is broken, never ends, gives
    no occurrence or more than MAX_OCCURRENCES.
    """
    from dateutil.rrule import rrulestr

    parts = _parts(repeat)
    if "UNTIL" in parts:
        # dateutil takes an UNTIL in UTC only with a start in a zone, and then repeats by the clock of UTC.
        parts["UNTIL"] = f"{_until(parts['UNTIL'], zone):%Y%m%dT%H%M%S}"
    local = start.astimezone(zone).replace(tzinfo=None) if start.tzinfo is not None else start
    try:
        rule = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=local)
        found = tuple(itertools.islice(rule, MAX_OCCURRENCES + 1))
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(f"{shown(repeat)} is not a recurrence rule (RFC 5545): {error}") from None
    if not found:
        raise ValueError(f"{shown(repeat)} gives no send at all from {local:%Y-%m-%d %H:%M} on")
    if len(found) > MAX_OCCURRENCES:
        raise ValueError(f"{shown(repeat)} gives more than {MAX_OCCURRENCES:,} sends")
    return found


def check_repeat(repeat: str) -> None:
    """Raise ValueError, in words that follow the name of the key, where a rule is malformed or never ends."""
    parts = _parts(repeat)
    if "UNTIL" in parts:
        _until(parts["UNTIL"], timezone.utc)


def _parts(repeat: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in repeat.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value or not name.isalpha():
            raise ValueError(f"{shown(repeat)} is not a recurrence rule (RFC 5545), such as {_EXAMPLE}")
        if name in parts:
            raise ValueError(f"{shown(repeat)} holds {name} twice")
        parts[name] = value
    if parts.get("FREQ") not in _FREQUENCIES:
        raise ValueError(f"{shown(repeat)} needs a FREQ of {', '.join(_FREQUENCIES)}")
    if ("COUNT" in parts) == ("UNTIL" in parts):
        raise ValueError(f"{shown(repeat)} needs either COUNT or UNTIL, to come to an end: such as {_EXAMPLE}")
    for name in ("COUNT", "INTERVAL"):
        if not re.fullmatch("[1-9][0-9]{0,8}", parts.get(name, "1")):
            raise ValueError(f"{shown(f'{name}={parts[name]}')} is not a whole number above 0")
    return parts


def _until(value: str, zone: tzinfo) -> datetime:
    match = re.fullmatch(_UNTIL, value, re.ASCII)
    try:
        if match is None:
            raise ValueError
        moment = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")
        return moment.replace(tzinfo=timezone.utc).astimezone(zone).replace(tzinfo=None) if match[3] else moment
    except (ValueError, OverflowError):
        raise ValueError(f"{shown(f'UNTIL={value}')} is not a date: write YYYYMMDD or YYYYMMDDTHHMMSSZ") from None
