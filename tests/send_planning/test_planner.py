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


def own_times(*times: str) -> str:
    """Return a list of people in New York who each have a time of their own."""
    rows = ((f"p{number}@company{number}.com", "NY", at) for number, at in enumerate(times, start=1))
    return csv_text([("email", "state", "send_at"), *rows])


COLUMN = {"schedule": {"at": None, "column": "send_at"}}


def test_round_times_are_moved_only_where_all_are_round(campaign):
    all_round = planned(campaign("one", plan=COLUMN, recipients=own_times("2026-12-01 10:00", "2026-12-02 14:30")))
    assert len(all_round.moved) == 2
    assert all(time.at.minute % 30 or time.at.second for time in all_round.times)
    one_round = planned(campaign("two", plan=COLUMN, recipients=own_times("2026-12-01 10:00", "2026-12-02 14:31")))
    assert one_round.moved == ()


MONDAYS = "email,sent_at\n" + "".join(f"kim@initech.com,2026-{day} 09:03\n" for day in ("11-23", "11-16", "11-09"))


def test_times_that_are_those_of_the_last_sends_are_moved(campaign):
    path = campaign(plan={"schedule": {"at": "2026-12-07 09:04"}}, history=MONDAYS)
    assert findings(path, select=["HRS004"])
    result = planned(path)
    assert len(result.moved) == 2
    write_back(path, result)
    assert findings(path) == []


def test_where_a_window_leaves_no_other_time_than_the_last_sends_nothing_is_moved(campaign):
    window = {"at": None, "start": "2026-12-07 09:01", "end": "2026-12-07 09:06"}
    result = planned(campaign(plan={"schedule": window}, history=MONDAYS))
    assert result.is_complete
    assert result.moved == ()


def test_each_sender_of_a_roster_writes_at_a_pace_of_their_own(campaign):
    rows = [("email", "state", "owner")]
    rows += [(f"p{number}@company{number}.com", "NY", ("Ana Ruiz", "Max Stone")[number % 2]) for number in range(40)]
    senders = "name,email,away\nAna Ruiz,ana.ruiz@northwind.com,2026-12-07\nMax Stone,max.stone@northwind.com,\n"
    path = campaign(
        plan={"schedule": {"at": "2026-12-01 09:00"}, "rules": {"parameters": {"SND005": {"per_day": 10}}}},
        recipients=csv_text(rows),
        senders=senders,
    )
    result = planned(path)
    assert result.is_complete
    write_back(path, result)
    assert findings(path) == []
    days = {owner: {time.at.day for time in result.times if rows[time.row - 1][2] == owner} for _, _, owner in rows[1:]}
    assert days["Max Stone"] <= {1, 2, 3, 4}
    assert days["Ana Ruiz"].isdisjoint({4, 5, 6, 7})


def test_nobody_is_moved_to_a_day_too_soon_after_the_last_email(campaign):
    path = campaign(
        plan=COLUMN,
        recipients=own_times("2026-12-01 10:07", "2026-12-20 10:07"),
        history="email,sent_at\np2@company2.com,2026-11-18 10:07\n",
    )
    first, second = planned(path).times
    assert not first.is_moved
    assert second.at >= datetime(2026, 12, 18)


def test_people_of_a_country_whose_zones_never_agree_get_a_time_and_are_named(campaign):
    path = campaign(recipients="email,country\na@acme.com,United States\nb@globex.ru,Russia\n")
    result = planned(path)
    (shortfall,) = result.shortfalls
    assert result.is_complete
    assert (shortfall.constraint, shortfall.rows, shortfall.short) == ("zones", (3,), 0)
    write_back(path, result)
    assert [one[:6] for one in findings(path)] == ["HRS006"]
    assert planned(path).moved == ()


def test_a_time_that_comes_twice_is_written_so_that_it_is_understood(campaign):
    path = campaign(
        plan={"now": "2026-10-24 12:00", "schedule": {"timezone": "Europe/Berlin", "at": "2026-10-25 09:10"}},
        recipients="email,country\na@acme.co.nz,New Zealand\n",
    )
    result = planned(path)
    write_back(path, result)
    assert findings(path) == []
    assert planned(path).moved == ()
