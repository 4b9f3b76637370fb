"""The relation `plan`: its one row."""

from __future__ import annotations

from datetime import datetime

from sigcheck.engine import Engine
from sigcheck.plan import Plan
from sigcheck.plan.schedule import Schedule
from sigcheck.relations import PLAN
from sigcheck.zones import local_to_utc


def add_plan(engine: Engine, plan: Plan, now: datetime) -> None:
    """Create `plan`. `now` is the moment of the check (UTC)."""
    schedule = plan.schedule
    starts = schedule.at or schedule.start
    ends = schedule.at or schedule.end
    hours_from, hours_to = schedule.working_hours
    row = (
        plan.label,
        plan.name,
        plan.purpose,
        plan.audience,
        now,
        schedule.timezone,
        schedule.kind,
        schedule.utc(starts) if starts else None,
        schedule.utc(ends) if ends else None,
        _time_problem(schedule),
        schedule.per_hour,
        max(1, len(schedule.occurrences())),
        hours_from,
        hours_to,
        plan.relevance,
        _presence(plan.history),
        _presence(plan.suppress),
        "named" if plan.exclude else "missing",
        plan.acknowledgement,
        plan.opt_out.owner,
        plan.opt_out.process,
        list(plan.opt_out.systems),
        plan.program.name,
        plan.program.goal.metric,
        None if plan.program.goal.target is None else str(plan.program.goal.target),
        plan.program.test,
        plan.program.results,
        plan.program.reviewed,
    )
    engine.create(PLAN.name, PLAN.columns, [row])


def _time_problem(schedule: Schedule) -> str | None:
    """Return what is wrong with the first time of the schedule that does not exist; None where all exist."""
    times = (schedule.at, schedule.start, schedule.end, *schedule.occurrences())
    problems = (local_to_utc(time, schedule.timezone)[1] for time in times if time is not None and time.tzinfo is None)
    return next((problem for problem in problems if problem is not None), None)


def _presence(value: object) -> str:
    if value is None:
        return "missing"
    return "none" if value == "none" else "named"
