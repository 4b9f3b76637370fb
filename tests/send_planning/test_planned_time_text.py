from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigcheck.inputs.time_text import parse_send_time
from sigcheck.send_planning.seconds import moment_of, seconds_of
from sigcheck.send_planning.time_text import TimeTexts

CHANGES = [datetime(2026, 10, 25, 1), datetime(2026, 11, 1, 6), datetime(2027, 3, 14, 7), datetime(2027, 4, 3, 15)]


@given(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"]),
    st.sampled_from(CHANGES),
    st.integers(-9000, 9000),
)
def test_a_written_time_is_read_as_the_same_moment(zone, change, seconds):
    at = change + timedelta(seconds=seconds)
    assert parse_send_time(TimeTexts(zone).text(seconds_of(at)), zone) == (at, None)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 12, 1, 8, 10), "2026-12-01 09:10"),
        (datetime(2026, 12, 1, 8, 10, 7), "2026-12-01 09:10:07"),
        (datetime(2026, 10, 25, 0, 30), "2026-10-25 02:30"),
        (datetime(2026, 10, 25, 1, 30), "2026-10-25 02:30+01:00"),
    ],
)
def test_a_time_is_written_as_local_time_of_the_plan(at, text):
    assert TimeTexts("Europe/Berlin").text(seconds_of(at)) == text
    assert moment_of(seconds_of(at)) == at
