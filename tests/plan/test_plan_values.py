from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from sigcheck.plan.values import parse_address, parse_day_or_moment, parse_utc, parse_zone, to_utc


@pytest.mark.parametrize(
    "address",
    [
        "ana.ruiz@northwind.com",
        "ANA+events@mail.northwind.co.uk",
        "o'brien@northwind.com",
        "müller@northwind.de",
        "ana@münchen.de",
        "a_b-c@x1.travel",
        "x" * 60 + "@northwind.com",
    ],
)
def test_an_address_is_kept_as_written(address):
    assert parse_address(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ana",
        "ana@",
        "@northwind.com",
        "a b@northwind.com",
        "a@b@c.com",
        "a..b@c.com",
        "a@-c.com",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match="is not an email address"):
        parse_address(address)


def test_a_plain_address_needs_no_library(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "email_validator", None)
    assert parse_address("ana.ruiz@northwind.com") == "ana.ruiz@northwind.com"


@pytest.mark.parametrize("zone", ["UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
def test_a_zone_is_one_of_the_database(zone):
    assert parse_zone(f" {zone} ") == zone


def test_a_day_alone_is_its_midnight():
    assert parse_day_or_moment(date(2026, 12, 1)) == datetime(2026, 12, 1)
    assert parse_day_or_moment("2026-12-01") == datetime(2026, 12, 1)
    assert parse_day_or_moment("2026-12-01 08:00") == datetime(2026, 12, 1, 8)


def test_the_age_of_a_list_is_utc():
    east = timezone(timedelta(hours=2))
    assert parse_utc(datetime(2026, 12, 1, 1, tzinfo=east)) == datetime(2026, 11, 30, 23)
    assert parse_utc("2026-12-01") == datetime(2026, 12, 1)


def test_a_local_time_that_is_skipped_or_occurs_twice_becomes_utc():
    new_york = ZoneInfo("America/New_York")
    assert to_utc(datetime(2027, 3, 14, 2, 30), new_york) == datetime(2027, 3, 14, 7, 30)
    assert to_utc(datetime(2026, 11, 1, 1, 30), new_york) == datetime(2026, 11, 1, 5, 30)
