from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import pytest

from sigcheck.plan.recurrence import MAX_OCCURRENCES, check_repeat, occurrences

NEW_YORK = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 12, 1, 9, 10)


def days(repeat, start=TUESDAY, zone=NEW_YORK):
    return [f"{moment:%m-%d %H:%M}" for moment in occurrences(repeat, start, zone)]


@pytest.mark.parametrize(
    ("repeat", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=2", ["12-07 09:10", "12-14 09:10"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2;", ["12-01 09:10", "12-08 09:10"]),
        ("freq=weekly;count=2", ["12-01 09:10", "12-08 09:10"]),
        ("FREQ=WEEKLY;UNTIL=20261208", ["12-01 09:10", "12-08 09:10"]),
        ("FREQ=WEEKLY;UNTIL=20261208T091000", ["12-01 09:10", "12-08 09:10"]),
        ("FREQ=WEEKLY;UNTIL=20261208T141000Z", ["12-01 09:10", "12-08 09:10"]),
        ("FREQ=WEEKLY;UNTIL=20261208T140959Z", ["12-01 09:10"]),
        ("FREQ=HOURLY;INTERVAL=3;COUNT=2", ["12-01 09:10", "12-01 12:10"]),
    ],
)
def test_lists_local_times(repeat, expected):
    assert days(repeat) == expected


def test_keeps_the_time_of_day_when_the_clocks_change():
    assert days("FREQ=DAILY;COUNT=3", datetime(2027, 3, 13, 9, 10)) == ["03-13 09:10", "03-14 09:10", "03-15 09:10"]


def test_a_start_with_an_offset_becomes_local():
    assert days("FREQ=DAILY;COUNT=1", datetime(2026, 12, 1, 14, 10, tzinfo=timezone.utc)) == ["12-01 09:10"]


def test_the_most_occurrences_are_allowed_and_one_more_is_not():
    assert len(occurrences(f"FREQ=DAILY;COUNT={MAX_OCCURRENCES}", TUESDAY, NEW_YORK)) == MAX_OCCURRENCES
    with pytest.raises(ValueError, match="gives more than 1,000 sends"):
        occurrences(f"FREQ=DAILY;COUNT={MAX_OCCURRENCES + 1}", TUESDAY, NEW_YORK)
    with pytest.raises(ValueError, match="gives more than 1,000 sends"):
        occurrences("FREQ=DAILY;UNTIL=99991231T235959", TUESDAY, NEW_YORK)


@pytest.mark.parametrize(
    ("repeat", "problem"),
    [
        ("every monday", "is not a recurrence rule"),
        ("", "is not a recurrence rule"),
        ("FREQ=WEEKLY;;COUNT=2", "is not a recurrence rule"),
        ("FREQ=WEEKLY\nEXDATE:20261201;COUNT=1", "needs a FREQ of"),
        ("BYDAY=MO;COUNT=2", "needs a FREQ of YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY"),
        ("FREQ=SECONDLY;COUNT=2", "needs a FREQ of"),
        ("FREQ=MINUTELY;COUNT=2", "needs a FREQ of"),
        ("FREQ=WEEKLY;FREQ=DAILY;COUNT=2", "holds FREQ twice"),
        ("FREQ=WEEKLY", "needs either COUNT or UNTIL"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "needs either COUNT or UNTIL"),
        ("FREQ=WEEKLY;COUNT=0", "'COUNT=0' is not a whole number above 0"),
        ("FREQ=WEEKLY;COUNT=-1", "'COUNT=-1' is not a whole number above 0"),
        ("FREQ=WEEKLY;INTERVAL=0;COUNT=2", "'INTERVAL=0' is not a whole number above 0"),
        ("FREQ=WEEKLY;UNTIL=soon", "'UNTIL=SOON' is not a date"),
        ("FREQ=WEEKLY;UNTIL=20260230", "'UNTIL=20260230' is not a date"),
    ],
)
def test_refuses_a_malformed_rule_without_knowing_the_start(repeat, problem):
    with pytest.raises(ValueError, match=problem):
        check_repeat(repeat)


@pytest.mark.parametrize(
    ("repeat", "problem"),
    [
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=2", "is not a recurrence rule"),
        ("FREQ=WEEKLY;FOO=1;COUNT=2", "is not a recurrence rule"),
        ("FREQ=DAILY;BYHOUR=25;COUNT=2", "is not a recurrence rule"),
        ("FREQ=WEEKLY;UNTIL=20250101", "gives no send at all from 2026-12-01 09:10 on"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "gives no send at all"),
    ],
)
def test_refuses_a_rule_that_gives_no_times(repeat, problem):
    with pytest.raises(ValueError, match=problem):
        occurrences(repeat, TUESDAY, NEW_YORK)
