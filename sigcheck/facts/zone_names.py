"""Which time zone a list means, whatever it calls it, and which zones a country has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache

from sigcheck.facts.place_data import folded, table
from sigcheck.zones import tzdata_folder, zone_info, zone_names

SAMPLE_YEAR = 2026
"""First of the two years whose clocks tell which zones of a country are one. It is fixed, so that a plan with a `now`
of its own is judged alike whenever it is checked; raise it with the lowest version of tzdata."""

_OFFSET = re.compile(r"\(?\s*(?P<base>utc|gmt)?\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\s*\)?", re.I)

_ZONES_OFF_THE_HOUR = {
    -570: "Pacific/Marquesas",
    -210: "America/St_Johns",
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    525: "Australia/Eucla",
    570: "Australia/Darwin",
    630: "Australia/Lord_Howe",
    765: "Pacific/Chatham",
}
"""Zones whose distance to UTC (minutes) is not in whole hours, for which there is no Etc/GMT zone."""

_LEFT_OUT = frozenset(
    {
        "America/Adak",
        "America/Atikokan",
        "America/Blanc-Sablon",
        "America/Cambridge_Bay",
        "America/Creston",
        "America/Danmarkshavn",
        "America/Dawson",
        "America/Dawson_Creek",
        "America/Fort_Nelson",
        "America/Noronha",
        "America/Rankin_Inlet",
        "America/Resolute",
        "America/Whitehorse",
        "Antarctica/Macquarie",
        "Asia/Urumqi",
        "Australia/Eucla",
        "Australia/Lord_Howe",
        "Europe/Simferopol",
        "Pacific/Chatham",
        "Pacific/Easter",
        "Pacific/Galapagos",
    }
)
"""Zones that do not count among those of a country: fewer than 100,000 people, and fewer than one in a hundred of the
country's, live there (after the tz database's notes); or the time is not the country's official one (Urumqi,
Simferopol)."""


def zone_name(text: str | None, country_code: str | None = None, region_code: str | None = None) -> str | None:
    """Return the tz database's name of a time zone as a list may give it; None where it cannot be read.

    Read are the tz database's own names (also as HubSpot and Salesforce export them), Windows' and Outlook's, common
    names and abbreviations, and distances to UTC. What an abbreviation such as CST stands for depends on the place.
    """
    if not text or not text.strip():
        return None
    plain = text.strip().replace("−", "-").replace("–", "-")
    return (
        _named(plain, country_code, region_code)
        or _tz_name(plain)
        or _from_offset(plain)
        or _from_display(plain, country_code, region_code)
    )


@cache
def country_zones(country_code: str) -> tuple[str, ...]:
    """Return the zones of a country whose clocks differ this year or next, in the order of the tz database.

    Left out are zones of hardly any people. Empty where the country is not known.
    """
    distinct: dict[tuple[timedelta | None, ...], str] = {}
    for zone, country in _countries_by_zone().items():
        if country == country_code and zone not in _LEFT_OUT:
            info = zone_info(zone)
            distinct.setdefault(tuple(info.utcoffset(moment) for moment in _sample_moments()), zone)
    return tuple(distinct.values())


def country_of_zone(zone: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country whose zone it is; None for links and zones of no country."""
    return _countries_by_zone().get(zone)


def city_zone(country_code: str, city: str | None) -> str | None:
    """Return the zone of a country that bears the name of this city; None where there is none."""
    zone = _zones_by_city().get(folded(city or ""))
    return zone if zone and country_of_zone(zone) == country_code else None


def _named(text: str, country_code: str | None, region_code: str | None) -> str | None:
    """Return the zone of a name that is not the tz database's, by subdivision, country, or anywhere."""
    names = _names().get(re.sub(r" (daylight|summer) time$", " standard time", folded(text)), {})
    names = {**names, **_names().get(folded(text), {})}
    places = (f"{country_code}-{region_code}", country_code or "", "")
    return next((names[place] for place in places if place in names), None)


def _tz_name(text: str) -> str | None:
    """Return the zone of a name of the tz database, in any case, also `us_slash_eastern` and `America/New York`."""
    key = text.lower().replace("_slash_", "/").replace("_hyphen_", "-").replace(" ", "_")
    name = zone_names().get(key)
    return None if name == "Factory" else name


def _from_offset(text: str) -> str | None:
    """Return the zone that is always as far from UTC as `UTC+2`, `GMT-05:00` or `+0530` say."""
    match = _OFFSET.fullmatch(text)
    return _zone_at(match) if match else None


def _zone_at(offset: re.Match[str]) -> str | None:
    minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
    minutes = -minutes if offset["sign"] == "-" else minutes
    if minutes % 60:
        return _ZONES_OFF_THE_HOUR.get(minutes)
    # In the names of these zones the sign is turned round (POSIX): Etc/GMT-2 is two hours ahead of UTC.
    return zone_names().get(f"etc/gmt{-minutes // 60:+d}") if minutes else "Etc/UTC"


def _from_display(text: str, country_code: str | None, region_code: str | None) -> str | None:
    """Return the zone of a display name: `(UTC+01:00) Amsterdam, Berlin`, `… (America/New_York)`, `Berlin`."""
    for inner in re.findall(r"\(([^()]*/[^()]*)\)", text):
        if name := _tz_name(inner):
            return name
    match = re.match(r"\((utc|gmt)[^()]*\)", text, re.I)
    offset = _OFFSET.fullmatch(match[0]) if match else None
    fixed = (_zone_at(offset) if offset else "Etc/UTC") if match else None
    if match and not fixed:
        return None
    rest = text[match.end() :] if match else text
    bare = re.sub(r"\(.*\)", "", rest).strip()
    return (
        _named(rest, country_code, region_code)
        or _named(bare, country_code, region_code)
        or (_tz_name(bare) if "/" in bare else None)
        or _city_zone(rest, fixed)
        or fixed
    )


def _city_zone(cities: str, fixed: str | None) -> str | None:
    """Return the zone named after one of the cities; if `fixed` is given, one as far from UTC in winter or summer."""
    wanted = zone_info(fixed).utcoffset(_sample_moments()[0]) if fixed else None
    for city in cities.split(","):
        zone = _zones_by_city().get(folded(city))
        if zone and (not fixed or wanted in {zone_info(zone).utcoffset(moment) for moment in _sample_moments()}):
            return zone
    return None


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    names: dict[str, dict[str, str]] = {}
    for place, zone, known_as in table("zone_names.csv"):
        for name in known_as.split("|"):
            names.setdefault(name, {})[place] = zone
    return names


@cache
def _zones_by_city() -> Mapping[str, str]:
    return {folded(zone.rpartition("/")[2]): zone for zone in _countries_by_zone()}


@cache
def _countries_by_zone() -> Mapping[str, str]:
    lines = (tzdata_folder() / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {zone: country for country, _, zone, *_ in cells}


@cache
def _sample_moments() -> tuple[datetime, ...]:
    """Return moments (local) of two years that tell apart any two ways to keep summer time."""
    return tuple(datetime(SAMPLE_YEAR + month // 12, month % 12 + 1, day, 12) for month in range(24) for day in (1, 15))
