"""HRS001 and HRS002 against zoneinfo and the library `holidays`, asked plainly about one pair after the other."""

import csv
import random
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zoneinfo import ZoneInfo

import holidays
import pytest
from measured.findings import FIRST_ROW, csv_text, findings

PAIRS = 100_000
OPENS, CLOSES = 9 * 60, 17 * 60
CHANGES_OF_CLOCKS = [date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 4), date(2026, 10, 25)]
CHANGES_OF_CLOCKS += [date(2026, 11, 1)]
WITH_STATES = ("US", "DE", "CA", "AU", "GB", "ES", "CH", "BR", "AT", "IT")
WITHOUT_OWN_ZONE = ("US", "CA", "AU", "BR", "MX", "ID", "JP", "FR", "AE")
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
FIVE_DAY_OFFICES = {key: {SATURDAY, SUNDAY} for key in ("AI", "CD", "HK", "KN", "NE", "PY", "TK", "VE")}
"""Countries for which the library names Sunday alone; offices there rest on Saturday as well."""

WEEKENDS = {
    **FIVE_DAY_OFFICES,
    "AF": {FRIDAY},
    "LY": {FRIDAY, SATURDAY},
    "MR": {SATURDAY, SUNDAY},
    "NP": {SATURDAY},
    "PS": {FRIDAY, SATURDAY},
    "SO": {FRIDAY},
}
"""Weekends that are not the library's, as sigcheck/facts/data/weekends.csv gives the reasons."""


class Pair(NamedTuple):
    send_at: datetime
    zone: str
    country: str
    state: str


class Local(NamedTuple):
    earliest: datetime
    latest: datetime


@cache
def zone(name):
    with files("tzdata.zoneinfo").joinpath(name).open("rb") as stream:
        return ZoneInfo.from_file(stream)


@cache
def zones_of_country():
    """Return the zones of each country, without those of a few hundred islanders."""
    lines = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines()
    by_country = {}
    for country, _, name, *comment in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        if country not in WITHOUT_OWN_ZONE or "sland" not in "".join(comment):
            by_country.setdefault(country, []).append(name)
    return by_country


def random_pairs(rng):
    zones = sorted((country, name) for country, names in zones_of_country().items() for name in names)
    for _ in range(PAIRS):
        day = rng.choice(CHANGES_OF_CLOCKS) if rng.random() < 0.2 else date(2026, 1, 1) + timedelta(rng.randrange(365))
        day += timedelta(rng.choice((-1, 0, 0, 1)))
        moment = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) + timedelta(minutes=rng.randrange(1440))
        kind = rng.random()
        if kind < 0.7:
            country, name = rng.choice(zones)
            yield Pair(moment, name, country, "")
        elif kind < 0.9:
            country = rng.choice(WITH_STATES)
            state = rng.choice(states(country))
            yield Pair(moment, rng.choice(zones_of_country()[country]), country, state)
        else:
            yield Pair(moment, "", rng.choice(WITHOUT_OWN_ZONE), "")


@cache
def states(country):
    """Return the subdivisions with holidays of their own, by ISO code; the library knows some towns by name as well."""
    known = holidays.list_supported_countries(include_aliases=False)[country]
    return [state for state in known if state.isalnum() and len(state) <= 3]


def zones_of(pair):
    return [pair.zone] if pair.zone else zones_of_country()[pair.country]


def local_times(pair):
    times = [pair.send_at.astimezone(zone(name)).replace(tzinfo=None) for name in zones_of(pair)]
    return Local(min(times), max(times))


@cache
def calendar(country, state):
    try:
        return holidays.country_holidays(country, subdiv=state or None, years=(2025, 2026, 2027))
    except NotImplementedError:
        return None


def is_workday(day, country, state):
    known = calendar(country, state)
    if known is None:
        return day.weekday() not in WEEKENDS.get(country, {SATURDAY, SUNDAY})
    rests = day.weekday() in WEEKENDS.get(country, known.weekend)
    return day not in known and (not rests or day in known.weekend_workdays)


def minute(moment):
    return moment.hour * 60 + moment.minute


def side_of_hours(local):
    """Return whether everybody who may be meant gets the email before, after or otherwise outside working hours."""
    earliest, latest = minute(local.earliest), minute(local.latest)
    if local.earliest.date() != local.latest.date():
        return "outside" if earliest > CLOSES and latest < OPENS else None
    return "before" if latest < OPENS else "after" if earliest > CLOSES else None


@pytest.fixture(scope="module")
def pairs():
    return dict(enumerate(random_pairs(random.Random(2026)), start=FIRST_ROW))


@pytest.fixture(scope="module")
def found(pairs):
    rows = (
        (f"p{row}@acme.com", pair.send_at.isoformat(), pair.zone, pair.country, pair.state)
        for row, pair in pairs.items()
    )
    recipients = csv_text(("email", "send_at", "timezone", "country", "state"), rows)
    schedule = {"timezone": "UTC", "column": "send_at", "hours": "09:00-17:00", "at": None}
    message = "Subject: Pallets\n\nHello,\n\nA question.\n\nAna Ruiz\n"
    return findings(
        ["HRS001", "HRS002"], {"recipients": recipients, "message": message, "plan": {"schedule": schedule}}
    )


@pytest.mark.slow
def test_who_gets_an_email_outside_working_hours(pairs, found):
    groups = {}
    for row, pair in pairs.items():
        local = local_times(pair)
        side = side_of_hours(local)
        if side and is_workday(local.earliest.date(), pair.country, pair.state):
            groups.setdefault((frozenset(zones_of(pair)), side), []).append(row)
    expected = {(min(rows), len(rows), side) for (_, side), rows in groups.items()}
    assert {(each["row"], each["recipients"], each["side"]) for each in found["HRS001"]} == expected


@pytest.mark.slow
def test_who_gets_an_email_on_a_day_off(pairs, found):
    expected = {}
    for pair in pairs.values():
        day = local_times(pair).earliest.date()
        if not is_workday(day, pair.country, pair.state):
            known = calendar(pair.country, pair.state)
            key = (f"{day:%A, %Y-%m-%d}", known is not None and day in known)
            expected[key] = expected.get(key, 0) + 1
    actual = {}
    for each in found["HRS002"]:
        key = (each["day"], each["reason"] != "at the weekend")
        actual[key] = actual.get(key, 0) + each["recipients"]
    assert actual == expected
