from datetime import datetime

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.rule_examples import write_example


@pytest.fixture
def relations(tmp_path):
    engines = []

    def load(**inputs):
        engine = DuckDBEngine()
        engines.append(engine)
        load_planned_send(engine, load_plan(write_example(inputs, tmp_path)))
        return engine

    yield load
    for engine in engines:
        engine.close()


def starts(engine, source):
    query = "SELECT campaign, starts_at, local_at FROM send_starts WHERE source = $source ORDER BY starts_at"
    return engine.query(query, {"source": source}).rows


def test_a_send_starts_with_its_schedule_by_the_clock_of_its_zone(relations):
    assert starts(relations(), "plan") == [("Example", datetime(2026, 12, 1, 15, 7), datetime(2026, 12, 1, 10, 7))]


def test_each_occurrence_is_a_start_and_keeps_its_local_time_when_clocks_change(relations):
    schedule = {"at": "2026-10-26 10:07", "repeat": "FREQ=WEEKLY;COUNT=2"}
    found = starts(relations(plan={"now": "2026-10-01", "schedule": schedule}), "plan")
    assert [(at.hour, local.hour) for _, at, local in found] == [(14, 10), (15, 10)]


def test_own_times_start_with_the_first_of_them(relations):
    recipients = "email,send_at\na@acme.com,2026-12-02 10:10\nb@globex.com,2026-12-01 11:11\nc@initech.com,soon\n"
    engine = relations(plan={"schedule": {"at": None, "column": "send_at"}}, recipients=recipients)
    assert [local for _, _, local in starts(engine, "plan")] == [datetime(2026, 12, 1, 11, 11)]


def test_a_schedule_of_no_readable_time_has_no_start(relations):
    engine = relations(
        plan={"schedule": {"at": None, "column": "send_at"}}, recipients="email,send_at\na@acme.com,soon\n"
    )
    assert starts(engine, "plan") == []


def test_what_history_holds_of_a_campaign_on_a_day_is_one_send(relations):
    history = (
        "email,sent_at,campaign,kind\n"
        "a@acme.com,2026-11-10T15:09:00Z,Two,signature\n"
        "b@globex.com,2026-11-10T15:07:00Z,Two,signature\n"
        "c@initech.com,2026-11-11T16:00:00Z,Two,signature\n"
        "d@umbrella.com,2026-11-10T12:00:00Z,News,branded\n"
        "e@hooli.com,2026-07-01T12:00:00Z,,signature\n"
    )
    assert starts(relations(history=history, exclude="email\nkim@wayne.com\n"), "history") == [
        (None, datetime(2026, 7, 1, 12, 0), datetime(2026, 7, 1, 8, 0)),
        ("Two", datetime(2026, 11, 10, 15, 7), datetime(2026, 11, 10, 10, 7)),
        ("Two", datetime(2026, 11, 11, 16, 0), datetime(2026, 11, 11, 11, 0)),
    ]


@pytest.mark.parametrize(
    ("schedule", "problem"),
    [
        ({"at": "2027-03-14 02:30"}, "02:30 on 2027-03-14 does not exist in America/New_York"),
        ({"at": None, "start": "2027-03-13 09:00", "end": "2027-03-14 02:10"}, "02:10 on 2027-03-14 does not exist"),
        ({"at": "2027-03-07 02:30", "repeat": "FREQ=WEEKLY;COUNT=2"}, "02:30 on 2027-03-14 does not exist"),
    ],
)
def test_a_time_that_clocks_skip_is_told(relations, schedule, problem):
    (found,) = relations(plan={"schedule": schedule}).query("SELECT time_problem FROM plan").rows[0]
    assert problem in found


@pytest.mark.parametrize("at", ["2026-12-01 10:07", "2027-03-14 02:30-05:00", "2026-11-01 01:30"])
def test_a_time_that_exists_once_or_twice_is_no_problem(relations, at):
    assert relations(plan={"schedule": {"at": at}}).query("SELECT time_problem FROM plan").rows == [(None,)]
