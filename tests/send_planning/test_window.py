from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sigcheck.plan import Schedule
from sigcheck.send_planning.searching import first_that_suits
from sigcheck.send_planning.seconds import moment_of, seconds_of
from sigcheck.send_planning.window import Opening, earliest_end, shortest_window

BERLIN = Schedule(timezone="Europe/Berlin", at="2026-12-01 09:10")
OPENING = Opening(seconds_of(datetime(2026, 12, 1, 8, 10)), None, seconds_of(datetime(2026, 12, 2, 8, 10)))


@given(st.integers(0, 60), st.integers(0, 70))
def test_the_first_value_that_suits_is_found(length, first):
    values = range(100, 100 + length)
    expected = 100 + first if first < length else None
    assert first_that_suits(values, lambda value: value >= 100 + first) == expected


@given(st.integers(0, 400), st.integers(0, 10))
def test_a_proposed_window_ends_with_the_first_working_day_that_is_enough(days, known):
    enough = seconds_of(datetime(2026, 12, 2, 12)) + days * 86400
    window = shortest_window(OPENING, BERLIN, min(known, days), lambda window: window.end > enough)
    if days > 365:
        assert window is None
        return
    assert window is not None
    end = moment_of(window.end - 1)
    assert (end.hour, end.minute) in ((15, 0), (16, 0))
    assert 0 <= (end - moment_of(enough)) / timedelta(hours=1) < 24


def test_the_earliest_end_is_found_to_ten_minutes():
    enough = seconds_of(datetime(2026, 12, 9, 10, 12))
    end = earliest_end(OPENING, BERLIN, 1, lambda window: window.end > enough)
    assert end is not None
    assert moment_of(end) == datetime(2026, 12, 9, 10, 20)
