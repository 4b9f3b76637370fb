from datetime import datetime

import pytest

from sigcheck.inputs.time_text import SendTime, parse_send_time

NEW_YORK = "America/New_York"
AT = datetime(2026, 12, 1, 14, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01 09:10",
        "2026-12-01T09:10",
        "2026-12-01T09:10:00.000",
        "2026-12-1 9:10",
        "2026/12/01 09:10",
        "2026-12-01T14:10Z",
        "20261201T141000Z",
        "2026-12-01 14:10 UTC",
        "2026-12-01T15:10:00+01:00",
        "2026-12-01T15:10+0100",
        "2026-12-01 9:10 AM",
        "12/01/2026 9:10 AM",
        "12/1/26, 9:10 a.m.",
        "01.12.2026 09:10",
        "1.12.2026, 9:10 Uhr",
        "  2026-12-01   09:10 ",
        "Dec 1, 2026 9:10 AM",
        "1 December 2026 09:10",
        "Tue, 01 Dec 2026 09:10:00 -0500",
        "46357.3819444444",
    ],
)
def test_the_same_moment_in_the_forms_that_lists_use(text):
    assert parse_send_time(text, NEW_YORK) == SendTime(AT, None)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("25/12/2026 09:10", datetime(2026, 12, 25, 14, 10)),
        ("12/25/2026 09:10", datetime(2026, 12, 25, 14, 10)),
        ("05/05/2026 09:10", datetime(2026, 5, 5, 13, 10)),
        ("12/01/2026 12:00 AM", datetime(2026, 12, 1, 5, 0)),
        ("12/01/2026 12:00 PM", datetime(2026, 12, 1, 17, 0)),
        ("2026-11-01 01:30", datetime(2026, 11, 1, 5, 30)),
    ],
)
def test_dates_that_cannot_be_mistaken_are_read(text, at):
    assert parse_send_time(text, NEW_YORK) == SendTime(at, None)


@pytest.mark.parametrize("text", ["12/01/2026 09:10", "1/2/26 13:00", "01-12-2026 09:10"])
def test_a_date_that_may_mean_two_days_is_a_problem(text):
    assert parse_send_time(text, NEW_YORK) == SendTime(
        None, f"'{text}' may mean two days: write the date as 2026-12-31"
    )


@pytest.mark.parametrize("text", ["2026-12-01", "12/25/2026", "01.12.2026", "46357", "2026-12-01 9"])
def test_a_date_without_a_time_of_day_is_a_problem(text):
    assert parse_send_time(text, NEW_YORK) == SendTime(None, f"'{text}' has no time of day")


@pytest.mark.parametrize(
    "text", ["2026-02-30 10:00", "31.11.2026 10:00", "13/13/2026 10:00", "2026-12-01 25:00", "12/01/2026 13:10 PM"]
)
def test_a_time_that_no_calendar_has_is_a_problem(text):
    assert parse_send_time(text, NEW_YORK) == SendTime(None, f"'{text}' is not a time that exists")


@pytest.mark.parametrize(
    "text", ["soon", "tomorrow 9:00", "09:10", "9", "Monday", "1 Dec 2026 09:10 EST", "Dec 1 2026", "####", "=NOW()"]
)
def test_what_is_no_full_time_is_a_problem(text):
    found = parse_send_time(text, NEW_YORK)
    assert found.at is None
    assert found.problem is not None
    assert found.problem.endswith("write it as 2026-12-31 09:10")


@pytest.mark.parametrize("text", ["0001-01-01 00:00", "9999-12-31 23:59", "3000-01-01 09:00"])
def test_a_year_out_of_range_is_a_problem(text):
    assert parse_send_time(text, NEW_YORK).problem == f"'{text}' has a year out of range (1970 to 2999)"


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_cell_is_a_problem(text):
    assert parse_send_time(text, NEW_YORK) == SendTime(None, "no send time is given")


def test_a_time_that_clocks_skip_is_a_problem_and_taken_as_shifted():
    assert parse_send_time("2027-03-14 02:30", NEW_YORK) == SendTime(
        datetime(2027, 3, 14, 7, 30), "02:30 on 2027-03-14 does not exist in America/New_York: clocks go forward then"
    )
    assert parse_send_time("2027-03-14 02:30-05:00", NEW_YORK).problem is None
