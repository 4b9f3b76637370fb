"""What time it is where a recipient is, and whether people work there on that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sigcheck.facts.holiday_calendar import holiday_calendar
from sigcheck.facts.place_data import table
from sigcheck.zones import zone_info

_SATURDAY_SUNDAY = frozenset({6, 7})


class LocalTime(NamedTuple):
    """Local times (naive) at one moment in the earliest and in the latest of the zones that are possible."""

    local_at: datetime
    latest_local_at: datetime


class Workday(NamedTuple):
    """Whether a day is one on which people work, and the name of the public holiday it is (None where it is none)."""

    is_workday: bool
    holiday: str | None


def local_time(send_at_utc: datetime, zones: str) -> LocalTime:
    """Return the local times at a moment given in UTC (naive), in zones given by name and joined by a space.

    Raises ZoneInfoNotFoundError where a zone is not known.
    """
    times = [info.fromutc(send_at_utc.replace(tzinfo=info)).replace(tzinfo=None, fold=0) for info in _zones(zones)]
    return LocalTime(min(times), max(times))


def workday(local_date: date, country_code: str | None, region_code: str | None) -> Workday:
    """Return whether people work on a day in a country (ISO 3166-1 alpha-2) and its subdivision (ISO 3166-2).

    Weekends are those of data/weekends.csv, holidays the public ones that the library `holidays` knows of the country
    and the subdivision; a weekend day to which a working day was moved (China) is worked. Where the country is None,
    or the library does not have it, only weekends are known.
    """
    rests = local_date.isoweekday() in weekend(country_code, region_code)
    calendar = holiday_calendar(country_code, region_code, local_date.year) if country_code else None
    if calendar is None:
        return Workday(not rests, None)
    holiday = calendar.holidays.get(local_date)
    if holiday is None and rests:
        return Workday(local_date in calendar.weekend_workdays, None)
    return Workday(holiday is None, holiday)


def weekend(country_code: str | None, region_code: str | None) -> frozenset[int]:
    """Return the ISO weekdays (Monday is 1) of the weekend: Saturday and Sunday unless known to differ."""
    weekends = _weekends()
    of_country = weekends.get((country_code or "", ""), _SATURDAY_SUNDAY)
    return weekends.get((country_code or "", region_code or ""), of_country)


@cache
def _weekends() -> Mapping[tuple[str, str], frozenset[int]]:
    return {(country, region): frozenset(map(int, days.split())) for country, region, days in table("weekends.csv")}


@cache
def _zones(names: str) -> tuple[ZoneInfo, ...]:
    return tuple(zone_info(name) for name in names.split())
