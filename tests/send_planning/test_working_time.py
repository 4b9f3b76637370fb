from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.facts.local_time import local_time, workday
from sigcheck.send_planning.seconds import moment_of, seconds_of
from sigcheck.send_planning.working_time import Place, WorkingTime, working_day

NINE_TO_FIVE = (9 * 60, 17 * 60)

ZONES = [
    "America/New_York",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Auckland",
    "UTC",
]

CHANGES = [
    date(2026, 11, 1),
    date(2027, 3, 14),
    date(2026, 10, 25),
    date(2027, 3, 28),
    date(2026, 10, 4),
    date(2026, 9, 27),
]
"""Days on which clocks change in one of the zones."""


def is_working(at: datetime, place: Place, day: date, hours: tuple[int, int]) -> bool:
    """Return what the facts say of a moment: it is that day, one of work, and in working hours in all zones."""
    local = local_time(at, place.zones)
    minutes = [one.hour * 60 + one.minute for one in local]
    return (
        {one.date() for one in local} == {day}
        and workday(day, place.country_code, place.region_code).is_workday
        and hours[0] <= minutes[0]
        and minutes[1] < hours[1]
    )


@settings(max_examples=60)
@given(
    st.sets(st.sampled_from(ZONES), min_size=1, max_size=2),
    st.sampled_from(CHANGES) | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sampled_from([NINE_TO_FIVE, (0, 24 * 60), (0, 3 * 60), (9 * 60 + 10, 16 * 60 + 50), (20 * 60, 24 * 60)]),
    st.sampled_from([None, "US", "DE", "AE"]),
)
def test_working_time_is_what_the_facts_say_of_each_moment(zones, day, hours, country):
    place = Place(" ".join(sorted(zones)), country, None)
    found = working_day(place, day, hours)
    if not found.is_agreed:
        return
    start = seconds_of(datetime.combine(day, time.min)) - 15 * 3600
    for seconds in range(start, start + 54 * 3600, 300):
        covered = any(span.start <= seconds < span.end for span in found.spans)
        assert covered == is_working(moment_of(seconds), place, day, hours), moment_of(seconds)


def test_a_time_that_clocks_skip_is_no_working_time():
    place = Place("America/New_York", "IL", None)  # whose Sundays are working days
    (span,) = working_day(place, date(2027, 3, 14), (60, 4 * 60)).spans
    assert span.seconds == 2 * 3600


def test_an_hour_that_comes_twice_is_working_time_twice():
    place = Place("America/New_York", "IL", None)
    (span,) = working_day(place, date(2026, 11, 1), (0, 3 * 60)).spans
    assert span.seconds == 4 * 3600


def test_a_country_of_several_zones_works_only_where_all_agree():
    coasts = Place("America/Los_Angeles America/New_York", "US", None)
    (span,) = working_day(coasts, date(2026, 12, 1), NINE_TO_FIVE).spans
    assert [moment_of(end) for end in span] == [datetime(2026, 12, 1, 17), datetime(2026, 12, 1, 22)]


def test_where_zones_never_agree_it_is_when_most_of_them_work():
    russia = Place("Asia/Kamchatka Asia/Yekaterinburg Europe/Moscow Europe/Samara", "RU", None)
    found = working_day(russia, date(2026, 12, 1), NINE_TO_FIVE)
    assert not found.is_agreed
    assert [[moment_of(end).hour for end in span] for span in found.spans] == [[6, 12]]


@pytest.mark.parametrize(
    ("place", "day"),
    [
        (Place("Europe/Berlin", "DE", None), date(2026, 12, 5)),
        (Place("Europe/Berlin", "DE", None), date(2026, 12, 25)),
        (Place("Europe/Berlin", "DE", "SN"), date(2026, 11, 18)),
        (Place("Asia/Riyadh", "SA", None), date(2026, 12, 4)),
    ],
)
def test_a_day_off_has_no_working_time(place, day):
    assert working_day(place, day, NINE_TO_FIVE).spans == ()


def test_working_time_remembers_where_zones_do_not_agree():
    russia = Place("Asia/Kamchatka Europe/Moscow", "RU", None)
    working = WorkingTime(NINE_TO_FIVE)
    day = date(2026, 12, 1).toordinal()
    (span, *_) = working.on(russia, day).spans
    assert working.disagreeing == {russia}
    assert working.is_compromise(russia, day, span.start)
    assert not working.is_compromise(russia, day, span.end + 12 * 3600)
