"""Planned sends drawn at random: their times planned, written back, and checked by the rules themselves."""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from rebuilding import csv_text, findings, planned, write_back

from sigcheck.rule_examples import write_example

PLACES = [
    ("United States", "New York", ""),
    ("United States", "", ""),
    ("Germany", "Sachsen", ""),
    ("Japan", "", ""),
    ("Saudi Arabia", "", ""),
    ("India", "", ""),
    ("", "", "Pacific/Auckland"),
    ("Australia", "", ""),
]

SCHEDULES = [
    {"at": "2026-12-01 09:00"},
    {"at": "2026-12-24 10:07"},
    {"at": None, "start": "2026-11-30 13:00", "end": "2026-12-04 16:30", "per_hour": 7.5},
    {"at": None, "start": "2026-12-24 09:00", "end": "2026-12-29 12:40"},
    {"at": None, "start": "2026-12-01 09:10", "end": "2026-12-01 11:10", "per_hour": 2},
    {"at": None, "start": "2026-12-03 09:10", "end": "2026-12-01 11:10"},
    {"at": None, "column": "send_at"},
    {"at": "2027-03-14 02:30", "timezone": "America/New_York"},
]

OWN_TIMES = ["", "soon", *(f"2026-12-{time}" for time in ("01 10:07", "01 10:30", "02 03:10", "05 11:11", "03 14:00"))]

HABIT = "".join(f"kim@initech.com,2026-11-{day} 09:03\n" for day in ("24", "17", "10"))

HISTORIES = [
    "email,sent_at\n",
    f"email,sent_at\n{HABIT}",
    f"email,sent_at\n{HABIT}p1@company1.com,2026-11-05 09:03\np2@company2.com,2026-11-20 09:03\n",
]


@st.composite
def sends(draw):
    """The inputs of a planned send: up to 14 people, one sender or two, any kind of schedule."""
    rows = [
        (
            f"p{number}@company{number // draw(st.sampled_from([1, 1, 3]))}.com",
            *draw(st.sampled_from(PLACES)),
            draw(st.sampled_from(["Ana Ruiz", "Max Stone"])),
            draw(st.sampled_from(OWN_TIMES)),
        )
        for number in range(draw(st.integers(1, 14)))
    ]
    parameters = {
        "HRS003": {"per_hour": draw(st.sampled_from([2, 60]))},
        "SND005": {"per_day": draw(st.sampled_from([2, 50]))},
    }
    schedule = {**draw(st.sampled_from(SCHEDULES)), "hours": draw(st.sampled_from(["09:00-17:00", "08:30-18:15"]))}
    inputs = {
        "plan": {"schedule": schedule, "rules": {"parameters": parameters}, "now": "2026-11-30 12:00"},
        "recipients": csv_text([("email", "country", "state", "timezone", "owner", "send_at"), *rows]),
        "history": draw(st.sampled_from(HISTORIES)),
    }
    if draw(st.booleans()):
        away = draw(st.sampled_from(["", "2026-12-01/2026-12-02", "2026-12-07"]))
        inputs["senders"] = f"name,email,away\nAna Ruiz,ana.ruiz@northwind.com,{away}\nMax Stone,max@northwind.com,\n"
    return inputs


@pytest.mark.slow
@settings(max_examples=15)
@given(sends(), st.integers(0, 3))
def test_the_rules_find_nothing_in_the_times_planned_and_planning_again_changes_nothing(inputs, seed):
    with tempfile.TemporaryDirectory() as folder:
        path = write_example(inputs, Path(folder))
        too_soon = findings(path, select=["FRQ001"])
        result = planned(path, seed)
        event("complete" if result.is_complete else "short")
        if not result.is_complete:
            assert result.moved == ()
            return
        assert len(result.times) == inputs["recipients"].count("@")
        write_back(path, result)
        after = findings(path)
        assert [one for one in after if not one.startswith("HRS006")] == []
        assert len(findings(path, select=["FRQ001"])) <= len(too_soon)
        again = planned(path, seed)
        assert again.moved == ()
        assert [time.at for time in again.times] == [time.at for time in result.times]


@pytest.mark.slow
@settings(max_examples=8)
@given(sends(), st.randoms(use_true_random=False))
def test_a_list_in_another_order_gets_the_same_times(inputs, chance):
    header, *rows = inputs["recipients"].splitlines(keepends=True)
    mixed = chance.sample(rows, len(rows))
    if "start" in inputs["plan"]["schedule"]:
        return  # a window is spread in the order of the list, so that the present times are others
    found = []
    for lines in (rows, mixed):
        with tempfile.TemporaryDirectory() as folder:
            path = write_example({**inputs, "recipients": "".join([header, *lines])}, Path(folder))
            found.append({lines[time.row - 2]: time.at for time in planned(path).times})
    assert found[0] == found[1]


def in_berlin(number: int) -> str:
    """Return a list of people in Berlin."""
    people = ((f"p{one}@company{one}.de", "Germany", "Berlin") for one in range(number))
    return csv_text([("email", "country", "state"), *people])


def test_what_is_advised_is_enough_and_no_more_than_needed(campaign):
    schedule = {"timezone": "Europe/Berlin", "at": None, "start": "2026-12-01 09:00", "end": "2026-12-01 16:30"}
    path = campaign(plan={"schedule": {**schedule, "per_hour": 4}}, recipients=in_berlin(42))
    (shortfall,) = planned(path).shortfalls
    assert shortfall.text == (
        "42 emails from Ana Ruiz at 4 an hour need 10.5 hours, and the window has 7.5 working hours in Europe/Berlin: "
        "12 of them find no time"
    )
    assert (shortfall.emails, shortfall.short) == (42, 12)
    assert shortfall.advice[:2] == ("extend 'end' to 2026-12-02 11:30", "raise 'per_hour' to 6")
    for change, is_enough in (
        ({"end": "2026-12-02 11:30"}, True),
        ({"end": "2026-12-02 11:20"}, False),
        ({"per_hour": 6}, True),
        ({"per_hour": 5}, False),
    ):
        path = campaign(plan={"schedule": {**schedule, "per_hour": 4, **change}}, recipients=in_berlin(42))
        assert planned(path).is_complete == is_enough


@pytest.mark.parametrize(
    ("plan", "constraint", "short", "advice"),
    [
        ({"schedule": {"start": "2026-12-05 09:00", "end": "2026-12-06 16:30"}}, "working-time", 5, "2026-12-07 09:10"),
        ({"schedule": {"start": "2026-11-27 09:00", "end": "2026-11-27 16:30"}}, "window", 5, "2026-11-30 12:20"),
        (
            {
                "schedule": {"start": "2026-12-01 09:00", "end": "2026-12-02 16:30"},
                "sender": {"away": ["2026-12-04/2026-12-13"]},
            },
            "away",
            5,
            "2026-12-14 09:10",
        ),
    ],
)
def test_who_can_get_no_time_at_all_is_said_with_the_reason(campaign, plan, constraint, short, advice):
    plan["schedule"] |= {"at": None, "timezone": "Europe/Berlin"}
    result = planned(campaign(plan=plan, recipients=in_berlin(5)))
    (shortfall,) = result.shortfalls
    assert (shortfall.constraint, shortfall.short, shortfall.rows) == (constraint, short, (2, 3, 4, 5, 6))
    assert shortfall.advice == (f"extend 'end' to {advice}",)
    assert result.moved == ()


def test_good_times_give_way_only_as_far_as_others_need_their_place(campaign):
    rows = [
        ("email", "timezone"),
        *((f"p{one}@company{one}.com", "America/New_York") for one in range(20)),
        ("late@initech.com", "Europe/Lisbon"),
    ]
    window = {"at": None, "start": "2026-12-01 11:02", "end": "2026-12-01 16:00"}
    path = campaign(
        plan={"schedule": window, "rules": {"parameters": {"HRS003": {"per_hour": 8}}}}, recipients=csv_text(rows)
    )
    result = planned(path)
    assert result.is_complete
    assert {time.row for time in result.moved} >= {22}
    assert len(result.moved) <= 3
    assert all(time.at <= datetime(2026, 12, 1, 21) for time in result.times)
