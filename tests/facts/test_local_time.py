import random
from datetime import date, datetime, timedelta, timezone

import pytest

from sigcheck.facts.local_time import LocalTime, local_time, weekend, workday
from sigcheck.zones import zone_info, zone_names

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (12, 13, 14, 15))


@pytest.mark.parametrize(
    ("at", "zone", "local"),
    [
        # New York: clocks go forward on 2027-03-14 at 07:00 UTC and back on 2026-11-01 at 06:00 UTC.
        (datetime(2027, 3, 14, 6, 59), "America/New_York", datetime(2027, 3, 14, 1, 59)),
        (datetime(2027, 3, 14, 7, 0), "America/New_York", datetime(2027, 3, 14, 3, 0)),
        (datetime(2026, 11, 1, 5, 59), "America/New_York", datetime(2026, 11, 1, 1, 59)),
        (datetime(2026, 11, 1, 6, 0), "America/New_York", datetime(2026, 11, 1, 1, 0)),
        # Berlin: 2027-03-28 and 2026-10-25, both at 01:00 UTC.
        (datetime(2027, 3, 28, 0, 59), "Europe/Berlin", datetime(2027, 3, 28, 1, 59)),
        (datetime(2027, 3, 28, 1, 0), "Europe/Berlin", datetime(2027, 3, 28, 3, 0)),
        (datetime(2026, 10, 25, 1, 0), "Europe/Berlin", datetime(2026, 10, 25, 2, 0)),
        # Sydney's summer is the other way round; Lord Howe goes forward by half an hour.
        (datetime(2026, 10, 3, 16, 0), "Australia/Sydney", datetime(2026, 10, 4, 3, 0)),
        (datetime(2026, 10, 3, 15, 30), "Australia/Lord_Howe", datetime(2026, 10, 4, 2, 30)),
        (datetime(2026, 12, 1, 12, 0), "Asia/Kathmandu", datetime(2026, 12, 1, 17, 45)),
    ],
)
def test_local_time_is_right_on_both_sides_of_a_change_of_clocks(at, zone, local):
    assert local_time(at, zone) == LocalTime(local, local)


def test_several_zones_give_the_earliest_and_the_latest_local_time():
    at = datetime(2026, 12, 1, 6, 30)
    found = local_time(at, "America/New_York America/Chicago Pacific/Honolulu")
    assert found == LocalTime(datetime(2026, 11, 30, 20, 30), datetime(2026, 12, 1, 1, 30))


def test_local_time_agrees_with_zoneinfo_on_random_pairs():
    source = random.Random(20261121)
    zones = [name for name in sorted(zone_names().values()) if name != "Factory"]
    changes = [datetime(2026, 11, 1), datetime(2027, 3, 14), datetime(2027, 3, 28), datetime(2026, 10, 25)]
    for index in range(20_000):
        day = (
            source.choice(changes) if index % 3 == 0 else datetime(2024, 1, 1) + timedelta(days=source.randrange(1800))
        )
        at = day + timedelta(minutes=source.randrange(1440))
        zone = source.choice(zones)
        expected = at.replace(tzinfo=timezone.utc).astimezone(zone_info(zone)).replace(tzinfo=None, fold=0)
        assert local_time(at, zone) == LocalTime(expected, expected), (at, zone)


@pytest.mark.parametrize(
    "country",
    ["BH", "BD", "DJ", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SA", "SD", "SY", "YE"],
)
def test_the_weekend_is_friday_and_saturday_there(country):
    assert weekend(country, None) == {5, 6}
    assert not workday(FRIDAY, country, None).is_workday
    assert not workday(SATURDAY, country, None).is_workday


@pytest.mark.parametrize(
    "country", ["AE", "US", "DE", "TR", "MA", "TN", "ID", "PK", "MR", "HK", "IN", "LB", None, "XX"]
)
def test_the_weekend_is_saturday_and_sunday_elsewhere(country):
    assert weekend(country, None) == {6, 7}
    assert workday(THURSDAY, country, None).is_workday
    assert not workday(SUNDAY, country, None).is_workday


def test_weekends_of_one_day_of_three_and_of_single_states():
    assert weekend("IR", None) == weekend("AF", None) == {5}
    assert weekend("NP", None) == {6}
    assert weekend("BN", None) == {5, 7}
    assert weekend("AE", "SH") == {5, 6, 7}
    assert weekend("AE", "DU") == {6, 7}
    assert weekend("MY", "03") == {5, 6}
    assert weekend("MY", "14") == {6, 7}


@pytest.mark.parametrize(
    ("country", "region", "day", "is_holiday"),
    [
        ("US", None, date(2026, 11, 26), True),
        ("US", "TX", date(2026, 11, 26), True),
        ("US", None, date(2026, 7, 3), True),
        ("US", "HI", date(2027, 3, 26), True),
        ("US", "TX", date(2027, 2, 12), False),
        ("DE", None, date(2027, 1, 6), False),
        ("DE", "BY", date(2027, 1, 6), True),
        ("DE", "BE", date(2027, 1, 6), False),
        ("DE", "XYZ", date(2026, 5, 1), True),
        ("ES", "CT", date(2026, 9, 11), True),
        ("ES", "MD", date(2026, 9, 11), False),
        ("GB", "SCT", date(2026, 11, 30), True),
        ("GB", "ENG", date(2026, 11, 30), False),
        ("CH", "GE", date(2026, 12, 31), True),
        ("CH", "ZH", date(2026, 12, 31), False),
        ("CA", "QC", date(2026, 6, 24), True),
        ("CA", "ON", date(2026, 6, 24), False),
        ("AU", "VIC", date(2026, 11, 3), True),
        ("AU", "NSW", date(2026, 11, 3), False),
        ("FR", None, date(2026, 7, 14), True),
        ("FR", "6AE", date(2025, 12, 26), True),
        ("FR", None, date(2025, 12, 26), False),
        ("JP", None, date(2026, 11, 23), True),
        ("XX", None, date(2026, 12, 25), False),
        (None, None, date(2026, 12, 25), False),
    ],
)
def test_public_holidays_of_country_and_subdivision(country, region, day, is_holiday):
    found = workday(day, country, region)
    assert (found.holiday is not None) == is_holiday
    assert found.is_workday == (not is_holiday)


@pytest.mark.parametrize("country", ["DE", "FR", "ES", "IT", "GB", "US", "BR", "JM"])
def test_holidays_are_named_in_english(country):
    assert workday(date(2026, 12, 25), country, None).holiday == "Christmas Day"


def test_a_holiday_on_a_weekend_keeps_its_name():
    found = workday(date(2026, 7, 4), "US", None)
    assert (found.is_workday, found.holiday) == (False, "Independence Day")


def test_a_weekend_day_to_which_a_working_day_was_moved_is_worked():
    assert workday(date(2026, 2, 14), "CN", None).is_workday
    assert not workday(date(2026, 2, 21), "CN", None).is_workday
