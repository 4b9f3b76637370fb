"""The relation `send_times`: every recipient × when the schedule sends to them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.errors import InputError
from sigcheck.facts.fact import Fact
from sigcheck.inputs.schedule import Spread, sending_bands, spread_over
from sigcheck.inputs.time_text import parse_send_time
from sigcheck.plan import Plan
from sigcheck.relations import Column

_RECIPIENT = "r.row, r.variant, r.sender, r.zones, r.country_code, r.region_code, r.timezone_source"

_BANDS = (
    Column("occurrence", "INTEGER", ""),
    Column("starts_at", "TIMESTAMP", ""),
    Column("first_second", "BIGINT", ""),
    Column("last_second", "BIGINT", ""),
)


def add_send_times(engine: Engine, plan: Plan, recipients: int) -> None:
    """Create `send_times` from `recipients`: row, variant, sender, zones …, occurrence, send_at (UTC), time_problem.

    Raises InputError where the list has no column of the name that the schedule gives.
    """
    kind = plan.schedule.kind
    if kind == "column":
        _own_times(engine, plan)
    elif kind == "window":
        _spread(engine, plan, recipients)
    else:
        _all_at_once(engine, plan)


def _all_at_once(engine: Engine, plan: Plan) -> None:
    times = [
        (number, plan.schedule.utc(moment), 0, None)
        for number, moment in enumerate(plan.schedule.occurrences(), start=1)
    ]
    engine.create("send_bands", _BANDS, times)
    engine.define(
        "send_times",
        f"""
        SELECT {_RECIPIENT}, b.occurrence, b.starts_at AS send_at, CAST(NULL AS VARCHAR) AS time_problem
        FROM recipients AS r
        CROSS JOIN send_bands AS b""",
    )


def _spread(engine: Engine, plan: Plan, recipients: int) -> None:
    """Spread the sends of each occurrence over its bands, in the order of the list."""
    step = 0.0
    rows: list[tuple[int, datetime, int, int | None]] = []
    for number, starts in enumerate(plan.schedule.occurrences(), start=1):
        spread = _spread_of(plan, starts, recipients)
        step = spread.step
        rows += _band_rows(number, spread)
    engine.create("send_bands", _BANDS, rows)
    # As a mere literal the step would be a decimal, whose product with the position may overflow.
    second = f"CAST(floor(r.position * CAST({step!r} AS DOUBLE)) AS BIGINT)"
    engine.define(
        "send_times",
        f"""
        SELECT {_RECIPIENT}, b.occurrence,
          b.starts_at + ({second} - b.first_second) * INTERVAL 1 SECOND AS send_at,
          CAST(NULL AS VARCHAR) AS time_problem
        FROM recipients AS r
        JOIN send_bands AS b
          ON {second} >= b.first_second
          AND {second} < coalesce(b.last_second, 9000000000000000)""",
    )


def _spread_of(plan: Plan, starts: datetime, recipients: int) -> Spread:
    schedule = plan.schedule
    first, last = schedule.start, schedule.end
    length = schedule.utc(last) - schedule.utc(first) if first and last else timedelta(0)
    ends = last if starts == first and last else starts + length
    hours = (schedule.hours.start, schedule.hours.end) if schedule.hours else None
    return spread_over(sending_bands(starts, ends, schedule.timezone, hours), recipients, schedule.per_hour)


def _band_rows(number: int, spread: Spread) -> list[tuple[int, datetime, int, int | None]]:
    """Return the bands as rows; the last one has no end, so that what does not fit runs on past it."""
    following = [band.first_second for band in spread.bands[1:]]
    return [
        (number, band.starts_at, band.first_second, last)
        for band, last in zip(spread.bands, [*following, None], strict=True)
    ]


def _own_times(engine: Engine, plan: Plan) -> None:
    column = plan.schedule.column or "send_at"
    named = engine.query(
        "SELECT name FROM list_columns WHERE lower($column) IN (lower(header), lower(name)) ORDER BY position",
        {"column": column},
        limit=1,
    )
    if not named.rows:
        text = f"the list has no column '{column}' of send times"
        raise InputError(plan.mistake(("schedule", "column"), text))
    zone = plan.schedule.timezone
    cell = f"CAST(r.{quoted(named.rows[0][0])} AS VARCHAR)"
    engine.define_view(
        "own_times",
        f"SELECT {_RECIPIENT}, 1 AS occurrence, NULLIF(trim({cell}), '') AS own_time FROM recipients AS r",
    )
    outputs = (Column("send_at", "TIMESTAMP", ""), Column("time_problem", "VARCHAR", ""))
    fact = Fact(
        inputs=("own_time",),
        outputs=outputs,
        compute=lambda text: _parsed(text, zone),
        ask="own_time IS NOT NULL",
        otherwise=("NULL", "'has no send time'"),
    )
    engine.add_facts("own_times", "send_times", [fact])


def _parsed(text: str, zone: str) -> tuple[datetime | None, str | None]:
    time = parse_send_time(text, zone)
    return time.at, time.problem
