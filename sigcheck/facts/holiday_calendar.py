"""Public holidays of one country, by the library `holidays`, without loading the other 250."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

from sigcheck.memory import remembered

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_PACKAGE = "holidays.countries"


class HolidayCalendar(NamedTuple):
    """The public holidays of a year by date, and the weekend days to which a working day was moved."""

    holidays: Mapping[date, str]
    weekend_workdays: frozenset[date]


@cache
def holiday_calendar(country_code: str, region_code: str | None, year: int) -> HolidayCalendar | None:
    """Return the public holidays of a year, named in English where the library can; None where it has none.

    `country_code` is ISO 3166-1 alpha-2, `region_code` ISO 3166-2 without the country; a subdivision that the library
    does not tell apart has the holidays of the country. What the library said before is remembered between runs.
    """
    key = f"{country_code}/{region_code or ''}/{year}"
    known = remembered("holidays", _library_version(), key, lambda: _asked(country_code, region_code, year))
    if known is None:
        return None
    days = {date.fromisoformat(day): name for day, name in known["holidays"].items()}
    return HolidayCalendar(days, frozenset(map(date.fromisoformat, known["workdays"])))


@cache
def _library_version() -> str:
    return version("holidays")


def _asked(country_code: str, region_code: str | None, year: int) -> dict[str, Any] | None:
    country = _country_class(country_code)
    if country is None:
        return None
    subdivision = region_code if region_code in country.subdivisions else None
    english = _english(country.supported_languages)
    calendar = country(years=year, expand=False, subdiv=subdivision, language=english)
    return {
        "holidays": {day.isoformat(): name for day, name in calendar.items()},
        "workdays": sorted(day.isoformat() for day in calendar.weekend_workdays),
    }


def _english(languages: tuple[str, ...]) -> str | None:
    if "en_US" in languages:
        return "en_US"
    return next((language for language in languages if language.startswith("en")), None)


@cache
def _country_class(country_code: str) -> type[HolidayBase] | None:
    from holidays.registry import COUNTRIES

    for module, (class_name, *codes) in COUNTRIES.items():
        if country_code in codes:
            found: type[HolidayBase] = getattr(_import_country(module), class_name)
            return found
    return None


def _import_country(module: str) -> object:
    """Import one country of the library.

    Its package imports all countries when it is itself imported, which takes 40 ms; the country alone takes 3 ms.
    """
    name = f"{_PACKAGE}.{module}"
    try:
        with _package_unopened():
            return importlib.import_module(name)
    except ImportError:  # a country that needs its package
        return importlib.import_module(name)


@contextmanager
def _package_unopened() -> Iterator[None]:
    """Let countries be imported while their package, if it has not been imported before, stays so."""
    spec = None if _PACKAGE in sys.modules else importlib.util.find_spec(_PACKAGE)
    if spec is None:
        yield
        return
    sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[_PACKAGE]
