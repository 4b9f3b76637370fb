"""Where a recipient is: country, subdivision, and the time zones that follow from them."""

from __future__ import annotations

from typing import NamedTuple

from sigcheck.facts.countries import Region, country_code, find_city, find_region, region_code, region_of_name
from sigcheck.facts.remembered import remembered
from sigcheck.facts.zone_names import city_zone, country_of_zone, country_zones, zone_name

__all__ = ["Place", "country_code", "place", "region_code", "zone_problem"]


class Place(NamedTuple):
    """Where a recipient is.

    `zones` are names of the tz database, one where the zone is known, else all that are possible; `source` says what
    they rest on: timezone, region, country or plan. `country_code` is ISO 3166-1 alpha-2, `region_code` ISO 3166-2
    without the country; None where unknown.
    """

    zones: tuple[str, ...]
    source: str
    country_code: str | None
    region_code: str | None


@remembered
def place(timezone: str | None, country: str | None, region: str | None, city: str | None, default_zone: str) -> Place:
    """Return where the recipient is, from what the list says about them.

    The time zone is that of the recipient's own column; if that is empty or cannot be read, that of the subdivision or
    the city; else those of the country; else `default_zone`, the plan's. Where the country is not given, it is taken
    from the name of a state or province that only one country has (California), or is that of `default_zone` if it has
    a subdivision of that name or code (TX).
    """
    named = _region(country, region, default_zone)
    code = country_code(country) or (named.country_code if named else None)
    town = find_city(code, city, named)
    subdivision = named or town
    region_found = subdivision.code if subdivision else None
    if own := zone_name(timezone, code, region_found):
        return Place((own,), "timezone", code, region_found)
    if zones := _zones(code, town, named, city):
        return Place(zones, "region", code, region_found)
    if code and (zones := country_zones(code)):
        return Place(zones, "country", code, region_found)
    return Place((default_zone,), "plan", code, region_found)


def zone_problem(timezone: str | None) -> str | None:
    """Return what is wrong with a recipient's own time zone; None where it is empty or can be read."""
    if not timezone or not timezone.strip() or zone_name(timezone):
        return None
    return f"'{timezone.strip()}' is not a known time zone"


def _region(country: str | None, region: str | None, default_zone: str) -> Region | None:
    """Return the subdivision, which `country` may name as well (Scotland)."""
    code = country_code(country)
    if code:
        return find_region(code, region) or find_region(code, country)
    return _prefixed(region) or region_of_name(region) or find_region(country_of_zone(default_zone), region)


def _prefixed(region: str | None) -> Region | None:
    """Return the subdivision of a full ISO 3166-2 code such as US-TX."""
    country, _, code = (region or "").strip().partition("-")
    return find_region(country.upper(), code) if len(country) == len("US") else None


def _zones(code: str | None, town: Region | None, region: Region | None, city: str | None) -> tuple[str, ...]:
    """Return the zones of the city, else those of the subdivision; empty where they are not known or need not be."""
    known = next((found.zones for found in (town, region) if found and found.zones), ())
    named_after = city_zone(code, city) if code and not region else None
    return known or ((named_after,) if named_after else ())
