from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest

from sigcheck.zones import local_to_utc, utc_to_local, zone_info, zone_names


def test_zones_are_found_in_any_case():
    assert zone_info("europe/berlin") is zone_info("europe/berlin")
    assert zone_info("europe/berlin").key == "Europe/Berlin"


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "..", "America", "../zones", "/etc/passwd"])
def test_what_is_no_zone_is_refused(name):
    with pytest.raises(ZoneInfoNotFoundError):
        zone_info(name)


@pytest.mark.parametrize(
    ("local", "zone", "utc", "problem"),
    [
        (datetime(2026, 12, 1, 9, 10), "America/New_York", datetime(2026, 12, 1, 14, 10), None),
        (datetime(2026, 7, 1, 9, 10), "America/New_York", datetime(2026, 7, 1, 13, 10), None),
        (datetime(2026, 11, 1, 1, 30), "America/New_York", datetime(2026, 11, 1, 5, 30), None),
        (
            datetime(2027, 3, 14, 2, 30),
            "America/New_York",
            datetime(2027, 3, 14, 7, 30),
            "02:30 on 2027-03-14 does not exist in America/New_York: clocks go forward then",
        ),
        (
            datetime(2027, 3, 28, 2, 0),
            "Europe/Berlin",
            datetime(2027, 3, 28, 1, 0),
            "02:00 on 2027-03-28 does not exist in Europe/Berlin: clocks go forward then",
        ),
        (datetime(2027, 3, 28, 3, 0), "Europe/Berlin", datetime(2027, 3, 28, 1, 0), None),
        (
            datetime(2011, 12, 30, 12, 0),
            "Pacific/Apia",
            datetime(2011, 12, 30, 22, 0),
            "12:00 on 2011-12-30 does not exist in Pacific/Apia: clocks go forward then",
        ),
    ],
)
def test_local_time_to_utc(local, zone, utc, problem):
    assert local_to_utc(local, zone) == (utc, problem)


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Lord_Howe", "America/St_Johns"])
def test_there_and_back_is_the_same_time_all_year(zone):
    at = datetime(2026, 9, 1)
    while at < datetime(2027, 9, 1):
        utc, problem = local_to_utc(at, zone)
        assert (utc_to_local(utc, zone) == at) == (problem is None), at
        at += timedelta(minutes=30)


def test_all_zones_can_be_read():
    for name in zone_names().values():
        zone_info(name)
