from datetime import datetime

import pytest
from rebuilding import csv_text, findings, planned, write_back


def people(number: int, **cells: str) -> str:
    """Return a list of people, each at a company of their own, all in one place."""
    header = ["email", *cells]
    return csv_text([header, *([f"p{one}@company{one}.com", *cells.values()] for one in range(1, number + 1))])


NEW_YORK = {"country": "United States", "state": "New York"}


def test_a_blast_is_spread_so_that_no_rule_finds_anything(campaign):
    path = campaign(plan={"schedule": {"at": "2026-12-05 08:30"}}, recipients=people(120, **NEW_YORK))
    assert findings(path)
    result = planned(path)
    assert result.is_complete
    assert len(result.moved) == len(result.times) == 120
    assert (result.column, result.replaced) == ("send_at", ("at",))
    write_back(path, result)
    assert findings(path) == []


def test_a_window_in_which_nothing_is_wrong_stays_as_it_is(campaign):
    window = {"at": None, "start": "2026-12-01 09:10", "end": "2026-12-03 16:30"}
    result = planned(campaign(plan={"schedule": window}, recipients=people(30, **NEW_YORK)))
    assert result.is_complete
    assert result.moved == ()
    assert result.window is not None
    assert not result.window.is_proposed


def test_who_has_a_good_time_keeps_it(campaign):
    rows = [["email", "state", "send_at"], ["a@acme.com", "NY", "2026-12-01 10:07"], ["b@globex.com", "NY", "soon"]]
    result = planned(campaign(plan={"schedule": {"at": None, "column": "send_at"}}, recipients=csv_text(rows)))
    assert [(time.row, time.is_moved) for time in result.times] == [(2, False), (3, True)]
    assert result.replaced == ()


def test_the_order_of_the_list_does_not_matter(campaign):
    rows = people(60, **NEW_YORK).splitlines(keepends=True)
    mixed = [rows[0], *sorted(rows[1:], key=lambda row: row[::-1])]
    times = []
    for folder, lines in (("one", rows), ("two", mixed)):
        result = planned(campaign(folder, recipients="".join(lines)))
        times.append({lines[time.row - 1]: time.at for time in result.times})
    assert times[0] == times[1]


def test_another_seed_gives_other_times(campaign):
    path = campaign(recipients=people(60, **NEW_YORK))
    assert planned(path, seed=1) == planned(path, seed=1)
    assert planned(path, seed=1).times != planned(path, seed=2).times


def test_each_gets_it_in_working_hours_wherever_they_are(campaign):
    rows = [
        ["email", "country"],
        *(
            [f"p{n}@company{n}.com", country]
            for n, country in enumerate(
                ["Japan", "Germany", "United States", "Saudi Arabia", "Brazil", "Russia", "Australia"] * 3
            )
        ),
    ]
    path = campaign(plan={"schedule": {"at": "2026-12-24 10:07"}}, recipients=csv_text(rows))
    result = planned(path)
    assert len(result.times) == 21
    write_back(path, result)
    assert [one for one in findings(path) if "Russia" not in one] == []


@pytest.mark.parametrize("once", [True, False])
def test_a_repeating_schedule_is_left_alone_unless_it_is_to_come_once(campaign, once):
    path = campaign(plan={"schedule": {"at": "2026-12-01 08:30", "repeat": "FREQ=WEEKLY;COUNT=3"}})
    result = planned(path, once=once)
    if once:
        assert result.replaced == ("at", "repeat")
        assert all(time.is_moved for time in result.times)
    else:
        assert result.times == ()
        assert [shortfall.constraint for shortfall in result.shortfalls] == ["repeat"]


def test_new_times_are_at_least_a_quarter_of_an_hour_ahead(campaign):
    path = campaign(plan={"now": "2026-12-01 12:00", "schedule": {"at": "2026-12-01 09:07"}})
    assert all(time.at >= datetime(2026, 12, 1, 17, 15) for time in planned(path).times)
