"""The limits that rules and plan set, and the times that history and absences rule out."""

from datetime import date, datetime

import pytest

from sigcheck.inputs.senders import SenderEntry
from sigcheck.plan import DateRange, load_plan
from sigcheck.rule import load_packs
from sigcheck.selection import select_rules
from sigcheck.send_planning.absences import absences_of
from sigcheck.send_planning.limits import Limits, limits_of
from sigcheck.send_planning.pace import Pace, pace_of
from sigcheck.send_planning.seconds import HOUR, Span, moment_of, seconds_of
from sigcheck.send_planning.slots_shown import WeeklySlot, spans_of

WINDOW = {"at": None, "start": "2026-12-01 09:10", "end": "2026-12-03 16:30"}


def limits(path, ignore=()):
    """Return the limits for a plan."""
    return limits_of(select_rules(load_packs((), with_examples=False), load_plan(path), (), ignore))


def test_limits_are_the_rules_own_but_where_the_plan_sets_them(campaign):
    path = campaign(plan={"rules": {"parameters": {"SND005": {"per_day": 20}, "HRS003": {"at_once": 1}}}})
    assert limits(path) == Limits(
        per_hour=60,
        at_once=1,
        per_day=20,
        reply_days=3,
        earlier_sends=3,
        slot_minutes=5,
        avoids_round=True,
        min_days=30,
    )


def test_a_rule_that_does_not_run_sets_no_limit(campaign):
    assert limits(campaign(), ignore=("HRS", "SND", "FRQ")) == Limits()


@pytest.mark.parametrize(
    ("per_hour", "of_rule", "pace", "block", "room", "most"),
    [
        (None, 60, 60, HOUR, 60, 60),
        (40, 60, 40, HOUR, 40, 40),
        (7.5, 60, 7.5, HOUR, 7, 8),
        (0.4, 60, 0.4, 3 * HOUR, 1, 2),
        (90, 60, 60, HOUR, 60, 60),
        (90, None, 90, HOUR, 90, 90),
        (None, None, None, HOUR, None, None),
    ],
)
def test_the_pace_is_the_slower_of_the_plans_and_the_rules(campaign, per_hour, of_rule, pace, block, room, most):
    plan = load_plan(campaign(plan={"schedule": {**WINDOW, "per_hour": per_hour}}))
    found = pace_of(plan, Limits(per_hour=of_rule))
    assert (found.per_hour, found.block, found.room(found.block), found.most) == (pace, block, room, most)


def test_in_part_of_an_hour_go_as_many_emails_as_the_pace_makes_of_it():
    assert [Pace(40, None, None).room(minutes * 60) for minutes in (1, 15, 30, 50, 60)] == [1, 10, 20, 33, 40]


def test_a_sender_is_absent_from_some_days_before_leaving_to_the_day_of_return():
    away = (DateRange(date(2026, 12, 10), date(2026, 12, 12)),)
    ana = SenderEntry("Ana", "ana@northwind.com", None, away, None, "plan.yaml", 1)
    ((sender, (span,)),) = absences_of([ana, ana._replace(email="max@northwind.com", away=())], 3).items()
    assert sender == "ana@northwind.com"
    assert [moment_of(end) for end in span] == [datetime(2026, 12, 7), datetime(2026, 12, 13)]


def test_a_weekly_slot_comes_by_the_clock_of_the_plan_whatever_the_season():
    slot = WeeklySlot(1, 9 * 60 - 5, 9 * 60 + 5)  # Mondays around nine
    within = Span(seconds_of(datetime(2026, 10, 19)), seconds_of(datetime(2026, 10, 31)))
    starts = [moment_of(span.start) for span in spans_of([slot], within, "Europe/Berlin")]
    assert starts == [datetime(2026, 10, 19, 6, 55), datetime(2026, 10, 26, 7, 55)]
