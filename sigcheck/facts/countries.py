"""Which country and which subdivision of it a list means, whatever it calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sigcheck.facts.place_data import folded, table

_COUNTRIES_OFTEN_LEFT_OUT = frozenset({"US", "CA", "AU", "DE"})


class Region(NamedTuple):
    """A subdivision: its country (ISO 3166-1 alpha-2), its code (ISO 3166-2 without the country) and its time zones.

    `zones` is empty where the country has one zone only.
    """

    country_code: str
    code: str
    zones: tuple[str, ...]


def country_code(country: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country given as alpha-2 or alpha-3 code or by name; None where unknown.

    Names are those of a dozen European languages and Japanese, and the usual spellings, among them the nations of the
    United Kingdom (see data/country_names.csv).
    """
    if not country:
        return None
    key = folded(country)
    return _countries().get(key) or _countries().get(folded(re.sub(r"\(.*?\)", " ", country)))


def region_code(country_code: str | None, region: str | None) -> str | None:
    """Return the ISO 3166-2 code (without the country) of a subdivision given as code or by name; None where unknown.

    `country_code` is the alpha-2 code of its country; without it nothing is known.
    """
    found = find_region(country_code, region)
    return found.code if found else None


def find_region(country_code: str | None, region: str | None) -> Region | None:
    """Return the subdivision of a country that is given as code, with or without the country's, or by name."""
    if not country_code or not region:
        return None
    names = _regions().get(country_code, {})
    return names.get(folded(region)) or names.get(folded(region).removeprefix(f"{country_code.lower()} "))


def region_of_name(name: str | None) -> Region | None:
    """Return the subdivision that bears this full name, where the country is not given.

    Only a state or province of the United States, Canada, Australia or Germany is told so: of other countries the table
    holds too few. None where another country has one of that name too, or it is the name of a country (Georgia), and
    for codes, which are too short to tell.
    """
    key = folded(name or "")
    owners = [names[key] for names in _regions().values() if key in names and folded(names[key].code) != key]
    if len(key) < 4 or len(owners) != 1 or country_code(name):
        return None
    return owners[0] if owners[0].country_code in _COUNTRIES_OFTEN_LEFT_OUT else None


def find_city(country_code: str | None, city: str | None, region: Region | None = None) -> Region | None:
    """Return the subdivision of a well-known city, with the time zone there; None where the city is not known.

    A city outside `region`, where that is given, is another one of the same name and so is not known.
    """
    found = _cities().get((country_code or "", folded(city or "")))
    return found if found and (region is None or found.code == region.code) else None


@cache
def _countries() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for code, alpha_3, known_as in table("country_names.csv"):
        for name in (code.lower(), alpha_3.lower(), *known_as.split("|")):
            names[name] = code
    names.pop("", None)
    return names


@cache
def _regions() -> Mapping[str, Mapping[str, Region]]:
    regions: dict[str, dict[str, Region]] = {}
    for country, code, zones, known_as in table("regions.csv"):
        region = Region(country, code, tuple(zones.split()))
        names = regions.setdefault(country, {})
        for name in (code.lower(), *filter(None, known_as.split("|"))):
            names[name] = region
    return regions


@cache
def _cities() -> Mapping[tuple[str, str], Region]:
    cities: dict[tuple[str, str], Region] = {}
    for country, region, zone, known_as in table("cities.csv"):
        place = Region(country, region, (zone,) if zone else ())
        cities.update(((country, name), place) for name in known_as.split("|"))
    return cities
