import random
from datetime import datetime, timedelta, timezone

import pytest

from sigcheck.inputs.schedule import Band, sending_bands, spread, spread_over
from sigcheck.zones import local_to_utc, utc_to_local

NEW_YORK = "America/New_York"
HOURS = (9 * 60, 17 * 60)


def local_bands(start, end, zone, hours):
    bands = sending_bands(start, end, zone, hours)
    return [
        (utc_to_local(band.starts_at, zone), utc_to_local(band.starts_at + timedelta(seconds=band.seconds), zone))
        for band in bands
    ]


def test_a_window_within_one_day_is_one_band():
    start, end = datetime(2026, 12, 1, 9, 10), datetime(2026, 12, 1, 16, 30)
    assert sending_bands(start, end, NEW_YORK, None) == [Band(0, datetime(2026, 12, 1, 14, 10), 26_400)]


def test_working_hours_cut_a_window_within_one_day():
    start, end = datetime(2026, 12, 1, 7), datetime(2026, 12, 1, 12)
    assert local_bands(start, end, NEW_YORK, HOURS) == [(datetime(2026, 12, 1, 9), datetime(2026, 12, 1, 12))]


def test_a_window_without_a_working_hour_is_taken_whole():
    start, end = datetime(2026, 12, 1, 18), datetime(2026, 12, 1, 20)
    assert local_bands(start, end, NEW_YORK, HOURS) == [(start, end)]


def test_a_window_of_several_days_stands_for_the_same_hours_each_day():
    found = local_bands(datetime(2026, 12, 1, 9, 10), datetime(2026, 12, 3, 16, 30), NEW_YORK, None)
    assert found == [(datetime(2026, 12, day, 9, 10), datetime(2026, 12, day, 16, 30)) for day in (1, 2, 3)]


def test_working_hours_hold_on_each_day_and_the_window_still_cuts_the_first_and_the_last():
    found = local_bands(datetime(2026, 12, 1, 10), datetime(2026, 12, 3, 12), NEW_YORK, HOURS)
    assert found == [
        (datetime(2026, 12, 1, 10), datetime(2026, 12, 1, 17)),
        (datetime(2026, 12, 2, 9), datetime(2026, 12, 2, 17)),
        (datetime(2026, 12, 3, 9), datetime(2026, 12, 3, 12)),
    ]


def test_a_window_that_ends_earlier_in_the_day_than_it_starts_runs_on_through_the_night():
    start, end = datetime(2026, 12, 1, 15), datetime(2026, 12, 2, 9)
    assert local_bands(start, end, NEW_YORK, None) == [(start, end)]
    assert local_bands(start, end, NEW_YORK, (540, 1440)) == [(start, datetime(2026, 12, 2))]


def test_bands_count_the_sending_time_before_them():
    bands = sending_bands(datetime(2026, 12, 1, 9), datetime(2026, 12, 3, 10), NEW_YORK, None)
    assert [(band.first_second, band.seconds) for band in bands] == [(0, 3600), (3600, 3600), (7200, 3600)]


def test_bands_keep_local_hours_when_clocks_change():
    found = sending_bands(datetime(2027, 3, 13, 9), datetime(2027, 3, 15, 17), NEW_YORK, None)
    assert [band.starts_at.hour for band in found] == [14, 13, 13]
    assert {band.seconds for band in found} == {8 * 3600}


def test_a_band_is_as_long_as_it_lasts_on_the_day_that_clocks_change():
    forward = sending_bands(datetime(2027, 3, 28, 1), datetime(2027, 3, 28, 4), "Europe/Berlin", None)
    back = sending_bands(datetime(2026, 10, 25, 1), datetime(2026, 10, 25, 4), "Europe/Berlin", None)
    skipped = sending_bands(datetime(2027, 3, 28, 2, 30), datetime(2027, 3, 28, 4), "Europe/Berlin", None)
    assert [band.seconds for band in forward + back] == [2 * 3600, 4 * 3600]
    assert skipped == [Band(0, datetime(2027, 3, 28, 1, 30), 1800)]


def test_moments_with_an_offset_are_taken_as_such():
    start = datetime(2026, 12, 1, 9, 10, tzinfo=timezone.utc)
    assert sending_bands(start, datetime(2026, 12, 1, 16), NEW_YORK, None)[0].starts_at == datetime(2026, 12, 1, 9, 10)


@pytest.mark.parametrize("hours", [None, HOURS])
def test_a_window_that_ends_before_it_starts_is_its_start(hours):
    bands = sending_bands(datetime(2026, 12, 3, 9), datetime(2026, 12, 1, 10), NEW_YORK, hours)
    assert bands == [Band(0, datetime(2026, 12, 3, 14), 0)]
    assert spread(3, bands, None) == [datetime(2026, 12, 3, 14)] * 3


def test_sends_are_spread_evenly_over_all_bands():
    bands = sending_bands(datetime(2026, 12, 1, 9), datetime(2026, 12, 2, 10), NEW_YORK, None)
    expected = [datetime(2026, 12, day, 14, minute) for day in (1, 2) for minute in (0, 20, 40)]
    assert spread(6, bands, None) == expected


def test_a_rate_is_kept_within_the_bands_and_runs_on_past_the_last():
    bands = sending_bands(datetime(2026, 12, 1, 9), datetime(2026, 12, 2, 10), NEW_YORK, None)
    found = spread(7, bands, 2)
    assert found == [
        datetime(2026, 12, 1, 14, 0),
        datetime(2026, 12, 1, 14, 30),
        datetime(2026, 12, 2, 14, 0),
        datetime(2026, 12, 2, 14, 30),
        datetime(2026, 12, 2, 15, 0),
        datetime(2026, 12, 2, 15, 30),
        datetime(2026, 12, 2, 16, 0),
    ]


def test_a_list_of_nobody_has_no_sends():
    bands = sending_bands(datetime(2026, 12, 1, 9), datetime(2026, 12, 1, 10), NEW_YORK, None)
    assert spread(0, bands, None) == []
    assert spread_over(bands, 0, None).step == 3600


def test_the_spread_agrees_with_walking_through_the_seconds():
    source = random.Random(7)
    for _ in range(12):
        start = datetime(2026, 10, 20) + timedelta(minutes=source.randrange(60 * 24 * 20))
        end = start + timedelta(minutes=source.randrange(1, 60 * 24 * 4))
        zone = source.choice([NEW_YORK, "Europe/Berlin", "Asia/Kolkata"])
        hours = source.choice([None, HOURS])
        recipients = source.randrange(1, 50)
        bands = sending_bands(start, end, zone, hours)
        seconds = [band.starts_at + timedelta(seconds=second) for band in bands for second in range(band.seconds)]
        expected = [seconds[int(index * (len(seconds) / recipients))] for index in range(recipients)]
        assert spread(recipients, bands, None) == expected
        assert expected[0] == bands[0].starts_at
        if hours and bands[0].seconds != (end - start).total_seconds():
            minutes = {utc_to_local(at, zone).hour for at in expected}
            assert minutes <= set(range(9, 17)) or len(bands) == 1


def test_a_window_repeated_in_local_time_keeps_its_local_hours_over_a_change_of_clocks():
    starts = [datetime(2026, 10, 26, 9, 10) + timedelta(weeks=week) for week in range(3)]
    found = [sending_bands(start, start + timedelta(hours=2), NEW_YORK, None)[0].starts_at for start in starts]
    assert [at.hour for at in found] == [13, 14, 14]
    assert found == [local_to_utc(start, NEW_YORK)[0] for start in starts]
